"""What the entries of a catalog are linked with: its other records, and the words of its articles."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from tui.catalog import schema
from tui.catalog.problem import Mark
from tui.dossier.article_mentions import ArticleMentions
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.units import link_units
from tui.languages.language import Language, known_language
from tui.text.document import Document
from tui.text.listed import listed
from tui.text.nearest import nearest
from tui.text.quote import Matches, Quotes
from tui.text.span import Span
from tui.text.work import Count, uncounted


class LinkContext(Diagnostics):
    """Finds the records and words that entries refer to: words exactly once, or it reports what was found instead.

    What is not found is None, and a problem unless it is a record that is known to be left out.
    """

    def __init__(
        self,
        catalog: schema.Catalog,
        documents: Mapping[str, Document],
        left_out: Iterable[str] = (),
        count: Count = uncounted,
    ) -> None:
        """`left_out` are the ids of records that are in the catalog, but not in the dossier.

        `count` is called with the number of steps that finding words takes.
        """
        super().__init__()
        self.documents = documents
        self.quotes = {id: Quotes(document.text, count) for id, document in documents.items()}
        """Finds quotes in each article."""
        self.left_out = set(left_out)
        self.measures = {measure.id: measure for measure in catalog.measures}
        self.entities = {entity.id: entity for entity in catalog.entities}
        self.articles = {article.id: article for article in catalog.articles}
        self.comparable = frozenset(entry.id for entry in (*catalog.claims, *catalog.figures))
        """The ids of all claims and figures in the catalog."""
        self.inverses = {predicate.id: predicate.inverse for predicate in catalog.relations}
        """The inverse of each relation that the catalog lists."""
        self.units = link_units(catalog)
        self.mentions = ArticleMentions({})
        """The mentions in the articles, once they have been looked for."""
        self.count = count
        self._language = catalog.language

    # Articles

    def language_tag(self, article: str) -> str | None:
        """The tag of an article's language, where the catalog gives it."""
        return self.articles[article].language or self._language

    def language(self, article: str) -> Language | None:
        """The language of an article, where the catalog gives it."""
        return known_language(self.language_tag(article))

    def article_date(self, article: str) -> str | None:
        """The inferred date of an article if there is one, else the printed one."""
        entry = self.articles[article]
        return entry.resolved or entry.published

    # Records

    def entity(self, entry: schema.Entry, key: str, *path: int) -> str | None:
        """The id under a key of an entry, or with `path` in a list there, where an entity has it."""
        return self._known("entity", self.entities, entry, key, *path)

    def entity_list(self, entry: schema.Entry, key: str) -> list[str | None]:
        """The ids in a list under a key; None in the place of each that no entity has."""
        return [self.entity(entry, key, i) for i in range(len(getattr(entry, key)))]

    def measure(self, entry: schema.Entry, key: str) -> str | None:
        """The id under a key of an entry where a measure has it."""
        return self._known("measure", self.measures, entry, key)

    def article(self, entry: schema.Entry) -> str | None:
        """The id under `article` where an article has it."""
        return self._known("article", self.documents, entry, "article")

    def listed(self, kind: str, records: Collection[str], entry: schema.Entry, key: str) -> tuple[str, ...] | None:
        """The ids in a list under a key, without those that are left out; None where one is unknown."""
        kept = [i for i, id in enumerate(getattr(entry, key)) if id not in self.left_out]
        found = [self._known(kind, records, entry, key, i) for i in kept]
        return None if None in found else tuple(filter(None, found))

    def _known(self, kind: str, records: Collection[str], entry: schema.Entry, key: str, *path: int) -> str | None:
        id = getattr(entry, key)
        for part in path:
            id = id[part]
        if id in self.left_out:
            self.missing.add(id)
            return None
        if id is not None and id not in records:
            hint = self.hints.closest(id, records)
            self.report(entry.mark(key, *path), "unknown-id", f"no {kind} has the id “{id}”", hint)
            return None
        return id  # type: ignore[no-any-return]

    # Words

    def quote(self, entry: schema.Quote) -> Span | None:
        """The one place of a quote in its article."""
        if self.article(entry) is None:
            return None
        return self.place(entry.mark("quote"), entry.article, entry.quote, entry.prefix or "", entry.suffix or "")

    def place(self, mark: Mark, article: str, words: str, prefix: str = "", suffix: str = "") -> Span | None:
        """The one place of words in an article, directly after `prefix` and before `suffix`."""
        document, quotes = self.documents[article], self.quotes[article]
        found = quotes.find(words, prefix, suffix)
        if not found.spans and (prefix or suffix) and quotes.find(words).spans:
            around = listed([f"after “{prefix}”"] * bool(prefix) + [f"before “{suffix}”"] * bool(suffix))
            message = f"“{words}” is in {document.file}, but no longer {around}; read whether it still says the same"
            self.report(mark, "context-changed", message)
            return None
        remedy = "a longer quote" if found.more else "prefix or suffix"
        return self._only(mark, article, words, found, Span(0, len(document.text)), remedy)

    def words(self, mark: Mark, article: str, words: str, within: Span, what: str) -> Span | None:
        """The one place of words inside a stretch of an article, which `what` names."""
        found = self.quotes[article].find_within(words, within)
        return self._only(mark, article, words, found, within, "longer words", what)

    def near(self, mark: Mark, article: str, words: str, claim: Span) -> Span | None:
        """The place of the words that attribute or date a claim: in it, in its sentence, or once near it.

        That is before its sentence, or else in the rest of its paragraph: a speaker may be named after a quotation.
        """
        document = self.documents[article]
        sentence = document.sentence_around(claim)
        quotes = self.quotes[article]
        for within in (claim, sentence):
            found = quotes.find_within(words, within)
            if len(found.spans) == 1:
                return found.spans[0]
        before, paragraph = (Span(0, end) for end in (sentence.end, document.line_end(sentence.end)))
        within = before if quotes.find_within(words, before).spans else paragraph
        return self.words(mark, article, words, within, "the paragraph of the quote or before it")

    def when(self, entry: schema.DatedQuote, quote: Span) -> Span | None:
        """The words that date a quote: in it, in its sentence, or once before it or in the rest of its paragraph."""
        return self.near(entry.mark("when"), entry.article, entry.when, quote) if entry.when else None

    def _only(
        self, mark: Mark, article: str, words: str, found: Matches, within: Span, remedy: str, what: str = ""
    ) -> Span | None:
        """The one place that was found; else a problem, which says with what `remedy` there would be just one."""
        document = self.documents[article]
        where = f"in {what} ({document.file})" if what else f"in {document.file}"
        if not found.spans:
            if what and (elsewhere := self.quotes[article].find(words).spans):
                message = f"“{words}” is not {where}, but on {_lines(document, elsewhere)}"
                self.report(mark, "not-found", f"{message}; make the quote longer to hold it, or give other words")
                return None
            hint = self.hints.of(within.end - within.start, lambda: nearest(document[within], words))
            self.report(mark, "not-found", f"“{words}” is not {where}; copy the words as they are printed", hint)
            return None
        if len(found.spans) > 1:
            times = f"{len(found.spans)} times" + " or more" * found.more
            lines = _lines(document, found.spans)
            message = f"“{words}” stands {times} {where} ({lines}); give {remedy} to settle which"
            self.report(mark, "ambiguous", message)
            return None
        span = found.spans[0]
        # YAML joins the lines of a quote, so that line breaks in the text make no difference.
        if found.folded and document[span].split() != words.split():
            message = f"“{words}” is found only with quotes or dashes made alike; copy it as printed"
            self.warn(mark, "folded", message, document[span])
        return span


def _lines(document: Document, spans: Sequence[Span]) -> str:
    """The lines of some words, in a message: line 3; lines 3, 5."""
    lines = [*dict.fromkeys(str(document.line(span.start)) for span in spans)]
    return f"line{'s' * (len(lines) > 1)} {', '.join(lines[:5])}"
