"""What is done to all lines before they are drawn, whichever widget they come from."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.app.rendering.direction import LEFT_TO_RIGHT
from tui.text.safe import visible


class Visible(LineFilter):
    """Replaces control characters and other invisible ones, so that no output can harm the terminal.

    Marks of direction stay: lines behind another screen have those of `Isolated` when they are filtered again.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(_visible(text), style, control) for text, style, control in segments]


def _visible(text: str) -> str:
    if LEFT_TO_RIGHT not in text:
        return visible(text)
    return LEFT_TO_RIGHT.join(map(visible, text.split(LEFT_TO_RIGHT)))


class Filters(LineFilter):
    """Applies some filters in turn. Textual keeps the result of each of its filters: this is one, to keep one only."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        for each in self.filters:
            segments = each.apply(segments, background)
        return segments
