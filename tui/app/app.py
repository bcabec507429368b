"""The app: one dossier, one main screen, a theme."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.geometry import Offset
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import Input

from tui.app.commands.action_keys import ActionKeys
from tui.app.commands.actions import HELP, bindings
from tui.app.commands.layouts import in_latin
from tui.app.commands.typeahead import TypeAhead
from tui.app.model.place import Place
from tui.app.rendering.direction import Isolated
from tui.app.rendering.line_filters import Filters, Visible
from tui.app.rendering.palette256 import Palette256
from tui.app.rendering.theme_styles import ThemeStyles, theme_styles_for
from tui.app.rendering.themes import FEW_COLORS, FULL_COLOR, themes
from tui.app.screens.base import LodeScreen, PlaceScreen
from tui.app.screens.main import MainScreen
from tui.app.settings.config import Config
from tui.app.settings.remembered import recall, remember
from tui.app.settings.session import Session, first_session
from tui.app.widgets.bars import Keys
from tui.app.widgets.reader import Reader
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier

if TYPE_CHECKING:
    from textual.command import Provider


def _action_provider() -> "type[Provider]":
    from tui.app.commands.palette import ActionProvider

    return ActionProvider


def _record_provider() -> "type[Provider]":
    from tui.app.commands.palette import RecordProvider

    return RecordProvider


class LodeApp(App[None]):
    """The app: one dossier, one main screen, and the screens that open over it."""

    TITLE = "lode"
    _colors = FULL_COLOR
    CSS_PATH = "lode.tcss"
    COMMANDS: ClassVar["set[Callable[[], type[Provider]]]"] = {_action_provider, _record_provider}  # type: ignore[assignment]
    # The table of actions binds the key of the palette.
    ENABLE_COMMAND_PALETTE = False
    # Before the bindings of every screen.
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, priority=True) for binding in bindings(HELP) if binding.id == "suspend"
    ]

    def __init__(
        self,
        dossier: Dossier,
        place: Place | None = None,
        config: Config | None = None,
        session: Session | None = None,
        keep: Callable[[Session], None] = lambda session: None,
        colors: int = FULL_COLOR,
        draft: Path | None = None,
    ) -> None:
        """`colors` is how many colours the terminal shows: 0, 16, 256 or more. `draft` opens at once."""
        # With few, the terminal's own two colours: the greys of a theme may be invisible on its background.
        super().__init__(ansi_color=None if colors > 16 else True)
        self._colors = colors
        # Textual decides by NO_COLOR alone, even where it is empty.
        self.no_color = not colors
        palette: list[LineFilter] = [NoColor()] if not colors else [Palette256()] if colors == 256 else []
        self._last_filters = [*palette, Visible(), Isolated()]
        self._filter = Filters(self._last_filters)
        self._config = config or Config()
        self.action_keys = ActionKeys(self._config.keys)
        """The actions with the keys that the user has for them."""
        self.set_keymap(self.action_keys.keymap)
        self.type_ahead = TypeAhead(self, self._send_key)
        self.dossier = dossier
        self._place = place
        self._session = session
        self._keep = keep
        self._draft = draft
        self._theme_styles: dict[str, ThemeStyles] = {}
        """The styles of each theme that was shown."""
        theme = self._config.theme or recall("theme")
        if theme and theme in self.available_themes and colors:
            self.theme = theme
        elif colors <= 16:
            self.theme = FEW_COLORS

    def copy_to_clipboard(self, text: str) -> None:
        # The terminal does not confirm what it is sent, so the program of the platform gets it as well.
        super().copy_to_clipboard(text)
        if not self.is_headless:
            from tui.app.system.clipboard import hand_over, program

            hand_over(text, program(os.environ))

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Opens an address in the browser, and shows the result in the last line."""
        main = self.screen_stack[0]
        if self.is_web or not isinstance(main, MainScreen):
            super().open_url(url, new_tab=new_tab)
            return
        from tui.app.system.browser import open_address, program

        self.run_worker(open_address(url, program(os.environ), main.show_message))

    @property
    def cursor_position(self) -> Offset:
        """The cell of the terminal's cursor after each frame: on the selection, for screen readers."""
        if not self.is_running or not self.screen_stack:
            return Offset(0, 0)
        screen = self.screen
        widget = (screen.cursor_widget if isinstance(screen, LodeScreen) else None) or self.focused
        if isinstance(widget, Input):
            # It counts a cell too many if its caret is after the last character.
            return widget.cursor_screen_offset - Offset(int(widget.cursor_at_end), 0)
        return widget.cursor_screen_offset if isinstance(widget, Rows | Reader) else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, at: Offset) -> None:
        # Fields set it to their caret, which is read from the focused widget instead.
        pass

    def action_command_palette(self) -> None:
        from tui.app.commands.palette import Palette

        if not isinstance(self.screen, Palette):
            words = "What to do, or the name of a record" if isinstance(self.screen, PlaceScreen) else "What to do"
            self.push_screen(Palette(placeholder=words))

    def search_themes(self) -> None:
        from tui.app.commands.palette import ThemePalette

        self.push_screen(ThemePalette())

    def choose_theme(self, name: str) -> None:
        """Sets the theme, from now on and in later sessions."""
        self.theme = name
        remember("theme", name)
        if self._config.theme not in (None, name) and isinstance(self.screen, LodeScreen):
            self.screen.show_message(f"For this session: your settings open lode with {self._config.theme}.")

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The themes by name, as far as the terminal can show them."""
        return themes(self._colors)

    @property
    def theme_styles(self) -> ThemeStyles:
        """The styles of the theme."""
        if self.theme not in self._theme_styles:
            self._theme_styles[self.theme] = theme_styles_for(
                self.current_theme, self.get_css_variables(), not self.no_color
            )
        return self._theme_styles[self.theme]

    def save_picture(self) -> None:
        """Writes what is on screen to a new SVG file of the working folder, and says where."""
        from tui.app.commands.reporting import save

        if isinstance(screen := self.screen, LodeScreen):
            screen.show_message(save(self.export_screenshot(title=self.TITLE), "lode", ".svg"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = [each for each in super().get_line_filters() if not isinstance(each, NoColor | Monochrome)]
        if [*filters, *self._last_filters] != self._filter.filters:
            self._filter = Filters([*filters, *self._last_filters])
        return [self._filter]

    def get_default_screen(self) -> Screen[None]:
        session = first_session(self.dossier, self._session, self._place)
        return MainScreen(self.dossier, session)

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if sys.platform != "win32":
            from textual.drivers.linux_driver import LinuxDriver

            from tui.app.system.terminal import Terminal

            return Terminal if found is LinuxDriver else found
        return found

    def action_press(self, key: str) -> None:
        """Handles a key as if it had been pressed."""
        self.post_message(events.Key(key, None))

    async def action_quit(self) -> None:
        self.end()

    def end(self, status: int = 0) -> None:
        """Saves the session and ends the app with an exit status."""
        try:
            self._save_session()
        finally:
            self.exit(return_code=status)

    def _save_session(self) -> None:
        """Saves places and sizes, if there is anything on screen yet."""
        main = next(iter(self.screen_stack), None)
        if isinstance(main, MainScreen) and main.is_mounted:
            for screen in reversed(self.screen_stack):
                if isinstance(screen, LodeScreen):
                    screen.save_place()
            self._keep(main.session)

    def action_suspend(self) -> None:
        """Stops lode, as Ctrl+Z does, until the shell continues it."""
        from tui.app.system.suspending import stop, while_suspended

        main = self.screen_stack[0]
        if (message := while_suspended(self, stop, "the shell")) and isinstance(main, MainScreen):
            main.show_message_on_top(message)

    def restore_terminal(self) -> None:
        """Sets up the terminal again after SIGSTOP, which cannot be handled before the shell takes over."""
        from tui.app.system.suspending import while_suspended

        while_suspended(self, lambda signals: "", "the shell")

    def on_ready(self) -> None:
        main = self.screen_stack[0]
        if self._draft is not None and isinstance(main, MainScreen):
            main.verifying.open(self._draft)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.type_ahead.handle_event(event)
        else:
            await super().on_event(event)

    async def _send_key(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key):
            typed = isinstance(self.focused, Input) and event.character is not None
            if not typed and event.key not in self.action_keys.every_key:
                event = in_latin(event)
            # Any key hides the message, whichever widget handles the key.
            for keys in self.screen.query(Keys):
                keys.hide_message()
            if isinstance(self.screen, MainScreen):
                self.screen.note_key(event.key)
        await super().on_event(event)
