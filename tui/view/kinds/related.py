"""What contradicts or supports a claim or figure, and what checks find of it, on its page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from tui.dossier.claim_pairs import CONTRADICTS, SUPPORTS, ClaimPair, related_to
from tui.dossier.records import Claim, Figure, ReviewStatus
from tui.text.safe import visible
from tui.view.checks import STYLES, checks_about, finding
from tui.view.kinds.base import RecordView
from tui.view.page import Item, Part, Quotation, Section, Text
from tui.view.styled_text import StyledText
from tui.view.wording import REVIEW_STYLES, review_text


def reviewed(view: RecordView[Any], review: ReviewStatus | None) -> Iterator[Part]:
    """What a review of the record found, if there is one."""
    if review:
        yield from view.fact("Review", [StyledText(review_text(review), REVIEW_STYLES[review.status])])


def related_sections(view: RecordView[Any]) -> Iterator[Section | Text]:
    """The claims and figures that a claim or figure contradicts and supports, or that contradict and support it.

    Then the checks that it is part of.
    """
    found = related_to(view.record, view.dossier)
    for verdict, heading, style in ((CONTRADICTS, "Contradicts", "error"), (SUPPORTS, "Supports", "good")):
        # A claim gives one reason for all that it is compared with: it is shown with the first.
        by_reason = groupby((pair for pair in found if pair.verdict == verdict), key=lambda pair: pair.first.id)
        items = [_item(view, pair, i == 0) for _, pairs in by_reason for i, pair in enumerate(pairs)]
        if items:
            yield Section(heading=heading, style=style, items=items, compares=True)
    checks = checks_about([view.record.id], view.dossier)
    if view.brief:
        yield from (Text(text=f"Checked: {finding(check)}", style=STYLES[check.verdict]) for check in checks)
    elif checks:
        items = [Item(left=[StyledText(finding(check), STYLES[check.verdict])]) for check in checks]
        yield Section(heading="Checked", items=items)


def _item(view: RecordView[Any], pair: ClaimPair, explained: bool) -> Item:
    """The other side of a pair, with its sentences and, where it is explained, the curator's reason."""
    other: Claim | Figure = pair.second if pair.first is view.record else pair.first
    item = view.item_of(other)
    because = StyledText(f" ({visible(pair.because) if explained else 'likewise'})", "dim")
    quotations = [Quotation(occurrence=each) for each in view.dossier.sources_of(other)]
    return replace(item, right=[*item.right, because], wraps=True, quotations=quotations)
