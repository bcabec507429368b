"""The forms in which dates are printed: what the groups of their patterns mean."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from tui.dates.words import GAP, DateWords, alternatives
from tui.text.lazy_pattern import in_any_case

SEASON, QUARTER, HALF = 21, 33, 40
"""The parts of a year in EDTF: spring, the first quarter, the first half."""

ROMAN = {
    number: value
    for value, number in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), start=1
    )
}
"""The numbers of centuries in Roman digits."""


class DatePart(NamedTuple):
    """What is printed of a date: its year as in EDTF, and its month (a part of a year from 21 on) and day."""

    year: str | None = None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """It in EDTF, with XXXX where no year is printed."""
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year or 'XXXX'}{month}" + (f"-{self.day:02}" if self.day else "")

    @property
    def detail(self) -> int:
        """What it is as exact as: a day, a month, a quarter or half, a season, a year."""
        if self.day:
            return 1
        return 5 if self.month is None else 2 if self.month <= 12 else 3 if self.month >= QUARTER else 4


class ReadDate(NamedTuple):
    """A date as one form reads it, at `start` to `end` of a text.

    It is from `first` to `last`, if that is given. `choices` are all that digits without an order may be. `offset` is
    the unit and number of a date that is relative to the day of the text; the number is None if it is to another.
    """

    start: int
    end: int
    first: DatePart | None = None
    last: DatePart | None = None
    choices: tuple[DatePart, ...] = ()
    reason: str = ""
    weekday: int | None = None
    fiscal: bool = False
    offset: tuple[str, int | None] | None = None


class DateForm:
    """One way to print a date, which begins with what one of `opens` begins with or, with `digits`, with digits.

    Subclasses say what its groups mean.
    """

    def __init__(self, words: DateWords, pattern: str, opens: Iterable[str] = (), digits: bool = True) -> None:
        self.words, self.opens, self.digits = words, frozenset(opens), digits
        self._pattern = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of such dates. It is compiled on use: most texts print dates in few forms."""
        return in_any_case(self._pattern.replace(r"\d", self.words.digit))

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        """What a match is; None for no date."""
        groups = match.groupdict()
        year = str(int(groups["year"] or "")) if groups.get("year") else None
        if year and not 1000 <= int(year) <= 2099:
            return None
        month = self.month(groups)
        days = [int(groups[key]) for key in ("day", "to") if groups.get(key)]
        parts = [DatePart(year, month, day) for day in days] or [DatePart(year, month)]
        weekday = self.words.weekdays.get((groups.get("weekday") or "").casefold().rstrip("."))
        last = parts[-1] if len(parts) > 1 and parts[-1] > parts[0] else None
        # A second number that is not later belongs to something else.
        stop = match.start("to") - 1 if len(parts) > 1 and last is None else match.end()
        return ReadDate(match.start(), stop, parts[0], last, weekday=weekday)

    def month(self, groups: dict[str, str | None]) -> int | None:
        """The number of the month that groups name; None if they name none."""
        name = groups.get("month")
        return self.words.months[_form(name)] if name else None


class InDigits(DateForm):
    """2025-03-31, 31.03.2025, 31/03/2025."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        one, two, three = (int(match[key]) for key in ("one", "two", "three"))
        if len(match["one"]) == 4:
            return self._read(match, [DatePart(str(one), two, three)])
        if len(match["three"]) != 4:
            return None
        dmy, mdy = DatePart(str(three), two, one), DatePart(str(three), one, two)
        possible = [part for part in (dmy, mdy) if (part.month or 0) <= 12 and (part.day or 0) <= 31]
        possible = [*dict.fromkeys(possible)]
        order = self.words.order
        if len(possible) == 2 and order in ("dmy", "mdy"):
            possible = [dmy if order == "dmy" else mdy]
        return self._read(match, possible)

    def _read(self, match: re.Match[str], possible: list[DatePart]) -> ReadDate | None:
        if len(possible) == 1:
            return ReadDate(*match.span(), possible[0])
        both = " or ".join(part.edtf for part in possible)
        return ReadDate(*match.span(), choices=tuple(possible), reason=f"may be {both}") if possible else None


class YearAndMonth(DateForm):
    """2025-03; not 2011-12, which may be two years."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        year, month = int(match["year"]), int(match["month"])
        return ReadDate(*match.span(), DatePart(str(year), month)) if month <= year % 100 else None


class InHan(DateForm):
    """2025年3月31日, 2020年4〜6月期."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        year = str(int(match["year"])) if match["year"] else None
        month, day, to = (int(match[key]) if match[key] else None for key in ("month", "day", "to"))
        last_month = int(match["months"]) if match["months"] else None
        if match["term"] and not last_month:
            return ReadDate(*match.span(), reason="names the accounts up to a month, whose beginning it does not print")
        if last_month and month and last_month > month and not day:
            return ReadDate(*match.span(), DatePart(year, month), DatePart(year, last_month))
        return ReadDate(*match.span(), DatePart(year, month, day), DatePart(year, month, to) if to else None)


class PartOfYear(DateForm):
    """Q2 2020, second quarter of 2020, first half, spring 2020."""

    def __init__(self, words: DateWords, core: str, first: int, count: int, opens: Iterable[str] = ()) -> None:
        self._first, self._count = first, count
        marks = rf"(?:\s?{words.any('year_marks')}{words.after})?"
        of = rf"(?:{words.any('of')}(?:{GAP}|(?<=['’])))?"
        between = r"[\s/-]{1,2}" if words.spaced else r"\s?[的の]?\s?"
        before = rf"(?:(?P<earlier>\d{{4}})(?!\d){marks}(?:['’]s)?{between}{of})?"
        fiscal = rf"(?:(?P<fiscal>{words.any('fiscal')})\s?)?"
        of_year = rf"(?:(?:,?{GAP}|/){of}{fiscal}(?P<year>\d{{4}})(?!\d)(?:[/–-](?:\d\d){{1,2}}(?!\d))?{marks})?"
        # The first half of March is not half a year; that of last year is.
        years = [phrase for key, each in words.keyed("relative").items() if key.startswith("year") for phrase in each]
        other = rf"{GAP}{words.any('of')}{GAP}(?!{alternatives([*years, 'the year'])})"
        pattern = rf"{words.before}{before}{core}{words.after}{of_year}{words.after}(?(year)|(?!{other}))"
        super().__init__(words, pattern, opens)

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        groups = {key: value for key, value in match.groupdict().items() if value}
        year = groups.get("year") or groups.get("earlier")
        if "word" in groups:
            number = self.words.numbered("seasons", "ordinals")[_form(groups["word"])]
        else:
            number = int(groups["number"])
        if number < 0 and year is None and self._count == 4:
            return ReadDate(*match.span(), offset=("quarter", -1))
        number = self._count if number < 0 else number
        # A season needs a year: spring and fall are words too.
        if number > self._count or (year is None and self._first == SEASON):
            return None
        part = DatePart(str(int(year)) if year else None, self._first + number - 1)
        return ReadDate(*match.span(), part, fiscal="fiscal" in groups)


class Years(DateForm):
    """2025, 2013–14, 2019/20, fiscal 2025/26, FY25."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        fiscal, last = bool(match["fiscal"] or match["fiscal_after"]), match["last"]
        if match["short"]:
            return ReadDate(*match.span(), reason="does not print its century", fiscal=True)
        year = int(match["year"])
        if not 1500 <= year <= 2099:
            return None
        if not last:
            return ReadDate(*match.span(), DatePart(str(year)), fiscal=fiscal)
        # 1999/00 ends in the next century.
        other = year - year % 100 + int(last) + (100 if year % 100 == 99 and last == "00" else 0)
        if other <= year:
            return ReadDate(match.start(), match.end("year"), DatePart(str(year)), fiscal=fiscal)
        month = DatePart(str(year), int(last))
        if match["joined"].strip() == "-" and int(last) <= 12 and not fiscal:
            choices = (month, DatePart(str(year)), DatePart(str(other)))
            return ReadDate(*match.span(), choices=choices, reason=f"may be {month.edtf} or {year}/{other}")
        return ReadDate(*match.span(), DatePart(str(year)), DatePart(str(other)), fiscal=fiscal)


class Decade(DateForm):
    """1980s, années 1980, 20世纪80年代."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        groups, decade = match.groupdict(), int(match["decade"])
        if groups.get("century"):
            return ReadDate(*match.span(), DatePart(f"{(int(match['century']) - 1) * 10 + decade // 10}X"))
        if len(match["decade"]) == 2:
            return ReadDate(*match.span(), reason="does not print its century")
        if decade % 100 == 0:
            parts = (DatePart(f"{decade // 10}X"), DatePart(f"{decade // 100}XX"))
            return ReadDate(*match.span(), choices=parts, reason="may be a decade or a century")
        return ReadDate(*match.span(), DatePart(f"{decade // 10}X")) if 1000 <= decade <= 2999 else None


class Century(DateForm):
    """the 19th century, XIXe siècle, siglo XIX."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        groups = match.groupdict()
        if groups.get("bc"):
            return ReadDate(*match.span(), reason=BEFORE_OUR_ERA)
        number, ordinals = groups["number"], self.words.language.ordinals
        century = int(number) if number.isdecimal() else ordinals.get(_form(number)) or ROMAN.get(number, 0)
        return ReadDate(*match.span(), DatePart(f"{century - 1:02}XX")) if 0 < century <= 21 else None


class BeforeOurEra(DateForm):
    """44 BC, 44 v. Chr."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        return ReadDate(*match.span(), reason=BEFORE_OUR_ERA)


class MonthAndYear(DateForm):
    """03/2025, 03.2025; not 3/2025 and 12/2025, which number issues and laws as well."""

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        part = DatePart(str(int(match["year"])), int(match["month"]))
        if match["month"].startswith("0"):
            return ReadDate(*match.span(), part)
        year = DatePart(part.year)
        reason = f"may be {part.edtf}, or a number of {part.year}"
        return ReadDate(*match.span(), choices=(part, year), reason=reason)


BEFORE_OUR_ERA = "is before our era, which the catalog has no dates for"


class RelativeDate(DateForm):
    """last year, il y a trois ans, a year before."""

    def __init__(self, words: DateWords) -> None:
        phrases: dict[str, tuple[str, int | None]] = {}
        for key, each in words.keyed("relative").items():
            unit, number = key.split()
            phrases |= {phrase: (unit, int(number)) for phrase in each}
        phrases |= {phrase: ("", None) for phrase in words.keyed("before")}
        self._phrases = {phrase.replace("'", "’"): offset for phrase, offset in phrases.items()}
        super().__init__(
            words, rf"{words.before}(?P<phrase>{alternatives(phrases)}){words.after}", phrases, digits=False
        )

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        offset = self._phrases.get(_form(match["phrase"]))
        return ReadDate(*match.span(), offset=offset) if offset else None


class Ago(DateForm):
    """three years ago, vor drei Jahren, 3年前."""

    def __init__(self, words: DateWords, unit: str) -> None:
        self._unit, counts = unit, {**words.language.cardinals, **dict.fromkeys(words.language.articles, 1)}
        self._counts = {_form(word): number for word, number in counts.items()}
        count = rf"(?P<count>\d{{1,4}}|{alternatives(self._counts)})"
        several: list[str] = []
        one: list[str] = []
        for pattern in words.keyed("ago")[unit]:
            (several if "{0}" in pattern else one).append(pattern)
        ways = [alternatives([pattern.replace("{0}", "@")]) for pattern in several]
        counted = [
            way.replace("@", f"(?:{count.replace('count', f'count{number}')})") for number, way in enumerate(ways)
        ]
        if not words.spaced:
            counted = [way.replace(GAP, r"\s?") for way in counted]
        # Arabic “before the year 2020” begins with the words for a year ago.
        ends = rf"{words.after}(?!\s\d{{4}}(?!\d))"
        pattern = rf"{words.before}(?:{'|'.join([*counted, alternatives(one)])}){ends}"
        super().__init__(words, pattern, [*one, *several, *self._counts])

    def meaning(self, match: re.Match[str]) -> ReadDate | None:
        count = next((value for value in match.groups() if value), None)
        number = 1 if count is None else int(count) if count.isdecimal() else self._counts[_form(count)]
        return ReadDate(*match.span(), offset=(self._unit, -number))


def _form(words: str) -> str:
    """Words as the tables have them."""
    return " ".join(words.casefold().replace("'", "’").split())
