"""Following the dossier's files: the main screen shows what they hold now."""

import asyncio
from typing import TYPE_CHECKING

from tui.app.model.background import collection_paused, in_thread, run_in_thread
from tui.app.model.watch import Files, changed_records
from tui.app.model.workspace import Workspace
from tui.app.screens.base import LodeScreen
from tui.view.wording import counted

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

CHECK_SECONDS = 1.0
"""How often the files are checked."""

MANY_FILES = 100
"""To look at more files takes longer than a frame."""


class Reloader:
    """Checks the files of a dossier for changes, opens them again, and shows the new dossier on every screen.

    Files are checked and opened in threads: of a large dossier, both take longer than a key may wait.
    """

    def __init__(self, screen: "MainScreen", files: Files) -> None:
        self._screen, self._files = screen, files
        self._running = self._due = False
        self._done = ""
        """What to say once what lode itself has written is shown."""

    def start(self) -> None:
        """Checks the files regularly from now on."""
        if len(self._files.dossier.documents) > MANY_FILES:
            run_in_thread(self._files.watch)
        else:
            self._files.watch()
        self._screen.set_interval(CHECK_SECONDS, self._check_regularly)

    def _check_regularly(self) -> None:
        if not self._running:
            self.check()

    def check(self, done: str = "") -> None:
        """Checks the files now; if they are being checked already, once more afterwards.

        `done` is what has been written, to say in place of how many records have changed.
        """
        self._due, self._done = True, done or self._done
        if not self._running:
            self._running = True
            self._screen.run_worker(self._run(), group="files")

    async def _run(self) -> None:
        try:
            while self._due:
                self._due = False
                if await in_thread(self._files.changed):
                    await in_thread(self._files.reopen)
                    self._screen.call_later(self.show, await self._workspace())
                await self._screen.verifying.follow()
        finally:
            self._running = False

    async def _workspace(self) -> Workspace:
        """The dossier as its files are now, with the hits of the queries that led to a place.

        To find them, the search index may have to be brought up to date.
        """
        before = self._screen.workspace
        if self._files.dossier is before.dossier:
            return before
        now = Workspace(self._files.dossier, before.queries, before.leaving)
        queries = self._screen.navigation.queries
        if queries:
            await asyncio.wrap_future(now.in_thread(lambda: now.find_hits(queries)))
        return now

    def show(self, workspace: Workspace) -> None:
        """Shows the dossier as its files are now, at the same place; the last good one if they cannot be used."""
        screen, files = self._screen, self._files
        done, self._done = self._done, ""
        before = screen.workspace
        screen.alert = files.alert()
        if workspace.dossier is before.dossier:
            return
        try:
            with collection_paused():
                message = self._switch(workspace)
        except Exception as error:
            files.refuse(error, before.dossier)
            screen.alert = files.alert()
            self._switch(before)
            return
        changed = changed_records(before.dossier, workspace.dossier)
        top = screen.app.screen
        if message or not (isinstance(top, LodeScreen) and top.reports_changes):
            what = f": {counted(changed, 'record')} changed" if changed else ""
            screen.show_message_on_top(done or message or f"Reloaded{what}.")

    def _switch(self, workspace: Workspace) -> str | None:
        """Shows another version of the dossier. Returns a message if what was shown is no longer in it."""
        message = self._screen.navigation.set_workspace(workspace, self._screen.reader.scrolled_to)
        for screen in self._screen.app.screen_stack:
            if isinstance(screen, LodeScreen):
                screen.set_workspace(workspace)
        return message
