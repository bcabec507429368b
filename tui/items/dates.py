"""Finds printed dates, and gives them in EDTF."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.dates.edtf import EdtfError, parse
from tui.quantity.words import MONTHS
from tui.text.span import Span

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?|{month.upper()}" for month in MONTHS)
_DATE = re.compile(
    r"(?<![^\W_])(?:"
    rf"(?:(?P<first>{_MONTH})\.?\s+(?P<behind>[0-9]{{1,2}})|(?P<before>[0-9]{{1,2}})\.?\s+(?P<second>{_MONTH}))"
    r"(?:\.?,?\s+(?P<of>[0-9]{4}))?"
    rf"|(?P<month>{_MONTH})\.?\s+(?P<year>[0-9]{{4}}))(?![^\W_])"
)


class PrintedDate(NamedTuple):
    """A date in a text: its span, and its EDTF form."""

    span: Span
    date: str

    @property
    def whole(self) -> bool:
        """Whether day, month and year are printed."""
        return len(self.date) == len("2025-03-31") and not self.date.startswith("XXXX")


def dates_in(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    """The dates in a stretch of a text, except years alone and days that do not exist."""
    for match in _DATE.finditer(text, start, end):
        name = match["first"] or match["second"] or match["month"]
        month = next(i for i, each in enumerate(MONTHS, 1) if each.startswith(name[:3].capitalize()))
        day = match["behind"] or match["before"]
        date = f"{match['of'] or match['year'] or 'XXXX'}-{month:02}" + (f"-{int(day):02}" if day else "")
        try:
            parse(date)
        except EdtfError:
            continue
        yield PrintedDate(Span(*match.span()), date)
