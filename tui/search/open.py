"""Opening a dossier to be asked: the index that is kept of it, or one made anew."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from sqlite3 import Error
from typing import TYPE_CHECKING

from tui.dossier.compiled import Compiled, find_compiled, write
from tui.search.search import Search

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.search.index import Describe


def find_index(catalog: Path, folder: Path | None) -> Compiled | None:
    """The compiled dossier of a catalog, where it is there, true, and can be searched."""
    compiled = find_compiled(catalog, folder)
    with suppress(Error):
        if compiled and compiled.has_index:
            return compiled
    return None


def search_in(compiled: Compiled) -> Search:
    """A search over a compiled dossier that has an index."""
    return Search(compiled.connection, compiled.text)


def search_of(
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Search:
    """A search over just this dossier: the index that is kept of it, else one made anew.

    `describe` gives what hits show beside their words; `progress` is told how many passages are done, of how many.
    """
    compiled = _index_of(dossier, folder)
    return search_in(compiled) if compiled else made_anew(dossier, folder, describe, progress)


def made_anew(
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: Callable[[int, int], None] = lambda done, whole: None,
) -> Search:
    """A search over a dossier whose index is made now, and kept where it can be."""
    from tui.search.index import build, in_memory

    write(dossier, folder, lambda connection: build(connection, dossier, describe, progress))
    # What is there now is another process's where one was quicker.
    compiled = _index_of(dossier, folder)
    return search_in(compiled) if compiled else in_memory(dossier, describe, progress)


def _index_of(dossier: "Dossier", folder: Path | None) -> Compiled | None:
    """The compiled dossier that has an index of just this one."""
    compiled = find_index(dossier.catalog, folder)
    same = compiled and dossier.reading and compiled.reading.digests == dossier.reading.digests
    return compiled if same else None
