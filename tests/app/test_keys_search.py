"""Keys of the search screen and of the field that filters a list."""

from tests.app.app_driver import AppDriver
from tests.app.key_tests import key_test
from tui.app.commands.actions import FILTER, SEARCH


@key_test("next-result", where=(SEARCH,), quick=True)
async def test_next_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    assert driver.cursor_row("results") == "entity Orla Lake place · 4 mentions"
    await driver.press(key)
    assert driver.cursor_row("results") == "figure 40 Mt reserves, Orla Lake Brine Co"
    assert driver.subtitle("results").startswith("2 of ")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("40 Mt 1 of 2"))
    assert driver.current_words == ["40 million tons"]
    assert driver.content("query") == "orla"


@key_test("previous-result", where=(SEARCH,))
async def test_previous_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    first = driver.cursor_row("results")
    await driver.press("down", "down", key, key)
    assert driver.cursor_row("results") == first
    await driver.press("enter", "/", key)
    assert driver.content("query") == "orla", "on the empty field it recalls"


@key_test("results-down", where=(SEARCH,))
async def test_results_page_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("road")
    await driver.press(key)
    assert driver.subtitle("results") == "16 of 16"


@key_test("results-up", where=(SEARCH,))
async def test_results_page_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("road")
    await driver.press("pagedown", key)
    assert driver.subtitle("results") == "1 of 16"


@key_test("next-kind", where=(SEARCH,))
async def test_next_kind(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("orla")
    chosen = []
    for _ in range(5):
        chosen.append(" ".join(driver.cursor_row("results").split()[:3]))
        await driver.press(key)
    assert chosen == ["entity Orla Lake", "figure 40 Mt", "event The lake", "text Orla Lake", "entity Orla Lake"]


@key_test("preview-down", where=(SEARCH,))
async def test_preview_down(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("Ada Moss 1 of 2"))
    before = driver.text_lines("preview")
    await driver.press(key)
    assert driver.text_lines("preview")[:-3] == before[3:]


@key_test("preview-up", where=(SEARCH,))
async def test_preview_up(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.wait_until(lambda: driver.subtitle("preview").startswith("Ada Moss 1 of 2"))
    before = driver.text_lines("preview")
    await driver.press("shift+down", key)
    assert driver.text_lines("preview") == before


@key_test("open-result", where=(SEARCH,))
async def test_open_result(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.press(key)
    assert driver.breadcrumb.startswith("Salt of the north › entities › Ada Moss  ")
    assert (driver.current_words, driver.focused) == (["Ada Moss"], "text")


@key_test("leave", where=(SEARCH,))
async def test_leave_search(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "n")
    before = driver.screen_text
    await driver.search_for("moss")
    await driver.press("down", key)
    assert driver.screen_text == before


@key_test("help", where=(SEARCH,))
async def test_help_in_search(driver: AppDriver, key: str, where: str) -> None:
    await driver.search_for("moss")
    await driver.press(key)
    assert driver.title("box") == "Help · Search"
    await driver.press("escape")
    assert driver.content("query") == "moss"


@key_test("next-match", where=(FILTER,))
async def test_next_match(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\")
    await driver.type_text("orla")
    await driver.press(key)
    assert driver.cursor_row("entities") == "Orla Lake place 4"
    assert driver.subtitle("text").startswith("Orla Lake 1 of 4")
    assert "Esc cancel" in driver.footer, "one goes on typing"


@key_test("previous-match", where=(FILTER,))
async def test_previous_match(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\", "down", "down", key)
    assert driver.cursor_row("entities") == "salt matter 4"


@key_test("keep-filter", where=(FILTER,))
async def test_keep_filter(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\")
    await driver.type_text("moss")
    await driver.press(key)
    assert driver.focused == "entities"
    assert driver.title("entities") == "2 Entities 1 of 24"
    assert "Esc clear filter" in driver.footer


@key_test("leave", where=(FILTER,))
async def test_leave_the_filter_field(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2")
    before = driver.screen_text
    await driver.press("\\")
    await driver.type_text("moss")
    await driver.press(key)
    assert driver.screen_text == before


@key_test("help", where=(FILTER,))
async def test_help_in_the_filter_field(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "\\", key)
    assert driver.title("box") == "Help · Entities" and "Search and filters" in driver.content("box")
    await driver.press("escape")
    assert "Esc cancel" in driver.footer
