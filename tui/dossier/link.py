"""Linking a catalog to its texts: the one way from what the curator wrote to what the words hold."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from tui.catalog import schema
from tui.catalog.load import read_file
from tui.catalog.problem import CatalogError
from tui.dossier.articles import ArticleLinker, read_articles
from tui.dossier.checks import objection
from tui.dossier.dossier import Dossier
from tui.dossier.figures import FigureLinker
from tui.dossier.locate import Locator
from tui.dossier.records import Check, Entity, Event, Figure, Ignored, Measure, Relation, Remark
from tui.dossier.references import References
from tui.quantity.unit import Unit, Units
from tui.text.document import Document
from tui.text.span import Span
from tui.text.work import Count, uncounted

_R = TypeVar("_R", bound=schema.Record)
_T = TypeVar("_T")

_NAMED = 5
"""How many records a problem names at most."""


def open_dossier(path: Path, outside: bool = False) -> Dossier:
    """The dossier of a catalog file; with `outside`, its articles may lie anywhere.

    A record that does not hold is left out, as is an article that cannot be read, with the records that rest on it;
    the dossier's problems say so. Raises CatalogError with everything that is wrong if the catalog itself cannot be
    used.
    """
    reading = read_file(path)
    dossier = None
    if reading.catalog:
        documents, unread = read_articles(reading.catalog, path.parent, outside)
        dossier = link(reading.catalog, path, documents, outside, unread, reading.absent)
    if dossier and not reading.problems:
        return dossier
    errors = [problem for problem in dossier.problems if problem.severity == "error"] if dossier else []
    raise CatalogError(sorted([*reading.problems, *errors], key=lambda problem: problem.mark))


def link(
    catalog: schema.Catalog,
    path: Path,
    documents: Mapping[str, Document],
    outside: bool = False,
    unread: Mapping[str, str] | None = None,
    absent: Collection[str] = (),
    count: Count = uncounted,
) -> Dossier:
    """The dossier of a catalog and the texts of its articles.

    `unread` gives of each article without a text the reason, and `absent` the ids of records that the catalog has
    but cannot be used: what refers to them is left out without a problem of its own. `count` is told of the steps.
    """
    return replace(_Linker(catalog, path, documents, unread or {}, absent, count).dossier(), outside=outside)


class _Linker:
    def __init__(
        self,
        catalog: schema.Catalog,
        path: Path,
        documents: Mapping[str, Document],
        unread: Mapping[str, str],
        absent: Collection[str],
        count: Count,
    ) -> None:
        self.catalog = catalog
        self.path = path
        self.documents = dict(documents)
        self.unread = unread
        self.partial = bool(unread or absent)
        """Whether parts of the dossier are not there: that something is nowhere cannot be said then."""
        self.locate = Locator(path.name, self.documents, count)
        self.locate.prepare(_words_in(catalog))
        self.inverses = {predicate.id: predicate.inverse for predicate in catalog.relations}
        self.ignored_everywhere: dict[str, list[tuple[str, Span]]] = {}
        """The names that are ignored wherever they are, and where that is."""
        self.units = Units(
            Unit(
                unit.id, unit.name, tuple(unit.written), unit.base or "", unit.factor, unit.exact, tuple(unit.ambiguous)
            )
            for unit in catalog.units
        )
        self.references = References(catalog, self.locate, self.documents, {*unread, *absent})
        self.figures = FigureLinker(self.references, self.units)
        self.resting: dict[str, list[str]] = defaultdict(list)
        """The records that are left out for want of each article."""

    def dossier(self) -> Dossier:
        catalog = self.catalog
        linker = ArticleLinker(self.references, catalog.language)
        articles = self._linked((entry for entry in catalog.articles if entry.id in self.documents), linker.article)
        for id in self.documents.keys() - articles.keys():
            del self.documents[id]
            self.partial = True
        linker.find_mentions(catalog, articles)
        entities = self._linked(catalog.entities, self._entity)
        figures = self._linked(catalog.figures, self.figures.figure)
        events = self._linked(catalog.events, self._event)
        names = (entry.name for entry in catalog.ignored if entry.name and not entry.quote)
        self.ignored_everywhere = self.locate.everywhere(names)
        ignored = [found for entry in catalog.ignored for found in self.locate.tried(entry, self._ignored) or ()]
        checks = self._linked(catalog.checks, lambda entry: self._check(entry, figures))
        remarks = [self.locate.tried(entry, lambda entry: self._remark(entry, figures)) for entry in catalog.conflicts]
        self._warn_of_unused(entities, figures, events)
        for entry in catalog.articles:
            if entry.id in self.unread:
                self._report_unread(entry)
        return Dossier(
            title=catalog.title,
            catalog=self.path,
            measures={entry.id: _measure(entry) for entry in catalog.measures},
            articles=articles,
            entities=entities,
            figures=figures,
            events=events,
            units=self.units,
            inverses=self.inverses,
            documents=self.documents,
            mentions=self.references.mentions,
            ignored=tuple(ignored),
            drafted=tuple(self.figures.drafted),
            checks=tuple(checks.values()),
            remarks=tuple(filter(None, remarks)),
            problems=tuple(sorted(self.locate.problems, key=lambda problem: problem.mark)),
            unread=tuple(entry.file for entry in catalog.articles if entry.id in self.unread),
        )

    def _linked(self, entries: Iterable[_R], link: Callable[[_R], _T | None]) -> dict[str, _T]:
        """The records that entries are linked to, by id; those that do not hold are left out."""
        linked: dict[str, _T] = {}
        for entry in entries:
            self.references.missed.clear()
            record = self.locate.tried(entry, link)
            if record is not None:
                linked[entry.id] = record
                continue
            # Of a draft, the gaps are mere warnings: a check of what it would be still fails.
            if not entry.draft:
                self.references.absent.add(entry.id)
            for article in self.references.missed & self.unread.keys():
                self.resting[article].append(entry.id)
        return linked

    def _report_unread(self, entry: schema.Article) -> None:
        """Says why an article cannot be read, and what is left out with it."""
        message = f"the article {entry.file} {self.unread[entry.id]}"
        if resting := self.resting[entry.id]:
            more = f" and {len(resting) - _NAMED} more" if len(resting) > _NAMED else ""
            message += f"; left out with it: {', '.join(resting[:_NAMED])}{more}"
        self.locate.report(entry.mark("file"), "unreadable", message)

    # Records

    def _entity(self, entry: schema.Entity) -> Entity:
        relations = [self.locate.tried(relation, self._relation) for relation in entry.relations]
        return Entity(
            id=entry.id,
            mark=entry.mark(),
            draft=entry.draft,
            name=entry.name,
            type=entry.kind,
            short=entry.short,
            aliases=tuple(entry.aliases),
            also=tuple(entry.also),
            stands_for=self.references.entity(entry, "stands_for", entry.stands_for),
            note=entry.note,
            relations=tuple(filter(None, relations)),
        )

    def _relation(self, relation: schema.Relation) -> Relation | None:
        of = self.references.entity(relation, "of", relation.of)
        self._check_predicate(relation)
        sources = self.references.sources(relation.sources)
        return Relation(name=relation.id, of=of, sources=sources) if of and sources else None

    def _check_predicate(self, relation: schema.Relation) -> None:
        if self.inverses and relation.id not in self.inverses and relation.id not in self.references.absent:
            message = f"“{relation.id}” is not in the catalog's `relations`; add it there with its inverse"
            hint = self.locate.hints.closest(relation.id, self.inverses)
            self.locate.report(relation.mark("is"), "unknown-relation", message, hint)

    def _event(self, entry: schema.Event) -> Event | None:
        entities = [id for i, id in enumerate(entry.entities) if self.references.entity(entry, "entities", id, i)]
        sources = self.references.sources(entry.sources)
        if not sources:
            return None
        dating = " ".join(source.when for source in entry.sources if source.when)
        if entry.date and not dating:
            message = "nothing dates it; give the words in a source's `when`, or leave the date to `resolved`"
            self.locate.report(entry.mark("date"), "undated", message)
            return None
        if entry.date and not self.locate.dated(entry.mark("date"), entry.date, dating):
            return None
        return Event(
            id=entry.id,
            mark=entry.mark(),
            draft=entry.draft,
            date=entry.date,
            resolved=entry.resolved,
            resolved_by=entry.resolved_by,
            nature=entry.nature,
            what=entry.what,
            entities=tuple(entities),
            sources=sources,
        )

    def _ignored(self, entry: schema.Ignored) -> list[Ignored]:
        words = entry.number or entry.name
        if words is None or (entry.number and entry.name):
            self.locate.report(entry.mark(), "schema", "an ignored entry has a `number` or a `name`, one of them")
        elif entry.article and entry.quote:
            span = self.references.article(entry, entry.article) and self.locate.quote(
                entry.mark("quote"), entry.article, entry.quote
            )
            mark = entry.mark("number" if entry.number else "name")
            inner = self.locate.words(mark, entry.article, words, span, "the quote") if span else None
            return (
                [Ignored(article=entry.article, span=inner, is_name=entry.name is not None, why=entry.why)]
                if inner
                else []
            )
        elif entry.number or entry.article or entry.quote:
            message = "`article` and `quote` say where it stands; only a name may leave out both"
            self.locate.report(entry.mark(), "schema", message)
        else:
            found = self.ignored_everywhere.get(words, [])
            if not found and not self.partial:
                self.locate.report(entry.mark("name"), "not-found", f"“{words}” is in no article; take it out")
            return [Ignored(article=id, span=span, is_name=True, why=entry.why) for id, span in found]
        return []

    def _check(self, entry: schema.Check, figures: dict[str, Figure]) -> Check:
        check = Check(id=entry.id, mark=entry.mark(), draft=entry.draft, says=entry.says, holds=entry.holds)
        if self.references.absent.isdisjoint(entry.holds.split()) and (
            said := objection(check, figures, self.references.measures, self.units, self.locate.hints)
        ):
            message, severity = said
            self.locate.report(entry.mark("holds"), "check", message, severity=severity)
        return check

    def _remark(self, entry: schema.Conflict, figures: dict[str, Figure]) -> Remark:
        for i, id in enumerate(entry.between):
            if id not in figures and id not in self.references.absent:
                hint = self.locate.hints.closest(id, figures)
                self.locate.report(entry.mark("between", i), "unknown-id", f"no figure has the id “{id}”", hint)
        return Remark(between=tuple(entry.between), because=entry.because)

    def _warn_of_unused(
        self, entities: dict[str, Entity], figures: dict[str, Figure], events: dict[str, Event]
    ) -> None:
        """Entities that neither a text nor another record names, and articles that nothing rests on."""
        if self.partial:
            return
        named = {mention.record for mentions in self.references.mentions.values() for mention in mentions}
        used: set[str | None] = {article.publisher for article in self.catalog.articles}
        for figure in figures.values():
            used |= {figure.subject, figure.material, figure.claimant}
        for event in events.values():
            used |= set(event.entities)
        for entity in entities.values():
            used |= {entity.stands_for, *(relation.of for relation in entity.relations)}
        for entity in entities.values():
            if entity.id not in named and entity.id not in used:
                message = f"{entity.name} is named in no article, and by no record"
                self.locate.report(entity.mark, "unused", message, severity="warning")
        sources = [source for figure in figures.values() for source in figure.sources]
        rested_on = {source.article for source in [*sources, *(s for event in events.values() for s in event.sources)]}
        for article in self.catalog.articles:
            if article.id not in rested_on and not self.references.mentions[article.id]:
                self.locate.report(article.mark(), "unused", "no record stands in this article", severity="warning")


def _measure(entry: schema.Measure) -> Measure:
    return Measure(id=entry.id, mark=entry.mark(), draft=entry.draft, name=entry.name, unit=entry.unit, per=entry.per)


def _words_in(catalog: schema.Catalog) -> Iterator[tuple[str, str]]:
    """The words that records quote, each with its article."""
    figures = [source for figure in catalog.figures for source in figure.sources]
    dated = [source for event in catalog.events for source in event.sources]
    dated += [source for entity in catalog.entities for each in entity.relations for source in each.sources]
    by_hand = [quote for entity in catalog.entities for quote in entity.mentions]
    yield from ((source.article, source.quote) for source in (*figures, *dated, *by_hand))
    yield from ((source.article, source.when) for source in (*figures, *dated) if source.when)
    yield from ((source.article, source.said) for source in figures if source.said)
    yield from ((entry.article, entry.quote) for entry in catalog.ignored if entry.article and entry.quote)
