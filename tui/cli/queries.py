"""Queries on the command line: running them with the best index there is, and reporting their words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tui.cli.context import CommandError, Context
from tui.search.open import IndexDamagedError, build_search, find_index, open_search, run_query, search_compiled
from tui.search.query import QueryError
from tui.search.results import FilterResult, SearchResult
from tui.search.search import Search

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.records import Record

_R = TypeVar("_R")
_Record = TypeVar("_Record", bound="Record")


def query_catalog(query: Callable[[Search], _R], context: Context) -> _R:
    """The result of a query. With an index in the cache, the dossier itself is not loaded.

    Raises CommandError if the query is not valid.
    """
    compiled = find_index(context.path, context.cache)
    if compiled:
        try:
            search = search_compiled(compiled)
            result, left_out = run_query(lambda search: (query(search), compiled.left_out), search)
        except IndexDamagedError:
            compiled.connection.close()
        except QueryError as error:
            raise CommandError(str(error)) from None
        else:
            context.report_left_out(*left_out)
            return result
    # It is stored together with the index.
    return query_dossier(query, context.open(keep=False), context)


def query_dossier(query: Callable[[Search], _R], dossier: "Dossier", context: Context) -> _R:
    """The result of a query in a dossier. Raises CommandError if the query is not valid."""
    from tui.view.summary import summary

    index = dossier, context.cache, summary, context.progress
    try:
        try:
            return run_query(query, open_search(*index))
        except IndexDamagedError:
            return query(build_search(*index, from_scratch=True))
    except QueryError as error:
        raise CommandError(str(error)) from None


class Filtered(NamedTuple, Generic[_Record]):
    """The records that match a query, in their order."""

    records: list[_Record]
    articles: frozenset[str] = frozenset()
    """The articles that the query asks for by `article:`; empty if it names none."""


def filter_records(records: list[_Record], words: list[str], dossier: "Dossier", context: Context) -> Filtered[_Record]:
    """The records that match the words of a query. Raises CommandError if it is not valid."""
    if words:
        kinds = {record.kind for record in records}
        result = query_dossier(lambda search: search.filter(" ".join(words), kinds), dossier, context)
        report_words(result, bool(result.ids), context)
        return Filtered([record for record in records if record.id in result.ids], result.articles)
    if not records:
        context.report("nothing found")
    return Filtered(records)


def report_words(result: SearchResult | FilterResult, found: bool, context: Context) -> None:
    """Reports which words of a query were corrected, and which occur nowhere, with what they may mean."""
    for typed, shown in result.corrected.items():
        context.report(f"{typed}: showing {shown}")
    for word in result.missing:
        meant = f"; did you mean {', '.join(result.suggested[word])}?" if word in result.suggested else ""
        context.report(f"“{word}” is in no article and no record{meant}")
    if not found and not result.missing:
        context.report("nothing found")
