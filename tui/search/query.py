"""The query language: words, "phrases", -not, filters and quantities.

rosatm    "rare earth metals"    -china    kind:figure    by:usgs    year:2024    >3Mt    ~3.8 million t
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tui.catalog.problem import closest
from tui.dossier.dossier import Dossier
from tui.quantity import quantity
from tui.quantity.interval import Interval
from tui.quantity.number import Number
from tui.search.terms import Term, query_keys, terms
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

    def admits(self, value: Decimal, kind: str) -> bool:
        """Whether a value in the base unit of a kind passes."""
        if self.kind not in (None, kind):
            return False
        match self.sign:
            case ">":
                return value > self.value
            case "<":
                return value < self.value
        return value in self.interval


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
    phrases: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[tuple[Term, ...], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything to find or filter by."""
        return bool(self.words or self.phrases or self.excluded or self.filters or self.thresholds)


_PART = re.compile(
    r'(?P<not>-(?=["\w])|not:)?(?:(?P<key>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.IGNORECASE
)
_FILTERS: dict[str, Callable[[Dossier], Iterable[str]]] = {
    "kind": lambda dossier: KINDS,
    "article": lambda dossier: dossier.articles,
    "entity": lambda dossier: dossier.entities,
    "measure": lambda dossier: dossier.measures,
    "subject": lambda dossier: dossier.entities,
    "material": lambda dossier: dossier.entities,
    "by": lambda dossier: dossier.entities,
}
"""The filters whose value is an id, with the ids that they may have."""

_SIGNS = {"over": ">", "under": "<"}
# A quantity may stand apart from its sign, and its scale word and unit from its digits: > 3 million t.
_THRESHOLD = re.compile(r"(?<!\S)(?:(?P<sign>[<>~])\s*|(?P<word>over|under):)(?=\d)", re.IGNORECASE)


def parse(text: str, dossier: Dossier) -> Query:
    """The query that a person's text is. Raises QueryError for a filter that no record can pass."""
    thresholds: list[Threshold] = []
    plain, position = "", 0
    folded = fold(text)
    while match := _THRESHOLD.search(folded, position):
        found = quantity.read_at(folded, match.end(), dossier.units)
        end = found.end if found else match.end()
        if found is None or folded[end : end + 1].strip():
            written = folded[match.end() :].split()[0]
            raise QueryError(f"“{written}” is no quantity; write a number and a unit of the catalog: >3 million t")
        thresholds.append(_threshold(match["sign"] or _SIGNS[match["word"].lower()], found))
        plain += text[position : match.start()]
        position = end
    return _parse_words(plain + text[position:], tuple(thresholds), dossier)


def _parse_words(text: str, thresholds: tuple[Threshold, ...], dossier: Dossier) -> Query:
    free, phrases, excluded, filters = "", [], [], []
    for match in _PART.finditer(fold(text)):
        key, value = (match["key"] or "").lower(), match["phrase"] or match["word"] or ""
        if key == "year" or key in _FILTERS:
            filters.append((key, _checked(key, value, dossier)))
        elif match["not"]:
            excluded.append(tuple(terms(value, dossier.units)))
        elif match["phrase"] is not None and not key:
            phrases.append(tuple(terms(value, dossier.units)))
        else:
            free += f"{match['key'] or ''}{':' if key else ''}{value} "
    return Query(
        tuple(_asked(free, dossier)),
        tuple(filter(None, phrases)),
        tuple(filter(None, excluded)),
        tuple(filters),
        thresholds,
    )


def _asked(text: str, dossier: Dossier) -> list[Word]:
    """The plain words of a query; a number asks for just what it says."""
    asked = []
    for term in terms(text, dossier.units):
        written = text[term.span.start : term.span.end]
        found = quantity.read_at(fold(text), term.span.start, dossier.units) if term.is_number else None
        asked.append(Word(written, query_keys(found) if found else term.keys))
    return asked


def _checked(key: str, value: str, dossier: Dossier) -> str:
    value = value.lower()
    if key == "year":
        if not re.fullmatch(r"\d{4}", value):
            raise QueryError(f"“year:{value}” is no year; write four digits: year:2024")
        return value
    known = list(_FILTERS[key](dossier))
    if value not in known:
        near = closest(value, known) if value else None
        hint = f"nearest: {key}:{near}" if near else f"there is {', '.join(known[:8])}{' …' if len(known) > 8 else ''}"
        raise QueryError(f"no {'kind' if key == 'kind' else 'record'} is “{value}” ({key}:); {hint}")
    return value


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
