"""How an entity is presented."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Entity, Source
from tui.text.safe import visible
from tui.view.kinds.base import RecordView
from tui.view.page import Field, Item, LazyItem, Link, Part, Place, Section
from tui.view.styled_text import FAMILIES, FAMILY_WORDS, Line, StyledText
from tui.view.wording import article_name, counted, entity_text, short_date

COMPANIONS, COMPANIONS_BRIEF = 10, 6
"""How many of the entities that are named in the same sentences a full and a brief page list."""


class EntityView(RecordView[Entity]):
    """An entity: its names, its relations, the figures and events it has part in, and where it is named."""

    def name(self) -> StyledText:
        return entity_text(self.record.id, self.dossier)

    def kind(self) -> str:
        return self.record.type

    def brief_title(self) -> Line:
        family, kind = FAMILY_WORDS[FAMILIES[self.record.type]], self.record.type
        return [self.name(), StyledText(f" · {kind if kind == family else f'{kind} ({family})'}", "dim")]

    def parts(self) -> Iterator[Part]:
        yield from self.note(self.record.note)
        yield from self._names()
        if self.brief:
            yield self._mentions()
            yield from self._relations()
            yield from self._companions()
            yield from self._events()
            yield self._figures()
        else:
            yield from self._relations()
            yield from (section for section in [self._figures()] if section.items)
            yield from self._events()
            yield from self._companions()
            yield self._mentions()

    def _names(self) -> Iterator[Part]:
        entity = self.record
        fields: list[Part] = []
        if entity.aliases:
            fields += self.field("In the texts", visible(", ".join(entity.aliases)))
        if entity.also:
            fields += self.field("Found as", visible(", ".join(entity.also)))
        if entity.stands_for:
            value, link = entity_text(entity.stands_for, self.dossier), Link(record=entity.stands_for)
            # A brief page has what leads somewhere next to the sections, whose items do as well.
            fields.insert(len(fields) if self.brief else 0, Field(label="Stands for", value=[value], link=link))
        yield from fields

    def _relations(self) -> Iterator[Section]:
        """What the texts state of the entity and others, then of others and the entity."""
        dossier = self.dossier
        relations = [(relation.name, relation.of, relation.sources) for relation in self.record.relations] + [
            (dossier.inverse(relation.name), other.id, relation.sources)
            for other, relation in dossier.relations_to(self.record.id)
        ]
        if relations:
            count = "" if self.brief else str(len(relations))
            items = [
                LazyItem(record=other, make=partial(self._relation, name, other, sources))
                for name, other, sources in relations
            ]
            yield Section(heading="Relations", count=count, items=items)

    def _relation(self, name: str, other: str, sources: Sequence[Source]) -> Item:
        left = [StyledText(f"{visible(name)} ", "label"), entity_text(other, self.dossier)]
        link = Link(record=other, article=sources[0].article, span=sources[0].quote)
        return Item(left=left, link=link, places=[_place(source.occurrence(self.record.id)) for source in sources])

    def _figures(self) -> Section:
        id, figures = self.record.id, self.dossier.figures.values()
        return self.figures_section(f for f in figures if id in (f.subject, f.material, f.claimant))

    def _events(self) -> Iterator[Section]:
        return self.events_section(e for e in self.dossier.events.values() if self.record.id in e.entities)

    def _companions(self) -> Iterator[Section]:
        """The entities that are most often named with this one."""
        companions = self.dossier.named_with(self.record.id)[: COMPANIONS_BRIEF if self.brief else COMPANIONS]
        items = []
        for id, sentences, first in companions:
            items.append(self.entity_item(id, Link(record=id, article=first.article, span=first.span), sentences))
        if items:
            yield Section(heading="Named in the same sentence", items=items)

    def _mentions(self) -> Section:
        """Where the entity is named; a brief page counts by article."""
        mentions = self.dossier.occurrences_of(self.record.id)
        counts = Counter(mention.article for mention in mentions)
        return Section(
            heading="Mentions",
            count=f"{len(mentions)} in {counted(len(counts), 'article')}" if mentions else "",
            items=self._by_article(mentions, counts) if self.brief else (),
            places=() if self.brief else [*map(_place, mentions)],
            empty="Not in the text. Found under this name only.",
        )

    def _by_article(self, mentions: Sequence[Occurrence], counts: Counter[str]) -> list[Item]:
        first = {mention.article: number for number, mention in reversed([*enumerate(mentions)])}
        most = max(counts.values(), default=0)
        return [
            Item(
                left=[StyledText(article_name(article, self.dossier))],
                right=[StyledText(f"{short_date(self.dossier.articles[article].date)}  ", "dim")],
                link=Link(record=self.record.id, occurrence=first[article]),
                count=count,
                most=most,
            )
            for article, count in counts.items()
        ]

    def cells(self) -> Line:
        return [
            StyledText(self.record.type, "dim"),
            StyledText(f"{len(self.dossier.occurrences_of(self.record.id)):>4}"),
            self.name(),
            StyledText(visible(self.record.note or ""), "dim"),
        ]

    def about(self) -> str:
        return f"{self.record.type} · {counted(len(self.dossier.occurrences_of(self.record.id)), 'mention')}"

    def style(self) -> str:
        return FAMILIES[self.record.type]


def _place(occurrence: Occurrence) -> Place:
    return Place(occurrence=occurrence, marks=(occurrence.cited,))
