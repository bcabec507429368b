"""A text in one Unicode spelling: composed, ligatures as letters, and without characters that are not drawn."""

import unicodedata
from array import array
from collections.abc import Iterator
from functools import cached_property

from tui.text.fold import is_undrawn
from tui.text.span import Span

LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
"""The letters of each ligature that is one character."""

_LENGTHENING = "\u0640"
_FIRST_JOINING = "\u0300"
"""The first character that can compose with the one before it."""


def unify(text: str) -> str:
    """A text in one Unicode spelling."""
    return Unified(text).text


class Unified:
    """A text in one Unicode spelling; maps spans back to the text as stored."""

    def __init__(self, text: str) -> None:
        self._stored = text
        self.text = text
        if not text.isascii():
            self.text = "".join(written for written, _ in self._changed()) if self._has_changes() else text

    @property
    def is_same(self) -> bool:
        """Whether the text is stored in this spelling."""
        return self.text == self._stored

    def span(self, span: Span) -> Span | None:
        """The span of the stored text; None if it would cut a character, such as a ligature."""
        if self.is_same or span.start == span.end:
            return span if self.is_same else None
        starts, ends = self._offsets
        if (span.start and starts[span.start - 1] == starts[span.start]) or (
            span.end < len(ends) and ends[span.end - 1] == ends[span.end]
        ):
            return None
        return Span(starts[span.start], ends[span.end - 1])

    @cached_property
    def _offsets(self) -> "tuple[array[int], array[int]]":
        """Where the character of the stored text that each character comes from starts, and where it ends."""
        starts, ends = array("L"), array("L")
        for written, stored in self._changed():
            starts.extend([stored.start] * len(written))
            ends.extend([stored.end] * len(written))
        return starts, ends

    def _has_changes(self) -> bool:
        return not unicodedata.is_normalized("NFC", self._stored) or any(
            character in LIGATURES or _is_ignored(character) for character in set(self._stored)
        )

    def _changed(self) -> Iterator[tuple[str, Span]]:
        """The characters in one spelling, each with the span that it is stored in."""
        start = end = 0
        cluster = ""
        for at, character in enumerate(self._stored):
            if _is_ignored(character):
                continue
            if cluster and not (character >= _FIRST_JOINING and _joins_before(character)):
                yield _written(cluster), Span(start, end)
                cluster = ""
            if not cluster:
                start = at
            cluster += character
            end = at + 1
        if cluster:
            yield _written(cluster), Span(start, end)


def _written(cluster: str) -> str:
    return unicodedata.normalize("NFC", LIGATURES.get(cluster[0], cluster[0]) + cluster[1:])


def _is_ignored(character: str) -> bool:
    return character > "\x7f" and character != _LENGTHENING and is_undrawn(character)


def _joins_before(character: str) -> bool:
    """Whether a character may compose with the one before it: a mark, or a vowel or final consonant of Hangul."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
