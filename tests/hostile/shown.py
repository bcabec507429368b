"""All that the app would show of a dossier, without the app: its lists, Details, texts, comparisons and timeline."""

from collections.abc import Iterable, Iterator

from tui.app.model.place import Place
from tui.app.model.target import RecordTarget, UncapturedTarget
from tui.app.model.workspace import Workspace
from tui.app.rendering.breadcrumb import breadcrumb, totals
from tui.app.rendering.details import DetailsLayout
from tui.app.rendering.layout import Layout, RowPosition
from tui.app.rendering.listing import ORDERS, Listing
from tui.app.rendering.rows import Row
from tui.app.screens.compare import comparisons
from tui.dossier.dossier import Dossier
from tui.text.safe import readable, visible
from tui.view.comparison import verdict_lines
from tui.view.plot import plot
from tui.view.styled_text import Line, plain
from tui.view.timeline import timeline


def everything(dossier: Dossier, width: int) -> Iterator[str]:
    """The texts of what the app shows at a width."""
    workspace = Workspace(dossier)
    yield totals(dossier)
    for pane, orders in ORDERS.items():
        listing = Listing(pane, dossier)
        for order in orders:
            yield order.name
            yield from _rows(listing.rows(order))
    details = DetailsLayout(dossier, workspace.occurrences, width)
    for record in dossier.records:
        place = Place(RecordTarget(record.id))
        yield plain(breadcrumb(workspace, place, next(iter(dossier.articles), None), previewing=True))
        yield from _rows(details.rows(place))
        yield from _comparisons(workspace, place, width)
    for article, document in dossier.documents.items():
        layout = Layout(document, width)
        yield from (readable(document[row]) for _, row in layout.window(RowPosition(0, 0), 2 * len(document.text) + 2))
        workspace.highlights.steps(article)
        workspace.occurrences.of(UncapturedTarget(article))
    yield from (f"{dated.date} {dated.what}" for dated in timeline(dossier))
    yield from (visible(problem.message) for problem in dossier.problems)


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield plain(row.left)
        yield plain(row.right)


def _comparisons(workspace: Workspace, place: Place, width: int) -> Iterator[str]:
    for group in comparisons(workspace, place):
        drawn = plot(group, workspace.dossier, width)
        lines: list[Line] = [drawn.numbers, *map(drawn.line, drawn.figures), *verdict_lines(group, workspace.dossier)]
        yield from map(plain, lines)
