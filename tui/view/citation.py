"""Citing a record: plain, Markdown, BibTeX, CSL-JSON."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Measure, Record, Source
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.excerpt import excerpt
from tui.view.pieces import plain

FORMATS = ("plain", "markdown", "bibtex", "csl")


class CitationError(ValueError):
    """A record that has nothing to cite; the message says why."""


def cite(record: Record, dossier: Dossier, format: str = "plain", only: Span | None = None) -> str:
    """The citation of a record: an article itself, or each sentence that a record rests on, or `only` one of them.

    Raises CitationError where a record stands in no article.
    """
    sources = _sources(record, dossier, only)
    if not sources:
        raise CitationError(f"{record.id} stands in no article; there is nothing to cite")
    articles = [dossier.articles[id] for id in dict.fromkeys(source.article for source in sources)]
    match format:
        case "bibtex":
            return "\n\n".join(_bibtex(article, dossier) for article in articles)
        case "csl":
            return json.dumps([csl(article, dossier) for article in articles], ensure_ascii=False, indent=2)
    if isinstance(record, Article):
        return _reference(record, dossier, format)
    return "\n".join(_quotation(source, dossier, format) for source in sources)


def _sources(record: Record, dossier: Dossier, only: Span | None) -> list[Source]:
    """An entity is cited by its first mention where none is chosen: the rest are not claims."""
    sources = [] if isinstance(record, Measure) else dossier.sources_of(record)
    if only is not None:
        return [source for source in sources if source.highlight == only][:1] or sources[:1]
    return sources[:1] if record.kind == "entity" else sources


def _quotation(source: Source, dossier: Dossier, format: str) -> str:
    article = dossier.articles[source.article]
    document = dossier.documents[source.article]
    sentence = plain(excerpt(dossier, source.article, document.sentence_around(source.span)))
    line, _ = document.position(source.highlight.start)
    where = f"{_reference(article, dossier, format).rstrip('.')}, line {line}."
    return f"> {sentence}\n>\n> — {where}\n" if format == "markdown" else f"“{sentence}” {where}"


def _reference(article: Article, dossier: Dossier, format: str) -> str:
    markdown = format == "markdown"
    title = visible(article.title)
    if markdown:
        title = re.sub(r"([\\`*_\[\]<>#])", r"\\\1", title)
        if web_url(article):
            title = f"[{title}]({article.url})"
    elif not title.startswith("["):
        title = f"“{title}”"
    parts = [dossier.name_of(article.publisher), title, _date(article), "" if markdown else (article.url or "")]
    return visible(", ".join(part for part in parts if part)) + "."


def web_url(article: Article) -> str | None:
    """The article's address where it is one of the web; no other scheme is ever opened or linked."""
    return article.url if article.url and re.match(r"https?://[^\s<>()]+$", article.url) else None


def _date(article: Article) -> str:
    """The printed date; what is only inferred stands in square brackets, as a supplied title does."""
    if article.published and not edtf.parse(article.published).interval:
        return str(edtf.parse(article.published))
    return f"[{edtf.parse(article.resolved or article.published or '')}]" if article.date else "no date"


def _bibtex(article: Article, dossier: Dossier) -> str:
    fields = dict(_bibtex_fields(article, dossier))
    body = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@online{{{article.id},\n{body}}}"


def _bibtex_fields(article: Article, dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield "title", _tex(article.title)
    yield "organization", _tex(dossier.name_of(article.publisher))
    if article.published and not edtf.parse(article.published).interval:
        yield "date", article.published.partition("T")[0]
    yield "url", article.url or ""
    yield "note", _tex(article.note or "")


def _tex(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", visible(text).replace("\\", ""))


def csl(article: Article, dossier: Dossier) -> dict[str, Any]:
    """An article as an item of CSL-JSON."""
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": article.title}
    if article.publisher:
        item["container-title"] = dossier.name_of(article.publisher)
    when = edtf.parse(article.published) if article.published else None
    if when and not when.interval and when.earliest and when.start:
        parts = [when.earliest[0], when.start.month, when.start.day]
        item["issued"] = {"date-parts": [[part for part in parts if part]]}
    if article.url:
        item["URL"] = article.url
    return item
