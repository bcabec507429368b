"""Text in styled pieces, known by what they mean rather than by colour. Never markup."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.text.safe import readable
from tui.text.span import Span


class StyledText(NamedTuple):
    """Text in one style: a name of `STYLES`, or of an entity kind's family, or none."""

    text: str
    style: str = ""


Line = list[StyledText]

FAMILIES = {
    "person": "person",
    "organization": "organization",
    "company": "organization",
    "publication": "organization",
    "government": "organization",
    "country": "place",
    "place": "place",
    "deposit": "site",
    "facility": "site",
    "material": "matter",
    "agreement": "law",
    "law": "law",
    "product": "law",
    "industry": "law",
    "unnamed": "organization",
}
"""The family of each entity kind: kinds of one family look alike."""

FAMILY_WORDS = {
    "organization": "org",
    "place": "place",
    "person": "person",
    "site": "site",
    "matter": "matter",
    "law": "law",
}
"""A family in a word for narrow columns: told apart without colour."""

STYLES = ("heading", "label", "dim", "match", "number", "event", "article", "warning", "error", "good")
"""What a piece can mean besides naming an entity of a family."""


def as_read(line: Iterable[StyledText]) -> Line:
    """A line of the words of an article, as they are read."""
    return [StyledText(readable(piece.text), piece.style) for piece in line]


def plain(line: Iterable[StyledText]) -> str:
    """A line's text alone."""
    return "".join(piece.text for piece in line)


def marked(text: str, marks: Iterable[Span], style: str = "match") -> Line:
    """A text in pieces, the marked spans in a style."""
    line: Line = []
    position = 0
    for mark in sorted(marks):
        if mark.start < position:
            continue
        line += [StyledText(text[position : mark.start]), StyledText(text[mark.start : mark.end], style)]
        position = mark.end
    line.append(StyledText(text[position:]))
    return [piece for piece in line if piece.text]
