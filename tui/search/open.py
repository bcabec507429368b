"""Opening a dossier to be asked: the index that is kept of it, or one made anew."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from sqlite3 import Error
from typing import TYPE_CHECKING

from tui.dossier.compiled import Compiled, find_compiled, write
from tui.search.damage import Answer, DamagedError, ask
from tui.search.search import Search

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.search.index import Describe


def answer_of(
    question: Callable[[Search], Answer],
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Answer:
    """The answer to a question about just this dossier; see `search_of`. Raises QueryError as the question does."""
    try:
        return ask(question, search_of(dossier, folder, describe, progress))
    except DamagedError:
        return question(made_anew(dossier, folder, describe, progress))


def find_index(catalog: Path, folder: Path | None) -> Compiled | None:
    """The compiled dossier of a catalog, where it is there, true, and can be searched."""
    compiled = find_compiled(catalog, folder)
    if compiled:
        with suppress(Error):
            if compiled.has_index:
                return compiled
        compiled.connection.close()
    return None


def search_in(compiled: Compiled) -> Search:
    """A search over a compiled dossier that has an index. Texts are read from the files, as far as they still hold."""
    return Search(compiled.connection, compiled.text)


def search_of(
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Search:
    """A search over just this dossier: in the index that is kept of it, else in one made anew.

    `describe` gives what hits show beside their words; `progress` is told how many passages are done, of how many.
    """
    return _kept(dossier, folder) or made_anew(dossier, folder, describe, progress)


def made_anew(
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Search:
    """A search over a dossier whose index is made now, and kept where it can be."""
    from tui.search.index import build, in_memory

    written = write(dossier, folder, lambda connection: build(connection, dossier, describe, progress))
    # What is there now is another process's where one was quicker.
    kept = _kept(dossier, folder) if written else None
    return kept or in_memory(dossier, describe, progress)


def _kept(dossier: "Dossier", folder: Path | None) -> Search | None:
    """A search in the index that is kept of just this dossier, whose texts it shows though files change."""
    compiled = find_index(dossier.catalog, folder)
    if compiled:
        if dossier.reading and compiled.reading.digests == dossier.reading.digests:
            return Search(compiled.connection, dossier.text_of)
        compiled.connection.close()
    return None
