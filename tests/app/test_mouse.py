"""The mouse: clicks, double clicks, the wheel, and selecting words."""

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from tests.app.app_driver import AppDriver, run_app
from tests.app.sample_dossier import JAPANESE
from tests.conftest import Linked
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier

# Lists


async def test_a_click_in_a_list_moves_and_shows(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.click("Brine Co", "entities")
        assert driver.cursor_row("entities") == "Brine Co org 3"
        assert driver.focused_panes == ["entities"]
        assert driver.current_words == ["Brine Company"]
        assert "preview" in driver.breadcrumb


async def test_a_double_click_in_a_list_reads(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.click("Brine Co", "entities", times=2)
        assert driver.focused_panes == ["text"]
        assert "preview" not in driver.breadcrumb
        assert driver.current_words == ["Brine Company"]


async def test_a_click_beside_the_rows_changes_nothing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3")
        before = driver.cursor_row("figures")
        await driver.click("Reserves", "figures")
        assert driver.cursor_row("figures") == before
        region = driver.app.screen.query_one("#figures").region
        await driver.click_at(region.x + 3, region.bottom - 1)
        assert driver.cursor_row("figures") == before


async def test_a_double_click_in_details_goes_there(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.click("A look at the books", "details", times=2)
        assert driver.title("text").startswith("4 Text · A look at the books")
        assert driver.focused_panes == ["text"]


@pytest.mark.slow
async def test_the_wheel_scrolls_and_leaves_the_cursor(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        text = driver.text_lines()
        await driver.scroll_wheel("entities", 1)
        assert driver.content("entities").startswith("Northland")
        assert driver.text_lines() == text
        await driver.scroll_wheel("entities", -1)
        assert driver.cursor_row("entities") == "Orla Lake place 4"
        await driver.scroll_wheel("text", 1)
        assert driver.text_lines()[:-3] == text[3:]
        assert driver.subtitle("text").startswith("Orla Lake 1 of 4")
        await driver.scroll_wheel("text", -1)
        assert driver.text_lines() == text
        assert driver.focused_panes == ["entities"]


async def test_a_click_on_the_scroll_bar_of_a_list(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        region = driver.app.screen.query_one("#entities").region
        await driver.click_at(region.right - 1, region.bottom - 1)
        assert "Silent Cape" in driver.content("entities")
        assert driver.cursor_row("entities") == ""


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("keys", "row", "said"),
    [
        ("Y", "Markdown", "Copied: > The shore"),
        ("!", "Silent Cape is named", "This terminal cannot make room for an editor."),
    ],
)
async def test_a_double_click_takes_what_is_listed_over_the_panes(
    sample_dossier: Dossier, keys: str, row: str, said: str
) -> None:
    async with run_app(sample_dossier, Place.at("orla", occurrence=1)) as driver:
        await driver.press(*keys)
        await driver.click(row, "box", times=2)
        assert driver.footer.startswith(said)


@pytest.mark.sample(1)
@pytest.mark.parametrize(("key", "row"), [("c", "31.5 Mt"), ("t", "2023")])
async def test_a_double_click_in_compare_and_the_timeline_reads(sample_dossier: Dossier, key: str, row: str) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press(key)
        await driver.click(row, "upper", times=2)
        assert (driver.current_words, driver.focused_panes) == (["31.5 million tons"], ["text"])
        await driver.press("'")
        await driver.click("entities", "box", times=2)
        assert driver.current_words == ["Orla Lake"]


# The text


async def test_a_click_on_a_highlight_chooses_it_and_never_scrolls(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before = driver.text_lines()
        # Its sentence reaches below the window: showing it by key would scroll.
        await driver.click("Dunlin", "text")
        assert driver.current_words == ["Dunlin"]
        assert driver.text_lines() == before
        assert driver.cursor_row("entities") == "Dunlin place 1"
        assert driver.content("details").startswith("Dunlin · place")


async def test_a_click_chooses_the_innermost_and_again_the_next_one_out(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "pagedown", "pagedown")
        before = driver.text_lines()
        inner, outer = ["Orla Lake"], ["the Orla Lake flood of 1990"]
        for current in (inner, outer, inner):
            await driver.click("Orla Lake", "text")
            assert (driver.current_words, driver.text_lines()) == (current, before)
        await driver.click("flood of", "text")
        assert driver.current_words == outer
        assert driver.title("details") == "5 Details · event"


async def test_a_click_beside_highlights_changes_nothing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "l", "l")
        before = driver.screen_text
        for words in ("closed for days", "holds"):
            await driver.click(words, "text")
        region = driver.region("text")
        await driver.click_at(region.right - 8, region.y + 4)
        await driver.click_at(region.x + 1, region.y + 5)
        assert driver.screen_text == before


async def test_a_double_click_in_the_text_keeps(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.click("Brine Company", "text", times=2)
        assert driver.breadcrumb.startswith("Salt of the north › entities › Brine Co  ")
        assert driver.focused_panes == ["details"]


@pytest.mark.slow
async def test_a_click_on_the_ruler_scrolls_there(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        before = driver.text_lines()
        region = driver.region("text")
        await driver.click_at(region.right - 2, region.bottom - 2)
        assert driver.text_lines()[-1] == "https://example.org/salt"
        await driver.click_at(region.right - 2, region.y + 1)
        assert driver.text_lines() == before


async def test_a_tab_is_clicked(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        for label, pane in (("3 Figures", "figures"), ("5 Details", "details"), ("4 Text", "text")):
            await driver.click(label, "tabs")
            assert driver.focused == pane
            assert f"[{label}]" in driver.screen_lines[1]


@pytest.mark.slow
async def test_results_are_clicked(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("/", *"orla")
        await driver.click("31.5 Mt", "results")
        assert driver.cursor_row("results").startswith("figure 31.5 Mt")
        assert driver.focused == "query"
        await driver.click("31.5 Mt", "results", times=2)
        assert driver.current_words == ["31.5 million tons"]


# Selecting words


async def copy_by_dragging(driver: AppDriver, start: Offset, end: Offset) -> str:
    """What is copied after dragging from a cell to another, both included."""
    await driver.drag(start, end)
    text = driver.app.screen.get_selected_text()
    await driver.press("ctrl+c")
    assert driver.app.clipboard == (text or "")
    return text or ""


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("40 million", "of salt", "40 million tons of salt"),
        ("Brine", "Brine", "Brine"),
        ("Orla", "said.", "Orla Lake holds 40 million tons of salt, the Brine Company said."),
    ],
)
async def test_exactly_the_selected_words(sample_dossier: Dossier, first: str, last: str, words: str) -> None:
    async with run_app(sample_dossier) as driver:
        start, end = driver.find(first, "text")[0], driver.find(last, "text")[0]
        assert await copy_by_dragging(driver, start, end + Offset(len(last) - 1, 0)) == words


async def test_a_selection_that_ends_on_a_highlight_does_not_choose_it(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-herald")) as driver:
        way, start = driver.breadcrumb, driver.find("the Brine Company said", "text")[0]
        await driver.drag(start, start + Offset(len("the Brine Comp"), 0))
        assert driver.footer.startswith("y cite selection")
        assert driver.breadcrumb == way
        # A click chooses it, and ends the selection.
        await driver.click("Brine Company said", "text")
        assert "Brine Co · preview" in driver.breadcrumb
        assert not driver.footer.startswith("y cite selection")


async def test_selected_backwards(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        start, end = driver.find("Brine", "text")[0], driver.find("million", "text")[0]
        assert await copy_by_dragging(driver, start + Offset(4, 0), end) == "million tons of salt, the Brine"


async def test_a_wrapped_line_is_selected_as_one(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        start, end = driver.find("the people there", "text")[0], driver.find("what they had", "text")[0]
        assert end.y == start.y + 1
        assert await copy_by_dragging(driver, start, end + Offset(12, 0)) == "the people there burned what they had"


async def test_lines_are_selected_with_their_breaks(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        start, end = driver.find("Brine Company said.", "text")[0], driver.find("Ada Moss", "text")[0]
        assert await copy_by_dragging(driver, start, end + Offset(7, 0)) == "Brine Company said.\n\nAda Moss"


async def test_a_selection_may_begin_or_end_beside_its_words(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        first, last = driver.find("Orla Lake holds", "text")[0], driver.find("said.", "text")[0] + Offset(4, 0)
        assert first.y == last.y
        sentence = "Orla Lake holds 40 million tons of salt, the Brine Company said."
        details, articles = driver.region("details"), driver.region("articles")
        for start, end in (
            (first - Offset(2, 0), last),
            (first - Offset(0, 1), last),
            (last + Offset(8, 0), first),
            (first, Offset(details.right + 4, last.y)),
            (last, Offset(articles.x, first.y)),
        ):
            assert await copy_by_dragging(driver, start, end) == sentence
            await driver.press("y")
            assert driver.app.clipboard.startswith(f"“{sentence}”")
        assert (await copy_by_dragging(driver, last, Offset(last.x, details.y + 3))).startswith(".\n\n")


async def test_wide_characters_are_selected_by_cells(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-notes")) as driver:
        start = driver.find("湖には", "text")[0]
        assert await copy_by_dragging(driver, start, start + Offset(4, 0)) == "湖には"
        end = driver.find("いと見て", "text")[0]
        assert end.y == start.y + 1
        text = await copy_by_dragging(driver, start, end + Offset(6, 0))
        assert text == JAPANESE[JAPANESE.index("湖には") : JAPANESE.index("見て") + 2]


async def test_the_selected_words_stand_out(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before = driver.styles_of("closed for days", "text")
        start = driver.find("closed for days", "text")[0]
        await driver.drag(start, start + Offset(14, 0))
        after = driver.styles_of("closed for days", "text")
        assert [style.bgcolor for style in after] != [style.bgcolor for style in before]
        assert len({style.bgcolor for style in after}) == 1
        assert driver.styles_of("the people", "text")[0].bgcolor == before[0].bgcolor
        await driver.click("closed for days", "text")
        assert driver.app.screen.get_selected_text() is None


async def test_what_is_copied_holds_no_controls(linked: Linked) -> None:
    async with run_app(linked("", a="one \x1b]52;c;aGk=\x07 two")) as driver:
        start, end = driver.find("one", "text")[0], driver.find("two", "text")[0]
        assert await copy_by_dragging(driver, start, end + Offset(2, 0)) == "one ␛]52;c;aGk=␇ two"


# The lines above and below


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("keys", "hint", "key"),
    [
        ("3j", "Enter", "enter"),
        ("3j", "compare", "c"),
        ("3j", "filter", "\\"),
        ("3j", "help", "?"),
        ("4", "cite", "y"),
        ("4l", "highlight", "l"),
        ("c", "go there", "enter"),
        ("c", "axis", "L"),
        ("t", "figures", "#"),
        ("t", "close", "q"),
        ("/", "Esc", "escape"),
        ("r", "leave", "escape"),
    ],
)
async def test_a_click_on_a_key_below_does_what_the_key_does(
    drafted_dossier: Dossier, keys: str, hint: str, key: str
) -> None:
    async def shown(*, click: bool) -> tuple[list[str], list[str]]:
        async with run_app(drafted_dossier, Place.at("orla-volume"), (160, 36)) as driver:
            await driver.press(*keys)
            if click:
                [found] = [at for at in driver.find(hint) if at.y == 35]
                await driver.click_at(found.x + 1, found.y)
            else:
                await driver.press(key)
            return driver.screen_lines, driver.focused_panes

    assert await shown(click=True) == await shown(click=False)


async def test_a_click_on_a_message_or_beside_the_keys_does_nothing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("y")
        before = driver.screen_lines
        assert driver.footer.startswith("Copied: ")
        await driver.click_at(4, 35)
        assert driver.screen_lines == before


@pytest.mark.slow
async def test_each_part_of_the_breadcrumb_goes_there(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla", pane="text")) as driver:
        await driver.click("entities", "breadcrumb")
        assert driver.focused_panes == ["entities"]
        await driver.click("Orla Lake", "breadcrumb")
        assert driver.focused_panes == ["text"]
        await driver.click("Salt of the north", "breadcrumb")
        assert driver.focused_panes == ["articles"]
        for key, word in (("t", "timeline"), ("c", "compare"), ("/", "search")):
            before = driver.screen_lines[1:-1]
            await driver.press(key)
            assert word in driver.breadcrumb
            await driver.click(word, "breadcrumb")
            assert word in driver.breadcrumb, "one is there already"
            await driver.click("Salt of the north", "breadcrumb")
            assert driver.screen_lines[1:-1] == before


@pytest.mark.slow
async def test_the_breadcrumb_goes_back_to_the_query(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("people wind")
        await driver.press("enter")
        await driver.wait_until(lambda: "search › “people wind”" in driver.breadcrumb)
        await driver.click("search", "breadcrumb")
        assert driver.app.screen.query_one("#query", Input).value == "people wind"


@pytest.mark.slow
async def test_the_breadcrumb_goes_to_the_tab_of_a_list(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("flood", pane="text")) as driver:
        await driver.click("events", "breadcrumb")
        assert "[Events" in driver.title("figures")
        assert driver.focused_panes == ["figures"]
