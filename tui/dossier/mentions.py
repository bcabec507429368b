"""Finding every name in a text: longest first, whole words only, never inside an address."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from tui.text.fold import fold, is_unspaced, joins_words, split_unspaced
from tui.text.span import Disjoint, Span
from tui.text.structure import ADDRESS

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Form:
    """One name of an entity, as looked for in the text; only materials are found in any case."""

    entity: str
    text: str
    any_case: bool = False


class Names:
    """All forms of all entities, ready to be found.

    Forms are kept by their first word, so that finding them takes one look-up a word of the text, however
    many names there are.
    """

    def __init__(self, forms: Iterable[Form], exceptions: Iterable[tuple[str, str]] = ()) -> None:
        """`exceptions` are pairs of an entity and a phrase that holds one of its names but means something else."""
        self._by_key: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        for form in forms:
            folded = fold(form.text)
            start = next(_words(folded), None)
            self._by_key[start[1] if start else folded[:1]].append((folded, form))
        self._exceptions: dict[str, list[str]] = defaultdict(list)
        for entity, phrase in exceptions:
            self._exceptions[fold(phrase)].append(entity)

    def find(self, text: str, outside: Iterable[Span] = ()) -> Iterator[tuple[Span, str]]:
        """Every place of a form and its entity, overlapping ones too; none in an address or in `outside`."""
        folded = fold(text)
        closed = Disjoint(_joined([*outside, *(Span(*url.span()) for url in ADDRESS.finditer(text))]))
        excepted = self._excepted(folded)
        for start, key in _words(folded) if self._by_key else ():
            for form_text, form in self._by_key.get(key, ()):
                span = Span(start, start + len(form_text))
                if (
                    _reads(folded, span, form_text, form.any_case)
                    and not closed.overlaps(span)
                    and not (form.entity in excepted and excepted[form.entity](span))
                ):
                    yield span, form.entity

    def _excepted(self, folded: str) -> dict[str, Callable[[Span], bool]]:
        spans: dict[str, list[Span]] = defaultdict(list)
        for phrase, entities in self._exceptions.items():
            for match in re.finditer(re.escape(phrase), folded):
                for entity in entities:
                    spans[entity].append(Span(*match.span()))
        return {entity: whether_inside(phrases) for entity, phrases in spans.items()}


def whether_inside(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Answers whether a span lies whole inside one of these, quickly however many they are."""
    ordered = sorted(spans)
    reached = list(accumulate((span.end for span in ordered), max))

    def is_inside(span: Span) -> bool:
        begun = bisect_right(ordered, span.start, key=lambda other: other.start)
        return begun > 0 and reached[begun - 1] >= span.end

    return is_inside


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The same stretches of text as spans that share nothing with each other."""
    end = 0
    for span in sorted(spans):
        if span.end > end:
            yield Span(max(span.start, end), span.end)
            end = span.end


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Where a name can begin, and what it must begin with there: a word, or a character of a script without spaces."""
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not is_unspaced(word):
            yield match.start(), word.casefold()
            continue
        for part in split_unspaced(word):
            yield match.start() + part.start, word[part.start : part.end].casefold()


def _reads(text: str, span: Span, form: str, any_case: bool) -> bool:
    here = text[span.start : span.end]
    if here != form and not (any_case and here.casefold() == form.casefold()):
        return False
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    # A point at the end bounds nothing: "U.S." is not in "U.S.S.R.".
    return not any(joins_words(there) and not is_unspaced(end) for end, there in ((form[0], before), (form[-1], after)))
