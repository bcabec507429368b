"""The formats that are one text, by their names."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record

TEXTS = {
    "json": "document:export",
    "w3c": "w3c:export",
    "html": "html:export",
    "markdown": "markdown:export",
    "bibtex": "references:bibtex",
    "csl": "references:csl_json",
}
"""Each format with the module and function of tui.export that makes it, which is loaded when it is used."""


def as_text(format: str, records: Sequence[Record], dossier: Dossier, articles: Collection[str] = ()) -> str:
    """Some records in a format of `TEXTS`; of annotations, only those in `articles` if any are given."""
    module, _, function = TEXTS[format].partition(":")
    export: Callable[..., str] = getattr(import_module(f"tui.export.{module}"), function)
    return export(records, dossier, articles) if format == "w3c" else export(records, dossier)
