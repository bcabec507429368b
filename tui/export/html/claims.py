"""Claims for the page: each group that is compared with each other, its sides numbered, and what is said of them."""

from dataclasses import dataclass

from tui.dossier.claim_pairs import ClaimGroup, claim_groups
from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Figure
from tui.export.html.records import NAME_WIDTH
from tui.export.html.selection import Selection
from tui.text.listed import listed
from tui.text.safe import visible
from tui.view.claims import STYLES, heading, side_line
from tui.view.styled_text import Line, StyledText
from tui.view.wording import article_name
from tui.view.wrap import cut


@dataclass(frozen=True, kw_only=True)
class ComparedClaims:
    """A group of claims as the page shows it."""

    address: str
    heading: str
    sides: list[tuple[str, Line]]
    """The id of each claim or figure, and who says what."""
    verdicts: list[Line]


def compared_claims(selection: Selection) -> list[ComparedClaims]:
    """The groups of the claims on the page."""
    found = claim_groups(selection.dossier, selection.of(Claim))
    return [_compared(group, number, selection.dossier) for number, group in enumerate(found, 1)]


def _side(record: Claim | Figure, dossier: Dossier) -> Line:
    """Who says what; of several articles, which one says it itself."""
    first, *rest = side_line(record, dossier)
    if record.claimant is None:
        first = StyledText(cut(article_name(record.sources[0].article, dossier), NAME_WIDTH), "article")
    return [first, *rest]


def _compared(group: ClaimGroup, number: int, dossier: Dossier) -> ComparedClaims:
    numbers = {side.id: place for place, side in enumerate(group.sides, 1)}
    return ComparedClaims(
        address=f"_claims-{number}",
        heading=heading(group, dossier),
        sides=[(side.id, _side(side, dossier)) for side in group.sides],
        verdicts=[
            [
                StyledText(
                    f"{numbers[claim.id]} {verdict} {listed(map(str, sorted(numbers[each.id] for each in others)))}",
                    STYLES[verdict],
                ),
                StyledText(f": {visible(claim.because or '')}"),
            ]
            for claim, verdict, others in group.by_reason
        ],
    )
