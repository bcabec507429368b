"""What of an article's text stands out, and whose it is."""

from collections.abc import Callable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.text.span import Ordered, Span, whether_inside
from tui.text.structure import HEADING, parts
from tui.view.styled_text import FAMILIES

QUIET, KINDS, NONE = MODES = ("quiet", "kinds", "none")
"""How highlights show: by their looks alone, with their kinds in words below them, or not at all."""


BLOCK = 1 << 14
"""Characters of an article whose own parts are looked for at once: those of a long one only where it is read."""


class Highlight(NamedTuple):
    """A span of the text that a record owns, or none. `style` is a family's name, `number` or `event`.

    What no record owns is an `artefact`, the number of a draft that is no figure yet, or one of the parts that the
    text itself is set in.
    """

    span: Span
    record: str
    style: str


def stop_order(highlight: Highlight) -> tuple[int, int, str]:
    """Sorts highlights as one steps through them: of two that hold each other, the inner comes first."""
    return highlight.span.end, -highlight.span.start, highlight.record


def _order(highlight: Highlight) -> tuple[int, int]:
    return highlight.span.start, -highlight.span.end


class Highlights:
    """The highlights of a dossier's articles, found by place."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._by_article: dict[str, tuple[Ordered, dict[Span, list[Highlight]]]] = {}
        self._stops: dict[str, list[Highlight]] = {}
        self._left_over: dict[str, Callable[[Span], bool]] = {}
        self._parts: dict[tuple[str, int], list[Highlight]] = {}

    def within(self, article: str, stretch: Span) -> list[Highlight]:
        """The highlights that share a code point with a stretch of an article, and the parts of its text there.

        In order, the outer before the inner.
        """
        spans, at = self._of(article)
        found = [highlight for span in spans.within(stretch) for highlight in at[span]]
        # A line may begin in the block before.
        blocks = range(max(stretch.start // BLOCK - 1, 0), stretch.end // BLOCK + 1)
        found += [part for block in blocks for part in self._set_in(article, block) if part.span.overlaps(stretch)]
        return sorted(found, key=_order)

    def stops(self, article: str) -> list[Highlight]:
        """The highlights that one steps through, the inner before the outer; background records are passed over."""
        if article not in self._stops:
            owned = [each for highlights in self._of(article)[1].values() for each in highlights if each.record]
            loud = [each for each in owned if each.record not in self.dossier.background]
            self._stops[article] = sorted(loud, key=stop_order)
        return self._stops[article]

    def _of(self, article: str) -> tuple[Ordered, dict[Span, list[Highlight]]]:
        """All highlights of an article but its parts, by their spans."""
        if article not in self._by_article:
            at: dict[Span, list[Highlight]] = {}
            for highlight in self._find(article):
                at.setdefault(highlight.span, []).append(highlight)
            self._by_article[article] = Ordered(at), at
        return self._by_article[article]

    def _find(self, article: str) -> list[Highlight]:
        dossier = self.dossier
        found = [
            Highlight(m.span, m.entity, FAMILIES[dossier.entities[m.entity].type]) for m in dossier.mentions[article]
        ]
        found += [Highlight(a.span, "", "artefact") for a in dossier.articles[article].artefacts]
        if title := dossier.articles[article].title_span:
            found.append(Highlight(title, "", HEADING))
        for figure in dossier.figures_in(article):
            found += [Highlight(s.number, figure.id, "number") for s in figure.sources if s.article == article]
        found += [Highlight(span, "", "number") for of, span in dossier.drafted if of == article]
        for event in dossier.events.values():
            found += [Highlight(s.when, event.id, "event") for s in event.sources if s.when and s.article == article]
        return found

    def _left_over_in(self, article: str) -> Callable[[Span], bool]:
        """Tells whether a span of an article is a scraping leftover or a part of one."""
        if article not in self._left_over:
            artefacts = self.dossier.articles[article].artefacts
            self._left_over[article] = whether_inside(artefact.span for artefact in artefacts)
        return self._left_over[article]

    def _set_in(self, article: str, block: int) -> list[Highlight]:
        """The parts that begin in a block of an article as its text is set; leftovers are none."""
        if (article, block) not in self._parts:
            text = self.dossier.documents[article].text
            left_over = self._left_over_in(article)
            self._parts[article, block] = [
                Highlight(span, "", kind)
                for span, kind in parts(text, block * BLOCK, (block + 1) * BLOCK)
                if not left_over(span)
            ]
        return self._parts[article, block]
