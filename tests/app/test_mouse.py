"""The mouse: a click moves, a double click reads, nothing under the pointer scrolls, and words can be selected."""

import pytest
from textual.geometry import Offset

from tests.app.lake import JAPANESE
from tests.app.seat import Seat, sit
from tests.conftest import Linked
from tui.app.place import Place
from tui.dossier.dossier import Dossier

# Lists


async def test_a_click_in_a_list_moves_and_shows(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.click("Brine Co", "entities")
        assert seat.row("entities") == "Brine Co org 3"
        assert seat.heavy == ["entities"]
        assert seat.current == ["Brine Company"]
        assert "preview" in seat.breadcrumb


async def test_a_double_click_in_a_list_reads(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.click("Brine Co", "entities", times=2)
        assert seat.heavy == ["text"]
        assert "preview" not in seat.breadcrumb
        assert seat.current == ["Brine Company"]


async def test_a_click_beside_the_rows_changes_nothing(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("3", "j")
        before = seat.row("figures")
        await seat.click("Reserves", "figures")
        assert seat.row("figures") == before
        region = seat.app.screen.query_one("#figures").region
        await seat.click_at(region.x + 3, region.bottom - 1)
        assert seat.row("figures") == before


async def test_a_double_click_in_details_goes_there(lake: Dossier) -> None:
    async with sit(lake, Place("orla")) as seat:
        await seat.click("A look at the books", "details", times=2)
        assert seat.title("text").startswith("4 Text · A look at the books")
        assert seat.heavy == ["text"]


async def test_the_wheel_scrolls_and_leaves_the_cursor(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j")
        text = seat.read()
        await seat.wheel("entities", 1)
        assert seat.content("entities").startswith("Northland")
        assert seat.read() == text
        await seat.wheel("entities", -1)
        assert seat.row("entities") == "Orla Lake place 4"
        await seat.wheel("text", 1)
        assert seat.read()[:-3] == text[3:]
        assert seat.position("text").startswith("Orla Lake 1 of 4")
        await seat.wheel("text", -1)
        assert seat.read() == text
        assert seat.heavy == ["entities"]


async def test_a_click_on_the_scroll_bar_of_a_list(lake: Dossier) -> None:
    async with sit(lake) as seat:
        region = seat.app.screen.query_one("#entities").region
        await seat.click_at(region.right - 1, region.bottom - 1)
        assert "Silent Cape" in seat.content("entities")
        assert seat.row("entities") == ""


@pytest.mark.parametrize(
    ("keys", "row", "said"),
    [
        ("Y", "Markdown", "Sent to the clipboard: > The shore"),
        ("!", "Silent Cape is named", "This terminal cannot make room for an editor."),
    ],
)
async def test_a_double_click_takes_what_is_listed_over_the_panes(
    lake: Dossier, keys: str, row: str, said: str
) -> None:
    async with sit(lake, Place("orla", 1)) as seat:
        await seat.press(*keys)
        await seat.click(row, "copy" if keys == "Y" else "box", times=2)
        assert seat.footer.startswith(said)


@pytest.mark.parametrize(("key", "row"), [("c", "31.5 Mt"), ("t", "2023")])
async def test_a_double_click_in_compare_and_the_timeline_reads(lake: Dossier, key: str, row: str) -> None:
    async with sit(lake, Place("orla")) as seat:
        await seat.press(key)
        await seat.click(row, "upper", times=2)
        assert (seat.current, seat.heavy) == (["31.5 million tons"], ["text"])
        await seat.press("'")
        await seat.click("entities", "box", times=2)
        assert seat.current == ["Orla Lake"]


# The text


async def test_a_click_on_a_highlight_chooses_it_and_never_scrolls(lake: Dossier) -> None:
    async with sit(lake) as seat:
        before = seat.read()
        # Its sentence reaches below the window: showing it by key would scroll.
        await seat.click("Dunlin", "text")
        assert seat.current == ["Dunlin"]
        assert seat.read() == before
        assert seat.row("entities") == "Dunlin place 1"
        assert seat.content("details").startswith("Dunlin · place")


async def test_a_click_chooses_the_innermost_and_again_the_next_one_out(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("4", "pagedown", "pagedown")
        before = seat.read()
        inner, outer = ["Orla Lake"], ["the Orla Lake flood of 1990"]
        for current in (inner, outer, inner):
            await seat.click("Orla Lake", "text")
            assert (seat.current, seat.read()) == (current, before)
        await seat.click("flood of", "text")
        assert seat.current == outer
        assert seat.title("details") == "5 Details · event"


async def test_a_click_beside_highlights_changes_nothing(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("4", "l", "l")
        before = seat.text
        for words in ("closed for days", "holds"):
            await seat.click(words, "text")
        region = seat.region("text")
        await seat.click_at(region.right - 8, region.y + 4)
        await seat.click_at(region.x + 1, region.y + 5)
        assert seat.text == before


async def test_a_double_click_in_the_text_keeps(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.click("Brine Company", "text", times=2)
        assert seat.breadcrumb.startswith("Salt of the north › entities › Brine Co  ")
        assert seat.heavy == ["details"]


async def test_a_click_on_the_ruler_scrolls_there(lake: Dossier) -> None:
    async with sit(lake, Place("orla")) as seat:
        before = seat.read()
        region = seat.region("text")
        await seat.click_at(region.right - 2, region.bottom - 2)
        assert seat.read()[-1] == "https://example.org/salt"
        await seat.click_at(region.right - 2, region.y + 1)
        assert seat.read() == before


async def test_a_tab_is_clicked(lake: Dossier) -> None:
    async with sit(lake, size=(80, 24)) as seat:
        for label, pane in (("3 Figures", "figures"), ("5 Details", "details"), ("4 Text", "text")):
            await seat.click(label, "tabs")
            assert seat.focus == pane
            assert f"[{label}]" in seat.lines[1]


async def test_results_are_clicked(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("/", *"orla")
        await seat.click("31.5 Mt", "results")
        assert seat.row("results").startswith("figure 31.5 Mt")
        assert seat.focus == "query"
        await seat.click("31.5 Mt", "results", times=2)
        assert seat.current == ["31.5 million tons"]


# Selecting words


async def selected(seat: Seat, start: Offset, end: Offset) -> str:
    """What is copied after dragging from a cell to another, both included."""
    await seat.drag(start, end)
    text = seat.app.screen.get_selected_text()
    await seat.press("ctrl+c")
    assert seat.app.clipboard == (text or "")
    return text or ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("40 million", "of salt", "40 million tons of salt"),
        ("Brine", "Brine", "Brine"),
        ("Orla", "said.", "Orla Lake holds 40 million tons of salt, the Brine Company said."),
    ],
)
async def test_exactly_the_selected_words(lake: Dossier, first: str, last: str, words: str) -> None:
    async with sit(lake) as seat:
        start, end = seat.find(first, "text")[0], seat.find(last, "text")[0]
        assert await selected(seat, start, end + Offset(len(last) - 1, 0)) == words


async def test_selected_backwards(lake: Dossier) -> None:
    async with sit(lake) as seat:
        start, end = seat.find("Brine", "text")[0], seat.find("million", "text")[0]
        assert await selected(seat, start + Offset(4, 0), end) == "million tons of salt, the Brine"


async def test_a_wrapped_line_is_selected_as_one(lake: Dossier) -> None:
    async with sit(lake) as seat:
        start, end = seat.find("people there burned", "text")[0], seat.find("they had", "text")[0]
        assert end.y == start.y + 1
        assert await selected(seat, start, end + Offset(7, 0)) == "people there burned what they had"


async def test_lines_are_selected_with_their_breaks(lake: Dossier) -> None:
    async with sit(lake) as seat:
        start, end = seat.find("Brine Company said.", "text")[0], seat.find("Ada Moss", "text")[0]
        assert await selected(seat, start, end + Offset(7, 0)) == "Brine Company said.\n\nAda Moss"


async def test_wide_characters_are_selected_by_cells(lake: Dossier) -> None:
    async with sit(lake, Place("a-notes")) as seat:
        start = seat.find("湖には", "text")[0]
        assert await selected(seat, start, start + Offset(4, 0)) == "湖には"
        end = seat.find("いと見て", "text")[0]
        assert end.y == start.y + 1
        text = await selected(seat, start, end + Offset(6, 0))
        assert text == JAPANESE[JAPANESE.index("湖には") : JAPANESE.index("見て") + 2]


async def test_the_selected_words_stand_out(lake: Dossier) -> None:
    async with sit(lake) as seat:
        before = seat.styles("closed for days", "text")
        start = seat.find("closed for days", "text")[0]
        await seat.drag(start, start + Offset(14, 0))
        after = seat.styles("closed for days", "text")
        assert [style.bgcolor for style in after] != [style.bgcolor for style in before]
        assert len({style.bgcolor for style in after}) == 1
        assert seat.styles("the people", "text")[0].bgcolor == before[0].bgcolor
        await seat.click("closed for days", "text")
        assert seat.app.screen.get_selected_text() is None


async def test_what_is_copied_holds_no_controls(linked: Linked) -> None:
    async with sit(linked("", a="one \x1b]52;c;aGk=\x07 two")) as seat:
        start, end = seat.find("one", "text")[0], seat.find("two", "text")[0]
        assert await selected(seat, start, end + Offset(2, 0)) == "one ␛]52;c;aGk=␇ two"
