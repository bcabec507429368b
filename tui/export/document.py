"""`json`: the records with everything that `list` prints of them, and what the catalog has besides, as one document."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import KINDS, Article, Figure, Record
from tui.export.records import as_mapping, span_in
from tui.text.json import to_json

MOST_CONFLICTS = 100
"""The largest number of conflicts of one group of figures."""


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """The records by kind, and what belongs to them: checks, conflicts, and what is left out of their articles."""
    chosen = [*records]
    ids = {record.id for record in chosen}
    by_kind: dict[str, list[object]] = {kind: [] for kind in KINDS.values()}
    for record in chosen:
        by_kind[record.kind].append(as_mapping(record, dossier))
    document = {
        "title": dossier.title,
        **{plural: by_kind[kind] for plural, kind in KINDS.items()},
        "checks": list(_checks(ids, dossier)),
        "conflicts": list(_conflicts(chosen, dossier)),
        "units": list(_units(dossier)),
        "relations": [{"is": name, "inverse": inverse} for name, inverse in dossier.inverses.items()],
        "ignored": list(_ignored(ids, dossier)),
        "artefacts": list(_artefacts(chosen, dossier)),
    }
    return to_json(document, indent=2)


def _checks(ids: Collection[str], dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The checks that some records are part of, with their outcomes."""
    for check in dossier.checks:
        if any(id in ids for id in check.involved):
            yield {
                "id": check.id,
                "says": check.says,
                "holds": check.holds,
                "about": list(check.involved),
                "verdict": check.verdict,
                "left": check.left,
                "right": check.right,
                "means": check.meaning,
                "if_holds": check.if_holds,
                "if_fails": check.if_fails,
                "draft": check.draft,
            }


def _conflicts(records: Iterable[Record], dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The conflicts of some figures, at most 100 of a group, and all else that the curator says of two of them."""
    figures = [record for record in records if isinstance(record, Figure)]
    ids = {figure.id for figure in figures}
    said = {frozenset(conflict.between): conflict.because for conflict in dossier.conflicts}
    found = set()
    for group in dossier.groups.of(figures):
        for pair in islice(group.conflicts(), MOST_CONFLICTS):
            between = pair.first.id, pair.second.id
            found.add(frozenset(between))
            yield {"between": list(between), "verdict": pair.verdict, "because": said.get(frozenset(between))}
    for conflict in dossier.conflicts:
        if frozenset(conflict.between) not in found and not ids.isdisjoint(conflict.between):
            yield {"between": list(conflict.between), "verdict": None, "because": conflict.because}


def _units(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for unit in dossier.units.by_id.values():
        yield {
            "id": unit.id,
            "name": unit.name,
            "written": list(unit.written),
            "ambiguous": list(unit.ambiguous),
            "base": unit.base or None,
            "factor": unit.factor,
            "exact": unit.exact,
        }


def _ignored(ids: Collection[str], dossier: Dossier) -> Iterator[dict[str, Any]]:
    for ignored in dossier.ignored:
        if ignored.article in ids:
            what = "name" if ignored.is_name else "number"
            yield {**span_in(ignored.article, ignored.span, dossier), "what": what, "why": ignored.why}


def _artefacts(records: Iterable[Record], dossier: Dossier) -> Iterator[dict[str, Any]]:
    for article in records:
        if isinstance(article, Article):
            for artefact in article.artefacts:
                yield {**span_in(article.id, artefact.span, dossier), "reads": artefact.reads}
