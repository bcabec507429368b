"""Evaluates the arithmetic of a catalog's checks with intervals, so that the width of printed numbers counts.

    russia-production-2024 / russia-share-2024 = russia-production / russia-share
    russia-reserves-ministry <= russia-rare-metals-reserves

Operators are set off by spaces, because ids contain hyphens. Formulas are parsed here and never evaluated as code.
"""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, InvalidOperation
from typing import NamedTuple

from tui.quantity.interval import Interval

HOLDS, FAILS, INCONCLUSIVE = "holds", "fails", "inconclusive"

_COMPARISONS = ("=", "<=", "<")
_DIGITS = 34
_DOWN, _UP = (Context(prec=_DIGITS, rounding=rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING))
"""The contexts for lower and upper ends: rounded outwards, so that no value is lost."""

_LONGEST, _POWER = 50, 60
"""The limits of a plain number: its digits, and the power of ten, positive or negative."""

_INFINITY = Decimal("Infinity")


class FormulaError(ValueError):
    """A formula cannot be evaluated; `word` is the part that is wrong."""

    def __init__(self, message: str, word: str = "") -> None:
        super().__init__(message)
        self.word = word


class Operand(NamedTuple):
    """The values of a term, in the base unit of its kind; the kind of a plain number is None."""

    interval: Interval
    kind: str | None = None
    share_of: str | None = None
    """The measure of which it is a share, as a plain number; None if it is not a share."""


class Outcome(NamedTuple):
    """The verdict on a check, and the values of both sides."""

    verdict: str
    left: Operand
    right: Operand


def evaluate(formula: str, figure: Callable[[str], Operand]) -> Outcome:
    """Evaluates a formula; `figure` gives the values of an id, or raises FormulaError.

    An equation holds if the two sides share a value. An inequality holds if it is true for all values of both sides,
    fails if it is true for none, and otherwise cannot be told; nor can a formula with an open side that matters.
    """
    words = formula.split()
    signs = [word for word in words if word in _COMPARISONS]
    if len(signs) != 1:
        raise FormulaError("a check needs one of = <= < between spaces")
    at = words.index(signs[0])
    try:
        left, right = _sum(words[:at], figure), _sum(words[at + 1 :], figure)
    except ArithmeticError:
        raise FormulaError("its numbers are too large or too small to work out") from None
    if None not in (left.kind, right.kind) and left.kind != right.kind:
        raise FormulaError(f"{left.kind} on the left cannot be compared with {right.kind} on the right")
    return Outcome(_compared(signs[0], left.interval, right.interval), left, right)


def _compared(sign: str, left: Interval, right: Interval) -> str:
    if sign == "=":
        closed = None not in (left.low, left.high, right.low, right.high)
        return (HOLDS if closed else INCONCLUSIVE) if left.meets(right) else FAILS
    if left.high is not None and right.low is not None:
        certain = left.high < right.low or (
            left.high == right.low and (sign == "<=" or not (left.high_included and right.low_included))
        )
        if certain:
            return HOLDS
    if left.low is not None and right.high is not None:
        impossible = left.low > right.high or (
            left.low == right.high and (sign == "<" or not (left.low_included and right.high_included))
        )
        if impossible:
            return FAILS
    return INCONCLUSIVE


def _sum(words: list[str], figure: Callable[[str], Operand]) -> Operand:
    """Terms joined by + and -; each a product."""
    result: Operand | None = None
    start, sign = 0, "+"
    for at, word in enumerate([*words, "+"]):
        if word not in ("+", "-") and at < len(words):
            continue
        term = _product(words[start:at], figure)
        if sign == "-":
            term = term._replace(interval=_negated(term.interval))
        result = term if result is None else _added(result, term)
        start, sign = at + 1, word
    assert result is not None
    return result


def _product(words: list[str], figure: Callable[[str], Operand]) -> Operand:
    """Figures and numbers joined by * and /."""
    if len(words) % 2 == 0:
        raise FormulaError("a figure or a number is missing between the operators", words[-1] if words else "")
    result = _term(words[0], figure)
    for operator, word in zip(words[1::2], words[2::2], strict=True):
        if operator not in ("*", "/"):
            raise FormulaError(f"“{operator}” is not an operator; use one of + - * /", operator)
        term = _term(word, figure)
        result = _multiplied(result, term) if operator == "*" else _divided(result, term)
    return result


def _term(word: str, figure: Callable[[str], Operand]) -> Operand:
    try:
        number = Decimal(word)
    except InvalidOperation:
        return figure(word)
    if not number.is_finite():
        return figure(word)
    if len(number.as_tuple().digits) > _LONGEST or abs(number.adjusted()) > _POWER:
        rule = f"at most {_LONGEST} digits, and lies between 1E-{_POWER} and 1E+{_POWER}"
        raise FormulaError(f"“{word}” is too large, too small or too long: a number has {rule}", word)
    return Operand(Interval(number, number, True, True))


def _added(left: Operand, right: Operand) -> Operand:
    if left.kind != right.kind:
        raise FormulaError(f"{left.kind or 'a number'} and {right.kind or 'a number'} cannot be added")
    a, b = left.interval, right.interval
    low = None if a.low is None or b.low is None else _DOWN.add(a.low, b.low) or Decimal(0)
    high = None if a.high is None or b.high is None else _UP.add(a.high, b.high)
    interval = Interval(low, high, a.low_included and b.low_included, a.high_included and b.high_included)
    share = left.share_of if left.share_of == right.share_of else None
    return Operand(interval, left.kind, share)


def _negated(interval: Interval) -> Interval:
    low = None if interval.high is None else interval.high.copy_negate()
    high = None if interval.low is None else interval.low.copy_negate()
    return Interval(low, high, interval.high_included, interval.low_included)


def _multiplied(left: Operand, right: Operand) -> Operand:
    if left.kind and right.kind:
        raise FormulaError(f"{left.kind} times {right.kind} is a unit that the catalog does not have")
    return _scaled(left, right, _corners(left.interval, right.interval, _times))


def _divided(left: Operand, right: Operand) -> Operand:
    if right.kind and right.kind != left.kind:
        raise FormulaError(
            f"{left.kind or 'a number'} divided by {right.kind} is a unit that the catalog does not have"
        )
    low, high = right.interval.low, right.interval.high
    if (low is None or low <= 0) and (high is None or high >= 0):
        return _scaled(left, right, Interval(None, None, False, False), divided=True)
    return _scaled(left, right, _corners(left.interval, right.interval, _over), divided=True)


def _scaled(left: Operand, right: Operand, interval: Interval, divided: bool = False) -> Operand:
    """A product or a quotient. A value times a number or a share is one of its measure, a share of a share is not."""
    if left.kind or right.kind:
        return Operand(interval, None if left.kind and right.kind else left.kind or right.kind)
    if right.share_of and (divided or left.share_of):
        return Operand(interval)
    return Operand(interval, None, left.share_of or right.share_of)


def _times(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return context.multiply(a, b) if a and b else Decimal(0)


def _over(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if b.is_infinite() else context.divide(a, b)


def _corners(a: Interval, b: Interval, operate: Callable[[Context, Decimal, Decimal], Decimal]) -> Interval:
    """The interval of all results: its ends are among the results of the ends, an open side counted as infinite."""
    # A product with zero is zero, even if the other end is excluded or infinite.
    corners = [
        (x, y, (x_in and y_in) or (x_in and not x) or (y_in and not y)) for x, x_in in _ends(a) for y, y_in in _ends(b)
    ]
    lows = [(operate(_DOWN, x, y), included) for x, y, included in corners]
    highs = [(operate(_UP, x, y), included) for x, y, included in corners]
    low, high = min(value for value, _ in lows), max(value for value, _ in highs)
    return Interval(
        None if low.is_infinite() else low,
        None if high.is_infinite() else high,
        any(included for value, included in lows if value == low),
        any(included for value, included in highs if value == high),
    )


def _ends(interval: Interval) -> tuple[tuple[Decimal, bool], tuple[Decimal, bool]]:
    """Both ends, and whether they are included."""
    low = (interval.low, interval.low_included) if interval.low is not None else (-_INFINITY, False)
    high = (interval.high, interval.high_included) if interval.high is not None else (_INFINITY, False)
    return low, high
