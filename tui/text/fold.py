"""Folds characters: those that look alike, for finding a quote or a name; and spellings of a word, for searching.

`fold` keeps everything but the forms of quotes, dashes and white space. `fold_words` goes much further: it decides
whether a word of a query is a word of a text, and is the only function that does.
"""

import re
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

_MARKED = re.compile(r"\d[.,'’\xa0\u2009\u202f]\d")
"""A mark inside a number."""

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
    if character.isascii():
        # Most characters, and the end of a text.
        return character.isalnum()
    if _stands_alone(character):
        return False
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def whole_words(text: str, span: Span) -> Span:
    """A span without white space at its ends, extended to whole words and numbers: 3.8 in place of 8."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and _is_inside(text, start):
        start -= 1
    while start < end < len(text) and _is_inside(text, end):
        end += 1
    return Span(start, end)


def _is_inside(text: str, at: int) -> bool:
    """Whether an offset is inside a word or a number."""
    if joins_words(text[at - 1]) and joins_words(text[at]):
        return True
    return any(_MARKED.fullmatch(text, first, first + 3) for first in (at - 2, at - 1) if first >= 0)


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


# What Unicode does not decompose, though readers take it for a spelling of the same word.
_ALSO_WRITTEN = {
    "\u0131": "i",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ħ": "h",
    "ŧ": "t",
    "\u0671": "\u0627",  # alif with wasla
    "\u0649": "\u064a",  # alif maksura
    "\u06cc": "\u064a",  # Persian ye
    "\u06a9": "\u0643",  # Persian kaf
    "\u0629": "\u0647",  # ta marbuta
}
_VIRAMA = 9
"""The combining class of marks that join consonants in scripts of India: other marks of a class are accents."""

_FILLERS = frozenset("\u034f\u0640\u115f\u1160\u3164\uffa0")
"""Characters that are drawn as nothing, or that only lengthen a word, besides those of category Cf."""

JOINER = "\u0640"
"""Represents whatever belongs to the word before it but is not a letter: an Arabic tatweel, which lengthens a word."""


class _FoldedCharacters(dict[int, str]):
    """What replaces each character, computed when it first occurs."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_character(chr(code))
        return folded


class _JoinedCharacters(dict[int, int]):
    """The characters with JOINER for marks and for what is not drawn, computed when a character first occurs."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        joins = is_undrawn(character) or unicodedata.category(character)[0] == "M"
        self[code] = folded = ord(JOINER) if joins else code
        return folded


_folded, _joined = _FoldedCharacters(), _JoinedCharacters()


def fold_words(text: str) -> str:
    """The words of a text as they are searched: in lower case, without accents, and each letter in one form.

    Ignored are soft hyphens and everything else that is not drawn, harakat and nikud. Ligatures are letters, and so
    are letters of other widths. Everything between words is a space or an ASCII mark; a character of a script without
    spaces is a word. Offsets do not stay valid.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_folded))


def join_marks(text: str) -> str:
    """A text with JOINER for marks and for what is not drawn: its words are runs of letters. Offsets stay valid."""
    return text if text.isascii() else text.translate(_joined)


def is_undrawn(character: str) -> bool:
    """Whether a character is drawn as nothing: a soft hyphen, a zero-width space, a variation selector."""
    return (
        character in _FILLERS
        or unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _folded_character(character: str) -> str:
    if is_undrawn(character):
        return ""
    plain = fold(character)
    if plain.isascii():
        return plain.lower()
    is_mark = unicodedata.category(character)[0] == "M"
    if not is_mark and not character.isalnum():
        return " "
    if character in "йЙ":
        # A letter of its own, unlike ё.
        return "й"
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()).casefold()
    if unicodedata.category(character) == "No" and not all(map(str.isalnum, letters)):
        # A fraction: its digits are not a number.
        letters = character
    bare = "".join(_ALSO_WRITTEN.get(each, each) for each in letters if _is_kept(each))
    folded = unicodedata.normalize("NFC", bare)
    return f" {folded} " if _stands_alone(character) else folded


def _is_kept(character: str) -> bool:
    """Whether a character of a decomposed letter tells words apart: a letter, or a vowel sign of India."""
    if unicodedata.category(character)[0] == "M":
        kind = unicodedata.combining(character)
        return (not kind or kind == _VIRAMA) and not is_undrawn(character)
    return character.isalnum() and character not in SINGLE_QUOTES
