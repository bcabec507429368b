"""lode's own check of entries before they are written: what they would be as records, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from tui.catalog import schema
from tui.catalog.problem import START, Problem
from tui.catalog.validation import schema_problems
from tui.curate.edits import Addition
from tui.curate.insert import articles_of
from tui.curate.yaml import Value
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.linking.link import link
from tui.text.document import Document

_UNTRIED = ("figures", "claims", "events", "checks", "conflicts", "ignored")
"""The lists whose entries do not matter to others."""


@dataclass(frozen=True)
class Trial:
    """What entries would be in the dossier, and the problems that `lode check` would report of them."""

    problems: tuple[Problem, ...]
    dossier: Dossier | None = None
    """The part of the dossier that they were linked in; None if they are not even valid."""
    ids: frozenset[str] = frozenset()

    @property
    def records(self) -> list[Record]:
        """The records that the entries would be."""
        return [record for record in self.dossier.records if record.id in self.ids] if self.dossier else []

    @property
    def errors(self) -> list[str]:
        """Why the entries do not hold."""
        return [problem.message for problem in self.problems if problem.severity == "error"]

    @property
    def warnings(self) -> list[str]:
        """What a person should look at again."""
        return [problem.message for problem in self.problems if problem.severity == "warning"]


def trial(
    catalog: schema.Catalog, additions: Sequence[Addition], documents: Mapping[str, Document], article: str
) -> Trial:
    """Checks entries as if they were in a catalog. Only an article and those that they quote are looked at."""
    additions = [_whole(catalog, *addition) for addition in additions]
    by_list: dict[str, object] = {"lode": "1", "title": "Trial"}
    for listing, entry in additions:
        by_list[listing] = [*by_list.get(listing, []), entry]  # type: ignore[misc]
    try:
        added = schema.Catalog.model_validate(by_list)
    except ValidationError as error:
        return Trial(tuple(schema_problems(error, by_list)))
    quoted = {article, *(each for _, entry in additions for each in articles_of(entry))}
    known: dict[str, list[schema.Entry]] = {listing: [] for listing in _UNTRIED}
    known["articles"] = [article for article in catalog.articles if article.id in quoted]
    known["entities"] = [_without_other_quotes(entity, quoted) for entity in catalog.entities]
    for listing in {listing for listing, _ in additions}:
        known[listing] = [*known.get(listing, getattr(catalog, listing)), *getattr(added, listing)]
    part = catalog.model_copy(update=known)
    read = {id: document for id, document in documents.items() if id in quoted}
    dossier = link(part, Path("catalog.yaml"), read)
    # What is in the catalog already has a place in it.
    own = (problem for problem in dossier.problems if problem.mark == START and problem.code != "unused")
    return Trial(tuple(own), dossier, frozenset(str(entry["id"]) for _, entry in additions if "id" in entry))


def _whole(catalog: schema.Catalog, listing: str, entry: Mapping[str, Value]) -> Addition:
    """An entry with the list that it belongs to; of a source that is added to a figure, the figure with it."""
    top, _, id = listing.partition("/")
    figure = next((figure for figure in catalog.figures if figure.id == id), None) if id else None
    if figure is None:
        return top, dict(entry)
    held = figure.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return top, {**held, "sources": [*held["sources"], dict(entry)]}


def _without_other_quotes(entity: schema.EntityEntry, articles: set[object]) -> schema.EntityEntry:
    """An entity with the mentions in some articles, and without relations."""
    if not entity.relations and not entity.mentions:
        return entity
    mentions = [mention for mention in entity.mentions if mention.article in articles]
    return entity.model_copy(update={"relations": [], "mentions": mentions})
