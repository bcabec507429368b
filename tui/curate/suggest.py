"""Drafts of what a catalog misses in an article: figures and events for its numbers, entities for its names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tui.catalog.edtf import MONTHS
from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.quoting import near, quote_of, widened
from tui.curate.yaml import Value, lines
from tui.dossier.coverage import numbers_in
from tui.dossier.dossier import Dossier
from tui.quantity import quantity
from tui.text.document import Document
from tui.text.fold import joins_words
from tui.text.span import Span

Ids = dict[str, int]
"""The ids that are taken, each with the number that was last put behind it."""

_POSSESSIVE = re.compile(r"['’]s?$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE_WORDS = frozenset([*MONTHS, *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()])


def suggest(dossier: Dossier, articles: Iterable[str]) -> dict[str, list[Value]]:
    """What is uncaptured in some articles, as drafts by the catalog's lists: entities, figures, events."""
    taken = _ids(dossier)
    drafts: dict[str, list[Value]] = {"entities": [], "figures": [], "events": []}
    named: Counter[str] = Counter()
    for article in articles:
        document, coverage = dossier.documents[article], dossier.coverage(article)
        reached = 0
        for span in coverage.uncaptured:
            if span.start < reached:
                continue
            words = document[span]
            if words in _DATE_WORDS or _YEAR.fullmatch(words):
                when = _date_around(document, span)
                reached = when.end
                drafts["events"].append(_event(document, article, when, taken))
            else:
                number = number_around(dossier, document, span)
                reached = number.end
                drafts["figures"].append(figure_draft(dossier, article, number, taken))
        named.update(_names(document, coverage.names))
    drafts["entities"] = [_entity(name, count, taken) for name, count in named.items()]
    return drafts


def number_around(dossier: Dossier, document: Document, span: Span) -> Span:
    """A number with its scale word and unit; digits inside a word with the whole word."""
    found = quantity.read_at(document.text, span.start, dossier.units)
    start, end = span.start, max(found.end if found else 0, span.end)
    while start > 0 and document.text[start - 1].isalnum():
        start -= 1
    while end < len(document.text) and document.text[end].isalnum():
        end += 1
    return Span(start, end)


def figure_draft(
    dossier: Dossier, article: str, number: Span, taken: Ids, quote: Span | None = None
) -> dict[str, Value]:
    """A figure for a number, with the quote around it; what a person must decide is a gap."""
    document = dossier.documents[article]
    words = document[number]
    unit = quantity.read_at(words, 0, dossier.units)
    source = _source(document, article, quote or widened(document, number)) | {"number": words}
    measures = [m.id for m in dossier.measures.values() if unit and unit.unit and m.unit == unit.unit.id]
    measure = measures[0] if len(measures) == 1 else None
    id = new_id(f"draft {words}", taken)
    return {"id": id, "draft": True, "measure": measure, "subject": None, "sources": [source]}


def draft_of(dossier: Dossier, article: str, span: Span) -> tuple[str, dict[str, Value]]:
    """A draft for words that a person selected, and the list it belongs to: figures where they hold a number."""
    document = dossier.documents[article]
    span = _whole_words(document.text, span)
    taken = _ids(dossier)
    # Read in its sentence: of a selected ".5 million" the number is 28.5 million.
    sentence = document.sentence_around(span)
    for offset in numbers_in(document[sentence]):
        digits = Span(sentence.start + offset.start, sentence.start + offset.end)
        if digits.overlaps(span):
            number = number_around(dossier, document, digits)
            quote = Span(min(span.start, number.start), max(span.end, number.end))
            return "figures", figure_draft(dossier, article, number, taken, quote)
    return "entities", _entity(re.sub(r"^[\W_]+", "", " ".join(document[span].split())) or "unnamed", 1, taken)


def _whole_words(text: str, span: Span) -> Span:
    """What a selection touches: no white space at its ends, and no word or number cut."""
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
    """An id built from words, that no record has; it is taken from then on."""
    letters = "".join(each if each.isalpha() or each.isdecimal() else " " for each in words.lower())
    base = "-".join(letters.split())[:60].strip("-") or "draft"
    id, number = base, taken.get(base, 1)
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    taken[base], taken[id] = number, 1
    return id


def _ids(dossier: Dossier) -> Ids:
    """The ids that are taken: those of records that are left out too, as long as the catalog can be read."""
    ids = {record.id for record in dossier.records}
    try:
        catalog = load(dossier.catalog)
    except CatalogError:
        return dict.fromkeys(ids, 1)
    ids.update(entry.id for entry in (*catalog.entities, *catalog.figures, *catalog.events, *catalog.checks))
    return dict.fromkeys(ids, 1)


def _source(document: Document, article: str, span: Span) -> dict[str, Value]:
    quoted = quote_of(document, span)
    source: dict[str, Value] = {"article": article, "quote": document[span]}
    if quoted and quoted.prefix:
        source["prefix"] = quoted.prefix
    if quoted and quoted.suffix:
        source["suffix"] = quoted.suffix
    return source


def _event(document: Document, article: str, when: Span, taken: Ids) -> Value:
    sentence = near(document.sentence_around(when), when)
    words = document[when]
    draft: dict[str, Value] = {"id": new_id(f"draft {words}", taken), "draft": True}
    if _YEAR.fullmatch(words):
        draft["date"] = words
    source = _source(document, article, widened(document, when))
    return draft | {"what": " ".join(document[sentence].split()), "sources": [source | {"when": words}]}


def _date_around(document: Document, span: Span) -> Span:
    """The whole of a date that a word of it belongs to: March 31, 2025 · 19. Mar 2025 · December 1 · Monday."""
    months = "|".join([*MONTHS, *(month[:3] for month in MONTHS)])
    date = re.compile(
        rf"(?:(?:{months})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{months}))(?:,?\s+\d{{4}})?|(?:{months})\s+\d{{4}}"
    )
    for match in date.finditer(document.text, max(span.start - 20, 0), min(span.end + 20, len(document.text))):
        if Span(*match.span()).covers(span):
            return Span(*match.span())
    return span


def _names(document: Document, spans: tuple[Span, ...]) -> Iterator[str]:
    """The names in order, neighbours joined: Alexander and Lobusev are one."""
    joined: list[Span] = []
    for span in spans:
        if joined and document.text[joined[-1].end : span.start] == " ":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return (_POSSESSIVE.sub("", document[span]) for span in joined)


def _entity(name: str, count: int, taken: Ids) -> dict[str, Value]:
    note = "Named once." if count == 1 else f"Named {count} times."
    return {"id": new_id(name, taken), "draft": True, "name": name, "kind": "unnamed", "note": note}


def as_yaml(drafts: dict[str, list[Value]]) -> Iterator[str]:
    """Drafts as lines to paste under the catalog's lists."""
    for number, (listing, entries) in enumerate((key, each) for key, each in drafts.items() if each):
        if number:
            yield ""
        yield from lines({listing: entries})
