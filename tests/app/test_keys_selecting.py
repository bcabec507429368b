"""Words that are selected with the mouse: what the keys do with them."""

from textual.geometry import Offset

from tests.app.app_driver import AppDriver, run_app
from tests.app.key_tests import PANES, keep_orla, key_test
from tui.app.commands.actions import COMPARE, TIMELINE
from tui.dossier.dossier import Dossier


async def select(driver: AppDriver, words: str, pane: str = "text") -> None:
    """Selects words, and the blank after them."""
    start = driver.find(f"{words} ", pane)[0]
    await driver.drag(start, start + Offset(len(words), 0))


@key_test("copy-text", where=PANES)
async def test_copy_the_selected_words(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press(key)
    assert driver.footer.startswith("Nothing is selected.")
    assert not driver.app.clipboard
    await select(driver, "40 million tons")
    await driver.press(key)
    assert driver.app.clipboard == "40 million tons"
    assert driver.footer.startswith("Copied: 40 million tons")


@key_test("copy-text", where=(COMPARE, TIMELINE))
async def test_copy_words_below_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    await driver.press("2", "c" if where == COMPARE else "t")
    await select(driver, "Orla", "lower")
    assert driver.footer.startswith("y cite selection")
    await driver.press(key)
    assert driver.app.clipboard == "Orla"


async def test_keys_concern_the_selection_and_the_footer_says_so(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "n", "4", "g")
        await select(driver, "40 million tons")
        assert driver.footer.startswith(
            "y cite selection  Y other forms  D new record  Ctrl+C copy words  o open there"
        )
        await driver.press("y")
        assert driver.app.clipboard.startswith("“40 million tons” The Herald")
        # A part of a number is never cited as a whole one.
        await select(driver, "0 million")
        await driver.press("y")
        assert driver.app.clipboard.startswith("“40 million” The Herald")
        await select(driver, "40 million tons")
        await driver.press("y")
        assert driver.app.clipboard.endswith(", line 5.")
        await driver.press("o")
        assert driver.opened_urls == ["https://example.org/salt#:~:text=40%20million%20tons"]
        await driver.press("Y", "w")
        assert driver.app.clipboard == "40 million tons"
        assert "Esc clear selection" in driver.footer or driver.footer.startswith("Copied")
        await driver.press("escape", "y")
        assert "40 million tons” The Herald" not in driver.app.clipboard, "what is current is cited again"


async def test_a_small_window_says_what_makes_a_record_of_the_selection(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        await driver.press("2", "n", "4", "g")
        await select(driver, "40 million tons")
        assert driver.footer.startswith("y cite selection  Y other forms  D new record ")
        assert driver.footer.endswith("Esc clear selection  ? help")


async def test_find_looks_in_this_article_alone_and_escape_clears_it(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "ctrl+f")
        await driver.type_text("orla  lakes")
        assert driver.footer.startswith("No matches for “orla  lakes” in this article.")
        assert " of " not in driver.screen_lines[-2]
        await driver.press("enter")
        assert driver.footer.startswith("No matches for “orla  lakes” in this article."), "the field stays open"
        await driver.press("backspace", "enter", "n", "n")
        assert driver.subtitle("text").startswith("“orla  lake” 2 of 2")
        assert driver.footer.startswith("This is the last of 2 places.")
        await driver.press("j", "escape")
        assert driver.current_words == []
        assert driver.focused == "text"


async def test_escape_leads_back_to_where_words_were_looked_for(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "j", "enter")
        before = driver.current_words, driver.breadcrumb
        await driver.press("ctrl+f")
        await driver.type_text("orla")
        await driver.press("enter", "escape")
        assert driver.current_words == [] and "Esc back" in driver.footer
        await driver.press("escape")
        assert (driver.current_words, driver.breadcrumb) == before
