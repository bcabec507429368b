"""What verification finds about one item of a draft."""

from dataclasses import dataclass

from tui.dossier.records import Event, Figure, Source
from tui.text.span import Span

BACKED, ROUNDED, DISPUTED, POSSIBLE = "backed", "rounded", "disputed", "possible"
DIFFERS, NOT_FOUND, WAIVED = "differs", "not found", "waived"

FAILED = (DIFFERS, NOT_FOUND)
"""The statuses that make a draft fail."""

DOUBTFUL = (POSSIBLE, DISPUTED)
"""The statuses that make it fail if it is checked strictly."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """An item of a draft: `span` is in code points of the draft; `kind` is number, date, quotation or name.

    `source` is the place that decides, `record` the id of the figure, event or claim, and `candidates` are ids of
    records that come near. `printed` is where an article has the words of an item that is in no record.
    """

    kind: str
    span: Span
    status: str
    reason: str
    record: str | None = None
    claimant: str | None = None
    source: Source | None = None
    candidates: tuple[str, ...] = ()
    printed: Source | None = None

    @classmethod
    def by_record(cls, kind: str, span: Span, status: str, reason: str, record: Figure | Event) -> "Finding":
        """A finding that a figure or an event decides, by its first source."""
        return cls(
            kind=kind,
            span=span,
            status=status,
            reason=reason,
            record=record.id,
            claimant=record.claimant if isinstance(record, Figure) else None,
            source=record.sources[0],
            candidates=(record.id,),
        )
