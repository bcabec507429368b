"""Keys that keep and visit places, arrange the panes, and find."""

import pytest

from tests.app.app_driver import PANES as ALL_PANES
from tests.app.app_driver import AppDriver, run_app
from tests.app.key_tests import PANE_IDS, PANE_KEYS, PANES, keep_orla, key_test
from tui.app.commands.actions import DETAILS, FIND, JUMP, LIST, PLACES, TEXT
from tui.dossier.dossier import Dossier


@key_test("keep", where=(LIST,))
async def test_keep_in_a_list(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")
    assert driver.current_words == ["Orla Lake"]
    assert driver.focused == "text"
    assert "Esc to Entities" in driver.footer


@key_test("keep", where=(TEXT,))
async def test_keep_in_the_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l", key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › The Herald  ")
    assert driver.content("details").startswith("The Herald · publication")
    assert driver.focused == "details"


@key_test("keep", where=(DETAILS,))
async def test_keep_in_details(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, DETAILS)
    await driver.press("G", key)
    assert driver.focused == "text"
    assert driver.current_words == ["30 meters"]
    assert driver.content("details").startswith("30 m · depth, Orla Lake")
    await driver.press("[")
    assert driver.current_words == ["Orla Lake"]


@key_test("next-occurrence", where=PANES, quick=True)
async def test_next_occurrence(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    focus = driver.focused
    await driver.press(key)
    assert driver.subtitle("text") == "Orla Lake 2 of 4 · 2 of 2 here · file line 29 of 43"
    assert driver.current_words == ["Orla Lake"]
    await driver.press(key)
    assert driver.subtitle("text") == "Orla Lake 3 of 4 · file line 3 of 8"
    assert driver.footer.startswith("Next article: A look at the books")
    assert driver.focused == focus


@key_test("previous-occurrence", where=PANES)
async def test_previous_occurrence(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press("n", "n", key)
    assert driver.subtitle("text") == "Orla Lake 2 of 4 · 2 of 2 here · file line 29 of 43"
    assert driver.footer.startswith("Previous article: The Herald")


@key_test("back", where=PANES)
async def test_back(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j", "j")
    before = driver.text_lines()
    await keep_orla(driver, where)
    await driver.press("n", "n", key)
    assert driver.subtitle("text") == "Orla Lake 1 of 4 · 1 of 2 here · file line 5 of 43"
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › articles › The Herald  ")
    assert driver.text_lines() == before
    await driver.press(key)
    assert driver.footer.startswith("Nothing earlier in the history.")
    assert driver.text_lines() == before


@key_test("forward", where=PANES)
async def test_forward(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press("n", "n")
    before = driver.text_lines()
    await driver.press("[", "[", key, key)
    assert driver.subtitle("text") == "Orla Lake 3 of 4 · file line 3 of 8"
    assert driver.text_lines() == before
    await driver.press(key)
    assert driver.footer.startswith("Nothing later in the history.")


@key_test("jump", where=PANES)
async def test_jump(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key, "d")
    assert driver.current_words == ["Orla Lake"]
    assert driver.focused == "text"


@key_test("leave", where=(JUMP,))
async def test_leave_jump_labels(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("f")
    assert driver.screen_text != before
    await driver.press(key)
    assert driver.screen_text == before


@key_test("leave", where=(LIST,))
async def test_leave_list(driver: AppDriver, key: str, where: str) -> None:
    before = driver.text_lines()
    await driver.press("2", "n", "n")
    assert "Esc back" in driver.footer or driver.footer.startswith("Next article")
    await driver.press(key)
    assert driver.text_lines() == before
    assert "Esc" not in driver.footer
    await driver.press(key)
    assert driver.footer.startswith("Nothing to go back to. q quits.")
    assert driver.app.return_code is None


@key_test("leave", where=(TEXT,))
async def test_leave_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l")
    assert "Esc back" in driver.footer
    await driver.press(key)
    assert (driver.current_words, driver.focused) == ([], "text")
    assert "Esc to Articles" in driver.footer
    await driver.press(key)
    assert driver.focused == "articles"


@key_test("leave", where=(DETAILS,))
async def test_leave_details(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, DETAILS)
    assert "Esc to Text" in driver.footer
    await driver.press("j", "j", key)
    assert driver.focused == "text"
    assert driver.subtitle("text").startswith("Orla Lake 1 of 4")


@key_test("places", where=PANES)
async def test_places(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press("n", "n", key)
    assert driver.title("box") == "History 3"
    assert driver.cursor_row("box") == "entities ● Orla Lake A look at the books l.3"
    assert [line.split()[0] for line in driver.content("box").split("\n")[:3]] == ["›", "entities", "articles"]
    await driver.press("escape")
    assert driver.focused_panes == [PANE_IDS[where]]


@key_test("open-result", where=(PLACES,))
async def test_go_to_a_place(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j")
    before = driver.text_lines()
    await driver.press("2", "enter", "c", "j", "enter", "'", "j", "j", "j", key)
    assert driver.text_lines() == before
    await driver.press("'")
    assert driver.title("box") == "History 5"
    await driver.press("j", "j", key)
    assert driver.title("upper") == "Compare · Orla Lake’s reserves"


@key_test("leave", where=(PLACES,))
async def test_leave_places(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "enter")
    before = driver.screen_text
    await driver.press("'", "j", key)
    assert driver.screen_text == before


@key_test(*(f"focus-pane-{pane}" for pane in ALL_PANES), where=PANES)
async def test_pane_by_number(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where])
    before = driver.text_lines()
    await driver.press(key)
    pane = ALL_PANES[int(key) - 1]
    assert driver.title(pane).startswith(key)
    assert driver.focused_panes == [pane]
    if pane in ("text", "details", "articles"):
        assert driver.text_lines() == before
    else:
        assert driver.cursor_row(pane)


@key_test("next-tab", "previous-tab", where=(LIST,), quick=True)
async def test_tab(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("1")
    assert driver.title("figures") == "3 [Figures 4] Events"
    await driver.press(key)
    assert driver.title("figures") == "3 Figures [Events 1]"
    assert driver.focused_panes == ["figures"]
    await driver.press(key)
    assert driver.title("figures") == "3 [Figures 4] Events"


@key_test("to-text", where=(LIST,))
async def test_to_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.focused_panes == ["text"]
    assert "preview" in driver.breadcrumb
    assert driver.text_lines() == before


@key_test("next-pane", where=PANES)
async def test_next_pane(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.focused_panes == [{LIST: "figures", TEXT: "details", DETAILS: "articles"}[where]]


@key_test("previous-pane", where=PANES)
async def test_previous_pane(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.focused_panes == [{LIST: "articles", TEXT: "figures", DETAILS: "text"}[where]]


@key_test("zoom", where=PANES)
async def test_zoom(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where])
    before = driver.screen_text
    await driver.press(key)
    assert driver.find("Salt of the north")[0].y == 0 and "zoomed" in driver.breadcrumb
    assert driver.region(driver.focused).width == 120
    await driver.press(key)
    assert driver.screen_text == before


@key_test("wider", "narrower", "higher", "lower", "reset-sizes", where=PANES)
async def test_pane_sizes(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where])
    focused = driver.app.screen.query_one(f"#{driver.focused}")
    before, size = driver.screen_text, focused.size
    other = {"=": ">", "<": ">", ">": "<", "-": "+", "+": "-"}[key]
    await driver.press(other)
    assert (focused.size.width > size.width) == (other == ">") and (focused.size.height > size.height) == (other == "+")
    await driver.press(key)
    assert driver.screen_text == before


@key_test("search", where=PANES)
async def test_search(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.title("query") == "Search everything"
    assert "Names, words, numbers (44m, 3.8 million t) or filters (kind:figure)" in driver.screen_text
    assert driver.footer.endswith("Esc cancel  F1 help")


@key_test("search-here", where=PANES)
async def test_find_in_the_article(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    await driver.type_text("ORLA")
    assert driver.current_words == ["Orla"]
    assert driver.subtitle("text").startswith("“ORLA” 1 of 2")
    assert driver.footer.startswith("↓ next match")


@key_test("find-next", "find-previous", "find-keep", "leave", where=(FIND,))
async def test_keys_of_find(driver: AppDriver, key: str, where: str) -> None:
    before = driver.subtitle("text")
    await driver.press("ctrl+f")
    await driver.type_text("orla")
    assert driver.screen_lines[-2].endswith(" 1 of 2 ")
    await driver.press("down", key)
    if driver.focused == "find":
        # After the last match comes the first one.
        assert driver.screen_lines[-2].endswith(" 1 of 2 ")
    found = {"enter": "“orla” 2 of 2", "escape": before}.get(key, "“orla” 1 of 2")
    assert driver.subtitle("text").startswith(found)
    assert (driver.focused == "find") == (key not in ("enter", "escape"))


@pytest.mark.slow
async def test_find_goes_on_at_the_other_end(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("ctrl+f")
        await driver.type_text("orla")
        for key, count, end in (("up", "2 of 2", "last"), ("down", "1 of 2", "first")):
            await driver.press(key)
            assert driver.screen_lines[-2].endswith(f" {count} ")
            assert f"Wrapped around to the {end} match." in driver.footer
        await driver.type_text("x")
        before = driver.subtitle("text")
        await driver.press("down")
        assert "No matches for “orlax” in this article." in driver.footer
        assert driver.subtitle("text") == before


@key_test("narrow", where=(LIST,))
async def test_filter_a_list(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    await driver.type_text("moss")
    assert driver.title("entities") == "2 Entities 1 of 24"
    assert "Esc cancel" in driver.footer


@key_test("sort", where=(LIST,))
async def test_sort(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j")
    assert driver.subtitle("entities") == "by count ↓"
    await driver.press(key)
    assert (driver.subtitle("entities"), driver.cursor_row("entities")) == ("by name", "salt matter 4")
    await driver.press("g")
    assert driver.cursor_row("entities") == "Ada Moss person 2"
