"""Reading a catalog file: YAML to validated records, or every problem with its place."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from tui.catalog import partial, schema
from tui.catalog.nodes import Mapping, mark_of
from tui.catalog.partial import Cut
from tui.catalog.problem import START, CatalogError, Hints, Mark, Problem, closest
from tui.text.document import read_text
from tui.text.opening import UnreadableError


class Reading(NamedTuple):
    """What of a catalog holds by itself, and everything that is wrong with the rest."""

    catalog: schema.Catalog | None
    """None where too little holds to go on."""
    absent: frozenset[str]
    """The ids of the records that are not part of it because something is wrong with them."""
    problems: list[Problem]


def load(path: Path) -> schema.Catalog:
    """The catalog in a file. Raises CatalogError with every problem of it."""
    return _whole(read_file(path))


def parse(text: str, file: str = "catalog.yaml") -> schema.Catalog:
    """The catalog that a text is. Raises CatalogError with every problem of it, named as of `file`."""
    return _whole(read(text, file))


def _whole(reading: Reading) -> schema.Catalog:
    if reading.problems or reading.catalog is None:
        raise CatalogError(reading.problems)
    return reading.catalog


def read_file(path: Path) -> Reading:
    """What can be read of the catalog in a file."""
    try:
        text = read_text(path)
    except UnreadableError as error:
        return Reading(None, frozenset(), [Problem(str(path), START, "unreadable", f"the catalog {error}")])
    return read(text, path.name)


def read(text: str, file: str) -> Reading:
    """What can be read of a catalog's text; `file` is its name in problems."""
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
        # Without its units, hardly a number could be read.
        if "units" in cut.keys or any(problem.code != "duplicate-id" for problem in found):
            cut = cut.and_(Cut(frozenset(entry.id for entry in (*catalog.figures, *catalog.checks))))
            catalog = catalog.model_copy(update={"figures": [], "checks": [], "conflicts": []})
    return Reading(catalog, cut.ids, sorted(problems, key=lambda problem: problem.mark))


def _no_catalog(root: object, file: str) -> Problem:
    if isinstance(root, Mapping):
        return Problem(file, START, "schema", "this is no lode catalog: the key `lode: 1` is missing at the top")
    message = "this is no catalog; it begins with `lode: 1` and lists articles, entities and figures"
    return Problem(file, START, "yaml", message)


def _validated(root: Mapping, file: str, broken: bool) -> tuple[schema.Catalog | None, Cut, list[Problem]]:
    """The records of a catalog that follow the schema, what had to be left out for it, and why.

    Of `broken` YAML, it is not known whether a key at the top is missing.
    """
    try:
        return schema.Catalog.model_validate(root), Cut(), []
    except ValidationError as error:
        problems = list(_schema_problems(error, root, file, broken))
        rest, cut = partial.usable(root, error)
    if "lode" not in rest:
        return None, cut, problems
    rest.setdefault("title", file)
    return schema.Catalog.model_validate(rest), cut, problems


def _schema_problems(error: ValidationError, root: Mapping, file: str, broken: bool) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = detail["loc"]
        if broken and detail["type"] == "missing" and len(path) == 1:
            continue
        mark = mark_of(root, path)
        message, hint = _in_words(detail)
        if detail["type"] == "extra_forbidden":
            parent = root
            for part in path[:-1]:
                parent = parent[part]  # type: ignore[index]
            mark = parent.keys_at[str(path[-1])]
            if parent.in_braces and parent[str(path[-1])] is None:
                message += "; inside braces a comma ends the value: quote it, or write it on lines of its own"
            hint = closest(str(path[-1]), _known_keys(path[:-1]))
        yield Problem(file, mark, "schema", message, hint)


def _in_words(detail: ErrorDetails) -> tuple[str, str | None]:
    """What a validation error says to a curator, and the nearest candidate where its choices are listed."""
    key = next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "catalog")
    given, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return f"the key “{key}” is missing; add it", None
        case "extra_forbidden":
            return f"unknown key “{key}”", None
        case "literal_error":
            choices = list(_words_in(_field(detail["loc"]).annotation))
            listed = f"one of {', '.join(choices)}"
            if not isinstance(given, str):
                return f"“{key}” is {listed}", None
            return f"“{given}” is no “{key}”: it is {listed}", closest(given, choices)
        case "string_pattern_mismatch" if key == "sha256":
            return f"“{given}” is no SHA-256: 64 digits from 0 to f", None
        case "string_pattern_mismatch" if key == "language":
            return f"“{given}” is no language: give its BCP 47 tag, such as en, de-CH or pt-BR", None
        case "string_pattern_mismatch":
            rule = "letters and digits, in words joined by hyphens"
            if context["pattern"] == schema.UNIT_PATTERN:
                rule = "the short form of a unit, without white space"
            return f"“{given}” is no id: {rule}", None
        case "string_type":
            return f"“{key}” is a text, not a {_shape(given)}", None
        case "list_type":
            return f"“{key}” is a list, not a {_shape(given)}: begin each item with a hyphen", None
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"“{key}” has keys of its own, and is no {_shape(given)}", None
        case "too_short" | "string_too_short":
            return f"“{key}” is empty; fill it in or take it out", None
        case "string_unicode":
            return f"“{key}” has half of a surrogate pair; write the whole character", None
        case "bool_parsing" | "bool_type":
            return f"“{key}” is true or false", None
        case "int_parsing" | "int_type" | "int_parsing_size":
            return f"“{key}” is a whole number", None
        case "decimal_parsing" | "decimal_type" | "finite_number":
            return f"“{key}” is a number: digits, with a point before decimals", None
        case "greater_than":
            return f"“{key}” is more than {context['gt']}", None
        case "greater_than_equal":
            return f"“{key}” is {context['ge']} or more", None
        case "less_than_equal":
            return f"“{key}” is {context['le']} or less", None
        case "too_long":
            return f"“{key}” has more than {context['max_length']:,} entries; take some out", None
        case "string_too_long":
            return f"“{key}” is longer than {context['max_length']} characters; shorten it", None
        case "undecided":
            return detail["msg"], None
        case _:
            return f"“{key}”: {detail['msg']}", None


def _shape(value: object) -> str:
    if value is None:
        return "blank"
    if isinstance(value, list):
        return "list"
    return "mapping" if isinstance(value, dict) else "text"


def _known_keys(path: tuple[str | int, ...]) -> list[str]:
    """The keys that a mapping at this path may have."""
    model = _model_in(_field(path).annotation) if path else schema.Catalog
    return [field.alias or name for name, field in model.model_fields.items()]


def _field(path: tuple[str | int, ...]) -> FieldInfo:
    """The field of the schema that holds the value at this path, or the list that it is in."""
    *above, last = [part for part in path if isinstance(part, str)]
    model: type[schema.Entry] = schema.Catalog
    for part in above:
        model = _model_in(_named(model, part).annotation)
    return _named(model, last)


def _words_in(annotation: object) -> Iterator[str]:
    """The words of a Literal, optional or not."""
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _words_in(argument)


def _named(model: type[schema.Entry], key: str) -> FieldInfo:
    return next(field for name, field in model.model_fields.items() if (field.alias or name) == key)


def _model_in(annotation: object) -> type[schema.Entry]:
    """The record type inside a list or an annotation."""
    while not (isinstance(annotation, type) and issubclass(annotation, schema.Entry)):
        annotation = annotation.__args__[0]  # type: ignore[attr-defined]
    return annotation


def _duplicate_ids(catalog: schema.Catalog, file: str) -> Iterator[Problem]:
    entries: Iterable[schema.Unit | schema.Record]
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
    for unit in catalog.units:
        if unit.base and unit.base not in absent and (unit.base not in units or units[unit.base].base):
            message = f"“{unit.base}” is no base unit; a base unit is listed and has no base of its own"
            yield Problem(file, unit.mark("base"), "unknown-unit", message, hints.closest(unit.base, units))
        if unit.factor != 1 and not unit.base:
            message = f"{unit.factor} of what? Give the unit’s `base`, or take the factor out"
            yield Problem(file, unit.mark("factor"), "unknown-unit", message)
        for form in (unit.id, *unit.written, *unit.ambiguous):
            if forms.setdefault(form, unit.id) != unit.id:
                message = f"“{form}” is written for two units, {forms[form]} and {unit.id}; keep one"
                yield Problem(file, unit.mark("written"), "shared-form", message)
    for measure in catalog.measures:
        if measure.unit not in units and measure.unit not in absent:
            message = f"no unit has the id “{measure.unit}”"
            yield Problem(file, measure.mark("unit"), "unknown-unit", message, hints.closest(measure.unit, units))
