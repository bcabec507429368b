"""Writes what a review found into the entry of a figure or claim, changing no other byte of the catalog."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.catalog import nodes
from tui.catalog.problem import CatalogError, Mark
from tui.curate.insert import InsertError, change
from tui.curate.yaml import scalar

STATUSES = ("checked", "wrong", "open")
"""What a review can find, in the order in which the app steps through them."""

LISTINGS = ("figures", "claims")
"""The lists of the catalog whose entries are reviewed."""

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


_PLAIN = re.compile(r"checked|wrong|open|\d{4}-\d\d-\d\d")
"""What does not need quotation marks."""


def next_status(status: str | None) -> str | None:
    """The status after one; after the last, none."""
    order: tuple[str | None, ...] = (None, *STATUSES)
    return order[(order.index(status) + 1) % len(order)]


def set_status(path: Path, id: str, status: str | None, by: str = "", date: str = "") -> None:
    """Writes the status of a figure or claim, who reviewed it, and when; without a status, removes all three.

    Raises InsertError if the entry is not there, or is written in a way that cannot be changed; the catalog is then
    unchanged.
    """
    values = {"status": status, "reviewed_by": by if status else "", "reviewed": date if status else ""}
    change(path, lambda text: with_values(text, id, {key: value or None for key, value in values.items()}))


def with_values(text: str, id: str, values: Mapping[str, str | None]) -> str:
    """A catalog's text with other values for some keys of an entry; without the keys that get None.

    Raises InsertError if that is not possible, and CatalogError if the text is not a catalog.
    """
    wanted = {key: value for key, value in {**_entry(text, id), **values}.items() if value is not None}
    try:
        changed = text
        for key, value in values.items():
            changed = _with_value(changed, id, key, value)
        if _entry(changed, id) == wanted:
            return changed
    except (CatalogError, InsertError):
        pass
    raise InsertError(f"{id} is written in a way that cannot be changed here; e edits it.")


def _entry(text: str, id: str) -> nodes.Mapping:
    root = nodes.parse(text.removeprefix("\ufeff"), "")
    for listing in LISTINGS:
        for entry in root.get(listing) or ():
            if isinstance(entry, nodes.Mapping) and entry.get("id") == id:
                return entry
    raise InsertError(f"{id} is no longer in the catalog.")


def _with_value(text: str, id: str, key: str, value: str | None) -> str:
    entry = _entry(text, id)
    rows = text.splitlines(keepends=True)
    if key in entry:
        mark = entry.keys_at[key]
        row = rows[mark.line - 1]
        before = row[: mark.column - 1]
        if value is None and not before.strip():
            del rows[mark.line - 1]
        elif value is None:
            end = _end_of(row, entry.values_at[key], entry[key])
            rows[mark.line - 1] = before.rstrip().removesuffix(",") + row[end:]
        else:
            _replace(rows, entry.values_at[key], entry[key], value)
        return "".join(rows)
    if value is None:
        return text
    mark = entry.keys_at["id"]
    row = rows[mark.line - 1]
    written = f"{key}: {_scalar(value)}"
    body = row.rstrip("\r\n")
    if row[: mark.column - 1].strip(" -\t\ufeff"):
        # In braces: after the id.
        end = _end_of(row, entry.values_at["id"], entry["id"])
        rows[mark.line - 1] = f"{row[:end]}, {written}{row[end:]}"
    else:
        newline = row[len(body) :] or "\n"
        indent = " " * (mark.column - 1 - row.startswith("\ufeff"))
        rows[mark.line - 1 : mark.line] = [body + newline, indent + written + row[len(body) :]]
    return "".join(rows)


def _replace(rows: list[str], mark: Mark, old: Any, value: str) -> None:
    row = rows[mark.line - 1]
    end = _end_of(row, mark, old)
    rows[mark.line - 1] = row[: mark.column - 1] + _scalar(value) + row[end:]


def _end_of(row: str, mark: Mark, value: Any) -> int:
    """The column after a scalar, from 0. Raises InsertError if it is not there as it reads."""
    start = mark.column - 1
    quoted = _QUOTED.match(row, start)
    if quoted:
        return quoted.end()
    if not isinstance(value, str) or not row.startswith(value, start):
        raise InsertError("The value is not on one line, so it cannot be changed here; e edits it.")
    return start + len(value)


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else scalar(value)
