"""The form of a draft, and below it the values that a field may have while one is open."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tui.app.commands.actions import FIELD, bindings
from tui.app.model.question import Question
from tui.app.rendering.form_rows import choice_row
from tui.app.rendering.rows import LazyRows, Row
from tui.app.widgets.rows import Rows, UnfocusedRows
from tui.review.choice import Choice, numbered
from tui.text.safe import visible

CHOOSING = "choosing"
"""The class of the pane while a field is open."""


class ValueField(Input):
    """A field for a value. While it has the focus, some keys choose among the values below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIELD)]
    """The actions that `tui.app.commands.actions` lists for the field."""

    choosing: var[str] = var("")
    """The characters that choose while nothing is typed, rather than begin a text."""

    class Chosen(Message):
        """Posted for a character that chooses."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def on_key(self, event: events.Key) -> None:
        if not self.value and event.character and event.character in self.choosing:
            event.prevent_default()
            event.stop()
            self.post_message(self.Chosen(event.character))


class FormPane(Vertical):
    """Shows the rows of a form. An open field has a line to type into, and the values that match below it."""

    class FieldClicked(Message):
        """Posted when the row of a field was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key
            """The key of the field."""

    class Resized(Message):
        """Posted when the rows have another width."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        # Letters choose fields here, rather than move a cursor.
        self._form, self._values = UnfocusedRows(id="form"), UnfocusedRows(id="values")
        self._question = Question("", lambda typed: (), lambda typed: None, bool)
        self._choices: Sequence[Choice] = ()
        self._typed: str | None = None
        """What the values are shown for."""

    def compose(self) -> ComposeResult:
        yield self._form
        yield self._values

    @property
    def width(self) -> int:
        """Cells for the words of a row of the form."""
        return self._form.row_width

    @property
    def cursor_rows(self) -> Rows:
        """The rows that show the cursor: of the open field, else of the form."""
        return self._values if self.open else self._form

    @property
    def open(self) -> bool:
        """Whether a field is open."""
        return self.has_class(CHOOSING)

    @property
    def typed(self) -> str:
        """What is typed into the open field."""
        return self.query_one(ValueField).value

    def show(self, title: str, rows: Sequence[Row], cursor: str | None) -> None:
        """Shows the rows of a form, with the cursor on a field, if there is one."""
        self._form.border_title = Content(title)
        self._form.set_rows(rows)
        self._form.set_cursor(cursor)

    def ask(self, question: Question) -> None:
        """Opens the field for a value."""
        self._question = question
        self.add_class(CHOOSING)
        if not self.query(ValueField):
            self.mount(ValueField(compact=True, id="value"), before=self._values)
        field = self.query_one(ValueField)
        digits = "" if question.has_digits else "0123456789"
        field.choosing = "".join((digits, *question.instead))
        field.value = question.typed
        field.cursor_position = len(question.typed)
        self.screen.set_focus(field)
        self._values.border_title = Content(question.title)
        self._typed = None
        self._show_values(question.typed)
        choose = f"type to find; ↓{' or a digit' if digits else ''} chooses"
        field.placeholder = choose if self._choices else "type a name"

    def close(self) -> None:
        """Closes the open field."""
        self.remove_class(CHOOSING)
        self.screen.set_focus(None)

    def _show_values(self, typed: str) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._choices = choices = self._question.find(typed)
        by_digit = numbered(choices) if not (typed or self._question.has_digits) else {}
        digits = {id(choice): str(digit) for digit, choice in by_digit.items()}
        rows = LazyRows(
            [str(i) for i in range(len(choices))],
            lambda index: choice_row(index, choices[index], digits.get(id(choices[index]), "")),
        )
        self._values.set_rows(rows, self._question.cursor(typed) if choices else None)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.open:
            self._show_values(event.value)

    def move_cursor(self, by: int) -> None:
        """Moves the cursor of the values."""
        self._catch_up()
        self._values.action_cursor(by)

    def take(self) -> str:
        """Takes the value under the cursor and closes the field, or says why there is none."""
        self._catch_up()
        row = self._values.row
        if row is None or row.target is None:
            if alike := next((each for each in self._choices if each.alike), None):
                return f"“{visible(alike.label)}” resembles what is typed: ↓ chooses."
            if self._choices and (self._typed or "").strip():
                return f"The article does not print “{visible(self._choices[0].label)}”: ↓ chooses it all the same."
            if self._choices:
                return "↓ chooses one of these values."
            return "No value matches. Type something else." if self._typed else "Type a name."
        self._take(self._choices[int(row.target)])
        return ""

    def _take(self, choice: Choice) -> None:
        self.close()
        self._question.take(choice)

    def on_value_field_chosen(self, event: ValueField.Chosen) -> None:
        """Takes the value with a number, or does something else instead."""
        event.stop()
        if instead := self._question.instead.get(event.character):
            self.close()
            instead()
            return
        self._catch_up()
        if choice := numbered(self._choices).get(int(event.character)):
            self._take(choice)

    def _catch_up(self) -> None:
        """Shows the values for what is typed: the next key can be faster than the message that says so."""
        self._show_values(self.typed)

    def on_rows_row_highlighted(self, event: Rows.RowHighlighted) -> None:
        event.stop()
        if event.rows is self._form and event.row.target and not self.open:
            self.post_message(self.FieldClicked(event.row.target))

    def on_rows_row_selected(self, event: Rows.RowSelected) -> None:
        event.stop()
        if event.rows is self._values:
            self.take()

    def on_resize(self, event: events.Resize) -> None:
        self.post_message(self.Resized())
