"""A list and the line of keys, each by itself."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.theme import BUILTIN_THEMES

from tui.app.commands.action_keys import ActionKeys
from tui.app.rendering.rows import Row
from tui.app.rendering.theme_styles import theme_styles_for
from tui.app.widgets.bars import Keys
from tui.app.widgets.rows import Rows
from tui.view.styled_text import StyledText

HEADINGS = 8

STYLES = theme_styles_for(BUILTIN_THEMES["ansi-dark"], {}, False)


def row(text: str, target: str | None = None) -> Row:
    return Row(target, [StyledText(text)], [])


ROWS = [
    *(row(f"above {number}") for number in range(HEADINGS)),
    *(row(target, target) for target in ("a", "b", "c")),
    *(row(f"below {number}") for number in range(HEADINGS)),
]


class ListApp(App[None]):
    """A list of five rows. Records the messages that the list sends."""

    CSS = "Rows { height: 5; }"
    theme_styles = STYLES

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[tuple[str, str | None]] = []

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.rows.set_rows(ROWS, HEADINGS)

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)

    def on_rows_row_highlighted(self, event: Rows.RowHighlighted) -> None:
        self.messages.append(("moved", event.row.target))

    def on_rows_row_selected(self, event: Rows.RowSelected) -> None:
        self.messages.append(("entered", event.row.target))

    def visible_rows(self) -> list[str]:
        """The rows on screen, without the mark of the cursor and the scroll bar."""
        return [self.rows.render_line(y).text[:-1].strip("› ") for y in range(5)]


async def test_headings_beyond_the_first_and_the_last_record_are_scrolled_to() -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.press("k")
        assert app.visible_rows() == [f"above {number}" for number in range(5)]
        await pilot.press("j", "j")
        assert app.visible_rows() == ["above 6", "above 7", "a", "b", "c"]
        await pilot.press("j")
        assert app.visible_rows() == [f"below {number}" for number in range(3, 8)]
        assert app.rows.row == ROWS[HEADINGS + 2], "the cursor stays on the last record"


async def test_of_moves_that_come_at_once_the_last_is_shown() -> None:
    app = ListApp()
    async with app.run_test() as pilot:
        await pilot.pause()
        for index in (1, 2, 1):
            app.rows.go_to(HEADINGS + index)
        await pilot.pause()
        assert app.messages == [("moved", "b")]
        app.rows.post_message(Rows.RowSelected(app.rows, ROWS[HEADINGS]))
        app.rows.go_to(HEADINGS + 2)
        await pilot.pause()
        assert app.messages[1:] == [("entered", "a"), ("moved", "c")], "no move takes the place of Enter"


class Clock:
    """Stands in for a timer that the test runs out."""

    def __init__(self, ends: Callable[[], None]) -> None:
        self._ends: Callable[[], None] | None = ends

    def stop(self) -> None:
        self._ends = None

    def run_out(self) -> None:
        if self._ends is not None:
            self._ends()


class LastLineApp(App[None]):
    action_keys = ActionKeys()
    theme_styles = STYLES

    def compose(self) -> ComposeResult:
        yield Keys()


async def test_each_message_is_shown_for_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clocks: list[Clock] = []
    app = LastLineApp()
    async with app.run_test():
        keys = app.query_one(Keys)

        def set_timer(seconds: float, ends: Callable[[], None]) -> Clock:
            clocks.append(Clock(ends))
            return clocks[-1]

        monkeypatch.setattr(keys, "set_timer", set_timer)
        keys.show_keys("", "leaves", [("j", "moves")])
        offered = keys.left
        keys.show_message("the first")
        keys.hide_message()
        assert keys.left == offered
        keys.show_message("the second")
        keys.show_message("the third")
        for ended in clocks[:2]:
            ended.run_out()
            assert keys.left == (StyledText("the third"),)
        clocks[2].run_out()
        assert keys.left == offered
