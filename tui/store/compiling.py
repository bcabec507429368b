"""Writing compiled dossiers to the cache folder; `compiled` reads them."""

import os
import shutil
import sqlite3
import time
from array import array
from collections.abc import Callable
from contextlib import closing, suppress
from errno import ENOENT
from pathlib import Path
from typing import BinaryIO

from tui.dossier.dossier import Dossier, Snapshot
from tui.dossier.keys import PartKeys
from tui.store import compiled
from tui.store.cache import delete_old_files, ensure_folder, file_name, find_file
from tui.store.compiled import INDEXED, RACY, Compiled, state_of, state_shown
from tui.store.packing import pack
from tui.text.files import placing

_TABLES = (
    "CREATE TABLE stored(name TEXT PRIMARY KEY, value BLOB)",
    "CREATE TABLE mention(article TEXT PRIMARY KEY, packed TEXT)",
)

_BLOCK = 1 << 20
"""Bytes that are copied at a time."""

Fill = Callable[[sqlite3.Connection], None]
"""Creates further tables in a file, or brings those of an earlier version up to date."""


def write(dossier: Dossier, folder: Path | None, fill: Fill | None = None, from_scratch: bool = False) -> bool:
    """Stores a dossier in the cache, with the tables that `fill` adds; returns whether it could be written.

    The file of an earlier version is copied, and only what differs is written; other tables of it are kept. With
    `from_scratch`, nothing is taken from it.
    """
    if not folder or dossier.snapshot is None:
        return False
    with suppress(OSError, sqlite3.Error):
        own = ensure_folder(folder)
        delete_old_files(own)
        values = _values(dossier, dossier.snapshot)
        path = own / file_name(dossier.catalog)
        with suppress(OSError, sqlite3.Error):
            if not from_scratch:
                with _open_file(dossier.catalog, folder) as earlier, placing(path) as aside:
                    _write(aside, dossier, values, fill, earlier)
                return True
        with placing(path) as aside:
            _write(aside, dossier, values, fill)
        return True
    return False


def _open_file(catalog: Path, folder: Path) -> BinaryIO:
    """The file of a catalog's compiled dossier, open for reading. Raises OSError as `find_file` does."""
    file, state = find_file(catalog, folder)
    opened = file.open("rb")
    if not os.path.samestat(state, os.fstat(opened.fileno())):
        opened.close()
        raise FileNotFoundError(ENOENT, "another process has replaced it", str(file))
    return opened


def _write(
    aside: Path, dossier: Dossier, values: dict[str, bytes], fill: Fill | None, earlier: BinaryIO | None = None
) -> None:
    """Writes the file, and sets its modification time to the one recorded in it.

    It is begun as a copy of an earlier one, if that is given. Raises sqlite3.Error if that is damaged or of other code.
    """
    if earlier:
        with aside.open("wb") as copy:
            shutil.copyfileobj(earlier, copy, _BLOCK)
    with closing(sqlite3.connect(aside)) as connection:
        # It is renamed when it is complete, and a broken one is deleted: neither journal nor sync is needed.
        connection.executescript("PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -65536")
        connection.execute("BEGIN")
        if not earlier:
            for table in _TABLES:
                connection.execute(table)
        elif not Compiled(connection, dossier.catalog).is_of(os.fstat(earlier.fileno()).st_mtime_ns):
            raise sqlite3.DatabaseError("the earlier file is damaged, or of other code")
        if fill:
            values = {**values, INDEXED: values["digests"]}
        connection.executemany("INSERT OR REPLACE INTO stored VALUES (?, ?)", values.items())
        _write_mentions(connection, dossier)
        if fill:
            fill(connection)
        connection.commit()
    stamp = int(values["stamp"])
    os.utime(aside, ns=(stamp, stamp))


def _write_mentions(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """Writes the mentions that differ, in any order."""
    there = dict(connection.execute("SELECT article, packed FROM mention"))
    packed = {article: dossier.mentions.packed(article) for article in dossier.mentions}
    gone = [(article,) for article in there if article not in packed]
    connection.executemany("DELETE FROM mention WHERE article = ?", gone)
    changed = [pair for pair in packed.items() if there.get(pair[0]) != pair[1]]
    connection.executemany("INSERT OR REPLACE INTO mention VALUES (?, ?)", changed)


def _values(dossier: Dossier, snapshot: Snapshot) -> dict[str, bytes]:
    """The values that are stored in a compiled dossier, by name."""
    keys = dossier.keys or PartKeys()
    read = [*dossier.files, *(document.file for document in dossier.documents.values())]
    files = [*read, *dossier.unread]
    folder = f"{dossier.catalog.parent}{os.sep}"
    states = [state_shown(os.stat(folder + file)) for file in read]  # noqa: PTH116
    states += [state_of(folder + file) for file in dossier.unread]
    # A file that changed while it was read or shortly before may have the time of another change.
    racy = [i for i, (_, changed, noted, _) in enumerate(states) if max(changed, noted) > snapshot.time - RACY]
    # A file that could not be read is tried each time: its state may not change when it becomes readable.
    racy += range(len(read), len(files))
    return {
        "code": compiled.code(),
        "catalog": os.fsencode(dossier.catalog.absolute()),
        # Even seconds, which every file system can store.
        "stamp": str(time.time_ns() // RACY * RACY).encode(),
        "files": _stored("\0".join(file.replace("\0", "") for file in files)),
        "states": array("Q", [number for state in states for number in state]).tobytes(),
        "racy": array("Q", racy).tobytes(),
        "digests": snapshot.digests,
        "left out": "{} {}".format(*dossier.left_out).encode(),
        "dossier": _stored(pack(dossier)),
        "keys": _stored(keys.packed()),
    }


def _stored(text: str) -> bytes:
    """A text as it is stored. File names in it need not be UTF-8."""
    return text.encode(errors="surrogateescape")
