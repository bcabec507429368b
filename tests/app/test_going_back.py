"""Going back: Escape and [ return to what was on the screen before."""

from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tests.app.test_session import quit_after
from tui.app.model.place import Place
from tui.app.settings.session import last_session
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("start", "away", "word"),
    [
        ("25jj", "enter", "to Details"),
        ("2c", "enter", "to compare"),
        ("t", "enter", "to timeline"),
        ("24", "f a", "back"),
    ],
)
async def test_escape_returns_to_where_one_came_from(sample_dossier: Dossier, start: str, away: str, word: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press(*start)
        before = driver.screen_lines[1:-1]
        await driver.press(*away.split())
        assert driver.focused == "text"
        assert f"Esc {word}  " in driver.footer
        # Walking through what is shown there is a part of it.
        await driver.press("n", "N", "escape")
        assert driver.screen_lines[1:-1] == before


@pytest.mark.sample(1)
@pytest.mark.parametrize("key", ["escape", "["])
@pytest.mark.parametrize(
    ("start", "away", "pane"), [("24", "3gj", "text"), ("2", "3j", "entities"), ("1", "jj", "articles")]
)
async def test_leaving_a_preview_returns_to_the_pane(
    sample_dossier: Dossier, key: str, start: str, away: str, pane: str
) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press(*start)
        before = driver.screen_lines[1:-1]
        await driver.press(*away, key)
        assert driver.focused == pane
        assert driver.screen_lines[1:-1] == before


async def test_escape_returns_to_the_search_and_its_result(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-notes")) as driver:
        before = driver.screen_text
        await driver.search_for("northland")
        await driver.press("down", "down")
        await driver.wait_until(lambda: bool(driver.current_words))
        chosen = driver.cursor_row("results")
        await driver.press("enter")
        assert "Esc to search" in driver.footer
        await driver.press("escape")
        assert (driver.content("query"), driver.cursor_row("results")) == ("northland", chosen)
        await driver.press("escape")
        assert driver.screen_text == before


@pytest.mark.slow
async def test_a_preview_is_a_step_of_the_history(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("1", "j")
        title = driver.title("text")
        await driver.press("2", "j", "4", "[")
        assert driver.title("text") == title, "the article that was previewed from another list"
        await driver.press("[")
        assert driver.title("text").startswith("4 Text · The Herald")
        await driver.press("]")
        assert driver.title("text") == title


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_in_another_window_the_current_sentence_is_shown(
    sample_dossier: Dossier, tmp_path: Path, size: tuple[int, int]
) -> None:
    await quit_after(sample_dossier, tmp_path, "2", "n", "4")
    async with run_app(sample_dossier, session=last_session(sample_dossier, tmp_path), size=size) as driver:
        assert driver.current_words == ["Orla Lake"]
        await driver.press("3")
        await driver.resize(90, 20)
        await driver.press("4", "[")
        assert driver.current_words == ["Orla Lake"]


@pytest.mark.slow
async def test_filters_and_scrolling_come_back(sample_dossier: Dossier, tmp_path: Path) -> None:
    await quit_after(
        sample_dossier,
        tmp_path,
        "t",
        "\\",
        *"1990",
        "enter",
        "escape",
        "escape",
        "2",
        "G",
        "k",
        "3",
        "\\",
        *"depth",
        "enter",
    )
    before = await quit_after(sample_dossier, tmp_path, "1", session=last_session(sample_dossier, tmp_path))
    async with run_app(sample_dossier, session=last_session(sample_dossier, tmp_path)) as driver:
        assert "\\ depth" in driver.subtitle("figures")
        assert driver.content("entities").splitlines()[0] != "Orla Lake            place     4"
        assert driver.screen_text.splitlines()[1:-1] == before.splitlines()[1:-1]


@pytest.mark.slow
async def test_a_hidden_list_that_is_filtered_can_be_drawn_at_once(dossier: Dossier, tmp_path: Path) -> None:
    await quit_after(dossier, tmp_path, "2", "\\", *"rosatom", "enter", "4")
    async with run_app(dossier, session=last_session(dossier, tmp_path), size=(80, 24)) as driver:
        # It may be drawn before it is told its size.
        assert driver.app.screen.query_one("#entities", Rows).top == 0
        await driver.press("2")
        assert driver.cursor_row("entities").startswith("Rosatom")


async def test_steps_that_return_to_where_they_began_are_no_place_to_go_back_to(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "j", "k", "enter", "[")
        before = driver.screen_lines[1:-1]
        await driver.press("]", "n", "N", "[")
        assert driver.screen_lines[1:-1] == before
