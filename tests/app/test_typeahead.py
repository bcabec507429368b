"""Keys typed faster than the app takes them: what they come to is what they come to one by one."""

from threading import Event

import pytest
from textual.events import Key, Paste
from textual.widgets import Input

from tests.app.seat import sit
from tui.app import typeahead
from tui.dossier.dossier import Dossier
from tui.search.search import Result, Search

TYPED = {
    "a pane, its rows, and on": ["2", "j", "j", "enter", "n", "n"],
    "a row just moved to, kept": ["3", "j", "enter", "left_square_bracket"],
    "a search, a result, and its places": ["/", *"orla", "enter", "n"],
    "a second search after a first": ["/", *"brine", "enter", "/", *"orla", "enter"],
    "a list narrowed, and a row of it": ["2", "\\", *"or", "enter", "j"],
    "a list narrowed, and its first row read": ["2", "\\", *"moss", "enter", "enter"],
    "a filter given up": ["2", "\\", *"or", "escape", "j", "j"],
    "the timeline and back": ["t", "j", "j", "enter", "[", "k"],
    "a comparison": ["3", "j", "c", "j", "n"],
    "letters on highlights": ["4", "f", "a"],
    "copy, left again": ["2", "j", "Y", "escape", "j"],
    "places": ["2", "j", "enter", "2", "j", "enter", "'", "j", "enter"],
    "help, scrolled and left": ["?", "j", "j", "q", "2"],
}


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, no key goes out before its turn."""
    monkeypatch.setattr(typeahead, "PATIENCE", 60.0)


@pytest.mark.sample(2)
@pytest.mark.parametrize("keys", TYPED.values(), ids=TYPED)
async def test_keys_typed_at_once_do_what_they_do_one_by_one(lake: Dossier, keys: list[str]) -> None:
    async with sit(lake) as slow:
        await slow.press(*keys)
        async with sit(lake) as quick:
            await quick.rush(*keys)
            assert quick.text == slow.text
            assert quick.focus == slow.focus


async def test_what_is_typed_after_the_palette_is_for_the_palette(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.rush(":", *"timel")
        assert "timel" in seat.text
        await seat.until(lambda: seat.offered[:1] == ["The timeline of events and dated figures"])


async def test_what_is_pasted_comes_in_its_turn(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.rush("/", "o", Paste("rla"), "enter")
        assert "Orla" in seat.breadcrumb


async def test_a_held_key_is_not_held_up(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2")
        shown: list[object] = []
        seat.app.screen.watch(seat.app.screen, "shown", lambda place: shown.append(place), init=False)
        await seat.rush(*"jjjjjjjj")
        await seat.rush("k")
        assert len(shown) < 9
        async with sit(lake) as slow:
            await slow.press("2", *"jjjjjjjjk")
            assert seat.text == slow.text


async def test_enter_opens_what_was_typed_and_not_what_was_found_before(
    lake: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, hold = Search.ask, Event()

    def slowly(search: Search, text: str, limit: int) -> Result:
        if text == "brine":
            hold.wait(10)
        return ask(search, text, limit)

    async with sit(lake) as seat:
        await seat.press("/")
        await seat.write("orla")
        await seat.until(lambda: "found" in seat.text)
        monkeypatch.setattr(Search, "ask", slowly)
        seat.app.screen.query_one("#query", Input).value = "brine"
        await seat.pilot.pause()
        seat.app.post_message(Key("enter", None))
        await seat.pilot.pause()
        assert "search" in seat.breadcrumb
        hold.set()
        await seat.until(lambda: "search" not in seat.breadcrumb)
        assert "Brine Co" in seat.breadcrumb


async def test_a_key_waits_until_what_enter_opens_is_there(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = Event()
    async with sit(lake) as seat:
        await seat.press("/")
        monkeypatch.setattr(Search, "ask", lambda *_: hold.wait(60) and Result())
        query = seat.app.screen.query_one("#query", Input)
        query.value = "orla"
        await seat.pilot.pause()
        seat.send("enter")
        while not seat.app.screen.going:  # type: ignore[attr-defined]
            await seat.pilot.pause()
        seat.send("n")
        for _ in range(20):
            await seat.pilot.pause(0)
        assert (query.value, seat.app.type_ahead.waits) == ("orla", True)
        hold.set()
        await seat.settle()
        assert query.value == "orlan"


async def test_a_key_does_not_wait_for_ever(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeahead, "PATIENCE", 0.0)
    async with sit(lake) as seat:
        seat.app.screen.going = True  # type: ignore[attr-defined]
        seat.send("2")
        await seat.until(lambda: seat.focus == "entities")
