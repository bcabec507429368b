"""Reads and links articles: their texts, and what the texts say of themselves."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tui.catalog import schema
from tui.dossier.records import Artefact, Article
from tui.languages.language import known_language
from tui.linking.dating import DatingWords, is_printed
from tui.linking.link_context import LinkContext
from tui.text.conflicts import conflicts, marks
from tui.text.document import Document, read_text
from tui.text.opening import OutsideError, UnreadableError
from tui.text.phrases import verbatim_places
from tui.text.span import Span, without_overlaps

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


def _check_language(entry: schema.ArticleEntry, context: LinkContext) -> None:
    """Warns of a language that numbers are not read in."""
    language = context.language_tag(entry.id)
    if language and known_language(language) is None:
        mark = entry.mark("language") if entry.language else entry.mark()
        message = f"numbers are not read in “{language}”, only those that every language prints alike"
        context.warn(mark, "language", message)


def _check_currency(entry: schema.ArticleEntry, context: LinkContext) -> None:
    """Reports a currency that is not one of those built in."""
    if entry.currency is None:
        return
    from tui.quantity.builtin import currency_ids, written_as

    if entry.currency not in currency_ids():
        named = written_as(entry.currency)
        write = f"write {named}" if named in currency_ids() else "write its code, such as USD, CAD or EUR"
        context.report(entry.mark("currency"), "currency", f"“{entry.currency}” is not a currency; {write}")


def link_article(entry: schema.ArticleEntry, context: LinkContext) -> Article:
    """The article of an entry whose text was read."""
    document = context.documents[entry.id]
    whole = Span(0, len(document.text))
    title = None
    if not (entry.title.startswith("[") and entry.title.endswith("]")):
        title = next(iter(context.quotes[entry.id].find(entry.title).spans), None)
        if title is None:
            message = "the title is not in the text; set it in square brackets if you supply it"
            context.warn(entry.mark("title"), "title-not-found", message)
    dated_by = []
    for i, words in enumerate(entry.dated_by):
        span = context.words(entry.mark("dated_by", i), entry.id, words, whole, "the article")
        dated_by += [span] if span else []
    if entry.published and entry.dated_by and len(dated_by) == len(entry.dated_by):
        dating = [DatingWords(document.text, span, context.language(entry.id)) for span in dated_by]
        is_printed(entry.published, dating, entry.mark("published"), context)
    elif entry.published and not entry.dated_by:
        message = "nothing says so; give the words of the text in `dated_by`, or leave the date to `resolved`"
        context.report(entry.mark("published"), "undated", message)
    if entry.publisher_by:
        context.words(entry.mark("publisher_by"), entry.id, entry.publisher_by, whole, "the article")
    elif entry.publisher:
        message = "nothing says so; give the words of the text in `publisher_by`, or leave it empty"
        context.warn(entry.mark("publisher"), "unattributed", message)
    _check_language(entry, context)
    _check_currency(entry, context)
    _check_file(entry, document.text, context)
    return Article.of(
        entry,
        heading=entry.title,
        title_span=title,
        publisher=context.entity(entry, "publisher"),
        dated_by=tuple(dated_by),
        artefacts=_artefacts(entry, document, context),
        language=context.language_tag(entry.id),
        about=context.entity(entry, "about"),
    )


def _check_file(entry: schema.ArticleEntry, text: str, context: LinkContext) -> None:
    """Reports a file that has changed, holds a merge conflict, or does not print the address that is given."""
    if entry.sha256 and entry.sha256.lower() != sha256(text.encode()).hexdigest():
        message = f"{entry.file} is no longer the text that `sha256` was taken of"
        what = "read the text again, and renew the hash with `lode check --fix`"
        context.report(entry.mark("sha256"), "changed", f"{message}; {what}")
    if conflict := next(iter(conflicts(marks(text))), None):
        lines = f"lines {conflict.start} to {conflict.end}"
        message = f"a merge conflict was left in {entry.file}, on {lines}; keep one of its sides"
        context.warn(entry.mark("file"), "merge-conflict", message)
    if entry.url and entry.url not in text:
        context.warn(entry.mark("url"), "not-found", "the address is not in the text")


def _artefacts(entry: schema.ArticleEntry, document: Document, context: LinkContext) -> tuple[Artefact, ...]:
    reads: dict[Span, str] = {}
    places = verbatim_places(document.text, [artefact.text for artefact in entry.artefacts], context.count)
    for i, artefact in enumerate(entry.artefacts):
        if not places.get(artefact.text):
            message = f"the leftover “{artefact.text}” is not in {document.file}; take it out"
            context.report(entry.mark("artefacts", i), "not-found", message)
        for start in places.get(artefact.text, []):
            reads[Span(start, start + len(artefact.text))] = artefact.reads
    return tuple(Artefact(span=span, reads=reads[span]) for span in sorted(without_overlaps(reads)))
