"""A dossier: all records of a catalog, linked to their texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.catalog.problem import Problem
from tui.dates import edtf
from tui.dossier.article_mentions import ArticleMentions
from tui.dossier.keys import NOTHING, Earlier, PartKeys
from tui.dossier.occurrence import Occurrence
from tui.dossier.occurrence_index import OccurrenceIndex
from tui.dossier.record_index import RecordIndex
from tui.dossier.records import (
    KINDS,
    Artefact,
    Article,
    Check,
    Claim,
    Conflict,
    Entity,
    Event,
    Figure,
    Ignored,
    Measure,
    Record,
)
from tui.quantity.unit import Unit, Units
from tui.text.cached_method import cached_method
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.sorted_spans import SpanIndex
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.catalog.load import ParsedCatalog
    from tui.dossier.compare import Groups
    from tui.dossier.cooccurrence import Cooccurrence
    from tui.dossier.coverage import Coverage, CoverageReader

BACKGROUND_SHARE = 0.04
"""A country or material with more of all mentions than this is background."""


class Snapshot(NamedTuple):
    """When the files of a dossier were read, in nanoseconds, and the digest of each, those of the catalog first."""

    time: int
    digests: bytes


@dataclass(frozen=True)
class Dossier:
    """Records by id, in the catalog's order, and the texts that they occur in. Immutable."""

    title: str
    catalog: Path
    measures: dict[str, Measure]
    articles: dict[str, Article]
    entities: dict[str, Entity]
    figures: dict[str, Figure]
    claims: dict[str, Claim]
    events: dict[str, Event]
    units: Units
    inverses: dict[str, str]
    """The inverse of each relation: holds, of located in."""
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that search takes for each other."""
    documents: dict[str, Document]
    """The text of each article."""
    mentions: ArticleMentions
    """The mentions of entities in each article, in order; none overlaps another."""
    ignored: tuple[Ignored, ...]
    drafted: tuple[tuple[str, Span], ...]
    """The numbers, with their articles, of drafts that are not yet figures."""
    checks: tuple[Check, ...]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]
    """Everything that is wrong with the catalog; a record with an error is left out."""
    snapshot: Snapshot | None = field(default=None, compare=False)
    """The state of the files that it was read from; None if it must not be cached."""
    keys: PartKeys | None = field(default=None, compare=False)
    """What its parts were linked from; None if that is not known."""
    parsed: "ParsedCatalog | None" = field(default=None, compare=False)
    """The catalog that it was linked from; None if it is from the cache."""
    unread: tuple[str, ...] = ()
    """The files of the articles that could not be read; these are not among the articles."""
    files: dict[str, bytes] = field(default_factory=dict, compare=False)
    """The files of the catalog, the one that is opened first, each with the digest of its text; their paths are
    relative to its folder."""
    outside: bool = False
    """Whether articles may be outside the catalog's folder; also applied when the dossier is reloaded."""

    def file_of(self, record: str) -> str:
        """The file of the catalog that declares a record, else the one that is opened."""
        found = self.get(record)
        return found.mark.file if found else self.catalog.name

    @property
    def left_out(self) -> tuple[int, int]:
        """The number of errors, and how many of them are articles that could not be read."""
        return sum(problem.severity == "error" for problem in self.problems), len(self.unread)

    @property
    def earlier(self) -> Earlier:
        """This dossier as the earlier version of the next one."""
        return Earlier(self.keys, self.mentions, self.get, self.documents, self.parsed) if self.keys else NOTHING

    @property
    def records(self) -> Iterator[Record]:
        """Every record that has a page of its own."""
        for kinds in KINDS:
            yield from getattr(self, kinds).values()

    def get(self, id: str) -> Record | None:
        """The record with an id."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def article_order(self) -> list[str]:
        """The articles' ids by date, then in the catalog's order; undated ones last."""
        return sorted(self.articles, key=lambda id: order(self.articles[id].date))

    @cached_property
    def article_rank(self) -> dict[str, int]:
        """The position of each article in that order."""
        return {id: rank for rank, id in enumerate(self.article_order)}

    @cached_property
    def by_file(self) -> dict[str, str]:
        """The id of each file's article."""
        return {document.file: id for id, document in self.documents.items()}

    def text_of(self, file: str) -> str:
        """The text of an article's file, as it was read."""
        return self.documents[self.by_file[file]].text

    def occurrences_of(self, record: str) -> Sequence[Occurrence]:
        """Where the record with an id occurs, in reading order: articles by date, then by offset."""
        return self._occurrences.of(record)

    def occurrences_in(self, article: str) -> SpanIndex[Occurrence]:
        """The occurrences of all records in an article."""
        return self._occurrences.within(article)

    def mentions_within(self, article: str, stretch: Span) -> list[Occurrence]:
        """The mentions of entities that share a code point with a stretch of an article."""
        return [each for each in self.occurrences_in(article).within(stretch) if each.role == "mention"]

    def sources_of(self, record: Record) -> Sequence[Occurrence]:
        """The occurrences that a record is cited by: its sources in the catalog's order, or all mentions of an entity.

        Of an article, its first sentence.
        """
        match record:
            case Entity():
                return self.occurrences_of(record.id)
            case Article():
                span = self.documents[record.id].opening
                if span is None:
                    return []
                return [Occurrence(record=record.id, article=record.id, span=span, quote=span, role="source")]
        return record.occurrences

    @cached_property
    def _occurrences(self) -> OccurrenceIndex:
        return OccurrenceIndex(self.records, self.mentions, self.article_order)

    def context_of(self, occurrence: Occurrence) -> Span:
        """The sentences around the quote of an occurrence, cut around its span where they are very long."""
        document = self.documents[occurrence.article]
        return document.part(document.sentence_around(occurrence.quote), occurrence.span, LONGEST_PASSAGE)

    @cached_property
    def background(self) -> frozenset[str]:
        """The entities that are named so often that highlighting them would hide the others."""
        named = {id: len(self.occurrences_of(id)) for id in self.entities}
        most = BACKGROUND_SHARE * sum(named.values())
        return frozenset(
            id for id, count in named.items() if count > most and self.entities[id].type in ("country", "material")
        )

    def artefacts_within(self, article: str, stretch: Span) -> list[Artefact]:
        """The scraping leftovers of an article that share a character with a stretch of it, in order."""
        return self._artefacts(article).within(stretch)

    @cached_method
    def _artefacts(self, article: str) -> SpanIndex[Artefact]:
        return SpanIndex(self.articles[article].artefacts)

    @cached_property
    def index(self) -> RecordIndex:
        """The records by what they refer to."""
        return RecordIndex(self.records, self.checks)

    @cached_property
    def groups(self) -> "Groups":
        """The figures that can be compared with each other, in groups."""
        from tui.dossier.compare import Groups

        return Groups(self)

    @cached_method
    def named_with(self, entity: str) -> "list[Cooccurrence]":
        """The entities that share sentences with one, the most first."""
        from tui.dossier.cooccurrence import named_with

        return named_with(entity, self)

    def inverse(self, relation: str) -> str:
        """The name of a relation seen from the other entity."""
        return self.inverses.get(relation, f"({relation})")

    def unit_of(self, figure: Figure) -> Unit:
        """The unit of a figure's value."""
        return self.measured_unit(figure.measure)

    @cached_method
    def measured_unit(self, measure: str) -> Unit:
        """The unit of a measure's values."""
        from tui.dossier.units import unit_of

        return unit_of(self.measures[measure], self.units)

    def name_of(self, id: str | None) -> str:
        """The short name of a record, or its title; empty for None."""
        record = self.get(id) if id else None
        if isinstance(record, Entity):
            return record.short or record.name
        return record.title if record else ""

    @cached_property
    def coverage_reader(self) -> "CoverageReader":
        """Reads the items of articles, and what the catalog accounts for."""
        # Imported on use: most commands do not read the coverage.
        from tui.dossier.coverage import CoverageReader

        return CoverageReader(self)

    def coverage(self, article: str) -> "Coverage":
        """Which numbers and names of an article the catalog accounts for.

        A number is captured by the `number` or `when` of a record's source or by an article's date words; being in a
        quote is not enough. A name is captured by a mention.
        """
        return self.coverage_reader.of(article)


def order(date: str | None) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """A sort key for EDTF dates: by time, None last."""
    return edtf.parse(date).order if date else ((9999, 12, 31), (9999, 12, 31))
