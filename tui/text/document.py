"""The text of one file, with its lines and sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui.text.cached_method import cached_method
from tui.text.digest import digest
from tui.text.opening import UnreadableError, read_file
from tui.text.sentences import sentences, trimmed
from tui.text.span import Span

LONGEST_PASSAGE = 5_000
"""The length of a passage at most, in characters: a text without full stops is one sentence, however long."""

_LONG_WORD = 100
"""Characters in which a cut looks for white space."""


def read_text(path: Path | str, within: Path | None = None) -> str:
    """The text of a file as stored: UTF-8, with its line ends and byte order mark, so that offsets stay valid.

    With `within`, the path is relative to that folder, and the file must be in it. Raises UnreadableError if the file
    is missing, not a regular file, too large, or not UTF-8, and OutsideError if it is outside the folder.
    """
    data, _ = read_file(path, within)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "not UTF-8"
        raise UnreadableError(
            f"is {encoding}: byte {error.start} is 0x{data[error.start]:02x}; save it as UTF-8"
        ) from None


@dataclass(frozen=True)
class Document:
    """The text of one file; `file` is its path as the catalog names it."""

    file: str
    text: str

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def digest(self) -> bytes:
        """The digest of the file."""
        return digest(self.text.encode())

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset where each line begins; a line ends with its line feed."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = self.line(offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self.line_starts, offset)

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column, both counted from 1; the nearest offset if the text has no such position."""
        line = min(max(line, 1), len(self.line_starts))
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return min(self.line_starts[line - 1] + max(column, 1) - 1, end)

    def lines_around(self, span: Span) -> Span:
        """The whole lines that a span is on: its paragraph, in a text that breaks lines only there."""
        return Span(self.line_starts[self.line(span.start) - 1], self.line_end(span.end))

    def line_end(self, offset: int) -> int:
        """The end of an offset's line, before the line feed."""
        line = self.line(offset)
        return self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences in order, without surrounding white space."""
        return [sentence for line in _LINE.finditer(self.text) for sentence in sentences(self.text, *line.span())]

    @cached_property
    def opening(self) -> Span | None:
        """The first sentence, without looking at the others; None if there is none."""
        for line in _LINE.finditer(self.text):
            if found := sentences(self.text, *line.span()):
                return found[0]
        return None

    @cached_property
    def passages(self) -> list[Span]:
        """The sentences in order, very long ones cut into several passages."""
        return [passage for sentence in self.sentences for passage in stretches(self.text, sentence)]

    @cached_method
    def _sentences_in(self, line: Span) -> list[Span]:
        """The sentences of a line, which can be as long as a file."""
        return sentences(self.text, *line)

    def sentence_at(self, offset: int) -> Span:
        """The sentence at an offset, or the one before it in its line; the line itself if it is blank."""
        line = self.lines_around(Span(offset, offset))
        found = self._sentences_in(line)
        following = bisect_right(found, offset, key=lambda sentence: sentence.start)
        return found[max(following - 1, 0)] if found else line

    def sentences_before(self, offset: int) -> Iterator[Span]:
        """The sentences that begin before an offset, the nearest first."""
        following = bisect_left(self.sentences, offset, key=lambda sentence: sentence.start)
        return (self.sentences[index] for index in reversed(range(following)))

    def sentence_around(self, span: Span) -> Span:
        """From the start of the sentence where a span begins to the end of the one where it ends."""
        first = self.sentence_at(span.start)
        if span.end <= first.end:
            return Span(min(first.start, span.start), first.end)
        last = self.sentence_at(max(span.end - 1, span.start))
        return Span(min(first.start, span.start), max(last.end, span.end))

    def part(self, whole: Span, around: Span, most: int) -> Span:
        """At most `most` characters of `whole`: those around a place in it, cut between words where possible."""
        if whole.end - whole.start <= most:
            return whole
        start = max(around.start - most // 2, whole.start)
        end = min(start + most, whole.end)
        if start > whole.start:
            start = max(self.text.find(" ", start, min(start + _LONG_WORD, around.start)) + 1, start)
        if end < whole.end:
            space = self.text.rfind(" ", max(end - _LONG_WORD, around.end), end)
            end = space if space >= 0 else end
        return Span(start, end)


_LINE = re.compile(r"[^\n]+")


def stretches(text: str, whole: Span, most: int = LONGEST_PASSAGE) -> Iterator[Span]:
    """A sentence or line, cut at white space where possible into stretches of at most `most` characters."""
    while whole.end - whole.start > most:
        head = text[whole.start : whole.start + most]
        last = head.split()[-1:]
        before = head[: head.rindex(last[0])].rstrip() if last else ""
        end = whole.start + len(before or head)
        yield Span(whole.start, end)
        whole = trimmed(text, end, whole.end)
    yield whole
