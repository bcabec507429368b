"""Methods whose results are kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

_M = TypeVar("_M", bound=Callable[..., Any])


def cached_method(method: _M) -> _M:
    """A method whose results are kept with its object, by its arguments, which are positional.

    `functools.cache` would keep the object itself as long as the program runs.
    """
    name = f"_cached_{method.__name__}"

    @wraps(method)
    def cached(self: Any, *arguments: Any) -> Any:
        results = vars(self).setdefault(name, {})
        if arguments not in results:
            results[arguments] = method(self, *arguments)
        return results[arguments]

    return cast(_M, cached)
