"""A stretch of text, counted in code points from the start of the file as stored."""

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


def without_overlaps(candidates: Iterable[Span]) -> Iterator[Span]:
    """The spans that remain when a longer one wins over each that it overlaps, the first of equals first."""
    taken: list[Span] = []
    for span in sorted(candidates, key=lambda span: (span.start - span.end, span.start)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield span
