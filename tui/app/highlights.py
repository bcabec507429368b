"""What of an article's text stands out, and whose it is."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.text.span import Span
from tui.view.pieces import FAMILIES

BACKGROUND_SHARE = 0.04
"""A country or material with more of all mentions than this is background: hue, but no underline."""


class Highlight(NamedTuple):
    """A span of the text that a record owns. `style` is a family's name, `number`, `event` or `artefact`.

    A leftover, and the number of a draft that is no figure yet, have no record.
    """

    span: Span
    record: str
    style: str


class Highlights:
    """The highlights of a dossier's articles, found by place."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._by_article: dict[str, tuple[list[Highlight], list[int], int]] = {}

    @cached_property
    def background(self) -> frozenset[str]:
        """The entities that are named so often that they would drown the rest."""
        counts = Counter(mention.entity for mentions in self.dossier.mentions.values() for mention in mentions)
        entities = self.dossier.entities
        return frozenset(
            id
            for id, count in counts.items()
            if count > BACKGROUND_SHARE * counts.total() and entities[id].type in ("country", "material")
        )

    def of(self, article: str) -> list[Highlight]:
        """All highlights of an article in order, the outer before the inner."""
        return self._sorted(article)[0]

    def within(self, article: str, start: int, end: int) -> list[Highlight]:
        """The highlights that share a code point with a stretch of an article."""
        highlights, starts, longest = self._sorted(article)
        found = []
        for highlight in highlights[bisect_left(starts, start - longest) :]:
            if highlight.span.start >= end:
                break
            if highlight.span.end > start:
                found.append(highlight)
        return found

    def _sorted(self, article: str) -> tuple[list[Highlight], list[int], int]:
        if article not in self._by_article:
            found = sorted(self._find(article), key=lambda h: (h.span.start, -h.span.end))
            longest = max((h.span.end - h.span.start for h in found), default=0)
            self._by_article[article] = found, [h.span.start for h in found], longest
        return self._by_article[article]

    def _find(self, article: str) -> list[Highlight]:
        dossier = self.dossier
        found = [
            Highlight(m.span, m.entity, FAMILIES[dossier.entities[m.entity].type]) for m in dossier.mentions[article]
        ]
        found += [Highlight(a.span, "", "artefact") for a in dossier.articles[article].artefacts]
        for figure in dossier.figures.values():
            found += [Highlight(s.number, figure.id, "number") for s in figure.sources if s.article == article]
        found += [Highlight(span, "", "number") for of, span in dossier.drafted if of == article]
        for event in dossier.events.values():
            found += [Highlight(s.when, event.id, "event") for s in event.sources if s.when and s.article == article]
        return found
