"""Reading: previews, kept places, occurrences, and the way back."""

import pytest

from tests.app.app_driver import AppDriver, run_app
from tui.app.model.place import Place
from tui.app.widgets import bars
from tui.dossier.dossier import Dossier


async def lines_after(driver: AppDriver, *keys: str) -> list[str]:
    """The text after some keys, and then the list of entities with its cursor before the first row."""
    await driver.press("4", *keys, "shift+tab", "shift+tab")
    return driver.text_lines()


# What a move shows


async def test_what_is_visible_is_shown_where_it_stands(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        # The first place of Orla Lake is scrolled away, the second is seen.
        before = await lines_after(driver, *["pagedown"] * 2)
        assert any("Orla Lake flood" in row for row in before)
        await driver.press("j")
        assert driver.subtitle("text").startswith("Orla Lake 2 of 4")
        assert driver.text_lines() == before


@pytest.mark.slow
async def test_else_the_next_below(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before = await lines_after(driver, *["j"] * 8)
        assert not any("Orla Lake" in row for row in before)
        await driver.press("j")
        assert driver.subtitle("text").startswith("Orla Lake 2 of 4")


async def test_else_the_first_in_this_article(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await lines_after(driver, "G")
        await driver.press("j", "j", "j")
        assert driver.cursor_row("entities").startswith("Brine Co")
        assert driver.subtitle("text").startswith("Brine Co 1 of 3")


async def test_else_the_first_in_the_dossier(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-notes")) as driver:
        await driver.press("2", "j", "j")
        assert driver.title("text") == "4 Text · The Herald · 1 Mar 2024"
        assert driver.subtitle("text").startswith("Brine Co 1 of 3")


async def test_an_article_is_shown_from_its_top(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "G", "1", "j")
        assert driver.title("text") == "4 Text · A look at the books · [10 May 2024]"
        assert driver.text_lines()[0] == "A look at the books"
        assert "articles › A look at the books · preview" in driver.breadcrumb
        await driver.press("enter")
        assert driver.breadcrumb.startswith("Salt of the north › articles › A look at the books  ")
        assert driver.title("text") == "4 Text · A look at the books · [10 May 2024]"
        assert driver.focused == "text"


async def test_what_is_hidden_comes_a_third_from_the_top(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "n")
        rows = driver.text_lines()
        assert rows.index("The shore has been empty since the Orla Lake flood of 1990, Ada Moss") == len(rows) // 3


# Leaving


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "["])
async def test_leaving_a_preview_restores_the_line(sample_dossier: Dossier, key: str) -> None:
    async with run_app(sample_dossier) as driver:
        before = await lines_after(driver, "j", "j", "j")
        await driver.press("G", "k", "g", "J", "n", "n", "n")
        assert driver.text_lines() != before
        await driver.press(key)
        assert driver.text_lines() == before
        assert "preview" not in driver.breadcrumb
        assert driver.focused == "text", "where the line was read"


async def test_escape_goes_one_step_at_a_time(sample_dossier: Dossier) -> None:
    """From a filtered list, a peek in Details and all, down to nothing; each step named before it is taken."""
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\", *"place", "enter", "j", "enter", "5", "j", "j")
        steps = []
        for _ in range(4):
            step = driver.footer.partition("Esc ")[2].split("  ")[0]
            await driver.press("escape")
            steps.append((step, driver.focused))
        assert steps == [
            ("to Text", "text"),
            ("to Entities", "entities"),
            ("clear filter", "entities"),
            ("", "entities"),
        ]
        assert driver.footer.startswith("Nothing to go back to. q quits.")
        assert driver.cursor_row("entities").startswith("Alder")
        assert driver.app.return_code is None


@pytest.mark.slow
async def test_escape_leaves_the_hits_at_the_same_line(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "ctrl+f")
        await driver.type_text("closed for days")
        await driver.press("enter", "n", "n")
        before = driver.text_lines()
        assert "Esc clear highlights" in driver.footer
        await driver.press("escape")
        assert (driver.current_words, driver.text_lines(), driver.focused) == ([], before, "text")
        assert "Esc back" in driver.footer, "to what was shown before the words were looked for"
        await driver.press("[")
        assert driver.subtitle("text").startswith("“closed for days” 3 of 16")
        await driver.press("]", "escape")
        assert driver.focused == "text" and "clear highlights" not in driver.footer


# Walking


@pytest.mark.slow
async def test_a_walk_through_all_articles_and_its_ends(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "enter")
        met = []
        for _ in range(4):
            met.append((driver.subtitle("text").split(" · ")[0], driver.title("text").split(" · ")[1]))
            await driver.press("n")
        assert met == [
            ("Orla Lake 1 of 4", "The Herald"),
            ("Orla Lake 2 of 4", "The Herald"),
            ("Orla Lake 3 of 4", "A look at the books"),
            ("Orla Lake 4 of 4", "[Notes from the north]"),
        ]
        assert driver.footer.startswith("This is the last of 4 places. The same key goes on at the first.")
        assert driver.current_words == ["オルラ湖"]
        await driver.press("n")
        assert driver.subtitle("text").startswith("Orla Lake 1 of 4")
        assert driver.footer.startswith("Next article: The Herald")
        await driver.press("N")
        assert driver.footer.startswith("This is the first of 4 places. The same key goes on at the last.")
        await driver.press("N")
        assert driver.subtitle("text").startswith("Orla Lake 4 of 4")


async def test_any_other_key_forgets_the_end(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "n", "n", "n", "n", "K", "n")
        assert driver.footer.startswith("This is the last of 4 places. The same key goes on at the first.")
        await driver.press("N")
        assert driver.subtitle("text").startswith("Orla Lake 3 of 4")


async def test_a_walk_through_occurrences_is_one_step_of_the_history(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "enter", "j", "j")
        before = driver.text_lines()
        await driver.press("n", "n", "n", "[")
        assert driver.subtitle("text").startswith("Orla Lake 1 of 4")
        assert driver.text_lines() == before
        await driver.press("]")
        assert driver.subtitle("text").startswith("Orla Lake 4 of 4")
        await driver.press("]")
        assert driver.footer.startswith("Nothing later in the history.")


@pytest.mark.slow
async def test_a_filter_makes_no_walk_shorter(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("1", "\\", *"books", "enter", "2", "N", "N")
        assert driver.title("articles") == "1 Articles 1 of 3"
        assert driver.subtitle("text").startswith("Orla Lake 1 of 4")


async def test_printings_of_a_figure(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3")
        assert driver.subtitle("text").startswith("40 Mt 1 of 2 · file line 5")
        await driver.press("n")
        assert driver.subtitle("text").startswith("40 Mt 2 of 2 · file line 3")
        assert driver.current_words == ["40 million tons"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param("4n", "No places to step through: choose an entity or a figure.", id="an article"),
        pytest.param("2Gn", "Silent Cape: not in the text.", id="an entity that no text names"),
        pytest.param("[", "Nothing earlier in the history.", id="back at the beginning"),
        pytest.param("]", "Nothing later in the history.", id="forward at the end"),
        pytest.param("2Gy", "cape is in no article, so there is nothing to cite", id="nothing to cite"),
    ],
)
async def test_a_key_that_cannot_act_says_why(sample_dossier: Dossier, keys: str, said: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press(*keys)
        before = driver.text_lines()
        assert driver.footer.startswith(said)
        await driver.press("f5")
        assert not driver.footer.startswith(said), "a message goes with the next key"
        assert driver.text_lines() == before


async def test_a_message_goes_by_itself(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "MESSAGE_SECONDS", 0.01)
    async with run_app(sample_dossier) as driver:
        before = driver.footer
        await driver.press("[")
        await driver.wait_until(lambda: driver.footer == before)


# The way back


@pytest.mark.slow
async def test_every_jump_can_be_taken_back_line_by_line(sample_dossier: Dossier) -> None:
    """Through lists, search, Details, a highlight and a walk, each left at a scroll of its own, and back."""
    async with run_app(sample_dossier) as driver:
        seen = []
        await driver.press("4", "j")
        for keys in (
            ["2", "enter", "j", "j"],
            ["/", *"moss", "enter", "j"],
            ["n", "k", "k"],
            ["1", "j", "enter"],
            ["5", "j", "enter"],
            ["4", "l", "enter", "4", "k"],
            ["3", "G", "enter"],
        ):
            seen.append((driver.breadcrumb, driver.text_lines()))
            await driver.press(*keys)
        last = driver.breadcrumb, driver.text_lines()
        for breadcrumb, text in reversed(seen):
            await driver.press("[")
            assert (driver.breadcrumb, driver.text_lines()) == (breadcrumb, text)
        await driver.press("[")
        assert driver.footer.startswith("Nothing earlier in the history.")
        for breadcrumb, text in [*seen[1:], last]:
            await driver.press("]")
            assert (driver.breadcrumb, driver.text_lines()) == (breadcrumb, text)


@pytest.mark.slow
async def test_a_jump_from_a_preview_keeps_the_preview(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "n", "J")
        before = driver.text_lines()
        await driver.search_for("moss")
        await driver.press("enter", "[")
        assert driver.subtitle("text").startswith("Orla Lake 2 of 4")
        assert driver.text_lines() == before


@pytest.mark.slow
async def test_scrolling_and_focus_are_not_places(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", "j", "J", "1", "4", "?", "escape", "/", "escape", "1", "\\", "escape", "[")
        assert driver.footer.startswith("Nothing earlier in the history.")


# What one sees


async def test_the_current_spot_its_sentence_and_its_others(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        rows = [line[1:3] for line in driver.pane_lines("text")[1:-1]]
        texts = driver.text_lines()
        assert [text for mark, text in zip(rows, texts, strict=True) if mark == "▌ "] == [
            "Orla Lake holds 40 million tons of salt, the Brine Company said."
        ]
        assert set(rows) == {"▌ ", "  "}
        ruler = "".join(line[-2] for line in driver.pane_lines("text")[1:-1])
        assert ruler.count("●") == 1
        assert ruler.count("○") == 1
        await driver.press("n")
        rows = zip(driver.pane_lines("text")[1:-1], driver.text_lines(), strict=True)
        assert [text for line, text in rows if line[1] == "▌"] == [
            "The shore has been empty since the Orla Lake flood of 1990, Ada Moss",
            "said.",
        ]
        [style, *_] = driver.styles_of("Orla Lake", "text")
        assert style.bold


async def test_scrolled_away_it_says_which_way(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("G")
        assert driver.subtitle("text") == "↑ Orla Lake 1 of 4 · 1 of 2 here · file line 5 of 43"
        await driver.press("n", "g")
        assert driver.subtitle("text") == "↓ Orla Lake 2 of 4 · 2 of 2 here · file line 29 of 43"


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("at", "article", "current"),
    [
        ("orla-survey", "A look at the books · [10 May 2024]", ["31.5 million tons"]),
        ("flood", "The Herald · 1 Mar 2024", ["the Orla Lake flood of 1990"]),
        ("a-notes", "[Notes from the north] · [20 Jul 2024]", []),
        ("ledger.txt:3:5", "A look at the books · [10 May 2024]", ["Geological"]),
        (
            "notes.txt:3",
            "[Notes from the north] · [20 Jul 2024]",
            ["Northland has no plan for the salt [said](#) yet."],
        ),
        ("hits:wind", "The Herald · 1 Mar 2024", ["wind"]),
        ("reserves", "The Herald · 1 Mar 2024", []),
        ("cape", "The Herald · 1 Mar 2024", []),
    ],
)
async def test_opened_at_a_place(sample_dossier: Dossier, at: str, article: str, current: list[str]) -> None:
    async with run_app(sample_dossier, Place.at(at)) as driver:
        assert driver.title("text") == f"4 Text · {article}"
        assert driver.current_words == current
        assert driver.focused == "text"
        assert driver.content("details").strip()


async def test_details_count_and_name(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla-company")) as driver:
        details = driver.content("details")
        assert details.startswith("40 Mt · reserves, Orla Lake")
        assert "said by Brine Company · reported" in details
        assert "Printed  2 times in 2 articles, from 1 origin" in details
        assert "Conflict" in details
        assert "31.5 Mt Geological Survey" in details


@pytest.mark.slow
async def test_the_current_words_stay_in_sight_in_a_lower_pane(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-reserves-ministry"), size=(80, 24)) as driver:
        await driver.press("4", "k", "k", "k", "k")
        assert driver.current_words == ["28.5 million tons"]
        await driver.press("3")
        assert driver.current_words == ["28.5 million tons"]
        await driver.press("4", "g")
        assert driver.current_words == []
        top = driver.text_lines()[0]
        await driver.press("3", "4")
        assert driver.text_lines()[0] == top, "what was scrolled out of sight stays there"
