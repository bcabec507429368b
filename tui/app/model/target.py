"""What a place of the app is about."""

from dataclasses import dataclass

from tui.dossier.occurrence import Occurrence
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

_POSITION = lazy_pattern(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")
_HITS = "hits:"
_FOUND = "find:"
_WORDS = "words:"
_UNCAPTURED = "left-out:"
_WORDS_AT = lazy_pattern(rf"{_WORDS}(?P<article>[^:]+):(?P<start>\d{{1,9}}):(?P<end>\d{{1,9}})")


@dataclass(frozen=True)
class RecordTarget:
    """A record: its occurrences in the texts, or an article from its beginning."""

    id: str


@dataclass(frozen=True)
class PositionTarget:
    """A line in the file of an article, or the word at a column of it. Both are counted from 1."""

    file: str
    line: int
    column: int | None = None


@dataclass(frozen=True)
class WordsTarget:
    """Some words of an article, at one place or several: a selection, or what a draft is about."""

    article: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class HitsTarget:
    """The passages that a query finds."""

    query: str


@dataclass(frozen=True)
class FindTarget:
    """The places of an article that print some words."""

    article: str
    words: str


@dataclass(frozen=True)
class UncapturedTarget:
    """The numbers and names of an article that the catalog does not capture."""

    article: str


NO_TARGET = RecordTarget("")
"""Nothing: a dossier without articles has nothing else to show."""

TextTarget = RecordTarget | PositionTarget | WordsTarget | HitsTarget | FindTarget | UncapturedTarget
"""What the main screen shows in a text."""


@dataclass(frozen=True)
class CompareTarget:
    """A comparison of a record's figures or, where it is about no record, of those in the article on screen."""

    of: TextTarget


@dataclass(frozen=True)
class TimelineTarget:
    """The timeline."""


Target = TextTarget | CompareTarget | TimelineTarget


def parse_target(text: str) -> TextTarget:
    """The target that a text means: a record's id, FILE:LINE[:COLUMN], or what `format_target` returns."""
    if text.startswith(_HITS):
        return HitsTarget(text.removeprefix(_HITS))
    if text.startswith(_FOUND):
        article, _, words = text.removeprefix(_FOUND).partition(":")
        return FindTarget(article, words)
    if match := _WORDS_AT.fullmatch(text):
        return WordsTarget(match["article"], (Span(int(match["start"]), int(match["end"])),))
    if text.startswith(_UNCAPTURED):
        return UncapturedTarget(text.removeprefix(_UNCAPTURED))
    if match := _POSITION.fullmatch(text):
        column = match["column"]
        return PositionTarget(match["file"], int(match["line"]), int(column) if column else None)
    return RecordTarget(text)


def format_target(target: Target) -> str:
    """A target as text, for messages and the session: of a comparison what it compares, of the timeline nothing."""
    match target:
        case RecordTarget(id):
            return id
        case PositionTarget(file, line, column):
            return f"{file}:{line}" if column is None else f"{file}:{line}:{column}"
        case HitsTarget(query):
            return f"{_HITS}{query}"
        case FindTarget(article, words):
            return f"{_FOUND}{article}:{words}"
        case WordsTarget(article, ((start, end), *_)):
            return f"{_WORDS}{article}:{start}:{end}"
        case UncapturedTarget(article):
            return f"{_UNCAPTURED}{article}"
        case CompareTarget(of):
            return format_target(of)
    return ""


def target_of(occurrence: Occurrence) -> TextTarget:
    """What an occurrence that is highlighted in a text belongs to."""
    if occurrence.role == "uncaptured":
        return UncapturedTarget(occurrence.article)
    return RecordTarget(occurrence.record)
