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

    Forms are kept by their first word, so that only those are looked for whose first word a text has, however many
    names there are.
    """

    def __init__(self, forms: Iterable[Form], exceptions: Iterable[tuple[str, str]] = ()) -> None:
        """`exceptions` are pairs of an entity and a phrase that holds one of its names but means something else."""
        self._by_key: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        for form in forms:
            folded = fold(form.text)
            match = _WORD.search(folded)
            self._by_key[next(iter(_keys(match[0]))) if match else folded].append((folded, form))
        self._exceptions: dict[str, list[str]] = defaultdict(list)
        for entity, phrase in exceptions:
            self._exceptions[fold(phrase)].append(entity)

    def find(self, text: str, outside: Iterable[Span] = ()) -> Iterator[tuple[Span, str]]:
        """Every place of a form and its entity, overlapping ones too; none in an address or in `outside`."""
        folded = fold(text)
        lower = _lower(folded)
        addresses = ADDRESS.finditer(text) if "://" in lower or "www." in lower else ()
        closed = Disjoint(_joined([*outside, *(Span(*address.span()) for address in addresses)]))
        excepted = self._excepted(folded)
        words = set(_WORD.findall(folded.casefold()))
        if not folded.isascii():
            words |= {key for word in set(_WORD.findall(folded)) if not word.isascii() for key in _keys(word)}
        for key in words & self._by_key.keys():
            for form_text, form in self._by_key[key]:
                places = _places(lower, _lower(form_text)) if form.any_case else _places(folded, form_text)
                for span in places:
                    if (
                        _stands_alone(folded, span, form_text)
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


def _keys(word: str) -> Iterator[str]:
    """What a name can begin with in a run of letters: the word, or each character of a script without spaces."""
    if word.isascii() or not is_unspaced(word):
        yield word.casefold()
        return
    for part in split_unspaced(word):
        yield word[part.start : part.end].casefold()


def _lower(text: str) -> str:
    """A text in lower case, one character for one."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _places(text: str, form: str) -> Iterator[Span]:
    start = text.find(form)
    while start >= 0:
        yield Span(start, start + len(form))
        start = text.find(form, start + 1)


def _stands_alone(text: str, span: Span, form: str) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    # A point at the end bounds nothing: "U.S." is not in "U.S.S.R.".
    return not any(joins_words(there) and not is_unspaced(end) for end, there in ((form[0], before), (form[-1], after)))
