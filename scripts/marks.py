"""Parts of a page that are generated, between the marks `<!-- name -->` and `<!-- /name -->`."""

import re
from collections.abc import Callable


def between_marks(page: str, generate: Callable[[str], str]) -> str:
    """The page with each part generated again from its name. Raises ValueError if a mark is missing."""

    def part(match: re.Match[str]) -> str:
        return f"<!-- {match[1]} -->\n{generate(match[1])}\n<!-- /{match[1]} -->"

    text, parts = re.subn(r"<!-- (\w+) -->\n.*?<!-- /\1 -->", part, page, flags=re.DOTALL)
    # Otherwise the part would silently never be updated again.
    if parts != max(len(re.findall(r"<!-- \w+ -->", page)), 1):
        raise ValueError("the page has no marks, or one without its other")
    return text
