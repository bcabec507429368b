"""Finds many phrases in one pass over a text.

The algorithm is that of Aho and Corasick, "Efficient string matching" (1975), over words or over characters.
"""

import re
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator

from tui.text.fold import UNSPACED, fold
from tui.text.grouping import grouped
from tui.text.lazy_pattern import lazy_pattern
from tui.text.work import Count, uncounted

# A run of letters and digits, which a quote never cuts, or another character. White space is ignored.
_WORD = lazy_pattern(rf"[^\W_{UNSPACED}]+|\S")
_CHARACTER = lazy_pattern(".", re.DOTALL)

MANY = 200
"""Up to this many phrases are searched for one by one; more are found in one pass."""


def verbatim_places(text: str, phrases: Collection[str], count: Count = uncounted) -> dict[str, list[int]]:
    """The offsets of each phrase in a text, character for character; occurrences may overlap."""
    if len(phrases) > MANY:
        return Phrases(phrases, True, count).places(text)
    count(len(text) * len(phrases))
    return {phrase: [*each_place(text, phrase, 0, len(text))] for phrase in phrases}


def each_place(text: str, words: str, start: int, end: int) -> Iterator[int]:
    """The offsets of words in a stretch of a text, character for character; occurrences may overlap."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        following = text.find(words, at + 1, end)
        step = following - at
        if 0 < step <= len(words) // 2:
            # They repeat themselves, and so may the text. To look for them from each place on would read it each time.
            while text.startswith(words[-step:], at + len(words), end):
                at += step
                yield at
            following = text.find(words, at + len(words) - step + 1, end)
        at = following


class Phrases:
    """Phrases that are found where a text has the same words and marks, folded and with any white space.

    With `verbatim`, they are found where the text has the same characters, also inside words.
    """

    def __init__(self, phrases: Iterable[str], verbatim: bool = False, count: Count = uncounted) -> None:
        self._part = _CHARACTER if verbatim else _WORD
        self._fold: Callable[[str], str] = str if verbatim else fold
        self._count, self._steps = count, 0
        self._next: list[dict[str, int]] = [{}]
        self._depth = [0]
        each_once = dict.fromkeys(phrases)
        self._ending = grouped((self._node(self._part.findall(self._fold(phrase))), phrase) for phrase in each_once)
        self._ending.pop(0, None)
        self._shorter = [0] * len(self._next)
        """The failure link of each node: the node of the longest proper suffix of its words."""
        self._inside = [0] * len(self._next)
        """The first node on the failure links at which a phrase ends."""
        self._link()
        self._tell(len(self._next))

    def __iter__(self) -> Iterator[str]:
        return (phrase for phrases in self._ending.values() for phrase in phrases)

    def _node(self, words: list[str]) -> int:
        node = 0
        for word in words:
            following = self._next[node].setdefault(word, len(self._next))
            if following == len(self._next):
                self._next.append({})
                self._depth.append(self._depth[node] + 1)
            node = following
        return node

    def _link(self) -> None:
        nodes = deque(self._next[0].values())
        while nodes:
            node = nodes.popleft()
            self._inside[node] = self._at_ending(self._shorter[node])
            for word, following in self._next[node].items():
                nodes.append(following)
                self._shorter[following] = self._after(self._shorter[node], word)

    def _after(self, node: int, word: str) -> int:
        """The next node: that of the longest suffix of a node's words and one more word."""
        while node and word not in self._next[node]:
            node = self._shorter[node]
            self._steps += 1
        return self._next[node].get(word, 0)

    def _at_ending(self, node: int) -> int:
        return node if node in self._ending else self._inside[node]

    def _tell(self, steps: int) -> None:
        self._count(self._steps + steps)
        self._steps = 0

    def places(self, text: str, most: int | None = None) -> dict[str, list[int]]:
        """The phrases in a text, each with the first `most` offsets where it begins."""
        found: dict[int, list[int]] = defaultdict(list)
        full: dict[int, int] = {}
        """The nodes that have `most` places, each with the next node."""

        def unfilled(node: int) -> int:
            passed = []
            while node in full:
                passed.append(node)
                node = full[node]
            full.update(dict.fromkeys(passed, node))
            return node

        starts = array("L")
        node = 0
        for match in self._part.finditer(self._fold(text)):
            starts.append(match.start())
            node = self._after(node, match[0])
            ending = unfilled(self._at_ending(node))
            while ending:
                found[ending].append(starts[-self._depth[ending]])
                following = self._inside[ending]
                if len(found[ending]) == most:
                    full[ending] = following
                ending = unfilled(following)
        self._tell(len(starts) + sum(map(len, found.values())))
        return {phrase: places for node, places in found.items() for phrase in self._ending[node]}
