"""Writing YAML that cannot be misread: every text in double quotes, with JSON's escapes, which are YAML's too."""

import json
from collections.abc import Iterator, Mapping, Sequence

from tui.text.safe import escaped

Value = str | bool | Mapping[str, "Value"] | Sequence["Value"]


def scalar(text: str) -> str:
    """A text as a double-quoted scalar on one line."""
    return escaped(json.dumps(text, ensure_ascii=False))


def lines(value: Value, indent: int = 0) -> Iterator[str]:
    """A mapping or a list in block style, its keys plain and its texts quoted."""
    space = " " * indent
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(each, str | bool):
                yield f"{space}{key}: {_plain(each)}"
            elif each:
                yield f"{space}{key}:"
                yield from lines(each, indent + 2)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            if isinstance(each, str | bool):
                yield f"{space}- {_plain(each)}"
            else:
                first, *rest = lines(each, indent + 2)
                yield f"{space}- {first.lstrip()}"
                yield from rest


def _plain(value: str | bool) -> str:
    return scalar(value) if isinstance(value, str) else str(value).lower()
