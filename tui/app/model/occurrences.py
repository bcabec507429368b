"""The occurrences that a place walks through: of a record, of a query's hits, or of what is not captured."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.app.model.target import (
    CompareTarget,
    FindTarget,
    HitsTarget,
    PositionTarget,
    RecordTarget,
    Target,
    TimelineTarget,
    UncapturedTarget,
    WordsTarget,
)
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Figure
from tui.text.fold import fold, lower_case
from tui.text.safe import visible
from tui.text.span import Span, joined
from tui.view.value import value_text
from tui.view.wrap import cut

if TYPE_CHECKING:
    from tui.search.search import Search

MAX_HITS = 500
"""Hits of a query that one can step through."""

MAX_FOUND = 10_000
"""Places of an article that one can step through when words are found in it."""

LABEL_WIDTH = 40
"""Cells of a name beside which "2 of 4" still fits."""

IN_ARTICLE = re.compile(r"(?<!\S)article:(?P<id>\S+)\s*", re.IGNORECASE)
"""The part of a query that restricts it to one article."""


class Occurrences:
    """The occurrences that a place can walk through, in reading order: articles by date, then by offset.

    Those of records come from the dossier; a query's hits, a position in a file and what is not captured are added.
    """

    def __init__(self, dossier: Dossier, search: "Callable[[], Search]") -> None:
        self.dossier = dossier
        self._search = search
        self._found: dict[Target, Sequence[Occurrence]] = {}

    def of(self, target: Target) -> Sequence[Occurrence]:
        """The occurrences of a target; of a comparison those of what it compares. There may be none."""
        if target not in self._found:
            self._found[target] = self._find(target)
        return self._found[target]

    def has(self, target: Target) -> bool:
        """Whether a target is in the dossier. Hits always are: no query is run."""
        match target:
            case HitsTarget() | TimelineTarget():
                return True
            case UncapturedTarget(article) | FindTarget(article) | WordsTarget(article):
                return article in self.dossier.articles
            case PositionTarget(file):
                return file in self.dossier.by_file
            case CompareTarget(of):
                return self.has(of)
        return self.dossier.get(target.id) is not None

    def label(self, target: Target) -> str:
        """What the occurrences are of, in a word or two."""
        match target:
            case HitsTarget(query):
                # The title names the article that the hits are in.
                return f"“{visible(IN_ARTICLE.sub('', query) or query)}”"
            case FindTarget(_, words):
                return f"“{visible(words)}”"
            case UncapturedTarget():
                return "left out"
            case WordsTarget(_, spans):
                return "place" if len(spans) > 1 else "selection"
            case CompareTarget(of):
                return self.label(of)
            case RecordTarget(id) if record := self.dossier.get(id):
                if isinstance(record, Figure):
                    return value_text(record, self.dossier)
                return cut(visible(self.dossier.name_of(id)), LABEL_WIDTH)
        return "line"

    def _find(self, target: Target) -> Sequence[Occurrence]:
        match target:
            case RecordTarget(id):
                return self.dossier.occurrences_of(id) if self.dossier.get(id) else []
            case PositionTarget():
                return self._at_position(target)
            case HitsTarget(query):
                return sorted(self._of_hits(query), key=self._order)
            case FindTarget(article, words):
                return self._printing(article, words)
            case UncapturedTarget(article):
                return self._uncaptured_in(article)
            case WordsTarget(article, spans) if article in self.dossier.articles:
                return [Occurrence(article=article, span=span, quote=span, role="selection") for span in spans]
            case CompareTarget(of):
                return self.of(of)
        return []

    def _of_hits(self, query: str) -> list[Occurrence]:
        """An occurrence for each passage that a query finds: the longest of the words that are together."""
        from tui.search.query import QueryError

        try:
            found = self._search().passages(query, MAX_HITS)
        except QueryError:
            # It filters by a record that is no longer in the catalog.
            return []
        hits = []
        for entry, marks in found:
            if entry.article and entry.around:
                asked = _adjacent_joined(marks, self.dossier.documents[entry.article].text)
                chief = max(asked, key=lambda span: span.end - span.start)
                also = tuple(span for span in asked if span != chief)
                hits.append(Occurrence(article=entry.article, span=chief, quote=entry.around, role="hit", also=also))
        return hits

    def _printing(self, article: str, words: str) -> list[Occurrence]:
        """The places of an article that print some words, in any case and with any quotation marks and dashes."""
        asked = r"\s+".join(map(re.escape, lower_case(fold(words)).split()))
        if article not in self.dossier.articles or not asked:
            return []
        text = lower_case(fold(self.dossier.documents[article].text))
        found = islice(re.finditer(asked, text), MAX_FOUND)
        spans = (Span(*match.span()) for match in found)
        return [Occurrence(article=article, span=span, quote=span, role="hit") for span in spans]

    def _uncaptured_in(self, article: str) -> list[Occurrence]:
        if article not in self.dossier.articles:
            return []
        left = self.dossier.coverage(article)
        return [uncaptured(article, span) for span in sorted((*left.uncaptured, *left.names))]

    def inside(self, target: Target, article: str, span: Span) -> int | None:
        """The number of the first occurrence that lies in a stretch of an article."""
        return next((i for i, each in self._within(target, article, span) if span.covers(each.span)), None)

    def in_article(self, target: Target, article: str) -> list[tuple[int, Occurrence]]:
        """The occurrences in one article, each with its number among all of the target."""
        document = self.dossier.documents.get(article)
        return list(self._within(target, article, Span(0, len(document.text)))) if document else []

    def _within(self, target: Target, article: str, span: Span) -> Iterator[tuple[int, Occurrence]]:
        """The occurrences that begin in a stretch of an article, found by bisection, each with its number."""
        found, rank = self.of(target), self.dossier.article_rank.get(article, -1)
        first = bisect_left(found, (rank, Span(span.start, 0)), key=self._order)
        beyond = rank, Span(span.end, 0)
        for number in range(first, len(found)):
            if self._order(found[number]) > beyond:
                break
            yield number, found[number]

    def _at_position(self, target: PositionTarget) -> list[Occurrence]:
        article = self.dossier.by_file.get(target.file)
        if article is None:
            return []
        document = self.dossier.documents[article]
        offset = document.offset(target.line, target.column or 1)
        sentence = document.sentence_at(offset)
        span = sentence if target.column is None else _word_at(document.text, offset)
        return [Occurrence(article=article, span=span, quote=sentence, role="position")]

    def _order(self, occurrence: Occurrence) -> tuple[int, Span]:
        return self.dossier.article_rank[occurrence.article], occurrence.span


def uncaptured(article: str, span: Span) -> Occurrence:
    """Words of an article that the catalog does not capture."""
    return Occurrence(article=article, span=span, quote=span, role="uncaptured")


def _word_at(text: str, offset: int) -> Span:
    word = re.compile(r"\w+|\S|\s").match(text, offset)
    return Span(*word.span()) if word else Span(offset, offset)


def _adjacent_joined(marks: Iterable[Span], text: str) -> list[Span]:
    """Marks in order, those with nothing but white space between them made one."""
    return [*joined(marks, lambda before, mark: not text[before.end : mark.start].strip())]
