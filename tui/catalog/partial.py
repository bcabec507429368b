"""Parses the usable part of a broken catalog, so that all of its problems are reported in one run."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError

from tui.catalog import nodes
from tui.catalog.nodes import BrokenError, Mapping, Sequence
from tui.catalog.problem import Mark, Problem
from tui.text.conflicts import conflicts, marks

_FAULTS = 5
"""How many syntax errors are reported at most: after each, the text is parsed again."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_KEY = re.compile(r"\w+")
# The colon may be missing, and a bracket that is never closed may be in its place: that may be the fault.
_ID = re.compile(r"\s*(?:-\s+)?(?:\{\s*)?(?:id|is)[:\s]+[\"'\[{]?([^\s\"',}]+)")


class Cut(NamedTuple):
    """The parts that had to be left out of a catalog."""

    ids: frozenset[str] = frozenset()
    """The ids of records, and the names of relations."""
    keys: frozenset[str] = frozenset()
    """The keys at the top of the catalog under which something was left out; "" if a whole list was."""

    def and_(self, other: "Cut") -> "Cut":
        """Both together."""
        return Cut(self.ids | other.ids, self.keys | other.keys)


def read(text: str, file: str) -> tuple[Any, Cut, list[Problem]]:
    """Parses a catalog's YAML; returns the node, what had to be left out, and the problems.

    Of a merge conflict, the first side is used. The node is None if nothing can be parsed.
    """
    lines = _Lines(text)
    problems = _unmerged(lines, text, file)
    for _ in range(_FAULTS):
        try:
            root, found = nodes.read_all(lines.text, file)
        except BrokenError as error:
            problems.append(error.problems[-1])
            if not _cut_out(error, lines, file):
                break
        else:
            return root, lines.cut, [*problems, *found]
    return None, lines.cut, problems


def _cut_out(error: BrokenError, lines: "_Lines", file: str) -> bool:
    """Blanks the record that causes an error; returns False if none can be found."""
    for suspect in dict.fromkeys(mark.line for mark in error.suspects):
        before = lines.rows
        lines.blank_entry(suspect)
        if lines.rows == before:
            continue
        try:
            nodes.read_all(lines.text, file)
        except BrokenError as next_error:
            if next_error.problems[-1].mark <= error.problems[-1].mark:
                lines.rows = before
                continue
        return True
    return False


def _unmerged(lines: "_Lines", text: str, file: str) -> list[Problem]:
    """Reports merge conflicts; blanks all but their first sides."""
    problems = []
    left = marks(text)
    settled: set[int] = set()
    dropped: set[int] = set()
    for start, middle, end in conflicts(left):
        message = (
            f"a merge conflict was left here; keep one of its sides, and take out the marks on lines {start}, {middle} "
            f"and {end}"
        )
        problems.append(Problem(Mark(file, start, 1), "merge-conflict", message))
        dropped.update([start, *range(middle, end + 1)])
        settled.update(range(start, end + 1))
    for line, sign in left:
        if line not in settled:
            message = f"a mark of a merge conflict ({sign * 7}) was left here; take the line out"
            problems.append(Problem(Mark(file, line, 1), "merge-conflict", message))
            dropped.add(line)
    lines.blank(dropped)
    return problems


def usable(root: Mapping, error: ValidationError) -> tuple[Mapping, Cut]:
    """A catalog's mapping without the records and keys that an error is about, and what was left out."""
    spoilt: dict[str, set[int]] = defaultdict(set)
    rest = Mapping(root.mark, root.in_braces)
    rest.keys_at, rest.values_at = root.keys_at, root.values_at
    rest.update(root)
    left_out: list[object] = []
    keys: set[str] = set()
    details = error.errors(include_url=False, include_context=False, include_input=False)
    for detail in details:
        key, *path = detail["loc"]
        keys.add(str(key))
        if path and isinstance(path[0], int):
            spoilt[str(key)].add(path[0])
        else:
            keys.add("")
            value = rest.pop(str(key), None)
            left_out += value if isinstance(value, Sequence) else ()
    for key, numbers in spoilt.items():
        if key in rest:
            rest[key], without = _without(rest[key], numbers)
            left_out += without
    ids = frozenset(name for entry in left_out for name in _names_of(entry))
    return rest, Cut(ids, frozenset(keys))


def _without(entries: Sequence, numbers: set[int]) -> tuple[Sequence, list[object]]:
    """A list without the entries with some numbers, and those entries."""
    kept = [number for number in range(len(entries)) if number not in numbers]
    rest = Sequence(entries.mark, [entries[number] for number in kept], [entries.items_at[number] for number in kept])
    return rest, [entries[number] for number in sorted(numbers)]


def _names_of(entry: object) -> Iterator[str]:
    """The names by which others refer to a record."""
    names = (entry.get("id"), entry.get("is")) if isinstance(entry, Mapping) else ()
    yield from (name for name in names if isinstance(name, str))


class _Lines:
    """The lines of a catalog's text. Records can be blanked; the other lines keep their numbers."""

    def __init__(self, text: str) -> None:
        self._written = self.rows = tuple(_LINE.findall(text))

    @property
    def text(self) -> str:
        """The text as it is now."""
        return "".join(self.rows)

    @property
    def cut(self) -> Cut:
        """What is blanked."""
        ids: set[str] = set()
        keys: set[str] = set()
        top = ""
        for written, row in zip(self._written, self.rows, strict=True):
            top = match[0] if (match := _KEY.match(written)) else top
            if written == row:
                continue
            keys.add(top)
            ids.update([match[1]] if (match := _ID.match(written)) else ())
        return Cut(frozenset(ids), frozenset(keys))

    def blank(self, lines: Collection[int]) -> None:
        """Blanks lines, counted from 1."""
        self.rows = tuple(
            row[len(row.rstrip("\r\n")) :] if number in lines else row for number, row in enumerate(self.rows, 1)
        )

    def blank_entry(self, line: int) -> None:
        """Blanks the record, or else the key at the top, that a line belongs to."""
        if self.rows:
            first, last = self._entry(min(line, len(self.rows)) - 1)
            self.blank(range(first + 1, last + 2))

    def _entry(self, at: int) -> tuple[int, int]:
        """The first and last line, counted from 0, of the entry that a line belongs to."""
        top = next((number for number in range(at, -1, -1) if self._is_top(number)), 0)
        dash = next((self._indent(number) for number in range(top + 1, len(self.rows)) if self._is_written(number)), 0)
        items = [number for number in range(top + 1, at + 1) if self._is_item(number, dash)]
        first = items[-1] if items else top
        last = first
        while last + 1 < len(self.rows) and not self._is_top(last + 1):
            if items and self._is_item(last + 1, dash):
                break
            last += 1
        return first, last

    def _is_written(self, number: int) -> bool:
        return self.rows[number].strip()[:1] not in ("", "#")

    def _indent(self, number: int) -> int:
        row = self.rows[number]
        return len(row) - len(row.lstrip(" "))

    def _is_top(self, number: int) -> bool:
        return self._is_written(number) and self.rows[number][0] not in " -\t"

    def _is_item(self, number: int, dash: int) -> bool:
        return self._is_written(number) and self._indent(number) == dash and self.rows[number][dash] == "-"
