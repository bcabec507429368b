"""Dates as the Extended Date/Time Format (ISO 8601-2) writes them, as far as a catalog needs it.

2025    2025-03    2025-03-31    2025-03-19T09:48    XXXX-12-01 (year not given)    2025-10~ (approximate)
2025-10-15/2025-12-01    2025-10-15/..    ../2030
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from tui.quantity.words import MONTHS

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}))?)?)?(?P<qualifier>[?~%])?",
    re.ASCII,
)

Day = tuple[int, int, int]
"""Year, month and day; compares by time."""


class EdtfError(ValueError):
    """A text is not a date; the message says why, and how to write one."""


@dataclass(frozen=True)
class Date:
    """One date or a part of one; None is what is not given."""

    year: str
    month: int | None = None
    day: int | None = None
    time: str = ""
    qualifier: str = ""

    @property
    def earliest(self) -> Day | None:
        """The first possible day; None if the year is not given."""
        if self.year == "XXXX":
            return None
        return int(self.year.replace("X", "0")), self.month or 1, self.day or 1

    @property
    def latest(self) -> Day | None:
        """The last possible day; None if the year is not given."""
        if self.year == "XXXX":
            return None
        year, month = int(self.year.replace("X", "9")), self.month or 12
        return year, month, self.day or calendar.monthrange(year, month)[1]

    def __str__(self) -> str:
        month = MONTHS[self.month - 1] if self.month else ""
        year = "" if self.year == "XXXX" else self.year.replace("X", "0") + ("s" if "X" in self.year else "")
        words = " ".join(part for part in (str(self.day or ""), month, year) if part)
        return ("~" if self.qualifier else "") + (words or "year not given")


@dataclass(frozen=True)
class When:
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

    def __str__(self) -> str:
        if not self.interval:
            return str(self.start)
        if self.start and self.end:
            return f"{self.start} to {self.end}"
        return f"from {self.start}" if self.start else f"until {self.end}"


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
        raise EdtfError(f"“{whole}” is no date; write 2025, 2025-03, 2025-03-31, XXXX-12-01 or 2025-10-15/..")
    month, day = (int(part) if part and part != "XX" else None for part in (match["month"], match["day"]))
    year = match["year"]
    # Without a year, 29 February is possible.
    last = (
        calendar.monthrange(int(year) if year.isdigit() and int(year) else 2000, month)[1]
        if month and month <= 12
        else 31
    )
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= last):
        raise EdtfError(f"“{whole}” is no day of the calendar")
    return Date(year, month, day, match["time"] or "", match["qualifier"] or "")
