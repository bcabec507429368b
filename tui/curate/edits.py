"""Adds entries to a catalog in one step, and undoes the step as long as they are unchanged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tui.catalog import load, nodes
from tui.catalog.problem import CatalogError
from tui.curate.insert import InsertError, change, inserted
from tui.curate.yaml import Value

_REFERRING = frozenset(
    "unit base measure subject material claimant via of entities about supports contradicts publisher stands_for "
    "article between holds".split()
)
"""The keys that hold ids of other entries."""

Addition = tuple[str, dict[str, Value]]
"""An entry to add, with the catalog's list that it belongs to."""


class Written(NamedTuple):
    """An entry as it was written."""

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


def write(path: Path, additions: Sequence[Addition], check: Callable[[str], None]) -> Edit:
    """Adds entries to a catalog, all of them or none, and returns what was written.

    `check` gets the text of the catalog to which they are added, and raises InsertError if they do not hold there.
    Raises InsertError if they cannot be written; the catalog is then unchanged.
    """
    written: list[Written] = []

    def with_additions(text: str) -> str:
        check(text)
        written.clear()
        for listing, entry in additions:
            text, _, head, rows = inserted(text, listing, entry)
            id = entry.get("id")
            written.append(Written(listing, id if isinstance(id, str) else None, head, rows))
        if problems := load.read(text, path.name).problems:
            raise InsertError(f"The record does not hold: {problems[0].message}.")
        return text

    change(path, with_additions)
    return Edit(tuple(written))


def take_back(path: Path, edit: Edit) -> None:
    """Removes what a step wrote.

    Raises InsertError unless that is still byte for byte what was written, and no other record refers to it.
    """

    def without(text: str) -> str:
        for written in reversed(edit.written):
            text = removed(text, written)
        return text

    change(path, without)


def removed(text: str, written: Written) -> str:
    """A catalog's text without an entry that was written. Raises InsertError if that is not possible."""
    name = written.id or "what was ignored"
    root = nodes.parse(text.removeprefix("\ufeff"), "")
    section: Any = root.get(written.listing) or []
    # Written at the root, its columns do not matter.
    [entry] = nodes.parse(f"{written.listing}:\n{written.entry}", "")[written.listing]
    index = max((i for i, each in enumerate(section) if each == entry), default=None)
    start = None if index is None else _start(text, section.items_at[index].line, written.entry)
    if index is None or start is None:
        raise InsertError(f"{name} has been changed in the catalog since; e edits it.")
    others = [*section[:index], *section[index + 1 :]]
    if written.id is not None and written.id in _references({**root, written.listing: others}):
        raise InsertError(f"{written.id} is used by other records by now; e edits them.")
    before = text[:start]
    if before.endswith(written.head) and not (others and f"{written.listing}:" in written.head):
        before = before.removesuffix(written.head)
    rest = before + text[start + len(written.entry) :]
    if not _only_removes(root, rest, written.listing, others):
        raise InsertError(f"{name} cannot be taken out of the catalog; e edits it.")
    return rest


def _start(text: str, line: int, entry: str) -> int | None:
    """The offset of an entry whose first key is on a line; None if it is not there as it was written."""
    rows = text.splitlines(keepends=True)
    start = sum(map(len, rows[: line - 1]))
    if line == 1:
        start += text.startswith("\ufeff")
    return start if text.startswith(entry, start) else None


def _references(value: Any, key: str = "") -> Iterator[str]:
    """The ids that a part of a catalog refers to; `key` is the key that it stands under."""
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
        now = nodes.parse(rest.removeprefix("\ufeff"), "")
    except CatalogError:
        return False
    return dict(now) | {listing: now.get(listing) or []} == dict(root) | {listing: others}
