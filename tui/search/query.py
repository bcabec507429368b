"""The query language: words, "phrases", -not, filters and quantities.

rosatm    "rare earth metals"    -china    kind:figure    by:usgs    year:2024    >3Mt    ~3.8 million t
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.search.terms import is_number_key, query_keys, read_numbers, terms, words
from tui.text.fold import fold
from tui.text.lazy_pattern import in_any_case

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.quantity.interval import Interval
    from tui.quantity.quantity import Quantity
    from tui.search.index import Index

KINDS = ("measure", "entity", "article", "figure", "event", "claim", "passage")
"""The kinds of entries, in the order of the index: of hits with equal scores, the first comes first."""

MAX_CHARACTERS, MAX_WORDS = 2_000, 200
"""The size of the longest query: a sentence or two. Words of phrases and filters count as words."""


class QueryError(ValueError):
    """A query that is not valid; the message says why, and names the nearest valid filter or value."""


class Threshold(NamedTuple):
    """A quantity that a figure must be over (>), under (<) or about (~). `kind` is that of its unit, None for any."""

    sign: str
    interval: "Interval"
    value: "Decimal"
    kind: str | None
    others: "tuple[Threshold, ...]" = ()
    """Other readings of the same words, in other languages of the dossier or as a difference; one has to admit."""

    def admits(self, value: "Decimal", modifier: str, kind: str) -> bool:
        """Whether a value in the base unit of a kind passes. A figure of "less than 1%" is under 1%."""
        return any(each._admits(value, modifier, kind) for each in (self, *self.others))

    def _admits(self, value: "Decimal", modifier: str, kind: str) -> bool:
        if self.kind not in (None, kind):
            return False
        if self.sign == "~":
            return value in self.interval
        beyond = value > self.value if self.sign == ">" else value < self.value
        return beyond or (value == self.value and modifier == self.sign)


class Word(NamedTuple):
    """A word or number of a query as typed, and the keys by which it is found (see `terms`)."""

    written: str
    keys: tuple[str, ...]

    @property
    def is_number(self) -> bool:
        """Whether it is a number: numbers are never corrected, and are not found by their beginning."""
        return is_number_key(self.keys[0])


class Phrase(NamedTuple):
    """Consecutive words, as typed and one by one."""

    written: str
    words: tuple[Word, ...]


class Query(NamedTuple):
    """A parsed query: words and phrases to find, words to exclude, and filters that all must hold."""

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    excluded_filters: tuple[tuple[str, str], ...] = ()
    """Filters that must not hold: -kind:passage."""
    thresholds: tuple[Threshold, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to find or filter by."""
        return not any(self)

    @property
    def size(self) -> int:
        """The number of words, filters and quantities."""
        phrased = sum(len(phrase.words) for phrase in (*self.phrases, *self.excluded))
        return phrased + len(self.words) + len(self.filters) + len(self.excluded_filters) + len(self.thresholds)


_Part = TypeVar("_Part")

# Patterns are compiled on first use: a query of plain words needs none.
_PART = r'(?P<not>-(?=["\w])|not:)?(?:(?P<key>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
KEYS = ("year", "kind", "article", "entity", "measure", "subject", "material", "by", "status")
"""The keys of filters: what comes before the colon."""

_KIND_ALIASES = {"text": "passage"}
"""Other names of kinds: how the app's list of results labels them."""

_MAX_NEAREST = 3
_SIGNS = {"over": ">", "under": "<"}
# There may be spaces between sign, digits, scale word and unit: > 3 million t. Inside quotes, it is a part of the
# phrase.
_THRESHOLD = r'"[^"]*"?|(?<!\S)(?:(?P<sign>[<>~])\s*(?=[$£¥₠-⃏]?\s?\d)|(?P<word>over|under):(?=\S))'


def parse(text: str, index: "Index") -> Query:
    """Parses what was typed. Raises QueryError if it is too long, or has a filter that no record can pass."""
    if len(text) > MAX_CHARACTERS:
        raise QueryError(_too_long(len(text), MAX_CHARACTERS, "characters"))
    if all(character.isalnum() or character.isspace() for character in text):
        query = Query(_each_once(_words(fold(text), index)))
    else:
        query = _parse_quantities(text, index)
    if query.size > MAX_WORDS:
        raise QueryError(_too_long(query.size, MAX_WORDS, "words and filters"))
    return query


def _too_long(size: int, most: int, of: str) -> str:
    return f"a query has at most {most:,} {of}, and this one has {size:,}; leave some out"


def _parse_quantities(text: str, index: "Index") -> Query:
    thresholds: list[Threshold] = []
    plain, position = "", 0
    folded = fold(text)
    while match := in_any_case(_THRESHOLD).search(folded, position):
        plain += text[position : match.start()]
        position = match.end()
        if match[0].startswith('"'):
            plain += match[0]
            continue
        found = read_numbers(folded, position, index.notation)
        end = found[0].end if found else position
        if found and (unit := _loose_unit(folded, found, index)):
            end, found = unit
        if not found or folded[end : end + 1].strip():
            written = folded[position:].split()[0]
            raise QueryError(f"“{written}” is not a quantity; write a number and a unit of the catalog: >3 million t")
        sign = match["sign"] or _SIGNS[match["word"].lower()]
        first, *others = (each for quantity in found for each in _thresholds(sign, quantity))
        thresholds.append(first._replace(others=tuple(others)))
        position = end
    return _parse_words(plain + text[position:], thresholds, index)


def _parse_words(text: str, thresholds: list[Threshold], index: "Index") -> Query:
    free = ""
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    filters: list[tuple[str, str]] = []
    excluded_filters: list[tuple[str, str]] = []
    for match in re.finditer(_PART, fold(text), re.IGNORECASE):
        key, value = (match["key"] or "").lower(), match["phrase"] or match["word"] or ""
        if value[:-1].lower() in KEYS and value.endswith(":"):
            key, value = value[:-1].lower(), ""
        _refuse_misspelt(key)
        if key in KEYS:
            (excluded_filters if match["not"] else filters).append((key, _filter_value(key, value, index)))
        elif match["not"]:
            excluded.append(_phrase(value, index))
        elif match["phrase"] is not None and not key:
            phrases.append(_phrase(value, index))
        else:
            free += f"{match['key'] or ''}{':' if key else ''}{value} "
    return Query(
        _each_once(_words(free, index)),
        _each_once(phrase for phrase in phrases if phrase.words),
        _each_once(phrase for phrase in excluded if phrase.words),
        _each_once(filters),
        _each_once(excluded_filters),
        _each_once(thresholds),
    )


def _each_once(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    """Parts of a query in order, without repetitions."""
    return tuple(dict.fromkeys(parts))


def _refuse_misspelt(key: str) -> None:
    """Raises QueryError for a key that is nearly the key of a filter. As a word, it would find something else."""
    if not key or key in KEYS:
        return
    from rapidfuzz import fuzz, process

    near = process.extractOne(key, KEYS, scorer=fuzz.ratio, score_cutoff=75)
    if near:
        raise QueryError(f"“{key}:” is not a filter; nearest: {near[0]}:")


def _phrase(text: str, index: "Index") -> Phrase:
    return Phrase(text, tuple(_words(text, index)))


def _words(text: str, index: "Index") -> list[Word]:
    """The words and numbers of a text; a range is two numbers."""
    folded = fold(text)
    found_words: list[Word] = []
    end = 0
    for term in terms(text, index.notation):
        start, last = term.span
        if start < end:
            continue
        end = last
        found = read_numbers(folded, start, index.notation) if term.is_number else []
        if not found:
            found_words.append(Word(text[start:end], term.keys))
            continue
        keys = query_keys(found)
        if len(keys) == 1 and (unit := _loose_unit(folded, found, index)):
            end, measured = unit
            with_unit = (key for quantity in measured for each in query_keys([quantity]) for key in each)
            keys = [tuple(dict.fromkeys((*with_unit, *keys[0])))]
        elif found[0].end < end:
            found_words += _attached(text[start:end], found[0].end - start, keys, index)
            continue
        found_words += (Word(text[start:end], each) for each in keys)
    return found_words


def _attached(text: str, number: int, keys: Sequence[tuple[str, ...]], index: "Index") -> list[Word]:
    """A number of some characters and the letters that are written onto it: 3D, 7nm.

    They are one word if the dossier prints them so, and else two.
    """
    whole = [Word(text[start:end], (word,)) for word, start, end in words(text)]
    known = {word for word, _ in index.words_among([word.keys[0] for word in whole])}
    if all(word.keys[0] in known for word in whole):
        return whole
    rest = [Word(text[number + start : number + end], (word,)) for word, start, end in words(text[number:])]
    return [*(Word(text[:number], each) for each in keys), *rest]


def _loose_unit(folded: str, found: "Sequence[Quantity]", index: "Index") -> "tuple[int, list[Quantity]] | None":
    """A number before a unit that is not written in its own case (28.5 mt), read with each such unit; and its end.

    A text is not read so: there, mt may be another unit than Mt.
    """
    if any(quantity.unit for quantity in found):
        return None
    word = re.compile(r"\s?([^\W\d_]+)(?![^\W_])").match(folded, found[0].end)
    if word is None:
        return None
    from dataclasses import replace

    units = [
        unit
        for unit in index.notation().units.by_id.values()
        if word[1].lower() in [form.lower() for form in unit.forms]
    ]
    measured = [replace(quantity, unit=unit) for unit in units for quantity in found]
    return (word.end(), measured) if measured else None


def _filter_value(key: str, value: str, index: "Index") -> str:
    """The value of a filter, in the case that the records use. Raises QueryError if no record has it."""
    if key == "year":
        return _year_value(value, index)
    if key == "kind":
        value = _KIND_ALIASES.get(value.lower(), value)
    if value not in index.ids(key):
        ids = sorted(index.ids(key), key=lambda id: (id not in KINDS, id))
        by_lower_case = {id.lower(): id for id in ids}
        if value.lower() not in by_lower_case:
            near = _nearest(value, ids)
            raise QueryError(_no_record(key, value, "nearest" if near else "there is", near or ids))
        value = by_lower_case[value.lower()]
    return value


def _year_value(value: str, index: "Index") -> str:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise QueryError(f"“year:{value}” is not a year; write four digits: year:2024")
    dates = index.dates()
    years = {day[0] for date in dates for day in (date.earliest, date.latest) if day}
    # An open side of a date does not reach beyond the years that records name.
    is_named = years and min(years) <= int(value) <= max(years)
    if not is_named or not any(date.touches_year(int(value)) for date in dates):
        near = sorted(years, key=lambda year: (abs(year - int(value)), year))[:_MAX_NEAREST]
        raise QueryError(_no_record("year", value, "nearest", near))
    return value


def _nearest(value: str, ids: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(value.lower(), ids, scorer=fuzz.WRatio, score_cutoff=70, limit=_MAX_NEAREST)
    return [id for id, _, _ in found]


def _no_record(key: str, value: str, label: str, others: Sequence[str | int]) -> str:
    shown = ", ".join(f"{key}:{other}" for other in others[:8]) + " …" * (len(others) > 8)
    return f"no record has {key}:{value}; {label}: {shown or 'none'}"


def _thresholds(sign: str, found: "Quantity") -> Iterator[Threshold]:
    from dataclasses import replace

    from tui.quantity.interval import Interval
    from tui.quantity.width import reach

    unit = found.unit
    low, high = found.least, found.greatest
    # “About 40” finds values within half of the interval that the same words have in a text.
    far = reach(high, about=True, in_one=unit.in_one if unit else None) / 2
    around = Interval(low.value - far, high.value + far)
    if unit is None:
        # A number without a unit is compared with figures of any kind.
        yield Threshold(sign, around, high.value, None)
        return
    yield Threshold(sign, around.converted(unit.in_base), unit.in_base(high.value), unit.dimension)
    if unit.scale:
        # “>1.5 °C” finds temperatures and differences.
        yield from _thresholds(sign, replace(found, unit=unit.of_differences))
