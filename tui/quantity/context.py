"""What belongs to a number beside it: the words of a figure must not leave it out.

Two tables of patterns, for what follows the words and for what comes before them, each with what it is. In doubt a
pattern holds: a number that is refused is never misread.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.quantity.lexicon import (
    CURRENCY_ABBREVIATIONS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLAR_COUNTRIES,
    SCALE_CHARACTERS,
    SCALE_WORDS,
    TIMES,
    UNIT_WORDS,
)
from tui.quantity.number import MULTIPLIER_WORDS
from tui.quantity.words import MONTHS, NUMBER_WORDS
from tui.text.span import Span

REACH = 60
"""Characters before and after a number within which what belongs to it begins."""

WORD_NAME = "the rest of a word or name"
DATE = "part of a date"
RANGE = "the other end of a range, or the rest of a longer number"


class Neighbour(NamedTuple):
    """What stands next to a number: where, and what it is."""

    span: Span
    what: str


def any_of(words: frozenset[str] | list[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# White space inside a paragraph. It is bounded, as all that is repeated here: a pattern is tried behind each number.
_GAP = r"[^\S\n]{0,8}\n?[^\S\n]{0,8}"
_DASHES = r"\-‐‑‒–—−"
_END = r"(?![^\W_])"
_NUMBER_WORD = f"(?:{any_of(NUMBER_WORDS)})"
_BEGIN = rf"(?:\d|(?i:{_NUMBER_WORD})(?![A-Za-z]))"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|an?|[1-9]|10)"
_PARTS = r"(?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|twelfths|twentieths)"
_FRACTION = rf"(?:{_PARTS}|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_SCALE = rf"(?:{any_of(SCALE_WORDS | MULTIPLIER_WORDS)}){_END}\.?"
_CODE = rf"(?:{any_of(CURRENCY_CODES)}){_END}"
_ABBREVIATION = rf"(?<![^\W_])(?:{any_of(CURRENCY_ABBREVIATIONS)}){_END}"
# Also "Canadian dollars" and "Hong Kong dollars".
_MONEY = rf"(?:(?:[A-Z][\w.]{{0,20}}\s+){{1,3}})?(?:{any_of(CURRENCY_WORDS)}){_END}"
_COUNTED = rf"(?:{any_of(UNIT_WORDS - TIMES)}|share|piece)"
_PERIOD = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|decade|century|capita|head|person|mille)"

_AFTER = {
    r"\\": "an escape of Markdown",
    rf"{_GAP}(?:[±×÷^]|\+/[-−–]|\+{_GAP}\d|[x*·]{_GAP}\d)": "arithmetic",
    r"[²³¹⁰⁴-⁹⁺⁻]": "an exponent or the mark of a footnote",
    rf"{_GAP}[/⁄∕]{_GAP}\d|{_GAP}[¼-¾⅐-⅞↉]|{_GAP}(?:and\s+)?\d{{1,4}}[/⁄]\d": "the rest of a fraction",
    r"[^\w\s\[\](){}<>\"“”„«»|]\d|['’′][^\S\n]?\d|[\u00a0\u2009\u202f]\d": "more of the number",
    rf"[{_DASHES}][^\S\n]?[$€£¥]?{_BEGIN}|[^\S\n][{_DASHES}][^\S\n][$€£¥]?{_BEGIN}": RANGE,
    r"[-‐‑][^\S\n]{1,8}(?:to|and|or)\s": "a later number with the unit of both",
    rf"\){_GAP}(?:%|(?i:{_SCALE}))": "a scale word or unit behind the bracket",
    rf"(?i:{_GAP}[-‐‑(]?{_GAP}{_SCALE})|{_GAP}[{SCALE_CHARACTERS}]": "a scale word",
    rf"(?i:[\s{_DASHES}]{{1,4}}{_PARTS}{_END}|\s+(?:and|or)\s+(?:(?:an?|one|two|three)[\s-])?{_FRACTION}{_END})": (
        "the rest of a fraction"
    ),
    rf"(?i:[\s{_DASHES}]{{1,4}}(?:hundred|thousand|million|billion|trillion)ths?{_END})": "more of the number",
    rf"(?i:[\s-]{{1,4}}point[\s-]{{1,4}}(?:\d|{_NUMBER_WORD}{_END}))": "its decimals",
    rf"(?i:[\s-]{{0,4}}fold{_END})": "a multiple",
    rf"(?i:\s+(?:odd|plus){_END}|-(?:something|strong){_END})": "a hedge that cannot be read",
    r"[^\S\n]?(?:%|‰|‱|°|º|℃|℉|″)": "the sign of a unit",
    rf"(?i:{_GAP}[-‐‑]?(?:percent|per\s+cent|pct|percentage|per\s+mille|basis\s+points?|bps?){_END})": "a percentage",
    rf"(?i:[^\S\n]?(?:[ap]\.[^\S\n]?m\.|[ap]m{_END}|o['’]clock))": "a time of day",
    rf"(?:(?:\s+|\.\s+|(?:st|nd|rd|th)\s+)(?:of\s+)?)(?:{any_of(MONTHS)}){_END}": DATE,
    rf"(?i:{_GAP}(?:per|/|an?|each|every)[\s-]{{0,4}}{_PERIOD}s?{_END}(?!\s+(?:ago|earlier|before|later|after)))": (
        "a rate"
    ),
    # Of a unit or anything else: 10 tons per hectare, 5 per 100,000, $5 a barrel, €3/kg.
    rf"(?i:\s+per\s+(?!cent{_END})[^\W_]|/[^\S\n]?[^\W\d_]|\s+an?\s+{_COUNTED}{_END})": "a rate",
    rf"{_GAP}(?:[-(]?{_CODE}|{_ABBREVIATION}|[-‐‑]?{_MONEY}|[{CURRENCY_SIGNS}](?!\s?\d))": "a currency",
    rf"\s+\(?(?:{any_of(DOLLAR_COUNTRIES)}){_END}": "a currency of another country",
}

_BEFORE = {
    r"\\": "an escape of Markdown",
    r"(?:±|\+/[-−–])\s*|[×÷√^]\s*|\d\s*[x*·]\s*|(?i:\d\s+(?:times|plus)\s+)": "arithmetic",
    r"[/⁄∕]|\d\s+[/⁄∕]\s*": "part of a fraction, a date or an address",
    rf"(?:^|[\s(\[\"“‘$€£¥])[{_DASHES}]": "a sign",
    rf"(?i:\b(?:was|were|is|are|of|at|to|by|from|reached|hit|be|been|stood)\s+)[{_DASHES}][^\S\n]": "a sign",
    r"[^\W\d_][-‐‑]": WORD_NAME,
    rf"(?:\d[^\W_]{{0,4}}[%°]?|\b(?i:{_NUMBER_WORD}))(?:[{_DASHES}]|\s[{_DASHES}]\s)": RANGE,
    r"(?i:\bbetween\s+(?:\S+\s+(?:\S+\s+){0,6}and\s+)?)": RANGE,
    r"\d[^\w\s\[\](){}<>\"“”„«»|]|\d[\u00a0\u2009\u202f]": "more of the number",
    r"[$€£¥]\(": "a bracket that makes it negative",
    r"(?i:\b(?:minus|negative)\s+)": "a sign",
    rf"(?i:(?:\d|{_NUMBER_WORD})[\s-]+point[\s-]+)": "a number whose decimals these are",
    rf"(?i:\b{_SMALL}[\s-]+(?:in|out\s+of)\s+(?:every\s+)?)": "part of a share",
    rf"(?:{any_of(MONTHS)})\.?\s+": DATE,
    rf"\b{_CODE}\s*|{_ABBREVIATION}\s*|[{CURRENCY_SIGNS}]\s*": "a currency",
}

_FOLLOWING = [(re.compile(pattern), what) for pattern, what in _AFTER.items()]
_PRECEDING = [(re.compile(f"(?:{pattern})$"), what) for pattern, what in _BEFORE.items()]
_EMPHASIS = re.compile(r"[*_`~]{0,4}")
_OPEN_EMPHASIS = re.compile(r"[*_`~]{1,3}$")


def following(text: str, end: int) -> Iterator[Neighbour]:
    """All that follows a number which ends at `end`, and belongs to it."""
    # Emphasis in Markdown ends the words, but not the number: **29.6** million.
    closed = _EMPHASIS.match(text, end)
    stops = sorted({end, closed.end() if closed else end})
    if text[stops[-1] : stops[-1] + 1].isalnum() and stops[-1] > end:
        yield Neighbour(Span(end, stops[-1] + 1), "more of the number")
    for stop in stops:
        for pattern, what in _FOLLOWING:
            if match := pattern.match(text, stop, stop + REACH):
                yield Neighbour(Span(end, match.end()), what)


def preceding(text: str, start: int) -> Iterator[Neighbour]:
    """All that comes before a number which begins at `start`, and belongs to it."""
    opened = _OPEN_EMPHASIS.search(text, max(start - 3, 0), start)
    for begin in sorted({start, opened.start() if opened else start}):
        for pattern, what in _PRECEDING:
            if match := pattern.search(text, max(begin - REACH, 0), begin):
                yield Neighbour(Span(match.start(), start), what)
