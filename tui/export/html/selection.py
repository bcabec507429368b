"""What of a dossier the page holds: the records that are asked for, and what they refer to."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Record
from tui.export.selection import with_references

Kind = TypeVar("Kind", bound=Record)


class Selection:
    """The records on the page, each kind in the dossier's order."""

    def __init__(self, records: Iterable[Record], dossier: Dossier) -> None:
        self.dossier = dossier
        self._ids = with_references(records, dossier)

    def __contains__(self, id: str) -> bool:
        return id in self._ids

    @property
    def is_whole(self) -> bool:
        """Whether the page holds the whole dossier."""
        return all(record.id in self._ids for record in self.dossier.records)

    @cached_property
    def articles(self) -> list[Article]:
        """The articles by date."""
        return [self.dossier.articles[id] for id in self.dossier.article_order if id in self._ids]

    def of(self, kind: type[Kind]) -> list[Kind]:
        """The records of a kind, in the order of the catalog."""
        return [record for record in self.dossier.records if type(record) is kind and record.id in self]

    @cached_property
    def addresses(self) -> dict[tuple[str, str, int, int], str]:
        """The address on the page of each occurrence, by its record, article and span: `ID.N` for the Nth."""
        return {
            _key(occurrence): f"{id}.{number}"
            for id in self._ids
            for number, occurrence in enumerate(self.occurrences_of(id), 1)
        }

    def occurrences_of(self, id: str) -> list[Occurrence]:
        """The occurrences of a record in the articles of the page, in reading order."""
        return [occurrence for occurrence in self.dossier.occurrences_of(id) if occurrence.article in self._ids]

    def address(self, occurrence: Occurrence) -> str | None:
        """The address of an occurrence; of words that are not one, the first occurrence of their record in them."""
        if address := self.addresses.get(_key(occurrence)):
            return address
        for number, other in enumerate(self.occurrences_of(occurrence.record), 1):
            if other.article == occurrence.article and occurrence.quote.covers(other.span):
                return f"{occurrence.record}.{number}"
        return occurrence.article if occurrence.article in self._ids else None


def _key(occurrence: Occurrence) -> tuple[str, str, int, int]:
    return occurrence.record, occurrence.article, *occurrence.span
