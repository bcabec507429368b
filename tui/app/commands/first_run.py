"""What stands in place of the keys for who opens lode for the first time, until they have found their way."""

import os
from collections.abc import Iterable

from tui.app.commands.actions import Action
from tui.app.settings.remembered import recall, remember
from tui.app.settings.state import state_folder

HINTS = (
    ("j k", "move and show"),
    ("Enter", "reads"),
    ("n", "walks its mentions"),
    ("/", "searches"),
    ("?", "explains"),
)
"""What the lists offer first; of keys that never change."""

ENOUGH = 3
"""Different actions after which nobody needs to be told."""

_NAME = "keys"


class FirstRun:
    """Counts what a person does; whether the hint is still wanted."""

    def __init__(self) -> None:
        self._done: set[str] = set()
        # Where nothing can be remembered, every run would be the first.
        self.hinted = state_folder(os.environ) is not None and recall(_NAME) is None

    def key_pressed(self, key: str, available: Iterable[Action]) -> None:
        """Counts the action of a key, among those that are available."""
        if not self.hinted:
            return
        self._done |= {action.verb for action in available if key in action.key_list}
        if "leave" in self._done or len(self._done) >= ENOUGH:
            self.hinted = False
            remember(_NAME, "done")
