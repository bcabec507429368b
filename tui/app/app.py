"""The app: one dossier, one main screen, a theme."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.app.ink import Ink, ink_for
from tui.app.place import Place
from tui.app.screens.main import MainScreen
from tui.app.session import Session
from tui.dossier.dossier import Dossier

if TYPE_CHECKING:
    from textual.command import Provider


def _actions() -> "type[Provider]":
    from tui.app.palette import Actions

    return Actions


def _records() -> "type[Provider]":
    from tui.app.palette import Records

    return Records


class LodeApp(App[None]):
    """lode's terminal explorer."""

    TITLE = "lode"
    CSS_PATH = "lode.tcss"
    COMMANDS: ClassVar["set[Callable[[], type[Provider]]]"] = {*App.COMMANDS, _actions, _records}  # type: ignore[assignment, arg-type]

    def __init__(self, dossier: Dossier, place: Place | None = None, session: Session | None = None) -> None:
        # Without colour, the terminal's own two and attributes: greys of a theme may not show on its ground.
        plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None)
        self.dossier = dossier
        self._place = place
        self._session = session
        self.left: Session | None = None
        """What is to be taken up the next time, once one has quit."""
        theme = os.environ.get("LODE_THEME")
        if plain:
            self.theme = "ansi-dark"
        elif theme and theme in self.available_themes:
            self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        # With its ink from the start: the first thing painted is the first screen whole.
        return MainScreen(self.dossier, self._place, self._ink(), self._session)

    async def action_quit(self) -> None:
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            self.left = main.session()
        self.exit()

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, lambda _: self._dip())

    async def on_event(self, event: events.Event) -> None:
        # A message goes with the next key, whichever widget takes the key.
        if isinstance(event, events.Key) and isinstance(self.screen, MainScreen):
            self.screen.key_pressed(event.key)
        await super().on_event(event)

    def _dip(self) -> None:
        """Takes up the theme's styles and hands them to every screen."""
        for screen in self.screen_stack:
            if hasattr(screen, "ink"):
                screen.ink = self._ink()

    def _ink(self) -> Ink:
        return ink_for(self.current_theme, self.theme_variables, not self.no_color)
