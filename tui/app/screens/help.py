"""Help: the keys of the focused pane first, then all others. Made from the table of actions."""

import textwrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.app.actions import COMPARE, COPY, DETAILS, LIST, NARROW, SEARCH, TEXT, TIMELINE, actions_in, bindings
from tui.app.ink import Ink
from tui.app.widgets.rows import Row, Rows
from tui.view.pieces import Piece

_PANES = {
    LIST: "Lists: Articles, Entities, Figures",
    TEXT: "Text",
    DETAILS: "Details",
    SEARCH: "Search",
    NARROW: "Narrowing a list",
    COMPARE: "Compare",
    TIMELINE: "Timeline",
    COPY: "Copy in another form",
}

_ABOUT = (
    "Moving shows, Enter keeps, Esc leaves one step. What stands out in the text is the one current place: "
    "n and N walk it through all articles, y cites it, and Details is about it. [ goes back to what you saw."
)


class Page(Rows):
    """Rows that are read: without a cursor, the keys scroll."""

    def action_cursor(self, by: int) -> None:
        self.scroll_rows(by)

    def action_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self.content_size.height - 1, 1))

    def action_edge(self, direction: int) -> None:
        self.scroll_rows(direction * len(self.rows))


class HelpScreen(ModalScreen[None]):
    """Explains the keys; any of Esc, q and ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help"), ("q,question_mark,f1", "leave", "Close")]

    ink: reactive[Ink | None] = reactive(None, init=False)

    def __init__(self, where: str, label: str, ink: Ink | None) -> None:
        super().__init__()
        self._where, self._label, self._ink = where, label, ink

    def compose(self) -> ComposeResult:
        yield Page(id="help").data_bind(HelpScreen.ink)

    def on_mount(self) -> None:
        self.ink = self._ink
        rows = self.query_one(Page)
        rows.border_title = f"Help · {self._label}"
        rows.border_subtitle = "j k scroll · Esc closes"
        rows.show(help_rows(self._where, min(self.app.size.width - 6, 84)))

    def action_leave(self) -> None:
        self.dismiss(None)


def help_rows(where: str, width: int) -> list[Row]:
    """The help, with a kind of pane first."""
    rows = [Row(None, [Piece(line)], []) for line in textwrap.wrap(_ABOUT, max(width, 10))]
    for pane in [where, *(other for other in _PANES if other != where)]:
        rows += [Row(None, [], []), Row(None, [Piece(_PANES[pane], "heading")], [])]
        rows += [
            Row(None, [Piece(f"  {action.written:<13} ", "accent"), Piece(action.help)], [])
            for action in actions_in(pane)
        ]
    return rows
