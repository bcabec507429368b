"""From characters with places to lines in reading order: columns, raised and lowered digits, tables.

Places are in points from the lower left corner of the page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from tui.convert.markup import lowered, raised

_SPACE = 0.2
"""The white between two words at least, in parts of the size of the letters."""
_PRINTED_SPACE = 0.05
"""The same where the file has a space there: the letter before it may be wider than it moves the pen."""
_COLUMN = 1.5
"""The white between two columns of text or of a table at least."""
_COLUMN_LINES = 4
"""The lines on each side of a gutter at least."""
_COLUMN_WIDTH = 9
"""The width of a column of text at least: what is narrower is a table, and read row by row."""
_TRIED = 8
"""The places for a gutter that are looked at closely: those that the fewest lines run across."""
_SMALL = 0.85
"""Raised and lowered characters are smaller than this part of the others."""
_SPACING = 1.75
"""The distance of two lines of a paragraph at most."""
_STRETCHED, _WIDEST = 0.1, 5
"""How much the white between the words of a line that is set to the full width differs at most, and how wide it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A character: the ends of its box, the height of its base line, and the size of its font as drawn."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_spaced: bool = False
    """Whether the file has a space before it."""


@dataclass(slots=True, kw_only=True)
class Line:
    """Words beside each other."""

    text: str
    left: float
    right: float
    base: float
    size: float

    def continues(self, before: "Line") -> bool:
        """Whether it belongs to the paragraph of the line before it."""
        size = max(self.size, before.size)
        near = 0 < before.base - self.base <= _SPACING * size
        beside = self.left < before.right and before.left < self.right
        alike = min(self.size, before.size) > 0.9 * size
        indented = self.left > before.left + 0.8 * size and before.text[-1:] in ".!?:"
        return near and beside and alike and not indented and " | " not in self.text + before.text


def lines_in_order(characters: Iterable[Character]) -> list[Line]:
    """The lines of a page: a column is read to its foot before the next one; a table row is one line."""
    pieces = [_line(piece) for piece in _stretched(_pieces(characters))]
    return [_row(row) for row in _ordered(pieces)]


def _pieces(characters: Iterable[Character]) -> list[list[Character]]:
    """Characters that follow each other on one line with no white as wide as between columns."""
    pieces: list[list[Character]] = []
    base = size = 0.0
    for each in characters:
        if pieces:
            last = pieces[-1][-1]
            # A raised or lowered character is small, and near the base line of the others.
            room = 0.6 * max(size, each.size)
            same = abs(each.base - base) < (
                room if each.size < _SMALL * size or size < _SMALL * each.size else 0.2 * room
            )
            if same and -0.5 * size < each.left - last.right < _COLUMN * max(size, each.size):
                pieces[-1].append(each)
                if each.size >= size:
                    base, size = each.base, each.size
                continue
        pieces.append([each])
        base, size = each.base, each.size
    return pieces


def _stretched(pieces: list[list[Character]]) -> Iterator[list[Character]]:
    """Pieces of lines, with those joined between whose words the white is the same: a line set to the full width.

    Cells of numbers are not joined, which could be read as one number.
    """
    for _, beside in groupby(pieces, key=lambda piece: round(piece[0].base, 1)):
        row = [*beside]
        line = [each for piece in row for each in piece]
        size = max(each.size for each in line)
        white = [after.left - before.right for before, after in pairwise(line)]
        between = [gap for gap in white if gap > _SPACE * size]
        are_words = all(any(each.text.isalpha() for each in piece) for piece in row)
        alike = len(between) > 1 and max(between) - min(between) <= _STRETCHED * size
        if len(row) > 1 and are_words and alike and max(between) < _WIDEST * size:
            yield line
        else:
            yield from row


def _line(characters: list[Character]) -> Line:
    """The line that characters make, with spaces between words, and raised and lowered digits marked."""
    size = max(each.size for each in characters)
    base = median(each.base for each in characters if each.size >= _SMALL * size)
    text, small, shift = "", "", 0.0
    end = characters[0].left
    for each in characters:
        off = each.base - base
        is_small = each.size < _SMALL * size and abs(off) > 0.08 * size
        gap = each.left - end > (_PRINTED_SPACE if each.is_spaced else _SPACE) * size
        if small and (not is_small or gap or (off > 0) != (shift > 0)):
            text, small = text + _shifted(small, text, shift), ""
        if gap and text:
            text += " "
        if is_small:
            small, shift = small + each.text, off
        else:
            text += each.text
        end = each.right
    text += _shifted(small, text, shift)
    return Line(text=text, left=characters[0].left, right=end, base=base, size=size)


def _shifted(words: str, before: str, shift: float) -> str:
    if not words:
        return ""
    return raised(words, before) if shift > 0 else lowered(words)


def _ordered(pieces: list[Line]) -> list[list[Line]]:
    """Pieces of lines as rows in reading order."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _rows(pieces)
    high, low = _extent(pieces, gutter)
    across = sorted(
        (piece for piece in pieces if piece.left < gutter < piece.right and low <= piece.base <= high),
        key=lambda piece: -piece.base,
    )
    rest = [p for p in pieces if low <= p.base <= high and not p.left < gutter < p.right]
    rows = _rows([piece for piece in pieces if piece.base > high])
    for line in [*across, None]:
        foot = line.base if line else float("-inf")
        band = [piece for piece in rest if piece.base > foot]
        rest = [piece for piece in rest if piece.base <= foot]
        rows += _ordered([piece for piece in band if piece.right <= gutter])
        rows += _ordered([piece for piece in band if piece.left >= gutter])
        if line:
            rows.append([line])
    return rows + _rows([piece for piece in pieces if piece.base < low])


def _extent(pieces: list[Line], gutter: float) -> tuple[float, float]:
    """The heights between which there are columns: above and below, white at the gutter is that of a table."""
    size = median(piece.size for piece in pieces)
    wide = [piece for piece in pieces if piece.right - piece.left >= _COLUMN_WIDTH * size]
    columns = [piece.base for piece in wide if piece.right <= gutter or piece.left >= gutter]
    return max(columns), min(columns)


def _gutter(pieces: list[Line]) -> float | None:
    """Where a column of white parts text on its left from text on its right; None where none does."""
    size = median(piece.size for piece in pieces) if pieces else 0.0
    wide = [piece for piece in pieces if piece.right - piece.left >= _COLUMN_WIDTH * size]
    lefts, rights = sorted(piece.left for piece in wide), sorted(piece.right for piece in wide)
    all_lefts, all_rights = sorted(piece.left for piece in pieces), sorted(piece.right for piece in pieces)
    candidates: list[tuple[int, float]] = []
    for x in sorted({round(left - 0.4 * size, 1) for left in lefts}):
        fewer = min(bisect_right(rights, x), len(lefts) - bisect_left(lefts, x))
        across = bisect_left(all_lefts, x) - bisect_right(all_rights, x)
        # Some lines may run across: headings, and what is above the columns.
        if fewer >= _COLUMN_LINES and across <= fewer:
            candidates.append((across, x))
    for _, x in sorted(candidates)[:_TRIED]:
        if _are_beside([piece for piece in wide if piece.right <= x], [piece for piece in wide if piece.left >= x]):
            return x
    return None


def _are_beside(left: list[Line], right: list[Line]) -> bool:
    """Whether enough of the lines on both sides are at the same height."""
    low, high = min(p.base for p in left), max(p.base for p in left)
    return sum(low <= p.base <= high for p in right) >= _COLUMN_LINES


def _rows(pieces: list[Line]) -> list[list[Line]]:
    """Pieces at one height as rows, from the top; in a row from left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and abs(rows[-1][0].base - piece.base) < 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _row(pieces: list[Line]) -> Line:
    """The pieces of a row as one line; bars separate the cells of a table."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    text = "| " + " | ".join(piece.text for piece in pieces)
    return Line(text=text, left=first.left, right=pieces[-1].right, base=first.base, size=first.size)
