"""The words that a language prints around dates, as patterns. A table is read when its language is first used."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from tui.languages.language import Language
from tui.languages.lexicon import UNIT_WORDS
from tui.languages.tables import read_table
from tui.numbers.number_words import is_abbreviated

GAP = r"\s{1,2}"
"""White space between two words of a date."""


class DateWords:
    """The words of one language around dates, each kind as a pattern without groups."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._table = read_table(f"dates-{language.code}")
        self.spaced = language.code not in ("zh", "ja")
        """Whether white space separates words."""
        # Digits of other scripts belong to a date in their languages only.
        self.digit = r"\d" if language.code in ("ar", "hi") else "[0-9]"
        """A digit, as a pattern."""
        self.before = r"(?<![^\W_])" if self.spaced else r"(?<![0-9])"
        """What comes before the first word of a date."""
        self.after = r"(?![^\W_])" if self.spaced else r"(?![0-9])"

    @property
    def order(self) -> str | None:
        """The order of day and month in digits, dmy or mdy, where the language or its country decides it."""
        regions: Mapping[str, str] = self._table["regions"]
        for part in self.language.tag.split("-")[1:]:
            if part.upper() in regions:
                return regions[part.upper()]
        order: str = self._table["order"]
        return None if order == "none" else order

    def listed(self, key: str) -> list[str]:
        """The words under a key; none if the language has no such key."""
        return list(self._table.get(key, ()))

    def any(self, *keys: str) -> str:
        """A pattern for any word under some keys; one that matches nothing if there is none."""
        return alternatives(word for key in keys for word in self.listed(key))

    def numbered(self, *keys: str) -> dict[str, int]:
        """The words under some keys that give numbers to words."""
        return {
            word: int(number) for key in keys for number, words in self._table.get(key, {}).items() for word in words
        }

    def keyed(self, key: str) -> dict[str, Any]:
        """What is under a key that gives words to names."""
        table: dict[str, Any] = self._table.get(key, {})
        return table

    @property
    def months(self) -> dict[str, int]:
        """The names of the months without a point after them, casefolded."""
        named = {**self.language.months, **self.numbered("months")}
        return {name.removesuffix("."): number for name, number in named.items()}

    @property
    def weekdays(self) -> dict[str, int]:
        """The names of the days without a point after them, casefolded."""
        return {name.removesuffix("."): number for name, number in self.language.weekdays.items()}

    @cached_property
    def of(self) -> str:
        """A pattern for the word between day, month and year, if there is one."""
        return rf"(?:{self.any('of')}(?:{GAP}|(?<=['’])))?"

    @cached_property
    def month_forms(self) -> list[str]:
        """The names of months as a date has them. In English with a capital: “may” and “march” are words too."""
        if not self.language.is_english:
            return list(self.months)
        return [form for name in self.months for form in (name.title(), name.upper())]

    @cached_property
    def month(self) -> str:
        """A pattern for the name of a month, as a group.

        The point after it belongs to an abbreviation; after a full name, it ends a sentence unless a year follows.
        """
        case = "(?-i:" if self.language.is_english else "(?:"
        short = [form for form in self.month_forms if is_abbreviated(form.casefold(), self.months)]
        full = [form for form in self.month_forms if form not in short]
        name = rf"(?P<month>{case}{alternatives(full)}|(?P<short>{alternatives(short)})))"
        return rf"{name}(?(short)\.?|(?:\.(?={GAP}\d))?)"

    @cached_property
    def weekday(self) -> str:
        """A pattern for the name of a day before a date, as a group."""
        return rf"(?:(?P<weekday>{alternatives(self.weekdays)})\.?,?{GAP})?"

    @cached_property
    def year_marks(self) -> str:
        """A pattern for the words after a year."""
        return rf"(?:\s?{self.any('year_marks')}{self.after})?"

    @cached_property
    def day_marks(self) -> str:
        """A pattern for what digits of a day have after them."""
        return rf"(?:{self.any('day_marks')})?"

    @cached_property
    def ends(self) -> str:
        """A pattern for the end of a number that counts nothing: no unit, no decimals, no percent sign."""
        units = self.language.units | (UNIT_WORDS if self.language.is_english else set())
        return rf"(?!\d|[.,:]\d|\s?%)(?!{GAP}{alternatives(units)}{self.after})"


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; spaces and apostrophes as texts print them."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    escaped = (re.escape(word).replace(r"\ ", GAP).replace("'", "’").replace("’", "['’]") for word in ordered)
    return f"(?:{'|'.join(dict.fromkeys(escaped))})" if ordered else "(?:(?!))"


@cache
def words_of(language: Language) -> DateWords:
    """The words of a language."""
    return DateWords(language)
