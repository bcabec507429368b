"""The app is open, and anything at all is saved over the catalog and its articles: it goes on."""

import os
import random
from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tests.app.sample_dossier import CATALOG, HERALD, write_sample_dossier
from tests.conftest import FUZZ
from tests.hostile.changes import changed
from tests.hostile.pieces import ESCAPES, HIDDEN, MARKUP
from tui.app.screens.main import MainScreen
from tui.linking.link import open_dossier

PIECES = [ESCAPES, HIDDEN, MARKUP, "\0", "\u2028", "\r", "- ", ": ", "{", "[", "*a", '"', "'", "<<<<<<< a\n"]
PIECES += ["9" * 5000, "1E9999999"]
KEYS = [*"jkJKnNGg12345ctuvsfz[]!?{}'"]
SAVES = FUZZ or 40


def spoilt(text: str, chance: random.Random) -> bytes:
    """A text in which some lines or bytes are lost, doubled, swapped or spoilt."""
    changes = [
        (
            chance.choice(["delete", "double", "swap", "insert", "cut"]),
            chance.random(),
            chance.random(),
            chance.choice(PIECES).encode("utf-8", "surrogatepass"),
            "",
        )
        for _ in range(chance.randint(1, 3))
    ]
    return changed(text.encode("utf-8", "surrogatepass"), changes, by_line=chance.random() < 0.7)


@pytest.mark.slow
async def test_whatever_is_saved_the_app_goes_on(tmp_path: Path) -> None:
    path, herald = write_sample_dossier(tmp_path), tmp_path / "herald.txt"
    chance = random.Random(FUZZ)
    async with run_app(open_dossier(path)) as driver:
        screen = driver.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        for save in range(SAVES):
            kind = chance.random()
            if kind < 0.7:
                path.write_bytes(spoilt(CATALOG, chance))
            elif kind < 0.85:
                herald.write_bytes(spoilt(HERALD, chance))
            elif kind < 0.95:
                herald.unlink(missing_ok=True)
            else:
                path.write_text(CATALOG)
                herald.write_text(HERALD)
            for file in (path, herald):
                if file.exists():
                    os.utime(file, ns=(save * 10**9, save * 10**9))
            screen.reloader.check()
            await driver.settle()
            await driver.press(*chance.choices(KEYS, k=4), "escape")
            assert driver.app.return_code is None, f"save {save}"
        path.write_text(CATALOG)
        herald.write_text(HERALD)
        screen.reloader.check()
        await driver.settle()
        await driver.press("escape")
        assert "error" not in driver.breadcrumb
