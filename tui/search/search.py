"""Asking: words looked up among the dossier's own, candidates fetched from the index, then ranked."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from sqlite3 import Connection
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from tui.search.matches import Match, Wanted, matches, phrase_places
from tui.search.query import Phrase, Query, Threshold, Word, parse
from tui.search.terms import SEPARATOR, SHORTEST_CORRECTED, key_token
from tui.text.fold import fold
from tui.text.span import Span, without_overlaps

if TYPE_CHECKING:
    from tui.quantity.unit import Units

EXACT, INFLECTED, RESPELT, PREFIX, CORRECTED = 1.0, 0.95, 0.93, 0.9, 0.75
"""What a match is worth by how it came about."""

WORTH = {"name": 1.0, "alias": 0.96, "title": 0.9, "label": 0.8, "detail": 0.7, "passage": 0.6}
"""What a match is worth by where it stands: a name beats a title beats a figure's label beats a passage."""

KINDS = ("measure", "entity", "article", "figure", "event", "passage")
"""Everything that can be found, in the order of the index: of hits that score alike, the first comes first."""

FOUND = ("entity", "article", "figure", "event", "passage")
"""The kinds that a search finds."""

RECORDS = ("entity", "article", "figure", "event", "measure")
"""The kinds that have lists."""

RANKED = 200
"""Candidates that are ranked; where there are more, those that hold the words as typed and together come first."""

FARTHEST, LONGEST = 8, 10
"""What words far apart lose at most, and those that are a part of a name or a title only."""

COUNTED = 10_000
"""Where more is found, nobody is told how much more."""

FEW = 10
"""Where fewer entries hold all the words, those that hold some of them follow."""

TRIED = 60
"""Entries that are looked at for each word of those that may hold only some."""

LEAST_HELD = 0.3
"""How much of the query, by what its words tell, an entry holds that holds only some of them."""

BEGUN = 60
"""Words that a beginning stands for at most: the most common ones."""

SHORTEST_VARIED = 4
"""Letters that a word has at least to be found in other inflections and spellings."""

LONGEST_ABBREVIATION = 5
"""Letters of a word that may be printed with points between: U.S."""

FUNCTION_WORDS = frozenset(
    """
    a about an and are as at be been by did do does for from had has have how i in into is it its many me much of on
    or so than that the their them then there these they this those to was we were what when where which who whom
    whose why will with would you
    """.split()
)
"""Words that hold a sentence together: beside others, nothing has to hold them."""


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


class Admitted(NamedTuple):
    """The ids of the records that a query lets pass, the words that are nowhere, and those that were corrected."""

    ids: set[str]
    missing: tuple[str, ...]
    corrected: dict[str, str]


class _Asked:
    """What an entry must pass besides holding the words: expressions for FTS5, and conditions in SQL."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self.expressions: dict[bool, list[str]] = {True: [], False: []}
        """What must hold, and what must not."""
        self._conditions: list[str] = []
        self._values: list[object] = []
        spans = [end for pair in ranges for end in pair]
        if spans:
            self._add(" OR ".join(["rowid BETWEEN ? AND ?"] * (len(spans) // 2)), *spans)

    def among(self, rows: Iterable[int], holds: bool) -> None:
        """An entry must be among some rows, or must not."""
        self._add(
            f"rowid {'IN' if holds else 'NOT IN'} (SELECT value FROM json_each(?))", f"[{','.join(map(str, rows))}]"
        )

    def at(self, row: int) -> "_Asked":
        """The same, for one row alone."""
        one = _Asked([(row, row)])
        one.expressions = self.expressions
        one._conditions += self._conditions
        one._values += self._values
        return one

    def where(self, words: str) -> tuple[str, list[object]]:
        """The whole condition, with its values, for entries that hold some words too."""
        must = " AND ".join(filter(None, [words, *self.expressions[True]]))
        must_not = " OR ".join(self.expressions[False])
        conditions, values = list(self._conditions), list(self._values)
        if must:
            conditions.append("found MATCH ?")
            values.append(f"({must}) NOT ({must_not})" if must_not else must)
        elif must_not:
            conditions.append("rowid NOT IN (SELECT rowid FROM found WHERE found MATCH ?)")
            values.append(must_not)
        return " AND ".join(conditions), values

    def _add(self, condition: str, *values: object) -> None:
        self._conditions.append(f"({condition})")
        self._values += values


class Search:
    """A dossier ready to be asked: an index, and what reads an article's file."""

    def __init__(self, connection: Connection, read: Callable[[str], str]) -> None:
        self._connection, self._read = connection, read

    def ask(self, text: str, limit: int | None = None, kinds: Collection[str] = FOUND) -> Result:
        """What a query finds among records and passages of some kinds. Raises QueryError where it cannot be asked."""
        query = parse(text, self)
        if not query.asks:
            return Result()
        missing: list[str] = []
        corrected: dict[str, str] = {}
        wanted = self._wanted(query.words, missing, corrected)
        if missing and not wanted and not query.phrases:
            return Result(missing=tuple(missing))
        asked = self._asked(query, kinds)
        ranked = RANKED if limit is None else max(RANKED, limit)
        rows = self._candidates(wanted, asked, None if limit is None else ranked)
        total = len(rows) if len(rows) < ranked else self._count(_all_of(wanted), asked)
        phrased = [Wanted(word, dict.fromkeys(word.keys, EXACT)) for phrase in query.phrases for word in phrase.words]
        every = [*wanted, *phrased]
        numbers = range(len(every))
        scored = {row: 40 + 0.6 * _score(self._matches(texts, every), numbers) for row, texts in rows.items()}
        if len(rows) < FEW and len(wanted) > 1:
            scored |= self._holding_some(wanted, asked, scored)
            total = len(scored)
        best = sorted(scored.items(), key=lambda pair: (-round(pair[1], 1), pair[0]))[:limit]
        marking = self._marking(wanted, query.phrases)
        entries = self._entries([row for row, _ in best])
        hits = [
            Hit(entry, round(score, 1), self._text(entry), marking)
            for entry, (_, score) in zip(entries, best, strict=True)
        ]
        return Result(tuple(hits), tuple(missing), corrected, total)

    def admitted(self, text: str, kinds: Collection[str] = RECORDS) -> Admitted:
        """The records of some kinds that hold all of a query. Raises QueryError where it cannot be asked."""
        query = parse(text, self)
        missing: list[str] = []
        corrected: dict[str, str] = {}
        wanted = self._wanted(query.words, missing, corrected)
        ids: set[str] = set()
        if wanted or not missing or query.phrases:
            condition, values = self._asked(query, kinds).where(_all_of(wanted))
            rows = f"SELECT rowid FROM found WHERE {condition}"
            found = self._connection.execute(f"SELECT id FROM entry WHERE row IN ({rows})", values)
            ids = {id for (id,) in found}
        return Admitted(ids, tuple(missing), corrected)

    def passages(self, text: str, most: int) -> list[tuple[Entry, list[Span]]]:
        """The passages that hold all of a query in reading order, at most so many, each with what matched in it."""
        query = parse(text, self)
        missing: list[str] = []
        wanted = self._wanted(query.words, missing, {})
        if missing and not wanted and not query.phrases:
            return []
        marking = self._marking(wanted, query.phrases)
        rows = self._texts(_all_of(wanted), self._asked(query, ("passage",)), most)
        found = []
        for entry, texts in zip(self._entries(list(rows)), rows.values(), strict=True):
            assert entry.span is not None
            ((_, passage),) = texts
            marks = marking(passage) or (Span(0, len(passage)),)
            found.append((entry, [Span(m.start + entry.span.start, m.end + entry.span.start) for m in marks]))
        return found

    def interrupt(self) -> None:
        """Ends the question that another thread asks: it gets an error of SQLite's."""
        self._connection.interrupt()

    # What a query is read against

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

    def ids(self, key: str) -> Iterable[str]:
        """The ids that some record has for a filter."""
        return [id for (id,) in self._connection.execute("SELECT id FROM filter WHERE key = ?", (key,))]

    def dates(self) -> Iterable[str]:
        """The dates of all records, as EDTF."""
        return [date for (date,) in self._connection.execute("SELECT DISTINCT date FROM dated")]

    def _fact(self, name: str) -> str:
        (value,) = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return value  # type: ignore[no-any-return]

    @cached_property
    def _firsts(self) -> dict[str, tuple[int, int]]:
        """The first and the last row of each kind."""
        firsts = [int(row) for row in self._fact("firsts").split()]
        return {kind: (firsts[i], firsts[i + 1] - 1) for i, kind in enumerate(KINDS)}

    # Words

    def _wanted(self, words: Sequence[Word], missing: list[str], corrected: dict[str, str]) -> list[Wanted]:
        """The words of a query that are somewhere, with what answers them."""
        telling = [word for word in words if word.is_number or word.keys[0] not in FUNCTION_WORDS] or words
        entries = max(last for _, last in self._firsts.values())
        wanted = []
        for word in telling:
            answers, held = self._numbers(word) if word.is_number else self._words(word, corrected)
            if answers:
                wanted.append(Wanted(word, answers, 1 + (entries // (1 + held)).bit_length()))
            elif word.written not in missing:
                missing.append(word.written)
        return wanted

    def _numbers(self, word: Word) -> tuple[dict[str, float], int]:
        """The keys of a number that some entry has, and how many entries that are."""
        held = {key: self._count(_quoted(key_token(key)), None) for key in word.keys}
        return {key: EXACT for key, count in held.items() if count}, sum(held.values())

    def _words(self, word: Word, corrected: dict[str, str]) -> tuple[dict[str, float], int]:
        """The dossier's words that a word of the query can mean, and how many entries hold them.

        That is itself, its inflections, other spellings of a name, what it begins, or what it misspells.
        """
        (key,) = word.keys
        answers: dict[str, float] = {}
        held = 0
        base, bone = self._known_forms(key)
        nearest = "ORDER BY abs(length(word) - ?), entries DESC"
        ways = [
            (EXACT, "word = ?", (key,)),
            (INFLECTED, "stem = ?", (base,)),
            (RESPELT, f"skeleton = ? {nearest}", (bone, len(key))),
            (PREFIX, f"word > ? AND word < ? ORDER BY entries DESC LIMIT {BEGUN}", (key, key + "\U0010ffff")),
        ]
        for quality, condition, values in ways:
            for other, entries in self._connection.execute(f"SELECT word, entries FROM word WHERE {condition}", values):
                if other not in answers:
                    answers[other] = quality
                    held += entries
        if not answers and key.isalpha():
            answers = dict.fromkeys(self._misspelt(key), CORRECTED)
        if answers and max(answers.values()) in (RESPELT, CORRECTED):
            printed = "SELECT printed, entries FROM word WHERE word = ? ORDER BY entries DESC"
            corrected[word.written], held = self._connection.execute(printed, (next(iter(answers)),)).fetchone()
        return answers, held

    def _known_forms(self, key: str) -> tuple[str | None, str | None]:
        """What a word shares with its inflections, and a name with its other spellings; None where it has none."""
        if not key.isalpha() or len(key) < SHORTEST_VARIED:
            return None, None
        kept = self._connection.execute("SELECT stem, skeleton FROM word WHERE word = ?", (key,)).fetchone()
        if kept is None:
            from tui.search.variants import skeleton, stem

            return stem(key), skeleton(key)
        return kept  # type: ignore[no-any-return]

    def _forms(self, word: Word) -> list[str]:
        """The expression for a word in all its forms but its misspellings; none for a number, which has one."""
        answers = {} if word.is_number else self._words(word, {})[0]
        known = {answer: quality for answer, quality in answers.items() if quality > CORRECTED}
        return [_any_of(Wanted(word, known))] if known else []

    def _misspelt(self, word: str) -> list[str]:
        """The nearest words within one typo of four letters, two of eight; never one that it is an inner part of."""
        if len(word) < SHORTEST_CORRECTED:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(word) >= 2 * SHORTEST_CORRECTED else 1
        of_length = self._connection.execute(
            "SELECT words FROM spelling WHERE length BETWEEN ? AND ?", (len(word) - allowed, len(word) + allowed)
        )
        others = [other for (words,) in of_length for other in words.split()]
        found = process.extract(word, others, scorer=OSA.distance, score_cutoff=allowed, limit=10, processor=None)
        near = [(distance, other) for other, distance, _ in found if word not in other]
        nearest = [other for distance, other in near if distance == min(near)[0]]
        holding = f"SELECT word FROM word WHERE word IN ({', '.join('?' * len(nearest))}) ORDER BY entries DESC, word"
        return [other for (other,) in self._connection.execute(holding, nearest)]

    # Candidates

    def _asked(self, query: Query, kinds: Collection[str]) -> _Asked:
        """What an entry must pass besides holding the words."""
        both = (True, query.filters), (False, query.barred)
        for holds, filters in both:
            kinds = {kind for kind in kinds if all((kind == id) == holds for key, id in filters if key == "kind")}
        asked = _Asked([self._firsts[kind] for kind in KINDS if kind in kinds] or [(0, 0)])
        for holds, filters in both:
            for key, id in filters:
                if key == "year":
                    asked.among(self._of_year(int(id)), holds)
                elif key != "kind":
                    asked.expressions[holds].append(_quoted(key_token(f"{key}:{id}")))
        for holds, phrases in ((True, query.phrases), (False, query.excluded)):
            for phrase in phrases:
                if len(phrase.words) > 1 and any(word.is_number for word in phrase.words):
                    asked.among(self._holding_phrase(phrase), holds)
                    continue
                asked.expressions[holds].append(_of_phrase(phrase))
                if not holds and len(phrase.words) == 1 and len(phrase.written) >= SHORTEST_VARIED:
                    # What a word finds, it leaves out too; only a short one would leave out too much: -us, USGS.
                    asked.expressions[holds] += self._forms(phrase.words[0])
        for threshold in query.thresholds:
            asked.among(self._beyond(threshold), True)
        return asked

    def _of_year(self, year: int) -> list[int]:
        """The records whose date touches a year."""
        from tui.catalog import edtf

        dated = self._connection.execute("SELECT entry, date FROM dated")
        return [entry for entry, date in dated if edtf.parse(date).touches_year(year)]

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
        """The entries that hold a phrase with a number in it, which may be printed in another format."""
        words = " AND ".join(_of_phrase(Phrase(word.written, (word,))) for word in phrase.words)
        rows = self._texts(words, _Asked(), None).items()
        return [
            row for row, texts in rows if any(any(phrase_places(text, phrase.words, self.units)) for _, text in texts)
        ]

    def _candidates(self, wanted: Sequence[Wanted], asked: _Asked, most: int | None) -> dict[int, "_Texts"]:
        """The entries that hold all of the words, at most so many; then first those that hold them as typed."""
        rows = self._texts(_all_of(wanted), asked, most)
        if most is None or len(rows) < most or not wanted:
            return rows
        exact = [Wanted(each.word, {k: q for k, q in each.answers.items() if q == EXACT}) for each in wanted]
        if all(each.answers for each in exact):
            words = [_quoted(each.word.keys[0]) for each in exact if not each.word.is_number]
            nearer: dict[int, _Texts] = {}
            for row in self._named(exact):
                nearer |= self._texts("", asked.at(row), 1)
            if len(words) == len(wanted) > 1:
                nearer |= self._texts(" + ".join(words), asked, most)
                if len(nearer) < most:
                    nearer |= self._texts(f"NEAR({' '.join(words)}, 6)", asked, most)
            if len(nearer) < most:
                nearer |= self._texts(_all_of(exact), asked, most)
            rows = dict(list((nearer | rows).items())[:most])
        return rows

    def _holding_some(
        self, wanted: Sequence[Wanted], asked: _Asked, but: Collection[int]
    ) -> Iterator[tuple[int, float]]:
        """The entries that hold some of the words only, with their scores: below all that hold every word."""
        rows: dict[int, _Texts] = {}
        for each in sorted(wanted, key=lambda each: -each.weight):
            rows |= self._texts(_any_of(each), asked, TRIED)
        whole = sum(each.weight for each in wanted)
        for row, texts in rows.items():
            if row not in but:
                found = self._matches(texts, wanted)
                held = {match.number for _, _, matches in found for match in matches}
                share = sum(wanted[number].weight for number in held) / whole
                if share >= LEAST_HELD:
                    yield row, 0.4 * share * _score(found, held)

    def _named(self, wanted: Sequence[Wanted]) -> list[int]:
        """The records whose whole name is the words."""
        name = " ".join(each.word.keys[0] for each in wanted)
        return [row for (row,) in self._connection.execute("SELECT entry FROM name WHERE words = ? LIMIT 9", (name,))]

    def _texts(self, words: str, asked: _Asked, most: int | None) -> "dict[int, _Texts]":
        """The rows of the entries that hold words and pass the rest, with their texts; in order, at most so many."""
        condition, values = asked.where(words)
        columns = ", ".join(WORTH)
        found = self._connection.execute(
            f"SELECT rowid, {columns} FROM found WHERE {condition or '1'} ORDER BY rowid LIMIT ?",
            [*values, -1 if most is None else most],
        )
        return {
            row: [
                (worth, text)
                for worth, column in zip(WORTH.values(), texts, strict=True)
                if column
                for text in column.split(SEPARATOR)
            ]
            for row, *texts in found
        }

    def _count(self, words: str, asked: _Asked | None) -> int:
        """How many entries hold words, and pass the rest; COUNTED and one where there are more."""
        condition, values = (asked or _Asked()).where(words)
        counted = f"SELECT count(*) FROM (SELECT 1 FROM found WHERE {condition or '1'} LIMIT {COUNTED + 1})"
        (count,) = self._connection.execute(counted, values).fetchone()
        return count  # type: ignore[no-any-return]

    # Ranking

    def _matches(self, texts: "_Texts", wanted: Sequence[Wanted]) -> list[tuple[float, int, list[Match]]]:
        """The worth and the length of each text of an entry, and what matches in it."""
        return [(worth, len(text.strip()), list(matches(text, wanted, self.units))) for worth, text in texts]

    def _marking(self, wanted: Sequence[Wanted], phrases: Sequence[Phrase]) -> Callable[[str], tuple[Span, ...]]:
        """What marks in a text the words that matched."""

        def marks(text: str) -> tuple[Span, ...]:
            spans = {match.span for match in matches(text, wanted, self.units)}
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


def _quoted(words: str) -> str:
    """Words as FTS5 takes them: one word or a phrase, and nothing of its own language."""
    return '"' + words.replace('"', " ") + '"'


def _any_of(wanted: Wanted) -> str:
    """The expression for one word of a query, in any of its forms."""
    tokens = (key_token(key) for key in wanted.answers) if wanted.word.is_number else wanted.answers
    return "(" + " OR ".join(map(_quoted, tokens)) + ")"


def _all_of(wanted: Iterable[Wanted]) -> str:
    return " AND ".join(map(_any_of, wanted))


def _of_phrase(phrase: Phrase) -> str:
    """The expression for a word as it is, or for words one after the other; FTS5 parts U.S. and Rosatom’s in two."""
    if phrase.words[0].is_number:
        return "(" + " OR ".join(_quoted(key_token(key)) for key in phrase.words[0].keys) + ")"
    written = [
        dict.fromkeys([word.keys[0], " ".join(re.findall(r"[^\W_]+", fold(word.written))), *_spelt(word.keys[0])])
        for word in phrase.words
    ]
    return "(" + " OR ".join(_quoted(" ".join(words)) for words in product(*written)) + ")"


def _spelt(word: str) -> list[str]:
    """An abbreviation letter by letter."""
    return [" ".join(word)] if 1 < len(word) <= LONGEST_ABBREVIATION else []


def _score(found: Sequence[tuple[float, int, list[Match]]], numbers: Collection[int]) -> float:
    """0 to 100: where the words stand, how they came about, how close together, and how much of the text they are.

    `numbers` are the words of the query that the entry holds. Words that only several of its texts hold together
    count as standing far apart.
    """
    if not numbers:
        return 100 * found[0][0]
    best = 0.0
    apart = dict.fromkeys(numbers, 0.0)
    for worth, length, here in found:
        qualities: dict[int, float] = {}
        for match in here:
            qualities[match.number] = max(qualities.get(match.number, 0), match.quality)
        for number, quality in qualities.items():
            apart[number] = max(apart[number], worth * quality)
        if len(qualities) == len(apart):
            gap, matched = _closest(here, len(apart))
            score = 100 * worth * sum(qualities.values()) / len(apart) - FARTHEST * gap / (gap + 30)
            best = max(best, score - (LONGEST * max(1 - matched / length, 0) if worth >= WORTH["title"] else 0))
    return max(best, 100 * sum(apart.values()) / len(apart) - 14, 0)


def _closest(found: Iterable[Match], count: int) -> tuple[int, int]:
    """Of the shortest stretch that holds all words of a query: what lies between them, and how long they are."""
    latest: dict[int, Match] = {}
    best = (1 << 30, 0)
    for match in sorted(found, key=lambda match: match.span.start):
        latest[match.number] = match
        if len(latest) == count:
            start = min(each.span.start for each in latest.values())
            length = sum(each.span.end - each.span.start for each in latest.values())
            best = min(best, (max(match.span.end - start - length, 0), length), key=lambda pair: pair[0])
    return best
