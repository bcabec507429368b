"""How keys are shown to the user."""

from textual.keys import format_key

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}


def display_key(key: str) -> str:
    """A key, given by Textual's name, as it is shown to the user: Ctrl+P, ⇧↓, PgDn, ?"""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last) or format_key(last)
    if modifiers and len(name) == 1:
        name = name.upper()
    return "".join("⇧" if modifier == "shift" else f"{modifier.capitalize()}+" for modifier in modifiers) + name
