"""A screen that opens over the panes is closed once, whatever else happens at that moment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from tests.app.app_driver import AppDriver, run_app
from tests.app.reloading import check_files, rewrite
from tests.app.sample_dossier import CATALOG, write_sample_dossier
from tui.app.model.place import Place
from tui.app.model.search_runner import SearchRunner
from tui.app.screens.main import MainScreen
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

OPENED = {
    "search": ["/"],
    "help": ["?"],
    "places": ["'"],
    "copy": ["Y"],
    "letters": ["f"],
    "palette": [":"],
    "compare": ["c"],
    "timeline": ["t"],
    "help over the timeline": ["t", "?"],
    "copy over compare": ["c", "Y"],
}


def screen_stack(driver: AppDriver) -> list[Screen[object]]:
    return list(driver.app.screen_stack)


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", OPENED)
async def test_a_screen_that_is_dismissed_twice_is_closed_once(sample_dossier: Dossier, name: str) -> None:
    async with run_app(sample_dossier, Place.at("orla-company")) as driver:
        await driver.press(*OPENED[name])
        *below, top = screen_stack(driver)
        for _ in range(2):
            top.dismiss(None)
        await driver.settle()
        assert screen_stack(driver) == below


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("/orla", lambda screen: Input.Submitted(screen.query_one(Input), "orla")),
        ("'", lambda screen: Rows.RowSelected(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("cY", lambda screen: Rows.RowSelected(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("tj", lambda screen: Rows.RowSelected(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("4f", lambda screen: Key("f5", None)),
    ],
)
async def test_enter_and_letters_are_taken_once(
    sample_dossier: Dossier, keys: str, message: Callable[[Screen[object]], Message]
) -> None:
    async with run_app(sample_dossier, Place.at("orla-company")) as driver:
        await driver.press(*keys)
        *below, top = screen_stack(driver)
        # A busy screen gets to the first of them only when the second is there.
        for _ in range(2):
            top.post_message(message(top))
        await driver.settle()
        assert screen_stack(driver) == below
        assert driver.app.return_code is None


@pytest.mark.slow
async def test_search_can_be_left_before_it_has_an_answer(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SearchRunner, "run", lambda *arguments: None)
    async with run_app(sample_dossier) as driver:
        await driver.press("/", "j", "down", "escape", "/")
        assert len(screen_stack(driver)) == 2


@pytest.mark.sample(1)
@pytest.mark.parametrize("over", ["?", "Y"])
async def test_what_is_open_over_a_timeline_that_becomes_empty_is_closed_first(tmp_path: Path, over: str) -> None:
    path = write_sample_dossier(tmp_path)
    undated = (
        CATALOG[: CATALOG.index("events:")].replace("    period: 2023\n", "").replace("        when: in 2023\n", "")
    )
    async with run_app(open_dossier(path)) as driver:
        await driver.press("t", over)
        opened = screen_stack(driver)
        main = opened[0]
        assert isinstance(main, MainScreen)
        rewrite(path, undated)
        await check_files(driver, lambda: not main.workspace.dossier.events)
        await driver.resize(100, 30)
        assert screen_stack(driver) == opened
        await driver.press("escape")
        assert screen_stack(driver) == [main]
        await driver.press("2", "escape")
        assert screen_stack(driver) == [main]


@pytest.mark.slow
async def test_a_comparison_that_comes_back_stays_open(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    single = CATALOG[: CATALOG.index("  - id: orla-survey")]
    async with run_app(open_dossier(path), Place.at("orla-company")) as driver:
        await driver.press("c", "?")
        opened = screen_stack(driver)
        main = opened[0]
        assert isinstance(main, MainScreen)
        rewrite(path, single)
        await check_files(driver, lambda: len(main.workspace.dossier.figures) == 1)
        rewrite(path, CATALOG)
        await check_files(driver, lambda: len(main.workspace.dossier.figures) == 4)
        await driver.press("escape")
        assert screen_stack(driver) == opened[:2]
        assert driver.cursor_row("upper").startswith("40 Mt")
