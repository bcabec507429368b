"""What Escape does on the main screen: one step out, never out of the app."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.commands.action_keys import action_keys
from tui.app.model.place import ARTICLES, DETAILS, LABELS, LISTS, TEXT
from tui.app.model.target import FindTarget

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen

WayOut = tuple[str, Callable[[], None]]
"""The word for what Escape does, empty where there is nothing to go back to, and what it does."""


def way_out(screen: "MainScreen") -> WayOut:
    """What Escape does now."""
    panes, browser = screen.panes, screen.browser
    if screen.list_filter.edited_list:
        return "cancel", lambda: browser.preview_again(screen.list_filter.cancel_field())
    if screen.selection_hints:
        return "clear selection", screen.clear_selection
    if panes.arrangement.zoomed:
        return "all panes", screen.action_zoom
    if panes.focused == DETAILS:
        return f"to {LABELS[panes.before_details]}", browser.leave_details
    if panes.focused == TEXT:
        return _out_of_text(screen)
    listing = panes.list_pane(panes.focused)
    if listing.filter_query:
        return "clear filter", listing.clear_filter
    if browser.previewing:
        return "back", browser.leave_preview
    quit = action_keys(screen.app).first_key("quit", screen.where)
    return "", lambda: screen.show_message(f"Nothing to go back to. {quit} quits.")


def _out_of_text(screen: "MainScreen") -> WayOut:
    """Back to where the place was reached from."""
    browser, shown = screen.browser, screen.navigation.shown
    if isinstance(shown.target, FindTarget):
        return "clear highlights", browser.leave_hits
    origin = shown.origin
    if browser.previewing_from_details:
        return f"to {LABELS[DETAILS]}", lambda: screen.panes.focus(DETAILS)
    if origin and origin not in LISTS:
        word = "back" if origin == TEXT else f"to {LABELS.get(origin, origin.partition(':')[0])}"
        return word, browser.drop_preview if browser.previewing else browser.step_out
    listed = browser.list_of(shown.record) or ARTICLES
    return f"to {LABELS[listed]}", lambda: screen.panes.show_list(listed)
