"""Keys of compare and the timeline."""

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.app.key_tests import PANE_IDS, PANE_KEYS, PANES, keep_orla, key_test
from tui.app.commands.actions import COMPARE, LIST, TIMELINE
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier


@key_test("copy-as", where=(COMPARE, TIMELINE))
async def test_copy_a_row_in_another_form(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", key, "i")
    assert driver.app.clipboard == ("orla-company" if where == COMPARE else "orla-survey")
    assert driver.footer.startswith(f"Copied: {driver.app.clipboard}  ")


async def open_split_view(driver: AppDriver, where: str) -> None:
    """Orla Lake's figures compared, or the timeline."""
    await driver.press("2", "c" if where == COMPARE else "t")


@key_test("compare", where=PANES, quick=True)
async def test_compare(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press(key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"
    assert "CONFLICT" in driver.content("upper")
    assert driver.content("upper").count("●") + driver.content("upper").count("├") == 2
    await driver.press("escape")
    assert driver.focused_panes == [PANE_IDS[where]]


@key_test("timeline", where=PANES)
async def test_timeline(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.title("upper") == "Timeline"
    assert [line.lstrip("› ").split()[0] for line in driver.content("upper").split("\n")[:2]] == ["1990", "2023"]
    await driver.press("escape")
    assert driver.focused_panes == [PANE_IDS[where]]


@key_test("next-group", where=(COMPARE,))
async def test_next_group(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    assert driver.subtitle("upper").startswith("group 1 of 2")
    await driver.press(key)
    assert driver.title("upper") == "Compare · Orla Lake’s depth"
    assert driver.current_words == ["30 meters"]


@key_test("previous-group", where=(COMPARE,))
async def test_previous_group(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("}", key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"


@key_test("logarithmic", where=(COMPARE,))
async def test_logarithmic(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    before = driver.content("upper")
    assert driver.subtitle("upper").endswith("from 0")
    await driver.press(key)
    assert driver.subtitle("upper").endswith("logarithmic")
    await driver.press("escape", "c")
    assert driver.subtitle("upper").endswith("logarithmic"), "the axis is kept"
    await driver.press(key)
    assert driver.content("upper") == before


@key_test("narrow", where=(TIMELINE,))
async def test_filter_the_timeline(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    before = driver.screen_lines
    await driver.press(key)
    await driver.type_text("survey")
    assert driver.title("upper") == "Timeline · 1 of 2 · \\ survey"
    assert "Esc cancel" in driver.footer
    assert driver.current_words == ["31.5 million tons"]
    await driver.press("escape")
    assert driver.screen_lines == before
    await driver.press(key, *"survey", "enter")
    assert driver.current_words == ["31.5 million tons"]


@key_test("timeline-figures", where=(TIMELINE,))
async def test_timeline_without_figures(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press(key)
    assert "2023" not in driver.content("upper")
    await driver.press(key)
    assert "2023" in driver.content("upper")


@key_test("timeline-minor", where=(TIMELINE,))
async def test_timeline_without_minor_events(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    assert "minor" not in driver.footer
    await driver.press(key)
    assert driver.footer.startswith("The catalog has no minor events.")


@pytest.mark.slow
async def test_minor_events_are_shown_on_demand(dossier: Dossier) -> None:
    minor = next(event for event in dossier.events.values() if event.minor)
    async with run_app(dossier) as driver:
        await driver.press("t", "g")
        before = driver.screen_lines
        await driver.press("m")
        assert driver.title("upper") == "Timeline" and driver.footer.startswith("2 minor events shown.")
        await driver.press("g")
        assert minor.what in driver.content("upper")
        await driver.press("m", "g")
        assert driver.screen_lines == before
    async with run_app(dossier, Place.at(minor.id)) as driver:
        await driver.press("t")
        assert minor.what in driver.cursor_row("upper"), "the timeline shows the present record"


@key_test("places", where=(COMPARE, TIMELINE))
async def test_history_from_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("3", "enter")
    await open_split_view(driver, where)
    before = driver.screen_lines
    await driver.press(key)
    assert driver.title("box").startswith("History ")
    await driver.press("escape")
    assert driver.screen_lines == before
    await driver.press(key, "enter")
    assert driver.breadcrumb.startswith("Salt of the north › figures › ")
    assert f"Esc to {where}" in driver.footer
    await driver.press("escape")
    assert driver.screen_lines[1:-1] == before[1:-1]


@pytest.mark.slow
async def test_a_key_of_another_place_says_that_it_does_nothing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for place, key in ((LIST, "#"), (LIST, "Z"), (COMPARE, "2"), (TIMELINE, "V")):
            await driver.press(*({COMPARE: "2c", TIMELINE: "t"}.get(place, "")), key)
            assert driver.footer.startswith(f"{key} does nothing here. ? lists the keys.")
            await driver.press("escape")


@key_test("keep", where=(COMPARE, TIMELINE))
async def test_keep_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", key)
    claim = ["40 million tons"] if where == COMPARE else ["31.5 million tons"]
    assert (driver.current_words, driver.focused) == (claim, "text")
    await driver.press("[")
    assert driver.title("upper").startswith("Compare" if where == COMPARE else "Timeline")
    assert driver.current_words == claim
    await driver.press("[")
    assert driver.current_words == ["Orla Lake"]


@key_test("search", where=(COMPARE, TIMELINE))
async def test_search_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j")
    before = driver.screen_text
    await driver.press(key)
    assert driver.title("query") == "Search everything"
    await driver.press("escape")
    assert driver.screen_text == before, "a search that is cancelled leaves no trace"
    await driver.search_for("moss")
    await driver.press("enter")
    assert (driver.focused, driver.breadcrumb.partition("  ")[0]) == ("text", "Salt of the north › entities › Ada Moss")
    assert f"Esc to {where}" in driver.footer
    await driver.press("escape")
    assert driver.screen_text == before
    await driver.press("escape")
    assert driver.current_words == ["Orla Lake"]


@key_test("back", where=(COMPARE, TIMELINE))
async def test_back_from_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "enter", "2")
    before = driver.screen_text
    await driver.press("c" if where == COMPARE else "t", "j", key)
    assert driver.screen_text == before, "one that was only looked at leaves no trace"
    await driver.press("c" if where == COMPARE else "t", "j", "enter", "[")
    split_view = driver.screen_text
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    await driver.press("]")
    assert driver.screen_text == split_view


@key_test("forward", where=(COMPARE, TIMELINE))
async def test_forward_from_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", key)
    assert driver.footer.startswith("Nothing later in the history.")
    await driver.press("enter")
    read = driver.text_lines()
    await driver.press("[", key)
    assert driver.text_lines() == read
    assert driver.focused == "text"


@key_test("next-occurrence", where=(COMPARE, TIMELINE))
async def test_next_occurrence_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", key)
    if where == COMPARE:
        assert driver.subtitle("lower").startswith("40 Mt 2 of 2")
        assert driver.title("lower") == "Text · A look at the books · [10 May 2024]"
    else:
        assert driver.subtitle("lower").startswith("31.5 Mt 1 of 1")


@key_test("previous-occurrence", where=(COMPARE, TIMELINE))
async def test_previous_occurrence_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", "n", key)
    assert driver.subtitle("lower").startswith("40 Mt 1 of 2" if where == COMPARE else "31.5 Mt 1 of 1")


@key_test("scroll-text-down", "scroll-text-up", where=(COMPARE, TIMELINE))
async def test_scroll_the_text_of_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j" if where == COMPARE else "g")
    before = driver.text_lines("lower")
    await driver.press("J")
    if key in ("J", "shift+down"):
        assert driver.text_lines("lower")[:-3] == before[3:]
    else:
        await driver.press(key)
        assert driver.text_lines("lower") == before


@key_test("leave", where=(COMPARE, TIMELINE))
async def test_leave_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "n")
    before = driver.screen_text
    await driver.press("c" if where == COMPARE else "t", "j", key)
    assert driver.screen_text == before


@key_test("copy-citation", where=(COMPARE, TIMELINE))
async def test_copy_citation_of_a_row(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press("j", key)
    expected = (
        "“Orla Lake holds 40 million tons" if where == COMPARE else "“The Geological Survey puts Orla Lake at 31.5"
    )
    assert driver.app.clipboard.startswith(expected)
    assert driver.footer.startswith("Copied: “")


@key_test("help", where=(COMPARE, TIMELINE))
async def test_help_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    assert driver.footer.endswith("? help  q close")
    before = driver.screen_text
    await driver.press(key)
    assert driver.title("box") == f"Help · {where.capitalize()}"
    assert "Scroll the text" in driver.content("box")
    await driver.press("escape")
    assert driver.screen_text == before


@key_test("close", where=(COMPARE, TIMELINE))
async def test_close_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await open_split_view(driver, where)
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake")
    assert driver.app.return_code is None


DOWN, UP = ("next-row", "last"), ("previous-row", "first")
PAGE_DOWN, PAGE_UP = ("page-down", "half-list-down"), ("page-up", "half-list-up")


async def assert_moves(driver: AppDriver, where: str, start: str, key: str) -> None:
    """A key moves the cursor of a list with two rows from one end to the other."""
    await open_split_view(driver, where)
    await driver.press("g" if start == "G" else "G")
    other_end = driver.cursor_row("upper")
    await driver.press(start)
    assert driver.cursor_row("upper") != other_end
    await driver.press(key)
    assert driver.cursor_row("upper") == other_end


@key_test(*DOWN, where=(COMPARE, TIMELINE))
async def test_down_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await assert_moves(driver, where, "g", key)


@key_test(*UP, where=(COMPARE, TIMELINE))
async def test_up_in_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await assert_moves(driver, where, "G", key)


@key_test(*PAGE_DOWN, where=(TIMELINE,))
async def test_page_down_in_the_timeline(driver: AppDriver, key: str, where: str) -> None:
    await assert_moves(driver, where, "g", key)


@key_test(*PAGE_UP, where=(TIMELINE,))
async def test_page_up_in_the_timeline(driver: AppDriver, key: str, where: str) -> None:
    await assert_moves(driver, where, "G", key)


@key_test(*PAGE_DOWN, where=(COMPARE,))
async def test_page_down_in_compare(driver: AppDriver, key: str, where: str) -> None:
    await driver.resize(80, 14)
    await open_split_view(driver, where)
    before = driver.content("upper")
    await driver.press(key)
    assert driver.content("upper") != before and before.split("\n")[-1] in driver.content("upper")


@key_test(*PAGE_UP, where=(COMPARE,))
async def test_page_up_in_compare(driver: AppDriver, key: str, where: str) -> None:
    await driver.resize(80, 14)
    await open_split_view(driver, where)
    before = driver.content("upper")
    await driver.press({"ctrl+u": "ctrl+d"}.get(key, "pagedown"))
    assert driver.content("upper") != before
    await driver.press(key)
    assert driver.content("upper") == before
