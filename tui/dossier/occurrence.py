"""Where a record occurs in an article: one model for reading, lists, search, citations and exports."""

from typing import Literal, NamedTuple

from tui.text.span import Span

Role = Literal["mention", "number", "date", "source", "hit", "position", "selection", "uncaptured"]
"""What the words are: the name of an entity, the number of a figure, the date of an event, or a quote as a whole.

The last four belong to no record: what a query found, a position in a file, what the user has selected, and what the
catalog does not capture.
"""


class Occurrence(NamedTuple):
    """Words of an article in which a record occurs.

    `span` are the words that stand for the record, `quote` the words that it rests on there; offsets are code points
    of the article's text. `record` is empty where the words belong to no record.
    """

    article: str
    span: Span
    quote: Span
    role: Role
    record: str = ""
    also: tuple[Span, ...] = ()
    """Of a hit, the other words of the same passage that were found."""

    @property
    def cited(self) -> Span:
        """The words that a citation or an export points at: of an event the whole quote, not only its date."""
        return self.quote if self.role == "date" else self.span


def mention(entity: str, article: str, span: Span) -> Occurrence:
    """The mention of an entity in an article."""
    return Occurrence(record=entity, article=article, span=span, quote=span, role="mention")
