"""Checks are worked out with all values that the printed numbers can stand for, and never told from fewer."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.dossier.claims import Claim, claim, claims_in
from tui.catalog.problem import Problem
from tui.cli.context import Context, Status
from tui.cli.main import main
from tui.dossier.arithmetic import FAILS, HOLDS, INCONCLUSIVE, FormulaError, Operand, evaluate
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.quantity.interval import Interval


def no_figure(id: str) -> Operand:
    """Formulas of numbers alone."""
    raise FormulaError(f"no figure has the id “{id}”", id)


# Numbers


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("1 + 2 * 3 = 7", HOLDS),
        ("1 + 2 * 3 = 9", FAILS),
        ("2 * 3 + 1 = 7", HOLDS),
        ("10 - 2 - 3 = 5", HOLDS),
        ("10 - 2 * 3 = 4", HOLDS),
        ("12 / 3 / 2 = 2", HOLDS),
        ("12 / 3 * 2 = 8", HOLDS),
        ("1 / 3 * 3 = 1", HOLDS),
        ("10 / -2 = -5", HOLDS),
        ("0 * 7 = 0", HOLDS),
        ("0 / 7 = 0", HOLDS),
        ("0.1 + 0.2 = 0.3", HOLDS),
        ("5 - 5 = 0", HOLDS),
        ("2 <= 2", HOLDS),
        ("2 < 2", FAILS),
        ("3 <= 2", FAILS),
        ("1 < 2", HOLDS),
        ("1 / 0 = 5", INCONCLUSIVE),
        ("1 / 0 < 5", INCONCLUSIVE),
        ("100000000000000000000000000000000000001 - 100000000000000000000000000000000000000 = 1", HOLDS),
        (f"{'1' * 50} = {'1' * 50}", HOLDS),
        ("1E60 / 1E-60 = 1E60 * 1E60", HOLDS),
    ],
)
def test_numbers_alone(formula: str, verdict: str) -> None:
    assert evaluate(formula, no_figure).verdict == verdict


@pytest.mark.parametrize(
    ("formula", "verdict", "left"),
    [
        ("a-b + c = 9", HOLDS, ("6", "9")),
        ("a-b - c = 9", FAILS, ("-3", "0")),
        ("a-b * c = 9", HOLDS, ("8", "20")),
        ("a-b / c <= 2", HOLDS, ("0.4", "1")),
        ("c / a-b < 0.8", FAILS, ("1", "2.5")),
        ("a-b * c / c = 3", HOLDS, ("1.6", "5")),
        ("a-b < c", INCONCLUSIVE, ("2", "4")),
        ("a-b <= c", HOLDS, ("2", "4")),
        # Of an open side nothing is told, and of the other all that there is.
        ("most = 10", INCONCLUSIVE, (None, "12")),
        ("most = 13", FAILS, (None, "12")),
        ("most + c <= 17", HOLDS, (None, "17")),
        ("most + c < 17", INCONCLUSIVE, (None, "17")),
        ("c - most < 0", INCONCLUSIVE, ("-8", None)),
        ("most * 2 < 25", HOLDS, (None, "24")),
        ("most * -2 < -25", FAILS, ("-24", None)),
        ("from-0 * most < 13", HOLDS, (None, "12")),
        ("most * least = 1", INCONCLUSIVE, (None, None)),
        ("least / 2 < 4", FAILS, ("4", None)),
        ("c / least < 1", HOLDS, ("0", "0.625")),
        ("least / least = 1", INCONCLUSIVE, ("0", None)),
        # Nothing is told where a divisor can be zero.
        ("c / around-0 < 1000000", INCONCLUSIVE, (None, None)),
        ("c / from-0 < -1", INCONCLUSIVE, (None, None)),
        ("c / most = 1", INCONCLUSIVE, (None, None)),
        ("c / 0 = 1", INCONCLUSIVE, (None, None)),
    ],
)
def test_intervals(formula: str, verdict: str, left: tuple[str | None, str | None]) -> None:
    figures = {
        "a-b": ("2", "4"),
        "c": ("4", "5"),
        "most": (None, "12"),
        "least": ("8", None),
        "around-0": ("-1", "1"),
        "from-0": ("0", "1"),
    }
    quantities = {
        id: Operand(Interval(low and Decimal(low), high and Decimal(high), True, True))  # type: ignore[arg-type]
        for id, (low, high) in figures.items()
    }
    outcome = evaluate(formula, quantities.__getitem__)
    found = outcome.left.interval
    assert (outcome.verdict, found.low, found.high) == (verdict, *(end and Decimal(end) for end in left))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("", "one of = <= <"),
        ("a + b", "one of = <= <"),
        ("a = b = c", "one of = <= <"),
        ("a < b < c", "one of = <= <"),
        ("a=b", "between spaces"),
        ("a >= b", "one of = <= <"),
        ("a == b", "one of = <= <"),
        ("= 1", "missing"),
        ("1 =", "missing"),
        ("1 + = 1", "missing"),
        ("1 * = 1", "missing"),
        ("+ 1 = 1", "missing"),
        ("1 + * 2 = 1", "missing"),
        ("1 2 = 1", "missing"),
        ("1 +2 = 3", "missing"),
        ("2 ** 3 = 8", "“**” is not an operator"),
        ("7 // 2 = 3", "“//” is not an operator"),
        ("1 +- 1 = 0", "“+-” is not an operator"),
        ("4 */ 2 = 8", "“*/” is not an operator"),
        ("2*3 = 6", "no figure has the id “2*3”"),
        ("( 1 + 2 ) = 3", "missing"),
        ("nan = 1", "no figure has the id “nan”"),
        ("Infinity = 1", "no figure has the id “Infinity”"),
        ("__import__('os') = 1", "no figure has the id “__import__('os')”"),
        ("1e999999 * 1e999999 = 1", "too large"),
        ("1E61 = 1", "too large"),
        ("1E-61 = 1", "too small"),
        (f"{'1' * 51} = 1", "too long"),
    ],
)
def test_a_formula_that_cannot_be_read(formula: str, says: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(says)):
        evaluate(formula, no_figure)


# Properties


ends = st.decimals(-1000, 1000, places=2)


@st.composite
def operands(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval with open or closed sides, and a value that lies in it."""
    low, value, high = sorted(draw(st.tuples(ends, ends, ends)))
    low_open, high_open = draw(st.integers(0, 3)) == 0, draw(st.integers(0, 3)) == 0
    interval = Interval(
        None if low_open else low,
        None if high_open else high,
        not low_open and (value == low or draw(st.booleans())),
        not high_open and (value == high or draw(st.booleans())),
    )
    return interval, Fraction(value)


def truth(words: list[str], values: dict[str, Fraction]) -> Fraction:
    """The value of a side without a comparison, worked out exactly: products first, each from the left."""
    total, product, sign, operator = Fraction(0), None, 1, ""
    for word in words:
        if word in values:
            of = values[word]
            product = of if product is None else product * of if operator == "*" else product / of
        elif word in "+-":
            total, product = total + sign * (product or 0), None
            sign = 1 if word == "+" else -1
        else:
            operator = word
    return total + sign * (product or 0)


@given(operands(), st.lists(st.tuples(st.sampled_from("+-*/"), operands()), min_size=1, max_size=4))
def test_the_true_result_lies_in_the_interval(
    first: tuple[Interval, Fraction], following: list[tuple[str, tuple[Interval, Fraction]]]
) -> None:
    words, figures, values = ["f-0"], {"f-0": first[0]}, {"f-0": first[1]}
    for number, (sign, (interval, value)) in enumerate(following, 1):
        assume(sign != "/" or value)
        id = f"f-{number}"
        words += [sign, id]
        figures[id], values[id] = interval, value
    outcome = evaluate(f"{' '.join(words)} = 0", lambda id: Operand(figures[id]))
    result, interval = truth(words, values), outcome.left.interval
    assert interval.low is None or Fraction(interval.low) <= result
    assert interval.high is None or result <= Fraction(interval.high)
    # What is certain is so of every value.
    assert outcome.verdict != FAILS or result != 0
    for sign, holds in (("<", result < 0), ("<=", result <= 0)):
        verdict = evaluate(f"{' '.join(words)} {sign} 0", lambda id: Operand(figures[id])).verdict
        assert verdict == INCONCLUSIVE or (verdict == HOLDS) == holds


# Between the figures of a catalog


def problems(folder: Callable[..., Path], holds: str, *claims: Claim) -> list[Problem]:
    """What is wrong with a catalog of claims f0, f1 and so on, and one check, whose formula begins in column 12."""
    check = f"checks:\n  - id: sum\n    says: It adds up\n    holds: {json.dumps(holds)}\n"
    path = claims_in(folder, *claims, more=check)
    line = path.read_text(encoding="utf-8").split("\n    holds:")[0].count("\n") + 2
    found = list(open_dossier(path).problems)
    assert {(problem.code, *problem.mark[1:]) for problem in found} <= {("check", line, 12)}
    return found


TONS = claim("5 tons"), claim("9 tons", subject="pit")


@pytest.mark.parametrize(
    ("holds", "claims", "severity"),
    [
        ("f0 + f1 = 14", TONS, None),
        ("f0 + f1 = 15.2", TONS, "error"),
        ("f0 < f1", TONS, None),
        ("f1 < f0", TONS, "error"),
        ("f0 < 5", TONS, "warning"),
        ("f1 / f0 = 2", TONS, None),
        # Units of one kind are brought to one.
        ("f0 = f1", (claim("5 kilotons"), claim("0.005 megatons", measure="large-reserves")), None),
        ("f0 * 1000 = f1", (claim("5 tons"), claim("5 kilotons", subject="pit")), None),
        # A percentage is a number of hundredths, on whichever side of whatever.
        ("f0 / f1 = 250", (claim("5 tons"), claim("2 percent", measure="share")), None),
        ("f0 * f1 = 0.1", (claim("5 tons"), claim("2 percent", measure="share")), None),
        (
            "f0 + f1 = 0.07",
            (claim("5 percent", measure="share"), claim("2 percent", measure="share", subject="pit")),
            None,
        ),
        ("f0 = 5", (claim("5 percent", measure="share"),), "error"),
        # A bound leaves one side open.
        ("f0 < 9", (claim("less than 9 tons"),), None),
        ("f0 < 8", (claim("less than 9 tons"),), "warning"),
        ("f0 * 2 <= 18", (claim("up to 9 tons"),), None),
        ("9 < f0", (claim("up to 9 tons"),), "error"),
        # Counts are exact.
        ("f0 = 5", (claim("5", measure="shafts"),), None),
        ("f0 = 5.4", (claim("5", measure="shafts"),), "error"),
    ],
)
def test_a_check_between_figures(
    folder: Callable[..., Path], holds: str, claims: tuple[Claim, ...], severity: str | None
) -> None:
    assert [problem.severity for problem in problems(folder, holds, *claims)] == ([severity] if severity else [])


MIXED = (*TONS, claim("5 percent", measure="share"), claim("5", measure="shafts"), claim("5 tons", measure="output"))


@pytest.mark.parametrize(
    ("holds", "says"),
    [
        ("f0 + f2 = f0", "t and a number cannot be added"),
        ("f0 + f3 = f0", "t and count cannot be added"),
        ("f0 + f4 = f0", "t and t/yr cannot be added"),
        ("f0 * f1 = f0", "t times t"),
        ("f0 / f3 = f0", "t divided by count"),
        ("1 / f0 = f0", "a number divided by t"),
        ("f0 = f3", "t on the left cannot be compared with count on the right"),
        ("f0 = f4", "t on the left cannot be compared with t/yr on the right"),
        ("f0 + f11 = f1", "no figure has the id “f11”; nearest: f1"),
        ("f0 + unlike-any-of-them = f1", "no figure has the id “unlike-any-of-them”"),
        ("f0 + = f1", "missing"),
        ("f0 = f1 = f2", "one of = <= <"),
        ("f0=f1", "one of = <= <"),
        ("__import__('os').abort() = f0", "no figure has the id “__import__('os').abort()”"),
    ],
)
def test_a_check_that_cannot_be_worked_out_is_a_problem_in_its_place(
    folder: Callable[..., Path], holds: str, says: str
) -> None:
    (problem,) = problems(folder, holds, *MIXED)
    assert problem.severity == "error"
    assert says in problem.message


# The built-in checks, worked out by hand from the widths of what is printed


BY_HAND = {
    # 2,450 to 2,550 t at 0.635 to 0.645%; 2,500 to 2,700 t at 0.5 to 1.5%
    "world-output": (HOLDS, (379_845, 401_575), (166_667, 540_000)),
    "china-within-world": (HOLDS, (235_000, 245_000), (379_845, 401_575)),
    "rare-earths-within-rare-metals": (HOLDS, (28_450_000, 28_550_000), (657_500_000, 658_500_000)),
    # 43.5 + 20.5 + 3.75 + 1.85 to 44.5 + 21.5 + 3.85 + 1.95
    "parts-of-the-world": (HOLDS, (69_600_000, 71_800_000), (107_250_000, 112_750_000)),
    "fifth-below-brazil": (HOLDS, (3_750_000, 3_850_000), (20_500_000, 21_500_000)),
    "ministry-above-brazil": (HOLDS, (20_500_000, 21_500_000), (28_450_000, 28_550_000)),
}


def test_every_built_in_check_comes_out_as_by_hand(dossier: Dossier) -> None:
    def quantity(id: str) -> Operand:
        figure = dossier.figures[id]
        of = Decimal(1) / 100 if dossier.unit_of(figure).id == "%" else dossier.unit_of(figure).factor
        return Operand(figure.value.interval.converted(lambda value: value * of))

    def ends(side: Operand) -> tuple[float | None, ...]:
        both = side.interval.low, side.interval.high
        return tuple(None if end is None else round(float(end), 4 if end < 1 else 0) for end in both)

    found = {}
    for check in dossier.checks:
        outcome = evaluate(check.holds, quantity)
        found[check.id] = (outcome.verdict, ends(outcome.left), ends(outcome.right))
    assert found == BY_HAND


def checked(path: Path) -> tuple[Status, list[str]]:
    """What `lode check` prints of a catalog, and how it ends."""
    out = StringIO()
    status = main(["check", "-c", str(path)], Context(out, StringIO(), {}, path.parent))
    return status, out.getvalue().splitlines()


def test_every_built_in_check_says_something(dossier: Dossier) -> None:
    assert checked(dossier.catalog) == (Status.DONE, [])
    assert {check.verdict for check in dossier.checks} == {HOLDS}
    assert all(set(check.involved) <= dossier.figures.keys() | dossier.claims.keys() for check in dossier.checks)


def test_what_cannot_be_told_is_a_warning_and_no_error(folder: Callable[..., Path]) -> None:
    (problem,) = problems(folder, "f0 < f1", claim("5 percent", measure="share"), claim("5.2 percent", measure="share"))
    assert problem.severity == "warning"
    assert "inconclusive, 4.5 to 5.5% on the left, 5.15 to 5.25% on the right" in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("russia-production / russia-share\n", "russia-production / russia-share-2024 * 2\n"),
        ("china-production-2023 < ", "russia-reserves-usgs / 1 < "),
        (
            "russia-reserves-ministry <= russia-rare-metals-reserves",
            "russia-rare-metals-reserves <= russia-reserves-ministry",
        ),
    ],
)
def test_a_check_that_fails_is_an_error(folder: Callable[..., Path], dossier: Dossier, old: str, new: str) -> None:
    """In a copy of the built-in dossier with one formula changed."""
    text = dossier.catalog.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = folder("")
    path.write_text(text.replace(old, new), encoding="utf-8")
    (path.parent / "seeds").mkdir()
    for document in dossier.documents.values():
        (path.parent / document.file).write_bytes(document.text.encode())
    status, lines = checked(path)
    assert status == Status.NOTHING
    (error,) = [line for line in lines if ": error: " in line]
    assert re.match(r"catalog\.yaml:\d+:12: error: .+", error)
    line = int(error.split(":")[1])
    assert new.strip() in path.read_text(encoding="utf-8").split("\n")[line - 1]
