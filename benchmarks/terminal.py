"""Runs a program in a pseudo-terminal, types, and measures when its output arrives, and what it took."""

import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

QUIET = 0.12
"""Seconds without output after which a program is idle, unless it works or waits for a processor."""

FRAME, FRAME_QUERY = b"\x1b[?2026h", b"\x1b[?2026$p"
"""The beginning of a synchronized frame, and the query whether the terminal supports them."""

TIMEOUT = 60.0
"""Seconds to wait for a text."""

# Programs are measured with their compiled bytecode, which pip writes when it installs them, and with their buffers.
for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
    os.environ.pop(name, None)


class Terminal:
    """A program on a terminal of 120 columns and 36 rows."""

    def __init__(self, *command: str) -> None:
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.environ.update(
                TERM="xterm-256color", COLORTERM="truecolor", COLUMNS="120", LINES="36", LODE_STATE="", LODE_CONFIG=""
            )
            os.execvp(command[0], command)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))

    def until(self, marker: str, timeout: float = TIMEOUT) -> float:
        """Seconds from the start until a text is drawn. Raises TimeoutError if it is not."""
        seen = b""
        while time.perf_counter() - self.started < timeout:
            seen += self._read(0.5)
            if marker.encode() in seen:
                return time.perf_counter() - self.started
        raise TimeoutError(f"{marker!r} was never drawn")

    def press(self, keys: str, marker: str = "") -> float:
        """Types keys, and returns the seconds until a text, or anything at all, is drawn.

        If the text does not change, and is not drawn again, these are the seconds until the last output. Raises
        TimeoutError if there is none.
        """
        self.settle()
        start = last = time.perf_counter()
        os.write(self._fd, keys.encode())
        seen = b""
        while time.perf_counter() - start < TIMEOUT:
            if chunk := self._read(QUIET):
                seen, last = seen + chunk, time.perf_counter()
                if marker.encode() in seen:
                    break
            elif seen and not self._works():
                break
        if not seen:
            raise TimeoutError(f"nothing was drawn after {keys!r}")
        return last - start

    def hold(self, keys: str, rate: int) -> tuple[float, float]:
        """Types keys at a rate per second; returns frames per second, and seconds of processor time per key."""
        self.settle()
        start, before = time.perf_counter(), self.processor_time()
        seen = b""
        for number, key in enumerate(keys):
            while (left := start + number / rate - time.perf_counter()) > 0:
                seen += self._read(left)
            os.write(self._fd, key.encode())
        while chunk := self._read(QUIET):
            seen += chunk
        return seen.count(FRAME) * rate / len(keys), (self.processor_time() - before) / len(keys)

    def processor_time(self) -> float:
        """Seconds of processor time that the program has used."""
        return sum(int(each.split()[0]) for each in self._threads("schedstat")) / 1e9

    def settle(self) -> None:
        """Waits until the program is idle."""
        while self._read(QUIET) or self._works():
            pass

    def _works(self) -> bool:
        """Whether the program works, or would if it had a processor: on a busy machine, silence says nothing."""
        return any(each.rpartition(")")[2].split()[0] == "R" for each in self._threads("stat"))

    def _threads(self, file: str) -> Iterator[str]:
        """What a file of the process file system says of each thread that still runs."""
        for thread in Path(f"/proc/{self._pid}/task").iterdir():
            # A thread may end between being listed and being read.
            with suppress(FileNotFoundError, ProcessLookupError):
                yield (thread / file).read_text()

    def close(self) -> None:
        """Ends the program."""
        os.close(self._fd)
        with suppress(ProcessLookupError):
            os.kill(self._pid, 15)
        os.waitpid(self._pid, 0)

    def _read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        try:
            chunk = os.read(self._fd, 65536) if ready else b""
        except OSError:
            return b""
        if FRAME_QUERY in chunk:
            os.write(self._fd, b"\x1b[?2026;2$y")
        return chunk
