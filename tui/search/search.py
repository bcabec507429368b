"""SearchRunner: words looked up among the dossier's own, candidates fetched from the index, then ranked."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from sqlite3 import Connection
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from tui.search.expression import SqlFilter, all_of, all_words_of, any_of, of_phrase, quoted
from tui.search.matches import EXACT, WORTH, Match, Matcher, QueryTerm, phrase_places, score
from tui.search.query import KINDS, Phrase, Query, Threshold, Word, parse
from tui.search.stopping import check, is_given_up
from tui.search.terms import SEPARATOR, key_token
from tui.search.vocabulary import SHORTEST_VARIED, Vocabulary
from tui.text.span import Span, without_overlaps

if TYPE_CHECKING:
    from tui.catalog.edtf import When
    from tui.quantity.unit import Units

FOUND = ("entity", "article", "figure", "event", "passage")
"""The kinds that a search finds."""

RANKED = 120
"""Candidates that are ranked; where there are more, those that hold the words as typed and together come first."""

FEW = 10
"""Where fewer entries hold all the words, those that hold some of them follow."""

TRIED = 60
"""Entries that are looked at for each word of those that may hold only some."""

LEAST_HELD = 0.3
"""How much of the query, by what its words tell, an entry holds that holds only some of them."""

STEPS = 100
"""Steps of SQLite's from one look to the next whether a question was given up: some microseconds."""

HELD = 16
"""Phrases whose entries are kept: what is asked is asked again for its passages."""

PLACE = Struct("<4Q")
"""Where a passage stands: start, end, line, column."""


class Entry(NamedTuple):
    """One thing that can be found: a record, or a passage (a sentence of an article)."""

    kind: str
    id: str
    """A record's own; of a passage FILE:LINE:COLUMN."""
    title: str
    lead: str
    """What a list shows before the title, after it, and the title's style."""
    about: str
    style: str
    article: str | None
    """Where it stands first, if anywhere: article, file, line, column, stretch, and the sentence around it."""
    file: str | None
    line: int | None
    column: int | None
    span: Span | None
    around: Span | None


class Hit:
    """One thing found: `score` 0 to 100, and `text`, the words around it. Its marks are worked out when asked for."""

    def __init__(self, entry: Entry, score: float, text: str, marking: Callable[[str], tuple[Span, ...]]) -> None:
        self.entry, self.score, self.text = entry, score, text
        self._marking = marking

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hit) and (self.entry, self.score) == (other.entry, other.score)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Where what matched stands in `text`."""
        return self._marking(self.text)

    @cached_property
    def title_marks(self) -> tuple[Span, ...]:
        """Where what matched stands in the title of a record."""
        return () if self.entry.kind == "passage" else self._marking(self.entry.title)


class Result(NamedTuple):
    """The hits, best first, the words that are nowhere, and those that were corrected."""

    hits: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    corrected: dict[str, str] = {}  # noqa: RUF012
    total: int = 0
    """How many there are; COUNTED and one where there are more."""


class FilterResult(NamedTuple):
    """The ids of the records that a query lets pass, the words that are nowhere, and those that were corrected."""

    ids: set[str]
    missing: tuple[str, ...]
    corrected: dict[str, str]


class _Question(NamedTuple):
    """A query, with those of its words that are somewhere, those that are nowhere, and those that were corrected."""

    query: Query
    wanted: list[QueryTerm]
    missing: tuple[str, ...]
    corrected: dict[str, str]

    @property
    def is_nowhere(self) -> bool:
        """Whether none of the words that it asks for is anywhere."""
        return bool(self.missing) and not self.wanted and not self.query.phrases


class Search:
    """A dossier ready to be asked: an index, and what reads an article's file."""

    def __init__(self, connection: Connection, read: Callable[[str], str]) -> None:
        self._connection, self._read = connection, read
        self._ids: dict[str, frozenset[str]] = {}
        self._held: dict[tuple[Word, ...], list[int]] = {}

    def ask(self, text: str, limit: int | None = None) -> Result:
        """What a query finds among records and passages. Raises QueryError where it cannot be asked."""
        question = self._question(text)
        query, wanted = question.query, question.wanted
        if not query.asks or question.is_nowhere:
            return Result(missing=question.missing)
        asked = self._asked(query, FOUND)
        ranked = RANKED if limit is None else max(RANKED, limit)
        rows = self._candidates(wanted, asked, None if limit is None else ranked)
        total = len(rows) if len(rows) < ranked else asked.count(all_of(wanted), self._connection)
        phrased = [
            QueryTerm(word, dict.fromkeys(word.keys, EXACT)) for phrase in query.phrases for word in phrase.words
        ]
        matcher = Matcher(wanted, self.units)
        # The words of a phrase count for the rank of a text, wherever they stand, but only the phrase is marked.
        ranking = Matcher([*wanted, *phrased], self.units) if phrased else matcher
        numbers = range(len(wanted) + len(phrased))
        found = {row: 40 + 0.6 * score(_matches(texts, ranking), numbers) for row, texts in rows.items()}
        if len(rows) < FEW and len(wanted) > 1:
            found |= self._holding_some(wanted, matcher, asked, found)
            total = len(found)
        best = sorted(found.items(), key=lambda pair: (-round(pair[1], 1), pair[0]))[:limit]
        marking = self._marking(matcher, query.phrases)
        entries = self._entries([row for row, _ in best])
        hits = [
            Hit(entry, round(scored, 1), self._text(entry), marking)
            for entry, (_, scored) in zip(entries, best, strict=True)
        ]
        return Result(tuple(hits), question.missing, question.corrected, total)

    def admitted(self, text: str, kinds: Collection[str]) -> FilterResult:
        """The records of some kinds that hold all of a query. Raises QueryError where it cannot be asked."""
        question = self._question(text)
        ids: set[str] = set()
        if not question.is_nowhere:
            condition, values = self._asked(question.query, kinds).where(all_of(question.wanted))
            rows = f"SELECT rowid FROM found WHERE {condition}"
            found = self._connection.execute(f"SELECT id FROM entry WHERE row IN ({rows})", values)
            ids = {id for (id,) in found}
        return FilterResult(ids, question.missing, question.corrected)

    def passages(self, text: str, most: int) -> list[tuple[Entry, list[Span]]]:
        """The passages that hold all of a query in reading order, at most so many, each with what matched in it."""
        question = self._question(text)
        if question.is_nowhere:
            return []
        marking = self._marking(Matcher(question.wanted, self.units), question.query.phrases)
        rows = self._texts(all_of(question.wanted), self._asked(question.query, ("passage",)), most)
        found = []
        for entry, texts in zip(self._entries(list(rows)), rows.values(), strict=True):
            check()
            assert entry.span is not None
            ((_, passage),) = texts
            marks = marking(passage) or (Span(0, len(passage)),)
            found.append((entry, [Span(m.start + entry.span.start, m.end + entry.span.start) for m in marks]))
        return found

    def look_whether_given_up(self) -> None:
        """Lets SQLite look now and then whether what is asked was given up."""
        self._connection.set_progress_handler(is_given_up, STEPS)

    def _question(self, text: str) -> _Question:
        query = parse(text, self)
        return _Question(query, *self._vocabulary.wanted(query.words))

    # What a query is read against

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._connection, max(last for _, last in self._firsts.values()))

    @cached_property
    def _units(self) -> "Units":
        import json
        from decimal import Decimal

        from tui.quantity.unit import Unit, Units

        return Units(
            Unit(id, name, tuple(written), base, Decimal(factor), exact, tuple(ambiguous))
            for id, name, written, base, factor, exact, ambiguous in json.loads(self._fact("units"))
        )

    def units(self) -> "Units":
        """The catalog's units."""
        return self._units

    def ids(self, key: str) -> Collection[str]:
        """The ids that some record has for a filter."""
        if key not in self._ids:
            found = self._connection.execute("SELECT id FROM filter WHERE key = ?", (key,))
            self._ids[key] = frozenset(id for (id,) in found)
        return self._ids[key]

    def dates(self) -> "Iterable[When]":
        """The dates of all records."""
        return {date for _, date in self._dated}

    @cached_property
    def _dated(self) -> "list[tuple[int, When]]":
        """The entries that have a date."""
        from tui.catalog import edtf

        dated = self._connection.execute("SELECT entry, date FROM dated")
        return [(entry, edtf.parse(date)) for entry, date in dated]

    def _fact(self, name: str) -> str:
        (value,) = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return value  # type: ignore[no-any-return]

    @cached_property
    def _firsts(self) -> dict[str, tuple[int, int]]:
        """The first and the last row of each kind."""
        firsts = [int(row) for row in self._fact("firsts").split()]
        return {kind: (firsts[i], firsts[i + 1] - 1) for i, kind in enumerate(KINDS)}

    # Candidates

    def _asked(self, query: Query, kinds: Collection[str]) -> SqlFilter:
        """What an entry must pass besides holding the words."""
        both = (True, query.filters), (False, query.barred)
        for holds, filters in both:
            asked_for = [id for key, id in filters if key == "kind" and id in KINDS]
            kinds = {kind for kind in kinds if all((kind == id) == holds for id in asked_for)}
        asked = SqlFilter([self._firsts[kind] for kind in KINDS if kind in kinds] or [(0, 0)])
        for holds, filters in both:
            for key, id in filters:
                if key == "year":
                    asked.among(self._of_year(int(id)), holds)
                elif key != "kind" or id not in KINDS:
                    asked.expressions[holds].append(quoted(key_token(f"{key}:{id}")))
        for holds, phrases in ((True, query.phrases), (False, query.excluded)):
            for phrase in phrases:
                expression = of_phrase(phrase)
                if expression is None:
                    asked.among(self._holding_phrase(phrase), holds)
                    continue
                asked.expressions[holds].append(expression)
                if not holds and len(phrase.words) == 1 and len(phrase.written) >= SHORTEST_VARIED:
                    # What a word finds, it leaves out too; only a short one would leave out too much: -us, USGS.
                    asked.expressions[holds] += self._vocabulary.forms(phrase.words[0])
        for threshold in query.thresholds:
            asked.among(self._beyond(threshold), True)
        return asked

    def _of_year(self, year: int) -> list[int]:
        """The records whose date touches a year."""
        return [entry for entry, date in self._dated if date.touches_year(year)]

    def _beyond(self, threshold: Threshold) -> list[int]:
        """The figures that pass a threshold, and the passages that print one."""
        from decimal import Decimal

        values = self._connection.execute("SELECT entry, kind, modifier, value, low, high FROM value")
        return [
            entry
            for entry, kind, modifier, value, *ends in values
            if any(
                end is not None and threshold.admits(Decimal(end), modifier, kind)
                for end in (ends if value is None else [value])
            )
        ]

    def _holding_phrase(self, phrase: Phrase) -> list[int]:
        """The entries that hold a phrase for which there is no expression, found among those that hold its words."""
        if phrase.words not in self._held:
            rows = self._read_texts(all_words_of(phrase), SqlFilter(), None)
            held = [row for row, texts in rows if any(self._holds(text, phrase) for _, text in texts)]
            while len(self._held) >= HELD:
                self._held.pop(next(iter(self._held)))
            self._held[phrase.words] = held
        return self._held[phrase.words]

    def _holds(self, text: str, phrase: Phrase) -> bool:
        return any(phrase_places(text, phrase.words, self.units))

    def _candidates(self, wanted: Sequence[QueryTerm], asked: SqlFilter, most: int | None) -> dict[int, "_Texts"]:
        """The entries that hold all of the words, at most so many; then first those that hold them as typed."""
        rows = self._texts(all_of(wanted), asked, most)
        if most is None or len(rows) < most or not wanted:
            return rows
        exact = [QueryTerm(each.word, {k: q for k, q in each.answers.items() if q == EXACT}) for each in wanted]
        if all(each.answers for each in exact):
            words = [quoted(each.word.keys[0]) for each in exact if not each.word.is_number]
            nearer: dict[int, _Texts] = {}
            for row in self._named(exact):
                nearer |= self._texts("", asked.at(row), 1)
            if len(words) == len(wanted) > 1:
                nearer |= self._texts(" + ".join(words), asked, most)
                if len(nearer) < most:
                    nearer |= self._texts(f"NEAR({' '.join(words)}, 6)", asked, most)
            if len(nearer) < most:
                nearer |= self._texts(all_of(exact), asked, most)
            rows = dict(list((nearer | rows).items())[:most])
        return rows

    def _holding_some(
        self, wanted: Sequence[QueryTerm], matcher: Matcher, asked: SqlFilter, but: Collection[int]
    ) -> Iterator[tuple[int, float]]:
        """The entries that hold some of the words only, with their scores: below all that hold every word."""
        rows: dict[int, _Texts] = {}
        for each in sorted(wanted, key=lambda each: -each.weight):
            rows |= self._texts(any_of(each), asked, TRIED)
        whole = sum(each.weight for each in wanted)
        for row, texts in rows.items():
            if row not in but:
                found = _matches(texts, matcher)
                held = {match.number for _, _, matches in found for match in matches}
                share = sum(wanted[number].weight for number in held) / whole
                if share >= LEAST_HELD:
                    yield row, 0.4 * share * score(found, held)

    def _named(self, wanted: Sequence[QueryTerm]) -> list[int]:
        """The records whose whole name is the words."""
        name = " ".join(each.word.keys[0] for each in wanted)
        return [row for (row,) in self._connection.execute("SELECT entry FROM name WHERE words = ? LIMIT 9", (name,))]

    def _texts(self, words: str, asked: SqlFilter, most: int | None) -> "dict[int, _Texts]":
        """The rows of the entries that hold words and pass the rest, with their texts; in order, at most so many."""
        return dict(self._read_texts(words, asked, most))

    def _read_texts(self, words: str, asked: SqlFilter, most: int | None) -> "Iterator[tuple[int, _Texts]]":
        """The same, one after the other."""
        condition, values = asked.where(words)
        columns = ", ".join(WORTH)
        found = self._connection.execute(
            f"SELECT rowid, {columns} FROM found WHERE {condition} ORDER BY rowid LIMIT ?",
            [*values, -1 if most is None else most],
        )
        for row, *texts in found:
            check()
            yield (
                row,
                [
                    (worth, text)
                    for worth, column in zip(WORTH.values(), texts, strict=True)
                    if column
                    for text in column.split(SEPARATOR)
                ],
            )

    # Ranking

    def _marking(self, matcher: Matcher, phrases: Sequence[Phrase]) -> Callable[[str], tuple[Span, ...]]:
        """What marks in a text the words and phrases that matched."""

        def marks(text: str) -> tuple[Span, ...]:
            spans = {match.span for match in matcher.matches(text)}
            for phrase in phrases:
                spans |= set(phrase_places(text, phrase.words, self.units))
            return tuple(sorted(without_overlaps(spans)))

        return marks

    # What is found

    def _entries(self, rows: Sequence[int]) -> list[Entry]:
        first_passage = self._firsts["passage"][0]
        return [self._record(row) if row < first_passage else self._passage(row) for row in rows]

    def _record(self, row: int) -> Entry:
        read = self._connection.execute("SELECT * FROM entry WHERE row = ?", (row,)).fetchone()
        *known, start, end, around_start, around_end = read[1:]
        places = (Span(start, end), Span(around_start, around_end)) if start is not None else (None, None)
        return Entry(*known, *places)

    def _passage(self, row: int) -> Entry:
        article, file, title, name, first = self._connection.execute(
            "SELECT id, file, title, name, first FROM article WHERE first <= ? ORDER BY first DESC LIMIT 1", (row,)
        ).fetchone()
        (place,) = self._connection.execute(
            f"SELECT substr(places, ?, {PLACE.size}) FROM article WHERE first = ?",
            ((row - first) * PLACE.size + 1, first),
        ).fetchone()
        start, end, line, column = PLACE.unpack(place)
        span = Span(start, end)
        id = f"{file}:{line}:{column}"
        return Entry("passage", id, title, "", name, "article", article, file, line, column, span, span)

    def _text(self, entry: Entry) -> str:
        """The sentence that an entry stands in; of an article its first line."""
        if entry.file is None or entry.around is None:
            return ""
        return self._read(entry.file)[entry.around.start : entry.around.end]


_Texts = list[tuple[float, str]]
"""What is searched of an entry, with the worth of a match there."""


def _matches(texts: _Texts, matcher: Matcher) -> list[tuple[float, int, list[Match]]]:
    """The worth and the length of each text of an entry, and what matches in it."""
    check()
    return [(worth, len(text.strip()), matcher.matches(text)) for worth, text in texts]
