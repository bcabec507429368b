"""Zooming panes and moving the borders between them, by keys and mouse."""

import pytest
from textual.geometry import Offset

from tests.app.app_driver import PANES, run_app
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(200, 50), (120, 36), (80, 24)])
@pytest.mark.parametrize("key", list("12345"))
async def test_zooming_shows_one_pane_and_takes_nothing(
    sample_dossier: Dossier, key: str, size: tuple[int, int]
) -> None:
    async with run_app(sample_dossier, Place.at("orla"), size) as driver:
        await driver.press("4", *"jjjjjjjjjjjj", key)
        before, top = driver.screen_text, driver.text_lines()[0]
        await driver.press("z")
        assert driver.visible_panes == [PANES[int(key) - 1]] == [driver.focused]
        assert "zoomed" in driver.breadcrumb and "Esc all panes" in driver.footer
        if key == "4":
            assert top.split()[0] in driver.text_lines()[0].split()
        other = {"5": "4"}.get(key, "5")
        await driver.press(other)
        assert driver.visible_panes == [PANES[int(other) - 1]]
        await driver.press(key, "escape")
        assert driver.screen_text == before
        await driver.press("z", "z", "]")
        assert driver.footer.startswith("Nothing later in the history.")


@pytest.mark.slow
async def test_zooming_at_the_end_of_an_article_comes_back_to_the_line(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "G")
        before = driver.screen_text
        await driver.press("z")
        assert (
            driver.text_lines()[-1].startswith("https://example.org")
            or "https://example.org/salt" in driver.text_lines()
        )
        await driver.press("z")
        assert driver.screen_text == before


@pytest.mark.slow
async def test_what_is_chosen_while_the_text_is_away_is_seen_when_it_comes_back(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(120, 24)) as driver:
        await driver.press("2", "z", *"jjjj", "enter", "z")
        assert "".join(driver.current_words) == "Ada Moss"
        await driver.press("2", "z", *"jjj", "enter")
        assert driver.current_words == ["Cedar"]
        await driver.press("z")
        assert driver.current_words == ["Cedar"]


async def test_a_message_says_that_there_is_only_one_pane(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(59, 14)) as driver:
        await driver.press("z")
        assert driver.footer.startswith("There is room for one pane only.")
        assert "zoomed" not in driver.breadcrumb


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("size", "pane", "key", "change"),
    [
        ((120, 36), "2", ">", (4, 0)),
        ((120, 36), "2", "<", (-4, 0)),
        ((120, 36), "2", "+", (0, 2)),
        ((120, 36), "3", "-", (0, -2)),
        ((120, 36), "1", "-", (0, -2)),
        ((120, 36), "4", ">", (4, 0)),
        ((120, 36), "4", "+", (0, 2)),
        ((120, 36), "5", "-", (0, -2)),
        ((120, 36), "5", "<", (-4, 0)),
        ((200, 50), "4", ">", (4, 0)),
        ((200, 50), "5", ">", (4, 0)),
        ((200, 50), "1", ">", (4, 0)),
    ],
)
async def test_keys_grow_and_shrink_the_focused_pane(
    sample_dossier: Dossier, size: tuple[int, int], pane: str, key: str, change: tuple[int, int]
) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        await driver.press("4", *"jjjjjjjj", pane)
        before, (width, height) = driver.screen_text, driver.region(PANES[int(pane) - 1]).size
        await driver.press(key)
        assert driver.region(PANES[int(pane) - 1]).size == (width + change[0], height + change[1])
        await driver.press("=")
        assert driver.screen_text == before


async def test_a_pane_grows_from_what_the_keys_before_made_of_it(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        width, height = driver.region("entities").size
        await driver.press("z")
        await driver.type_text("z>")
        assert driver.region("entities").size == (width + 4, height)


@pytest.mark.slow
async def test_no_pane_is_squeezed_out(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for pane, keys in (("2", ">+"), ("2", "<-"), ("5", ">+"), ("5", "<-"), ("1", "+"), ("3", "+")):
            await driver.press(pane, *(keys * 20))
            assert driver.visible_panes == list(PANES)
            for each in PANES:
                assert min(driver.region(each).width - 22, driver.region(each).height - 2) > 0, (pane, keys, each)
        wide = driver.region("entities").width
        await driver.press("2", "<")
        assert driver.region("entities").width < wide, "presses beyond the widest are not saved up"


@pytest.mark.slow
async def test_where_no_border_can_be_moved_it_is_said(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(200, 50)) as driver:
        await driver.press("4", "+")
        assert driver.footer.startswith("There is no border to move.")
        await driver.press("z", ">")
        assert driver.footer.startswith("There is no border to move.")


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("size", "grip", "to", "pane", "change"),
    [
        ((120, 36), (43, 15), (53, 15), "entities", (10, 0)),
        ((120, 36), (44, 15), (34, 17), "entities", (-10, 0)),
        ((120, 36), (80, 20), (80, 15), "details", (0, 5)),
        ((120, 36), (80, 21), (80, 25), "details", (0, -4)),
        ((120, 36), (10, 21), (10, 18), "figures", (0, 3)),
        ((120, 36), (10, 9), (10, 7), "articles", (0, -2)),
        ((200, 50), (141, 9), (131, 9), "details", (10, 0)),
        ((200, 50), (58, 9), (68, 9), "text", (-10, 0)),
    ],
)
async def test_borders_are_dragged(
    sample_dossier: Dossier,
    size: tuple[int, int],
    grip: tuple[int, int],
    to: tuple[int, int],
    pane: str,
    change: tuple[int, int],
) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        await driver.press("2")
        before, (width, height) = driver.screen_text, driver.region(pane).size
        await driver.drag(Offset(*grip), Offset(*to))
        assert driver.region(pane).size == (width + change[0], height + change[1])
        assert driver.focused == "entities" and driver.app.screen.get_selected_text() is None
        moved = (to[0], grip[1]) if change[0] else (grip[0], to[1])
        await driver.click_at(*moved, times=2)
        assert driver.screen_text == before


@pytest.mark.slow
async def test_what_was_moved_holds_in_other_sizes_and_comes_back(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", ">", ">", "5", "+")
        before = driver.screen_text
        for size in [(200, 50), (80, 24), (100, 24), (120, 36)]:
            await driver.resize(*size)
        assert driver.screen_text == before
