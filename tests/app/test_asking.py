"""Only the newest question is answered, and one that nobody waits for any more is given up."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from threading import Event
from typing import Any, cast

import pytest
from textual.screen import Screen
from textual.widgets import Input

from tests.app.seat import Seat, sit
from tui.app.asking import Asking
from tui.app.desk import Desk
from tui.app.screens.search import SearchScreen
from tui.app.spots import HITS, Spot, Spots
from tui.dossier.dossier import Dossier
from tui.search.search import Admitted, Result, Search
from tui.search.stopping import check

LONG = 60.0
"""Seconds after which what should have happened at once never will."""


class Later:
    """A desk and a screen on which answers come when the test says so."""

    is_attached, ready = True, False

    def __init__(self) -> None:
        self.leaving = Event()
        self.search = object()
        self.work: list[Callable[[], object]] = []
        self.answers: list[Future[Any]] = []
        self.waiting: list[Coroutine[Any, Any, None]] = []

    def in_thread(self, work: Callable[[], object]) -> "Future[Any]":
        """Takes work, and does it later."""
        self.work.append(work)
        self.answers.append(Future())
        return self.answers[-1]

    def run_worker(self, coroutine: Coroutine[Any, Any, None], group: str) -> None:
        """Takes what waits for an answer."""
        self.waiting.append(coroutine)

    def answer(self, number: int) -> None:
        """Does the work of a question, and hands its answer over."""
        self.deliver(number, self.work[number]())

    def deliver(self, number: int, answer: object) -> None:
        """Hands an answer over."""
        self.answers[number].set_result(answer)
        asyncio.run(self.waiting[number])  # type: ignore[arg-type]


@pytest.fixture
def later() -> Later:
    """What answers when the test says so."""
    return Later()


@pytest.fixture
def asking(later: Later) -> Asking:
    """The questions of a screen that are answered later."""
    return Asking(cast("Screen[Any]", later), lambda: cast(Desk, later))


def test_an_answer_that_comes_after_a_newer_question_is_not_shown(later: Later, asking: Asking) -> None:
    shown: list[object] = []
    asking.ask(lambda search: "old", shown.append)
    done = later.work[0]()
    asking.ask(lambda search: "new", shown.append)
    later.deliver(0, done)
    assert (done, shown, asking.waits) == ("old", [], True)
    later.answer(1)
    assert (shown, asking.waits) == (["new"], False)


def test_an_answer_that_comes_after_the_question_was_given_up_is_not_shown(later: Later, asking: Asking) -> None:
    shown: list[object] = []
    asking.ask(lambda search: "old", shown.append)
    done = later.work[0]()
    asking.forget()
    later.deliver(0, done)
    assert (shown, asking.waits) == ([], False)


def test_an_answer_for_a_screen_that_is_gone_is_not_shown(later: Later, asking: Asking) -> None:
    shown: list[object] = []
    asking.ask(lambda search: "old", shown.append)
    later.is_attached = False
    later.answer(0)
    assert shown == []


def test_making_ready_does_not_take_the_place_of_a_question(later: Later, asking: Asking) -> None:
    shown: list[object] = []
    asking.ask(lambda search: "asked", shown.append)
    asking.make_ready()
    later.answer(0)
    assert (shown, len(later.work)) == (["asked"], 1)


def test_one_question_is_asked_after_the_other(lake: Dossier) -> None:
    desk, order = Desk(lake), list[str]()

    def first() -> "Future[None]":
        second = desk.in_thread(lambda: order.append("second"))
        # It cannot begin while this one is under way; unhindered, it is done at once.
        wait([second], 0.1)
        order.append("first")
        return second

    desk.in_thread(first).result(LONG).result(LONG)
    assert order == ["first", "second"]


@pytest.mark.parametrize("ends", ["newer", "forgotten", "left"])
def test_a_question_that_nobody_waits_for_is_not_begun(later: Later, asking: Asking, ends: str) -> None:
    begun: list[object] = []
    asking.ask(begun.append, lambda answer: None)
    if ends == "newer":
        asking.ask(lambda search: "new", lambda answer: None)
    elif ends == "forgotten":
        asking.forget()
    else:
        later.leaving.set()
    assert later.work[0]() is None and begun == []
    for waiting in later.waiting:
        waiting.close()


# In the app


class Endless:
    """Stands in for a search that takes for ever for the query “slow”, unless it is given up."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str, answer: object) -> None:
        self._begun, self.given_up = Event(), Event()

        def ask(search: Search, text: str, *rest: object) -> object:
            if text != "slow":
                return answer
            self._begun.set()
            try:
                while not self.given_up.wait(0.001):
                    check()
            finally:
                self.given_up.set()
            return None

        monkeypatch.setattr(Search, method, ask)

    async def begins(self, seat: Seat, *keys: str) -> None:
        """Presses keys, and waits until they have asked it."""
        await self._press(seat, keys, self._begun)
        assert not self.given_up.is_set()

    async def gives_up(self, seat: Seat, *keys: str) -> None:
        """Presses keys after which it is to give up, and waits until it has."""
        await self._press(seat, keys, self.given_up)

    async def _press(self, seat: Seat, keys: tuple[str, ...], happened: Event) -> None:
        for key in keys:
            seat.send(key)
        async with asyncio.timeout(LONG):
            while not happened.is_set():
                await asyncio.sleep(0.001)


@pytest.mark.parametrize("key", ["e", "escape"])
async def test_a_running_search_is_given_up(lake: Dossier, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    endless = Endless(monkeypatch, "ask", Result())
    async with sit(lake) as seat:
        await seat.press("/")
        await endless.begins(seat, *"slow")
        await endless.gives_up(seat, key)


@pytest.mark.parametrize("key", ["e", "escape"])
async def test_a_list_that_is_being_narrowed_gives_up(lake: Dossier, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    endless = Endless(monkeypatch, "admitted", Admitted(set(), (), {}))
    async with sit(lake) as seat:
        await seat.press("2", "\\")
        await endless.begins(seat, *"slow")
        await endless.gives_up(seat, key)


async def test_a_filter_that_is_cleared_while_it_is_asked_narrows_nothing(
    lake: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = Endless(monkeypatch, "admitted", Admitted(set(), (), {}))
    async with sit(lake) as seat:
        await seat.press("2", "\\")
        await endless.begins(seat, *"slow")
        seat.app.screen.query_one("#narrowing", Input).value = ""
        await endless.gives_up(seat)
        await seat.settle()
        assert seat.title("entities") == "2 Entities 24"


class Placing:
    """Stands in for finding all that `n` walks from a passage, which here ends when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._begun, self._hold = Event(), Event()
        of = Spots.of

        def slowly(spots: Spots, record: str) -> list[Spot]:
            if record.startswith(HITS):
                self._begun.set()
                assert self._hold.wait(LONG)
            return of(spots, record)

        monkeypatch.setattr(Spots, "of", slowly)

    async def entered(self, seat: Seat) -> SearchScreen:
        """Searches for a passage, and presses Enter on it."""
        seat.send("/")
        while not isinstance(seat.app.screen, SearchScreen):
            await seat.pilot.pause(0.001)
        seat.app.screen.query_one("#query", Input).value = '"closed for days"'
        seat.send("enter")
        while not (seat.app.screen.going and self._begun.is_set()):
            await seat.pilot.pause(0.001)
        return seat.app.screen

    async def end(self, seat: Seat) -> None:
        """Lets it be found."""
        self._hold.set()
        await seat.settle()


async def test_a_preview_does_not_hold_up_who_goes_to_the_result(
    lake: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    placing = Placing(monkeypatch)
    async with sit(lake) as seat:
        screen = await placing.entered(seat)
        screen._preview()
        await placing.end(seat)
        assert seat.app.screen is not screen
        assert seat.current == ["closed for days"]


async def test_typing_on_stays_in_the_search(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    placing = Placing(monkeypatch)
    async with sit(lake) as seat:
        screen = await placing.entered(seat)
        # The preview that is due by now would be asked for in its place.
        screen._soon.stop()
        screen.query_one("#query", Input).value = "orla"
        await seat.pilot.pause()
        await placing.end(seat)
        assert seat.app.screen is screen
        assert "Orla Lake" in seat.text


async def test_typing_on_takes_back_enter(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Endless(monkeypatch, "ask", Desk(lake).search.ask("orla", 10))
    async with sit(lake) as seat:
        await seat.press("/")
        await endless.begins(seat, *"slow")
        screen = seat.app.screen
        assert isinstance(screen, SearchScreen)
        screen.action_go()
        assert screen.going
        screen.query_one("#query", Input).value = "orla"
        await endless.gives_up(seat)
        await seat.settle()
        assert "Orla Lake" in seat.text
        assert not screen.going and seat.app.screen is screen


async def test_leaving_the_app_gives_up(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Endless(monkeypatch, "admitted", Admitted(set(), (), {}))
    async with sit(lake) as seat:
        await seat.press("2", "\\")
        await endless.begins(seat, *"slow")
        await seat.app.action_quit()
    assert endless.given_up.wait(LONG)


def test_the_process_ends_though_a_question_does_not() -> None:
    program = """
from threading import Event
from tui.app.desk import Desk
from tui.catalog.find import builtin
from tui.dossier.link import open_dossier
begun = Event()
Desk(open_dossier(builtin())).in_thread(lambda: (begun.set(), Event().wait()))
assert begun.wait(60)
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=LONG)
