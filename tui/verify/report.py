"""Findings about a draft as JSON, as lines for editors, and as lines for people."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from tui.dossier.dossier import Dossier
from tui.export.records import span_in
from tui.text.span import Span
from tui.verify.draft import Draft
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, WAIVED, Finding
from tui.view.excerpt import sentence_line
from tui.view.styled_text import Line, StyledText, as_read, marked
from tui.view.wording import counted

SEVERITY = {DIFFERS: "error", NOT_FOUND: "error", POSSIBLE: "warning", DISPUTED: "warning"}
"""The severity of each status that is not good; the others are notes."""

_STATUSES = (BACKED, ROUNDED, DISPUTED, POSSIBLE, DIFFERS, NOT_FOUND, WAIVED)
_BESIDE = 60
"""Characters of the draft that are shown on each side of an item."""

_INDENT = "    "


def as_mapping(finding: Finding, draft: Draft, dossier: Dossier) -> dict[str, Any]:
    """A finding as JSON, with all keys."""
    line, column = draft.document.position(finding.span.start)
    return {
        "kind": finding.kind,
        "file": draft.document.file,
        "line": line,
        "column": column,
        "start": finding.span.start,
        "end": finding.span.end,
        "exact": draft.document[finding.span],
        "status": finding.status,
        "record": finding.record,
        "claimant": finding.claimant,
        "source": span_in(finding.source.article, _place(finding), dossier) if finding.source else None,
        "reason": finding.reason,
        "candidates": list(finding.candidates),
    }


def _place(finding: Finding) -> Span:
    """The words of an article that decide: a printed number, else the quote."""
    assert finding.source is not None
    return finding.source.number or finding.source.quote


def heading(finding: Finding, draft: Draft) -> Line:
    """A finding on one line: FILE:LINE:COLUMN: severity: message."""
    line, column = draft.document.position(finding.span.start)
    severity = SEVERITY.get(finding.status, "note")
    words = " ".join(draft.document[finding.span].split())
    style = severity if severity != "note" else "good" * (finding.status != WAIVED) or "dim"
    return [
        StyledText(f"{draft.document.file}:{line}:{column}: ", "dim"),
        StyledText(f"{severity}: {finding.status}", style),
        StyledText(f": “{words}”: {finding.reason}"),
    ]


def details(finding: Finding, draft: Draft, dossier: Dossier) -> Iterable[Line]:
    """The draft’s own words with the item marked, and the sentence of the source with its place."""
    sentence = draft.document.sentence_around(finding.span)
    shown = draft.document.part(sentence, finding.span, finding.span.end - finding.span.start + 2 * _BESIDE)
    mark = Span(finding.span.start - shown.start, finding.span.end - shown.start)
    words = draft.document[shown].replace("\n", " ")
    yield [StyledText(_INDENT), StyledText("draft   ", "label"), *as_read(marked(words, [mark]))]
    if finding.source is None:
        return
    place = _place(finding)
    document = dossier.documents[finding.source.article]
    line, column = document.position(place.start)
    name = dossier.name_of(finding.claimant)
    yield [
        StyledText(_INDENT),
        StyledText("source  ", "label"),
        StyledText(f"{document.file}:{line}:{column} ", "dim"),
        *([StyledText(f"{name}: ", "organization")] if name else []),
        *sentence_line(dossier, finding.source.article, finding.source.quote, place, [place]),
    ]


def summary(findings: Iterable[Finding]) -> str:
    """How many items have each status."""
    counts = Counter(finding.status for finding in findings)
    words = {status: "differ" if status == DIFFERS and counts[status] > 1 else status for status in _STATUSES}
    parts = [f"{counts[status]} {words[status]}" for status in _STATUSES if counts[status]]
    return ": ".join([counted(sum(counts.values()), "item"), ", ".join(parts)]) if parts else "nothing to verify"
