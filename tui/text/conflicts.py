"""Finds the merge conflicts that a version control system left in a file."""

import re
from typing import NamedTuple

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?:[ \t][^\r\n]*)?\r?$", re.MULTILINE)


class MergeConflict(NamedTuple):
    """The lines of a conflict's markers, counted from 1: before our side, between the sides, and after theirs."""

    start: int
    middle: int
    end: int


def marks(text: str) -> list[tuple[int, str]]:
    """The lines that look like a conflict marker, counted from 1, with the character of each (`<`, `|`, `=`, `>`).

    None if there are only rows of `=`, which underline headings.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    found: list[tuple[int, str]] = []
    line, position = 1, 0
    for mark in _MARK.finditer(text):
        line += text.count("\n", position, mark.start())
        position = mark.start()
        found.append((line, mark[1][0]))
    return found if any(sign in "<>" for _, sign in found) else []


def conflicts(marks: list[tuple[int, str]]) -> list[MergeConflict]:
    """The conflicts with all of their markers, in order."""
    found: list[MergeConflict] = []
    start = middle = 0
    for line, sign in marks:
        if sign == "<":
            start, middle = line, 0
        # The common ancestor may be given between the sides, after a marker of its own.
        elif sign in "|=" and start and not middle:
            middle = line
        elif sign == ">" and middle:
            found.append(MergeConflict(start, middle, line))
            start = middle = 0
    return found
