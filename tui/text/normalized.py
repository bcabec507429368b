"""A text with similar characters folded and white space collapsed, for finding quotes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property

from tui.text.fold import DASHES, SINGLE_QUOTES, fold
from tui.text.span import Span

BEFORE_SIGN = "([{$€£"
"""Characters after which a dash before a digit is a sign, as it is after white space."""

_SPACES = re.compile(r"\s{2,}|[^\S ]")
_FOLDED = re.compile(rf"\s+|[{SINGLE_QUOTES}{re.escape(DASHES)}]")


class NormalizedText:
    """A stretch of a text, folded, with each run of white space as one space; maps offsets in both directions.

    `alike` replaces `fold`; it must map each character to one character.
    """

    def __init__(self, text: str, start: int = 0, end: int | None = None, alike: Callable[[str], str] = fold) -> None:
        self._text, self._start = text, start
        folded = alike(text[start:end])
        self.text = _SPACES.sub(" ", folded)
        self._from, self._to, self._ends, self._gone = [], [], [], [0]
        for run in _SPACES.finditer(folded):
            self._from.append(start + run.start())
            self._to.append(start + run.end())
            self._gone.append(self._gone[-1] + run.end() - run.start() - 1)
            self._ends.append(run.end() - self._gone[-1])

    def __len__(self) -> int:
        return len(self.text)

    def place_of(self, offset: int) -> int:
        """The place in the normalized text of an offset; inside white space, that of the start of the white space."""
        before = bisect_left(self._from, offset)
        if before and offset < self._to[before - 1]:
            before -= 1
            offset = self._from[before]
        return offset - self._start - self._gone[before]

    def offset_of(self, place: int) -> int:
        """The offset in the text of a place in the normalized text."""
        return self._start + place + self._gone[bisect_right(self._ends, place)]

    def span(self, place: int, length: int) -> Span:
        """The span of the text for `length` characters of the normalized text."""
        return Span(self.offset_of(place), self.offset_of(place + length))

    @cached_property
    def _kept(self) -> list[tuple[int, str]]:
        """The characters that must not be folded, with their places: marks between digits, and signs before them."""
        kept, gone = [], 0
        text = self._text
        for match in _FOLDED.finditer(text):
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            sign = match[0] in DASHES and (not before or before.isspace() or before in BEFORE_SIGN)
            if after.isdigit() and (sign or (before.isdigit() and match[0] not in DASHES)):
                kept.append((match.start() - gone, match[0]))
            gone += len(match[0]) - 1
        return kept

    def keeps(self, words: "NormalizedText", place: int) -> bool:
        """Whether the text at a place has the digit marks and signs of the words that match it folded."""
        return all(self._text[slice(*self.span(place + at, 1))] == mark for at, mark in words._kept)

    def holds(self, words: "NormalizedText", place: int) -> bool:
        """Whether words are at a place of the normalized text."""
        return self.text.startswith(words.text, place) and self.keeps(words, place)
