"""Commands on other keyboard layouts: a Cyrillic or Greek letter works as the key that it is on."""

from textual.events import Key
from textual.keys import key_to_character

from tui.app.commands.key_names import key_of

_ROWS = (
    ("№ґҐ", "#\\|"),
    ("йцукенгшщзхъфывапролджэячсмитьбюіїєў", "qwertyuiop[]asdfghjkl;'zxcvbnm,.s]'o"),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮІЇЄЎ", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>S}"O'),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
)

_LATIN = {letter: key for letters, keys in _ROWS for letter, key in zip(letters, keys, strict=True)}


def in_latin(event: Key) -> Key:
    """The key press as on a Latin layout, with its modifiers; the same event if its character is on no other layout."""
    *modifiers, last = event.key.split("+")
    character = _LATIN.get(event.character or key_to_character(last) or "")
    if character is None:
        return event
    return Key("+".join([*modifiers, key_of(character)]), None if modifiers else character)
