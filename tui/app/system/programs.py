"""Starts other programs beside the app."""

import subprocess
from collections.abc import Callable, Iterable, Sequence
from typing import IO

Find = Callable[[str], str | None]
"""Finds the path of a program by its name; None if it is not installed."""


def first_installed(commands: Iterable[list[str]], find: Find) -> list[str]:
    """The first command whose program is installed; empty if none is."""
    return next((command for command in commands if find(command[0])), [])


def start(command: Sequence[str], stdin: IO[bytes] | int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """Starts a program without a terminal. In a session of its own, it stays when lode or its terminal is closed."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=stdin, stdout=nothing, stderr=nothing, start_new_session=True)
