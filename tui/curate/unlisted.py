"""Files in a dossier's folder that no entry names: new texts, and those of articles that were renamed."""

import posixpath
import re
import shlex
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tui.catalog.include import own_path
from tui.catalog.load import read_file as read_catalog
from tui.catalog.problem import Problem, start_of
from tui.catalog.schema import ArticleEntry
from tui.curate.new import texts_in
from tui.dossier.dossier import Dossier
from tui.text.listed import first_of
from tui.text.opening import UnreadableError, read_file

_NAMED = 5
"""How many files a note names at most."""

_MOST = 20
"""How many files get a note each."""

_NO_SOURCE = re.compile(r"readme|license|changelog|contributing|lode-[\w-]+", re.IGNORECASE)
"""The names of files that say something about a folder, and of the reports that the app writes."""


def notes(dossier: Dossier) -> list[Problem]:
    """A note for each text beside the articles that has no entry, and for each article whose file was renamed.

    A renamed file is recognised by its `sha256`, wherever in the folder it is.
    """
    folder = dossier.catalog.parent
    read = {posixpath.normpath(article.file) for article in dossier.articles.values()}
    free = [path.relative_to(folder).as_posix() for path in texts_in(folder)]
    free = [file for file in free if file not in read and not _NO_SOURCE.fullmatch(Path(file).stem)]
    # The catalog is only read again where it may name one of them.
    parsed = read_catalog(dossier.catalog) if free else None
    if parsed is None or parsed.catalog is None:
        return []
    catalog = parsed.catalog
    known = {posixpath.normpath(file) for each in catalog.articles for file in (each.file, each.original) if file}
    free = [file for file in free if file not in known]
    gone = [article for article in catalog.articles if article.file in dossier.unread and article.sha256]
    renamed = dict(_renamed(gone, free, folder))
    found = [_renaming(article, renamed[article.id]) for article in gone if article.id in renamed]
    # Other folders may hold anything.
    beside = {posixpath.dirname(posixpath.normpath(article.file)) for article in catalog.articles} or {""}
    new = [file for file in free if posixpath.dirname(file) in beside and file not in renamed.values()]
    # An entry that is left out may name one of the files.
    return [*found, *_without_entry([] if parsed.left_out else new, dossier.catalog.name)]


def _renamed(gone: Iterable[ArticleEntry], files: Iterable[str], folder: Path) -> Iterator[tuple[str, str]]:
    """The articles whose texts are in other files by now, each with the first of them."""
    wanted = {str(article.sha256).lower(): article.id for article in gone}
    for file in files if wanted else ():
        with suppress(UnreadableError):
            if article := wanted.pop(sha256(read_file(file, within=folder)[0]).hexdigest(), None):
                yield article, file


def _renaming(article: ArticleEntry, file: str) -> Problem:
    mark = article.mark("file")
    message = f"{file} has the text that `sha256` was taken of; if {article.file} was renamed, "
    return Problem(mark, "renamed", f"{message}write `file: {own_path(file, mark.file)}`", severity="note")


def _without_entry(files: list[str], catalog: str) -> Iterator[Problem]:
    if len(files) > _MOST:
        named = first_of(files, _NAMED)
        message = f"{len(files):,} files have no entry: {named}; `lode add` makes one for each file that it is given"
        yield Problem(start_of(catalog), "no-entry", message, severity="note")
        return
    for file in files:
        message = f"{file} has no entry; `lode add {shlex.quote(file)}` makes one"
        yield Problem(start_of(catalog), "no-entry", message, severity="note")
