"""Putting a file in another's place: who reads it finds the old one or the new, never a part."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """An empty file to write, which takes the path's place at the end, with the rights of what stood there.

    Where the path is a link, what it leads to is replaced. Raises OSError where that cannot be; whatever is raised,
    what stood there stays as it was.
    """
    # A loop of links leads nowhere, and is a path like any other.
    path = Path(os.path.realpath(path))
    there = path.exists()
    if there and not path.is_file():
        raise OSError(0, "it is no regular file")
    # Renaming would pass over what protects the file itself.
    if there and not os.access(path, os.W_OK):
        raise PermissionError(0, "it is read-only")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}", suffix=".part")
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        if there:
            aside.chmod(path.stat().st_mode & 0o7777)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
