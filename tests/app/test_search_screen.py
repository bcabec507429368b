"""Search, filters and the palette: typing, results, and leaving."""

import pytest

from tests.app.app_driver import run_app
from tui.app.model.place import Place
from tui.app.rendering.query_rows import advice
from tui.dossier.dossier import Dossier
from tui.view.styled_text import plain

# Search


async def test_results_are_shown_while_typing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        assert driver.content("results").startswith("Examples")
        await driver.type_text("mos")
        assert driver.cursor_row("results") == "entity Ada Moss person · 2 mentions"
        assert driver.subtitle("query") == "4 found"
        await driver.wait_until(lambda: driver.subtitle("preview").startswith("Ada Moss 1 of 2"))
        assert driver.title("preview") == "The Herald · 1 Mar 2024"
        assert driver.current_words == ["Ada Moss"]
        assert driver.subtitle("results") == "1 of 4"


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("query", "said", "first"),
    [
        ("mosss", "4 found · No matches for “mosss”: showing Moss", "entity Ada Moss person · 2 mentions"),
        ("tungsten", "No matches for “tungsten”", ""),
        ("tungsten moss", "No matches for “tungsten”", ""),
        ("geologists", "3 found", "entity Geological Survey government · 1 mention"),
        ("40m tons", "3 found", "figure 40 Mt reserves, Orla Lake Brine Co"),
        ("kind:event", "1 found", "event The lake floods its shore 1990"),
        ("kind:events", "no record has kind:events; nearest: kind:event", ""),
        ("オルラ", "6 found", "entity Orla Lake place · 4 mentions"),
    ],
)
async def test_what_search_says(sample_dossier: Dossier, query: str, said: str, first: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for(query)
        assert driver.subtitle("query") == said
        assert driver.cursor_row("results") == first


async def test_a_hit_is_opened_and_walked(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("people wind")
        await driver.press("down", "down", "enter")
        assert driver.breadcrumb.startswith("Salt of the north › search › “people wind”")
        assert driver.subtitle("text") == "“people wind” 3 of 16 · file line 13 of 43"
        assert (driver.current_words, driver.focused) == (["people"], "text")
        await driver.press("n")
        assert driver.subtitle("text") == "“people wind” 4 of 16 · file line 15 of 43"


async def test_a_record_is_opened_at_its_places(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("brine kind:entity")
        await driver.press("enter", "n")
        assert driver.subtitle("text").startswith("Brine Co 2 of 3")
        assert driver.cursor_row("entities").startswith("Brine Co")


async def test_enter_without_results_stays(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("tungsten")
        await driver.press("enter", "down", "up", "tab", "pagedown")
        assert driver.content("query") == "tungsten"
        assert driver.focused == "query"


async def test_leaving_search_leaves_all_as_it_was(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "j", "n", "J")
        before, focus = driver.screen_text, driver.focused
        await driver.search_for("wind")
        await driver.press("down", "tab", "shift+down", "escape")
        assert (driver.screen_text, driver.focused) == (before, focus)


@pytest.mark.slow
async def test_letters_and_signs_are_typed_and_do_nothing_else(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("q?n[12]/:yo")
        assert driver.content("query") == "q?n[12]/:yo"


@pytest.mark.slow
async def test_earlier_queries_come_back_on_the_empty_field(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for query in ("moss", "wind"):
            await driver.search_for(query)
            await driver.press("enter")
        await driver.press("/", "up")
        assert driver.content("query") == "wind"
        assert driver.cursor_row("results") != ""


async def test_search_in_one_article(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("article:a-ledger brine")
        rows = driver.content("results").split("\n")
        assert any("A look at the books l.3" in row for row in rows)
        assert not any("The Herald l." in row for row in rows)


@pytest.mark.slow
async def test_the_hits_in_an_article_are_walked(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-herald")) as driver:
        before = driver.screen_text
        await driver.search_for("article:a-herald closed days snow")
        await driver.press("enter", "n", "n")
        assert driver.breadcrumb.startswith("Salt of the north › search › “closed days snow”")
        assert driver.subtitle("text") == "“closed days snow” 3 of 16 · file line 13 of 43"
        assert driver.current_words == ["closed"]
        hit = driver.styles_of("days", "text", nth=2)[0]
        assert hit.bold and hit.bgcolor != driver.styles_of("people", "text", nth=2)[0].bgcolor
        assert [line[1] for line in driver.pane_lines("text")[1:-1] if "closed" in line][1:4] == ["/", "▌", "/"]
        assert "Esc to search" in driver.footer
        await driver.press("escape")
        assert driver.content("query") == "article:a-herald closed days snow"
        await driver.press("escape")
        assert driver.screen_text == before


async def test_a_short_end_of_a_sentence_is_shown_with_the_words_before_it(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for('"wind turned" kind:passage')
        wide = (
            "…days by snow, and the people there burned what they had and waited until the wind turned. The Herald l."
        )
        narrow = "…what they had and waited until the wind turned. The Herald l."
        assert wide in driver.cursor_row("results")
        await driver.resize(80, 24)
        assert narrow in driver.cursor_row("results")
        await driver.resize(120, 36)
        assert wide in driver.cursor_row("results")


@pytest.mark.slow
async def test_a_short_sentence_leaves_room_for_the_name_of_its_article(dossier: Dossier) -> None:
    async with run_app(dossier) as driver:
        await driver.search_for('"largest rare earth deposit" kind:passage')
        assert driver.cursor_row("results").endswith("earth deposit. [Putin proposes joint explo… l.11")


@pytest.mark.slow
@pytest.mark.parametrize(("size", "preview"), [((40, 10), False), ((60, 16), True), ((80, 24), True)])
async def test_results_have_room_in_a_low_window(sample_dossier: Dossier, size: tuple[int, int], preview: bool) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        await driver.search_for("orla")
        assert len(driver.pane_lines("results")) >= 3
        assert driver.app.screen.query("#preview").first().display is preview


@pytest.mark.slow
async def test_adjacent_words_of_a_hit_are_one_mark(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("sells northland kind:passage")
        await driver.press("enter")
        assert driver.current_words == ["Northland sells"]


@pytest.mark.slow
async def test_a_record_found_in_an_article_is_opened_there(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-ledger")) as driver:
        await driver.search_for("orla kind:entity article:a-ledger")
        await driver.press("enter")
        assert driver.title("text") == "4 Text · A look at the books · [10 May 2024]"
        assert driver.subtitle("text").startswith("Orla Lake 3 of 4")


# FilterField


async def test_a_filter_that_names_an_article_points_to_its_filter(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "\\")
        await driver.type_text("The  Herald")
        assert driver.footer.startswith("No figure matches “The  Herald”. article:a-herald shows those in The Herald.")


async def test_a_list_is_filtered_while_typing(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await driver.type_text("moss")
        assert driver.title("entities") == "2 Entities 1 of 24"
        assert "Ada Moss" in driver.content("entities")
        assert driver.subtitle("entities") == "\\ moss · by count ↓"
        await driver.press(*["backspace"] * 4)
        await driver.type_text("zinc")
        assert driver.title("entities") == "2 Entities 0 of 24"
        assert driver.footer.startswith("No entity matches “zinc”. Esc clears the filter.")
        assert driver.content("entities").split("\n")[1:] == [""] * 10
        await driver.press("escape")
        assert driver.title("entities") == "2 Entities 24"
        assert driver.focused == "entities"


@pytest.mark.slow
async def test_cancel_brings_the_filter_that_was(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await driver.type_text("lake")
        await driver.press("enter")
        kept = driver.title("entities")
        assert kept == "2 Entities 1 of 24"
        await driver.press("\\", *["backspace"] * 4)
        await driver.type_text("moss")
        await driver.press("escape")
        assert driver.title("entities") == kept
        assert "Orla Lake" in driver.content("entities")


@pytest.mark.slow
async def test_the_record_stays_under_the_cursor(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", *["j"] * 12)
        assert driver.cursor_row("entities").startswith("Gorse")
        await driver.press("\\")
        await driver.type_text("-orla kind:entity")
        await driver.press("enter")
        assert driver.cursor_row("entities").startswith("Gorse")
        await driver.press("escape")
        assert driver.title("entities") == "2 Entities 24"
        assert driver.cursor_row("entities").startswith("Gorse")
        assert "Gorse · preview" in driver.breadcrumb, "the filter goes first, the peek at the next Escape"
        await driver.press("escape")
        assert "preview" not in driver.breadcrumb


@pytest.mark.slow
async def test_each_list_has_a_filter_of_its_own(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("1", "\\", *"books", "enter", "3", "\\", *"by:survey", "enter")
        assert [driver.title(pane) for pane in ("articles", "entities", "figures")] == [
            "1 Articles 1 of 3",
            "2 Entities 24",
            "3 [Figures 1 of 4] Events",
        ]
        assert "31.5 Mt" in driver.content("figures")
        assert "40 Mt" not in driver.content("figures")


async def test_a_filter_that_cannot_be_read_says_so(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "\\")
        await driver.type_text("by:brime")
        assert "brine" in driver.footer
        await driver.press("backspace", "backspace")
        await driver.type_text("ne")
        assert driver.title("figures") == "3 [Figures 1 of 4] Events"


@pytest.mark.slow
async def test_an_open_filter_field_is_focused_again(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for away in ("tab", "click"):
            await driver.press("2", "\\")
            await driver.type_text("moss")
            await (driver.press("tab") if away == "tab" else driver.click("Salt under the ice", "text"))
            assert driver.focused != "filter"
            await driver.press("2", "\\")
            assert driver.focused == "filter"
        await driver.press("enter")
        assert driver.title("entities") == "2 Entities 1 of 24"


@pytest.mark.slow
async def test_filtering_does_not_scroll_the_text(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "j", "j", "2")
        before = driver.text_lines()
        await driver.press("\\")
        await driver.type_text("moss")
        await driver.press("enter")
        assert driver.text_lines() == before


# The palette


@pytest.mark.slow
async def test_the_palette_goes_to_a_record(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("ctrl+p")
        await driver.type_text("ada mo")
        await driver.wait_until(lambda: driver.palette_lines[:2] == ["Ada Moss", "entity · person · 2 mentions"])
        await driver.choose_first_command()
        await driver.wait_until(lambda: driver.breadcrumb.startswith("Salt of the north › entities › Ada Moss  "))
        assert (driver.current_words, driver.focused) == (["Ada Moss"], "text")
        await driver.press("[")
        assert driver.current_words == []


@pytest.mark.slow
async def test_the_palette_shows_keys_and_titles_as_they_are(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for query, first in [
            ("notes from", ["[Notes from the north]", "article · [20 July 2024] · a-notes"]),
            ("back hist", ["[ Alt+←        Back in the history"]),
            ("filter the", ["\\              Filter the list"]),
        ]:
            await driver.press("2", ":")
            await driver.type_text(query)
            await driver.wait_until(lambda first=first: driver.palette_lines[: len(first)] == first)
            await driver.press("escape")


async def test_the_palette_begins_with_what_is_done_most(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", ":")
        await driver.wait_until(lambda: len(driver.palette_lines) > 20)
        lines = [line.strip() for line in driver.palette_lines]
        assert lines.index("c              Compare with other sources") < lines.index("Theme: preview and choose")
        assert lines.index("Theme: preview and choose") < lines.index("j ↓            Next row")


@pytest.mark.slow
async def test_the_palette_distinguishes_figures_with_the_same_name(dossier: Dossier) -> None:
    async with run_app(dossier) as driver:
        await driver.press(":")
        await driver.type_text("reserves, rare earths, Russia")
        claims = {"28.5 Mt · Ministry", "28 Mt · Ministry", "3.8 Mt · USGS", "≤28.7 Mt · industry estimates"}
        await driver.wait_until(lambda: {f"figure · {claim}" for claim in claims} <= {*driver.palette_lines})


@pytest.mark.slow
async def test_what_begins_with_the_words_comes_first_in_the_palette(dossier: Dossier) -> None:
    async with run_app(dossier) as driver:
        for query, first in (("rus", "Russia"), ("russia", "Russia"), ("rare earths", "rare earths")):
            await driver.press(":")
            await driver.type_text(query)
            await driver.wait_until(lambda first=first: driver.palette_lines[:1] == [first])
            await driver.press("escape")


@pytest.mark.slow
async def test_the_palette_does_what_the_table_offers(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", ":")
        await driver.type_text("next place of this")
        await driver.wait_until(
            lambda: driver.palette_lines == ["n              Next place of this record, in any article"]
        )
        await driver.choose_first_command()
        await driver.wait_until(lambda: "Orla Lake 2 of 4" in driver.screen_text)
        assert driver.focused == "entities"


# Help


async def test_help_is_about_the_pane_with_the_focus_and_can_be_read_to_its_end(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "?")
        rows = driver.content("box").split("\n")
        assert rows[0].startswith("Move")
        assert "Sort the list another way" in driver.content("box")
        await driver.press("G", "k", "g")
        assert driver.content("box").split("\n") == rows
        await driver.press("?")
        assert driver.focused == "entities"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "q", "?", "f1"])
async def test_help_closes(sample_dossier: Dossier, key: str) -> None:
    async with run_app(sample_dossier) as driver:
        before = driver.screen_text
        await driver.press("?", key)
        assert driver.screen_text == before
        assert driver.app.return_code is None


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("zzz", ["Try another spelling, or only the beginning of a name."]),
        ("year:2099", ["Remove a filter."]),
        ("zzz 7 by:x", ["Try fewer words", "Remove a filter.", "Give a number its unit"]),
    ],
)
def test_what_to_try_fits_the_query(query: str, lines: list[str]) -> None:
    shown = [plain(row.left) for row in advice(query)[1:]]
    assert [words[: len(line)] for words, line in zip(shown, lines, strict=True)] == lines
