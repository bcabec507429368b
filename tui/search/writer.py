"""Writes the tables of an index.

An index consists of parts: each record, and the passages of each article. A part is added and removed as a whole; what
depends on all parts, such as the list of words, is updated at the end.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from sqlite3 import Connection, OperationalError
from typing import NamedTuple

from tui.search.corrections import is_correctable
from tui.search.families import family
from tui.search.index import FIELD_WEIGHTS, PLACE
from tui.search.query import QueryError
from tui.search.rows import Run
from tui.search.terms import SEPARATOR, Notation, normalize
from tui.search.variants import skeleton, stem
from tui.text.document import Document
from tui.text.fold import fold_words
from tui.text.grouping import grouped

_TABLES = {
    "part": "(name TEXT PRIMARY KEY, kind TEXT, first INTEGER, size INTEGER, digest TEXT, keys TEXT, names TEXT)",
    "entry": """(
        row INTEGER PRIMARY KEY, kind TEXT, id TEXT, title TEXT, lead TEXT, about TEXT, style TEXT,
        article TEXT, file TEXT, line INTEGER, "column" INTEGER,
        start INTEGER, "end" INTEGER, around_start INTEGER, around_end INTEGER
    )""",
    "article": "(id TEXT, file TEXT, title TEXT, name TEXT, first INTEGER PRIMARY KEY, places BLOB)",
    "value": "(entry INTEGER, kind TEXT, modifier TEXT, value TEXT, low TEXT, high TEXT, series TEXT)",
    "dated": "(entry INTEGER, date TEXT, of_article INTEGER)",
    "filter": "(key TEXT, id TEXT, PRIMARY KEY(key, id)) WITHOUT ROWID",
    "name": "(words TEXT, entry INTEGER)",
    "printed": "(name TEXT PRIMARY KEY, word TEXT, parts INTEGER) WITHOUT ROWID",
    "word": "(word TEXT PRIMARY KEY, entries INTEGER, stem TEXT, family TEXT, skeleton TEXT, printed TEXT)",
    "synonym": "(class INTEGER, word TEXT, family TEXT, is_common INTEGER)",
    "spelling": "(length INTEGER PRIMARY KEY, words TEXT)",
    "fact": "(name TEXT PRIMARY KEY, value TEXT)",
    "text": f"(row INTEGER PRIMARY KEY, {', '.join(FIELD_WEIGHTS)}, sentences)",
}
_FOUND = f"""CREATE VIRTUAL TABLE found
    USING fts5({", ".join(FIELD_WEIGHTS)}, keys, content = "", tokenize = "ascii")"""
_INDEXES = {
    "word_stem": "word(stem)",
    "word_family": "word(family)",
    "word_skeleton": "word(skeleton)",
    "synonym_family": "synonym(family)",
    "synonym_class": "synonym(class)",
    "name_words": "name(words)",
    "name_entry": "name(entry)",
    "value_entry": "value(entry)",
    "dated_entry": "dated(entry)",
    "printed_word": "printed(word)",
}
_BY_ENTRY = ("value", "dated", "name")

# By what it does not contain: a set of all that it may contain takes Python a hundred times as long to compile.
_TOKEN = re.compile(r"[^\x00-/:-`{-\x7f]+")
"""What FTS5 takes for a word in folded texts and keys: small ASCII letters, digits, and all that is not ASCII."""

_JOINED = f" {SEPARATOR} "
"""Between the texts of one field."""


def part_name(kind: str, id: str) -> str:
    """The name of a record, or of the passages of an article."""
    return f"{kind}:{id}"


class StoredPart(NamedTuple):
    """A part of the index: its rows, and the digest of all that it was made from."""

    run: Run
    digest: str


class IndexWriter:
    """Fills a database. Raises QueryError if SQLite has no full-text search."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_new = False
        self._words: Counter[str] = Counter()
        """How many more entries contain a word than before; of a new index, not counted."""
        self._names: Counter[str] = Counter()
        """How many more parts print a name than before."""

    def begin(self, notation: Notation) -> None:
        """Creates the tables, or keeps those of an index whose texts write numbers alike."""
        facts = _facts(notation)
        there = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "fact" in there and facts.items() <= dict(self._connection.execute("SELECT * FROM fact")).items():
            return
        self._is_new = True
        for table in ("found", *_TABLES):
            self._connection.execute(f"DROP TABLE IF EXISTS {table}")
        for table, columns in _TABLES.items():
            self._connection.execute(f"CREATE TABLE {table}{columns}")
        try:
            self._connection.execute(_FOUND)
        except OperationalError as error:
            if "fts5" not in str(error):
                raise
            raise QueryError("the SQLite of this Python has no full-text search (FTS5); another Python’s has") from None
        self._connection.executemany("INSERT INTO fact VALUES (?, ?)", facts.items())

    def parts(self) -> dict[str, StoredPart]:
        """The parts that are there by name."""
        found = self._connection.execute("SELECT name, first, size, digest FROM part")
        return {name: StoredPart(Run(first, size), digest) for name, first, size, digest in found}

    def remove(self, name: str) -> None:
        """Removes a part."""
        kind, first, size, keys, names = self._connection.execute(
            "SELECT kind, first, size, keys, names FROM part WHERE name = ?", (name,)
        ).fetchone()
        fold = fold_words if kind == "passage" else _fold_joined
        rows = (first, first + size - 1)
        columns = ", ".join(FIELD_WEIGHTS)
        texts = self._connection.execute(
            f"SELECT row, {columns} FROM text WHERE row BETWEEN ? AND ? ORDER BY row", rows
        ).fetchall()
        for (row, *printed), key in zip(texts, json.loads(keys), strict=True):
            folded = [text and fold(text) for text in printed]
            self._connection.execute(
                f"INSERT INTO found(found, rowid, {columns}, keys) VALUES ('delete', ?{', ?' * (len(printed) + 1)})",
                (row, *folded, key),
            )
            self._count_words(-1, *folded, key)
        for table, column in (("text", "row"), ("entry", "row"), *((table, "entry") for table in _BY_ENTRY)):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} BETWEEN ? AND ?", rows)
        self._connection.execute("DELETE FROM article WHERE first = ?", (first,))
        self._connection.execute("DELETE FROM part WHERE name = ?", (name,))
        self._names.subtract(json.loads(names))

    def add_record(
        self,
        stored: StoredPart,
        shown: Sequence[object],
        fields: Sequence[Sequence[str]],
        sentences: Sequence[str],
        names: Iterable[str],
        keys: str,
        printed: Collection[str],
    ) -> None:
        """Adds a record.

        `shown` are the columns of its entry, `fields` the texts to search, as printed, `sentences` those that print a
        figure, `names` its normalized names, and `printed` the words of its names.
        """
        row = stored.run.first
        self._insert("entry", (row, *shown))
        self._connection.executemany("INSERT INTO name VALUES (?, ?)", [(name, row) for name in names])
        *texts, printed_in = (
            _JOINED.join(text.replace(SEPARATOR, " ") for text in each) for each in (*fields, sentences)
        )
        folded = [*map(_fold_joined, texts)]
        self._insert("text", (row, *texts, printed_in or None))
        self._insert(f"found(rowid, {', '.join(FIELD_WEIGHTS)}, keys)", (row, *folded, keys))
        self._count_words(1, *folded, keys)
        kind, id = str(shown[0]), str(shown[1])
        self._add_part(kind, id, stored, [keys], printed)

    def add_passages(
        self,
        stored: StoredPart,
        document: Document,
        shown: tuple[str, str, str],
        keys: Sequence[str],
        printed: Collection[str],
    ) -> None:
        """Adds the passages of an article, with the keys of each. `shown` are the article's id, title and name."""
        first = stored.run.first
        texts = [document[span] for span in document.passages]
        rows, folded = range(first, first + len(texts)), [*map(fold_words, texts)]
        insert = self._connection.executemany
        insert("INSERT INTO text(row, passage) VALUES (?, ?)", zip(rows, texts, strict=True))
        insert("INSERT INTO found(rowid, passage, keys) VALUES (?, ?, ?)", zip(rows, folded, keys, strict=True))
        for words, key in zip(folded, keys, strict=True):
            self._count_words(1, words, key)
        id, title, name = shown
        if texts:
            self._insert("article", (id, document.file, title, name, first, b"".join(_places(document))))
        self._add_part("passage", id, stored, keys, printed)

    def _add_part(self, kind: str, id: str, stored: StoredPart, keys: Sequence[str], printed: Collection[str]) -> None:
        packed = (json.dumps(each, ensure_ascii=False) for each in (keys, sorted(printed)))
        self._insert("part", (part_name(kind, id), kind, *stored.run, stored.digest, *packed))
        self._names.update(printed)

    def add_values(self, values: Iterable[tuple[object, ...]]) -> None:
        """Adds values of figures: row, kind of unit, modifier, value, low, high, series."""
        self._connection.executemany("INSERT INTO value VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def add_date(self, row: int, date: str, of_article: bool) -> None:
        """Adds the date of a record, in EDTF; it may be that of its article."""
        self._insert("dated", (row, date, of_article))

    def set_filters(self, filters: Iterable[tuple[str, str]]) -> None:
        """Sets the values that filters can have, each with its filter."""
        wanted = set(filters)
        if wanted != set(self._connection.execute("SELECT key, id FROM filter")):
            self._connection.execute("DELETE FROM filter")
            self._connection.executemany("INSERT INTO filter VALUES (?, ?)", sorted(wanted))

    def set_synonyms(self, groups: Iterable[Sequence[str]], common: Iterable[Sequence[str]]) -> None:
        """Sets the groups of words that are taken for each other, normalized: the dossier’s, and common ones."""
        each = ((False, groups), (True, common))
        classes = enumerate((is_common, group) for is_common, some in each for group in some)
        wanted = [(number, word, is_common) for number, (is_common, group) in classes for word in group]
        if wanted != self._connection.execute("SELECT class, word, is_common FROM synonym ORDER BY rowid").fetchall():
            self._connection.execute("DELETE FROM synonym")
            rows = ((number, word, family(word), is_common) for number, word, is_common in wanted)
            self._connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?)", rows)

    def finish(self) -> None:
        """Brings up to date what depends on all parts: their words, and how many entries there are."""
        self._update_words(self._update_names())
        (size,) = self._connection.execute("SELECT coalesce(sum(size), 0) FROM part").fetchone()
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES ('size', ?)", (str(size),))
        for index, columns in _INDEXES.items():
            self._connection.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {columns}")

    def _count_words(self, more: int, *folded: str | None) -> None:
        """Counts the words of an entry, each once, that is added or removed. Of a new index, SQLite counts them."""
        if not self._is_new:
            for word in {word for text in folded if text for word in _TOKEN.findall(text) if word[0] != SEPARATOR}:
                self._words[word] += more

    def _update_names(self) -> set[str]:
        """Counts the parts that print each name. Returns the words that may be printed in another way than before."""
        changed = [(name, normalize(name), more) for name, more in self._names.items() if more]
        self._connection.executemany(
            "INSERT INTO printed VALUES (?, ?, ?) ON CONFLICT(name) DO UPDATE SET parts = parts + excluded.parts",
            changed,
        )
        self._connection.execute("DELETE FROM printed WHERE parts <= 0")
        return {word for _, word, _ in changed}

    def _update_words(self, renamed: set[str]) -> None:
        """Updates the changed words, with their variants and how each is printed; and those of each length."""
        counted, printed = self._all_words() if self._is_new else self._changed_words(renamed)
        there = {word: (word, entries, *_forms(word, printed)) for word, entries in counted.items() if entries}
        self._connection.executemany("INSERT OR REPLACE INTO word VALUES (?, ?, ?, ?, ?, ?)", there.values())
        gone = [(word,) for word in counted if word not in there]
        self._connection.executemany("DELETE FROM word WHERE word = ?", gone)
        self._update_spelling(there, counted)

    def _all_words(self) -> tuple[dict[str, int], dict[str, str]]:
        """How many entries contain each word, and how those that are names are printed."""
        self._connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, found, row)")
        counted = self._connection.execute("SELECT term, doc FROM vocabulary")
        entries = {word: count for word, count in counted if word[0] != SEPARATOR}
        self._connection.execute("DROP TABLE temp.vocabulary")
        return entries, dict(self._connection.execute("SELECT word, min(name) FROM printed GROUP BY word"))

    def _changed_words(self, renamed: set[str]) -> tuple[dict[str, int], dict[str, str]]:
        """The same of the words that may differ from before; a word that is gone is in no entry."""
        counted, printed = {}, {}
        for word in renamed.union(word for word, more in self._words.items() if more):
            there = "SELECT (SELECT entries FROM word WHERE word = ?1), (SELECT min(name) FROM printed WHERE word = ?1)"
            entries, name = self._connection.execute(there, (word,)).fetchone()
            counted[word] = (entries or 0) + self._words[word]
            if name is not None:
                printed[word] = name
        return counted, printed

    def _update_spelling(self, there: Collection[str], changed: Iterable[str]) -> None:
        """Updates the words of each length, for corrections."""
        for length, words in grouped((len(word), word) for word in changed if is_correctable(word)).items():
            row = self._connection.execute("SELECT words FROM spelling WHERE length = ?", (length,)).fetchone()
            spelled = {*(row[0].split() if row else ()), *words} - {word for word in words if word not in there}
            self._connection.execute("DELETE FROM spelling WHERE length = ?", (length,))
            if spelled:
                self._insert("spelling", (length, " ".join(sorted(spelled))))

    def _insert(self, table: str, values: Sequence[object]) -> None:
        self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def _fold_joined(texts: str) -> str:
    """The texts of a field, folded."""
    return _JOINED.join(map(fold_words, texts.split(_JOINED)))


def _forms(word: str, printed: dict[str, str]) -> tuple[str, str, str | None, str]:
    """The stem of a word, its family, its skeleton if it is a name, and how it is printed."""
    return stem(word), family(word), skeleton(word) if word in printed else None, printed.get(word, word)


def _facts(notation: Notation) -> dict[str, str]:
    """How texts write numbers, as it is stored."""
    described = [
        {field.name: getattr(unit, field.name) for field in fields(unit) if field.name != "per"}
        for unit in notation.units.by_id.values()
    ]
    languages = " ".join(language.tag for language in notation.languages)
    units = json.dumps(described, default=lambda number: {"decimal": str(number)})
    return {"units": units, "languages": languages}


def _places(document: Document) -> Iterator[bytes]:
    """The place of each passage of an article."""
    lines, line = [*document.line_starts, len(document.text) + 1], 0
    for span in document.passages:
        while lines[line + 1] <= span.start:
            line += 1
        yield PLACE.pack(*span, line + 1, span.start - lines[line] + 1)
