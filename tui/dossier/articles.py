"""Reading and linking articles: their texts, what the texts say of themselves, and the names in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tui.catalog import schema
from tui.dossier.mentions import Form, Names
from tui.dossier.occurrence import mention
from tui.dossier.records import Artefact, Article
from tui.dossier.references import References
from tui.text.conflicts import conflicts, marks
from tui.text.document import Document, read_text
from tui.text.opening import OutsideError, UnreadableError
from tui.text.phrases import verbatim_places
from tui.text.span import Span, without_overlaps


def read_articles(
    catalog: schema.Catalog, folder: Path, outside: bool = False
) -> tuple[dict[str, Document], dict[str, str]]:
    """The texts of the articles that can be read, and of each other the reason why not; both by the articles' ids.

    A path that is absolute or leads out of the catalog's folder is refused unless the person who runs lode allows it:
    a catalog may come from anywhere, and cannot allow it itself.
    """
    documents, unread = {}, {}
    for article in catalog.articles:
        try:
            documents[article.id] = Document(article.file, _read(folder, article.file, outside))
        except UnreadableError as error:
            unread[article.id] = str(error)
    return documents, unread


def _read(folder: Path, file: str, outside: bool) -> str:
    try:
        return read_text(folder / file) if outside else read_text(file, within=folder)
    except OutsideError as error:
        raise OutsideError(f"{error}, or allow it with --outside") from None


class ArticleLinker:
    """Makes articles of their entries, and finds the entities in their texts."""

    def __init__(self, references: References, language: str | None = None) -> None:
        """`language` is that of the articles which do not give theirs."""
        self._language = language
        self.references, self.locate, self.documents = references, references.locate, references.documents
        self._closed: dict[str, list[Span]] = {}
        """Where names are not looked for in each article: its leftovers."""

    def article(self, entry: schema.Article) -> Article:
        """The article of an entry whose text was read."""
        document = self.documents[entry.id]
        whole = Span(0, len(document.text))
        title = None
        if not (entry.title.startswith("[") and entry.title.endswith("]")):
            titles = self.locate.quotes[entry.id].find(entry.title).spans
            title = titles[0] if titles else None
            if title is None:
                message = "the title is not in the text; set it in square brackets if you supply it"
                self.locate.report(entry.mark("title"), "title-not-found", message, severity="warning")
        dated_by = []
        for i, words in enumerate(entry.dated_by):
            span = self.locate.words(entry.mark("dated_by", i), entry.id, words, whole, "the article")
            dated_by += [span] if span else []
        if entry.published and entry.dated_by:
            self.locate.dated(entry.mark("published"), entry.published, " ".join(entry.dated_by))
        elif entry.published:
            message = "nothing says so; give the words of the text in `dated_by`, or leave the date to `resolved`"
            self.locate.report(entry.mark("published"), "undated", message)
        if entry.publisher_by:
            self.locate.words(entry.mark("publisher_by"), entry.id, entry.publisher_by, whole, "the article")
        elif entry.publisher:
            message = "nothing says so; give the words of the text in `publisher_by`, or leave it empty"
            self.locate.report(entry.mark("publisher"), "unattributed", message, severity="warning")
        if entry.sha256 and entry.sha256.lower() != sha256(document.text.encode()).hexdigest():
            message = f"{entry.file} is no longer the text that `sha256` was taken of; read it again, then renew it"
            self.locate.report(entry.mark("sha256"), "changed", message)
        if conflict := next(iter(conflicts(marks(document.text))), None):
            lines = f"lines {conflict.start} to {conflict.end}"
            message = f"a merge conflict was left in {entry.file}, on {lines}; keep one of its sides"
            self.locate.report(entry.mark("file"), "merge-conflict", message, severity="warning")
        if entry.url and entry.url not in document.text:
            self.locate.report(entry.mark("url"), "not-found", "the address is not in the text", severity="warning")
        artefacts = self._artefacts(entry, document)
        self._closed[entry.id] = [artefact.span for artefact in artefacts]
        return Article(
            id=entry.id,
            mark=entry.mark(),
            draft=entry.draft,
            file=entry.file,
            heading=entry.title,
            title_span=title,
            publisher=self.references.entity(entry, "publisher", entry.publisher),
            published=entry.published,
            dated_by=tuple(dated_by),
            resolved=entry.resolved,
            resolved_by=entry.resolved_by,
            url=entry.url,
            artefacts=artefacts,
            note=entry.note,
            language=entry.language or self._language,
        )

    def _artefacts(self, entry: schema.Article, document: Document) -> tuple[Artefact, ...]:
        reads: dict[Span, str] = {}
        places = verbatim_places(document.text, [artefact.text for artefact in entry.artefacts], self.locate.count)
        for i, artefact in enumerate(entry.artefacts):
            if not places.get(artefact.text):
                message = f"the leftover “{artefact.text}” is not in {document.file}; take it out"
                self.locate.report(entry.mark("artefacts", i), "not-found", message)
            for start in places.get(artefact.text, []):
                reads[Span(start, start + len(artefact.text))] = artefact.reads
        return tuple(Artefact(span=span, reads=reads[span]) for span in sorted(without_overlaps(reads)))

    def find_mentions(self, catalog: schema.Catalog, articles: Collection[str]) -> None:
        """Finds the entities in the texts: where their names stand, and where the curator says so."""
        by_hand: dict[str, dict[Span, str]] = defaultdict(dict)

        def find_by_hand(entity: schema.Entity) -> None:
            for entry in entity.mentions:
                if span := self.references.quote(entry):
                    by_hand[entry.article][span] = entity.id

        for entity in catalog.entities:
            self.locate.tried(entity, find_by_hand)
        exceptions = [(entity.id, phrase) for entity in catalog.entities for phrase in entity.except_]
        names = Names(self._forms(catalog.entities), exceptions)

        def find_names(article: schema.Article) -> dict[Span, str]:
            return dict(names.find(self.documents[article.id].text, self._closed[article.id], self.locate.count))

        for article in catalog.articles:
            if article.id in articles:
                # What the curator set by hand wins over a name that stands in the very same words.
                found = (self.locate.tried(article, find_names) or {}) | by_hand[article.id]
                named = sorted(without_overlaps(found))
                self.references.set_mentions(article.id, (mention(found[span], article.id, span) for span in named))

    def _forms(self, entities: Iterable[schema.Entity]) -> Iterator[Form]:
        """The names to be looked for; one that already names another entity is a problem."""
        # A material's names are found in any case, so that it shares them in any case too.
        owners: dict[str, schema.Entity] = {}
        in_any_case: dict[str, schema.Entity] = {}
        materials: dict[str, schema.Entity] = {}

        def forms_of(entity: schema.Entity) -> list[Form]:
            forms = []
            for i, form in enumerate([entity.name, *entity.aliases]):
                key, material = form.casefold(), entity.kind == "material"
                owner = owners.get(form) or (in_any_case if material else materials).get(key) or entity
                if owner is entity:
                    owners[form] = in_any_case[key] = entity
                    if material:
                        materials[key] = entity
                    forms.append(Form(entity.id, form, material))
                    continue
                mark = entity.mark("aliases", i - 1) if i else entity.mark("name")
                message = f"“{form}” already names {owner.id}; one form belongs to one entity"
                self.locate.report(mark, "shared-alias", message)
            return forms

        for entity in entities:
            yield from self.locate.tried(entity, forms_of) or ()
