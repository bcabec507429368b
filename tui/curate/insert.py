"""Adds drafts to an existing catalog: at the end of their list, and without changing any other byte."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.catalog import load, nodes, schema
from tui.catalog.find import is_shipped
from tui.catalog.problem import START, CatalogError, Mark
from tui.curate.yaml import Value, lines
from tui.text.files import update
from tui.text.opening import UnreadableError

_NEWLINE = re.compile(r"\r\n|\n|\r")
_INDENT = 2
"""The indentation of list items if the catalog has no list yet."""


class InsertError(Exception):
    """A draft cannot be written into a catalog; the message says why, and what to do."""


def insert(path: Path, listing: str, *drafts: Mapping[str, Value]) -> Mark:
    """Writes drafts at the end of one of a catalog's lists, and returns the place of the first in the file.

    What another program saves at the same time is kept, and so are the file's owner and attributes (see `text.files`).
    Raises InsertError if the drafts cannot be written; the catalog is then unchanged.
    """
    refuse_shipped(path)
    mark = START

    def with_drafts(text: str) -> str:
        nonlocal mark
        whole, mark = inserted(text, listing, *drafts)
        return whole

    try:
        update(path, with_drafts)
    except UnreadableError as error:
        raise InsertError(f"The catalog {error}.") from None
    except CatalogError as error:
        line = error.problems[0].mark.line
        raise InsertError(
            f"The catalog is broken on line {line}; mend it first (e opens it, ! says what is wrong)."
        ) from None
    except OSError as error:
        raise InsertError(f"{path.name} cannot be written: {error.strerror or error}.") from None
    return mark


def refuse_shipped(path: Path) -> None:
    """Raises InsertError for the built-in catalog of an installed lode."""
    if is_shipped(path):
        raise InsertError("The built-in catalog is part of lode and stays as it is; lode new makes one of your own.")


def inserted(text: str, listing: str, *drafts: Mapping[str, Value]) -> tuple[str, Mark]:
    """A catalog's text with drafts added at the end of a list, and the place of the first.

    Raises CatalogError if the text is no catalog, and InsertError if it is written in a way that drafts cannot be added
    to.
    """
    ids = _ids(load.parse(text))
    for draft in drafts:
        if draft["id"] in ids:
            raise InsertError(f"The catalog has a record “{draft['id']}” already; try again once lode shows it.")
    bare = text.removeprefix("\ufeff")
    root = nodes.parse(bare, "")
    # The YAML parser accepts no other line breaks.
    rows = bare.splitlines(keepends=True)
    dash = _indentation(listing, root, rows)
    new = list(lines(list(drafts), dash, dash))
    if listing in root:
        at = _end(listing, root, rows, dash)
        if _apart(root[listing] or [], rows):
            new = ["", *new]
    else:
        order = list(schema.Catalog.model_fields)
        earlier = [key for key in order[: order.index(listing)] if key in root]
        at = _end(earlier[-1], root, rows, dash)
        new = ["", f"{listing}:", *new]
    newline = _NEWLINE.search(text)
    ending = newline[0] if newline else "\n"
    before = "".join(rows[:at])
    if before[-1:] not in "\r\n":
        before += ending
    whole = before + "".join(row + ending for row in new) + "".join(rows[at:])
    if not _only_adds(root, whole, listing, drafts):
        raise InsertError(f"`{listing}` cannot be added to: write it as a list with an entry a line, or copy with d.")
    return "\ufeff" * text.startswith("\ufeff") + whole, Mark(at + 1 + _first(new), dash + 3)


def _ids(catalog: schema.Catalog) -> set[str]:
    lists = [value for _, value in catalog if isinstance(value, list)]
    return {entry.id for entries in lists for entry in entries if isinstance(entry, schema.RecordEntry)}


def _first(new: list[str]) -> int:
    return next(i for i, row in enumerate(new) if row.lstrip().startswith("- "))


def _indentation(listing: str, root: nodes.Mapping, rows: list[str]) -> int:
    """The column of the list's hyphens, or those of another list if it has none."""
    for value in (root.get(listing), *root.values()):
        if isinstance(value, nodes.Sequence) and rows[value.mark.line - 1][value.mark.column - 1] == "-":
            return value.mark.column - 1
    return _INDENT


def _end(key: str, root: nodes.Mapping, rows: list[str], dash: int) -> int:
    """How many rows before the end of a section belong to it: comments above the next section do not."""
    start = root.keys_at[key].line
    end = min((mark.line - 1 for mark in root.keys_at.values() if mark.line > start), default=len(rows))
    while end > start and _stands_between(rows[end - 1], dash):
        end -= 1
    return end


def _stands_between(row: str, dash: int) -> bool:
    """Whether a row is blank, or a comment that belongs to no entry above it."""
    words = row.strip()
    return not words or (words.startswith("#") and len(row) - len(row.lstrip()) <= dash)


def _apart(section: list[object], rows: list[str]) -> bool:
    """Whether blank lines separate the entries of a list."""
    last = section.items_at[-1].line - 1 if isinstance(section, nodes.Sequence) and len(section) > 1 else 0
    return last > 0 and not rows[last - 1].strip()


def _only_adds(root: nodes.Mapping, whole: str, listing: str, drafts: Sequence[Mapping[str, Value]]) -> bool:
    """Whether a text is the catalog with the drafts added, and nothing else."""
    try:
        now = nodes.parse(whole, "")
    except CatalogError:
        return False
    entries = now.get(listing) or []
    others, last = entries[: -len(drafts)], entries[-len(drafts) :]
    before = dict(root) | {listing: root.get(listing) or []}
    same = dict(now) | {listing: others} == before
    return same and [isinstance(entry, dict) and entry.get("id") for entry in last] == [each["id"] for each in drafts]
