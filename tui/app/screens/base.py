"""The base class of lode's screens."""

from collections.abc import Iterable
from typing import Any

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Input

from tui.app.commands.action_keys import action_keys
from tui.app.commands.key_names import display_key
from tui.app.model.navigation import Navigation
from tui.app.model.place import Place
from tui.app.model.target import WordsTarget
from tui.app.model.workspace import Workspace
from tui.app.rendering.arrangement import is_narrow, is_tiny, is_wide
from tui.app.screens.closing import ClosingScreen
from tui.app.widgets.bars import Keys
from tui.app.widgets.reader import Reader
from tui.dossier.records import Record


class LodeScreen(ClosingScreen[ScreenResultType]):
    """Declares what the app and the main screen use of every screen. Subclasses override what applies to them."""

    help_title = ""
    """What help calls this screen, or the pane with the focus."""
    help_without: tuple[str, ...] = ()
    """The ids of actions that help leaves out, because they can do nothing here now."""
    reports_changes = False
    """Whether it says itself what it changes in the catalog."""
    place: reactive[Place | None] = reactive(None, init=False, repaint=False)
    """What its text shows."""

    def on_mount(self) -> None:
        _set_size_classes(self, self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        _set_size_classes(self, event.size)

    def on_screen_suspend(self) -> None:
        for keys in self.query(Keys):
            keys.cover(self.app.screen.is_modal)

    def on_screen_resume(self) -> None:
        for keys in self.query(Keys):
            keys.cover(False)

    @property
    def reader(self) -> Reader:
        """Its text."""
        return self.query_one(Reader)

    @property
    def where(self) -> str:
        """Where the focus is, as the table of actions calls it; empty where the table has nothing for it."""
        return ""

    @property
    def cursor_widget(self) -> Widget | None:
        """The widget that shows the cursor, where that is another than the focused one."""
        return None

    @property
    def held_except(self) -> tuple[str, ...] | None:
        """None, unless keys must wait, however long, for what is being read or written: the methods that need not."""
        return None

    @property
    def answer_pending(self) -> bool:
        """Whether Enter was pressed and still waits for an answer: keys wait with it."""
        return False

    def set_workspace(self, workspace: Workspace) -> None:
        """Shows another version of the dossier, because its files have changed."""

    def save_place(self) -> None:
        """Makes what is on screen the place to return to in the next session."""

    def show_message(self, message: str, hint: str = "") -> None:
        """Shows a message for a few seconds or until the next key, and a hint that is never cut, in the last line."""
        # A screen without such a line leaves it to the main screen, which is seen again when this one closes.
        own = self.query(Keys) or self.app.screen_stack[0].query(Keys)
        for keys in own:
            keys.show_message(message, hint)

    def on_key(self, event: events.Key) -> None:
        # A box has its keys in its border, and a field takes what is typed.
        if self.is_modal or isinstance(self.focused, Input):
            return
        keys = action_keys(self.app)
        here = {key for action in keys.available(self.where) for key in action.key_list}
        meant = event.is_printable or event.key in keys.every_key
        if meant and event.key not in here:
            help = keys.first_key("help", self.where)
            self.show_message(f"{display_key(event.key)} does nothing here. {help} lists the keys.")

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        # Selecting words, the mouse is in the text that it was pressed in.
        if isinstance(pressed := self.app.mouse_captured, Reader):
            region = pressed.content_region
            x, y = min(max(x, region.x), region.right - 1), min(max(y, region.y), region.bottom - 1)
        return super().get_widget_and_offset_at(x, y)

    def action_reader_rows(self, rows: int) -> None:
        self.reader.scroll_by(rows)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        from tui.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.where, self.help_title, self.help_without))

    def action_copy_text(self) -> None:
        if not (words := self.get_selected_text()):
            cite = action_keys(self.app).first_key("copy-citation", self.where)
            self.show_message(f"Nothing is selected. Select words with the mouse, or press {cite} to copy a citation.")
            return
        self.app.copy_to_clipboard(words)
        self.show_message(f"Copied: {' '.join(words.split())}")

    def show_message_on_top(self, message: str) -> None:
        """Shows a message on the screen that is on top."""
        top = self.app.screen
        (top if isinstance(top, LodeScreen) else self).show_message(message)


class PlaceScreen(LodeScreen[ScreenResultType]):
    """A screen with a place that can be cited."""

    workspace: Workspace
    navigation: Navigation

    @property
    def current_place(self) -> Place | None:
        """What is current, whatever is selected."""
        raise NotImplementedError

    @property
    def cited_place(self) -> Place | None:
        """What is cited: the selected words, else what is current."""
        for reader in self.query(Reader):
            if reader.selected and reader.article:
                return Place(WordsTarget(reader.article, (reader.selected,)))
        return self.current_place

    def update_keys(self) -> None:
        """Shows the keys that do something now."""
        raise NotImplementedError

    def go(self, place: Place | None) -> None:
        """Jumps to a place, if there is one."""
        raise NotImplementedError

    def action_places(self) -> None:
        from tui.app.screens.places import PlacesScreen

        self.app.push_screen(PlacesScreen(self.workspace, self.navigation.history), self.go)

    def action_search(self, text: str = "") -> None:
        from tui.app.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.workspace, text), self.go)

    @property
    def selection_hints(self) -> list[tuple[str, str]] | None:
        """The keys that concern the selected words; None if none are selected."""
        if not any(reader.selected for reader in self.query(Reader)):
            return None
        offered = {"copy-citation": "cite selection", "copy-as": "other forms", "insert-draft": "new record"}
        offered |= {"copy-text": "copy words", "open-address": "open there", "draft": "draft"}
        keys = action_keys(self.app)
        known = {action.id for action in keys.available(self.where)}
        return [(keys.first_key(id, self.where), word) for id, word in offered.items() if id in known]

    def on_reader_selection_changed(self) -> None:
        self.update_keys()

    def action_copy_citation(self) -> None:
        from tui.app.commands.copying import send

        if (place := self.cited_place) is not None:
            self.show_message(*send(self.app, "plain", self.workspace, place))

    @property
    def reported(self) -> tuple[str, Iterable[Record]]:
        """What a report on what is shown is called, and the records in it; no records where there are none."""
        from tui.app.commands.reporting import reported_of

        place, dossier = self.current_place, self.workspace.dossier
        record = dossier.get(place.record or place.article or "") if place else None
        return (record.id, reported_of(record, dossier)) if record else ("", ())

    def action_write_report(self, format: str) -> None:
        from tui.app.commands.reporting import SUFFIXES, save
        from tui.export.formats import as_text

        name, records = self.reported
        if chosen := [*records]:
            text = as_text(format, chosen, self.workspace.dossier) + "\n"
            self.show_message(save(text, f"lode-{name}", SUFFIXES[format]))
        else:
            self.show_message("Nothing to report: there is no figure, claim or event.")

    def action_copy_as(self) -> None:
        from tui.app.screens.copy import CopyScreen

        if (place := self.cited_place) is not None:
            self.app.push_screen(CopyScreen(self.workspace, place, self.show_message))


def _set_size_classes(screen: Screen[Any], size: Size) -> None:
    """Tells the style sheet what the terminal has room for."""
    screen.set_class(is_wide(size), "wide")
    screen.set_class(is_narrow(size), "narrow")
    screen.set_class(is_tiny(size), "tiny")
