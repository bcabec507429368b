"""The contrast of colours, as WCAG 2.2 defines it."""

from textual.color import Color

READABLE = 4.5
"""The lowest contrast that small text may have: success criterion 1.4.3."""


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def linear(color: Color) -> tuple[float, float, float]:
    """The red, green and blue of a colour as amounts of light, 0 to 1."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
    return red, green, blue


def _luminance(color: Color) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
