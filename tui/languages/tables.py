"""The files of `data`, which `scripts/languages.py` writes."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("data")


def read_table(name: str) -> dict[str, Any]:
    """The content of a file of `languages`."""
    table: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_bytes())
    return table
