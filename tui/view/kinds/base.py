"""What the presentations of all kinds of record have in common."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Article, Claim, Event, Figure, Record, Source
from tui.search.results import Summary
from tui.text.listed import listed
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.excerpt import excerpt, quoted
from tui.view.page import Fact, Item, LazyItem, Link, Note, Part, Quotation, RecordPage, Section, Text
from tui.view.styled_text import Line, StyledText, plain
from tui.view.value import sort_value
from tui.view.wording import claimant_text, dated, entity_text

Kind = TypeVar("Kind", bound=Record)


class RecordView(Generic[Kind]):
    """How a kind of record is presented: its page, its entry on other pages, its row in a list, its summary.

    A full page has everything, in an order that reads well from top to bottom. A brief page is shown beside the text:
    it is seen from one occurrence of the record, and gives quotations in fewer words.
    """

    def __init__(self, record: Kind, dossier: Dossier, *, brief: bool = False, occurrence: int = 0) -> None:
        self.record, self.dossier, self.brief = record, dossier, brief
        self.occurrence = occurrence
        """Which occurrence of the record, in reading order, a brief page is seen from."""

    # Its page

    def page(self) -> RecordPage:
        """The record's page."""
        if self.brief:
            return RecordPage(title=self.brief_title(), aside=self.aside(), parts=self.parts())
        draft = [StyledText(" · draft", "warning")] if self.record.draft else []
        return RecordPage(title=[self.name(), StyledText(f" · {self.kind()}", "dim"), *draft], parts=self.parts())

    def name(self) -> StyledText:
        """The first words of a full page's title."""
        return StyledText(visible(self.record.title))

    def kind(self) -> str:
        """What the title of a full page says that the record is."""
        return self.record.kind

    def brief_title(self) -> Line:
        """The title of a brief page."""
        return [StyledText(visible(self.record.title), "heading")]

    def aside(self) -> str:
        """The remark beside the title of a brief page."""
        return ""

    def parts(self) -> Iterator[Part]:
        """The notes, facts and sections of the page."""
        raise NotImplementedError

    # Elsewhere

    def item(self, article: str | None = None) -> Item:
        """The record's entry on the page of another; on that of an article, it leads to an occurrence there."""
        raise NotImplementedError

    def cells(self) -> Line:
        """The columns of a list, after the id."""
        raise NotImplementedError

    def caption(self) -> str:
        """The record in a few words."""
        return visible(self.dossier.name_of(self.record.id))

    def summary(self) -> Summary:
        """What a list of hits shows besides the title; briefly where its rows are short."""
        return Summary("", "", "")

    # Parts that several kinds have

    def fact(self, label: str, value: str | Line, *, brief: str | None = None, indent: int = 0) -> Iterator[Part]:
        """A fact, which a brief page sets as dim text: by default the label and the value, with "" nothing."""
        line = [StyledText(value)] if isinstance(value, str) else value
        if not self.brief:
            yield Fact(label=label, value=line, indent=indent)
        elif brief != "":
            yield Text(text=f"{label.lower()} {plain(line)}" if brief is None else brief, style="dim")

    def note(self, note: str | None) -> Iterator[Note]:
        """The curator's note, if there is one."""
        if note:
            yield Note(text=note)

    def inferred_date(self, record: Article | Event | Figure) -> Iterator[Part]:
        """The date or period that the curator infers, and from what."""
        if record.resolved:
            date = dated(record.resolved, None, between=not isinstance(record, Figure))
            basis = record.resolved_by or ""
            value = [StyledText(date), StyledText(f"  ({visible(basis)})" if basis else "", "dim")]
            yield from self.fact("inferred", value, brief=f"inferred {date}: {basis}", indent=1)

    def said_by(
        self, claimant: str | None, facts: Iterable[tuple[str, str]], sources: Iterable[Source]
    ) -> Iterator[Part]:
        """Who says what the record states, and more facts with their labels: on a brief page all on one line."""
        said = ((source.article, source.said) for source in sources if source.said)
        article, span = next(said, (None, None))
        link = Link(record=claimant, article=article, span=span) if claimant else None
        name = claimant_text(claimant, self.dossier)
        if self.brief:
            # An article as the speaker has the style of the facts on the same line.
            value = [name if claimant else StyledText(name.text), *(StyledText(f" · {fact}") for _, fact in facts)]
            yield Fact(label="Said by", value=value, link=link)
            return
        yield Fact(label="Said by", value=[name], link=link)
        for label, fact in facts:
            yield Fact(label=label, value=[StyledText(fact)])

    def attribution(self, source: Source) -> Iterator[Part]:
        """The words of a source that attribute and date the record, and who passes it on."""
        dossier, article = self.dossier, source.article
        if source.said:
            said = plain(excerpt(dossier, article, source.said))
            via = f", via {listed(map(dossier.name_of, source.via))}" if source.via else ""
            yield from self.fact("said:", quoted(dossier, article, source.said), brief=f"“{said}”{via}")
        if source.when:
            words = quoted(dossier, article, source.when)
            # The date of an event is the occurrence itself, whose words a brief page gives below.
            shown_below = source.occurrence(self.record.id).role == "date"
            yield from self.fact("dated:", words, brief="" if shown_below else f"dated by {words}")
        if source.via:
            names = [piece for id in source.via for piece in (StyledText(", "), entity_text(id, dossier))]
            yield from self.fact("via", names[1:], brief="")

    def quotation(self, source: Source, *marks: Span) -> Quotation:
        """A source of the record; a brief page gives its attribution elsewhere."""
        facts = [] if self.brief else [part for part in self.attribution(source) if isinstance(part, Fact)]
        return Quotation(occurrence=source.occurrence(self.record.id), marks=marks, facts=facts)

    def in_reading_order(self, sources: Iterable[Source]) -> list[Source]:
        """The record's sources in the order of its occurrences."""
        rank, id = self.dossier.article_rank, self.record.id
        return sorted(sources, key=lambda source: (rank[source.article], source.occurrence(id).span))

    def figures_section(self, figures: Iterable[Figure], heading: str = "Figures") -> Section:
        """Figures: on a brief page the largest first, else in the catalog's order."""
        figures = sorted(figures, key=sort_value, reverse=True) if self.brief else [*figures]
        return Section(heading=heading, count=str(len(figures)), items=self.items(figures))

    def events_section(self, events: Iterable[Event], article: str | None = None) -> Iterator[Section]:
        """Events by date, if there are any."""
        events = sorted(events, key=lambda event: order(event.sorting_date))
        if events:
            yield Section(heading="Events", count=str(len(events)), items=self.items(events, article))

    def claims_section(self, claims: Iterable[Claim], article: str | None = None) -> Iterator[Section]:
        """Claims in the catalog's order, if there are any."""
        claims = [*claims]
        if claims:
            yield Section(heading="Claims", count=str(len(claims)), items=self.items(claims, article))

    def items(self, records: Iterable[Record], article: str | None = None) -> Sequence[LazyItem]:
        """The entries of other records on this page."""
        return [LazyItem(record=record.id, make=partial(self.item_of, record, article)) for record in records]

    def item_of(self, record: Record, article: str | None = None) -> Item:
        """The entry of another record on this page."""
        # The package imports this module.
        from tui.view.kinds import view_of

        return view_of(record, self.dossier, brief=self.brief).item(article)

    def entity_item(self, id: str, link: Link, count: int | None = None) -> Item:
        """An entity with its type, and how often it is named."""
        kind = self.dossier.entities[id].type
        right = StyledText(kind if self.brief else f" · {kind}", "dim")
        return Item(left=[entity_text(id, self.dossier)], right=[right], link=link, count=count)
