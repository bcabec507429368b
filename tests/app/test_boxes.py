"""The boxes that open over the panes show all of their text at every size."""

from pathlib import Path

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.app.sample_dossier import CATALOG, write_sample_dossier
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.text.safe import visible

MISQUOTED = CATALOG.replace("the 40 million tons that the Brine Company claims", "the 40 million tons which it claims")


def box_text(driver: AppDriver) -> str:
    """What is seen of the box, as one text."""
    return " ".join(driver.content("box").replace("›", " ").split())


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 12)])
async def test_every_problem_is_read_whole_where_the_cursor_comes(tmp_path: Path, size: tuple[int, int]) -> None:
    path = write_sample_dossier(tmp_path)
    path.write_text(MISQUOTED, encoding="utf-8")
    dossier = open_dossier(path)
    assert len(dossier.problems) > 2 and any(problem.hint for problem in dossier.problems)
    async with run_app(dossier, Place.at("orla")) as driver:
        await driver.press("!")
        await driver.resize(*size)
        for problem in dossier.problems:
            place = f"{problem.mark.line}:{problem.mark.column} {problem.severity} "
            assert driver.cursor_row("box").startswith(place)
            hint = f"; nearest: {problem.hint}" if problem.hint else ""
            assert place + " ".join(visible(problem.message + hint).split()) in box_text(driver)
            await driver.press("j")


@pytest.mark.slow
async def test_help_is_wrapped_again_at_another_width(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        await driver.press("?")
        for size in ((80, 24), (60, 24), (40, 24), (120, 36)):
            await driver.resize(*size)
            assert "next, previous place" in box_text(driver).casefold()
            assert "…" not in box_text(driver)
        await driver.resize(40, 24)
        await driver.press("j", "j", "j")
        scrolled = driver.content("box")
        await driver.resize(40, 20)
        assert driver.content("box").split("\n")[0] == scrolled.split("\n")[0]


@pytest.mark.slow
@pytest.mark.parametrize("key", ["'", "?", "Y"])
async def test_a_click_beside_a_box_closes_it(sample_dossier: Dossier, key: str) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        before = driver.screen_text
        await driver.press(key)
        at = driver.region("box")
        await driver.click_at(at.x + 2, at.y + 1)
        assert driver.screen_text != before
        await driver.click_at(60, 0)
        assert driver.screen_text == before


@pytest.mark.sample(1)
@pytest.mark.parametrize("key", ["'", "?", "Y", "ctrl+p"])
async def test_no_keys_of_the_screen_are_offered_below_a_box(sample_dossier: Dossier, key: str) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        before = driver.footer
        await driver.press(key)
        await driver.wait_until(lambda: driver.footer == "")
        await driver.press("escape")
        await driver.wait_until(lambda: driver.footer == before)
