"""Who a text says claims a number: in its sentence, in a quotation, or in one that goes on with what was said."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import NamedTuple

from tui.curate.quoting import near
from tui.extract.attributions import NEAR
from tui.extract.references import References
from tui.extract.statements import NamedPlace, segment, verbs
from tui.items.denial import denies
from tui.items.speech import Said, speech_in
from tui.items.statement_words import listed, words_in
from tui.text.document import Document
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

_MOST_CONTINUED = 3
"""How many sentences may go on with what somebody said before."""
_MOST_ADDED, _REACH = 6, 20_000
"""How many words are added at most to words that name a claimant, and the characters before them that are searched."""
_NEARBY = 40
"""Characters around words of speech in which somebody passes on what others say."""
_LONGEST_ARTICLE = 4
"""The most characters of an article before a speaker."""
_LONGEST_NAMING = 160
"""The most characters from a name to the words of speech that go back to it, where both are quoted."""


@dataclass(frozen=True)
class Claimed:
    """Who claims a number, and the words that say so."""

    claimant: NamedPlace
    span: Span
    """The words that give the number to the claimant: Ada Moss said, she said."""
    naming: Span
    """These words, or earlier ones, that name the claimant."""


class Claimants:
    """Finds who claims the numbers of one text."""

    def __init__(self, document: Document, names: Sequence[NamedPlace], code: str) -> None:
        """`names` are those of the text, in its order."""
        self._document, self._text, self._names, self._code = document, document.text, names, code
        self._speech = speech_in(code)
        self._references = References(document, names, code)
        self._found: dict[Span, Claimed | None] = {}

    def of(self, number: Span) -> Claimed | None:
        """Who claims a number; None if nobody certainly does, or more than one."""
        if number not in self._found:
            claimed = self._claimed(number)
            self._found[number] = claimed and replace(claimed, naming=self._alone(claimed.naming, number))
        return self._found[number]

    def _alone(self, naming: Span, number: Span) -> Span:
        """Words that name a claimant, with those after them that it takes to tell them from earlier ones."""
        text, sentence = self._text, self._document.sentence_around(number)
        if naming.end > sentence.start:
            return naming
        words = _WORD.finditer(text, naming.end, self._document.sentence_at(naming.start).end)
        longer = (naming, *(Span(naming.start, word.end()) for word in islice(words, _MOST_ADDED)))
        start = max(naming.start - _REACH, 0)
        return next((each for each in longer if text.count(text[slice(*each)], start, sentence.end) == 1), naming)

    def _claimed(self, number: Span) -> Claimed | None:
        text = self._text
        whole, line = self._document.sentence_around(number), self._document.lines_around(number)
        sentence, paragraph = (
            Span(max(each.start, number.start - NEAR), min(each.end, number.end + NEAR)) for each in (whole, line)
        )
        within = segment(text, sentence, number)
        if not self._denies(within):
            found = [each for each in self._each(within) if _states(text, number, within, each[0])]
            said = self._speech.by_pronoun(text, within)
            if not found and within.start > sentence.start:
                # It said that Orla made 5 tons; Kalmar, 6 tons.
                first = segment(text, sentence, Span(sentence.start, sentence.start + 1))
                found = [each for each in self._each(first) if _THAT.match(text, each[0].span.end, first.end)]
            # “According to the paper, he said, …” is said by both.
            is_aside = (
                said
                and said.span.end < within.end
                and text.startswith(", ", said.span.start - 2)
                and text[said.span.end] in ",."
            )
            if not is_aside and (claimed := self._only(found)):
                return claimed
            if said and not found and _states(text, number, within, said) and (meant := self._meant(said, sentence)):
                return meant
            if heading := self._heading(number, sentence):
                return heading
        if quoted := self._quoted(number, paragraph):
            return quoted
        return self._speaker_before(sentence) if self._is_reported(within) else None

    def _heading(self, number: Span, sentence: Span) -> Claimed | None:
        """Whose name begins a sentence and is followed by what they say: Orla Institute: sales will rise by 5%."""
        names = self._named_in(Span(sentence.start, number.start))
        if not names or names[0].span.start != sentence.start or names[0].kind not in _HEADINGS:
            return None
        said = Span(sentence.start, names[0].span.end + 1)
        states = verbs(self._code).search(self._text, said.end, number.start)
        return Claimed(names[0], said, said) if states and self._text.startswith(": ", said.end - 1) else None

    def _denies(self, within: Span) -> bool:
        """Whether a stretch denies something: whoever denies a number, or is asked for it, does not claim it."""
        return denies(self._code).search(self._text, *within) is not None

    def _named_in(self, within: Span) -> Sequence[NamedPlace]:
        first, last = (bisect_left(self._names, end, key=lambda name: name.span.start) for end in within)
        return [name for name in self._names[first:last] if name.span.end <= within.end]

    def _each(self, within: Span) -> Iterator[tuple[Said, NamedPlace]]:
        """Those who certainly say something in a stretch."""
        known = {name.span: name for name in self._named_in(within)}
        for said in self._speech.each(self._text, within, [*known]):
            around = Span(max(said.span.start - _NEARBY, within.start), min(said.span.end + _NEARBY, within.end))
            name = known.get(said.who) or self._named_at_end(said.who)
            # Österreichs größte Hoffnung
            ends = said.who == name.span and said.span.end == name.span.end
            is_genitive = ends and self._code == "de" and self._text[slice(*name.span)] == f"{name.text}s"
            if said.certain and not is_genitive and not _cites(self._code).search(self._text, *around):
                yield said, name

    def _named_at_end(self, who: Span) -> NamedPlace:
        """The name that the words for somebody end with, and else the words: the agency Orla, the police of Chile."""
        ends = (each for each in self._named_in(who) if each.span.end == who.end and each.kind not in _PLACES)
        return next(ends, None) or NamedPlace(who, self._text[slice(*who)], None, None)

    def _only(self, found: Sequence[tuple[Said, NamedPlace]]) -> Claimed | None:
        """The only one of those who say something, by the name that a phrase like “the bank” goes back to."""
        if len({name.identity for _, name in found}) != 1:
            return None
        said, name = found[0]
        # The FAO and the WFP said: neither alone.
        joined = (
            each
            for each in self._named_in(near(Span(0, name.span.start), name.span))
            if each.span.end < name.span.start
        )
        if self._is_half(name) or any(_AND.fullmatch(self._text, each.span.end, name.span.start) for each in joined):
            return None
        meant = self._references.meant_by(name) if name not in self._named_in(name.span) else None
        return (meant and self._going_back(meant, said.span)) or Claimed(name, said.span, said.span)

    def _is_half(self, name: NamedPlace) -> bool:
        """Whether a name is only half of a longer one that nobody has listed: Departamento de Policía."""
        text, (start, end) = self._text, name.span
        if name.kind != "person" and _GOES_ON.match(text, end):
            return True
        is_longer = _CAPITAL_FOLLOWS.match(text, end) or _IN_QUOTED_NAME.match(text, max(start - 1, 0), end + 2)
        return name.kind in _PLACES and is_longer is not None

    # What goes back to an earlier sentence

    def _meant(self, said: Said, sentence: Span, links: int = 0) -> Claimed | None:
        """Whom “he said” means: the only one who speaks in the sentence before, or the only person named before it.

        `links` is how many sentences have been followed back.
        """
        is_thing = _continuing(self._code).fullmatch(self._text, *said.who) is not None
        before = self._speaker_before(sentence, links)
        first = before.naming.start if before else sentence.start
        kind = before.claimant.kind if before else None
        people = [name for name in self._named_in(Span(first, said.span.start)) if name.kind in _PEOPLE]
        is_alone = is_thing or {name.identity for name in people} <= {before.claimant.identity if before else ""}
        # English has “he” and “it”; in other languages, a pronoun may mean a person as well as a body.
        fits = self._code != "en" or kind is None or is_thing != (kind == "person")
        # “It said” does not mean the source that only the end of the sentence before gives: according to Orla.
        fits = fits and not (is_thing and before and before.claimant.span.start > before.span.start + _LONGEST_ARTICLE)
        if before and is_alone and fits:
            return Claimed(before.claimant, said.span, before.naming)
        paragraph = near(Span(*self._document.lines_around(said.span)), said.span)
        earlier = self._named_in(Span(paragraph.start, said.span.start))
        people = [name for name in earlier if name.kind == "person"]
        if is_thing or len({name.identity for name in people}) != 1:
            return None
        return self._going_back(people[0], said.span)

    def _speaker_before(self, sentence: Span, links: int = 0) -> Claimed | None:
        """The only one who speaks in the sentence before another one, or whom that sentence goes on with."""
        end = sentence.start
        while end and self._text[end - 1].isspace():
            end -= 1
        if not end or links >= _MOST_CONTINUED:
            return None
        before = near(self._document.sentence_at(end - 1), Span(end, end))
        if self._denies(before):
            return None
        found = [*self._each(before)]
        if found:
            return self._only(found)
        if said := self._speech.by_pronoun(self._text, before):
            return self._meant(said, before, links + 1)
        return self._speaker_before(before, links + 1) if self._is_reported(before) else None

    def _is_reported(self, within: Span) -> bool:
        """Whether the form of its verb gives what a sentence says to somebody: Sie habe 5 Tonnen verkauft."""
        return _reported(self._code).match(self._text, *within) is not None

    def _going_back(self, name: NamedPlace, words: Span) -> Claimed | None:
        """A claim by words that go back to a name, with the words that name who says it; None if they are far away."""
        start = max(words.start - NEAR, 0)
        places = [each for each in self._named_in(Span(start, words.start)) if each.identity == name.identity]
        for place in reversed(places):
            said = self._speech.of(self._text, place.span, near(self._document.sentence_around(place.span), place.span))
            if said and said.certain:
                return Claimed(place, words, said.span)
        if len(places) > 1 and self._text.startswith("(", places[-1].span.start - 1):
            places = places[:-1]
        naming = Span(places[-1].span.start, words.end) if places else words
        is_short = naming.end - naming.start <= _LONGEST_NAMING and "\n" not in self._text[slice(*naming)]
        return Claimed(places[-1], words, naming) if places and is_short else None

    # Quotations

    def _quoted(self, number: Span, paragraph: Span) -> Claimed | None:
        """Who says a number that is inside a quotation: who opens it, or the only one who speaks in its paragraph."""
        text = self._text
        marks = [*_MARKS.finditer(text, paragraph.start, number.start)]
        # After the number, the quotation is closed, or opened once more. German closes with one that opens elsewhere.
        closed = _MARKS.search(text, number.end, paragraph.end)
        if (
            not marks
            or marks[-1]["closing"]
            or closed is None
            or not (closed["closing"] or closed[0] in ("“", marks[-1][0]))
        ):
            return None
        found, opening = [*self._each(paragraph)], _opened(text, marks)
        for said, name in found:
            if said.span.end <= opening and _LEADS_IN.fullmatch(text, said.span.end, opening):
                return None if self._denies(said.span) else self._only([(said, name)])
        closing = next((mark for mark in _MARKS.finditer(text, number.end, paragraph.end) if mark["closing"]), None)
        if closing and _GOES_OUT.match(text, closing.start() - 1):
            # “…,” says whoever is named next, whether or not that is known.
            end = self._document.sentence_at(closing.start()).end
            found = [each for each in found if closing.end() <= each[0].span.start < max(end, closing.end() + 1)][:1]
        return None if self._denies(paragraph) else self._only(found)


@cache
def _reported(code: str) -> re.Pattern[str]:
    """A sentence with a verb in a form that gives it to somebody, before any comma or quotation."""
    return lazy_pattern(rf"[^,;:“”„«»\"]*?(?<![^\W_])(?:{listed(code, 'reported')})(?![^\W_])")


@cache
def _cites(code: str) -> re.Pattern[str]:
    """The words by which somebody passes on what others say: citing the police."""
    return lazy_pattern(rf"(?<![^\W_])(?:{listed(code, 'cites')})(?![^\W_])", re.IGNORECASE)


@cache
def _continuing(code: str) -> re.Pattern[str]:
    """The pronouns that go back to a body or several, or to what the sentence before is about."""
    return re.compile(listed(code, "continuing", "speech"), re.IGNORECASE)


_HEADINGS = ("organization", "government", "company", "person")
_WORD = re.compile(r"[\w’'-]+")
_PLACES = ("place", "country", "facility")
_PEOPLE = (None, "person")
_MARKS = re.compile(r"[“„«]|(?<![^\s(\[])\"(?=\S)|(?P<closing>[”»\"])")
_LEADS_IN = re.compile(r"\s?[:,]?\s?")
"""What is between who says something and a quotation of it."""
_GOES_OUT = re.compile(r",.|..\s?[,–—-]", re.DOTALL)
"""The end of a quotation, from the character before its mark, with what leads to who said it."""
_AND = re.compile(r"\s(?:and|und|et|y|e|и)\s(?:(?:the|der|die|das|le|la|les|el|los|las|il)\s|l['’])?")
_CAPITAL_FOLLOWS = re.compile(r"\s[A-ZÀ-ÞА-ЯЁ]")
_IN_QUOTED_NAME = re.compile(r"[«„“\"][^«»„“”\"]+\s\w\Z")
"""A quotation that begins with a name, and its next word: «Russia Today»."""
_GOES_ON = re.compile(r"\s(?:of|de|du|del|der|des|di|da|do)\s(?:the\s|la\s)?[A-ZÀ-Þ]")


def _opened(text: str, marks: list[re.Match[str]]) -> int:
    """Where a quotation begins that is open after some marks; it may be closed and opened again between sentences."""
    opening = marks[-1]
    for before in reversed(marks[:-1]):
        if before["closing"] and text[before.end() : opening.start()].strip():
            break
        if not before["closing"]:
            opening = before
    return opening.start()


def _states(text: str, number: Span, within: Span, said: Said) -> bool:
    """Whether words that attribute something attribute the number before or after them."""
    if _ADDS.search(text, said.span.start, said.span.end) and text[said.span.end : number.start].isspace():
        # “Its shares rose, and Kalmar added 5%” says nothing.
        return False
    if number.start >= said.span.end and text.find(",", said.span.end, number.start) >= 0:
        # “After the firm announced its plan, oil rose 5%”; but “as the firm said on Monday, …”.
        meanwhile = _beside().meanwhile.search(text, max(said.span.start - 30, within.start), said.span.start)
        if meanwhile and not (meanwhile["as"] and _beside().said_all.match(text, said.span.end)):
            return False
    is_source = said.who.end == said.span.end
    is_apart = text[max(said.span.start - 2, 0) : said.span.start].strip() in _APART
    if is_source and not is_apart and text.find(",", number.end, said.span.start) >= 0:
        # Without a comma, a source is only that of the words around it: more than the 5 tons expected by Orla.
        return False
    if said.span.end <= number.start and _beside().led_to.search(text, said.span.end, number.start):
        # It reported a profit, sending its shares up 5%.
        return False
    if number.start >= said.span.end and text[within.start : said.span.start].strip():
        # “It is 5 tons, according to Ada Moss, and 6 tons …” says nothing of the second number.
        return not (is_source and _AFTER_SOURCE.match(text, said.span.end))
    if number.start >= said.span.end or is_source:
        return not number.overlaps(said.span)
    start = max(said.span.start - 30, number.end)
    return (
        _beside().meanwhile.search(text, start, said.span.start) is None
        and _beside().said_all.match(text, said.span.end) is not None
    )


class _Beside(NamedTuple):
    """What is beside words of speech, in any language."""

    meanwhile: re.Pattern[str]
    """What was only said while, before or after something was so does not state it."""
    said_all: re.Pattern[str]
    """What follows a statement that ends with its verb: “ANP said in a report”, not “ANP said its output …”."""
    led_to: re.Pattern[str]
    """What comes between what somebody says and what that led to."""


@cache
def _beside() -> _Beside:
    words = words_in("any")
    told = r"(?<=told)(?:\s[\w’'-]{1,20}){1,3}(?=[.,;]|$)|\s?(?:[.,;:!?”“»\")(–—-]|$)"
    article = r"(?:(?:the|el|la|le|der|die|das)\s)?"
    return _Beside(
        re.compile(rf"(?<![^\W_])(?:(?P<as>as)|{words['meanwhile']})\s{article}$", re.IGNORECASE),
        re.compile(rf"{told}|\s(?:{words['after_said']})(?![^\W_])"),
        re.compile(rf"(?<![^\W_])(?:{words['led_to']})(?![^\W_])"),
    )


_THAT = lazy_pattern(r",?\s(?:that|dass|que|che|что)\s")
_ADDS = re.compile(r"(?<![^\W_])add(?:s|ed)$")
_APART = (",", "(", "–", "—", "-")
"""What comes before a source of all that was said."""
_AFTER_SOURCE = re.compile(r"(?:\s[a-z]{3,15}){0,2},")
"""What ends a source: according to the ministry’s own figures, …"""
