"""Verifies dates against the words that print them, and inferred dates against those they are inferred from."""

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from tui.catalog.problem import Mark, Severity
from tui.dates import edtf, times
from tui.dates.edtf import Date, Day, When
from tui.dates.printed import PrintedDate, printed_dates
from tui.dates.words import words_of
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.records import Source
from tui.languages.language import ENGLISH, Language, language_of
from tui.linking.link_context import LinkContext
from tui.text.listed import listed
from tui.text.span import Span

_DIGITS = 9
"""A number with more digits, leading zeros included, cannot be part of a date."""

_YEARS = 3
"""An inferred date of more years than these is compared with no day that lacks its year."""


class DatingWords(NamedTuple):
    """Words of an article that date something."""

    text: str
    span: Span
    language: Language | None
    article_date: str | None = None
    """When the article is from, printed or inferred."""

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.text[self.span.start : self.span.end]

    @property
    def folded(self) -> str:
        """The words in one spelling, to be compared with others."""
        return " ".join(self.words.casefold().split()).strip(".,;:–—- ")

    @property
    def only_date(self) -> str | None:
        """The one date that they print with its year, and nothing but it is meant; else None."""
        dates = self.dates
        if len(dates) != 1 or dates[0].part or dates[0].side or dates[0].fiscal:
            return None
        date = dates[0].date
        return date if date and "XXXX" not in date else None

    @property
    def dates(self) -> list[PrintedDate]:
        """The dates that they print."""
        return list(printed_dates(self.text, *self.span, self.language))


def dating_words(sources: Iterable[Source], context: LinkContext) -> list[DatingWords]:
    """The words that date the sources of a record."""
    return [
        DatingWords(
            context.documents[source.article].text,
            source.when,
            context.language(source.article),
            context.article_date(source.article),
        )
        for source in sources
        if source.when
    ]


# What is printed


def is_printed(date: str, dating: Sequence[DatingWords], mark: Mark, diagnostics: Diagnostics) -> bool:
    """Whether the words that date something print each part of the date; else reports a problem."""
    printed = _Printed(dating)
    missing = printed.missing(date)
    if missing:
        words = " ".join(each.words for each in dating)
        read = f", which print {listed(printed.dates)}" if printed.dates else ""
        message = f"“{missing}” of the date {date} is not in the words “{words}”{read}; leave it out"
        diagnostics.report(mark, "date-not-printed", message)
    elif undecided := printed.undecided(date):
        message = (
            f"“{undecided.words}” may be {' or '.join(undecided.choices)}; give the article’s `language` with its"
            " region (en-GB, en-US), or write the year here and the day in `resolved`"
        )
        diagnostics.warn(mark, "undecided-date", message)
    elif zone := printed.unprinted_zone(date):
        message = f"the words name no time zone, as {zone} in {date} does; leave it out, or write it in `resolved`"
        diagnostics.warn(mark, "date-not-printed", message)
    return not missing


def prints(date: str, words: DatingWords) -> bool:
    """Whether some words print each part of a date."""
    return _Printed([words]).missing(date) is None


class _Undecided(NamedTuple):
    """Digits that may be either of two days, and these."""

    words: str
    choices: tuple[str, ...]


class _Printed:
    """What some words print of dates: the dates that can be read, and the numbers and months beside them."""

    def __init__(self, dating: Sequence[DatingWords]) -> None:
        self.dates: list[str] = []
        sides: list[Date] = []
        loose = []
        self._undecided: list[_Undecided] = []
        for each in dating:
            at = each.span.start
            for printed in each.dates:
                dates = [printed.date] if printed.date else printed.choices
                if not dates:
                    continue
                self.dates.extend(dates)
                if len(printed.choices) > 1:
                    words = each.text[printed.span.start : printed.span.end]
                    self._undecided.append(_Undecided(words, printed.choices))
                loose.append(each.text[at : printed.span.start])
                at = printed.span.end
                whens = map(edtf.parse, dates)
                sides += [side for when in whens for side in (when.start, when.end) if side]
            loose.append(each.text[at : each.span.end])
        self._sides = [*sides, Date("XXXX")]
        self._words = " ".join(each.words for each in dating)
        # Python refuses to parse numbers of thousands of digits.
        self._numbers = {int(number) for text in loose for number in re.findall(r"\d+", text) if len(number) <= _DIGITS}
        english = language_of(ENGLISH)
        languages = {english, *(each.language or english for each in dating)}
        names = {word for text in loose for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}
        self._months = self._numbers | {
            number for each in languages for name, number in words_of(each).months.items() if name in names
        }

    def undecided(self, date: str) -> _Undecided | None:
        """Digits that may be a date, or another day; None if nothing leaves the date open."""
        start = edtf.parse(date).start
        choices = (each for each in self._undecided if date in each.choices)
        return next(choices, None) if start and start.day else None

    def missing(self, date: str) -> str | None:
        """The first part of a date that they do not print; None if they print all of it."""
        when = edtf.parse(date)
        sides = dict.fromkeys(side for side in (when.start, when.end) if side)
        same = any(edtf.parse(printed).extent == when.extent for printed in self.dates)
        missing = None if same else next(filter(None, map(self._missing, sides)), None)
        return missing or next(filter(None, map(self._missing_time, sides)), None)

    def _missing(self, side: Date) -> str | None:
        parts = [Date(side.year), Date(side.year, side.month), side]
        names = [side.year, Date("XXXX", side.month).words() if side.month else "", str(side.day or "")]
        for part, name in zip(parts, names, strict=True):
            if not any(self._holds(part, printed) for printed in self._sides):
                return name or side.year
        return None

    def _missing_time(self, side: Date) -> str | None:
        if side.time and not times.prints_time(self._words, side):
            return side.time
        zone, printed = times.zone_of(side), times.zones_in(self._words)
        return side.zone if zone is not None and printed and zone not in printed else None

    def unprinted_zone(self, date: str) -> str | None:
        """The time zone of a date where they name none; None where they do, or where it has none."""
        when = edtf.parse(date)
        zones = [side.zone for side in (when.start, when.end) if side and side.zone]
        return zones[0] if zones and not times.zones_in(self._words) else None

    def _holds(self, side: Date, printed: Date) -> bool:
        """Whether a date, with numbers and months beside it, prints another."""
        month = side.month in (None, printed.month) or (printed.month is None and side.month in self._months)
        day = side.day in (None, printed.day) or side.day in self._numbers
        return month and day and self._has_year(side.year, printed)

    def _has_year(self, year: str, printed: Date) -> bool:
        if year == "XXXX":
            return True
        # A date without a year takes that of another: on March 3 … in 2024.
        years = [printed.year] if printed.year != "XXXX" else [each.year for each in self._sides]
        if "X" in year and set(years) == {"XXXX"} and not any(number > 999 for number in self._numbers):
            # Decades and centuries in words are not read: the eighties.
            return True
        loose = printed.year == "XXXX" and year.isdigit() and int(year) in self._numbers
        return loose or any(each.startswith(year.rstrip("X")) for each in years if each != "XXXX")


# What is inferred


def check_inferred(
    resolved: str | None,
    dating: Sequence[DatingWords],
    mark: Mark,
    diagnostics: Diagnostics,
    severity: Severity = "error",
) -> bool:
    """Whether an inferred date can be what the words mean that date a record; else reports a problem.

    It has that severity if the words print another date. If they tell it from the day of the article, or name another
    day of the week, it is a warning and holds: they may be relative to another day, and articles err.
    """
    if resolved is None:
        return True
    when, holds = edtf.parse(resolved), True
    sides = [side for side in (when.start, when.end) if side]
    for each in dating:
        if not all(times.can_be(each.words, side) for side in sides):
            message = f"the words “{each.words}” print another time than {resolved}; correct `resolved`"
            diagnostics.report(mark, "date-contradicted", message, severity=severity)
            holds = holds and severity != "error"
            continue
        dates = each.dates
        fits = [_fits(date, when, each.article_date) for date in dates]
        if True in fits or False not in fits:
            continue
        date = next(date for date, fit in zip(dates, fits, strict=True) if fit is False)
        printed = date.date or " or ".join(date.choices)
        if printed:
            why = f"print {printed}, which {resolved} is not within"
        elif date.offset:
            why = f"cannot mean {resolved} in an article of {each.article_date}"
        else:
            why = f"name another day of the week than that of {resolved}"
        message = f"the words “{each.words}” {why}; correct `resolved`, or quote the words that it is inferred from"
        diagnostics.report(mark, "date-contradicted", message, severity=severity if printed else "warning")
        holds = holds and not (printed and severity == "error")
    return holds


def _fits(date: PrintedDate, when: When, article_date: str | None) -> bool | None:
    """Whether an inferred date can be a printed one; None if that does not say."""
    if date.date or date.choices:
        return any(_may_be(printed, date, when) for printed in ([date.date] if date.date else date.choices))
    if date.offset and date.offset[1] is not None and article_date:
        return _told_from(date.offset[0], date.offset[1], edtf.parse(article_date)).overlaps(when)
    if date.weekday and when.earliest and when.earliest == when.latest:
        return calendar.weekday(*when.earliest) + 1 == date.weekday
    return None


def _may_be(printed: str, date: PrintedDate, when: When) -> bool:
    """Whether an inferred date can be one that is printed, of any year if none is."""
    if "XXXX" not in printed:
        return _at_most(edtf.parse(printed), date).overlaps(when)
    if not when.earliest or not when.latest or when.latest[0] - when.earliest[0] > _YEARS:
        return True
    # A winter reaches into the year after it.
    years = range(max(when.earliest[0] - 1, 0), when.latest[0] + 1)
    return any(_at_most(each, date).overlaps(when) for year in years for each in _of_year(printed, year))


def _of_year(printed: str, year: int) -> Iterator[When]:
    """A date without a year in one that has it: there is no 29 February in most."""
    with suppress(edtf.EdtfError):
        yield edtf.parse(printed.replace("XXXX", f"{year:04}"))


def _at_most(when: When, date: PrintedDate) -> When:
    """When a printed date can be: a year of accounts begins or ends in another, and a season differs by hemisphere."""
    start, end = when.start, when.end
    is_season = start is not None and start.month is not None and 21 <= start.month < 33
    if (date.fiscal or is_season) and start and end and start.year.isdigit() and end.year.isdigit():
        start, end = Date(f"{max(int(start.year) - 1, 0):04}"), Date(f"{min(int(end.year) + 1, 9999):04}")
    return When(None if date.side == "until" else start, None if date.side == "since" else end, True)


def told_from(date: PrintedDate, article_date: str | None) -> str | None:
    """The year, month or day, in EDTF, that a date in an article means which is relative to the day of the article.

    One without its year is of the year in which it is nearest to the article. None where it is not relative, or where
    the date of the article leaves open which.
    """
    if date.date and article_date and _NO_YEAR.fullmatch(date.date):
        return _nearest(date, edtf.parse(article_date))
    unit, number = date.offset or ("", None)
    if unit not in ("year", "month", "day") or number is None or not article_date:
        return None
    article = edtf.parse(article_date)
    first, last = (_moved(day, unit, number) for day in (article.earliest, article.latest))
    if first is None or first != last:
        return None
    return "-".join([first.year, *(f"{part:02}" for part in (first.month, first.day) if part)])


def inferred_from(dating: DatingWords) -> str | None:
    """The one date, in EDTF, that words mean which do not print all of it; None where that is not clear."""
    dates = dating.dates
    return told_from(dates[0], dating.article_date) if len(dates) == 1 else None


def _nearest(date: PrintedDate, article: When) -> str | None:
    """A date without its year in the year in which it is nearest to an article; None where that is not clear."""
    first, last = (day and datetime.date(*day) for day in (article.earliest, article.latest))
    if not first or not last or not date.date or (last - first).days > _LONGEST_MONTH:
        return None
    apart = {}
    for year in range(max(first.year - 1, 1), min(last.year + 2, 10_000)):
        found = date.date.replace("XXXX", f"{year:04}")
        with suppress(ValueError):
            day = datetime.date.fromisoformat(found if len(found) > len("2025-03") else f"{found}-15")
            if date.weekday in (None, day.isoweekday()):
                apart[found] = abs((day - first).days)
    best = min(apart, key=lambda found: apart[found], default=None)
    return best if best and apart[best] < _LONGEST_APART else None


_NO_YEAR = re.compile(r"XXXX-(?:0[1-9]|1[0-2])(?:-\d\d)?")
"""A month or day of a year that is not printed, in EDTF."""
_LONGEST_MONTH = 31
"""The most days in which an article may have appeared that tells a year."""
_LONGEST_APART = 150
"""The most days between an article and a date in it without a year."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}


def _told_from(unit: str, number: int, article: When) -> When:
    """When something can be that is relative to the day of an article.

    It is a unit more or less: years of accounts, the first day of a week and the place of the reader differ.
    """
    first = _moved(article.earliest, unit, number - 1)
    return When(first, _moved(article.latest, unit, number + 1), True)


def _moved(day: Day | None, unit: str, number: int) -> Date | None:
    """The unit that begins a number of units after that of a day; None where the calendar ends."""
    if day is None:
        return None
    if unit in _MONTHS:
        year, month = divmod(day[0] * 12 + day[1] - 1 + number * _MONTHS[unit], 12)
        return Date(f"{year:04}", None if unit == "year" else month + 1) if 0 <= year <= 9999 else None
    try:
        moved = datetime.date(*day) + datetime.timedelta(number * _DAYS[unit])
    except (ValueError, OverflowError):
        return None
    return Date(f"{moved.year:04}", moved.month, moved.day)
