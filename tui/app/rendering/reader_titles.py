"""The titles in the borders of a reader: its article, and the position in it."""

from tui.app.model.place import Place
from tui.app.model.shown import Shown
from tui.app.model.target import PositionTarget, WordsTarget
from tui.app.model.workspace import Workspace
from tui.app.rendering.viewport import Frame
from tui.dossier.dossier import Dossier
from tui.view.wording import article_date, article_name


def article_parts(article: str, dossier: Dossier) -> list[str]:
    """The name and date of an article."""
    return [article_name(article, dossier), article_date(dossier.articles[article], short=True)]


def position_parts(place: Place | None, article: str, shown: Shown, frame: Frame, workspace: Workspace) -> list[str]:
    """The position, in up to three parts such as `Tomtor 2 of 4`, `2 of 2 here` and `file line 11 of 13`."""
    document, current = frame.layout.document, shown.current
    line = document.line(current.span.start if current else frame.top_offset)
    parts = []
    target = place and place.occurrence_target
    # Of a single place, the line alone is given.
    single = isinstance(target, PositionTarget) or (isinstance(target, WordsTarget) and len(target.spans) == 1)
    if place and current and not single:
        label = workspace.occurrences.label(place.occurrence_target)
        found = workspace.occurrences.of(place.occurrence_target)
        here = [occurrence for occurrence in found if occurrence.article == article]
        arrow = ""
        if not frame.visible.overlaps(current.span):
            arrow = "↑ " if current.span.start < frame.top_offset else "↓ "
        # A number alone, such as a rank, is set off from the count that follows.
        number = any(map(str.isdecimal, label)) and not any(map(str.isspace, label))
        parts.append(f"{arrow}{label}{' · ' if number else ' '}{place.occurrence + 1} of {len(found)}")
        if 1 < len(here) < len(found):
            parts.append(f"{here.index(current) + 1} of {len(here)} here")
    elif place and place.record in workspace.dossier.entities:
        parts.append(f"{workspace.occurrences.label(place.target)}: not in the text")
    return [*parts, f"file line {line} of {len(document.line_starts)}"]
