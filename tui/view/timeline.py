"""What is dated in a dossier, in order: events, deadlines and targets, and figures with a period."""

from dataclasses import dataclass, field

from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Event, Figure
from tui.text.safe import visible
from tui.view.value import value_text
from tui.view.wording import event_date, short_date

HAPPENED, DUE, FIGURE = "●", "◇", "#"
"""What a line of the timeline is: a happening, a deadline or target, a dated figure."""


@dataclass(frozen=True)
class Dated:
    """One line of the timeline. Its words are made when they are asked for: there may be many lines."""

    record: Event | Figure
    dossier: Dossier = field(repr=False, compare=False)

    @property
    def date(self) -> str:
        """The record's date as a narrow column shows it."""
        return short_date(self.record.period) if isinstance(self.record, Figure) else event_date(self.record)

    @property
    def sign(self) -> str:
        """What kind of line it is."""
        if isinstance(self.record, Figure):
            return FIGURE
        return HAPPENED if self.record.nature == "happened" else DUE

    @property
    def what(self) -> str:
        """What it says."""
        if isinstance(self.record, Event):
            return visible(self.record.what)
        said = f" ({self.dossier.name_of(self.record.claimant)})" if self.record.claimant else ""
        return visible(f"{value_text(self.record, self.dossier)} {self.record.label}{said}")


def timeline(dossier: Dossier, figures: bool = True) -> list[Dated]:
    """All that is dated, the earliest first; what is inferred is ordered by it and marked with ~."""
    records: list[Event | Figure] = [*dossier.events.values()]
    if figures:
        records += (figure for figure in dossier.figures.values() if figure.period)
    records.sort(key=lambda record: order(record.sorting_date))
    return [Dated(record, dossier) for record in records]
