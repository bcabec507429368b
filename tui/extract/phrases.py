"""Words of a text that a record may need: places of names, and the end of what is typed."""

import re
from collections.abc import Iterable, Iterator

from tui.text.document import Document
from tui.text.fold import lower_case
from tui.text.span import Span

_WORD = re.compile(r"\S+")
_NEXT_WORD = re.compile(r"\S{0,9}\s{1,9}\S+")

MOST_PRINTED = 3
"""How many words of the article are offered as the name of a new record at most."""

MOST_AFTER = 1_000
"""Characters after a sentence in which words may attribute what is in it: its quote reaches to them."""

_FURTHER = 60
"""Characters around words in which more are taken in."""

_MOST_ADDED = 6
"""How many words are taken in at most until words are printed once."""

_ENDS = ".,;:!?"


def places_of(document: Document, names: Iterable[str]) -> list[Span]:
    """Where names are in a text as whole words."""
    forms = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return [Span(*each.span()) for each in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", document.text)] if forms else []


def begun(document: Document, typed: str, number: Span) -> Iterator[str]:
    """Words of a text that begin with what is typed, if that is no whole word of it.

    They have capitals, or are one or two words of the sentence of a number, the second no short one.
    """
    if len(typed) > 2 and not places_of(document, [typed]):
        words = re.compile(rf"(?<!\w)({re.escape(typed)}\w+)(?:\s\w{{4,}})?", re.IGNORECASE)
        yield from (each[1] for each in words.finditer(document.text) if each[1][0].isupper())
        for each in words.finditer(document.text, *document.sentence_around(number)):
            if each[1][0].islower():
                yield from (each[1], each[0])


def printed_with(document: Document, number: Span, typed: str) -> Iterator[str]:
    """What is typed as the text prints it near a number: in whole words, then with more words.

    Nothing if it is not printed there.
    """
    text, words = lower_case(document.text), lower_case(typed)
    at = nearest_place(text, words, document.sentence_around(number))
    if at is None:
        return
    end = at + len(words)
    while end < len(text) and text[end].isalnum():
        end += 1
    more = [word.end() for word in _WORD.finditer(document.text, end, min(end + _FURTHER, len(text)))]
    yield document[Span(at, end)]
    yield from (document[Span(at, each)].rstrip(_ENDS) for each in more[:3])


def found_words(document: Document, words: Span, claim: Span) -> str | None:
    """Some words with as many of their sentence around them as make lode's check find them from a claim.

    It looks for them in the sentence of the claim, else before that, else in the rest of the paragraph. None if they
    are printed there several times all the same.
    """
    text, sentence, own = document.text, document.sentence_around(claim), document.sentence_around(words)
    last = sentence.end if words.start < sentence.end else document.line_end(words.end)
    within = sentence if sentence.covers(words) else Span(0, last)
    for added in range(_MOST_ADDED):
        if text.count(document[words], *within) == 1:
            return document[words]
        after = _NEXT_WORD.match(text, words.end, min(own.end, words.end + _FURTHER))
        before = [*_WORD.finditer(text, max(own.start, words.start - _FURTHER), words.start)]
        if after and (added % 2 == 0 or not before):
            words = Span(words.start, words.end + len(document[Span(words.end, after.end())].rstrip(_ENDS)))
        elif before:
            words = Span(before[-1].start(), words.end)
    return None


def nearest_place(text: str, words: str, sentence: Span) -> int | None:
    """Where some words begin that attribute a number: in its sentence, else last before it, else first after it."""
    places = (
        text.find(words, sentence.start, sentence.end),
        text.rfind(words, 0, sentence.start),
        text.find(words, sentence.end, sentence.end + MOST_AFTER),
    )
    return next((at for at in places if at >= 0), None)
