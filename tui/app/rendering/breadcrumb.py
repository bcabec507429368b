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
    """The way to what is shown, from the dossier on; a click on a part goes there."""
    names, to_text = way(workspace, place, article), f"screen.focus_pane({TEXT!r})"
    links = [to_text] * len(names)
    if isinstance(place.target, HitsTarget):
        links[0] = f"screen.search({place.target.query!r})"
    elif names and names[0] in KINDS:
        links[0] = f"screen.show_list({names[0]!r})"
    return _breadcrumb(
        [visible(workspace.dossier.title), *names],
        [f"screen.focus_pane({ARTICLES!r})", *links],
        " · preview" if previewing else "",
    )


def screen_breadcrumb(dossier: Dossier, title: str, leave: str) -> Line:
    """The way to a screen that opens over the main one; a click on the dossier runs the action that leaves it."""
    return _breadcrumb([visible(dossier.title), title], [leave, ""])


def _breadcrumb(names: list[str], links: list[str], remark: str = "") -> Line:
    """Names with signs between them, of which the last stands out and has a remark after it."""
    line: Line = []
    for name, link in zip(names[:-1], links, strict=False):
        line += [StyledText(name, link=link), StyledText(" › ", "dim")]
    return [*line, StyledText(names[-1] + remark, "heading", links[-1])]


def totals(dossier: Dossier) -> str:
    """How much a dossier holds."""
    articles, figures = counted(len(dossier.articles), "article"), counted(len(dossier.figures), "figure")
    return f"{articles}  {counted(len(dossier.entities), 'entity', 'entities')}  {figures}"
