"""How an entity is presented."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Claim, Entity, Event, Figure, Relation
from tui.search.results import Summary
from tui.text.safe import visible
from tui.view.kinds.base import RecordView
from tui.view.page import Fact, Item, LazyItem, Link, Part, Quotation, Section
from tui.view.styled_text import FAMILIES, FAMILY_WORDS, Line, StyledText
from tui.view.wording import article_date, article_name, attribution_text, counted, entity_text

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
        id, dossier = self.record.id, self.dossier
        figures = dossier.index.referring_to(id, Figure)
        figures_section = [self.figures_section(figures)] if figures else []
        claims = dossier.index.referring_to(id, Claim)
        claims_section = self.claims_section(each for each in claims if id in (each.about[0], each.claimant))
        events_section = self.events_section(dossier.index.referring_to(id, Event))
        yield from self.note(self.record.note)
        yield from self._names()
        if self.brief:
            yield self._mentions()
            yield from (*self._relations(), *self._companions(), *events_section, *claims_section, *figures_section)
        else:
            yield from (*self._relations(), *figures_section, *claims_section, *events_section, *self._companions())
            yield self._mentions()

    def _names(self) -> Iterator[Part]:
        entity = self.record
        facts: list[Part] = []
        if entity.aliases:
            facts += self.fact("Appears as", visible(", ".join(entity.aliases)))
        if entity.also:
            facts += self.fact("Search also finds", visible(", ".join(entity.also)))
        if entity.stands_for:
            value, link = entity_text(entity.stands_for, self.dossier), Link(record=entity.stands_for)
            # On a brief page, links come last, next to the sections, whose items are links as well.
            facts.insert(len(facts) if self.brief else 0, Fact(label="Stands for", value=[value], link=link))
        yield from facts

    def _relations(self) -> Iterator[Section]:
        """What the texts state of the entity and others, then of others and the entity."""
        dossier = self.dossier
        relations = [(relation.name, relation.of, relation) for relation in self.record.relations] + [
            (dossier.inverse(relation.name), other.id, relation)
            for other, relation in dossier.index.relations_to(self.record.id)
        ]
        if relations:
            count = "" if self.brief else str(len(relations))
            items = [
                LazyItem(record=other, make=partial(self._relation, name, other, relation))
                for name, other, relation in relations
            ]
            yield Section(heading="Relations", count=count, items=items)

    def _relation(self, name: str, other: str, relation: Relation) -> Item:
        sources = relation.sources
        said = attribution_text(relation, self.dossier)
        left = [StyledText(f"{visible(name)} ", "label"), entity_text(other, self.dossier)]
        link = Link(record=other, article=sources[0].article, span=sources[0].quote)
        quotations = [_quotation(source.occurrence(self.record.id)) for source in sources]
        right = [StyledText(f"{'' if self.brief else ' · '}{said}", "dim")] if said else []
        return Item(left=left, right=right, link=link, quotations=quotations, wraps=True)

    def _companions(self) -> Iterator[Section]:
        """The entities that are most often named with this one."""
        companions = self.dossier.named_with(self.record.id)[: COMPANIONS_BRIEF if self.brief else COMPANIONS]
        items = [
            self.entity_item(id, Link(record=id, article=first.article, span=first.span), sentences)
            for id, sentences, first in companions
        ]
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
            quotations=() if self.brief else [*map(_quotation, mentions)],
            empty="Not in the texts; search finds this name only.",
        )

    def _by_article(self, mentions: Sequence[Occurrence], counts: Counter[str]) -> list[Item]:
        first = {mention.article: number for number, mention in reversed([*enumerate(mentions)])}
        most = max(counts.values(), default=0)
        return [
            Item(
                left=[StyledText(article_name(article, self.dossier))],
                right=[StyledText(f"{article_date(self.dossier.articles[article], short=True)}  ", "dim")],
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

    def summary(self) -> Summary:
        counts = self.dossier.mentions.counts.get(self.record.id, {})
        mentions = counted(sum(counts.values()), "mention")
        return Summary("", f"{self.record.type} · {mentions}", FAMILIES[self.record.type])


def _quotation(occurrence: Occurrence) -> Quotation:
    return Quotation(occurrence=occurrence, marks=(occurrence.cited,))
