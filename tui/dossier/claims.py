"""Linking claims: statements without a number, who makes them, and what they support or contradict."""

from collections.abc import Collection

from tui.catalog import schema
from tui.dossier.attribution import link_attribution
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.mentions import Mentions
from tui.dossier.records import Claim, Source
from tui.dossier.references import References


def link_claim(
    entry: schema.ClaimEntry,
    references: References,
    mentions: Mentions,
    comparable: Collection[str],
    diagnostics: Diagnostics,
) -> Claim | None:
    """The claim of an entry; None where it does not hold. `comparable` are the ids of all claims and figures."""
    about = [references.entity(entry, "about", diagnostics, i) for i in range(len(entry.about))]
    claimant = references.entity(entry, "claimant", diagnostics)
    sources = [_source(entry, source, references, mentions, diagnostics) for source in entry.sources]
    related = [_related(entry, key, comparable, references, diagnostics) for key in ("supports", "contradicts")]
    held = [source for source in sources if source]
    if None in about or (entry.claimant and not claimant) or len(held) < len(sources) or None in related:
        return None
    supports, contradicts = (ids or () for ids in related)
    return Claim(
        id=entry.id,
        mark=entry.mark(),
        draft=entry.draft,
        what=entry.what,
        about=tuple(entry.about),
        claimant=claimant,
        modality=entry.modality,
        supports=supports,
        contradicts=contradicts,
        because=entry.because,
        note=entry.note,
        sources=tuple(held),
    )


def _source(
    entry: schema.ClaimEntry,
    source: schema.AttributedQuote,
    references: References,
    mentions: Mentions,
    diagnostics: Diagnostics,
) -> Source | None:
    quote = references.quote(source, diagnostics)
    if quote is None:
        return None
    via = [references.entity(source, "via", diagnostics, i) for i in range(len(source.via))]
    # Statements are often quoted first, and the speaker is named in the next sentence.
    said = link_attribution(entry.claimant, source, quote, references, mentions, diagnostics, after=True)
    when = references.when(source, quote, diagnostics)
    if None in via or ((source.said or entry.claimant) and not said) or (source.when and not when):
        return None
    return Source(article=source.article, quote=quote, when=when, said=said, via=tuple(source.via))


def _related(
    entry: schema.ClaimEntry, key: str, comparable: Collection[str], references: References, diagnostics: Diagnostics
) -> tuple[str, ...] | None:
    """The claims and figures under a key, without those that are left out; None where an id is unknown."""
    related, unknown = [], False
    for i, id in enumerate(getattr(entry, key)):
        if id in references.left_out:
            continue
        if id == entry.id or id not in comparable:
            message = (
                "a claim cannot be set against itself" if id == entry.id else f"no claim or figure has the id “{id}”"
            )
            hint = diagnostics.hints.closest(id, comparable)
            diagnostics.report(entry.mark(key, i), "unknown-id", message, hint)
            unknown = True
        related.append(id)
    return None if unknown else tuple(related)
