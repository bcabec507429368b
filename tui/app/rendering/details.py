"""What stands in the breadcrumb and in Details, for a dossier and a place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from rich.cells import cell_len

from tui.app.model.occurrences import HITS, Occurrences
from tui.app.model.place import SPLIT_VIEWS, Place
from tui.app.model.workspace import Workspace
from tui.app.widgets.rows import LazyRow, Row
from tui.dossier.compare import group_of
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Article, Entity, Event, Figure, Measure, Relation, Source
from tui.text.safe import readable, visible
from tui.text.span import Span
from tui.view.excerpt import excerpt
from tui.view.styled_text import FAMILIES, Line, StyledText
from tui.view.value import ambiguity_text, value_text, width_text
from tui.view.wording import article_name, counted, date_text, entity_text, event_date, short_date
from tui.view.wrap import cells, cut, wrap

KIND_WORDS = {
    "organization": "org",
    "place": "place",
    "person": "person",
    "site": "site",
    "matter": "matter",
    "law": "law",
}
"""A family in a word for narrow columns: told apart without colour."""


def size_of(figure: Figure) -> float:
    """What figures of a measure are sorted by."""
    value = figure.value.value if figure.value.value is not None else figure.value.interval.high
    return float(value or 0)


def claimant_name(figure: Figure, dossier: Dossier) -> str:
    """Who says a figure, in a word or two."""
    return visible(dossier.name_of(figure.claimant)) if figure.claimant else "—"


def way(workspace: Workspace, place: Place, article: str | None) -> list[str]:
    """The way to a place in words: the kind of thing, and the thing. `article` is the one on screen, if any."""
    dossier = workspace.dossier
    record, spot = dossier.get(place.record), workspace.spot(place)
    name = visible(dossier.name_of(place.record))
    match record:
        case _ if place.pane in SPLIT_VIEWS:
            return [place.pane, *([name] if name else [])]
        case Entity():
            return ["entities", name]
        case Figure():
            return ["figures", f"{value_text(record, dossier)} {visible(record.label)}"]
        case Event():
            return ["events", visible(record.what)]
        case _ if place.record.startswith(HITS):
            return ["search", workspace.occurrences.label(place.record)]
    shown = spot.article if spot else record.id if isinstance(record, Article) else article
    return ["articles", article_name(shown, dossier)] if shown else []


def breadcrumb(workspace: Workspace, place: Place, article: str | None, peeking: bool) -> Line:
    """The way to what is shown, from the dossier on."""
    *parts, last = [visible(workspace.dossier.title), *way(workspace, place, article)]
    if peeking:
        last += " · preview"
    return [
        *(piece for part in parts for piece in (StyledText(part), StyledText(" › ", "dim"))),
        StyledText(last, "heading"),
    ]


def totals(dossier: Dossier) -> str:
    """How much a dossier holds."""
    articles, figures = counted(len(dossier.articles), "article"), counted(len(dossier.figures), "figure")
    return f"{articles}  {counted(len(dossier.entities), 'entity', 'entities')}  {figures}"


def not_found(missing: Iterable[str]) -> list[str]:
    """Says of words that they are nowhere."""
    return [f"“{visible(word)}” is nowhere" for word in missing]


def read_as(corrected: Mapping[str, str]) -> list[str]:
    """Says of words that are nowhere as which others they were read."""
    return [
        f"{nowhere}: showing {visible(other)}"
        for nowhere, other in zip(not_found(corrected), corrected.values(), strict=True)
    ]


# Details

COMPANY = 6
"""How many of those that are named with an entity Details lists."""


AGAINST = 20
"""How many claims Details lists under a verdict beside a figure; compare has them all."""


class DetailsOf:
    """The rows of Details for a record, at a width."""

    def __init__(self, dossier: Dossier, spots: Occurrences, width: int) -> None:
        self.dossier, self.occurrences, self.width = dossier, spots, max(width, 20)

    def title(self, record: str) -> str:
        """The kind of what Details shows."""
        known = self.dossier.get(record)
        return known.kind if known else "article"

    def rows(self, record: str, article: str | None, occurrence: int = 0) -> list[Row]:
        """All that is known of a record, seen from one of its spots; of a spot that is none, of its article."""
        known = self.dossier.get(record)
        match known:
            case Entity():
                return list(self._entity(known))
            case Figure():
                return list(self._figure(known, occurrence))
            case Event():
                return list(self._event(known, occurrence))
            case Article():
                return list(self._article(known))
            case Measure():
                figures = self.dossier.by_measure[known.id]
                return [*self._text(known.name, "heading"), *self._figures(figures)]
        spots = self.occurrences.of(record)
        if spots:
            article = spots[0].article
        return list(self._article(self.dossier.articles[article])) if article else []

    def _text(self, text: str | None, style: str = "") -> Iterator[Row]:
        words = " ".join(visible(text or "").split())
        for row in wrap(words, max(self.width - 2, 10)) if words else ():
            yield Row(None, [StyledText(words[slice(*row)].rstrip(), style)], [])

    def _told(self, target: str | None, left: Line, note: str) -> Iterator[Row]:
        """A row with a note at its right, or where both do not fit, below it."""
        if cells(left) + cell_len(note) + 4 <= self.width:
            yield Row(target, left, [StyledText(note, "dim")])
        else:
            yield Row(target, left, [])
            yield from self._text(note, "dim")

    def _heading(self, text: str, note: str = "") -> Row:
        return Row(None, [StyledText(text, "heading"), StyledText(f"  {note}" if note else "", "dim")], [])

    def _entity(self, entity: Entity) -> Iterator[Row]:
        name = StyledText(visible(entity.name), FAMILIES[entity.type])
        family = KIND_WORDS[FAMILIES[entity.type]]
        kind = entity.type if entity.type == family else f"{entity.type} ({family})"
        yield Row(None, [name, StyledText(f" · {kind}", "dim")], [])
        yield from self._text(entity.note)
        if entity.aliases:
            yield from self._text("in the texts " + ", ".join(entity.aliases), "dim")
        if entity.also:
            yield from self._text("found as " + ", ".join(entity.also), "dim")
        if entity.stands_for:
            yield Row(
                entity.stands_for,
                [StyledText("stands for ", "label"), entity_text(entity.stands_for, self.dossier)],
                [],
            )
        yield from self._mentions(entity)
        yield from self._relations(entity)
        yield from self._cooccurrence(entity)
        yield from self._events(event for event in self.dossier.events.values() if entity.id in event.entities)
        figures = [f for f in self.dossier.figures.values() if entity.id in (f.subject, f.material, f.claimant)]
        yield from self._figures(figures)

    def _mentions(self, entity: Entity) -> Iterator[Row]:
        spots = self.occurrences.of(entity.id)
        if not spots:
            yield self._heading("Mentions", "Not in the text. Found under this name only.")
            return
        counts = Counter(spot.article for spot in spots)
        firsts = dict(reversed([(spot.article, number) for number, spot in enumerate(spots)]))
        yield self._heading("Mentions", f"{len(spots)} in {counted(len(counts), 'article')}")
        most, longest = max(counts.values()), 8 if self.width > 70 else 4
        for article, count in counts.items():
            bar = "█" * max(count * longest // most, 1)
            right = [
                StyledText(f"{short_date(self.dossier.articles[article].date)}  ", "dim"),
                StyledText(f"{bar:<{longest}} {count:>3}"),
            ]
            yield Row(
                entity.id, [StyledText(" "), StyledText(article_name(article, self.dossier))], right, firsts[article]
            )

    def _relations(self, entity: Entity) -> Iterator[Row]:
        outward = [(relation.name, relation.of, relation) for relation in entity.relations]
        inward = [
            (self.dossier.inverse(relation.name), other.id, relation)
            for other, relation in self.dossier.relations_to(entity.id)
        ]
        if not outward and not inward:
            return
        yield self._heading("Relations")
        for name, other_id, relation in [*outward, *inward]:
            yield LazyRow(other_id, partial(self._relation, name, other_id, relation))

    def _relation(self, name: str, other: str, relation: Relation) -> Row:
        source = relation.sources[0]
        left = [StyledText(" "), StyledText(f"{visible(name)} ", "label"), entity_text(other, self.dossier)]
        occurrence = self.occurrences.inside(other, source.article, source.quote)
        if occurrence is None:
            document = self.dossier.documents[source.article]
            occurrence = self.occurrences.inside(other, source.article, document.sentence_around(source.quote))
        return Row(other, left, self._at(source), occurrence or 0)

    def _cooccurrence(self, entity: Entity) -> Iterator[Row]:
        """Who is most often named with an entity, each at the first sentence that they share."""
        cooccurrence = self.dossier.named_with(entity.id)[:COMPANY]
        if cooccurrence:
            yield self._heading("Named in the same sentence")
        for id, sentences, first in cooccurrence:
            right = [StyledText(self.dossier.entities[id].type, "dim"), StyledText(f" {sentences:>4}")]
            occurrence = self.occurrences.inside(id, first.article, first.span) or 0
            yield Row(id, [StyledText(" "), entity_text(id, self.dossier)], right, occurrence)

    def _at(self, source: Source) -> Line:
        """The words of a source and its line, for the right side of a row."""
        words = "".join(piece.text for piece in excerpt(self.dossier, source.article, source.quote))
        quote = cut(words, max(self.width // 2 - 10, 8))
        line = self.dossier.documents[source.article].position(source.quote.start)[0]
        return [StyledText(f"“{quote}”", "dim"), StyledText(f" l.{line}", "dim")]

    def _figures(self, figures: Iterable[Figure], heading: str = "Figures") -> Iterator[Row]:
        figures = sorted(figures, key=size_of, reverse=True)
        if figures:
            yield self._heading(heading, str(len(figures)))
        yield from (LazyRow(figure.id, partial(self._figure_row, figure)) for figure in figures)

    def _figure_row(self, figure: Figure) -> Row:
        left = [StyledText(f"{value_text(figure, self.dossier):>16} ", "number"), StyledText(visible(figure.label))]
        return Row(figure.id, left, [StyledText(claimant_name(figure, self.dossier), "dim")])

    def _events(self, events: Iterable[Event], article: str | None = None) -> Iterator[Row]:
        """Events by date; of those in an article, each where it is told there."""
        events = sorted(events, key=lambda e: order(e.resolved or e.date))
        if events:
            yield self._heading("Events", str(len(events)))
        yield from (LazyRow(event.id, partial(self._event_row, event, article)) for event in events)

    def _event_row(self, event: Event, article: str | None) -> Row:
        date = StyledText(f"{event_date(event):>16} ", "number")
        occurrence = self._here(event.id, article) if article else 0
        return Row(event.id, [date, StyledText(visible(event.what))], [], occurrence)

    def _figure(self, figure: Figure, occurrence: int) -> Iterator[Row]:
        head = [StyledText(value_text(figure, self.dossier), "number"), StyledText(f" · {visible(figure.label)}")]
        yield from self._told(None, head, width_text(figure, self.dossier))
        nature = visible(figure.nature + (f", {figure.condition}" if figure.condition else ""))
        period = f" · {date_text(figure.period)}" if figure.period else ""
        if figure.claimant:
            left = [
                StyledText("said by ", "label"),
                entity_text(figure.claimant, self.dossier),
                StyledText(f" · {nature}{period}"),
            ]
            yield Row(figure.claimant, left, [], self._said(figure))
        else:
            yield Row(None, [StyledText("said by ", "label"), StyledText(f"the article itself · {nature}{period}")], [])
        spots = self.occurrences.of(figure.id)
        here = spots[min(occurrence, len(spots) - 1)]
        source = next(each for each in figure.sources if (each.article, each.number) == (here.article, here.span))
        if source.said:
            said = "".join(piece.text for piece in excerpt(self.dossier, source.article, source.said))
            via = f", by way of {' and '.join(map(self.dossier.name_of, source.via))}" if source.via else ""
            yield from self._text(f"“{said}”{via}", "dim")
        if source.when:
            yield from self._text(f"dated by “{readable(self.dossier.documents[source.article][source.when])}”", "dim")
        yield from self._text(figure.note)
        written = self.dossier.documents[here.article][here.span]
        yield from self._text(ambiguity_text(written, self.dossier), "dim")
        articles = counted(len({spot.article for spot in spots}), "article")
        yield self._heading("Printed", f"{counted(len(spots), 'time')} in {articles}, from 1 origin")
        for number, spot in enumerate(spots):
            document = self.dossier.documents[spot.article]
            line = document.position(spot.span.start)[0]
            right = [StyledText(f"l.{line:<3} “{readable(document[spot.span])}”", "dim")]
            date = StyledText(f"  {short_date(self.dossier.articles[spot.article].date)}", "dim")
            left = [_stands_here(spot == here), StyledText(article_name(spot.article, self.dossier)), date]
            yield Row(figure.id, left, right, number)
        yield from self._against(figure)

    def _against(self, figure: Figure) -> Iterator[Row]:
        """What others say, under the verdict that lode gives on the two."""
        from tui.view.comparison import STYLES, about, why_beside

        group = group_of(figure, self.dossier)
        if len(group.figures) == 1:
            yield from self._text(
                f"Nothing to set it against: the only figure for {about(group, self.dossier)}.", "dim"
            )
        for verdict, count, pairs in group.against(figure, AGAINST):
            yield Row(None, [StyledText(verdict.capitalize(), STYLES[verdict])], [])
            for pair in pairs:
                other = pair.second if pair.first is figure else pair.first
                value = StyledText(f"{value_text(other, self.dossier):>12} ", "number")
                left = [value, StyledText(f"{claimant_name(other, self.dossier)}  ")]
                yield from self._told(other.id, left, why_beside(other, pair, self.dossier))
            if count > len(pairs):
                yield Row(None, [StyledText(f"{'':>13}and {counted(count - len(pairs), 'other claim')}", "dim")], [])
        for because in group.because:
            yield from self._text(f"The curator: {because}", "dim")

    def _said(self, figure: Figure) -> int:
        for source in figure.sources:
            if source.said and figure.claimant:
                return self.occurrences.inside(figure.claimant, source.article, source.said) or 0
        return 0

    def _event(self, event: Event, occurrence: int) -> Iterator[Row]:
        yield from self._text(event.what, "event")
        printed = date_text(event.date) if event.date else "not printed"
        yield Row(None, [StyledText("date ", "label"), StyledText(printed)], [])
        if event.resolved:
            yield from self._text(f"inferred {date_text(event.resolved)}: {event.resolved_by or ''}", "dim")
        yield self._heading("Told in")
        dating = {(source.article, source.when) for source in event.sources}
        for number, spot in enumerate(self.occurrences.of(event.id)):
            document = self.dossier.documents[spot.article]
            line = document.position(spot.span.start)[0]
            words = f"“{readable(document[spot.span])}” " if (spot.article, spot.span) in dating else ""
            left = [_stands_here(number == occurrence), StyledText(article_name(spot.article, self.dossier))]
            yield Row(event.id, left, [StyledText(f"{words}l.{line}", "dim")], number)
        yield from self._named(event.entities, "With")

    def _named(self, entities: Iterable[str], heading: str) -> Iterator[Row]:
        yield self._heading(heading)
        for id in entities:
            yield Row(
                id,
                [StyledText(" "), entity_text(id, self.dossier)],
                [StyledText(self.dossier.entities[id].type, "dim")],
            )

    def _article(self, article: Article) -> Iterator[Row]:
        yield from self._text(article.title, "heading")
        publisher = self.dossier.name_of(article.publisher) or "publisher not stated"
        yield from self._text(f"{publisher} · {date_text(article.published)}")
        document = self.dossier.documents[article.id]
        if article.dated_by:
            yield from self._text(
                "dated by " + ", ".join(f"“{readable(document[span])}”" for span in article.dated_by), "dim"
            )
        if article.resolved:
            yield from self._text(f"inferred {date_text(article.resolved)}: {article.resolved_by or ''}", "dim")
        yield from self._text(article.note)
        if article.url:
            yield from self._text(article.url, "dim")
        yield from self._text(article.file, "dim")
        figures = self.dossier.figures_in(article.id)
        yield from self._figures(figures)
        events = [e for e in self.dossier.events.values() if any(s.article == article.id for s in e.sources)]
        yield from self._events(events, article.id)
        counts = Counter(mention.record for mention in self.dossier.mentions[article.id])
        if counts:
            yield self._heading("Entities", str(len(counts)))
        for id, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            yield LazyRow(id, partial(self._named_in, article.id, id, count))

    def _named_in(self, article: str, id: str, count: int) -> Row:
        right = [StyledText(self.dossier.entities[id].type, "dim"), StyledText(f" {count:>4}")]
        return Row(id, [StyledText(" "), entity_text(id, self.dossier)], right, self._here(id, article))

    def _here(self, record: str, article: str) -> int:
        """The first spot of a record in an article."""
        whole = Span(0, len(self.dossier.documents[article].text))
        return self.occurrences.inside(record, article, whole) or 0


def _stands_here(holds: bool) -> StyledText:
    """What marks, of the spots of a record, the one that is current."""
    return StyledText("● " if holds else "  ", "accent")
