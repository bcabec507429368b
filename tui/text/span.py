"""A stretch of text, counted in code points from the start of the file as stored."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """Code points `start` up to `end`, end excluded."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether the whole of another span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Ordered:
    """Spans in order, however they overlap: those in a stretch are found without looking at all of them."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def within(self, stretch: Span) -> list[Span]:
        """Those that share a code point with a stretch of the text."""
        first = bisect_left(self._spans, Span(stretch.start - self._longest, 0))
        last = bisect_left(self._spans, Span(stretch.end, 0))
        return [span for span in self._spans[first:last] if span.overlaps(stretch)]


class Disjoint:
    """Spans that share nothing with each other, in order: whether one more fits is seen at its neighbours."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> bool:
        """Takes a span in unless it overlaps one that is there; says whether it did."""
        if self.overlaps(span):
            return False
        insort(self._spans, span)
        return True

    def overlaps(self, span: Span) -> bool:
        """Whether a span shares a code point with one of these."""
        index = bisect_left(self._spans, span)
        return any(other.overlaps(span) for other in self._spans[max(index - 1, 0) : index + 1])


def without_overlaps(candidates: Iterable[Span]) -> Iterator[Span]:
    """The spans that remain when a longer one wins over each that it overlaps, the first of equals first."""
    taken = Disjoint()
    return (
        span for span in sorted(candidates, key=lambda span: (span.start - span.end, span.start)) if taken.add(span)
    )
