"""Writes what a review found into the entry of a figure or claim, changing no other byte of the catalog."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from tui.catalog import nodes
from tui.catalog.problem import CatalogError, Mark
from tui.curate.insert import InsertError, broken, change
from tui.curate.journal import StaysError, Step
from tui.curate.yaml import scalar
from tui.text.document import read_text
from tui.text.opening import UnreadableError

STATUSES = ("checked", "wrong", "open")
"""What a review can find, in the order in which the app steps through them."""

LISTINGS = ("figures", "claims")
"""The lists of the catalog whose entries are reviewed."""

_KEYS = ("status", "reviewed_by", "reviewed")
"""What a review writes into an entry."""

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


_PLAIN = re.compile(r"checked|wrong|open|\d{4}-\d\d-\d\d")
"""What does not need quotation marks."""


def next_status(status: str | None) -> str | None:
    """The status after one; after the last, none."""
    order: tuple[str | None, ...] = (None, *STATUSES)
    return order[(order.index(status) + 1) % len(order)]


def set_status(path: Path, id: str, status: str | None, by: str = "", date: str = "") -> Step:
    """Writes the status of a figure or claim, who reviewed it, and when; without a status, removes all three.

    Returns the step, which can be undone. Raises InsertError if the entry is not there, or is written in a way that
    cannot be changed; the catalog is then unchanged.
    """
    texts = "", ""
    given = dict(zip(_KEYS, (status, by if status else "", date if status else ""), strict=True))

    def write(text: str) -> str:
        nonlocal texts
        texts = text, with_values(text, id, {key: value or None for key, value in given.items()})
        return texts[1]

    change(path, write)
    earlier = _entry(texts[0], id).get("status")
    undone = f"{id} is {f'again marked as {earlier}' if earlier else 'no longer marked'}"
    return Step(undone, partial(change, path, partial(_as_before, *texts, id)))


def step_status(path: Path, id: str, by: str, date: str) -> tuple[str | None, Step]:
    """Writes the status after the one in the file, and returns it with the step, as `set_status` does."""
    try:
        status = next_status(_entry(read_text(path), id).get("status"))
    except UnreadableError as error:
        raise InsertError(f"The catalog {error}.") from None
    except CatalogError as error:
        raise broken(error, path) from None
    return status, set_status(path, id, status, by, date)


def _as_before(before: str, after: str, id: str, text: str) -> str:
    """A catalog's text with the rows of an entry that differ between two versions as they were in the earlier one.

    Raises StaysError if they are not as in the later one.
    """
    old, new, rows = (each.splitlines(keepends=True) for each in (before, after, text))
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    try:
        now, then = _entry(text, id), _entry(after, id)
    except InsertError as error:
        raise StaysError(str(error)) from None
    at = first + now.keys_at["id"].line - then.keys_at["id"].line
    if rows[at : at + len(new)] != new or any(now.get(key) != then.get(key) for key in _KEYS):
        raise StaysError(f"{id} has been marked in the catalog since; e edits it.")
    return "".join([*rows[:at], *old, *rows[at + len(new) :]])


def _alike(rows: list[str], others: list[str]) -> int:
    """How many rows are the same at the start."""
    pairs = enumerate(zip(rows, others, strict=False))
    return next((index for index, (row, other) in pairs if row != other), min(len(rows), len(others)))


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
