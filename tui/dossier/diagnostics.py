"""Collects what is wrong with a catalog while it is linked to its texts."""

from collections.abc import Callable, Iterable
from copy import copy
from typing import Self, TypeVar

from tui.catalog import schema
from tui.catalog.problem import Hints, Mark, Problem, Severity

_T = TypeVar("_T")


class Diagnostics:
    """The problems of a catalog, collected in one list.

    Each entry is linked with diagnostics of its own, made by `of`: what is an error elsewhere is a warning in a draft.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.hints = Hints()
        self.is_draft = False
        self.missing: set[str] = set()
        """The ids of left-out records that the entry refers to; they are not problems of the entry itself."""

    def of(self, entry: schema.Entry) -> Self:
        """The diagnostics of one entry. A part of a record is a draft if the record is one."""
        own = copy(self)
        own.missing = set()
        if isinstance(entry, schema.RecordEntry):
            own.is_draft = entry.draft
        return own

    def report(
        self, mark: Mark, code: str, message: str, hint: str | None = None, severity: Severity = "error"
    ) -> None:
        """Adds a problem at a place in the catalog."""
        if self.is_draft and severity == "error":
            severity = "warning"
        self.problems.append(Problem(mark, code, message, hint, severity))

    def warn(self, mark: Mark, code: str, message: str, hint: str | None = None) -> None:
        """Adds a warning at a place in the catalog."""
        self.report(mark, code, message, hint, "warning")

    def attempt(self, entry: schema.Entry, link: Callable[..., _T], *arguments: object) -> _T | None:
        """Calls `link` with an entry, the arguments and these diagnostics.

        If lode itself fails, that is an error of this entry alone, and the result is None.
        """
        try:
            return link(entry, *arguments, self)
        except Exception as error:
            message = f"lode fails on this entry, which is left out ({type(error).__name__}: {error}); please report it"
            self.problems.append(Problem(entry.mark(), "internal", message))
            return None

    def attempt_all(
        self, entries: Iterable[schema.Entry], link: Callable[..., _T | None], *arguments: object
    ) -> list[_T]:
        """What some entries are linked to, each with diagnostics of its own; those that do not hold are left out."""
        linked = (self.of(entry).attempt(entry, link, *arguments) for entry in entries)
        return [each for each in linked if each is not None]
