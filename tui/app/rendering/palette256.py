"""Shows the colours of a theme in a terminal that has 256 of them.

Rich would round each channel by itself, which turns brown into dark red and light yellow into khaki, and may make text
hard to read.
"""

from functools import lru_cache
from math import hypot

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.app.rendering.contrast import READABLE, contrast, linear

PALETTE = {number: Color.from_rich_color(RichColor.from_ansi(number)) for number in range(16, 256)}
"""The colours by their numbers. The first 16 are left out: every user has others."""

DISTINCT = 1.08
"""The lowest contrast of two backgrounds that are not the same colour in the theme."""

HUE, COLOURFULNESS, LIGHTNESS = 3, 1.5, 0.3
"""How much differences count: hue tells colours apart, while lightness gives way to contrast."""

GREY = 0.02
"""A colour that is less colourful is a grey."""

VIVID = 0.35
"""How much it counts that text is more colourful than in the theme, beside less colourful."""


class Palette256(LineFilter):
    """Replaces each colour by the nearest of the 256, among those that keep the contrast of text."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and in_palette(style, background), control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def in_palette(style: Style, ground: Color) -> Style:
    """A style in colours of the palette. `ground` is the background of the widget around it."""
    background = _color(style.bgcolor) or ground
    number = _background(background, ground)
    found = Style.null()
    if _color(style.bgcolor):
        found += Style(bgcolor=RichColor.from_ansi(number))
    if text := _color(style.color):
        found += Style(color=RichColor.from_ansi(_text(text, background, number)))
    return style + found


def _color(color: RichColor | None) -> Color | None:
    """A colour that the palette replaces: not one of the terminal's own."""
    if color is None or color.type is not ColorType.TRUECOLOR or color.triplet is None:
        return None
    return Color(*color.triplet)


@lru_cache(maxsize=1024)
def _background(color: Color, ground: Color) -> int:
    """The nearest background; where it is not that of the widget, one that differs visibly from it."""
    if color.rgb == ground.rgb:
        return _nearest(color, [*PALETTE])
    around = PALETTE[_background(ground, ground)]
    wanted = min(contrast(color, ground), DISTINCT)
    return _nearest(color, [each for each, other in PALETTE.items() if contrast(other, around) >= wanted])


@lru_cache(maxsize=4096)
def _text(color: Color, background: Color, number: int) -> int:
    """The nearest colour of text that can be read on a background as well as in the theme, up to what is wanted."""
    shown = PALETTE[number]
    wanted = min(contrast(color, background), READABLE)
    found = [each for each, other in PALETTE.items() if contrast(other, shown) >= wanted]
    return (
        _nearest(color, found, vivid=True) if found else max(PALETTE, key=lambda each: contrast(PALETTE[each], shown))
    )


def _nearest(color: Color, among: list[int], vivid: bool = False) -> int:
    """The nearest of some colours; with `vivid`, one may be more colourful than the one that it replaces.

    Grey stays grey.
    """
    lightness, a, b = _perceived(color)
    colourfulness = hypot(a, b)
    if colourfulness < GREY:
        among = [number for number in among if hypot(*_perceived(PALETTE[number])[1:]) < GREY] or among

    def distance(number: int) -> float:
        other, other_a, other_b = _perceived(PALETTE[number])
        gain = hypot(other_a, other_b) - colourfulness
        hue = max((a - other_a) ** 2 + (b - other_b) ** 2 - gain**2, 0)
        gain *= VIVID if vivid and gain > 0 else 1
        return LIGHTNESS * (lightness - other) ** 2 + COLOURFULNESS * gain**2 + HUE * hue

    return min(among, key=distance)


@lru_cache(maxsize=4096)
def _perceived(color: Color) -> tuple[float, float, float]:
    """A colour in Oklab, where distances are as they are seen: lightness, and two axes of hue."""
    r, g, b = linear(color)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )
