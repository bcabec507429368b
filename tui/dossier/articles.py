"""Reads and links articles: their texts, and what the texts say of themselves."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tui.catalog import schema
from tui.dossier.dating import DatingWords, is_printed
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.records import Artefact, Article
from tui.dossier.references import References
from tui.quantity.language import known_language
from tui.text.conflicts import conflicts, marks
from tui.text.document import Document, read_text
from tui.text.opening import OutsideError, UnreadableError
from tui.text.phrases import verbatim_places
from tui.text.span import Span, without_overlaps
from tui.text.work import Count

NO_DOCUMENTS: Mapping[str, Document] = {}


def read_articles(
    catalog: schema.Catalog, folder: Path, outside: bool = False, earlier: Mapping[str, Document] = NO_DOCUMENTS
) -> tuple[dict[str, Document], dict[str, str]]:
    """The texts of the articles that can be read, and the reasons why the others cannot; both by article id.

    A path that is absolute or leads out of the catalog's folder is refused unless the user allows it on the command
    line: a catalog may come from anywhere, and cannot allow it itself.

    A text that is the same as an `earlier` one is that one, with what has been found out about it.
    """
    documents, unread = {}, {}
    for article in catalog.articles:
        try:
            document = Document(article.file, _read(folder, article.file, outside))
            known = earlier.get(article.id)
            documents[article.id] = known if known == document else document
        except UnreadableError as error:
            unread[article.id] = str(error)
    return documents, unread


def _read(folder: Path, file: str, outside: bool) -> str:
    try:
        return read_text(folder / file) if outside else read_text(file, within=folder)
    except OutsideError as error:
        raise OutsideError(f"{error}, or allow it with --outside") from None


def _check_language(entry: schema.ArticleEntry, language: str | None, diagnostics: Diagnostics) -> None:
    """Warns of a language that numbers are not read in."""
    if language and known_language(language) is None:
        mark = entry.mark("language") if entry.language else entry.mark()
        message = f"numbers are not read in “{language}”, only those that every language prints alike"
        diagnostics.report(mark, "language", message, severity="warning")


def _check_currency(entry: schema.ArticleEntry, diagnostics: Diagnostics) -> None:
    """Reports a currency that is not one of those built in."""
    if entry.currency is None:
        return
    from tui.quantity.builtin import currency_ids, written_as

    if entry.currency not in currency_ids():
        named = written_as(entry.currency)
        write = f"write {named}" if named in currency_ids() else "write its code, such as USD, CAD or EUR"
        diagnostics.report(entry.mark("currency"), "currency", f"“{entry.currency}” is not a currency; {write}")


def link_article(
    entry: schema.ArticleEntry, language: str | None, references: References, diagnostics: Diagnostics
) -> Article:
    """The article of an entry whose text was read; `language` is that of the articles that do not give theirs."""
    texts = references.texts
    document = texts.documents[entry.id]
    whole = Span(0, len(document.text))
    title = None
    if not (entry.title.startswith("[") and entry.title.endswith("]")):
        title = next(iter(texts.quotes[entry.id].find(entry.title).spans), None)
        if title is None:
            message = "the title is not in the text; set it in square brackets if you supply it"
            diagnostics.report(entry.mark("title"), "title-not-found", message, severity="warning")
    dated_by = []
    for i, words in enumerate(entry.dated_by):
        span = texts.words(diagnostics, entry.mark("dated_by", i), entry.id, words, whole, "the article")
        dated_by += [span] if span else []
    if entry.published and entry.dated_by:
        spoken = references.language(entry.id)
        dating = [DatingWords(document.text, span, spoken) for span in dated_by]
        is_printed(entry.published, dating, entry.mark("published"), diagnostics)
    elif entry.published:
        message = "nothing says so; give the words of the text in `dated_by`, or leave the date to `resolved`"
        diagnostics.report(entry.mark("published"), "undated", message)
    if entry.publisher_by:
        mark = entry.mark("publisher_by")
        texts.words(diagnostics, mark, entry.id, entry.publisher_by, whole, "the article")
    elif entry.publisher:
        message = "nothing says so; give the words of the text in `publisher_by`, or leave it empty"
        diagnostics.report(entry.mark("publisher"), "unattributed", message, severity="warning")
    _check_language(entry, entry.language or language, diagnostics)
    _check_currency(entry, diagnostics)
    _check_file(entry, document.text, diagnostics)
    return Article.of(
        entry,
        heading=entry.title,
        title_span=title,
        publisher=references.entity(entry, "publisher", diagnostics),
        dated_by=tuple(dated_by),
        artefacts=_artefacts(entry, document, texts.count, diagnostics),
        language=entry.language or language,
        about=references.entity(entry, "about", diagnostics),
    )


def _check_file(entry: schema.ArticleEntry, text: str, diagnostics: Diagnostics) -> None:
    """Reports a file that has changed, holds a merge conflict, or does not print the address that is given."""
    if entry.sha256 and entry.sha256.lower() != sha256(text.encode()).hexdigest():
        message = f"{entry.file} is no longer the text that `sha256` was taken of; read it again, then renew it"
        diagnostics.report(entry.mark("sha256"), "changed", message)
    if conflict := next(iter(conflicts(marks(text))), None):
        lines = f"lines {conflict.start} to {conflict.end}"
        message = f"a merge conflict was left in {entry.file}, on {lines}; keep one of its sides"
        diagnostics.report(entry.mark("file"), "merge-conflict", message, severity="warning")
    if entry.url and entry.url not in text:
        message = "the address is not in the text"
        diagnostics.report(entry.mark("url"), "not-found", message, severity="warning")


def _artefacts(
    entry: schema.ArticleEntry, document: Document, count: Count, diagnostics: Diagnostics
) -> tuple[Artefact, ...]:
    reads: dict[Span, str] = {}
    places = verbatim_places(document.text, [artefact.text for artefact in entry.artefacts], count)
    for i, artefact in enumerate(entry.artefacts):
        if not places.get(artefact.text):
            message = f"the leftover “{artefact.text}” is not in {document.file}; take it out"
            diagnostics.report(entry.mark("artefacts", i), "not-found", message)
        for start in places.get(artefact.text, []):
            reads[Span(start, start + len(artefact.text))] = artefact.reads
    return tuple(Artefact(span=span, reads=reads[span]) for span in sorted(without_overlaps(reads)))
