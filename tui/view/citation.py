"""Citations of a record: plain, Markdown, BibTeX, CSL-JSON, the quoted words alone, and a link to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Record
from tui.text.grouping import grouped
from tui.text.json import to_json
from tui.text.listed import listed
from tui.text.safe import readable, visible
from tui.text.span import Span
from tui.view.excerpt import excerpt, sentence_of
from tui.view.fragment import fragments
from tui.view.styled_text import plain
from tui.view.wording import date_text, in_quotes

REFERENCES = ("bibtex", "csl")
"""The formats of bibliographies."""

CitationFormat = Literal["plain", "markdown", "bibtex", "csl", "quote", "link"]
FORMATS: tuple[str, ...] = get_args(CitationFormat)


class CitationError(ValueError):
    """Raised for a record that cannot be cited; the message says why."""


def cite(record: Record, dossier: Dossier, format: str = "plain", only: Occurrence | None = None) -> str:
    """The citation of an article, or of each sentence that a record rests on, in one of `FORMATS`.

    With `only`, of the sentence of that occurrence alone. Raises CitationError for a record without a source.
    """
    sources = _sources(record, dossier, only)
    if not sources:
        raise CitationError(f"{record.id} is in no article, so there is nothing to cite")
    if format in REFERENCES:
        return references(quotes_by_article(record, dossier, only), dossier, format)
    if format == "link":
        return "\n".join(_links(record, sources, dossier))
    if isinstance(record, Article):
        return readable(record.title) if format == "quote" else _reference(record, dossier, format)
    if format == "quote":
        return "\n".join(sentence_of(source, dossier) for source in sources)
    return "\n".join(_quotation(source, dossier, format) for source in sources)


def cite_words(article: str, span: Span, dossier: Dossier, format: str = "plain") -> str:
    """The citation of words of an article, quoted exactly, in one of `FORMATS`. Raises CitationError for no link."""
    record, words = dossier.articles[article], plain(excerpt(dossier, article, span))
    if format == "quote":
        return words
    if format == "link":
        if (url := web_url(record)) is None:
            raise CitationError(f"No link: {article} has no web address in the catalog")
        directives = fragments(dossier, article, [span])
        return _with_directive(url, directives[0]) if directives else url
    if format in REFERENCES:
        return references({article: [_in_line(words, record, span.start, dossier)]}, dossier, format)
    return _quoted(words, record, span.start, dossier, format)


def cited_sentences(record: Record, dossier: Dossier) -> list[str]:
    """Each sentence that a record rests on, with its source, as a line of Markdown."""
    lines = []
    for source in _sources(record, dossier, None):
        line = dossier.documents[source.article].line(source.cited.start)
        reference = _reference(dossier.articles[source.article], dossier, "markdown").rstrip(".")
        lines.append(f"“{escaped(sentence_of(source, dossier))}” {reference}, line {line}.")
    return lines


def quotes_by_article(record: Record, dossier: Dossier, only: Occurrence | None = None) -> dict[str, list[str]]:
    """The articles that a record rests on, each with the sentences there and their lines; of an article, none."""
    quotes: dict[str, list[str]] = {}
    for source in _sources(record, dossier, only):
        article = dossier.articles[source.article]
        words = (
            [] if record is article else [_in_line(sentence_of(source, dossier), article, source.cited.start, dossier)]
        )
        quotes.setdefault(article.id, []).extend(words)
    return quotes


def references(quotes: Mapping[str, Sequence[str]], dossier: Dossier, format: str) -> str:
    """Articles as a bibliography in BibLaTeX or CSL-JSON, each with quotes from it as an annotation."""
    if format == "csl":
        return to_json([_csl(dossier.articles[id], quotes[id], dossier) for id in quotes], indent=2)
    return "\n\n".join(_bibtex(dossier.articles[id], quotes[id], dossier) for id in quotes)


def unlinked(record: Record, dossier: Dossier) -> str | None:
    """Says which articles that a record rests on have no address; None if all have one."""
    return _no_address(_sources(record, dossier, None), dossier)


def _no_address(sources: Sequence[Occurrence], dossier: Dossier) -> str | None:
    articles = dict.fromkeys(source.article for source in sources)
    named = [article for article in articles if web_url(dossier.articles[article]) is None]
    have = "has" if len(named) == 1 else "have"
    return f"{listed(named)} {have} no web address in the catalog" if named else None


def _sources(record: Record, dossier: Dossier, only: Occurrence | None) -> Sequence[Occurrence]:
    """The occurrences to cite; of an entity, by default its first mention alone."""
    if only is not None and only.record == record.id:
        return [only]
    sources = dossier.sources_of(record)
    return sources[:1] if record.kind == "entity" else sources


def _quotation(source: Occurrence, dossier: Dossier, format: str) -> str:
    article = dossier.articles[source.article]
    return _quoted(sentence_of(source, dossier), article, source.cited.start, dossier, format)


def _quoted(words: str, article: Article, offset: int, dossier: Dossier, format: str) -> str:
    """Words with their article and line."""
    line = dossier.documents[article.id].line(offset)
    where = f"{_reference(article, dossier, format).rstrip('.')}, line {line}."
    return f"> {escaped(words)}\n>\n> — {where}\n" if format == "markdown" else f"{in_quotes(words)} {where}"


def _in_line(words: str, article: Article, offset: int, dossier: Dossier) -> str:
    """Words with their line alone."""
    return readable(f"{in_quotes(words)}, line {dossier.documents[article.id].line(offset)}")


def _links(record: Record, sources: Sequence[Occurrence], dossier: Dossier) -> list[str]:
    """The addresses of the articles with text directives, one for each source."""
    links = {}
    for article, spans in grouped((source.article, source.quote) for source in sources).items():
        if url := web_url(dossier.articles[article]):
            directives = [] if isinstance(record, Article) else fragments(dossier, article, spans)
            links[article] = iter([_with_directive(url, directive) for directive in directives] or [url])
    if not links:
        raise CitationError(f"No link: {_no_address(sources, dossier)}")
    return [next(links[source.article]) for source in sources if source.article in links]


def _with_directive(url: str, directive: str) -> str:
    return f"{url}{':~:' if '#' in url else '#:~:'}{directive}"


def _reference(article: Article, dossier: Dossier, format: str) -> str:
    title = article.title if article.title.startswith("[") or format == "markdown" else in_quotes(article.title)
    parts = [dossier.name_of(article.publisher), title, _date(article), article.url or ""]
    if format == "markdown":
        parts = [escaped(part) for part in parts]
        if url := web_url(article):
            # A parenthesis would end the link.
            url = url.replace("(", "%28").replace(")", "%29")
            parts[1:] = [f"[{parts[1]}]({url})", parts[2]]
    return readable(", ".join(part for part in parts if part)) + "."


def web_url(article: Article) -> str | None:
    """The address of an article if it is an http or https URL; others are never opened or linked."""
    url = article.url or ""
    return url if re.fullmatch(r"https?://[^\s<>\\]+", url, re.IGNORECASE) and visible(url) == url else None


def escaped(text: str) -> str:
    """A text for Markdown, which shows it unchanged, without links, emphasis or lists."""
    text = re.sub(r"[\\`*_\[\]<>#|~&${]|^[-+=]", r"\\\g<0>", text)
    return re.sub(r"^\d+(?=[.)]\s)", r"\g<0>\\", text)


def _date(article: Article) -> str:
    """The printed date; an inferred date is in square brackets, like a title that the curator supplies."""
    if article.published and not edtf.parse(article.published).interval:
        return str(edtf.parse(article.published))
    return f"[{date_text(article.date)}]" if article.date else "no date"


def _bibtex(article: Article, quotes: Sequence[str], dossier: Dossier) -> str:
    fields = dict(_bibtex_fields(article, quotes, dossier))
    body = "".join(f"  {key} = {{{value}}},\n" for key, value in fields.items() if value)
    return f"@{'online' if fields['url'] else 'misc'}{{{article.id},\n{body}}}"


def _bibtex_fields(article: Article, quotes: Sequence[str], dossier: Dossier) -> Iterator[tuple[str, str]]:
    yield "title", _title_with_names_kept(article, dossier)
    yield "organization", _tex(dossier.name_of(article.publisher))
    if article.published and "XXXX" not in article.published:
        yield "date", re.sub(r"T[^/]*", "", article.published)
    url = web_url(article)
    yield "url", url.replace("{", "%7B").replace("}", "%7D") if url else ""
    yield "howpublished", "" if url else _tex(article.url or "")
    yield "note", _tex(article.note or "")
    yield "annotation", _tex("; ".join(quotes))


def _title_with_names_kept(article: Article, dossier: Dossier) -> str:
    """The title with braces around the names in it, so that no bibliography style writes them in lower case."""
    if article.title_span is None:
        return _tex(article.title)
    document, title, at = dossier.documents[article.id], "", article.title_span.start
    for mention in dossier.occurrences_in(article.id).within(article.title_span):
        entity, words = dossier.entities.get(mention.record), document[mention.span]
        # A word that is written in lower case elsewhere is not a name here.
        is_name = entity is not None and words in (entity.name, entity.short, *entity.aliases)
        if is_name and at <= mention.span.start and mention.span.end <= article.title_span.end:
            title += _tex(document.text[at : mention.span.start]) + "{" + _tex(words) + "}"
            at = mention.span.end
    return title + _tex(document.text[at : article.title_span.end])


# BibTeX counts braces even after a backslash, so each is written as a command.
_TEX = str.maketrans(
    {
        **{character: f"\\{character}" for character in "&%$#_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def _tex(text: str) -> str:
    return readable(text).translate(_TEX)


def _csl(article: Article, quotes: Sequence[str], dossier: Dossier) -> dict[str, Any]:
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "title": article.title}
    if article.publisher:
        item["container-title"] = dossier.name_of(article.publisher)
    if article.published and (issued := _issued(edtf.parse(article.published))):
        item["issued"] = issued
    if url := web_url(article):
        item["URL"] = url
    if quotes:
        item["annote"] = "; ".join(quotes)
    return item


def _issued(when: edtf.When) -> dict[str, Any]:
    """A date for CSL: its parts, or words where they cannot give it; nothing without a year."""
    ends = [end for end in (when.start, when.end) if end]
    if any(end.year == "XXXX" for end in ends):
        return {}
    if len(ends) < 2 or not all(end.year.isdigit() for end in ends):
        return {"literal": when.words(between=True)}
    # A quarter, a half or a season of a year is not a month.
    months = [end.month if (end.month or 0) <= 12 else None for end in ends]
    parts = [[int(end.year), *filter(None, (month, end.day))] for end, month in zip(ends, months, strict=True)]
    circa = {"circa": True} if any(end.qualifier for end in ends) else {}
    return {"date-parts": parts if when.interval else parts[:1], **circa}
