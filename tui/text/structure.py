"""The structure of a text: headings, credits and links, found by simple rules from the words alone.

In doubt, nothing is found: a false heading is worse than none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

HEADING, CREDIT, LINK, MARK = "heading", "credit", "link", "mark"

ADDRESS = lazy_pattern(r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,:;!?'’”)\]]", re.IGNORECASE)
"""An address of the web, without the punctuation after it."""

_TITLE_LENGTH = 60
"""The longest line that can be a heading without a mark, in characters."""

_CREDIT_LENGTH = 100

LONGEST_LINE = 1 << 16
"""Links and marks are found only in lines up to this length, in characters: longer ones are data rather than prose."""

_WRAPPED = 100
"""A line longer than this is a paragraph, not a part of a wrapped one."""

# A possessive quantifier: the white space before the words is matched once.
_LINE = lazy_pattern(r"^[^\S\n]*+\S.*", re.MULTILINE)
_MARKED = lazy_pattern(r"#{1,6}\s+\S")
_ITEM = lazy_pattern(r"(?:[-*•–]|\d+[.)])\s")
_SENTENCE_END = lazy_pattern(r"[.!?…:。！？][\"'”’)\]」』]*$")
_TITLE = lazy_pattern(r"[^\W_](?:(?!\d{4}|[.!?…] |://)[^|/©•#*<>\[\]])*[\w\"'”’)]\??$")
_CREDIT = lazy_pattern(r"(?!\|).* [|/] |.*©|(?:photo|image|picture|credit|source)s?\s*:", re.IGNORECASE)
_BY = lazy_pattern(r"(?:by|via|from|photo|image|picture|credit|source)s?\b", re.IGNORECASE)


class Part(NamedTuple):
    """A stretch of text and what it is: a heading, a credit, a link or a mark."""

    span: Span
    kind: str


def parts(text: str, start: int = 0, end: int | None = None) -> Iterator[Part]:
    """The headings, credits and links of a text, or of its lines that begin between two offsets; unsorted."""
    lines = [*lines_between(text, start, len(text) if end is None else end)]
    if not lines:
        return
    following = _LINE.search(text, text.find("\n", lines[-1].end) + 1 or len(text))
    around = [_line_before(text, lines[0].start), *lines, Span(*following.span()) if following else None]
    for before, line, after in zip(around, lines, around[2:], strict=False):
        if line.end - line.start > _WRAPPED and text[line.start] != "#":
            continue
        words = text[line.start : line.end].strip()
        if _MARKED.match(words) or (_is_title(words) and _stands_between_paragraphs(text, before, line, after)):
            yield Part(line, HEADING)
        elif _is_credit(words) and not any(other and "|" in text[other.start : other.end] for other in (before, after)):
            yield Part(line, CREDIT)
    for line in lines:
        if line.end - line.start <= LONGEST_LINE:
            yield from (Part(Span(*address.span()), LINK) for address in ADDRESS.finditer(text, *line))


def lines_between(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a text that begin between two offsets and are not blank, without their line feeds."""
    start = text.find("\n", start - 1) + 1 or len(text) if start else 0
    end = text.find("\n", max(end - 1, 0)) + 1 or len(text)
    return (Span(*line.span()) for line in _LINE.finditer(text, start, end))


def _line_before(text: str, position: int) -> Span | None:
    """The last line above a line's start that is not blank."""
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return Span(text.rfind("\n", 0, position) + 1, position) if position else None


def _is_title(words: str) -> bool:
    """Whether a line reads as a heading: short, no sentence, no date, no credit."""
    digits = sum(map(str.isdigit, words))
    return (
        len(words) <= _TITLE_LENGTH
        and _TITLE.match(words) is not None
        and not _BY.match(words)
        and not _ITEM.match(words)
        and sum(map(str.isalpha, words)) > digits
    )


def _is_credit(words: str) -> bool:
    return len(words) <= _CREDIT_LENGTH and _CREDIT.match(words) is not None and not _SENTENCE_END.search(words)


def _stands_between_paragraphs(text: str, before: Span | None, line: Span, after: Span | None) -> bool:
    """Whether a paragraph, or the beginning of the text, comes before a line, and a paragraph or a list after it."""
    return (
        after is not None
        and (before is None or _is_paragraph(text, before, text[before.end : line.start]))
        and (
            _is_paragraph(text, after, text[line.end : after.start])
            or _ITEM.match(text[after.start : after.end].lstrip()) is not None
        )
    )


def _is_paragraph(text: str, line: Span, gap: str) -> bool:
    """Whether a line is a paragraph or ends one: it is long, or separated by a blank line and ends a sentence."""
    set_apart = gap.count("\n") > 1
    return line.end - line.start > _WRAPPED or (
        set_apart and _SENTENCE_END.search(text[line.start : line.end].rstrip()) is not None
    )
