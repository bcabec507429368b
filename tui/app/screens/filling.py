"""Filling in the form of a draft: its fields, the words that it is about, and what the last figure had."""

from typing import TYPE_CHECKING

from tui.app.model import question
from tui.app.model.question import Question
from tui.curate.choice import Choice
from tui.curate.extent import Side
from tui.curate.form import RecordForm
from tui.curate.review import Review, ReviewItem

if TYPE_CHECKING:
    from tui.app.screens.review import ReviewScreen

NONE_LEFT = "No drafts are left."


class FormFilling:
    """Fills in the form of the current draft of a review, unless its record is written."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._asking = False
        """Whether Enter opened the field, for what is needed, and not its letter."""

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
        else:
            self._asking = False
            self._open(key)

    def ask_for_missing(self) -> None:
        """Opens the first field that is needed, and then the next one."""
        if found := self._open_item:
            self._asking = True
            self._open(found[1].form.missing[0])

    def _open(self, key: str) -> None:
        if (found := self._open_item) is None:
            return
        review, item = found
        form, choices = item.form, review.choices
        if key == "figure" and not choices.of(form, key, ""):
            self._screen.show_message("No figure of the catalog has this value.")
            return
        asked = question.for_field(
            choices, form, key, lambda choice: self._fill(form.with_values(choice.values, choice.created), choice)
        )
        self._ask(asked._replace(title=f"{asked.title} · still needed") if self._asking else asked)

    def _ask(self, asked: Question) -> None:
        self._screen.pane.ask(asked)
        self._screen.show_draft()

    def _fill(self, form: RecordForm, choice: Choice | None = None) -> None:
        """Takes over what was chosen, and asks what a new entity is, or for the next field if Enter asks."""
        if (found := self._open_item) is None:
            return
        review, _ = found
        if choice and (id := choice.asks):
            # Nothing is filled in before the answer, so that Escape leaves the field as it was.
            self._ask(
                question.for_kind(review.choices, choice.label, lambda kind: self._fill(form.with_kind(id, kind)))
            )
            return
        review.fill(form)
        if form.missing and self._asking:
            # Enter asked for a field: it goes on with the next one. It takes nothing there by itself.
            self._open(form.missing[0])
        self._screen.show_draft()

    def repeat(self) -> None:
        """Fills in what is needed as the last figure of the article has it."""
        if (found := self._open_item) is None:
            return
        review, item = found
        if form := review.choices.like_before(item.form):
            review.fill(form)
        else:
            self._screen.show_message("Nothing from the last figure of this article fits here.")
        self._screen.show_draft()

    def extend(self, side: Side, by: int) -> None:
        """Takes in a word at a side of the words of the draft, or drops one."""
        if (found := self._open_item) and not found[0].extend(side, by):
            self._screen.show_message("There is no further word." if by > 0 else "No word can be taken away.")
        self._screen.show_draft()
