"""Claims that support or contradict each other, both sides with their sentences."""

from collections.abc import Iterator

from tui.dossier.claim_pairs import CONTRADICTS, SUPPORTS, ClaimGroup
from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Figure
from tui.text.listed import listed
from tui.text.safe import visible
from tui.view.comparison import claimant_in_sentence, labelled
from tui.view.excerpt import sentence_of
from tui.view.styled_text import Line, StyledText
from tui.view.value import value_text
from tui.view.wording import claimant_text, in_quotes, modality_verb, place_in_words

STYLES = {CONTRADICTS: "error", SUPPORTS: "good"}
"""The style of a claim's verdict on another."""


def claim_lines(group: ClaimGroup, dossier: Dossier) -> Iterator[Line]:
    """The claims of a group with the sentences that print them, then what is compared with what, and why."""
    yield [StyledText(""), StyledText(heading(group, dossier), "heading")]
    for record in group.sides:
        yield from _side(record, dossier)
    for claim, verdict, others in group.by_reason:
        words = listed([_side_in_words(other, dossier) for other in others])
        sentence = f"{_side_in_words(claim, dossier)} {verdict} {words}: {visible(claim.because or '')}"
        yield labelled(verdict, sentence, STYLES[verdict])


def heading(group: ClaimGroup, dossier: Dossier) -> str:
    """What the claims of a group are about."""
    return f"Claims about {', '.join(visible(dossier.name_of(id)) for id in group.topics)}"


def _side_in_words(record: Claim | Figure, dossier: Dossier) -> str:
    """The words of a claim, or the value of a figure and who gives it."""
    words = in_quotes(_title(record, dossier))
    return f"{words} by {claimant_in_sentence(record, dossier)[0]}" if isinstance(record, Figure) else words


def _title(record: Claim | Figure, dossier: Dossier) -> str:
    title = visible(record.title)
    return f"{value_text(record, dossier)} {title}" if isinstance(record, Figure) else title


def side_line(record: Claim | Figure, dossier: Dossier) -> Line:
    """Who makes a claim and how, and what is claimed."""
    modality = f" {modality_verb(record.claimant, record.modality, dossier)}" if isinstance(record, Claim) else ""
    if isinstance(record, Claim) and record.modality == "denies":
        # What is claimed is the denial, not what is denied.
        modality += ", saying"
    said = [claimant_text(record.claimant, dossier), StyledText(f"{modality}: ", "dim")]
    return [*said, StyledText(_title(record, dossier))]


def _side(record: Claim | Figure, dossier: Dossier) -> Iterator[Line]:
    """Who makes a claim and how, and each sentence that prints it. The last piece of a line can be wrapped."""
    yield side_line(record, dossier)
    for occurrence in dossier.sources_of(record):
        yield [StyledText("  "), *place_in_words(occurrence, dossier)]
        yield [StyledText("  "), StyledText(sentence_of(occurrence, dossier))]
