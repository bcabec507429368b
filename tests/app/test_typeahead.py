"""Keys that are typed faster than the app handles them have the same effect as keys typed one by one."""

from threading import Event

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from tests.app.app_driver import run_app
from tui.app.commands import typeahead
from tui.dossier.dossier import Dossier
from tui.search.results import SearchResult
from tui.search.search import Search

TYPED = {
    "a pane, its rows, and on": ["2", "j", "enter", "n", "n"],
    "a row just moved to, kept": ["3", "enter", "left_square_bracket"],
    "a search, a result, and its places": ["/", *"orla", "enter", "n"],
    "a second search after a first": ["/", *"brine", "enter", "/", *"orla", "enter"],
    "a list narrowed, and a row of it": ["2", "\\", *"or", "enter", "j"],
    "a list narrowed, and its first row read": ["2", "\\", *"moss", "enter", "enter"],
    "a filter given up": ["2", "\\", *"or", "escape", "j", "j"],
    "the timeline and back": ["t", "j", "j", "enter", "[", "k"],
    "a comparison": ["3", "c", "j", "n"],
    "letters on highlights": ["4", "f", "a"],
    "copy, left again": ["2", "Y", "escape", "j"],
    "places": ["2", "enter", "2", "enter", "'", "j", "enter"],
    "help, scrolled and left": ["?", "j", "j", "q", "2"],
}


@pytest.mark.sample(1)
@pytest.mark.parametrize("keys", TYPED.values(), ids=TYPED)
async def test_keys_typed_at_once_have_the_same_effect(sample_dossier: Dossier, keys: list[str]) -> None:
    async with run_app(sample_dossier) as slow:
        await slow.press(*keys)
        async with run_app(sample_dossier) as quick:
            await quick.press_without_pause(*keys)
            assert quick.screen_text == slow.screen_text
            assert quick.focused == slow.focused


@pytest.mark.slow
async def test_what_is_typed_after_the_palette_is_for_the_palette(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press_without_pause(":", *"timel")
        assert "timel" in driver.screen_text
        await driver.wait_until(lambda: driver.palette_lines[0].endswith("  Timeline of events and figures"))


async def test_what_is_pasted_comes_in_its_turn(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press_without_pause("/", "o", Paste("rla"), "enter")
        assert "Orla" in driver.breadcrumb


@pytest.mark.slow
async def test_all_lines_that_are_pasted_are_searched(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press_without_pause("/", Paste("40 million\ntons "))
        assert driver.content("query") == "40 million tons"


@pytest.mark.slow
async def test_a_held_key_is_not_held_up(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        shown: list[object] = []
        driver.app.screen.watch(driver.app.screen, "shown", lambda place: shown.append(place), init=False)
        await driver.press_without_pause(*"jjjjjjjj")
        await driver.press_without_pause("k")
        assert len(shown) < 9
        async with run_app(sample_dossier) as slow:
            await slow.press("2", *"jjjjjjjjk")
            assert driver.screen_text == slow.screen_text


async def test_enter_opens_what_was_typed_and_not_what_was_found_before(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, hold = Search.find, Event()

    def slow_search(search: Search, text: str, limit: int) -> SearchResult:
        if text == "brine":
            hold.wait(10)
        return find(search, text, limit)

    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        await driver.type_text("orla")
        await driver.wait_until(lambda: "found" in driver.screen_text)
        monkeypatch.setattr(Search, "find", slow_search)
        driver.app.screen.query_one("#query", Input).value = "brine"
        await driver.pilot.pause()
        driver.app.post_message(Key("enter", None))
        await driver.pilot.pause()
        assert "search" in driver.breadcrumb
        hold.set()
        await driver.wait_until(lambda: "search" not in driver.breadcrumb)
        assert "Brine Co" in driver.breadcrumb


async def test_a_key_waits_until_what_enter_opens_is_there(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold = Event()
    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        monkeypatch.setattr(Search, "find", lambda *_: hold.wait(60) and SearchResult())
        query = driver.app.screen.query_one("#query", Input)
        query.value = "orla"
        await driver.pilot.pause()
        driver.post_key("enter")
        while not driver.app.screen.answer_pending:  # type: ignore[attr-defined]
            await driver.pilot.pause()
        driver.post_key("n")
        for _ in range(20):
            await driver.pilot.pause(0)
        assert (query.value, driver.app.type_ahead.waits) == ("orla", True)
        hold.set()
        await driver.settle()
        assert query.value == "orlan"


async def test_a_key_does_not_wait_for_ever(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeahead, "MAX_DELAY", 0.0)
    async with run_app(sample_dossier) as driver:
        driver.app.screen.list_filter.confirmed = driver.app.screen.query_one("#entities-pane")  # type: ignore[attr-defined]
        driver.post_key("2")
        await driver.wait_until(lambda: driver.focused == "entities")
