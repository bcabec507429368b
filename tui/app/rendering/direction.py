"""Keeps right-to-left text from moving what is beside it, in terminals that reorder what they show."""

import re
from itertools import pairwise

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

LEFT_TO_RIGHT = "\u200e"
"""A mark without a width: what is before and after it is not reordered together."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"

# From a letter to the end of the column: to white space, to a line that is drawn, to a sign between names, or to the
# number in “1 of 3”.
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:(?!\s\s|\s?[\u2500-\u25ff]|\s[·›]\s|\s\d+ of |\s$|{LEFT_TO_RIGHT}).)*+")


def is_right_to_left(text: str) -> bool:
    """Whether a text has letters of a script that is written from right to left."""
    return not text.isascii() and _RUN.search(text) is not None


class Isolated(LineFilter):
    """Ends each stretch of right-to-left text with a mark, so that numbers, borders and panes after it stay.

    A stretch that has one gets no other: Textual filters what is behind another screen twice.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        text = "".join(segment.text for segment in segments)
        ends = [] if text.isascii() else [run.end() for run in _RUN.finditer(text)]
        ends = [end for end in ends if not text.startswith(LEFT_TO_RIGHT, end)]
        return _with_marks(segments, ends) if ends else segments


def _with_marks(segments: list[Segment], ends: list[int]) -> list[Segment]:
    """Segments with marks after some numbers of characters."""
    marked = []
    start = 0
    for text, style, control in segments:
        cuts = [0, *(end - start for end in ends if start < end <= start + len(text)), len(text)]
        pieces = [text[first:last] for first, last in pairwise(cuts)]
        marked.append(Segment(LEFT_TO_RIGHT.join(pieces), style, control))
        start += len(text)
    return marked
