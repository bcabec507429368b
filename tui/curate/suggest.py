"""Drafts records that a catalog lacks: figures and events for numbers in an article, entities for names."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile

from tui.curate.drafts import LISTS, Proposed, Suggestion, entry_of, ids_of
from tui.curate.quoting import Quoter, near
from tui.curate.yaml import Value, lines
from tui.dossier.dossier import Dossier
from tui.items.dates import dates_in
from tui.items.items import whole_quantity
from tui.items.names import without_possessive
from tui.items.tokens import numbers_in
from tui.quantity.language import known_language
from tui.quantity.quantity import QuantityError
from tui.quantity.whole import read_printed
from tui.quantity.words import MONTHS
from tui.text.document import Document
from tui.text.fold import joins_words
from tui.text.span import Span
from tui.text.work import Count, uncounted

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+|(?<![^\s<>()])[^\s<>()][^\s<>()@]*@[^\s<>()]+[^\W_]")
_SOME = 5
"""How many ids are offered for a gap at most."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE_WORDS = frozenset([*MONTHS, *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()])


def suggest(dossier: Dossier, articles: Iterable[str], count: Count = uncounted) -> dict[str, list[Value]]:
    """The entries of drafts for what the catalog does not capture in some articles, by the catalog's lists.

    `count` is called with the number of steps that quoting takes.
    """
    articles = list(articles)
    quoters = {article: Quoter(dossier.documents[article], count) for article in articles}
    taken = ids_of(dossier)
    entries: dict[str, list[Value]] = {"entities": [], "figures": [], "events": []}
    for draft in merged(draft for article in articles for draft in drafts_of(dossier, article)):
        entries[LISTS[draft.kind]].append(entry_of(draft, quoters, taken))
    return entries


def drafts_of(dossier: Dossier, article: str) -> list[Suggestion]:
    """Drafts for what the catalog does not capture in an article, the best first.

    A number that `lode check` would refuse is left out.
    """
    document, coverage = dossier.documents[article], dossier.coverage(article)
    drafts: list[Suggestion] = []
    reached = 0
    for span in coverage.uncaptured:
        if span.start < reached:
            continue
        address, dated = _address_around(document, span), _dated(document, span)
        if address:
            reached = address.end
        elif dated:
            reached = dated[0].end
            drafts.append(_event(document, article, *dated))
        else:
            number = number_around(dossier, article, span)
            reached = number.end
            with suppress(QuantityError):
                drafts.append(_figure(dossier, article, number))
    named: dict[str, list[Span]] = {}
    for span in coverage.names:
        named.setdefault(without_possessive(document[span]), []).append(span)
    drafts += [_entity(article, name, spans) for name, spans in named.items()]
    return sorted(drafts, key=lambda draft: (-draft.score, draft.span))


def merged(drafts: Iterable[Suggestion]) -> list[Suggestion]:
    """Drafts of several articles with those of one name joined, the best first."""
    joined: dict[object, Suggestion] = {}
    for draft in drafts:
        key = draft.text("name") or draft.places
        first = joined.get(key)
        joined[key] = draft if first is None else replace(first, places=(*first.places, *draft.places))
    return sorted(joined.values(), key=lambda draft: -draft.score)


def number_around(dossier: Dossier, article: str, span: Span) -> Span:
    """The whole of a number of an article, with its scale word and unit; digits inside a word with the whole word."""
    text, language = dossier.documents[article].text, known_language(dossier.articles[article].language)
    return whole_quantity(text, span, dossier.units, language)[0]


def _figure(dossier: Dossier, article: str, number: Span) -> Suggestion:
    """A draft of a figure for a number.

    Raises QuantityError if the number cannot be read, or not all of it.
    """
    document = dossier.documents[article]
    language = known_language(dossier.articles[article].language)
    unit = read_printed(document.text, number, dossier.units, language=language).quantity.unit
    fields = {}
    measures = [measure.id for measure in dossier.index.measures_in(unit.id)] if unit else []
    if unit:
        fields["unit"] = Proposed(unit.id)
    if len(measures) == 1:
        fields["measure"] = Proposed(dossier.measures[measures[0]].name, measures[0])
    elif measures:
        fields["measure"] = Proposed(", ".join(measures[:_SOME]))
    if named := list(dict.fromkeys(_named_near(dossier, article, number))):
        fields["subject"] = Proposed(", ".join(named[:_SOME]))
    return Suggestion(
        kind="figure",
        article=article,
        span=number,
        exact=document[number],
        score=60,
        fields=fields,
        places=((article, number),),
    )


def _named_near(dossier: Dossier, article: str, span: Span) -> Iterator[str]:
    """The entities that are named in the sentence of a span."""
    sentence = near(dossier.documents[article].sentence_around(span), span)
    mentions = dossier.mentions[article]
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    return (mention.record for mention in takewhile(lambda m: m.span.end <= sentence.end, mentions[first : first + 50]))


def draft_of(dossier: Dossier, article: str, span: Span) -> tuple[str, dict[str, Value]]:
    """A draft's entry for words that a person selected, and the list that it belongs to.

    A figure if they hold a number, an event if that is a date, else an entity. Raises QuantityError if the number
    cannot be read, or not all of it.
    """
    draft, quote = chosen_draft(dossier, article, span)
    return draft.listing, entry_of(draft, {article: Quoter(dossier.documents[article])}, ids_of(dossier), quote=quote)


def chosen_draft(dossier: Dossier, article: str, span: Span) -> tuple[Suggestion, Span]:
    """A draft for words that a person selected, as `draft_of` makes it, and the words to quote."""
    span = _whole_words(dossier.documents[article].text, span)
    draft = _selected(dossier, article, span)
    return draft, _both(span, draft.span)


def _selected(dossier: Dossier, article: str, span: Span) -> Suggestion:
    """A draft for whole words of an article."""
    document = dossier.documents[article]
    # The number is read in its sentence: for a selected ".5 million", it may be 28.5 million.
    sentence = near(document.sentence_around(span), span)
    dates = []
    for offset in numbers_in(document[sentence], known_language(dossier.articles[article].language)):
        digits = Span(sentence.start + offset.start, sentence.start + offset.end)
        if not digits.overlaps(span):
            continue
        date = _dated(document, digits)
        if date is None:
            return _figure(dossier, article, number_around(dossier, article, digits))
        dates.append(date)
    if dates:
        return _event(document, article, *dates[0])
    name = re.sub(r"^[\W_]+", "", " ".join(document[span].split())) or "unnamed"
    return replace(_entity(article, name, [span]), places=())


def _whole_words(text: str, span: Span) -> Span:
    """A selection without white space at its ends, extended to whole words and numbers."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and joins_words(text[start]) and joins_words(text[start - 1]):
        start -= 1
    while start < end < len(text) and joins_words(text[end - 1]) and joins_words(text[end]):
        end += 1
    return Span(start, end)


def _both(span: Span, other: Span) -> Span:
    return Span(min(span.start, other.start), max(span.end, other.end))


def _event(document: Document, article: str, when: Span, date: str | None) -> Suggestion:
    sentence = near(document.sentence_around(when), when)
    fields = {"what": Proposed(" ".join(document[sentence].split()), span=sentence)}
    if date:
        fields["date"] = Proposed(date, span=when)
    return Suggestion(
        kind="event",
        article=article,
        span=when,
        exact=document[when],
        score=40,
        fields=fields,
        places=((article, when),),
    )


def _dated(document: Document, span: Span) -> tuple[Span, str | None] | None:
    """The whole date that a word belongs to, and its EDTF form: March 31, 2025 · 19. Mar 2025 · 2025 · Monday."""
    around = max(span.start - 20, 0), min(span.end + 20, len(document.text))
    for found in dates_in(document.text, *around):
        if found.span.covers(span):
            return found.span, found.date
    words = document[span]
    if _YEAR.fullmatch(words):
        return span, words
    return (span, None) if words in _DATE_WORDS else None


def _address_around(document: Document, span: Span) -> Span | None:
    """The web or mail address that a number is part of."""
    around = near(Span(0, len(document.text)), span)
    addresses = (
        Span(around.start + match.start(), around.start + match.end()) for match in _ADDRESS.finditer(document[around])
    )
    return next((address for address in addresses if address.covers(span)), None)


def _entity(article: str, name: str, spans: list[Span]) -> Suggestion:
    return Suggestion(
        kind="entity",
        article=article,
        span=spans[0],
        exact=name,
        score=50,
        fields={"name": Proposed(name, span=spans[0])},
        places=tuple((article, span) for span in spans),
    )


def as_yaml(drafts: dict[str, list[Value]]) -> Iterator[str]:
    """Drafts as lines of YAML to paste under the catalog's lists."""
    for number, (listing, entries) in enumerate((key, each) for key, each in drafts.items() if each):
        if number:
            yield ""
        yield from lines({listing: entries})
