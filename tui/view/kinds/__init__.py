"""How each kind of record is presented, in a module of its own. All outputs start from `view_of`."""

from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.view.kinds.article import ArticleView
from tui.view.kinds.base import RecordView
from tui.view.kinds.claim import ClaimView
from tui.view.kinds.entity import EntityView
from tui.view.kinds.event import EventView
from tui.view.kinds.figure import FigureView
from tui.view.kinds.measure import MeasureView

_VIEWS: dict[type[Record], type[RecordView[Any]]] = {
    Article: ArticleView,
    Entity: EntityView,
    Figure: FigureView,
    Claim: ClaimView,
    Event: EventView,
    Measure: MeasureView,
}
"""The presentation of each kind of record."""


def view_of(record: Record, dossier: Dossier, *, brief: bool = False, occurrence: int = 0) -> RecordView[Any]:
    """The presentation of a record: in full, or briefly as seen from one of its occurrences in reading order."""
    return _VIEWS[type(record)](record, dossier, brief=brief, occurrence=occurrence)
