"""What every screen works with: a dossier, its occurrences and highlights, and its search index."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from threading import Event, Lock, RLock
from typing import TYPE_CHECKING, TypeVar

from tui.app.model.background import run_in_thread
from tui.app.model.highlights import Highlights
from tui.app.model.occurrences import Occurrences
from tui.app.model.place import Place
from tui.app.model.target import HitsTarget
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.store.cache import cache_folder

if TYPE_CHECKING:
    from subprocess import Popen

    from tui.search.search import Search


_R = TypeVar("_R")


class ClosedError(Exception):
    """The app was left while the search index was built."""


class Workspace:
    """A dossier and what is derived from it for the app. A new workspace replaces it when the files change."""

    def __init__(self, dossier: Dossier, queries: list[str] | None = None, leaving: Event | None = None) -> None:
        self.dossier = dossier
        self.leaving = leaving or Event()
        """Set when the app is left: what is still being built then stops."""
        self.occurrences = Occurrences(dossier, self.open_search)
        self.highlights = Highlights(dossier)
        self.queries = queries if queries is not None else []
        """What was searched for, latest last."""
        self.chosen_results: dict[str, int] = {}
        """The number of the result that was chosen last, by query."""
        self._one_at_a_time = Lock()
        """Held by the thread that runs a query."""
        self._opening = RLock()
        self.read = (0, 0)
        """How many passages the search index has while it is built, and of how many."""
        self._search: Search | None = None
        self._indexer: Popen[str] | None = None
        """The process that builds the index of a large dossier."""
        self.form = "plain"
        """The form that was copied last."""

    @property
    def search_is_open(self) -> bool:
        """Whether a query can be run at once."""
        return self._search is not None

    def open_search(self) -> "Search":
        """The search index: opened, or built first, which can take seconds. Call it in a thread.

        Raises ClosedError if the app is left meanwhile.
        """
        from tui.search.open import open_search
        from tui.view.summary import summary

        with self._opening:
            if self._search is None:
                self._build_in_process()
                self._search = open_search(self.dossier, cache_folder(os.environ), summary, self._note_progress)
                self._search.index.enable_cancellation()
            return self._search

    def rebuild_search(self) -> "Search":
        """Builds the search index again, because the one in the cache is damaged."""
        from tui.search.open import build_search
        from tui.view.summary import summary

        search = build_search(self.dossier, cache_folder(os.environ), summary, self._note_progress, from_scratch=True)
        search.index.enable_cancellation()
        self._search = search
        return search

    def find_hits(self, queries: Iterable[HitsTarget]) -> None:
        """Finds the hits of some queries, so that they are there at once when they are shown. Call it in a thread."""
        # What fails here fails again where the hits are shown, and is reported there.
        with suppress(Exception):
            for query in queries:
                self.occurrences.of(query)

    def in_thread(self, work: Callable[[], _R]) -> "Future[_R]":
        """Runs some work in a thread, one after the other; the app can end before it is done."""
        return run_in_thread(work, self._one_at_a_time)

    def _build_in_process(self) -> None:
        """Builds the index of a large dossier in another process, and waits for it."""
        from tui.app.model.indexing import start_indexer

        self._indexer = start_indexer(self.dossier, cache_folder(os.environ))
        if self._indexer is None:
            return
        if self.leaving.is_set():
            self._indexer.kill()
        with self._indexer as process:
            assert process.stdout is not None
            for line in process.stdout:
                done, whole = map(int, line.split())
                self.read = done, whole

    def _note_progress(self, done: int, whole: int) -> None:
        self.read = done, whole
        if self.leaving.is_set():
            raise ClosedError

    def close(self) -> None:
        """Stops what is being searched or built: the app is left."""
        self.leaving.set()
        if self._indexer is not None:
            self._indexer.kill()

    def occurrence_at(self, place: Place) -> Occurrence | None:
        """The occurrence that is current at a place; in compare and the timeline that of the row."""
        found = self.occurrences.of(place.occurrence_target)
        return found[place.occurrence] if place.occurrence < len(found) else None
