"""When a draft says that something was: printed years and dates, and years that are relative to another one."""

import re
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter

from tui.dates import edtf
from tui.text.lazy_pattern import in_any_case
from tui.text.sorted_spans import starting_in, whether_inside
from tui.text.span import Span
from tui.verify.draft import Draft

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OF_YEARS = in_any_case(r"year|jahr|(?<![^\W_])an(?:née|s)?(?![^\W_])|año|anno|(?<![^\W_])ano|jaar|год|рік")
_ONE_YEAR = in_any_case(r"year(?!s)|jahr(?!en?(?![^\W_]))|année|(?:an|año|anno|ano|jaar)(?![^\W_])")
_FROM_ANOTHER = {
    1: r"later|after|following|später|danach|suivante|plus\s+tard|après|siguiente|después|tarde|dopo|seguinte|depois",
    0: r"same|gleichen|même|mismo|stesso|mesmo|zelfde",
    -1: r"before|earlier\Z|previous|prior|davor|zuvor|früher|vorjahr|précédente|tôt|avant|auparavant|antes|anterior"
    r"|prima|precedente|eerder|daarvoor",
}
_THAN = in_any_case(r"(?<![^\W_])(?:than|als|que|dan|che|чем|ніж)\s+(?:[^\W\d_]{1,4}\s+){0,2}\Z")
_UP_FROM = in_any_case(
    r"(?<![^\W_])(?:from|over|on|against|gegenüber|contre|par\s+rapport\s+à)\s+(?:[^\W\d_]{1,4}\s+)?\Z"
)
_THAN_WITHIN = 20

_BY = [(in_any_case(words), by) for by, words in _FROM_ANOTHER.items()]


class Periods:
    """The dates of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def within(self, stretch: Span) -> list[str]:
        """The dates in a stretch (EDTF); “a year later” is the year after the one before it."""
        return [date for _, date in self._in(stretch) if date]

    def vague(self, stretch: Span) -> str | None:
        """Words in a stretch that give a year, but not which: last year."""
        return next((self._draft.text[slice(*span)] for span, date in self._in(stretch) if not date), None)

    def _in(self, stretch: Span) -> Iterator[tuple[Span, str | None]]:
        for span, date in starting_in(self._dates, stretch, itemgetter(0)):
            # “More than in the year before” and “up from the year before” compare with another year.
            before = self._draft.text[max(span.start - _THAN_WITHIN, stretch.start) : span.start]
            is_told = not any(map(str.isdecimal, self._draft.text[slice(*span)]))
            if not (_THAN.search(before) or (is_told and _UP_FROM.search(before))):
                yield span, date

    @cached_property
    def _dates(self) -> list[tuple[Span, str | None]]:
        text = self._draft.text
        exact = [(item.span, item.date) for item in self._draft.dates if item.year is not None]
        # 1,500 tons are not a year, also where no mark groups their digits.
        with_unit = (item.span for item in self._draft.numbers if item.unit is not None)
        is_inside = whether_inside([*(span for span, _ in exact), *with_unit])
        years = [(Span(*each.span()), each[0]) for each in _YEAR.finditer(text)]
        told = [(span, None) for span in self._draft.relative_dates if _OF_YEARS.search(text[slice(*span)])]
        found: list[tuple[Span, str | None]] = []
        year = None
        for span, date in sorted([*exact, *(each for each in years if not is_inside(each[0])), *told]):
            date = date or (_told_from(year, text[slice(*span)]) if year else None)
            year = int(date[:4]) if date else None
            found.append((span, date))
        return found


def _told_from(year: int, words: str) -> str | None:
    """The year that words tell from another one; None if they do not."""
    if not _ONE_YEAR.search(words):
        return None
    return next((str(year + by) for pattern, by in _BY if pattern.search(words)), None)


def deviation(period: str, dates: list[str]) -> str | None:
    """How the dates of a draft deviate from a figure’s period (EDTF); None if one of them touches it."""
    when = _compared(period)
    if not dates or any(when.overlaps(edtf.parse(date)) for date in dates):
        return None
    ours = ", ".join(str(edtf.parse(date)) for date in sorted(set(dates)))
    return f"the draft dates it to {ours}, the source to {when}"


def is_finer(period: str, dates: list[str]) -> bool:
    """Whether the dates of a draft that touch a figure’s period (EDTF) are months or days that may be parts of it."""
    when = _compared(period)
    touching = [date for date in dates if when.overlaps(edtf.parse(date))]
    return bool(touching) and all(not date.isdecimal() and not _covers(edtf.parse(date), when) for date in touching)


def _covers(outer: edtf.When, inner: edtf.When) -> bool:
    if inner.earliest is None or inner.latest is None or outer.earliest is None or outer.latest is None:
        return True
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _compared(period: str) -> edtf.When:
    """A period; of one that lasts until a date, the date."""
    when = edtf.parse(period)
    return edtf.parse(period.rpartition("/")[2]) if when.earliest is None else when
