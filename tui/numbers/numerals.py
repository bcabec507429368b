"""Digits with their marks, as a language prints them: 3,810.5 in English, 3.810,5 in German, 12,34,567 in India."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.text.lazy_pattern import lazy_pattern

MAX_DIGITS = 24
"""A longer row of digits is an address or a checksum, and no number; up to here arithmetic is exact."""

_SPACE = "[ \u00a0\u2009\u202f]"
"""White space as a grouping mark: a plain, no-break, thin or narrow space."""

_INDIAN = lazy_pattern(r"(?!0)\d{1,2}(?:,\d\d){1,10},\d{3}")
_MINUS = "-−–"
_EXPONENT = lazy_pattern(
    rf"[eE](?P<e>[{_MINUS}+]?\d{{1,3}})(?![^\W_]|[.,]\d)"
    rf"|{_SPACE}?[×x*·⋅]{_SPACE}?10(?:\^(?P<power>[{_MINUS}+]?\d{{1,3}})(?![.,]?\d)|(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹]{{1,3}}))"
)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–", "0123456789+---")


class Numeral(NamedTuple):
    """What digits say: a value, a unit of its last digit, and where in the text it ends."""

    value: Decimal
    step: Decimal
    end: int
    powered: bool = False
    """Whether a power of ten belongs to it: 3.2e6, 6.02×10²³."""


def read_digits(text: str, start: int, language: Language) -> Numeral | None:
    """The number in digits at `start`; None where its marks make no one number in the language: 1,2,34."""
    match = _pattern(language.decimal, language.grouping).match(text, start)
    if match is None or sum(map(str.isdigit, match[0])) > MAX_DIGITS:
        return None
    parts = _parts(match[0], language)
    if parts is None:
        return None
    whole, decimals = parts
    numeral = Numeral(Decimal(f"{whole or '0'}.{decimals}"), Decimal(1).scaleb(-len(decimals)), match.end())
    power = _EXPONENT.match(text, numeral.end)
    if power is None:
        return numeral
    by = int((power["e"] or power["power"] or power["raised"]).translate(_LOWERED))
    value = Decimal(f"{numeral.value.scaleb(by):f}")
    return Numeral(value, numeral.step.scaleb(by), power.end(), powered=True)


@cache
def _pattern(decimal: str, grouping: str) -> re.Pattern[str]:
    """What digits with marks look like.

    Their rows are bounded, so that a long one is not read again from each of its parts to its end.
    """
    # A mark of another language is matched as well, so that no part of its numbers is read.
    point, marks = re.escape(decimal), re.escape("".join({*".,", *decimal, *grouping} - set(" \u00a0\u2009\u202f")))
    bare = rf"|(?<!\d)[{point}]\d+" if "." in decimal else ""
    return lazy_pattern(
        rf"(?!0)\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,7}}(?:[{point}]\d+)?(?!\d)"
        rf"|\d+(?:[{marks}]\d+){{0,9}}(?![{marks}]?\d){bare}"
    )


def _parts(digits: str, language: Language) -> tuple[str, str] | None:
    """The whole part and the decimals of digits with marks; None where they contradict each other or the language."""
    plain = re.sub(_SPACE, "", digits)
    marks = [mark for mark in plain if not mark.isdigit()]
    if not marks:
        return plain, ""
    if len(plain) != len(digits):
        # After groups that white space makes, only decimals can follow.
        whole, _, decimals = plain.partition(marks[0])
        return whole, decimals
    last = marks[-1]
    if {".", ","} <= set(language.decimal) and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        return None
    if last in language.decimal and marks.count(last) == 1:
        whole, _, decimals = plain.rpartition(last)
        marks.pop()
    elif last in language.grouping or (last == "." and len(marks) > 1):
        whole, decimals = plain, ""
    else:
        return None
    if not marks:
        return whole, decimals
    group = marks[0]
    if set(marks) != {group} or (decimals and group in language.decimal):
        return None
    if not re.fullmatch(rf"(?!0)\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole) and not _INDIAN.fullmatch(whole):
        return None
    return whole.replace(group, ""), decimals
