"""Writes YAML that cannot be misread: all texts in double quotes, with JSON's escapes, which YAML shares."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from yaml.reader import Reader

from tui.text.safe import visible


@dataclass(frozen=True)
class Noted:
    """A text, or None for a gap, with a comment for the person who fills it in."""

    text: str | None
    note: str


Value = str | bool | None | Noted | Mapping[str, "Value"] | Sequence["Value"]
_SCALAR = str | bool | None | Noted

_REFUSED = Reader.NON_PRINTABLE
_SURROGATE = re.compile("[\ud800-\udfff]")


def scalar(text: str) -> str:
    """A text as a double-quoted scalar on one line; a lone surrogate, which YAML cannot hold, becomes �."""
    quoted = json.dumps(_SURROGATE.sub("�", text), ensure_ascii=False)
    # JSON escapes characters above U+FFFF as two surrogates, which YAML refuses.
    return "".join(
        f"\\U{ord(each):08x}" if _REFUSED.match(each) or each != seen else each
        for each, seen in zip(quoted, visible(quoted), strict=True)
    )


def lines(value: Value, indent: int = 0, under: int = 2) -> Iterator[str]:
    """A mapping or a list in block style, with plain keys, quoted texts, and None as a gap to fill.

    A list is indented by `under` columns from its key.
    """
    space = " " * indent
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(each, _SCALAR):
                yield f"{space}{key}: {_plain(each)}".rstrip(" ")
            elif each:
                yield f"{space}{key}:"
                yield from lines(each, indent + (2 if isinstance(each, Mapping) else under), under)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            if isinstance(each, _SCALAR):
                yield f"{space}- {_plain(each)}".rstrip(" ")
            else:
                first, *rest = lines(each, indent + 2, under)
                yield f"{space}- {first.lstrip()}"
                yield from rest


def _plain(value: _SCALAR) -> str:
    match value:
        case Noted(text, note):
            return f"{_plain(text)}  # {visible(note)}" if text is not None else f"# {visible(note)}"
        case None:
            return ""
        case bool():
            return str(value).lower()
    return scalar(value)
