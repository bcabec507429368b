"""Parsing a catalog file: YAML to validated entries, and every problem with its place."""

import shlex
from collections.abc import Collection, Iterator
from collections.abc import Mapping as PlainMapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from tui.catalog import partial, schema
from tui.catalog.find import NAME
from tui.catalog.include import REPEATED, CatalogFile, CatalogFiles, ReadText, joined, no_files
from tui.catalog.nodes import Mapping, no_mapping
from tui.catalog.partial import Cut
from tui.catalog.problem import CatalogError, Hints, Mark, Problem, start_of
from tui.catalog.shared import with_shared_once
from tui.catalog.types import DATE
from tui.catalog.unit_advice import advice
from tui.catalog.validation import schema_problems
from tui.text.document import read_text
from tui.text.opening import UnreadableError

_BEARABLE = frozenset({"articles", "figures", "claims", "events", "ignored", "checks", "conflicts"})
"""The lists whose entries can be missing: no number, name or quote is read in another way without them."""

NO_TEXTS: PlainMapping[str, str] = {}


class ParsedCatalog(NamedTuple):
    """The valid entries of a catalog, and the problems of the others."""

    catalog: schema.Catalog | None
    """None where too little is valid to go on."""
    left_out: frozenset[str]
    """The ids of the records that are not valid."""
    problems: list[Problem]
    parts: list[CatalogFile]
    """The files, the one that is opened first."""
    missing: list[str]
    """The included files that cannot be read."""
    usable: bool
    """Whether the rest can be used: nothing is wrong, or only with dates, with records without which all others are
    read in the same way, or with what two files declare alike."""


def load(path: Path, texts: PlainMapping[str, str] = NO_TEXTS) -> schema.Catalog:
    """Reads a catalog from its files. Raises CatalogError with every problem of it.

    `texts` take the place of what files hold; the files are named by their paths relative to the catalog's folder.
    """
    return whole(read_file(path, texts))


def parse(text: str, file: str = "catalog.yaml") -> schema.Catalog:
    """Parses a catalog. Raises CatalogError with every problem of it; `file` is its name in problems."""
    return whole(read(text, file))


def whole(parsed: ParsedCatalog) -> schema.Catalog:
    """The catalog if nothing is wrong with it. Raises CatalogError with every problem otherwise."""
    if parsed.problems or parsed.catalog is None:
        raise CatalogError(parsed.problems)
    return parsed.catalog


def read_file(
    path: Path, texts: PlainMapping[str, str] = NO_TEXTS, earlier: ParsedCatalog | None = None
) -> ParsedCatalog:
    """Parses the files of a catalog as far as they are valid, with `texts` in place of what some of them hold.

    Returns the `earlier` one if all of its files still have the same texts.
    """

    def read_included(file: str) -> str:
        return texts[file] if file in texts else read_text(file, within=path.parent)

    try:
        text = texts[path.name] if path.name in texts else read_text(path)
    except UnreadableError as error:
        # A folder of texts has none at first.
        none = path.name == NAME and not path.exists() and path.parent.is_dir()
        how = f"; `lode new {shlex.quote(str(path.parent))}` writes one" if none else ""
        problem = Problem(start_of(str(path)), "unreadable", f"the catalog {error}{how}")
        return ParsedCatalog(None, frozenset(), [problem], [], [], usable=False)
    if earlier and _is_same(earlier, text, read_included):
        return earlier
    return read(text, path.name, read_included)


def _is_same(earlier: ParsedCatalog, text: str, read_included: ReadText) -> bool:
    """Whether the files of a catalog have the same texts as before; `text` is that of the first."""
    first, *included = earlier.parts
    try:
        return text == first.text and not earlier.missing and all(read_included(p.file) == p.text for p in included)
    except UnreadableError:
        return False


def read(text: str, file: str, read_included: ReadText = no_files) -> ParsedCatalog:
    """Parses a catalog's text, and the files that it includes, as far as they are valid.

    `file` is its name in problems.
    """
    files = CatalogFiles(text, file, read_included)
    root, cut, found = joined(files.parts)
    problems = [*files.problems, *found]
    if isinstance(root, Mapping) and "lode" in root:
        catalog, left_out, found = _validated(root, file, bool(files.parts[0].cut.keys))
        cut, problems = cut.and_(left_out), [*problems, *found]
    else:
        catalog = None
        problems = problems or [_no_catalog(root, file)]
    usable = catalog is not None and all(_is_bearable(problem, file, cut) for problem in problems)
    if catalog:
        catalog, shared = with_shared_once(catalog)
        problems += shared
        found = [*_duplicate_ids(catalog), *_unit_problems(catalog, cut.ids)]
        problems += found
        usable = usable and not found
        # Without all units, most figures could not be read: all are left out.
        if "units" in cut.keys or any(problem.code != "duplicate-id" for problem in found):
            cut = cut.and_(Cut(frozenset(entry.id for entry in (*catalog.figures, *catalog.checks))))
            catalog = catalog.model_copy(update={"figures": [], "checks": [], "conflicts": []})
    problems.sort(key=lambda problem: problem.mark)
    return ParsedCatalog(catalog, cut.ids, problems, files.parts, files.missing, usable)


def _is_bearable(problem: Problem, file: str, cut: Cut) -> bool:
    """Whether the rest of a catalog can be used in spite of a problem; `file` is the one that is opened."""
    if problem.code in (DATE, REPEATED):
        return True
    return cut.keys <= _BEARABLE and (problem.code == "schema" or (problem.file != file and problem.code == "yaml"))


def _no_catalog(root: object, file: str) -> Problem:
    if isinstance(root, Mapping):
        message = "this is not a lode catalog: the key `lode: 1` is missing at the top"
        return Problem(start_of(file), "schema", message)
    return no_mapping(file)


def _validated(root: Mapping, file: str, broken: bool) -> tuple[schema.Catalog | None, Cut, list[Problem]]:
    """The valid part of a catalog, what had to be left out, and the problems.

    If the YAML is `broken`, it is not known whether a key at the top is missing.
    """
    try:
        return schema.Catalog.model_validate(root), Cut(), []
    except ValidationError as error:
        problems = list(schema_problems(error, root, broken))
        rest, cut = partial.usable(root, error)
    if "lode" not in rest:
        return None, cut, problems
    rest.setdefault("title", file)
    return schema.Catalog.model_validate(rest), cut, problems


def _duplicate_ids(catalog: schema.Catalog) -> Iterator[Problem]:
    units = ((unit.id, catalog.mark("units", number, "id")) for number, unit in enumerate(catalog.units))
    records = ((entry.id, entry.mark("id")) for entry in catalog.records)
    for ids in (units, records):
        seen: dict[str, Mark] = {}
        for id, mark in ids:
            if first := seen.get(id):
                where = f"on line {first.line}" if first.file == mark.file else f"at {first.file}:{first.line}"
                yield Problem(mark, "duplicate-id", f"the id “{id}” is taken, {where}; choose another")
            seen.setdefault(id, mark)


def _unit_problems(catalog: schema.Catalog, absent: frozenset[str]) -> Iterator[Problem]:
    units = {unit.id: unit for unit in catalog.units}
    forms: dict[str, str] = {}
    hints = Hints()
    for number, unit in enumerate(catalog.units):
        if unit.base and not _is_base(unit.base, units, absent):
            message = f"“{unit.base}” is not a base unit: that is listed and has no base of its own"
            yield Problem(unit.mark("base"), "unknown-unit", message, hints.closest(unit.base, units))
        if unit.factor != 1 and not unit.base:
            message = f"{unit.factor} of what? Give the unit’s `base`, or take the factor out"
            yield Problem(unit.mark("factor"), "unknown-unit", message)
        if not unit.name and not _is_builtin(unit.id):
            message = f"no built-in unit has the id “{unit.id}”; give the unit its `name`"
            named = [id for id, each in units.items() if each.name]
            mark = catalog.mark("units", number, "id")
            yield Problem(mark, "unknown-unit", message, advice(unit.id, named, hints).nearest)
        elif not unit.name and (unit.base or unit.exact):
            message = (
                f"“{unit.id}” is a built-in unit; give it a `name` to define it again, or leave `base` and `exact` out"
            )
            yield Problem(unit.mark("base" if unit.base else "exact"), "unknown-unit", message)
        for form in (unit.id, *unit.written, *unit.ambiguous):
            if forms.setdefault(form, unit.id) != unit.id:
                message = f"“{form}” is written for two units, {forms[form]} and {unit.id}; keep one"
                yield Problem(catalog.mark("units", number, "written"), "shared-form", message)
    for measure in catalog.measures:
        if measure.unit not in units and measure.unit not in absent and not _is_builtin(measure.unit):
            nearest, what = advice(measure.unit, units, hints)
            message = f"no unit has the id “{measure.unit}”{what}"
            yield Problem(measure.mark("unit"), "unknown-unit", message, nearest)


def _is_base(id: str, units: PlainMapping[str, schema.UnitEntry], absent: Collection[str]) -> bool:
    return not units[id].base if id in units else id in absent or _is_builtin(id)


def _is_builtin(id: str) -> bool:
    from tui.quantity.builtin import builtin_ids

    return id in builtin_ids()
