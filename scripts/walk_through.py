"""The dossier that docs/curating.md curates step by step, for its picture and its test."""

import re
from pathlib import Path
from typing import NamedTuple

from tui.curate.new import catalog_text, texts_in

PAGE = Path(__file__).parent.parent / "docs" / "curating.md"

_KEYS = {"Enter": "enter", "Esc": "escape", "↓": "down", "Tab": "tab"}
"""Textual's names of the keys that the page names in words; everything else is typed."""


class Step(NamedTuple):
    """A row of the page's table: the keys to press, and a text that is then on the screen."""

    keys: list[str]
    shows: str


def steps() -> list[Step]:
    """The steps of the page, in order."""
    [table] = re.findall(r"<!-- steps -->\n(.*?)<!-- /steps -->", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found = []
    for row in table.splitlines()[2:]:
        press, _, shows = (cell.strip() for cell in row.strip("|").split("|"))
        keys: list[str] = []
        for each in re.findall(r"`([^`]+)`", press):
            keys += [_KEYS[each]] if each in _KEYS else [*each]
        found.append(Step(keys, shows.strip("`")))
    return found


def write(folder: Path) -> Path:
    """Writes the page's text into a folder, with the catalog that `lode new` makes for it; the catalog's path."""
    [text] = re.findall(r"^```text\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (folder / "plant.txt").write_text(text, encoding="utf-8")
    catalog = folder / "catalog.yaml"
    written = catalog_text(folder, texts_in(folder), *[lambda _: None] * 3)
    catalog.write_text(written, encoding="utf-8")
    return catalog
