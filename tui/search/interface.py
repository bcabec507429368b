"""What search asks of a passage index, and what it is told: all that another engine would have to do.

`tui.search.index.Index` and `tui.search.writer.IndexWriter`, which use one SQLite file, are the only implementation.
Conditions are `tui.search.expression.SqlFilter` and expressions of FTS5, which `tui.search.expression` makes from the
terms of a query: another engine has its own there.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from tui.dates.edtf import When
    from tui.search.expression import SqlFilter
    from tui.search.index import Candidate, FigureValue
    from tui.search.query import Threshold
    from tui.search.results import IndexEntry
    from tui.search.terms import Notation
    from tui.search.writer import StoredPart
    from tui.text.document import Document


class PassageIndex(Protocol):
    """Answers questions about the entries of one dossier: its records, and the passages of its articles.

    Entries have rows, in the order of the dossier. Words are normalized.
    """

    # What a query is read with

    def notation(self) -> "Notation":
        """How the texts write numbers."""

    def ids(self, key: str) -> Collection[str]:
        """The values that a filter can have."""

    def dates(self) -> "Collection[When]":
        """The dates of all records."""

    # Words near a word, and how many entries contain each

    def words_with(
        self, column: Literal["word", "stem", "skeleton", "family"], value: str | None, limit: int
    ) -> list[tuple[str, int]]:
        """The most common words with a certain form, stem, skeleton or family."""

    def words_among(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """Those of some words that occur, most common first."""

    def words_beginning_with(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The most common words that are longer than a prefix."""

    def words_of_length(self, shortest: int, longest: int) -> list[str]:
        """The words of a certain number of letters that a misspelt word can be corrected to."""

    def variants(self, word: str) -> tuple[str, str, str | None] | None:
        """The stem and the family of a word, and its skeleton if it is a name; None if it does not occur."""

    def synonyms(self, family: str, common: bool) -> list[tuple[str, int]]:
        """The most common words of the families of the synonyms of a family: the catalog’s, or common English ones."""

    def by_frequency(self, words: Sequence[str]) -> list[tuple[str, str, int]]:
        """Words that occur, most common first: each as searched, as printed, and how many entries contain it."""

    # Entries

    @property
    def size(self) -> int:
        """How many entries there are."""

    def count(self, words: str, filter: "SqlFilter") -> int:
        """How many entries match, up to a limit."""

    def candidates(self, words: str, filter: "SqlFilter", limit: int | None) -> "Iterator[Candidate]":
        """The entries that match, in order, with their texts: they are scored by what asks."""

    def record_ids(self, words: str, filter: "SqlFilter") -> set[str]:
        """The ids of the records that match."""

    def rows_of_kind(self, kind: str) -> tuple[int, int]:
        """The first and the last row that entries of a kind can have."""

    def rows_named(self, name: str) -> list[int]:
        """The records with a certain name."""

    def rows_of_year(self, year: int) -> list[int]:
        """The records whose date touches a year."""

    def rows_beyond(self, threshold: "Threshold") -> list[int]:
        """The figures that pass a threshold, and the passages that print one."""

    def values_of(self, rows: Collection[int]) -> "dict[int, FigureValue]":
        """The series of figures, the kind of their unit, and their ends in its base unit."""

    def dates_of(self, rows: Collection[int]) -> "dict[int, tuple[bool, When]]":
        """The dates of records, and whether each is only that of an article."""

    def entry(self, row: int) -> "IndexEntry":
        """What is shown of an entry."""

    def enable_cancellation(self) -> None:
        """Has long questions stop when the search is cancelled."""


class PassageIndexWriter(Protocol):
    """Is told what a dossier consists of: parts, each a record or the passages of an article."""

    def begin(self, notation: "Notation") -> None:
        """Begins to bring the index up to date; one whose numbers were read otherwise is emptied."""

    def parts(self) -> "dict[str, StoredPart]":
        """The parts that are there by name, with the digests of what they were made from."""

    def remove(self, name: str) -> None:
        """Removes a part."""

    def add_record(
        self,
        stored: "StoredPart",
        shown: Sequence[object],
        fields: Sequence[Sequence[str]],
        sentences: Sequence[str],
        names: Iterable[str],
        keys: str,
        printed: Collection[str],
    ) -> None:
        """Adds a record: what is shown of it, the texts to search, those to rate it by, its names, and its keys."""

    def add_passages(
        self,
        stored: "StoredPart",
        document: "Document",
        shown: tuple[str, str, str],
        keys: Sequence[str],
        printed: Collection[str],
    ) -> None:
        """Adds the passages of an article; `keys` are those of each that filters look for."""

    def add_values(self, values: Iterable[tuple[object, ...]]) -> None:
        """Adds the values of figures, for thresholds."""

    def add_date(self, row: int, date: str, of_article: bool) -> None:
        """Adds the date of a record; it may be that of its article."""

    def set_filters(self, filters: Iterable[tuple[str, str]]) -> None:
        """Sets the values that filters can have."""

    def set_synonyms(self, groups: Iterable[Sequence[str]], common: Iterable[Sequence[str]]) -> None:
        """Sets the groups of words that are taken for each other: the dossier’s, and common ones."""

    def finish(self) -> None:
        """Brings up to date what depends on all parts: the words, and how many entries there are."""
