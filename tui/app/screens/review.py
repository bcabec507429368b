"""Reviewing drafts: the sentence of each beside the form of its record."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import FIELD, REVIEW, bindings
from tui.app.commands.typeahead import type_ahead
from tui.app.model import question
from tui.app.model.background import in_thread
from tui.app.model.place import Place
from tui.app.model.target import WordsTarget
from tui.app.model.workspace import Workspace
from tui.app.rendering.form_rows import REPEAT, form_rows
from tui.app.rendering.rows import wrapped_rows
from tui.app.screens.base import LodeScreen
from tui.app.screens.filling import NONE_LEFT, FormFilling
from tui.app.widgets.bars import Bar, Breadcrumb, Keys
from tui.app.widgets.form_pane import FormPane
from tui.app.widgets.reader import SideReader
from tui.catalog.problem import START
from tui.curate.editor import editor_command, why_no_editor
from tui.curate.insert import InsertError
from tui.dossier.dossier import Dossier
from tui.review.draft_reading import DraftReading
from tui.review.extent import Side
from tui.review.form import RecordForm
from tui.review.journal import ReviewJournal
from tui.review.review import Review, ReviewItem
from tui.view.styled_text import StyledText

Read = Callable[[Dossier], Iterator[DraftReading]]
"""Reads the drafts to review, the first ones at once. Raises InsertError if the catalog cannot be added to."""

READING = "Reading the texts…"


class ReviewScreen(LodeScreen[str]):
    """Goes through drafts. Closes with the id of a record that is to be completed in an editor, or an empty text."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW)]
    AUTO_FOCUS = ""
    help_title = "Review"
    reports_changes = True

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        read: Read,
        changed: Callable[[str], None],
        journal: ReviewJournal,
        *,
        single: bool = False,
    ) -> None:
        """`place` is shown first. `changed` gets what to say once the catalog is written. `single` closes after one.

        What is written is added to the journal.
        """
        super().__init__()
        self._opened_at = place
        self._workspace, self._read, self._changed, self._single = workspace, read, changed, single
        self.review: Review | None = None
        """The queue; None until its first drafts are read."""
        self._journal = journal
        self._filling = FormFilling(self)
        if single:
            self.help_without = ("skip-draft", "previous-draft", "ignore-alike", "next-draft-kind")
        self._writing = self._outdated = False
        """Whether the catalog is being written, and whether the files changed meanwhile."""

    def compose(self) -> ComposeResult:
        yield Breadcrumb(id="breadcrumb")
        with Horizontal(id="reviewed"):
            yield SideReader(self._workspace, id="passage", title_prefix="Text ·").data_bind(LodeScreen.place)
            yield FormPane(id="record")
        yield Keys(id="keys", wraps=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        # What does not wait for the catalog to be written, or the next draft to be read, would decide on another draft.
        held_except = self.held_except
        return held_except is None or action in ("leave", "reader_rows", "suspend", *held_except)

    def on_mount(self) -> None:
        self.query_one(Breadcrumb).show_screen(self._workspace.dossier, self.help_title.lower(), "screen.leave")
        self.place = self._opened_at
        self._read_drafts()
        self.show_draft()

    def on_form_pane_resized(self) -> None:
        self.show_draft()

    # What the app uses of every screen

    @property
    def where(self) -> str:
        return FIELD if self.pane.open else REVIEW

    @property
    def cursor_widget(self) -> Widget | None:
        return self.pane.cursor_rows

    @property
    def held_except(self) -> tuple[str, ...] | None:
        if self._writing:
            return ()
        return ("leave", "previous", "suspend") if self._reading else None

    def set_workspace(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reader.set_workspace(workspace)
        self._outdated = True
        if not self._writing:
            self._read_drafts()

    # Reading and writing in a thread

    def _read_drafts(self) -> None:
        self._outdated = False
        self.run_worker(self._wait_for_drafts(self._workspace.dossier), group="drafts", exclusive=True)

    async def _wait_for_drafts(self, dossier: Dossier) -> None:
        readings = self._read(dossier)
        try:
            while reading := await in_thread(partial(next, readings, None)):
                # What is being written may be in this reading, or not.
                self._outdated |= self._writing
                if self._outdated or dossier is not self._workspace.dossier:
                    return
                self._take_over(reading)
        except InsertError as error:
            self._refused(str(error))

    def _take_over(self, reading: DraftReading) -> None:
        shown = self.item
        if self.review is None:
            self.review = Review(reading, self._journal)
        else:
            self.review.refresh(reading)
        if self.review.items:
            if shown and self.item is not shown:
                # What was typed for it must not change another draft.
                type_ahead(self.app).drop()
                self.pane.close()
                self.show_message(f"“{shown.form.draft.exact}” is no longer a draft: this is another one.")
            self.show_draft()
        else:
            self._refused("Nothing to draft in this article.")

    def _show_on_main(self, message: str) -> None:
        """Shows a message on the main screen, which is seen again when this one closes."""
        main = self.app.screen_stack[0]
        if isinstance(main, LodeScreen):
            main.show_message(message)

    def _refused(self, message: str) -> None:
        """Says why there are no drafts; with none before, closes the screen."""
        if self.review is None or not self.review.items:
            type_ahead(self.app).drop()
            self.dismiss("")
            self.app.screen_stack[0].call_later(self._show_on_main, message)
        else:
            self.show_message(message)

    def _write(self, work: Callable[[], str], then: Callable[[str], object]) -> None:
        """Changes the catalog in a thread; keys wait meanwhile."""
        self._writing = True
        self.run_worker(self._wait_for_writing(work, then), group="writing")

    async def _wait_for_writing(self, work: Callable[[], str], then: Callable[[str], object]) -> None:
        try:
            result = await in_thread(work)
        except InsertError as error:
            result, then = str(error), self.show_message
        else:
            self._changed("")
        finally:
            self._writing = False
        if self._outdated:
            self._read_drafts()
        self.show_draft()
        then(result)

    # Showing

    @property
    def pane(self) -> FormPane:
        """The form."""
        return self.query_one(FormPane)

    @property
    def item(self) -> ReviewItem | None:
        """The current draft."""
        return self.review.current if self.review else None

    @property
    def _reading(self) -> bool:
        """Whether the draft that keys are for is still to be read."""
        return self.review is None or (self.item is None and not self.review.complete)

    def show_draft(self) -> None:
        """Shows the current draft, or what became of all of them."""
        review, pane, bar = self.review, self.pane, self.query_one("#breadcrumb", Bar)
        without = [*self.help_without, *([] if self._journal else ["undo"])]
        before = review.choices.like_before(self.item.form) if review and self.item and not self.item.record else None
        without += [] if before else ["repeat-figure"]
        self.query_one(Keys).show_keys(self.where, "back" if pane.open else "leave", without=without)
        if review is None:
            pane.show("Review", [*wrapped_rows([StyledText(READING, "dim")], pane.width)], None)
            return
        bar.right = (StyledText(f"{review.progress}  ", "accent"),) if review.progress else ()
        item = review.current
        if item is None:
            title, said = ("Review · done", review.summary) if review.complete else ("Review", READING)
            pane.show(title, [*wrapped_rows([StyledText(said)], pane.width)], None)
            return
        form = item.form
        draft = form.draft
        spans = tuple(dict.fromkeys(span for article, span in draft.places if article == draft.article))
        self.place = Place(WordsTarget(draft.article, spans if draft.span in spans else (draft.span,)))
        decided = draft.kind != "figure" or (form.text("measure") and form.text("subject"))
        tried = review.try_out(form) if decided and "kind" not in form.missing else None
        doubt = review.choices.doubt(form) if form.text("claimant") else ""
        names = self._names(before or form)
        rows = form_rows(form, before, self._letters, names, tried, doubt, pane.width)
        status = "" if item.status == "open" else f" · {item.status}{f' as {item.record}' if item.record else ''}"
        cursor = form.missing[0] if form.missing and not item.record else None
        status = " · covered by now" if item.covered else status
        pane.show(f"{draft.kind.capitalize()}{status}", rows, cursor)

    @property
    def _letters(self) -> dict[str, str]:
        """The keys of the fields, and the one that fills them in as the figure before."""
        keys = action_keys(self.app)
        fields = [action for action in keys.available(REVIEW) if action.verb == "field"]
        letters = {key: action.keys_shown.split()[0] for action in fields for key in action.arguments[0].split()}
        return {**letters, REPEAT: keys.first_key("repeat-figure", REVIEW)}

    def _names(self, form: RecordForm) -> dict[str, str]:
        """The names of the records that a form refers to."""
        assert self.review is not None
        new = {str(entry["id"]): str(entry.get("name", entry["id"])) for _, entry in form.created}
        return self.review.names | new

    # Fields

    def action_field(self, keys: str) -> None:
        self._filling.open_field(keys)

    def on_form_pane_field_clicked(self, event: FormPane.FieldClicked) -> None:
        self._filling.open_field(event.key)

    def action_next_field(self, by: int) -> None:
        self._filling.open_next(by)

    def action_value(self, by: int) -> None:
        self.pane.move_cursor(by)

    def action_take(self) -> None:
        if reason := self.pane.take():
            self.show_message(reason)

    def action_repeat(self) -> None:
        self._filling.repeat()

    def action_extent(self, side: Side, by: int) -> None:
        self._filling.extend(side, by)

    # Deciding

    def action_accept(self) -> None:
        review, item = self.review, self.item
        if review is None or item is None:
            self.action_leave()
        elif item.record or item.status == "ignored":
            review.skip()
            self.show_draft()
        elif item.form.missing:
            self._filling.ask_for_missing()
        else:
            self._write(review.accept, self._accepted)

    def _accepted(self, message: str) -> None:
        warning = f" Check warns: {self.review.warning}." if self.review and self.review.warning else ""
        message = f"{message} {action_keys(self.app).first_key('undo', REVIEW)} undoes.{warning}"
        if self._single:
            self.dismiss("")
            self._show_on_main(message)
            # Said again when the record shows, in place of how many records have changed.
            self._changed(message)
        else:
            self.show_message(message)

    def action_ignore(self, everywhere: bool) -> None:
        review, item = self.review, self.item
        if review is None or item is None or item.record:
            self.show_message("This record is already written." if item else NONE_LEFT)
            return
        if everywhere and not review.complete:
            self.show_message(READING)
            return
        self._filling.ask(
            question.for_reason(
                item.form.draft.exact,
                review.reason,
                lambda why: self._write(partial(review.ignore, why, everywhere=everywhere), self._accepted),
            )
        )

    def action_undo(self) -> None:
        if self.review is not None:
            self._write(self.review.undo, self.show_message)

    def action_edit(self) -> None:
        """Opens the editor at the record, which is written as a draft before if it is not written yet."""
        review, item = self.review, self.item
        if review is None or item is None:
            self.show_message(NONE_LEFT)
        elif editor_command(os.environ, review.dossier.catalog, START) is None:
            # A draft that nobody completes would stay in the catalog.
            self.show_message(why_no_editor(os.environ))
        elif item.record:
            self.dismiss(item.record)
        else:
            self._write(review.write_draft, self.dismiss)

    # Moving

    def action_skip(self) -> None:
        if self.review is not None:
            self.review.skip()
            self.show_draft()

    def action_previous(self) -> None:
        if self.review is not None and not self.review.back():
            self.show_message("This is the first draft.")
        self.show_draft()

    def action_next_kind(self, by: int) -> None:
        if self.review is not None and not self.review.next_group(by):
            self.show_message("All drafts left are of this kind and article.")
        self.show_draft()

    def action_leave(self) -> None:
        if self.pane.open:
            self._filling.leave()
        else:
            self.dismiss("")
