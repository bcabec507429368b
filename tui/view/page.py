"""A record's page as data: a title, then notes, facts and sections, which each output lays out in its own way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.dossier.occurrence import Occurrence
from tui.text.span import Span
from tui.view.styled_text import Line


class Link(NamedTuple):
    """What a part of a page leads to: a record, and one of its occurrences."""

    record: str
    occurrence: int = 0
    """Its number in reading order, where `article` does not decide it."""
    article: str | None = None
    """Means the first occurrence in this article."""
    span: Span | None = None
    """Means the first occurrence in this stretch of the article or, where there is none, in its sentences."""


class Text(NamedTuple):
    """A paragraph."""

    text: str
    style: str = ""


class Note(Text):
    """What the curator says of a record."""


class Comparing(Text):
    """What a comparison says too, so that an output which has both can leave it out here."""


class Fact(NamedTuple):
    """A label and a value."""

    label: str
    value: Line
    link: Link | None = None
    indent: int = 0


class Quotation(NamedTuple):
    """A place where a text states what a record says."""

    occurrence: Occurrence
    marks: tuple[Span, ...] = ()
    """Words that are marked in the sentence around it."""
    facts: Sequence[Fact] = ()


@dataclass(frozen=True, kw_only=True)
class Item:
    """An entry of a section: a related record."""

    left: Line
    right: Line = field(default_factory=list)
    """What distinguishes it from others; follows on the same line, or is aligned to the right."""
    link: Link | None = None
    lead: str | None = None
    """A value or a date in a column before the rest."""
    lead_width: int = 16
    """The width of that column in cells."""
    count: int | None = None
    """How often it is named."""
    most: int | None = None
    """The largest count of the section, where counts may be drawn as bars."""
    wraps: bool = False
    """Whether the right part goes below the left where both do not fit on a line."""
    quotations: Sequence[Quotation] = ()


class LazyItem(NamedTuple):
    """An item that is made when it is shown: a section can have thousands."""

    record: str
    make: Callable[[], Item]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with items or quotations."""

    heading: str
    style: str = "heading"
    count: str = ""
    items: Sequence[Item | LazyItem] = ()
    quotations: Sequence[Quotation] = ()
    compares: bool = False
    """Whether a comparison says the same, so that an output which has both can leave it out here."""
    empty: str | None = None
    """What is said where there are no items and quotations. Without it, a brief page leaves out the empty section."""


Part = Text | Fact | Section


class RecordPage(NamedTuple):
    """What is shown of a record, in order."""

    title: Line
    parts: Iterator[Part]
    aside: str = ""
    """A remark beside the title."""
