"""Writes the tables of an index."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection, OperationalError

from tui.search.corrections import is_correctable
from tui.search.families import family
from tui.search.index import FIELD_WEIGHTS, PLACE
from tui.search.query import QueryError
from tui.search.terms import SEPARATOR, Notation, normalize
from tui.search.variants import skeleton, stem
from tui.text.document import Document

_TABLES = f"""
CREATE TABLE entry(
    row INTEGER PRIMARY KEY, kind TEXT, id TEXT, title TEXT, lead TEXT, about TEXT, style TEXT,
    article TEXT, file TEXT, line INTEGER, "column" INTEGER,
    start INTEGER, "end" INTEGER, around_start INTEGER, around_end INTEGER
);
CREATE TABLE article(id TEXT, file TEXT, title TEXT, name TEXT, first INTEGER PRIMARY KEY, places BLOB);
CREATE TABLE value(entry INTEGER, kind TEXT, modifier TEXT, value TEXT, low TEXT, high TEXT);
CREATE TABLE dated(entry INTEGER, date TEXT);
CREATE TABLE filter(key TEXT, id TEXT, PRIMARY KEY(key, id)) WITHOUT ROWID;
CREATE TABLE name(words TEXT, entry INTEGER);
CREATE TABLE word(word TEXT, entries INTEGER, stem TEXT, family TEXT, skeleton TEXT, printed TEXT);
CREATE TABLE synonym(class INTEGER, word TEXT, family TEXT);
CREATE TABLE spelling(length INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE text(row INTEGER PRIMARY KEY, {", ".join(FIELD_WEIGHTS)});
CREATE VIRTUAL TABLE found USING fts5({", ".join(FIELD_WEIGHTS)}, keys, content = "", tokenize = "ascii");
"""
_INDEXES = """
CREATE INDEX word_word ON word(word);
CREATE INDEX word_stem ON word(stem);
CREATE INDEX word_family ON word(family);
CREATE INDEX word_skeleton ON word(skeleton);
CREATE INDEX synonym_family ON synonym(family);
CREATE INDEX synonym_class ON synonym(class);
CREATE INDEX name_words ON name(words);
"""


class IndexWriter:
    """Fills an empty database. Rows are numbered from 1 in the order in which they are added.

    Raises QueryError if SQLite has no full-text search.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.row = 0
        """The row that was added last."""
        try:
            self._run(_TABLES)
        except OperationalError as error:
            if "fts5" not in str(error):
                raise
            raise QueryError("the SQLite of this Python has no full-text search (FTS5); another Python’s has") from None

    def add_record(
        self,
        shown: Sequence[object],
        fields: Sequence[str],
        folded: Sequence[str],
        names: Iterable[str],
        keys: Iterable[str],
    ) -> int:
        """Adds a record and returns its row.

        `shown` are the columns of its entry; `fields` are the texts to search, as printed, and `folded` the same.
        """
        self.row += 1
        self._insert("entry", (self.row, *shown))
        for name in names:
            self._insert("name", (name, self.row))
        self._insert("text", (self.row, *fields))
        self._insert(f"found(rowid, {', '.join(FIELD_WEIGHTS)}, keys)", (self.row, *folded, " ".join(keys)))
        return self.row

    def add_article(self, id: str, document: Document, title: str, name: str) -> None:
        """Adds an article, before its passages."""
        places = b"".join(_places(document))
        self._insert("article", (id, document.file, title, name, self.row + 1, places))

    def add_passages(self, passages: Iterable[tuple[str, str, str]]) -> None:
        """Adds the passages of an article, each as printed, folded, and with its keys."""
        for text, folded, keys in passages:
            self.row += 1
            self._connection.execute("INSERT INTO text(row, passage) VALUES (?, ?)", (self.row, text))
            self._connection.execute(
                "INSERT INTO found(rowid, passage, keys) VALUES (?, ?, ?)", (self.row, folded, keys)
            )

    def add_values(self, values: Iterable[tuple[object, ...]]) -> None:
        """Adds values of figures: row, kind of unit, modifier, value, low, high."""
        self._connection.executemany("INSERT INTO value VALUES (?, ?, ?, ?, ?, ?)", values)

    def add_date(self, row: int, date: str) -> None:
        """Adds the date of a record, in EDTF."""
        self._insert("dated", (row, date))

    def add_filter(self, key: str, ids: Iterable[str | None]) -> None:
        """Adds the values that a filter can have."""
        self._connection.executemany("INSERT INTO filter VALUES (?, ?)", {(key, id) for id in ids if id})

    def add_synonyms(self, groups: Iterable[Sequence[str]]) -> None:
        """Adds groups of words that are taken for each other, normalized."""
        rows = ((number, word, family(word)) for number, group in enumerate(groups) for word in group)
        self._connection.executemany("INSERT INTO synonym VALUES (?, ?, ?)", rows)

    def finish(self, names: set[str], notation: Notation, firsts: Iterable[int]) -> None:
        """Adds what depends on all entries: their words, how they write numbers, and the first row of each kind."""
        self._add_words(names)
        described = [
            (
                unit.id,
                unit.name,
                unit.written,
                unit.base,
                str(unit.factor),
                unit.exact,
                unit.ambiguous,
                unit.id_is_form,
                str(unit.divisor),
                str(unit.offset),
                unit.scale,
            )
            for unit in notation.units.by_id.values()
        ]
        self._insert("fact", ("units", json.dumps(described)))
        self._insert("fact", ("languages", " ".join(language.tag for language in notation.languages)))
        self._insert("fact", ("firsts", " ".join(map(str, firsts))))
        self._run(_INDEXES)

    def _add_words(self, names: set[str]) -> None:
        """Adds every word, with its variants and how it is printed; and the words of each length, for corrections."""
        self._connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, found, row)")
        printed = {normalize(name): name for name in sorted(names, reverse=True)}
        by_length: dict[int, set[str]] = defaultdict(set)

        def rows() -> Iterator[tuple[object, ...]]:
            for word, entries in self._connection.execute("SELECT term, doc FROM vocabulary"):
                if word[0] == SEPARATOR:
                    continue
                name_skeleton = skeleton(word) if word in printed else None
                yield word, entries, stem(word), family(word), name_skeleton, printed.get(word, word)
                if is_correctable(word):
                    by_length[len(word)].add(word)

        self._connection.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)", rows())
        spellings = [(length, " ".join(sorted(words))) for length, words in by_length.items()]
        self._connection.executemany("INSERT INTO spelling VALUES (?, ?)", spellings)
        self._connection.execute("DROP TABLE temp.vocabulary")

    def _insert(self, table: str, values: Sequence[object]) -> None:
        self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)

    def _run(self, statements: str) -> None:
        # Not `executescript`, which commits.
        for statement in statements.split(";"):
            self._connection.execute(statement)


def _places(document: Document) -> Iterator[bytes]:
    """The place of each passage of an article."""
    lines, line = [*document.line_starts, len(document.text) + 1], 0
    for span in document.passages:
        while lines[line + 1] <= span.start:
            line += 1
        yield PLACE.pack(*span, line + 1, span.start - lines[line] + 1)
