"""The records of a dossier by what they refer to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from tui.dossier.records import Check, Claim, Entity, Figure, Measure, Record, Relation

_Record = TypeVar("_Record", bound=Record)
_Kind = TypeVar("_Kind", bound=Record)


class RecordIndex:
    """Finds records by article, entity, measure, unit, and by the claims and checks about them.

    Lists are in the catalog's order. Each index is built when it is first used.
    """

    def __init__(self, records: Iterable[Record], checks: Iterable[Check]) -> None:
        self._records, self._checks = tuple(records), tuple(checks)

    def in_article(self, article: str, kind: type[_Kind]) -> list[_Kind]:
        """The records of a kind with a source in an article."""
        return _of_kind(self._by_article, article, kind)

    @cached_property
    def _by_article(self) -> dict[str, list[Record]]:
        return _grouped((source.article, record) for record in self._records for source in record.evidence)

    def referring_to(self, entity: str, kind: type[_Kind]) -> list[_Kind]:
        """The records of a kind that refer to an entity."""
        return _of_kind(self._by_entity, entity, kind)

    @cached_property
    def _by_entity(self) -> dict[str, list[Record]]:
        return _grouped((id, record) for record in self._records for id in record.entity_ids)

    def relations_to(self, entity: str) -> Iterator[tuple[Entity, Relation]]:
        """The relations that other entities have to this one."""
        for other in self.referring_to(entity, Entity):
            for relation in other.relations:
                if relation.of == entity:
                    yield other, relation

    def claims_against(self, id: str) -> Sequence[Claim]:
        """The claims that support or contradict the claim or figure with an id."""
        return self._claims_against.get(id, ())

    @cached_property
    def _claims_against(self) -> dict[str, list[Claim]]:
        claims = (record for record in self._records if isinstance(record, Claim))
        return _grouped((id, claim) for claim in claims for id in (*claim.contradicts, *claim.supports))

    def checks_about(self, id: str) -> Sequence[Check]:
        """The checks that a claim or figure is part of."""
        return self._checks_about.get(id, ())

    @cached_property
    def _checks_about(self) -> dict[str, list[Check]]:
        return _grouped((id, check) for check in self._checks for id in check.involved)

    def figures_of(self, measure: str) -> Sequence[Figure]:
        """The figures of a measure."""
        return self._by_measure.get(measure, ())

    @cached_property
    def _by_measure(self) -> dict[str, list[Figure]]:
        return _grouped((record.measure, record) for record in self._records if isinstance(record, Figure))

    def measures_in(self, unit: str) -> Sequence[Measure]:
        """The measures whose values are in a unit."""
        return self._by_unit.get(unit, ())

    @cached_property
    def _by_unit(self) -> dict[str, list[Measure]]:
        return _grouped((record.unit, record) for record in self._records if isinstance(record, Measure))


def _grouped(pairs: Iterable[tuple[str, _Record]]) -> dict[str, list[_Record]]:
    """Records by key, each once under a key; the pairs of a record are in a row."""
    groups: dict[str, list[_Record]] = {}
    for key, record in pairs:
        group = groups.setdefault(key, [])
        if not group or group[-1] is not record:
            group.append(record)
    return groups


def _of_kind(groups: Mapping[str, list[Record]], key: str, kind: type[_Kind]) -> list[_Kind]:
    return [record for record in groups.get(key, ()) if isinstance(record, kind)]
