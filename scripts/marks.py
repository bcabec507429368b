"""The parts of a page that are made, between marks: `<!-- name -->` before and `<!-- /name -->` after."""

import re
from collections.abc import Callable


def between_marks(page: str, made: Callable[[str], str]) -> str:
    """The page with each part made anew from its name. Raises ValueError where it would be passed over."""

    def part(match: re.Match[str]) -> str:
        return f"<!-- {match[1]} -->\n{made(match[1])}\n<!-- /{match[1]} -->"

    text, parts = re.subn(r"<!-- (\w+) -->\n.*?<!-- /\1 -->", part, page, flags=re.DOTALL)
    # A part that is passed over would never again be what the program says.
    if parts != max(len(re.findall(r"<!-- \w+ -->", page)), 1):
        raise ValueError("the page has no marks, or one without its other")
    return text
