"""Text cut into terms, alike however it is written: case, accents, points, number formats.

A word is its letters; a number with its scale word and unit is one term, its value:

    Rosatom’s -> rosatom    U.S. -> us    44 million tons, 44 mn tonnes, 44,000,000 t -> =44000000 t
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.quantity.words import NUMBER_WORDS
from tui.text.fold import fold, is_unspaced
from tui.text.span import Span

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.quantity.quantity import Quantity
    from tui.quantity.unit import Units

# An accent may be stored as a character of its own behind its letter.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:'s(?![^\W_]))?|[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:'[^\W\d_](?:[^\W_]|[\u0300-\u036f])*)*"
)
_POSSESSIVE = re.compile(r"'s?$")

SEPARATOR = "\ue000"
"""Between two texts of one entry, so that no phrase reaches from one into the next: a word that no text has."""

_AS_LETTERS = {code: 0xE000 + code for code in range(0x80) if not chr(code).isalnum() or chr(code).isupper()}
"""What FTS5 would cut a key at, or take for another letter, as letters of no script."""


class Term(NamedTuple):
    """One thing to find: its keys, any of which a query may ask for, and where it stands."""

    keys: tuple[str, ...]
    span: Span

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return is_number_key(self.keys[0])


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text in order, as it is compared, with its place. Digits are words here."""
    folded = fold(text)
    spaced = not is_unspaced(folded)
    for match in _TOKEN.finditer(folded):
        token, start = match[0], match.start()
        if spaced or not is_unspaced(token):
            bare = _POSSESSIVE.sub("", token) if "'" in token else token
            yield plain(token), start, start + len(bare)
        else:
            yield from ((text[i], i, i + 1) for i in range(start, match.end()))


def terms(text: str, units: "Callable[[], Units]") -> Iterator[Term]:
    """Every term of a text in order. A number answers to its own words too: `million`, `tons`.

    Units, and what reads numbers, are loaded when the text has a number.
    """
    folded = fold(text)
    position = 0
    while match := _TOKEN.search(folded, position):
        start, position = match.span()
        found = read_number(folded, start, units) if _may_be_number(match[0]) else None
        if found:
            position = found.end
            inner = (plain(word) for word in re.findall(r"[^\W\d_]+", folded[start:position]))
            yield Term((*number_keys(found), *inner), Span(start, position))
        elif is_unspaced(match[0]):
            yield from (Term((folded[i],), Span(i, i + 1)) for i in range(start, position))
        else:
            yield Term((plain(match[0]),), Span(start, position))


def read_number(folded: str, start: int, units: "Callable[[], Units]") -> "Quantity | None":
    """The quantity that begins at a word of a folded text; None where none does."""
    from tui.quantity import quantity

    inside = start > 0 and (folded[start - 1].isalnum() or folded[start - 1] == "_")
    return None if inside else quantity.read_at(folded, start, units())


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word as it is compared: lower case, no accents on Latin letters, no points, no possessive."""
    if word.isascii():
        return _POSSESSIVE.sub("", word).lower().replace(".", "").replace("'", "")
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", fold(word)))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.casefold().replace(".", "").replace("'", "")


def number_keys(found: "Quantity") -> tuple[str, ...]:
    """The keys of a number: its value with unit, its value, and its digits as printed; a range has both ends'."""
    from tui.quantity.number import Number

    numbers = [found.number] if isinstance(found.number, Number) else [found.number.low, found.number.high]
    keys: list[str] = []
    for number in numbers:
        if number.ordinal:
            keys.append(f"#{_digits(number.mantissa)}th")
            continue
        if found.unit:
            value = number.value * found.unit.factor
            keys += [f"={_digits(value)} {found.unit.kind}", f"={_digits(value)}"]
        keys += [f"={_digits(number.value)}", f"#{_digits(number.mantissa)}"]
    return tuple(dict.fromkeys(keys))


def query_keys(found: "Quantity") -> Iterator[tuple[str, ...]]:
    """The keys that each number in a query asks for, a range both of its ends': the more it says, the fewer."""
    from dataclasses import replace

    from tui.quantity.number import Number

    for number in [found.number] if isinstance(found.number, Number) else [found.number.low, found.number.high]:
        keys = number_keys(replace(found, number=number))
        if found.unit:
            yield tuple(key for key in keys if " " in key)
        else:
            yield tuple(key for key in keys if not number.scaled or key.startswith("="))


def is_number_key(key: str) -> bool:
    """Whether a key is one of a number, not a word."""
    return key[0] in "=#"


def key_token(key: str) -> str:
    """A number's key or a filter's, as one word for FTS5 that is unlike any word of a text."""
    return SEPARATOR + key.translate(_AS_LETTERS)


def _may_be_number(word: str) -> bool:
    """Whether a number can begin with a word."""
    return word[0].isdigit() or word.lower() in NUMBER_WORDS or word in ("a", "an", "A", "An")


def _digits(value: "Decimal") -> str:
    return f"{value.normalize():f}"
