"""Resolves what the entries of a catalog refer to: other records, and words in the articles."""

from collections.abc import Collection, Iterable

from tui.catalog import schema
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.texts import Texts
from tui.quantity.language import Language, known_language
from tui.text.span import Span


class References:
    """Resolves ids and quotes. What cannot be resolved is None, and a problem unless it is known to be left out."""

    def __init__(self, catalog: schema.Catalog, texts: Texts, left_out: Iterable[str] = ()) -> None:
        """`left_out` are the ids of records that are in the catalog, but not in the dossier."""
        self.texts = texts
        self.left_out = set(left_out)
        self.measures = {measure.id: measure for measure in catalog.measures}
        self.entities = {entity.id: entity for entity in catalog.entities}
        self._articles = {article.id: article for article in catalog.articles}
        self._language = catalog.language

    def language(self, article: str) -> Language | None:
        """The language of an article, where the catalog gives it."""
        return known_language(self._articles[article].language or self._language)

    def currency(self, article: str) -> str | None:
        """The currency of an article’s `$`, dollars or pounds, where the catalog gives it."""
        return self._articles[article].currency

    def article_date(self, article: str) -> str | None:
        """The inferred date of an article if there is one, else the printed one."""
        entry = self._articles[article]
        return entry.resolved or entry.published

    def about(self, article: str) -> str | None:
        """The entity that an article is about, where the catalog gives it."""
        return self._articles[article].about

    def entity(self, entry: schema.Entry, key: str, diagnostics: Diagnostics, *path: int) -> str | None:
        """The id under a key of an entry, or with `path` in a list there, where an entity has it."""
        return self._known("entity", self.entities, entry, key, diagnostics, *path)

    def measure(self, entry: schema.Entry, key: str, diagnostics: Diagnostics) -> str | None:
        """The id under a key of an entry where a measure has it."""
        return self._known("measure", self.measures, entry, key, diagnostics)

    def article(self, entry: schema.Entry, diagnostics: Diagnostics) -> str | None:
        """The id under `article` where an article has it."""
        return self._known("article", self.texts.documents, entry, "article", diagnostics)

    def listed(
        self, kind: str, records: Collection[str], entry: schema.Entry, key: str, diagnostics: Diagnostics
    ) -> tuple[str, ...] | None:
        """The ids in a list under a key, without those that are left out; None where one is unknown."""
        kept = [i for i, id in enumerate(getattr(entry, key)) if id not in self.left_out]
        found = [self._known(kind, records, entry, key, diagnostics, i) for i in kept]
        return None if None in found else tuple(filter(None, found))

    def _known(
        self, kind: str, records: Collection[str], entry: schema.Entry, key: str, diagnostics: Diagnostics, *path: int
    ) -> str | None:
        id = getattr(entry, key)
        for part in path:
            id = id[part]
        if id in self.left_out:
            diagnostics.left_out.add(id)
            return None
        if id is not None and id not in records:
            hint = diagnostics.hints.closest(id, records)
            diagnostics.report(entry.mark(key, *path), "unknown-id", f"no {kind} has the id “{id}”", hint)
            return None
        return id  # type: ignore[no-any-return]

    def quote(self, entry: schema.Quote, diagnostics: Diagnostics) -> Span | None:
        """The one place of a quote in its article."""
        if self.article(entry, diagnostics) is None:
            return None
        around = entry.prefix or "", entry.suffix or ""
        return self.texts.quote(diagnostics, entry.mark("quote"), entry.article, entry.quote, *around)

    def when(self, entry: schema.DatedQuote, quote: Span, diagnostics: Diagnostics) -> Span | None:
        """The words that date a quote: in it, in its sentence, or once before it or in the rest of its paragraph."""
        if not entry.when:
            return None
        return self.texts.near(diagnostics, entry.mark("when"), entry.article, entry.when, quote, after=True)
