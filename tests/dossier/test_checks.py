"""Checks are worked out with the widths of what is printed, and say so where that leaves them open."""

from decimal import Decimal

import pytest

from tests.conftest import Linked
from tests.dossier.conftest import MEASURES
from tui.dossier.arithmetic import FAILS, HOLDS, INCONCLUSIVE, FormulaError, Operand, evaluate
from tui.quantity.interval import Interval


def _quantity(low: str, high: str, kind: str | None = "t", ends: str = "[)") -> Operand:
    bounds = (Decimal(end) if end else None for end in (low, high))
    return Operand(Interval(*bounds, ends[0] == "[", ends[1] == "]"), kind)


FIGURES = {
    "two": _quantity("1.5", "2.5"),
    "three": _quantity("2.5", "3.5"),
    "nine": _quantity("9", "9", ends="[]"),
    "range": _quantity("2", "4", ends="[]"),
    "below-3": _quantity("", "3", ends="()"),
    "up-to-3": _quantity("", "3", ends="(]"),
    "from-5": _quantity("5", "", ends="[)"),
    "half": _quantity("0.4", "0.6", None),
    "around-0": _quantity("-1", "1", None),
    "people": _quantity("5", "5", "count", "[]"),
}


def figure(id: str) -> Operand:
    if id not in FIGURES:
        raise FormulaError(f"no figure has the id “{id}”", id)
    return FIGURES[id]


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("two = range", HOLDS),
        ("two = three", FAILS),
        ("two + three = nine", FAILS),
        ("two + three = range + two", HOLDS),
        ("nine = 9 * nine / 9", HOLDS),
        ("below-3 = range", INCONCLUSIVE),
        ("below-3 = nine", FAILS),
        ("below-3 = three", INCONCLUSIVE),
        # An inequality holds for all values of both sides, fails for all, or is inconclusive.
        ("two < nine", HOLDS),
        ("nine < two", FAILS),
        ("two < range", INCONCLUSIVE),
        ("two < three", HOLDS),
        ("two <= three", HOLDS),
        ("three < two", FAILS),
        ("nine <= nine", HOLDS),
        ("nine < nine", FAILS),
        ("below-3 < nine", HOLDS),
        ("nine < below-3", FAILS),
        ("up-to-3 < from-5", HOLDS),
        ("from-5 < nine", INCONCLUSIVE),
        ("from-5 <= up-to-3", FAILS),
        # Each side is worked out to its own interval: the same figure on both does not cancel.
        ("two <= two", INCONCLUSIVE),
        ("two - two < nine", HOLDS),
        ("three - two < three", HOLDS),
        ("nine - two - three < nine", HOLDS),
        ("two * 2 <= nine", HOLDS),
        ("two / half <= nine", HOLDS),
        ("nine / two < 9", HOLDS),
        ("nine / around-0 < nine", INCONCLUSIVE),
        ("nine / 0 = nine", INCONCLUSIVE),
        ("below-3 * 2 < nine", HOLDS),
        ("below-3 * 4 < nine", INCONCLUSIVE),
        ("half * nine < nine", HOLDS),
        ("1 / half < 3", HOLDS),
        ("people * 2 = people + people", HOLDS),
    ],
)
def test_verdict(formula: str, verdict: str) -> None:
    assert evaluate(formula, figure).verdict == verdict


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("two + three < nine", "4.0", "6.0"),
        ("three - two < nine", "0.0", "2.0"),
        ("two * 2 < nine", "3.0", "5.0"),
        ("two / half < nine", "2.5", "6.25"),
        ("nine / 3 - two < nine", "0.5", "1.5"),
        ("-2 * nine < nine", "-18", "-18"),
    ],
)
def test_values_of_a_side(formula: str, low: str, high: str) -> None:
    left = evaluate(formula, figure).left.interval
    assert (left.low, left.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("two", "a check needs one of = <= < between spaces"),
        ("", "a check needs one of"),
        ("two < three < nine", "a check needs one of"),
        ("two<three", "a check needs one of"),
        ("two > three", "a check needs one of"),
        ("two < four", "no figure has the id “four”"),
        ("two < nan", "no figure has the id “nan”"),
        ("two < Infinity", "no figure has the id “Infinity”"),
        ("two + < three", "a figure or a number is missing between the operators"),
        ("< three", "a figure or a number is missing"),
        ("two three < nine", "a figure or a number is missing"),
        ("two ^ 2 < nine", "“^” is not an operator; use one of + - * /"),
        ("two */ 2 < nine", "“*/” is not an operator"),
        ("two +- 2 < nine", "“+-” is not an operator"),
        ("two + half < nine", "t and a number cannot be added"),
        ("two - people < nine", "t and count cannot be added"),
        ("two * three < nine", "t times t is a unit that the catalog does not have"),
        ("half / two < nine", "a number divided by t is a unit that the catalog does not have"),
        ("people / two < nine", "count divided by t is a unit"),
        ("two < people", "t on the left cannot be compared with count on the right"),
        ("1e999999 * 1e999999 < 5", "too large"),
        ("1 / 1e-999999 / 1e-999999 < 5", "too large"),
    ],
)
def test_a_formula_that_cannot_be_read_says_why(formula: str, says: str) -> None:
    with pytest.raises(FormulaError) as caught:
        evaluate(formula, figure)
    assert says in str(caught.value)


FIGURE = """\
  - id: {id}
    measure: {measure}
    subject: it
    sources:
      - article: a
        quote: It has{hedge} {number}
        number: {number}
"""

IN_CATALOG = [
    ("reserve", "reserves", "2 million tons"),
    ("more", "large", "3 Mt"),
    ("output", "production", "500 tons"),
    ("part", "share", "25%"),
    ("cap", "share", "30%"),
    ("other", "rest", "80%"),
]

HEDGES = {"cap": " up to"}

NOTHING = "; while these overlap, it checks nothing"


@pytest.mark.parametrize(
    ("holds", "problem"),
    [
        ("reserve <= reserve + reserve", None),
        ("reserve + more < 9 * more", None),
        ("reserve < more", None),
        ("part <= other", ("warning", "It says: share is compared with rest, which is a share of something else")),
        ("reserve * part = 500000", None),
        ("reserve * part <= reserve", None),
        ("output / part = output * 4", None),
        ("more < reserve", (
            "error",
            "It says: fails, 2.5e+06 to 3.5e+06 t on the left, 1.9e+06 to 2.1e+06 t on the right; It is wrong.")),
        ("reserve <= reserve", (
            "warning", "It says: inconclusive, 1.9e+06 to 2.1e+06 t on the left, 1.9e+06 to 2.1e+06 t on the right"
            f"{NOTHING}")),
        ("reserve + output < more", ("error", "t and t/yr cannot be added")),
        ("output < reserve", ("error", "t/yr on the left cannot be compared with t on the right")),
        ("part <= cap", (
            "warning", f"It says: inconclusive, 24.5 to 25.5% on the left, up to 30% on the right{NOTHING}")),
        ("1 <= cap", ("error", "It says: fails, 1 on the left, up to 30% on the right; It is wrong.")),
        ("reserve / 0 < more", (
            "warning", f"It says: inconclusive, any value on the left, 2.5e+06 to 3.5e+06 t on the right{NOTHING}")),
        ("reserv < more", ("error", "no figure has the id “reserv”; nearest: reserve")),
    ],
)  # fmt: skip
def test_a_check_is_worked_out_between_figures(linked: Linked, holds: str, problem: tuple[str, str] | None) -> None:
    figures = "".join(
        FIGURE.format(id=id, measure=measure, number=n, hedge=HEDGES.get(id, "")) for id, measure, n in IN_CATALOG
    )
    check = f"checks:\n  - id: check\n    says: It says\n    holds: {holds}\n    if_fails: It is wrong.\n"
    dossier = linked(
        MEASURES + figures + check, a=" ".join(f"It has{HEDGES.get(id, '')} {number}." for id, _, number in IN_CATALOG)
    )
    assert [(each.severity, each.message) for each in dossier.problems] == ([problem] if problem else [])
    line = (MEASURES + figures).count("\n") + 2 + 4 + 4
    assert {(each.code, each.mark[1:]) for each in dossier.problems} <= {("check", (line, 12))}
