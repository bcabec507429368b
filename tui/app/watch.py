"""Noticing that a dossier's files have changed, and opening it anew."""

import os
from dataclasses import dataclass
from pathlib import Path

from tui.catalog.problem import CatalogError, Problem
from tui.dossier.compiled import cache_folder, open_compiled
from tui.dossier.dossier import Dossier

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


@dataclass(frozen=True)
class Reopened:
    """A dossier opened anew, or the problems for which it cannot be."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]


def reopen(catalog: Path) -> Reopened:
    """The dossier of a catalog as it is now."""
    try:
        dossier = open_compiled(catalog, cache_folder(os.environ))
    except CatalogError as error:
        return Reopened(None, tuple(error.problems))
    return Reopened(dossier, dossier.problems)


def changed_records(old: Dossier, new: Dossier) -> int:
    """How many records are new, gone, or say something else; where a record stands in the file does not count."""
    before = {record.id: _content(record) for record in old.records}
    after = {record.id: _content(record) for record in new.records}
    return sum(before.get(id) != after.get(id) for id in before.keys() | after.keys())


def _content(record: object) -> dict[str, object]:
    return {key: value for key, value in vars(record).items() if key != "mark"}
