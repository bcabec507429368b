"""Reading a configuration file: settings, or every problem with its place.

    theme: nord
    keys:
      page-down: [ctrl+d, space]

YAML, as the catalog is: read by the same reader, so that each mistake is named with its line and column.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import punctuation
from typing import Any

from textual.binding import Binding
from textual.keys import Keys, key_to_character
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input

from tui.app.commands.actions import ACTIONS, NARROW, SEARCH, Action, key_written
from tui.app.settings.config import Config, names
from tui.catalog import nodes
from tui.catalog.problem import START, CatalogError, Mark, Problem, closest
from tui.text.document import read_text
from tui.text.opening import UnreadableError

_SETTINGS = ("theme", "keys")

_RESERVED = ("ctrl+c", "ctrl+q")
"""Keys that mean the same in every terminal app: copy what is selected, and leave."""

_TYPING = (SEARCH, NARROW)


def read(path: Path) -> Config:
    """The configuration in a file. Raises CatalogError with everything that is wrong with it."""
    try:
        text = read_text(path)
    except UnreadableError as error:
        raise CatalogError([Problem(str(path), START, "unreadable", f"the configuration {error}")]) from None
    return parse(text, str(path))


def parse(text: str, file: str) -> Config:
    """The configuration that a text is. Raises CatalogError with everything that is wrong with it."""
    reader = _Reader(file)
    config = reader.config(nodes.read(text.removeprefix("\ufeff"), file))
    if reader.problems:
        raise CatalogError(sorted(reader.problems, key=lambda problem: problem.mark))
    return config


def no_theme(name: str) -> tuple[str, str | None] | None:
    """That there is no theme of a name, with the nearest, if so."""
    if name in BUILTIN_THEMES:
        return None
    near = closest(name, BUILTIN_THEMES)
    return f"“{name}” is no theme" + ("" if near else f"; there are {', '.join(BUILTIN_THEMES)}"), near


class _Reader:
    """Takes settings one by one, and notes what is wrong with each."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def _wrong(self, mark: Mark, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(self._file, mark, "config", message, hint))

    def config(self, root: Any) -> Config:
        if root is None:
            return Config()
        if not isinstance(root, nodes.Mapping):
            self._wrong(START, "this is no configuration; it sets `theme:` and `keys:`")
            return Config()
        for key, mark in root.keys_at.items():
            if key not in _SETTINGS:
                self._wrong(mark, f"unknown key “{key}”", closest(key, _SETTINGS))
        return Config(self._theme(root), self._keys(root))

    def _theme(self, root: nodes.Mapping) -> str | None:
        theme = root.get("theme")
        if theme is None:
            return None
        if not isinstance(theme, str):
            self._wrong(root.values_at["theme"], "“theme” is one name")
            return None
        if wrong := no_theme(theme):
            self._wrong(root.values_at["theme"], *wrong)
        return theme

    def _keys(self, root: nodes.Mapping) -> dict[str, tuple[str, ...]]:
        given = root.get("keys")
        if given is None:
            return {}
        if not isinstance(given, nodes.Mapping):
            self._wrong(root.values_at["keys"], "“keys” has a line for each action: `page-down: ctrl+d`")
            return {}
        known = names()
        chosen: dict[str, tuple[str, ...]] = {}
        marks: dict[tuple[str, str], Mark] = {}
        for name, mark in given.keys_at.items():
            if name not in known:
                self._unknown(name, mark, known)
                continue
            keys = dict(self._read(given[name], given.values_at[name]))
            chosen[known[name]] = tuple(keys)
            marks.update({(known[name], key): at for key, at in keys.items()})
        self._taken(chosen, marks)
        return chosen

    def _unknown(self, name: str, mark: Mark, known: Mapping[str, str]) -> None:
        fixed = next((a for a in ACTIONS if a.fixed and name in (a.name, a.name.replace("_", "-"))), None)
        if fixed:
            self._wrong(mark, f"the keys of “{name}” never change: {fixed.written}")
        else:
            self._wrong(mark, f"no action is called “{name}”", closest(name, known))

    def _read(self, value: Any, mark: Mark) -> Iterator[tuple[str, Mark]]:
        """The keys of an action, each with its place: one, or a list of them."""
        items = list(zip(value, value.items_at, strict=True)) if isinstance(value, nodes.Sequence) else [(value, mark)]
        if not items:
            self._wrong(mark, "no key; take the line out to have the usual ones")
        for item, at in items:
            key = _normal(item) if isinstance(item, str) else None
            if key is None:
                self._wrong(at, *_no_key(item))
            elif key in _RESERVED:
                self._wrong(at, f"{key_written(key)} means the same everywhere; take another key")
            else:
                yield key, at

    def _taken(self, chosen: Mapping[str, tuple[str, ...]], marks: Mapping[tuple[str, str], Mark]) -> None:
        """A key means one thing in a place, and where one types, letters are typed."""
        called = {name: label for label, name in names().items()}
        told = set()
        for action in ACTIONS:
            for key in chosen.get(action.name, ()):
                mark = marks[action.name, key]
                if mark in told:
                    continue
                if set(action.where) & set(_TYPING) and not _can_be_bound_while_typing(key):
                    self._wrong(
                        mark, f"{key_written(key)} is for typing in a field; take one with Ctrl or Alt, or F2 to F12"
                    )
                    told.add(mark)
                elif other := _other(action, key, chosen):
                    label = f"“{called[other.name]}”" if other.name in called else f"“{other.help}”, and never changes"
                    self._wrong(mark, f"{key_written(key)} is taken, by {label}")
                    told.add(mark)


def _other(action: Action, key: str, chosen: Mapping[str, tuple[str, ...]]) -> Action | None:
    """The other action that a key has in a place of an action."""
    for other in ACTIONS:
        shared = other.name != action.name and set(other.where) & set(action.where)
        if shared and key in chosen.get(other.name, other.keys):
            return other
    return None


def _can_be_bound_while_typing(key: str) -> bool:
    edits = {each for binding in Binding.make_bindings(Input.BINDINGS) for each in binding.key.split(",")}
    return key not in edits and key_to_character(key) is None


_MODIFIERS = ("ctrl", "alt", "shift")


def _of_character(character: str) -> str:
    if character in _BREAKING:
        return _BREAKING[character]
    (binding,) = Binding.make_bindings([Binding(character, "")])
    return binding.key


_BREAKING = {",": "comma", " ": "space"}
"""What bindings cannot be written with."""

_KEYS = frozenset(
    [key.value for key in Keys if re.fullmatch("[a-z]+|f[0-9]+", key.value)]
    + [*map(_of_character, punctuation), "space"]
)
"""The keys that have names."""

_SHOWN = {key_written(key).lower(): key for key in _KEYS}
"""The keys by what the app itself writes: PgDn, Esc, ↓."""


def _normal(written: str) -> str | None:
    """A key by Textual's name, from what a person writes; None where there is none of that name."""
    if len(written) == 1 and written.isprintable():
        return _of_character(written)
    *modifiers, last = written.split("+")
    modifiers, last = (
        [modifier.lower() for modifier in modifiers],
        _SHOWN.get(last.lower(), last) if len(last) > 1 else last,
    )
    if not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) != len(modifiers):
        return None
    if len(last) == 1 and last.isalnum():
        # A terminal sends a letter with Shift as the capital, and with Ctrl without its case.
        if modifiers == ["shift"]:
            return last.upper()
        last = last.lower() if "ctrl" in modifiers else last
    elif last not in _KEYS:
        return None
    return "+".join([*sorted(modifiers, key=_MODIFIERS.index), last])


def _no_key(item: Any) -> tuple[str, str | None]:
    if not isinstance(item, str):
        return "a key is one name or character", None
    *modifiers, last = item.split("+")
    near = closest(last.lower(), sorted(_KEYS)) if len(last) > 1 else None
    return f"“{item}” is no key; write n, N, ?, space, ctrl+n, f2", near and "+".join([*modifiers, near])
