"""Linking a catalog to its texts: the one way from what the curator wrote to what the words hold."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from tui.catalog import schema
from tui.catalog.load import load
from tui.catalog.problem import CatalogError, Problem, closest
from tui.dossier.checks import objection
from tui.dossier.dossier import Dossier
from tui.dossier.figures import FigureLinker
from tui.dossier.locate import Locator
from tui.dossier.mentions import Form, Names
from tui.dossier.records import (
    Artefact,
    Article,
    Check,
    Entity,
    Event,
    Figure,
    Ignored,
    Measure,
    Mention,
    Relation,
    Remark,
)
from tui.dossier.references import References
from tui.quantity.unit import Unit, Units
from tui.text.document import Document, read_text
from tui.text.opening import OutsideError, UnreadableError
from tui.text.quote import find
from tui.text.span import Span, without_overlaps

_R = TypeVar("_R", bound=schema.Record)


def open_dossier(path: Path, outside: bool = False) -> Dossier:
    """The dossier of a catalog file; with `outside`, its articles may lie anywhere.

    Raises CatalogError where the catalog or an article cannot be used at all; a record that does not hold is
    left out, and stands in the dossier's problems.
    """
    catalog = load(path)
    return link(catalog, path, read_articles(catalog, path, outside), outside)


def read_articles(catalog: schema.Catalog, path: Path, outside: bool = False) -> dict[str, Document]:
    """The text of each article. Raises CatalogError with every one that cannot be read.

    A path that is absolute or leaves the catalog's folder is refused unless the person running lode allows it: a
    catalog may come from anywhere, and cannot allow it to itself.
    """
    documents, problems = {}, []
    for article in catalog.articles:
        try:
            documents[article.id] = Document(article.file, _read_article(path.parent, article.file, outside))
        except UnreadableError as error:
            message = f"the article {article.file} {error}"
            problems.append(Problem(path.name, article.mark("file"), "unreadable", message))
    if problems:
        raise CatalogError(problems)
    return documents


def _read_article(folder: Path, file: str, outside: bool) -> str:
    if outside:
        return read_text(folder / file)
    if Path(file).is_absolute():
        raise OutsideError(
            "has an absolute path; name it as seen from the catalog's folder, or allow it with --outside"
        )
    try:
        return read_text(folder / file, within=folder)
    except OutsideError:
        raise OutsideError("lies outside the catalog's folder; move it there, or allow it with --outside") from None


def link(catalog: schema.Catalog, path: Path, documents: dict[str, Document], outside: bool = False) -> Dossier:
    """The dossier of a catalog and the texts of its articles."""
    return replace(_Linker(catalog, path, documents).dossier(), outside=outside)


class _Linker:
    def __init__(self, catalog: schema.Catalog, path: Path, documents: dict[str, Document]) -> None:
        self.catalog = catalog
        self.path = path
        self.documents = documents
        self.locate = Locator(path.name, documents)
        self.units = Units(
            Unit(
                unit.id, unit.name, tuple(unit.written), unit.base or "", unit.factor, unit.exact, tuple(unit.ambiguous)
            )
            for unit in catalog.units
        )
        self.references = References(catalog, self.locate, documents)
        self.figures = FigureLinker(self.references, self.units)

    def dossier(self) -> Dossier:
        articles = {entry.id: self._article(entry) for entry in self._each(self.catalog.articles)}
        self._find_mentions(articles)
        entities = {entry.id: self._entity(entry) for entry in self._each(self.catalog.entities)}
        figures = {f.id: f for entry in self._each(self.catalog.figures) if (f := self.figures.figure(entry))}
        events = {e.id: e for entry in self._each(self.catalog.events) if (e := self._event(entry))}
        ignored = tuple(ignored for entry in self.catalog.ignored for ignored in self._ignored(entry))
        checks = [Check(entry.id, entry.mark(), entry.draft, entry.says, entry.holds) for entry in self.catalog.checks]
        for check, entry in zip(checks, self._each(self.catalog.checks), strict=True):
            if said := objection(check, figures, self.references.measures, self.units):
                message, severity = said
                self.locate.report(entry.mark("holds"), "check", message, severity=severity)
        self._warn_of_unused(entities, figures, events)
        return Dossier(
            title=self.catalog.title,
            catalog=self.path,
            measures={m.id: Measure(m.id, m.mark(), m.draft, m.name, m.unit, m.per) for m in self.catalog.measures},
            articles=articles,
            entities=entities,
            figures=figures,
            events=events,
            units=self.units,
            inverses={predicate.id: predicate.inverse for predicate in self.catalog.relations},
            documents=self.documents,
            mentions=self.references.mentions,
            ignored=ignored,
            drafted=tuple(self.figures.drafted),
            checks=tuple(checks),
            remarks=tuple(self._remark(entry, figures) for entry in self.catalog.conflicts),
            problems=tuple(sorted(self.locate.problems, key=lambda problem: problem.mark)),
        )

    def _each(self, entries: list[_R]) -> Iterator[_R]:
        """The records one by one, the gaps of drafts taken for warnings meanwhile."""
        for entry in entries:
            self.locate.draft = entry.draft
            yield entry
        self.locate.draft = False

    # Articles and the names in them

    def _article(self, entry: schema.Article) -> Article:
        document = self.documents[entry.id]
        whole = Span(0, len(document.text))
        title = None
        if not (entry.title.startswith("[") and entry.title.endswith("]")):
            titles = find(document.text, entry.title).spans
            title = titles[0] if titles else None
            if title is None:
                message = "the title is not in the text; set it in square brackets if you supply it"
                self.locate.report(entry.mark("title"), "title-not-found", message, severity="warning")
        dated_by = []
        for i, words in enumerate(entry.dated_by):
            span = self.locate.words(entry.mark("dated_by", i), entry.id, words, whole, "the article")
            dated_by += [span] if span else []
        if entry.published and entry.dated_by:
            self.locate.dated(entry.mark("published"), entry.published, " ".join(entry.dated_by))
        elif entry.published:
            message = "nothing says so; give the words of the text in `dated_by`, or leave the date to `resolved`"
            self.locate.report(entry.mark("published"), "undated", message)
        if entry.publisher_by:
            self.locate.words(entry.mark("publisher_by"), entry.id, entry.publisher_by, whole, "the article")
        elif entry.publisher:
            message = "nothing says so; give the words of the text in `publisher_by`, or leave it empty"
            self.locate.report(entry.mark("publisher"), "unattributed", message, severity="warning")
        if entry.sha256 and entry.sha256.lower() != sha256(document.text.encode()).hexdigest():
            message = f"{entry.file} is no longer the text that `sha256` was taken of; read it again, then renew it"
            self.locate.report(entry.mark("sha256"), "changed", message)
        if entry.url and entry.url not in document.text:
            self.locate.report(entry.mark("url"), "not-found", "the address is not in the text", severity="warning")
        return Article(
            entry.id,
            entry.mark(),
            entry.draft,
            entry.file,
            entry.title,
            title,
            self.references.entity(entry, "publisher", entry.publisher),
            entry.published,
            tuple(dated_by),
            entry.resolved,
            entry.resolved_by,
            entry.url,
            self._artefacts(entry, document),
            entry.note,
        )

    def _artefacts(self, entry: schema.Article, document: Document) -> tuple[Artefact, ...]:
        reads: dict[Span, str] = {}
        for i, artefact in enumerate(entry.artefacts):
            start = document.text.find(artefact.text)
            if start < 0:
                message = f"the leftover “{artefact.text}” is not in {document.file}; take it out"
                self.locate.report(entry.mark("artefacts", i), "not-found", message)
            while start >= 0:
                reads[Span(start, start + len(artefact.text))] = artefact.reads
                start = document.text.find(artefact.text, start + 1)
        return tuple(Artefact(span, reads[span]) for span in sorted(without_overlaps(reads)))

    def _find_mentions(self, articles: dict[str, Article]) -> None:
        by_hand: dict[str, dict[Span, str]] = defaultdict(dict)
        for entity in self._each(self.catalog.entities):
            for entry in entity.mentions:
                span = self.references.quote(entry)
                if span:
                    by_hand[entry.article][span] = entity.id
        exceptions = [(entity.id, phrase) for entity in self.catalog.entities for phrase in entity.except_]
        names = Names(self._forms(), exceptions)
        for id, article in articles.items():
            closed = [artefact.span for artefact in article.artefacts]
            # What the curator set by hand wins over a name that stands in the very same words.
            found = dict(names.find(self.documents[id].text, closed)) | by_hand[id]
            self.references.mentions[id] = tuple(
                Mention(found[span], id, span) for span in sorted(without_overlaps(found))
            )

    def _forms(self) -> Iterator[Form]:
        # A material's names are found in any case, so that it shares them in any case too.
        owners: dict[str, schema.Entity] = {}
        in_any_case: dict[str, schema.Entity] = {}
        materials: dict[str, schema.Entity] = {}
        for entity in self._each(self.catalog.entities):
            for i, form in enumerate([entity.name, *entity.aliases]):
                key, material = form.casefold(), entity.kind == "material"
                owner = owners.get(form) or (in_any_case if material else materials).get(key) or entity
                if owner is entity:
                    owners[form] = in_any_case[key] = entity
                    if material:
                        materials[key] = entity
                    yield Form(entity.id, form, material)
                    continue
                mark = entity.mark("aliases", i - 1) if i else entity.mark("name")
                message = f"“{form}” already names {owner.id}; one form belongs to one entity"
                self.locate.report(mark, "shared-alias", message)

    # Records

    def _entity(self, entry: schema.Entity) -> Entity:
        relations = []
        for relation in entry.relations:
            of = self.references.entity(relation, "of", relation.of)
            self._check_predicate(relation)
            sources = self.references.sources(relation.sources)
            if of and sources:
                relations.append(Relation(relation.id, of, sources))
        return Entity(
            entry.id,
            entry.mark(),
            entry.draft,
            entry.name,
            entry.kind,
            entry.short,
            tuple(entry.aliases),
            tuple(entry.also),
            self.references.entity(entry, "stands_for", entry.stands_for),
            entry.note,
            tuple(relations),
        )

    def _check_predicate(self, relation: schema.Relation) -> None:
        names = [predicate.id for predicate in self.catalog.relations]
        if names and relation.id not in names:
            message = f"“{relation.id}” is not in the catalog's `relations`; add it there with its inverse"
            self.locate.report(relation.mark("is"), "unknown-relation", message, closest(relation.id, names))

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
            entry.id,
            entry.mark(),
            entry.draft,
            entry.date,
            entry.resolved,
            entry.resolved_by,
            entry.nature,
            entry.what,
            tuple(entities),
            sources,
        )

    def _ignored(self, entry: schema.Ignored) -> Iterator[Ignored]:
        words = entry.number or entry.name
        if words is None or (entry.number and entry.name):
            self.locate.report(entry.mark(), "schema", "an ignored entry has a `number` or a `name`, one of them")
        elif entry.article and entry.quote:
            span = self.locate.quote(entry.mark("quote"), entry.article, entry.quote)
            mark = entry.mark("number" if entry.number else "name")
            inner = self.locate.words(mark, entry.article, words, span, "the quote") if span else None
            if inner:
                yield Ignored(entry.article, inner, entry.name is not None, entry.why)
        elif entry.number or entry.article or entry.quote:
            message = "`article` and `quote` say where it stands; only a name may leave out both"
            self.locate.report(entry.mark(), "schema", message)
        else:
            found = [(id, span) for id, doc in self.documents.items() for span in find(doc.text, words).spans]
            if not found:
                self.locate.report(entry.mark("name"), "not-found", f"“{words}” is in no article; take it out")
            yield from (Ignored(id, span, True, entry.why) for id, span in found)

    def _remark(self, entry: schema.Conflict, figures: dict[str, Figure]) -> Remark:
        for i, id in enumerate(entry.between):
            if id not in figures:
                hint = closest(id, figures)
                self.locate.report(entry.mark("between", i), "unknown-id", f"no figure has the id “{id}”", hint)
        return Remark(tuple(entry.between), entry.because)

    def _warn_of_unused(
        self, entities: dict[str, Entity], figures: dict[str, Figure], events: dict[str, Event]
    ) -> None:
        """Entities that neither a text nor another record names, and articles that nothing rests on."""
        named = {mention.entity for mentions in self.references.mentions.values() for mention in mentions}
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
