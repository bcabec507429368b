"""The one-line widgets: breadcrumb above, tabs where panes do not fit side by side, keys or a message below."""

from collections.abc import Container, Iterable
from itertools import chain

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.app.commands.actions import JUMP, NARROW, SEARCH, action_keys
from tui.app.rendering.theme_styles import ThemeStyles
from tui.text.safe import visible
from tui.view.styled_text import Line, StyledText
from tui.view.wrap import cells

BOTH = 100
"""Columns that a message and a hint beside it need."""

MESSAGE_SECONDS = 4.0
"""How long a message stands, unless a key comes first."""


class Bar(Widget):
    """One line of pieces at the left, and at the right pieces that are never cut."""

    ALLOW_SELECT = False

    theme_styles: reactive[ThemeStyles | None] = reactive(None)
    left: reactive[tuple[StyledText, ...]] = reactive(())
    right: reactive[tuple[StyledText, ...]] = reactive(())

    def render_line(self, y: int) -> Strip:
        width, theme_styles = self.size.width, self.theme_styles
        if theme_styles is None:
            return Strip.blank(width)
        right = _segments(self._ending(), theme_styles)
        room = max(width - 1 - sum(segment.cell_length for segment in right) - 1, 0)
        left = Strip([Segment(" ", theme_styles.ground), *_segments(self._fitting(room - 1), theme_styles)])
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(room - 1, 0)), Segment("…", theme_styles.ground + theme_styles.dim)])
        return Strip(
            [
                *left.adjust_cell_length(room, theme_styles.ground),
                Segment(" ", theme_styles.ground),
                *right,
                Segment(" ", theme_styles.ground),
            ]
        )

    def _fitting(self, room: int) -> Line:
        """The pieces at the left; what is still too long is cut."""
        return [*self.left]

    def _ending(self) -> Line:
        """The pieces at the right."""
        return [*self.right]


def _segments(line: Line, theme_styles: ThemeStyles) -> list[Segment]:
    return [Segment(piece.text, theme_styles.ground + theme_styles.of(piece.style)) for piece in line]


class Breadcrumb(Bar):
    """Where one is, and at the right, on every screen, what is wrong with the files."""

    alert: reactive[str] = reactive("")

    def _ending(self) -> Line:
        return [*self.right, StyledText(self.alert, "warning")]


class Tabs(Bar):
    """The panes' names, the focused one in brackets; a click focuses."""

    names: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Pane and label."""
    active: reactive[str] = reactive("")

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def _labels(self) -> list[tuple[str, str]]:
        labels = [(pane, f"[{label}]" if pane == self.active else f" {label} ") for pane, label in self.names]
        if sum(cell_len(label) + 1 for _, label in labels) < self.size.width:
            return labels
        # Where the names do not all fit, the others' numbers have to do.
        return [(pane, label if pane == self.active else f" {label.split()[0]} ") for pane, label in labels]

    def render_line(self, y: int) -> Strip:
        theme_styles = self.theme_styles
        if theme_styles is None:
            return Strip.blank(self.size.width)
        segments = [Segment(" ", theme_styles.ground)]
        for pane, label in self._labels():
            style = theme_styles.accent if pane == self.active else Style.null()
            segments.append(Segment(label + " ", theme_styles.ground + style))
        return Strip(segments).adjust_cell_length(self.size.width, theme_styles.ground)

    def on_click(self, event: events.Click) -> None:
        x = 1
        for pane, label in self._labels():
            x += cell_len(label) + 1
            if event.x < x:
                self.post_message(self.Chosen(pane))
                return


class Keys(Bar):
    """What can be done here and now, or a message; the right end always says how to leave, to get help and to quit."""

    _hints: tuple[StyledText, ...] = ()
    _out: tuple[StyledText, ...] = ()
    """How to leave, to get help and to quit."""
    _said: Timer | None = None
    """Until when a message stands, if one does."""

    def _fitting(self, room: int) -> Line:
        # A hint that does not fit is left out whole: help has them all.
        fitting = [*self.left]
        while fitting and self.left == self._hints and cells(fitting) > room:
            del fitting[-2:]
        return fitting

    def offer(
        self, where: str, leave: str, hints: Iterable[tuple[str, str]] | None = None, without: Container[str] = ()
    ) -> None:
        """Shows the keys of a kind of pane without some, or hints of one's own, once no message stands there."""
        help = {JUMP: [], SEARCH: [("F1", "help")], NARROW: [("F1", "help")]}
        end = [("Esc", leave), *help.get(where, [("?", "help"), ("q", "quit")])]
        self._out = _keyed(((f"  {key}", label) for key, label in end), "")
        if hints is None:
            available = action_keys(self.app).available(where)
            offered = (action for action in available if action.hint and action.id not in without)
            hints = ((action.keys_shown.split()[0], action.hint) for action in offered)
        self._hints = _keyed(hints, "  ")
        if self._said is None:
            self.left, self.right = self._hints, self._out

    def show_message(self, message: str, hint: str = "") -> None:
        """Shows a message for a few seconds, with a hint beside it, or the hint instead if both do not fit."""
        alone = bool(hint) and self.size.width < BOTH
        self.left = (StyledText(visible(hint if alone else message)),)
        self.right = (StyledText(f" {hint} ", "accent"), *self._out) if hint and not alone else self._out
        if self._said is not None:
            self._said.stop()
        self._said = self.set_timer(MESSAGE_SECONDS, self.hide_message)

    def hide_message(self) -> None:
        """Shows the keys again."""
        if self._said is not None:
            self._said.stop()
            self._said = None
            self.left, self.right = self._hints, self._out


def _keyed(keys: Iterable[tuple[str, str]], after: str) -> tuple[StyledText, ...]:
    """Keys, each with its word: two pieces for each."""
    return tuple(
        chain.from_iterable((StyledText(key, "accent"), StyledText(f" {word}{after}", "dim")) for key, word in keys)
    )
