"""What is highlighted in an article: occurrences of records, and parts such as headings and links."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache

from tui.app.model.occurrences import uncaptured
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.text.markdown import marks
from tui.text.sorted_spans import Ordered, SpanIndex, whether_inside
from tui.text.span import Span
from tui.text.structure import HEADING, MARK, Part, parts

QUIET, KINDS, NONE = MODES = ("quiet", "kinds", "none")
"""How highlights show: by their styles alone, with their kinds in words below them, or not at all."""

ARTEFACT, DRAFT = "artefact", "number"
"""The kinds of parts besides those of a text's structure: a scraping leftover, and the number of a draft figure."""

MARKDOWN = (".md", ".markdown")
"""How the names of files end whose marks are dimmed."""

BLOCK = 1 << 14
"""Characters of an article whose structure is analysed at once: of a long article, only what is shown."""


def step_order(occurrence: Occurrence) -> tuple[int, int, str]:
    """Sorts occurrences as the reader steps through them: of nested ones, the inner comes first."""
    return occurrence.span.end, -occurrence.span.start, occurrence.record


class Highlights:
    """Finds what is highlighted in some part of an article."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.steps = cache(self._find_steps)
        """The highlighted occurrences in an article as the reader steps through them, background records left out."""
        self.uncaptured = cache(self._find_uncaptured)
        """The numbers and names of an article that the catalog does not capture."""
        self._fixed_parts_of = cache(self._find_fixed_parts)
        self._parts_in = cache(self._find_parts)
        self._is_artefact_in = cache(self._whether_artefact)

    def within(self, article: str, stretch: Span) -> list[Occurrence]:
        """The highlighted occurrences that share a code point with a stretch of an article, the outer first.

        A quote without a number or date is not highlighted: it may be as long as its paragraph.
        """
        found = self.dossier.occurrences_in(article).within(stretch)
        return [occurrence for occurrence in found if occurrence.role != "source"]

    def next_step(
        self, article: str, position: tuple[int, int, str], direction: int, *, with_uncaptured: bool
    ) -> Occurrence | None:
        """The next occurrence after a position, or the previous one if the direction is negative.

        `position` is given by `step_order`.
        """
        steps = self.steps(article)
        if with_uncaptured:
            steps = sorted((*steps, *(uncaptured(article, span) for span in self.uncaptured(article))), key=step_order)
        if direction > 0:
            following = bisect_right(steps, position, key=step_order)
            return steps[following] if following < len(steps) else None
        before = bisect_left(steps, position, key=step_order)
        return steps[before - 1] if before else None

    def parts_within(self, article: str, stretch: Span) -> list[Part]:
        """The parts that share a code point with a stretch of an article: headings, links, marks, artefacts and so on.

        An artefact has no parts of its own.
        """
        found = self._fixed_parts_of(article).within(stretch)
        # A line may begin in the block before.
        blocks = range(max(stretch.start // BLOCK - 1, 0), stretch.end // BLOCK + 1)
        found += [part for block in blocks for part in self._parts_in(article, block) if part.span.overlaps(stretch)]
        return found

    def _find_steps(self, article: str) -> list[Occurrence]:
        background = self.dossier.background
        found = self.dossier.occurrences_in(article).all
        steps = [each for each in found if each.role != "source" and each.record not in background]
        return sorted(steps, key=step_order)

    def _find_uncaptured(self, article: str) -> Ordered:
        coverage = self.dossier.coverage(article)
        return Ordered((*coverage.uncaptured, *coverage.names))

    def _find_fixed_parts(self, article: str) -> SpanIndex[Part]:
        """The parts that the catalog gives: the title, artefacts, and the numbers of drafts."""
        entry = self.dossier.articles[article]
        fixed = [Part(artefact.span, ARTEFACT) for artefact in entry.artefacts]
        fixed += [Part(entry.title_span, HEADING)] if entry.title_span else []
        fixed += [Part(span, DRAFT) for of, span in self.dossier.drafted if of == article]
        return SpanIndex(fixed)

    def _find_parts(self, article: str, block: int) -> list[Part]:
        """The parts that begin in a block of an article."""
        text, start, end = self.dossier.documents[article].text, block * BLOCK, (block + 1) * BLOCK
        found = [*parts(text, start, end)]
        if self.dossier.articles[article].file.lower().endswith(MARKDOWN):
            found += [Part(span, MARK) for span in marks(text, start, end)]
        return [part for part in found if not self._is_artefact_in(article)(part.span)]

    def _whether_artefact(self, article: str) -> Callable[[Span], bool]:
        """Tells whether a stretch of an article is inside an artefact."""
        return whether_inside(artefact.span for artefact in self.dossier.articles[article].artefacts)
