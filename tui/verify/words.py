"""Words that tell what a sentence is about, compared by their stems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    """
    the and for are was were has had have that this with from which its their his her our they them these those than
    then also only just about around some any all other others not but can could may might would will shall should
    into over under out per year years annually each every more most less least large larger largest small made make
    makes says said say according who what when where while there here such same own very still currently now one two
    after before during since until ago earlier later already between among through within without because
    new extra additional further
    amount amounts stand stands stood come comes came went reach reaches reached hit hits remain remains remained
    """.split()
)
GENERAL = frozenset(
    """
    people persons number numbers total share shares part rate rates ratio percentage level levels net gross average
    annual
    """.split()
)
"""Words in the names of measures that do not tell one from another."""

_SHORTEST = 4
"""A stem has at least this many letters."""

_ENDINGS = frozenset(
    """
    s e es ed d r er ers or ors ing ings ion ions tion tions sion sions ation ations ment ments ure ures al als ly y ies
    ive ives ized ised ize ise n en
    """.split()
) | {""}


def words_of(text: str) -> set[str]:
    """The words of a text in lower case that can tell a subject matter; common words are left out."""
    return {word for word in map(str.lower, _WORD.findall(text)) if word not in _COMMON}


def distinguishing_words(name: str) -> set[str]:
    """The words of a measure’s name that tell it from others; all of them where none does."""
    words = words_of(name)
    return words - GENERAL or words


def general_words(name: str) -> set[str]:
    """The words of a measure’s name that others may have as well: share, of share of wind."""
    return words_of(name) - distinguishing_words(name)


def is_alike(first: str, second: str) -> bool:
    """Whether two words seem to have one stem: seized and seizure, produces and production."""
    shorter = min(len(first), len(second))
    common = next((i for i in range(shorter) if first[i] != second[i]), shorter)
    if first == second:
        return True
    return common >= _SHORTEST and all(word[common:] in _ENDINGS for word in (first, second))


def shared(words: Iterable[str], others: Iterable[str]) -> set[str]:
    """The words that have a stem in common with one of the others."""
    others = list(others)
    return {word for word in words if any(is_alike(word, other) for other in others)}


class WordIndex:
    """Finds things by words that have a stem in common with one of theirs."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words` has those of each thing, by its id."""
        self._by_stem: dict[str, dict[str, set[str]]] = defaultdict(dict)
        for id, own in words.items():
            for word in own:
                for stem in _stems(word):
                    self._by_stem[stem].setdefault(word, set()).add(id)

    def alike(self, word: str) -> list[set[str]]:
        """The ids of the things that have a word like this one, for each such word."""
        near = {other: ids for stem in _stems(word) for other, ids in self._by_stem.get(stem, {}).items()}
        return [ids for other, ids in near.items() if is_alike(word, other)]

    def is_of_another(self, word: str, id: str) -> bool:
        """Whether another thing than `id` has a word like this one."""
        return any(len(ids) > 1 or id not in ids for ids in self.alike(word))


def _stems(word: str) -> Iterator[str]:
    """A word, and what is left of it without each ending: words that are alike have one of these in common."""
    yield word
    for end in range(_SHORTEST, len(word)):
        if word[end:] in _ENDINGS:
            yield word[:end]
