"""Words of a text that a record may need: places of names, the end of what is typed, and dates."""

import re
from collections.abc import Iterable, Iterator

from tui.curate.quoting import near
from tui.dates.printed import dates_in
from tui.text.document import Document
from tui.text.fold import lower_case
from tui.text.span import Span

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"\S+")

MOST_PRINTED = 3
"""How many words of the article are offered as the name of a new record at most."""

_FURTHER = 60
"""Characters after what is typed in which more words are offered."""


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
    """What is typed as the sentence of a number or the text before it prints it: in whole words, then with more words.

    Nothing if it is not printed there.
    """
    sentence, text, words = document.sentence_around(number), lower_case(document.text), lower_case(typed)
    at = text.find(words, sentence.start, sentence.end)
    at = at if at >= 0 else text.rfind(words, 0, sentence.start)
    if at < 0:
        return
    end = at + len(words)
    while end < len(text) and text[end].isalnum():
        end += 1
    yield document[Span(at, end)]
    more = [word.end() for word in _WORD.finditer(document.text, end, min(end + _FURTHER, len(text)))]
    yield from (document[Span(at, each)].rstrip(".,;:") for each in more[:3])


def dates_near(document: Document, number: Span) -> dict[str, Span]:
    """The dates and years in the sentence of a number, in EDTF, each with its place; the number itself is not one."""
    sentence = near(document.sentence_around(number), number)
    found = {each.date: each.span for each in dates_in(document.text, *sentence) if each.date}
    for year in _YEAR.finditer(document.text, *sentence):
        span = Span(*year.span())
        if not any(other.covers(span) for other in found.values()):
            found.setdefault(year[0], span)
    return found
