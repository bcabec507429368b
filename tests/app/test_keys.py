"""Every key of the table of actions, in every kind of pane: what it does to the screen."""

from collections.abc import Awaitable, Callable, Iterator

import pytest
from textual.geometry import Offset

from tests.app.lake import HERALD
from tests.app.seat import Seat, sit
from tui.app.actions import (
    ACTIONS,
    COMPARE,
    COPY,
    DETAILS,
    HELP,
    JUMP,
    LIST,
    NARROW,
    PLACES,
    PROBLEMS,
    SEARCH,
    TEXT,
    TIMELINE,
    Action,
)
from tui.app.widgets.bars import Keys
from tui.dossier.dossier import Dossier

Scene = Callable[[Seat, str, str], Awaitable[None]]
"""Brings the app where a key means something, presses the key, and looks: the app, the key, the kind of pane."""

SCENES: dict[tuple[str, str], Scene] = {}
PANES = (LIST, TEXT, DETAILS)
OF_PANE = {LIST: "2", TEXT: "4", DETAILS: "5"}
"""The key that goes to a pane of each kind."""
PANE = {LIST: "entities", TEXT: "text", DETAILS: "details"}
"""The pane that it goes to."""


def scene(action: str, *where: str) -> Callable[[Scene], Scene]:
    """The scene of an action in some kinds of pane."""

    def register(play: Scene) -> Scene:
        SCENES.update({(action, one): play for one in where})
        return play

    return register


async def kept(seat: Seat, where: str) -> None:
    """Orla Lake is kept, and the focus in a pane."""
    await seat.press("2", "j", "enter", OF_PANE[where])
    assert seat.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")


# Moving


@scene("cursor(1)", LIST)
async def down(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", key)
    assert seat.row("entities") == "Orla Lake place 4"
    await seat.press(key, key)
    assert seat.row("entities") == "Brine Co org 3"
    assert seat.breadcrumb.startswith("Salt of the north › entities › Brine Co · preview")
    assert seat.current == ["Brine Company"]
    assert seat.position("text") == "Brine Co 1 of 3 · 1 of 2 here · line 5 of 43"
    assert seat.title("details") == "5 Details · entity"
    assert seat.focus == "entities"


@scene("cursor(-1)", LIST)
async def up(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "j", "j", key)
    assert seat.row("entities") == "salt matter 4"
    assert seat.current == ["Salt"]
    await seat.press(key, key)
    assert seat.row("entities") == "Orla Lake place 4"


@scene("cursor(1)", DETAILS)
async def next_fact(seat: Seat, key: str, where: str) -> None:
    await kept(seat, DETAILS)
    await seat.press(key)
    assert seat.row("details") == "The Herald 1 Mar 2024 ████████ 2"
    await seat.press(key)
    assert seat.row("details") == "A look at the books 10 May 2024 ████ 1"
    assert seat.title("text") == "4 Text · A look at the books · 10 May 2024"
    assert seat.position("text").startswith("Orla Lake 3 of 4")
    assert "Orla Lake · place" in seat.content("details")
    assert seat.focus == "details"


@scene("cursor(-1)", DETAILS)
async def previous_fact(seat: Seat, key: str, where: str) -> None:
    await kept(seat, DETAILS)
    await seat.press("j", "j", key)
    assert seat.row("details") == "The Herald 1 Mar 2024 ████████ 2"
    assert seat.title("text") == "4 Text · The Herald · 1 Mar 2024"


@scene("scroll_rows(1)", TEXT)
async def line_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    before = seat.read()
    await seat.press(key)
    assert seat.read()[:-1] == before[1:]


@scene("scroll_rows(-1)", TEXT)
async def line_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    before = seat.read()
    await seat.press("j", "j", key)
    assert seat.read()[:-1] == before[1:]
    await seat.press(key, key)
    assert seat.read() == before


@scene("page(1)", TEXT)
async def text_page_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    before = seat.read()
    await seat.press(key)
    assert seat.read()[:2] == before[-2:]


@scene("page(-1)", TEXT)
async def text_page_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "j", "j", "j")
    before = seat.read()
    await seat.press("pagedown", key)
    assert seat.read() == before


@scene("page(1)", LIST)
async def list_page_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", key)
    shown = seat.content("entities").split("\n")
    assert shown[0].startswith("Orla Lake"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("› Fern")
    assert seat.current == ["Fern"]


@scene("page(-1)", LIST)
async def list_page_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "G", key)
    assert seat.row("entities") == "Heath place 1"
    assert seat.content("entities").startswith("› Heath")


@scene("page(1)", DETAILS)
async def details_page_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("5", "j")
    assert seat.row("details") == "40 Mt reserves, Orla Lake Brine Co"
    await seat.press(key)
    shown = seat.content("details").split("\n")
    assert shown[0].startswith("40 Mt reserves"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("›")


@scene("page(-1)", DETAILS)
async def details_page_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("5", "G", key)
    assert seat.row("details") == "Fern place 1"


@scene("edge(-1)", LIST)
async def first_row(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "j", "j", key)
    assert seat.row("entities") == "Orla Lake place 4"


@scene("edge(1)", LIST)
async def last_row(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", key)
    assert seat.row("entities") == "Silent Cape place 0"
    assert seat.position("text").startswith("Silent Cape: not in the text")
    assert "Not in the text. Found under this name only." in seat.content("details")


@scene("edge(-1)", TEXT)
async def first_line(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    before = seat.read()
    await seat.press("pagedown", key)
    assert seat.read() == before


@scene("edge(1)", TEXT)
async def last_line(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", key)
    assert seat.read()[-1] == HERALD.splitlines()[-1]


@scene("edge(-1)", DETAILS)
async def first_fact(seat: Seat, key: str, where: str) -> None:
    await seat.press("5", "G", key)
    assert seat.row("details") == "40 Mt reserves, Orla Lake Brine Co"


@scene("edge(1)", DETAILS)
async def last_fact(seat: Seat, key: str, where: str) -> None:
    await seat.press("5", key)
    assert seat.row("details") == "The Herald publication 1"


@scene("highlight(1)", TEXT)
async def next_highlight(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    seen = []
    for _ in range(4):
        await seat.press(key)
        seen += seat.current
    # Salt is named so often that it is passed over.
    assert seen == ["The Herald", "Orla Lake", "40 million tons", "Brine Company"]
    assert seat.position("text").startswith("Brine Co 1 of 3")
    assert "preview" in seat.breadcrumb


@scene("highlight(-1)", TEXT)
async def previous_highlight(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "l", "l", "l", key)
    assert seat.current == ["Orla Lake"]
    await seat.press(key, key)
    assert seat.current == ["The Herald"], "before the first there is none"


@scene("reader_rows(3)", LIST, DETAILS)
async def text_down(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], "j")
    before, row, focus = seat.read(), seat.row(seat.focus), seat.focus
    await seat.press(key)
    assert seat.read()[:-3] == before[3:]
    assert (seat.row(focus), seat.focus) == (row, focus)


@scene("reader_rows(-3)", LIST, DETAILS)
async def text_up(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], "j")
    before = seat.read()
    await seat.press("J", "J", key)
    assert seat.read()[:-3] == before[3:]


@scene("half_page(1)", TEXT)
async def half_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("4")
    before = seat.read()
    await seat.press(key)
    half = len(before) // 2
    assert seat.read()[:-half] == before[half:]


@scene("half_page(-1)", TEXT)
async def half_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "j")
    before = seat.read()
    await seat.press("J", key)
    assert seat.read() == before


# Going


@scene("keep", LIST)
async def read(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", key)
    assert seat.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    assert seat.current == ["Orla Lake"]
    assert seat.focus == "text"
    assert "Esc to Entities" in seat.footer


@scene("keep", TEXT)
async def see_details(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "l", key)
    assert seat.breadcrumb.startswith("Salt of the north › entities › The Herald  ")
    assert seat.content("details").startswith("The Herald · publication")
    assert seat.focus == "details"


@scene("keep", DETAILS)
async def go_there(seat: Seat, key: str, where: str) -> None:
    await kept(seat, DETAILS)
    await seat.press("G", key)
    assert seat.focus == "text"
    assert seat.current == ["30 meters"]
    assert seat.content("details").startswith("30 m · depth, Orla Lake")
    await seat.press("[")
    assert seat.current == ["Orla Lake"]


@scene("occurrence(1)", *PANES)
async def walk(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    focus = seat.focus
    await seat.press(key)
    assert seat.position("text") == "Orla Lake 2 of 4 · 2 of 2 here · line 29 of 43"
    assert seat.current == ["Orla Lake"]
    await seat.press(key)
    assert seat.position("text") == "Orla Lake 3 of 4 · line 3 of 8"
    assert seat.footer.startswith("Next article: A look at the books, 10 May 2024. N returns.")
    assert seat.focus == focus


@scene("occurrence(-1)", *PANES)
async def walk_back(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press("n", "n", key)
    assert seat.position("text") == "Orla Lake 2 of 4 · 2 of 2 here · line 29 of 43"
    assert seat.footer.startswith("Previous article: The Herald, 1 Mar 2024. n returns.")


@scene("history(-1)", *PANES)
async def back(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "j", "j", "j")
    before = seat.read()
    await kept(seat, where)
    await seat.press("n", "n", key)
    assert seat.position("text") == "Orla Lake 1 of 4 · 1 of 2 here · line 5 of 43"
    await seat.press(key)
    assert seat.breadcrumb.startswith("Salt of the north › articles › The Herald  ")
    assert seat.read() == before
    await seat.press(key)
    assert seat.footer.startswith("No earlier place.")
    assert seat.read() == before


@scene("history(1)", *PANES)
async def forward(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press("n", "n")
    before = seat.read()
    await seat.press("[", "[", key, key)
    assert seat.position("text") == "Orla Lake 3 of 4 · line 3 of 8"
    assert seat.read() == before
    await seat.press(key)
    assert seat.footer.startswith("No later place.")


@scene("jump", *PANES)
async def jump(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key, "d")
    assert seat.current == ["Orla Lake"]
    assert seat.focus == "text"


@scene("leave", JUMP)
async def leave_letters(seat: Seat, key: str, where: str) -> None:
    before = seat.text
    await seat.press("f")
    assert seat.text != before
    await seat.press(key)
    assert seat.text == before


@scene("leave", LIST)
async def leave_list(seat: Seat, key: str, where: str) -> None:
    before = seat.read()
    await seat.press("2", "j", "n", "n")
    assert "Esc back to text" in seat.footer or seat.footer.startswith("Next article")
    await seat.press(key)
    assert seat.read() == before
    assert "Esc leave" in seat.footer
    await seat.press(key)
    assert seat.footer.startswith("Nothing to leave. q quits.")
    assert seat.app.return_code is None


@scene("leave", TEXT)
async def leave_text(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "l")
    assert "Esc back" in seat.footer
    await seat.press(key)
    assert (seat.current, seat.focus) == ([], "text")
    assert "Esc to Articles" in seat.footer
    await seat.press(key)
    assert seat.focus == "articles"


@scene("leave", DETAILS)
async def leave_details(seat: Seat, key: str, where: str) -> None:
    await kept(seat, DETAILS)
    assert "Esc to text" in seat.footer
    await seat.press("j", "j", key)
    assert seat.focus == "text"
    assert seat.position("text").startswith("Orla Lake 1 of 4")


@scene("places", *PANES)
async def places(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press("n", "n", key)
    assert seat.title("box") == "Places 3"
    assert seat.row("box") == "entities ● Orla Lake A look at the books l.3"
    assert [line.split()[0] for line in seat.content("box").split("\n")[:3]] == ["›", "entities", "articles"]
    await seat.press("escape")
    assert seat.heavy == [PANE[where]]


@scene("go", PLACES)
async def go_again(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", "j", "j")
    before = seat.read()
    await seat.press("2", "j", "enter", "c", "j", "enter", "'", "j", "j", "j", key)
    assert seat.read() == before
    await seat.press("'")
    assert seat.title("box") == "Places 5"
    await seat.press("j", "j", key)
    assert seat.title("upper") == "Compare · Orla Lake’s reserves"


@scene("leave", PLACES)
async def leave_places(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "enter")
    before = seat.text
    await seat.press("'", "j", key)
    assert seat.text == before


# Panes


@scene("focus_pane('articles')", *PANES)
@scene("focus_pane('entities')", *PANES)
@scene("focus_pane('figures')", *PANES)
@scene("focus_pane('text')", *PANES)
@scene("focus_pane('details')", *PANES)
async def pane_by_number(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where])
    before = seat.read()
    await seat.press(key)
    pane = ("articles", "entities", "figures", "text", "details")[int(key) - 1]
    assert seat.title(pane).startswith(key)
    assert seat.heavy == [pane]
    assert seat.read() == before


@scene("to_text", LIST)
async def to_text(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j")
    before = seat.read()
    await seat.press(key)
    assert seat.heavy == ["text"]
    assert "preview" in seat.breadcrumb
    assert seat.read() == before


@scene("next_pane(1)", *PANES)
async def next_pane(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.heavy == [{LIST: "figures", TEXT: "details", DETAILS: "articles"}[where]]


@scene("next_pane(-1)", *PANES)
async def previous_pane(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.heavy == [{LIST: "articles", TEXT: "figures", DETAILS: "text"}[where]]


@scene("zoom", *PANES)
async def zoom(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where])
    before = seat.text
    await seat.press(key)
    assert seat.find("Salt of the north")[0].y == 0 and "zoomed" in seat.breadcrumb
    assert seat.region(seat.focus).width == 120
    await seat.press(key)
    assert seat.text == before


@scene("grow('width', 4)", *PANES)
@scene("grow('width', -4)", *PANES)
@scene("grow('height', 2)", *PANES)
@scene("grow('height', -2)", *PANES)
@scene("reset_sizes", *PANES)
async def other_sizes(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where])
    focused = seat.app.screen.query_one(f"#{seat.focus}")
    before, size = seat.text, focused.size
    other = {"equals_sign": ">", "less_than_sign": ">", "greater_than_sign": "<", "minus": "+", "plus": "-"}[key]
    await seat.press(other)
    assert (focused.size.width > size.width) == (other == ">") and (focused.size.height > size.height) == (other == "+")
    await seat.press(key)
    assert seat.text == before


# Finding


@scene("search", *PANES)
async def search(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.title("query") == "Search everything"
    assert "A name, a number (44m, 3.8 million t), words, or kind:figure year:2024" in seat.text
    assert seat.footer.endswith("Esc leave as it was  F1 help")


@scene("search_here", *PANES)
async def search_here(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.content("query") == "article:a-herald"
    await seat.write("orla")
    assert seat.content("query") == "article:a-herald orla"
    assert "A look at the books" not in seat.content("results")


@scene("narrow", LIST)
async def narrow(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", key)
    await seat.write("moss")
    assert seat.title("entities") == "2 Entities 1 of 24"
    assert "Esc cancel" in seat.footer


@scene("sort", LIST)
async def sort(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "j")
    assert seat.position("entities") == "by count ↓"
    await seat.press(key)
    assert (seat.position("entities"), seat.row("entities")) == ("by name", "salt matter 4")
    await seat.press("g")
    assert seat.row("entities") == "Ada Moss person 2"


# Doing


@scene("copy_citation", *PANES)
async def copy(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press("n", key)
    said = "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, "
    assert seat.app.clipboard.startswith(said)
    assert seat.app.clipboard.endswith(", 1 March 2024, https://example.org/salt, line 29.")
    assert seat.footer.startswith("Sent to the clipboard: “The shore has been empty")


@scene("copy_as", *PANES)
async def copy_as(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press("n", key)
    assert seat.title("copy") == "Copy"
    assert seat.row("copy").startswith("p Plain “The shore has been empty since the Orla Lake flood of 1990")
    assert "w  Words alone" in seat.content("copy")


@scene("copy_as", COMPARE, TIMELINE)
async def copy_row_as(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", key, "i")
    assert seat.app.clipboard == ("orla-company" if where == COMPARE else "orla-survey")
    assert seat.footer.startswith(f"Sent to the clipboard: {seat.app.clipboard}  ")


MENU = ("2", "j", "enter", "n", "Y")
"""The keys to the menu for the second place that names Orla Lake."""

SENT = {
    "plain": "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, ",
    "markdown": "> The shore has been empty",
    "bibtex": "@online{a-herald,",
    "csl": '[\n  {\n    "id": "a-herald"',
    "quote": "The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.",
    "link": "https://example.org/salt#:~:text=the-,Orla%20Lake,-flood",
    "id": "orla",
}


async def sent(seat: Seat, key: str, where: str) -> None:
    before = len(seat.app.screen_stack)
    await seat.press(*MENU, key)
    assert len(seat.app.screen_stack) == before
    [said] = [text for action, text in SENT.items() if f"send('{action}')" in names(key)]
    assert seat.app.clipboard.startswith(said)
    assert seat.footer.startswith("Sent to the clipboard: " + " ".join(said.split())[:60])


def names(key: str) -> list[str]:
    """The actions of a key in the menu."""
    return [action.name for action in ACTIONS if COPY in action.where and key in action.keys]


for form in SENT:
    SCENES[f"send('{form}')", COPY] = sent


@scene("cursor(1)", COPY)
async def next_form(seat: Seat, key: str, where: str) -> None:
    await seat.press(*MENU, key, key)
    assert seat.row("copy").startswith("b BibTeX @online{a-herald,")


@scene("cursor(-1)", COPY)
async def previous_form(seat: Seat, key: str, where: str) -> None:
    await seat.press(*MENU, "j", "j", key)
    assert seat.row("copy").startswith("m Markdown > The shore")


@scene("take", COPY)
async def take_form(seat: Seat, key: str, where: str) -> None:
    await seat.press(*MENU, "j", key)
    assert seat.app.clipboard.startswith(SENT["markdown"])
    await seat.press("Y")
    assert seat.row("copy").startswith("m Markdown")


@scene("show", COPY)
async def show(seat: Seat, key: str, where: str) -> None:
    await seat.press(*MENU, key)
    # Nothing can be suspended here; what is shown is for the test in a real terminal.
    assert seat.footer.startswith("This terminal cannot make room for it.")


@scene("leave", COPY)
async def leave_copy(seat: Seat, key: str, where: str) -> None:
    await seat.press(*MENU[:-1])
    before = seat.text
    await seat.press("Y", "j", key)
    assert seat.text == before
    assert not seat.app.clipboard


@scene("open_address", *PANES)
async def open_address(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.opened == ["https://example.org/salt"]


# Help and out


@scene("palette", *PANES)
async def palette(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    await seat.write("silent")
    await seat.until(lambda: seat.offered[:2] == ["Silent Cape", "entity · place · 0 mentions"])
    before = seat.focus
    await seat.press("escape")
    assert seat.focus != before
    assert seat.heavy == [PANE[where]]


@scene("help", *PANES)
async def explain(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.title("box") == f"Help · { {LIST: 'Entities', TEXT: 'Text', DETAILS: 'Details'}[where] }"
    assert "Next place of what is current, across articles" in seat.content("box")
    await seat.press("escape")
    assert seat.heavy == [PANE[where]]


@scene("quit", *PANES)
async def quits(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], "j")
    assert seat.app.return_code is None
    await seat.press(key)
    assert seat.app.return_code == 0


@scene("leave", HELP)
async def leave_help(seat: Seat, key: str, where: str) -> None:
    before = seat.text
    await seat.press("?", "j", key)
    assert seat.text == before


# Search


@scene("choose(1)", SEARCH)
async def next_result(seat: Seat, key: str, where: str) -> None:
    await seat.search("orla")
    assert seat.row("results") == "entity Orla Lake place · 4 mentions"
    await seat.press(key)
    assert seat.row("results") == "figure 40 Mt reserves, Orla Lake Brine Co"
    assert seat.position("results").startswith("2 of ")
    await seat.until(lambda: seat.position("preview").startswith("40 Mt 1 of 2"))
    assert seat.current == ["40 million tons"]
    assert seat.content("query") == "orla"


@scene("choose(-1)", SEARCH)
async def previous_result(seat: Seat, key: str, where: str) -> None:
    await seat.search("orla")
    first = seat.row("results")
    await seat.press("down", "down", key, key)
    assert seat.row("results") == first
    await seat.press("enter", "/", key)
    assert seat.content("query") == "orla", "on the empty field it recalls"


@scene("choose_page(1)", SEARCH)
async def results_page_down(seat: Seat, key: str, where: str) -> None:
    await seat.search("road")
    await seat.press(key)
    assert seat.position("results") == "16 of 16"


@scene("choose_page(-1)", SEARCH)
async def results_page_up(seat: Seat, key: str, where: str) -> None:
    await seat.search("road")
    await seat.press("pagedown", key)
    assert seat.position("results") == "1 of 16"


@scene("next_kind", SEARCH)
async def next_kind(seat: Seat, key: str, where: str) -> None:
    await seat.search("orla")
    chosen = []
    for _ in range(5):
        chosen.append(" ".join(seat.row("results").split()[:3]))
        await seat.press(key)
    assert chosen == ["entity Orla Lake", "figure 40 Mt", "event The lake", "text Orla Lake", "entity Orla Lake"]


@scene("preview_rows(3)", SEARCH)
async def preview_down(seat: Seat, key: str, where: str) -> None:
    await seat.search("moss")
    await seat.until(lambda: seat.position("preview").startswith("Ada Moss 1 of 2"))
    before = seat.read("preview")
    await seat.press(key)
    assert seat.read("preview")[:-3] == before[3:]


@scene("preview_rows(-3)", SEARCH)
async def preview_up(seat: Seat, key: str, where: str) -> None:
    await seat.search("moss")
    await seat.until(lambda: seat.position("preview").startswith("Ada Moss 1 of 2"))
    before = seat.read("preview")
    await seat.press("shift+down", key)
    assert seat.read("preview") == before


@scene("go", SEARCH)
async def open_result(seat: Seat, key: str, where: str) -> None:
    await seat.search("moss")
    await seat.press(key)
    assert seat.breadcrumb.startswith("Salt of the north › entities › Ada Moss  ")
    assert (seat.current, seat.focus) == (["Ada Moss"], "text")


@scene("leave", SEARCH)
async def leave_search(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "n")
    before = seat.text
    await seat.search("moss")
    await seat.press("down", key)
    assert seat.text == before


@scene("help", SEARCH)
async def explain_search(seat: Seat, key: str, where: str) -> None:
    await seat.search("moss")
    await seat.press(key)
    assert seat.title("box") == "Help · Search"
    await seat.press("escape")
    assert seat.content("query") == "moss"


# Narrowing


@scene("move(1)", NARROW)
async def narrowed_down(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "\\")
    await seat.write("orla")
    await seat.press(key)
    assert seat.row("entities") == "Orla Lake place 4"
    assert seat.position("text").startswith("Orla Lake 1 of 4")
    assert "Esc cancel" in seat.footer, "one goes on typing"


@scene("move(-1)", NARROW)
async def narrowed_up(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "\\", "down", "down", "down", key)
    assert seat.row("entities") == "salt matter 4"


@scene("done", NARROW)
async def narrowed(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "\\")
    await seat.write("moss")
    await seat.press(key)
    assert seat.focus == "entities"
    assert seat.title("entities") == "2 Entities 1 of 24"
    assert "Esc clear filter" in seat.footer


@scene("leave", NARROW)
async def leave_narrowing(seat: Seat, key: str, where: str) -> None:
    await seat.press("2")
    before = seat.text
    await seat.press("\\")
    await seat.write("moss")
    await seat.press(key)
    assert seat.text == before


@scene("help", NARROW)
async def explain_narrowing(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "\\", key)
    assert "Narrowing a list" in seat.content("box")
    await seat.press("escape")
    assert "Esc cancel" in seat.footer


# Compare and the timeline


async def halves(seat: Seat, where: str) -> None:
    """Orla Lake's figures compared, or the timeline."""
    await seat.press("2", "j", "c" if where == COMPARE else "t")


@scene("compare", *PANES)
async def compare(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    await seat.press(key)
    assert seat.title("upper") == "Compare · Orla Lake’s reserves"
    assert "CONFLICT" in seat.content("upper")
    assert seat.content("upper").count("●") + seat.content("upper").count("├") == 2
    await seat.press("escape")
    assert seat.heavy == [PANE[where]]


@scene("timeline", *PANES)
async def timeline(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.title("upper") == "Timeline"
    assert [line.split()[:2] for line in seat.content("upper").split("\n")[:2]] == [["›", "1990"], ["2023", "#"]]
    await seat.press("escape")
    assert seat.heavy == [PANE[where]]


@scene("group(1)", COMPARE)
async def next_group(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    assert seat.position("upper").startswith("group 1 of 2")
    await seat.press(key)
    assert seat.title("upper") == "Compare · Orla Lake’s depth"
    assert seat.current == ["30 meters"]


@scene("group(-1)", COMPARE)
async def previous_group(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("}", key)
    assert seat.title("upper") == "Compare · Orla Lake’s reserves"


@scene("logarithmic", COMPARE)
async def logarithmic(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    before = seat.content("upper")
    assert seat.position("upper").endswith("from 0")
    await seat.press(key)
    assert seat.position("upper").endswith("logarithmic")
    await seat.press(key)
    assert seat.content("upper") == before


@scene("narrow", TIMELINE)
async def narrow_timeline(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press(key)
    await seat.write("survey")
    assert seat.title("upper") == "Timeline · 1 of 2 · \\ survey"
    assert "Esc cancel" in seat.footer
    await seat.press("enter")
    assert seat.current == ["31.5 million tons"]


@scene("figures", TIMELINE)
async def events_alone(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press(key)
    assert "2023" not in seat.content("upper")
    await seat.press(key)
    assert "2023" in seat.content("upper")


@scene("keep", COMPARE, TIMELINE)
async def from_halves(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", key)
    claim = ["40 million tons"] if where == COMPARE else ["31.5 million tons"]
    assert (seat.current, seat.focus) == (claim, "text")
    await seat.press("[")
    assert seat.title("upper").startswith("Compare" if where == COMPARE else "Timeline")
    assert seat.current == claim
    await seat.press("[")
    assert seat.current == ["Orla Lake"]


@scene("history(-1)", COMPARE, TIMELINE)
async def back_from_halves(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "enter", "2")
    before = seat.text
    await seat.press("c" if where == COMPARE else "t", "j", key)
    assert seat.text == before, "one that was only looked at leaves no trace"
    await seat.press("c" if where == COMPARE else "t", "j", "enter", "[")
    halves = seat.text
    await seat.press(key)
    assert seat.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    await seat.press("]")
    assert seat.text == halves


@scene("history(1)", COMPARE, TIMELINE)
async def on_from_halves(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", key)
    assert seat.footer.startswith("No later place.")
    await seat.press("enter")
    read = seat.read()
    await seat.press("[", key)
    assert seat.read() == read
    assert seat.focus == "text"


@scene("occurrence(1)", COMPARE, TIMELINE)
async def printings(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", key)
    if where == COMPARE:
        assert seat.position("lower").startswith("40 Mt 2 of 2")
        assert seat.title("lower") == "Text · A look at the books · 10 May 2024"
    else:
        assert seat.position("lower").startswith("31.5 Mt 1 of 1")


@scene("occurrence(-1)", COMPARE, TIMELINE)
async def printings_back(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", "n", key)
    assert seat.position("lower").startswith("40 Mt 1 of 2" if where == COMPARE else "31.5 Mt 1 of 1")


@scene("reader_rows(3)", COMPARE, TIMELINE)
@scene("reader_rows(-3)", COMPARE, TIMELINE)
async def lower_half(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    if where == COMPARE:
        await seat.press("j")
    before = seat.read("lower")
    await seat.press("J")
    if key in ("J", "shift+down"):
        assert seat.read("lower")[:-3] == before[3:]
    else:
        await seat.press(key)
        assert seat.read("lower") == before


@scene("leave", COMPARE, TIMELINE)
async def leave_halves(seat: Seat, key: str, where: str) -> None:
    await seat.press("2", "j", "n")
    before = seat.text
    await seat.press("c" if where == COMPARE else "t", "j", key)
    assert seat.text == before


@scene("copy_citation", COMPARE, TIMELINE)
async def copy_row(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press("j", key)
    said = "“Orla Lake holds 40 million tons" if where == COMPARE else "“The Geological Survey puts Orla Lake at 31.5"
    assert seat.app.clipboard.startswith(said)
    assert seat.footer.startswith("Sent to the clipboard: “")


@scene("help", COMPARE, TIMELINE)
async def explain_halves(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    assert seat.footer.endswith("? help  q quit")
    before = seat.text
    await seat.press(key)
    assert seat.title("box") == f"Help · {where.capitalize()}"
    assert "Scroll the text down" in seat.content("box")
    await seat.press("escape")
    assert seat.text == before


@scene("quit", COPY)
async def quit_copy(seat: Seat, key: str, where: str) -> None:
    await seat.press("Y", key)
    assert seat.app.return_code == 0


@scene("quit", COMPARE, TIMELINE)
async def quit_halves(seat: Seat, key: str, where: str) -> None:
    await halves(seat, where)
    await seat.press(key)
    assert seat.app.return_code == 0


WAYS = {
    **OF_PANE,
    NARROW: "2\\",
    SEARCH: "/",
    COMPARE: "2jc",
    TIMELINE: "t",
    PROBLEMS: "!",
    PLACES: "'",
    HELP: "?",
    COPY: "Y",
    JUMP: "f",
}
"""The keys that lead to each kind of place."""


@scene("suspend", *WAYS)
async def suspend(seat: Seat, key: str, where: str) -> None:
    await seat.press(*WAYS[where])
    before = seat.lines[:-1]
    await seat.press(key)
    # Nothing can be suspended here; what the shell sees is for the test in a real terminal.
    assert seat.lines[:-1] == before
    said = [piece.text for screen in seat.app.screen_stack for keys in screen.query(Keys) for piece in keys.left]
    assert "This terminal cannot make room for the shell." in said


# Curating


@scene("edit", *PANES)
async def edit(seat: Seat, key: str, where: str) -> None:
    await kept(seat, where)
    before = seat.read()
    await seat.press(key)
    # Nothing can be suspended here; which command is run is for the editor's own tests.
    assert seat.footer.startswith("This terminal cannot make room for an editor.")
    assert seat.read() == before


@scene("problems", *PANES)
async def problems(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.title("box") == "Problems"
    assert "Silent Cape is named in no article, and by no record" in seat.content("box")


@scene("edit", PROBLEMS)
async def edit_problem(seat: Seat, key: str, where: str) -> None:
    await seat.press("!", "j", key)
    assert seat.footer.startswith("This terminal cannot make room for an editor.")


@scene("leave", PROBLEMS)
async def leave_problems(seat: Seat, key: str, where: str) -> None:
    before = seat.text
    await seat.press("!", "j", key)
    assert seat.text == before


@scene("uncaptured", *PANES)
async def uncaptured(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where])
    before = seat.read()
    await seat.press(key)
    assert "left out here." in seat.footer
    assert seat.read() == before


@scene("highlights", *PANES)
async def highlights(seat: Seat, key: str, where: str) -> None:
    await seat.press(OF_PANE[where], key)
    assert seat.footer.startswith("Highlights: kinds.")
    assert seat.read()[:2] == ["Salt under the ice", "matter"]
    assert seat.heavy == [seat.focus]


@scene("draft", TEXT)
async def draft(seat: Seat, key: str, where: str) -> None:
    await seat.press("4", key)
    assert seat.footer.startswith("Find or select the words first")
    start = seat.find("40 million tons", "text")[0]
    await seat.drag(start, start + Offset(14, 0))
    await seat.press(key)
    assert seat.footer.startswith("Sent to the clipboard: a draft for `figures`.")
    assert "40 million tons" in seat.app.clipboard


@scene("insert_draft", TEXT)
async def insert_draft(seat: Seat, key: str, where: str) -> None:
    # What it writes is for tests with a catalog of their own.
    await seat.press("4", key)
    assert seat.footer.startswith("Find or select the words first")


# All of them


def ways() -> Iterator[tuple[Action, str, str]]:
    """Every action with each of its keys, in each kind of place; of the panes where it does the same, in one."""
    for number, action in enumerate(ACTIONS):
        alike: dict[object, list[str]] = {}
        for where in action.where:
            play = SCENES.get((action.name, where))
            alike.setdefault(play if where in PANES else where, []).append(where)
        places = list(alike.values())
        for turn in range(max(len(places), len(action.keys))):
            kinds = places[turn % len(places)]
            yield action, kinds[(number + turn) % len(kinds)], action.keys[turn % len(action.keys)]


@pytest.mark.sample(8)
@pytest.mark.parametrize(("action", "where", "key"), list(ways()), ids=lambda part: getattr(part, "name", part))
async def test_key(lake: Dossier, action: Action, where: str, key: str) -> None:
    async with sit(lake) as seat:
        await SCENES[action.name, where](seat, key, where)


def test_every_action_has_its_scene() -> None:
    assert set(SCENES) == {(action.name, where) for action in ACTIONS for where in action.where}


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_keys_typed_ahead_go_where_the_ones_before_them_led(lake: Dossier, size: tuple[int, int]) -> None:
    async with sit(lake, size=size) as seat:
        await seat.write("2j3jj")
        assert seat.row("figures").startswith("31.5 Mt")
        assert seat.focus == "figures"
        await seat.write("5j4")
        assert seat.focus == "text"
