"""Linking what a review found of a figure or claim."""

from tui.catalog import schema
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.records import ReviewStatus


def link_review(entry: schema.ReviewedEntry, diagnostics: Diagnostics) -> ReviewStatus | None:
    """The review of an entry; None if it has no status. Who reviewed it, and when, is reported without one."""
    if entry.status:
        return ReviewStatus(status=entry.status, by=entry.reviewed_by, date=entry.reviewed)
    for key in ("reviewed_by", "reviewed"):
        if getattr(entry, key):
            message = "it has no `status`: say what the review found, or leave this out"
            diagnostics.report(entry.mark(key), "review", message, severity="warning")
    return None
