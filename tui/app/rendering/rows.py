"""Rows of a list: what each says, and what it leads to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from tui.view.styled_text import Line, StyledText
from tui.view.wrap import NARROWEST, beside, cells


class Row(NamedTuple):
    """A row of a list."""

    target: str | None
    """What it leads to; None for a heading, which the cursor passes over."""
    left: Line
    """Its words."""
    right: Line
    """What tells it apart from others, at the right edge."""
    occurrence: int = 0
    """Which of the target's occurrences it leads to."""
    needed: int = 0
    """The cells of its words that are not cut for what is at the right edge."""
    whole: bool = False
    """Whether what is at the right edge is never cut."""
    heading: bool = False
    """Whether it is a heading of the rows below, and stands out to the left."""
    continues: bool = False
    """Whether its words are the rest of those in the row above."""
    prose: bool = False
    """Whether its words are a sentence, which is cut after a whole word."""


class LazyRows(Sequence[Row]):
    """Rows that are made when they are first used: a list may be of any length."""

    def __init__(self, targets: Sequence[str | None], make: Callable[[int], Row]) -> None:
        """`make` returns the row of an index; its target must be the one in `targets`."""
        self.targets = targets
        self._make = make
        self._made: dict[int, Row] = {}

    def again(self) -> "LazyRows":
        """The same rows, to be made anew."""
        return LazyRows(self.targets, self._make)

    def __len__(self) -> int:
        return len(self.targets)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]


def heading_row(words: str) -> Row:
    """A heading above other rows."""
    return Row(None, [StyledText(words, "heading")], [], heading=True)


class LazyRow(NamedTuple):
    """A row that is made when it is first used."""

    target: str | None
    make: Callable[[], Row]


def lazy_rows(rows: Sequence[Row | LazyRow]) -> LazyRows:
    """Rows of which some are made when they are first used."""

    def make(index: int) -> Row:
        row = rows[index]
        return row.make() if isinstance(row, LazyRow) else row

    return LazyRows([row.target for row in rows], make)


def targets_of(rows: Sequence[Row]) -> Sequence[str | None]:
    """What each row leads to, without making rows that are not made yet."""
    return rows.targets if isinstance(rows, LazyRows) else [row.target for row in rows]


def as_one(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of which all but the first continue the first."""
    for number, row in enumerate(rows):
        yield row._replace(continues=True) if number else row


def wrapped_rows(line: Line, width: int, target: str | None = None) -> Iterator[Row]:
    """A label and its sentence as rows of a width in cells. The first row leads to the target, if there is one."""
    return as_one(Row(None if number else target, part, []) for number, part in enumerate(beside(line, width)))


def wrapped_to_fit(rows: Sequence[Row], width: int, height: int) -> Sequence[Row]:
    """Rows with the words wrapped that a width in cells would cut; the same rows if a height has no room for that."""
    if len(rows) > height:
        return rows
    wrapped = [part for row in rows for part in _wrapped(row, width)]
    return wrapped if len(rows) < len(wrapped) <= height else rows


def _wrapped(row: Row, width: int) -> Iterator[Row]:
    """A row with words that are a sentence or a title, wrapped beside what is at the right edge."""
    room = width - cells(row.right) - 1
    if not (row.whole or row.prose) or not NARROWEST <= room < cells(row.left):
        yield row
        return
    first, *more = beside(row.left, room)
    yield from as_one([row._replace(left=first, whole=True), *(Row(None, line, []) for line in more)])
