"""Dates as texts print them, in thirteen languages, and what they are in EDTF."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.dates.edtf import EdtfError, parse
from tui.dates.forms import ReadDate
from tui.dates.patterns import DASH, read_forms
from tui.dates.words import GAP, DateWords, words_of
from tui.languages.language import ENGLISH, Language, language_of
from tui.text.lazy_pattern import in_any_case
from tui.text.span import Span
from tui.text.work import TEXTS_KEPT

_REACH = 24
"""Characters before or after a date in which a word that belongs to it ends or begins."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text. Either its `date` is known, or the `reason` why not, or the day that it is relative to."""

    span: Span
    date: str | None = None
    """In EDTF, XXXX where no year is printed; of an interval whose dates share a year, the year in both."""
    choices: tuple[str, ...] = ()
    """All dates that it may be, where nothing decides between them."""
    reason: str = ""
    """Why its date is not known: “may be 2025-04-03 or 2025-03-04”."""
    weekday: int | None = None
    """From Monday, 1, to Sunday, 7."""
    offset: tuple[str, int | None] | None = None
    """The unit and number of a date that is relative to the day of the text (year, -1); the number is None for a date
    that is relative to another day."""
    part: str = ""
    """The part of the date that is meant: early, mid, late."""
    side: str = ""
    """Whether it is the beginning or the end of a time: since, until."""
    fiscal: bool = False
    """Whether its year is that of accounts, which may begin in any month."""

    @property
    def whole(self) -> bool:
        """Whether day, month and year are printed, of one day."""
        return self.date is not None and len(self.date) == len("2025-03-31") and self.date[:4].isdecimal()

    @property
    def is_year(self) -> bool:
        """Whether it is a year alone."""
        return self.date is not None and len(self.date) == 4 and self.date.isdecimal()

    @property
    def is_month(self) -> bool:
        """Whether it is a month without a year."""
        return self.date is not None and self.date.startswith("XXXX") and len(self.date) == 7 and self.date[5] in "01"


def dates_in(text: str, start: int, end: int, language: Language | None = None) -> Iterator[PrintedDate]:
    """The dates in a stretch of a text whose date is known, except for years and months alone."""
    for found in printed_dates(text, start, end, language):
        if found.date and not found.is_year and not found.is_month:
            yield found


def printed_dates(text: str, start: int, end: int, language: Language | None = None) -> Iterator[PrintedDate]:
    """Every date in a stretch of a text, in order; none overlaps another. In English if no language is given."""
    language = language or language_of(ENGLISH)
    words = words_of(language)
    for read in _joined(text, _apart(read_forms(text, start, end, language)), words):
        yield _printed(text, read, words)


def _apart(found: Iterator[ReadDate]) -> list[ReadDate]:
    """The readings without those that overlap an earlier or longer one."""
    kept: list[ReadDate] = []
    for read in sorted(found, key=lambda read: (read.start, -read.end, read.first is None)):
        if not kept or read.start >= kept[-1].end:
            kept.append(read)
    return kept


def _joined(text: str, found: list[ReadDate], words: DateWords) -> Iterator[ReadDate]:
    """The readings, with two that a word or dash joins as one interval."""
    at = 0
    while at < len(found):
        one = found[at]
        both = _interval(text, one, found[at + 1], words) if at + 1 < len(found) else None
        yield both or one
        at += 2 if both else 1


def _interval(text: str, one: ReadDate, other: ReadDate, words: DateWords) -> ReadDate | None:
    """The interval of two readings; None where nothing joins them."""
    first, last = one.first, other.first
    if first is None or last is None or one.last or other.last or first.detail != last.detail:
        return None
    joins, between, opening = _joins(words)
    gap = text[one.end : other.start] if other.start - one.end <= _REACH else ""
    if not joins.fullmatch(gap):
        before = text[max(one.start - _REACH, 0) : one.start]
        if not between.fullmatch(gap) or not opening.search(before):
            return None
    if first.year is None and last.year:
        # December to January: the first is of the year before.
        earlier = first[1:] > last[1:]
        first = first._replace(year=str(int(last.year) - earlier) if last.year.isdecimal() else None)
    elif last.year is None and first.year and first.year.isdecimal():
        last = last._replace(year=str(int(first.year) + (last[1:] < first[1:])))
    if first.year and last.year and first >= last:
        return None
    return ReadDate(one.start, other.end, first, last, weekday=one.weekday, fiscal=one.fiscal or other.fiscal)


@cache
def _joins(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What joins two dates; what does so after a word like between; and that word."""
    gap, the = (GAP, "(?:the )?") if words.spaced else (r"\s?", "")
    return (
        in_any_case(rf"\s?(?:{DASH}|/)\s?|{gap}{words.any('to')}{gap}{the}"),
        in_any_case(rf"{gap}{words.any('and')}{gap}{the}"),
        in_any_case(rf"{words.before}{words.any('between')}{gap}{the}\Z"),
    )


def _printed(text: str, read: ReadDate, words: DateWords) -> PrintedDate:
    span = Span(read.start, read.end)
    part, side = _beside(text, span, words) if read.first else ("", "")
    # “From 3 to 5 March” is no open time, though the first word is that of one.
    side = "" if read.last else side
    choices = tuple(choice for each in read.choices if (choice := each.edtf) and _is_date(choice))
    date, reason = None, read.reason
    if read.first and (read.first.month or read.first.year or read.first.day):
        first, last = read.first.edtf, read.last.edtf if read.last else ""
        date = f"{first}/{last}" if last else first
        if not _is_date(date):
            date, reason = None, "is not a day of the calendar"
    elif len(read.choices) == 2 and len({(each.month, each.day) for each in read.choices}) == 2 and len(choices) == 2:
        order = _order_in(text)
        if order and read.choices[0].day and read.choices[1].day:
            date, choices, reason = choices[order == "mdy"], (), ""
    elif read.choices and not choices:
        reason = "is not a day of the calendar"
    return PrintedDate(span, date, choices, reason, read.weekday, read.offset, part, side, read.fiscal)


def _is_date(date: str) -> bool:
    try:
        parse(date)
    except EdtfError:
        return False
    return True


_SLASHED = re.compile(r"(?<![\w/.\-])(\d{1,2})([./-])(\d{1,2})\2(?:1[5-9]|20)\d\d(?![\w/\-]|[.,]\d)")


@lru_cache(maxsize=TEXTS_KEPT)
def _order_in(text: str) -> str | None:
    """The order of day and month that the dates of a text show which can be read in one order only; None if they show
    none or both.
    """
    orders = set()
    for match in _SLASHED.finditer(text):
        one, two = int(match[1]), int(match[3])
        if one > 12 >= two:
            orders.add("dmy")
        elif two > 12 >= one:
            orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None


@cache
def _beside_patterns(words: DateWords) -> tuple[list[tuple[str, re.Pattern[str]]], list[tuple[str, re.Pattern[str]]]]:
    """The words before and after a date that say which part or side of it is meant."""
    before, after = [], []
    for key in ("early", "mid", "late", "since", "until"):
        of = rf"(?:{words.any('of')}(?:{GAP}|(?<=['’])))?" if key in ("early", "mid", "late") else ""
        before.append((key, in_any_case(rf"{words.before}{words.any(key)}[\s-]{{0,2}}{of}\Z")))
        after.append((key, in_any_case(rf"\s?{words.any(f'{key}_after')}")))
    return before, after


def _beside(text: str, span: Span, words: DateWords) -> tuple[str, str]:
    """The part and the side that the words beside a date name."""
    before, after = _beside_patterns(words)
    start, part, side = span.start, "", ""
    for key, pattern in before:
        match = pattern.search(text, max(start - _REACH, 0), start)
        if match and key in ("early", "mid", "late"):
            # “Since early 2020” has both.
            part, start = part or key, match.start()
        elif match:
            side = side or key
    for key, pattern in after:
        if pattern.match(text, span.end, span.end + _REACH):
            part, side = (part or key, side) if key in ("early", "mid", "late") else (part, side or key)
    return part, side
