"""Noticing that a dossier's files have changed, and opening it anew."""

import os
from datetime import datetime
from pathlib import Path
from threading import Lock

from tui.catalog.problem import START, CatalogError, Problem
from tui.dossier.cache import cache_folder
from tui.dossier.compiled import open_compiled
from tui.dossier.dossier import Dossier
from tui.view.wording import counted

Signature = tuple[int, int] | None
"""What tells whether a file was written: its time and size; None where it is gone."""


def _signature(file: Path) -> Signature:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


class Files:
    """The files of a dossier, looked at for changes: the last good dossier, and what is wrong with a newer one."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.problems: tuple[Problem, ...] = dossier.problems
        self.stale = False
        """Whether the files cannot be used as they are now."""
        self._seen: dict[Path, Signature] = {}
        self._watch(dossier)
        self._opened = datetime.now()
        self._reopening = Lock()

    def _watch(self, dossier: Dossier) -> None:
        """Looks at a dossier's files too, also at those that are still to be written."""
        articles = (*(document.file for document in dossier.documents.values()), *dossier.unread)
        for file in (dossier.catalog, *(dossier.catalog.parent / article for article in articles)):
            if file not in self._seen:
                self._seen[file] = _signature(file)

    def changed(self) -> bool:
        """Whether they were written since one last asked."""
        written = {file: now for file, seen in [*self._seen.items()] if (now := _signature(file)) != seen}
        self._seen |= written
        return bool(written)

    def reopen(self) -> None:
        """Takes the files as they are now, or keeps the last good dossier.

        It is kept too where an article can no longer be read: an editor may be about to write it.
        """
        # One after the other: an earlier one that takes longer must not have the last word.
        with self._reopening:
            try:
                dossier = open_compiled(self.dossier.catalog, cache_folder(os.environ), self.dossier.outside)
            except CatalogError as error:
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
        """Keeps the last good dossier, which may be given, because lode itself fails on the files."""
        self.dossier = dossier or self.dossier
        message = f"lode fails on this catalog ({type(error).__name__}: {error}); please report it"
        self.problems, self.stale = (Problem(self.dossier.catalog.name, START, "internal", message),), True

    def alert(self) -> str:
        """What is wrong, in a few words; empty where nothing is."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        if self.stale:
            return f"! {counted(errors, 'error')}: showing {self._opened:%H:%M}’s catalog"
        return f"! {counted(errors, 'error')}, {'a record' if errors == 1 else 'records'} left out" if errors else ""


def changed_records(old: Dossier, new: Dossier) -> int:
    """How many records are new, gone, or say something else; where a record stands in the file does not count.

    A new draft that is no figure yet counts as well.
    """
    before = {record.id: _content(record) for record in old.records}
    after = {record.id: _content(record) for record in new.records}
    drafts = len({*new.drafted} - {*old.drafted})
    return drafts + sum(before.get(id) != after.get(id) for id in before.keys() | after.keys())


def _content(record: object) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key != "mark"}
