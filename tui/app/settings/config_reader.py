"""Reads a configuration file, or reports every problem in it with its line and column.

    theme: nord
    keys:
      page-down: [ctrl+d, space]

`App.set_keymap` accepts unknown ids, invalid keys and a key for two actions without a word: all are refused here.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.keys import key_to_character
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input

from tui.app.commands.actions import ACTIONS, FIELD, FILTER, FIND, SEARCH, Action
from tui.app.commands.key_names import display_key
from tui.app.settings.config import Config
from tui.app.settings.key_parser import parse_key, similar_key
from tui.catalog import nodes
from tui.catalog.problem import CatalogError, Mark, Problem, closest, start_of
from tui.text.document import read_text
from tui.text.opening import UnreadableError

_SETTINGS = ("theme", "keys")

_IDS = tuple(action.id for action in ACTIONS)

_RESERVED = ("ctrl+c", "ctrl+q")
"""Keys that mean the same in every Textual app: copy the selection, and quit."""

_FIELDS = (SEARCH, FILTER, FIND, FIELD)
"""Where the user types into a field."""

Keys = Mapping[str, tuple[str, ...]]
"""Textual's names of keys by the ids of actions."""


def read(path: Path) -> Config:
    """Reads a configuration file. Raises CatalogError with all its problems."""
    try:
        text = read_text(path)
    except UnreadableError as error:
        raise CatalogError([Problem(start_of(str(path)), "unreadable", f"the configuration {error}")]) from None
    return parse(text, str(path))


def parse(text: str, file: str) -> Config:
    """Parses a configuration. Raises CatalogError with all its problems, which name `file`."""
    reader = _ConfigReader(file)
    config = reader.config(nodes.read(text.removeprefix("\ufeff"), file))
    if reader.problems:
        raise CatalogError(sorted(reader.problems, key=lambda problem: problem.mark))
    return config


def no_theme(name: str) -> tuple[str, str | None] | None:
    """A message that a theme does not exist and a similar name, or None if it exists."""
    if name in BUILTIN_THEMES:
        return None
    near = closest(name, BUILTIN_THEMES)
    return f"there is no theme “{name}”" + ("" if near else f"; choose from {', '.join(BUILTIN_THEMES)}"), near


class _ConfigReader:
    """Reads the settings one by one, and collects their problems."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def _report(self, mark: Mark, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(mark, "config", message, hint))

    def config(self, root: Any) -> Config:
        """The configuration in a YAML document; what is wrong is left out and reported."""
        if root is None:
            return Config()
        if not isinstance(root, nodes.Mapping):
            self._report(start_of(self._file), "this is not a configuration, which sets `theme:` and `keys:`")
            return Config()
        for key, mark in root.keys_at.items():
            if key not in _SETTINGS:
                self._report(mark, f"unknown key “{key}”", closest(key, _SETTINGS))
        return Config(theme=self._theme(root), keys=self._keys(root))

    def _theme(self, root: nodes.Mapping) -> str | None:
        theme = root.get("theme")
        if theme is None:
            return None
        if not isinstance(theme, str):
            self._report(root.values_at["theme"], "“theme” must be one name")
            return None
        if wrong := no_theme(theme):
            self._report(root.values_at["theme"], *wrong)
        return theme

    def _keys(self, root: nodes.Mapping) -> Keys:
        given = root.get("keys")
        if given is None:
            return {}
        if not isinstance(given, nodes.Mapping):
            self._report(root.values_at["keys"], "“keys” needs a line for each action: `page-down: ctrl+d`")
            return {}
        chosen: dict[str, tuple[str, ...]] = {}
        marks: dict[tuple[str, str], Mark] = {}
        for id, mark in given.keys_at.items():
            if id not in _IDS:
                self._report(mark, f"there is no action “{id}”", closest(id, _IDS))
                continue
            keys = dict(self._keys_of(given[id], given.values_at[id]))
            chosen[id] = tuple(keys)
            marks.update({(id, key): at for key, at in keys.items()})
        self._report_conflicts(chosen, marks)
        return chosen

    def _keys_of(self, value: Any, mark: Mark) -> Iterator[tuple[str, Mark]]:
        """The keys of an action, one or a list of them, each with its place."""
        items = list(zip(value, value.items_at, strict=True)) if isinstance(value, nodes.Sequence) else [(value, mark)]
        if not items:
            self._report(mark, "no key given; remove the line to keep the usual ones")
        for item, at in items:
            if not isinstance(item, str):
                self._report(at, "a key must be one name or character")
            elif (key := parse_key(item)) is None:
                self._report(at, f"“{item}” is not a key; write n, N, ?, space, ctrl+n or f2", similar_key(item))
            elif key in _RESERVED:
                self._report(at, f"{display_key(key)} has a fixed meaning; choose another key")
            else:
                yield key, at

    def _report_conflicts(self, chosen: Keys, marks: Mapping[tuple[str, str], Mark]) -> None:
        """Reports keys that another action has in the same place, and keys that a field needs for typing."""
        reported = set()
        for action in ACTIONS:
            for key in chosen.get(action.id, ()):
                mark = marks[action.id, key]
                if mark in reported:
                    continue
                if {*action.where} & {*_FIELDS} and not _can_be_bound_in_a_field(key):
                    message = f"{display_key(key)} types in a field; use one with Ctrl or Alt, or F2 to F12"
                elif other := _other_action(action, key, chosen):
                    message = f"{display_key(key)} is already used by “{other.id}”"
                else:
                    continue
                self._report(mark, message)
                reported.add(mark)


def _other_action(action: Action, key: str, chosen: Keys) -> Action | None:
    """Another action that has a key in one of the places where an action is available."""
    for other in ACTIONS:
        shared = other.id != action.id and {*other.where} & {*action.where}
        if shared and key in chosen.get(other.id, other.key_list):
            return other
    return None


def _can_be_bound_in_a_field(key: str) -> bool:
    editing = {each for binding in Binding.make_bindings(Input.BINDINGS) for each in binding.key.split(",")}
    return key not in editing and key_to_character(key) is None
