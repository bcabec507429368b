"""Linking entities, events, measures, ignored words and the curator's word on conflicts."""

from collections.abc import Collection, Mapping, Sequence

from tui.catalog import schema
from tui.dossier.attribution import link_sources
from tui.dossier.dating import check_inferred, dating_words, is_printed
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.link_context import LinkContext
from tui.dossier.records import Conflict, Entity, Event, Figure, Ignored, Measure, Relation
from tui.dossier.references import References
from tui.text.span import Span


def link_measure(entry: schema.MeasureEntry, _: Diagnostics) -> Measure:
    """The measure of an entry."""
    return Measure.of(entry)


def link_entity(entry: schema.EntityEntry, context: LinkContext, diagnostics: Diagnostics) -> Entity:
    """The entity of an entry, without those of its relations that do not hold."""
    return Entity.of(
        entry,
        stands_for=context.references.entity(entry, "stands_for", diagnostics),
        relations=tuple(diagnostics.attempt_all(entry.relations, _link_relation, context)),
    )


def _link_relation(entry: schema.RelationEntry, context: LinkContext, diagnostics: Diagnostics) -> Relation | None:
    references, inverses = context.references, context.inverses
    of = references.entity(entry, "of", diagnostics)
    claimant = references.entity(entry, "claimant", diagnostics)
    if inverses and entry.id not in inverses and entry.id not in references.left_out:
        message = f"“{entry.id}” is not in the catalog's `relations`; add it there with its inverse"
        hint = diagnostics.hints.closest(entry.id, inverses)
        diagnostics.report(entry.mark("is"), "unknown-relation", message, hint)
    sources = link_sources(entry, context, diagnostics)
    if of is None or not sources or (entry.claimant and not claimant):
        return None
    return Relation(name=entry.id, of=of, claimant=claimant, modality=entry.modality, sources=sources)


def link_event(entry: schema.EventEntry, context: LinkContext, diagnostics: Diagnostics) -> Event | None:
    """The event of an entry; None where a source or its date does not hold."""
    references = context.references
    entities = [references.entity(entry, "entities", diagnostics, i) for i in range(len(entry.entities))]
    claimant = references.entity(entry, "claimant", diagnostics)
    sources = link_sources(entry, context, diagnostics)
    if not sources or (entry.claimant and not claimant):
        return None
    dating = dating_words(sources, references)
    if entry.date and not dating:
        message = "nothing dates it; give the words in a source's `when`, or leave the date to `resolved`"
        diagnostics.report(entry.mark("date"), "undated", message)
        return None
    if entry.date and not is_printed(entry.date, dating, entry.mark("date"), diagnostics):
        return None
    # Catalogs had such dates before they were checked.
    check_inferred(entry.resolved, dating, entry.mark("resolved"), diagnostics, "warning")
    return Event.of(entry, entities=tuple(id for id in entities if id), claimant=claimant, sources=sources)


def link_conflict(
    entry: schema.ConflictEntry, figures: Mapping[str, Figure], context: LinkContext, diagnostics: Diagnostics
) -> Conflict:
    """The curator's word on a conflict; an id in it that no figure has is reported."""
    context.references.listed("figure", figures, entry, "between", diagnostics)
    return Conflict(between=tuple(entry.between), because=entry.because)


def link_ignored(
    entries: Sequence[schema.IgnoredEntry],
    articles: Collection[str],
    is_whole: bool,
    references: References,
    diagnostics: Diagnostics,
) -> tuple[Ignored, ...]:
    """The words that entries ignore; those without a quote wherever they are.

    Where the dossier `is_whole`, words that are nowhere are reported.
    """
    words = (entry.name or entry.number or "" for entry in entries if not entry.quote)
    places = references.texts.everywhere(filter(None, words), articles)
    linked = diagnostics.attempt_all(entries, _link_ignored, places, is_whole, references)
    return tuple(ignored for each in linked for ignored in each)


def _link_ignored(
    entry: schema.IgnoredEntry,
    places: Mapping[str, list[tuple[str, Span]]],
    is_whole: bool,
    references: References,
    diagnostics: Diagnostics,
) -> list[Ignored]:
    """The words that one entry ignores; `places` are those of the words that are ignored everywhere."""
    words, texts = entry.number or entry.name, references.texts
    if words is None or (entry.number and entry.name):
        message = "an ignored entry has a `number` or a `name`, one of them"
        diagnostics.report(entry.mark(), "schema", message)
    elif entry.article and entry.quote:
        if references.article(entry, diagnostics) is None:
            return []
        quote = texts.quote(diagnostics, entry.mark("quote"), entry.article, entry.quote)
        mark = entry.mark("number" if entry.number else "name")
        span = quote and texts.words(diagnostics, mark, entry.article, words, quote, "the quote")
        is_name = entry.name is not None
        return [Ignored(article=entry.article, span=span, is_name=is_name, why=entry.why)] if span else []
    elif entry.article or entry.quote:
        message = "`article` and `quote` say where it stands; give both, or neither to ignore it everywhere"
        diagnostics.report(entry.mark(), "schema", message)
    else:
        found = places.get(words, [])
        if not found and is_whole:
            mark = entry.mark("number" if entry.number else "name")
            diagnostics.report(mark, "not-found", f"“{words}” is in no article; take it out")
        is_name = entry.name is not None
        return [Ignored(article=id, span=span, is_name=is_name, why=entry.why, everywhere=True) for id, span in found]
    return []
