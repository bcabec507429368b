"""Splits text into terms that do not depend on how it is written: case, accents, points, number formats.

A word is reduced to its letters. A number with its scale word and unit is one term, its value:

    Rosatom’s -> rosatom    U.S. -> us    44 million tons, 44 mn tonnes, 44,000,000 t -> =44000000 t
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.numbers.words import NUMBER_WORDS
from tui.text.fold import JOINER, fold, fold_words, is_undrawn, is_unspaced, join_marks, split_unspaced
from tui.text.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.languages.language import Language
    from tui.quantity.quantity import Quantity
    from tui.quantity.unit import Units

_TOKEN = re.compile(
    rf"(?:[^\W\d_{JOINER}]\.){{2,}}(?:'s(?![^\W_]))?"
    rf"|[^\W_{JOINER}][^\W_]*(?:'{JOINER}*[^\W\d_{JOINER}][^\W_]*)*"
)
_AFTER_POINT = re.compile(r"(?<![\w.]\.)(?<=\.)\d")
_GOES_ON = re.compile(r"(?<=\d[.,])\d")
"""Digits that are the rest of a number that is not read from its beginning: the 6 of 2,6 thousand in English."""
_POSSESSIVE = re.compile(r"'s?$")
_LETTERS = re.compile(rf"[^\W_{JOINER}]+")
_WORD = re.compile(rf"[^\W\d_{JOINER}][^\W\d_]*")

SEPARATOR = "\ue000"
"""Separates the texts of one field, so that no phrase spans two of them. It occurs in no text."""

_AS_LETTERS = {code: 0xE000 + code for code in range(0x80) if not chr(code).isalnum() or chr(code).isupper()}
"""Replacements for the characters at which FTS5 would split a key, and for upper case: private-use letters."""


class Notation(NamedTuple):
    """How the texts of a dossier write numbers: the units of its catalog and the languages of its articles."""

    units: "Units"
    languages: "tuple[Language, ...]"


class Term(NamedTuple):
    """A word or number of a text: the keys by which it can be found, and its place."""

    keys: tuple[str, ...]
    span: Span

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return is_number_key(self.keys[0])


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text in order: normalized, with its start and end. Digits count as words.

    Of words that an apostrophe joins, each is a word too: l'eau, l, eau.
    """
    folded = fold(text)
    for match in _TOKEN.finditer(join_marks(folded)):
        start, end = match.span()
        token = folded[start:end]
        if token.isalnum() and token.isascii():
            # Most words: there is nothing to split.
            yield normalize(token), start, end
            continue
        for span in _parts(token):
            part = token[span.start : span.end]
            bare = _POSSESSIVE.sub("", part) if "'" in part else part
            if word := normalize(bare):
                yield word, start + span.start, start + span.start + len(bare)
            if "'" in bare:
                yield from _joined_words(bare, start + span.start)


def _joined_words(joined: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The words on both sides of an apostrophe inside a word: eau of l'eau."""
    for match in re.finditer(r"[^']+", joined):
        if word := normalize(match[0]):
            yield word, start + match.start(), start + match.end()


def terms(text: str, notation: "Callable[[], Notation]") -> Iterator[Term]:
    """Every term of a text in order. The keys of a number include its words: `million`, `tons`.

    `notation` is called, and the number reader imported, only if the text has a number.
    """
    folded = fold(text)
    joined = join_marks(folded)
    position = 0
    held: list[Term] = []
    """The words of the last token: they may be a unit before a number (EUR 5)."""
    while match := _TOKEN.search(joined, position):
        start, position = match.span()
        token = folded[start:position]
        first, found = _first_numbers(folded, start, notation) if _may_be_number(token) else (start, [])
        if found:
            yield from (term for term in held if term.span.end <= first)
            held = []
            position = found[0].end
            keys = (key for quantity in found for key in number_keys(quantity))
            inner = [normalize(folded[slice(*word.span())]) for word in _WORD.finditer(joined, first, position)]
            if attached := _LETTERS.match(joined, position):
                # 3D, 7nm: printed as one word, and read as a number before letters that are not a unit.
                position = attached.end()
                inner += (word for word, _, _ in words(folded[start:position]))
            yield Term((*dict.fromkeys(keys), *inner), Span(first, position))
        else:
            yield from held
            spans = ((normalize(token[span.start : span.end]), span) for span in _parts(token))
            held = [Term((word,), Span(start + span.start, start + span.end)) for word, span in spans if word]
    yield from held


def _first_numbers(folded: str, start: int, notation: "Callable[[], Notation]") -> "tuple[int, list[Quantity]]":
    """Where a number begins whose first word or digits are at `start`, and how it is read: see `read_numbers`."""
    point = with_point(folded, start)
    sign = notation().units.sign_start(folded, point) if folded[start].isdigit() else point
    for first in dict.fromkeys((sign, point)):
        if found := read_numbers(folded, first, notation):
            return first, found
    return start, []


def may_begin(folded: str, start: int) -> bool:
    """Whether a number can begin at an offset: not inside a word, and not inside another number."""
    before = folded[start - 1 : start]
    return not (before.isalnum() or before == "_" or (before and before in ".," and _GOES_ON.match(folded, start)))


def with_point(folded: str, start: int) -> int:
    """Where a number begins: one before its digits if they follow a point (.64)."""
    return start - 1 if _AFTER_POINT.match(folded, start) else start


def _parts(token: str) -> Iterator[Span]:
    """The words in a run of letters: one, or several where a script without spaces is in it."""
    end = len(token)
    while end and not token[end - 1].isascii() and token[end - 1] != JOINER and is_undrawn(token[end - 1]):
        end -= 1
    return split_unspaced(token[:end]) if is_unspaced(token) else iter((Span(0, end),))


def read_numbers(folded: str, start: int, notation: "Callable[[], Notation]") -> "list[Quantity]":
    """The quantities that begin at a position in a folded text: one for each way in which its languages read it.

    All of them end at the same place: what reads less of the text is left out.
    """
    from tui.quantity import quantity

    if not may_begin(folded, start):
        return []
    units, languages = notation()
    read = [quantity.read_at(folded, start, units, language=language) for language in languages]
    # A share is searched for by its words: what is written around it decides whether it is one.
    found = [each for each in read if each and not each.is_share]
    end = max((each.end for each in found), default=start)
    return list({number_keys(each): each for each in found if each.end == end}.values())


@lru_cache(maxsize=1 << 14)
def normalize(word: str) -> str:
    """A word as it is searched (see `fold_words`), without points and possessive ending."""
    return fold_words(_POSSESSIVE.sub("", fold(word))).replace(".", "").replace("'", "").strip()


def number_keys(found: "Quantity") -> tuple[str, ...]:
    """The keys of a number: value with unit, value, and digits as printed. A range has the keys of both ends."""
    keys: list[str] = []
    for number in dict.fromkeys((found.least, found.greatest)):
        if number.ordinal:
            keys.append(f"#{_digits(number.mantissa)}th")
            continue
        if found.unit:
            value = found.unit.in_base(number.value)
            keys += [f"={_digits(value)} {found.unit.kind}", f"={_digits(value)}"]
        keys += [f"={_digits(number.value)}", f"#{_digits(number.mantissa)}"]
    return tuple(dict.fromkeys(keys))


def query_keys(found: "Sequence[Quantity]") -> list[tuple[str, ...]]:
    """The keys to search for a number of a query, or for each end of a range, in any of the ways to read it."""
    read = [list(_keys_to_search(quantity)) for quantity in found]
    most = max(map(len, read))
    return [tuple(dict.fromkeys(key for keys in read if len(keys) == most for key in keys[i])) for i in range(most)]


def _keys_to_search(found: "Quantity") -> Iterator[tuple[str, ...]]:
    """The keys to search for a number of a query, or for each end of a range: the more precise, the fewer."""
    from dataclasses import replace

    for number in dict.fromkeys((found.least, found.greatest)):
        keys = number_keys(replace(found, number=number))
        if found.unit:
            yield tuple(key for key in keys if " " in key)
        else:
            yield tuple(key for key in keys if not number.scaled or key.startswith("="))


def is_number_key(key: str) -> bool:
    """Whether a key is that of a number and not a word."""
    return key[0] in "=#"


def key_token(key: str) -> str:
    """The key of a number or filter as one word for FTS5 that occurs in no text."""
    return SEPARATOR + key.translate(_AS_LETTERS)


def _may_be_number(word: str) -> bool:
    """Whether a number can begin with a word."""
    return word[0].isdigit() or word.lower() in NUMBER_WORDS or word in ("a", "an", "A", "An")


def _digits(value: "Decimal") -> str:
    return f"{value.normalize():f}"
