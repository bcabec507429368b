"""Help: the keys of the focused pane first, then all others, from the table of actions."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.commands.actions import (
    COMPARE,
    COPY,
    DETAILS,
    FIELD,
    FILTER,
    HELP,
    LIST,
    REVIEW,
    SEARCH,
    TEXT,
    TIMELINE,
    action_keys,
    bindings,
)
from tui.app.rendering.rows import Row, wrapped_rows
from tui.app.screens.box import BoxScreen
from tui.app.widgets.rows import Rows
from tui.view.styled_text import StyledText

_PANES = {
    LIST: "Lists: Articles, Entities, Figures",
    TEXT: "Text",
    DETAILS: "Details",
    SEARCH: "Search",
    FILTER: "Narrowing a list",
    COMPARE: "Compare",
    TIMELINE: "Timeline",
    COPY: "Copy in another form",
    REVIEW: "Reviewing drafts",
    FIELD: "Filling in a field",
}

_ABOUT = (
    "Moving shows, Enter keeps, Esc leaves one step. What stands out in the text is the one current place: "
    "n and N walk it through all articles, y cites it, and Details is about it. [ goes back to what you saw."
)


class ReadOnlyRows(Rows):
    """Rows without a cursor: the keys scroll."""

    def action_cursor(self, by: int) -> None:
        self.scroll_rows(by)

    def action_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self.content_size.height - 1, 1))

    def action_half_page(self, direction: int) -> None:
        self.scroll_rows(direction * max(self.content_size.height // 2, 1))

    def action_edge(self, direction: int) -> None:
        self.scroll_rows(direction * len(self.rows))

    def replace_rows(self, rows: Sequence[Row]) -> None:
        top = self._top
        super().replace_rows(rows)
        self.scroll_rows(top)


class HelpScreen(BoxScreen[None]):
    """Explains the keys; any of Esc, q and ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP), ("question_mark,f1", "leave", "Close")]
    rows_type = ReadOnlyRows

    def __init__(self, where: str, label: str) -> None:
        super().__init__(f"Help · {label}", "j k scroll · Esc closes")
        self._where = where

    def lines(self, width: int) -> list[Row]:
        rows = list(wrapped_rows([StyledText(_ABOUT)], width))
        for pane in [self._where, *(other for other in _PANES if other != self._where)]:
            rows += [Row(None, [], []), Row(None, [StyledText(_PANES[pane], "heading")], [])]
            for action in action_keys(self.app).available(pane):
                rows += wrapped_rows(
                    [StyledText(f"  {action.keys_shown:<13} ", "accent"), StyledText(action.help)], width
                )
        return rows
