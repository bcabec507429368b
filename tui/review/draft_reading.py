"""Reads the drafts of a dossier for a review: the form of each, as the files are now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.catalog import load, schema
from tui.catalog.problem import CatalogError
from tui.curate.drafts import Ids, Suggestion, ids_of
from tui.curate.insert import broken
from tui.dossier.dossier import Dossier
from tui.dossier.records import Measure
from tui.extract.reading import ArticleReading
from tui.extract.suggest import drafts_of
from tui.review.form import RecordForm
from tui.review.proposals import Proposals
from tui.text.span import Span

MOST = 1_000
"""After this many drafts, no further article is read."""

_KINDS = ("entity", "figure", "event")
"""The order of drafts in an article: figures are about entities, which are there by then."""


@dataclass(frozen=True, kw_only=True)
class DraftReading:
    """The drafts of some articles as a dossier and its catalog are now."""

    dossier: Dossier
    catalog: schema.Catalog
    forms: Sequence[RecordForm]
    taken: Ids
    names: Sequence[RecordForm] = ()
    """Drafts of names that are not among the forms, for their fields."""
    complete: bool = True
    """Whether no article is still to be read."""


class _Read(NamedTuple):
    """What was read of an article, and what that depends on."""

    basis: tuple[object, ...]
    measures: list[tuple[object, ...]]
    forms: list[RecordForm]


class DraftReader:
    """Reads the drafts of articles, and again only those of an article where something that they depend on changed."""

    def __init__(self, articles: Sequence[str]) -> None:
        self._articles = articles
        self._texts: dict[str, str] = {}
        self._read: dict[str, _Read] = {}
        self._is_first = True

    def readings(self, dossier: Dossier) -> Iterator[DraftReading]:
        """The drafts of all articles, up to about a thousand; at first, those up to the first article that has any.

        Raises InsertError if the catalog cannot be added to.
        """
        catalog, taken = _catalog(dossier), ids_of(dossier)
        texts = {id: document.text for id, document in dossier.documents.items()}
        if texts != self._texts:
            # All texts together show which words begin with a capital only in names.
            self._texts, self._read = texts, {}
        proposals = Proposals(dossier)
        forms: list[RecordForm] = []
        articles = [article for article in self._articles if article in dossier.articles]
        for article in articles:
            forms += self._forms(dossier, article, proposals)
            complete = article == articles[-1] or len(forms) >= MOST
            if complete or (forms and self._is_first):
                self._is_first = False
                completed = [*_with_kinds_of_others(forms)]
                yield DraftReading(dossier=dossier, catalog=catalog, forms=completed, taken=taken, complete=complete)
            if complete:
                return
        yield DraftReading(dossier=dossier, catalog=catalog, forms=[], taken=taken)

    def _forms(self, dossier: Dossier, article: str, proposals: Proposals) -> list[RecordForm]:
        before, basis = self._read.get(article), _basis(dossier, article)
        if before and before.basis == basis and before.measures == _measures(dossier, before.forms):
            return before.forms
        drafts = sorted(drafts_of(dossier, article), key=_order)
        forms = [*map(proposals.form, drafts)]
        self._read[article] = _Read(basis, _measures(dossier, forms), forms)
        return forms


def _order(draft: Suggestion) -> tuple[int, int]:
    """The order of drafts: the likeliest names first, and then figures and events as one reads them."""
    return _KINDS.index(draft.kind), draft.span.start if draft.kind != "entity" else 0


def read_one(dossier: Dossier, draft: Suggestion, quote: Span | None) -> DraftReading:
    """A reading of one draft, for words that a person chose. Raises InsertError as `DraftReader` does."""
    proposals = Proposals(dossier)
    names = [*map(proposals.form, ArticleReading(dossier, draft.article).entities())] if draft.kind != "entity" else []
    form = proposals.form(draft, quote)
    return DraftReading(dossier=dossier, catalog=_catalog(dossier), forms=[form], taken=ids_of(dossier), names=names)


def _catalog(dossier: Dossier) -> schema.Catalog:
    try:
        return load.load(dossier.catalog)
    except CatalogError as error:
        raise broken(error, dossier.catalog) from None


def _with_kinds_of_others(forms: Sequence[RecordForm]) -> Iterator[RecordForm]:
    """Forms with the kinds of names that only other articles tell."""
    kinds = {form.draft.exact: form.text("kind") for form in forms if form.text("kind")}
    for form in forms:
        kind = kinds.get(form.draft.exact)
        if kind and form.draft.kind == "entity" and not form.text("kind"):
            form = replace(form, values={**form.values, "kind": kind})
        yield form


def _basis(dossier: Dossier, article: str) -> tuple[object, ...]:
    """What the drafts of an article depend on, besides the texts and measures."""
    entry, reader = dossier.articles[article], dossier.coverage_reader
    named = {*dossier.mentions.entities(article), *filter(None, [entry.about])}
    entities = {id: (dossier.entities[id].name, dossier.name_of(id), dossier.entities[id].type) for id in named}
    return reader.key(article), reader.drafted[article], entry.currency, entry.about, entities


def _measures(dossier: Dossier, forms: Sequence[RecordForm]) -> list[tuple[object, ...]]:
    """The measures that the numbers of some forms may be of."""
    units = dossier.coverage_reader.units.by_id
    printed = {form.draft.text("unit") for form in forms if form.draft.kind == "figure"}
    kinds = {units[id].kind for id in printed if id in units}
    is_any = any(id not in units for id in printed if id)

    def fits(measure: Measure) -> bool:
        unit = dossier.measured_unit(measure.id)
        return is_any or unit.kind in kinds or (None in printed and unit.exact)

    fitting = filter(fits, dossier.measures.values())
    return [(each.id, each.name, each.unit, each.per, each.changes) for each in fitting]
