"""Commands on other keyboard layouts: a Cyrillic or Greek letter stands for the key that it is on."""

from textual.events import Key

_ROWS = (
    ("йцукенгшщзхъфывапролджэячсмитьбюіїєў", "qwertyuiop[]asdfghjkl;'zxcvbnm,.s]'o"),
    ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮІЇЄЎ", 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>S}"O'),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"),
)

_LATIN = {letter: key for letters, keys in _ROWS for letter, key in zip(letters, keys, strict=True)}

_NAMES = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    ";": "semicolon",
    ":": "colon",
    "'": "apostrophe",
    '"': "quotation_mark",
    ",": "comma",
    ".": "full_stop",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


def in_latin(event: Key) -> Key:
    """The key press as on a Latin layout; the same event if its character is on no other layout."""
    character = _LATIN.get(event.character or "")
    return Key(_NAMES.get(character, character), character) if character else event
