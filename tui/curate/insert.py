"""Adds entries to an existing catalog: in their list, after those of the same article, changing no other byte."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

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


class Insertion(NamedTuple):
    """A catalog's text with entries added to a list, and what was added."""

    text: str
    mark: Mark
    """The place of the first entry."""
    head: str
    """What was added before the entries: a blank line, and the key of a list that was missing."""
    entries: str


def insert(catalog: Path, listing: str, *drafts: Mapping[str, Value], file: str = "") -> Mark:
    """Writes drafts into one of a catalog's lists, and returns the place of the first.

    `file` is the file of the catalog that they go into, by default the one that is opened. What another program saves
    at the same time is kept, and so are the file's owner and attributes (see `text.files`). Raises InsertError if the
    drafts cannot be written; the catalog is then unchanged.
    """
    file = file or catalog.name
    mark = START

    def with_drafts(text: str) -> str:
        nonlocal mark
        refuse_known(load.load(catalog, {file: text}), drafts)
        whole, mark, *_ = inserted(text, listing, *drafts)
        return whole

    change(catalog.parent / file, with_drafts)
    return mark._replace(file=file)


def refuse_known(catalog: schema.Catalog, drafts: Iterable[Mapping[str, Value]]) -> None:
    """Raises InsertError for a draft whose id a record of the catalog or another draft has."""
    ids: set[Value] = {entry.id for entry in catalog.records}
    for draft in drafts:
        if (id := draft.get("id")) in ids:
            raise InsertError(f"The catalog has a record “{draft['id']}” already; try again once lode shows it.")
        ids.update([id] if id else ())


def broken(error: CatalogError, catalog: Path) -> InsertError:
    """What to do with a catalog that cannot be added to because of an error in one of its files."""
    problem = error.problems[0]
    where = f"{problem.file or catalog.name} is broken on line {problem.mark.line}"
    return InsertError(f"{where}; mend it first: {problem.message}.")


def change(path: Path, with_changes: Callable[[str], str]) -> None:
    """Replaces a file of a catalog with the result of a function, which is called again if it has changed meanwhile.

    Raises InsertError if that is impossible, and passes on what the function raises; the file is then unchanged.
    """
    refuse_shipped(path)
    try:
        update(path, with_changes)
    except UnreadableError as error:
        raise InsertError(f"The catalog {error}.") from None
    except CatalogError as error:
        raise broken(error, path) from None
    except OSError as error:
        raise InsertError(f"{path.name} cannot be written: {error.strerror or error}.") from None


def mark_of(catalog: Path, id: str) -> Mark:
    """The place of a record in a catalog's file as it is now; its start if it is not there."""
    with suppress(CatalogError):
        return next((entry.mark() for entry in load.load(catalog).records if entry.id == id), START)
    return START


def refuse_shipped(path: Path) -> None:
    """Raises InsertError for the built-in catalog of an installed lode."""
    if is_shipped(path):
        raise InsertError("The built-in catalog stays as it is; lode new makes one of your own.")


def inserted(text: str, listing: str, *drafts: Mapping[str, Value]) -> Insertion:
    """A catalog file's text with drafts added to a list: after the last entry of the same article, else at the end.

    Raises CatalogError if the text is not YAML, and InsertError if it is written in a way that drafts cannot be added
    to.
    """
    bare = text.removeprefix("\ufeff")
    root = root_of(bare)
    # The YAML parser accepts no other line breaks.
    rows = bare.splitlines(keepends=True)
    dash = _indentation(listing, root, rows)
    new, head = list(lines(list(drafts), dash, dash)), list[str]()
    section: Any = list_in(root, listing) or []
    index = _index(section, drafts[0])
    if section or listing in root:
        at = _end(listing, root, rows, dash) if index == len(section) else _before(section.items_at[index], rows, dash)
        head = [""] * _apart(section, rows)
    else:
        order = list(schema.Catalog.model_fields)
        earlier = [key for key in order[: order.index(listing)] if key in root]
        at = _end(earlier[-1], root, rows, dash) if earlier else _first(root, rows)
        head = [*([""] if earlier else []), f"{listing}:"]
    newline = _NEWLINE.search(text)
    ending = newline[0] if newline else "\n"
    before = "\ufeff" * text.startswith("\ufeff") + "".join(rows[:at])
    unended = ending if before[-1:] not in "\r\n" else ""
    above, entries = (unended + "".join(row + ending for row in head), "".join(row + ending for row in new))
    whole = before + above + entries + "".join(rows[at:])
    if not _only_adds(root, whole, listing, drafts, index):
        raise InsertError(
            f"`{_name(listing)}` cannot be added to: write it as a list with an entry a line, or copy with d."
        )
    return Insertion(whole, Mark("", at + 1 + len(head), dash + 3), above, entries)


def _name(listing: str) -> str:
    _, _, id = listing.partition("/")
    return f"sources of {id}" if id else listing


def list_in(root: Mapping[str, Any], listing: str) -> Any:
    """A list of a catalog file: one at the top, or the sources of a figure (`figures/ID`); None if it is not there."""
    top, _, id = listing.partition("/")
    if not id:
        return root.get(top)
    return next((figure.get("sources") for figure in root.get(top) or [] if figure.get("id") == id), None)


def with_list(root: Mapping[str, Any], listing: str, entries: Sequence[object]) -> dict[str, Any]:
    """A catalog file with other entries in one of its lists."""
    top, _, id = listing.partition("/")
    if not id:
        return {**root, top: entries}
    figures = [{**each, "sources": entries} if each.get("id") == id else each for each in root.get(top) or []]
    return {**root, top: figures}


def _index(section: Sequence[object], draft: Mapping[str, Value]) -> int:
    """The index in a list at which a draft goes: after the last entry of the same article, else at the end."""
    article = article_of(draft)
    alike = [i for i, entry in enumerate(section, 1) if article and article_of(entry) == article]
    return alike[-1] if alike else len(section)


def article_of(entry: object) -> object:
    """The article that an entry quotes first; None if it quotes none."""
    return next(iter(articles_of(entry)), None)


def articles_of(entry: object) -> list[object]:
    """The articles that an entry quotes."""
    sources = entry.get("sources") if isinstance(entry, Mapping) else None
    listed = sources if isinstance(sources, Sequence) and sources and not isinstance(sources, str) else [entry]
    return [each.get("article") for each in listed if isinstance(each, Mapping)]


def _before(mark: Mark, rows: list[str], dash: int) -> int:
    """How many rows there are before an entry: comments above it belong to it."""
    at = mark.line - 1
    if rows[at - 1].strip() == "-":
        at -= 1
    while at > 0 and _stands_between(rows[at - 1], dash):
        at -= 1
    return at


def root_of(text: str) -> nodes.Mapping:
    """The mapping of a file, which is empty where an included file has nothing yet."""
    return nodes.parse(text, "") if nodes.read(text, "") is not None else nodes.Mapping(START, in_braces=False)


def _first(root: nodes.Mapping, rows: list[str]) -> int:
    """How many rows there are before the first key of a file, or in one without keys; comments above belong to it."""
    at = min((mark.line - 1 for mark in root.keys_at.values()), default=len(rows))
    while root and at > 0 and rows[at - 1].startswith("#"):
        at -= 1
    return at


def _indentation(listing: str, root: nodes.Mapping, rows: list[str]) -> int:
    """The column of the list's hyphens, or those of another list if it has none."""
    for value in (list_in(root, listing), *root.values()):
        if isinstance(value, nodes.Sequence) and rows[value.mark.line - 1][value.mark.column - 1] == "-":
            return value.mark.column - 1
    return _INDENT


def _end(key: str, root: nodes.Mapping, rows: list[str], dash: int) -> int:
    """How many rows before the end of a section belong to it: comments above the next section do not."""
    if key in root:
        start = root.keys_at[key].line
        end = min((mark.line - 1 for mark in root.keys_at.values() if mark.line > start), default=len(rows))
    else:
        # The sources of a figure end where a row is not indented further than their hyphens.
        start = end = list_in(root, key).items_at[-1].line
        while end < len(rows) and (not rows[end].strip() or len(rows[end]) - len(rows[end].lstrip()) > dash):
            end += 1
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


def _only_adds(
    root: nodes.Mapping, whole: str, listing: str, drafts: Sequence[Mapping[str, Value]], index: int
) -> bool:
    """Whether a text is the catalog with the drafts added at an index of a list, and nothing else."""
    try:
        now = root_of(whole.removeprefix("\ufeff"))
    except CatalogError:
        return False
    entries = list_in(now, listing) or []
    added, others = entries[index : index + len(drafts)], [*entries[:index], *entries[index + len(drafts) :]]
    same = with_list(now, listing, others) == with_list(root, listing, list_in(root, listing) or [])
    return same and [isinstance(each, dict) and each.get("id") for each in added] == [each.get("id") for each in drafts]
