"""`lode schema`: what an editor says of a catalog while one types."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.conftest import Done
from tui.catalog.find import builtin


class Core(yaml.SafeLoader):
    """YAML as editors read it: a date is a text."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

SMALL = {"lode": 1, "title": "Test"}
FIGURE = {"id": "f", "sources": [{"article": "a", "quote": "q", "number": 5}]}


@pytest.fixture
def refused(lode: Callable[..., Done]) -> Callable[[Any], list[str]]:
    """What the printed schema says against a catalog."""
    schema = json.loads(lode("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return lambda catalog: [error.message for error in validator.iter_errors(catalog)]


def test_the_built_in_catalog_is_accepted(refused: Callable[[Any], list[str]]) -> None:
    catalog = yaml.load(builtin().read_text(encoding="utf-8"), Loader=Core)
    assert len(catalog["figures"]) > 20
    assert refused(catalog) == []


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"lode": "1"},
        {"title": 1989},
        {"figures": [FIGURE | {"period": 2024, "scope": None}]},
        {"entities": [{"id": "a", "name": "A", "kind": "person", "note": None}]},
        {"units": [{"id": "kt", "name": "kilotonne", "base": "t", "factor": 1000}]},
    ],
)
def test_what_lode_reads_is_accepted(refused: Callable[[Any], list[str]], more: dict[str, Any]) -> None:
    assert refused(SMALL | more) == []


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "more",
    [
        {"colour": "red"},
        {"lode": 2},
        {"title": ["a"]},
        {"articles": {"a": 1}},
        {"articles": [{"id": "a", "file": "a.txt"}]},
        {"articles": [{"id": "a", "file": "a.txt", "title": "A", "draft": "perhaps"}]},
        {"entities": [{"id": "a", "name": "A", "kind": "animal"}]},
        {"entities": [{"id": "a b", "name": "A", "kind": "person"}]},
        {"entities": [{"id": "a", "name": "A", "kind": "person", "alias": ["B"]}]},
        {"figures": [FIGURE | {"bound": "about"}]},
        {"figures": [FIGURE | {"nature": "guess"}]},
        {"figures": [FIGURE | {"sources": []}]},
        {"figures": [{"id": "f", "sources": [{"article": "a", "quote": "q"}]}]},
        {"conflicts": [{"between": ["a"], "because": "b"}]},
    ],
)
def test_what_lode_refuses_is_refused(refused: Callable[[Any], list[str]], more: dict[str, Any]) -> None:
    assert refused(SMALL | more)


@pytest.mark.parametrize("key", ["lode", "title"])
def test_a_missing_key_is_refused(refused: Callable[[Any], list[str]], key: str) -> None:
    assert refused({name: value for name, value in SMALL.items() if name != key})
