"""Keys as users write them: PgDn, Ctrl+G, shift+x, ?"""

import re
from string import punctuation

from textual.keys import Keys

from tui.app.commands.key_names import display_key, key_of
from tui.catalog.problem import closest

_MODIFIERS = ("ctrl", "alt", "shift")

_NAMES = frozenset(
    [key.value for key in Keys if re.fullmatch("[a-z]+|f[0-9]+", key.value)] + [*map(key_of, punctuation), "space"]
)
"""Textual's names of keys, apart from letters and digits."""

_BY_DISPLAY = {display_key(key).lower(): key for key in _NAMES}
"""The names by the forms that the app shows: PgDn, Esc, ↓."""


def parse_key(written: str) -> str | None:
    """Textual's name of a key, or None if there is no such key."""
    if len(written) == 1 and written.isprintable():
        return key_of(written)
    *modifiers, last = written.split("+")
    modifiers = [modifier.lower() for modifier in modifiers]
    last = _BY_DISPLAY.get(last.lower(), last) if len(last) > 1 else last
    if not {*modifiers} <= {*_MODIFIERS} or len({*modifiers}) != len(modifiers):
        return None
    if len(last) == 1 and last.isalnum():
        # Terminals send a letter with Shift as a capital, and with Ctrl without its case.
        if modifiers == ["shift"]:
            return last.upper()
        last = last.lower() if "ctrl" in modifiers else last
    elif last not in _NAMES:
        return None
    return "+".join([*sorted(modifiers, key=_MODIFIERS.index), last])


def similar_key(written: str) -> str | None:
    """The most similar key to one that does not exist, if any is similar."""
    *modifiers, last = written.split("+")
    near = closest(last.lower(), sorted(_NAMES)) if len(last) > 1 else None
    return near and "+".join([*modifiers, near])
