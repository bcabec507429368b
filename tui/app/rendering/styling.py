"""The styles of highlights, and how overlapping styles are combined."""

from collections.abc import Iterable
from itertools import pairwise

from rich.style import Style

from tui.app.rendering.theme_styles import ThemeStyles
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.text.span import Span
from tui.view.styled_text import FAMILIES


def style_name(occurrence: Occurrence, dossier: Dossier) -> str:
    """The name of the style of a record's occurrence: a family of entities, `number` or `event`."""
    if occurrence.role == "mention":
        return FAMILIES[dossier.entities[occurrence.record].type]
    return "event" if occurrence.role == "date" else "number"


def style_of(name: str, theme_styles: ThemeStyles, quiet: bool = False) -> Style:
    """The style with a name, of `style_name` or of a part of the text; for a `quiet` record only its hue."""
    match name:
        case "event":
            return theme_styles.event
        case "artefact" | "credit" | "mark":
            return theme_styles.artefact
        case "link":
            return theme_styles.artefact + Style(underline=True)
    if name in theme_styles.families and not quiet:
        return theme_styles.families[name]
    return theme_styles.of(name)


def layered(row: Span, layers: Iterable[tuple[Span, Style]], ground: Style) -> list[tuple[Span, Style]]:
    """The spans of a row that have one style each. Layers are added to the ground, later ones on top."""
    here = [(span, style) for span, style in layers if span.overlaps(row)]
    cuts = sorted({row.start, row.end, *(cut for span, _ in here for cut in span if row.start < cut < row.end)})
    stretches = []
    for start, end in pairwise(cuts):
        style = ground
        for span, added in here:
            if span.start <= start and end <= span.end:
                style += added
        stretches.append((Span(start, end), style))
    return stretches
