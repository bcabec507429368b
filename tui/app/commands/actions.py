"""Every action of the app, defined once: bindings, footer, palette, help, README and config.md follow from it."""

from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property
from typing import Any

from textual.actions import parse
from textual.binding import Binding

from tui.app.commands.key_names import display_key

LIST, TEXT, DETAILS = "list", "text", "details"
SEARCH, FILTER, COMPARE, TIMELINE = "search", "narrow", "compare", "timeline"
PROBLEMS, PLACES, HELP, COPY, JUMP, FIND = "problems", "places", "help", "copy", "jump", "find"
REVIEW, FIELD, DRAFT = "review", "field", "draft"
"""Where an action is available: a pane of the main screen, a field, or another screen."""

PLACE_NAMES = {
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
"""The panes, fields and screens as help calls them, where they have keys of their own."""


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
    """Its keys, separated by commas: characters, or Textual's names of others."""
    help: str
    """What it does, for help and the palette."""
    _: KW_ONLY
    both: str = ""
    """What this action and the next one do, where help has them on one line."""
    group: str = ""
    """The heading that help has it under."""
    brief: str = ""
    """What it does, where help has little room; else the word of the footer, or what help says."""
    hint: str = ""
    """The word for it in the footer; empty if the footer does not show it."""
    shown: str = ""
    """How its keys are shown, if not all of them are."""

    @cached_property
    def key_list(self) -> list[str]:
        """Textual's names of its keys."""
        return [binding.key for binding in Binding.make_bindings([self.binding])]

    @cached_property
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
_VIEWS = (*_PANES, *_SPLIT)
_WITH_ROWS = (*_ROWS, *_SPLIT)
_BY_KEYS = (*_VIEWS, PROBLEMS, PLACES, HELP, COPY, REVIEW, DRAFT)
_TYPING = (SEARCH, FILTER, FIND, FIELD)
_EVERYWHERE = (*_BY_KEYS, *_TYPING, JUMP)

# fmt: off
_BY_HEADING: dict[str, tuple[Action, ...]] = {
    "Move": (
        Action("next-row", "cursor(1)", _WITH_ROWS, "j,down", "Next row", both="Next, previous row", brief="row"),
        Action("previous-row", "cursor(-1)", _WITH_ROWS, "k,up", "Previous row"),
        Action("scroll-down", "scroll_rows(1)", (TEXT,), "j,down", "Scroll down a line",
               both="Scroll by a line", brief="line"),
        Action("scroll-up", "scroll_rows(-1)", (TEXT,), "k,up", "Scroll up a line"),
        Action("page-down", "page(1)", _VIEWS, "pagedown,space", "A page down", both="Page down and up", brief="page"),
        Action("page-up", "page(-1)", _VIEWS, "pageup,b", "A page up"),
        Action("first", "edge(-1)", _VIEWS, "g,home", "First row, or start of the text", both="Start, end"),
        Action("last", "edge(1)", _VIEWS, "G,end", "Last row, or end of the text"),
        Action("next-highlight", "highlight(1)", (TEXT,), "l,right", "Next highlight",
               both="Next, previous highlight", brief="highlights", hint="highlight"),
        Action("previous-highlight", "highlight(-1)", (TEXT,), "h,left", "Previous highlight"),
        Action("jump", "screen.jump", (TEXT,), "f", "Jump to a highlight", hint="jump"),
        Action("jump", "screen.jump", _ROWS, "f", "Jump to a highlight", brief="jump"),
        Action("scroll-text-down", "screen.reader_rows(3)", _WITH_ROWS, "J,shift+down", "Scroll text down",
               both="Scroll the text", hint="scroll text"),
        Action("scroll-text-down", "screen.reader_rows(3)", (REVIEW, DRAFT), "J,shift+down", "Scroll text down",
               both="Scroll the text"),
        Action("scroll-text-up", "screen.reader_rows(-3)", (*_WITH_ROWS, REVIEW, DRAFT), "K,shift+up",
               "Scroll text up"),
        Action("half-page-down", "half_page(1)", (TEXT,), "J,shift+down,ctrl+d", "Half a page down",
               both="Half a page"),
        Action("half-page-up", "half_page(-1)", (TEXT,), "K,shift+up,ctrl+u", "Half a page up"),
        Action("half-list-down", "half_page(1)", _WITH_ROWS, "ctrl+d", "Half a page down", both="Half a page"),
        Action("half-list-up", "half_page(-1)", _WITH_ROWS, "ctrl+u", "Half a page up"),
    ),
    "Go back": (
        Action("keep", "screen.keep", (LIST,), "enter", "Go to the text", hint="read"),
        Action("keep", "screen.keep", (TEXT,), "enter", "Go to the details", hint="details"),
        Action("keep", "screen.keep", (DETAILS,), "enter", "Go to this place in the text", hint="go there"),
        Action("keep", "screen.keep", _SPLIT, "enter", "Go to the sentence in its article", hint="go there"),
        Action("next-occurrence", "screen.occurrence(1)", _VIEWS, "n", "Next place of this record, in any article",
               both="Next, previous place", brief="next, previous place", hint="next place"),
        Action("previous-occurrence", "screen.occurrence(-1)", _VIEWS, "N", "Previous place of this record"),
        Action("back", "screen.history(-1)", _VIEWS, "[,alt+left", "Back in the history",
               both="Back, forward in history", brief="back, forward"),
        Action("forward", "screen.history(1)", _VIEWS, "],alt+right", "Forward in the history"),
        Action("leave", "screen.leave", _EVERYWHERE, "escape", "Back to where you came from", brief="go back"),
        Action("places", "screen.places", _VIEWS, "'", "History"),
        Action("open-result", "screen.take", (PLACES,), "enter", "Go there again"),
    ),
    "Panes": (
        Action("focus-pane-articles", "screen.focus_pane('articles')", _PANES, "1", "Articles",
               both="Go to a pane", brief="panes"),
        Action("focus-pane-entities", "screen.focus_pane('entities')", _PANES, "2", "Entities"),
        Action("focus-pane-figures", "screen.focus_pane('figures')", _PANES, "3", "Figures"),
        Action("focus-pane-text", "screen.focus_pane('text')", _PANES, "4", "Text"),
        Action("focus-pane-details", "screen.focus_pane('details')", _PANES, "5", "Details"),
        Action("to-text", "screen.focus_pane('text')", (LIST,), "l,right", "Go to text", brief="text"),
        Action("next-pane", "screen.next_pane(1)", _PANES, "tab", "Next pane",
               both="Next and previous pane", brief="next, previous pane"),
        Action("previous-pane", "screen.next_pane(-1)", _PANES, "shift+tab", "Previous pane"),
        Action("zoom", "screen.zoom", _PANES, "z", "One pane, or all panes", brief="one or all"),
        Action("wider", "screen.grow('width', 4)", _PANES, ">", "Make the pane wider",
               both="Wider, narrower pane", brief="width"),
        Action("narrower", "screen.grow('width', -4)", _PANES, "<", "Make the pane narrower"),
        Action("higher", "screen.grow('height', 2)", _PANES, "+", "Make the pane higher",
               both="Higher, lower pane", brief="height"),
        Action("lower", "screen.grow('height', -2)", _PANES, "-", "Make the pane lower"),
        Action("reset-sizes", "screen.reset_sizes", _PANES, "=", "Reset all sizes", brief="reset sizes"),
    ),
    "Find": (
        Action("search", "screen.search", _VIEWS, "/", "Search everything", hint="search"),
        Action("search-here", "screen.find", _PANES, "ctrl+f", "Find in this article",
               brief="find in article", hint="find"),
        Action("find-next", "screen.step(1)", (FIND,), "down,ctrl+n", "Next match",
               both="Next and previous match", hint="next match", shown="↓"),
        Action("find-previous", "screen.step(-1)", (FIND,), "up", "Previous match", hint="previous"),
        Action("find-keep", "screen.keep", (FIND,), "enter", "Stay at this match", hint="stay here"),
        Action("narrow", "screen.narrow", (LIST, TIMELINE), "\\", "Filter the list", hint="filter"),
        Action("sort", "screen.sort", (LIST,), "s", "Sort the list another way", hint="sort"),
    ),
    "Compare": (
        Action("compare", "screen.compare", _PANES, "c", "Compare with other sources", hint="compare"),
        Action("timeline", "screen.timeline", _PANES, "t", "Timeline of events and figures", brief="timeline"),
        Action("verify", "screen.verify", _PANES, "V", "Check a draft"),
        Action("next-tab", "screen.next_tab(1)", (LIST,), "}", "Next tab: figures, claims, events",
               both="Next and previous tab", brief="tabs", hint="tab"),
        Action("previous-tab", "screen.next_tab(-1)", (LIST,), "{", "Previous tab"),
        Action("next-group", "screen.group(1)", (COMPARE,), "}", "Next group",
               both="Next and previous group", hint="other groups"),
        Action("previous-group", "screen.group(-1)", (COMPARE,), "{", "Previous group"),
        Action("logarithmic", "screen.logarithmic", (COMPARE,), "L", "Logarithmic axis, or axis from 0", hint="axis"),
        Action("timeline-figures", "screen.figures", (TIMELINE,), "#", "Show or hide figures", hint="figures"),
        Action("timeline-minor", "screen.minor", (TIMELINE,), "m", "Show or hide minor events", hint="minor events"),
    ),
    "Check a draft": (
        Action("next-item", "screen.item(1)", (DRAFT,), "n,j,down", "Next item of the draft",
               both="Next and previous item", hint="next item"),
        Action("previous-item", "screen.item(-1)", (DRAFT,), "N,k,up", "Previous item of the draft"),
        Action("open-source", "screen.open_source", (DRAFT,), "enter", "Read its source", hint="source"),
        Action("choose-draft", "screen.choose_draft", (DRAFT,), "V", "Check another draft", hint="other draft"),
    ),
    "Copy and open": (
        Action("copy-citation", "screen.copy_citation", _VIEWS, "y", "Copy a citation", hint="cite"),
        Action("copy-as", "screen.copy_as", _VIEWS, "Y", "Copy in another form", brief="other forms"),
        Action("write-report", "screen.write_report('markdown')", _VIEWS, "W", "Export a report as Markdown",
               brief="report"),
        Action("write-page", "screen.write_report('html')", _VIEWS, "H", "Export a report as a web page",
               brief="web report"),
        Action("copy-text", "screen.copy_text", _VIEWS, "ctrl+c", "Copy the selected words", brief="copy selection"),
        Action("open-address", "screen.open_address", _PANES, "o", "Open article in the browser",
               brief="open in browser"),
    ),
    "Catalog": (
        Action("edit", "screen.edit", _PANES, "e", "Edit the record in your editor", brief="edit"),
        Action("edit", "screen.take", (PROBLEMS,), "enter,e", "Edit the catalog at the problem",
               brief="edit", shown="Enter"),
        Action("edit", "screen.edit", (REVIEW,), "e", "Write the draft and open it in your editor", brief="edit"),
        Action("problems", "screen.problems", _PANES, "!", "Problems of the catalog", brief="problems"),
        Action("highlights", "screen.highlights", (TEXT,), "v", "Highlights: plain, kinds, off",
               brief="highlights", hint="kinds"),
        Action("highlights", "screen.highlights", _ROWS, "v", "Highlights: plain, kinds, off", brief="highlights"),
        Action("uncaptured", "screen.uncaptured", _PANES, "u", "Mark what the catalog leaves out",
               brief="mark what is left out"),
        Action("draft", "screen.draft", (TEXT,), "d", "Copy the words as a draft for the catalog",
               brief="copy as draft"),
        Action("insert-draft", "screen.insert_draft", (TEXT,), "D", "Make a record of the words, in a form",
               brief="make a record"),
        Action("review", "screen.review(False)", _PANES, "r", "Review drafts of this article", hint="review"),
        Action("review-all", "screen.review(True)", _PANES, "R", "Review drafts of all articles", brief="review all"),
        Action("mark", "screen.step_status", _PANES, "m", "Mark as checked, wrong or open", brief="mark ✓ ✗ ?"),
        Action("undo", "screen.undo", _PANES, "U", "Undo what was written last"),
    ),
    "Help and leaving": (
        Action("palette-in-field", "app.command_palette", _TYPING, "ctrl+p", "Commands"),
        Action("palette", "app.command_palette", _BY_KEYS, "ctrl+p,:", "Commands and records", brief="commands"),
        Action("help", "screen.help", (SEARCH, FILTER, FIELD), "f1", "Help"),
        Action("help", "screen.help", (*_VIEWS, REVIEW, DRAFT), "?,f1", "Help"),
        Action("quit", "app.quit", _PANES, "q", "Quit"),
        Action("close", "screen.close", _SPLIT, "q", "Close"),
        Action("close", "screen.leave", (HELP, PROBLEMS, PLACES, COPY, REVIEW, DRAFT), "q", "Close"),
        Action("suspend", "app.suspend", _EVERYWHERE, "ctrl+z", "Suspend; fg resumes", brief="suspend"),
    ),
    "Results": (
        Action("next-result", "screen.choose(1)", (SEARCH,), "down,ctrl+n", "Next result",
               both="Next and previous result; earlier queries", hint="choose", shown="↓"),
        Action("previous-result", "screen.choose(-1)", (SEARCH,), "up",
               "Previous result; in an empty field, the last query"),
        Action("results-down", "screen.choose_page(1)", (SEARCH,), "pagedown", "A page of results down",
               both="Page through the results"),
        Action("results-up", "screen.choose_page(-1)", (SEARCH,), "pageup", "A page of results up"),
        Action("next-kind", "screen.next_kind", (SEARCH,), "tab", "First result of the next kind", hint="next kind"),
        Action("preview-down", "screen.reader_rows(3)", (SEARCH,), "shift+down", "Scroll the preview down",
               both="Scroll the preview", hint="scroll preview"),
        Action("preview-up", "screen.reader_rows(-3)", (SEARCH,), "shift+up", "Scroll the preview up"),
        Action("open-result", "screen.go", (SEARCH,), "enter", "Go to the result", hint="open"),
    ),
    "Forms": (
        Action("copy-plain", "screen.send('plain')", (COPY,), "p", "Plain text"),
        Action("copy-markdown", "screen.send('markdown')", (COPY,), "m", "Markdown"),
        Action("copy-bibtex", "screen.send('bibtex')", (COPY,), "b", "BibTeX"),
        Action("copy-csl", "screen.send('csl')", (COPY,), "c", "CSL-JSON"),
        Action("copy-words", "screen.send('quote')", (COPY,), "w", "Quoted words only"),
        Action("copy-link", "screen.send('link')", (COPY,), "l", "Link to the words"),
        Action("copy-id", "screen.send('id')", (COPY,), "i", "Id"),
        Action("next-form", "screen.cursor(1)", (COPY,), "j,down", "Next form"),
        Action("previous-form", "screen.cursor(-1)", (COPY,), "k,up", "Previous form"),
        Action("copy-form", "screen.take", (COPY,), "enter", "Copy this form"),
        Action("copy-show", "screen.show", (COPY,), "s", "Show it in the terminal, to select"),
    ),
    "Drafts": (
        Action("accept-draft", "screen.accept", (REVIEW,), "enter",
               "Write the record into the catalog, or fill in what it needs", hint="accept"),
        Action("skip-draft", "screen.skip", (REVIEW,), "j,down,space", "Skip the draft", hint="skip"),
        Action("previous-draft", "screen.previous", (REVIEW,), "k,up", "Previous draft"),
        Action("ignore-draft", "screen.ignore(False)", (REVIEW,), "x", "Ignore it, with a reason", hint="ignore"),
        Action("undo", "screen.undo", (REVIEW,), "U,u", "Undo what was written last", hint="undo"),
        Action("ignore-alike", "screen.ignore(True)", (REVIEW,), "X", "Ignore all drafts of these words",
               hint="ignore all"),
        Action("next-draft-kind", "screen.next_kind(1)", (REVIEW,), "tab", "First of the next kind or article",
               both="First of the next or last kind or article", hint="next kind"),
        Action("previous-draft-kind", "screen.next_kind(-1)", (REVIEW,), "shift+tab",
               "First of the kind or article before"),
    ),
    "Fill in": (
        Action("repeat-figure", "screen.repeat", (REVIEW,), '"', "As the last figure of this article",
               hint="as before"),
        Action("field-measure", "screen.field('measure')", (REVIEW,), "m", "Measure"),
        Action("field-subject", "screen.field('subject')", (REVIEW,), "s", "Subject"),
        Action("field-material", "screen.field('material')", (REVIEW,), "l", "Material"),
        Action("field-scope", "screen.field('scope')", (REVIEW,), "o", "Scope"),
        Action("field-claimant", "screen.field('claimant')", (REVIEW,), "c", "Claimant"),
        Action("field-words", "screen.field('said what')", (REVIEW,), "w", "Words that attribute it; what happens"),
        Action("field-period", "screen.field('period date')", (REVIEW,), "p", "Period or date"),
        Action("field-nature", "screen.field('nature name')", (REVIEW,), "n", "Nature of a figure, or a name"),
        Action("field-figure", "screen.field('figure')", (REVIEW,), "f", "Figure that the number repeats"),
        Action("field-type", "screen.field('kind')", (REVIEW,), "t", "Type of an entity"),
        Action("field-aliases", "screen.field('aliases')", (REVIEW,), "a", "Aliases of an entity"),
        Action("field-entities", "screen.field('entities')", (REVIEW,), "i", "Who and what takes part in an event"),
        Action("longer-draft", "screen.extent('after', 1)", (REVIEW,), ">", "Take in the next word",
               both="Take in the next word, drop the last"),
        Action("shorter-draft", "screen.extent('after', -1)", (REVIEW,), "<", "Drop the last word"),
        Action("earlier-draft", "screen.extent('before', 1)", (REVIEW,), "(", "Take in the word before",
               both="Take in the word before, drop the first"),
        Action("later-draft", "screen.extent('before', -1)", (REVIEW,), ")", "Drop the first word"),
        Action("next-value", "screen.value(1)", (FIELD,), "down,ctrl+n", "Next value", hint="choose", shown="↓"),
        Action("previous-value", "screen.value(-1)", (FIELD,), "up", "Previous value"),
        Action("take-value", "screen.take", (FIELD,), "enter", "Take the value", hint="take"),
        Action("next-field", "screen.next_field(1)", (FIELD,), "tab", "Next field", both="Next and previous field",
               hint="next field"),
        Action("previous-field", "screen.next_field(-1)", (FIELD,), "shift+tab", "Previous field"),
    ),
    "The list below": (
        Action("next-match", "move(1)", (FILTER,), "down", "Next row", both="Next and previous row", hint="choose"),
        Action("previous-match", "move(-1)", (FILTER,), "up", "Previous row"),
        Action("keep-filter", "done", (FILTER,), "enter", "Keep the filter", hint="keep filter"),
    ),
}
# fmt: on
"""The actions by the headings that help has them under."""

ACTIONS = tuple(replace(action, group=heading) for heading, actions in _BY_HEADING.items() for action in actions)
"""All actions, in the order of help."""


def bindings(where: str) -> list[Binding]:
    """Textual's bindings for the actions in a place."""
    return [action.binding for action in ACTIONS if where in action.where]


def row_bindings(*, fixed: bool = False) -> list[Binding]:
    """The bindings that move the cursor in rows. If `fixed`, the user's keys do not replace theirs."""
    own = [action.binding for action in ACTIONS if {*_ROWS} <= {*action.where} and "." not in action.action]
    return [replace(binding, id=None) for binding in own] if fixed else own
