"""Drafts records that a catalog lacks: figures and events for numbers in an article, entities for names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import takewhile

from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.dates import dates_in
from tui.curate.quoting import Quoter, near
from tui.curate.yaml import Noted, Value, lines
from tui.dossier.coverage import numbers_in
from tui.dossier.dossier import Dossier
from tui.quantity import quantity
from tui.quantity.joined import reaching
from tui.quantity.language import Language, known_language
from tui.quantity.quantity import QuantityError
from tui.quantity.unit import Units
from tui.quantity.whole import read_printed
from tui.quantity.words import MONTHS
from tui.text.document import Document
from tui.text.fold import is_unspaced, joins_words
from tui.text.span import Span
from tui.text.work import Count, uncounted

Ids = dict[str, int]
"""The ids that are in use, each with the last number that was appended to it."""

_POSSESSIVE = re.compile(r"['’]s?$")
# What separates two words of one name, with the character before it.
_JOINS = re.compile(r". |s['’] ")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+|(?<![^\s<>()])[^\s<>()][^\s<>()@]*@[^\s<>()]+[^\W_]")
_SOME = 5
"""How many ids are offered for a gap at most."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE_WORDS = frozenset([*MONTHS, *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()])


def suggest(dossier: Dossier, articles: Iterable[str], count: Count = uncounted) -> dict[str, list[Value]]:
    """Drafts for what the catalog does not capture in some articles, by the catalog's lists; also words to ignore.

    A number that `lode check` would refuse is left out. `count` is called with the number of steps that quoting takes.
    """
    taken = _ids(dossier)
    drafts: dict[str, list[Value]] = {"entities": [], "figures": [], "events": [], "ignored": []}
    named: Counter[str] = Counter()
    for article in articles:
        document, coverage = dossier.documents[article], dossier.coverage(article)
        quoter = Quoter(document, count)
        reached = 0
        for span in coverage.uncaptured:
            if span.start < reached:
                continue
            address = _address_around(document, span)
            dated = _dated(document, span)
            if address:
                reached = address.end
                drafts["ignored"].append(_ignored(document, article, address))
            elif dated:
                reached = dated[0].end
                drafts["events"].append(_event(quoter, article, *dated, taken))
            else:
                number = number_around(dossier, article, span)
                reached = number.end
                with suppress(QuantityError):
                    drafts["figures"].append(_figure(dossier, quoter, article, number, taken))
        named.update(_names(document, coverage.names))
    drafts["entities"] = [_entity(name, taken, count) for name, count in named.items()]
    return drafts


def number_around(dossier: Dossier, article: str, span: Span) -> Span:
    """The whole of a number of an article, with its scale word and unit; digits inside a word with the whole word."""
    text, language = dossier.documents[article].text, known_language(dossier.articles[article].language)
    return whole_number(text, span, dossier.units, language)


def whole_number(text: str, span: Span, units: Units, language: Language | None) -> Span:
    """The whole of a number of a text, with its scale word and unit; digits inside a word with the whole word."""
    start, found = reaching(text, span.start, units, language) or (
        span.start,
        quantity.read_at(text, span.start, units, language=language),
    )
    end = max(found.end if found else 0, span.end)
    while start > 0 and _goes_on(text[start - 1]):
        start -= 1
    while end < len(text) and _goes_on(text[end]):
        end += 1
    return Span(start, end)


def _goes_on(character: str) -> bool:
    """Whether a character beside a number is part of its word: a letter or digit of a script that spaces words."""
    return character.isalnum() and not is_unspaced(character)


def _figure(
    dossier: Dossier, quoter: Quoter, article: str, number: Span, taken: Ids, quote: Span | None = None
) -> dict[str, Value]:
    """A draft of a figure for a number; what a person must decide is a gap.

    Raises QuantityError if the number cannot be read, or not all of it.
    """
    document = quoter.document
    words = document[number]
    language = known_language(dossier.articles[article].language)
    unit = read_printed(document.text, number, dossier.units, language=language).quantity.unit
    source = _source(quoter, article, quote or quoter.widened(number)) | {"number": words}
    measures = [measure.id for measure in dossier.index.measures_in(unit.id)] if unit else []
    measure = measures[0] if len(measures) == 1 else _one_of(measures)
    subject = _one_of(_named_near(dossier, article, number))
    return {
        "id": new_id(f"draft {words}", taken),
        "draft": True,
        "measure": measure,
        "subject": subject,
        "sources": [source],
    }


def _one_of(ids: Iterable[str]) -> Noted | None:
    """A gap with some ids that may fill it."""
    some = [*dict.fromkeys(ids)][:_SOME]
    return Noted(None, f"perhaps {', '.join(some)}") if some else None


def _named_near(dossier: Dossier, article: str, span: Span) -> Iterator[str]:
    """The entities that are named in the sentence of a span."""
    sentence = near(dossier.documents[article].sentence_around(span), span)
    mentions = dossier.mentions[article]
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    return (mention.record for mention in takewhile(lambda m: m.span.end <= sentence.end, mentions[first : first + 50]))


def draft_of(dossier: Dossier, article: str, span: Span) -> tuple[str, dict[str, Value]]:
    """A draft for words that a person selected, and the list that it belongs to.

    A figure if they hold a number, an event if that is a date, else an entity. Raises QuantityError if the number
    cannot be read, or not all of it.
    """
    document = dossier.documents[article]
    span = _whole_words(document.text, span)
    taken = _ids(dossier)
    # The number is read in its sentence: for a selected ".5 million", it may be 28.5 million.
    sentence = near(document.sentence_around(span), span)
    dates = []
    for offset in numbers_in(document[sentence], known_language(dossier.articles[article].language)):
        digits = Span(sentence.start + offset.start, sentence.start + offset.end)
        if not digits.overlaps(span):
            continue
        date = _dated(document, digits)
        if date is None:
            number = number_around(dossier, article, digits)
            return "figures", _figure(dossier, Quoter(document), article, number, taken, _both(span, number))
        dates.append(date)
    if dates:
        return "events", _event(Quoter(document), article, *dates[0], taken, _both(span, dates[0][0]))
    return "entities", _entity(re.sub(r"^[\W_]+", "", " ".join(document[span].split())) or "unnamed", taken)


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


def new_id(words: str, taken: Ids) -> str:
    """A new id built from words; it is added to the ids that are in use."""
    letters = "".join(each if each.isalpha() or each.isdecimal() else " " for each in words.lower())
    base = "-".join(letters.split())[:60].strip("-") or "draft"
    id, number = base, taken.get(base, 1)
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    taken[base], taken[id] = number, 1
    return id


def _ids(dossier: Dossier) -> Ids:
    """The ids in use, also those of records that are left out if the catalog can be parsed."""
    ids = {record.id for record in dossier.records}
    try:
        catalog = load(dossier.catalog)
    except CatalogError:
        return dict.fromkeys(ids, 1)
    ids.update(entry.id for entry in catalog.records)
    return dict.fromkeys(ids, 1)


def _source(quoter: Quoter, article: str, span: Span) -> dict[str, Value]:
    quoted = quoter.quote(span)
    source: dict[str, Value] = {"article": article, "quote": quoter.document[span]}
    if quoted and quoted.prefix:
        source["prefix"] = quoted.prefix
    if quoted and quoted.suffix:
        source["suffix"] = quoted.suffix
    return source


def _both(span: Span, other: Span) -> Span:
    return Span(min(span.start, other.start), max(span.end, other.end))


def _event(
    quoter: Quoter, article: str, when: Span, date: str | None, taken: Ids, quote: Span | None = None
) -> dict[str, Value]:
    document = quoter.document
    sentence = near(document.sentence_around(when), when)
    words = document[when]
    return {
        "id": new_id(f"draft {words}", taken),
        "draft": True,
        "date": date,
        "what": " ".join(document[sentence].split()),
        "sources": [_source(quoter, article, quote or quoter.widened(when)) | {"when": words}],
    }


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


def _ignored(document: Document, article: str, address: Span) -> Value:
    words = document[address]
    return {"article": article, "quote": words, "number": words, "why": "part of an address"}


def _names(document: Document, spans: tuple[Span, ...]) -> Iterator[str]:
    """The names in order, adjacent ones joined: Ada Moss is one, and so are Court of Auditors and Farmers’ Union."""
    joined: list[Span] = []
    for span in spans:
        if joined and _joins(document.text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return (_POSSESSIVE.sub("", document[span]) for span in joined)


def _joins(text: str, name: Span, word: Span) -> bool:
    """Whether a name continues with a word: after a space or a plural's apostrophe, a single word also after “of”."""
    if text[name.end : word.start] == " of ":
        # Not after two words: Ada Moss of Northland is a person and a country.
        return " " not in text[name.start : name.end]
    return _JOINS.fullmatch(text, name.end - 1, word.start) is not None


def _entity(name: str, taken: Ids, count: int = 0) -> dict[str, Value]:
    times = "once" if count == 1 else f"{count} times"
    return {
        "id": new_id(name, taken),
        "draft": True,
        "name": Noted(name, f"named {times}") if count else name,
        "kind": "unnamed",
    }


def as_yaml(drafts: dict[str, list[Value]]) -> Iterator[str]:
    """Drafts as lines of YAML to paste under the catalog's lists."""
    for number, (listing, entries) in enumerate((key, each) for key, each in drafts.items() if each):
        if number:
            yield ""
        yield from lines({listing: entries})
