"""Why a number or fraction is not a share, or a share not a number: half an hour, two of five, the 3/4 of a date."""

from tui.languages.lexicon import CURRENCY_WORDS, PRINTED_CURRENCY, UNIT_WORDS
from tui.printed.context import APPROXIMATELY, NUMBER_WORD, WORD_END
from tui.printed.in_text import QuantityInText
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_OF_MANY = in_any_case(rf"\s+(?:out\s+)?of\s+(?:every\s+|the\s+)?(?:\d+|{NUMBER_WORD}{WORD_END})")
_PART_OF_UNIT = lazy_pattern(r"[\s-]+(?:of\s+)?(?P<one>an?[\s-]+|one\s+)?([^\W\d_]+)")
_PART_OF_NUMBER = in_any_case(
    rf"\s+of\s+{APPROXIMATELY}{PRINTED_CURRENCY}?(?:\d[\d,.]*\s*(?:%|percent|per\s+cent|point)|{NUMBER_WORD}\s+(?:percent|per\s+cent|point))"
    rf"|[-‐‑][^\W_]"
)
_DATED = in_any_case(r"\b(?:on|since|until|before|after|dated|from|by)\s+\Z")

_SET_BEFORE = lazy_pattern(r"(?<![\d.,/])(\d{1,2})\s?/\s?(\d{1,2})(?:,|\s[^\W\d_]{1,3})\s\Z")
_SET_AFTER = lazy_pattern(r"(?:,|\s[^\W\d_]{1,3})\s(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])")
"""Another set of a match, which cannot be a fraction: 6/4, 6/7 and 7/5."""


def of_many(found: QuantityInText) -> str | None:
    """Why a number is not a percentage, but how many of some: the two of two of five."""
    wanted, quantity = found.wanted, found.quantity
    bare = wanted is not None and wanted.in_one is not None and quantity.unit is None and not quantity.is_share
    whole = found.after(_OF_MANY) if bare else None
    return f"“{found.written}{whole[0]}” is a share; leave it out" if whole else None


def as_share(found: QuantityInText) -> str | None:
    """Why a fraction without a unit is not a share of something: the half of half an hour, the 3/4 of a date."""
    if not found.quantity.is_share:
        return None
    written, measured = found.written, found.after(_PART_OF_UNIT)
    if measured and (
        measured["one"] or measured[2].lower() in UNIT_WORDS | CURRENCY_WORDS or measured[2] in UNIT_WORDS
    ):
        return f"“{measured[0].strip()}” after “{written}” is its unit; give it with the number, or leave it out"
    if rest := found.after(_PART_OF_NUMBER):
        return f"“{written}{rest[0]}” is part of another number; leave it out"
    if written[0].isdecimal() and "/" in written and found.before(_DATED, 20):
        return f"“{written}” may be a date; leave it out"
    near = found.before(_SET_BEFORE, 15) or found.after(_SET_AFTER)
    if near and "/" in written and int(near[1]) >= int(near[2]):
        return f"“{written}” next to “{near[1]}/{near[2]}” may be a score; leave it out"
    return None
