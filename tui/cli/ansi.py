"""Styled text with escape sequences for a terminal: the styles of the app in the sixteen basic colours."""

from collections.abc import Iterable

from tui.view.styled_text import StyledText

_SGR = {
    "heading": "1",
    "label": "2",
    "dim": "2",
    "match": "1;4",
    "number": "1",
    "event": "1",
    "article": "3",
    "warning": "33",
    "error": "31",
    "good": "32",
    "person": "34",
    "organization": "35",
    "place": "32",
    "site": "33",
    "matter": "36",
    "law": "31",
}
"""The parameters of the escape sequence (Select Graphic Rendition) for each style."""


def to_ansi(line: Iterable[StyledText]) -> str:
    """A line as text with escape sequences."""
    return "".join(
        f"\x1b[{_SGR[piece.style]}m{piece.text}\x1b[0m" if piece.style in _SGR else piece.text for piece in line
    )
