"""Finds the catalog's words in the texts: each exactly once, or reports what was found instead."""

from collections.abc import Iterable, Mapping

from tui.catalog.problem import Mark
from tui.dossier.diagnostics import Diagnostics
from tui.text.document import Document
from tui.text.listed import listed
from tui.text.nearest import nearest
from tui.text.phrases import Phrases
from tui.text.quote import Matches, Quotes
from tui.text.span import Span
from tui.text.work import Count, uncounted


class Texts:
    """Finds words in the texts of the articles."""

    def __init__(self, documents: Mapping[str, Document], count: Count = uncounted) -> None:
        """`count` is called with the number of steps that finding takes."""
        self.documents = dict(documents)
        self.count = count
        self.quotes = {id: Quotes(document.text, count) for id, document in documents.items()}
        """Finds quotes in each article."""

    def prepare(self, quotes: Iterable[tuple[str, str]]) -> None:
        """Finds words that will be looked for, given with their articles: many of one article in one pass."""
        by_article: dict[str, dict[str, None]] = {}
        for article, words in quotes:
            by_article.setdefault(article, {})[words] = None
        for article, quoted in by_article.items():
            if article in self.quotes:
                self.quotes[article].prepare(quoted)

    def everywhere(self, names: Iterable[str], articles: Iterable[str]) -> dict[str, list[tuple[str, Span]]]:
        """Every place of each name in some articles, with the article; names that are nowhere are left out."""
        phrases = Phrases(names, count=self.count)
        places: dict[str, list[tuple[str, Span]]] = {}
        for article in articles:
            for name, spans in self.quotes[article].find_all(phrases):
                places.setdefault(name, []).extend((article, span) for span in spans)
        return places

    def quote(
        self, diagnostics: Diagnostics, mark: Mark, article: str, words: str, prefix: str = "", suffix: str = ""
    ) -> Span | None:
        """The one place of a quote in its article; else a problem and None."""
        document = self.documents[article]
        quotes = self.quotes[article]
        found = quotes.find(words, prefix, suffix)
        if not found.spans and (prefix or suffix) and quotes.find(words).spans:
            around = listed([f"after “{prefix}”"] * bool(prefix) + [f"before “{suffix}”"] * bool(suffix))
            message = f"“{words}” is in {document.file}, but no longer {around}; read whether it still says the same"
            diagnostics.report(mark, "context-changed", message)
            return None
        remedy = "a longer quote" if found.more else "prefix or suffix"
        return _only(diagnostics, mark, document, words, found, Span(0, len(document.text)), remedy)

    def words(
        self, diagnostics: Diagnostics, mark: Mark, article: str, words: str, within: Span, what: str
    ) -> Span | None:
        """The one place of words inside a stretch of an article, which `what` names; else a problem and None."""
        document = self.documents[article]
        found = self.quotes[article].find_within(words, within)
        return _only(diagnostics, mark, document, words, found, within, "longer words", what)

    def near(
        self, diagnostics: Diagnostics, mark: Mark, article: str, words: str, claim: Span, after: bool = False
    ) -> Span | None:
        """The place of the words that attribute or date a claim: in it, in its sentence, or once before it.

        With `after`, also once in the rest of its paragraph.
        """
        document = self.documents[article]
        sentence = document.sentence_around(claim)
        for within in (claim, sentence):
            found = self.quotes[article].find_within(words, within)
            if len(found.spans) == 1:
                return found.spans[0]
        what = "the paragraph" if after else "the sentence"
        before = Span(0, document.line_end(sentence.end) if after else sentence.end)
        return self.words(diagnostics, mark, article, words, before, f"{what} of the quote or before it")


def _only(
    diagnostics: Diagnostics,
    mark: Mark,
    document: Document,
    words: str,
    found: Matches,
    within: Span,
    remedy: str,
    what: str = "",
) -> Span | None:
    """The one place that was found; else a problem, which says with what `remedy` there would be just one."""
    where = f"in {what} ({document.file})" if what else f"in {document.file}"
    if not found.spans:
        hint = diagnostics.hints.of(within.end - within.start, lambda: nearest(document[within], words))
        message = f"“{words}” is not {where}; copy the words as they are printed"
        diagnostics.report(mark, "not-found", message, hint)
        return None
    if len(found.spans) > 1:
        lines = ", ".join(str(document.position(span.start)[0]) for span in found.spans[:5])
        times = f"{len(found.spans)} times" + " or more" * found.more
        message = f"“{words}” stands {times} {where} (lines {lines}); give {remedy} to settle which"
        diagnostics.report(mark, "ambiguous", message)
        return None
    span = found.spans[0]
    if found.folded:
        message = f"“{words}” is found only with quotes, dashes or spaces made alike; copy it as printed"
        diagnostics.report(mark, "folded", message, document[span], "warning")
    return span
