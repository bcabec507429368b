"""Text cut into terms, alike however it is written: case, accents, points, number formats.

A word is its letters; a number with its scale word and unit is one term, its value:

    Rosatom’s -> rosatom    U.S. -> us    44 million tons, 44 mn tonnes, 44,000,000 t -> =44000000 t
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.quantity import quantity
from tui.quantity.number import Number
from tui.quantity.quantity import Quantity
from tui.quantity.unit import Units
from tui.text.fold import fold, is_unspaced
from tui.text.span import Span

# An accent may be stored as a character of its own behind its letter.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:'s(?![^\W_]))?|[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:'[^\W\d_](?:[^\W_]|[\u0300-\u036f])*)*"
)
_POSSESSIVE = re.compile(r"'s?$")


class Term(NamedTuple):
    """One thing to find: its keys, any of which a query may ask for, and where it stands."""

    keys: tuple[str, ...]
    span: Span

    @property
    def is_number(self) -> bool:
        """Whether it is a number, which is never corrected and has no prefixes."""
        return self.keys[0][0] in "=#"


def terms(text: str, units: Units) -> Iterator[Term]:
    """Every term of a text in order. A number answers to its own words too: `million`, `tons`."""
    folded = fold(text)
    position = 0
    while match := _TOKEN.search(folded, position):
        start, position = match.span()
        found = quantity.read_at(folded, start, units) if not _inside_a_word(folded, start) else None
        if found:
            position = found.end
            words = (plain(word) for word in re.findall(r"[^\W\d_]+", folded[start:position]))
            yield Term((*number_keys(found), *words), Span(start, position))
        elif is_unspaced(folded[start]):
            yield from (Term((folded[i],), Span(i, i + 1)) for i in range(start, position))
        else:
            yield Term((plain(match[0]),), Span(start, position))


def plain(word: str) -> str:
    """A word as it is compared: lower case, no accents, no points, no possessive."""
    decomposed = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", fold(word)))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace(".", "").replace("'", "")


def number_keys(found: Quantity) -> tuple[str, ...]:
    """The keys of a number: its value with unit, its value, and its digits as printed; a range has both ends'."""
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


def query_keys(found: Quantity) -> tuple[str, ...]:
    """The keys that a number in a query asks for: the more it says, the fewer."""
    keys = number_keys(found)
    scaled = isinstance(found.number, Number) and found.number.scaled
    if found.unit:
        return tuple(key for key in keys if " " in key)
    return tuple(key for key in keys if scaled is False or key.startswith("="))


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _inside_a_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
