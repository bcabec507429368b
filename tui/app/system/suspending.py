"""Suspends the app while something else uses the terminal."""

import os
import re
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from tui.text.safe import visible

if sys.platform != "win32":
    import termios
    import tty

Work = Callable[[socket.socket], str]
"""Something that needs the whole terminal; returns a message, which may be empty.

Its argument is a socket that becomes readable when a signal arrives.
"""

MEANWHILE: dict[str, Any] = {
    "SIGINT": lambda *_: None,
    "SIGQUIT": lambda *_: None,
    "SIGTSTP": signal.SIG_DFL,
    "SIGCONT": signal.SIG_DFL,
}
"""The signal handlers while lode is suspended: Ctrl+C and Ctrl+\\ are for the other program, Ctrl+Z stops both.

The first two do nothing instead of being SIG_IGN, which the other program would inherit.
"""

BACK = b"\r\nqQ\x1b\x04"
"""The keys that return to the app: Enter, q, Escape, Ctrl+D. Ctrl+C returns by its signal."""

SEQUENCE = rb"\x1b[\[O][0-?]*[ -/]*[@-~]"
"""The control sequences of other keys, such as arrows."""


def while_suspended(app: App[Any], work: Work, purpose: str) -> str:
    """Suspends the app for some work. Returns the message of the work, or why it failed."""
    said = ""
    try:
        with app.suspend(), _signals_set_aside() as signals:
            try:
                said = work(signals)
            except Exception as error:
                said = f"That failed: {error}"
    except SuspendNotSupported:
        return f"This terminal cannot make room for {purpose}."
    return said


@contextmanager
def _signals_set_aside() -> Iterator[socket.socket]:
    """Keeps signals from the app, and sends those that end it again afterwards."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    wakeup = signal.set_wakeup_fd(writer.fileno())
    numbers = {getattr(signal, name): handler for name, handler in MEANWHILE.items() if hasattr(signal, name)}
    before = {number: signal.signal(number, handler) for number, handler in numbers.items()}
    try:
        yield reader
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        writer.close()
        for number in reader.recv(4096):
            if number not in numbers:
                signal.raise_signal(number)
        reader.close()


@contextmanager
def _settings_kept() -> Iterator[None]:
    """Restores the terminal's settings afterwards, because a program that is killed does not."""
    before = None
    if sys.platform != "win32":
        # Standard input may not be a terminal, or no longer.
        with suppress(termios.error):
            before = termios.tcgetattr(0)
    try:
        yield
    finally:
        if before and sys.platform != "win32":
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSADRAIN, before)
            os.set_blocking(0, True)
            os.set_blocking(1, True)


def run(command: Sequence[str]) -> str:
    """Runs a program on the terminal until it ends. Returns how it ended, unless it succeeded."""
    with _settings_kept():
        try:
            status = subprocess.run(command, check=False).returncode
        except OSError as error:
            return cannot_run(command, error)
    return ended(command, status)


def cannot_run(command: Sequence[str], error: OSError) -> str:
    """Why a program could not be started."""
    return f"{Path(command[0]).name} cannot be run: {error.strerror or error}"


def ended(command: Sequence[str], status: int) -> str:
    """How a program ended: `status` is its exit status or the negative number of a signal. Empty if it succeeded."""
    name = Path(command[0]).name
    if status < 0:
        return f"{name} was ended by signal {-status} ({signal.strsignal(-status)})."
    return f"{name} ended with status {status}." if status else ""


def show(text: str, signals: socket.socket) -> str:
    """Prints a text on the shell's screen, to be selected with the mouse, and waits for a key."""
    with _settings_kept():
        if sys.platform != "win32":
            tty.setcbreak(0)
        advice = "Select it with the mouse. Press q, Esc or Enter to go back to lode."
        print("", *map(visible, text.splitlines()), "", advice, sep="\n", flush=True)  # noqa: T201 - the app does not draw
        while signals.fileno() not in select.select([0, signals.fileno()], [], [])[0]:
            keys = os.read(0, 1024)
            if not keys or set(re.sub(SEQUENCE, b"", keys)) & set(BACK):
                break
    return ""


def stop(signals: socket.socket) -> str:
    """Stops lode's process group, as Ctrl+Z does to any program, until the shell continues it."""
    if sys.platform == "win32" or os.getpgrp() == os.getsid(0):
        return "lode was not started from a shell, so it cannot be suspended."
    os.kill(0, signal.SIGTSTP)
    return ""
