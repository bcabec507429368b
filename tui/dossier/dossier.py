"""A dossier: all records of a catalog, linked to their texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.catalog import edtf
from tui.catalog.problem import Problem
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import (
    Artefact,
    Article,
    Check,
    Conflict,
    Entity,
    Event,
    Figure,
    Ignored,
    Measure,
    Record,
    Relation,
    Topic,
)
from tui.quantity.unit import Unit, Units
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.span import Disjoint, Span, SpanIndex, whether_inside

if TYPE_CHECKING:
    from tui.dossier.compare import Group
    from tui.dossier.cooccurrence import Cooccurrence
    from tui.dossier.coverage import Coverage

BACKGROUND_SHARE = 0.04
"""A country or material with more of all mentions than this is background."""


class Snapshot(NamedTuple):
    """When a dossier's files were read, in nanoseconds, and what the content of each came to, the catalog's first."""

    time: int
    digests: bytes


@dataclass(frozen=True)
class Dossier:
    """Records by id, in the catalog's order, and the texts that they stand in. Nothing in it changes."""

    title: str
    catalog: Path
    measures: dict[str, Measure]
    articles: dict[str, Article]
    entities: dict[str, Entity]
    figures: dict[str, Figure]
    events: dict[str, Event]
    units: Units
    inverses: dict[str, str]
    """How each relation reads from its other side."""
    documents: dict[str, Document]
    """The text of each article."""
    mentions: dict[str, tuple[Occurrence, ...]]
    """The mentions of entities in each article, in order; none overlaps another."""
    ignored: tuple[Ignored, ...]
    drafted: tuple[tuple[str, Span], ...]
    """The numbers, with their articles, of drafts that are not yet figures."""
    checks: tuple[Check, ...]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]
    """Everything that does not hold; the records that it concerns are left out."""
    snapshot: Snapshot | None = field(default=None, compare=False)
    """The reading that it comes from; None where its files are not to be asked again."""
    unread: tuple[str, ...] = ()
    """The files of the articles that could not be read; these are not among the articles."""
    outside: bool = False
    """Whether the person running lode lets articles lie outside the catalog's folder: opened anew, it still holds."""

    @property
    def left_out(self) -> tuple[int, int]:
        """How many errors leave records out, and how many of them are articles that could not be read."""
        return sum(problem.severity == "error" for problem in self.problems), len(self.unread)

    @property
    def records(self) -> Iterator[Record]:
        """Every record that has a page of its own."""
        for records in (self.articles, self.entities, self.figures, self.events, self.measures):
            yield from records.values()

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
        """The place of each article in that order."""
        return {id: rank for rank, id in enumerate(self.article_order)}

    @cached_property
    def by_file(self) -> dict[str, str]:
        """The article of each file."""
        return {document.file: id for id, document in self.documents.items()}

    def text_of(self, file: str) -> str:
        """The text of an article's file, as it was read."""
        return self.documents[self.by_file[file]].text

    def occurrences_of(self, record: str) -> Sequence[Occurrence]:
        """Where the record with an id occurs, in reading order: articles by date, then by offset."""
        if record in self._mentions_by_entity:
            return self._mentions_by_entity[record]
        if record not in self._occurrences:
            sources = self._sources(record)
            self._occurrences[record] = sorted(sources, key=lambda each: (self.article_rank[each.article], each.span))
        return self._occurrences[record]

    def sources_of(self, record: Record) -> Sequence[Occurrence]:
        """The occurrences that a record is cited by: its sources in the catalog's order, or all mentions of an entity.

        Of an article, its first sentence.
        """
        if isinstance(record, Entity):
            return self.occurrences_of(record.id)
        if isinstance(record, Article):
            sentences = self.documents[record.id].sentences[:1]
            return [
                Occurrence(record=record.id, article=record.id, span=span, quote=span, role="source")
                for span in sentences
            ]
        return self._sources(record.id)

    def _sources(self, record: str) -> list[Occurrence]:
        """The occurrences of what a record rests on, in the catalog's order."""
        found = self.get(record)
        return [source.occurrence(record) for source in found.evidence] if found else []

    def occurrences_in(self, article: str) -> SpanIndex[Occurrence]:
        """The occurrences of all records in an article."""
        if article not in self._occurrence_indexes:
            sources = self._sources_by_article.get(article, ())
            self._occurrence_indexes[article] = SpanIndex((*self.mentions[article], *sources))
        return self._occurrence_indexes[article]

    @cached_property
    def _occurrences(self) -> dict[str, list[Occurrence]]:
        return {}

    @cached_property
    def _occurrence_indexes(self) -> dict[str, SpanIndex[Occurrence]]:
        return {}

    @cached_property
    def _mentions_by_entity(self) -> dict[str, list[Occurrence]]:
        by_entity: dict[str, list[Occurrence]] = {id: [] for id in self.entities}
        for article in self.article_order:
            for mention in self.mentions[article]:
                by_entity[mention.record].append(mention)
        return by_entity

    @cached_property
    def _sources_by_article(self) -> dict[str, list[Occurrence]]:
        by_article: dict[str, list[Occurrence]] = {}
        for record in self.records:
            for source in record.evidence:
                by_article.setdefault(source.article, []).append(source.occurrence(record.id))
        return by_article

    @cached_property
    def mention_starts(self) -> dict[str, list[int]]:
        """Where each article's mentions begin, in order."""
        return {article: [mention.span.start for mention in mentions] for article, mentions in self.mentions.items()}

    def context_of(self, occurrence: Occurrence) -> Span:
        """The sentences around the quote of an occurrence, cut around its span where they are very long."""
        document = self.documents[occurrence.article]
        return document.part(document.sentence_around(occurrence.quote), occurrence.span, LONGEST_PASSAGE)

    @cached_property
    def background(self) -> frozenset[str]:
        """The entities that are named so often that they would drown the rest."""
        named = {id: len(mentions) for id, mentions in self._mentions_by_entity.items()}
        most = BACKGROUND_SHARE * sum(named.values())
        return frozenset(
            id for id, count in named.items() if count > most and self.entities[id].type in ("country", "material")
        )

    def artefacts_within(self, article: str, stretch: Span) -> list[Artefact]:
        """The scraping leftovers of an article that share a character with a stretch of it, in order."""
        if article not in self._artefacts:
            self._artefacts[article] = SpanIndex(self.articles[article].artefacts)
        return self._artefacts[article].within(stretch)

    @cached_property
    def _artefacts(self) -> dict[str, SpanIndex[Artefact]]:
        return {}

    def measures_in(self, unit: str) -> list[str]:
        """The measures whose values are in a unit."""
        return self._measures_by_unit.get(unit, [])

    @cached_property
    def _measures_by_unit(self) -> dict[str, list[str]]:
        by_unit: dict[str, list[str]] = {}
        for measure in self.measures.values():
            by_unit.setdefault(measure.unit, []).append(measure.id)
        return by_unit

    def figures_in(self, article: str) -> list[Figure]:
        """The figures that an article prints."""
        return self._figures_by_article[article]

    @cached_property
    def _figures_by_article(self) -> dict[str, list[Figure]]:
        by_article: dict[str, list[Figure]] = {id: [] for id in self.articles}
        for figure in self.figures.values():
            for article in dict.fromkeys(source.article for source in figure.sources):
                by_article[article].append(figure)
        return by_article

    @cached_property
    def by_measure(self) -> dict[str, list[Figure]]:
        """The figures of each measure, in the catalog's order."""
        by_measure: dict[str, list[Figure]] = {id: [] for id in self.measures}
        for figure in self.figures.values():
            by_measure[figure.measure].append(figure)
        return by_measure

    @cached_property
    def by_topic(self) -> dict[Topic, list[Figure]]:
        """The figures that can be set against each other, in the catalog's order; drafts are not among them."""
        by_topic: dict[Topic, list[Figure]] = {}
        for figure in self.figures.values():
            if not figure.draft:
                by_topic.setdefault(figure.topic, []).append(figure)
        return by_topic

    @cached_property
    def groups(self) -> "dict[Topic, Group]":
        """The groups of figures that were compared so far: judging a large one takes a while."""
        return {}

    @cached_property
    def conflicts_by_first(self) -> dict[str, list[int]]:
        """The numbers of the conflicts by the first figure of each."""
        by_first: dict[str, list[int]] = {}
        for number, remark in enumerate(self.conflicts):
            by_first.setdefault(remark.between[0], []).append(number)
        return by_first

    @cached_property
    def _cooccurrence(self) -> "dict[str, list[Cooccurrence]]":
        """Whom each entity is named with, once asked for: of one that is named everywhere it takes a while."""
        return {}

    def named_with(self, entity: str) -> "list[Cooccurrence]":
        """The entities that share sentences with one, the most first."""
        from tui.dossier.cooccurrence import named_with

        if entity not in self._cooccurrence:
            self._cooccurrence[entity] = named_with(entity, self)
        return self._cooccurrence[entity]

    def relations_to(self, entity: str) -> Iterator[tuple[Entity, Relation]]:
        """The relations that other entities have to this one."""
        for other in self.entities.values():
            for relation in other.relations:
                if relation.of == entity:
                    yield other, relation

    def inverse(self, relation: str) -> str:
        """How a relation reads from its other side."""
        return self.inverses.get(relation, f"({relation})")

    def unit_of(self, figure: Figure) -> Unit:
        """The unit that a figure's value is in."""
        return self.units.by_id[self.measures[figure.measure].unit]

    def name_of(self, id: str | None) -> str:
        """What a record is called, short where the catalog has a short name; empty for none."""
        record = self.get(id) if id else None
        if isinstance(record, Entity):
            return record.short or record.name
        return record.title if record else ""

    @cached_property
    def _lower_case(self) -> frozenset[str]:
        from tui.dossier.coverage import words_in_lower_case

        return words_in_lower_case(document.text for document in self.documents.values())

    def coverage(self, article: str) -> "Coverage":
        """Which numbers and names of an article the catalog accounts for.

        A number is captured by the `number` or `when` of a record's source or an article's date words; standing
        in a quote is not enough. A name is captured by a mention.
        """
        # Loaded when asked for: only `check` counts what is left over.
        from tui.dossier.coverage import Coverage, names_in, numbers_in

        document = self.documents[article]
        words = self._captured_by_article[article]
        furniture = [artefact.span for artefact in self.articles[article].artefacts]
        ignored_here = self._ignored_by_article[article]
        captured = whether_inside(words)
        ignored = whether_inside([*furniture, *(entry.span for entry in ignored_here if not entry.is_name)])
        named = Disjoint(mention.span for mention in self.mentions[article])
        unnamed = whether_inside([*furniture, *words, *(entry.span for entry in ignored_here if entry.is_name)])
        numbers = list(numbers_in(document.text))
        left = [span for span in numbers if not captured(span)]
        uncaptured = tuple(span for span in left if not ignored(span))
        names = tuple(
            span for span in names_in(document, self._lower_case) if not named.overlaps(span) and not unnamed(span)
        )
        captured_count = len(numbers) - len(left)
        return Coverage(article, len(numbers), captured_count, len(left) - len(uncaptured), uncaptured, names)

    @cached_property
    def _ignored_by_article(self) -> dict[str, list[Ignored]]:
        by_article: dict[str, list[Ignored]] = {id: [] for id in self.articles}
        for entry in self.ignored:
            by_article[entry.article].append(entry)
        return by_article

    @cached_property
    def _captured_by_article(self) -> dict[str, list[Span]]:
        """The numbers and dates of each article that records rest on."""
        by_article = {id: list(article.dated_by) for id, article in self.articles.items()}
        for article, span in self.drafted:
            by_article[article].append(span)
        stated = (source for entity in self.entities.values() for each in entity.relations for source in each.sources)
        for source in chain(stated, *(record.evidence for record in self.records)):
            if source.when:
                by_article[source.article].append(source.when)
            if source.number:
                by_article[source.article].append(source.number)
        return by_article


def order(date: str | None) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Sorts EDTF dates in time; what has none comes last."""
    return edtf.parse(date).order if date else ((9999, 12, 31), (9999, 12, 31))
