"""Writes files: a file is replaced completely or not at all, and a user's file keeps its owner, mode and attributes.

`update` changes an existing text file, `create` writes a new one, `write` replaces whatever is at a path. All use
`replacing`, which writes the new content to a temporary file, syncs it to the disk, and renames it over the old.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EAGAIN, ELOOP, EMLINK, ENOTSUP
from pathlib import Path

from tui.text.document import read_text
from tui.text.opening import UnreadableError, read_file

PRIVATE = 0o600
"""The mode of a new file that only its owner can read."""
ORDINARY = 0o666
"""The mode of a user's new file, before the process's umask."""

ATTEMPTS = 5
"""How often `update` retries when another program has written the file."""

_LINKS = 40
"""How many symbolic links are followed in a row; as many as Linux follows."""


class ChangedError(OSError):
    """The file has changed since it was read."""


def update(path: Path, change: Callable[[str], str]) -> None:
    """Replaces a text file with the result of `change`, without losing what other programs write meanwhile.

    If another program has saved the file since it was read, `change` is called again with the new text. Raises
    UnreadableError as `read_text` does, and OSError as `replacing` does or if the file keeps changing; the file then
    has the content that other programs wrote.
    """
    for _ in range(ATTEMPTS):
        text = read_text(path)
        changed = change(text)
        try:
            with replacing(path, expected=text.encode()) as aside:
                aside.write_bytes(changed.encode())
        except ChangedError:
            continue
        return
    raise OSError(EAGAIN, "another program keeps writing it; try again when that is done")


def create(path: Path, content: str | bytes) -> None:
    """Writes a new file. Raises FileExistsError if the path exists, even if it is created at the last moment."""
    with _beside(path, ORDINARY) as (aside, descriptor):
        aside.write_bytes(content.encode() if isinstance(content, str) else content)
        os.fsync(descriptor)
        try:
            os.link(aside, path)
        except OSError:
            # The name is taken, or the file system has no hard links: an empty file takes the name, if it is free.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ORDINARY))
            os.replace(aside, path)  # noqa: PTH105
        _sync_folder(path.parent)


def write(path: Path, text: str) -> None:
    """Writes a text to a path, replacing what is there.

    A regular file is replaced. Pipes, devices and open files (/dev/stdout, /dev/fd/3) are written to directly.
    """
    descriptor = _open_file(path)
    if descriptor is not None:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.write(text.encode())
    elif path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.write(text.encode())
    else:
        with replacing(path, ORDINARY) as aside:
            aside.write_bytes(text.encode())


@contextmanager
def replacing(path: Path, mode: int = PRIVATE, expected: bytes | None = None) -> Iterator[Path]:
    """An empty file to write, which takes the path's place at the end, durably.

    A reader of the path finds the old content or the new, never a part, also after a crash. The new file has the
    owner, group, mode, access control list and other extended attributes of the old; `mode` is for one that is new.
    If the path is a symbolic link, the file that it leads to is replaced.

    Raises OSError if the file cannot be replaced: it is not a regular file, is read-only, has several hard links (the
    others would keep the old content), or the new one could not have the old one's owner and attributes. Raises
    ChangedError if `expected` is given and is not what the file holds directly before it is replaced. Whatever is
    raised, the old file is unchanged.
    """
    path = Path(os.path.realpath(path))
    _check_replaceable(path)
    with _beside(path, mode) as (aside, descriptor):
        yield aside
        if there := _check_replaceable(path):
            _copy_attributes(path, there, descriptor)
        os.fsync(descriptor)
        # Nothing may run between these two statements: what another program saves here is lost.
        if expected is not None and _content(path) != expected:
            raise ChangedError(EAGAIN, "another program has written it")
        os.replace(aside, path)  # noqa: PTH105
        _sync_folder(path.parent)


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """An empty file of lode's own to write, which takes the path's place at the end, synced to the disk.

    What is at the path is lost: a symbolic link is replaced itself, and nothing is kept of what was set on a file.
    Raises OSError if that cannot be done; the path is then unchanged.
    """
    with _beside(path, PRIVATE) as (aside, descriptor):
        yield aside
        os.fsync(descriptor)
        os.replace(aside, path)  # noqa: PTH105


def _check_replaceable(path: Path) -> os.stat_result | None:
    """The state of the file at a path; None if there is none. Raises OSError if it must not be replaced."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(there.st_mode):
        raise OSError(0, "it is not a regular file")
    # Renaming would ignore the protection of the file itself.
    if not os.access(path, os.W_OK):
        raise PermissionError(0, "it is read-only")
    if there.st_nlink > 1:
        others = "the others would keep the old text; put a copy in its place first"
        raise OSError(EMLINK, f"it has {there.st_nlink} hard links, and {others}")
    return there


@contextmanager
def _beside(path: Path, mode: int) -> Iterator[tuple[Path, int]]:
    """An empty file in the same folder, and its descriptor; it is removed at the end unless it was renamed."""
    aside = path.with_name(f".{path.name}{os.urandom(4).hex()}.part")
    try:
        descriptor = os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
    except OSError as error:
        why = "its folder is read-only" if isinstance(error, PermissionError) else error.strerror
        raise OSError(error.errno, why, str(path)) from None
    try:
        yield aside, descriptor
    finally:
        os.close(descriptor)
        aside.unlink(missing_ok=True)


def _copy_attributes(path: Path, there: os.stat_result, descriptor: int) -> None:
    """Gives a new file the owner, group, extended attributes (access control lists among them) and mode of an old."""
    try:
        made = os.fstat(descriptor)
        if (made.st_uid, made.st_gid) != (there.st_uid, there.st_gid):
            os.fchown(descriptor, there.st_uid, there.st_gid)
        _copy_extended_attributes(path, descriptor)
        # The mode comes last: a new owner clears bits of it, and an access control list sets some.
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != stat.S_IMODE(there.st_mode):
            os.fchmod(descriptor, stat.S_IMODE(there.st_mode))
    except OSError as error:
        reason = f"its owner, group or attributes would be lost ({error.strerror or error}); write it as its owner"
        raise OSError(error.errno, reason) from None


def _copy_extended_attributes(path: Path, descriptor: int) -> None:
    # Python supports extended attributes on Linux only.
    if sys.platform == "linux":
        old, new = _extended_attributes(path), _extended_attributes(descriptor)
        # A folder can give a new file an access control list that the old one does not have.
        for name in new.keys() - old.keys():
            os.removexattr(descriptor, name)
        for name, value in old.items():
            if new.get(name) != value:
                os.setxattr(descriptor, name, value)


def _extended_attributes(file: Path | int) -> dict[str, bytes]:
    if sys.platform != "linux":
        return {}
    try:
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}
    except OSError as error:
        if error.errno == ENOTSUP:
            return {}
        raise


def _content(path: Path) -> bytes | None:
    """The content of a file; None if it can no longer be read."""
    with suppress(UnreadableError):
        return read_file(path)[0]
    return None


def _sync_folder(folder: Path) -> None:
    """Syncs a folder, so that a renamed file survives a crash. Errors are ignored: some file systems cannot do this."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _open_file(path: Path) -> int | None:
    """The descriptor that a path such as /dev/stdout or /dev/fd/3 stands for; None if it is another path.

    Opened by its name, a regular file that was redirected to would be truncated, or replaced under the shell.
    """
    descriptors = os.path.realpath("/dev/fd")
    for _ in range(_LINKS):
        if path.name.isdecimal() and os.path.realpath(path.parent) == descriptors:
            return int(path.name)
        if not path.is_symlink():
            return None
        path = path.parent / path.readlink()
    raise OSError(ELOOP, os.strerror(ELOOP))
