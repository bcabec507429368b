"""The app in a real pseudo-terminal, as a person's shell starts it: found, walked, left, and the terminal as before."""

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

import pytest

from tests.app import lake

PATIENCE = 30.0
"""Seconds to wait for what should come at once; a busy machine needs some of them."""


class Terminal:
    """The far end of a pseudo-terminal: keys go in, and what was written so far can be asked for."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str], size: tuple[int, int]) -> None:
        self._master, worker = pty.openpty()
        fcntl.ioctl(worker, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(worker)
        self._worker = worker
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=worker, stdout=worker, stderr=worker, start_new_session=True
        )
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self.written = ""
        """All that came, control sequences included."""

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, *markers: str) -> None:
        """Waits until all markers stand in what was written since the last wait, and forgets it."""
        deadline = time.monotonic() + PATIENCE
        while not all(marker in plain(self.written[self._read_to :]) for marker in markers):
            assert self._take(deadline), f"{markers} did not come; last: {plain(self.written)[-2000:]!r}"
        self._read_to = len(self.written)

    _read_to = 0

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

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self._worker)

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


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_a_session(tmp_path: Path) -> None:
    lake.write(tmp_path)
    root = Path(__file__).parent.parent.parent
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LODE_CACHE": "",
        "LODE_STATE": "",
        "PYTHONPATH": str(root),
    }
    terminal = Terminal([sys.executable, "-m", "tui"], tmp_path, environment, (120, 36))
    try:
        terminal.until("Salt of the north", "1 Articles 3", "2 Entities 24", "4 Text", "q quit")
        terminal.press("/")
        terminal.until("Search everything", "F1 help")
        terminal.press("orlla")
        terminal.until("entity  Orla Lake", "“orlla” is nowhere: showing Orla", "Orla Lake 1 of 4")
        terminal.press("\r")
        terminal.until("entities › Orla Lake", "Esc to Entities")
        terminal.press("n")
        terminal.until("2 of 4", "2 of 2 here")
        terminal.press("n")
        terminal.until("3 of 4", "Next article: A look at the books")
        terminal.press("[[")
        terminal.until("articles › The Herald", "line 1 of 43")
        terminal.press("q")
        assert terminal.finish() == 0
        assert terminal.settings() == terminal.before
        written = terminal.written
        # The alternate screen was used and left, the cursor hidden and shown, and the mouse let go.
        assert last(written, "1049") == "l"
        assert last(written, "25") == "h"
        for mode in ("1000", "1003", "1006", "1015", "2004"):
            assert last(written, mode) == "l", mode
        after = plain(written[written.rindex("\x1b[?1049l") :])
        assert "Traceback" not in written
        assert not after.strip()
    finally:
        terminal.close()
