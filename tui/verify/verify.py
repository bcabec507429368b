"""Verifies a draft: every finding about it, in the order of its text."""

from dataclasses import replace

from tui.dossier.dossier import Dossier
from tui.quantity.detection import detected
from tui.quantity.language import known_language
from tui.verify.dates import DateJudge
from tui.verify.draft import Draft
from tui.verify.findings import BACKED, WAIVED, Finding
from tui.verify.names import DraftNames, misspelt
from tui.verify.numbers import NumberJudge
from tui.verify.quotations import QuotationJudge


def read_draft(dossier: Dossier, file: str, text: str, language: str | None = None) -> Draft:
    """A draft with its items; without `language`, a BCP 47 tag, its words tell the language."""
    return Draft(file, text, dossier.units, known_language(language or detected(text)))


def verify(dossier: Dossier, draft: Draft) -> list[Finding]:
    """What is found about each item of a draft, by their places."""
    names = DraftNames(dossier, draft)
    numbers = NumberJudge(dossier, draft, names).findings()
    found = [
        *numbers,
        *DateJudge(dossier, draft, names, numbers).findings(),
        *QuotationJudge(dossier, draft, names).findings(),
        *misspelt(dossier, draft, names),
    ]
    found.sort(key=lambda finding: (finding.span.start, -finding.span.end))
    return [_waived(finding, draft.waiver(finding.span)) for finding in found]


def _waived(finding: Finding, why: str | None) -> Finding:
    """The finding, waived if the draft says why."""
    if why is None or finding.status == BACKED:
        return finding
    return replace(finding, status=WAIVED, reason=f"{why} ({finding.status}: {finding.reason})")
