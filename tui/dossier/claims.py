"""Linking claims: statements without a number, who makes them, and what they support or contradict."""

from tui.catalog import schema
from tui.dossier.attribution import link_sources
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.link_context import LinkContext
from tui.dossier.records import Claim
from tui.dossier.reviews import link_review


def link_claim(entry: schema.ClaimEntry, context: LinkContext, diagnostics: Diagnostics) -> Claim | None:
    """The claim of an entry; None where it does not hold."""
    references = context.references
    about = [references.entity(entry, "about", diagnostics, i) for i in range(len(entry.about))]
    claimant = references.entity(entry, "claimant", diagnostics)
    sources = link_sources(entry, context, diagnostics)
    related = [_related(entry, key, context, diagnostics) for key in ("supports", "contradicts")]
    if None in about or (entry.claimant and not claimant) or not sources or None in related:
        return None
    supports, contradicts = (ids or () for ids in related)
    return Claim.of(
        entry,
        claimant=claimant,
        supports=supports,
        contradicts=contradicts,
        review=link_review(entry, diagnostics),
        sources=sources,
    )


def _related(
    entry: schema.ClaimEntry, key: str, context: LinkContext, diagnostics: Diagnostics
) -> tuple[str, ...] | None:
    """The claims and figures under a key, without those that are left out; None where an id is unknown."""
    ids = getattr(entry, key)
    if entry.id in ids:
        mark = entry.mark(key, ids.index(entry.id))
        diagnostics.report(mark, "unknown-id", "a claim cannot support or contradict itself")
        return None
    return context.references.listed("claim or figure", context.comparable, entry, key, diagnostics)
