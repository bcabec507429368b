"""Judges the dates of a draft: periods of its numbers, dates of events, and dates of articles."""

import re
from collections.abc import Iterator
from functools import cached_property

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Entity, Event, Source
from tui.text.span import Span
from tui.verify.draft import DateItem, Draft
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, Finding
from tui.verify.names import DraftNames
from tui.verify.topics import text_within
from tui.verify.words import shared, words_of

_TELLING = 3
"""The least score from which an event is what a sentence tells, even if another has the same."""

_UNTIL = re.compile(
    r"(?<![^\W_])(?:by|until|due|before|bis|d['’]ici|d['’]ici\s+à|para|hasta|entro|até|до)\s+(?:the\s+)?\Z", re.I
)
_LEAD = 20
"""Characters before a date that may say that something is to happen until then."""


class DateJudge:
    """Judges the dates of one draft, after its numbers."""

    def __init__(self, dossier: Dossier, draft: Draft, names: DraftNames, numbers: list[Finding]) -> None:
        self._dossier, self._draft, self._names, self._numbers = dossier, draft, names, numbers

    def findings(self) -> Iterator[Finding]:
        """What is found about each date, in order."""
        return (self._judge(item) for item in self._draft.dates)

    def _judge(self, item: DateItem) -> Finding:
        period = self._period(item)
        if period is not None and period.status == BACKED:
            return period
        told = self._by_event(item)
        # The number is not that of the source: the date may belong to it all the same.
        return period if period is not None and told.status != BACKED else told

    def _by_event(self, item: DateItem) -> Finding:
        told, best = self._told_of(item)
        right = next((event for event in told if _is_on(item, event.date, event.resolved)), None)
        other = next((event for event in told if _is_on_another(item, event)), None)
        if right is not None and other is not None:
            return self._of_event(item, POSSIBLE, f"the date of this, or not that of {other.what}: {right.what}", right)
        # Many things happen in a year, and few on a day.
        if right is not None and (len(told) == 1 or best >= _TELLING or item.date != str(item.year)):
            return self._of_event(item, BACKED, f"{right.what}: {_printed(right)}", right)
        if best >= _TELLING and (dated := other or next(filter(_is_dated, told), None)) is not None:
            status = DIFFERS if other is not None else POSSIBLE
            return self._of_event(item, status, f"{dated.what}: the source has {_printed(dated)}", dated)
        return self._elsewhere(item)

    def _period(self, item: DateItem) -> Finding | None:
        """The finding on a date that is the period of a number in its sentence: it is backed if the number is."""
        sentence = self._draft.sentence(item.span)
        dated = []
        for number in self._numbers:
            if not sentence.covers(number.span) or not number.record:
                continue
            figure = self._dossier.figures[number.record]
            if figure.sorting_date and item.date in figure.sorting_date.split("/"):
                dated.append((number.status in (BACKED, ROUNDED, DISPUTED), figure))
        if not dated:
            return None
        is_good, figure = max(dated, key=lambda each: each[0])
        return Finding(
            kind="date",
            span=item.span,
            status=BACKED if is_good else POSSIBLE,
            reason=f"the period of {figure.label}: {figure.sorting_date}",
            record=figure.id,
            claimant=figure.claimant,
            source=figure.sources[0],
            candidates=(figure.id,),
        )

    def _told_of(self, item: DateItem) -> tuple[list[Event], int]:
        """The events that fit the words before a date best, or behind it where these do not decide, and how well."""
        told, best = list(self._dossier.events.values()), 0
        for stretch in self._told_at(item):
            scores = self._scores(item, stretch, told)
            if best := max(scores.values(), default=0):
                told = [event for event in told if scores[event.id] == best]
            if len(told) == 1:
                break
        return (told, best) if best else ([], 0)

    def _scores(self, item: DateItem, stretch: Span, events: list[Event]) -> dict[str, int]:
        """How well each event fits a stretch.

        A word in common is worth 1, an entity 2, but 1 if the event is not told of it. A date until which something
        is to happen fits what is planned.
        """
        mentions = self._names.within(stretch)
        entities = {id for _, id in mentions} | {self._names.stands_for(id) for _, id in mentions}
        words = words_of(text_within(self._draft.text, stretch, [span for span, _ in mentions]))
        before = self._draft.text[max(item.span.start - _LEAD, 0) : item.span.start]
        planned = _UNTIL.search(before) is not None
        return {
            event.id: len(shared(words, self._told[event.id]))
            + sum(2 if each in self._named[event.id] else 1 for each in entities & set(event.entities))
            + 2 * (planned and event.nature != "happened")
            for event in events
        }

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The entities that the quotes of each event name, or what it says happens."""
        entities = self._dossier.entities
        return {
            id: {each.record for source in event.sources for each in self._mentions(source)}
            | {each for each in event.entities if any(name in event.what for name in _names(entities[each]))}
            for id, event in self._dossier.events.items()
        }

    def _mentions(self, source: Source) -> list[Occurrence]:
        near = self._dossier.occurrences_in(source.article).within(source.quote)
        return [each for each in near if each.role == "mention"]

    def _told_at(self, item: DateItem) -> Iterator[Span]:
        """The words that a date belongs to: those from the date before it, then also those up to the one behind it."""
        sentence = self._draft.sentence(item.span)
        others = [other.span for other in self._draft.dates if sentence.covers(other.span) and other is not item]
        start = max((other.end for other in others if other.end <= item.span.start), default=sentence.start)
        if words_of(self._draft.text[start : item.span.start]):
            yield Span(start, item.span.start)
        yield Span(start, min((other.start for other in others if other.start >= item.span.end), default=sentence.end))

    @cached_property
    def _told(self) -> dict[str, set[str]]:
        """The words of each event: what happens, and its quotes, without the names of entities."""
        return {
            id: words_of(event.what) | {word for source in event.sources for word in self._quoted(source)}
            for id, event in self._dossier.events.items()
        }

    def _quoted(self, source: Source) -> set[str]:
        named = [each.span for each in self._mentions(source)]
        return words_of(text_within(self._dossier.documents[source.article].text, source.quote, named))

    def _elsewhere(self, item: DateItem) -> Finding:
        """The finding on a date that no event of its sentence has."""
        for article in self._dossier.articles.values():
            dates = (article.published or "").partition("T")[0], article.resolved
            if item.date in dates:
                return Finding(
                    kind="date", span=item.span, status=BACKED, reason=f"the date of {article.title}", record=article.id
                )
        same = [event for event in self._dossier.events.values() if _is_on(item, event.date, event.resolved)]
        if same:
            return self._of_event(item, POSSIBLE, f"the date of another event: {same[0].what}", same[0])
        return Finding(
            kind="date", span=item.span, status=NOT_FOUND, reason="no event, period or article has this date"
        )

    def _of_event(self, item: DateItem, status: str, reason: str, event: Event) -> Finding:
        return Finding(
            kind="date",
            span=item.span,
            status=status,
            reason=reason,
            record=event.id,
            source=event.sources[0] if event.sources else None,
            candidates=(event.id,),
        )


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


def _names(entity: Entity) -> Iterator[str]:
    return filter(None, (entity.name, entity.short, *entity.aliases))


def _printed(event: Event) -> str:
    date = event.date or event.resolved
    return str(edtf.parse(date)) if date else "no date"
