"""What is dated in a dossier, in order: events, deadlines and targets, and figures with a period."""

from dataclasses import dataclass

from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Event, Figure
from tui.text.safe import visible
from tui.view.page import event_date, short_date
from tui.view.value import value_text

HAPPENED, DUE, FIGURE = "●", "◇", "#"
"""What a line of the timeline is: a happening, a deadline or target, a dated figure."""


@dataclass(frozen=True)
class Dated:
    """One line: the record, its date as a narrow column shows it, its sign, and what it says."""

    record: Event | Figure
    date: str
    sign: str
    what: str


def timeline(dossier: Dossier, figures: bool = True) -> list[Dated]:
    """All that is dated, the earliest first; what is inferred is ordered by it and marked with ~."""
    dated: list[tuple[object, Dated]] = []
    for event in dossier.events.values():
        sign = HAPPENED if event.nature == "happened" else DUE
        entry = Dated(event, event_date(event), sign, visible(event.what))
        dated.append((order(dossier.date_of(event)), entry))
    for figure in dossier.figures.values() if figures else ():
        if figure.period:
            said = f" ({dossier.name_of(figure.claimant)})" if figure.claimant else ""
            what = f"{value_text(figure, dossier)} {figure.label}{said}"
            dated.append((order(figure.period), Dated(figure, short_date(figure.period), FIGURE, visible(what))))
    return [entry for _, entry in sorted(dated, key=lambda pair: pair[0])]  # type: ignore[arg-type, return-value]
