"""`bibtex` and `csl`: the articles as entries of a bibliography, keyed by their ids."""

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Record
from tui.view.citation import quotes_by_article, references


def bibtex(records: Iterable[Record], dossier: Dossier) -> str:
    """The bibliography in BibLaTeX."""
    return references(_quotes(records, dossier), dossier, "bibtex")


def csl_json(records: Iterable[Record], dossier: Dossier) -> str:
    """The bibliography in CSL-JSON."""
    return references(_quotes(records, dossier), dossier, "csl")


def _quotes(records: Iterable[Record], dossier: Dossier) -> dict[str, list[str]]:
    """The articles among the records; where none is, those that the records rest on, with what is quoted of them."""
    chosen = [*records]
    found: dict[str, dict[str, None]] = {}
    for record in [each for each in chosen if isinstance(each, Article)] or chosen:
        for article, quotes in quotes_by_article(record, dossier).items():
            found.setdefault(article, {}).update(dict.fromkeys(quotes))
    return {article: [*quotes] for article, quotes in found.items()}
