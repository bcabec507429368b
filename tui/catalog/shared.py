"""Entities and measures that two files of a catalog declare: curators with a file each may create the same."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from tui.catalog.entry import Entry
from tui.catalog.problem import Problem
from tui.catalog.schema import Catalog, EntityEntry, MeasureEntry

SHARED = "shared-id"
"""The code of an entry that another file has already: both are one."""

_LISTS = ("aliases", "also", "except_", "mentions", "relations")
"""What an entity has of both entries."""

Shared = TypeVar("Shared", EntityEntry, MeasureEntry)


def with_shared_once(catalog: Catalog) -> tuple[Catalog, list[Problem]]:
    """A catalog with each entity and measure once that two files declare alike, and a problem for each second entry.

    An entity is the same if its id and name are; its other forms, mentions and relations are those of both entries. A
    measure is the same if all of it is. Anything else keeps an id that is taken.
    """
    problems: list[Problem] = []
    entities, measures = [*_once(catalog.entities, problems)], [*_once(catalog.measures, problems)]
    return catalog.model_copy(update={"entities": entities, "measures": measures}) if problems else catalog, problems


def _once(entries: Sequence[Shared], problems: list[Problem]) -> Iterator[Shared]:
    by_id: dict[str, list[Shared]] = {}
    for entry in entries:
        by_id.setdefault(entry.id, []).append(entry)
    for first, *others in by_id.values():
        if not others or not all(_is_same(first, each) for each in others):
            yield from (first, *others)
            continue
        yield first.model_copy(update=_together([first, *others])) if isinstance(first, EntityEntry) else first
        place = first.mark("id")
        message = f"“{first.id}” is declared at {place.file}:{place.line} already; keep one entry"
        problems += [Problem(each.mark("id"), SHARED, message) for each in others]


def _is_same(first: Entry, second: Entry) -> bool:
    if first.mark().file == second.mark().file:
        return False
    if isinstance(first, EntityEntry) and isinstance(second, EntityEntry):
        return first.name == second.name
    return first == second


def _together(entities: Sequence[Entry]) -> dict[str, list[Any]]:
    """The lists of entities, each with what any of them has, once."""
    return {
        key: [*{repr(each): each for entity in entities for each in getattr(entity, key)}.values()] for key in _LISTS
    }
