"""Judges the dates of a draft: periods of its numbers, dates of events, and dates of articles."""

import re
from collections.abc import Iterator
from functools import cache, cached_property, partial

from tui.dates import edtf
from tui.dossier.records import NOT_YET, Article, Event
from tui.items.denial import not_yet
from tui.items.statement_words import spoken_in_any
from tui.languages.language import code_of
from tui.languages.word_patterns import whole_words
from tui.text.lazy_pattern import in_any_case
from tui.text.sorted_spans import starting_in
from tui.text.span import Span, gaps_beside
from tui.verify.context import VerificationContext
from tui.verify.draft import DateItem
from tui.verify.events import Events
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, Finding
from tui.verify.opposites import opposite, senses
from tui.verify.topics import text_within
from tui.verify.words import words_of

_TELLING = 3
"""The least score from which an event is what a sentence tells, even if another has the same."""

_UNTIL = in_any_case(
    r"(?<![^\W_])(?:by|until|due|before|bis|d['’]ici|d['’]ici\s+à|para|hasta|entro|até|до)\s+(?:the\s+)?\Z"
)
_LEAD = 20
"""Characters before a date that may say that something is to happen until then."""


class DateJudge:
    """Judges the dates of one draft, after its numbers."""

    def __init__(self, context: VerificationContext, numbers: list[Finding]) -> None:
        self._dossier, self._draft, self._names = context.dossier, context.draft, context.names
        self._numbers, self._count = numbers, context.count

    @cached_property
    def _events(self) -> Events:
        return Events(self._dossier, self._count)

    def findings(self) -> Iterator[Finding]:
        """What is found about each date, in order."""
        return (self._judge(item) for item in self._draft.dates)

    def _judge(self, item: DateItem) -> Finding:
        period = self._period(item)
        if period is not None and period.status == BACKED:
            return period
        told = self._by_event(item)
        # Where the number differs from the source, the date may still be that of the number.
        return period if period is not None and told.status != BACKED else told

    def _by_event(self, item: DateItem) -> Finding:
        told, best = self._told_of(item)
        found = partial(Finding.by_record, "date", item.span)
        right = next((event for event in told if _is_on(item, event.date, event.resolved)), None)
        other = next((event for event in told if _is_on_another(item, event)), None)
        if right is not None and other is not None:
            return found(POSSIBLE, f"the date of {right.what}, but not of {other.what}", right)
        # A year alone is weak evidence: many events share a year, and few a day.
        if right is not None and (len(told) == 1 or best >= _TELLING or item.date != str(item.year)):
            reason = f"{right.what}: {_printed(right)}"
            if doubt := self._planned(item, right) or self._doubt(item, right):
                return found(POSSIBLE, f"{reason}; {doubt}", right)
            return found(BACKED, reason, right)
        if best >= _TELLING and (dated := other or next(filter(_is_dated, told), None)) is not None:
            status = DIFFERS if other is not None else POSSIBLE
            return found(status, f"{dated.what}: the source has {_printed(dated)}", dated)
        return self._elsewhere(item)

    def _period(self, item: DateItem) -> Finding | None:
        """The finding on a date that is the period of a number in its sentence: it is backed if the number is."""
        sentence = self._draft.sentence(item.span)
        dated = []
        for number in starting_in(self._numbers, sentence):
            if not sentence.covers(number.span) or not number.record:
                continue
            figure = self._dossier.figures[number.record]
            if figure.sorting_date and item.date in figure.sorting_date.split("/"):
                dated.append((number.status in (BACKED, ROUNDED, DISPUTED), figure))
        if not dated:
            return None
        is_good, figure = max(dated, key=lambda each: each[0])
        status, reason = BACKED if is_good else POSSIBLE, f"the period of {figure.label}: {figure.sorting_date}"
        return Finding.by_record("date", item.span, status, reason, figure)

    def _told_of(self, item: DateItem) -> tuple[list[Event], int]:
        """The events that fit the words before a date best, or after it where these do not decide, and how well."""
        told: list[Event] = []
        best = 0
        for stretch in self._told_at(item):
            scores = self._scores(item, stretch, told or None)
            best = max(scores.values(), default=0)
            told = [self._dossier.events[id] for id, score in scores.items() if score == best]
            if len(told) == 1:
                break
        return told, best

    def _scores(self, item: DateItem, stretch: Span, among: list[Event] | None) -> dict[str, int]:
        """How well each of some events fits a stretch, or each that fits at all.

        A date until which something is to happen fits what is planned.
        """
        mentions = self._names.within(stretch)
        entities = {id for _, id in mentions} | {self._names.stands_for(id) for _, id in mentions}
        words = words_of(text_within(self._draft.text, stretch, [span for span, _ in mentions]))
        before = self._draft.text[max(item.span.start - _LEAD, 0) : item.span.start]
        planned = _UNTIL.search(before) is not None
        return self._events.scores(words, entities, planned, [event.id for event in among] if among else None)

    def _told_at(self, item: DateItem) -> Iterator[Span]:
        """The words that a date belongs to: those from the date before it, then also those up to the one after it."""
        sentence = self._draft.sentence(item.span)
        dates = starting_in(self._draft.dates, sentence)
        others = [other.span for other in dates if sentence.covers(other.span) and other is not item]
        before, after = gaps_beside(item.span, others, sentence)
        if words_of(self._draft.text[slice(*before)]):
            yield before
        yield Span(before.start, after.end)

    @cached_property
    def _articles(self) -> dict[str, Article]:
        """The first article of each date that articles have."""
        return {
            date: article
            for article in reversed(self._dossier.articles.values())
            for date in (article.resolved, (article.published or "").partition("T")[0])
            if date
        }

    def _planned(self, item: DateItem, event: Event) -> str | None:
        """What is said of an event that the draft states as a fact, and the source plans; None if it does not."""
        sentence = self._draft.sentence(item.span)
        if event.nature not in NOT_YET or not_yet(code_of(self._draft.language)).search(self._draft.text, *sentence):
            return None
        return f"the draft states it as a fact, the source gives a {event.nature}"

    def _doubt(self, item: DateItem, event: Event) -> str | None:
        """What is said of a word that excludes what an event is, or of somebody without a part in it; None without."""
        text, place = self._draft.text, self._draft.place(item.span)
        # After “On 25 June 2018,” comes what happened.
        opens = not words_of(text[place.part.start : item.span.start])
        end = min([*self._told_at(item)][-1].end, place.segment.end) if opens else item.span.start
        stretch = Span(place.part.start, end)
        # A name may have the date in it: the July flood of 2021.
        mentions = [each for each in self._names.within(stretch) if not each[0].overlaps(item.span)]
        told = "\n".join((event.what, *self._sentences(event)))
        theirs = senses(event.what) or senses(told)
        if word := opposite(senses(text_within(text, stretch, [span for span, _ in mentions])), theirs):
            return _foreign(word)
        part = {id for id in (event.claimant, *event.entities, *self._events.named(event)) if id}
        part |= {above for id in part for above in self._names.with_ancestors(id)}
        others = [(span, id) for span, id in mentions if part.isdisjoint(self._names.with_ancestors(id))]
        is_of_part = len(others) < len(mentions)
        # The person who is quoted on an event need not be in its record.
        silent = [(span, id) for span, id in others if not (is_of_part and self._names.speaks(span))]
        words = (text[slice(*span)] for span, id in silent if self._dossier.entities[id].type != "material")
        return next((_foreign(each) for each in words if each.casefold() not in told.casefold()), None)

    def _sentences(self, event: Event) -> Iterator[str]:
        """The sentences that tell of an event."""
        documents = ((self._dossier.documents[source.article], source.quote) for source in event.sources)
        return (document[document.sentence_around(quote)] for document, quote in documents)

    def _elsewhere(self, item: DateItem) -> Finding:
        """The finding on a date that no event of its sentence has."""
        if article := self._articles.get(item.date):
            # The date of an article is backed only where the draft says that it was published then.
            sentence = self._draft.sentence(item.span)
            told = _published().search(self._draft.text, *sentence) or any(
                id == article.publisher for _, id in self._names.within(sentence)
            )
            return Finding(
                kind="date",
                span=item.span,
                status=BACKED if told else POSSIBLE,
                reason=f"the date of {article.title}",
                record=article.id,
            )
        if event := self._events.first_on(item.date):
            reason = f"the date of another event: {event.what}"
            return Finding.by_record("date", item.span, POSSIBLE, reason, event)
        return Finding(
            kind="date", span=item.span, status=NOT_FOUND, reason="no event, period or article has this date"
        )


def _foreign(word: str) -> str:
    return f"the draft says “{word}”, the source does not"


@cache
def _published() -> re.Pattern[str]:
    """A word by which a sentence tells of an article, or of what was said in it."""
    words = rf"{spoken_in_any()}|publish\w*|report\w*|articles?|interview\w*|dated|wr[io]t\w*|veröffentlich\w*|publi\w*"
    return whole_words(words)


def _is_on(item: DateItem, *dates: str | None) -> bool:
    """Whether a date of a draft is one of some dates: the same, less exact, or without its year."""
    for date in filter(None, dates):
        if date == item.date or date.startswith(f"{item.date}-"):
            return True
        if item.date.startswith("XXXX") and len(date) == len(item.date) and date[4:] == item.date[4:]:
            return True
        if date.startswith("XXXX") and date[4:] == item.date[4:]:
            return True
    return False


def _is_on_another(item: DateItem, event: Event) -> bool:
    """Whether an event is dated, and not to a day that can be part of a date of a draft."""
    dates = [date for date in (event.date, event.resolved) if date]
    if _is_on(item, *dates):
        return False
    if item.year is None:
        return all(len(date) == len(item.date) for date in dates) and bool(dates)
    return bool(dates) and not any(edtf.parse(date).overlaps(edtf.parse(item.date)) for date in dates if date[0] != "X")


def _is_dated(event: Event) -> bool:
    return (event.date or event.resolved) is not None


def _printed(event: Event) -> str:
    date = event.date or event.resolved
    return str(edtf.parse(date)) if date else "no date"
