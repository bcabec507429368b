"""Runs of words that stand just once in a text, told without looking through the text each time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tui.text.fold import fold, split_unspaced
from tui.text.quote import cuts
from tui.text.span import Span

# What finding a quote never cuts: a word, a number with its marks, any other character.
_WORD = re.compile(r"[^\W_]+(?:(?<=\d)[.,'](?=\d)[^\W_]+)*|[^\w\s]|_")

LONGEST = 512
"""Words by which runs are told apart."""


class Runs:
    """The words of a text, ordered by what follows them: the places of a run stand side by side."""

    def __init__(self, text: str) -> None:
        self._text = text
        folded = fold(text)
        places = [*_words(folded)]
        self._starts, self._ends = [word.start for word in places], [word.end for word in places]
        self._words = [folded[word.start : word.end] for word in places]
        self._order = _by_what_follows(self._words)
        self._at = {place: at for at, place in enumerate(self._order)}
        vocabulary = set(self._words)
        self._forwards, self._backwards = sorted(vocabulary), sorted(word[::-1] for word in vocabulary)

    def alone(self, quote: Span, around: Span) -> bool:
        """Whether a quote is found nowhere else with the same words around it.

        White space and look-alike characters count for nothing, so that it may be alone where this says no.
        """
        if cuts(self._text, quote) or not self._run(quote):
            return False
        run = self._run(around)
        if not run:
            return False
        words = self._words[run.start : run.stop]
        # The outermost word of a prefix or suffix is found in a longer word too.
        if around.start < quote.start and _begins_another(self._backwards, words[0][::-1]):
            return False
        if quote.end < around.end and _begins_another(self._forwards, words[-1]):
            return False
        del words[LONGEST:]
        at = self._at[run.start]
        beside = [*self._order[max(at - 1, 0) : at], *self._order[at + 1 : at + 2]]
        return all(self._words[place : place + len(words)] != words for place in beside)

    def _run(self, span: Span) -> range:
        """The words that a span is made of; none where it begins or ends elsewhere."""
        run = range(bisect_left(self._starts, span.start), bisect_right(self._ends, span.end))
        return run if run and (self._starts[run[0]], self._ends[run[-1]]) == span else range(0)


def _words(folded: str) -> Iterator[Span]:
    for match in _WORD.finditer(folded):
        for part in split_unspaced(match[0]):
            yield Span(match.start() + part.start, match.start() + part.end)


def _by_what_follows(words: list[str]) -> list[int]:
    """The places of the words in the order of the `LONGEST` words from each on, found by doubling what is looked at."""
    names = {word: name for name, word in enumerate(sorted(set(words)))}
    ranks = [names[word] for word in words]
    length = 1
    while length < LONGEST:
        pairs = [*zip(ranks, [*ranks[length:], *[-1] * length], strict=False)]
        ordered = {pair: rank for rank, pair in enumerate(sorted(set(pairs)))}
        ranks = [ordered[pair] for pair in pairs]
        if len(ordered) == len(words):
            break
        length *= 2
    return sorted(range(len(ranks)), key=ranks.__getitem__)


def _begins_another(ordered: list[str], word: str) -> bool:
    """Whether a longer word of those in order begins as this one."""
    following = bisect_right(ordered, word)
    return following < len(ordered) and ordered[following].startswith(word)
