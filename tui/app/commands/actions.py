"""Everything a person can do in the app, once: bindings, footer, palette, help and the README follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.keys import format_key

LIST, TEXT, DETAILS = "list", "text", "details"
SEARCH, NARROW, COMPARE, TIMELINE = "search", "narrow", "compare", "timeline"
PROBLEMS, PLACES, HELP, COPY, JUMP = "problems", "places", "help", "copy", "jump"
"""The kinds of place where an action can be done: the panes, and what opens over them."""


@dataclass(frozen=True)
class Action:
    """One action: its name in the code, where it can be done, its keys, and how it is explained."""

    name: str
    where: tuple[str, ...]
    keys: tuple[str, ...]
    help: str
    hint: str = ""
    """The word for the footer; empty where the footer does not offer it."""
    shown: str = ""
    """How its keys are written, where their names do not say it best."""
    fixed: bool = False
    """Whether its keys never change."""

    @property
    def written(self) -> str:
        """Its keys as people write them."""
        return self.shown or " ".join(map(key_written, self.keys))


def key_written(key: str) -> str:
    """A key as people write it: Ctrl+P, ⇧↓, PgDn, ?"""
    *modifiers, last = key.split("+")
    named = _WRITTEN.get(last) or format_key(last)
    if modifiers and len(named) == 1:
        named = named.upper()
    return "".join("⇧" if modifier == "shift" else f"{modifier.capitalize()}+" for modifier in modifiers) + named


_WRITTEN = {
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}

_PANES = (LIST, TEXT, DETAILS)
_ROWS = (LIST, DETAILS)
_HALVES = (COMPARE, TIMELINE)
_EVERYWHERE = (*_PANES, *_HALVES, SEARCH, NARROW, PROBLEMS, PLACES, HELP, COPY, JUMP)

ACTIONS = (
    # Moving
    Action("cursor(1)", _ROWS, ("j", "down"), "Next row; its sentence shows at once", shown="j ↓", fixed=True),
    Action("cursor(-1)", _ROWS, ("k", "up"), "Previous row", shown="k ↑", fixed=True),
    Action("scroll_rows(1)", (TEXT,), ("j", "down"), "Scroll down a line", shown="j ↓", fixed=True),
    Action("scroll_rows(-1)", (TEXT,), ("k", "up"), "Scroll up a line", shown="k ↑", fixed=True),
    Action("page(1)", _PANES, ("pagedown", "space"), "A page down", shown="PgDn Space"),
    Action("page(-1)", _PANES, ("pageup", "b"), "A page up", shown="PgUp b"),
    Action("edge(-1)", _PANES, ("g", "home"), "To the first", shown="g Home"),
    Action("edge(1)", _PANES, ("G", "end"), "To the last", shown="G End"),
    Action("highlight(1)", (TEXT,), ("l", "right"), "Next highlight in the text", "highlight", shown="l →"),
    Action("highlight(-1)", (TEXT,), ("h", "left"), "Previous highlight in the text", shown="h ←"),
    Action("jump", (TEXT,), ("f",), "Letters on the highlights: type one to go there", "jump"),
    Action("jump", _ROWS, ("f",), "Letters on the highlights: type one to go there"),
    Action(
        "reader_rows(3)", (*_ROWS, *_HALVES), ("J", "shift+down"), "Scroll the text down", "scroll text", shown="J ⇧↓"
    ),
    Action("reader_rows(-3)", (*_ROWS, *_HALVES), ("K", "shift+up"), "Scroll the text up", shown="K ⇧↑"),
    Action("half_page(1)", (TEXT,), ("J", "shift+down"), "Half a page down", shown="J ⇧↓"),
    Action("half_page(-1)", (TEXT,), ("K", "shift+up"), "Half a page up", shown="K ⇧↑"),
    # Going
    Action("keep", (LIST,), ("enter",), "Keep what is shown, and read it", "read", fixed=True),
    Action("keep", (TEXT,), ("enter",), "Keep what is shown, and see its details", "details", fixed=True),
    Action("keep", (DETAILS,), ("enter",), "Go to the row's place in the text", "go there", fixed=True),
    Action("keep", _HALVES, ("enter",), "Go to the sentence in its article", "go there", fixed=True),
    Action(
        "occurrence(1)",
        (*_PANES, *_HALVES),
        ("n",),
        "Next place of what is current, across articles",
        "next place",
        fixed=True,
    ),
    Action("occurrence(-1)", (*_PANES, *_HALVES), ("N",), "Previous place", fixed=True),
    Action(
        "history(-1)", (*_PANES, *_HALVES), ("left_square_bracket", "alt+left"), "Back", shown="[ Alt+←", fixed=True
    ),
    Action(
        "history(1)", (*_PANES, *_HALVES), ("right_square_bracket", "alt+right"), "Forward", shown="] Alt+→", fixed=True
    ),
    Action(
        "leave",
        _EVERYWHERE,
        ("escape",),
        "One step out; never quits",
        fixed=True,
    ),
    Action("places", _PANES, ("apostrophe",), "The places where one was", shown="'"),
    Action("go", (PLACES,), ("enter",), "Go there again"),
    # Panes
    Action("focus_pane('articles')", _PANES, ("1",), "Articles", fixed=True),
    Action("focus_pane('entities')", _PANES, ("2",), "Entities", fixed=True),
    Action("focus_pane('figures')", _PANES, ("3",), "Figures", fixed=True),
    Action("focus_pane('text')", _PANES, ("4",), "The text", fixed=True),
    Action("focus_pane('details')", _PANES, ("5",), "Details", fixed=True),
    Action("to_text", (LIST,), ("l", "right"), "To the text, which lies beside", shown="l →"),
    Action("next_pane(1)", _PANES, ("tab",), "Next pane"),
    Action("next_pane(-1)", _PANES, ("shift+tab",), "Previous pane"),
    Action("zoom", _PANES, ("z",), "This pane alone, or all panes again"),
    Action("grow('width', 4)", _PANES, ("greater_than_sign",), "Make the pane wider", shown=">"),
    Action("grow('width', -4)", _PANES, ("less_than_sign",), "Make the pane narrower", shown="<"),
    Action("grow('height', 2)", _PANES, ("plus",), "Make the pane higher", shown="+"),
    Action("grow('height', -2)", _PANES, ("minus",), "Make the pane lower", shown="-"),
    Action("reset_sizes", _PANES, ("equals_sign",), "All panes as wide and high as at first", shown="="),
    # Finding
    Action("search", _PANES, ("slash",), "Search everything", "search", fixed=True),
    Action("search_here", _PANES, ("ctrl+f",), "Search this article", shown="Ctrl+F"),
    Action("narrow", (LIST, TIMELINE), ("backslash",), "Narrow the list", "narrow", fixed=True),
    Action("sort", (LIST,), ("s",), "Sort the list another way", "sort"),
    # Setting side by side
    Action("compare", _PANES, ("c",), "Compare with what others say", "compare", fixed=True),
    Action("timeline", _PANES, ("t",), "The timeline of events and dated figures", fixed=True),
    Action("group(1)", (COMPARE,), ("right_curly_bracket",), "Next group", "other groups", shown="}"),
    Action("group(-1)", (COMPARE,), ("left_curly_bracket",), "Previous group", shown="{"),
    Action("logarithmic", (COMPARE,), ("L",), "Logarithmic axis, or one from 0", "axis"),
    Action("figures", (TIMELINE,), ("number_sign",), "Figures in the timeline, or events alone", "figures", shown="#"),
    # Doing
    Action("copy_citation", (*_PANES, *_HALVES), ("y",), "Copy a citation", "cite", fixed=True),
    Action("copy_as", (*_PANES, *_HALVES), ("Y",), "Copy in another form, or show it to select"),
    Action("open_address", _PANES, ("o",), "Open the article's address in the browser", fixed=True),
    # Curating
    Action("edit", _PANES, ("e",), "Edit the record in $VISUAL or $EDITOR", fixed=True),
    Action("edit", (PROBLEMS,), ("enter", "e"), "Edit the catalog at the problem", shown="Enter"),
    Action("problems", _PANES, ("exclamation_mark",), "The catalog's problems", shown="!"),
    Action("highlights", (TEXT,), ("v",), "Highlights: quiet, with their kinds below, or none", "kinds"),
    Action("highlights", _ROWS, ("v",), "Highlights: quiet, with their kinds below, or none"),
    Action("uncaptured", _PANES, ("u",), "Mark numbers and names that the catalog leaves out; h and l step to them"),
    Action("draft", (TEXT,), ("d",), "Copy the words found, left out or selected as a draft for the catalog"),
    Action("insert_draft", (TEXT,), ("D",), "Write those words as a draft into the catalog, and edit it there"),
    # Help and out
    Action("palette", _PANES, ("ctrl+p", "colon"), "All commands and records", shown="Ctrl+P :", fixed=True),
    Action("help", (*_PANES, *_HALVES), ("question_mark", "f1"), "Explain the keys", shown="? F1", fixed=True),
    Action("help", (SEARCH, NARROW), ("f1",), "Explain the keys"),
    Action("quit", (*_PANES, *_HALVES, COPY), ("q",), "Quit", fixed=True),
    Action("suspend", _EVERYWHERE, ("ctrl+z",), "Back to the shell; its command fg comes back here"),
    # Search
    Action("choose(1)", (SEARCH,), ("down", "ctrl+n"), "Next result", "choose", shown="↓"),
    Action("choose(-1)", (SEARCH,), ("up",), "Previous result; on an empty field, earlier queries", shown="↑"),
    Action("choose_page(1)", (SEARCH,), ("pagedown",), "A page of results down", shown="PgDn"),
    Action("choose_page(-1)", (SEARCH,), ("pageup",), "A page of results up", shown="PgUp"),
    Action("next_kind", (SEARCH,), ("tab",), "First result of the next kind", "next kind"),
    Action("preview_rows(3)", (SEARCH,), ("shift+down",), "Scroll the preview down", "scroll preview", shown="⇧↓"),
    Action("preview_rows(-3)", (SEARCH,), ("shift+up",), "Scroll the preview up", shown="⇧↑"),
    Action("go", (SEARCH,), ("enter",), "Go to the result", "open"),
    # Choosing what to copy
    Action("send('plain')", (COPY,), ("p",), "Plain"),
    Action("send('markdown')", (COPY,), ("m",), "Markdown"),
    Action("send('bibtex')", (COPY,), ("b",), "BibTeX"),
    Action("send('csl')", (COPY,), ("c",), "CSL-JSON"),
    Action("send('quote')", (COPY,), ("w",), "Words alone"),
    Action("send('link')", (COPY,), ("l",), "Link to them"),
    Action("send('id')", (COPY,), ("i",), "Id"),
    Action("cursor(1)", (COPY,), ("j", "down"), "Next form", shown="j ↓", fixed=True),
    Action("cursor(-1)", (COPY,), ("k", "up"), "Previous form", shown="k ↑", fixed=True),
    Action("take", (COPY,), ("enter",), "Send the form under the cursor", fixed=True),
    Action("show", (COPY,), ("s",), "Show it, to select with the mouse"),
    # The field that narrows a list
    Action("move(1)", (NARROW,), ("down",), "Next row of the list", "choose", shown="↓"),
    Action("move(-1)", (NARROW,), ("up",), "Previous row of the list", shown="↑"),
    Action("done", (NARROW,), ("enter",), "Keep the filter", "keep filter"),
)


_own: dict[str, tuple[str, ...]] = {}


def remap(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Gives actions, by their names, keys of a person's own choosing; all others have the table's again."""
    _own.clear()
    _own.update(keys)


def actions_in(where: str) -> list[Action]:
    """The actions of a kind of pane with the keys that they have now, in the table's order."""
    here = [action for action in ACTIONS if where in action.where]
    return [replace(each, keys=_own[each.name], shown="") if each.name in _own else each for each in here]


def keys_of(*verbs: str) -> frozenset[str]:
    """The keys in the table of all actions that do one of these, whichever way and wherever."""
    return frozenset(key for action in ACTIONS if action.name.partition("(")[0] in verbs for key in action.keys)


def key_of(name: str, where: str) -> str:
    """The first key of an action, as people write it."""
    return next(action.written.split()[0] for action in actions_in(where) if action.name == name)


def resolve_key(where: str, key: str) -> str | None:
    """The key of the table that a pressed one stands for: mostly itself; None where it was given up."""
    given_up = False
    for action in ACTIONS:
        if where in action.where:
            if key in _own.get(action.name, action.keys):
                return action.keys[0] if action.name in _own else key
            given_up = given_up or key in action.keys
    return None if given_up else key


def bindings(where: str, *, skip: tuple[str, ...] = ()) -> list[Binding]:
    """Textual's bindings for the actions of a kind of pane, but for those that `skip` has bound already.

    Of the table's keys: the app hands on each key as the one that is `meant`.
    """
    taken = {action.name for action in ACTIONS if set(skip) & set(action.where)}
    return [
        Binding(",".join(action.keys), action.name, action.help, show=False)
        for action in ACTIONS
        if where in action.where and action.name not in taken
    ]
