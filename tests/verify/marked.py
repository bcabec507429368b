"""Reads drafts whose items are marked with what they are.

`=== NAME` begins a draft. `<<F|...>>` is a faithful number or date, `<<A KIND|...>>` an altered one, `<<QF|...>>` a
faithful quotation, `<<QA KIND|...>>` an altered one. Without its marks, a quotation is printed in quotation marks.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tui.text.span import Span

_MARK = re.compile(r"<<(Q?)([FA])(?: ([a-z]+))?\|(.+?)>>")


@dataclass(frozen=True)
class Item:
    """A marked item of a draft; `kind` is what was altered, empty if it is faithful."""

    span: Span
    words: str
    quotation: bool
    kind: str


@dataclass(frozen=True)
class Marked:
    """A draft without its marks, and its items."""

    name: str
    text: str
    items: tuple[Item, ...]


def read_marked(path: Path) -> list[Marked]:
    """The drafts of a file."""
    _, *drafts = re.split(r"^=== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_read(name, text) for name, text in zip(drafts[::2], drafts[1::2], strict=True)]


def _read(name: str, text: str) -> Marked:
    parts, items, position, length = [], [], 0, 0
    for match in _MARK.finditer(text):
        quotation, words = bool(match[1]), match[4]
        before = text[position : match.start()] + "“" * quotation
        start = length + len(before)
        parts += [before, words + "”" * quotation]
        length = start + len(parts[-1])
        position = match.end()
        items.append(Item(Span(start, start + len(words)), words, quotation, match[3] or ""))
    return Marked(name, "".join([*parts, text[position:]]), tuple(items))
