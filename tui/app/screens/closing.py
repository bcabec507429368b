"""Closing a screen that is open over others."""

from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType


class ClosingScreen(Screen[ScreenResultType]):
    """Closes itself and no other screen.

    Textual closes whichever screen is on top, and a message may reach a screen that is closed already, or that another
    one has opened over. It takes styles from the first base class alone: this one comes last.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Closes the screen with a result, if it is on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete.nothing()  # type: ignore[no-untyped-call]
