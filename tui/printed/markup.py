"""The words around a number without the marks of Markdown and HTML, which would hide what belongs to it."""

import html
import re

from tui.text.lazy_pattern import lazy_pattern
from tui.text.safe import SHAPELESS
from tui.text.span import Span

WINDOW = 300
"""Characters before and after a number that are looked at."""

# Emphasis, code, an escape, a link's address, the mark of a footnote, a tag, an entity, the start of a quoted line, and
# what is not drawn.
_MARK = lazy_pattern(
    r"(?P<super><su[pb]>)|</?[a-zA-Z]{1,10}>|\*{1,3}|`+|==|__|(?<![^\W_])_|_(?![^\W_])|\\(?=[^\w\s])"
    r"|(?P<link>\]\([^)\s]{0,200}\)|\](?=\[\w)|\[\^?\d{1,3}\]|\[(?=[^\]\n]{0,80}\][(\[]))"
    rf"|(?P<entity>&#?\w{{2,8}};)|(?<=\n)> ?|[†‡{SHAPELESS}]"
)

_PART_OF_MARK = lazy_pattern(rf"[*`_\\<>&\[\]=†‡{SHAPELESS}]")
_FOOTNOTE = lazy_pattern(r"(?<=,\d{3})[¹²³⁴-⁹]{1,2}(?![⁰¹²³⁴-⁹])")
_EMPHASIS = lazy_pattern(r"\*{1,3}|__|`+")


def without_markup(text: str, span: Span) -> tuple[str, Span]:
    """A window of the text around a span, its marks left out; and the span in it.

    A superscript is written as ^, so that an exponent stays one. Inside the span, the mark of a footnote after grouped
    digits is left out.
    """
    # The number may be the text of a link.
    opened = text[span.end : span.end + 2] in ("](", "][") and text[span.start - 1 : span.start] == "["
    escaped = text[span.start - 1 : span.start] == "\\" and not text[span.start : span.start + 1].isalnum()
    before = _plain(text[max(span.start - WINDOW, 0) : span.start - (opened or escaped)])
    words = _plain(text[span.start : span.end])
    after = _plain(text[span.end : span.end + WINDOW])
    words = _FOOTNOTE.sub("", words)
    return before + words + after, Span(len(before), len(before) + len(words))


def is_balanced(words: str) -> bool:
    """Whether each mark of emphasis in some words is opened and closed in them."""
    marks = _EMPHASIS.findall(words)
    return marks[::2] == marks[1::2]


def _plain(text: str) -> str:
    # Most texts have no marks, and looking for one character of them is quicker.
    return _MARK.sub(_shown, text) if _PART_OF_MARK.search(text) else text


def _shown(mark: re.Match[str]) -> str:
    if mark["super"]:
        return "^"
    if mark["entity"]:
        return html.unescape(mark["entity"])
    # "3 * 4" is a product, and not emphasis.
    if mark[0] == "*" and (mark.string[mark.start() - 1 : mark.start()].isspace() or mark.start() == 0):
        following = mark.string[mark.end() : mark.end() + 1]
        return "*" if following.isspace() and mark.start() > 0 else ""
    return ""
