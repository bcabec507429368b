"""Names found by what is typed of them, for fields that hold one of many values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from tui.text.fold import fold_words

MOST = 50
"""How many values are offered at most."""

ELSEWHERE = 9
"""How near a draft a record is named that its article does not name."""

_ALIKE = 75
"""The lowest similarity, 0 to 100, of a name that is offered for what is typed."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A record of the catalog with the names that it is found by."""

    id: str
    name: str
    about: str
    names: tuple[str, ...]
    near: int = ELSEWHERE
    """How near the draft it is named: 0 in its sentence, 1 in the title, 2 in its paragraph, 3 in its article."""
    count: int = 0
    """How often the texts name it."""
    alike: bool = False
    """Whether its name only resembles what is typed."""


def found(words: Iterable[str], typed: str) -> list[str]:
    """The words that match what is typed, the best first."""
    return [each.id for each in ranked([Named(id=word, name=word, about="", names=(word,)) for word in words], typed)]


def ranked(known: Sequence[Named], typed: str) -> list[Named]:
    """The records whose names match what is typed, the best first; the nearest and most named for nothing typed."""
    if not typed:
        return sorted(known, key=lambda each: (each.near, -each.count))[:MOST]
    query = fold_words(typed)
    names = [(fold_words(name), each) for each in known for name in each.names]
    scores: dict[Named, int] = {}
    for name, each in names:
        if score := _score(query, name):
            scores[each] = max(score, scores.get(each, 0))
    if not scores and len(query) > 2:
        # Whole names are compared: a part of what is typed may be the name of something else.
        alike = process.extract(query, [name for name, _ in names], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=MOST)
        return [replace(each, alike=True) for each in dict.fromkeys(names[index][1] for _, _, index in alike)]
    matching = [each for each in known if each in scores]
    return sorted(matching, key=lambda each: (-scores[each], each.near, -each.count))[:MOST]


def _score(query: str, name: str) -> int:
    """How well a name matches what is typed, in lower case: whole, at its start, at the start of a word, or inside."""
    if name == query:
        return 40
    if name.startswith(query):
        return 30
    return 20 if f" {query}" in name else 10 if len(query) > 2 and query in name else 0
