"""Keys for help, leaving and curating."""

from textual.geometry import Offset

from tests.app.app_driver import AppDriver
from tests.app.key_tests import PANE_IDS, PANE_KEYS, PANES, assert_palette_opens_and_closes, keep_orla, key_test
from tui.app.commands.actions import (
    COMPARE,
    COPY,
    DETAILS,
    FILTER,
    FIND,
    HELP,
    JUMP,
    LIST,
    PLACES,
    PROBLEMS,
    SEARCH,
    TEXT,
    TIMELINE,
)
from tui.app.widgets.bars import Keys

KEYS_TO = {
    **PANE_KEYS,
    FILTER: "2\\",
    SEARCH: "/",
    COMPARE: "2c",
    TIMELINE: "t",
    PROBLEMS: "!",
    PLACES: "'",
    HELP: "?",
    COPY: "Y",
    JUMP: "f",
    FIND: ("ctrl+f",),
}
"""The keys that lead to each place from the start."""


@key_test("palette", where=PANES)
async def test_palette(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    await driver.type_text("silent")
    await driver.wait_until(lambda: driver.palette_lines[:2] == ["Silent Cape", "entity · place · 0 mentions"])
    before = driver.focused
    await driver.press("escape")
    assert driver.focused != before
    assert driver.focused_panes == [PANE_IDS[where]]


@key_test("palette", where=(COMPARE, TIMELINE, PROBLEMS, PLACES, HELP, COPY))
async def test_palette_over_a_screen(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*KEYS_TO[where])
    await assert_palette_opens_and_closes(driver, key)


@key_test("palette-in-field", where=(SEARCH, FILTER, FIND))
async def test_palette_over_a_field(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*KEYS_TO[where])
    await assert_palette_opens_and_closes(driver, key)


@key_test("help", where=PANES)
async def test_help(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.title("box") == f"Help · { {LIST: 'Entities', TEXT: 'Text', DETAILS: 'Details'}[where] }"
    assert "Next, previous place" in driver.content("box")
    assert "contradicted" in driver.content("box")
    await driver.press("escape")
    assert driver.focused_panes == [PANE_IDS[where]]


@key_test("quit", where=PANES)
async def test_quit(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], "j")
    assert driver.app.return_code is None
    await driver.press(key)
    assert driver.app.return_code == 0


@key_test("close", where=(HELP, PROBLEMS, PLACES))
async def test_close_a_box(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press(KEYS_TO[where], key)
    assert driver.screen_text == before


@key_test("leave", where=(HELP,))
async def test_leave_help(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("?", "j", key)
    assert driver.screen_text == before


@key_test("suspend", where=tuple(KEYS_TO))
async def test_suspend(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*KEYS_TO[where])
    if where == SEARCH:
        # The preview, which has nothing to show yet, is hidden a moment after the screen has opened.
        await driver.wait_until(lambda: not driver.app.screen.query_one("#preview").display)
    before = driver.screen_lines[:-1]
    await driver.press(key)
    # Nothing can be suspended here; what the shell sees is for the test in a real terminal.
    assert driver.screen_lines[:-1] == before
    messages = [piece.text for screen in driver.app.screen_stack for keys in screen.query(Keys) for piece in keys.left]
    assert "This terminal cannot make room for the shell." in messages


@key_test("edit", where=PANES)
async def test_edit(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    before = driver.text_lines()
    await driver.press(key)
    # Nothing can be suspended here; which command is run is for the editor's own tests.
    assert driver.footer.startswith("This terminal cannot make room for an editor.")
    assert driver.text_lines() == before


@key_test("mark", where=PANES)
async def test_mark(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press(key)
    assert driver.footer.startswith("Only figures and claims can be marked.")


@key_test("problems", where=PANES)
async def test_problems(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.title("box") == "Problems"
    assert "Silent Cape is named in no article, and by no record" in driver.content("box")


@key_test("edit", where=(PROBLEMS,))
async def test_edit_at_a_problem(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("!", "j", key)
    assert driver.footer.startswith("This terminal cannot make room for an editor.")


@key_test("leave", where=(PROBLEMS,))
async def test_leave_problems(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("!", "j", key)
    assert driver.screen_text == before


@key_test("uncaptured", where=PANES)
async def test_mark_uncaptured(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where])
    before = driver.text_lines()
    await driver.press(key)
    assert "left out here." in driver.footer
    assert driver.text_lines() == before


@key_test("highlights", where=PANES)
async def test_highlight_modes(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.footer.startswith("Highlights: kinds.")
    assert driver.text_lines()[:2] == ["Salt under the ice", "matter"]
    assert driver.focused_panes == [driver.focused]


@key_test("draft", where=(TEXT,))
async def test_draft(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", key)
    assert driver.footer.startswith("Select words first")
    start = driver.find("40 million tons", "text")[0]
    await driver.drag(start, start + Offset(14, 0))
    await driver.press(key)
    assert driver.footer.startswith("Copied a draft for `figures`; press e to open the catalog.")
    assert "40 million tons" in driver.app.clipboard


@key_test("insert-draft", where=(TEXT,))
async def test_insert_draft(driver: AppDriver, key: str, where: str) -> None:
    # What it writes is for tests with a catalog of their own.
    await driver.press("4", key)
    assert driver.footer.startswith("Select words first")
