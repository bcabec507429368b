"""What the breadcrumb and the lines beside it say of a place and a dossier."""

from tui.app.model.place import ARTICLES, TEXT, Place
from tui.app.model.target import CompareTarget, FindTarget, HitsTarget, TimelineTarget
from tui.app.model.workspace import Workspace
from tui.dossier.dossier import Dossier
from tui.dossier.records import KINDS, Article, Measure
from tui.text.safe import visible
from tui.view.kinds import view_of
from tui.view.styled_text import Line, StyledText
from tui.view.wording import article_name, counted


def way(workspace: Workspace, place: Place, article: str | None) -> list[str]:
    """The way to a place in words: the kind of thing, and the thing. `article` is the one on screen, if any."""
    dossier = workspace.dossier
    record, current = dossier.get(place.record), workspace.occurrence_at(place)
    name = visible(dossier.name_of(place.record))
    match place.target:
        case CompareTarget():
            return ["compare", *([name] if name else [])]
        case TimelineTarget():
            return ["timeline"]
        case HitsTarget():
            return ["search", workspace.occurrences.label(place.target)]
        case FindTarget(found_in):
            return ["articles", article_name(found_in, dossier), workspace.occurrences.label(place.target)]
    if record and not isinstance(record, Article | Measure):
        plural = next(plural for plural, kind in KINDS.items() if kind == record.kind)
        return [plural, view_of(record, dossier).caption()]
    shown = current.article if current else record.id if isinstance(record, Article) else article
    return ["articles", article_name(shown, dossier)] if shown else []


def breadcrumb(workspace: Workspace, place: Place, article: str | None, previewing: bool) -> Line:
    """The way to what is shown, from the dossier on."""
    *parts, last = [visible(workspace.dossier.title), *way(workspace, place, article)]
    if previewing:
        last += " · preview"
    return [
        *(piece for part in parts for piece in (StyledText(part), StyledText(" › ", "dim"))),
        StyledText(last, "heading"),
    ]


def breadcrumb_actions(workspace: Workspace, place: Place, article: str | None) -> tuple[str, ...]:
    """For each part of the breadcrumb of a place, the action that goes there, as Textual parses it."""
    parts = way(workspace, place, article)
    match place.target:
        case HitsTarget(query):
            group = f"screen.search({query!r})"
        case _:
            group = f"screen.show_list({parts[0]!r})" if parts and parts[0] in KINDS else ""
    to_text = f"screen.focus_pane({TEXT!r})"
    return f"screen.focus_pane({ARTICLES!r})", *([group or to_text, *[to_text] * len(parts[1:])] if parts else [])


def screen_breadcrumb(dossier: Dossier, title: str) -> Line:
    """The way to a screen that opens over the main one."""
    return [StyledText(visible(dossier.title)), StyledText(" › ", "dim"), StyledText(title, "heading")]


def totals(dossier: Dossier) -> str:
    """How much a dossier holds."""
    articles, figures = counted(len(dossier.articles), "article"), counted(len(dossier.figures), "figure")
    return f"{articles}  {counted(len(dossier.entities), 'entity', 'entities')}  {figures}"
