"""The occurrences that a place walks through: of a record, of a query's hits, or of what is not captured."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.app.model.place import TIMELINE, Place
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Figure
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.value import value_text
from tui.view.wrap import cut

if TYPE_CHECKING:
    from tui.search.search import Search

HITS = "hits:"

LEFT_OUT = "left-out:"
"""Before an article's id: what the catalog leaves out of that article."""

HITS_WALKED = 500
"""Hits of a query that can be walked: nobody goes further one by one."""

LABEL_WIDTH = 40
"""Cells of a name beside which "2 of 4" still fits."""

IN_ARTICLE = re.compile(r"(?<!\S)article:(?P<id>\S+)\s*", re.IGNORECASE)
"""The part of a query that asks for one article alone."""

_POSITION = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")


class Occurrences:
    """The occurrences that a place can walk through, in reading order: articles by date, then by offset.

    Those of records come from the dossier; a query's hits, a position in a file and what is not captured are added.
    """

    def __init__(self, dossier: Dossier, search: "Callable[[], Search]") -> None:
        self.dossier = dossier
        self._search = search
        self._found: dict[str, Sequence[Occurrence]] = {}

    def of(self, record: str) -> Sequence[Occurrence]:
        """The occurrences of a record's id, of `hits:QUERY`, `left-out:ARTICLE` or `FILE:LINE:COLUMN`; maybe none."""
        if record not in self._found:
            self._found[record] = self._find(record)
        return self._found[record]

    def has(self, record: str) -> bool:
        """Whether a record, or a spot that is none, is there to go to. Whether a query finds something is not asked."""
        if record.startswith(HITS):
            return True
        if record.startswith(LEFT_OUT):
            return record.removeprefix(LEFT_OUT) in self.dossier.articles
        return self.dossier.get(record) is not None or self.position(record) is not None

    def stands(self, place: Place) -> bool:
        """Whether what a place is about is there to be shown."""
        return place.pane == TIMELINE or self.has(place.record)

    def label(self, record: str) -> str:
        """What `n` walks, in a word or two."""
        if record.startswith(HITS):
            query = record.removeprefix(HITS)
            # Which article the hits are in is said by its title.
            return f"“{visible(IN_ARTICLE.sub('', query) or query)}”"
        if record.startswith(LEFT_OUT):
            return "left out"
        known = self.dossier.get(record)
        if isinstance(known, Figure):
            return value_text(known, self.dossier)
        return cut(visible(self.dossier.name_of(record)), LABEL_WIDTH) if known else "line"

    def _find(self, record: str) -> Sequence[Occurrence]:
        if self.dossier.get(record) is not None:
            return self.dossier.occurrences_of(record)
        if record.startswith(HITS):
            return sorted(self._of_hits(record.removeprefix(HITS)), key=self._order)
        if record.startswith(LEFT_OUT):
            return self._of_left_out(record.removeprefix(LEFT_OUT))
        position = self.position(record)
        return [position] if position else []

    def _of_hits(self, query: str) -> list[Occurrence]:
        """An occurrence for each passage that a query finds: the longest of the words that stand together."""
        from tui.search.query import QueryError

        try:
            found = self._search().passages(query, HITS_WALKED)
        except QueryError:
            # What it filters by was in the catalog once.
            return []
        hits = []
        for entry, marks in found:
            if entry.article and entry.around:
                asked = _joined(marks, self.dossier.documents[entry.article].text)
                chief = max(asked, key=lambda span: span.end - span.start)
                also = tuple(span for span in asked if span != chief)
                hits.append(Occurrence(article=entry.article, span=chief, quote=entry.around, role="hit", also=also))
        return hits

    def _of_left_out(self, article: str) -> list[Occurrence]:
        if article not in self.dossier.articles:
            return []
        left = self.dossier.coverage(article)
        return [uncaptured(article, span) for span in sorted((*left.uncaptured, *left.names))]

    def inside(self, record: str, article: str, span: Span) -> int | None:
        """Which of a record's spots is the first to lie in a stretch of an article."""
        return next((i for i, spot in self._within(record, article, span) if span.covers(spot.span)), None)

    def in_article(self, record: str, article: str) -> list[tuple[int, Occurrence]]:
        """The spots of a record in one article, each with its number among all."""
        document = self.dossier.documents.get(article)
        return list(self._within(record, article, Span(0, len(document.text)))) if document else []

    def _within(self, record: str, article: str, span: Span) -> Iterator[tuple[int, Occurrence]]:
        """The spots that begin in a stretch of an article, each with its number: there may be many elsewhere."""
        spots, rank = self.of(record), self.dossier.article_rank.get(article, -1)
        first = bisect_left(spots, (rank, Span(span.start, 0)), key=self._order)
        beyond = rank, Span(span.end, 0)
        for number in range(first, len(spots)):
            if self._order(spots[number]) > beyond:
                break
            yield number, spots[number]

    def position(self, text: str) -> Occurrence | None:
        """The spot that `FILE:LINE[:COLUMN]` means, or None where no article has that file."""
        match = _POSITION.fullmatch(text)
        article = self.dossier.by_file.get(match["file"]) if match else None
        if match is None or article is None:
            return None
        document = self.dossier.documents[article]
        offset = document.offset(int(match["line"]), int(match["column"] or 1))
        sentence = document.sentence_at(offset)
        span = sentence if match["column"] is None else _word_at(document.text, offset)
        return Occurrence(article=article, span=span, quote=sentence, role="position")

    def _order(self, spot: Occurrence) -> tuple[int, Span]:
        return self.dossier.article_rank[spot.article], spot.span


def uncaptured(article: str, span: Span) -> Occurrence:
    """Words of an article that the catalog does not capture."""
    return Occurrence(record=f"{LEFT_OUT}{article}", article=article, span=span, quote=span, role="uncaptured")


def _word_at(text: str, offset: int) -> Span:
    word = re.compile(r"\w+|\S|\s").match(text, offset)
    return Span(*word.span()) if word else Span(offset, offset)


def _joined(marks: Iterable[Span], text: str) -> list[Span]:
    """Marks in order, those with nothing but white space between them made one."""
    joined: list[Span] = []
    for mark in marks:
        if joined and not text[joined[-1].end : mark.start].strip():
            joined[-1] = Span(joined[-1].start, mark.end)
        else:
            joined.append(mark)
    return joined
