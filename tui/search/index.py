"""Building the index of a dossier: SQLite tables of everything that can be found, and of the words it is found by.

SQLite's own FTS5 cuts the texts into words and keeps where each stands. What it cannot know of a text stands beside
it as keys: the values of its numbers, words that are one though a mark parts them, and what filters ask for.
"""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from sqlite3 import Connection, OperationalError, connect
from typing import NamedTuple

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Entity, Event, Figure, Measure, Record
from tui.search.matches import WORTH
from tui.search.numbers import Numbers
from tui.search.query import KINDS, QueryError
from tui.search.search import PLACE, Search
from tui.search.terms import SEPARATOR, key_token, plain, terms
from tui.search.variants import skeleton, stem
from tui.search.vocabulary import SHORTEST_CORRECTED
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.fold import is_unspaced
from tui.text.span import Span

STEP = 1000
"""Passages from one word of progress to the next."""

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
CREATE TABLE word(term TEXT, word TEXT, entries INTEGER, stem TEXT, skeleton TEXT, printed TEXT);
CREATE TABLE spelling(length INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT);
CREATE VIRTUAL TABLE found USING fts5({", ".join(WORTH)}, keys, tokenize = "unicode61 remove_diacritics 2");
"""
_INDEXES = """
CREATE INDEX word_word ON word(word);
CREATE INDEX word_stem ON word(stem);
CREATE INDEX word_skeleton ON word(skeleton);
CREATE INDEX name_words ON name(words);
"""


class Summary(NamedTuple):
    """What a list of hits says of a record beside its title: before it, after it, and in whose style."""

    lead: str
    about: str
    style: str
    name: str = ""
    """What an article's passages stand under."""


Describe = Callable[[Record, Dossier], Summary]


def _no_summary(record: Record, dossier: Dossier) -> Summary:
    return Summary("", "", "")


def in_memory(
    dossier: Dossier,
    describe: Describe = _no_summary,
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Search:
    """A search over a dossier whose index is kept nowhere."""
    connection = connect(":memory:", check_same_thread=False)
    build(connection, dossier, describe, progress)
    return Search(connection, dossier.text_of)


def build(
    connection: Connection,
    dossier: Dossier,
    describe: Describe = _no_summary,
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> None:
    """Fills an empty database. `describe` gives what hits show beside their words.

    `progress` is told how many passages are done, of how many; what it raises ends the work.
    """
    try:
        for table in _TABLES.split(";"):
            connection.execute(table)
    except OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise QueryError("the SQLite of this Python has no full-text search (FTS5); another Python’s has") from None
    _Builder(connection, dossier, describe, progress).build()
    for index in _INDEXES.split(";"):
        connection.execute(index)


class _Builder:
    def __init__(
        self, connection: Connection, dossier: Dossier, describe: Describe, progress: Callable[[int, int], None]
    ) -> None:
        self.connection, self.dossier, self.describe = connection, dossier, describe
        self.progress = progress
        self.row = 0
        self.names: set[str] = set()
        """Words as they are printed in names."""
        self.values: list[tuple[object, ...]] = []
        self.numbers = Numbers(dossier.units)
        self.printed: dict[tuple[str, str], list[Span]] = defaultdict(list)
        """Where each figure is printed in each article."""
        for figure in dossier.figures.values():
            for source in figure.sources:
                if source.number:
                    self.printed[figure.id, source.article].append(source.number)

    def build(self) -> None:
        firsts = []
        for kind in KINDS:
            firsts.append(self.row + 1)
            searched, rows = (["passage"], self._passages()) if kind == "passage" else (WORTH, self._records(kind))
            columns = ["rowid", *searched, "keys"]
            places = ", ".join("?" * len(columns))
            self.connection.executemany(f"INSERT INTO found({', '.join(columns)}) VALUES ({places})", rows)
        self.connection.executemany("INSERT INTO value VALUES (?, ?, ?, ?, ?, ?)", self.values)
        self._filters()
        self._words()
        self._facts([*firsts, self.row + 1])

    # Records

    def _records(self, kind: str) -> Iterator[tuple[object, ...]]:
        for record in self.dossier.records:
            if record.kind == kind:
                self.row += 1
                texts = _texts(record, self.dossier)
                sources = self.dossier.sources_of(record)
                self._entry(record, sources)
                self._name([*texts["name"], *texts["alias"], *texts["title"]])
                columns = [f" {SEPARATOR} ".join(texts[column]) for column in WORTH]
                text = "\n".join(columns)
                keys = [*self.numbers.keys(text), *_joined(text), *_unspaced(text)]
                keys += map(key_token, self._facets(record, sources))
                yield self.row, *columns, " ".join(keys)

    def _entry(self, record: Record, sources: Sequence[Occurrence]) -> None:
        place: tuple[object, ...] = (None,) * 8
        if sources:
            article, span = sources[0].article, sources[0].cited
            document = self.dossier.documents[article]
            around = document.part(document.sentence_around(span), span, LONGEST_PASSAGE)
            if isinstance(record, Article):
                span = around = _first_line(document, span)
            place = (article, document.file, *document.position(span.start), *span, *around)
        values = (self.row, record.kind, record.id, record.title, *self.describe(record, self.dossier)[:3], *place)
        self.connection.execute(f"INSERT INTO entry VALUES ({', '.join('?' * len(values))})", values)
        if isinstance(record, Figure):
            self.values.append((self.row, *_value_of(record, self.dossier)))
        if date := self.dossier.date_of(record):
            self.connection.execute("INSERT INTO dated VALUES (?, ?)", (self.row, date))

    def _name(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.names |= set(_WORD.findall(text))
            name = " ".join(key for term in terms(text, lambda: self.dossier.units) for key in term.keys[:1])
            self.connection.execute("INSERT INTO name VALUES (?, ?)", (name, self.row))

    def _facets(self, record: Record, sources: Sequence[Occurrence]) -> set[str]:
        """What filters can ask of a record, each as KEY:ID."""
        facets = {f"article:{source.article}" for source in sources}
        match record:
            case Entity():
                facets |= {f"entity:{record.id}", f"kind:{record.type}"}
            case Article():
                facets |= {f"article:{record.id}", f"entity:{record.publisher}"}
                facets |= {f"entity:{mention.record}" for mention in self.dossier.mentions[record.id]}
            case Event():
                facets |= {f"entity:{id}" for id in record.entities}
            case Figure():
                facets |= _of_figure(record)
                facets |= {f"entity:{id}" for id in (record.subject, record.material, record.claimant)}
            case Measure():
                facets.add(f"measure:{record.id}")
        return facets

    # Passages

    def _passages(self) -> Iterator[tuple[object, ...]]:
        order = self.dossier.article_order
        whole = sum(len(self.dossier.documents[id].passages) for id in order)
        first = self.row
        for id in order:
            article, document = self.dossier.articles[id], self.dossier.documents[id]
            if not document.passages:
                continue
            places = b"".join(_places(document))
            self.connection.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)",
                (id, document.file, article.title, self.describe(article, self.dossier).name, self.row + 1, places),
            )
            for passage, keys in self._passages_of(id, document):
                self.row += 1
                yield self.row, passage, keys
                if not (self.row - first) % STEP:
                    self.progress(self.row - first, whole)
        self.progress(whole, whole)

    def _passages_of(self, id: str, document: Document) -> Iterator[tuple[str, str]]:
        """The passages of an article, each with its keys."""
        text, passages = document.text, document.passages
        starts = [span.start for span in passages]
        keys: dict[int, list[str]] = defaultdict(list)

        def around(span: Span) -> list[int]:
            """Which passage a span lies in whole, if any."""
            number = bisect_right(starts, span.start) - 1
            return [number] if number >= 0 and span.end <= passages[number].end else []

        self.names |= set(_NAME_IN_TEXT.findall(text))
        for start, found in self.numbers.places(text):
            keys[bisect_right(starts, start) - 1] += found
        for number in {bisect_right(starts, match.start()) - 1 for match in _JOINED_IN_TEXT.finditer(text)}:
            keys[number] += _joined(document[passages[number]])
        for mention in self.dossier.mentions[id]:
            for number in around(mention.span):
                keys[number].append(key_token(f"entity:{mention.record}"))
        for figure in self.dossier.figures_in(id):
            for number in {number for printed in self.printed[figure.id, id] for number in around(printed)}:
                keys[number] += map(key_token, _of_figure(figure))
                self.values.append((self.row + 1 + number, *_value_of(figure, self.dossier)))
        unspaced = is_unspaced(text)
        of_article = key_token(f"article:{id}")
        for number, span in enumerate(passages):
            passage = text[span.start : span.end]
            if unspaced:
                keys[number] += _unspaced(passage)
            yield passage, f"{of_article} {' '.join(keys[number])}" if number in keys else of_article

    # What is known of the whole

    def _filters(self) -> None:
        """The ids that each filter can have."""
        dossier = self.dossier
        figures = dossier.figures.values()
        known: dict[str, Iterable[str | None]] = {
            "kind": {*KINDS, *(entity.type for entity in dossier.entities.values())},
            "article": dossier.articles,
            "entity": dossier.entities,
            "measure": dossier.measures,
            "subject": (figure.subject for figure in figures),
            "material": (figure.material for figure in figures),
            "by": (figure.claimant for figure in figures),
        }
        rows = {(key, id) for key, ids in known.items() for id in ids if id}
        self.connection.executemany("INSERT INTO filter VALUES (?, ?)", rows)

    def _words(self) -> None:
        """Every word of the texts, with its forms and how it is printed; and all of a length together, for typos."""
        self.connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, found, row)")
        printed = {plain(name): name for name in sorted(self.names, reverse=True)}
        by_length: dict[int, set[str]] = defaultdict(set)

        def rows() -> Iterator[tuple[object, ...]]:
            for term, entries in self.connection.execute("SELECT term, doc FROM vocabulary"):
                if term[0] == SEPARATOR:
                    continue
                word = plain(term)
                bone = skeleton(word) if word in printed else None
                yield term, word, entries, stem(word), bone, printed.get(word, term)
                if word.isalpha() and len(word) >= SHORTEST_CORRECTED:
                    by_length[len(word)].add(word)

        self.connection.executemany("INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)", rows())
        spellings = [(length, " ".join(sorted(words))) for length, words in by_length.items()]
        self.connection.executemany("INSERT INTO spelling VALUES (?, ?)", spellings)
        self.connection.execute("DROP TABLE temp.vocabulary")

    def _facts(self, firsts: list[int]) -> None:
        """The units that a query is read with, and the first row of each kind."""
        units = [
            (unit.id, unit.name, unit.written, unit.base, str(unit.factor), unit.exact, unit.ambiguous)
            for unit in self.dossier.units.by_id.values()
        ]
        facts = [("units", json.dumps(units)), ("firsts", " ".join(map(str, firsts)))]
        self.connection.executemany("INSERT INTO fact VALUES (?, ?)", facts)


def _texts(record: Record, dossier: Dossier) -> dict[str, list[str]]:
    """What is searched of a record, by column."""
    texts: dict[str, list[str]] = {column: [] for column in WORTH}
    match record:
        case Entity():
            texts["name"] = [record.name]
            texts["alias"] = [name for name in (*record.aliases, *record.also, record.short, record.id) if name]
            texts["detail"] = [record.type]
        case Article():
            texts["title"] = [record.title]
            texts["detail"] = [name for name in (dossier.name_of(record.publisher),) if name]
        case Figure():
            who = [dossier.entities[id] for id in (record.subject, record.material, record.claimant) if id]
            texts["label"] = [record.label, record.written]
            texts["detail"] = [name for entity in who for name in (entity.name, *entity.aliases)]
        case Event():
            texts["label"] = [record.what]
            texts["detail"] = [dossier.entities[id].name for id in record.entities]
        case Measure():
            texts["name"], texts["alias"] = [record.name], [record.id]
    if date := dossier.date_of(record):
        # An event is what was on a day; anything else has a date beside other things.
        texts["label" if isinstance(record, Event) else "detail"].append(str(edtf.parse(date)))
    return texts


def _of_figure(figure: Figure) -> set[str]:
    """What filters can ask of a figure, and of a passage that prints it."""
    asked = {
        "measure": figure.measure,
        "subject": figure.subject,
        "material": figure.material,
        "by": figure.claimant,
    }
    return {f"{key}:{id}" for key, id in asked.items() if id}


def _value_of(figure: Figure, dossier: Dossier) -> tuple[str | None, ...]:
    """The kind of a figure's unit, its modifier, and its value and ends in the base unit, exact."""
    value, unit = figure.value, dossier.unit_of(figure)
    ends = (value.value, value.interval.low, value.interval.high)
    return unit.kind, value.modifier, *(None if end is None else str(end * unit.factor) for end in ends)


def _places(document: Document) -> Iterator[bytes]:
    """Where each passage of an article stands."""
    lines, line = [*document.line_starts, len(document.text) + 1], 0
    for span in document.passages:
        while lines[line + 1] <= span.start:
            line += 1
        yield PLACE.pack(*span, line + 1, span.start - lines[line] + 1)


def _first_line(document: Document, opening: Span) -> Span:
    """The line of the first words of an article, as far as a passage reaches."""
    words = document.text[opening.start : opening.start + LONGEST_PASSAGE].partition("\n")[0]
    return Span(opening.start, opening.start + len(words.rstrip()))


_WORD = re.compile(r"[^\W\d_]+")
_NAME_IN_TEXT = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
_JOINED_IN_TEXT = re.compile(r"\.[^\W\d_]\.|['’ʼ](?!s(?![^\W_]))[^\W\d_]")
_JOINED = re.compile(r"(?:[^\W\d_]\.){2,}|(?<![^\W\d_])[^\W\d_]+['’ʼ](?!s(?![^\W_]))[^\W\d_]+")


def _joined(text: str) -> Iterator[str]:
    """The words that a mark parts for FTS5, whole: U.S., O’Brien."""
    return (plain(match[0]) for match in _JOINED.finditer(text))


def _unspaced(text: str) -> list[str]:
    """The characters of scripts that set no spaces between words: each is a word."""
    return [character for character in text if is_unspaced(character)] if is_unspaced(text) else []
