"""Finding every name in a text: longest first, whole words only, never inside an address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.text.fold import fold, is_unspaced, joins_words
from tui.text.span import Span

_WORD = re.compile(r"[^\W_]+")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)


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
            self._by_key[_key(folded, 0)].append((folded, form))
        self._exceptions: dict[str, list[str]] = defaultdict(list)
        for entity, phrase in exceptions:
            self._exceptions[fold(phrase)].append(entity)

    def find(self, text: str, outside: Iterable[Span] = ()) -> Iterator[tuple[Span, str]]:
        """Every place of a form and its entity, overlapping ones too; none in an address or in `outside`."""
        folded = fold(text)
        closed = sorted([*outside, *(Span(*url.span()) for url in _URL.finditer(text))])
        excepted = self._excepted(folded)
        for start in _starts(folded):
            for form_text, form in self._by_key.get(_key(folded, start), ()):
                span = Span(start, start + len(form_text))
                if (
                    _reads(folded, span, form_text, form.any_case)
                    and not any(span.overlaps(other) for other in closed)
                    and not any(other.covers(span) for other in excepted.get(form.entity, ()))
                ):
                    yield span, form.entity

    def _excepted(self, folded: str) -> dict[str, list[Span]]:
        spans: dict[str, list[Span]] = defaultdict(list)
        for phrase, entities in self._exceptions.items():
            for match in re.finditer(re.escape(phrase), folded):
                for entity in entities:
                    spans[entity].append(Span(*match.span()))
        return spans


def _starts(text: str) -> Iterator[int]:
    """Where a name can begin: at each word, and at each character of scripts without spaces."""
    for word in _WORD.finditer(text):
        start, end = word.span()
        yield start
        for index in range(start + 1, end):
            if is_unspaced(text[index]):
                yield index


def _key(text: str, start: int) -> str:
    """What a form and a place in the text share where the form can stand there."""
    if is_unspaced(text[start]):
        return text[start]
    word = _WORD.match(text, start)
    return word[0].casefold() if word else text[start]


def _reads(text: str, span: Span, form: str, any_case: bool) -> bool:
    here = text[span.start : span.end]
    if here != form and not (any_case and here.casefold() == form.casefold()):
        return False
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (joins_words(form[0]) and joins_words(before)) and not (joins_words(form[-1]) and joins_words(after))
