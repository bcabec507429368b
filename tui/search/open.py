"""Opens a dossier for searching: with the index in the cache folder, or with one that is built now."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import connect
from typing import TYPE_CHECKING, TypeVar

from tui.search.cancellation import CancelledError
from tui.search.index import Index
from tui.search.query import QueryError
from tui.search.search import Search
from tui.store.compiled import Compiled, find_compiled

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.search.builder import Describe
    from tui.text.work import Progress

_R = TypeVar("_R")


class IndexDamagedError(Exception):
    """A search failed, probably because the index is damaged; it can be repeated with a new index."""


def run_query(query: Callable[[Search], _R], search: Search) -> _R:
    """The result of a query.

    Raises QueryError and CancelledError as the query does. Any other error is raised as IndexDamagedError, since a
    damaged file can contain anything; if the index was not the cause, the query raises the error again with a new one.
    """
    try:
        return query(search)
    except (QueryError, CancelledError):
        raise
    except Exception as error:
        raise IndexDamagedError from error


def find_index(catalog: Path, folder: Path | None) -> Compiled | None:
    """The compiled dossier of a catalog in the cache folder, if it is up to date and has an index."""
    return find_compiled(catalog, folder, lambda compiled: compiled.is_current() and compiled.has_index)


def search_compiled(compiled: Compiled) -> Search:
    """A search in a compiled dossier that has an index. Raises StaleError if an article changed meanwhile."""
    return Search(Index(compiled.connection), compiled.text)


def open_search(
    dossier: "Dossier", folder: Path | None, describe: "Describe", progress: "Progress | None" = None
) -> Search:
    """A search in exactly this dossier: with the index in the cache folder, else with a new one.

    `describe` returns what hits show of a record; `progress` is called while an index is built.
    """
    return _cached(dossier, folder) or build_search(dossier, folder, describe, progress)


def build_search(
    dossier: "Dossier",
    folder: Path | None,
    describe: "Describe",
    progress: "Progress | None" = None,
    from_scratch: bool = False,
) -> Search:
    """A search in a dossier with an index that is brought up to date, and written to the cache folder if possible.

    With `from_scratch`, nothing is taken from an earlier index: that may be damaged.
    """
    from tui.search.builder import build
    from tui.store.compiling import write
    from tui.text.work import no_progress

    progress = progress or no_progress
    written = write(dossier, folder, lambda connection: build(connection, dossier, describe, progress), from_scratch)
    # Another process may have written its index first.
    cached = _cached(dossier, folder) if written else None
    return cached or search_in_memory(dossier, describe, progress)


def search_in_memory(
    dossier: "Dossier", describe: "Describe | None" = None, progress: "Progress | None" = None
) -> Search:
    """A search in a dossier with a new index that is not kept."""
    from tui.search.builder import build, no_summary
    from tui.text.work import no_progress

    connection = connect(":memory:", check_same_thread=False)
    build(connection, dossier, describe or no_summary, progress or no_progress)
    return Search(Index(connection), dossier.text_of)


def _cached(dossier: "Dossier", folder: Path | None) -> Search | None:
    """A search with the cached index of exactly this dossier. It reads the dossier's texts, even if files change."""
    snapshot = dossier.snapshot
    if snapshot is None:
        return None

    def is_wanted(compiled: Compiled) -> bool:
        # Whether the files are still the same does not matter.
        return compiled.snapshot.digests == snapshot.digests and compiled.has_index

    compiled = find_compiled(dossier.catalog, folder, is_wanted)
    return Search(Index(compiled.connection), dossier.text_of) if compiled else None
