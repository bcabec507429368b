"""What the reader shows of a place: an article, its current occurrence, and the others of the same record."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.app.model.place import Place
from tui.app.model.target import FindTarget, HitsTarget
from tui.app.model.workspace import Workspace
from tui.dossier.occurrence import Occurrence
from tui.text.sorted_spans import Ordered
from tui.text.span import Span

_EMPTY = Span(0, 0)


@dataclass(frozen=True, kw_only=True, eq=False)
class Shown:
    """The occurrences of one record, or of a query's hits, in one article."""

    current: Occurrence | None = None
    context: Span = _EMPTY
    """The sentences around the current occurrence."""
    others: Ordered = field(default_factory=Ordered)
    """The words of the other occurrences."""
    is_search: bool = False
    """Whether they are the hits of a query, or of words that are found in the article."""

    @property
    def marked(self) -> list[Span]:
        """The words of all occurrences, the current one first."""
        return [*([self.current.span] if self.current else []), *self.others]


def article_of(place: Place, workspace: Workspace, present: str | None) -> str | None:
    """The article that a place without an occurrence shows; `present` is the one shown so far."""
    articles = workspace.dossier.articles
    candidates: Iterable[str | None] = (place.record, place.article, present, *workspace.dossier.article_order)
    return next((article for article in candidates if article in articles), None)


def shown_in(article: str, place: Place, workspace: Workspace) -> Shown:
    """What is shown of a place in an article."""
    current = workspace.occurrence_at(place)
    here = (each for each in workspace.occurrences.of(place.occurrence_target) if each.article == article)
    spans = {span for each in here for span in (each.span, *each.also)}
    if current:
        spans.discard(current.span)
    return Shown(
        current=current,
        context=workspace.dossier.context_of(current) if current else _EMPTY,
        others=Ordered(spans),
        is_search=isinstance(place.target, HitsTarget | FindTarget),
    )
