"""The catalog's JSON Schema, for editors that complete and check while a curator types.

# yaml-language-server: $schema=catalog.schema.json
"""

from collections.abc import Mapping
from typing import Any

from tui.catalog.schema import Catalog


def json_schema() -> dict[str, Any]:
    """The schema as draft 2020-12. Editors parse 1989 as a number and an empty value as null: both are allowed."""
    schema = Catalog.model_json_schema(by_alias=True)
    # The keys are class names; the titles are the public names.
    names = {name: part["title"] for name, part in schema["$defs"].items()}
    schema["$defs"] = {names[name]: part for name, part in schema["$defs"].items()}
    _loosen(schema, {f"#/$defs/{name}": f"#/$defs/{title}" for name, title in names.items()})
    # A file that another one includes has lists only.
    schema |= {"required": [], "dependentRequired": {"lode": ["title"], "title": ["lode"], "language": ["lode"]}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "lode-catalog-1"} | schema


def _loosen(node: Any, references: Mapping[str, str]) -> None:
    """Allows the other types that YAML may parse a value as, and renames references."""
    if isinstance(node, list):
        for each in node:
            _loosen(each, references)
    if not isinstance(node, dict):
        return
    if "$ref" in node:
        node["$ref"] = references[node["$ref"]]
    if node.get("type") == "string" and "enum" not in node and "const" not in node:
        node["type"] = ["string", "number", "boolean"]
    elif node.get("type") == "integer":
        node["type"] = ["integer", "string"]
    if node.get("const") == "1":
        del node["const"]
        node["enum"], node["type"] = ["1", 1], ["string", "integer"]
    for key, each in node.items():
        if key == "properties":
            required = node.get("required", [])
            node[key] = {name: _or_null(value) if name not in required else value for name, value in each.items()}
            each = node[key]
        _loosen(each, references)


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value[key] for key in ("description", "title", "default") if key in value}
    rest = {key: each for key, each in value.items() if key not in kept}
    options = rest.get("anyOf", [rest])
    if any(option.get("type") == "null" for option in options):
        return value
    return kept | {"anyOf": [*options, {"type": "null"}]}
