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
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app import lake
from tests.app.seat import SIZE, sit
from tui.app.place import Place

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


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the app on the dossier about a lake, in a folder of its own."""
    started: list[Terminal] = []

    def start(**environment: str) -> Terminal:
        lake.write(tmp_path)
        world = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LODE_CACHE": "",
            "LODE_STATE": "",
            "LODE_CONFIG": "",
            "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        }
        started.append(Terminal([sys.executable, "-m", "tui"], tmp_path, world | environment, SIZE))
        return started[-1]

    yield start
    for terminal in started:
        terminal.close()


def test_a_session(start: Callable[..., Terminal]) -> None:
    terminal = start()
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
    terminal.press("Ys")
    terminal.until("“Salt under the ice”, 1 March 2024", "Enter goes back to lode.")
    terminal.press("\r")
    terminal.until("articles › The Herald", "q quit")
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


EDITOR = """
import sys
from pathlib import Path

line, file = sys.argv[1:]
catalog = Path(file)
print(f"EDITING {line}", flush=True)
input()
catalog.write_text(catalog.read_text().replace(OLD, NEW))
"""
"""Says which line it was opened at, waits for Enter as a person takes her time, and writes."""


def editor(folder: Path, old: str, new: str) -> str:
    """The command of an editor that puts some words in the place of others."""
    script = folder / "editor.py"
    script.write_text(f"OLD, NEW = {old!r}, {new!r}\n{EDITOR}")
    return f"{sys.executable} {script}"


@pytest.mark.slow
def test_the_editor_has_the_terminal_and_gives_it_back(start: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = start(EDITOR=editor(tmp_path, "A lake of salt in the north.", "A lake, newly described."))
    terminal.until("Salt of the north", "2 Entities 24", "q quit")
    terminal.press("2")
    terminal.until("┏━ 2 Entities 24")
    terminal.press("j")
    terminal.until("entities › Orla Lake · preview")
    terminal.press("\r")
    terminal.until("entities › Orla Lake", "Esc to Entities")
    terminal.press("n")
    terminal.until("2 of 4")
    before = terminal.settings()
    terminal.press("e")
    terminal.until(f"EDITING +{lake.CATALOG[: lake.CATALOG.index('id: orla')].count(chr(10)) + 1}")
    # The screen that the shell was in, its cursor and its keys: what an editor finds when it starts.
    assert [last(terminal.written, mode) for mode in ("1049", "25", "1000")] == ["l", "h", "l"]
    assert terminal.settings() == terminal.before
    terminal.press("\r")
    terminal.until("entities › Orla Lake", "Orla Lake 2 of 4", "newly described", "Reloaded: 1 record changed.")
    assert last(terminal.written, "1049") == "h"
    assert terminal.settings() == before
    terminal.press("n")
    terminal.until("3 of 4")
    terminal.press("q")
    assert terminal.finish() == 0
    assert terminal.settings() == terminal.before
    assert "Traceback" not in terminal.written


@pytest.mark.slow
async def test_from_selected_words_to_a_figure(start: Callable[..., Terminal], tmp_path: Path) -> None:
    (tmp_path / "seen").mkdir()
    async with sit(lake.lake(tmp_path / "seen"), Place("a-ledger"), SIZE) as seat:
        at = seat.find("30 meters", "text")[0]
    terminal = start(EDITOR=editor(tmp_path, "    subject:\n", "    subject: northland\n"))
    terminal.until("Salt of the north", "q quit")
    terminal.press("j")
    terminal.until("30 meters in", "line 1 of 8")
    x, y, end = at.x + 1, at.y + 1, at.x + len("30 meters")
    terminal.press(f"\x1b[<0;{x};{y}M\x1b[<32;{end};{y}M\x1b[<0;{end};{y}m")
    terminal.press("D")
    line = lake.CATALOG[: lake.CATALOG.index("events:")].count("\n") + 1
    terminal.until(f"EDITING +{line}")
    terminal.press("\r")
    terminal.until("3 Figures 5", "Reloaded: 1 record changed.")
    terminal.press("q")
    assert terminal.finish() == 0
    written = (tmp_path / "catalog.yaml").read_text().splitlines()[line - 1 :]
    assert written[:9] == [
        '  - id: "draft-30-meters"',
        "    draft: true",
        '    measure: "depth"',
        "    subject: northland",
        "    sources:",
        '      - article: "a-ledger"',
        '        quote: "30 meters"',
        '        number: "30 meters"',
        "events:",
    ]
