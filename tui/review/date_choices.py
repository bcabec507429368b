"""The choices for the period of a figure and the date of an event: dates that the text prints, and what they mean."""

import datetime
import re
from collections.abc import Iterator

from tui.curate.quoting import near
from tui.dates import edtf
from tui.dates.edtf import EdtfError
from tui.dates.printed import PrintedDate, printed_dates
from tui.dossier.dossier import Dossier
from tui.extract.phrases import found_words, nearest_place
from tui.languages.language import known_language
from tui.linking.dating import DatingWords, prints, told_from
from tui.review.choice import Choice
from tui.review.form import Filling, RecordForm
from tui.text.fold import lower_case
from tui.text.span import Span

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


class DateChoices:
    """Finds the dates that may go into the form of one draft."""

    def __init__(self, dossier: Dossier, form: RecordForm, before: Filling) -> None:
        """`before` is what the figure before holds."""
        self._draft, self._before = form.draft, before
        self._document = dossier.documents[form.draft.article]
        article = dossier.articles[form.draft.article]
        self._language, self._article_date = known_language(article.language), article.resolved or article.published
        self._sentence = self._document.sentence_around(form.draft.span)

    def of(self, key: str, typed: str) -> Iterator[Choice]:
        """The dates, those of the sentence first; for what is typed, those that match, or what it means."""
        # What dates an event are the words of its draft; a period may have none.
        when = self._draft.exact if key == "date" else None
        found: dict[str, Choice] = {}
        for choice in self._offered(key):
            found.setdefault(choice.label, choice)
        for choice in found.values():
            if lower_case(typed) in choice.label or lower_case(typed) in lower_case(choice.about):
                yield choice
        date = typed if _is_date(typed) else DatingWords(typed, Span(0, len(typed)), self._language).only_date
        if date and not {date, f"[{date}]"} & found.keys():
            if when and prints(date, DatingWords(self._document.text, self._draft.span, self._language)):
                yield _dated(key, date, "", when, "in the words of the draft")
            else:
                yield _dated(key, "", date, when, "inferred: no words here print it")
        if not typed:
            # Of an event, that it has no date is a decision.
            yield Choice(label="none", values={key: "" if when else None, "resolved": None, "when": when})

    def repeated(self) -> Choice | None:
        """The period of the figure before, where the sentence has no date; its words where the text has them once."""
        return None if any(self._in(near(self._sentence, self._draft.span))) else self._as_before()

    def _as_before(self) -> Choice | None:
        period, resolved, words = (str(self._before.get(key) or "") for key in ("period", "resolved", "when"))
        if not period and not resolved:
            return None
        at = nearest_place(self._document.text, words, self._sentence) if words else None
        there = at is not None and found_words(self._document, Span(at, at + len(words)), self._draft.span)
        if not there:
            return _dated("period", "", resolved or period, None, _AS_BEFORE)
        return _dated("period", period, resolved, there, _AS_BEFORE)

    def _offered(self, key: str) -> Iterator[Choice]:
        number = self._draft.span
        sentence = near(self._sentence, number)
        here = sorted(self._in(sentence, key == "date"), key=lambda each: _gap(each.span, number))
        for each in here:
            yield from self._choices(key, each)
        if key == "date":
            return
        if before := self._as_before():
            yield before
        paragraph = near(self._document.lines_around(number), number)
        others = [each for each in self._in(paragraph) if not sentence.covers(each.span)]
        for each in [*sorted(others, key=lambda each: _gap(each.span, number)), *self._in(self._title)]:
            yield from self._choices(key, each)
        if self._article_date and (year := self._article_date[:4]).isdecimal():
            yield _dated(key, "", year, None, "the year of the article")

    @property
    def _title(self) -> Span:
        return near(Span(0, self._document.line_end(0)), Span(0, 0))

    def _in(self, stretch: Span, own: bool = False) -> Iterator[PrintedDate]:
        """The dates in a stretch, without those of the draft's own words unless they are wanted."""
        text, known = self._document.text, []
        for each in printed_dates(text, *stretch, self._language):
            known.append(each.span)
            if own or not each.span.overlaps(self._draft.span):
                yield each
        for year in _YEAR.finditer(text, *stretch):
            span = Span(*year.span())
            if not any(other.overlaps(span) for other in (*known, *([] if own else [self._draft.span]))):
                yield PrintedDate(span, year[0])

    def _choices(self, key: str, date: PrintedDate) -> Iterator[Choice]:
        """What a printed date means on the day of the article, and what it prints."""
        about = f"“{self._document[date.span]}”"
        meant, is_own = meant_by(date, self._article_date), date.span.overlaps(self._draft.span)
        words = self._draft.exact if is_own else found_words(self._document, date.span, self._draft.span)
        printed = (words and date.date) or ""
        if meant:
            yield _dated(key, printed, meant, words, about)
        if date.date and (is_own or not meant):
            # What cannot be told from other words like it is inferred from them.
            yield _dated(key, printed, "" if words else date.date, words, about)


_AS_BEFORE = "as the figure before"


def meant_by(date: PrintedDate, article_date: str | None) -> str | None:
    """The date that one without a year, or a day of the week, means in an article of some day; None if that is open.

    A day of the week is the last one before the article.
    """
    if date.weekday is None or date.date or date.offset or not article_date:
        return told_from(date, article_date)
    article = edtf.parse(article_date)
    if not article.earliest or article.earliest != article.latest:
        return None
    day = datetime.date(*article.earliest)
    back = datetime.timedelta((day.isoweekday() - date.weekday) % 7)
    return (day - back).isoformat() if day - datetime.date.min >= back else None


def _gap(span: Span, other: Span) -> int:
    return max(span.start - other.end, other.start - span.end)


def _dated(key: str, printed: str, inferred: str, when: str | None, about: str) -> Choice:
    """The choice of a date with the words that date it; one that is inferred is set in brackets."""
    values: Filling = {key: printed, "resolved": inferred or None, "when": when}
    return Choice(label=f"[{inferred}]" if inferred else printed, about=about, values=values)


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except EdtfError:
        return False
    return True
