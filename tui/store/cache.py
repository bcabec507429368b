"""The folder of compiled dossiers, and which files in it belong to lode.

lode creates and tags a subfolder of its own. It uses that folder, and a file in it, only if no other user can write
there: the file that was checked is then the one that SQLite opens by its name. It deletes only files with names that it
gives itself.
"""

import os
import re
import stat
import sys
import time
from binascii import crc32
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tui.text.folders import named_folder

VARIABLE = "LODE_CACHE"
"""The environment variable for another folder; with an empty value, nothing is cached."""

SUBFOLDER = "lode-cache"
"""lode's own folder in the cache folder, which may hold other files: `LODE_CACHE=~` is allowed."""

UNUSED = 60 * 24 * 3600
"""Seconds after which a compiled dossier is deleted unless it was written again."""

UNFINISHED = 24 * 3600
"""Seconds after which an incomplete file of a killed process is deleted."""

TAG = "CACHEDIR.TAG"
_MARK = b"""\
Signature: 8a477f597d28d172789f06886806bc55
# This file marks a folder that lode made for its compiled dossiers; lode deletes old ones in it.
# What such a tag means: https://bford.info/cachedir/
"""

# Compiled on use: most commands delete nothing.
_NAME = r"[0-9a-f]{16}\.sqlite"
_UNFINISHED_NAME = rf"\.{_NAME}[a-z0-9_]+\.part"


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder that contains lode's own; None if nothing is to be cached."""
    return named_folder(VARIABLE, "cache", environment)


def find_file(catalog: Path, folder: Path) -> tuple[Path, os.stat_result]:
    """The file of a catalog's compiled dossier, and its stat result.

    Raises OSError if there is none, or if another user could have written it.
    """
    file = _own_folder(folder) / file_name(catalog)
    return file, _checked(file, stat.S_ISREG)


def ensure_folder(folder: Path) -> Path:
    """lode's own folder, created and tagged if it is missing. Raises OSError if it cannot be used."""
    _check_around(next(each for each in (folder, *folder.parents) if each.exists()))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = folder / SUBFOLDER
    own.mkdir(mode=0o700, exist_ok=True)
    _own_folder(folder)
    # A killed process may have left the folder empty, or with a part of the tag.
    if not _is_marked(own) and {each.name for each in own.iterdir()} <= {TAG}:
        (own / TAG).write_bytes(_MARK)
    return own


def refusal(folder: Path) -> str:
    """Why nothing can be cached in a folder; empty if it can."""
    try:
        _own_folder(folder)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""


def delete_old_files(own: Path) -> None:
    """Deletes old compiled dossiers and incomplete files in a folder that has lode's tag."""
    now = time.time()
    with suppress(OSError):
        if _is_marked(own):
            with os.scandir(own) as entries:
                for entry in entries:
                    with suppress(OSError):
                        if _is_expired(entry, now):
                            os.unlink(entry)  # noqa: PTH108


def file_name(catalog: Path) -> str:
    """The file name of a catalog's compiled dossier."""
    path = os.fsencode(catalog.absolute())
    return f"{crc32(path):08x}{crc32(path[::-1]):08x}.sqlite"


def _is_expired(entry: "os.DirEntry[str]", now: float) -> bool:
    """Whether an entry is a file of lode that is old enough to delete."""
    if re.fullmatch(_NAME, entry.name):
        lifetime = UNUSED
    elif re.fullmatch(_UNFINISHED_NAME, entry.name):
        lifetime = UNFINISHED
    else:
        return False
    return entry.is_file(follow_symlinks=False) and now - entry.stat(follow_symlinks=False).st_mtime > lifetime


def _is_marked(own: Path) -> bool:
    with suppress(OSError):
        return (own / TAG).read_bytes() == _MARK
    return False


def _own_folder(folder: Path) -> Path:
    """lode's own folder. Raises OSError if it is missing, or if another user could write in it or replace it."""
    _check_around(folder)
    own = folder / SUBFOLDER
    _checked(own, stat.S_ISDIR)
    return own


def _check_around(folder: Path) -> None:
    """Raises PermissionError if another user could replace the contents of a folder."""
    state = folder.stat()
    if sys.platform == "win32":
        return
    if state.st_uid not in (0, os.geteuid()):
        raise PermissionError(0, f"{folder} belongs to another user")
    if state.st_mode & stat.S_IWOTH and not state.st_mode & stat.S_ISVTX:
        raise PermissionError(0, f"others can write in {folder}")


def _checked(path: Path, is_kind: Callable[[int], bool]) -> os.stat_result:
    """The stat result of a file or folder. Raises OSError if it is of another kind, or if others can write to it."""
    state = path.lstat()
    if not is_kind(state.st_mode):
        raise OSError(0, f"{path} is not what lode made")
    if sys.platform == "win32":
        return state
    if state.st_uid != os.geteuid():
        raise PermissionError(0, f"{path} belongs to another user")
    if state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(0, f"others can write to {path}")
    return state
