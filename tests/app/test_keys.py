"""Every key of the table of actions, in every kind of pane: what it does to the screen."""

from collections.abc import Awaitable, Callable, Iterator

import pytest
from textual.geometry import Offset

from tests.app.app_driver import AppDriver, run_app
from tests.app.sample_dossier import HERALD
from tui.app.commands.actions import (
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

Scene = Callable[[AppDriver, str, str], Awaitable[None]]
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


async def kept(driver: AppDriver, where: str) -> None:
    """Orla Lake is kept, and the focus in a pane."""
    await driver.press("2", "j", "enter", OF_PANE[where])
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")


# Moving


@scene("next-row", LIST)
async def down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"
    await driver.press(key, key)
    assert driver.cursor_row("entities") == "Brine Co org 3"
    assert driver.breadcrumb.startswith("Salt of the north › entities › Brine Co · preview")
    assert driver.current_words == ["Brine Company"]
    assert driver.subtitle("text") == "Brine Co 1 of 3 · 1 of 2 here · line 5 of 43"
    assert driver.title("details") == "5 Details · entity"
    assert driver.focused == "entities"


@scene("previous-row", LIST)
async def up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "j", "j", key)
    assert driver.cursor_row("entities") == "salt matter 4"
    assert driver.current_words == ["Salt"]
    await driver.press(key, key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"


@scene("next-row", DETAILS)
async def next_fact(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, DETAILS)
    await driver.press(key)
    assert driver.cursor_row("details") == "The Herald 1 Mar 2024 ████████ 2"
    await driver.press(key)
    assert driver.cursor_row("details") == "A look at the books 10 May 2024 ████ 1"
    assert driver.title("text") == "4 Text · A look at the books · 10 May 2024"
    assert driver.subtitle("text").startswith("Orla Lake 3 of 4")
    assert "Orla Lake · place" in driver.content("details")
    assert driver.focused == "details"


@scene("previous-row", DETAILS)
async def previous_fact(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, DETAILS)
    await driver.press("j", "j", key)
    assert driver.cursor_row("details") == "The Herald 1 Mar 2024 ████████ 2"
    assert driver.title("text") == "4 Text · The Herald · 1 Mar 2024"


@scene("scroll-down", TEXT)
async def line_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.text_lines()[:-1] == before[1:]


@scene("scroll-up", TEXT)
async def line_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press("j", "j", key)
    assert driver.text_lines()[:-1] == before[1:]
    await driver.press(key, key)
    assert driver.text_lines() == before


@scene("page-down", TEXT)
async def text_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.text_lines()[:2] == before[-2:]


@scene("page-up", TEXT)
async def text_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j", "j")
    before = driver.text_lines()
    await driver.press("pagedown", key)
    assert driver.text_lines() == before


@scene("page-down", LIST)
async def list_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", key)
    shown = driver.content("entities").split("\n")
    assert shown[0].startswith("Orla Lake"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("› Fern")
    assert driver.current_words == ["Fern"]


@scene("page-up", LIST)
async def list_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "G", key)
    assert driver.cursor_row("entities") == "Heath place 1"
    assert driver.content("entities").startswith("› Heath")


@scene("page-down", DETAILS)
async def details_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "j")
    assert driver.cursor_row("details") == "40 Mt reserves, Orla Lake Brine Co"
    await driver.press(key)
    shown = driver.content("details").split("\n")
    assert shown[0].startswith("40 Mt reserves"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("›")


@scene("page-up", DETAILS)
async def details_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "G", key)
    assert driver.cursor_row("details") == "Fern place 1"


@scene("first", LIST)
async def first_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "j", "j", key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"


@scene("last", LIST)
async def last_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    assert driver.cursor_row("entities") == "Silent Cape place 0"
    assert driver.subtitle("text").startswith("Silent Cape: not in the text")
    assert "Not in the text. Found under this name only." in driver.content("details")


@scene("first", TEXT)
async def first_line(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press("pagedown", key)
    assert driver.text_lines() == before


@scene("last", TEXT)
async def last_line(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", key)
    assert driver.text_lines()[-1] == HERALD.splitlines()[-1]


@scene("first", DETAILS)
async def first_fact(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "G", key)
    assert driver.cursor_row("details") == "40 Mt reserves, Orla Lake Brine Co"


@scene("last", DETAILS)
async def last_fact(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", key)
    assert driver.cursor_row("details") == "The Herald publication 1"


@scene("next-highlight", TEXT)
async def next_highlight(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    seen = []
    for _ in range(4):
        await driver.press(key)
        seen += driver.current_words
    # Salt is named so often that it is passed over.
    assert seen == ["The Herald", "Orla Lake", "40 million tons", "Brine Company"]
    assert driver.subtitle("text").startswith("Brine Co 1 of 3")
    assert "preview" in driver.breadcrumb


@scene("previous-highlight", TEXT)
async def previous_highlight(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l", "l", "l", key)
    assert driver.current_words == ["Orla Lake"]
    await driver.press(key, key)
    assert driver.current_words == ["The Herald"], "before the first there is none"


@scene("scroll-text-down", LIST, DETAILS)
async def text_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], "j")
    before, row, focus = driver.text_lines(), driver.cursor_row(driver.focused), driver.focused
    await driver.press(key)
    assert driver.text_lines()[:-3] == before[3:]
    assert (driver.cursor_row(focus), driver.focused) == (row, focus)


@scene("scroll-text-up", LIST, DETAILS)
async def text_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], "j")
    before = driver.text_lines()
    await driver.press("J", "J", key)
    assert driver.text_lines()[:-3] == before[3:]


@scene("half-page-down", TEXT)
async def half_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    half = len(before) // 2
    assert driver.text_lines()[:-half] == before[half:]


@scene("half-page-up", TEXT)
async def half_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j")
    before = driver.text_lines()
    await driver.press("J", key)
    assert driver.text_lines() == before


# Going


@scene("keep", LIST)
async def read(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    assert driver.current_words == ["Orla Lake"]
    assert driver.focused == "text"
    assert "Esc to Entities" in driver.footer


@scene("keep", TEXT)
async def see_details(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l", key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › The Herald  ")
    assert driver.content("details").startswith("The Herald · publication")
    assert driver.focused == "details"


@scene("keep", DETAILS)
async def go_there(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, DETAILS)
    await driver.press("G", key)
    assert driver.focused == "text"
    assert driver.current_words == ["30 meters"]
    assert driver.content("details").startswith("30 m · depth, Orla Lake")
    await driver.press("[")
    assert driver.current_words == ["Orla Lake"]


@scene("next-occurrence", *PANES)
async def walk(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    focus = driver.focused
    await driver.press(key)
    assert driver.subtitle("text") == "Orla Lake 2 of 4 · 2 of 2 here · line 29 of 43"
    assert driver.current_words == ["Orla Lake"]
    await driver.press(key)
    assert driver.subtitle("text") == "Orla Lake 3 of 4 · line 3 of 8"
    assert driver.footer.startswith("Next article: A look at the books, 10 May 2024. N returns.")
    assert driver.focused == focus


@scene("previous-occurrence", *PANES)
async def walk_back(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press("n", "n", key)
    assert driver.subtitle("text") == "Orla Lake 2 of 4 · 2 of 2 here · line 29 of 43"
    assert driver.footer.startswith("Previous article: The Herald, 1 Mar 2024. n returns.")


@scene("back", *PANES)
async def back(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j", "j")
    before = driver.text_lines()
    await kept(driver, where)
    await driver.press("n", "n", key)
    assert driver.subtitle("text") == "Orla Lake 1 of 4 · 1 of 2 here · line 5 of 43"
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › articles › The Herald  ")
    assert driver.text_lines() == before
    await driver.press(key)
    assert driver.footer.startswith("No earlier place.")
    assert driver.text_lines() == before


@scene("forward", *PANES)
async def forward(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press("n", "n")
    before = driver.text_lines()
    await driver.press("[", "[", key, key)
    assert driver.subtitle("text") == "Orla Lake 3 of 4 · line 3 of 8"
    assert driver.text_lines() == before
    await driver.press(key)
    assert driver.footer.startswith("No later place.")


@scene("jump", *PANES)
async def jump(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key, "d")
    assert driver.current_words == ["Orla Lake"]
    assert driver.focused == "text"


@scene("leave", JUMP)
async def leave_letters(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("f")
    assert driver.screen_text != before
    await driver.press(key)
    assert driver.screen_text == before


@scene("leave", LIST)
async def leave_list(driver: AppDriver, key: str, where: str) -> None:
    before = driver.text_lines()
    await driver.press("2", "j", "n", "n")
    assert "Esc back to text" in driver.footer or driver.footer.startswith("Next article")
    await driver.press(key)
    assert driver.text_lines() == before
    assert "Esc leave" in driver.footer
    await driver.press(key)
    assert driver.footer.startswith("Nothing to leave. q quits.")
    assert driver.app.return_code is None


@scene("leave", TEXT)
async def leave_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l")
    assert "Esc back" in driver.footer
    await driver.press(key)
    assert (driver.current_words, driver.focused) == ([], "text")
    assert "Esc to Articles" in driver.footer
    await driver.press(key)
    assert driver.focused == "articles"


@scene("leave", DETAILS)
async def leave_details(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, DETAILS)
    assert "Esc to text" in driver.footer
    await driver.press("j", "j", key)
    assert driver.focused == "text"
    assert driver.subtitle("text").startswith("Orla Lake 1 of 4")


@scene("places", *PANES)
async def places(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press("n", "n", key)
    assert driver.title("box") == "Places 3"
    assert driver.cursor_row("box") == "entities ● Orla Lake A look at the books l.3"
    assert [line.split()[0] for line in driver.content("box").split("\n")[:3]] == ["›", "entities", "articles"]
    await driver.press("escape")
    assert driver.focused_panes == [PANE[where]]


@scene("open-result", PLACES)
async def go_again(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j")
    before = driver.text_lines()
    await driver.press("2", "j", "enter", "c", "j", "enter", "'", "j", "j", "j", key)
    assert driver.text_lines() == before
    await driver.press("'")
    assert driver.title("box") == "Places 5"
    await driver.press("j", "j", key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"


@scene("leave", PLACES)
async def leave_places(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "enter")
    before = driver.screen_text
    await driver.press("'", "j", key)
    assert driver.screen_text == before


# Panes


@scene("focus-pane-articles", *PANES)
@scene("focus-pane-entities", *PANES)
@scene("focus-pane-figures", *PANES)
@scene("focus-pane-text", *PANES)
@scene("focus-pane-details", *PANES)
async def pane_by_number(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where])
    before = driver.text_lines()
    await driver.press(key)
    pane = ("articles", "entities", "figures", "text", "details")[int(key) - 1]
    assert driver.title(pane).startswith(key)
    assert driver.focused_panes == [pane]
    assert driver.text_lines() == before


@scene("to-text", LIST)
async def to_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.focused_panes == ["text"]
    assert "preview" in driver.breadcrumb
    assert driver.text_lines() == before


@scene("next-pane", *PANES)
async def next_pane(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.focused_panes == [{LIST: "figures", TEXT: "details", DETAILS: "articles"}[where]]


@scene("previous-pane", *PANES)
async def previous_pane(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.focused_panes == [{LIST: "articles", TEXT: "figures", DETAILS: "text"}[where]]


@scene("zoom", *PANES)
async def zoom(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where])
    before = driver.screen_text
    await driver.press(key)
    assert driver.find("Salt of the north")[0].y == 0 and "zoomed" in driver.breadcrumb
    assert driver.region(driver.focused).width == 120
    await driver.press(key)
    assert driver.screen_text == before


@scene("wider", *PANES)
@scene("narrower", *PANES)
@scene("higher", *PANES)
@scene("lower", *PANES)
@scene("reset-sizes", *PANES)
async def other_sizes(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where])
    focused = driver.app.screen.query_one(f"#{driver.focused}")
    before, size = driver.screen_text, focused.size
    other = {"equals_sign": ">", "less_than_sign": ">", "greater_than_sign": "<", "minus": "+", "plus": "-"}[key]
    await driver.press(other)
    assert (focused.size.width > size.width) == (other == ">") and (focused.size.height > size.height) == (other == "+")
    await driver.press(key)
    assert driver.screen_text == before


# Finding


@scene("search", *PANES)
async def search(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.title("query") == "Search everything"
    assert "A name, a number (44m, 3.8 million t), words, or kind:figure year:2024" in driver.screen_text
    assert driver.footer.endswith("Esc leave as it was  F1 help")


@scene("search-here", *PANES)
async def search_here(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.content("query") == "article:a-herald"
    await driver.type_text("orla")
    assert driver.content("query") == "article:a-herald orla"
    assert "A look at the books" not in driver.content("results")


@scene("narrow", LIST)
async def narrow(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    await driver.type_text("moss")
    assert driver.title("entities") == "2 Entities 1 of 24"
    assert "Esc cancel" in driver.footer


@scene("sort", LIST)
async def sort(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "j")
    assert driver.subtitle("entities") == "by count ↓"
    await driver.press(key)
    assert (driver.subtitle("entities"), driver.cursor_row("entities")) == ("by name", "salt matter 4")
    await driver.press("g")
    assert driver.cursor_row("entities") == "Ada Moss person 2"


# Doing


@scene("copy-citation", *PANES)
async def copy(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press("n", key)
    said = "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, "
    assert driver.app.clipboard.startswith(said)
    assert driver.app.clipboard.endswith(", 1 March 2024, https://example.org/salt, line 29.")
    assert driver.footer.startswith("Sent to the clipboard: “The shore has been empty")


@scene("copy-as", *PANES)
async def copy_as(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press("n", key)
    assert driver.title("copy") == "Copy"
    assert driver.cursor_row("copy").startswith("p Plain “The shore has been empty since the Orla Lake flood of 1990")
    assert "w  Words alone" in driver.content("copy")


@scene("copy-as", COMPARE, TIMELINE)
async def copy_row_as(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", key, "i")
    assert driver.app.clipboard == ("orla-company" if where == COMPARE else "orla-survey")
    assert driver.footer.startswith(f"Sent to the clipboard: {driver.app.clipboard}  ")


MENU = ("2", "j", "enter", "n", "Y")
"""The keys to the menu for the second place that names Orla Lake."""

SENT = {
    "copy-plain": "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, ",
    "copy-markdown": "> The shore has been empty",
    "copy-bibtex": "@online{a-herald,",
    "copy-csl": '[\n  {\n    "id": "a-herald"',
    "copy-words": "The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.",
    "copy-link": "https://example.org/salt#:~:text=the-,Orla%20Lake,-flood",
    "copy-id": "orla",
}


async def sent(driver: AppDriver, key: str, where: str) -> None:
    before = len(driver.app.screen_stack)
    await driver.press(*MENU, key)
    assert len(driver.app.screen_stack) == before
    [said] = [text for action, text in SENT.items() if action in names(key)]
    assert driver.app.clipboard.startswith(said)
    assert driver.footer.startswith("Sent to the clipboard: " + " ".join(said.split())[:60])


def names(key: str) -> list[str]:
    """The actions of a key in the menu."""
    return [action.id for action in ACTIONS if COPY in action.where and key in action.key_list]


for form in SENT:
    SCENES[form, COPY] = sent


@scene("next-form", COPY)
async def next_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, key, key)
    assert driver.cursor_row("copy").startswith("b BibTeX @online{a-herald,")


@scene("previous-form", COPY)
async def previous_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, "j", "j", key)
    assert driver.cursor_row("copy").startswith("m Markdown > The shore")


@scene("copy-form", COPY)
async def take_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, "j", key)
    assert driver.app.clipboard.startswith(SENT["copy-markdown"])
    await driver.press("Y")
    assert driver.cursor_row("copy").startswith("m Markdown")


@scene("copy-show", COPY)
async def show(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, key)
    # Nothing can be suspended here; what is shown is for the test in a real terminal.
    assert driver.footer.startswith("This terminal cannot make room for it.")


@scene("leave", COPY)
async def leave_copy(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU[:-1])
    before = driver.screen_text
    await driver.press("Y", "j", key)
    assert driver.screen_text == before
    assert not driver.app.clipboard


@scene("open-address", *PANES)
async def open_address(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.opened_urls == ["https://example.org/salt"]


# Help and out


@scene("palette", *PANES)
async def palette(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    await driver.type_text("silent")
    await driver.wait_until(lambda: driver.palette_lines[:2] == ["Silent Cape", "entity · place · 0 mentions"])
    before = driver.focused
    await driver.press("escape")
    assert driver.focused != before
    assert driver.focused_panes == [PANE[where]]


@scene("help", *PANES)
async def explain(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.title("box") == f"Help · { {LIST: 'Entities', TEXT: 'Text', DETAILS: 'Details'}[where] }"
    assert "Next place of what is current, across articles" in driver.content("box")
    await driver.press("escape")
    assert driver.focused_panes == [PANE[where]]


@scene("quit", *PANES)
async def quits(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], "j")
    assert driver.app.return_code is None
    await driver.press(key)
    assert driver.app.return_code == 0


@scene("leave", HELP)
async def leave_help(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("?", "j", key)
    assert driver.screen_text == before


# Search


@scene("next-result", SEARCH)
async def next_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    assert driver.cursor_row("results") == "entity Orla Lake place · 4 mentions"
    await driver.press(key)
    assert driver.cursor_row("results") == "figure 40 Mt reserves, Orla Lake Brine Co"
    assert driver.subtitle("results").startswith("2 of ")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("40 Mt 1 of 2"))
    assert driver.current_words == ["40 million tons"]
    assert driver.content("query") == "orla"


@scene("previous-result", SEARCH)
async def previous_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    first = driver.cursor_row("results")
    await driver.press("down", "down", key, key)
    assert driver.cursor_row("results") == first
    await driver.press("enter", "/", key)
    assert driver.content("query") == "orla", "on the empty field it recalls"


@scene("results-down", SEARCH)
async def results_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("road")
    await driver.press(key)
    assert driver.subtitle("results") == "16 of 16"


@scene("results-up", SEARCH)
async def results_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("road")
    await driver.press("pagedown", key)
    assert driver.subtitle("results") == "1 of 16"


@scene("next-kind", SEARCH)
async def next_kind(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    chosen = []
    for _ in range(5):
        chosen.append(" ".join(driver.cursor_row("results").split()[:3]))
        await driver.press(key)
    assert chosen == ["entity Orla Lake", "figure 40 Mt", "event The lake", "text Orla Lake", "entity Orla Lake"]


@scene("preview-down", SEARCH)
async def preview_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("Ada Moss 1 of 2"))
    before = driver.text_lines("preview")
    await driver.press(key)
    assert driver.text_lines("preview")[:-3] == before[3:]


@scene("preview-up", SEARCH)
async def preview_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("Ada Moss 1 of 2"))
    before = driver.text_lines("preview")
    await driver.press("shift+down", key)
    assert driver.text_lines("preview") == before


@scene("open-result", SEARCH)
async def open_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Ada Moss  ")
    assert (driver.current_words, driver.focused) == (["Ada Moss"], "text")


@scene("leave", SEARCH)
async def leave_search(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "n")
    before = driver.screen_text
    await driver.search_for("moss")
    await driver.press("down", key)
    assert driver.screen_text == before


@scene("help", SEARCH)
async def explain_search(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.press(key)
    assert driver.title("box") == "Help · Search"
    await driver.press("escape")
    assert driver.content("query") == "moss"


# Narrowing


@scene("next-match", NARROW)
async def narrowed_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\")
    await driver.type_text("orla")
    await driver.press(key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"
    assert driver.subtitle("text").startswith("Orla Lake 1 of 4")
    assert "Esc cancel" in driver.footer, "one goes on typing"


@scene("previous-match", NARROW)
async def narrowed_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\", "down", "down", "down", key)
    assert driver.cursor_row("entities") == "salt matter 4"


@scene("keep-filter", NARROW)
async def narrowed(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\")
    await driver.type_text("moss")
    await driver.press(key)
    assert driver.focused == "entities"
    assert driver.title("entities") == "2 Entities 1 of 24"
    assert "Esc clear filter" in driver.footer


@scene("leave", NARROW)
async def leave_narrowing(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2")
    before = driver.screen_text
    await driver.press("\\")
    await driver.type_text("moss")
    await driver.press(key)
    assert driver.screen_text == before


@scene("help", NARROW)
async def explain_narrowing(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\", key)
    assert "Narrowing a list" in driver.content("box")
    await driver.press("escape")
    assert "Esc cancel" in driver.footer


# Compare and the timeline


async def halves(driver: AppDriver, where: str) -> None:
    """Orla Lake's figures compared, or the timeline."""
    await driver.press("2", "j", "c" if where == COMPARE else "t")


@scene("compare", *PANES)
async def compare(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    await driver.press(key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"
    assert "CONFLICT" in driver.content("upper")
    assert driver.content("upper").count("●") + driver.content("upper").count("├") == 2
    await driver.press("escape")
    assert driver.focused_panes == [PANE[where]]


@scene("timeline", *PANES)
async def timeline(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.title("upper") == "Timeline"
    assert [line.split()[:2] for line in driver.content("upper").split("\n")[:2]] == [["›", "1990"], ["2023", "#"]]
    await driver.press("escape")
    assert driver.focused_panes == [PANE[where]]


@scene("next-group", COMPARE)
async def next_group(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    assert driver.subtitle("upper").startswith("group 1 of 2")
    await driver.press(key)
    assert driver.title("upper") == "Compare · Orla Lake’s depth"
    assert driver.current_words == ["30 meters"]


@scene("previous-group", COMPARE)
async def previous_group(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("}", key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"


@scene("logarithmic", COMPARE)
async def logarithmic(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    before = driver.content("upper")
    assert driver.subtitle("upper").endswith("from 0")
    await driver.press(key)
    assert driver.subtitle("upper").endswith("logarithmic")
    await driver.press(key)
    assert driver.content("upper") == before


@scene("narrow", TIMELINE)
async def narrow_timeline(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press(key)
    await driver.type_text("survey")
    assert driver.title("upper") == "Timeline · 1 of 2 · \\ survey"
    assert "Esc cancel" in driver.footer
    await driver.press("enter")
    assert driver.current_words == ["31.5 million tons"]


@scene("timeline-figures", TIMELINE)
async def events_alone(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press(key)
    assert "2023" not in driver.content("upper")
    await driver.press(key)
    assert "2023" in driver.content("upper")


@scene("keep", COMPARE, TIMELINE)
async def from_halves(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", key)
    claim = ["40 million tons"] if where == COMPARE else ["31.5 million tons"]
    assert (driver.current_words, driver.focused) == (claim, "text")
    await driver.press("[")
    assert driver.title("upper").startswith("Compare" if where == COMPARE else "Timeline")
    assert driver.current_words == claim
    await driver.press("[")
    assert driver.current_words == ["Orla Lake"]


@scene("back", COMPARE, TIMELINE)
async def back_from_halves(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "enter", "2")
    before = driver.screen_text
    await driver.press("c" if where == COMPARE else "t", "j", key)
    assert driver.screen_text == before, "one that was only looked at leaves no trace"
    await driver.press("c" if where == COMPARE else "t", "j", "enter", "[")
    halves = driver.screen_text
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    await driver.press("]")
    assert driver.screen_text == halves


@scene("forward", COMPARE, TIMELINE)
async def on_from_halves(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", key)
    assert driver.footer.startswith("No later place.")
    await driver.press("enter")
    read = driver.text_lines()
    await driver.press("[", key)
    assert driver.text_lines() == read
    assert driver.focused == "text"


@scene("next-occurrence", COMPARE, TIMELINE)
async def printings(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", key)
    if where == COMPARE:
        assert driver.subtitle("lower").startswith("40 Mt 2 of 2")
        assert driver.title("lower") == "Text · A look at the books · 10 May 2024"
    else:
        assert driver.subtitle("lower").startswith("31.5 Mt 1 of 1")


@scene("previous-occurrence", COMPARE, TIMELINE)
async def printings_back(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", "n", key)
    assert driver.subtitle("lower").startswith("40 Mt 1 of 2" if where == COMPARE else "31.5 Mt 1 of 1")


@scene("scroll-text-down", COMPARE, TIMELINE)
@scene("scroll-text-up", COMPARE, TIMELINE)
async def lower_half(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    if where == COMPARE:
        await driver.press("j")
    before = driver.text_lines("lower")
    await driver.press("J")
    if key in ("J", "shift+down"):
        assert driver.text_lines("lower")[:-3] == before[3:]
    else:
        await driver.press(key)
        assert driver.text_lines("lower") == before


@scene("leave", COMPARE, TIMELINE)
async def leave_halves(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "n")
    before = driver.screen_text
    await driver.press("c" if where == COMPARE else "t", "j", key)
    assert driver.screen_text == before


@scene("copy-citation", COMPARE, TIMELINE)
async def copy_row(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press("j", key)
    said = "“Orla Lake holds 40 million tons" if where == COMPARE else "“The Geological Survey puts Orla Lake at 31.5"
    assert driver.app.clipboard.startswith(said)
    assert driver.footer.startswith("Sent to the clipboard: “")


@scene("help", COMPARE, TIMELINE)
async def explain_halves(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    assert driver.footer.endswith("? help  q quit")
    before = driver.screen_text
    await driver.press(key)
    assert driver.title("box") == f"Help · {where.capitalize()}"
    assert "Scroll the text down" in driver.content("box")
    await driver.press("escape")
    assert driver.screen_text == before


@scene("quit", COPY)
async def quit_copy(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("Y", key)
    assert driver.app.return_code == 0


@scene("quit", COMPARE, TIMELINE)
async def quit_halves(driver: AppDriver, key: str, where: str) -> None:
    await halves(driver, where)
    await driver.press(key)
    assert driver.app.return_code == 0


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
async def suspend(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*WAYS[where])
    before = driver.screen_lines[:-1]
    await driver.press(key)
    # Nothing can be suspended here; what the shell sees is for the test in a real terminal.
    assert driver.screen_lines[:-1] == before
    said = [piece.text for screen in driver.app.screen_stack for keys in screen.query(Keys) for piece in keys.left]
    assert "This terminal cannot make room for the shell." in said


# Curating


@scene("edit", *PANES)
async def edit(driver: AppDriver, key: str, where: str) -> None:
    await kept(driver, where)
    before = driver.text_lines()
    await driver.press(key)
    # Nothing can be suspended here; which command is run is for the editor's own tests.
    assert driver.footer.startswith("This terminal cannot make room for an editor.")
    assert driver.text_lines() == before


@scene("problems", *PANES)
async def problems(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.title("box") == "Problems"
    assert "Silent Cape is named in no article, and by no record" in driver.content("box")


@scene("edit", PROBLEMS)
async def edit_problem(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("!", "j", key)
    assert driver.footer.startswith("This terminal cannot make room for an editor.")


@scene("leave", PROBLEMS)
async def leave_problems(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("!", "j", key)
    assert driver.screen_text == before


@scene("uncaptured", *PANES)
async def uncaptured(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where])
    before = driver.text_lines()
    await driver.press(key)
    assert "left out here." in driver.footer
    assert driver.text_lines() == before


@scene("highlights", *PANES)
async def highlights(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(OF_PANE[where], key)
    assert driver.footer.startswith("Highlights: kinds.")
    assert driver.text_lines()[:2] == ["Salt under the ice", "matter"]
    assert driver.focused_panes == [driver.focused]


@scene("draft", TEXT)
async def draft(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", key)
    assert driver.footer.startswith("Find or select the words first")
    start = driver.find("40 million tons", "text")[0]
    await driver.drag(start, start + Offset(14, 0))
    await driver.press(key)
    assert driver.footer.startswith("Sent to the clipboard: a draft for `figures`.")
    assert "40 million tons" in driver.app.clipboard


@scene("insert-draft", TEXT)
async def insert_draft(driver: AppDriver, key: str, where: str) -> None:
    # What it writes is for tests with a catalog of their own.
    await driver.press("4", key)
    assert driver.footer.startswith("Find or select the words first")


# All of them


def ways() -> Iterator[tuple[Action, str, str]]:
    """Every action with each of its keys, in each kind of place; of the panes where it does the same, in one."""
    for number, action in enumerate(ACTIONS):
        alike: dict[object, list[str]] = {}
        for where in action.where:
            play = SCENES.get((action.id, where))
            alike.setdefault(play if where in PANES else where, []).append(where)
        places = list(alike.values())
        for turn in range(max(len(places), len(action.key_list))):
            kinds = places[turn % len(places)]
            yield action, kinds[(number + turn) % len(kinds)], action.key_list[turn % len(action.key_list)]


@pytest.mark.sample(4)
@pytest.mark.parametrize(("action", "where", "key"), list(ways()), ids=lambda part: getattr(part, "id", part))
async def test_key(sample_dossier: Dossier, action: Action, where: str, key: str) -> None:
    async with run_app(sample_dossier) as driver:
        await SCENES[action.id, where](driver, key, where)


def test_every_action_has_its_scene() -> None:
    assert set(SCENES) == {(action.id, where) for action in ACTIONS for where in action.where}


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_keys_typed_ahead_go_where_the_ones_before_them_led(
    sample_dossier: Dossier, size: tuple[int, int]
) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        await driver.type_text("2j3jj")
        assert driver.cursor_row("figures").startswith("31.5 Mt")
        assert driver.focused == "figures"
        await driver.type_text("5j4")
        assert driver.focused == "text"
