"""How an event is presented."""

from collections.abc import Iterator

from tui.dossier.records import Event
from tui.search.results import Summary
from tui.text.safe import visible
from tui.view.kinds.base import RecordView
from tui.view.page import Fact, Item, Link, Part, Section
from tui.view.styled_text import Line, StyledText
from tui.view.wording import date_text, entity_text, event_date


class EventView(RecordView[Event]):
    """An event: when it is, who takes part, and where it is told."""

    def name(self) -> StyledText:
        return StyledText(visible(self.record.what), "event")

    def brief_title(self) -> Line:
        return [self.name()]

    def parts(self) -> Iterator[Part]:
        event = self.record
        yield Fact(label="Date", value=[StyledText(date_text(event.date, "not printed"))])
        yield from self.inferred_date(event)
        if event.claimant or event.modality != "states":
            yield from self.said_by(event.claimant, [("Modality", event.modality)], event.sources)
        # A brief page is in reading order, in which its occurrences are numbered.
        sources = self.in_reading_order(event.sources) if self.brief else event.sources
        quotations = [self.quotation(source, *([source.when] if source.when else [])) for source in sources]
        if self.brief:
            if event.claimant:
                yield from self.attribution(sources[min(self.occurrence, len(sources) - 1)])
            yield Section(heading="Reported in", quotations=quotations)
            items = [self.entity_item(id, Link(record=id)) for id in event.entities]
            yield Section(heading="With", items=items, empty="")
        else:
            for id in event.entities:
                yield Fact(label="With", value=[entity_text(id, self.dossier)], link=Link(record=id))
            yield Section(heading="Reported in", quotations=quotations)

    def item(self, article: str | None = None) -> Item:
        link = Link(record=self.record.id, article=article)
        return Item(left=[StyledText(visible(self.record.what))], link=link, lead=event_date(self.record))

    def cells(self) -> Line:
        return [StyledText(event_date(self.record)), self.name()]

    def summary(self) -> Summary:
        return Summary("", event_date(self.record), "")
