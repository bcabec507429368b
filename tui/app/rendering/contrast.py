"""The contrast of colours, as WCAG 2.2 defines it."""

from textual.color import Color

READABLE = 4.5
"""The lowest contrast that small text may have: success criterion 1.4.3."""


def contrast(first: Color, second: Color) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
