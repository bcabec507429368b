"""How a claim is presented."""

from collections.abc import Iterator

from tui.dossier.records import Claim
from tui.search.results import Summary
from tui.view.kinds.base import RecordView
from tui.view.kinds.related import related_sections, reviewed
from tui.view.page import Fact, Item, Link, Part, Section
from tui.view.styled_text import Line, StyledText
from tui.view.wording import claimant_text, counted, entity_text, modality_verb, status_text


class ClaimView(RecordView[Claim]):
    """A claim: who says what and how, what it contradicts or supports, and where it is printed."""

    def parts(self) -> Iterator[Part]:
        claim = self.record
        sources = self.in_reading_order(claim.sources)
        yield from self.said_by(claim.claimant, [("Modality", claim.modality)], claim.sources)
        if self.brief:
            yield from self.attribution(sources[min(self.occurrence, len(sources) - 1)])
        yield from self.note(claim.note)
        yield from reviewed(self, claim.review)
        for id in claim.about:
            yield Fact(label="About", value=[entity_text(id, self.dossier)], link=Link(record=id))
        articles = counted(len({source.article for source in sources}), "article")
        quotations = [self.quotation(source) for source in sources]
        count = f"{counted(len(sources), 'time')} in {articles}"
        yield Section(heading="Printed", count=count, quotations=quotations)
        yield from related_sections(self)

    def item(self, article: str | None = None) -> Item:
        claimant = claimant_text(self.record.claimant, self.dossier)
        right = [StyledText("" if self.brief else " · ", "dim"), claimant, StyledText(self._how(), "dim")]
        return Item(left=[self.name()], right=right, link=Link(record=self.record.id, article=article), wraps=True)

    def cells(self) -> Line:
        claimant = claimant_text(self.record.claimant, self.dossier)
        status = status_text(self.record)
        return [claimant, StyledText(self.record.modality, "dim"), self.name(), *([status] if status.text else [])]

    def summary(self) -> Summary:
        claimant = claimant_text(self.record.claimant, self.dossier).text
        return Summary("", f"{claimant}{self._how()}", "")

    def _how(self) -> str:
        """How the claimant says it, where that is not a plain statement."""
        modality = self.record.modality
        return "" if modality == "states" else f" {modality_verb(self.record.claimant, modality, self.dossier)}"
