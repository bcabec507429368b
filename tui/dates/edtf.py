"""Dates as the Extended Date/Time Format (ISO 8601-2) writes them, as far as a catalog needs it.

2025    2025-03    2025-03-31    2025-03-19T09:48Z    XXXX-12-01 (year not given)    198X    2025-10~ (approximate)
2020-34 (second quarter)    2020-21 (spring)    2020-40 (first half)    2025-10-15/2025-12-01    2025-10-15/..
"""

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

from tui.numbers.words import MONTHS

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>(?:[01]\d|2[0-3])(?::[0-5]\d){1,2})(?P<zone>Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?)?)?"
    r"(?P<qualifier>[?~%])?",
    re.ASCII,
)

_SPRING, _SUMMER, _AUTUMN, _WINTER = ((3, 5), (6, 8), (9, 11), (12, 14))
_PARTS = {
    # Seasons by the months of the northern hemisphere, also those that do not say which.
    21: ("spring", _SPRING),
    22: ("summer", _SUMMER),
    23: ("autumn", _AUTUMN),
    24: ("winter", _WINTER),
    25: ("northern spring", _SPRING),
    26: ("northern summer", _SUMMER),
    27: ("northern autumn", _AUTUMN),
    28: ("northern winter", _WINTER),
    29: ("southern spring", _AUTUMN),
    30: ("southern summer", _WINTER),
    31: ("southern autumn", _SPRING),
    32: ("southern winter", _SUMMER),
    **{33 + n: (f"Q{1 + n}", (1 + 3 * n, 3 + 3 * n)) for n in range(4)},
    **{37 + n: (f"third {1 + n} of", (1 + 4 * n, 4 + 4 * n)) for n in range(3)},
    **{40 + n: (f"H{1 + n}", (1 + 6 * n, 6 + 6 * n)) for n in range(2)},
}
"""Parts of a year that are written like a month: name, first and last month; above 12, those of the next year."""

HOW = "write 2025, 2025-03, 2025-03-31, 2025-34 (second quarter), 198X, XXXX-12-01 or 2025-10-15/.."
"""What an error says of text that is not a date."""

_HOW_IN_YEAR = (
    "write a month (01 to 12), season (21 to 24), quarter (33 to 36) or half (40, 41), such as {0}-12 or {0}-34"
)

Day = tuple[int, int, int]
"""Year, month and day; compares by time."""


class EdtfError(ValueError):
    """A text is not a date; the message says why, and how to write one."""


class Date(NamedTuple):
    """One date or a part of one; None is what is not given. `month` is a month, or a part of a year from 21 on."""

    year: str
    month: int | None = None
    day: int | None = None
    time: str = ""
    zone: str = ""
    qualifier: str = ""

    @property
    def earliest(self) -> Day | None:
        """The first possible day; None if the year is not given."""
        if self.year == "XXXX":
            return None
        return int(self.year.replace("X", "0")), self._months[0], self.day or 1

    @property
    def latest(self) -> Day | None:
        """The last possible day; None if the year is not given."""
        if self.year == "XXXX":
            return None
        years, month = divmod(self._months[1] - 1, 12)
        year, month = int(self.year.replace("X", "9")) + years, month + 1
        return year, month, self.day or calendar.monthrange(year, month)[1]

    @property
    def _months(self) -> tuple[int, int]:
        if self.month is None:
            return 1, 12
        return _PARTS[self.month][1] if self.month > 12 else (self.month, self.month)

    def words(self, short: bool = False, without_year: bool = False) -> str:
        """The date in words: 31 March 2025, Q2 2020; months in three letters where it is `short`."""
        month = ""
        if self.month:
            month = _PARTS[self.month][0] if self.month > 12 else MONTHS[self.month - 1][: 3 if short else None]
        year = self.year.replace("X", "0") + ("s" if "X" in self.year else "")
        if self.year == "XXXX" or (without_year and (month or self.day)):
            year = ""
        words = " ".join(part for part in (str(self.day or ""), month, year) if part) or "year not given"
        return ("~" if self.qualifier in ("~", "%") else "") + words + ("?" if self.qualifier in ("?", "%") else "")

    def __str__(self) -> str:
        return self.words()


class When(NamedTuple):
    """A date, or an interval of dates with an open side where `start` or `end` is None."""

    start: Date | None
    end: Date | None
    interval: bool = False

    @property
    def earliest(self) -> Day | None:
        """The first possible day; None if it is open or its year is not given."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> Day | None:
        """The last possible day; None if it is open or its year is not given."""
        return self.end.latest if self.end else None

    @property
    def extent(self) -> tuple[str | None, str | None]:
        """What two dates have in common if they are of the same time, however they are written.

        Their first and last days; of a side that has no year, what is given of it.
        """
        first, last = self.earliest or self.start, self.latest or self.end
        return str(first) if first else None, str(last) if last else None

    def overlaps(self, other: "When") -> bool:
        """Whether a day can be part of both; a side without a year is taken to be open."""
        begins, ends = (self.earliest, other.earliest), (self.latest, other.latest)
        return all(
            first is None or last is None or first <= last for first, last in zip(begins, reversed(ends), strict=True)
        )

    def touches_year(self, year: int) -> bool:
        """Whether a day of the year can be part of it; False for a date without a year."""
        earliest, latest = self.earliest, self.latest
        if earliest is None and latest is None:
            return False
        return (earliest or (year,))[0] <= year <= (latest or (year,))[0]

    @property
    def order(self) -> tuple[Day, Day]:
        """A sort key: by the first possible day, else the last; dates without any come last."""
        first = self.earliest or self.latest or (9999, 12, 31)
        return first, self.latest or first

    def words(self, short: bool = False, between: bool = False) -> str:
        """In words: 31 March 2025, September to November 2025, since 2013, until 2030.

        With `between`, an interval is not how long something lasts, but when it can be: between 5 and 9 May 2025, 2013
        or later. `short` is for narrow columns: Sep–Nov 2025, also where its days are known.
        """
        start, end = self.start, self.end
        if start is None or end is None:
            one = (start or end or Date("XXXX")).words(short)
            if between and short:
                return f"{'≥' if start else '≤'}{one}"
            if between:
                return f"{one} or {'later' if start else 'earlier'}"
            return f"{'since' if start else 'until'} {one}"
        last = end.words(short)
        if start == end:
            return last
        if short and between and (start.year, start.month) != (end.year, end.month):
            start, end = start._replace(day=None), end._replace(day=None)
            last = end.words(short)
        within = start.year == end.year and not start.qualifier
        first = start.words(short, without_year=within)
        if within and start.day and end.day and start.month == end.month:
            first = str(start.day)
        if short:
            return f"{first} – {last}" if " " in first else f"{first}–{last}"
        return f"between {first} and {last}" if between else f"{first} to {last}"

    def __str__(self) -> str:
        return self.words()


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> When:
    """Parses a date or an interval. Raises EdtfError if the text is neither."""
    start, slash, end = text.partition("/")
    if not slash:
        date = _date(start, text)
        return When(date, date)
    when = When(_side(start, text), _side(end, text), True)
    if when.start is None and when.end is None:
        raise EdtfError(f"“{text}” is open on both sides; leave it out")
    if when.earliest and when.latest and when.earliest > when.latest:
        raise EdtfError(f"“{text}” ends before it begins")
    return when


def _side(text: str, whole: str) -> Date | None:
    return None if text in ("", "..") else _date(text, whole)


def _date(text: str, whole: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise EdtfError(f"“{whole}” is not a date; {HOW}")
    month, day = (int(part) if part and part != "XX" else None for part in (match["month"], match["day"]))
    year = match["year"]
    if month in _PARTS and match["day"] is None:
        return Date(year, month, qualifier=match["qualifier"] or "")
    # Without a year, 29 February is possible.
    last = (
        calendar.monthrange(int(year) if year.isdigit() and int(year) else 2000, month)[1]
        if month and month <= 12
        else 31
    )
    if month is not None and not 1 <= month <= 12:
        raise EdtfError(f"“{whole}” is not a date: there is no month {month:02}; {_HOW_IN_YEAR.format(year)}")
    if day is not None and not 1 <= day <= last:
        name = " ".join([MONTHS[month - 1] if month else "a month of", *([year] if year != "XXXX" else [])])
        start = match[0][: len("2025-03")]
        write = f"{start}-{last:02} or {start if month else year}"
        raise EdtfError(f"“{whole}” is not a date: {name} has {last} days; write {write}")
    return Date(year, month, day, match["time"] or "", match["zone"] or "", match["qualifier"] or "")
