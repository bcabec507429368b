"""The styles of highlights, derived from a theme. Text has a contrast of at least 4.5:1 on every background.

Each attribute has one meaning, so that the styles of overlapping spans can be added: bold for numbers, underline for
names, a background for other occurrences and hits, reverse for the current one. They also work without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tui.app.rendering.contrast import READABLE, contrast

BASE_HUES = {
    "person": "#4f9fe8",
    "organization": "#b48ce8",
    "place": "#4fb36a",
    "site": "#d98a3d",
    "matter": "#3fb5b0",
    "law": "#d977a8",
}


@dataclass(frozen=True)
class ThemeStyles:
    """The styles of a theme, which can be added to each other; by default those that do without colours."""

    ground: Style = Style.null()
    dim: Style = Style(dim=True)
    families: dict[str, Style] = field(default_factory=lambda: dict.fromkeys(BASE_HUES, Style(underline=True)))
    hues: dict[str, Style] = field(default_factory=lambda: dict.fromkeys(BASE_HUES, Style.null()))
    """The colours of families without other attributes, for background records and lists."""
    number: Style = Style(bold=True)
    event: Style = Style(bold=True, underline=True)
    artefact: Style = Style(dim=True)
    sentence: Style = Style.null()
    cursor: Style = Style(reverse=True)
    """The row under the cursor of the list with the focus."""
    sibling: Style = Style(bold=True, underline=True)
    hit: Style = Style(bold=True, underline=True)
    uncaptured: Style = Style(underline=True)
    current: Style = Style(reverse=True, bold=True)
    letter: Style = Style(reverse=True, bold=True, underline=True)
    """A label over the text that is typed to jump. The underline tells it from the current occurrence below it."""
    accent: Style = Style(bold=True)
    warning: Style = Style(bold=True)
    error: Style = Style(bold=True)
    selection: Style = Style(reverse=True)

    def of(self, style: str) -> Style:
        """The style with a name, as `StyledText` has it; none for an unknown name."""
        return self._by_meaning.get(style) or Style.null()

    @cached_property
    def _by_meaning(self) -> dict[str, Style]:
        return {
            **self.hues,
            "heading": Style(bold=True),
            "label": self.dim,
            "dim": self.dim,
            "match": self.hit,
            "number": self.number,
            "event": Style(bold=True),
            "article": Style(bold=True),
            "warning": self.warning,
            "error": self.error,
            "accent": self.accent,
        }


def theme_styles_for(theme: Theme, variables: dict[str, str], colour: bool) -> ThemeStyles:
    """The styles of a theme. ANSI themes, and all themes without `colour`, use attributes instead of colours."""
    if theme.ansi or not colour:
        return ThemeStyles()
    ground, foreground, primary, accent, warning, error = (
        Color.parse(variables[name]) for name in ("background", "foreground", "primary", "accent", "warning", "error")
    )
    tint = ground.blend(accent, 0.18)
    text = _readable(foreground, [ground, tint])
    dim = text.blend(ground, 0.4)
    hues = {family: _text(Color.parse(hue), ground, tint) for family, hue in BASE_HUES.items()}
    return ThemeStyles(
        ground=Style(color=text.rich_color, bgcolor=ground.rich_color),
        dim=_text(dim, ground),
        families={family: hue + Style(underline=True) for family, hue in hues.items()},
        hues=hues,
        artefact=_text(dim, ground, tint),
        sentence=Style(bgcolor=tint.rich_color),
        cursor=Style(bgcolor=tint.rich_color),
        sibling=_block(tint) + Style(bold=True, underline=True),
        hit=_block(ground.blend(warning, 0.35)) + Style(bold=True, underline=True),
        uncaptured=_text(warning, ground, tint) + Style(underline=True),
        current=_block(accent) + Style(bold=True),
        letter=Style(color=ground.rich_color, bgcolor=text.rich_color, bold=True),
        accent=_text(accent, ground, tint) + Style(bold=True),
        warning=_text(warning, ground),
        error=_text(error, ground),
        selection=_block(primary),
    )


def _text(hue: Color, *grounds: Color) -> Style:
    """Text of a hue that can be read on every background."""
    return Style(color=_readable(hue, grounds).rich_color)


def _block(color: Color) -> Style:
    """A background, and text on it."""
    return Style(color=_black_or_white(color).rich_color, bgcolor=color.rich_color)


def _readable(hue: Color, grounds: Sequence[Color]) -> Color:
    """A colour mixed with white or black, in steps of 5%, until its contrast is high enough on every background."""
    end = _black_or_white(grounds[0])
    for step in range(21):
        mixed = hue.blend(end, step / 20)
        if min(contrast(mixed, ground) for ground in grounds) >= READABLE:
            return mixed
    return end


def _black_or_white(ground: Color) -> Color:
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    return black if contrast(black, ground) >= contrast(white, ground) else white
