"""What an action of the app is, and where it is available."""

from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import Any

from textual.actions import parse
from textual.binding import Binding

from tui.app.commands.key_names import display_key

LIST, TEXT, DETAILS = "list", "text", "details"
SEARCH, FILTER, COMPARE, TIMELINE = "search", "narrow", "compare", "timeline"
PROBLEMS, PLACES, HELP, COPY, JUMP, FIND = "problems", "places", "help", "copy", "jump", "find"
REVIEW, FIELD, DRAFT = "review", "field", "draft"
"""Where an action is available: a pane of the main screen, a field, or another screen."""


@dataclass(frozen=True)
class Action:
    """An action, and the keys that are bound to it."""

    id: str
    """Its name in the user's configuration, and the id of its binding."""
    action: str
    """Textual's action string. Without a namespace, the widget that has the focus carries it out."""
    where: tuple[str, ...]
    """Where it is available."""
    keys: str
    """Its keys, separated by commas: characters, or Textual's names of others."""
    help: str
    """What it does, for help and the palette."""
    _: KW_ONLY
    both: str = ""
    """What this action and the next one do, where help has them on one line."""
    group: str = ""
    """The heading that help has it under."""
    brief: str = ""
    """What it does, where help has little room; else the word of the footer, or what help says."""
    hint: str = ""
    """The word for it in the footer; empty if the footer does not show it."""
    shown: str = ""
    """How its keys are shown, if not all of them are."""

    @cached_property
    def key_list(self) -> list[str]:
        """Textual's names of its keys."""
        return [binding.key for binding in Binding.make_bindings([self.binding])]

    @cached_property
    def keys_shown(self) -> str:
        """Its keys as they are shown to the user, separated by spaces."""
        return self.shown or " ".join(map(display_key, self.key_list))

    @cached_property
    def verb(self) -> str:
        """The name of its method, without `action_`."""
        return parse(self.action)[1]

    @cached_property
    def arguments(self) -> tuple[Any, ...]:
        """The arguments of its method."""
        return parse(self.action)[2]

    @property
    def binding(self) -> Binding:
        """Textual's binding for it."""
        return Binding(self.keys, self.action, self.help, show=False, id=self.id)
