"""The folder where compiled dossiers are kept, and which files in it are lode's own.

lode keeps them in a subfolder that it makes and marks itself. It uses that folder, and a file in it, only where no
other user can write there: what was checked is then what is read, though SQLite opens it by its name once more. It
deletes only files that bear the names it gives.
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
"""The environment variable that names another folder, or with an empty value none."""

SUBFOLDER = "lode-cache"
"""lode's own folder in the cache folder, which may hold anything else: `LODE_CACHE=~` is allowed."""

UNUSED = 60 * 24 * 3600
"""Seconds after which a compiled dossier that was not written again is deleted."""

UNFINISHED = 24 * 3600
"""Seconds after which a file is deleted that a killed process left half written."""

TAG = "CACHEDIR.TAG"
_MARK = b"""\
Signature: 8a477f597d28d172789f06886806bc55
# This file marks a folder that lode made for its compiled dossiers; lode deletes old ones in it.
# What such a tag means: https://bford.info/cachedir/
"""

_NAME = re.compile(r"[0-9a-f]{16}\.sqlite")
_UNFINISHED_NAME = re.compile(r"\.[0-9a-f]{16}\.sqlite[a-z0-9_]+\.part")


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder that holds lode's own; None where nothing is to be kept."""
    return named_folder(VARIABLE, "cache", environment)


def kept(catalog: Path, folder: Path) -> tuple[Path, os.stat_result]:
    """The file of a catalog's compiled dossier, and its state.

    Raises OSError where there is none, or where another user could have written it.
    """
    file = _own_folder(folder) / name_of(catalog)
    return file, _checked(file, stat.S_ISREG)


def made_folder(folder: Path) -> Path:
    """lode's own folder, made and marked where it is missing. Raises OSError where it cannot be used."""
    _check_around(next(each for each in (folder, *folder.parents) if each.exists()))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = folder / SUBFOLDER
    own.mkdir(mode=0o700, exist_ok=True)
    _own_folder(folder)
    # A process that was killed here left it empty, or with half a tag.
    if not _is_marked(own) and {each.name for each in own.iterdir()} <= {TAG}:
        (own / TAG).write_bytes(_MARK)
    return own


def refusal(folder: Path) -> str:
    """Why nothing is kept in a folder; empty where nothing speaks against it."""
    try:
        _own_folder(folder)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return error.strerror or str(error)
    return ""


def sweep(own: Path) -> None:
    """Deletes old compiled dossiers, and what killed processes left half written, in a folder that has lode's mark."""
    now = time.time()
    with suppress(OSError):
        if _is_marked(own):
            with os.scandir(own) as entries:
                for entry in entries:
                    with suppress(OSError):
                        if _is_due(entry, now):
                            os.unlink(entry)  # noqa: PTH108


def name_of(catalog: Path) -> str:
    """The name of the file for a catalog's compiled dossier."""
    path = os.fsencode(catalog.absolute())
    return f"{crc32(path):08x}{crc32(path[::-1]):08x}.sqlite"


def _is_due(entry: "os.DirEntry[str]", now: float) -> bool:
    """Whether an entry is a file of lode's that has outlived its use."""
    if _NAME.fullmatch(entry.name):
        lifetime = UNUSED
    elif _UNFINISHED_NAME.fullmatch(entry.name):
        lifetime = UNFINISHED
    else:
        return False
    return entry.is_file(follow_symlinks=False) and now - entry.stat(follow_symlinks=False).st_mtime > lifetime


def _is_marked(own: Path) -> bool:
    with suppress(OSError):
        return (own / TAG).read_bytes() == _MARK
    return False


def _own_folder(folder: Path) -> Path:
    """lode's own folder. Raises OSError where it is missing, or another user could write in it or replace it."""
    _check_around(folder)
    own = folder / SUBFOLDER
    _checked(own, stat.S_ISDIR)
    return own


def _check_around(folder: Path) -> None:
    """Raises PermissionError where another user could replace what is in a folder."""
    state = folder.stat()
    if sys.platform == "win32":
        return
    if state.st_uid not in (0, os.geteuid()):
        raise PermissionError(0, f"{folder} belongs to another user")
    if state.st_mode & stat.S_IWOTH and not state.st_mode & stat.S_ISVTX:
        raise PermissionError(0, f"others can write in {folder}")


def _checked(path: Path, is_kind: Callable[[int], bool]) -> os.stat_result:
    """The state of a file or folder. Raises OSError where it is something else, or not of this user alone."""
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
