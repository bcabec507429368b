"""How a row of the text looks: the style of each highlight, and styles laid over each other."""

from collections.abc import Iterable
from itertools import pairwise

from rich.style import Style

from tui.app.model.highlights import Highlight
from tui.app.rendering.theme_styles import ThemeStyles
from tui.text.span import Span


def style_of(highlight: Highlight, theme_styles: ThemeStyles, quiet: bool) -> Style:
    """The style of a highlight; of a `quiet` record, the hue alone."""
    match highlight.style:
        case "number":
            return theme_styles.number
        case "event":
            return theme_styles.event
        case "artefact" | "credit":
            return theme_styles.artefact
        case "heading":
            return theme_styles.of("heading")
        case "link":
            return theme_styles.artefact + Style(underline=True)
    return (theme_styles.hues if quiet else theme_styles.families)[highlight.style]


def layered(row: Span, layers: Iterable[tuple[Span, Style]], ground: Style) -> list[tuple[Span, Style]]:
    """The stretches of a row that look alike, with their styles: layers added to the ground, the last on top."""
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
