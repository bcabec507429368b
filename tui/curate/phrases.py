"""Words of a text that a record needs beside its quote: those that attribute a number, and those that date it."""

import re
from collections.abc import Iterable, Iterator

from tui.curate.quoting import near
from tui.dates.printed import dates_in
from tui.text.document import Document
from tui.text.fold import lower_case
from tui.text.span import Span

_CLAUSE = re.compile(r"[^,;:–—“”«»\"()\n]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"\S+")

_SHORT = 60
"""The longest clause, in characters, that is offered whole as an attribution."""


def places_of(document: Document, names: Iterable[str]) -> list[Span]:
    """Where names are in a text as whole words."""
    forms = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return [Span(*each.span()) for each in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", document.text)] if forms else []


def begun(document: Document, typed: str, number: Span) -> Iterator[str]:
    """Words of a text that begin with what is typed, if that is no whole word of it.

    They have capitals, or are one or two words of the sentence of a number.
    """
    if len(typed) > 2 and not places_of(document, [typed]):
        words = re.compile(rf"(?<!\w)({re.escape(typed)}\w+)(?:\s\w+)?", re.IGNORECASE)
        yield from (each[1] for each in words.finditer(document.text) if each[1][0].isupper())
        for each in words.finditer(document.text, *document.sentence_around(number)):
            if each[1][0].islower():
                yield from (each[1], each[0])


def attributions(document: Document, mentions: Iterable[Span], number: Span) -> Iterator[str]:
    """Words that may attribute a number to someone who is mentioned at some places, the likeliest first.

    They are in the sentence of the number; if no mention does, around the last one before it.
    """
    sentence, mentions = document.sentence_around(number), list(mentions)
    here = [span for span in mentions if sentence.covers(span)]
    before = [span for span in mentions if span.end <= sentence.start][-1:]
    for mention in sorted(here, key=lambda span: abs(span.start - number.start)) or before:
        clause = _clause(document, mention)
        if clause.end - clause.start <= _SHORT and not clause.overlaps(number):
            yield document[clause].strip()
        yield document[_shortened(document.text, mention, clause, number)].strip()
        yield document[mention]


def _clause(document: Document, mention: Span) -> Span:
    """The stretch of a sentence between two punctuation marks that a mention is in, without the full stop."""
    sentence = near(document.sentence_around(mention), mention)
    end = len(document[sentence].rstrip(".!?… ")) + sentence.start
    found = _CLAUSE.finditer(document.text, sentence.start, max(end, mention.end))
    around = next((Span(*each.span()) for each in found if each.start() <= mention.start < each.end()), mention)
    return Span(around.start, max(around.end, mention.end))


def _shortened(text: str, mention: Span, clause: Span, number: Span) -> Span:
    """A mention with up to two words before it and one after it, within its clause and without the number."""
    first = number.end if clause.start <= number.start and number.end <= mention.start else clause.start
    last = number.start if mention.end <= number.start < clause.end else clause.end
    before = [word.start() for word in _WORD.finditer(text, first, mention.start)][-2:]
    after = [word.end() for word in _WORD.finditer(text, mention.end, last)][:1]
    return Span(before[0] if before else mention.start, after[0] if after else mention.end)


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
    more = [word.end() for word in _WORD.finditer(document.text, end, min(end + _SHORT, len(text)))]
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
