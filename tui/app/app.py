"""The app: one dossier, one main screen, a theme."""

import os
from typing import ClassVar

from textual.app import App
from textual.command import Provider
from textual.reactive import reactive
from textual.screen import Screen

from tui.app.ink import Ink, ink_for
from tui.app.palette import Actions, Records
from tui.app.place import Place
from tui.app.screens.main import MainScreen
from tui.dossier.dossier import Dossier


class LodeApp(App[None]):
    """lode's terminal explorer."""

    TITLE = "lode"
    CSS_PATH = "lode.tcss"
    COMMANDS: ClassVar[set[type[Provider]]] = App.COMMANDS | {Actions, Records}  # type: ignore[assignment]

    ink: reactive[Ink | None] = reactive(None, init=False)

    def __init__(self, dossier: Dossier, place: Place | None = None) -> None:
        super().__init__()
        self.dossier = dossier
        self.queries: list[str] = []
        """What was searched for, latest last."""
        self._place = place
        theme = os.environ.get("LODE_THEME")
        if theme and theme in self.available_themes:
            self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        return MainScreen(self.dossier, self._place)

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, lambda _: self._dip())
        self._dip()

    def _dip(self) -> None:
        """Takes up the theme's styles and hands them to every screen."""
        ink = ink_for(self.current_theme, self.theme_variables, not self.no_color)
        for screen in self.screen_stack:
            if hasattr(screen, "ink"):
                screen.ink = ink
