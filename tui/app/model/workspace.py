"""What every screen works with: a dossier, its spots and highlights, and asking it."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Lock, RLock
from typing import TYPE_CHECKING, TypeVar

from tui.app.model.background import run_in_thread
from tui.app.model.highlights import Highlights
from tui.app.model.occurrences import Occurrences
from tui.app.model.place import Place
from tui.dossier.cache import cache_folder
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence

if TYPE_CHECKING:
    from subprocess import Popen

    from tui.search.search import Search


_R = TypeVar("_R")


class ClosedError(Exception):
    """The app was left while the dossier was made ready to be asked."""


class Workspace:
    """A dossier laid out. Another one takes its place when the files have changed."""

    def __init__(self, dossier: Dossier, queries: list[str] | None = None, leaving: Event | None = None) -> None:
        self.dossier = dossier
        self.leaving = leaving or Event()
        """Set when the app is left: whatever is still made ready then ends."""
        self.occurrences = Occurrences(dossier, lambda: self.search)
        self.highlights = Highlights(dossier)
        self.queries = queries if queries is not None else []
        """What was searched for, latest last."""
        self._one_question = Lock()
        """Held by the thread that asks: one question after the other."""
        self._making = RLock()
        self.read = (0, 0)
        """How many passages were made ready to be asked, of how many."""
        self._search: Search | None = None
        self._beside: Popen[str] | None = None
        self.form = "plain"
        """The form that was copied last."""

    @property
    def search(self) -> "Search":
        """The dossier ready to be asked; found or made on first use."""
        from tui.search.open import open_search
        from tui.view.summary import summary

        with self._making:
            if self._search is None:
                self._make_beside()
                self._search = open_search(self.dossier, cache_folder(os.environ), summary, self._progress)
                self._search.index.enable_cancellation()
            return self._search

    def in_thread(self, work: Callable[[], _R]) -> "Future[_R]":
        """Runs work beside the app, after what is under way. The app can end before the work does."""
        return run_in_thread(work, self._one_question)

    def _make_beside(self) -> None:
        """Has the index of a large dossier made by another process, and waits for it."""
        from tui.app.model.indexing import making

        self._beside = making(self.dossier, cache_folder(os.environ))
        if self._beside is None:
            return
        if self.leaving.is_set():
            self._beside.kill()
        with self._beside as process:
            assert process.stdout is not None
            for line in process.stdout:
                done, whole = map(int, line.split())
                self.read = done, whole

    def make_search(self) -> None:
        """Makes it ready anew, where what was kept is of no use."""
        from tui.search.open import build_search
        from tui.view.summary import summary

        self._search = build_search(self.dossier, cache_folder(os.environ), summary, self._progress)
        self._search.index.enable_cancellation()

    @property
    def ready(self) -> bool:
        """Whether it can be asked at once."""
        return self._search is not None

    def close(self) -> None:
        """Ends whatever is asked or made ready: the app is left."""
        self.leaving.set()
        if self._beside is not None:
            self._beside.kill()

    def _progress(self, done: int, whole: int) -> None:
        self.read = done, whole
        if self.leaving.is_set():
            raise ClosedError

    def spot(self, place: Place) -> Occurrence | None:
        """The spot that a place shows as current."""
        spots = self.occurrences.of(place.row or place.record)
        return spots[place.occurrence] if place.occurrence < len(spots) else None
