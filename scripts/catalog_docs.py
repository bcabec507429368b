"""Generates the tables of docs/catalog.md from the schema: each key with its type and meaning.

    python -m scripts.catalog_docs

A test checks that the page is up to date.
"""

from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from scripts.marks import between_marks
from tui.catalog import schema
from tui.quantity.builtin import base_of, builtin_ids, currency_ids

PAGE = Path(__file__).parent.parent / "docs" / "catalog.md"

_NAMES = {str: "text", bool: "true or false", int: "whole number"}


def table(model: type[schema.Entry]) -> str:
    """The keys of a record as a Markdown table."""
    rows = ["| key | type | meaning |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        key = field.alias or name
        required = " (required)" if field.is_required() else ""
        rows.append(f"| `{key}` | {_type(field)}{required} | {field.description} |")
    return "\n".join(rows)


def _type(field: FieldInfo) -> str:
    if any("_date" in repr(each) for each in field.metadata):
        return "date (EDTF)"
    return _named(field.annotation)


def _named(annotation: Any) -> str:
    if hasattr(annotation, "__metadata__"):
        if any("_date" in repr(each) for each in annotation.__metadata__):
            return "date (EDTF)"
        return _named(annotation.__origin__)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "one of " + ", ".join(f"`{argument}`" for argument in arguments)
    if origin is list:
        return f"list of {_named(arguments[0])}"
    if arguments:
        return _named(next(argument for argument in arguments if argument is not NoneType))
    if _is_entry(annotation):
        name = schema.public_name(annotation)
        return f"[{name}](#{name.lower()})"
    return _NAMES.get(annotation, "number")


def _is_entry(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, schema.Entry)


_KINDS = {
    "m": "length", "kg": "mass", "m²": "area", "L": "volume", "sec": "time", "month": "months and years",
    "km/h": "speed", "J": "energy", "W": "power", "°C": "temperature", "byte": "data", "Pa": "pressure",
    "Hz": "frequency", "V": "voltage", "Sv": "radiation dose", "Bq": "radioactivity", "N": "force", "%": "shares",
    "pp": "differences of shares", "MWp": "solar power",
}  # fmt: skip
"""What the built-in units of a base measure; the others have their own."""


def units() -> str:
    """The built-in units as a Markdown table, by what they measure."""
    bases = {id: base_of(id) for id in builtin_ids()}
    currencies = set(currency_ids())
    rows = {kind: [id for id, unit in bases.items() if unit.kind == base] for base, kind in _KINDS.items()}
    rows["others, which do not convert"] = [
        id for id, unit in bases.items() if unit.kind not in _KINDS and unit.kind not in currencies
    ]
    rows["hundredths of currencies"] = [id for id, unit in bases.items() if unit.base in currencies]
    rows["currencies, which do not convert"] = sorted(currencies)
    lines = [f"| {kind} | {', '.join(f'`{id}`' for id in ids)} |" for kind, ids in rows.items()]
    return "\n".join(["| kind | ids |", "|---|---|", *lines])


def page(text: str) -> str:
    """The page with up-to-date tables."""
    models = {schema.public_name(each): each for each in vars(schema).values() if _is_entry(each)}
    return between_marks(text, lambda name: units() if name == "builtin" else table(models[name]))


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
