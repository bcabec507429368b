"""Numbers that look like counts and are none: types of machines (a 787 jet), the parts of “12 of 45”, ages."""

from collections.abc import Iterable
from itertools import pairwise

from tui.items.items import TextItem
from tui.numbers.number import Number, Range
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_OF = in_any_case(
    r"\s(?:(?:out\s)?of|von|aus|de[rs]?|sur|parmi|dei|delle|degli|dos|das|su|van|из|із)"
    r"(?:\s(?:the|its|their|these|those|all|de[nr]|ihre[nr]|les?|ces|ses|los|las|sus|de))?\s"
)
_MAKE = lazy_pattern(r"\s[A-Z][a-zà-ÿ]+\s")
_TYPE = lazy_pattern(r"\d{1,2}|\d{3}")
# 737-10, 787s, 787’s. What a range ends with is not less than its beginning.
_NAMED_TYPE = lazy_pattern(r"(?<![\w.,$€£-])(\d{3})(?:-\d{1,2}s?|['’]?s)(?![\w-])")
_AFTER_NAME = lazy_pattern(r"[A-Z][\w-]{0,30} (\d{3})")
_PER = in_any_case(r"(?<![^\W_])(?:per|pro|je|every|each|(por|par|pour))\s\Z")
"""What comes before a number that others are per; the Romance words have other meanings too."""
_ROUND = lazy_pattern(r"10*")
_DECIMAL = lazy_pattern(r"\d+[.,]\d{1,2}")
_LISTED = lazy_pattern(r",?\s(?:[^\W\d_]{1,4}\s)?")
_AGED = in_any_case(r"(?<![^\W_])(?:aged|im alter von|âgée?s? de)\s\Z")


def false_counts(text: str, items: Iterable[TextItem]) -> set[Span]:
    """The places of numbers that count nothing, among the items of a text."""
    found = [item for item in items if item.kind != "only"]
    types = {match[1] for match in _NAMED_TYPE.finditer(text)}
    types |= {match[1] for item in found if item.is_code and (match := _AFTER_NAME.fullmatch(text, *item.span))}
    spans: set[Span] = set()
    for item, following in pairwise(found):
        if not (_is_bare(item) and _is_bare(following)):
            continue
        between, words = Span(item.span.end, following.span.start), text[slice(*following.span)]
        if _OF.fullmatch(text, *between):
            spans |= {item.span, following.span}
        elif _TYPE.fullmatch(words) and _MAKE.fullmatch(text, *between):
            # 14 Leopard 2 tanks.
            spans.add(following.span)
        elif len(words) == 3 and words.isdecimal() and text[slice(*between)] == " ":
            # Five 787 jets.
            types.add(words)
    measured = False
    for item, following in reversed([*pairwise(found)]):
        # Von 1,40 auf 0,60 Euro; 3.84, 1.92 TB: the unit of the last is that of all.
        measured = measured or (following.quantity is not None and following.quantity.unit is not None)
        is_listed = _LISTED.fullmatch(text, item.span.end, following.span.start) is not None
        measured = measured and is_listed and _is_bare(item)
        if measured and _DECIMAL.fullmatch(text, *item.span):
            spans.add(item.span)
    for item in filter(_is_bare, found):
        if text[slice(*item.span)] in types or _AGED.search(text, max(item.span.start - 20, 0), item.span.start):
            spans.add(item.span)
    return spans


def _is_bare(item: TextItem) -> bool:
    quantity = item.quantity
    return quantity is not None and quantity.unit is None and not (quantity.is_ordinal or quantity.is_share)


def is_per(text: str, span: Span, number: Number | Range) -> bool:
    """Whether others are per this number: pour 100 000 habitants, but not a loan pour 23 projets."""
    per = _PER.search(text, max(span.start - 6, 0), span.start)
    if per is None or not per[1]:
        return per is not None
    return isinstance(number, Number) and _ROUND.fullmatch(f"{number.value:.0f}") is not None
