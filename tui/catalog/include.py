"""The files of a catalog: the one that is opened and those that it includes, each read once, joined to one mapping.

A file is included by its path, relative to the file that names it. It lies in the catalog's folder, and has lists only:
each is joined to the list of the same name.
"""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.catalog import nodes, partial, schema
from tui.catalog.partial import Cut
from tui.catalog.problem import Mark, Problem
from tui.catalog.validation import no_list
from tui.text.opening import MAX_BYTES, UnreadableError

ReadText = Callable[[str], str]
"""Reads an included file by its path relative to the catalog's folder. Raises UnreadableError."""

MAX_FILES = 1_000
MAX_INCLUDE_DEPTH = 8
"""How many files a catalog has at most, and how many of them include each other in a row."""

REPEATED = "repeated-include"
"""The code of a file that is included a second time, which changes nothing."""

_TOP = ("lode", "title", "language")
"""The keys that only the file that is opened may have."""


_ANYTHING = Cut(keys=frozenset({""}))
"""What is left out where its keys are not known."""


class CatalogFile(NamedTuple):
    """A file of a catalog, as far as it can be parsed."""

    file: str
    """Its path relative to the catalog's folder."""
    text: str
    root: Any
    cut: Cut
    """What was left out of it."""


def no_files(file: str) -> str:
    """Reads no file: for a catalog that is only a text."""
    raise UnreadableError("cannot be read from here")


class CatalogFiles:
    """The files of a catalog in the order in which they are named, and what is wrong with them."""

    def __init__(self, text: str, file: str, read: ReadText) -> None:
        """`text` is that of the first file."""
        self.parts: list[CatalogFile] = []
        self.missing: list[str] = []
        """The files that cannot be read."""
        self.problems: list[Problem] = []
        self._read, self._size = read, 0
        self._named: dict[str, Mark] = {}
        """Where each file is included first."""
        self._add(text, file)

    def _add(self, text: str, file: str, above: tuple[str, ...] = ()) -> None:
        """Adds a file and those that it includes; `above` are the files by which it is included."""
        root, cut, problems = partial.read(text.removeprefix("\ufeff"), file)
        if root is None and problems:
            cut = cut.and_(_ANYTHING)
        self.parts.append(CatalogFile(file, text, root, cut))
        self.problems += problems
        self._size += len(text)
        above = (*above, file)
        for given, mark in _included(root):
            if problem := self._include(
                posixpath.normpath(posixpath.join(posixpath.dirname(file), given)), mark, above
            ):
                self.problems.append(problem)

    def _include(self, file: str, mark: Mark, above: tuple[str, ...]) -> Problem | None:
        """Adds a file that is included. Returns what is wrong with that, if anything is."""
        if file in above:
            return Problem(mark, REPEATED, f"{file} includes this file itself, in a circle; take the line out")
        if first := self._named.get(file):
            where = f"{first.file}:{first.line}"
            return Problem(mark, REPEATED, f"{file} is included already, at {where}; take one of the two lines out")
        if len(above) > MAX_INCLUDE_DEPTH:
            message = f"files include each other more than {MAX_INCLUDE_DEPTH} deep; include {file} further up"
            return Problem(mark, "include", message)
        if len(self._named) >= MAX_FILES:
            return Problem(mark, "include", f"more than {MAX_FILES:,} files are included; join some of them")
        self._named[file] = mark
        try:
            text = self._read(file)
        except UnreadableError as error:
            self.missing.append(file)
            return Problem(mark, "include", f"the included file {file} {error}")
        if self._size + len(text) > MAX_BYTES:
            message = f"the files of the catalog are larger than {MAX_BYTES // 1024 // 1024} MiB together; split it"
            return Problem(mark, "include", message)
        self._add(text, file, above)
        return None


def _included(root: Any) -> Iterator[tuple[str, Mark]]:
    """The paths that a file includes, each with its place. Values of another type are left to the schema."""
    if isinstance(root, nodes.Mapping) and "include" in root:
        paths = _listed(root["include"], root.values_at["include"])
        pairs = zip(paths, paths.items_at, strict=True) if isinstance(paths, nodes.Sequence) else ()
        yield from ((path, mark) for path, mark in pairs if isinstance(path, str) and path)


def _listed(value: Any, mark: Mark) -> Any:
    """A single path as a list of one."""
    return nodes.Sequence(mark, [value], [mark]) if isinstance(value, str) else value


def joined(parts: Sequence[CatalogFile]) -> tuple[Any, Cut, list[Problem]]:
    """The mapping of a catalog with the lists of all its files, what had to be left out, and what is wrong with them.

    The paths of articles are relative to the catalog's folder there.
    """
    main, *others = parts
    if not isinstance(main.root, nodes.Mapping) or not others:
        return main.root, main.cut, []
    root = nodes.Mapping(main.root.mark, main.root.in_braces)
    for key, value in main.root.items():
        _set(root, key, _listed(value, main.root.values_at[key]) if key == "include" else value, main.root)
    cut, problems = main.cut, []
    for part in others:
        cut = cut.and_(part.cut)
        if isinstance(part.root, nodes.Mapping):
            lost = [*_join(root, part, main.file)]
            problems += [problem for _, problem in lost]
            cut = cut.and_(Cut(frozenset(), frozenset(key for key, _ in lost)))
        elif part.root is not None:
            problems.append(nodes.no_mapping(part.file))
            cut = cut.and_(_ANYTHING)
    return root, cut, problems


def _join(root: nodes.Mapping, part: CatalogFile, main: str) -> Iterator[tuple[str, Problem]]:
    """Joins the lists of a file to those of a catalog; returns each key that it cannot have, with the problem."""
    lists = {field.alias or name for name, field in schema.Catalog.model_fields.items()} - {*_TOP}
    for key, value in part.root.items():
        if key == "include":
            value = _listed(value, part.root.values_at[key])
        if key in _TOP:
            yield key, Problem(part.root.keys_at[key], "include", f"“{key}” belongs in {main}; take it out here")
        elif key in lists and not isinstance(value, nodes.Sequence):
            if value is not None:
                yield key, no_list(key, value, part.root.values_at[key])
        elif key in lists:
            if key == "articles":
                _locate(value, posixpath.dirname(part.file))
            if isinstance(there := root.get(key), nodes.Sequence):
                there.extend(value)
                there.items_at.extend(value.items_at)
            elif there is None:
                _set(root, key, value, part.root)
        elif key not in root:
            # The schema says what is wrong with it.
            _set(root, key, value, part.root)


def _set(root: nodes.Mapping, key: str, value: Any, written: nodes.Mapping) -> None:
    """Sets a key as it is written in a file. A list is copied: others are joined to it."""
    root[key] = nodes.Sequence(value.mark, value, value.items_at) if isinstance(value, nodes.Sequence) else value
    root.keys_at[key], root.values_at[key] = written.keys_at[key], written.values_at[key]


def _locate(articles: nodes.Sequence, folder: str) -> None:
    """Makes the paths of a file's articles relative to the catalog's folder."""
    for article in articles if folder else ():
        for key in ("file", "original"):
            if isinstance(article, nodes.Mapping) and isinstance(path := article.get(key), str):
                article[key] = posixpath.normpath(posixpath.join(folder, path))


def own_path(file: str, part: str) -> str:
    """The path of a text as a file of the catalog names it; both are given relative to the catalog's folder."""
    folder = posixpath.dirname(part)
    return posixpath.relpath(file, folder) if folder else file
