"""Many spans of one text, sorted, so that those at a place are found without looking at all of them."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Generic, Protocol, TypeVar

from tui.text.grouping import grouped
from tui.text.span import Span


class Ordered:
    """Sorted spans that may overlap; those in a stretch are found without looking at all of them."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        # Grouped by the power of two above their length: a long span does not widen the search for short ones.
        self._by_size = grouped(((span.end - span.start).bit_length(), span) for span in self._spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def within(self, stretch: Span) -> list[Span]:
        """The spans that share a code point with a stretch of the text."""
        found = []
        for size, spans in self._by_size.items():
            first = bisect_left(spans, Span(stretch.start - (1 << size), 0))
            last = bisect_left(spans, Span(stretch.end, 0))
            found += [span for span in spans[first:last] if span.overlaps(stretch)]
        return sorted(found)


class HasSpan(Protocol):
    """Anything with a span in a text."""

    @property
    def span(self) -> Span:
        """Its span in the text."""


_S = TypeVar("_S", bound=HasSpan)


def text_order(item: HasSpan) -> tuple[int, int]:
    """A sort key for items in a text: by start, the outer before the inner."""
    return item.span.start, -item.span.end


_T = TypeVar("_T")


def _span_of(item: Any) -> Span:
    return item.span  # type: ignore[no-any-return]


def starting_in(items: Sequence[_T], stretch: Span, span_of: Callable[[_T], Span] = _span_of) -> Sequence[_T]:
    """Those of some items, in the order of their text, that start in a stretch; found by bisection."""
    first, end = (bisect_left(items, offset, key=lambda item: span_of(item).start) for offset in stretch)
    return items[first:end]


class SpanIndex(Generic[_S]):
    """Items in one text, sorted by start, the outer before the inner."""

    def __init__(self, items: Iterable[_S]) -> None:
        self.all = sorted(items, key=text_order)
        self._by_span = grouped((item.span, item) for item in self.all)
        self._spans = Ordered(self._by_span)

    def within(self, stretch: Span) -> list[_S]:
        """The items that share a code point with a stretch of the text; O(log n + k) for k of n items."""
        found = [item for span in self._spans.within(stretch) for item in self._by_span[span]]
        return sorted(found, key=text_order)


class Disjoint:
    """Sorted spans that do not overlap; whether another one fits is decided by its neighbours."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> bool:
        """Adds a span unless it overlaps one of these; returns whether it was added."""
        if self.overlaps(span):
            return False
        insort(self._spans, span)
        return True

    def overlaps(self, span: Span) -> bool:
        """Whether a span shares a code point with one of these."""
        index = bisect_left(self._spans, span)
        return any(other.overlaps(span) for other in self._spans[max(index - 1, 0) : index + 1])


def whether_inside(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """A function that returns whether a span is completely inside one of these; O(log n) for each call."""
    ordered = sorted(spans)
    reached = list(accumulate((span.end for span in ordered), max))

    def is_inside(span: Span) -> bool:
        begun = bisect_right(ordered, span.start, key=lambda other: other.start)
        return begun > 0 and reached[begun - 1] >= span.end

    return is_inside
