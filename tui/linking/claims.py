"""Linking claims: statements without a number, who makes them, what they support or contradict; and reviews."""

from tui.catalog import schema
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.records import Claim, ReviewStatus
from tui.linking.attribution import link_sources
from tui.linking.link_context import LinkContext


def link_claim(entry: schema.ClaimEntry, context: LinkContext) -> Claim | None:
    """The claim of an entry; None where it does not hold."""
    about = context.entity_list(entry, "about")
    sources = link_sources(entry, context)
    related = [_related(entry, key, context) for key in ("supports", "contradicts")]
    if None in about or not sources or None in related:
        return None
    supports, contradicts = (ids or () for ids in related)
    return Claim.of(
        entry,
        supports=supports,
        contradicts=contradicts,
        review=link_review(entry, context),
        sources=sources,
    )


def _related(entry: schema.ClaimEntry, key: str, context: LinkContext) -> tuple[str, ...] | None:
    """The claims and figures under a key, without those that are left out; None where an id is unknown."""
    ids = getattr(entry, key)
    if entry.id in ids:
        mark = entry.mark(key, ids.index(entry.id))
        context.report(mark, "unknown-id", "a claim cannot support or contradict itself")
        return None
    return context.listed("claim or figure", context.comparable, entry, key)


def link_review(entry: schema.ReviewedEntry, diagnostics: Diagnostics) -> ReviewStatus | None:
    """The review of a claim or figure; None without a status, which is reported where the rest of one is given."""
    if entry.status:
        return ReviewStatus(status=entry.status, by=entry.reviewed_by, date=entry.reviewed)
    for key in ("reviewed_by", "reviewed"):
        if getattr(entry, key):
            message = "it has no `status`: say what the review found, or leave this out"
            diagnostics.warn(entry.mark(key), "review", message)
    return None
