"""Finding the catalog's words in the texts: each exactly once, or a problem that says what was found instead."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from tui.catalog import edtf, schema
from tui.catalog.problem import Hints, Mark, Problem, Severity
from tui.quantity.words import MONTHS
from tui.text.document import Document
from tui.text.nearest import nearest
from tui.text.phrases import Phrases
from tui.text.quote import Matches, Quotes
from tui.text.span import Span
from tui.text.work import Count, uncounted

_E = TypeVar("_E", bound=schema.Entry)
_T = TypeVar("_T")


class Locator:
    """Finds words in the articles and collects the problems of those that do not hold."""

    def __init__(self, file: str, documents: dict[str, Document], count: Count = uncounted) -> None:
        self.file = file
        self.documents = documents
        self.count = count
        self.quotes = {id: Quotes(document.text, count) for id, document in documents.items()}
        """What finds quotes in each article."""
        self.hints = Hints()
        self.problems: list[Problem] = []
        self.draft = False
        """Whether the record under way is a draft: its gaps are warnings."""

    def report(
        self, mark: Mark, code: str, message: str, hint: str | None = None, severity: Severity = "error"
    ) -> None:
        """Keeps a problem of the catalog."""
        if self.draft and severity == "error":
            severity = "warning"
        self.problems.append(Problem(self.file, mark, code, message, hint, severity))

    def tried(self, entry: _E, link: Callable[[_E], _T]) -> _T | None:
        """What an entry is linked to. Where lode itself fails on it, that is a problem of this entry alone."""
        before = self.draft
        if isinstance(entry, schema.Record):
            self.draft = entry.draft
        try:
            return link(entry)
        except Exception as error:
            self.draft = False
            message = f"lode fails on this entry, which is left out ({type(error).__name__}: {error}); please report it"
            self.report(entry.mark(), "internal", message)
            return None
        finally:
            self.draft = before

    def prepare(self, quotes: Iterable[tuple[str, str]]) -> None:
        """Is told which words will be looked for in which articles."""
        by_article: dict[str, dict[str, None]] = {}
        for article, words in quotes:
            by_article.setdefault(article, {})[words] = None
        for article, listed in by_article.items():
            if article in self.quotes:
                self.quotes[article].prepare(listed)

    def everywhere(self, names: Iterable[str]) -> dict[str, list[tuple[str, Span]]]:
        """Every place of each name, with its article; names that are nowhere are left out."""
        phrases = Phrases(names, count=self.count)
        places: dict[str, list[tuple[str, Span]]] = {}
        for article in self.documents:
            for name, spans in self.quotes[article].find_all(phrases):
                places.setdefault(name, []).extend((article, span) for span in spans)
        return places

    def quote(self, mark: Mark, article: str, words: str, prefix: str = "", suffix: str = "") -> Span | None:
        """The one place of a quote in its article."""
        document = self.documents[article]
        quotes = self.quotes[article]
        found = quotes.find(words, prefix, suffix)
        if not found.spans and (prefix or suffix) and quotes.find(words).spans:
            around = " and ".join(
                [*([f"after “{prefix}”"] if prefix else []), *([f"before “{suffix}”"] if suffix else [])]
            )
            message = f"“{words}” is in {document.file}, but no longer {around}; read whether it still says the same"
            self.report(mark, "context-changed", message)
            return None
        mend = "a longer quote" if found.more else "prefix or suffix"
        return self._only(mark, document, words, found, Span(0, len(document.text)), mend)

    def words(self, mark: Mark, article: str, words: str, within: Span, what: str) -> Span | None:
        """The one place of words inside a stretch of an article; `what` names that stretch."""
        document = self.documents[article]
        found = self.quotes[article].find_within(words, within)
        return self._only(mark, document, words, found, within, "longer words", what)

    def attribution(self, mark: Mark, article: str, words: str, claim: Span) -> Span | None:
        """The place of the words that attribute a claim: in it, in its sentence, or once before it."""
        document = self.documents[article]
        sentence = document.sentence_around(claim)
        for within in (claim, sentence):
            found = self.quotes[article].find_within(words, within)
            if len(found.spans) == 1:
                return found.spans[0]
        before = Span(0, sentence.end)
        return self.words(mark, article, words, before, "the sentence of the quote or before it")

    def dated(self, mark: Mark, date: str | None, words: str) -> bool:
        """Whether each part of a date stands in the words that are said to date it."""
        missing = _unprinted(date, words)
        if missing:
            self.report(
                mark, "date-not-printed", f"“{missing}” of the date {date} is not in the words “{words}”; leave it out"
            )
        return not missing

    def _only(
        self,
        mark: Mark,
        document: Document,
        words: str,
        found: Matches,
        within: Span,
        mend: str,
        what: str = "",
    ) -> Span | None:
        where = f"in {what} ({document.file})" if what else f"in {document.file}"
        if not found.spans:
            hint = self.hints.of(within.end - within.start, lambda: nearest(document[within], words))
            self.report(mark, "not-found", f"“{words}” is not {where}; copy the words as they are printed", hint)
            return None
        if len(found.spans) > 1:
            lines = ", ".join(str(document.position(span.start)[0]) for span in found.spans[:5])
            times = f"{len(found.spans)} times" + " or more" * found.more
            message = f"“{words}” stands {times} {where} (lines {lines}); {mend} settles which"
            self.report(mark, "ambiguous", message)
            return None
        span = found.spans[0]
        if found.folded:
            message = f"“{words}” is found only with quotes, dashes or spaces made alike; copy it as printed"
            self.report(mark, "folded", message, document[span], "warning")
        return span


_DIGITS = 9
"""The digits of a number that can be a part of a date, leading zeros among them."""


def _unprinted(date: str | None, words: str) -> str | None:
    """The first part of a date that the words do not print, or None."""
    if date is None:
        return None
    when = edtf.parse(date)
    # No part of a date has more digits, and Python reads no number of thousands of them.
    numbers = {int(number) for number in re.findall(r"\d+", words) if len(number) <= _DIGITS}
    months = re.findall(r"[a-z]{3,}", words.lower())
    for part in filter(None, (when.start, when.end)):
        if part.year.isdigit() and int(part.year) not in numbers:
            return part.year
        month = MONTHS[part.month - 1] if part.month else ""
        if month and part.month not in numbers and not any(month.lower().startswith(word) for word in months):
            return month
        if part.day and part.day not in numbers:
            return str(part.day)
        if part.time and part.time not in words:
            return part.time
    return None
