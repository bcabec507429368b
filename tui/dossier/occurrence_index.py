"""Looking up the occurrences of a dossier by record and by article."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Record
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped
from tui.text.sorted_spans import SpanIndex


class OccurrenceIndex:
    """The occurrences of all records; what is looked up is sorted once and kept."""

    def __init__(
        self, records: Iterable[Record], mentions: Mapping[str, Sequence[Occurrence]], articles: Sequence[str]
    ) -> None:
        """`mentions` gives the mentions in each article, sorted, and `articles` the order of the articles."""
        self._sources = {record.id: record.occurrences for record in records}
        self._mentions, self._articles = mentions, articles

    @cached_method
    def of(self, record: str) -> Sequence[Occurrence]:
        """The occurrences of the record with an id, by article, then by offset; none if there is no such record."""
        sources = sorted(self._sources.get(record, ()), key=lambda each: (self._rank[each.article], each.span))
        return [*self._mentions_of.get(record, ()), *sources]

    @cached_method
    def within(self, article: str) -> SpanIndex[Occurrence]:
        """The occurrences in an article."""
        return SpanIndex((*self._mentions[article], *self._sources_in.get(article, ())))

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {article: rank for rank, article in enumerate(self._articles)}

    @cached_property
    def _mentions_of(self) -> dict[str, list[Occurrence]]:
        return grouped((mention.record, mention) for article in self._articles for mention in self._mentions[article])

    @cached_property
    def _sources_in(self) -> dict[str, list[Occurrence]]:
        return grouped((source.article, source) for sources in self._sources.values() for source in sources)
