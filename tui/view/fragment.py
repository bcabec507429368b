"""Text directives: the end of a URL that makes a browser scroll to words of a page and highlight them.

https://wicg.github.io/scroll-to-text-fragment/: `text=[prefix-,]start[,end][,-suffix]`. A browser highlights the first
match on the page. The directive of words that occur twice in an article therefore includes words around them.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple
from urllib.parse import quote

from tui.dossier.dossier import Dossier
from tui.text.fold import lower_case
from tui.text.normalized import NormalizedText
from tui.text.phrases import verbatim_places
from tui.text.span import Span
from tui.text.work import Count, uncounted
from tui.view.excerpt import excerpt
from tui.view.styled_text import plain

LONGEST = 200
"""The largest number of characters that a directive gives in full; of longer text it gives the start and the end."""

_ENDS = 5
"""The least number of words in a start or an end."""

_CONTEXT = 12
"""The largest number of words that a directive gives of the text before and after."""

_STRAIGHT = {ord(mark): straight for marks, straight in (("‘’‚‛", "'"), ("“”„‟", '"')) for mark in marks}

_MARKS = tuple("'’.:,·")
"""Marks that do not divide a word where letters or digits are on both sides."""


def fragments(dossier: Dossier, article: str, spans: Sequence[Span], count: Count = uncounted) -> list[str]:
    """The directives for several spans of an article. `count` is called with the number of characters searched."""
    text = NormalizedText(dossier.documents[article].text, alike=_alike)
    open_spans = {number: _Words(dossier, article, span) for number, span in enumerate(spans)}
    directives: dict[int, _Directive] = {}
    for more in range(_CONTEXT + 1):
        tried = {number: words.directive(more) for number, words in open_spans.items()}
        places = verbatim_places(text.text, {each for directive in tried.values() for each in directive.phrases}, count)
        directives |= tried
        open_spans = {
            number: words
            for number, words in open_spans.items()
            if not tried[number].is_unique(places, text, spans[number])
        }
    return [directives[number].written for number in range(len(spans))]


class _Words:
    """The words of a span, and those before and after it."""

    def __init__(self, dossier: Dossier, article: str, span: Span) -> None:
        text = dossier.documents[article].text
        before, self.words, after = (
            plain(excerpt(dossier, article, part)) for part in (_before(text, span.start), span, _after(text, span.end))
        )
        # A browser finds a text without an end, and each part of one with an end, only within one paragraph.
        first, *more = [line for line in text[span.start : span.end].split("\n") if line.strip()] or [""]
        self.has_end = len(self.words) > LONGEST or bool(more)
        self._first, self._last = len(first.split()), len((more or [first])[-1].split())
        self.leading, self.trailing = before.split(), after.split()
        # It finds whole words only: of “Putin’s”, the rest has to be given as well.
        self._least_before = int(not _is_word_boundary(text, span.start))
        self._least_after = int(not _is_word_boundary(text, span.end))

    def directive(self, more: int) -> "_Directive":
        """The directive with `more` words before, after, and at its start and end than the least."""
        start, end = self._parts(_ENDS + more) if self.has_end else (self.words, "")
        before, after = max(more, self._least_before), max(more, self._least_after)
        prefix = " ".join(self.leading[max(len(self.leading) - before, 0) :])
        return _Directive(prefix, start, end, " ".join(self.trailing[:after]))

    def _parts(self, count: int) -> tuple[str, str]:
        """At most `count` words of the first paragraph, and of the last; all words where these would overlap."""
        words = self.words.split()
        first, last = min(count, self._first), min(count, self._last)
        return (self.words, "") if first + last > len(words) else (" ".join(words[:first]), " ".join(words[-last:]))


class _Directive(NamedTuple):
    prefix: str
    start: str
    end: str
    suffix: str

    @property
    def written(self) -> str:
        parts = [f"{_encoded(self.prefix)}-" if self.prefix else "", _encoded(self.start), _encoded(self.end)]
        parts.append(f"-{_encoded(self.suffix)}" if self.suffix else "")
        return "text=" + ",".join(part for part in parts if part)

    @property
    def _starts(self) -> list[tuple[str, Span]]:
        """The phrases that a match can begin with, and where the words are in each.

        White space between the parts of a directive is optional.
        """
        return _joined(self.prefix, self.start, "" if self.end else self.suffix)

    @property
    def _ends(self) -> list[tuple[str, Span]]:
        return _joined("", self.end, self.suffix) if self.end else []

    @property
    def phrases(self) -> list[str]:
        """The phrases to search for in the normalized text in lower case."""
        return [phrase for phrase, _ in (*self._starts, *self._ends)]

    def is_unique(self, places: Mapping[str, list[int]], text: NormalizedText, span: Span) -> bool:
        """Whether the directive matches a span and nothing else, given the offsets at which its phrases occur."""
        at = 0
        for _ in range(2):
            begun = _next(self._starts, places, at)
            ended = _next(self._ends, places, begun.end) if begun and self.end else begun
            if begun is None or ended is None:
                return True
            if text.span(begun.start, ended.end - begun.start) != span:
                return False
            at = ended.end
        return True


def _joined(before: str, words: str, after: str) -> list[tuple[str, Span]]:
    """The words with `before` and `after`, joined with and without a space, and the span of the words in each."""
    joined = []
    for one, two in product(("", " ") if before else ("",), ("", " ") if after else ("",)):
        start = len(before) + len(one)
        joined.append((_alike(f"{before}{one}{words}{two}{after}"), Span(start, start + len(words))))
    return joined


def _alike(text: str) -> str:
    """A text as browsers compare it: without case, and with straight quotation marks."""
    return lower_case(text).translate(_STRAIGHT)


def _next(phrases: list[tuple[str, Span]], places: Mapping[str, list[int]], at: int) -> Span | None:
    """The first span from an offset on of the words of any of the phrases."""
    found = []
    for phrase, words in phrases:
        known = places.get(phrase, [])
        following = bisect_left(known, at)
        found += [Span(place + words.start, place + words.end) for place in known[following : following + 1]]
    return min(found, default=None)


def _before(text: str, start: int) -> Span:
    """The end of the paragraph before an offset, as far as it is needed."""
    near = text[max(start - LONGEST, 0) : start]
    return Span(start - len(near) + near.rstrip().rfind("\n") + 1, start)


def _after(text: str, end: int) -> Span:
    """The start of the paragraph after an offset, as far as it is needed."""
    near = text[end : end + LONGEST]
    stop = near.find("\n", len(near) - len(near.lstrip()))
    return Span(end, end + (stop if stop >= 0 else len(near)))


def _is_word_boundary(text: str, at: int) -> bool:
    """Whether a word begins or ends at an offset, as browsers divide words (Unicode Standard Annex 29)."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if _is_part(before) and _is_part(after):
        return False
    # A mark between letters or digits is inside the word: Putin’s, U.S, 3.8.
    marked_after = after in _MARKS and _is_part(before) and _is_part(text[at + 1 : at + 2])
    marked_before = before in _MARKS and _is_part(after) and _is_part(text[at - 2 : at - 1])
    return not (marked_after or marked_before)


def _is_part(character: str) -> bool:
    """Whether a character is part of a word."""
    return character.isalnum() or character == "_"


def _encoded(text: str) -> str:
    # An unescaped hyphen would separate parts of the directive.
    return quote(text, safe="").replace("-", "%2D")
