"""Spans of a text, in code points from the start of the file as stored."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """The code points from `start` up to `end`, which is excluded."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether another span is completely inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


def joined(spans: Iterable[Span], goes_on: Callable[[Span, Span], bool]) -> Iterator[Span]:
    """Spans in order, those made one that go on with the next: `goes_on` gets what is joined so far, and the next."""
    before: Span | None = None
    for span in spans:
        if before is not None and goes_on(before, span):
            before = Span(before.start, span.end)
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before


def union(spans: Iterable[Span]) -> Iterator[Span]:
    """The code points of some spans as spans that do not overlap, in order."""
    end = 0
    for span in sorted(spans):
        if span.end > end:
            yield Span(max(span.start, end), span.end)
            end = span.end


def gaps_beside(span: Span, others: Collection[Span], within: Span) -> tuple[Span, Span]:
    """What is before and after a span: up to the nearest of the others on each side, or to the ends of `within`."""
    start = max((other.end for other in others if other.end <= span.start), default=within.start)
    end = min((other.start for other in others if other.start >= span.end), default=within.end)
    return Span(start, span.start), Span(span.end, end)


def without_overlaps(candidates: Iterable[Span]) -> Iterator[Span]:
    """The spans that remain when a longer one removes those that it overlaps, and the first of equally long ones."""
    spans = sorted(candidates, key=lambda span: (span.start - span.end, span.start))
    first = min((span.start for span in spans), default=0)
    taken = bytearray(max((span.end for span in spans), default=0) - first)
    for span in spans:
        # The spans before are at least as long: one that overlaps this span covers one of its ends.
        if not (taken[span.start - first] or taken[span.end - 1 - first]):
            taken[span.start - first : span.end - first] = b"\1" * (span.end - span.start)
            yield span
