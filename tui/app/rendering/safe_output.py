"""What is drawn, made fit for a terminal: whatever a widget shows and wherever it comes from."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.text.safe import visible


class Visible(LineFilter):
    """Nothing in a line may move the cursor, colour the screen or hide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(visible(text), style, control) for text, style, control in segments]
