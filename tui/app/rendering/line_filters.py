"""What is done to all lines before they are drawn, whichever widget they come from."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.text.safe import visible


class Visible(LineFilter):
    """Replaces control characters and other invisible ones, so that no output can harm the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(visible(text), style, control) for text, style, control in segments]


class Filters(LineFilter):
    """Applies some filters in turn. Textual keeps the result of each of its filters: this is one, to keep one only."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        for each in self.filters:
            segments = each.apply(segments, background)
        return segments
