"""How a language writes numbers: its marks, scale words, number words, hedges and months.

A table is read when its language is first used, and no other with it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

from tui.languages.spellings import all_spellings, spellings
from tui.languages.tables import read_table
from tui.languages.word_patterns import NEVER
from tui.text.lazy_pattern import lazy_pattern

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "zh", "ja", "hi", "ar")
"""The languages that numbers are read in, as the first part of a tag."""

ENGLISH = "en"
"""The language of a text that does not name one."""

_Value = TypeVar("_Value")

_SPACES = " \u00a0\u2009\u202f"
"""White space that may group digits in any language."""


class LanguageError(ValueError):
    """A tag that is not a language of `LANGUAGES`; the message lists them."""


class NeighbourRule(NamedTuple):
    """What makes something else of a number, or more of it: all of its patterns match, and a condition holds.

    `scripts/newsroom/neighbours.yaml` says what each part is.
    """

    before: re.Pattern[str]
    at: re.Pattern[str]
    after: re.Pattern[str]
    words: re.Pattern[str]
    condition: str
    meaning: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """How one language writes numbers. There is one for each tag, by which functions can keep what they make of it.

    Words are casefolded; a phrase has single spaces. A form with a point (“Mio.”) is also read without it.
    """

    grammar: str
    """How its number words are put together: english, european, slavic, han, or empty where only digits are read."""
    traits: frozenset[str]
    """What it has in common with some others; `scripts/languages.py` says what each means."""
    tag: str
    """The BCP 47 tag that it was asked for by: de-CH."""
    decimal: str
    """The marks before decimals: each character is one."""
    grouping: str
    """The marks between groups of digits, white space included: each character is one."""
    letters: Mapping[str, Decimal]
    """Letters that are scale words where they touch the digits: k, m, b."""
    scales: Mapping[str, Decimal]
    """What each scale word multiplies by: million, Mio., dozen, 万."""
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_endings: tuple[str, ...]
    """What makes an ordinal of digits that it touches: th, er, ª."""
    fractions: Mapping[str, Fraction]
    """The words for parts: half, quarter."""
    halves: Mapping[str, str]
    """Words for a half that is `added` to the number they touch (dreieinhalb), for a `whole` number and a half
    (anderthalb), and for `half` of what they touch (полмиллиона)."""
    articles: tuple[str, ...]
    """Words for one that are not numbers of their own: a, un."""
    determiners: tuple[str, ...]
    """The articles that may come between a word and its number: oltre il 41%."""
    contractions: Mapping[str, tuple[str, ...]]
    """What a word becomes together with an article: al of a."""
    joins: tuple[str, ...]
    """Words inside a number: “and” of two hundred and ten, “und” of einundzwanzig."""
    points: tuple[str, ...]
    """Words for the decimal mark: point, coma, 点."""
    minus: tuple[str, ...]
    percents: tuple[str, ...]
    shares: tuple[str, ...]
    """Words between a part and its whole: “sur” of neuf sur dix."""
    units: frozenset[str]
    """Names of units that are more than a letter or two."""
    between: tuple[str, ...]
    """Words that open a range; those of `conjunction` join it."""
    conjunction: tuple[str, ...]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    """Words that join a range, with or without one of `from_` before it."""
    before: Mapping[str, str]
    """The modifier of each hedge before a number: about is ≈."""
    after: Mapping[str, str]
    """The modifier of each hedge after a number: or more is ≥."""
    unclear: tuple[str, ...]
    """Words before a number that may bound it or not: до is up to, and to."""
    exceeding: tuple[str, ...]
    """Verbs that a number which is exceeded follows: dépasse, превысило."""
    prepositions: tuple[str, ...]
    """Words that may come between a hedge and its number: почти на 5%."""
    negations: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    """From Monday, 1, to Sunday, 7."""
    currencies: Mapping[str, str]
    """The ISO 4217 code of each name and sign of a currency that belongs to one only."""
    rates: Mapping[str, tuple[str, ...]]
    """The words of rates: `any` (per) before any noun, `known` (a) before a unit, `counted` before a number, `every`
    before several of a unit of time; `capita`
    for one person; and by the id of a unit of time, what is printed for “per” and it."""
    changes: Mapping[str, tuple[str, ...]]
    """The words of changes: verbs (`up`, `down`; a star is any ending) with `by` before the number, nouns (`rise`,
    `fall`) with `of`, before which the time may be named in which it rose (`yearly`), and what follows it (`more`,
    `less`)."""
    neighbours: tuple[NeighbourRule, ...]
    """What is looked for beside a number, for what no list of words can hold."""
    patterns: Mapping[str, str]
    """Parts of patterns, for what no list of words can hold; `scripts/languages.py` says what each finds."""

    @cached_property
    def code(self) -> str:
        """The first part of its tag, which names the language without a country: de."""
        return self.tag.partition("-")[0].lower()

    def pattern(self, name: str) -> str:
        """The part of a pattern with a name; where the language has none, one that matches nothing."""
        return self.patterns.get(name, NEVER)

    @property
    def is_english(self) -> bool:
        """Whether it is English, of any country."""
        return self.code == ENGLISH


def code_of(language: Language | None) -> str:
    """The code of a text’s language: English if none is given."""
    return language.code if language else ENGLISH


@cache
def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag, in any case: its region and script decide where they matter (de-CH, zh-TW).

    Raises LanguageError where numbers are not read in it.
    """
    first, *parts = tag.split("-")
    if first.lower() not in LANGUAGES or not all(part.isalnum() for part in parts):
        raise LanguageError(f"“{tag}” is not a language that numbers are read in; those are {', '.join(LANGUAGES)}")
    table = read_table(first.lower())
    for part in parts:
        table = _merged(table, table["regions"].get(part.upper(), {}))
    ranges = table["ranges"]
    words: dict[str, Any] = {name: _listed(table[name]) for name in _LISTS}
    words |= {name: _flipped(table[name], kind) for name, kind in _VALUES.items()}
    return Language(
        tag=tag,
        grammar=table["grammar"],
        traits=frozenset(table["traits"]),
        decimal=table["decimal"],
        grouping=table["grouping"] + _SPACES,
        between=_listed(ranges.get("between", ())),
        conjunction=_listed(ranges.get("and", ())),
        from_=_listed(ranges.get("from", ())),
        to=_listed(ranges.get("to", ())),
        contractions={word: tuple(forms) for word, forms in table["contractions"].items()},
        units=frozenset(_listed(table["units"])),
        rates={name: _listed(forms) for name, forms in table["rates"].items()},
        changes={name: _listed(forms) for name, forms in table["changes"].items()},
        neighbours=tuple(map(_rule, table["neighbours"])),
        patterns=table["patterns"],
        **words,
    )


def known_language(tag: str | None) -> Language | None:
    """The language of a tag; None without one, or where numbers are not read in it."""
    try:
        return language_of(tag) if tag else None
    except LanguageError:
        return None


def _factor(written: str) -> Decimal:
    """A factor without an exponent: products of it are printed as whole numbers."""
    return Decimal(f"{Decimal(written):f}")


_VALUES: Mapping[str, Callable[[str], Any]] = {
    "fractions": Fraction,
    **dict.fromkeys(("letters", "scales"), _factor),
    **dict.fromkeys(("cardinals", "ordinals", "months", "weekdays"), int),
    **dict.fromkeys(("halves", "before", "after", "currencies"), str),
}
"""The parts of a table that list the forms of each value, and what the values are."""

_LISTS = """
    ordinal_endings articles determiners joins points minus percents shares unclear exceeding prepositions negations
""".split()
"""The parts of a table that are lists of words."""


def _rule(parts: Mapping[str, str]) -> NeighbourRule:
    def compiled(pattern: str) -> re.Pattern[str]:
        return lazy_pattern(pattern, re.IGNORECASE | re.DOTALL)

    return NeighbourRule(
        before=compiled(rf"(?:{parts.get('before', '')})\Z"),
        at=compiled(parts.get("at", "")),
        after=compiled(parts.get("after", "")),
        words=compiled(parts.get("words", ".*")),
        condition=parts.get("if", "any"),
        meaning=parts["is"],
    )


def _listed(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(all_spellings(forms))


def _flipped(forms: Mapping[str, list[str]], kind: Callable[[str], _Value]) -> Mapping[str, _Value]:
    written = [(form, kind(key)) for key, listed in forms.items() for form in listed]
    # A spelling that another word is given in belongs to that word.
    return {each: value for form, value in written for each in spellings(form)} | dict(written)


def _merged(table: dict[str, Any], region: Mapping[str, Any]) -> dict[str, Any]:
    """The table with a region's entries: they replace a mark, and are added to what is written for a value."""
    merged = dict(table)
    for key, value in region.items():
        if isinstance(value, dict):
            old = merged[key]
            merged[key] = old | {name: [*old.get(name, ()), *forms] for name, forms in value.items()}
        else:
            merged[key] = value
    return merged
