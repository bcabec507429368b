"""Examples of queries that find something in a dossier."""

from collections.abc import Iterator

from tui.dossier.dossier import Dossier
from tui.text.safe import readable


def examples(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Queries, each with what it finds."""
    named = sorted(dossier.entities, key=lambda id: -len(dossier.occurrences_of(id)))
    if named:
        yield dossier.name_of(named[0]), "a name or its beginning; typos are forgiven"
    if len(named) > 1:
        yield f"{dossier.name_of(named[0])} -{dossier.name_of(named[1]).split()[0]}", "without a word"
    figure = next(iter(dossier.figures.values()), None)
    if figure is not None:
        yield readable(figure.written), "a number in any form: 44m, 44,000,000"
        yield "kind:figure", "only figures; also claim, event, entity, text"
    if figure is not None and figure.claimant:
        yield f"by:{figure.claimant}", f"what {dossier.name_of(figure.claimant)} says; names are completed"
    if dossier.article_order:
        yield f"article:{dossier.article_order[0]}", "in one article; names are completed"
    dates = (article.date for article in dossier.articles.values())
    if year := next((date[:4] for date in dates if date and date[:4].isdigit()), None):
        yield f"year:{year}", "dated in that year"
