"""The query language: words, "phrases", -not, filters and quantities.

rosatm    "rare earth metals"    -china    kind:figure    by:usgs    year:2024    >3Mt    ~3.8 million t
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from tui.search.terms import is_number_key, query_keys, read_number, terms
from tui.text.fold import fold

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.catalog.edtf import When
    from tui.quantity.interval import Interval
    from tui.quantity.quantity import Quantity
    from tui.quantity.unit import Units

    class Known(Protocol):
        """What a query is read against: the units of a dossier, and what its filters can ask for."""

        def units(self) -> Units:
            """The catalog's units."""

        def ids(self, key: str) -> Collection[str]:
            """The ids that some record has for a filter."""

        def dates(self) -> Iterable[When]:
            """The dates of all records."""


KINDS = ("measure", "entity", "article", "figure", "event", "passage")
"""Everything that can be found, in the order of the index: of hits that score alike, the first comes first."""


MOST_CHARACTERS, MOST_WORDS = 2_000, 200
"""What a query holds at most: a sentence or two. Words are counted with those of phrases and with filters."""


class QueryError(ValueError):
    """A query that cannot be asked; the message says why and names what is nearest."""


class Threshold(NamedTuple):
    """A quantity that a figure must lie over, under, or about; `kind` is the unit's, None for any."""

    sign: str
    interval: "Interval"
    value: "Decimal"
    kind: str | None

    def admits(self, value: "Decimal", modifier: str, kind: str) -> bool:
        """Whether a value in the base unit of a kind passes; "less than 1%" is under 1%."""
        if self.kind not in (None, kind):
            return False
        if self.sign == "~":
            return value in self.interval
        beyond = value > self.value if self.sign == ">" else value < self.value
        return beyond or (value == self.value and modifier == self.sign)


class Word(NamedTuple):
    """A word or number of a query as written, and the keys that it asks for."""

    written: str
    keys: tuple[str, ...]

    @property
    def is_number(self) -> bool:
        """Whether it is a number, which is never corrected and has no prefixes."""
        return is_number_key(self.keys[0])


class Phrase(NamedTuple):
    """Words that stand one after the other, as written and each by itself."""

    written: str
    words: tuple[Word, ...]


class Query(NamedTuple):
    """What a person asks: words and phrases to find, words to leave out, filters that all must hold."""

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()
    """Filters that must not hold: -kind:passage."""
    thresholds: tuple[Threshold, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything to find or filter by."""
        return any(self)

    @property
    def size(self) -> int:
        """How many words, filters and quantities it has."""
        phrased = sum(len(phrase.words) for phrase in (*self.phrases, *self.excluded))
        return phrased + len(self.words) + len(self.filters) + len(self.barred) + len(self.thresholds)


_Part = TypeVar("_Part")

# Patterns are compiled when they are first asked for: a query of plain words needs none.
_PART = r'(?P<not>-(?=["\w])|not:)?(?:(?P<key>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
KEYS = ("year", "kind", "article", "entity", "measure", "subject", "material", "by")
"""What stands before the colon of a filter."""

_CALLED = {"text": "passage"}
"""What a list of results calls a kind."""

_NEAREST = 3
_SIGNS = {"over": ">", "under": "<"}
# A quantity may stand apart from its sign, and its scale word and unit from its digits: > 3 million t. Inside
# quotes it is a part of the phrase.
_THRESHOLD = r'"[^"]*"?|(?<!\S)(?:(?P<sign>[<>~])\s*(?=\d)|(?P<word>over|under):(?=\S))'


def parse(text: str, known: "Known") -> Query:
    """The query that a person's text is.

    Raises QueryError where it is too long, and for a filter that no record can pass.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(_too_long(len(text), MOST_CHARACTERS, "characters"))
    if all(character.isalnum() or character.isspace() for character in text):
        query = Query(_asked(fold(text), known))
    else:
        query = _parse_quantities(text, known)
    if query.size > MOST_WORDS:
        raise QueryError(_too_long(query.size, MOST_WORDS, "words and filters"))
    return query


def _too_long(size: int, most: int, of: str) -> str:
    return f"a query has at most {most:,} {of}, and this one has {size:,}; leave some out"


def _parse_quantities(text: str, known: "Known") -> Query:
    thresholds: list[Threshold] = []
    plain, position = "", 0
    folded = fold(text)
    while match := re.compile(_THRESHOLD, re.IGNORECASE).search(folded, position):
        plain += text[position : match.start()]
        position = match.end()
        if match[0].startswith('"'):
            plain += match[0]
            continue
        found = read_number(folded, position, known.units)
        if found is None or folded[found.end : found.end + 1].strip():
            written = folded[position:].split()[0]
            raise QueryError(f"“{written}” is no quantity; write a number and a unit of the catalog: >3 million t")
        thresholds.append(_threshold(match["sign"] or _SIGNS[match["word"].lower()], found))
        position = found.end
    return _parse_words(plain + text[position:], thresholds, known)


def _parse_words(text: str, thresholds: list[Threshold], known: "Known") -> Query:
    free = ""
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    filters: list[tuple[str, str]] = []
    barred: list[tuple[str, str]] = []
    for match in re.finditer(_PART, fold(text), re.IGNORECASE):
        key, value = (match["key"] or "").lower(), match["phrase"] or match["word"] or ""
        if value[:-1].lower() in KEYS and value.endswith(":"):
            key, value = value[:-1].lower(), ""
        _refuse_misspelt(key)
        if key in KEYS:
            (barred if match["not"] else filters).append((key, _checked(key, value, known)))
        elif match["not"]:
            excluded.append(_phrase(value, known))
        elif match["phrase"] is not None and not key:
            phrases.append(_phrase(value, known))
        else:
            free += f"{match['key'] or ''}{':' if key else ''}{value} "
    return Query(
        _asked(free, known),
        _each_once(phrase for phrase in phrases if phrase.words),
        _each_once(phrase for phrase in excluded if phrase.words),
        _each_once(filters),
        _each_once(barred),
        _each_once(thresholds),
    )


def _each_once(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    """Parts of a query in order: what is asked twice is one question."""
    return tuple(dict.fromkeys(parts))


def _refuse_misspelt(key: str) -> None:
    """Refuses what stands before a colon and is nearly a filter's key: as words, it would find what was not meant."""
    if not key or key in KEYS:
        return
    from rapidfuzz import fuzz, process

    near = process.extractOne(key, KEYS, scorer=fuzz.ratio, score_cutoff=75)
    if near:
        raise QueryError(f"“{key}:” is no filter; nearest: {near[0]}:")


def _phrase(text: str, known: "Known") -> Phrase:
    return Phrase(text, tuple(_words(text, known)))


def _asked(text: str, known: "Known") -> tuple[Word, ...]:
    """The plain words of a query, whatever is written twice once."""
    return _each_once(_words(text, known))


def _words(text: str, known: "Known") -> list[Word]:
    """The words of a text; a number asks for just what it says, a range for both of its ends."""
    asked: list[Word] = []
    for term in terms(text, known.units):
        written = text[term.span.start : term.span.end]
        found = read_number(fold(text), term.span.start, known.units) if term.is_number else None
        if found is None:
            asked.append(Word(written, term.keys))
        else:
            asked += (Word(written, keys) for keys in query_keys(found))
    return asked


def _checked(key: str, value: str, known: "Known") -> str:
    """The value of a filter as the records have it. Raises QueryError, with the nearest, where none does."""
    if key == "year":
        return _year(value, known)
    if key == "kind":
        value = _CALLED.get(value.lower(), value)
    if value not in known.ids(key):
        ids = sorted(known.ids(key), key=lambda id: (id not in KINDS, id))
        by_lower_case = {id.lower(): id for id in ids}
        if value.lower() not in by_lower_case:
            near = _nearest(value, ids)
            raise QueryError(_nowhere(key, value, "nearest" if near else "there is", near or ids))
        value = by_lower_case[value.lower()]
    return value


def _year(value: str, known: "Known") -> str:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise QueryError(f"“year:{value}” is no year; write four digits: year:2024")
    dates = known.dates()
    if not any(date.touches_year(int(value)) for date in dates):
        years = {day[0] for date in dates for day in (date.earliest, date.latest) if day}
        near = sorted(years, key=lambda year: (abs(year - int(value)), year))[:_NEAREST]
        raise QueryError(_nowhere("year", value, "nearest", near))
    return value


def _nearest(value: str, known: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(value.lower(), known, scorer=fuzz.WRatio, score_cutoff=70, limit=_NEAREST)
    return [id for id, _, _ in found]


def _nowhere(key: str, value: str, which: str, others: Sequence[str | int]) -> str:
    shown = ", ".join(f"{key}:{other}" for other in others[:8]) + " …" * (len(others) > 8)
    return f"no record has {key}:{value}; {which}: {shown or 'none'}"


def _threshold(sign: str, found: "Quantity") -> Threshold:
    from tui.quantity.interval import Interval
    from tui.quantity.number import Number
    from tui.quantity.quantity import value_of

    unit = found.unit
    number = found.number if isinstance(found.number, Number) else found.number.high
    if unit is None:
        # Without a unit, the number is compared as it stands with figures of any kind.
        step = number.step / 2
        return Threshold(sign, Interval(number.value - step, number.value + step), number.value, None)
    value = value_of(found, "=", unit)
    return Threshold(sign, value.interval.scaled(unit.factor), number.value * unit.factor, unit.kind)
