"""`lode add`: sources become texts of the dossier, with their originals beside them and entries in the catalog."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from tui.catalog.include import own_path
from tui.catalog.load import read_file as read_catalog
from tui.catalog.load import whole
from tui.catalog.schema import ArticleEntry
from tui.convert.convert import Converted, ConvertError, convert, format_of
from tui.curate.drafts import Ids
from tui.curate.insert import InsertError, insert, refuse_shipped
from tui.curate.new import article_entry
from tui.curate.yaml import Value
from tui.languages.detection import detected
from tui.text.files import create
from tui.text.opening import UnreadableError, read_file

_LIKE_NAMES = 1_000
"""How many files with one name are created in a folder at most."""


@dataclass(frozen=True, kw_only=True)
class NewSource:
    """A source to add: the name and content of its file."""

    name: str
    data: bytes
    path: Path | None = None
    """The path of the file, if it is on this machine."""
    url: str | None = None
    """The address that it was fetched from."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """The outcome of adding a source."""

    source: NewSource
    article: str = ""
    """The id of its article; empty if it was not added."""
    file: str = ""
    """The path of the text, relative to the catalog."""
    reason: str = ""
    """Why it was not added."""
    warnings: tuple[str, ...] = ()


class _KnownError(Exception):
    """The dossier already has the source."""


def add(catalog: Path, sources: Iterable[NewSource], into: str = "") -> list[Added]:
    """Adds sources to the dossier of a catalog, and says what became of each.

    `into` is the file of the catalog that gets the articles, by default the one that is opened. A text that lies in the
    dossier's folder stays where it is. Anything else is converted, and written into the folder of that file under a
    free name, with the original beside it. A source that cannot be converted, or that the dossier has already, is left
    out. Raises CatalogError, InsertError and OSError where the catalog or a file cannot be read or written;
    no file is left behind then.
    """
    refuse_shipped(catalog)
    dossier = _Dossier(catalog, into or catalog.name)
    made: list[Path] = []
    results: list[Added] = []
    entries: list[dict[str, Value]] = []
    try:
        for source in sources:
            try:
                entry, file, warnings = dossier.enter(source, made)
            except (ConvertError, _KnownError) as error:
                results.append(Added(source=source, reason=str(error)))
                continue
            entries.append(entry)
            results.append(Added(source=source, article=str(entry["id"]), file=file, warnings=warnings))
        if entries:
            insert(catalog, "articles", *entries, file=into)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return results


class _Dossier:
    """A dossier's folder and catalog."""

    def __init__(self, catalog: Path, into: str) -> None:
        self.folder = catalog.resolve().parent
        parsed = read_catalog(catalog)
        known = whole(parsed)
        if into not in (part.file for part in parsed.parts):
            raise InsertError(f"{into} is not a file of {catalog.name}; name it in its `include` first")
        self._into = into
        self._language = known.language
        self._ids: Ids = dict.fromkeys((entry.id for entry in known.records), 1)
        self._files = {article.file: article.id for article in known.articles}
        self._addresses = {article.url: article.id for article in known.articles if article.url}
        self._texts = {digest: article.id for article in known.articles if (digest := self._digest(article))}

    def enter(self, source: NewSource, made: list[Path]) -> tuple[dict[str, Value], str, tuple[str, ...]]:
        """Writes the files of a source. Returns its entry, the path of its text, and what may have been lost.

        `made` gets the new files.
        """
        converted = convert(source.name, source.data)
        # The header states the address that a page was fetched from if the page names none of its own.
        converted = replace(converted, url=converted.url or source.url)
        # A text that was fetched has a header too, with its address.
        is_text = format_of(source.name) == "text" and source.url is None
        file = self._inside(source.path) if is_text and _is_utf8(source.data) else None
        text = converted.text if is_text else converted.document
        url = converted.url
        self._refuse_known(text, url, file)
        original, file_is_new = None, file is None
        if file is None:
            suffix = Path(source.name).suffix.lower() if is_text else ".md"
            folder = self.folder / posixpath.dirname(self._into)
            target = _create_free(folder, _stem(converted.title or Path(source.name).stem), suffix, text)
            made.append(target)
            file = target.relative_to(self.folder).as_posix()
            original = None if is_text else self._inside(source.path)
            if not is_text and original is None:
                kept = _create_free(folder, target.stem, Path(source.name).suffix.lower(), source.data)
                made.append(kept)
                original = kept.relative_to(self.folder).as_posix()
        # The header is no title.
        entry = article_entry(file, converted.text, self._ids)
        entry |= _stated(converted, url)
        if (language := detected(text)) and language != self._language:
            entry["language"] = language
        if original:
            entry["original"] = own_path(original, self._into)
        digest = _digest(text.encode() if file_is_new else source.data)
        entry |= {"file": own_path(file, self._into), "sha256": digest}
        self._files[file] = self._texts[digest] = str(entry["id"])
        if url:
            self._addresses[url] = str(entry["id"])
        return entry, file, converted.warnings

    def _inside(self, path: Path | None) -> str | None:
        """The path of a file relative to the folder; None if it is elsewhere."""
        if path is None or not path.resolve().is_relative_to(self.folder):
            return None
        return path.resolve().relative_to(self.folder).as_posix()

    def _refuse_known(self, text: str, url: str | None, file: str | None) -> None:
        if known := self._files.get(file or ""):
            raise _KnownError(f"is in the catalog already, as {known}")
        if known := self._texts.get(_digest(text.encode())):
            raise _KnownError(f"has the same text as {known}")
        if known := self._addresses.get(url or ""):
            raise _KnownError(f"has the address of {known}, {url}; it may be another version of it")

    def _digest(self, article: ArticleEntry) -> str | None:
        if article.sha256:
            return article.sha256.lower()
        try:
            return _digest(read_file(article.file, within=self.folder)[0])
        except UnreadableError:
            return None


def _is_utf8(data: bytes) -> bool:
    """Whether a text can stay as it is; one in UTF-16 is rewritten."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _stated(converted: Converted, url: str | None) -> dict[str, Value]:
    """What the header of a converted text states, as keys of its entry."""
    stated: dict[str, Value] = {}
    if converted.title:
        stated["title"] = converted.title
    if converted.published:
        stated |= {"published": converted.published, "dated_by": f"Published: {converted.published}"}
    if url:
        stated["url"] = url
    return stated


def _stem(title: str) -> str:
    """A short name for a file, from a title."""
    letters = "".join(each if each.isalnum() else " " for each in title.lower())
    return "-".join(letters.split())[:60].strip("-") or "source"


def _create_free(folder: Path, stem: str, suffix: str, content: str | bytes) -> Path:
    """Writes a new file under a name that is free."""
    for number in range(1, _LIKE_NAMES):
        path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            create(path, content)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(f"{stem}{suffix} and the {_LIKE_NAMES} names after it are taken")
