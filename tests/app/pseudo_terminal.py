"""Runs a program in a pseudo-terminal, presses keys, and reads what the program writes."""

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.lode_process import PATIENCE

CONTROLLED = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Runs a command with its standard input as its controlling terminal, as a terminal window does."""


class Terminal:
    """The controlling end of a pseudo-terminal with a program in it."""

    def __init__(
        self,
        command: list[str],
        folder: Path,
        environment: dict[str, str],
        size: tuple[int, int],
        controls: bool = True,
    ) -> None:
        self._master, worker = pty.openpty()
        fcntl.ioctl(worker, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.initial_settings = termios.tcgetattr(worker)
        self._worker = worker
        self._ends: tuple[int, ...] = (self._master, worker)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", CONTROLLED, *command] if controls else command,
            cwd=folder,
            env=environment,
            stdin=worker,
            stdout=worker,
            stderr=worker,
            start_new_session=True,
        )
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self.written = ""
        """All output so far, with control sequences."""

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for(self, *markers: str) -> None:
        """Waits until all markers are in the output since the last wait, with or without control sequences."""
        deadline = time.monotonic() + PATIENCE
        while not all(
            marker in self._unread or marker in without_control_sequences(self._unread) for marker in markers
        ):
            assert self._read_output(deadline), (
                f"{markers} did not come; last: {without_control_sequences(self.written)[-2000:]!r}"
            )
        self._read_to = len(self.written)

    _read_to = 0

    @property
    def _unread(self) -> str:
        return self.written[self._read_to :]

    def wait_for_exit(self) -> int:
        """Reads the output until the program ends, and returns its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it does not end"
            self._read_output(time.monotonic() + 0.05)
        while self._read_output(time.monotonic() + 0.05):
            pass
        return self.process.returncode

    def current_settings(self) -> list[object]:
        """The terminal's settings as they are now."""
        return termios.tcgetattr(self._worker)

    def hang_up(self) -> int:
        """Closes the terminal as closing its window does, and returns the program's exit status."""
        self._close()
        return self.process.wait(PATIENCE)

    @property
    def foreground_group(self) -> int:
        """The foreground process group of the terminal."""
        return os.tcgetpgrp(self._master)

    def close(self) -> None:
        """Kills the program if it still runs, and closes the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close()

    def _close(self) -> None:
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def _read_output(self, deadline: float) -> bool:
        """Reads available output, waiting until `deadline` for some; whether there was any."""
        ready, _, _ = select.select([self._master], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return False
        self.written += self._decode(os.read(self._master, 65536))
        return True


def without_control_sequences(written: str) -> str:
    """Output without its control sequences."""
    return re.sub(
        r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^][^\x1b]*\x1b\\|[ -/]*[0-~])", "", written
    )


def last_mode(written: str, mode: str) -> str:
    """How a private mode was last changed: `h` (set) or `l` (reset); empty if it never was."""
    found = re.findall(rf"\x1b\[\?(?:[\d;]*;)?{mode}(?:;[\d;]*)?([hl])", written)
    return found[-1] if found else ""


def write_editor(folder: Path, program: str) -> str:
    """Writes a Python program that lode takes for vi; returns the command that runs it."""
    script = folder / "vi"
    script.write_text(f"#!{sys.executable}\n{program}")
    script.chmod(0o755)
    return str(script)
