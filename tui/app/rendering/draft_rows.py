"""The rows of a draft, its items marked with a sign for their status, and of what is found about one item."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from tui.app.model.verification import Checked, source_of
from tui.app.rendering.rows import LazyRows, Row, wrapped_rows
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.text.safe import readable, visible
from tui.text.span import Span
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, WAIVED, Finding
from tui.view.kinds import view_of
from tui.view.styled_text import Line, StyledText
from tui.view.wording import THE_ARTICLE, article_name, claimant_name
from tui.view.wrap import wrap

SIGNS = {BACKED: "✓", ROUNDED: "≈", DISPUTED: "≠", POSSIBLE: "?", DIFFERS: "✗", NOT_FOUND: "!", WAIVED: "–"}
"""The sign before an item, by its status: told apart without colour."""

STYLES = {DISPUTED: "warning", POSSIBLE: "warning", DIFFERS: "error", NOT_FOUND: "error", WAIVED: "dim"}


class DraftLayout:
    """A draft wrapped at a width in cells, with a sign before each item."""

    def __init__(self, checked: Checked, width: int) -> None:
        self._checked, self.width = checked, width
        self._rows = [*_rows(checked, width)]
        starts = sorted((finding.span.start, i) for i, finding in enumerate(checked.findings))
        self._first: list[int | None] = []
        """The first item that begins in each row, else the one before it."""
        self.row_of: dict[int, int] = {}
        """The row that each item begins in."""
        begun = 0
        for number, row in enumerate(self._rows):
            before = starts[max(begun - 1, 0)][1] if starts else None
            end = bisect_left(starts, (max(row.end, row.start + 1), 0))
            here = [item for _, item in starts[begun:end]]
            self._first.append(here[0] if here else before)
            self.row_of |= dict.fromkeys(here, number)
            begun = end

    def rows(self, current: int) -> LazyRows:
        """The rows, with one item current. A row leads to the first item in it, else to the one before."""
        targets = [None if item is None else str(item) for item in self._first]
        return LazyRows(targets, partial(self._row, targets, current))

    def _row(self, targets: list[str | None], current: int, index: int) -> Row:
        row, findings = self._rows[index], self._checked.findings
        inside = [i for i, finding in enumerate(findings) if finding.span.overlaps(row)]
        ends = {end for i in inside for end in findings[i].span if row.start < end < row.end}
        line: Line = []
        cuts = sorted({row.start, row.end, *ends})
        for start, end in pairwise(cuts):
            around = [i for i in inside if findings[i].span.start <= start < findings[i].span.end]
            style = ""
            if around:
                style = "match" if current in around else STYLES.get(findings[around[-1]].status, "number")
            signs = "".join(SIGNS[findings[i].status] for i in around if findings[i].span.start == start)
            line.append(StyledText(signs + readable(self._checked.document.text[start:end]), style))
        return Row(targets[index], line, [])


def _rows(checked: Checked, width: int) -> Iterator[Span]:
    """The stretches of a draft that its rows show, wrapped with the signs in them."""
    document, begins = checked.document, {finding.span.start for finding in checked.findings}
    for number in range(1, len(document.line_starts) + 1):
        start = document.offset(number)
        # For each character as it is shown, its offset: a sign has that of its item.
        offsets, shown = [], []
        for offset in range(start, document.line_end(start)):
            if offset in begins:
                offsets.append(offset)
                shown.append(SIGNS[BACKED])
            offsets.append(offset)
            shown.append(document.text[offset])
        if not shown:
            yield Span(start, start)
            continue
        for row in wrap("".join(shown), width):
            yield Span(offsets[row.start], offsets[row.end - 1] + 1)


def reason_rows(finding: Finding, checked: Checked, dossier: Dossier, width: int) -> list[Row]:
    """What is found about an item, in full: its words, the reason, and the record and place that decide."""
    words = " ".join(readable(checked.document[finding.span]).split())
    status = StyledText(f"{SIGNS[finding.status]} {finding.status}  ", STYLES.get(finding.status, "number"))
    rows = [*wrapped_rows([status, StyledText(f"“{words}”")], width)]
    rows += wrapped_rows([StyledText(visible(finding.reason))], width)
    record, source = source_of(finding, dossier)
    if source is None:
        return rows
    line = dossier.documents[source.article].line((source.number or source.quote).start)
    label = StyledText("source  " if finding.source else "printed  " if finding.printed else "nearest  ", "label")
    place = f"{article_name(source.article, dossier)}, line {line}"
    said = f"{visible(dossier.name_of(finding.claimant))} in " if finding.claimant else ""
    if record != finding.record and isinstance(nearest := dossier.get(record or ""), Figure):
        # Somebody else may have said it.
        said = f"{view_of(nearest, dossier).caption()} ({claimant_name(nearest, dossier, THE_ARTICLE)}), in "
    return [*rows, *wrapped_rows([label, StyledText(said + place)], width)]
