"""The pairs of a group are counted and found as judging each of them would, at a cost that hardly grows with them."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.claims import intervals
from tests.growth import CountedDecimal, assert_nearly_linear, comparisons
from tui.dossier.pairs import AGREE, CONFLICT, INCOMPARABLE, PERIOD, SEVERITY, Comparable, Pairs, are_apart, judge
from tui.quantity.interval import Interval


def claim(
    number: int,
    interval: Interval,
    period: str | None = None,
    open: bool = False,
    condition: str | None = None,
    leaves_room: bool = False,
    words: str | None = None,
) -> Comparable:
    """A claim in a group, its middle inside its interval."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    middle = sum(ends, Decimal(0)) / (len(ends) or 1)
    status = open, condition
    return Comparable(number, interval.begins, interval.ends, middle, period, status, "t", leaves_room, words)


@st.composite
def some_claims(draw: st.DrawFn) -> list[Comparable]:
    """The claims of a group, of few periods and conditions, so that many have the same."""
    drawn = st.tuples(
        intervals() | st.integers(-3, 9).map(lambda n: Interval(Decimal(n), Decimal(n), True, True)),
        st.sampled_from([None, None, "2023", "2024"]),
        st.booleans(),
        st.sampled_from([None, None, "if it rains"]),
        st.booleans(),
        st.sampled_from([None, None, "then", "last year"]),
    )
    return [claim(number, *each) for number, each in enumerate(draw(st.lists(drawn, max_size=9)))]


def ratio(first: Comparable, second: Comparable) -> Decimal:
    """How many times as large the larger is; 0 where no number of times says so."""
    low, high = sorted((first.middle, second.middle))
    return high / low if low > 0 else Decimal(0)


@settings(max_examples=80)
@given(some_claims())
def test_pairs_are_counted_and_found_as_if_each_were_judged(claims: list[Comparable]) -> None:
    pairs = Pairs(claims)
    judged = [(a, b, judge(a, b)) for a, b in combinations(claims, 2)]
    none = dict.fromkeys(SEVERITY, 0)
    assert pairs.totals == none | Counter(verdict for _, _, verdict in judged)
    for claim in claims:
        assert pairs.counts(claim) == none | Counter(verdict for a, b, verdict in judged if claim in (a, b))
    assert list(pairs) == sorted(judged, key=lambda pair: -SEVERITY.index(pair[2]))
    for claim in claims:
        assert pairs.agreeing_with(claim) == 1 + sum(claim in (a, b) for a, b, verdict in judged if verdict == AGREE)
    apart = [pair for pair in judged if are_apart(*pair[:2])]
    gravest = max((verdict for _, _, verdict in apart), key=SEVERITY.index, default=AGREE if judged else None)
    deciding = [pair for pair in apart if pair[2] == gravest] or sorted(judged, key=lambda p: -SEVERITY.index(p[2]))
    assert pairs.gravest_apart == gravest
    # Of pairs with one ratio, any is the furthest.
    furthest = max((ratio(*pair[:2]) for pair in deciding), default=None)
    assert pairs.furthest is None if furthest is None else pairs.furthest in deciding
    assert furthest is None or (pairs.furthest and ratio(*pairs.furthest[:2]) == furthest)


def test_an_interval_without_a_value_is_not_apart_from_itself() -> None:
    nothing = Interval(Decimal(5), Decimal(5), True, False)
    point = claim(0, nothing)._replace(ends=max(nothing.begins, nothing.ends))
    assert Pairs([point, point._replace(number=1)]).totals[AGREE] == 1


# Growth


def counted(number: int, low: int, high: int, period: str | None = None, condition: str | None = None) -> Comparable:
    """A claim whose comparisons are counted."""
    begins, ends = (CountedDecimal(low), 0), (CountedDecimal(high), 0)
    return Comparable(number, begins, ends, CountedDecimal(low + high) / 2, period, (False, condition), "t")


def apart(count: int) -> list[Comparable]:
    """Claims that share nothing, in an order that is none."""
    return [counted(n, at, at) for n in range(count) for at in [(n * 7919) % count + 1]]


def alike(count: int) -> list[Comparable]:
    """Claims that all agree."""
    return [counted(n, 5, 9) for n in range(count)]


def one_that_differs(count: int) -> list[Comparable]:
    """Claims that all agree, but for the last."""
    return [*alike(count - 1), counted(count - 1, 20, 20)]


def of_many_periods(count: int) -> list[Comparable]:
    """Claims for different years."""
    return [claim._replace(period=str(claim.number)) for claim in apart(count)]


def on_many_conditions(count: int) -> list[Comparable]:
    """Claims that hang on different conditions."""
    return [claim._replace(status=(False, f"if {claim.number}")) for claim in apart(count)]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("claims", "gravest"),
    [
        (apart, CONFLICT),
        (alike, AGREE),
        (one_that_differs, CONFLICT),
        (of_many_periods, PERIOD),
        (on_many_conditions, INCOMPARABLE),
    ],
)
def test_a_group_is_judged_in_hardly_more_steps_than_it_has_claims(
    claims: Callable[[int], list[Comparable]], gravest: str
) -> None:
    def judge_all(of: list[Comparable]) -> None:
        pairs = Pairs(of)
        assert pairs.gravest_apart == gravest and pairs.furthest is not None
        assert len(list(islice(pairs, 100))) == 100

    def steps(count: int) -> int:
        made = claims(count)
        return comparisons(lambda: judge_all(made))

    assert_nearly_linear(steps, 200)
