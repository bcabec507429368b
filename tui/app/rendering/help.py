"""The page of help: keys in groups, the query language, and the signs, set so that they fit one screen."""

from collections.abc import Container, Iterable, Iterator
from itertools import groupby, islice, zip_longest

from rich.cells import cell_len, set_cell_size

from tui.app.commands.action_keys import ActionKeys
from tui.app.commands.actions import DRAFT, PLACE_NAMES, Action
from tui.app.rendering.rows import Row
from tui.view.styled_text import Line, StyledText
from tui.view.wrap import beside, cells

COLUMN = 54
"""Cells of a column at most."""

NARROWEST = 34
"""Cells of a column at least; a narrower page has one."""

_KEYS = 13
"""Cells for the keys of an action at most; a narrow column has fewer."""

_QUERIES = (
    ("words", "any order, typos allowed"),
    ('"words"', "exact words"),
    ("-word", "without this word"),
    ("44m >3Mt", "a number, more"),
    ("~3.8Mt", "within rounding"),
    ("kind:", "figure, claim, event"),
    ("by:", "who says it"),
    ("article:", "by name; or entity: measure: subject: material: year:"),
)

_SIGNS = (
    ("≤ ≥ ≈", "at most, at least, about"),
    ("≠", "contradicted"),
    ("—", "no source or date"),
    ("✓ ✗ ?", "checked, wrong, open"),
    ("[ ]", "inferred, not printed"),
    ("bold", "a number"),
    ("●", "current place, past event"),
    ("○ •", "its other places"),
    ("l.29", "line in file"),
    ("▌ ›", "current sentence, row"),
    ("underline", "a name, coloured by kind"),
)

_DRAFT_SIGNS = (
    ("✓ ≈ ≠", "backed, rounded, disputed"),
    ("? ✗ ! –", "possible, differs, not found, waived"),
)

_Entry = tuple[str, str]
_Group = tuple[str, list[_Entry]]
_Block = list[Line]


def help_rows(
    keys: ActionKeys, where: str, size: tuple[int, int], settings: str, without: Container[str] = ()
) -> list[Row]:
    """The rows of help on a place, for a page of some cells and rows.

    `settings` says where keys are set. `without` has the ids of actions to leave out. Columns are used where the page
    is high enough for them, else lines with several keys each, with fewer words if need be.
    """
    width, height = size
    actions = [action for action in keys.available(where) if action.id not in without]
    signs = [*(_DRAFT_SIGNS if where == DRAFT else _SIGNS)]
    others: list[_Group] = [
        ("Search and filters", [*_QUERIES]),
        ("Signs", signs),
        ("Settings", [("Ctrl+P", "choose a theme"), ("keys", settings)]),
    ]
    rows = _in_columns([*_groups(actions, brief=False), *others], width)
    for brief in (False, True):
        if len(rows) > height:
            rows = _in_lines([*_groups(actions, brief), *others], width)
    return rows


def matching_rows(keys: ActionKeys, asked: str, width: int) -> list[Row]:
    """The rows of help on the actions of all places that have some words or a key."""
    groups = [(label, [*_matching(keys, place, asked)]) for place, label in PLACE_NAMES.items()]
    found = [group for group in groups if group[1]]
    return _in_columns(found or [(f"No matches for “{asked}”.", [])], width)


def _groups(actions: list[Action], brief: bool) -> list[_Group]:
    order = {action.group: number for number, action in reversed([*enumerate(actions)])}
    groups = groupby(sorted(actions, key=lambda action: order[action.group]), key=lambda action: action.group)
    return [(name, [*_entries([*members], brief)]) for name, members in groups]


def _entries(actions: Iterable[Action], brief: bool) -> Iterator[_Entry]:
    """Keys and what they do; actions that belong together are one entry, each with its first key."""
    for verb, members in groupby(actions, key=lambda action: action.verb):
        run = iter([*members])
        for action in run:
            words = action.both or action.help
            if brief:
                words = action.brief or action.hint or words[:1].lower() + words[1:]
            if action.both:
                together = [action, *islice(run, 4 if verb == "focus_pane" else 1)]
                yield " ".join(each.keys_shown.split()[0] for each in together), words
            else:
                yield " ".join(action.keys_shown.split()[: 1 if brief else 2]), words


def _matching(keys: ActionKeys, place: str, asked: str) -> Iterator[_Entry]:
    for action in keys.available(place):
        words = f"{action.help} {action.hint} {action.id}".casefold()
        if all(word in words for word in asked.casefold().split()) or asked in action.keys_shown.split():
            yield action.keys_shown, action.help


def _in_lines(groups: list[_Group], width: int) -> list[Row]:
    """Each group as lines with several entries, beside its heading."""
    lines: _Block = []
    for heading, entries in groups:
        line: Line = [StyledText(heading, "heading")]
        for keys, words in entries:
            for part in beside([StyledText(f"  {keys} ", "accent"), StyledText(words)], width):
                if cells(line) + cells(part) > width:
                    lines.append(line)
                    line = []
                line += part
        lines.append(line)
    return [Row(None, line, []) for line in lines]


def _block(heading: str, entries: list[_Entry], width: int) -> _Block:
    lines: _Block = [[StyledText(heading, "heading")]]
    indent = min(max((cell_len(keys) for keys, _ in entries), default=0), _KEYS, width // 3 + 1)
    for keys, words in entries:
        label = StyledText(f" {set_cell_size(keys, max(indent, cell_len(keys)))}  ", "accent")
        lines += beside([label, StyledText(words)], width)
    return lines


def _in_columns(groups: list[_Group], page: int) -> list[Row]:
    """Groups in columns of about one height; no group is divided."""
    count = max(min(page // (NARROWEST + 2), 3), 1)
    width = min(page // count - 2, COLUMN)
    blocks = [_block(heading, entries, width) for heading, entries in groups]
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
