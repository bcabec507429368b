"""Cutting number words into their parts: zwölf-tausend-drei-hundert, drie-ën-twintig, quatre-vingt-dix."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.word_patterns import GAP, WORD, WORD_END, any_of
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_MOST_WORDS = 40
_LONGEST_WORD = 80

_SPACE = lazy_pattern(r"\s{1,4}")
"""What comes between the words of one number where a hyphen does not: in Slavic languages, it makes a range."""

_APOSTROPHES = str.maketrans("’ʼ", "''")
_PART_BEFORE = in_any_case(
    r"(?:te(?:il\w{0,3}|l)|hälfte|fractions?|quarts?|tiers|moitié|dixièmes?|centièmes?|fracción|fra[cç]ção|frazione|[cq]uart[oi]"
    r"|ter(?:cio|zo|ço)|mitad|metà|metade|d[ée]cim[oai]|centésim[oa]s?|centesim[oi]|дол[яеию]\w?|десят\w{1,4}|сот\w{1,3}|половин\w|трет\w{1,2}|четверт\w)"
    r"\s{1,3}(?:(?:von|de|di)\s{1,3}|d['’])?\Z"
)
"""A fraction before “of one percent”."""
_WITH_APOSTROPHE = lazy_pattern(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
"""A word of Ukrainian, which may have an apostrophe: п’ять."""


class Token(NamedTuple):
    """A part of a number: what it is worth, how it is written, where the word that contains it ends."""

    text: str
    value: Decimal | None
    """None of “and”, of a word for the decimal mark, and of a half."""
    kind: str
    """number, scale, join, point, half, added (a half that touches) or whole (one and a half)."""
    end: int
    glued: bool
    """Whether it touches the part before it."""
    last: bool
    """Whether its word ends with it."""


def kind_of(word: str, language: Language) -> str | None:
    """What the first part of a casefolded number word is, as in `Token`; None for another word."""
    parts = _table(language).parts(word)
    return parts[0][1] if parts else None


def is_number_word(word: str, language: Language) -> bool:
    """Whether a word is a number, an ordinal, a month or a weekday, and no article: zwölftausend, март, 三千."""
    return _is_number_word(word.casefold(), language)


def is_month_or_weekday(folded: str, language: Language) -> bool:
    """Whether a casefolded word alone is one; abbreviations are words of their own as well: so, mar, jan, 月."""
    return any(folded in names and not is_abbreviated(folded, names) for names in (language.months, language.weekdays))


def is_abbreviated(name: str, names: Mapping[str, int]) -> bool:
    """Whether the name of a month or a day is short for a longer one of it."""
    long = len(name) + 1
    return any(len(other) > long and number == names.get(name) for other, number in names.items())


@lru_cache(maxsize=1 << 14)
def _is_number_word(folded: str, language: Language) -> bool:
    if folded in language.articles:
        return False
    if folded in language.ordinals or is_month_or_weekday(folded, language):
        return True
    if set(folded) <= {*language.cardinals, *language.scales}:
        return len(folded) > 1
    return kind_of(folded, language) in ("number", "scale")


@cache
def percents(language: Language) -> re.Pattern[str]:
    """A pattern for the words for percent and the white space before them."""
    return in_any_case(rf"\s{{0,3}}(?:{any_of(language.percents)}){WORD_END}")


def is_one_percent(text: str, start: int, end: int, language: Language) -> bool:
    """Whether an article with “percent” after it is the number one: ein Prozent, but not a part of one.

    Dutch is left out: there, “een procent of vijf” is about five.
    """
    return (
        language.code != "nl"
        and text[start:end].casefold() in language.articles
        and percents(language).match(text, end) is not None
        and _PART_BEFORE.search(text, max(start - 40, 0), start) is None
    )


def tokens_of(text: str, start: int, language: Language) -> list[Token]:
    """The parts of the number words from `start` on, up to the first other word; none if there are too many."""
    table = _table(language)
    tokens: list[Token] = []
    position = start
    for _ in range(_MOST_WORDS):
        word = table.word.match(text, position)
        if word is None or text[word.end() : word.end() + 1].isdecimal():
            return tokens
        parts = table.parts(word[0].casefold().translate(_APOSTROPHES))
        if parts is None:
            return tokens
        for i, (part, kind, value) in enumerate(parts):
            tokens.append(Token(part, value, kind, word.end(), i > 0, i == len(parts) - 1))
        gap = table.gap.match(text, word.end())
        if gap is None:
            return tokens
        position = gap.end()
    return []


_Part = tuple[str, str, Decimal | None]


class _WordTable:
    """The parts of a language's number words."""

    def __init__(self, language: Language) -> None:
        self.known: dict[str, tuple[str, Decimal | None]] = {}
        self.known |= {form: ("half", None) for form, value in language.fractions.items() if value == Fraction(1, 2)}
        self.known |= {form: ("point", None) for form in language.points}
        self.known |= {form: ("join", None) for form in language.joins}
        self.known |= {form: ("scale", by) for form, by in language.scales.items() if form.isalpha()}
        self.known |= {form: ("number", Decimal(value)) for form, value in language.cardinals.items()}
        self.known |= {form: (kind, None) for form, kind in language.halves.items()}
        self.compounding = "joined_words" in language.traits
        self.word = _WITH_APOSTROPHE if language.code == "uk" else WORD
        self.gap = _SPACE if language.grammar == "slavic" else GAP

    def parts(self, word: str) -> list[_Part] | None:
        """The parts that a word is made of, the longest first; None where it is not a number word."""
        if word in self.known:
            return [(word, *self.known[word])]
        return self._cut(word, 0, {}) if self.compounding and len(word) <= _LONGEST_WORD else None

    def _cut(self, word: str, start: int, tried: dict[int, list[_Part] | None]) -> list[_Part] | None:
        if start == len(word):
            return []
        if start not in tried:
            tried[start] = None
            for end in range(len(word), start, -1):
                if (part := word[start:end]) in self.known and (rest := self._cut(word, end, tried)) is not None:
                    tried[start] = [(part, *self.known[part]), *rest]
                    break
        return tried[start]


_table = cache(_WordTable)
