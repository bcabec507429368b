"""What pydantic's validation errors mean for a curator, in words of our own, chosen by the type of the error."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from tui.catalog import schema, types
from tui.catalog.nodes import mark_of
from tui.catalog.problem import Mark, Problem, closest

_MESSAGES = {
    "missing": "the key “{key}” is missing; add it",
    "undecided": "the key “{missing}” is missing; add it, or set draft: true",
    "extra_forbidden": "unknown key “{key}”",
    "string_type": "“{key}” is a text, not a {shape}",
    "list_type": "“{key}” is a list, not a {shape}: begin each item with a hyphen",
    "model_type": "“{key}” has keys of its own and is not a {shape}",
    "model_attributes_type": "“{key}” has keys of its own and is not a {shape}",
    "dict_type": "“{key}” has keys of its own and is not a {shape}",
    "too_short": "“{key}” is empty; fill it in or take it out",
    "string_too_short": "“{key}” is empty; fill it in or take it out",
    "too_long": "“{key}” has more than {max_length:,} entries; take some out",
    "string_too_long": "“{key}” is longer than {max_length} characters; shorten it",
    "string_unicode": "“{key}” has half of a surrogate pair; write the whole character",
    "bool_parsing": "“{key}” must be true or false",
    "bool_type": "“{key}” must be true or false",
    "int_parsing": "“{key}” must be a whole number",
    "int_type": "“{key}” must be a whole number",
    "int_parsing_size": "“{key}” must be a whole number",
    "decimal_parsing": "“{key}” must be a number: digits, with a point before decimals",
    "decimal_type": "“{key}” must be a number: digits, with a point before decimals",
    "finite_number": "“{key}” must be a number: digits, with a point before decimals",
    "greater_than": "“{key}” must be more than {gt}",
    "greater_than_equal": "“{key}” must be {ge} or more",
    "less_than_equal": "“{key}” must be {le} or less",
    types.RULE: "“{key}”: {rule}",
    types.DATE: "“{key}”: {rule}",
}
"""By the type of an error; filled in with the key, the shape of the value, and the error's context."""

_SIMILAR = 80
"""How similar of 100 a listed value is to a misspelt one: a city is no facility."""

_OTHER = "“{key}” has a value that is not allowed here"

_PATTERNS = {
    types.ID_PATTERN: "“{given}” is not an id: letters and digits, in words joined by hyphens",
    types.UNIT_PATTERN: "“{given}” is not an id: the short form of a unit, without white space",
    types.PER_PATTERN: "“{given}” is not a rate: write what it is per, such as yr, day, t, capita, 100000 or ha/yr",
    types.SHA256_PATTERN: "“{given}” is not a SHA-256 digest: 64 digits from 0 to f",
    types.LANGUAGE_PATTERN: "“{given}” is not a language: give its BCP 47 tag, such as en, de-CH or pt-BR",
}
"""By the pattern that a text does not match."""


def schema_problems(error: ValidationError, root: dict[str, Any], is_broken: bool = False) -> Iterator[Problem]:
    """The problems that a validation error reports, with their places.

    Of YAML that `is_broken`, it is not known whether a key at the top is missing.
    """
    for detail in error.errors(include_url=False):
        path = detail["loc"]
        if is_broken and detail["type"] == "missing" and len(path) == 1:
            continue
        mark = mark_of(root, path)
        message, hint = _message(detail), None
        if detail["type"] == "literal_error":
            message, hint = _choice(detail)
        if detail["type"] == "extra_forbidden":
            parent: Any = root
            for part in path[:-1]:
                parent = parent[part]
            mark = parent.keys_at[str(path[-1])]
            if parent.in_braces and parent[str(path[-1])] is None:
                message += "; inside braces a comma ends the value: quote it, or write it on lines of its own"
            hint = closest(str(path[-1]), _known_keys(path[:-1]))
        # A date that is not valid only leaves out its own record.
        code = types.DATE if detail["type"] == types.DATE else "schema"
        yield Problem(mark, code, message, hint)


def no_list(key: str, value: object, mark: Mark) -> Problem:
    """The problem of a value where a list is expected."""
    return Problem(mark, "schema", _MESSAGES["list_type"].format(key=key, shape=_shape(value)))


def _message(detail: ErrorDetails) -> str:
    context, in_list = detail.get("ctx", {}), isinstance(detail["loc"][-1], int)
    if detail["type"] == "string_pattern_mismatch":
        template = _PATTERNS[context["pattern"]]
    else:
        template = _MESSAGES.get("too_short" if in_list and detail["input"] is None else detail["type"], _OTHER)
    if in_list and template.startswith("“{key}” "):
        template = f"an entry of {template}"
    return template.format(key=_key(detail), given=detail["input"], shape=_shape(detail["input"]), **context)


def _choice(detail: ErrorDetails) -> tuple[str, str | None]:
    """The message for a value that is not one of those listed, and the listed value that is most like it."""
    key, given = _key(detail), detail["input"]
    choices = list(_words_in(_field(detail["loc"]).annotation))
    listed = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    if not isinstance(given, str):
        return f"“{key}” must be {listed}", None
    return f"“{key}” cannot be “{given}”; it must be {listed}", closest(given, choices, _SIMILAR)


def _key(detail: ErrorDetails) -> str:
    """The key whose value is not valid, or that holds the list with that value."""
    return next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "catalog")


def _shape(value: object) -> str:
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
