"""Screens that open over the panes are closed once, and the right one is, whatever reaches them in that moment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from tests.app.lake import CATALOG, write
from tests.app.seat import Seat, sit
from tests.app.test_reload import look, rewrite
from tui.app.asking import Asking
from tui.app.place import Place
from tui.app.screens.main import MainScreen
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier

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


def screens(seat: Seat) -> list[Screen[object]]:
    return list(seat.app.screen_stack)


@pytest.mark.sample(3)
@pytest.mark.parametrize("name", OPENED)
async def test_a_screen_that_is_told_twice_is_closed_once(lake: Dossier, name: str) -> None:
    async with sit(lake, Place("orla-company")) as seat:
        await seat.press(*OPENED[name])
        *below, top = screens(seat)
        for _ in range(2):
            top.dismiss(None)
        await seat.settle()
        assert screens(seat) == below


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("/orla", lambda screen: Input.Submitted(screen.query_one(Input), "orla")),
        ("'", lambda screen: Rows.Entered(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("cY", lambda screen: Rows.Entered(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("tj", lambda screen: Rows.Entered(screen.query_one(Rows), screen.query_one(Rows).row)),
        ("4f", lambda screen: Key("f5", None)),
    ],
)
async def test_enter_and_letters_are_taken_once(
    lake: Dossier, keys: str, message: Callable[[Screen[object]], Message]
) -> None:
    async with sit(lake, Place("orla-company")) as seat:
        await seat.press(*keys)
        *below, top = screens(seat)
        # A busy screen gets to the first of them only when the second is there.
        for _ in range(2):
            top.post_message(message(top))
        await seat.settle()
        assert screens(seat) == below
        assert seat.app.return_code is None


async def test_search_can_be_left_before_it_has_an_answer(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Asking, "ask", lambda *arguments: None)
    async with sit(lake) as seat:
        await seat.press("/", "j", "down", "escape", "/")
        assert len(screens(seat)) == 2


@pytest.mark.parametrize("over", ["?", "Y"])
async def test_what_is_open_over_a_timeline_that_becomes_empty_is_closed_first(tmp_path: Path, over: str) -> None:
    path = write(tmp_path)
    undated = (
        CATALOG[: CATALOG.index("events:")].replace("    period: 2023\n", "").replace("        when: in 2023\n", "")
    )
    async with sit(open_dossier(path)) as seat:
        await seat.press("t", over)
        opened = screens(seat)
        main = opened[0]
        assert isinstance(main, MainScreen)
        rewrite(path, undated)
        await look(seat, lambda: not main.desk.dossier.events)
        await seat.resize(100, 30)
        assert screens(seat) == opened
        await seat.press("escape")
        assert screens(seat) == [main]
        await seat.press("2", "j", "escape")
        assert screens(seat) == [main]


async def test_a_comparison_that_comes_back_stays_open(tmp_path: Path) -> None:
    path = write(tmp_path)
    single = CATALOG[: CATALOG.index("  - id: orla-survey")]
    async with sit(open_dossier(path), Place("orla-company")) as seat:
        await seat.press("c", "?")
        opened = screens(seat)
        main = opened[0]
        assert isinstance(main, MainScreen)
        rewrite(path, single)
        await look(seat, lambda: len(main.desk.dossier.figures) == 1)
        rewrite(path, CATALOG)
        await look(seat, lambda: len(main.desk.dossier.figures) == 4)
        await seat.press("escape")
        assert screens(seat) == opened[:2]
        assert seat.row("upper").startswith("40 Mt")
