"""The hint that replaces the keys in the last line for new users, until they have used a few actions."""

import os
from collections.abc import Container, Iterable

from tui.app.commands.action_keys import ActionKeys
from tui.app.commands.actions import LIST, Action
from tui.app.settings.remembered import recall, remember
from tui.app.settings.state import state_folder

_HINTS = (
    ("next-row", "previous-row", "move and show"),
    ("keep", "read"),
    ("next-occurrence", "next mention"),
    ("search", "search"),
    ("help", "all keys"),
)
"""The actions of the hint, and what they do."""

ENOUGH = 3
"""Different actions after which the hint is no longer shown."""

_NAME = "keys"


def first_hints(keys: ActionKeys, without: Container[str]) -> list[tuple[str, str]]:
    """The hint for the lists: keys as the user has set them, and what they do. `without` has ids of actions."""
    return [(" ".join(keys.first_key(id, LIST) for id in ids), word) for *ids, word in _HINTS if ids[0] not in without]


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
