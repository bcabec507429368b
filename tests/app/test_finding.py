"""Search, narrowing and the palette: what one types, what is found, and how one leaves."""

import pytest

from tests.app.seat import sit
from tui.app.place import Place
from tui.dossier.dossier import Dossier

# Search


async def test_results_as_one_types(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("/")
        assert seat.row("results") == ""
        await seat.write("mos")
        assert seat.row("results") == "entity Ada Moss person · 2 mentions"
        assert seat.position("query") == "3 found"
        await seat.until(lambda: seat.position("preview").startswith("Ada Moss 1 of 2"))
        assert seat.title("preview") == "The Herald · 1 Mar 2024"
        assert seat.current == ["Ada Moss"]
        assert seat.position("results") == "1 of 3"


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("query", "said", "first"),
    [
        ("mosss", "3 found · “mosss” is nowhere: showing Moss", "entity Ada Moss person · 2 mentions"),
        ("tungsten", "Nothing. “tungsten” is nowhere", ""),
        ("tungsten moss", "3 found · “tungsten” is nowhere", "entity Ada Moss person · 2 mentions"),
        ("geologists", "1 found", "entity Geological Survey government · 1 mention"),
        ("40m tons", "3 found", "figure 40 Mt reserves, Orla Lake Brine Co"),
        ("kind:event", "1 found", "event The lake floods its shore 1990"),
        ("kind:events", "no record has kind:events; nearest: kind:event", ""),
        ("オルラ", "6 found", "entity Orla Lake place · 4 mentions"),
    ],
)
async def test_what_search_says(lake: Dossier, query: str, said: str, first: str) -> None:
    async with sit(lake) as seat:
        await seat.search(query)
        assert seat.position("query") == said
        assert seat.row("results") == first


async def test_a_hit_is_opened_and_walked(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("people wind")
        await seat.press("down", "down", "enter")
        assert seat.breadcrumb.startswith("Salt of the north › search › “people wind”")
        assert seat.position("text") == "“people wind” 3 of 16 · line 13 of 43"
        assert (seat.current, seat.focus) == (["people"], "text")
        await seat.press("n")
        assert seat.position("text") == "“people wind” 4 of 16 · line 15 of 43"


async def test_a_record_is_opened_at_its_places(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("brine kind:entity")
        await seat.press("enter", "n")
        assert seat.position("text").startswith("Brine Co 2 of 3")
        assert seat.row("entities").startswith("Brine Co")


async def test_enter_without_results_stays(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("tungsten")
        await seat.press("enter", "down", "up", "tab", "pagedown")
        assert seat.content("query") == "tungsten"
        assert seat.focus == "query"


async def test_leaving_search_leaves_all_as_it_was(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "j", "n", "J")
        before, focus = seat.text, seat.focus
        await seat.search("wind")
        await seat.press("down", "tab", "shift+down", "escape")
        assert (seat.text, seat.focus) == (before, focus)


async def test_letters_and_signs_are_typed_and_do_nothing_else(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("q?n[12]/:yo")
        assert seat.content("query") == "q?n[12]/:yo"


async def test_earlier_queries_come_back_on_the_empty_field(lake: Dossier) -> None:
    async with sit(lake) as seat:
        for query in ("moss", "wind"):
            await seat.search(query)
            await seat.press("enter")
        await seat.press("/", "up")
        assert seat.content("query") == "wind"
        assert seat.row("results") != ""


async def test_search_in_this_article(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("1", "j", "enter", "ctrl+f")
        assert seat.content("query") == "article:a-ledger"
        await seat.write("brine")
        rows = seat.content("results").split("\n")
        assert any("A look at the b… l.3" in row for row in rows)
        assert not any("The Herald l." in row for row in rows)


async def test_the_hits_in_an_article_are_walked(lake: Dossier) -> None:
    async with sit(lake, Place("a-herald")) as seat:
        before = seat.text
        await seat.press("ctrl+f")
        await seat.write("closed days snow")
        await seat.press("enter", "n", "n")
        assert seat.breadcrumb.startswith("Salt of the north › search › “closed days snow”")
        assert seat.position("text") == "“closed days snow” 3 of 16 · line 13 of 43"
        assert seat.current == ["closed"]
        hit = seat.styles("days", "text", nth=2)[0]
        assert hit.bold and hit.bgcolor != seat.styles("people", "text", nth=2)[0].bgcolor
        assert [line[1] for line in seat.pane("text")[1:-1] if "closed" in line][1:4] == ["/", "▌", "/"]
        assert "Esc hits off" in seat.footer
        await seat.press("escape")
        assert seat.current == []
        assert "Esc to Articles" in seat.footer
        await seat.press("[", "[", "[")
        assert seat.text == before


async def test_words_of_a_hit_that_stand_together_are_one(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("sells northland kind:passage")
        await seat.press("enter")
        assert seat.current == ["Northland sells"]


async def test_a_record_found_in_an_article_is_opened_there(lake: Dossier) -> None:
    async with sit(lake, Place("a-ledger")) as seat:
        await seat.press("ctrl+f")
        await seat.write("orla kind:entity")
        await seat.press("enter")
        assert seat.title("text") == "4 Text · A look at the books · 10 May 2024"
        assert seat.position("text").startswith("Orla Lake 3 of 4")


# Narrowing


async def test_narrowing_as_one_types(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "\\")
        await seat.write("moss")
        assert seat.title("entities") == "2 Entities 1 of 24"
        assert "Ada Moss" in seat.content("entities")
        assert seat.position("entities") == "\\ moss · by count ↓"
        await seat.press(*["backspace"] * 4)
        await seat.write("zinc")
        assert seat.title("entities") == "2 Entities 0 of 24"
        assert seat.footer.startswith("No entity matches “zinc”. Esc clears the filter.")
        assert seat.content("entities").split("\n")[1:] == [""] * 10
        await seat.press("escape")
        assert seat.title("entities") == "2 Entities 24"
        assert seat.focus == "entities"


async def test_cancel_brings_the_filter_that_was(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "\\")
        await seat.write("lake")
        await seat.press("enter")
        kept = seat.title("entities")
        assert kept == "2 Entities 1 of 24"
        await seat.press("\\", *["backspace"] * 4)
        await seat.write("moss")
        await seat.press("escape")
        assert seat.title("entities") == kept
        assert "Orla Lake" in seat.content("entities")


async def test_the_record_stays_under_the_cursor(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", *["j"] * 13)
        assert seat.row("entities").startswith("Gorse")
        await seat.press("\\")
        await seat.write("-orla kind:entity")
        await seat.press("enter")
        assert seat.row("entities").startswith("Gorse")
        await seat.press("escape")
        assert seat.title("entities") == "2 Entities 24"
        assert seat.row("entities").startswith("Gorse")
        assert "Gorse · preview" in seat.breadcrumb, "the filter goes first, the peek at the next Escape"
        await seat.press("escape")
        assert "preview" not in seat.breadcrumb


async def test_each_list_has_a_filter_of_its_own(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("1", "\\", *"books", "enter", "3", "\\", *"by:survey", "enter")
        assert [seat.title(pane) for pane in ("articles", "entities", "figures")] == [
            "1 Articles 1 of 3",
            "2 Entities 24",
            "3 Figures 1 of 4",
        ]
        assert "31.5 Mt" in seat.content("figures")
        assert "40 Mt" not in seat.content("figures")


async def test_a_filter_that_cannot_be_read_says_so(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("3", "\\")
        await seat.write("by:brime")
        assert "brine" in seat.footer
        await seat.press("backspace", "backspace")
        await seat.write("ne")
        assert seat.title("figures") == "3 Figures 1 of 4"


async def test_a_field_that_was_left_open_is_gone_back_to(lake: Dossier) -> None:
    async with sit(lake) as seat:
        for away in ("tab", "click"):
            await seat.press("2", "\\")
            await seat.write("moss")
            await (seat.press("tab") if away == "tab" else seat.click("Salt under the ice", "text"))
            assert seat.focus != "narrowing"
            await seat.press("2", "\\")
            assert seat.focus == "narrowing"
        await seat.press("enter")
        assert seat.title("entities") == "2 Entities 1 of 24"


async def test_nothing_of_the_text_moves_while_one_narrows(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("4", "j", "j", "2")
        before = seat.read()
        await seat.press("\\")
        await seat.write("moss")
        await seat.press("enter")
        assert seat.read() == before


# The palette


async def test_the_palette_goes_to_a_record(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "ctrl+p")
        await seat.write("ada mo")
        await seat.until(lambda: seat.offered[:2] == ["Ada Moss", "entity · person · 2 mentions"])
        await seat.pick()
        await seat.until(lambda: seat.breadcrumb.startswith("Salt of the north › entities › Ada Moss  "))
        assert (seat.current, seat.focus) == (["Ada Moss"], "text")
        await seat.press("[")
        assert seat.current == []


async def test_the_palette_shows_keys_and_titles_as_they_are(lake: Dossier) -> None:
    async with sit(lake) as seat:
        for query, first in [
            ("notes from", ["[Notes from the north]", "article · 20 July 2024 · a-notes"]),
            ("back", ["Back", "[ Alt+←"]),
            ("narrow the", ["Narrow the list", "\\"]),
        ]:
            await seat.press("2", ":")
            await seat.write(query)
            await seat.until(lambda first=first: seat.offered[:2] == first)
            await seat.press("escape")


async def test_the_palette_has_no_second_way_to_zoom_or_to_explain(lake: Dossier) -> None:
    async with sit(lake) as seat:
        titles = [command.title for command in seat.app.get_system_commands(seat.app.screen)]
        assert sorted(titles) == ["Quit", "Screenshot", "Theme"]


async def test_the_palette_tells_figures_of_one_name_apart(dossier: Dossier) -> None:
    async with sit(dossier) as seat:
        await seat.press(":")
        await seat.write("reserves, rare earths, Russia")
        claims = {"28.5 Mt · Ministry", "28 Mt · Ministry", "3.8 Mt · USGS", "≤28.7 Mt · industry estimates"}
        await seat.until(lambda: all(f"figure · {claim}\n" in seat.text for claim in claims))


@pytest.mark.slow
async def test_what_begins_with_the_words_comes_first_in_the_palette(dossier: Dossier) -> None:
    async with sit(dossier) as seat:
        for query, first in (("rus", "Russia"), ("russia", "Russia"), ("rare earths", "rare earths")):
            await seat.press(":")
            await seat.write(query)
            await seat.until(lambda first=first: seat.offered[:1] == [first])
            await seat.press("escape")


async def test_the_palette_does_what_the_table_offers(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", ":")
        await seat.write("next place of what")
        await seat.until(lambda: seat.offered[:2] == ["Next place of what is current, across articles", "n"])
        await seat.pick()
        await seat.until(lambda: "Orla Lake 2 of 4" in seat.text)
        assert seat.focus == "entities"


# Help


async def test_help_is_about_the_pane_with_the_focus_and_can_be_read_to_its_end(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "?")
        rows = seat.content("box").split("\n")
        assert rows[0].startswith("Moving shows, Enter keeps, Esc leaves one step.")
        assert "Lists: Articles, Entities, Figures" in rows
        await seat.press("j")
        assert seat.content("box").split("\n")[:-1] == rows[1:]
        read = [*rows]
        for _ in range(20):
            await seat.press("pagedown")
            read += seat.content("box").split("\n")
        assert "Narrowing a list" in read
        await seat.press("g")
        assert seat.content("box").split("\n") == rows
        await seat.press("G", "k", "?")
        assert seat.focus == "entities"


@pytest.mark.sample(2)
@pytest.mark.parametrize("key", ["escape", "q", "?", "f1"])
async def test_help_closes(lake: Dossier, key: str) -> None:
    async with sit(lake) as seat:
        before = seat.text
        await seat.press("?", key)
        assert seat.text == before
        assert seat.app.return_code is None
