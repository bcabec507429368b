"""Noticing that a dossier's files have changed, and opening it anew."""

import os
from datetime import datetime
from pathlib import Path

from tui.catalog.problem import CatalogError, Problem
from tui.dossier.compiled import cache_folder, open_compiled
from tui.dossier.dossier import Dossier
from tui.view.page import counted

Signature = tuple[tuple[str, int, int] | None, ...]


def signature(dossier: Dossier) -> Signature:
    """What tells whether catalog or articles were written: time and size of each; None for one that is gone."""
    files = [dossier.catalog, *(dossier.catalog.parent / document.file for document in dossier.documents.values())]
    return tuple(_of(file) for file in files)


def _of(file: Path) -> tuple[str, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_mtime_ns, found.st_size


class Files:
    """The files of a dossier, looked at for changes: the last good dossier, and what is wrong with a newer one."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.problems: tuple[Problem, ...] = dossier.problems
        self.stale = False
        """Whether the files cannot be used as they are now."""
        self._signature = signature(dossier)
        self._opened = datetime.now()

    def changed(self) -> bool:
        """Whether they were written since one last asked."""
        before, self._signature = self._signature, signature(self.dossier)
        return before != self._signature

    def reopen(self) -> None:
        """Takes the files as they are now, or keeps the last good dossier."""
        try:
            self.dossier = open_compiled(self.dossier.catalog, cache_folder(os.environ))
        except CatalogError as error:
            self.problems, self.stale = tuple(error.problems), True
            return
        self.problems, self.stale, self._opened = self.dossier.problems, False, datetime.now()

    def alert(self) -> str:
        """What is wrong, in a few words; empty where nothing is."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        if self.stale:
            return f"! {counted(errors, 'error')}: showing {self._opened:%H:%M}’s catalog"
        return f"! {counted(errors, 'record')} left out" if errors else ""


def changed_records(old: Dossier, new: Dossier) -> int:
    """How many records are new, gone, or say something else; where a record stands in the file does not count."""
    before = {record.id: _content(record) for record in old.records}
    after = {record.id: _content(record) for record in new.records}
    return sum(before.get(id) != after.get(id) for id in before.keys() | after.keys())


def _content(record: object) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key != "mark"}
