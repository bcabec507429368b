"""The steps in which a file is written, so that a test can record, fail, disturb or end each of them."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Reached = Callable[[str], None]


@contextmanager
def steps(reached: Reached) -> Iterator[None]:
    """Calls `reached` with the name of each step, before and after it, and in the middle of a write.

    The calls to the operating system that `text.files` makes are replaced meanwhile, in the whole process.
    """
    write_bytes: Any = Path.write_bytes

    def in_two(path: Path, data: bytes) -> int:
        with path.open("wb", buffering=0) as file:
            file.write(data[: len(data) // 2])
            reached("in write")
        return int(write_bytes(path, data))

    def of_file(_: object) -> str:
        return "write"

    names: list[tuple[Any, str, Callable[[Any], str]]] = [
        (os, "open", lambda path: "open folder" if Path(path).is_dir() else "open"),
        (os, "fchmod", lambda _: "set mode"),
        (os, "fsync", lambda it: "sync folder" if stat.S_ISDIR(os.fstat(it).st_mode) else "sync"),
        (os, "link", lambda _: "link"),
        (os, "replace", lambda _: "rename"),
    ]
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in names] + [(Path, "write_bytes", write_bytes)]
    try:
        for owner, name, step in names:
            setattr(owner, name, _announced(getattr(owner, name), step, reached))
        Path.write_bytes = _announced(in_two, of_file, reached)  # type: ignore[method-assign]
        yield
    finally:
        for owner, name, function in kept:
            setattr(owner, name, function)


def _announced(function: Callable[..., Any], step: Callable[[Any], str], reached: Reached) -> Callable[..., Any]:
    def announced(first: Any, *rest: Any, **named: Any) -> Any:
        name = step(first)
        reached(f"before {name}")
        result = function(first, *rest, **named)
        reached(f"after {name}")
        return result

    return announced
