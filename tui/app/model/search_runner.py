"""SearchRunner a dossier beside the app: typing is never held up, and only the newest question is answered."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from tui.app.model.workspace import ClosedError, Workspace
from tui.search.cancellation import CancelledError, cancelled_when, check_cancelled
from tui.search.open import IndexDamagedError, run_query
from tui.search.query import QueryError

if TYPE_CHECKING:
    from tui.search.search import Search

_R = TypeVar("_R")

AT_ONCE = 0.012
"""Seconds that an answer is waited for, so that it is drawn with the key that asked. Nobody feels them."""


class SearchRunner:
    """The questions of one screen."""

    def __init__(self, screen: Screen[Any], workspace: Callable[[], Workspace]) -> None:
        self._screen, self._workspace = screen, workspace
        self._newest = self._settled = 0

    @property
    def waits(self) -> bool:
        """Whether the newest question is still to be answered."""
        return self._settled != self._newest

    def ask(self, question: "Callable[[Search], _R]", answered: Callable[[_R | QueryError], None]) -> None:
        """Asks in the desk's thread, and hands over the answer where no newer question was asked meanwhile."""
        self._newest += 1
        number, workspace = self._newest, self._workspace()
        answer = workspace.in_thread(lambda: self._work(number, workspace, question))
        try:
            if workspace.ready:
                self._take(number, answer.result(AT_ONCE), answered)
                return
        except TimeoutError:
            pass
        self._screen.run_worker(self._wait(number, answer, answered), group="asking")

    def make_ready(self) -> None:
        """Makes the dossier ready to be asked, unless somebody asked already: that question stays the newest."""
        if self._newest == 0:
            self.ask(lambda search: True, lambda ready: None)

    def forget(self) -> None:
        """Gives up what was asked."""
        self._newest += 1
        self._settled = self._newest

    def _work(self, number: int, workspace: Workspace, question: "Callable[[Search], _R]") -> _R | QueryError | None:
        """The answer; None where nobody waits for it any more."""

        def given_up() -> bool:
            return number != self._newest or workspace.leaving.is_set()

        try:
            with cancelled_when(given_up):
                check_cancelled()
                return self._answer(workspace, question)
        except QueryError as error:
            return error
        except (CancelledError, ClosedError):
            return None
        except Exception as error:
            # A question must not end the app, whatever the files hold.
            return QueryError(f"lode fails on this question ({type(error).__name__}: {error}); please report it")

    def _answer(self, workspace: Workspace, question: "Callable[[Search], _R]") -> _R:
        search = workspace.search
        try:
            return run_query(question, search)
        except IndexDamagedError:
            # SQLite was stopped; else what was kept is damaged, and is made anew.
            check_cancelled()
            workspace.make_search()
            return question(workspace.search)

    async def _wait(
        self, number: int, answer: "Future[_R | QueryError | None]", answered: Callable[[_R | QueryError], None]
    ) -> None:
        self._take(number, await asyncio.wrap_future(answer), answered)

    def _take(self, number: int, answer: _R | QueryError | None, answered: Callable[[_R | QueryError], None]) -> None:
        if answer is not None and number == self._newest and self._screen.is_attached:
            self._settled = number
            answered(answer)
