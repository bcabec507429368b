"""What is printed between a number and its currency: the letter of 12 MEUR, the dash of 10,- €."""

from dataclasses import replace
from decimal import Decimal

from tui.languages.language import Language
from tui.languages.lexicon import CURRENCY_CODES, CURRENCY_SIGNS
from tui.numbers.number import Number, times
from tui.numbers.scales import Scale
from tui.quantity.unit import Units
from tui.text.lazy_pattern import lazy_pattern

_NO_CENTS = lazy_pattern(r"[.,](?:--?|[–—])(?![\w-])|/-(?!\w)")
_PREFIX = lazy_pattern(rf"\s?([kKMTG])(?=[A-Z]{{3}}(?![^\W_])|[{CURRENCY_SIGNS}])")
_PREFIXES = {letter: Decimal(10) ** power for letter, power in (("k", 3), ("K", 3), ("T", 3), ("M", 6), ("G", 9))}
_PREFIXES_OF = {"T": "de", "G": "fr"}
"""The language of prefixes that are read in one only: 40 TEUR, 6,6 G$."""


def scaled_by_prefix(text: str, number: Number, units: Units, language: Language) -> Number | None:
    """A number with the letter before its currency as scale word: 12 MEUR, 30 k€, German 40 TEUR, French 6,6 G$.

    None where there is no such letter.
    """
    prefix = None if number.scaled or number.ordinal else _PREFIX.match(text, number.end)
    if (
        prefix is None
        or _PREFIXES_OF.get(prefix[1], language.code) != language.code
        or not _is_money(text, prefix.end(), units)
    ):
        return None
    by = _PREFIXES[prefix[1]]
    return times(number, Scale(by, prefix.end(), (by,)))


def without_cents(text: str, number: Number, units: Units, has_currency: bool) -> Number:
    """An amount with the dash that stands for no cents, if it has one: 10,- €, Rs 5,000/-."""
    dash = _NO_CENTS.match(text, number.end) if number.step >= 1 else None
    if dash is None or not (has_currency or _is_money(text, dash.end(), units)):
        return number
    return replace(number, end=dash.end())


def _is_money(text: str, start: int, units: Units) -> bool:
    unit = units.read(text, start)
    return unit is not None and unit[0].kind in CURRENCY_CODES
