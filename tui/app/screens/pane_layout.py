"""The arrangement of the main screen's panes."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from tui.app.model.place import DETAILS, FIGURES, LABELS, LISTS, PANES, TABS, TEXT
from tui.app.rendering.arrangement import Arrangement, Axis
from tui.app.widgets.bars import Tabs
from tui.app.widgets.pane_splitter import PaneSplitter
from tui.app.widgets.panes import ListPane

_MOVING_BORDERS = ("wider", "narrower", "higher", "lower", "reset-sizes")


class PaneLayout:
    """Arranges the panes of a screen in a terminal of any size, and moves the focus between them."""

    def __init__(self, screen: Screen[Any], arrangement: Arrangement, focused: str) -> None:
        self._screen = screen
        self.arrangement = arrangement
        self._focused = focused
        """The pane that had the focus last."""
        self.before_details = TEXT
        """The pane from which the focus moved to Details."""

    def set_up(self) -> None:
        """Names the tabs, arranges the panes, and gives the focus to the one to start in."""
        focused = self._focused
        self.arrange(self._screen.size)
        self.focus(focused)

    def widget(self, pane: str) -> Widget:
        """The widget of a pane."""
        return self._screen.query_one(f"#{pane}")

    @property
    def splitter(self) -> PaneSplitter:
        """What holds the panes, and the borders between them."""
        return self._screen.query_one(PaneSplitter)

    @property
    def focused(self) -> str:
        """The pane that has the focus, or had it last."""
        for widget in self._screen.focused.ancestors_with_self if self._screen.focused else ():
            if isinstance(widget, ListPane):
                return widget.pane
            if widget.id in PANES:
                return widget.id
        return self._focused

    def label(self, pane: str) -> str:
        """The name of a pane, or of the list that it shows."""
        return LABELS[self.list_pane(pane).tab if pane in LISTS else pane]

    def list_pane(self, name: str) -> ListPane:
        """The pane of a list."""
        pane = next(pane for pane, lists in TABS.items() if name in lists)
        return self._screen.query_one(f"#{pane}-pane", ListPane)

    def show_list(self, name: str) -> None:
        """Shows a list in its pane, and gives it the focus."""
        pane = self.list_pane(name)
        pane.show_tab(name)
        self.focus(pane.pane)
        self.mark_focus()

    def show_next_list(self, by: int) -> bool:
        """Shows the next list (1) or the previous one (-1) of the pane of the figures; False if it has no other."""
        pane = self.list_pane(FIGURES)
        self.show_list(pane.tabs[(pane.tabs.index(pane.tab) + by) % len(pane.tabs)])
        return len(pane.tabs) > 1

    @property
    def idle(self) -> tuple[str, ...]:
        """The ids of actions that do nothing for the focused pane."""
        return () if self.focused == FIGURES and len(self.list_pane(FIGURES).tabs) > 1 else ("next-tab",)

    @property
    def useless(self) -> tuple[str, ...]:
        """The ids of actions that do nothing for any pane: without borders, those that move them."""
        return () if self.arrangement.dividers(self._screen.size) else _MOVING_BORDERS

    def focus(self, pane: str) -> None:
        """Gives a pane the focus."""
        # At once: what `focus()` puts off comes after the keys that are typed ahead.
        self._screen.set_focus(self.widget(pane))

    def focus_next(self, by: int) -> None:
        """Gives the focus to the next pane (1) or the previous one (-1)."""
        self.focus(PANES[(PANES.index(self.focused) + by) % len(PANES)])

    def arrange(self, size: Size) -> None:
        """Sets the panes side by side as far as a terminal of a size has room, or one of them alone."""
        self._set_classes(self.arrangement.classes(size))
        self.splitter.lay_out(size)
        for pane in self._screen.query(ListPane):
            pane.update_titles()
        self.mark_focus()

    def mark_focus(self) -> None:
        """Names the tabs, and shows which pane has the focus, in them and, where only one fits, by its class."""
        before, self._focused = self._focused, self.focused
        if self._focused == DETAILS != before:
            self.before_details = before
        single = self._screen.has_class("single")
        self._set_classes({f"on-{pane}": single and pane == self._focused for pane in PANES})
        tabs = self._screen.query_one(Tabs)
        tabs.names = tuple((pane, f"{number} {self.label(pane)}") for number, pane in enumerate(PANES, 1))
        tabs.active = self._focused

    def _set_classes(self, classes: dict[str, bool]) -> None:
        """Gives the screen some classes and takes others away; it is styled again once, and only if any changes."""
        before = self._screen.classes
        for name, holds in classes.items():
            self._screen.set_class(holds, name, update=False)
        if self._screen.classes != before:
            self._screen.update_node_styles()

    def toggle_zoom(self) -> bool:
        """Shows the focused pane alone, or all panes again; False where only one fits anyway."""
        if not self.arrangement.zoomed and self.arrangement.alone(self._screen.size):
            return False
        self.arrangement.zoomed = not self.arrangement.zoomed
        self.arrange(self._screen.size)
        return True

    def grow(self, axis: Axis, by: int) -> bool:
        """Gives the focused pane more cells, or fewer where negative; False where no border can be moved."""
        return self.splitter.grow(self.widget(self.focused), axis, by)
