"""The dated records of a dossier in order of time: events, and figures with a period."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Event, Figure
from tui.text.safe import visible
from tui.view.kinds import view_of
from tui.view.wording import event_date, period_text

HAPPENED, DUE, FIGURE = "●", "◇", "#"
"""The signs of what has happened, of a deadline or target, and of a dated figure."""


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """A dated record. Its words are composed on access: a timeline can have thousands of entries."""

    record: Event | Figure
    dossier: Dossier = field(repr=False, compare=False)

    @property
    def date(self) -> str:
        """The record's date for a narrow column."""
        if isinstance(self.record, Figure):
            return period_text(self.record, short=True)
        return event_date(self.record)

    @property
    def sign(self) -> str:
        """The sign of what the record is."""
        if isinstance(self.record, Figure):
            return FIGURE
        return HAPPENED if self.record.nature == "happened" else DUE

    @property
    def what(self) -> str:
        """What happens, or the figure with its claimant."""
        caption = view_of(self.record, self.dossier).caption()
        claimant = self.record.claimant if isinstance(self.record, Figure) else None
        return f"{caption} ({visible(self.dossier.name_of(claimant))})" if claimant else caption


def timeline(dossier: Dossier, *, figures: bool = True, minor: bool = False) -> list[TimelineEntry]:
    """The events, and with `figures` the dated figures, by the first day that their dates can mean.

    An inferred date decides before a printed one. Records without a year come last, in the catalog's order.
    Minor events are left out, unless `minor` is set.
    """
    records: list[Event | Figure] = [event for event in dossier.events.values() if minor or not event.minor]
    if figures:
        records += (figure for figure in dossier.figures.values() if figure.sorting_date)
    records.sort(key=lambda record: order(record.sorting_date))
    return [TimelineEntry(record=record, dossier=dossier) for record in records]


def begun(entries: Sequence[TimelineEntry], day: date) -> int:
    """How many entries of a timeline have begun by the end of a day, as far as their dates tell."""
    last = (day.year, day.month, day.day)
    return bisect_right(entries, last, key=lambda entry: order(entry.record.sorting_date)[0])
