"""Judges the quotations of a draft: whether an article has the words, and who says them there."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice, zip_longest

from tui.dossier.dossier import Dossier
from tui.dossier.records import Source
from tui.items.speech import speech_in
from tui.languages.language import Language, code_of, known_language
from tui.text.cached_method import cached_method
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.listed import first_of
from tui.text.nearest import nearest
from tui.text.span import Span
from tui.verify.context import VerificationContext
from tui.verify.findings import BACKED, DIFFERS, NOT_FOUND, POSSIBLE, Finding
from tui.verify.printed import words_in
from tui.verify.words import words_of

_QUOTED = re.compile(r"“[^“”\n]+”|„[^„“”\n]+[“”]|«[^«»\n]+»|\"[^\"\n]+\"|「[^「」\n]+」")
_PEOPLE = ("person",)
_BODIES = ("publication", "organization", "company", "government", "unnamed")
_SOON = 30
"""Characters after a verb of speech in which the speaker is named."""

_BELONGS = re.compile(r"(?:works|speaks) for|heads|leads|(?:president|head|director|leader|minister|spokes\w+) of")
"""Relations of a person to the body that has said what the person says."""

_BACK = 6
"""How many sentences before its own may name a speaker."""

_CLOSE = 75
"""The similarity, 0 to 100, from which a quotation is a rewording of what an article prints."""

_PLACES = 20
"""How many places of a quotation are looked at."""

_MOST_CHANGES = 3
_MOST_ALIKE = 10
"""In how many articles the nearest words are looked for."""

_WORDS_SEARCHED = 3
"""How many words of a quotation, the longest, an article must have to be searched for it."""

_LONG = 4

_MARKS = ".,;:!?…“”\"‘’'"

Mentions = Callable[[Span], Sequence[tuple[Span, str]]]


class QuotationJudge:
    """Judges the quotations of one draft."""

    def __init__(self, context: VerificationContext) -> None:
        self._dossier, self._draft, self._names = context.dossier, context.draft, context.names
        self._printed = context.printed

    def findings(self) -> Iterator[Finding]:
        """What is found about each quotation, in order."""
        return map(self._judge, self._draft.quotations)

    def _judge(self, span: Span) -> Finding:
        places = list(islice(self._places(self._draft.text[span.start : span.end]), _PLACES))
        if not places:
            return self._reworded(span)
        speaker = self._speakers.of(Span(span.start - 1, span.end))
        said_by = [(article, place, self._speaker_in(article, place)) for article, place in places]
        best = next((each for each in said_by if speaker is None or self._is_one(speaker, each[2])), None)
        if best is not None:
            by = self._dossier.name_of(best[2])
            reason = (
                "in these words"
                + (f", said by {by}" if by else "")
                + (", attributed to nobody in the draft" if by and speaker is None else "")
            )
            return self._finding(span, BACKED, reason, *best)
        other = next((each for each in said_by if each[2] is not None), None)
        ours = self._dossier.name_of(speaker)
        if other is None:
            reason = f"in these words, but who says them is not found; the draft attributes them to {ours}"
            return self._finding(span, POSSIBLE, reason, *said_by[0])
        reason = f"the draft attributes it to {ours}, the source to {self._dossier.name_of(other[2])}"
        return self._finding(span, DIFFERS, reason, *other)

    def _places(self, words: str) -> Iterator[tuple[str, Span]]:
        """Where articles print the words of a quotation; its first letter may be a capital in one of the two."""
        forms = dict.fromkeys((words, words[0].swapcase() + words[1:]))
        found = (self._printed.with_all(_longest_words(form)) for form in forms)
        articles = dict.fromkeys(article for each in found for article in each)
        return (
            (article, place) for form in forms for article in articles for place in self._printed.places(article, form)
        )

    def _is_one(self, speaker: str, other: str | None) -> bool:
        """Whether two speakers are one, or the first is a body that the other one belongs to."""
        entities = self._dossier.entities
        if other is None or speaker == other or entities[speaker].type == "person":
            return speaker == other
        body = {speaker, self._names.stands_for(speaker)}
        return any(relation.of in body and _BELONGS.fullmatch(relation.name) for relation in entities[other].relations)

    @cached_property
    def _speakers(self) -> "Speakers":
        return Speakers(self._draft.document, self._names.within, self._dossier, self._draft.language)

    def _speaker_in(self, article: str, place: Span) -> str | None:
        """Who says the words at a place of an article."""
        return self._speakers_of(article).of(place)

    @cached_method
    def _speakers_of(self, article: str) -> "Speakers":
        def within(stretch: Span) -> list[tuple[Span, str]]:
            return [(each.span, each.record) for each in self._dossier.mentions_within(article, stretch)]

        language = known_language(self._dossier.articles[article].language)
        return Speakers(self._dossier.documents[article], within, self._dossier, language)

    def _reworded(self, span: Span) -> Finding:
        """The finding on words that no article has: how they deviate from the nearest."""
        from rapidfuzz import fuzz

        words = self._draft.text[span.start : span.end]
        best: tuple[float, str, str] | None = None
        long = {word for word in words_in(words) if len(word) >= _LONG}
        for article in self._printed.with_most(long, _MOST_ALIKE):
            document = self._dossier.documents[article]
            near = nearest(document.text, words)
            score = fuzz.ratio(words.lower(), near.lower()) if near else 0.0
            if near and (best is None or score > best[0]):
                best = score, article, near
        if best is None or best[0] < _CLOSE:
            return Finding(kind="quotation", span=span, status=NOT_FOUND, reason="no article has these words")
        place = self._printed.places(*best[1:])[:1]
        reason = f"the source has {_changes(words, best[2])}"
        source = Source(article=best[1], quote=place[0]) if place else None
        return Finding(kind="quotation", span=span, status=DIFFERS, reason=reason, source=source)

    def _finding(self, span: Span, status: str, reason: str, article: str, place: Span, speaker: str | None) -> Finding:
        source = Source(article=article, quote=place)
        record = next((id for id, claim in self._dossier.claims.items() if _rests_on(claim.sources, source)), None)
        return Finding(
            kind="quotation",
            span=span,
            status=status,
            reason=reason,
            record=record,
            claimant=speaker,
            source=source,
            candidates=(record,) if record else (),
        )


class Speakers:
    """Who says the quoted words of one text."""

    def __init__(self, document: Document, mentions: Mentions, dossier: Dossier, language: Language | None) -> None:
        self._document, self._mentions, self._dossier = document, mentions, dossier
        self._speech = speech_in(code_of(language), quoting=True)

    def of(self, span: Span) -> str | None:
        """Who says the words at a span: a person, or a body where no person is named; None if nobody is found.

        Looked for after the quotation, then before it in its sentence. The sentences before tell it for a pronoun,
        and for a quotation that begins its sentence.
        """
        text, whole = self._document.text, self._quotation_around(span)
        full = self._document.sentence_around(whole)
        sentence = self._document.part(full, whole, whole.end - whole.start + LONGEST_PASSAGE)
        before, after = Span(sentence.start, whole.start), Span(whole.end, sentence.end)
        is_by_pronoun = self._speech.is_by_pronoun(text, whole, sentence.end)
        for types in (_PEOPLE, _BODIES):
            if not is_by_pronoun and (speaker := self._named_after(whole, after, types)):
                return speaker
            if speaker := self._speaking(before, types):
                return speaker
        if not is_by_pronoun and not self._speech.has_pronoun(text, before) and words_of(text[slice(*before)]):
            return None
        earlier = islice(self._document.sentences_before(full.start), _BACK)
        ends = (self._document.part(each, Span(each.end, each.end), LONGEST_PASSAGE) for each in earlier)
        return next(filter(None, (self._speaking(each, _PEOPLE) for each in ends)), None)

    def _quotation_around(self, span: Span) -> Span:
        """The quotation in marks that a span is part of; the span itself if it is in none."""
        before = bisect_right(self._quotations, span.start, key=lambda each: each.start) - 1
        found = self._quotations[before] if before >= 0 else span
        return found if span.start < found.end else span

    @cached_property
    def _quotations(self) -> list[Span]:
        return [Span(*match.span()) for match in _QUOTED.finditer(self._document.text)]

    def _named(self, stretch: Span, types: Collection[str]) -> list[tuple[Span, str]]:
        return [(span, id) for span, id in self._mentions(stretch) if self._dossier.entities[id].type in types]

    def _named_after(self, quoted: Span, after: Span, types: Collection[str]) -> str | None:
        """The first speaker that is named after a quotation, with a verb of speech before or soon after."""
        end = self._speech.end_after(self._document.text, quoted, after.end)
        named = self._named(after, types) if end is not None else []
        return named[0][1] if named and end is not None and named[0][0].start <= end + _SOON else None

    def _speaking(self, stretch: Span, types: Collection[str]) -> str | None:
        """The speaker of a stretch who says something, the last of these; else the first person."""
        named = self._named(stretch, types)
        text = self._document.text
        speaking = [
            id
            for (span, id), following in zip_longest(named, named[1:])
            if self._speech.of(text, span, Span(stretch.start, following[0].start if following else stretch.end))
        ]
        return (speaking or [id for _, id in named if types is _PEOPLE][:1] or [None])[-1]


def _longest_words(words: str) -> list[str]:
    """The longest words of a quotation, which an article must have to be searched for it."""
    return sorted(words_in(words), key=len)[-_WORDS_SEARCHED:]


def _rests_on(sources: Sequence[Source], source: Source) -> bool:
    return any(each.article == source.article and each.quote.overlaps(source.quote) for each in sources)


def _changes(ours: str, theirs: str) -> str:
    """Where two wordings differ, word by word."""
    own, other = ([word.strip(_MARKS) or word for word in words.split()] for words in (ours, theirs))
    codes = SequenceMatcher(None, own, other, autojunk=False).get_opcodes()
    while codes and codes[0][0] == "insert":
        del codes[0]
    while codes and codes[-1][0] == "insert":
        del codes[-1]
    changes = [
        f"“{' '.join(other[c:d]) or '…'}” for “{' '.join(own[a:b]) or '…'}”"
        for what, a, b, c, d in codes
        if what != "equal"
    ]
    return first_of(changes, _MOST_CHANGES) or "different punctuation or capitals"
