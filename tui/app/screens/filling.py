"""Filling in the form of a draft: its fields, the words that it is about, and what the last figure had."""

from typing import TYPE_CHECKING

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import REVIEW
from tui.app.model import question
from tui.app.model.question import Question
from tui.curate.journal import Key
from tui.review.choice import Choice
from tui.review.extent import Side
from tui.review.form import RecordForm
from tui.review.review import Review, ReviewItem

if TYPE_CHECKING:
    from tui.app.screens.review import ReviewScreen

NONE_LEFT = "No drafts are left."


class FormFilling:
    """Fills in the form of the current draft of a review, unless its record is written.

    Once a value is taken, the next field that is needed opens. Nothing is taken there by itself.
    """

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._field = ""
        """The key of the field that is open; empty for another question."""
        self._named = ""
        """What was typed for a new entity whose kind is asked for."""
        self._typed: dict[tuple[Key, str], str] = {}
        """What was typed into the fields of drafts that were left without a value."""

    @property
    def _open_item(self) -> tuple[Review, ReviewItem] | None:
        """The review and its current draft. Without one to fill in, says why."""
        review, item = self._screen.review, self._screen.item
        if review is None or item is None or item.record:
            self._screen.show_message("This record is already written." if item else NONE_LEFT)
            return None
        return review, item

    def open_field(self, keys: str) -> None:
        """Opens the field that a letter leads to; `keys` are those of the fields that it may be."""
        if (found := self._open_item) is None:
            return
        _, item = found
        key = next((each.key for each in item.form.fields if each.key in keys.split()), None)
        if key is None:
            self._screen.show_message("This draft has no such field.")
        elif self._is_open(key):
            self._open(key)
        else:
            self._screen.show_message("No figure has this value to the digit: a rounded number is a figure of its own.")

    def open_next(self, by: int) -> None:
        """Opens the field after the one that is open, or before it."""
        if not self._field or (found := self._open_item) is None:
            return
        keys = [each.key for each in found[1].form.fields]
        at = keys.index(self._field)
        following = [*keys[at + 1 :], *keys[:at]][::by]
        self._leave_field()
        self._open(next(filter(self._is_open, following)))

    def ask_for_missing(self) -> None:
        """Opens the first field that is needed, if there is one."""
        if (found := self._open_item) and (missing := found[1].form.missing):
            self._open(missing[0])

    def _is_open(self, key: str) -> bool:
        """Whether a field of the current draft may have a value: there may be no figure that it repeats."""
        review, item = self._screen.review, self._screen.item
        return key != "figure" or bool(review and item and review.choices.of(item.form, key, ""))

    def _open(self, key: str) -> None:
        if (found := self._open_item) is None:
            return
        review, item = found
        form = item.form
        asked = question.for_field(
            review.choices,
            form,
            key,
            lambda choice: self._fill(form.with_values(choice.values, choice.created), choice),
        )
        title = f"{asked.title} · needed" if key in form.missing else asked.title
        typed = self._typed.get((item.key, key)) or asked.typed
        instead = {action_keys(self._screen.app).first_key("repeat-figure", REVIEW): self.repeat}
        repeats = form.draft.kind == "figure" and not asked.has_digits
        self.ask(asked._replace(title=title, typed=typed, instead=instead if repeats else {}), key)

    def ask(self, asked: Question, field: str = "") -> None:
        """Opens the form for an answer: a value of a field, or something else."""
        self._field, self._named = field, ""
        self._screen.pane.ask(asked)
        self._screen.show_draft()

    def leave(self) -> None:
        """Closes the open field, and keeps what was typed; from the kind of a new entity, goes back to its name."""
        field, is_kind = self._field, bool(self._named)
        self._leave_field()
        if is_kind:
            self._open(field)
        else:
            self._screen.pane.close()
            self._screen.show_draft()

    def _leave_field(self) -> None:
        if self._field and (item := self._screen.item):
            self._typed[item.key, self._field] = self._named or self._screen.pane.typed

    def _fill(self, form: RecordForm, choice: Choice | None = None) -> None:
        """Takes over what was chosen, and asks what a new entity is, or for what is needed next."""
        if (found := self._open_item) is None:
            return
        review, item = found
        field = self._field
        if choice and (id := choice.asks):
            # Nothing is filled in before the answer, so that Escape leads back to what was typed.
            named = self._screen.pane.typed or choice.label
            self.ask(
                question.for_kind(review.choices, choice.label, lambda kind: self._fill(form.with_kind(id, kind))),
                field,
            )
            self._named = named
            return
        self._typed.pop((item.key, field), None)
        review.fill(form)
        self.ask_for_missing()
        self._screen.show_draft()

    def repeat(self) -> None:
        """Fills in what is empty as the last figure of the article has it."""
        if (found := self._open_item) is None:
            return
        review, item = found
        if form := review.choices.like_before(item.form):
            review.fill(form)
            self.ask_for_missing()
        else:
            self._screen.show_message("Nothing from the last figure of this article fits here.")
        self._screen.show_draft()

    def extend(self, side: Side, by: int) -> None:
        """Takes in a word at a side of the words of the draft, or drops one."""
        if (found := self._open_item) and not found[0].extend(side, by):
            self._screen.show_message("There is no further word." if by > 0 else "No word can be taken away.")
        self._screen.show_draft()
