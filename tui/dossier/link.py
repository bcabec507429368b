"""Linking a catalog to its texts: the one way from what the curator wrote to what the words hold."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from tui.catalog import schema
from tui.catalog.load import load
from tui.catalog.problem import CatalogError, Problem, Severity, closest
from tui.dossier import arithmetic
from tui.dossier.dossier import Dossier
from tui.dossier.locate import Locator
from tui.dossier.mentions import Form, Names
from tui.dossier.records import (
    Artefact,
    Article,
    Check,
    Entity,
    Event,
    Figure,
    FigureSource,
    Ignored,
    Measure,
    Mention,
    Relation,
    Remark,
    Source,
)
from tui.quantity import quantity as quantities
from tui.quantity.interval import Value
from tui.quantity.number import SCALES, Range
from tui.quantity.quantity import QuantityError
from tui.quantity.unit import Unit, Units
from tui.text.document import Document, UnreadableError, read_text
from tui.text.quote import find
from tui.text.span import Span, without_overlaps

_R = TypeVar("_R", bound=schema.Record)

# A number that a dash joins to one before it: 2,500–3,000.
_END_OF_RANGE = re.compile(r"\d%?[‐‑‒–—−-]$")

PERCENT = "%"
"""The unit whose values are shares: in arithmetic, hundredths."""


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
    folder = path.parent.resolve()
    documents, problems = {}, []
    for article in catalog.articles:
        mark = article.mark("file")
        try:
            target = (folder / article.file).resolve()
            if Path(article.file).is_absolute() and not outside:
                raise UnreadableError(
                    "has an absolute path; name it as seen from the catalog's folder, or allow it with --outside"
                )
            if not target.is_relative_to(folder) and not outside:
                raise UnreadableError("lies outside the catalog's folder; move it there, or allow it with --outside")
            documents[article.id] = Document(article.file, read_text(target))
        except (UnreadableError, OSError, RuntimeError, ValueError) as error:
            reason = str(error) if isinstance(error, UnreadableError) else f"cannot be read: {error}"
            problems.append(Problem(path.name, mark, "unreadable", f"the article {article.file} {reason}"))
    if problems:
        raise CatalogError(problems)
    return documents


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
        self.measures = {measure.id: measure for measure in catalog.measures}
        self.entities = {entity.id: entity for entity in catalog.entities}
        self.mentions: dict[str, tuple[Mention, ...]] = {}
        self.drafted: list[tuple[str, Span]] = []

    def dossier(self) -> Dossier:
        articles = {entry.id: self._article(entry) for entry in self._each(self.catalog.articles)}
        self._find_mentions(articles)
        entities = {entry.id: self._entity(entry) for entry in self._each(self.catalog.entities)}
        figures = {f.id: f for entry in self._each(self.catalog.figures) if (f := self._figure(entry))}
        events = {e.id: e for entry in self._each(self.catalog.events) if (e := self._event(entry))}
        ignored = tuple(ignored for entry in self.catalog.ignored for ignored in self._ignored(entry))
        checks = [Check(entry.id, entry.mark(), entry.draft, entry.says, entry.holds) for entry in self.catalog.checks]
        for check, entry in zip(checks, self._each(self.catalog.checks), strict=True):
            self._work_out(check, entry, figures)
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
            mentions=self.mentions,
            ignored=ignored,
            drafted=tuple(self.drafted),
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
            self._known(entry, "publisher", entry.publisher, self.entities),
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
                span = self._quote(entry)
                if span:
                    by_hand[entry.article][span] = entity.id
        exceptions = [(entity.id, phrase) for entity in self.catalog.entities for phrase in entity.except_]
        names = Names(self._forms(), exceptions)
        for id, article in articles.items():
            closed = [artefact.span for artefact in article.artefacts]
            # What the curator set by hand wins over a name that stands in the very same words.
            found = dict(names.find(self.documents[id].text, closed)) | by_hand[id]
            self.mentions[id] = tuple(Mention(found[span], id, span) for span in sorted(without_overlaps(found)))

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

    def _named_in(self, entity: str, article: str, within: Span) -> bool:
        return any(mention.entity == entity and within.covers(mention.span) for mention in self.mentions[article])

    # Records

    def _entity(self, entry: schema.Entity) -> Entity:
        relations = []
        for relation in entry.relations:
            of = self._known(relation, "of", relation.of, self.entities)
            self._check_predicate(relation)
            sources = self._sources(relation.sources)
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
            self._known(entry, "stands_for", entry.stands_for, self.entities),
            entry.note,
            tuple(relations),
        )

    def _check_predicate(self, relation: schema.Relation) -> None:
        names = [predicate.id for predicate in self.catalog.relations]
        if names and relation.id not in names:
            message = f"“{relation.id}” is not in the catalog's `relations`; add it there with its inverse"
            self.locate.report(relation.mark("is"), "unknown-relation", message, closest(relation.id, names))

    def _event(self, entry: schema.Event) -> Event | None:
        entities = [id for i, id in enumerate(entry.entities) if self._known(entry, "entities", id, self.entities, i)]
        sources = self._sources(entry.sources)
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

    def _sources(self, entries: list[schema.DatedQuote]) -> tuple[Source, ...]:
        """The sources of a record, or none at all where one of them does not hold."""
        sources = [self._source(entry) for entry in entries]
        held = tuple(source for source in sources if source)
        return held if len(held) == len(sources) else ()

    def _source(self, entry: schema.DatedQuote) -> Source | None:
        span = self._quote(entry)
        if span is None:
            return None
        when = self._when(entry, span)
        return None if entry.when and not when else Source(entry.article, span, when)

    def _quote(self, entry: schema.Quote) -> Span | None:
        if entry.article not in self.documents:
            message = f"no article has the id “{entry.article}”"
            self.locate.report(entry.mark("article"), "unknown-id", message, closest(entry.article, self.documents))
            return None
        return self.locate.quote(
            entry.mark("quote"), entry.article, entry.quote, entry.prefix or "", entry.suffix or ""
        )

    def _when(self, entry: schema.DatedQuote, span: Span) -> Span | None:
        if not entry.when:
            return None
        if len(find(self.documents[entry.article].text, entry.when, within=span).spans) != 1:
            span = self.documents[entry.article].sentence_around(span)
        return self.locate.words(entry.mark("when"), entry.article, entry.when, span, "the sentence of the quote")

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

    # Figures

    def _figure(self, entry: schema.Figure) -> Figure | None:
        if entry.measure is None or entry.subject is None:
            self._check_undecided(entry)
            return None
        measure = self._known(entry, "measure", entry.measure, self.measures)
        subject = self._known(entry, "subject", entry.subject, self.entities)
        material = self._known(entry, "material", entry.material, self.entities)
        claimant = self._known(entry, "claimant", entry.claimant, self.entities)
        read = [self._figure_source(entry, source) for source in entry.sources]
        known = (material or not entry.material) and (claimant or not entry.claimant)
        if measure is None or subject is None or not known or None in read:
            return None
        held = [pair for pair in read if pair]
        values = [value for _, value in held]
        for source, value in zip(entry.sources[1:], values[1:], strict=True):
            if value != values[0]:
                message = (
                    f"“{source.number}” is not the value of “{entry.sources[0].number}”; make it a figure of its own"
                )
                self.locate.report(source.mark("number"), "sources-disagree", message)
        if any(value != values[0] for value in values) or not self._period_holds(entry):
            return None
        return Figure(
            entry.id,
            entry.mark(),
            entry.draft,
            self._label(entry, measure, subject),
            measure,
            subject,
            material,
            entry.scope,
            claimant,
            entry.nature,
            entry.condition,
            entry.period,
            values[0],
            entry.sources[0].number,
            entry.decimals,
            entry.note,
            tuple(source for source, _ in held),
        )

    def _label(self, entry: schema.Figure, measure: str, subject_id: str) -> str:
        parts = [self.measures[measure].name]
        if entry.material:
            parts.append(self.entities[entry.material].name)
        subject = self.entities[subject_id]
        return ", ".join([*parts, subject.short or subject.name, *filter(None, [entry.scope])])

    def _check_undecided(self, entry: schema.Figure) -> None:
        """A draft without measure or subject: what it quotes is checked, and counts as captured."""
        gaps = [key for key in ("measure", "subject") if getattr(entry, key) is None]
        self.locate.report(entry.mark("id"), "draft", f"the draft {entry.id} still wants {' and '.join(gaps)}")
        for source in entry.sources:
            span = self._quote(source)
            if span:
                number = self.locate.words(source.mark("number"), source.article, source.number, span, "the quote")
                self.drafted += [(source.article, number)] if number else []

    def _figure_source(self, entry: schema.Figure, source: schema.FigureQuote) -> tuple[FigureSource, Value] | None:
        span = self._quote(source)
        if span is None:
            return None
        mark = source.mark("number")
        number = self.locate.words(mark, source.article, source.number, span, "the quote")
        value = self._value(entry, source, number) if number else None
        said = self._said(entry, source, span)
        when = self._when(source, span)
        self._warn_of_absent(entry, source, span)
        unattributed = (source.said or entry.claimant) and not said
        if number is None or value is None or unattributed or (source.when and not when):
            return None
        return FigureSource(source.article, span, when, number, said, tuple(source.via)), value

    def _value(self, entry: schema.Figure, source: schema.FigureQuote, number: Span) -> Value | None:
        measure = self.measures.get(entry.measure or "")
        if measure is None:
            return None
        mark = source.mark("number")
        text = self.documents[source.article].text
        try:
            quantity = quantities.parse(source.number, self.units)
            printed = quantities.read_at(text, number.start, self.units) or quantity
            if printed.per and printed.per != measure.per:
                raise QuantityError(f"“{source.number}” is printed as a rate, and {measure.name} is none")
            if isinstance(quantity.number, Range) and (entry.bound or entry.decimals is not None):
                raise QuantityError(f"“{source.number}” is a range, which is exact; leave `bound` and `decimals` out")
            hedge = quantities.hedge_before(text, number.start)
            modifier = entry.bound or (hedge[0] if hedge else "=")
            value = quantities.value_of(quantity, modifier, self.units.by_id[measure.unit], entry.decimals)
        except QuantityError as error:
            self.locate.report(mark, "number", str(error))
            return None
        if _END_OF_RANGE.search(text, max(number.start - 20, 0), number.start):
            message = f"“{source.number}” is the end of a range; give the whole range as the number"
            self.locate.report(mark, "number", message)
            return None
        cut = self._cut_off(text, number, source.number)
        if cut:
            message = f"the number is cut short: “{cut}” follows it; give the whole “{source.number}{cut}”"
            self.locate.report(mark, "number", message)
            return None
        return value

    def _cut_off(self, text: str, number: Span, written: str) -> str | None:
        """What belongs to a number and stands directly after it, outside the words given: scale or unit."""
        whole = quantities.read_at(text, number.start, self.units)
        if whole is None or whole.end <= number.end:
            return None
        rest = text[number.end : whole.end]
        last = written.split()[-1].lower()
        # A rate after the unit is the measure's business; a scale word or a unit is the number's.
        without_rate = quantities.parse(written, self.units).unit is not None and last not in SCALES
        return None if without_rate else rest

    def _said(self, entry: schema.Figure, source: schema.FigureQuote, claim: Span) -> Span | None:
        if source.said is None:
            if entry.claimant:
                message = f"the claim is given to {entry.claimant}, and nothing says so; give the words in `said`"
                self.locate.report(source.mark(), "unattributed", message)
            return None
        mark = source.mark("said")
        if not entry.claimant:
            self.locate.report(mark, "unattributed", "the words attribute it, and the figure has no `claimant`")
            return None
        said = self.locate.attribution(mark, source.article, source.said, claim)
        if said is None or entry.claimant not in self.entities:
            return None
        for i, name in enumerate([entry.claimant, *source.via]):
            if name not in self.entities:
                hint = closest(name, self.entities)
                self.locate.report(source.mark("via", i - 1), "unknown-id", f"no entity has the id “{name}”", hint)
                return None
            if not self._named_in(name, source.article, said):
                message = (
                    f"the words “{source.said}” do not name {name}; quote those that do, or add the name to its aliases"
                )
                self.locate.report(mark, "misattributed", message, self._names_within(source.article, said))
                return None
        return said

    def _names_within(self, article: str, span: Span) -> str | None:
        named = {mention.entity for mention in self.mentions[article] if span.covers(mention.span)}
        return ", ".join(sorted(named)) or None

    def _period_holds(self, entry: schema.Figure) -> bool:
        if entry.period is None:
            return True
        holds = True
        for source in entry.sources:
            if source.when is None:
                message = f"nothing dates it to {entry.period}; give the words in `when`, or leave the period out"
                self.locate.report(source.mark(), "undated", message)
                holds = False
            else:
                holds = self.locate.dated(entry.mark("period"), entry.period, source.when) and holds
        return holds

    def _warn_of_absent(self, entry: schema.Figure, source: schema.FigureQuote, span: Span) -> None:
        """A subject or material that its paragraph never names is likely to be the wrong one."""
        text = self.documents[source.article].text
        paragraph = Span(text.rfind("\n", 0, span.start) + 1, span.end)
        for key, id in (("subject", entry.subject), ("material", entry.material)):
            if id in self.entities and not self._named_in(id or "", source.article, paragraph):
                message = (
                    f"{id} is not named in the paragraph of this source up to its end; is it the {key}? "
                    "Words that mean it go to its `mentions`"
                )
                self.locate.report(source.mark("quote"), "unnamed", message, severity="warning")

    # Checks and remarks

    def _work_out(self, check: Check, entry: schema.Check, figures: dict[str, Figure]) -> None:
        def quantity(id: str) -> arithmetic.Quantity:
            figure = figures.get(id)
            if figure is None:
                hint = closest(id, figures)
                raise arithmetic.FormulaError(f"no figure has the id “{id}”{f'; nearest: {hint}' if hint else ''}", id)
            measure = self.measures[figure.measure]
            unit = self.units.by_id[measure.unit]
            # A share is a number: production / share is a production.
            share = unit.kind == PERCENT
            factor = unit.factor / 100 if share else unit.factor
            kind = f"{unit.kind}/{measure.per}" if measure.per else unit.kind
            return arithmetic.Quantity(figure.value.interval.scaled(factor), None if share else kind)

        try:
            outcome = arithmetic.evaluate(check.holds, quantity)
        except arithmetic.FormulaError as error:
            self.locate.report(entry.mark("holds"), "check", str(error))
            return
        if outcome.verdict != arithmetic.HOLDS:
            sides = f"{_between(outcome.left)} on the left, {_between(outcome.right)} on the right"
            message = f"{check.says}: {outcome.verdict}, {sides}"
            severity: Severity = "error" if outcome.verdict == arithmetic.FAILS else "note"
            self.locate.report(entry.mark("holds"), "check", message, severity=severity)

    def _remark(self, entry: schema.Conflict, figures: dict[str, Figure]) -> Remark:
        for i, id in enumerate(entry.between):
            if id not in figures:
                hint = closest(id, figures)
                self.locate.report(entry.mark("between", i), "unknown-id", f"no figure has the id “{id}”", hint)
        return Remark(tuple(entry.between), entry.because)

    # References

    def _known(
        self,
        entry: schema.Entry,
        key: str,
        id: str | None,
        records: "dict[str, schema.Entity] | dict[str, schema.Measure]",
        *path: int,
    ) -> str | None:
        """The id where a record has it; else a problem and None."""
        if id is None or id in records:
            return id
        what = "measure" if key == "measure" else "entity"
        hint = closest(id, records)
        self.locate.report(entry.mark(key, *path), "unknown-id", f"no {what} has the id “{id}”", hint)
        return None

    def _warn_of_unused(
        self, entities: dict[str, Entity], figures: dict[str, Figure], events: dict[str, Event]
    ) -> None:
        """Entities that neither a text nor another record names, and articles that nothing rests on."""
        named = {mention.entity for mentions in self.mentions.values() for mention in mentions}
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
            if article.id not in rested_on and not self.mentions[article.id]:
                self.locate.report(article.mark(), "unused", "no record stands in this article", severity="warning")


def _between(side: arithmetic.Quantity) -> str:
    """The values of one side of a check, in words."""
    interval = side.interval
    low, high = (f"{float(end):,.6g}" if end is not None else None for end in (interval.low, interval.high))
    unit = f" {side.kind}" if side.kind else ""
    if low == high:
        return f"{low or 'anything'}{unit}"
    return f"{low or '…'} to {high or '…'}{unit}"
