"""Kills a process at each step of writing a file, and prints what it leaves: a line of JSON for each step.

    python -m tests.text.killed FOLDER

The process kills itself when it reaches the step, so that none is missed and nothing depends on time.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.text.steps import steps
from tui.text.files import create, update, write

OLD, NEW = "old text\n" * 1000, "new text\n" * 1100

ACTIONS: dict[str, tuple[str | None, Callable[[Path], None]]] = {
    "update": (OLD, lambda path: update(path, lambda _: NEW)),
    "write over": (OLD, lambda path: write(path, NEW)),
    "write": (None, lambda path: write(path, NEW)),
    "create": (None, lambda path: create(path, NEW)),
}
"""What is done, and what is there before."""


def main(folder: Path) -> None:
    """Every action, killed at every step."""
    # A kill leaves what the system has not written to the disk yet: there is nothing to wait for.
    os.fsync = lambda _: None
    for name, (old, action) in ACTIONS.items():
        names: list[str] = []
        path = _prepared(folder / f"{name} whole", old)
        with steps(names.append):
            action(path)
        for number, step in enumerate(names):
            path = _prepared(folder / f"{name} {number}", old)
            killed = _killed(action, path, number)
            left = {file.name: file.read_text() for file in path.parent.iterdir()}
            print(json.dumps({"action": name, "step": step, "killed": killed, "left": left}))


def _prepared(folder: Path, old: str | None) -> Path:
    folder.mkdir()
    path = folder / "file"
    if old is not None:
        path.write_text(old)
        path.chmod(0o640)
    return path


def _killed(action: Callable[[Path], None], path: Path, number: int) -> bool:
    """Does something in a process of its own, which is killed at the step with a number."""
    child = os.fork()
    if child == 0:
        reached: list[str] = []

        def kill_at_step(step: str) -> None:
            reached.append(step)
            if len(reached) == number + 1:
                os.kill(os.getpid(), signal.SIGKILL)

        with steps(kill_at_step):
            action(path)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
