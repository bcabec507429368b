"""Moving shows, Enter keeps, Escape leaves one step: places, walks and the way back."""

import pytest

from tests.app.seat import Seat, sit
from tui.app.place import Place
from tui.app.widgets import bars
from tui.dossier.dossier import Dossier


async def scrolled(seat: Seat, *keys: str) -> list[str]:
    """The text after some keys, and then the list of entities with its cursor before the first row."""
    await seat.press("4", *keys, "2")
    return seat.read()


# What a move shows


async def test_what_is_visible_is_shown_where_it_stands(lake: Dossier) -> None:
    async with sit(lake) as seat:
        # The first place of Orla Lake is scrolled away, the second is seen.
        before = await scrolled(seat, *["pagedown"] * 2)
        assert any("Orla Lake flood" in row for row in before)
        await seat.press("j")
        assert seat.position("text").startswith("Orla Lake 2 of 4")
        assert seat.read() == before


async def test_else_the_next_below(lake: Dossier) -> None:
    async with sit(lake) as seat:
        before = await scrolled(seat, *["j"] * 8)
        assert not any("Orla Lake" in row for row in before)
        await seat.press("j")
        assert seat.position("text").startswith("Orla Lake 2 of 4")


async def test_else_the_first_in_this_article(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await scrolled(seat, "G")
        await seat.press("j", "j", "j")
        assert seat.row("entities").startswith("Brine Co")
        assert seat.position("text").startswith("Brine Co 1 of 3")


async def test_else_the_first_in_the_dossier(lake: Dossier) -> None:
    async with sit(lake, Place("a-notes")) as seat:
        await seat.press("2", "j", "j", "j")
        assert seat.title("text") == "4 Text · The Herald · 1 Mar 2024"
        assert seat.position("text").startswith("Brine Co 1 of 3")


async def test_an_article_is_shown_from_its_top(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("4", "G", "1", "j")
        assert seat.title("text") == "4 Text · A look at the books · 10 May 2024"
        assert seat.read()[0] == "A look at the books"
        assert "articles › A look at the books · preview" in seat.breadcrumb
        await seat.press("enter")
        assert seat.breadcrumb.startswith("Salt of the north › articles › A look at the books  ")
        assert seat.title("text") == "4 Text · A look at the books · 10 May 2024"
        assert seat.focus == "text"


async def test_what_is_hidden_comes_a_third_from_the_top(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "n")
        rows = seat.read()
        assert (
            rows.index("The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.") == len(rows) // 3
        )


# Leaving


@pytest.mark.parametrize("key", ["escape", "["])
async def test_a_peek_is_dropped_to_the_very_line(lake: Dossier, key: str) -> None:
    async with sit(lake) as seat:
        before = await scrolled(seat, "j", "j", "j")
        await seat.press("G", "k", "g", "J", "n", "n", "n")
        assert seat.read() != before
        await seat.press(key)
        assert seat.read() == before
        assert "preview" not in seat.breadcrumb
        assert seat.focus == "entities"
        assert "Esc leave" in seat.footer


async def test_escape_goes_one_step_at_a_time(lake: Dossier) -> None:
    """From a filtered list, a peek in Details and all, down to nothing; each step named before it is taken."""
    async with sit(lake) as seat:
        await seat.press("2", "\\", *"place", "enter", "j", "enter", "5", "j", "j")
        steps = []
        for _ in range(5):
            step = seat.footer.split("Esc ")[1].split("  ")[0]
            await seat.press("escape")
            steps.append((step, seat.focus))
        assert steps == [
            ("to text", "text"),
            ("to Entities", "entities"),
            ("clear filter", "entities"),
            ("leave", "entities"),
            ("leave", "entities"),
        ]
        assert seat.footer.startswith("Nothing to leave. q quits.")
        assert seat.row("entities").startswith("Alder")
        assert seat.app.return_code is None


async def test_escape_leaves_the_hits_at_the_same_line(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("closed days")
        await seat.press("enter")
        assert seat.breadcrumb.startswith("Salt of the north › search › “closed days”")
        await seat.press("n", "n")
        before = seat.read()
        assert "Esc hits off" in seat.footer
        await seat.press("escape")
        assert (seat.current, seat.read(), seat.focus) == ([], before, "text")
        assert "Esc to Articles" in seat.footer
        await seat.press("[")
        assert seat.position("text").startswith("“closed days” 3 of 16")


# Walking


async def test_a_walk_through_all_articles_and_its_ends(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "enter")
        met = []
        for _ in range(4):
            met.append((seat.position("text").split(" · ")[0], seat.title("text").split(" · ")[1]))
            await seat.press("n")
        assert met == [
            ("Orla Lake 1 of 4", "The Herald"),
            ("Orla Lake 2 of 4", "The Herald"),
            ("Orla Lake 3 of 4", "A look at the books"),
            ("Orla Lake 4 of 4", "[Notes from the north]"),
        ]
        assert seat.footer.startswith("Last of 4. n again: the first.")
        assert seat.current == ["オルラ湖"]
        await seat.press("n")
        assert seat.position("text").startswith("Orla Lake 1 of 4")
        assert seat.footer.startswith("Next article: The Herald, 1 Mar 2024. N returns.")
        await seat.press("N")
        assert seat.footer.startswith("First of 4. N again: the last.")
        await seat.press("N")
        assert seat.position("text").startswith("Orla Lake 4 of 4")


async def test_any_other_key_forgets_the_end(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "n", "n", "n", "n", "K", "n")
        assert seat.footer.startswith("Last of 4. n again: the first.")
        await seat.press("N")
        assert seat.position("text").startswith("Orla Lake 3 of 4")


async def test_a_walk_is_one_step_of_the_way_back(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "enter", "j", "j")
        before = seat.read()
        await seat.press("n", "n", "n", "[")
        assert seat.position("text").startswith("Orla Lake 1 of 4")
        assert seat.read() == before
        await seat.press("]")
        assert seat.position("text").startswith("Orla Lake 4 of 4")
        await seat.press("]")
        assert seat.footer.startswith("No later place.")


async def test_a_filter_makes_no_walk_shorter(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("1", "\\", *"books", "enter", "2", "j", "N", "N")
        assert seat.title("articles") == "1 Articles 1 of 3"
        assert seat.position("text").startswith("Orla Lake 1 of 4")


async def test_printings_of_a_figure(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("3", "j")
        assert seat.position("text").startswith("40 Mt 1 of 2 · line 5")
        await seat.press("n")
        assert seat.position("text").startswith("40 Mt 2 of 2 · line 3")
        assert seat.current == ["40 million tons"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param("4n", "Nothing to walk: choose an entity or a figure.", id="an article"),
        pytest.param("2Gn", "Silent Cape: not in the text.", id="an entity that no text names"),
        pytest.param("[", "No earlier place.", id="back at the beginning"),
        pytest.param("]", "No later place.", id="forward at the end"),
        pytest.param("2Gy", "cape stands in no article; there is nothing to cite", id="nothing to cite"),
    ],
)
async def test_a_key_that_cannot_act_says_why(lake: Dossier, keys: str, said: str) -> None:
    async with sit(lake) as seat:
        await seat.press(*keys)
        before = seat.read()
        assert seat.footer.startswith(said)
        await seat.press("f5")
        assert not seat.footer.startswith(said), "a message goes with the next key"
        assert seat.read() == before


async def test_a_message_goes_by_itself(lake: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "MESSAGE_SECONDS", 0.01)
    async with sit(lake) as seat:
        before = seat.footer
        await seat.press("[")
        await seat.until(lambda: seat.footer == before)


# The way back


@pytest.mark.slow
async def test_every_jump_can_be_taken_back_line_by_line(lake: Dossier) -> None:
    """Through lists, search, Details, a highlight and a walk, each left at a scroll of its own, and back."""
    async with sit(lake) as seat:
        seen = []
        await seat.press("4", "j")
        for keys in (
            ["2", "j", "enter", "j", "j"],
            ["/", *"moss", "enter", "j"],
            ["n", "k", "k"],
            ["1", "j", "enter"],
            ["5", "j", "enter"],
            ["4", "l", "enter", "4", "k"],
            ["3", "G", "enter"],
        ):
            seen.append((seat.breadcrumb, seat.read()))
            await seat.press(*keys)
        last = seat.breadcrumb, seat.read()
        for breadcrumb, text in reversed(seen):
            await seat.press("[")
            assert (seat.breadcrumb, seat.read()) == (breadcrumb, text)
        await seat.press("[")
        assert seat.footer.startswith("No earlier place.")
        for breadcrumb, text in [*seen[1:], last]:
            await seat.press("]")
            assert (seat.breadcrumb, seat.read()) == (breadcrumb, text)


async def test_a_jump_from_a_peek_keeps_the_peek(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "n", "J")
        before = seat.read()
        await seat.search("moss")
        await seat.press("enter", "[")
        assert seat.position("text").startswith("Orla Lake 2 of 4")
        assert seat.read() == before


async def test_scrolling_and_focus_are_no_places(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("4", "j", "J", "1", "2", "?", "escape", "/", "escape", "\\", "escape", "[")
        assert seat.footer.startswith("No earlier place.")


# What one sees


async def test_the_current_spot_its_sentence_and_its_others(lake: Dossier) -> None:
    async with sit(lake, Place("orla")) as seat:
        rows = [line[1:3] for line in seat.pane("text")[1:-1]]
        texts = seat.read()
        assert [text for mark, text in zip(rows, texts, strict=True) if mark == "▌ "] == [
            "Orla Lake holds 40 million tons of salt, the Brine Company said."
        ]
        assert set(rows) == {"▌ ", "  "}
        ruler = "".join(line[-2] for line in seat.pane("text")[1:-1])
        assert ruler.count("●") == 1
        assert ruler.count("○") == 1
        await seat.press("n")
        marks = {line[1]: text for line, text in zip(seat.pane("text")[1:-1], seat.read(), strict=True)}
        assert marks["▌"].startswith("The shore has been empty")
        [style, *_] = seat.styles("Orla Lake", "text")
        assert style.bold


async def test_scrolled_away_it_says_which_way(lake: Dossier) -> None:
    async with sit(lake, Place("orla")) as seat:
        await seat.press("G")
        assert seat.position("text") == "↑ Orla Lake 1 of 4 · 1 of 2 here · line 5 of 43"
        await seat.press("n", "g")
        assert seat.position("text") == "↓ Orla Lake 2 of 4 · 2 of 2 here · line 29 of 43"


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("at", "article", "current"),
    [
        ("orla-survey", "A look at the books · 10 May 2024", ["31.5 million tons"]),
        ("flood", "The Herald · 1 Mar 2024", ["the Orla Lake flood of 1990"]),
        ("a-notes", "[Notes from the north] · 20 Jul 2024", []),
        ("ledger.txt:3:5", "A look at the books · 10 May 2024", ["Geological"]),
        ("notes.txt:3", "[Notes from the north] · 20 Jul 2024", ["Northland has no plan for the salt [said](#) yet."]),
        ("hits:wind", "The Herald · 1 Mar 2024", ["wind"]),
        ("reserves", "The Herald · 1 Mar 2024", []),
        ("cape", "The Herald · 1 Mar 2024", []),
    ],
)
async def test_opened_at_a_place(lake: Dossier, at: str, article: str, current: list[str]) -> None:
    async with sit(lake, Place(at)) as seat:
        assert seat.title("text") == f"4 Text · {article}"
        assert seat.current == current
        assert seat.focus == "text"
        assert seat.content("details").strip()


async def test_details_count_and_name(lake: Dossier) -> None:
    async with sit(lake, Place("orla-company")) as seat:
        details = seat.content("details")
        assert details.startswith("40 Mt · reserves, Orla Lake")
        assert "said by Brine Company · reported" in details
        assert "Printed  2 times in 2 articles, from 1 origin" in details
        assert "Conflict" in details
        assert "31.5 Mt Geological Survey" in details
