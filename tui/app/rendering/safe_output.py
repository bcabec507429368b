"""Makes all output safe for a terminal, whichever widget it comes from."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.text.safe import visible


class Visible(LineFilter):
    """Replaces control characters and other invisible ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(visible(text), style, control) for text, style, control in segments]
