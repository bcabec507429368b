"""What a search returns."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from tui.text.span import Span

WITH_SOME = "With some of the words"
"""The heading above hits that do not have all words."""


class Summary(NamedTuple):
    """What a list of hits shows of a record besides its title."""

    lead: str
    """Before the title."""
    about: str
    """After the title."""
    style: str
    """The style of the title."""
    name: str = ""
    """What an article's passages are listed under."""


class IndexEntry(NamedTuple):
    """One thing that can be found: a record, or a passage (a sentence of an article)."""

    kind: str
    id: str
    """A record's id; FILE:LINE:COLUMN for a passage."""
    title: str
    lead: str
    about: str
    style: str
    """See Summary."""
    article: str | None
    file: str | None
    line: int | None
    column: int | None
    span: Span | None
    around: Span | None
    """Its first place in a text and the sentence around it, in code points; None for a record without one."""


class Hit:
    """An entry that was found, with its score (0 to 100), whether it has all words, and the text around it.

    Marks are computed on first use: a list shows only a few of many hits.
    """

    def __init__(
        self,
        entry: IndexEntry,
        score: float,
        has_all: bool,
        text: str,
        mark: Callable[[str], tuple[Span, ...]],
        line_before: str = "",
    ) -> None:
        self.entry, self.score, self.has_all, self.text = entry, score, has_all, text
        self._mark, self._line_before = mark, line_before

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hit) and (self.entry, self.score) == (other.entry, other.score)

    __hash__ = None  # type: ignore[assignment]

    @property
    def byte_column(self) -> int | None:
        """The column of its first place in bytes of UTF-8, from 1, as editors count; None if it has no place.

        A byte order mark is not counted.
        """
        if self.entry.column is None:
            return None
        return len(self._line_before.removeprefix("\ufeff").encode()) + 1

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Where the query matches in `text`."""
        return self._mark(self.text)

    @cached_property
    def title_marks(self) -> tuple[Span, ...]:
        """Where the query matches in the title of a record; empty for a passage."""
        return () if self.entry.kind == "passage" else self._mark(self.entry.title)


class SearchResult(NamedTuple):
    """The hits of a query, best first: those that have all words, then those that have some."""

    hits: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    """Words of the query that occur nowhere."""
    corrected: dict[str, str] = {}  # noqa: RUF012
    """Words of the query that were taken for a misspelling, each with what was searched instead."""
    suggested: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    """What words that occur nowhere may mean, the likeliest first."""
    total: int = 0
    """How many hits there are without a limit; COUNT_LIMIT + 1 if there are more than COUNT_LIMIT."""

    @property
    def first_with_some(self) -> int | None:
        """The index of the first hit that has only some of the words, after hits that have all."""
        number = sum(hit.has_all for hit in self.hits)
        return number if 0 < number < len(self.hits) else None


def _no_marks(text: str) -> tuple[Span, ...]:
    return ()


class FilterResult(NamedTuple):
    """The ids of the records that match a query; the rest as in SearchResult."""

    ids: set[str]
    missing: tuple[str, ...]
    corrected: dict[str, str]
    articles: frozenset[str] = frozenset()
    """The articles that the query asks for by `article:`; empty if it names none."""
    suggested: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    mark: Callable[[str], tuple[Span, ...]] = _no_marks
    """Where the query matches in a text."""
