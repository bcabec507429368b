"""Reads the drafts of a dossier for a review: the form of each, as the files are now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tui.catalog import load, schema
from tui.catalog.problem import CatalogError
from tui.curate.drafts import Ids, Suggestion, ids_of
from tui.curate.form import RecordForm
from tui.curate.insert import broken
from tui.curate.proposals import Proposals
from tui.curate.suggest import drafts_of
from tui.dossier.dossier import Dossier
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


def read(dossier: Dossier, articles: Iterable[str]) -> DraftReading:
    """Reads the drafts of articles, up to about a thousand. Raises InsertError if the catalog cannot be added to."""
    try:
        catalog = load.load(dossier.catalog)
    except CatalogError as error:
        raise broken(error, dossier.catalog) from None
    drafts: list[Suggestion] = []
    for article in articles:
        if article in dossier.articles and len(drafts) < MOST:
            drafts += sorted(drafts_of(dossier, article), key=lambda draft: _KINDS.index(draft.kind))
    # One article may tell of a name what another does not.
    kinds = {draft.exact: draft.fields["type"] for draft in drafts if "type" in draft.fields}
    told = (
        replace(draft, fields={"type": kinds[draft.exact], **draft.fields}) if draft.exact in kinds else draft
        for draft in drafts
    )
    return DraftReading(
        dossier=dossier, catalog=catalog, forms=[*map(Proposals(dossier).form, told)], taken=ids_of(dossier)
    )


def read_one(dossier: Dossier, draft: Suggestion, quote: Span | None) -> DraftReading:
    """A reading of one draft, for words that a person chose. Raises InsertError as `read` does."""
    reading = read(dossier, ())
    form = Proposals(dossier).form(draft, quote)
    return DraftReading(dossier=dossier, catalog=reading.catalog, forms=[form], taken=reading.taken)
