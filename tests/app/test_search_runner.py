"""Only the newest query is answered, and queries that nobody waits for are cancelled."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future, wait
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from textual.screen import Screen
from textual.widgets import Input

from tests.app.app_driver import AppDriver, run_app
from tests.lode_process import PATIENCE
from tui.app.model.occurrences import Occurrences
from tui.app.model.search_runner import SearchRunner
from tui.app.model.target import HitsTarget, Target
from tui.app.model.workspace import Workspace
from tui.app.screens.search import SearchScreen
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.search.cancellation import check_cancelled
from tui.search.results import FilterResult, SearchResult
from tui.search.search import Search


class FakeWorkspace:
    """A desk and a screen on which answers come when the test says so."""

    is_attached, search_is_open = True, False

    def __init__(self) -> None:
        self.leaving = Event()
        self.work: list[Callable[[], object]] = []
        self.answers: list[Future[Any]] = []
        self.waiting: list[Coroutine[Any, Any, None]] = []

    def open_search(self) -> object:
        """Stands in for the search index."""
        return object()

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
def later() -> FakeWorkspace:
    """What answers when the test says so."""
    return FakeWorkspace()


@pytest.fixture
def runner(later: FakeWorkspace) -> SearchRunner:
    """The questions of a screen that are answered later."""
    return SearchRunner(cast("Screen[Any]", later), lambda: cast(Workspace, later))


def test_an_answer_that_comes_after_a_newer_question_is_not_shown(later: FakeWorkspace, runner: SearchRunner) -> None:
    shown: list[object] = []
    runner.run(lambda search: "old", shown.append)
    done = later.work[0]()
    runner.run(lambda search: "new", shown.append)
    later.deliver(0, done)
    assert (done, shown, runner.pending) == ("old", [], True)
    later.answer(1)
    assert (shown, runner.pending) == (["new"], False)


def test_an_answer_after_the_query_was_cancelled_is_not_shown(later: FakeWorkspace, runner: SearchRunner) -> None:
    shown: list[object] = []
    runner.run(lambda search: "old", shown.append)
    done = later.work[0]()
    runner.cancel()
    later.deliver(0, done)
    assert (shown, runner.pending) == ([], False)


def test_an_answer_for_a_closed_screen_is_not_shown(later: FakeWorkspace, runner: SearchRunner) -> None:
    shown: list[object] = []
    runner.run(lambda search: "old", shown.append)
    later.is_attached = False
    later.answer(0)
    assert shown == []


def test_queries_run_one_after_the_other(sample_dossier: Dossier) -> None:
    workspace, order = Workspace(sample_dossier), list[str]()

    def first() -> "Future[None]":
        second = workspace.in_thread(lambda: order.append("second"))
        # It cannot begin while this one is under way; unhindered, it is done at once.
        wait([second], 0.1)
        order.append("first")
        return second

    workspace.in_thread(first).result(PATIENCE).result(PATIENCE)
    assert order == ["first", "second"]


@pytest.mark.parametrize("ends", ["newer", "forgotten", "left"])
def test_a_cancelled_query_is_not_started(later: FakeWorkspace, runner: SearchRunner, ends: str) -> None:
    begun: list[object] = []
    runner.run(begun.append, lambda answer: None)
    if ends == "newer":
        runner.run(lambda search: "new", lambda answer: None)
    elif ends == "forgotten":
        runner.cancel()
    else:
        later.leaving.set()
    assert later.work[0]() is None and begun == []
    for waiting in later.waiting:
        waiting.close()


# In the app


class EndlessQuery:
    """Stands in for a search that takes for ever for the query “slow”, unless it is given up."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str, answer: object) -> None:
        self._begun, self.given_up = Event(), Event()

        def ask(search: Search, text: str, *rest: object) -> object:
            if text != "slow":
                return answer
            self._begun.set()
            try:
                while not self.given_up.wait(0.001):
                    check_cancelled()
            finally:
                self.given_up.set()
            return None

        monkeypatch.setattr(Search, method, ask)

    async def wait_until_started(self, driver: AppDriver, *keys: str) -> None:
        """Presses keys, and waits until they have asked it."""
        await self._press(driver, keys, self._begun)
        assert not self.given_up.is_set()

    async def wait_until_cancelled(self, driver: AppDriver, *keys: str) -> None:
        """Presses keys after which it is to give up, and waits until it has."""
        await self._press(driver, keys, self.given_up)

    async def _press(self, driver: AppDriver, keys: tuple[str, ...], happened: Event) -> None:
        for key in keys:
            driver.post_key(key)
        async with asyncio.timeout(PATIENCE):
            while not happened.is_set():
                await asyncio.sleep(0.001)


@pytest.mark.sample(1)
@pytest.mark.parametrize("key", ["e", "escape"])
async def test_a_running_search_is_given_up(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    endless = EndlessQuery(monkeypatch, "find", SearchResult())
    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        await endless.wait_until_started(driver, *"slow")
        await endless.wait_until_cancelled(driver, key)


@pytest.mark.sample(1)
@pytest.mark.parametrize("key", ["e", "escape"])
async def test_a_list_that_is_being_filtered_can_be_left(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    endless = EndlessQuery(monkeypatch, "filter", FilterResult(set(), (), {}))
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await endless.wait_until_started(driver, *"slow")
        await endless.wait_until_cancelled(driver, key)


async def test_a_filter_that_is_cleared_while_it_runs_has_no_effect(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = EndlessQuery(monkeypatch, "filter", FilterResult(set(), (), {}))
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await endless.wait_until_started(driver, *"slow")
        driver.app.screen.query_one("#filter", Input).value = ""
        await endless.wait_until_cancelled(driver)
        await driver.settle()
        assert driver.title("entities") == "2 Entities 24"


class SlowLocation:
    """Stands in for finding all that `n` walks from a passage, which here ends when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._begun, self._hold = Event(), Event()
        of = Occurrences.of

        def slowly(occurrences: Occurrences, target: Target) -> Sequence[Occurrence]:
            if isinstance(target, HitsTarget):
                self._begun.set()
                assert self._hold.wait(PATIENCE)
            return of(occurrences, target)

        monkeypatch.setattr(Occurrences, "of", slowly)

    async def entered(self, driver: AppDriver) -> SearchScreen:
        """Searches for a passage, and presses Enter on it."""
        driver.post_key("/")
        while not driver.app.screen.query("#query"):
            await driver.pilot.pause(0.001)
        assert isinstance(driver.app.screen, SearchScreen)
        driver.app.screen.query_one("#query", Input).value = '"closed for days"'
        driver.post_key("enter")
        while not (driver.app.screen.answer_pending and self._begun.is_set()):
            await driver.pilot.pause(0.001)
        return driver.app.screen

    async def end(self, driver: AppDriver) -> None:
        """Lets it be found."""
        self._hold.set()
        await driver.settle()


async def test_a_preview_does_not_hold_up_who_goes_to_the_result(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    placing = SlowLocation(monkeypatch)
    async with run_app(sample_dossier) as driver:
        screen = await placing.entered(driver)
        screen._preview()
        await placing.end(driver)
        assert driver.app.screen is not screen
        assert driver.current_words == ["closed for days"]


async def test_typing_on_stays_in_the_search(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    placing = SlowLocation(monkeypatch)
    async with run_app(sample_dossier) as driver:
        screen = await placing.entered(driver)
        # The preview that is due by now would be asked for in its place.
        screen._preview_timer.stop()
        screen.query_one("#query", Input).value = "orla"
        await driver.pilot.pause()
        await placing.end(driver)
        assert driver.app.screen is screen
        assert "Orla Lake" in driver.screen_text


async def test_typing_on_takes_back_enter(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = EndlessQuery(monkeypatch, "find", Workspace(sample_dossier).open_search().find("orla", 10))
    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        await endless.wait_until_started(driver, *"slow")
        screen = driver.app.screen
        assert isinstance(screen, SearchScreen)
        screen.action_go()
        assert screen.answer_pending
        screen.query_one("#query", Input).value = "orla"
        await endless.wait_until_cancelled(driver)
        await driver.settle()
        assert "Orla Lake" in driver.screen_text
        assert not screen.answer_pending and driver.app.screen is screen


@pytest.mark.slow
async def test_leaving_the_app_gives_up(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = EndlessQuery(monkeypatch, "filter", FilterResult(set(), (), {}))
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await endless.wait_until_started(driver, *"slow")
        await driver.app.action_quit()
    assert endless.given_up.wait(PATIENCE)


@pytest.mark.slow
def test_the_process_ends_though_a_question_does_not() -> None:
    program = """
from threading import Event
from tui.app.model.target import HitsTarget, Target
from tui.app.model.workspace import Workspace
from tui.catalog.find import builtin
from tui.linking.link import open_dossier
begun = Event()
Workspace(open_dossier(builtin())).in_thread(lambda: (begun.set(), Event().wait()))
assert begun.wait(60)
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=PATIENCE)


LATER = """
argparse importlib.resources pydantic rapidfuzz yaml
tui.app.model.completion tui.app.model.search_runner tui.linking.link
tui.languages.language tui.numbers.number tui.quantity.rates tui.numbers.scales tui.search.index tui.search.query
tui.verify
"""
"""What the first screen does without: it is loaded when it is used."""


DATA_CLASSES = 40
"""How many data classes the first screen makes at most. Each takes a thousandth of its time; named tuples a fifth."""

FIRST_SCREEN = """
import asyncio, dataclasses, os, sys, tui.cli.open
from tui.app.app import LodeApp
from tui.app.screens import main
from tui.catalog.find import builtin
from tui.store.cache import cache_folder
from tui.store.compiled import open_compiled
main.OPEN_SEARCH_AFTER = 600
async def show():
    async with LodeApp(open_compiled(builtin(), cache_folder(os.environ))).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        # The files are looked at once a second.
        pilot.app.screen.reloader.check()
        await pilot.app.workers.wait_for_complete()
asyncio.run(show())
own = [module for name, module in sys.modules.items() if name.startswith("tui.")]
classes = {each for module in own for each in vars(module).values() if isinstance(each, type)}
print(sum(map(dataclasses.is_dataclass, classes)), *sys.modules)
"""


def test_the_first_screen_loads_neither_search_nor_the_reader_of_numbers(tmp_path: Path) -> None:
    environment = os.environ | {"LODE_CACHE": str(tmp_path)}
    for _ in ("linked", "from the cache"):
        done = subprocess.run(
            [sys.executable, "-c", FIRST_SCREEN],
            check=True,
            timeout=PATIENCE,
            capture_output=True,
            text=True,
            env=environment,
        )
    made, *loaded = done.stdout.split()
    assert set(LATER.split()) & set(loaded) == set()
    assert int(made) <= DATA_CLASSES
