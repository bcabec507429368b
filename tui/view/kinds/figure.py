"""How a figure is presented."""

from collections.abc import Iterator

from tui.dossier.records import Figure, Source
from tui.search.results import Summary
from tui.text.safe import readable, visible
from tui.view.kinds.base import RecordView
from tui.view.kinds.related import related_sections, reviewed
from tui.view.page import Comparing, Item, Link, Part, Section
from tui.view.styled_text import Line, StyledText
from tui.view.value import ambiguity_text, value_text, width_text
from tui.view.wording import THE_ARTICLE, claimant_name, claimant_text, counted, entity_text, period_text, status_text

LISTED = 20
"""How many claims a page lists under a verdict; compare has them all."""


class FigureView(RecordView[Figure]):
    """A figure: who says it, how it is written, and each place where it is printed."""

    def name(self) -> StyledText:
        return StyledText(value_text(self.record, self.dossier), "number")

    def kind(self) -> str:
        return visible(self.record.label)

    def brief_title(self) -> Line:
        return [self.name(), StyledText(f" · {visible(self.record.label)}")]

    def aside(self) -> str:
        return width_text(self.record, self.dossier)

    def parts(self) -> Iterator[Part]:
        figure, dossier = self.record, self.dossier
        sources = self.in_reading_order(figure.sources)
        shown = sources[min(self.occurrence, len(sources) - 1)]
        yield from self.said_by(figure.claimant, self._facts(), figure.sources)
        if self.brief:
            yield from self.attribution(shown)
        yield from self.inferred_date(figure)
        yield from self.note(figure.note)
        yield from reviewed(self, figure.review)
        written = [StyledText(f"“{readable(figure.written)}”")]
        if self.aside():
            written.append(StyledText(f"  {self.aside()}", "dim"))
        yield from self.fact("Written", written, brief="")
        words = dossier.documents[shown.article][shown.occurrence(figure.id).span] if self.brief else figure.written
        if ambiguity := ambiguity_text(words, dossier):
            yield from self.fact("", [StyledText(ambiguity, "dim")], brief=ambiguity)
        yield from self.fact("About", self._about(), brief="")
        yield self._printed(sources)
        yield from self._comparison()
        yield from related_sections(self)

    def _facts(self) -> list[tuple[str, str]]:
        figure = self.record
        condition = f", {figure.condition}" if figure.condition else ""
        period = [("Period", period_text(figure))] if period_text(figure) else []
        return [("Nature", visible(figure.nature + condition)), *period]

    def _about(self) -> Line:
        figure, dossier = self.record, self.dossier
        line = [StyledText(visible(dossier.measures[figure.measure].name))]
        for id in (figure.subject, figure.material):
            line += [StyledText(" · ", "dim"), entity_text(id, dossier)] if id else []
        return line

    def _printed(self, sources: list[Source]) -> Section:
        articles = counted(len({source.article for source in sources}), "article")
        count = f"{counted(len(sources), 'time')} in {articles}{', from 1 origin' if self.brief else ''}"
        quotations = [self.quotation(source, source.occurrence(self.record.id).span) for source in sources]
        return Section(heading="Printed", count=count, quotations=quotations)

    def _comparison(self) -> Iterator[Part]:
        """What others say, under the verdict on the two figures."""
        # Loaded when needed: only pages compare.
        from tui.view.comparison import STYLES, explanation_beside, only_figure

        group = self.dossier.groups.with_figure(self.record)
        if len(group.figures) == 1:
            yield Comparing(text=only_figure(group, self.dossier), style="dim")
        for verdict, count, pairs in group.against(self.record, LISTED):
            items = []
            for pair in pairs:
                other = pair.second if pair.first is self.record else pair.first
                items.append(self._beside(other, explanation_beside(other, pair, self.dossier)))
            if count > len(pairs):
                more = StyledText(f"and {counted(count - len(pairs), 'other claim')}", "dim")
                items.append(Item(left=[more], lead="", lead_width=12))
            yield Section(heading=verdict.capitalize(), style=STYLES[verdict], items=items, compares=True)
        for because in group.because:
            yield Comparing(text=f"The curator: {because}", style="dim")

    def _beside(self, other: Figure, why: str) -> Item:
        """Another figure, with what the verdict rests on."""
        return Item(
            left=[StyledText(f"{claimant_name(other, self.dossier, '—' if self.brief else THE_ARTICLE)}  ")],
            right=[StyledText(why, "dim")],
            link=Link(record=other.id),
            lead=value_text(other, self.dossier),
            lead_width=12,
            wraps=True,
        )

    def item(self, article: str | None = None) -> Item:
        if self.brief:
            right = [StyledText(claimant_name(self.record, self.dossier, "—"), "dim")]
        else:
            period = period_text(self.record)
            dated = [StyledText(f", {period}", "dim")] if period else []
            right = [StyledText(" · ", "dim"), claimant_text(self.record.claimant, self.dossier), *dated]
        label = StyledText(visible(self.record.label))
        return Item(left=[label], right=right, link=Link(record=self.record.id), lead=self.name().text)

    def cells(self) -> Line:
        status = status_text(self.record)
        return [
            self.name(),
            StyledText(visible(self.record.label)),
            StyledText(claimant_name(self.record, self.dossier)),
            StyledText(period_text(self.record), "dim"),
            *([status] if status.text else []),
        ]

    def caption(self) -> str:
        return f"{self.name().text} {visible(self.record.label)}"

    def summary(self) -> Summary:
        claimant = claimant_name(self.record, self.dossier, "—" if self.brief else THE_ARTICLE)
        return Summary(self.name().text, claimant, "")
