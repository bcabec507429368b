"""Drafts records that a catalog lacks: figures and events for numbers and dates in an article, entities for names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from tui.curate.drafts import LISTS, Proposed, Suggestion, apart, can_be_quoted, entry_of, ids_of
from tui.curate.quoting import Quoter
from tui.curate.yaml import Value, lines
from tui.dossier.dossier import Dossier
from tui.extract.reading import ArticleReading
from tui.items.name_kinds import country_code
from tui.languages.language import code_of, known_language
from tui.quantity.quantity import QuantityError
from tui.text.fold import whole_words
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span
from tui.text.work import Count, uncounted


def entries_of(
    dossier: Dossier, drafts: Iterable[Suggestion], count: Count = uncounted
) -> dict[str, list[dict[str, Value]]]:
    """The entries of drafts, by the catalog's lists; of those that words near them make unique in their article.

    `count` is called with the number of steps that quoting takes.
    """
    quoters = _Quoters(dossier, count)
    taken = ids_of(dossier)
    entries: dict[str, list[dict[str, Value]]] = {listing: [] for listing in LISTS.values()}
    drafted: dict[str, str] = {}
    for draft in entities_first(drafts):
        if can_be_quoted(draft, quoters):
            entry = entry_of(draft, quoters, taken, apart(dossier, draft.article), drafted=drafted)
            entries[draft.listing].append(entry)
            if draft.kind == "entity":
                drafted |= dict.fromkeys((draft.exact, *draft.aliases), str(entry["id"]))
    return entries


def entities_first(drafts: Iterable[Suggestion]) -> list[Suggestion]:
    """Drafts in the order in which they get their ids: those of entities before those that refer to them."""
    return sorted(drafts, key=lambda draft: draft.kind != "entity")


class _Quoters(dict[str, Quoter]):
    """Quotes places in each article; an article's text is read when it is first quoted."""

    def __init__(self, dossier: Dossier, count: Count) -> None:
        super().__init__()
        self._dossier, self._count = dossier, count

    def __missing__(self, article: str) -> Quoter:
        self[article] = quoter = Quoter(self._dossier.documents[article], self._count)
        return quoter


def ranked(dossier: Dossier, articles: Iterable[str]) -> list[Suggestion]:
    """Drafts for what the catalog does not capture in some articles, the best first; each record is drafted once."""
    joined: dict[object, Suggestion] = {}
    for article in articles:
        code = code_of(known_language(dossier.articles[article].language))
        for draft in drafts_of(dossier, article):
            first = joined.get(key := _identity(draft, code))
            joined[key] = draft if first is None else _with_places(first, draft)
    return sorted(_without_short_forms(joined.values()), key=lambda draft: -draft.score)


def _without_short_forms(drafts: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Drafts, with that of a short form whose body only another article names in full as one with it."""
    kept = list(drafts)
    bodies = [draft for draft in kept if draft.kind == "entity" and draft.text("type") != "person"]
    owners = Counter(alias for draft in bodies for alias in draft.aliases)
    short = {draft.exact: draft for draft in bodies if owners[draft.exact] == 1 and not draft.aliases}
    for draft in kept:
        if draft.kind == "entity" and draft.exact in short:
            continue
        if draft.kind == "entity" and draft.text("type") != "person":
            for other in filter(None, map(short.get, draft.aliases)):
                draft = _with_places(draft, other)
        yield draft


def drafts_of(dossier: Dossier, article: str) -> list[Suggestion]:
    """Drafts for what the catalog does not capture in an article, the best first.

    A number that `lode check` would refuse is left out.
    """
    reading = ArticleReading(dossier, article)
    drafted = Disjoint(sorted(dossier.coverage_reader.drafted[article]))
    open_items = [item for item in reading.left if not drafted.overlaps(item.span)]
    drafts: list[Suggestion] = []
    for item in open_items:
        if item.kind == "quantity" and reading.is_claim(item):
            with suppress(QuantityError):
                drafts.append(reading.figure(item.span))
        elif item.is_date and reading.is_event(item):
            drafts.append(reading.event(item))
    drafts += reading.entities()
    return sorted(drafts, key=lambda draft: (-draft.score, draft.span))


def _identity(draft: Suggestion, code: str) -> object:
    """What two drafts of one record have in common; `code` is the language of the article."""
    match draft.kind:
        case "entity":
            country = country_code(draft.exact, code)
            return ("country", country) if country else draft.exact
        case "figure" if draft.text("subject") and draft.text("value"):
            return (*map(draft.text, ("value", "unit", "modifier", "subject", "measure", "claimant", "period")),)
    return draft.places


def _with_places(first: Suggestion, second: Suggestion) -> Suggestion:
    """A draft with the places of another one of the same record, and with what only that one tells of it."""
    named = (second.exact, *second.aliases) if first.kind == "entity" else second.aliases
    return replace(
        first,
        places=(*first.places, *second.places),
        aliases=tuple(alias for alias in dict.fromkeys((*first.aliases, *named)) if alias != first.exact),
        fields={**second.fields, **first.fields},
        score=max(first.score, second.score),
    )


def draft_of(dossier: Dossier, article: str, span: Span) -> tuple[str, dict[str, Value]]:
    """A draft's entry for words that a person selected, and the list that it belongs to.

    A figure if they hold a number, an event if that is a date, else an entity. Raises QuantityError if the number
    cannot be read, or not all of it.
    """
    draft, quote = chosen_draft(dossier, article, span)
    quoters = {article: Quoter(dossier.documents[article])}
    return draft.listing, entry_of(draft, quoters, ids_of(dossier), apart(dossier, article), quote)


def chosen_draft(dossier: Dossier, article: str, span: Span) -> tuple[Suggestion, Span]:
    """A draft for words that a person selected, and the words to quote. Raises QuantityError as `draft_of` does."""
    document = dossier.documents[article]
    span = whole_words(document.text, span)
    reading = ArticleReading(dossier, article)
    # The number is read in its sentence: for a selected ".5 million", it may be 28.5 million.
    touched = [item for item in reading.items if item.span.overlaps(span) and not item.is_code]
    item = next((each for each in touched if each.kind == "quantity"), None)
    if item is not None:
        draft = reading.figure(item.span)
    elif touched and touched[0].is_date:
        draft = reading.event(touched[0])
    else:
        name = re.sub(r"^[\W_]+", "", " ".join(document[span].split())) or "unnamed"
        draft = Suggestion(
            kind="entity", article=article, span=span, exact=name, score=50, fields={"name": Proposed(name, span=span)}
        )
    return draft, Span(min(span.start, draft.span.start), max(span.end, draft.span.end))


def as_yaml(drafts: Mapping[str, Sequence[Value]]) -> Iterator[str]:
    """Drafts as lines of YAML to paste under the catalog's lists."""
    for number, (listing, entries) in enumerate((key, each) for key, each in drafts.items() if each):
        if number:
            yield ""
        yield from lines({listing: entries})
