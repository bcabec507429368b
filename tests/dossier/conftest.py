"""Parts of small catalogs."""

import json
from collections.abc import Callable

import pytest

Entities = Callable[..., str]

MEASURES = """\
units:
  - id: t
    name: tonne
    written: [tons, ton, metric tons]
  - id: kt
    name: kilotonne
    base: t
    factor: 1000
  - id: Mt
    name: megatonne
    base: t
    factor: 1000000
  - id: "%"
    name: percent
    written: percent
  - id: count
    name: count
    exact: true
  - id: rank
    name: rank
    exact: true
measures:
  - id: reserves
    name: reserves
    unit: t
  - id: large
    name: reserves in megatonnes
    unit: Mt
  - id: production
    name: production
    unit: t
    per: yr
  - id: rest
    name: share of the rest
    unit: "%"
  - id: share
    name: share
    unit: "%"
  - id: plants
    name: plants
    unit: count
  - id: rank
    name: rank
    unit: rank
entities:
  - id: it
    name: It
    kind: country
figures:
"""
"""The beginning of a catalog, for figures of every sort about entity `it` to follow."""


@pytest.fixture
def entities() -> Entities:
    """The catalog's entities: `entities(us=["U.S.", "US"], tin={"name": "tin", "kind": "material"})`.

    A list holds name and aliases of a company; a mapping is the entity as it is.
    """

    def write(**records: "list[str] | dict[str, object]") -> str:
        lines = ["entities:"]
        for id, record in records.items():
            if isinstance(record, list):
                record = {"name": record[0], "kind": "company", "aliases": record[1:]}
            lines += [f"  - id: {id}", *(f"    {key}: {json.dumps(value)}" for key, value in record.items())]
        return "\n".join(lines) + "\n"

    return write
