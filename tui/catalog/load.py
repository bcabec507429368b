"""Parsing a catalog file: YAML to validated entries, and every problem with its place."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as PlainMapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from tui.catalog import partial, schema
from tui.catalog.nodes import Mapping, no_mapping
from tui.catalog.partial import Cut
from tui.catalog.problem import START, CatalogError, Hints, Mark, Problem
from tui.catalog.validation import schema_problems
from tui.text.document import read_text
from tui.text.opening import UnreadableError


class ParsedCatalog(NamedTuple):
    """The valid entries of a catalog, and the problems of the others."""

    catalog: schema.Catalog | None
    """None where too little is valid to go on."""
    left_out: frozenset[str]
    """The ids of the records that are not valid."""
    problems: list[Problem]


def load(path: Path) -> schema.Catalog:
    """Reads a catalog file. Raises CatalogError with every problem of it."""
    return _whole(read_file(path))


def parse(text: str, file: str = "catalog.yaml") -> schema.Catalog:
    """Parses a catalog. Raises CatalogError with every problem of it; `file` is its name in problems."""
    return _whole(read(text, file))


def _whole(parsed: ParsedCatalog) -> schema.Catalog:
    if parsed.problems or parsed.catalog is None:
        raise CatalogError(parsed.problems)
    return parsed.catalog


def read_file(path: Path) -> ParsedCatalog:
    """Parses a catalog file as far as it is valid."""
    try:
        text = read_text(path)
    except UnreadableError as error:
        return ParsedCatalog(None, frozenset(), [Problem(str(path), START, "unreadable", f"the catalog {error}")])
    return read(text, path.name)


def read(text: str, file: str) -> ParsedCatalog:
    """Parses a catalog's text as far as it is valid; `file` is its name in problems."""
    root, cut, problems = partial.read(text.removeprefix("\ufeff"), file)
    if isinstance(root, Mapping) and "lode" in root:
        catalog, left_out, found = _validated(root, file, bool(cut.keys))
        cut, problems = cut.and_(left_out), [*problems, *found]
    else:
        catalog = None
        problems = problems or [_no_catalog(root, file)]
    if catalog:
        found = [*_duplicate_ids(catalog, file), *_unit_problems(catalog, file, cut.ids)]
        problems += found
        # Without all units, most figures could not be read: all are left out.
        if "units" in cut.keys or any(problem.code != "duplicate-id" for problem in found):
            cut = cut.and_(Cut(frozenset(entry.id for entry in (*catalog.figures, *catalog.checks))))
            catalog = catalog.model_copy(update={"figures": [], "checks": [], "conflicts": []})
    return ParsedCatalog(catalog, cut.ids, sorted(problems, key=lambda problem: problem.mark))


def _no_catalog(root: object, file: str) -> Problem:
    if isinstance(root, Mapping):
        return Problem(file, START, "schema", "this is no lode catalog: the key `lode: 1` is missing at the top")
    return no_mapping(file)


def _validated(root: Mapping, file: str, broken: bool) -> tuple[schema.Catalog | None, Cut, list[Problem]]:
    """The valid part of a catalog, what had to be left out, and the problems.

    If the YAML is `broken`, it is not known whether a key at the top is missing.
    """
    try:
        return schema.Catalog.model_validate(root), Cut(), []
    except ValidationError as error:
        problems = list(schema_problems(error, root, file, broken))
        rest, cut = partial.usable(root, error)
    if "lode" not in rest:
        return None, cut, problems
    rest.setdefault("title", file)
    return schema.Catalog.model_validate(rest), cut, problems


def _duplicate_ids(catalog: schema.Catalog, file: str) -> Iterator[Problem]:
    entries: Iterable[schema.UnitEntry | schema.RecordEntry]
    for entries in (catalog.units, catalog.records):
        seen: dict[str, Mark] = {}
        for entry in entries:
            mark = entry.mark("id")
            if entry.id in seen:
                message = f"the id “{entry.id}” is taken, on line {seen[entry.id].line}; choose another"
                yield Problem(file, mark, "duplicate-id", message)
            seen.setdefault(entry.id, mark)


def _unit_problems(catalog: schema.Catalog, file: str, absent: frozenset[str]) -> Iterator[Problem]:
    units = {unit.id: unit for unit in catalog.units}
    forms: dict[str, str] = {}
    hints = Hints()
    for number, unit in enumerate(catalog.units):
        if unit.base and not _is_base(unit.base, units, absent):
            message = f"“{unit.base}” is no base unit; a base unit is listed and has no base of its own"
            yield Problem(file, unit.mark("base"), "unknown-unit", message, hints.closest(unit.base, units))
        if unit.factor != 1 and not unit.base:
            message = f"{unit.factor} of what? Give the unit’s `base`, or take the factor out"
            yield Problem(file, unit.mark("factor"), "unknown-unit", message)
        if not unit.name and not _is_builtin(unit.id):
            message = f"no built-in unit has the id “{unit.id}”; give the unit its `name`"
            named = [id for id, each in units.items() if each.name]
            yield Problem(
                file, catalog.mark("units", number, "id"), "unknown-unit", message, _nearest_unit(unit.id, named, hints)
            )
        elif not unit.name and (unit.base or unit.exact):
            message = (
                f"“{unit.id}” is a built-in unit; give it a `name` to define it anew, or leave `base` and `exact` out"
            )
            yield Problem(file, unit.mark("base" if unit.base else "exact"), "unknown-unit", message)
        for form in (unit.id, *unit.written, *unit.ambiguous):
            if forms.setdefault(form, unit.id) != unit.id:
                message = f"“{form}” is written for two units, {forms[form]} and {unit.id}; keep one"
                yield Problem(file, unit.mark("written"), "shared-form", message)
    for measure in catalog.measures:
        if measure.unit not in units and measure.unit not in absent and not _is_builtin(measure.unit):
            nearest = _nearest_unit(measure.unit, units, hints)
            message = f"no unit has the id “{measure.unit}”" + "; list it in `units` with its name" * (not nearest)
            yield Problem(file, measure.mark("unit"), "unknown-unit", message, nearest)


def _is_base(id: str, units: PlainMapping[str, schema.UnitEntry], absent: Collection[str]) -> bool:
    return not units[id].base if id in units else id in absent or _is_builtin(id)


def _is_builtin(id: str) -> bool:
    from tui.quantity.builtin import builtin_ids

    return id in builtin_ids()


def _nearest_unit(id: str, units: Collection[str], hints: Hints) -> str | None:
    """The unit of the catalog with the most similar id, or the built-in one that is written so."""
    from tui.quantity.builtin import written_as

    return hints.closest(id, units) or written_as(id)
