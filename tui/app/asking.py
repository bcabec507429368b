"""Asking a dossier beside the app: typing is never held up, and only the newest question is answered."""

from collections.abc import Callable
from sqlite3 import Error
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from tui.app.desk import ClosedError, Desk
from tui.search.query import QueryError

if TYPE_CHECKING:
    from tui.search.search import Search

_R = TypeVar("_R")


class Asking:
    """The questions of one screen."""

    def __init__(self, screen: Screen[Any], desk: Callable[[], Desk]) -> None:
        self._screen, self._desk = screen, desk
        self._newest = 0

    def ask(self, question: "Callable[[Search], _R]", answered: Callable[[_R | QueryError], None]) -> None:
        """Asks in a thread of its own, and hands over the answer where no newer question was asked meanwhile."""
        self._newest += 1
        number = self._newest
        self._desk().interrupt()
        self._screen.run_worker(lambda: self._work(number, question, answered), thread=True, group="asking")

    def make_ready(self) -> None:
        """Makes the dossier ready to be asked, unless somebody asked already: that question stays the newest."""
        if self._newest == 0:
            self.ask(lambda search: None, lambda nothing: None)

    def forget(self) -> None:
        """Leaves what was asked unanswered."""
        self._newest += 1

    def _work(
        self, number: int, question: "Callable[[Search], _R]", answered: Callable[[_R | QueryError], None]
    ) -> None:
        desk = self._desk()
        answer: _R | QueryError
        with desk.asking:
            if number != self._newest:
                return
            try:
                answer = question(desk.search)
            except QueryError as error:
                answer = error
            except ClosedError:
                return
            except Error:
                # Interrupted by a newer question; else what was kept is damaged, and is made anew.
                if number != self._newest:
                    return
                desk.make_search()
                answer = question(desk.search)
        if number == self._newest and self._screen.is_attached:
            self._screen.app.call_from_thread(answered, answer)
