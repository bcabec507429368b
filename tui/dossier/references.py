"""What the entries of a catalog point at: words in the articles, and other records."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable

from tui.catalog import schema
from tui.dossier.locate import Locator
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Source
from tui.text.document import Document
from tui.text.span import Span


class References:
    """Follows references, and reports those that lead nowhere."""

    def __init__(
        self, catalog: schema.Catalog, locate: Locator, documents: dict[str, Document], absent: Iterable[str] = ()
    ) -> None:
        self.locate, self.documents = locate, documents
        self.absent = set(absent)
        """The ids of records that are left out: a reference to one of them leads nowhere, and is no problem."""
        self.missed: set[str] = set()
        """Those of them that were referred to."""
        self.measures = {measure.id: measure for measure in catalog.measures}
        self.entities = {entity.id: entity for entity in catalog.entities}
        self.mentions: dict[str, tuple[Occurrence, ...]] = {}
        """Of each article, once they are found."""
        self._spans: dict[str, dict[str, list[Span]]] = {}
        """The places of each entity in each article."""

    def entity(self, entry: schema.Entry, key: str, id: str | None, *path: int) -> str | None:
        """The id that stands under a key where an entity has it; else a problem and None."""
        return self._known("entity", self.entities, entry, key, id, *path)

    def measure(self, entry: schema.Entry, key: str, id: str | None) -> str | None:
        """The id that stands under a key where a measure has it; else a problem and None."""
        return self._known("measure", self.measures, entry, key, id)

    def article(self, entry: schema.Entry, id: str) -> str | None:
        """The id that stands under `article` where an article has it; else a problem and None."""
        return self._known("article", self.documents, entry, "article", id)

    def _known(
        self, what: str, records: Collection[str], entry: schema.Entry, key: str, id: str | None, *path: int
    ) -> str | None:
        if id is None or (id in records and id not in self.absent):
            return id
        if id in self.absent:
            self.missed.add(id)
            return None
        hint = self.locate.hints.closest(id, records)
        self.locate.report(entry.mark(key, *path), "unknown-id", f"no {what} has the id “{id}”", hint)
        return None

    def sources(self, entries: list[schema.DatedQuote]) -> tuple[Source, ...]:
        """The sources of a record, or none at all where one of them does not hold."""
        sources = [self.source(entry) for entry in entries]
        held = tuple(source for source in sources if source)
        return held if len(held) == len(sources) else ()

    def source(self, entry: schema.DatedQuote) -> Source | None:
        """The quote that a record rests on, and the words that date it."""
        span = self.quote(entry)
        if span is None:
            return None
        when = self.when(entry, span)
        return None if entry.when and not when else Source(article=entry.article, quote=span, when=when)

    def quote(self, entry: schema.Quote) -> Span | None:
        """The one place of a quote in its article."""
        if self.article(entry, entry.article) is None:
            return None
        return self.locate.quote(
            entry.mark("quote"), entry.article, entry.quote, entry.prefix or "", entry.suffix or ""
        )

    def when(self, entry: schema.DatedQuote, span: Span) -> Span | None:
        """The words that date a quote: in it, or else in its sentence."""
        if not entry.when:
            return None
        if len(self.locate.quotes[entry.article].find_within(entry.when, span).spans) != 1:
            span = self.documents[entry.article].sentence_around(span)
        return self.locate.words(entry.mark("when"), entry.article, entry.when, span, "the sentence of the quote")

    def set_mentions(self, article: str, mentions: Iterable[Occurrence]) -> None:
        """Notes which entities an article names, and where: in order, and none inside another."""
        self.mentions[article] = tuple(mentions)
        self._spans[article] = defaultdict(list)
        for mention in self.mentions[article]:
            self._spans[article][mention.record].append(mention.span)

    def named_in(self, entity: str, article: str, within: Span) -> bool:
        """Whether a stretch of an article names an entity."""
        spans = self._spans[article].get(entity, [])
        first = bisect_left(spans, within.start, key=lambda span: span.start)
        return first < len(spans) and spans[first].end <= within.end

    def names_in(self, article: str, within: Span) -> set[str]:
        """The entities that a stretch of an article names."""
        mentions = self.mentions[article]
        first = bisect_left(mentions, within.start, key=lambda mention: mention.span.start)
        last = bisect_right(mentions, within.end, key=lambda mention: mention.span.end)
        return {mention.record for mention in mentions[first:last]}
