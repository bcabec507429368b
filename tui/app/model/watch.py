"""Detecting changes of a dossier's files, and opening it again."""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from threading import Lock

from tui.app.model.background import collection_paused
from tui.catalog.problem import CatalogError, Problem, start_of
from tui.dossier.dossier import Dossier
from tui.store.cache import cache_folder
from tui.store.compiled import open_compiled
from tui.view.wording import counted

Signature = tuple[int, int] | None
"""The time of change and size of a file; None if it does not exist."""


def signature(file: Path) -> Signature:
    """The signature of a file now."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


class Files:
    """The files of a dossier, the last dossier that could be opened, and the problems of the files as they are now."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.problems: tuple[Problem, ...] = dossier.problems
        self.stale = False
        """Whether the files are newer than the dossier, because they cannot be used."""
        self._seen: dict[Path, Signature] = {}
        self._opened = datetime.now()
        self._reopening = Lock()

    def watch(self) -> None:
        """Checks the dossier's files from now on, also those that are missing. Of many files, this takes a while."""
        self._watch(self.dossier)

    def _watch(self, dossier: Dossier) -> None:
        self._watch_files((*dossier.files, *(each.file for each in dossier.documents.values()), *dossier.unread))

    def _watch_files(self, files: Iterable[str]) -> None:
        for file in (self.dossier.catalog, *(self.dossier.catalog.parent / file for file in files)):
            if file not in self._seen:
                self._seen[file] = signature(file)

    def changed(self) -> bool:
        """Whether any file has changed since the last call."""
        written = {file: now for file, seen in [*self._seen.items()] if (now := signature(file)) != seen}
        self._seen |= written
        return bool(written)

    def reopen(self) -> None:
        """Opens the dossier again. Keeps the last one if the catalog cannot be used.

        Keeps it too if an article can no longer be read: an editor may be about to write it. The dossier is not stored
        in the cache: that is done with its search index.
        """
        # One call after the other: the last call, and not the slowest, decides.
        with self._reopening, collection_paused():
            try:
                catalog, outside = self.dossier.catalog, self.dossier.outside
                dossier = open_compiled(catalog, cache_folder(os.environ), outside, before=self.dossier, keep=False)
            except CatalogError as error:
                self._watch_files(error.files)
                self.problems, self.stale = tuple(error.problems), True
                return
            except Exception as error:
                self.refuse(error)
                return
            self._watch(dossier)
            self.problems = dossier.problems
            self.stale = not set(dossier.unread).issubset(self.dossier.unread)
            if not self.stale:
                self.dossier, self._opened = dossier, datetime.now()

    def refuse(self, error: Exception, dossier: Dossier | None = None) -> None:
        """Reports an error of lode itself as a problem, and keeps the last dossier or the given one."""
        self.dossier = dossier or self.dossier
        message = f"lode fails on this catalog ({type(error).__name__}: {error}); please report it"
        self.problems, self.stale = (Problem(start_of(self.dossier.catalog.name), "internal", message),), True

    def alert(self) -> str:
        """What is wrong with the files, in a few words; empty if nothing is."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        if self.stale:
            return f"! {counted(errors, 'error')}: showing {self._opened:%H:%M}’s catalog"
        return f"! {counted(errors, 'error')} in the catalog" if errors else ""


def changed_records(old: Dossier, new: Dossier) -> int:
    """How many records were added, removed or changed, wherever they are in the file. New drafts count, too."""
    before = {record.id: _content(record) for record in old.records}
    after = {record.id: _content(record) for record in new.records}
    drafts = len({*new.drafted} - {*old.drafted})
    return drafts + sum(before.get(id) != after.get(id) for id in before.keys() | after.keys())


def _content(record: object) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key != "mark"}
