"""The marks of Markdown in a text: what formats its words, and is not read as one of them.

Marks are found line by line, and of those that come in pairs only whole pairs: a lone asterisk belongs to a footnote.
"""

import re
from collections.abc import Iterator

from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span
from tui.text.structure import LONGEST_LINE, lines_between

# A line that is nothing but a mark: the fence of a code block, a line below a heading, a rule.
_WHOLE = lazy_pattern(r"[^\S\n]*+(?:(?:```|~~~).*|=++|([-*_])(?:[^\S\n]*+\1)*+)[^\S\n]*$", re.MULTILINE)
_QUOTE = lazy_pattern(r"[^\S\n]*+(>(?:[^\S\n]*+>)*+)")
_START = lazy_pattern(r"[^\S\n]*+(#{1,6}(?=\s|$)|(?:[-*+]|\d{1,9}[.)])(?=\s))")

_TOKEN = lazy_pattern(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|$))|(?P<code>`+)|(?P<around>\*+|_+|~~)|(?P<open>!?\[)"
    r"|(?P<close>\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s\"[^\"\n]*\")?\)|\[[^\[\]\n]*\]))",
)


def marks(text: str, start: int, end: int) -> Iterator[Span]:
    """The marks in the lines that begin between two offsets: unsorted."""
    for line in lines_between(text, start, end):
        if line.end - line.start > LONGEST_LINE:
            continue
        if _WHOLE.match(text, *line):
            yield line
            continue
        first = line.start
        if quote := _QUOTE.match(text, first, line.end):
            yield Span(*quote.span(1))
            first = quote.end()
        if mark := _START.match(text, first, line.end):
            yield Span(*mark.span(1))
            first = mark.end()
        yield from _inline(text, Span(first, line.end))


def _inline(text: str, line: Span) -> Iterator[Span]:
    """The marks within a line: emphasis, code, links and backslashes."""
    opened: dict[str, Span] = {}
    brackets: list[Span] = []
    code: tuple[str, Span] | None = None
    ends_of_code = {each[0]: each.start() for each in re.finditer("`+", text[line.start : line.end])}
    for token in _TOKEN.finditer(text, *line):
        span, words = Span(*token.span()), token[0]
        if code:
            if words == code[0]:
                yield from (code[1], span)
                code = None
        elif token["code"]:
            # Only if another mark of this length follows.
            if line.start + ends_of_code[words] > span.start:
                code = words, span
        elif token["escape"]:
            yield Span(span.start, span.start + 1)
        elif token["open"]:
            brackets.append(span)
        elif token["close"]:
            if brackets:
                yield from (brackets.pop(), span)
        elif words in opened and _closes(text, span, line):
            yield from (opened.pop(words), span)
        elif _opens(text, span, line):
            opened[words] = span


def _opens(text: str, mark: Span, line: Span) -> bool:
    """Whether a mark of emphasis can come before words: no space follows, and an underscore is in no word."""
    follows = text[mark.end : min(mark.end + 1, line.end)]
    inside = text[mark.start] == "_" and mark.start > line.start and text[mark.start - 1].isalnum()
    return bool(follows.strip()) and not inside


def _closes(text: str, mark: Span, line: Span) -> bool:
    """Whether a mark of emphasis can come after words."""
    inside = text[mark.start] == "_" and text[mark.end : min(mark.end + 1, line.end)].isalnum()
    return not text[mark.start - 1].isspace() and not inside
