"""A screen that keeps up with its catalog: editing it, drafts, its problems, and the dossier read anew."""

import asyncio

from textual import work
from textual.reactive import reactive

from tui.app.model.background import run_in_thread
from tui.app.model.navigation import Navigation
from tui.app.model.place import TEXT, History
from tui.app.model.watch import Files, changed_records
from tui.app.model.workspace import Workspace
from tui.app.rendering.theme_styles import ThemeStyles
from tui.app.screens.narrowing import NarrowingScreen
from tui.app.widgets.bars import Breadcrumb
from tui.app.widgets.reader import Reader
from tui.catalog.problem import START, Mark
from tui.dossier.dossier import Dossier
from tui.view.wording import counted

LOOK_SECONDS = 1.0
"""How often the files are looked at for changes."""


class CuratingScreen(NarrowingScreen[None]):
    """Owns the dossier that is worked on, and where one stands in it."""

    theme_styles: reactive[ThemeStyles | None] = reactive(None, init=False)
    alert: reactive[str] = reactive("", repaint=False)
    """What is wrong with the files, in a few words."""

    def __init__(self, dossier: Dossier, history: History, theme_styles: ThemeStyles | None) -> None:
        super().__init__()
        self.set_reactive(CuratingScreen.theme_styles, theme_styles)
        self.workspace = Workspace(dossier)
        self.navigation = Navigation(self.workspace, history)
        self.files = Files(dossier)
        self.set_reactive(CuratingScreen.alert, self.files.alert())

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one(f"#{TEXT}", Reader)

    def taken(self, before: Workspace) -> None:
        """The desk is another: what shows it has to follow."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Opens the editor at the current record's line in the catalog; back at the same place afterwards."""
        dossier = self.workspace.dossier
        record = dossier.get(self.navigation.shown.record) or dossier.get(self.reader.article or "")
        self.edit_at(record.mark if record else START)

    def edit_at(self, mark: Mark) -> None:
        """Opens the editor at a place in the catalog, and takes up what was changed there."""
        from tui.app.system.editing import edit

        edit(self.app, self.workspace.dossier.catalog, mark, self.say_on_top)
        self._look()

    def action_problems(self) -> None:
        from tui.app.screens.problems import ProblemsScreen

        def chosen(mark: Mark | None) -> None:
            if mark is not None:
                self.edit_at(mark)

        if not self.files.problems:
            self.say("The catalog has no problems.")
            return
        self.app.push_screen(ProblemsScreen(self.files.problems, self.theme_styles), chosen)

    def action_uncaptured(self) -> None:
        """Marks what the catalog leaves out of the article on screen, or no longer."""
        reader = self.reader
        reader.uncaptured = not reader.uncaptured
        if reader.uncaptured and reader.article:
            left = self.workspace.dossier.coverage(reader.article)
            found = f"{counted(len(left.uncaptured), 'number')}, {counted(len(left.names), 'name')} left out here."
            self.say("Nothing is left out here." if left.complete else found)

    def action_draft(self) -> None:
        """Copies the chosen words as a draft."""
        from tui.app.commands.drafting import copy_draft
        from tui.curate.insert import InsertError

        try:
            self.say(copy_draft(self.app, self.workspace, self.reader))
        except InsertError as error:
            self.say(str(error))

    def action_insert_draft(self) -> None:
        """Writes the chosen words as a draft into the catalog, and opens the editor there."""
        from tui.app.commands.drafting import insert_draft
        from tui.curate.insert import InsertError

        try:
            mark = insert_draft(self.workspace, self.reader)
        except InsertError as error:
            self.say(str(error))
        else:
            self.edit_at(mark)

    # Following the files

    def watch_alert(self, alert: str) -> None:
        for screen in self.app.screen_stack:
            for breadcrumb in screen.query(Breadcrumb):
                breadcrumb.alert = alert

    def follow(self) -> None:
        """Looks at the files from now on."""
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        """Opens the dossier anew where its files have changed."""
        if self.files.changed():
            self._reopen()

    @work
    async def _reopen(self) -> None:
        # Not in a thread of Textual's, for which the app would wait when it is left.
        await asyncio.wrap_future(run_in_thread(self.files.reopen))
        self.call_later(self._take)

    def _take(self) -> None:
        """Shows the dossier as it is now, at the same place; of a broken one, the problems, and the last good one."""
        self.alert = self.files.alert()
        before = self.workspace
        if self.files.stale or self.files.dossier is before.dossier:
            return
        try:
            gone = self._turn_to(Workspace(self.files.dossier, before.queries, before.leaving))
        except Exception as error:
            self.files.refuse(error, before.dossier)
            self.alert = self.files.alert()
            self._turn_to(before)
            return
        changed = changed_records(before.dossier, self.workspace.dossier)
        self.say_on_top(gone or f"Reloaded: {counted(changed, 'record')} changed.")

    def say_on_top(self, message: str) -> None:
        """A message in the last line that is on screen."""
        top = self.app.screen
        (top if isinstance(top, NarrowingScreen) else self).say(message)

    def _turn_to(self, workspace: Workspace) -> str | None:
        """Shows another dossier at the same place; what to say if what was shown is no longer in it."""
        before, self.workspace = self.workspace, workspace
        gone = self.navigation.take(workspace, self.reader.scrolled_to)
        self.taken(before)
        # What is open over the panes is about the same dossier.
        for screen in self.app.screen_stack[1:]:
            if take := getattr(screen, "take", None):
                take(workspace)
        return gone
