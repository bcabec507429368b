"""Intervals: which values they hold, and that scaling loses nothing."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quantity.interval import Interval

ends = st.decimals(-(10**9), 10**9, places=3)
intervals = st.builds(Interval, st.none() | ends, st.none() | ends, st.booleans(), st.booleans())
factors = st.sampled_from([Decimal(10) ** power for power in range(-9, 10)] + [Decimal(2), Decimal("0.25")])


@given(interval=intervals, factor=factors)
def test_scaled_and_scaled_back_it_is_the_same(interval: Interval, factor: Decimal) -> None:
    assert interval.converted(lambda v: v * factor).converted(lambda v: v / factor) == interval


@given(interval=intervals, value=ends, factor=factors)
def test_a_scaled_interval_holds_the_scaled_values(interval: Interval, value: Decimal, factor: Decimal) -> None:
    assert (value * factor in interval.converted(lambda v: v * factor)) == (value in interval)


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        (Interval(Decimal(2), Decimal(4)), [2, 3], [1, 4, 5]),
        (Interval(Decimal(2), Decimal(4), True, True), [2, 4], [1, 5]),
        (Interval(Decimal(2), Decimal(4), False, False), [3], [2, 4]),
        (Interval(Decimal(2), Decimal(2), True, True), [2], [1, 3]),
        (Interval(None, Decimal(4), False, True), [-99, 4], [5]),
        (Interval(None, Decimal(4), False, False), [-99, 3], [4]),
        (Interval(Decimal(2), None, True, False), [2, 99], [1]),
        (Interval(Decimal(2), None, False, False), [3, 99], [2]),
        (Interval(None, None), [-99, 0, 99], []),
    ],
)
def test_an_end_is_part_of_it_or_not(interval: Interval, inside: list[int], outside: list[int]) -> None:
    assert [value for value in [*inside, *outside] if Decimal(value) in interval] == inside


def test_two_intervals_meet_where_they_share_a_value() -> None:
    ends = [None, Decimal(0), Decimal(1), Decimal(2)]
    values = [Decimal(half) / 2 for half in range(-2, 7)]
    held = {
        interval: {value for value in values if value in interval}
        for interval in itertools.starmap(Interval, itertools.product(ends, ends, [True, False], [True, False]))
    }
    for (one, ones), (other, others) in itertools.product(held.items(), repeat=2):
        if ones and others:
            assert one.meets(other) is bool(ones & others), (one, other)
