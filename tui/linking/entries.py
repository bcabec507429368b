"""Linking entities, events, measures, ignored words and the curator's word on conflicts."""

from collections.abc import Iterable, Mapping, Sequence

from tui.catalog import schema
from tui.dossier.records import Conflict, Entity, Event, Figure, Ignored, Measure, Relation
from tui.linking.attribution import link_sources
from tui.linking.dating import check_inferred, dating_words, is_printed
from tui.linking.link_context import LinkContext
from tui.text.phrases import Phrases
from tui.text.span import Span


def link_measure(entry: schema.MeasureEntry, _: LinkContext) -> Measure:
    """The measure of an entry."""
    return Measure.of(entry)


def link_entity(entry: schema.EntityEntry, context: LinkContext) -> Entity:
    """The entity of an entry, without those of its relations that do not hold."""
    return Entity.of(
        entry,
        stands_for=context.entity(entry, "stands_for"),
        relations=tuple(context.attempt_all(entry.relations, _link_relation)),
    )


def _link_relation(entry: schema.RelationEntry, context: LinkContext) -> Relation | None:
    inverses = context.inverses
    of = context.entity(entry, "of")
    if inverses and entry.id not in inverses and entry.id not in context.left_out:
        message = f"“{entry.id}” is not in the catalog's `relations`; add it there with its inverse"
        hint = context.hints.closest(entry.id, inverses)
        context.report(entry.mark("is"), "unknown-relation", message, hint)
    sources = link_sources(entry, context)
    if of is None or not sources:
        return None
    return Relation(name=entry.id, of=of, claimant=entry.claimant, modality=entry.modality, sources=sources)


def link_event(entry: schema.EventEntry, context: LinkContext) -> Event | None:
    """The event of an entry; None where a source or its date does not hold."""
    entities = context.entity_list(entry, "entities")
    sources = link_sources(entry, context)
    if not sources:
        return None
    dating = dating_words(sources, context)
    if entry.date and not dating:
        message = "nothing dates it; give the words in a source's `when`, or leave the date to `resolved`"
        context.report(entry.mark("date"), "undated", message)
        return None
    if entry.date and not is_printed(entry.date, dating, entry.mark("date"), context):
        return None
    # Catalogs had such dates before they were checked.
    check_inferred(entry.resolved, dating, entry.mark("resolved"), context, "warning")
    return Event.of(entry, entities=tuple(id for id in entities if id), sources=sources)


def link_conflict(entry: schema.ConflictEntry, figures: Mapping[str, Figure], context: LinkContext) -> Conflict:
    """The curator's word on a conflict; an id in it that no figure has is reported."""
    context.listed("figure", figures, entry, "between")
    return Conflict(between=tuple(entry.between), because=entry.because)


def link_ignored(
    entries: Sequence[schema.IgnoredEntry], articles: Iterable[str], is_whole: bool, context: LinkContext
) -> tuple[Ignored, ...]:
    """The words that entries ignore; those without a quote wherever they are.

    Where the dossier `is_whole`, words that are nowhere are reported.
    """
    named = (entry.name or entry.number or "" for entry in entries if not entry.quote)
    phrases = Phrases(filter(None, named), count=context.count)
    places: dict[str, list[tuple[str, Span]]] = {}
    for article in articles:
        for words, spans in context.quotes[article].find_all(phrases):
            places.setdefault(words, []).extend((article, span) for span in spans)
    linked = context.attempt_all(entries, _link_ignored, places, is_whole)
    return tuple(ignored for each in linked for ignored in each)


def _link_ignored(
    entry: schema.IgnoredEntry, places: Mapping[str, list[tuple[str, Span]]], is_whole: bool, context: LinkContext
) -> list[Ignored]:
    """The words that one entry ignores; `places` are those of the words that are ignored everywhere."""
    words, is_name = entry.number or entry.name, entry.name is not None
    mark = entry.mark("name" if is_name else "number")
    if words is None or (entry.number and entry.name):
        message = "an ignored entry has a `number` or a `name`, one of them"
        context.report(entry.mark(), "schema", message)
    elif entry.article and entry.quote:
        if context.article(entry) is None:
            return []
        quote = context.place(entry.mark("quote"), entry.article, entry.quote)
        span = quote and context.words(mark, entry.article, words, quote, "the quote")
        return [Ignored(article=entry.article, span=span, is_name=is_name, why=entry.why)] if span else []
    elif entry.article or entry.quote:
        message = "`article` and `quote` say where it stands; give both, or neither to ignore it everywhere"
        context.report(entry.mark(), "schema", message)
    else:
        found = places.get(words, [])
        if not found and is_whole:
            context.report(mark, "not-found", f"“{words}” is in no article; take it out")
        return [Ignored(article=id, span=span, is_name=is_name, why=entry.why, everywhere=True) for id, span in found]
    return []
