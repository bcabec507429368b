"""The drafts of articles as entries of the catalog, as `lode suggest` prints them."""

from collections.abc import Iterable, Sequence
from typing import Any

from tui.dossier.dossier import Dossier
from tui.extract.suggest import entries_of, ranked
from tui.review.draft_reading import DraftReader, DraftReading
from tui.text.work import Count, uncounted


def suggest(dossier: Dossier, articles: Iterable[str], count: Count = uncounted) -> dict[str, list[dict[str, Any]]]:
    """The entries of the drafts of some articles, by the catalog's lists."""
    return entries_of(dossier, ranked(dossier, articles), count)


def read(dossier: Dossier, articles: Sequence[str]) -> DraftReading:
    """All drafts of some articles, for a review."""
    return [*DraftReader(articles).readings(dossier)][-1]
