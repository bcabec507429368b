"""Checking a draft from the main screen: opening it, reading its sources, and coming back to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.model.background import in_thread

if TYPE_CHECKING:
    from tui.app.model.verification import Verification
    from tui.app.screens.main import MainScreen


class Verifying:
    """Opens a draft over the main screen, and keeps it while its sources are read there."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._verification: Verification | None = None

    def open(self, path: Path | None = None, language: str | None = None) -> None:
        """Opens a draft: that of a path, else the last one; with none before, asks for it."""
        from tui.app.model.verification import Verification
        from tui.app.screens.draft import DraftScreen

        if path is not None:
            self._verification = Verification(path, language)
        if self._verification is None:
            self._ask()
            return
        screen = DraftScreen(self._screen.workspace, self._verification, self._ask)
        self._screen.app.push_screen(screen, self._screen.go)

    def reopen(self) -> None:
        """Opens the last draft again, if there was one."""
        if self._verification is not None:
            self.open()

    def _ask(self) -> None:
        from tui.app.screens.draft import DraftField

        before = self._verification.path if self._verification else None
        self._screen.app.push_screen(DraftField(before), lambda path: self.open(path) if path else None)

    async def follow(self) -> None:
        """Checks the draft that is open again if its file has changed."""
        if self._verification is None:
            return
        from tui.app.screens.draft import DraftScreen

        top = next((each for each in self._screen.app.screen_stack if isinstance(each, DraftScreen)), None)
        if top is not None and await in_thread(top.verification.changed):
            top.check()
