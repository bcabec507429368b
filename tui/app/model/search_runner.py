"""Running a screen's queries in a thread, so that typing never waits for an answer."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from tui.app.model.workspace import ClosedError, Workspace
from tui.search.cancellation import CancelledError, cancelled_when, check_cancelled
from tui.search.query import QueryError

if TYPE_CHECKING:
    from tui.search.search import Search

_R = TypeVar("_R")

AT_ONCE = 0.012
"""Seconds to wait for an answer, so that most answers are drawn in the same frame as the key."""


class SearchRunner:
    """Runs one query at a time for a screen: a new one replaces the one before, whose answer is dropped."""

    def __init__(self, screen: Screen[Any], workspace: Callable[[], Workspace]) -> None:
        self._screen, self._workspace = screen, workspace
        self._newest = self._answered = 0

    @property
    def pending(self) -> bool:
        """Whether the newest query is still to be answered."""
        return self._answered != self._newest

    def run(self, query: "Callable[[Search], _R]", show: Callable[[_R | QueryError], None]) -> None:
        """Runs a query in the workspace's thread, and shows its answer unless a newer query was run meanwhile."""
        self._newest += 1
        number, workspace = self._newest, self._workspace()
        answer = workspace.in_thread(lambda: self._work(number, workspace, query))
        try:
            if workspace.search_is_open:
                self._show(number, answer.result(AT_ONCE), show)
                return
        except TimeoutError:
            pass
        self._screen.run_worker(self._wait(number, answer, show), group="search")

    def cancel(self) -> None:
        """Drops the query that is running."""
        self._newest += 1
        self._answered = self._newest

    def _work(self, number: int, workspace: Workspace, query: "Callable[[Search], _R]") -> _R | QueryError | None:
        """The answer; None if the query was dropped."""

        def dropped() -> bool:
            return number != self._newest or workspace.leaving.is_set()

        try:
            with cancelled_when(dropped):
                check_cancelled()
                return self._answer(workspace, query)
        except QueryError as error:
            return error
        except (CancelledError, ClosedError):
            return None
        except Exception as error:
            # A query must not end the app, whatever the files hold.
            return QueryError(f"lode fails on this question ({type(error).__name__}: {error}); please report it")

    def _answer(self, workspace: Workspace, query: "Callable[[Search], _R]") -> _R:
        from tui.search.open import IndexDamagedError, run_query

        search = workspace.open_search()
        try:
            return run_query(query, search)
        except IndexDamagedError:
            # SQLite was stopped; else the index in the cache is damaged.
            check_cancelled()
            return query(workspace.rebuild_search())

    async def _wait(
        self, number: int, answer: "Future[_R | QueryError | None]", show: Callable[[_R | QueryError], None]
    ) -> None:
        self._show(number, await asyncio.wrap_future(answer), show)

    def _show(self, number: int, answer: _R | QueryError | None, show: Callable[[_R | QueryError], None]) -> None:
        if answer is not None and number == self._newest and self._screen.is_attached:
            self._answered = number
            show(answer)
