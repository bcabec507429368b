"""How a measure is presented."""

from collections.abc import Iterator

from tui.dossier.records import Measure
from tui.text.safe import visible
from tui.view.kinds.base import RecordView
from tui.view.page import Part
from tui.view.styled_text import Line, StyledText
from tui.view.wording import rate_sign, rate_words


class MeasureView(RecordView[Measure]):
    """A measure: its unit, and the figures that give a value of it."""

    def name(self) -> StyledText:
        return StyledText(visible(self.record.name), "heading")

    def kind(self) -> str:
        unit = self.dossier.units.by_id[self.record.unit]
        return f"measure in {visible(unit.name)}{rate_words(self.record.per, self.dossier)}"

    def parts(self) -> Iterator[Part]:
        # On a full page it is the only section, and needs no heading.
        yield self.figures_section(self.dossier.index.figures_of(self.record.id), "Figures" if self.brief else "")

    def cells(self) -> Line:
        unit = self.record.unit + rate_sign(self.record.per)
        count = len(self.dossier.index.figures_of(self.record.id))
        return [StyledText(visible(self.record.name)), StyledText(visible(unit)), StyledText(str(count))]
