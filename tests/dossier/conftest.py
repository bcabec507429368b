"""Small dossiers, linked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier

Linked = Callable[..., Dossier]
Entities = Callable[..., str]


@pytest.fixture
def linked(folder: Callable[..., Path]) -> Linked:
    """The dossier of a catalog and its articles: `linked(CATALOG, a="text")`.

    Each article's record is added, with its keyword as id and a title in square brackets.
    """

    def link(catalog: str, **articles: str) -> Dossier:
        records = "".join(f'  - id: {id}\n    file: {id}.txt\n    title: "[{id}]"\n' for id in articles)
        return open_dossier(folder(f"articles:\n{records}{catalog}", **articles))

    return link


@pytest.fixture
def entities() -> Entities:
    """The catalog's entities: `entities(us=["U.S.", "US"], tin={"name": "tin", "kind": "material"})`.

    A list holds name and aliases of a company; a mapping is the entity as it stands.
    """

    def write(**records: "list[str] | dict[str, object]") -> str:
        lines = ["entities:"]
        for id, record in records.items():
            if isinstance(record, list):
                record = {"name": record[0], "kind": "company", "aliases": record[1:]}
            lines += [f"  - id: {id}", *(f"    {key}: {json.dumps(value)}" for key, value in record.items())]
        return "\n".join(lines) + "\n"

    return write
