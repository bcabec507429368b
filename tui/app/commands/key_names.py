"""Textual's names of keys, and how keys are shown to the user."""

from textual.binding import Binding
from textual.keys import format_key

_NAMES = {
    **{name: name.capitalize() for name in "enter backspace space tab home end".split()},
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    "escape": "Esc",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}

_SEPARATORS = {",": "comma", " ": "space"}
"""Characters that `Binding` cannot take as a key, and the names of their keys."""


def key_of(character: str) -> str:
    """Textual's name of the key that types a character: a, A, full_stop."""
    if character in _SEPARATORS:
        return _SEPARATORS[character]
    (binding,) = Binding.make_bindings([Binding(character, "")])
    return binding.key


def display_key(key: str) -> str:
    """A key, given by Textual's name, as it is shown to the user: Ctrl+P, ⇧↓, PgDn, ?"""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last) or format_key(last)
    if modifiers and len(name) == 1:
        name = name.upper()
    return "".join("⇧" if modifier == "shift" else f"{modifier.capitalize()}+" for modifier in modifiers) + name
