"""The steps in which a file is written, so that a test can record, fail, disturb or end each of them."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Reached = Callable[[str], None]
Step = Callable[..., str]
"""The name of a step, of the arguments of its call."""
Call = tuple[Any, str, Step]
"""A function that is a step, by its module and its name."""


@contextmanager
def steps(reached: Reached, more: Iterable[Call] = ()) -> Iterator[None]:
    """Calls `reached` with the name of each step, before and after it, and in the middle of a write.

    The calls to the operating system that `text.files` makes, and `more`, are replaced meanwhile, in the whole process.
    """
    write_bytes: Any = Path.write_bytes

    def in_two(path: Path, data: bytes) -> int:
        with path.open("wb", buffering=0) as file:
            file.write(data[: len(data) // 2])
            reached("in write")
        return int(write_bytes(path, data))

    names: list[Call] = [
        (os, "open", _opening),
        (os, "fchmod", lambda *_: "set mode"),
        (os, "fsync", lambda opened: "sync folder" if stat.S_ISDIR(os.fstat(opened).st_mode) else "sync"),
        (os, "link", lambda *_: "link"),
        (os, "replace", lambda *_: "rename"),
        *more,
    ]
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in names] + [(Path, "write_bytes", write_bytes)]
    try:
        for owner, name, step in names:
            setattr(owner, name, _announced(getattr(owner, name), step, reached))
        Path.write_bytes = _announced(in_two, lambda *_: "write", reached)  # type: ignore[method-assign]
        yield
    finally:
        for owner, name, function in kept:
            setattr(owner, name, function)


def _opening(path: str | Path, flags: int, *_: int) -> str:
    if flags & os.O_CREAT:
        return "create"
    return "open folder" if Path(path).is_dir() else "read"


def _announced(function: Callable[..., Any], step: Step, reached: Reached) -> Callable[..., Any]:
    def announced(*arguments: Any, **named: Any) -> Any:
        name = step(*arguments)
        reached(f"before {name}")
        result = function(*arguments, **named)
        reached(f"after {name}")
        return result

    return announced
