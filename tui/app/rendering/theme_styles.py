"""The styles of highlights, derived from a theme. Text has a contrast of at least 4.5:1 on every background.

Each attribute has one meaning, so that the styles of overlapping spans can be added: bold for numbers, underline for
names, a background for other occurrences and hits, reverse for the current one. They also work without colour.
"""

from dataclasses import dataclass
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
    """The styles of a theme, which can be added to each other."""

    ground: Style
    dim: Style
    families: dict[str, Style]
    hues: dict[str, Style]
    """The colours of families without other attributes, for background records and lists."""
    number: Style
    event: Style
    artefact: Style
    sentence: Style
    cursor: Style
    """The row under the cursor of the list with the focus."""
    sibling: Style
    hit: Style
    uncaptured: Style
    current: Style
    letter: Style
    """A label over the text that is typed to jump."""
    accent: Style
    warning: Style
    error: Style
    selection: Style

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
        return _plain_styles()
    ground = Color.parse(variables["background"])
    accent = Color.parse(variables["accent"])
    warning = Color.parse(variables["warning"])
    error = Color.parse(variables["error"])
    tint = ground.blend(accent, 0.18)
    hit = ground.blend(warning, 0.35)
    text = _readable(Color.parse(variables["foreground"]), [ground, tint])
    hues = {
        family: Style(color=_rich(_readable(Color.parse(hue), [ground, tint]))) for family, hue in BASE_HUES.items()
    }
    on_tint = Style(color=_rich(_black_or_white(tint)), bgcolor=_rich(tint))
    return ThemeStyles(
        ground=Style(color=_rich(text), bgcolor=_rich(ground)),
        dim=Style(color=_rich(_readable(text.blend(ground, 0.4), [ground]))),
        families={family: hue + Style(underline=True) for family, hue in hues.items()},
        hues=hues,
        number=Style(bold=True),
        event=Style(bold=True, underline=True),
        artefact=Style(color=_rich(_readable(text.blend(ground, 0.4), [ground, tint]))),
        sentence=Style(bgcolor=_rich(tint)),
        cursor=Style(bgcolor=_rich(tint)),
        sibling=on_tint + Style(bold=True, underline=True),
        hit=Style(color=_rich(_black_or_white(hit)), bgcolor=_rich(hit), bold=True, underline=True),
        uncaptured=Style(color=_rich(_readable(warning, [ground, tint])), underline=True),
        current=Style(color=_rich(_black_or_white(accent)), bgcolor=_rich(accent), bold=True),
        letter=Style(color=_rich(ground), bgcolor=_rich(text), bold=True),
        accent=Style(color=_rich(_readable(accent, [ground, tint])), bold=True),
        warning=Style(color=_rich(_readable(warning, [ground]))),
        error=Style(color=_rich(_readable(error, [ground]))),
        selection=Style(
            color=_rich(_black_or_white(Color.parse(variables["primary"]))),
            bgcolor=_rich(Color.parse(variables["primary"])),
        ),
    )


def _plain_styles() -> ThemeStyles:
    underline = Style(underline=True)
    return ThemeStyles(
        ground=Style.null(),
        dim=Style(dim=True),
        families=dict.fromkeys(BASE_HUES, underline),
        hues=dict.fromkeys(BASE_HUES, Style.null()),
        number=Style(bold=True),
        event=Style(bold=True, underline=True),
        artefact=Style(dim=True),
        sentence=Style.null(),
        cursor=Style(reverse=True),
        sibling=Style(bold=True, underline=True),
        hit=Style(bold=True, underline=True),
        uncaptured=Style(underline=True),
        current=Style(reverse=True, bold=True),
        # The underline distinguishes it from the current occurrence, which may be below it.
        letter=Style(reverse=True, bold=True, underline=True),
        accent=Style(bold=True),
        warning=Style(bold=True),
        error=Style(bold=True),
        selection=Style(reverse=True),
    )


def _readable(hue: Color, grounds: list[Color]) -> Color:
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


def _rich(color: Color) -> str:
    return f"#{color.r:02x}{color.g:02x}{color.b:02x}"
