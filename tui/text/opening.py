"""Opens files with untrusted names: each is opened once, and checked by its open descriptor."""

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from errno import ELOOP, ENOTDIR
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""Larger files are refused: they are not articles, and would take too much memory."""

# Opening a pipe or a device must not block, and a terminal must not become the controlling terminal.
_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_ROOT = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
_FOLDER = _ROOT | _NO_LINK
_BLOCK = 1 << 16
"""Bytes that are read at a time at least."""

_CAN_WALK = os.open in os.supports_dir_fd and os.stat in os.supports_dir_fd


class UnreadableError(Exception):
    """A file cannot be read as text; the message says why and what to do."""


class OutsideError(UnreadableError):
    """A path leads out of the folder that it must stay in."""


class _LinkError(OSError):
    """A link is in a place where none is followed."""


def read_file(path: Path | str, within: Path | None = None, most: int | None = None) -> tuple[bytes, os.stat_result]:
    """The content of a regular file of at most `most` bytes, else of `MAX_BYTES`, and its stat result when opened.

    With `within`, the path is relative to that folder, and the file must be in it even if files are moved or linked
    meanwhile; a link to another file of the folder is followed. Raises OutsideError if the path is absolute or leads
    out of the folder, and UnreadableError if the file is missing, not a regular file, too large, or cannot be read for
    another reason.
    """
    most = MAX_BYTES if most is None else most
    try:
        handle = open_regular(path) if within is None else _open_within(path, within)
        try:
            state = os.fstat(handle)
            if state.st_size > most:
                raise _too_large(most)
            data = _content(handle, state.st_size, most)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise UnreadableError("does not exist") from None
    except BlockingIOError:
        # Reading a file of the system (/proc/kmsg) may have to wait for data.
        raise UnreadableError("cannot be read: it has no content yet") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise UnreadableError("cannot be read: no file can have that name") from None
    if len(data) > most:
        raise _too_large(most)
    return data, state


def _content(handle: int, size: int, most: int) -> bytes:
    """The content of an open file, which may have another size than it says; a part of it if it is too large."""
    parts = []
    left = most + 1
    while left > 0 and (part := os.read(handle, min(max(size, _BLOCK) + 1, left))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _too_large(most: int) -> UnreadableError:
    return UnreadableError(f"is larger than {most // 1024 // 1024} MiB; split it")


def open_regular(path: str | Path, at: int | None = None) -> int:
    """Opens a regular file for reading; with `at`, a file of that open folder, and only if it is not a link.

    Raises UnreadableError if it is not a regular file, and OSError if it cannot be opened.
    """
    # Devices are not opened: opening one can already start it.
    _check_regular(os.stat(path, dir_fd=at, follow_symlinks=at is None))
    handle = os.open(path, _FILE if at is None else _FILE | _NO_LINK, dir_fd=at)
    try:
        _check_regular(os.fstat(handle))
    except UnreadableError:
        os.close(handle)
        raise
    return handle


def _open_within(path: Path | str, folder: Path) -> int:
    """Opens a file of a folder. No link is followed, except those that its real path was resolved from."""
    parts = os.fspath(path).split("/")
    if _CAN_WALK and parts[0] and ".." not in parts:
        with suppress(_LinkError):
            return _walk([part for part in parts if part not in ("", ".")], folder)
    root, real = os.path.realpath(folder), os.path.realpath(folder / path)
    if Path(path).is_absolute():
        raise OutsideError("has an absolute path; name it as seen from the catalog's folder")
    if os.path.commonpath([root, real]) != root:
        raise OutsideError("lies outside the catalog's folder; move it there")
    return _walk(Path(os.path.relpath(real, root)).parts, root) if _CAN_WALK else open_regular(real)


def _walk(parts: Sequence[str], folder: Path | str) -> int:
    """Opens a file by the parts of its path from a folder. Raises _LinkError if one of them is a link."""
    *folders, name = parts or (".",)
    at = os.open(folder, _ROOT)
    try:
        for each in folders:
            inner = _open_folder(each, at)
            os.close(at)
            at = inner
        return open_regular(name, at)
    finally:
        os.close(at)


def _open_folder(name: str, at: int) -> int:
    """Opens a folder in an open folder. Raises _LinkError if it is a link or no folder."""
    try:
        return os.open(name, _FOLDER, dir_fd=at)
    except OSError as error:
        if error.errno in (ELOOP, ENOTDIR):
            raise _LinkError(error.errno, error.strerror) from None
        raise


def _check_regular(state: os.stat_result) -> None:
    if stat.S_ISLNK(state.st_mode):
        # A loop of links, or a link that replaced the file just now.
        raise _LinkError(ELOOP, os.strerror(ELOOP))
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError("is not a regular file")
