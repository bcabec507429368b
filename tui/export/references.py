"""`bibtex` and `csl`: the articles as entries of a bibliography."""

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Record
from tui.text.json import to_json
from tui.view.citation import cite, csl


def bibtex(records: Iterable[Record], dossier: Dossier) -> str:
    """The articles as entries of BibLaTeX, keyed by their ids."""
    return "\n\n".join(cite(article, dossier, "bibtex") for article in _articles(records))


def csl_json(records: Iterable[Record], dossier: Dossier) -> str:
    """The articles as items of CSL-JSON."""
    return to_json([csl(article, dossier) for article in _articles(records)], indent=2)


def _articles(records: Iterable[Record]) -> list[Article]:
    return [record for record in records if isinstance(record, Article)]
