"""A linked dossier, and what is made from it, kept in the user's cache folder: opening it again takes no linking.

One SQLite file a catalog. It is used only where catalog, articles and the code that writes it are what they were;
else it is made anew. It is written aside and renamed, so that a reader finds the old or the new, and never written
again: what has another time of change than it says of itself is damaged. What cannot be read or written is done
without. Nothing that linking needs is loaded where a compiled dossier is there.
"""

import os
import sqlite3
import time
from array import array
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.dossier.cache import kept, made_folder, name_of, sweep
from tui.text.opening import UnreadableError, read_file

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier, Snapshot

_RACY = 2_000_000_000
"""Nanoseconds within which a file can change twice and show one time."""

_64_BITS = (1 << 64) - 1

_DIGEST = 16
_UNREAD = bytes(_DIGEST)
"""In the place of a digest: the file could not be read."""

State = tuple[int, ...]
"""What changes when a file does: size, times of change, and which file it is."""

_TABLES = "CREATE TABLE made(name TEXT PRIMARY KEY, value BLOB)"


class StaleError(Exception):
    """A file is no longer what the compiled dossier was made from."""


class Compiled:
    """The compiled dossier of a catalog: an SQLite file that is there and true."""

    def __init__(self, connection: sqlite3.Connection, catalog: Path) -> None:
        self.connection, self._catalog = connection, catalog
        self._found = time.time_ns()

    def made(self, name: str) -> bytes:
        """What was written down under a name."""
        row = self.connection.execute("SELECT value FROM made WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return row[0]  # type: ignore[no-any-return]

    @property
    def has_index(self) -> bool:
        """Whether it can be searched."""
        found = self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'found'").fetchone()
        return found is not None

    @property
    def left_out(self) -> tuple[int, int]:
        """How many errors leave records out, and how many of them are articles that could not be read."""
        errors, unread = self.made("left out").split()
        return int(errors), int(unread)

    def dossier(self) -> "Dossier":
        """The dossier itself. Raises StaleError where an article has changed since."""
        from tui.dossier.packing import unpack

        return unpack(_text(self.made("dossier")), self._catalog, self.text, self.snapshot)

    @property
    def snapshot(self) -> "Snapshot":
        """What the files held, and still held when it was found."""
        from tui.dossier.dossier import Snapshot

        return Snapshot(self._found, self.made("digests"))

    @cached_property
    def _files(self) -> list[str]:
        """All files, the catalog first."""
        return _text(self.made("files")).split("\0")

    @cached_property
    def _states(self) -> "array[int]":
        """What each file showed when it was read: four numbers a file."""
        return _numbers(self.made("states"))

    @cached_property
    def _racy(self) -> set[int]:
        """The files that may have changed since without showing it."""
        return set(_numbers(self.made("racy")))

    @cached_property
    def _number(self) -> dict[str, int]:
        return {file: number for number, file in enumerate(self._files)}

    def text(self, file: str) -> str:
        """The text of an article's file. Raises StaleError where it has changed since."""
        folder = self._catalog.parent
        with suppress(UnreadableError):
            data, found = read_file(file, within=folder)
            if self._is_same(self._number[file], _shown(found), data):
                return data.decode()
        raise StaleError(file)

    def holds(self) -> bool:
        """Whether it was made by this code from this catalog and these files."""
        if (self.made("code"), self.made("catalog")) != (_code(), os.fsencode(self._catalog.absolute())):
            return False
        folder = f"{self._catalog.parent}{os.sep}"
        states = array("Q")
        for file in self._files:
            states.extend(_state(folder + file))
        doubtful = self._racy if states == self._states else range(len(self._files))
        return all(self._is_same(i, tuple(states[4 * i : 4 * i + 4])) for i in doubtful)

    def _is_same(self, number: int, state: State, data: bytes | None = None) -> bool:
        """Whether a file is what it was: it shows the same, or where that says nothing, holds the same."""
        if number not in self._racy and state == tuple(self._states[4 * number : 4 * number + 4]):
            return True
        digest = self.made("digests")[number * _DIGEST : (number + 1) * _DIGEST]
        if data is not None:
            return _digest(data) == digest
        # The catalog itself may be a link to anywhere; its articles may not.
        there = _digest_of(self._files[number], self._catalog.parent) if number else _digest_of(self._catalog)
        return there == digest


def find_compiled(catalog: Path, folder: Path | None) -> Compiled | None:
    """The compiled dossier of a catalog, where there is a true one."""
    if not folder:
        return None
    # A damaged file can hold anything.
    with suppress(Exception):
        file, state = kept(catalog, folder)
        uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            compiled = Compiled(connection, catalog)
            if state.st_mtime_ns == int(compiled.made("stamp")) and compiled.holds():
                return compiled
        except BaseException:
            connection.close()
            raise
        connection.close()
    return None


def open_compiled(catalog: Path, folder: Path | None, outside: bool = False) -> "Dossier":
    """The dossier of a catalog, from the cache where it is there and still true, else linked and kept.

    Raises CatalogError where the catalog or an article cannot be used at all.
    """
    dossier = None if outside else read_compiled(catalog, folder)
    if dossier is None:
        dossier = link(catalog, outside)
        write(dossier, folder)
    return dossier


def read_compiled(catalog: Path, folder: Path | None) -> "Dossier | None":
    """The dossier of a catalog from the cache, where it is there and still true."""
    compiled = find_compiled(catalog, folder)
    if compiled:
        with closing(compiled.connection), suppress(Exception):
            return compiled.dossier()
    return None


def link(catalog: Path, outside: bool = False) -> "Dossier":
    """The dossier of a catalog made anew. Raises CatalogError where the catalog or an article cannot be used.

    It has no reading, and is not kept, where the catalog was written meanwhile: nobody knows which of the two was read.
    Nor where its articles may lie outside the catalog's folder: what is kept would be served without that permission.
    """
    from tui.dossier.dossier import Snapshot
    from tui.dossier.link import open_dossier

    begun, before = time.time_ns(), _digest_of(catalog)
    dossier = open_dossier(catalog, outside)
    if outside or before == _UNREAD or before != _digest_of(catalog):
        return dossier
    read = [_digest(document.text.encode()) for document in dossier.documents.values()]
    digests = b"".join([before, *read, *[_UNREAD] * len(dossier.unread)])
    from dataclasses import replace

    return replace(dossier, snapshot=Snapshot(begun, digests))


def write(
    dossier: "Dossier",
    folder: Path | None,
    fill: Callable[[sqlite3.Connection], None] = lambda connection: None,
) -> bool:
    """Keeps a dossier, with all that `fill` adds; whether it could be written."""
    if not folder or dossier.snapshot is None:
        return False
    from tui.text.files import placing

    with suppress(OSError, sqlite3.Error):
        own = made_folder(folder)
        sweep(own)
        with placing(own / name_of(dossier.catalog)) as aside:
            _write(aside, _made(dossier, dossier.snapshot), fill)
        return True
    return False


def _write(aside: Path, made: dict[str, bytes], fill: Callable[[sqlite3.Connection], None]) -> None:
    """Writes a whole file, with its time of change as it says of itself."""
    with closing(sqlite3.connect(aside)) as connection:
        # Nobody reads it before it is whole, and a broken one is thrown away.
        connection.executescript("PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -65536")
        connection.execute("BEGIN")
        connection.execute(_TABLES)
        connection.executemany("INSERT INTO made VALUES (?, ?)", made.items())
        fill(connection)
        connection.commit()
    stamp = int(made["stamp"])
    os.utime(aside, ns=(stamp, stamp))


def _made(dossier: "Dossier", snapshot: "Snapshot") -> dict[str, bytes]:
    """What a compiled dossier says of itself."""
    from tui.dossier.packing import pack

    read = [dossier.catalog.name, *(document.file for document in dossier.documents.values())]
    files = [*read, *dossier.unread]
    folder = f"{dossier.catalog.parent}{os.sep}"
    states = [_shown(os.stat(folder + file)) for file in read] + [_state(folder + file) for file in dossier.unread]  # noqa: PTH116
    # What changed while it was read or shortly before may show the time of another change.
    racy = [i for i, (_, changed, noted, _) in enumerate(states) if max(changed, noted) > snapshot.time - _RACY]
    # What could not be read is tried each time: it may become readable and show nothing of it.
    racy += range(len(read), len(files))
    return {
        "code": _code(),
        "catalog": os.fsencode(dossier.catalog.absolute()),
        # Whole and even, so that every file system can hold it.
        "stamp": str(time.time_ns() // _RACY * _RACY).encode(),
        "files": _stored("\0".join(file.replace("\0", "") for file in files)),
        "states": array("Q", [number for state in states for number in state]).tobytes(),
        "racy": array("Q", racy).tobytes(),
        "digests": snapshot.digests,
        "left out": "{} {}".format(*dossier.left_out).encode(),
        "dossier": _stored(pack(dossier)),
    }


def _stored(text: str) -> bytes:
    """Text as it is stored. The catalog's name, which is part of it, need not be UTF-8."""
    return text.encode(errors="surrogateescape")


def _text(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")


def _state(path: str) -> State:
    """What a file shows now; zeros where it is not there."""
    try:
        return _shown(os.stat(path))  # noqa: PTH116
    except (OSError, ValueError):
        return 0, 0, 0, 0


def _shown(state: os.stat_result) -> State:
    # A time before 1970 is negative, and kept as the positive number of the same 64 bits.
    times = state.st_mtime_ns & _64_BITS, state.st_ctime_ns & _64_BITS
    return state.st_size, *times, state.st_ino


def _digest_of(file: Path | str, within: Path | None = None) -> bytes:
    """The digest of a file's text, or what stands for it where it cannot be read."""
    try:
        data, _ = read_file(file, within)
        data.decode()
    except (UnreadableError, UnicodeDecodeError):
        return _UNREAD
    return _digest(data)


def _numbers(data: bytes) -> "array[int]":
    numbers = array("Q")
    numbers.frombytes(data)
    return numbers


def _digest(data: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(data, digest_size=_DIGEST).digest()


@cache
def _code() -> bytes:
    """A fingerprint of the code that makes a dossier and its index: every file's name, size and time of change."""
    package = Path(__file__).parent.parent
    parts: list[object] = [str(package)]
    for room in sorted(ROOMS):
        for entry in sorted(os.scandir(package / room), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                state = entry.stat()
                parts += [entry.name, state.st_size, state.st_mtime_ns]
    return repr(parts).encode()


ROOMS: Sequence[str] = ("text", "quantity", "catalog", "dossier", "search", "view")
"""The code whose change makes what it wrote worthless."""
