"""Changing the catalog from the main screen: in an editor, or by drafts of what is chosen in the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import TEXT
from tui.app.model.background import in_thread
from tui.app.model.watch import Files
from tui.catalog.problem import START, Mark
from tui.view.wording import counted

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.dossier.dossier import Dossier
    from tui.review.draft_reading import DraftReading
    from tui.review.journal import ReviewJournal
    from tui.text.span import Span

_R = TypeVar("_R")


class Curation:
    """Opens the catalog in an editor, lists its problems, and drafts records from words of the text."""

    def __init__(self, screen: "MainScreen", files: Files) -> None:
        self._screen, self._files = screen, files
        self.writing = False
        """Whether the catalog is being written."""
        self._reviewed: dict[str, Dossier] = {}
        """The articles that a review left nothing of, each with the dossier as it was then."""

    @property
    def idle(self) -> tuple[str, ...]:
        """The ids of actions that do nothing: the article on screen was reviewed, and nothing of it is left."""
        reviewed = self._reviewed.get(self._screen.reader.article or "")
        return ("review",) if reviewed is self._screen.workspace.dossier else ()

    @cached_property
    def journal(self) -> "ReviewJournal":
        """What was written into the catalog."""
        from tui.review.journal import ReviewJournal

        return ReviewJournal()

    def edit_record(self) -> None:
        """Opens the editor at the current record, else at the article on screen."""
        dossier = self._screen.workspace.dossier
        record = dossier.get(self._screen.navigation.shown.record) or dossier.get(self._screen.reader.article or "")
        self.edit_at(record.mark if record else START)

    def edit_at(self, mark: Mark | None) -> None:
        """Opens the editor at a place in the catalog, if there is one, and shows what was changed there."""
        from tui.app.system.editing import edit

        if mark is not None:
            screen = self._screen
            catalog = screen.workspace.dossier.catalog
            edit(screen.app, catalog.parent / (mark.file or catalog.name), mark, screen.show_message_on_top)
            screen.reloader.check()

    def show_problems(self) -> None:
        """Lists the catalog's problems, each a way to its place in the editor."""
        from tui.app.screens.problems import ProblemsScreen

        catalog = self._screen.workspace.dossier.catalog
        if self._files.problems:
            self._screen.app.push_screen(ProblemsScreen(self._files.problems, catalog), self.edit_at)
        else:
            self._screen.show_message("The catalog has no problems.")

    def toggle_uncaptured(self) -> None:
        """Marks in the text what the catalog leaves out of it, or no longer."""
        reader = self._screen.reader
        reader.uncaptured = not reader.uncaptured
        if reader.uncaptured and reader.article:
            left = self._screen.workspace.dossier.coverage(reader.article)
            found = f"{counted(len(left.uncaptured), 'number')}, {counted(len(left.names), 'name')} left out here."
            undo = f" {self._key('undo')} undoes what was written last." if self.journal else ""
            self._screen.show_message(f"Nothing is left out here.{undo}" if left.complete else found)

    def step_status(self) -> None:
        """Writes the next status into the entry of the current figure or claim: checked, wrong, open, or none again."""
        from tui.app.system import clock
        from tui.app.system.user import user_name
        from tui.curate.status import next_status, step_status
        from tui.dossier.records import Claim, Figure

        screen = self._screen
        dossier = screen.workspace.dossier
        record = dossier.get(screen.navigation.shown.record)
        if not isinstance(record, Figure | Claim):
            screen.show_message("Only figures and claims can be marked.")
            return
        path, id, today = dossier.catalog.parent / record.mark.file, record.id, clock.today().isoformat()

        def write() -> str:
            status, step = step_status(path, id, user_name(), today)
            self.journal.add(step)
            done = f"Marked as {status}" if status else "No longer marked"
            following = next_status(status)
            then = f"marks it as {following}" if following else "removes the mark"
            return f"{done}. {self._key('mark')} {then}, {self._key('undo')} undoes."

        self._write(write)

    def undo(self) -> None:
        """Undoes what was written last, from any screen."""
        self._write(lambda: f"Undone: {self.journal.undo().undone}.")

    def _key(self, action: str) -> str:
        return action_keys(self._screen.app).first_key(action, TEXT)

    def _write(self, work: Callable[[], str]) -> None:
        """Changes the catalog in a thread, and shows what it says; keys wait meanwhile."""
        self.writing = True
        self._screen.run_worker(self._wait_for_writing(work), group="writing")

    async def _wait_for_writing(self, work: Callable[[], str]) -> None:
        from tui.curate.insert import InsertError

        try:
            message = await in_thread(work)
        except InsertError as error:
            self._screen.show_message(str(error))
        else:
            self._screen.reloader.check(message)
        finally:
            self.writing = False

    def copy_draft(self) -> None:
        """Copies a draft of the chosen words as YAML to the clipboard."""
        from tui.curate.yaml import lines
        from tui.extract.suggest import draft_of

        if made := self._drafted(draft_of):
            listing, entry = made
            self._screen.app.copy_to_clipboard("\n".join(lines([entry], 2)) + "\n")
            opens = self._key("edit")
            self._screen.show_message(f"Copied a draft for `{listing}`; press {opens} to open the catalog.")

    def _drafted(self, draft: "Callable[[Dossier, str, Span], _R]") -> "_R | None":
        """What a function makes of the words that are chosen in the text; None if it cannot, which is said."""
        from tui.quantity.quantity import QuantityError

        screen, reader = self._screen, self._screen.reader
        span = reader.draft_span
        words = reader.document[span] if span and reader.document else ""
        if span is None or reader.article is None or not any(map(str.isalnum, words)):
            marks = self._key("uncaptured")
            screen.show_message(f"Select words first, or press {marks} to mark what the catalog leaves out.")
            return None
        try:
            return draft(screen.workspace.dossier, reader.article, span)
        except QuantityError as error:
            screen.show_message(f"This number cannot be recorded: {error}.")
            return None

    def insert_draft(self) -> None:
        """Opens the form of a draft of the chosen words."""
        from tui.curate.insert import InsertError
        from tui.extract.suggest import chosen_draft
        from tui.review.draft_reading import read_one

        if (made := self._drafted(chosen_draft)) is None:
            return
        draft, quote = made
        text = self._screen.workspace.dossier.documents[draft.article].text

        def read(dossier: "Dossier") -> "Iterator[DraftReading]":
            if draft.article not in dossier.documents or dossier.documents[draft.article].text != text:
                raise InsertError("The text has changed; select the words again.")
            yield read_one(dossier, draft, quote)

        self._review(read, single=True)

    def review(self, everything: bool) -> None:
        """Opens the queue of the drafts of the article on screen, or of all articles."""
        from tui.review.draft_reading import DraftReader

        article = self._screen.reader.article
        here = [article] if article else []
        articles = self._screen.workspace.dossier.article_order if everything else here
        self._review(DraftReader(articles).readings, articles)

    def _review(
        self,
        read: "Callable[[Dossier], Iterator[DraftReading]]",
        articles: Sequence[str] = (),
        *,
        single: bool = False,
    ) -> None:
        """Opens the queue of drafts; `articles` are those that it has all drafts of."""
        from tui.app.screens.review import ReviewScreen
        from tui.curate.insert import mark_of
        from tui.review.review import DECIDED

        screen = self._screen

        def edit(record: str | None) -> None:
            review, dossier = view.review, screen.workspace.dossier
            if review and review.complete and all(item.status in DECIDED for item in review.items):
                self._reviewed |= dict.fromkeys(articles, dossier)
                screen.update_keys()
            if record:
                self.edit_at(mark_of(dossier.catalog, record))

        place = replace(screen.navigation.shown, anchor=screen.reader.scrolled_to, article=screen.reader.article)
        view = ReviewScreen(screen.workspace, place, read, screen.reloader.check, self.journal, single=single)
        screen.app.push_screen(view, edit)
