"""Regular expressions that are compiled when they are first used.

Reading one number needs about half of those that read numbers; to compile all takes longer than to search.
"""

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled when it is first used; until then, a mistake in it raises no error."""
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


def in_any_case(pattern: str) -> re.Pattern[str]:
    """The same, for words in capitals as well as in small letters."""
    return lazy_pattern(pattern, re.IGNORECASE)


class _LazyPattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        # Python asks here only for what is not set: each method once.
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
