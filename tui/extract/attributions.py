"""The words around a mention that may attribute a number to whoever is mentioned, and whether they do."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.curate.quoting import near
from tui.dossier.dossier import Dossier
from tui.extract.phrases import found_words, nearest_place
from tui.items.speech import speech_in
from tui.languages.language import code_of, known_language
from tui.text.document import Document
from tui.text.span import Span

NEAR = 400
"""Characters before and after a number in which it may be attributed to someone."""

_CLAUSE = re.compile(r"[^,;:–—“”«»\"()\n]+")
_WORD = re.compile(r"\S+")
_OWN = re.compile(r"['’]s?\s\w+")

_MOST_MENTIONS = 5
"""How many mentions in the sentence of a number, or after it, are looked at: for each, the text is searched."""

_SHORT = 60
"""The longest clause, in characters, that is offered whole."""


AFTER, FAR, NO_WORD = _DOUBTS = "said after this number", "not near this number", "named, but says nothing"


class SaidWords(NamedTuple):
    """Words with a mention of someone."""

    words: str
    doubt: str = ""
    """Why they may not attribute the number: AFTER, FAR, NO_WORD, or nothing."""


class Attributions:
    """Finds the words that may attribute a number of an article to someone who is mentioned there."""

    def __init__(self, dossier: Dossier, article: str, number: Span) -> None:
        self._document, self._number = dossier.documents[article], number
        self._speech = speech_in(code_of(known_language(dossier.articles[article].language)), quoting=True)
        self._sentence, first = self._document.sentence_around(number), max(number.start - NEAR, 0)
        # A text may break the lines of a paragraph, and separates paragraphs by blank ones.
        self._near_from = max(first, self._document.text.rfind("\n\n", first, number.start))

    def words(self, mentions: Iterable[Span]) -> list[SaidWords]:
        """The words around some mentions, those that attribute the number first, then the nearest.

        They are in the sentence of the number; if no mention is, around the last one before it, and where someone
        speaks after it in its paragraph.
        """
        mentions = list(mentions)
        here = [span for span in mentions if self._sentence.covers(span)]
        before = [span for span in mentions if span.end <= self._sentence.start][-1:]
        nearest = sorted(here, key=lambda span: abs(span.start - self._number.start))[:_MOST_MENTIONS] or before
        found = [self._attribution(mention, words) for mention in nearest for words in self._around(mention)]
        if not here:
            blank = self._document.text.find("\n\n", self._sentence.end, self._sentence.end + NEAR)
            last = blank if blank >= 0 else self._sentence.end + NEAR
            after = [span for span in mentions if self._sentence.end <= span.start and span.end <= last]
            found += [
                SaidWords(self._document[said], AFTER)
                for mention in after[:_MOST_MENTIONS]
                if (said := self._said(mention))
            ]
        return sorted(dict.fromkeys(found), key=lambda each: ("", *_DOUBTS).index(each.doubt))

    def doubt(self, words: str, mentions: Iterable[Span]) -> str:
        """Why some words near the number may not attribute it to someone who is mentioned in them."""
        at = nearest_place(self._document.text, words, self._sentence)
        if at is None:
            return NO_WORD
        place = Span(at, at + len(words))
        doubts = [self._attribution(each, place).doubt for each in mentions if place.covers(each)]
        return min(doubts, default=NO_WORD)

    def _attribution(self, mention: Span, words: Span) -> SaidWords:
        found = found_words(self._document, words, self._number)
        return SaidWords((found or self._document[words]).strip(), self._doubt(mention, words))

    def _doubt(self, mention: Span, words: Span) -> str:
        if not self._attributes(mention, words):
            return NO_WORD
        if words.start >= self._sentence.end:
            return AFTER
        return "" if words.start >= self._near_from else FAR

    def _attributes(self, mention: Span, words: Span) -> bool:
        """Whether words say that whoever is mentioned speaks; in a language without known words of speech, all do."""
        if not self._speech.is_known:
            return True
        text, speech = self._document.text, self._speech
        return bool(self._said(mention) or speech.of(text, mention, words) or speech.has_document(text, words))

    def _said(self, mention: Span) -> Span | None:
        """The words by which whoever is mentioned certainly says something."""
        said = self._speech.of(self._document.text, mention, near(self._document.sentence_around(mention), mention))
        return said.span if said and said.certain else None

    def _around(self, mention: Span) -> Iterator[Span]:
        """A mention with the words around it: those of speech, its clause if that is short, a few, and none."""
        clause, said = _clause(self._document, mention), self._said(mention)
        if said and not said.overlaps(self._number):
            yield said
        own = _OWN.match(self._document.text, mention.end)
        if own and self._speech.has_document(self._document.text, Span(*own.span())):
            # The agency’s report gives a number as the agency does.
            yield Span(mention.start, own.end())
        if clause.end - clause.start <= _SHORT and not clause.overlaps(self._number):
            yield clause
        yield _shortened(self._document.text, mention, clause, self._number)
        yield mention


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
