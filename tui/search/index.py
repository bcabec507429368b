"""The search index of a dossier: an SQLite database of everything that can be found, and of the words in it.

`Index` is all that search asks of it, and `writer.IndexWriter` all that is written into it: another engine would have
to do the same. Conditions are `expression.SqlFilter`, and expressions of FTS5, which `expression` makes.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from sqlite3 import Connection
from struct import Struct
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.search.cancellation import check_cancelled, is_cancelled
from tui.search.expression import SqlFilter, json_list
from tui.search.query import Threshold
from tui.search.results import IndexEntry
from tui.search.rows import range_of
from tui.search.terms import SEPARATOR, Notation
from tui.text.cached_method import cached_method
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.dates.edtf import When

FIELD_WEIGHTS = {
    "name": 1.0,
    "alias": 0.96,
    "title": 0.9,
    "label": 0.8,
    "detail": 0.7,
    "passage": 0.6,
    "relation": 0.59,
    "also": 0.56,
    "claim": 0.55,
    "note": 0.5,
}
"""The fields of an entry, each with the weight of a match in it."""

SENTENCE_WEIGHT = 0.4
"""The weight of a match in a sentence that prints a figure: it does not find a figure, but ranks it."""

NESTED = "\x1f"
"""Surrounds a name inside a longer one, as the United States in that of their Geological Survey."""

MAX_SYNONYMS = 60
"""Words that are searched as synonyms of a word."""

COUNT_LIMIT = 10_000
"""Entries are counted up to this number; an exact count of more would be slow, and is of no use."""

CANCELLATION_STEPS = 100
"""Steps of SQLite between two checks for cancellation: some microseconds."""

PLACE = Struct("<4Q")
"""Where a passage is: start, end, line, column."""


class WeightedText(NamedTuple):
    """A text of an entry, with the weight of a match in it."""

    weight: float
    text: str


class Candidate(NamedTuple):
    """An entry that may be a hit: its row, the texts that are searched, and of a figure the sentences that print it."""

    row: int
    fields: list[WeightedText]
    sentences: list[WeightedText]


class FigureValue(NamedTuple):
    """What a figure is compared by: its series, the kind of its unit, and its ends in the base unit of that."""

    series: str
    kind: str
    low: float
    high: float


class Index:
    """Reads the index of one dossier. All methods raise sqlite3.Error if the database is damaged."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def enable_cancellation(self) -> None:
        """Has SQLite check regularly whether the search was cancelled."""
        self._connection.set_progress_handler(is_cancelled, CANCELLATION_STEPS)

    # What a query is read with

    @cached_method
    def ids(self, key: str) -> Collection[str]:
        """The values that a filter can have: `ids("by")` are the ids of all claimants."""
        return {id for (id,) in self._connection.execute("SELECT id FROM filter WHERE key = ?", (key,))}

    def dates(self) -> "Collection[When]":
        """The dates of all records."""
        return {date for _, date in self._dated}

    # Words

    def words_with(
        self, column: Literal["word", "stem", "skeleton", "family"], value: str | None, limit: int
    ) -> list[tuple[str, int]]:
        """The most common words with a certain form, stem, skeleton or family, and how many entries contain each."""
        return self._common_words(f"{column} = ?", (value,), limit)

    def words_among(self, words: Sequence[str]) -> list[tuple[str, int]]:
        """Those of some words that occur, most common first, and how many entries contain each."""
        return [(word, entries) for word, _, entries in self.by_frequency(words)]

    def words_beginning_with(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The most common words that are longer than a prefix, and how many entries contain each."""
        return self._common_words("word > ? AND word < ?", (prefix, prefix + "\U0010ffff"), limit)

    def variants(self, word: str) -> tuple[str, str, str | None] | None:
        """The stem and the family of a word, and its skeleton if it is a name; None if no entry contains the word."""
        return self._one("SELECT stem, family, skeleton FROM word WHERE word = ?", word)  # type: ignore[no-any-return]

    def synonyms(self, family: str, common: bool) -> list[tuple[str, int]]:
        """The most common words of the families of the synonyms of a family, and how many entries contain each.

        The synonyms are those of the catalog, or common English ones.
        """
        found = self._connection.execute(
            "SELECT DISTINCT word.word, word.entries FROM synonym JOIN synonym AS other USING (class)"
            " JOIN word ON word.family = other.family"
            " WHERE synonym.family = ? AND synonym.is_common = ? AND other.family != synonym.family"
            " ORDER BY word.entries DESC, word.word LIMIT ?",
            (family, common, MAX_SYNONYMS),
        )
        return found.fetchall()

    def words_of_length(self, shortest: int, longest: int) -> list[str]:
        """The words of a certain number of letters that a misspelt word can be corrected to."""
        found = self._connection.execute("SELECT words FROM spelling WHERE length BETWEEN ? AND ?", (shortest, longest))
        return [word for (words,) in found for word in words.split()]

    def by_frequency(self, words: Sequence[str]) -> list[tuple[str, str, int]]:
        """Words of the index, most common first: each as searched, as printed, and how many entries contain it."""
        found = self._connection.execute(
            f"SELECT word, printed, entries FROM word WHERE word IN ({', '.join('?' * len(words))})"
            " ORDER BY entries DESC, word",
            words,
        )
        return found.fetchall()

    # Entries

    @cached_property
    def size(self) -> int:
        """How many entries there are."""
        return int(self._fact("size"))

    def rows_of_kind(self, kind: str) -> tuple[int, int]:
        """The first and the last row of a kind of entries."""
        return range_of(kind)

    def rows_named(self, name: str) -> list[int]:
        """The records whose whole name is `name`, in normalized words."""
        return [
            row
            for (row,) in self._connection.execute(
                "SELECT entry FROM name WHERE words = ? ORDER BY entry LIMIT 9", (name,)
            )
        ]

    def rows_of_year(self, year: int) -> list[int]:
        """The records whose date touches a year."""
        return [row for row, date in self._dated if date.touches_year(year)]

    def rows_beyond(self, threshold: Threshold) -> list[int]:
        """The figures that pass a threshold, and the passages that print such a figure."""
        from decimal import Decimal

        values = self._connection.execute("SELECT entry, kind, modifier, value, low, high FROM value")
        return [
            row
            for row, kind, modifier, value, *ends in values
            if any(
                end is not None and threshold.admits(Decimal(end), modifier, kind)
                for end in (ends if value is None else [value])
            )
        ]

    def values_of(self, rows: Collection[int]) -> dict[int, FigureValue]:
        """The series of figures, the kind of their unit, and their ends in its base unit."""
        found = self._connection.execute(
            "SELECT entry, series, kind, coalesce(value, low, high), coalesce(value, high, low) FROM value"
            " WHERE kind != 'rank' AND entry IN (SELECT value FROM json_each(?))",
            (json_list(rows),),
        )
        return {
            row: FigureValue(series, kind, float(low), float(high)) for row, series, kind, low, high in found if low
        }

    def dates_of(self, rows: Collection[int]) -> "dict[int, tuple[bool, When]]":
        """The dates of records, and whether each is only that of an article."""
        from tui.dates import edtf

        found = self._connection.execute(
            "SELECT entry, of_article, date FROM dated WHERE entry IN (SELECT value FROM json_each(?))",
            (json_list(rows),),
        )
        return {row: (bool(of_article), edtf.parse(date)) for row, of_article, date in found}

    def count(self, words: str, filter: SqlFilter) -> int:
        """How many entries match an FTS5 expression and a filter; COUNT_LIMIT + 1 if there are more."""
        condition, values = filter.where(words)
        counted = f"SELECT count(*) FROM (SELECT 1 FROM found WHERE {condition} LIMIT {COUNT_LIMIT + 1})"
        (count,) = self._one(counted, *values)
        return count  # type: ignore[no-any-return]

    def record_ids(self, words: str, filter: SqlFilter) -> set[str]:
        """The ids of the records that match an FTS5 expression and a filter."""
        condition, values = filter.where(words)
        rows = f"SELECT rowid FROM found WHERE {condition}"
        return {id for (id,) in self._connection.execute(f"SELECT id FROM entry WHERE row IN ({rows})", values)}

    def candidates(self, words: str, filter: SqlFilter, limit: int | None) -> Iterator[Candidate]:
        """The entries that match an FTS5 expression and a filter, in the order of their rows."""
        condition, values = filter.where(words)
        found = self._connection.execute(
            f"SELECT row, sentences, {', '.join(FIELD_WEIGHTS)} FROM text"
            f" WHERE row IN (SELECT rowid FROM found WHERE {condition} ORDER BY rowid LIMIT ?) ORDER BY row",
            [*values, -1 if limit is None else limit],
        )
        for row, sentences, *columns in found:
            check_cancelled()
            fields = [
                WeightedText(weight, text)
                for weight, column in zip(FIELD_WEIGHTS.values(), columns, strict=True)
                if column
                for text in column.split(SEPARATOR)
            ]
            printed = sentences.split(SEPARATOR) if sentences else ()
            yield Candidate(row, fields, [WeightedText(SENTENCE_WEIGHT, text) for text in printed])

    def entry(self, row: int) -> IndexEntry:
        """What is shown of an entry."""
        return self._record(row) if row < range_of("passage")[0] else self._passage(row)

    def _record(self, row: int) -> IndexEntry:
        _, *shown, start, end, around_start, around_end = self._one("SELECT * FROM entry WHERE row = ?", row)
        spans = (Span(start, end), Span(around_start, around_end)) if start is not None else (None, None)
        return IndexEntry(*shown, *spans)

    def _passage(self, row: int) -> IndexEntry:
        article, file, title, name, first = self._one(
            "SELECT id, file, title, name, first FROM article WHERE first <= ? ORDER BY first DESC LIMIT 1", row
        )
        (place,) = self._one(
            f"SELECT substr(places, ?, {PLACE.size}) FROM article WHERE first = ?",
            (row - first) * PLACE.size + 1,
            first,
        )
        start, end, line, column = PLACE.unpack(place)
        span = Span(start, end)
        id = f"{file}:{line}:{column}"
        return IndexEntry("passage", id, title, "", name, "article", article, file, line, column, span, span)

    def _common_words(self, condition: str, values: Sequence[object], limit: int) -> list[tuple[str, int]]:
        most_common = f"SELECT word, entries FROM word WHERE {condition} ORDER BY entries DESC, word LIMIT {limit}"
        return self._connection.execute(most_common, values).fetchall()

    def _one(self, query: str, *values: object) -> Any:
        return self._connection.execute(query, values).fetchone()

    def _fact(self, name: str) -> str:
        (value,) = self._one("SELECT value FROM fact WHERE name = ?", name)
        return value  # type: ignore[no-any-return]

    @cached_method
    def notation(self) -> Notation:
        """The catalog's units, and the languages of its articles."""
        import json
        from decimal import Decimal

        from tui.languages.language import language_of
        from tui.quantity.unit import Unit, Units

        def stored(values: dict[str, Any]) -> Any:
            """A unit, or a number of it."""
            if "decimal" in values:
                return Decimal(values["decimal"])
            listed: dict[str, Any] = {name: tuple(each) for name, each in values.items() if isinstance(each, list)}
            return Unit(**values | listed)

        units = Units(json.loads(self._fact("units"), object_hook=stored))
        return Notation(units, tuple(map(language_of, self._fact("languages").split())))

    @cached_property
    def _dated(self) -> "list[tuple[int, When]]":
        """The rows that have a date."""
        from tui.dates import edtf

        return [
            (row, edtf.parse(date))
            for row, date in self._connection.execute("SELECT entry, date FROM dated WHERE NOT of_article")
        ]
