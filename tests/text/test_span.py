"""Spans: what they cover and share, and which remain where they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.sorted_spans import Disjoint, Ordered
from tui.text.span import Span, without_overlaps


@pytest.mark.parametrize(
    ("other", "covers", "overlaps"),
    [
        (Span(2, 5), True, True),
        (Span(3, 4), True, True),
        (Span(2, 3), True, True),
        (Span(1, 3), False, True),
        (Span(4, 6), False, True),
        (Span(1, 6), False, True),
        (Span(0, 2), False, False),
        (Span(5, 7), False, False),
        (Span(8, 9), False, False),
    ],
)
def test_what_a_span_covers_and_shares(other: Span, covers: bool, overlaps: bool) -> None:
    assert Span(2, 5).covers(other) is covers
    assert Span(2, 5).overlaps(other) is overlaps
    assert other.overlaps(Span(2, 5)) is overlaps


@pytest.mark.parametrize(
    ("candidates", "left"),
    [
        ([], []),
        ([Span(0, 2), Span(2, 4)], [Span(0, 2), Span(2, 4)]),
        # "US" in "US Geological Survey".
        ([Span(0, 2), Span(0, 20)], [Span(0, 20)]),
        ([Span(4, 9), Span(0, 6)], [Span(0, 6)]),
        # The first of equals.
        ([Span(2, 5), Span(0, 3)], [Span(0, 3)]),
        # A span that lost to a longer one does not keep a third out.
        ([Span(0, 6), Span(5, 12), Span(11, 14), Span(0, 4)], [Span(5, 12), Span(0, 4)]),
        ([Span(0, 3), Span(0, 3)], [Span(0, 3)]),
    ],
)
def test_the_longer_span_wins(candidates: list[Span], left: list[Span]) -> None:
    assert sorted(without_overlaps(candidates)) == sorted(left)


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))


@given(st.lists(spans, max_size=25))
def test_what_is_left_is_apart_and_what_is_gone_lost_to_something_as_long(candidates: list[Span]) -> None:
    left = list(without_overlaps(candidates))
    assert set(left) <= set(candidates)
    assert not any(a.overlaps(b) for i, a in enumerate(left) for b in left[i + 1 :])
    for gone in set(candidates) - set(left):
        assert any(gone.overlaps(kept) and kept.end - kept.start >= gone.end - gone.start for kept in left)


@given(st.lists(spans, max_size=25), spans)
def test_disjoint_spans_take_in_what_fits(candidates: list[Span], one: Span) -> None:
    taken = Disjoint()
    kept: list[Span] = []
    for span in candidates:
        fits = not any(span.overlaps(other) for other in kept)
        assert taken.add(span) is fits
        kept += [span] if fits else []
    assert taken.overlaps(one) is any(one.overlaps(other) for other in kept)


def test_many_spans_are_told_apart_at_their_neighbours() -> None:
    """Each against all would be a billion comparisons, and no test would end."""
    side_by_side = [Span(3 * i, 3 * i + 2) for i in range(50_000)]
    assert sum(1 for _ in without_overlaps([*side_by_side, *side_by_side])) == 50_000


@given(st.lists(spans, max_size=25), spans)
def test_those_in_a_stretch_are_all_that_overlap_it(placed: list[Span], stretch: Span) -> None:
    ordered = Ordered(placed)
    assert list(ordered) == sorted(placed)
    assert ordered.within(stretch) == [span for span in sorted(placed) if span.overlaps(stretch)]
