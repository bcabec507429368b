"""What is wrong with a catalog or a text, and where."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.text.safe import visible

LONGEST = 1_000
"""The longest message, in characters: a catalog may quote a whole file."""

Severity = Literal["error", "warning", "note"]


class Mark(NamedTuple):
    """A place in a file of the catalog, line and column counted from 1. Places are in order by file."""

    file: str
    """The file's path relative to the catalog's folder; empty for a place that is in no file."""
    line: int
    column: int


START = Mark("", 1, 1)
"""The place of what was not read from a file."""


def start_of(file: str) -> Mark:
    """The place where a file begins."""
    return Mark(file, 1, 1)


@dataclass(frozen=True)
class Problem:
    """One problem: its place, what is wrong and what to do, and the closest candidate if there is one."""

    mark: Mark
    code: str
    message: str
    hint: str | None = None
    severity: Severity = "error"

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _shortened(self.message))
        object.__setattr__(self, "hint", self.hint and _shortened(self.hint))

    @property
    def file(self) -> str:
        """The file that it is in, relative to the catalog's folder."""
        return self.mark.file

    def __str__(self) -> str:
        hint = f"; nearest: {self.hint}" if self.hint else ""
        place = ":".join(map(str, self.mark))
        return visible(f"{place}: {self.severity}: {self.message}{hint}")


def _shortened(text: str) -> str:
    """A text, without its middle if it is too long: what to do is said at the end."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} … {text[-half:]}"


class CatalogError(Exception):
    """The catalog cannot be used; `problems` says why."""

    def __init__(self, problems: Iterable[Problem], files: Iterable[str] = ()) -> None:
        """`files` are those of the catalog that were read, relative to its folder."""
        self.problems, self.files = list(problems), tuple(files)
        super().__init__("\n".join(map(str, self.problems)))


def closest(word: str, candidates: Iterable[str], least: int = 70) -> str | None:
    """The candidate that is most similar to a word; None if none is similar enough, `least` of 100."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(candidates), scorer=fuzz.WRatio, score_cutoff=least)
    return found[0] if found else None


def nearest_of(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """The end of a message about a word that is not known: the candidate that is most similar, or else a remark."""
    near = closest(word, candidates)
    return f"; nearest: {near}" if near else otherwise


_EFFORT = 200
"""Comparing a word with a candidate takes as long as comparing this many characters of a text."""


class Hints:
    """Finds the nearest candidates for wrong words, until a budget is used up.

    Each hint compares the words with all candidates. For a catalog with thousands of problems, that would take hours.
    """

    def __init__(self, characters: int = 20_000_000) -> None:
        """`characters` is the budget: how many are compared in all."""
        self._left = characters

    def of(self, characters: int, look: Callable[[], str | None]) -> str | None:
        """The result of `look`, which compares so many characters; None once the budget is used up."""
        if self._left <= 0:
            return None
        self._left -= characters
        return look()

    def closest(self, word: str, candidates: Collection[str]) -> str | None:
        """The candidate that is most similar to a word."""
        return self.of(_EFFORT * len(candidates), lambda: closest(word, candidates))
