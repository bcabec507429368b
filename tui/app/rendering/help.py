"""The page of help: keys in groups, the query language, and the signs, in as many columns as fit."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice, zip_longest

from rich.cells import cell_len, set_cell_size

from tui.app.commands.action import (
    COMPARE,
    COPY,
    DETAILS,
    DRAFT,
    FIELD,
    FILTER,
    FIND,
    LIST,
    REVIEW,
    SEARCH,
    TEXT,
    TIMELINE,
    Action,
)
from tui.app.commands.actions import ActionKeys
from tui.app.rendering.rows import Row
from tui.view.styled_text import Line, StyledText
from tui.view.wrap import beside, cells

COLUMN = 54
"""Cells of a column at most."""

NARROWEST = 34
"""Cells of a column at least; a narrower page has one."""

_KEYS = 13
"""Cells for the keys of an action at most; a narrow column has fewer."""

PLACES = {
    LIST: "Lists",
    TEXT: "Text",
    DETAILS: "Details",
    SEARCH: "Search",
    FILTER: "Filter of a list",
    FIND: "Find",
    COMPARE: "Compare",
    TIMELINE: "Timeline",
    COPY: "Copy",
    REVIEW: "Review of drafts",
    FIELD: "Field of a draft",
    DRAFT: "Your draft",
}

_QUERIES = (
    ("words", "any order, typos allowed"),
    ('"words"', "exactly these words"),
    ("-word", "without this word"),
    ("44m >3Mt", "a number; also ~3.8Mt"),
    ("kind:", "figure, claim, event"),
    ("by:", "who; names are completed"),
    ("article:", "or entity: measure: subject: material: year:"),
)

_SIGNS = (
    ("≤ ≥ ≈", "at most, at least, about"),
    ("≠", "a source contradicts it"),
    ("✓ ✗ ?", "marked as checked, wrong, open"),
    ("—", "no source or no date"),
    ("[ ]", "inferred, not printed"),
    ("●", "current place, past event"),
    ("○ •", "its other places"),
    ("▌ ›", "current sentence, row"),
    ("underline", "a name, coloured by kind"),
    ("bold", "a number"),
    ("~3.8Mt", "within its rounding"),
    ("l.29", "line 29 of the file"),
)

_DRAFT_SIGNS = (
    ("✓ ≈ ≠", "backed, rounded, disputed"),
    ("? ✗ ! –", "possible, differs, not found, waived"),
)

_SETTINGS = (
    ("Ctrl+P", "choose a theme"),
    ("keys", "~/.config/lode/config.yaml"),
)

_Block = list[Line]


def help_rows(keys: ActionKeys, where: str, width: int, asked: str = "") -> list[Row]:
    """The rows of help on a place; with `asked`, the actions of all places that have these words or keys."""
    count = max(min(width // (NARROWEST + 2), 3), 1)
    column = min(width // count - 2, COLUMN)
    if asked:
        blocks = [_block(PLACES[place], _matching(keys, place, asked), column) for place in PLACES]
        blocks = [block for block in blocks if len(block) > 1] or [[[StyledText(f"No matches for “{asked}”.")]]]
    else:
        actions = keys.available(where)
        groups = groupby(
            sorted(actions, key=lambda action: [each.group for each in actions].index(action.group)),
            key=lambda action: action.group,
        )
        blocks = [_block(group, _entries(list(members)), column) for group, members in groups]
        signs = _DRAFT_SIGNS if where == DRAFT else _SIGNS
        others = (("Search and filters", _QUERIES), ("Signs", signs), ("Settings", _SETTINGS))
        blocks += [_block(heading, entries, column) for heading, entries in others]
    return _in_columns(blocks, count, column)


def _entries(actions: Iterable[Action]) -> Iterator[tuple[str, str]]:
    """Keys and what they do; actions that belong together are one entry, each with its first key."""
    for verb, members in groupby(actions, key=lambda action: action.verb):
        run = iter([*members])
        for action in run:
            if action.both:
                together = [action, *islice(run, 4 if verb == "focus_pane" else 1)]
                yield " ".join(each.keys_shown.split()[0] for each in together), action.both
            else:
                yield " ".join(action.keys_shown.split()[:2]), action.help


def _matching(keys: ActionKeys, place: str, asked: str) -> Iterator[tuple[str, str]]:
    for action in keys.available(place):
        words = f"{action.help} {action.hint} {action.id}".casefold()
        if all(word in words for word in asked.casefold().split()) or asked in action.keys_shown.split():
            yield action.keys_shown, action.help


def _block(heading: str, entries: Iterable[tuple[str, str]], width: int) -> _Block:
    lines: _Block = [[StyledText(heading, "heading")]]
    listed = [*entries]
    indent = min(max((cell_len(keys) for keys, _ in listed), default=0), _KEYS, width // 3 + 1)
    for keys, words in listed:
        label = StyledText(f" {set_cell_size(keys, max(indent, cell_len(keys)))}  ", "accent")
        lines += beside([label, StyledText(words)], width)
    return lines


def _in_columns(blocks: list[_Block], count: int, width: int) -> list[Row]:
    """Blocks in columns of about one height; no block is divided."""
    height = max(-(-sum(len(block) + 1 for block in blocks) // count), max(map(len, blocks)))
    while True:
        columns: list[_Block] = [[]]
        for block in blocks:
            if columns[-1] and len(columns[-1]) + 1 + len(block) > height:
                columns.append([])
            columns[-1] += [*([[]] if columns[-1] else []), *block]
        if len(columns) <= count:
            break
        height += 1
    rows = []
    for lines in zip_longest(*columns, fillvalue=[]):
        row: Line = []
        for line in lines:
            row += [*line, StyledText(" " * max(width + 2 - cells(line), 0))]
        rows.append(Row(None, row, []))
    return rows
