"""Folds characters that look alike: the only difference that finding a quote or a name ignores."""

import unicodedata
from collections.abc import Iterator

from tui.text.span import Span

SINGLE_QUOTES = "'‘’‚‛′ʼ＇"
DOUBLE_QUOTES = '"“”„‟″«»＂'
DASHES = "-‐‑‒–—―−－"

_WHITESPACE = "\t\n\v\f\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(SINGLE_QUOTES, "'"),
        **dict.fromkeys(DOUBLE_QUOTES, '"'),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(_WHITESPACE, " "),
    }
)

# Han, kana, Thai, Lao, Khmer and Myanmar are written without spaces between words.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)

UNSPACED = "".join(f"{first}-{last}" for first, last in _UNSPACED)
"""The same ranges for a character class of a pattern."""

_FIRST = "\u0dff"
"""The last character before all of these ranges: most texts need no further test."""


def fold(text: str) -> str:
    """A text with ASCII quotes, dashes and white space. Each character becomes one: offsets stay valid."""
    return text.translate(_ONE_FOR_ONE)


def lower_case(text: str) -> str:
    """A text in lower case. Each character becomes one: offsets stay valid."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def joins_words(character: str) -> bool:
    """Whether a letter or digit next to this character would belong to the same word."""
    if not character or _stands_alone(character):
        return False
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def is_unspaced(text: str) -> bool:
    """Whether a text has a character of a script that is written without spaces."""
    return not text.isascii() and max(text) > _FIRST and any(map(_stands_alone, set(text)))


def split_unspaced(word: str) -> Iterator[Span]:
    """The parts of a run of letters: each character of a script without spaces, and the words between them."""
    start = 0
    for i, character in enumerate(word):
        if _stands_alone(character):
            if start < i:
                yield Span(start, i)
            yield Span(i, i + 1)
            start = i + 1
    if start < len(word):
        yield Span(start, len(word))


def _stands_alone(character: str) -> bool:
    return character > _FIRST and any(first <= character <= last for first, last in _UNSPACED)
