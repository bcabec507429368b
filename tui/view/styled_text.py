"""Text in styled pieces. Styles have names for what the text means; each output gives them colours. Never markup."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.text.safe import readable
from tui.text.span import Span


class StyledText(NamedTuple):
    """Text in one style: a name from `STYLES`, the family of an entity (`FAMILIES`), or none."""

    text: str
    style: str = ""
    link: str = ""
    """What a click on it does, in an output that can be clicked."""


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
    "policy": "law",
    "war": "law",
    "product": "matter",
    "industry": "organization",
    "unnamed": "organization",
}
"""The family of each type of entity; entities of one family have one style."""

FAMILY_WORDS = {
    "organization": "org",
    "place": "place",
    "person": "person",
    "site": "site",
    "matter": "matter",
    "law": "affair",
}
"""A family in a word for narrow columns: told apart without colour."""

STYLES = ("heading", "label", "dim", "match", "number", "event", "article", "warning", "error", "good")
"""The styles besides the families of entities."""


def as_read(line: Iterable[StyledText]) -> Line:
    """A line of an article's text with its control characters made visible."""
    return [StyledText(readable(piece.text), piece.style) for piece in line]


def plain(line: Iterable[StyledText]) -> str:
    """The text of a line without styles."""
    return "".join(piece.text for piece in line)


def marked(text: str, marks: Iterable[Span]) -> Line:
    """A text with some spans marked; of two that overlap, the first."""
    line: Line = []
    position = 0
    for mark in sorted(marks):
        if mark.start < position:
            continue
        line += [StyledText(text[position : mark.start]), StyledText(text[mark.start : mark.end], "match")]
        position = mark.end
    line.append(StyledText(text[position:]))
    return [piece for piece in line if piece.text]
