"""The widgets of one line: breadcrumb and tabs at the top, keys or a message at the bottom."""

from collections.abc import Container, Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer

from tui.app.commands.action_keys import action_keys
from tui.app.commands.key_names import display_key
from tui.app.rendering.breadcrumb import screen_breadcrumb
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.widgets.themed import ThemedWidget
from tui.dossier.dossier import Dossier
from tui.text.safe import visible
from tui.view.styled_text import Line, StyledText
from tui.view.wrap import cells, cut_line, wrap_line

MARGINS = 3
"""Columns beside and between the texts of a bar."""

ROOMY = 90
"""Columns from which the last line also says how to quit."""

HINT_WIDTH = 60
"""Columns from which a hint is shown beside its message."""

ACTION = "action"
"""The key in the meta data of a style for what a click does."""

MESSAGE_ROWS = 4
"""Rows of a message at most."""

MESSAGE_SECONDS = 4.0
"""Seconds that a message is shown, unless a key is pressed before."""


class Bar(ThemedWidget):
    """One line: text at the left, which is cut if it is too long, and text at the right, which never is."""

    ALLOW_SELECT = False
    # It looks the same under the mouse.
    auto_links = False

    left: reactive[tuple[StyledText, ...]] = reactive(())
    """The text at the left."""
    right: reactive[tuple[StyledText, ...]] = reactive(())
    """The text at the right."""

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, self.theme_styles
        space = Segment(" ", styles.ground)
        right = _segments(self._right(), styles)
        room = max(width - 2 - sum(segment.cell_length for segment in right), 0)
        left = Strip([space, *_segments(self._left(room - 1), styles)])
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(room - 1, 0)), Segment("…", styles.ground + styles.dim)])
        return Strip([*left.adjust_cell_length(room, styles.ground), space, *right, space])

    async def on_click(self, event: events.Click) -> None:
        if ACTION in event.style.meta:
            await self.run_action(event.style.meta[ACTION])

    def has_room_for(self, line: Line) -> bool:
        """Whether a text, of which one part is at the left and the other at the right, fits without being cut."""
        return cells(line) + MARGINS <= self.screen.size.width

    def _left(self, room: int) -> Line:
        """The text at the left, for some number of cells."""
        return [*self.left]

    def _right(self) -> Line:
        """The text at the right."""
        return [*self.right]


def _segments(line: Iterable[StyledText], theme_styles: ThemeStyles) -> list[Segment]:
    """A line as segments, each with the action that a click on it runs."""
    segments = []
    for piece in line:
        style = theme_styles.ground + theme_styles.of(piece.style)
        segments.append(Segment(piece.text, style + Style.from_meta({ACTION: piece.link}) if piece.link else style))
    return segments


class Breadcrumb(Bar):
    """The way to what is shown, and at the right what is wrong with the dossier's files."""

    alert: reactive[str] = reactive("")
    """What is wrong with the files, in a few words."""

    def on_mount(self) -> None:
        # The main screen follows the files.
        self.watch(self.app.screen_stack[0], "alert", self._show_alert)

    def _show_alert(self, alert: str) -> None:
        self.alert = alert

    def show_screen(self, dossier: Dossier, title: str, leave: str) -> None:
        """Shows the way to a screen that opens over the main one; `leave` is the action that closes it."""
        self.left = tuple(screen_breadcrumb(dossier, title, leave))

    def _right(self) -> Line:
        return [*self.right, StyledText(self.alert, "warning")]


class Tabs(Bar):
    """The names of the panes, with brackets around the focused one."""

    names: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """The panes, each with its label."""
    active: reactive[str] = reactive("")
    """The focused pane."""

    def _labels(self) -> list[tuple[str, str]]:
        labels = [(pane, f"[{label}]" if pane == self.active else f" {label} ") for pane, label in self.names]
        if sum(cell_len(label) + 1 for _, label in labels) < self.size.width:
            return labels
        # If there is no room for all names, the other panes are shown by their numbers.
        return [(pane, label if pane == self.active else f" {label.split()[0]} ") for pane, label in labels]

    def render_line(self, y: int) -> Strip:
        styles = self.theme_styles
        pieces = [
            StyledText(f"{label} ", "accent" if pane == self.active else "", f"screen.focus_pane({pane!r})")
            for pane, label in self._labels()
        ]
        return Strip(_segments([StyledText(" "), *pieces], styles)).adjust_cell_length(self.size.width, styles.ground)


class Keys(Bar):
    """The keys of the most useful actions, or a message; at the right always how to leave, get help and quit."""

    _hints: tuple[StyledText, ...] = ()
    _leaving: tuple[StyledText, ...] = ()
    """How to leave, get help and quit."""
    _message_timer: Timer | None = None
    """Removes the message; None if there is none."""
    _covered = False
    """Whether a box is open over the screen, which takes the keys."""

    def __init__(self, *, id: str | None = None, wraps: bool = False) -> None:
        """With `wraps`, a message that is too long for one row has more while it is shown."""
        super().__init__(id=id)
        self._wraps = wraps

    def render_line(self, y: int) -> Strip:
        width, styles = self.size.width, self.theme_styles
        if self.size.height == 1:
            return super().render_line(y)
        rows = self._message_rows(width - 2)
        row = _segments(rows[y] if y < len(rows) else [], styles)
        return Strip([Segment(" ", styles.ground), *row]).adjust_cell_length(width, styles.ground)

    def _message_rows(self, width: int) -> list[Line]:
        """The rows of a message, of which the last one is cut if there are too many."""
        rows = [*wrap_line([*self.left], width)]
        if len(rows) > MESSAGE_ROWS:
            rows[MESSAGE_ROWS - 1 :] = [cut_line([*rows[MESSAGE_ROWS - 1], StyledText(" …")], width)]
        return rows

    def _left(self, room: int) -> Line:
        # A key without room for its word is left out; help lists all keys.
        hints = [*self.left]
        while hints and self.left == self._hints and cells(hints) > room:
            del hints[-2:]
        return hints

    def _right(self) -> Line:
        # Without room for both, what is said comes before how to leave, and Escape and help before quitting.
        whole = [*self.right]
        if self._message_timer is not None and not self.has_room_for([*self.left, *whole]):
            return [] if whole == [*self._leaving] else whole[:1]
        return whole[: -2 if self.size.width < ROOMY and len(whole) > 4 else None]

    def show_keys(
        self, where: str, leave: str, hints: Iterable[tuple[str, str]] | None = None, without: Container[str] = ()
    ) -> None:
        """Shows the keys of a place, as soon as there is no message.

        `leave` is the word for what Escape does, empty for nothing. `hints` replaces the actions of the place, each
        by a key and a word; `without` has the ids of actions to leave out.
        """
        keys = action_keys(self.app)
        first = {action.id: action.keys_shown.split()[0] for action in keys.available(where)}
        leaving = {"leave": leave, "help": "help", "quit": "quit", "close": "close"}
        self._leaving = self._keyed(
            ((f"  {first[id]}", word) for id, word in leaving.items() if word and id in first), ""
        )
        if hints is None:
            hints = ((first[action.id], action.hint) for action in keys.often(where) if action.id not in without)
        self._hints = self._keyed(hints, "  ")
        if self._message_timer is None:
            self._show_hints()

    def _keyed(self, keys: Iterable[tuple[str, str]], after: str) -> tuple[StyledText, ...]:
        """Keys with their words, two pieces of text for each. A click on either presses the key, of two the first."""
        names = {display_key(key): key for key in action_keys(self.app).every_key}
        pieces = []
        for shown, word in keys:
            key = names.get(shown.split()[0])
            link = f"app.press({key!r})" if key else ""
            pieces += [StyledText(shown, "accent", link), StyledText(f" {word}{after}", "dim", link)]
        return tuple(pieces)

    def cover(self, covered: bool) -> None:
        """Offers no keys while a box is open over the screen."""
        changed, self._covered = covered != self._covered, covered
        if changed and self._message_timer is None:
            self._show_hints()

    def _show_hints(self) -> None:
        self.left, self.right = ((), ()) if self._covered else (self._hints, self._leaving)

    def show_message(self, message: str, hint: str = "") -> None:
        """Shows a message for some seconds. A hint is never cut; without room for both, it replaces the message."""
        alone = bool(hint) and self.size.width < HINT_WIDTH
        self.left = (StyledText(visible(hint if alone else message)),)
        self.right = (StyledText(f" {hint} ", "accent"), *self._leaving) if hint and not alone else self._leaving
        if self._wraps and not hint:
            self.styles.height = max(len(self._message_rows(self.size.width - 2)), 1)
        if self._message_timer is not None:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS, self.hide_message)

    def hide_message(self) -> None:
        """Shows the keys again."""
        if self._message_timer is not None:
            self._message_timer.stop()
            self._message_timer = None
            if self._wraps:
                self.styles.height = 1
            self._show_hints()
