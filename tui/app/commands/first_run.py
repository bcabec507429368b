"""The hint that replaces the keys in the last line for new users, until they have used a few actions."""

import os
from collections.abc import Iterable

from tui.app.commands.action import Action
from tui.app.settings.remembered import recall, remember
from tui.app.settings.state import state_folder

HINTS = (
    ("j k", "move and show"),
    ("Enter", "read"),
    ("n", "next mention"),
    ("/", "search"),
    ("?", "all keys"),
)
"""The keys of the hint, which users cannot change, and what they do."""

ENOUGH = 3
"""Different actions after which the hint is no longer shown."""

_NAME = "keys"


class FirstRun:
    """Counts the different actions of a user, and decides whether the hint is shown."""

    def __init__(self) -> None:
        self._done: set[str] = set()
        # If nothing can be remembered, the hint would be shown in every session.
        self.hinted = state_folder(os.environ) is not None and recall(_NAME) is None

    def key_pressed(self, key: str, available: Iterable[Action]) -> None:
        """Counts the action of a key, among those that are available."""
        if not self.hinted:
            return
        self._done |= {action.verb for action in available if key in action.key_list}
        if "leave" in self._done or len(self._done) >= ENOUGH:
            self.hinted = False
            remember(_NAME, "done")
