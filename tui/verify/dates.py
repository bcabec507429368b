"""Judges the dates of a draft: periods of its numbers, dates of events, and dates of articles."""

from collections.abc import Iterator
from functools import cached_property

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Event
from tui.text.span import Span
from tui.verify.draft import DateItem, Draft
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, Finding
from tui.verify.names import DraftNames
from tui.verify.topics import text_within
from tui.verify.words import shared, words_of

_TELLING = 3
"""The least score from which an event is what a sentence tells, even if another has the same."""


class DateJudge:
    """Judges the dates of one draft, after its numbers."""

    def __init__(self, dossier: Dossier, draft: Draft, names: DraftNames, numbers: list[Finding]) -> None:
        self._dossier, self._draft, self._names, self._numbers = dossier, draft, names, numbers

    def findings(self) -> Iterator[Finding]:
        """What is found about each date, in order."""
        return (self._judge(item) for item in self._draft.dates)

    def _judge(self, item: DateItem) -> Finding:
        if (period := self._period(item)) is not None:
            return period
        scores = self._scores(item)
        best = max(scores.values(), default=0)
        if best:
            told = [self._dossier.events[id] for id, score in scores.items() if score == best]
            right = next((event for event in told if _is_on(item, event.date, event.resolved)), None)
            # Many things happen in a year, and few on a day.
            if right is not None and (len(told) == 1 or best >= _TELLING or item.date != str(item.year)):
                return self._of_event(item, BACKED, f"{right.what}: {_printed(right)}", right)
            dated = next((event for event in told if event.date or event.resolved), None)
            if dated is not None and not _may_be_on(item, dated) and best >= _TELLING:
                return self._of_event(item, DIFFERS, f"{dated.what}: the source has {_printed(dated)}", dated)
        return self._elsewhere(item)

    def _period(self, item: DateItem) -> Finding | None:
        """The finding on a date that is the period of a number in its sentence."""
        sentence = self._draft.sentence(item.span)
        for number in self._numbers:
            if (
                not sentence.covers(number.span)
                or number.status not in (BACKED, ROUNDED, DISPUTED)
                or not number.record
            ):
                continue
            figure = self._dossier.figures[number.record]
            period = figure.sorting_date
            if period and item.date in period.split("/"):
                return Finding(
                    kind="date",
                    span=item.span,
                    status=BACKED,
                    reason=f"the period of {figure.label}: {period}",
                    record=figure.id,
                    claimant=figure.claimant,
                    source=figure.sources[0],
                    candidates=(figure.id,),
                )
        return None

    def _scores(self, item: DateItem) -> dict[str, int]:
        """How well each event fits the words before a date, or behind it where it begins a sentence.

        A word in common is worth 1, an entity 2.
        """
        stretch = self._told_at(item)
        mentions = self._names.within(stretch)
        entities = {id for _, id in mentions} | {self._names.stands_for(id) for _, id in mentions}
        words = words_of(text_within(self._draft.text, stretch, [span for span, _ in mentions]))
        return {
            id: len(shared(words, self._told[id])) + 2 * len(entities & set(event.entities))
            for id, event in self._dossier.events.items()
        }

    def _told_at(self, item: DateItem) -> Span:
        """The words that a date belongs to: from the date before it, or up to the one behind it."""
        sentence = self._draft.sentence(item.span)
        others = [other.span for other in self._draft.dates if sentence.covers(other.span) and other is not item]
        start = max((other.end for other in others if other.end <= item.span.start), default=sentence.start)
        if words_of(self._draft.text[start : item.span.start]):
            return Span(start, item.span.start)
        return Span(start, min((other.start for other in others if other.start >= item.span.end), default=sentence.end))

    @cached_property
    def _told(self) -> dict[str, set[str]]:
        """The words of each event: what happens, and its quotes, without the names of entities."""
        return {
            id: words_of(event.what)
            | {word for source in event.sources for word in self._quoted(event, source.article, source.quote)}
            for id, event in self._dossier.events.items()
        }

    def _quoted(self, event: Event, article: str, quote: Span) -> set[str]:
        named = [each.span for each in self._dossier.occurrences_in(article).within(quote) if each.role == "mention"]
        return words_of(text_within(self._dossier.documents[article].text, quote, named))

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


def _may_be_on(item: DateItem, event: Event) -> bool:
    """Whether the date of an event is only less exact than one of a draft: February 2025 and February 24."""
    dates = [date.partition("/")[0] for date in (event.date, event.resolved) if date]
    return any(item.date.startswith(f"{date}-") or f"XXXX{date[4:]}-" == item.date[: len(date) + 1] for date in dates)


def _printed(event: Event) -> str:
    date = event.date or event.resolved
    return str(edtf.parse(date)) if date else "no date"
