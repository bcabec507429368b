"""SearchRunner an index that is kept: it may be damaged, or be of files that have changed since."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.search.query import QueryError
from tui.search.stopping import StoppedError

if TYPE_CHECKING:
    from tui.search.search import Search

Answer = TypeVar("Answer")


class DamagedError(Exception):
    """The index cannot answer; a new one can."""


def ask(question: "Callable[[Search], Answer]", search: "Search") -> Answer:
    """The answer of an index. Raises QueryError and StoppedError as the question does, else DamagedError.

    A damaged file can hold anything. An error that has another reason is raised again by a new index.
    """
    try:
        return question(search)
    except (QueryError, StoppedError):
        raise
    except Exception as error:
        raise DamagedError from error
