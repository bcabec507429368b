"""The themes that lode offers: those of Textual, a light one with a white page, and what few colours can show."""

from dataclasses import replace
from functools import cache

from rich.console import Console
from textual.constants import COLOR_SYSTEM
from textual.theme import BUILTIN_THEMES, Theme

FULL_COLOR = 1 << 24
"""The number of colours where a terminal can show any."""

FEW_COLORS = "ansi-dark"
"""The theme for 16 colours and for none. It leaves both the background and the text to the terminal."""

# Textual's own has a grey page, on which every colour is dull, and lines in an orange that hardly shows on white.
LIGHT = replace(
    BUILTIN_THEMES["textual-light"],
    background="#fdfdfb",
    surface="#f2f1ed",
    panel="#e8e7e2",
    accent="#c25e00",
    warning="#e08a00",
)


def detected_colors() -> int:
    """How many colours the terminal shows, as far as its environment tells: 16, 256 or FULL_COLOR."""
    system = Console(color_system=COLOR_SYSTEM, force_terminal=True).color_system  # type: ignore[arg-type]
    return {"truecolor": FULL_COLOR, "256": 256}.get(system or "", 16)


@cache
def themes(colors: int = FULL_COLOR) -> dict[str, Theme]:
    """The themes for a number of colours, by name. With 16, the user's own colours may be any: a theme needs more.

    Textual asks for the theme with each row that it draws.
    """
    offered = {**BUILTIN_THEMES, LIGHT.name: LIGHT}
    return {name: theme for name, theme in offered.items() if theme.ansi or colors > 16}
