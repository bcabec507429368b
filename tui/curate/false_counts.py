"""Numbers that look like counts and are none: types of machines (a 787 jet), the parts of “12 of 45”, ages."""

from collections.abc import Iterable
from itertools import pairwise

from tui.items.items import TextItem
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
    for item in filter(_is_bare, found):
        if text[slice(*item.span)] in types or _AGED.search(text, max(item.span.start - 20, 0), item.span.start):
            spans.add(item.span)
    return spans


def _is_bare(item: TextItem) -> bool:
    quantity = item.quantity
    return quantity is not None and quantity.unit is None and not (quantity.is_ordinal or quantity.is_share)
