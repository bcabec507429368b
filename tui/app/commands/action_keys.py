"""The actions of the app with the keys that the user has for them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol, cast

from textual.app import App

from tui.app.commands.actions import ACTIONS, Action

_FIRST = ("keep", "next-occurrence", "search", "compare", "copy-citation", "narrow")
"""The actions that come first, where there is no room for all."""


class ActionKeys:
    """The actions with the keys that the user chose for them."""

    def __init__(self, keys: Mapping[str, Iterable[str]] | None = None) -> None:
        """`keys` holds Textual's names of keys by the ids of actions. All other actions keep their default keys."""
        self.keymap = {id: ",".join(chosen) for id, chosen in (keys or {}).items()}
        """The chosen keys, for `App.set_keymap`."""
        self.actions = tuple(
            replace(action, keys=self.keymap[action.id], shown="") if action.id in self.keymap else action
            for action in ACTIONS
        )

    @cached_property
    def every_key(self) -> frozenset[str]:
        """Textual's names of the keys of all actions."""
        return frozenset(key for action in self.actions for key in action.key_list)

    def available(self, where: str) -> list[Action]:
        """The actions in a place, in the order of the table."""
        return [action for action in self.actions if where in action.where]

    def often(self, where: str) -> list[Action]:
        """The actions in a place that are needed often, and so are in the last line; the most useful first."""
        hinted = [action for action in self.available(where) if action.hint]
        return sorted(hinted, key=lambda action: _FIRST.index(action.id) if action.id in _FIRST else len(_FIRST))

    def first_key(self, id: str, where: str) -> str:
        """The first key of an action in a place, as it is shown to the user."""
        return next(action.keys_shown.split()[0] for action in self.available(where) if action.id == id)

    def keys_of(self, *verbs: str) -> frozenset[str]:
        """Textual's names of all keys that run one of some methods, with any arguments, anywhere."""
        return frozenset(key for action in self.actions if action.verb in verbs for key in action.key_list)


class _HasActionKeys(Protocol):
    action_keys: ActionKeys


def action_keys(app: App[Any]) -> ActionKeys:
    """The actions with the keys that they have in the running app."""
    return cast(_HasActionKeys, app).action_keys
