"""The query language: words, "phrases", -not, filters and quantities.

rosatm    "rare earth metals"    -china    kind:figure    by:usgs    year:2024    >3Mt    ~3.8 million t
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.quantity import quantity
from tui.quantity.interval import Interval
from tui.quantity.number import Number
from tui.search.terms import query_keys, terms
from tui.text.fold import fold

KINDS = ("article", "entity", "figure", "event", "passage", "measure")


class QueryError(ValueError):
    """A query that cannot be asked; the message says why and names what is nearest."""


@dataclass(frozen=True)
class Threshold:
    """A quantity that a figure must lie over, under, or about; `kind` is the unit's, None for any."""

    sign: str
    interval: Interval
    value: Decimal
    kind: str | None

    def admits(self, value: Decimal, modifier: str, kind: str) -> bool:
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
        return self.keys[0][0] in "=#"


@dataclass(frozen=True)
class Query:
    """What a person asks: words and phrases to find, words to leave out, filters that all must hold."""

    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[Word, ...], ...] = ()
    excluded: tuple[tuple[Word, ...], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()
    """Filters that must not hold: -kind:passage."""
    thresholds: tuple[Threshold, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything to find or filter by."""
        return self != Query()


_PART = re.compile(
    r'(?P<not>-(?=["\w])|not:)?(?:(?P<key>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.IGNORECASE
)
_FILTERS: dict[str, Callable[[Dossier], Iterable[str]]] = {
    "kind": lambda dossier: KINDS,
    "article": lambda dossier: dossier.articles,
    "entity": lambda dossier: dossier.entities,
    "measure": lambda dossier: dossier.measures,
    "subject": lambda dossier: (figure.subject for figure in dossier.figures.values()),
    "material": lambda dossier: (figure.material for figure in dossier.figures.values() if figure.material),
    "by": lambda dossier: (figure.claimant for figure in dossier.figures.values() if figure.claimant),
}
"""The filters whose value is an id, with the ids that some record has."""

_KEYS = ("year", *_FILTERS)
_NEAREST = 3
_SIGNS = {"over": ">", "under": "<"}
# A quantity may stand apart from its sign, and its scale word and unit from its digits: > 3 million t. Inside
# quotes it is a part of the phrase.
_THRESHOLD = re.compile(r'"[^"]*"?|(?<!\S)(?:(?P<sign>[<>~])\s*(?=\d)|(?P<word>over|under):(?=\S))', re.IGNORECASE)


def parse(text: str, dossier: Dossier) -> Query:
    """The query that a person's text is. Raises QueryError for a filter that no record can pass."""
    thresholds: list[Threshold] = []
    plain, position = "", 0
    folded = fold(text)
    while match := _THRESHOLD.search(folded, position):
        plain += text[position : match.start()]
        position = match.end()
        if match[0].startswith('"'):
            plain += match[0]
            continue
        found = quantity.read_at(folded, position, dossier.units)
        if found is None or folded[found.end : found.end + 1].strip():
            written = folded[position:].split()[0]
            raise QueryError(f"“{written}” is no quantity; write a number and a unit of the catalog: >3 million t")
        thresholds.append(_threshold(match["sign"] or _SIGNS[match["word"].lower()], found))
        position = found.end
    return _parse_words(plain + text[position:], tuple(thresholds), dossier)


def _parse_words(text: str, thresholds: tuple[Threshold, ...], dossier: Dossier) -> Query:
    free, phrases, excluded = "", [], []
    filters: list[tuple[str, str]] = []
    barred: list[tuple[str, str]] = []
    for match in _PART.finditer(fold(text)):
        key, value = (match["key"] or "").lower(), match["phrase"] or match["word"] or ""
        if value[:-1].lower() in _KEYS and value.endswith(":"):
            key, value = value[:-1].lower(), ""
        if key in _KEYS:
            (barred if match["not"] else filters).append((key, _checked(key, value, dossier)))
        elif match["not"]:
            excluded.append(tuple(_asked(value, dossier)))
        elif match["phrase"] is not None and not key:
            phrases.append(tuple(_asked(value, dossier)))
        else:
            free += f"{match['key'] or ''}{':' if key else ''}{value} "
    return Query(
        tuple(_asked(free, dossier)),
        tuple(filter(None, phrases)),
        tuple(filter(None, excluded)),
        tuple(filters),
        tuple(barred),
        thresholds,
    )


def _asked(text: str, dossier: Dossier) -> list[Word]:
    """The plain words of a query; a number asks for just what it says, a range for both of its ends."""
    asked = []
    for term in terms(text, dossier.units):
        written = text[term.span.start : term.span.end]
        found = quantity.read_at(fold(text), term.span.start, dossier.units) if term.is_number else None
        if found is None:
            asked.append(Word(written, term.keys))
            continue
        numbers = [found.number] if isinstance(found.number, Number) else [found.number.low, found.number.high]
        asked += [Word(written, query_keys(replace(found, number=number))) for number in numbers]
    return asked


def _checked(key: str, value: str, dossier: Dossier) -> str:
    """The value of a filter as the records have it. Raises QueryError, with the nearest, where none does."""
    if key == "year":
        return _year(value, dossier)
    known = sorted(set(_FILTERS[key](dossier)))
    if value not in known:
        by_lower_case = {id.lower(): id for id in known}
        if value.lower() not in by_lower_case:
            near = _nearest(value, known)
            raise QueryError(_nowhere(key, value, "nearest" if near else "there is", near or known))
        value = by_lower_case[value.lower()]
    return value


def _year(value: str, dossier: Dossier) -> str:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise QueryError(f"“year:{value}” is no year; write four digits: year:2024")
    dates = [edtf.parse(date) for record in dossier.records if (date := dossier.date_of(record))]
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


def _threshold(sign: str, found: quantity.Quantity) -> Threshold:
    factor, kind = (found.unit.factor, found.unit.kind) if found.unit else (Decimal(1), None)
    unit = found.unit
    number = found.number if isinstance(found.number, Number) else found.number.high
    if unit is None:
        # Without a unit, the number is compared as it stands with figures of any kind.
        step = number.step / 2
        return Threshold(sign, Interval(number.value - step, number.value + step), number.value, None)
    value = quantity.value_of(found, "=", unit)
    return Threshold(sign, value.interval.scaled(factor), number.value * factor, kind)
