"""Random keys in the running app, in terminals of any size, while its files change: it never ends by itself.

One walk by default and a dozen in the slow tests; `LODE_FUZZ=20000 python -m pytest tests/hostile` takes as many steps.
"""

import asyncio
import contextlib
import os
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from textual.events import Paste
from textual.keys import key_to_character

from tests.app.app_driver import AppDriver, run_app
from tests.conftest import FUZZ
from tests.hostile.changes import BROKEN, CHANGES, changed, merge_conflict, remove
from tests.hostile.fuzz import fuzzed
from tests.hostile.pieces import ESCAPES, HIDDEN, sound_on_screen
from tests.hostile.queries import QUERIES
from tests.hostile.test_properties import DOSSIERS
from tui.app.commands.actions import ACTIONS
from tui.app.model.watch import changed_records
from tui.app.screens.main import MainScreen
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.text.safe import visible

LENGTH = 200 if FUZZ else 30
"""Steps of a walk."""

LEAVING = {"q", "ctrl+q", "ctrl+c"}
"""Keys that may end the app: a walk goes on, and leaves at its end."""

# Keys

BOUND = sorted({key_to_character(key) or key for action in ACTIONS for key in action.keys} - LEAVING)

OTHERS = [
    *"a e i 0 9 . ~ é 湖 backspace delete insert left right ctrl+a ctrl+e ctrl+k ctrl+u ctrl+w ctrl+d ctrl+z".split(),
    *"ctrl+l ctrl+left ctrl+right ctrl+pagedown ctrl+@ shift+end shift+tab alt+x f12".split(),
    *("\u0301", " "),
]

# The first does nothing.
KEYS = (
    st.sampled_from(["f5", *BOUND])
    | st.sampled_from([*"jknN\\/ctf[]", "enter", "escape", "tab"])
    | st.sampled_from(OTHERS)
)

# fmt: off
SEQUENCES = st.sampled_from([
    "\x1b", "\x1b\x1b", "\x1b[A", "\x1b[1;5B", "\x1bOP", "\x1b[15~", "\x1bj", "\x1b[106;5u", "\x1b[27;5;106~", "\x1b[I",
    "\x1b[O", "\x1b[200~pasted\n\x1b[201~", "\x1b[201~", "\x1b[<", "\x1b[?2026;2$y", "\x1b[999;999R",
    "\x1b]52;c;aGk=\x07", "\x1bP+q\x1b\\", "\x1b[M !!", "\x9b5m", "\x7f", "\x08", "\x00", "\x1b[38;2;1;2;3m",
    "\x1b[57441u", "\x1b[1;2R",
])
"""What terminals send, and what they never should."""
# fmt: on

MOUSE = st.tuples(
    st.sampled_from([0, 0, 0, 1, 2, 4, 8, 16, 32, 35, 64, 65, 66, 67, 3, 128]),
    st.integers(0, 320),
    st.integers(0, 110),
    st.sampled_from("Mm"),
    st.booleans(),
)
"""A button's code, a column and a row, which may be off the screen, pressed or released, and if released at once."""

PASTES = QUERIES | st.sampled_from(
    [ESCAPES, HIDDEN, "a\nb\r\nc", "", "湖" * 300, "x" * 5000, "\t", "\ud800", "kind:figure"]
)

SIZES = st.one_of(
    st.tuples(st.integers(1, 300), st.integers(1, 100)),
    st.tuples(st.integers(1, 40), st.integers(1, 12)),
    st.sampled_from([(1, 1), (2, 1), (1, 100), (300, 1), (300, 100), (80, 24), (120, 36), (40, 10), (20, 3), (120, 4)]),
)

FILES = st.tuples(
    st.integers(0, 3),
    st.sampled_from([*BROKEN, *["changed"] * 8, *["as it was"] * 6, "conflict"]),
    CHANGES,
    st.booleans(),
)
"""Which of the files, what becomes of it, and how its bytes change."""

WAYS = st.sampled_from(
    [*"t t# t\\ ' ? f : :the /orla Y ! u ulD 4lld 3jc 3jjc} 2jc{L".split(), "/said\r", "\x06", "2\\orla\r"]
).map(lambda keys: ["escape", "escape", *keys])
"""From where one is to a screen, or to work, that few random keys come to."""

STEPS = st.one_of(
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("press"), KEYS),
    st.tuples(st.just("rush"), st.lists(KEYS, min_size=2, max_size=6)),
    st.tuples(st.just("rush"), WAYS),
    st.tuples(st.just("feed"), SEQUENCES),
    st.tuples(st.just("mouse"), MOUSE),
    st.tuples(st.just("paste"), PASTES),
    st.tuples(st.just("resize"), SIZES),
    st.tuples(st.just("file"), FILES),
    st.tuples(st.just("mend"), st.none()),
)


class Walk:
    """A person at the app, and others at its files."""

    def __init__(self, driver: AppDriver, folder: Path) -> None:
        self._driver = driver
        self.files = sorted(folder.iterdir())
        self._content = [file.read_bytes() for file in self.files]
        self._times = count(1)

    @property
    def main(self) -> MainScreen:
        screen = self._driver.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def ended(self) -> bool:
        """Whether the app was left: the palette offers that too."""
        return self._driver.app.return_code is not None

    async def step(self, what: str, how: Any) -> None:
        """Does one thing, and looks at the screen."""
        driver = self._driver
        match what:
            case "press":
                await driver.press(how)
            case "rush":
                await driver.press_without_pause(*how)
            case "feed":
                await driver.send_terminal_input(how)
            case "mouse":
                button, x, y, state, released = how
                width, height = driver.app.screen.size
                at = f"\x1b[<{button};{x % (width + 2) + 1};{y % (height + 2) + 1}"
                await driver.send_terminal_input(at + state + (f"{at}m" if released else ""))
            case "paste":
                await driver.press_without_pause(Paste(how))
            case "resize":
                await driver.resize(*how)
            case "file":
                self._change(*how)
                self.main.reloader.check()
                await driver.settle()
            case "mend":
                self.mend()
                await driver.settle()
        if not self.ended:
            await self.look()

    async def look(self) -> None:
        """Checks what must hold at any time."""
        driver, main = self._driver, self.main
        assert sound_on_screen(driver.screen_text)
        assert not [problem for problem in main.files.problems if problem.code == "internal"]
        # What is shown is the last good dossier. The app looks at its files by itself too, and may just have done so.
        await driver.wait_until(lambda: main.workspace.dossier is main.files.dossier)

    def _change(self, number: int, what: str, changes: list[Any], by_line: bool) -> None:
        file, content = self.files[number % len(self.files)], self._content[number % len(self.files)]
        remove(file)
        if what in BROKEN:
            BROKEN[what](file)
            return
        if what == "changed":
            content = changed(content, changes, by_line)
        elif what == "conflict":
            content = merge_conflict(content)
        self._write(file, content)

    def mend(self) -> None:
        """Has all files as they were."""
        for file, content in zip(self.files, self._content, strict=True):
            self._write(file, content)
        self.main.reloader.check()

    def _write(self, file: Path, content: bytes) -> None:
        """Writes a file at a time of its own, however fast that goes."""
        remove(file)
        file.write_bytes(content)
        os.utime(file, ns=(next(self._times) * 10**9,) * 2)

    async def come_home(self, dossier: Dossier) -> None:
        """Has all files as they were, leaves whatever is open, and checks that the app shows the dossier."""
        driver = self._driver
        self.mend()
        await driver.resize(120, 36)
        for _ in range(20):
            await driver.press("escape")
            if len(driver.app.screen_stack) == 1 and not self.main.list_filter.edited_list:
                break
        assert len(driver.app.screen_stack) == 1, driver.screen_text
        await self.look()
        assert not self.main.files.stale
        assert changed_records(dossier, self.main.workspace.dossier) == 0
        assert visible(dossier.title)[:4] in driver.breadcrumb
        for pane in "12345":
            await driver.press(pane)
            await self.look()


@fuzzed(1, 12, st.sampled_from(sorted(DOSSIERS)), SIZES, st.lists(STEPS, min_size=LENGTH, max_size=LENGTH), each=LENGTH)
def test_no_key_and_no_file_ends_the_app(name: str, size: tuple[int, int], steps: list[tuple[str, Any]]) -> None:
    async def walk(folder: Path) -> None:
        dossier = open_dossier(DOSSIERS[name](folder))
        async with run_app(dossier, size=size) as driver:
            walk = Walk(driver, folder)
            for number, (what, how) in enumerate(steps):
                note(f"{number}: {what} {how!r}")
                await walk.step(what, how)
                if walk.ended:
                    break
            else:
                await walk.come_home(dossier)
                await driver.press("q")
            assert walk.ended
            assert driver.app.return_code == 0

    # A key writes a report into the current folder.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        asyncio.run(walk(Path(folder)))
