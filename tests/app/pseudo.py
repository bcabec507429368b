"""A real pseudo-terminal: programs are started in it, keys pressed, and what they write is read."""

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

PATIENCE = 30.0
"""Seconds to wait for what should come at once; a busy machine needs some of them."""

CONTROLLED = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Runs a command with its standard input as its controlling terminal, as a terminal window does."""


class Terminal:
    """The far end of a pseudo-terminal: keys go in, and what was written so far can be asked for."""

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
        self.before = termios.tcgetattr(worker)
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
        """All that came, control sequences included."""

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, *markers: str) -> None:
        """Waits until all markers are in what was written since the last wait, with or without control sequences."""
        deadline = time.monotonic() + PATIENCE
        while not all(marker in self._unread or marker in plain(self._unread) for marker in markers):
            assert self._take(deadline), f"{markers} did not come; last: {plain(self.written)[-2000:]!r}"
        self._read_to = len(self.written)

    _read_to = 0

    @property
    def _unread(self) -> str:
        return self.written[self._read_to :]

    def finish(self) -> int:
        """Takes what comes until the program ends; its exit status."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it does not end"
            self._take(time.monotonic() + 0.05)
        while self._take(time.monotonic() + 0.05):
            pass
        return self.process.returncode

    def settings(self) -> list[object]:
        """The terminal's settings as they are now."""
        return termios.tcgetattr(self._worker)

    def hang_up(self) -> int:
        """Closes the terminal as one closes a window; the exit status of what ran in it."""
        self._close()
        return self.process.wait(PATIENCE)

    @property
    def foreground(self) -> int:
        """The process group that has the terminal."""
        return os.tcgetpgrp(self._master)

    def close(self) -> None:
        """Ends what still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close()

    def _close(self) -> None:
        for end in self._ends:
            os.close(end)
        self._ends = ()

    def _take(self, deadline: float) -> bool:
        """Takes what is there, waiting for it until a moment; whether anything came."""
        ready, _, _ = select.select([self._master], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return False
        self.written += self._decode(os.read(self._master, 65536))
        return True


def plain(written: str) -> str:
    """What was written, without control sequences."""
    return re.sub(
        r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^][^\x1b]*\x1b\\|[ -/]*[0-~])", "", written
    )


def last(written: str, mode: str) -> str:
    """Whether a private mode was last set (h) or reset (l); empty where it was never touched."""
    found = re.findall(rf"\x1b\[\?(?:[\d;]*;)?{mode}(?:;[\d;]*)?([hl])", written)
    return found[-1] if found else ""


def editor(folder: Path, program: str) -> str:
    """An editor in Python, which is taken for vi; the command that runs it."""
    script = folder / "vi"
    script.write_text(f"#!{sys.executable}\n{program}")
    script.chmod(0o755)
    return str(script)
