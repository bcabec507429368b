"""Where a line of text may break, by the rules of Unicode (UAX #14), with rules for scripts of Southeast Asia.

The rules leave Thai, Lao and Burmese, which have no spaces between words, to dictionaries. Here they break where a
syllable certainly begins: before a vowel that is written first, after one that ends a syllable, between a long Thai
vowel and a consonant that has its own, and before a Burmese consonant that is not the end of one. Khmer breaks at the
zero-width spaces that its texts have between words.
"""

import unicodedata
from collections.abc import Iterator

from unicode_segmentation_rs import graphemes, line_break_units

from tui.text.lazy_pattern import lazy_pattern

_WORD_JOINER = "\u2060"

# Unicode allows a break between a hyphen or dash and one of these; here the line is never broken at them.
_NO_BREAK_SPACES = "\u00a0\u2007\u202f\u2060\ufeff"

# A soft hyphen is not shown, so that a word broken there would look like two. Lone surrogates are not Unicode.
_NO_BREAK = lazy_pattern("[\u00ad\ud800-\udfff]")

# Unicode 15.1, LB15a and LB15b: quotation marks that stand off from the words by spaces, as in French.
_QUOTED = lazy_pattern(r"(?:(?<![^\s(\[{«‹“‘])[«‹“‘‛‟]\s+(?=\S))|(?<=\S)\s+(?=[»›”’](?![^\s.,;:!?…)\]}»›”’]))")
_QUOTES = lazy_pattern("[«»‹›“”‘’‛‟]")

_FIRST_VOWELS, _LAST_VOWELS = "\u0e40-\u0e44\u0ec0-\u0ec4", "\u0e30\u0e33\u0e46\u0eb0\u0eb3\u0ec6"
_LATER = "\u0e01-\u0e3a\u0e45-\u0e4e\u0e81-\u0ebd\u0ec6-\u0ece"
_CONSONANTS = "\u0e01-\u0e2e\u0e81-\u0eae\u0edc-\u0edf"
# After ā, ī or ū, a Thai consonant with a vowel of its own: without one it may end the syllable, as in ชาติ also with a
# short i or u.
_OPEN_THAI = "(?:(?<=[\u0e32\u0e35\u0e39])|(?<=[\u0e35\u0e39][\u0e48-\u0e4b]))"
_THAI_ONSET = "[\u0e01-\u0e2e](?:[\u0e48-\u0e4b]?[\u0e32\u0e33]|[\u0e31\u0e35-\u0e37\u0e39])"
_SYLLABLE = lazy_pattern(
    f"(?<=[{_LATER}])(?=[{_FIRST_VOWELS}])"
    f"|(?<=[{_LAST_VOWELS}])(?=[{_CONSONANTS}])"
    f"|{_OPEN_THAI}(?={_THAI_ONSET})"
    "|(?<=[\u1000-\u1038\u103a-\u104f])(?=[\u1000-\u102a\u103f\u104e](?!\u1037?[\u1039\u103a]))"
)
_SOUTHEAST_ASIAN = lazy_pattern("[\u0e00-\u0eff\u1000-\u109f]")

_STARTS_SYLLABLE = lazy_pattern(f"[{_FIRST_VOWELS}]")
_ENDS_SYLLABLE = lazy_pattern("[\u0e2f-\u0e33\u0e45\u0e46\u0eaf-\u0eb3\u0ebd\u0ec6]")
_VIRAMA = 9
"""The combining class of the marks that join consonants."""


def unbreakable(text: str) -> Iterator[str]:
    """The parts of a line between which it may break, each with the white space after it."""
    held = _held(text)
    start = end = 0
    for unit in line_break_units(_NO_BREAK.sub(_WORD_JOINER, text)):
        if start < end and end not in held and text[end] not in _NO_BREAK_SPACES:
            yield from _by_syllable(text[start:end])
            start = end
        end += len(unit)
    if start < end:
        yield from _by_syllable(text[start:end])


def clusters(text: str) -> Iterator[str]:
    """The characters of a text as readers see them: with accents, vowel signs and joined consonants."""
    start = end = 0
    for following in graphemes(_NO_BREAK.sub(_WORD_JOINER, text), True):
        if start < end and not _joins(text[end - 1], following[0]):
            yield text[start:end]
            start = end
        end += len(following)
    if start < end:
        yield text[start:end]


def _joins(before: str, after: str) -> bool:
    """Whether two characters belong together though they are two by Unicode's rules."""
    return bool(
        unicodedata.combining(before) == _VIRAMA
        or _STARTS_SYLLABLE.match(before)
        or _ENDS_SYLLABLE.match(after)
        or unicodedata.category(after)[0] == "M"
    )


def _held(text: str) -> set[int]:
    """Where a text does not break though the rules before Unicode 15.1 allow it."""
    return {match.end() for match in _QUOTED.finditer(text)} if _QUOTES.search(text) else set()


def _by_syllable(part: str) -> Iterator[str]:
    """A part that does not break, except for scripts that are written without spaces."""
    return iter(_SYLLABLE.split(part) if _SOUTHEAST_ASIAN.search(part) else [part])
