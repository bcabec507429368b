"""How an event is presented."""

from collections.abc import Iterator

from tui.dossier.records import Event, Source
from tui.text.safe import visible
from tui.view.kinds.base import RecordView
from tui.view.page import Field, Item, Link, Part, Place, Section
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
        printed = date_text(event.date) if event.date else "not printed"
        yield Field(label="Date", value=[StyledText(printed)])
        yield from self.inferred_date(event)
        if self.brief:
            yield Section(heading=StyledText("Told in", "heading"), places=self._places())
            items = [self.entity_item(id, Link(record=id)) for id in event.entities]
            yield Section(heading=StyledText("With", "heading"), items=items, empty="")
        else:
            for id in event.entities:
                yield Field(label="With", value=[entity_text(id, self.dossier)], link=Link(record=id))
            yield Section(heading=StyledText("Told", "heading"), places=self._places())

    def _places(self) -> list[Place]:
        """Where it is told: on a brief page in reading order, else in the catalog's."""
        sources = self.record.sources
        return [*map(self._place, self.in_reading_order(sources) if self.brief else sources)]

    def _place(self, source: Source) -> Place:
        when = source.when
        fields = [Field(label="dated:", value=[StyledText(self.quoted(source.article, when))])] if when else []
        return Place(occurrence=source.occurrence(self.record.id), marks=(when,) if when else (), fields=fields)

    def item(self, article: str | None = None) -> Item:
        link = Link(record=self.record.id, article=article)
        return Item(left=[StyledText(visible(self.record.what))], link=link, lead=event_date(self.record))

    def cells(self) -> Line:
        return [StyledText(event_date(self.record)), self.name()]

    def about(self) -> str:
        return event_date(self.record)
