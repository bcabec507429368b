"""Compares the value of a number in a draft with that of a figure."""

from dataclasses import dataclass, replace
from decimal import Decimal

from tui.dossier.records import Figure
from tui.languages.language import code_of
from tui.numbers.number import Range
from tui.printed.hedge import says_estimated
from tui.printed.whole import read_printed
from tui.quantity import quantity as quantities
from tui.quantity.interval import Value
from tui.quantity.quantity import RateError
from tui.quantity.rate_names import unit_written
from tui.quantity.unit import Unit
from tui.text.lazy_pattern import in_any_case
from tui.verify.draft import Draft, NumberItem

_MOST = Decimal("0.1")
"""How far a hedged number may be from what it rounds, as a part of that."""

_WORDS = {"≈": "about", "<": "less than", "≤": "up to", ">": "more than", "≥": "at least"}
_OPENED = in_any_case(r"(?<![^\W_])(?:an?|one|every|each)\s+([^\W\d_]+)\s+of(?![^\W_])")
_BOUNDS = ("<", "≤", ">", "≥")


@dataclass(frozen=True)
class Reading:
    """The value of a number of a draft in one unit, and what is wrong with its rate."""

    value: Value
    rate: str | None = None


@dataclass(frozen=True)
class Likeness:
    """How a number is like a figure's: the same, rounded, or with another hedge; `reason` says what is not alike."""

    kind: str
    reason: str = ""


SAME, ROUNDED, HEDGE = "same", "rounded", "hedge"


def read_in(draft: Draft, item: NumberItem, unit: Unit, changes: bool = False) -> Reading:
    """The value of a number in a unit; with `changes`, it has the direction that the words beside it say.

    Raises QuantityError if it has none there.
    """
    printed = read_printed(draft.text, item.span, draft.units, unit, draft.language, changes)
    hedge = None if printed.hedge and says_estimated(printed.hedge[1]) else printed.hedge
    modifier, words = hedge or ("=", None)
    if isinstance(printed.quantity.number, Range):
        modifier, words = "=", None
    quantity = replace(printed.quantity, unit=item.elided) if item.elided else printed.quantity
    try:
        value = quantities.value_of(quantity, modifier, unit, hedge=words)
        return Reading(value, _opened_otherwise(draft, item, unit) if printed.quantity.per is None else None)
    except RateError:
        value = quantities.value_of(replace(quantity, per=None), modifier, unit, hedge=words)
        source = unit.per.in_words if unit.per else "none"
        given = printed.quantity.per.in_words if unit.per and printed.quantity.per else "a rate"
        return Reading(value, f"the draft prints {given}, the source {source}")


def _opened_otherwise(draft: Draft, item: NumberItem, unit: Unit) -> str | None:
    """What is wrong with the rate that opens a number’s sentence: a gallon of petrol costs, for a price per litre."""
    per = unit.per.parts[0].unit if unit.per else None
    if per is None:
        return None
    for opened in _OPENED.finditer(draft.text, draft.sentence(item.span).start, item.span.start):
        given = unit_written(opened[1], draft.units, code_of(draft.language))
        if given and given.kind == per.kind and given.id != per.id:
            return f"the draft prints “{opened[0]}”, the source {unit.per.in_words if unit.per else 'none'}"
    return None


def hedged(figure: Figure) -> str:
    """The number of a figure with its hedge: up to 12%."""
    return " ".join(filter(None, (_WORDS.get(figure.value.modifier), figure.written)))


def likeness(reading: Reading, figure: Figure) -> Likeness | None:
    """How the value of a draft's number is like a figure's; None if it is another value."""
    ours, theirs = reading.value, figure.value
    if ours.value is None or theirs.value is None:
        ends = (ours.interval.low, ours.interval.high) == (theirs.interval.low, theirs.interval.high)
        return Likeness(SAME) if ours.value is None and theirs.value is None and ends else None
    own, other = ours.modifier, theirs.modifier
    if ours.value == theirs.value:
        if own == other:
            return Likeness(SAME)
        if own == "≈" and other == "=":
            return Likeness(ROUNDED, f"the draft says about, the source prints {figure.written} without it")
        return Likeness(HEDGE, f"the draft {_hedged(own)}, the source {_hedged(other)}")
    return _rounded(ours, theirs, figure)


def _rounded(ours: Value, theirs: Value, figure: Figure) -> Likeness | None:
    """A coarser number that the figure's rounds to."""
    if ours.value is None or theirs.value is None or ours.step is None or theirs.step is None:
        return None
    own, other = ours.modifier, theirs.modifier
    # Zeros of a hedged number need not count: nearly 30 million.
    step = ours.step if own == "=" else max(ours.step, _last_digit(ours.value))
    away = theirs.value - ours.value
    if step <= theirs.step or abs(away) > step or abs(away) > _MOST * abs(theirs.value):
        return None
    # A half is rounded up: 95 to 100, and not to 90.
    is_nearest = abs(away) < step / 2 or (abs(away) == step / 2 and abs(ours.value) > abs(theirs.value))
    fits = {
        "=": is_nearest,
        "≈": -step < away <= 0 if ours.interval.high == ours.value else is_nearest,
        ">": away > 0,
        "≥": away >= 0,
        "<": away < 0,
        "≤": away <= 0,
    }
    if not fits.get(own, False):
        return None
    if other in _BOUNDS and own != other:
        return Likeness(HEDGE, f"the draft {_hedged(own)}, the source {_hedged(other)}")
    if other == "≈" and own == "=":
        return Likeness(HEDGE, "the source says about, the draft does not")
    return Likeness(ROUNDED, f"rounded from {figure.written}")


def _last_digit(value: Decimal) -> Decimal:
    """A unit of the last digit that is not 0."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _hedged(modifier: str) -> str:
    return f"says “{_WORDS[modifier]}”" if modifier in _WORDS else "has no hedge"


def factor_text(ours: Decimal | None, theirs: Decimal | None) -> str:
    """How many times as much one of two values is as the other, for a reason; empty if that says nothing."""
    if not ours or not theirs:
        return ""
    factor = ours / theirs
    is_more = abs(factor) >= 1
    larger = factor if is_more else 1 / factor
    rounded = f"{larger:,.2f}".rstrip("0").rstrip(".") if abs(larger) < 10 else f"{larger:,.0f}"
    if rounded == "1":
        return ""
    return f"; the draft has {rounded} times as much" if is_more else f", {rounded} times as much"


def distance(ours: Decimal, theirs: Decimal) -> Decimal:
    """How far a value is from another, as a ratio from 1 on; infinite where it has another sign, or one is 0."""
    if ours == theirs:
        return Decimal(1)
    if not ours or not theirs or (ours < 0) != (theirs < 0):
        return Decimal("Infinity")
    return max(ours / theirs, theirs / ours)
