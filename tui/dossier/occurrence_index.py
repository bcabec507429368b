"""Looking up the occurrences of a dossier by record and by article."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Record
from tui.text.sorted_spans import SpanIndex


class OccurrenceIndex:
    """The occurrences of all records; what is looked up is sorted once and kept."""

    def __init__(
        self, records: Iterable[Record], mentions: Mapping[str, Sequence[Occurrence]], articles: Sequence[str]
    ) -> None:
        """`mentions` gives the mentions in each article, sorted, and `articles` the order of the articles."""
        self._sources = {record.id: record.occurrences for record in records}
        self._mentions, self._articles = mentions, articles
        self._sorted: dict[str, Sequence[Occurrence]] = {}
        self._indexes: dict[str, SpanIndex[Occurrence]] = {}

    def of(self, record: str) -> Sequence[Occurrence]:
        """The occurrences of the record with an id, by article, then by offset; none if there is no such record."""
        if record not in self._sorted:
            sources = sorted(self._sources.get(record, ()), key=lambda each: (self._rank[each.article], each.span))
            self._sorted[record] = [*self._mentions_of.get(record, ()), *sources]
        return self._sorted[record]

    def within(self, article: str) -> SpanIndex[Occurrence]:
        """The occurrences in an article."""
        if article not in self._indexes:
            sources = self._sources_in.get(article, ())
            self._indexes[article] = SpanIndex((*self._mentions[article], *sources))
        return self._indexes[article]

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {article: rank for rank, article in enumerate(self._articles)}

    @cached_property
    def _mentions_of(self) -> dict[str, list[Occurrence]]:
        by_entity: dict[str, list[Occurrence]] = {}
        for article in self._articles:
            for mention in self._mentions[article]:
                by_entity.setdefault(mention.record, []).append(mention)
        return by_entity

    @cached_property
    def _sources_in(self) -> dict[str, list[Occurrence]]:
        by_article: dict[str, list[Occurrence]] = {}
        for sources in self._sources.values():
            for occurrence in sources:
                by_article.setdefault(occurrence.article, []).append(occurrence)
        return by_article
