"""Keys that move the cursor and scroll, in lists, text and details."""

from tests.app.app_driver import AppDriver
from tests.app.key_tests import PANE_KEYS, keep_orla, key_test
from tests.app.sample_dossier import HERALD
from tui.app.commands.actions import DETAILS, LIST, TEXT


@key_test("next-row", where=(LIST,), quick=True)
async def test_next_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2")
    assert driver.cursor_row("entities") == "Orla Lake place 4"
    await driver.press(key, key)
    assert driver.cursor_row("entities") == "Brine Co org 3"
    assert driver.breadcrumb.startswith("Salt of the north › entities › Brine Co · preview")
    assert driver.current_words == ["Brine Company"]
    assert driver.subtitle("text") == "Brine Co 1 of 3 · 1 of 2 here · file line 5 of 43"
    assert driver.title("details") == "5 Details · entity"
    assert driver.focused == "entities"


@key_test("previous-row", where=(LIST,))
async def test_previous_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "j", key)
    assert driver.cursor_row("entities") == "salt matter 4"
    assert driver.current_words == ["Salt"]
    await driver.press(key, key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"


@key_test("next-row", where=(DETAILS,))
async def test_next_row_of_details(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, DETAILS)
    assert driver.cursor_row("details") == "The Herald 1 Mar 2024 ████ 2"
    await driver.press(key)
    assert driver.cursor_row("details") == "A look at the books [10 May 2024] ██ 1"
    assert driver.title("text") == "4 Text · A look at the books · [10 May 2024]"
    assert driver.subtitle("text").startswith("Orla Lake 3 of 4")
    assert "Orla Lake · place" in driver.content("details")
    assert driver.focused == "details"


@key_test("previous-row", where=(DETAILS,))
async def test_previous_row_of_details(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, DETAILS)
    await driver.press("j", key)
    assert driver.cursor_row("details") == "The Herald 1 Mar 2024 ████ 2"
    assert driver.title("text") == "4 Text · The Herald · 1 Mar 2024"


@key_test("scroll-down", where=(TEXT,))
async def test_text_line_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.text_lines()[:-1] == before[1:]


@key_test("scroll-up", where=(TEXT,))
async def test_text_line_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press("j", "j", key)
    assert driver.text_lines()[:-1] == before[1:]
    await driver.press(key, key)
    assert driver.text_lines() == before


@key_test("page-down", where=(TEXT,), quick=True)
async def test_text_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    assert driver.text_lines()[:2] == before[-2:]


@key_test("page-up", where=(TEXT,))
async def test_text_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j", "j", "j")
    before = driver.text_lines()
    await driver.press("pagedown", key)
    assert driver.text_lines() == before


@key_test("page-down", where=(LIST,))
async def test_list_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    shown = driver.content("entities").split("\n")
    assert shown[0].startswith("Orla Lake"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("› Fern")
    assert driver.current_words == ["Fern"]


@key_test("page-up", where=(LIST,))
async def test_list_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "G", key)
    assert driver.cursor_row("entities") == "Heath place 1"
    assert driver.content("entities").startswith("› Heath")


@key_test("page-down", where=(DETAILS,))
async def test_details_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "j")
    assert driver.cursor_row("details") == "40 Mt reserves, Orla Lake Brine Co"
    await driver.press(key)
    shown = driver.content("details").split("\n")
    assert shown[0].startswith("40 Mt reserves"), "the row that was under the cursor stays in sight"
    assert shown[-1].startswith("›")


@key_test("page-up", where=(DETAILS,))
async def test_details_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "G", key)
    assert driver.cursor_row("details") == "Fern place 1"


@key_test("first", where=(LIST,))
async def test_first_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "j", "j", key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"


@key_test("last", where=(LIST,))
async def test_last_row(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", key)
    assert driver.cursor_row("entities") == "Silent Cape place 0"
    assert driver.subtitle("text").startswith("Silent Cape: not in the text")
    assert "Not in the texts; search finds this name only." in driver.content("details")


@key_test("first", where=(TEXT,))
async def test_start_of_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press("pagedown", key)
    assert driver.text_lines() == before


@key_test("last", where=(TEXT,))
async def test_end_of_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", key)
    assert driver.text_lines()[-1] == HERALD.splitlines()[-1]


@key_test("first", where=(DETAILS,))
async def test_first_row_of_details(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", "G", key)
    assert driver.cursor_row("details") == "40 Mt reserves, Orla Lake Brine Co"


@key_test("last", where=(DETAILS,))
async def test_last_row_of_details(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("5", key)
    assert driver.cursor_row("details") == "The Herald publication 1"


@key_test("next-highlight", where=(TEXT,))
async def test_next_highlight(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    seen = []
    for _ in range(4):
        await driver.press(key)
        seen += driver.current_words
    # Salt is named so often that it is passed over.
    assert seen == ["The Herald", "Orla Lake", "40 million tons", "Brine Company"]
    assert driver.subtitle("text").startswith("Brine Co 1 of 3")
    assert "preview" in driver.breadcrumb


@key_test("previous-highlight", where=(TEXT,))
async def test_previous_highlight(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "l", "l", "l", key)
    assert driver.current_words == ["Orla Lake"]
    await driver.press(key, key)
    assert driver.current_words == ["The Herald"], "before the first there is none"


@key_test("scroll-text-down", where=(LIST, DETAILS))
async def test_text_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], "j")
    before, row, focus = driver.text_lines(), driver.cursor_row(driver.focused), driver.focused
    await driver.press(key)
    assert driver.text_lines()[:-3] == before[3:]
    assert (driver.cursor_row(focus), driver.focused) == (row, focus)


@key_test("scroll-text-up", where=(LIST, DETAILS))
async def test_text_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], "j")
    before = driver.text_lines()
    await driver.press("J", "J", key)
    assert driver.text_lines()[:-3] == before[3:]


@key_test("half-page-down", where=(TEXT,))
async def test_half_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4")
    before = driver.text_lines()
    await driver.press(key)
    half = len(before) // 2
    assert driver.text_lines()[:-half] == before[half:]


@key_test("half-page-up", where=(TEXT,))
async def test_half_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("4", "j")
    before = driver.text_lines()
    await driver.press("J", key)
    assert driver.text_lines() == before


@key_test("half-list-down", "half-list-up", where=(LIST, DETAILS))
async def test_half_a_list(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], "g")
    pane, first = driver.focused, driver.cursor_row(driver.focused)
    await driver.press("ctrl+d")
    assert driver.cursor_row(pane) != first
    await driver.press("ctrl+u" if key == "ctrl+u" else "g")
    assert driver.cursor_row(pane) == first
