"""Which articles print the words of a draft, found in one pass over their texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

from tui.dossier.dossier import Dossier
from tui.text.cached_method import cached_method
from tui.text.fold import is_unspaced
from tui.text.quote import Quotes
from tui.text.span import Span
from tui.text.work import Count, uncounted

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words and runs of digits of a text, in order."""
    return _WORD.findall(text)


class PrintedWords:
    """The articles by the words of one draft, and the places of its quotations."""

    def __init__(self, dossier: Dossier, text: str, count: Count = uncounted) -> None:
        self._dossier, self._text, self._count = dossier, text, count

    @cached_property
    def _articles(self) -> dict[str, set[str]]:
        """The articles of each word of the draft, whose first letter may be a capital in one of the two."""
        own = set(words_in(self._text))
        wanted = own | {word[0].swapcase() + word[1:] for word in own}
        # A script without spaces has no words to look up.
        inside = [word for word in wanted if is_unspaced(word)]
        found: dict[str, set[str]] = defaultdict(set)
        for article, document in self._dossier.documents.items():
            self._count(len(document.text))
            for word in wanted.intersection(_WORD.findall(document.text)):
                found[word].add(article)
            for word in inside:
                if word in document.text:
                    found[word].add(article)
        return found

    def with_all(self, words: Iterable[str]) -> list[str]:
        """The articles that print all of some words, in the order of the dossier."""
        found = [self._articles.get(word, set()) for word in words]
        if not found:
            return list(self._dossier.documents)
        common = set.intersection(*found)
        return [article for article in self._dossier.documents if article in common] if common else []

    def with_most(self, words: Iterable[str], most: int) -> list[str]:
        """The articles that print the most of some words, at most so many."""
        counts = Counter(article for word in words for article in self._articles.get(word, ()))
        order = {article: number for number, article in enumerate(self._dossier.documents)} if counts else {}
        return sorted(counts, key=lambda article: (-counts[article], order[article]))[:most]

    def places(self, article: str, words: str) -> tuple[Span, ...]:
        """Where an article prints a quotation."""
        return self._quotes(article).find(words).spans

    @cached_method
    def _quotes(self, article: str) -> Quotes:
        return Quotes(self._dossier.documents[article].text, self._count)
