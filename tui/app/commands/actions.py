"""Every action of the app, defined once: bindings, footer, palette, help, README and config.md follow from it."""

from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property
from typing import Any, Protocol, cast

from textual.actions import parse
from textual.app import App
from textual.binding import Binding

from tui.app.commands.key_names import display_key

LIST, TEXT, DETAILS = "list", "text", "details"
SEARCH, FILTER, COMPARE, TIMELINE = "search", "narrow", "compare", "timeline"
PROBLEMS, PLACES, HELP, COPY, JUMP, FIND = "problems", "places", "help", "copy", "jump", "find"
REVIEW, FIELD = "review", "field"
"""Where an action is available: a pane of the main screen, a field, or another screen."""


@dataclass(frozen=True)
class Action:
    """An action, and the keys that are bound to it."""

    id: str
    """Its name in the user's configuration, and the id of its binding."""
    action: str
    """Textual's action string. Without a namespace, the widget that has the focus carries it out."""
    where: tuple[str, ...]
    """Where it is available."""
    keys: str
    """Textual's names of its keys, separated by commas."""
    help: str
    """What it does, for help and the palette."""
    _: KW_ONLY
    hint: str = ""
    """The word for it in the footer; empty if the footer does not show it."""
    shown: str = ""
    """How its keys are shown, if not all of them are."""
    fixed: bool = False
    """Whether the user cannot change its keys."""

    @property
    def key_list(self) -> list[str]:
        """Textual's names of its keys."""
        return self.keys.split(",")

    @property
    def keys_shown(self) -> str:
        """Its keys as they are shown to the user, separated by spaces."""
        return self.shown or " ".join(map(display_key, self.key_list))

    @cached_property
    def verb(self) -> str:
        """The name of its method, without `action_`."""
        return parse(self.action)[1]

    @cached_property
    def arguments(self) -> tuple[Any, ...]:
        """The arguments of its method."""
        return parse(self.action)[2]

    @property
    def binding(self) -> Binding:
        """Textual's binding for it."""
        return Binding(self.keys, self.action, self.help, show=False, id=self.id)


_PANES = (LIST, TEXT, DETAILS)
_ROWS = (LIST, DETAILS)
_SPLIT = (COMPARE, TIMELINE)
_EVERYWHERE = (*_PANES, *_SPLIT, SEARCH, FILTER, FIND, PROBLEMS, PLACES, HELP, COPY, JUMP, REVIEW, FIELD)

ACTIONS = (
    # Moving
    Action("next-row", "cursor(1)", _ROWS, "j,down", "Next row; its sentence shows at once", fixed=True),
    Action("previous-row", "cursor(-1)", _ROWS, "k,up", "Previous row", fixed=True),
    Action("scroll-down", "scroll_rows(1)", (TEXT,), "j,down", "Scroll down a line", fixed=True),
    Action("scroll-up", "scroll_rows(-1)", (TEXT,), "k,up", "Scroll up a line", fixed=True),
    Action("page-down", "page(1)", _PANES, "pagedown,space", "A page down"),
    Action("page-up", "page(-1)", _PANES, "pageup,b", "A page up"),
    Action("first", "edge(-1)", _PANES, "g,home", "To the first"),
    Action("last", "edge(1)", _PANES, "G,end", "To the last"),
    Action("next-highlight", "highlight(1)", (TEXT,), "l,right", "Next highlight in the text", hint="highlight"),
    Action("previous-highlight", "highlight(-1)", (TEXT,), "h,left", "Previous highlight in the text"),
    Action("jump", "screen.jump", (TEXT,), "f", "Letters on the highlights: type one to go there", hint="jump"),
    Action("jump", "screen.jump", _ROWS, "f", "Letters on the highlights: type one to go there"),
    Action(
        "scroll-text-down",
        "screen.reader_rows(3)",
        (*_ROWS, *_SPLIT, REVIEW),
        "J,shift+down",
        "Scroll the text down",
        hint="scroll text",
    ),
    Action("scroll-text-up", "screen.reader_rows(-3)", (*_ROWS, *_SPLIT, REVIEW), "K,shift+up", "Scroll the text up"),
    Action("half-page-down", "half_page(1)", (TEXT,), "J,shift+down,ctrl+d", "Half a page down"),
    Action("half-page-up", "half_page(-1)", (TEXT,), "K,shift+up,ctrl+u", "Half a page up"),
    Action("half-list-down", "half_page(1)", _ROWS, "ctrl+d", "Half a page down"),
    Action("half-list-up", "half_page(-1)", _ROWS, "ctrl+u", "Half a page up"),
    # Places
    Action("keep", "screen.keep", (LIST,), "enter", "Keep what is shown, and read it", hint="read", fixed=True),
    Action(
        "keep", "screen.keep", (TEXT,), "enter", "Keep what is shown, and see its details", hint="details", fixed=True
    ),
    Action(
        "keep", "screen.keep", (DETAILS,), "enter", "Go to the row's place in the text", hint="go there", fixed=True
    ),
    Action("keep", "screen.keep", _SPLIT, "enter", "Go to the sentence in its article", hint="go there", fixed=True),
    Action(
        "next-occurrence",
        "screen.occurrence(1)",
        (*_PANES, *_SPLIT),
        "n",
        "Next place of what is current, across articles",
        hint="next place",
        fixed=True,
    ),
    Action("previous-occurrence", "screen.occurrence(-1)", (*_PANES, *_SPLIT), "N", "Previous place", fixed=True),
    Action("back", "screen.history(-1)", (*_PANES, *_SPLIT), "left_square_bracket,alt+left", "Back", fixed=True),
    Action("forward", "screen.history(1)", (*_PANES, *_SPLIT), "right_square_bracket,alt+right", "Forward", fixed=True),
    Action("leave", "screen.leave", _EVERYWHERE, "escape", "One step out; never quits", fixed=True),
    Action("places", "screen.places", _PANES, "apostrophe", "The places where one was"),
    Action("open-result", "screen.go", (PLACES,), "enter", "Go there again"),
    # Panes
    Action("focus-pane-articles", "screen.focus_pane('articles')", _PANES, "1", "Articles", fixed=True),
    Action("focus-pane-entities", "screen.focus_pane('entities')", _PANES, "2", "Entities", fixed=True),
    Action("focus-pane-figures", "screen.focus_pane('figures')", _PANES, "3", "Figures", fixed=True),
    Action("focus-pane-text", "screen.focus_pane('text')", _PANES, "4", "The text", fixed=True),
    Action("focus-pane-details", "screen.focus_pane('details')", _PANES, "5", "Details", fixed=True),
    Action("to-text", "screen.focus_pane('text')", (LIST,), "l,right", "To the text, which lies beside"),
    Action("next-pane", "screen.next_pane(1)", _PANES, "tab", "Next pane"),
    Action("previous-pane", "screen.next_pane(-1)", _PANES, "shift+tab", "Previous pane"),
    Action("zoom", "screen.zoom", _PANES, "z", "This pane alone, or all panes again"),
    Action("wider", "screen.grow('width', 4)", _PANES, "greater_than_sign", "Make the pane wider"),
    Action("narrower", "screen.grow('width', -4)", _PANES, "less_than_sign", "Make the pane narrower"),
    Action("higher", "screen.grow('height', 2)", _PANES, "plus", "Make the pane higher"),
    Action("lower", "screen.grow('height', -2)", _PANES, "minus", "Make the pane lower"),
    Action("reset-sizes", "screen.reset_sizes", _PANES, "equals_sign", "All panes as wide and high as at first"),
    # Finding
    Action("search", "screen.search", _PANES, "slash", "Search everything", hint="search", fixed=True),
    Action("search-here", "screen.find", _PANES, "ctrl+f", "Find in this article", hint="find"),
    Action("find-next", "screen.step(1)", (FIND,), "down,ctrl+n", "Next match", hint="next match", shown="↓"),
    Action("find-previous", "screen.step(-1)", (FIND,), "up", "Previous match", hint="previous"),
    Action("find-keep", "screen.keep", (FIND,), "enter", "Stay at this match", hint="stay here"),
    Action("narrow", "screen.narrow", (LIST, TIMELINE), "backslash", "Narrow the list", hint="narrow", fixed=True),
    Action("sort", "screen.sort", (LIST,), "s", "Sort the list another way", hint="sort"),
    # Side by side
    Action("compare", "screen.compare", _PANES, "c", "Compare with what others say", hint="compare", fixed=True),
    Action("timeline", "screen.timeline", _PANES, "t", "The timeline of events and dated figures", fixed=True),
    Action("next-tab", "screen.next_tab(1)", (LIST,), "right_curly_bracket", "Figures, claims or events", hint="tab"),
    Action("previous-tab", "screen.next_tab(-1)", (LIST,), "left_curly_bracket", "The same, the other way round"),
    Action("next-group", "screen.group(1)", (COMPARE,), "right_curly_bracket", "Next group", hint="other groups"),
    Action("previous-group", "screen.group(-1)", (COMPARE,), "left_curly_bracket", "Previous group"),
    Action("logarithmic", "screen.logarithmic", (COMPARE,), "L", "Logarithmic axis, or one from 0", hint="axis"),
    Action(
        "timeline-figures",
        "screen.figures",
        (TIMELINE,),
        "number_sign",
        "Figures in the timeline, or events alone",
        hint="figures",
    ),
    # Copying and opening
    Action(
        "copy-citation", "screen.copy_citation", (*_PANES, *_SPLIT), "y", "Copy a citation", hint="cite", fixed=True
    ),
    Action("copy-as", "screen.copy_as", (*_PANES, *_SPLIT), "Y", "Copy in another form, or show it to select"),
    Action("copy-text", "screen.copy_text", (*_PANES, *_SPLIT), "ctrl+c", "Copy the selected words", fixed=True),
    Action("open-address", "screen.open_address", _PANES, "o", "Open the article's address in the browser", fixed=True),
    # Curating
    Action("edit", "screen.edit", _PANES, "e", "Edit the record in $VISUAL or $EDITOR", fixed=True),
    Action("edit", "screen.edit", (PROBLEMS,), "enter,e", "Edit the catalog at the problem", shown="Enter"),
    Action(
        "edit",
        "screen.edit",
        (REVIEW,),
        "e",
        "Write it as a draft, and complete it in $VISUAL or $EDITOR",
        fixed=True,
    ),
    Action("problems", "screen.problems", _PANES, "exclamation_mark", "The catalog's problems"),
    Action(
        "highlights",
        "screen.highlights",
        (TEXT,),
        "v",
        "Highlights: quiet, with their kinds below, or none",
        hint="kinds",
    ),
    Action("highlights", "screen.highlights", _ROWS, "v", "Highlights: quiet, with their kinds below, or none"),
    Action(
        "uncaptured",
        "screen.uncaptured",
        _PANES,
        "u",
        "Mark numbers and names that the catalog leaves out; h and l step to them",
    ),
    Action(
        "draft", "screen.draft", (TEXT,), "d", "Copy the words found, left out or selected as a draft for the catalog"
    ),
    Action(
        "insert-draft",
        "screen.insert_draft",
        (TEXT,),
        "D",
        "Make a record of those words: the form of a draft",
    ),
    Action(
        "review", "screen.review(False)", _PANES, "r", "Review the drafts of this article, one by one", hint="review"
    ),
    Action("review-all", "screen.review(True)", _PANES, "R", "Review the drafts of all articles"),
    Action("mark", "screen.step_status", _PANES, "m", "Mark the figure or claim as checked, wrong, open, or neither"),
    # Help and leaving
    Action("palette", "app.command_palette", _PANES, "ctrl+p,colon", "All commands and records", fixed=True),
    Action("help", "screen.help", (*_PANES, *_SPLIT, REVIEW), "question_mark,f1", "Explain the keys", fixed=True),
    Action("help", "screen.help", (SEARCH, FILTER, FIELD), "f1", "Explain the keys"),
    Action("quit", "app.quit", _PANES, "q", "Quit", fixed=True),
    Action("close", "screen.close", _SPLIT, "q", "Close", fixed=True),
    Action("close", "screen.leave", (HELP, PROBLEMS, PLACES, COPY, REVIEW), "q", "Close", fixed=True),
    Action("suspend", "app.suspend", _EVERYWHERE, "ctrl+z", "Back to the shell; its command fg comes back here"),
    # Search
    Action("next-result", "screen.choose(1)", (SEARCH,), "down,ctrl+n", "Next result", hint="choose", shown="↓"),
    Action(
        "previous-result", "screen.choose(-1)", (SEARCH,), "up", "Previous result; on an empty field, earlier queries"
    ),
    Action("results-down", "screen.choose_page(1)", (SEARCH,), "pagedown", "A page of results down"),
    Action("results-up", "screen.choose_page(-1)", (SEARCH,), "pageup", "A page of results up"),
    Action("next-kind", "screen.next_kind", (SEARCH,), "tab", "First result of the next kind", hint="next kind"),
    Action(
        "preview-down",
        "screen.preview_rows(3)",
        (SEARCH,),
        "shift+down",
        "Scroll the preview down",
        hint="scroll preview",
    ),
    Action("preview-up", "screen.preview_rows(-3)", (SEARCH,), "shift+up", "Scroll the preview up"),
    Action("open-result", "screen.go", (SEARCH,), "enter", "Go to the result", hint="open"),
    # The copy menu
    Action("copy-plain", "screen.send('plain')", (COPY,), "p", "Plain"),
    Action("copy-markdown", "screen.send('markdown')", (COPY,), "m", "Markdown"),
    Action("copy-bibtex", "screen.send('bibtex')", (COPY,), "b", "BibTeX"),
    Action("copy-csl", "screen.send('csl')", (COPY,), "c", "CSL-JSON"),
    Action("copy-words", "screen.send('quote')", (COPY,), "w", "Words alone"),
    Action("copy-link", "screen.send('link')", (COPY,), "l", "Link to them"),
    Action("copy-id", "screen.send('id')", (COPY,), "i", "Id"),
    Action("next-form", "screen.cursor(1)", (COPY,), "j,down", "Next form", fixed=True),
    Action("previous-form", "screen.cursor(-1)", (COPY,), "k,up", "Previous form", fixed=True),
    Action("copy-form", "screen.take", (COPY,), "enter", "Send the form under the cursor", fixed=True),
    Action("copy-show", "screen.show", (COPY,), "s", "Show it, to select with the mouse"),
    # Reviewing drafts
    Action(
        "accept-draft",
        "screen.accept",
        (REVIEW,),
        "enter",
        "Write the record into the catalog, or fill in what it still needs",
        hint="accept",
        fixed=True,
    ),
    Action("skip-draft", "screen.skip", (REVIEW,), "j,down,space", "Skip the draft", hint="skip"),
    Action("previous-draft", "screen.previous", (REVIEW,), "k,up", "The draft before", hint="before"),
    Action(
        "ignore-draft",
        "screen.ignore(False)",
        (REVIEW,),
        "x",
        "It is no record: ignore it, for a reason",
        hint="ignore",
    ),
    Action(
        "ignore-alike", "screen.ignore(True)", (REVIEW,), "X", "Ignore all drafts of the same words", hint="ignore all"
    ),
    Action("undo", "screen.undo", (REVIEW,), "u", "Undo the last record, or the last reason", hint="undo"),
    Action("next-draft-kind", "screen.next_kind", (REVIEW,), "tab", "First draft of the next kind", hint="next kind"),
    Action("field-measure", "screen.field('measure')", (REVIEW,), "m", "Fill in the measure"),
    Action("field-subject", "screen.field('subject')", (REVIEW,), "s", "Fill in the subject"),
    Action("field-material", "screen.field('material')", (REVIEW,), "l", "Fill in the material"),
    Action("field-scope", "screen.field('scope')", (REVIEW,), "o", "Fill in the scope"),
    Action("field-claimant", "screen.field('claimant')", (REVIEW,), "c", "Fill in the claimant"),
    Action("field-words", "screen.field('said what')", (REVIEW,), "w", "Words that attribute a figure; what happens"),
    Action("field-period", "screen.field('period date')", (REVIEW,), "p", "Fill in the period or date"),
    Action("field-nature", "screen.field('nature name')", (REVIEW,), "n", "Fill in the nature of a figure, or a name"),
    Action("field-type", "screen.field('kind')", (REVIEW,), "t", "Fill in the type of an entity"),
    Action("field-aliases", "screen.field('aliases')", (REVIEW,), "a", "Fill in the aliases of an entity"),
    Action("field-entities", "screen.field('entities')", (REVIEW,), "i", "Who and what takes part in an event"),
    # A field of a form
    Action("next-value", "move(1)", (FIELD,), "down,ctrl+n", "Next value", hint="choose", shown="↓"),
    Action("previous-value", "move(-1)", (FIELD,), "up", "Previous value"),
    Action("take-value", "take", (FIELD,), "enter", "Take the value", hint="take", fixed=True),
    # The field that filters a list
    Action("next-match", "move(1)", (FILTER,), "down", "Next row of the list", hint="choose"),
    Action("previous-match", "move(-1)", (FILTER,), "up", "Previous row of the list"),
    Action("keep-filter", "done", (FILTER,), "enter", "Keep the filter", hint="keep filter"),
)


class ActionKeys:
    """The actions with the keys that the user chose for them."""

    def __init__(self, keys: Mapping[str, Iterable[str]] | None = None) -> None:
        """`keys` holds Textual's names of keys by the ids of actions. All other actions keep their default keys."""
        self.keymap = {id: ",".join(chosen) for id, chosen in (keys or {}).items()}
        """The chosen keys, for `App.set_keymap`."""
        self.actions = tuple(
            replace(action, keys=self.keymap[action.id], shown="") if action.id in self.keymap else action
            for action in ACTIONS
        )

    def available(self, where: str) -> list[Action]:
        """The actions in a place, in the order of the table."""
        return [action for action in self.actions if where in action.where]

    def first_key(self, id: str, where: str) -> str:
        """The first key of an action in a place, as it is shown to the user."""
        return next(action.keys_shown.split()[0] for action in self.available(where) if action.id == id)

    def keys_of(self, *verbs: str) -> frozenset[str]:
        """Textual's names of all keys that run one of some methods, with any arguments, anywhere."""
        return frozenset(key for action in self.actions if action.verb in verbs for key in action.key_list)


class _HasActionKeys(Protocol):
    action_keys: ActionKeys


def action_keys(app: App[Any]) -> ActionKeys:
    """The actions with the keys that they have in the running app."""
    return cast(_HasActionKeys, app).action_keys


def bindings(where: str) -> list[Binding]:
    """Textual's bindings for the actions in a place."""
    return [action.binding for action in ACTIONS if where in action.where]


def row_bindings(*, fixed: bool = False) -> list[Binding]:
    """The bindings that move the cursor in rows. If `fixed`, the user's keys do not replace theirs."""
    own = [action.binding for action in ACTIONS if {*_ROWS} <= {*action.where} and "." not in action.action]
    return [replace(binding, id=None) for binding in own] if fixed else own
