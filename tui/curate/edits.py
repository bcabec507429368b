"""Adds entries to a catalog in one step, and undoes the step as long as they are unchanged."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tui.catalog import load, nodes, schema
from tui.catalog.problem import CatalogError
from tui.curate.insert import InsertError, change, inserted, list_in, refuse_known, root_of, with_list
from tui.curate.journal import StaysError
from tui.curate.yaml import Value
from tui.text.document import read_text

_REFERRING = frozenset(
    "unit base measure subject material claimant via of entities about supports contradicts publisher stands_for "
    "article between holds".split()
)
"""The keys that hold ids of other entries."""

Addition = tuple[str, dict[str, Value]]
"""An entry to add, with the catalog's list that it belongs to."""


class Written(NamedTuple):
    """An entry as it was written."""

    file: str
    """The file of the catalog, relative to its folder."""
    listing: str
    id: str | None
    head: str
    """What was written before it: a blank line, and the key of a list that was missing."""
    entry: str


@dataclass(frozen=True)
class Edit:
    """What one step wrote into a catalog, in the order of writing."""

    written: tuple[Written, ...]

    @property
    def ids(self) -> list[str]:
        """The ids of the entries that have one."""
        return [each.id for each in self.written if each.id]


Check = Callable[[schema.Catalog, Sequence[Addition]], None]
"""Gets a catalog and the entries that are added to it. Raises InsertError if they do not hold there."""


def write(catalog: Path, additions: Mapping[str, Sequence[Addition]], check: Check) -> Edit:
    """Adds entries to the files of a catalog, all of them or none, and returns what was written.

    The files are named by their paths relative to the catalog's folder. Raises InsertError if they cannot be written;
    the catalog is then unchanged.
    """
    edit = Edit(())
    try:
        for file, added in additions.items():
            edit = Edit((*edit.written, *_write(catalog, file, added, check)))
    except InsertError:
        if edit.written:
            take_back(catalog, edit)
        raise
    return edit


def _write(catalog: Path, file: str, additions: Sequence[Addition], check: Check) -> list[Written]:
    written: list[Written] = []

    def with_additions(text: str) -> str:
        known = load.load(catalog, {file: text})
        check(known, additions)
        refuse_known(known, (entry for _, entry in additions))
        written.clear()
        for listing, entry in additions:
            text, _, head, rows = inserted(text, listing, entry)
            id = entry.get("id")
            written.append(Written(file, listing, id if isinstance(id, str) else None, head, rows))
        if problems := load.read_file(catalog, {file: text}).problems:
            raise InsertError(f"The record has an error: {problems[0].message}.")
        return text

    change(catalog.parent / file, with_additions)
    return written


def take_back(catalog: Path, edit: Edit) -> None:
    """Removes what a step wrote, from all files or from none.

    Raises StaysError unless that is still byte for byte what was written, and no other record refers to it.
    """
    files = dict.fromkeys(written.file for written in edit.written)

    def without(file: str, text: str) -> str:
        others = [part.root for part in load.read_file(catalog, {file: text}).parts if part.file != file]
        for written in reversed(edit.written):
            if written.file == file:
                text = removed(text, written, others)
        return text

    for file in files if len(files) > 1 else ():
        without(file, read_text(catalog.parent / file))
    for file in files:
        change(catalog.parent / file, partial(without, file))


def removed(text: str, written: Written, others: Iterable[object] = ()) -> str:
    """A file's text without an entry that was written; `others` are what the other files of the catalog hold.

    Raises StaysError if that is not possible.
    """
    name = written.id or "what was ignored"
    root = nodes.parse(text.removeprefix("\ufeff"), "")
    section: Any = list_in(root, written.listing) or []
    # Written at the root, its columns do not matter.
    [entry] = nodes.parse(f"list:\n{written.entry}", "")["list"]
    index = max((i for i, each in enumerate(section) if each == entry), default=None)
    start = None if index is None else _start(text, section.items_at[index].line, written.entry)
    if index is None or start is None:
        raise StaysError(f"{name} has been changed in the catalog since; e edits it.")
    rest_of_list = [*section[:index], *section[index + 1 :]]
    if written.id is not None and written.id in _references([with_list(root, written.listing, rest_of_list), *others]):
        raise StaysError(f"{written.id} is used by other records by now; e edits them.")
    before = text[:start]
    if before.endswith(written.head) and not (rest_of_list and f"{written.listing}:" in written.head):
        before = before.removesuffix(written.head)
    rest = before + text[start + len(written.entry) :]
    if not _only_removes(root, rest, written.listing, rest_of_list):
        raise StaysError(f"{name} cannot be taken out of the catalog; e edits it.")
    return rest


def _start(text: str, line: int, entry: str) -> int | None:
    """The offset of an entry whose first key is on a line; None if it is not there as it was written."""
    rows = text.splitlines(keepends=True)
    start = sum(map(len, rows[: line - 1]))
    if line == 1:
        start += text.startswith("\ufeff")
    return start if text.startswith(entry, start) else None


def _references(value: Any, key: str = "") -> Iterator[str]:
    """The ids that a part of a catalog refers to; `key` is its key."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _references(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each, key)
    elif isinstance(value, str) and key in _REFERRING:
        # A formula names figures among numbers and operators.
        yield from value.split()


def _only_removes(root: nodes.Mapping, rest: str, listing: str, others: list[Any]) -> bool:
    """Whether a text is the catalog without an entry of a list, and nothing else."""
    try:
        now = root_of(rest.removeprefix("\ufeff"))
    except CatalogError:
        return False
    return with_list(now, listing, list_in(now, listing) or []) == with_list(root, listing, others)
