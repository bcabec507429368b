"""Completing the filters of a query by names, so that users need not know ids."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.records import KINDS, Article, Entity, Measure, Record
from tui.text.fold import fold_words
from tui.text.safe import visible
from tui.view.wording import article_name

MOST = 30
"""Completions that are offered at most."""

_LAST = re.compile(r"(?:(?<=\s)|^)(?P<sign>-?)(?P<key>[a-z]+):(?P<value>[^\s:\"]*)$", re.IGNORECASE)

_OF_ENTITIES = ("entity", "subject", "material", "by")


class Completion(NamedTuple):
    """What the last word of a query can become."""

    name: str
    """The name of the record."""
    filter: str
    """The filter with the record's id."""
    query: str
    """The whole query with that filter."""


def completions(query: str, dossier: Dossier) -> list[Completion]:
    """What a filter at the end of a query can become, the best first; nothing if it is complete or is not a filter."""
    last = _LAST.search(query)
    if last is None:
        return []
    key, asked = last["key"].lower(), fold_words(last["value"])
    found = []
    for name, id, others in _values(key, dossier):
        if id == last["value"].lower():
            return []
        rank = _rank(asked, [name, *others, id])
        if rank is not None:
            found.append((rank, len(name), Completion(name, f"{key}:{id}", f"{query[: last.start('key')]}{key}:{id}")))
    return [completion for _, _, completion in sorted(found)[:MOST]]


def with_ids(query: str, dossier: Dossier) -> tuple[str, str]:
    """A query with its last filter completed by the best name, and that name; the query as it is, and no name."""
    best = next(iter(completions(query, dossier)), None)
    last = _LAST.search(query)
    return (best.query, best.name) if best and last and last["value"] else (query, "")


def article_named(words: str, dossier: Dossier) -> tuple[str, str] | None:
    """The filter by the article that some words name, and its name; None if they name none."""
    asked = fold_words(" ".join(words.split()))
    ranked = [
        (rank, name, id)
        for name, id, others in _values("article", dossier)
        if (rank := _rank(asked, [name, *others])) is not None
    ]
    return next(((f"article:{id}", name) for _, name, id in sorted(ranked)), None)


def _rank(asked: str, names: list[str]) -> int | None:
    """How well the beginning of a name is asked for: 0 for the name itself, 1 for a later word; None if not at all."""
    folded = [f" {fold_words(name).replace('-', ' ')}" for name in names]
    at = [name.find(f" {asked.replace('-', ' ')}") for name in folded]
    return min((min(place, 1) for place in at if place >= 0), default=None)


def _values(key: str, dossier: Dossier) -> Iterator[tuple[str, str, list[str]]]:
    """The values of a filter: name, id and other names of each."""
    if key == "kind":
        yield from ((kind, kind, []) for kind in (*KINDS.values(), "passage") if kind != "measure")
        return
    named: dict[str, Mapping[str, Record]] = {"article": dossier.articles, "measure": dossier.measures}
    records = dossier.entities if key in _OF_ENTITIES else named.get(key, {})
    claimants = {record.claimant for record in dossier.figures.values()} if key == "by" else None
    for record in records.values():
        if claimants is None or record.id in claimants:
            name = article_name(record.id, dossier) if key == "article" else visible(dossier.name_of(record.id))
            yield name, record.id, _other_names(record, dossier)


def _other_names(record: Record, dossier: Dossier) -> list[str]:
    match record:
        case Article():
            return [record.title, dossier.name_of(record.publisher)]
        case Entity():
            return [record.name, *record.aliases]
        case Measure():
            return [record.name]
    return []
