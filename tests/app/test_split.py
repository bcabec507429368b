"""Compare and the timeline show records side by side; each leads to its sentence, and looking moves nothing."""

import re
from datetime import date
from decimal import Decimal

import pytest

from tests.app.app_driver import AppDriver, run_app
from tui.app.model.place import ARTICLES, ENTITIES, FIGURES, Place
from tui.app.system import clock
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.view.comparison import verdict_lines
from tui.view.excerpt import excerpt
from tui.view.styled_text import plain
from tui.view.timeline import DUE, FIGURE, HAPPENED, timeline
from tui.view.value import value_text

# One size by default, and the other by the slow tests.
pytestmark = pytest.mark.sample(1)

SIZES = [(120, 36), (80, 24)]

MINISTRY = Place.at("russia-reserves-ministry", pane=FIGURES)


async def all_rows(driver: AppDriver) -> list[str]:
    """All rows of the upper half, read page by page from its top, without the cursor."""
    rows: list[str] = []
    await driver.press("pageup", "pageup", "pageup", "pageup", "pageup")
    for _ in range(20):
        page = [re.sub(r"^[┃│]+›?|[┃│]+$", "", line).strip() for line in driver.pane_lines("upper")[1:-1]]
        common = next(n for n in range(min(len(rows), len(page)), -1, -1) if rows[len(rows) - n :] == page[:n])
        if common == len(page):
            break
        rows += page[common:]
        await driver.press("pagedown")
    return rows


def without_layout(*lines: str) -> str:
    """Lines as one text with single spaces."""
    return " ".join(" ".join(lines).replace("\N{NO-BREAK SPACE}", " ").split())


# Compare


@pytest.mark.parametrize("size", SIZES)
async def test_compare_shows_the_claims_the_reason_and_every_sentence(dossier: Dossier, size: tuple[int, int]) -> None:
    group = dossier.groups.with_figure(dossier.figures[MINISTRY.record])
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("c")
        assert driver.title("upper") == "Compare · Russia’s reserves of rare earths"
        assert driver.subtitle("upper") == "group 1 of 1 · axis in Mt, from 0"
        assert driver.cursor_row("upper").startswith("28.5 Mt Ministry of Natural Resources — 2× ·")
        assert "CONFLICT The USGS says 3.8 million t" in without_layout(driver.content("upper"))
        rows = await all_rows(driver)
        assert [row.split("  ")[0] for row in rows[1:5]] == ["3.8 Mt", "28 Mt", "28.5 Mt", "≤28.7 Mt"]
        told = without_layout(*rows)
        for line in verdict_lines(group, dossier):
            assert without_layout(plain(line)) in told
        for figure in group.ascending:
            # As everywhere in the app, the earliest article that prints it comes first.
            source = min(figure.sources, key=lambda source: dossier.article_order.index(source.article))
            sentence = dossier.documents[source.article].sentence_around(source.quote)
            assert without_layout(plain(excerpt(dossier, source.article, sentence))) in told


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_of_the_axis_are_above_the_plot(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("c")
        numbers, *claims = driver.pane_lines("upper")[1:6]
        start = claims[0].index("·")
        assert numbers.index("0") == start
        end = claims[3].index("┤")
        assert abs(numbers.index("20") - (start + (end - start) * 20 / Decimal("28.7"))) <= 1
        assert claims[3].index("◂") == start


async def test_the_current_place_is_the_one_compared(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("n")
        read = driver.current_words
        assert driver.subtitle("text").startswith("28.5 Mt 2 of 2")
        await driver.press("c")
        assert driver.cursor_row("upper").startswith("28.5 Mt") and driver.subtitle("lower").startswith(
            "28.5 Mt 2 of 2"
        )
        assert " ".join(driver.current_words) == " ".join(read), "in rows of another width"
        await driver.press("j", "k")
        assert driver.subtitle("lower").startswith("28.5 Mt 1 of 2"), "another claim is shown where it is printed first"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["}", "{"])
async def test_without_another_group_none_is_offered(dossier: Dossier, key: str) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("c")
        assert "group 1 of 1" in driver.subtitle("upper") and "other groups" not in driver.footer
        before = driver.text_lines("upper")
        await driver.press(key)
        assert "There is no other group to compare." in driver.footer
        assert driver.text_lines("upper") == before
    async with run_app(dossier, Place.at("russia", pane=ENTITIES)) as driver:
        await driver.press("c")
        assert "group 1 of 1" not in driver.subtitle("upper") and "other groups" in driver.footer


@pytest.mark.parametrize("size", SIZES)
async def test_moving_shows_the_sentence_below(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        for key, row, current, title in (
            ("c", "28.5 Mt", "28.5 million tons", "The Moscow Times"),
            ("j", "≤28.7 Mt", "28.7 million metric tons", "[Putin proposes"),
            ("k", "28.5 Mt", "28.5 million tons", "The Moscow Times"),
            ("k", "28 Mt", "28 million tons", "[Kremlin confirms"),
            ("k", "3.8 Mt", "3.8 million metric tons", "[Putin proposes"),
            ("k", "3.8 Mt", "3.8 million metric tons", "[Putin proposes"),
            ("G", "≤28.7 Mt", "28.7 million metric tons", "[Putin proposes"),
            ("g", "3.8 Mt", "3.8 million metric tons", "[Putin proposes"),
        ):
            await driver.press(key)
            assert driver.cursor_row("upper").startswith(row)
            assert without_layout(*driver.current_words) == current
            assert driver.title("lower").startswith(f"Text · {title}")


@pytest.mark.parametrize("size", SIZES)
async def test_n_walks_the_printings_of_a_claim_in_place(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("c")
        for key, position, title in (
            ("", "28.5 Mt 1 of 2 · file line 29 of 35", "The Moscow Times"),
            ("n", "28.5 Mt 2 of 2 · file line 17 of ", "[Russia aims"),
            ("n", "28.5 Mt 1 of 2 · file line 29 of 35", "The Moscow Times"),
            ("N", "28.5 Mt 2 of 2 · file line 17 of ", "[Russia aims"),
        ):
            await driver.press(*key)
            assert driver.subtitle("lower").startswith(position)
            assert driver.title("lower").startswith(f"Text · {title}")
            assert driver.cursor_row("upper").startswith("28.5 Mt")
            assert without_layout(*driver.current_words) == "28.5 million tons"


@pytest.mark.slow
async def test_what_is_shown_stays_through_another_axis_and_another_size(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("c", "n")
        for change in (driver.press("L"), driver.resize(80, 24), driver.resize(160, 50)):
            await change
            assert driver.subtitle("lower").startswith("28.5 Mt 2 of 2")
            assert driver.cursor_row("upper").startswith("28.5 Mt")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_enter_lands_in_the_text_and_back_returns(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        before = driver.pane_lines("figures")
        await driver.press("c", "k", "k", "n", "enter")
        assert driver.focused == "text"
        assert without_layout(*driver.current_words) == "3.8 million tons"
        assert "3.8 Mt 2 of 2" in driver.screen_text and "[Russia aims to expand" in driver.screen_text
        await driver.press("[")
        assert driver.cursor_row("upper").startswith("3.8 Mt") and driver.subtitle("lower").startswith("3.8 Mt 2 of 2")
        await driver.press("[")
        assert driver.focused == "figures"
        assert driver.pane_lines("figures") == before
        assert "28.5 Mt 1 of 2" in driver.screen_text


@pytest.mark.slow
@pytest.mark.parametrize(("first", "size"), [("", SIZES[0]), ("", SIZES[1]), ("j", SIZES[0]), ("4JJ", SIZES[1])])
async def test_escape_leaves_everything_as_it_was(dossier: Dossier, first: str, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press(*first)
        before, focus = driver.screen_lines, driver.focused
        for keys in (["c", "j", "n", "L", "}", "J", "escape"], ["t", "j", "G", "#", "J", "escape"]):
            await driver.press(keys[0])
            assert driver.title("upper").startswith(("Compare", "Timeline"))
            await driver.press(*keys[1:])
            assert (driver.screen_lines, driver.focused) == (before, focus)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_braces_step_through_the_groups_of_an_entity(dossier: Dossier, size: tuple[int, int]) -> None:
    about = [
        "Russia’s reserves of rare earths",
        "Russia’s rank by reserves of rare earths",
        "Russia’s production of rare earths",
        "Russia’s share of world production of rare earths",
    ]
    async with run_app(dossier, Place.at("russia", pane=ENTITIES), size) as driver:
        await driver.press("c")
        for number in (0, 1, 2, 3, 0):
            assert driver.title("upper") == f"Compare · {about[number]}"
            assert driver.subtitle("upper").startswith(f"group {number + 1} of 4 · ")
            assert driver.cursor_row("upper")
            assert without_layout(*driver.current_words)
            await driver.press("}")
        await driver.press("{")
        assert driver.title("upper") == f"Compare · {about[0]}"
        await driver.press("{")
        assert driver.title("upper") == f"Compare · {about[3]}"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_history_comes_back_to_the_group_the_claim_and_the_line(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, Place.at("russia", pane=ENTITIES), size) as driver:
        await driver.press("c", "}", "}", "j", "n", "J")
        compared = driver.pane_lines("upper"), driver.pane_lines("lower")
        await driver.press("enter")
        read = driver.screen_text
        await driver.press("[")
        assert driver.title("upper") == "Compare · Russia’s production of rare earths"
        assert (driver.pane_lines("upper"), driver.pane_lines("lower")) == compared
        await driver.press("]")
        assert driver.screen_text == read
        await driver.press("[", "escape")
        assert driver.focused == "entities"
        assert "Russia" in driver.breadcrumb
        await driver.press("[")
        assert driver.footer.startswith("Nothing earlier in the history.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_axis_is_changed_and_changed_back(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("c")
        before = driver.pane_lines("upper")
        await driver.press("L")
        assert driver.subtitle("upper").endswith("axis in Mt, logarithmic")
        numbers = driver.pane_lines("upper")[1].strip("┃│ ").removeprefix("times printed").split()
        assert numbers == (["5", "10", "20"] if size[0] < 100 else ["5", "10", "15", "20", "25"])
        assert driver.cursor_row("upper").startswith("28.5 Mt")
        await driver.press("L")
        assert driver.pane_lines("upper") == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "why", "size"),
    [
        (Place.at("tomtor", pane=ENTITIES), "Tomtor", SIZES[0]),
        (Place.at("tomtor", pane=ENTITIES), "Tomtor", SIZES[1]),
        (Place.at("brazil-reserves", pane=FIGURES), "the only figure for reserves, rare earths, Brazil", SIZES[0]),
    ],
)
async def test_a_message_says_that_nothing_can_be_compared(
    dossier: Dossier, place: Place, why: str, size: tuple[int, int]
) -> None:
    async with run_app(dossier, place, size) as driver:
        before = driver.screen_lines
        await driver.press("c")
        assert driver.footer.startswith("Nothing to compare: ") and why in driver.footer
        assert driver.screen_lines[:-1] == before[:-1]


async def test_an_article_is_compared_by_the_figures_that_it_prints(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("a-cooperation-offer", pane=ARTICLES)) as driver:
        await driver.press("c")
        assert driver.title("upper") == "Compare · Russia’s rank by reserves of rare earths"
        assert driver.subtitle("upper") == (
            "group 1 of 2 · axis by rank, from 1 · figures of Rare Earths: Russia Offers Cooperation to the U.S."
        )


async def test_compare_is_offered_where_a_record_has_figures(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(200, 40)) as driver:
        await driver.press("2")
        assert "c compare" in driver.footer
        await driver.press("G")
        assert driver.cursor_row("entities").startswith("Silent Cape") and "c compare" not in driver.footer
        await driver.press("1", "g", "j")
        assert driver.cursor_row("articles").startswith("A look at") and "c compare" in driver.footer
        await driver.press("G")
        assert driver.cursor_row("articles").startswith("[Notes") and "c compare" not in driver.footer


async def test_an_event_has_nothing_to_compare(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "{", "g")
        assert "c compare" not in driver.footer
        await driver.press("c")
        assert driver.focused == "figures" and "events" in driver.breadcrumb
        assert driver.footer.startswith("Nothing to compare: an event has no figures.")


async def test_a_citation_is_of_the_row_and_the_keys_come_back(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("c")
        hints = driver.footer
        await driver.press("y")
        assert driver.footer.startswith("Copied: “According to figures from Russia’s Natural Resources")
        await driver.press("j")
        assert driver.footer == hints


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 16), (40, 12), (200, 50)])
async def test_the_ruler_is_right_at_any_size(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("c")
        assert driver.cursor_row("upper").startswith("28.5 Mt")
        await driver.press("L", "k", "escape", "t")
        assert driver.cursor_row("upper").startswith("1 Dec")


async def test_what_is_compared_has_the_width_of_its_pane(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY, (200, 50)) as driver:
        await driver.press("c")
        lines = driver.pane_lines("upper")
        assert not any(line.rstrip(" ┃│").endswith("…") for line in lines), "nothing is cut"
        assert driver.region("lower").x == driver.region("upper").right


# The timeline


@pytest.mark.parametrize("size", SIZES)
async def test_the_timeline_is_in_order_with_signs_and_lines(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("t")
        assert driver.title("upper") == "Timeline · m shows 2 minor events"
        assert driver.subtitle("upper") == "● happened  ◇ deadline or target  # dated figure  [ ] inferred"
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline"), "it opens at what comes next"
        await driver.press("g")
        rows = []
        for _ in timeline(dossier):
            rows.append(driver.cursor_row("upper"))
            await driver.press("j")
        expected = timeline(dossier)
        assert len({*rows}) == len(expected) and {HAPPENED, DUE, FIGURE} == {dated.sign for dated in expected}
        for row, dated in zip(rows, expected, strict=True):
            assert row.startswith(f"{dated.date} {dated.sign} {without_layout(dated.what)[:12]}")
            assert not re.search(r" l\.\d+$", row), "what happened has the room of where it is told"
        assert any(row.startswith("24 Feb [2025] ◇ ") for row in rows)
        assert any(row.startswith("1 Dec [2025] ◇ ") for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2025, 11, 30), "[Oct–Nov 2025]        ● Trump invites", "1 Dec [2025]          ◇ Deadline"),
        (date(2025, 12, 1), "1 Dec [2025]          ◇ Deadline", "2030                  ◇ Target"),
    ],
)
async def test_a_line_tells_what_is_to_come_from_what_has_begun(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, day: date, before: str, after: str
) -> None:
    monkeypatch.setattr(clock, "today", lambda: day)
    async with run_app(dossier, MINISTRY, (120, 60)) as driver:
        await driver.press("t")
        rows = [line.strip(" │┃›") for line in driver.pane_lines("upper")]
        [today] = [number for number, row in enumerate(rows) if row.startswith("── today, ")]
        assert rows[today] == f"── today, {day.day} {day:%B %Y} ──"
        assert rows[today - 1].startswith(before) and rows[today + 1].startswith(after)
        await driver.press("G", "k", "k")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline"), "the cursor passes over it"


@pytest.mark.parametrize("size", SIZES)
async def test_figures_are_hidden_and_shown_again(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("t", "g", "j", "j")
        before = driver.pane_lines("upper")
        assert any(" # 2,600 t/yr production" in line for line in before)
        await driver.press("#")
        assert driver.cursor_row("upper").startswith("2023 ● The Solikamsk")
        assert not any(f" {FIGURE} " in line for line in driver.pane_lines("upper")[1:-1])
        await driver.press("G")
        assert driver.cursor_row("upper").startswith("2030 ◇ Target")
        await driver.press("#")
        assert driver.cursor_row("upper").startswith("2030 ◇ Target")
        await driver.press("j")
        assert driver.cursor_row("upper").startswith("2030 # ≤12% share of the world")


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (60, 16), (40, 12)])
async def test_the_value_of_a_dated_figure_is_never_cut(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("t", "g")
        values = []
        for dated in timeline(dossier):
            if isinstance(dated.record, Figure):
                values.append(without_layout(value_text(dated.record, dossier)))
                assert f" # {values[-1]} " in f"{driver.cursor_row('upper')} "
            await driver.press("j")
        assert "2,600 t/yr" in values


async def test_a_figure_that_is_hidden_gives_the_cursor_to_what_comes_next(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("t", "G")
        assert driver.cursor_row("upper").startswith("2030 # ≤12% share of the world")
        await driver.press("#")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline")
        assert without_layout(*driver.current_words) == "by December 1"


async def test_the_timeline_opens_at_the_event_on_screen(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("roadmap-due"), (150, 36)) as driver:
        await driver.press("t")
        row = driver.cursor_row("upper")
        assert row.startswith("1 Dec [2025] ◇ Deadline") and row.endswith("[Russia aims to expand prod… l.4")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_from_the_timeline_to_the_sentence(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        before = driver.pane_lines("figures")
        await driver.press("t", "G", "k", "k")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline for the roadmap")
        assert without_layout(*driver.current_words) == "by December 1"
        await driver.press("enter")
        assert driver.focused == "text"
        assert without_layout(*driver.current_words) == "by December 1"
        assert "long-term development of mining" in without_layout(*driver.text_lines())
        await driver.press("[")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline for the roadmap")
        await driver.press("[")
        assert driver.pane_lines("figures") == before
        assert "28.5 Mt 1 of 2" in driver.screen_text
        assert driver.focused == "figures"


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (60, 16)])
async def test_the_timeline_is_narrowed_and_found_so_again(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, MINISTRY, size) as driver:
        await driver.press("t", "g")
        before = driver.pane_lines("upper"), driver.pane_lines("lower")
        await driver.press("\\")
        await driver.type_text("roadmap")
        assert driver.title("upper").startswith("Timeline · 2 of 28 · \\ roadmap")
        assert without_layout(*driver.current_words) == "last week", "the first match"
        await driver.press("down")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline")
        assert without_layout(*driver.current_words) == "by December 1"
        assert driver.text_at_cursor.startswith("›")
        await driver.press("enter")
        assert "Esc clear filter" in driver.footer and driver.cursor_row("upper").startswith("1 Dec")
        await driver.press("enter")
        assert driver.focused == "text" and without_layout(*driver.current_words) == "by December 1"
        await driver.press("[")
        assert driver.title("upper").startswith("Timeline · 2 of 28 · \\ roadmap")
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline")
        await driver.press("escape")
        assert driver.title("upper") == "Timeline · m shows 2 minor events" and "Esc back" in driver.footer
        assert driver.cursor_row("upper").startswith("1 Dec [2025] ◇ Deadline")
        await driver.press("g")
        assert (driver.pane_lines("upper"), driver.pane_lines("lower")) == before
        await driver.press("escape", "t", "g")
        assert (driver.pane_lines("upper"), driver.pane_lines("lower")) == before, "opened again, it is whole"


@pytest.mark.slow
async def test_typing_into_the_timeline_s_field_is_taken_back(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("t", "j", "j")
        before = driver.screen_text
        await driver.press("\\")
        # Every letter is typed, whatever it would do in the list.
        await driver.type_text("qyt[#j")
        assert "qyt[#j" in driver.content("upper")
        await driver.press("escape")
        assert driver.screen_text == before


@pytest.mark.slow
async def test_a_message_says_that_nothing_in_the_timeline_matches(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("t", "\\")
        await driver.type_text("zeppelin")
        assert "No event or dated figure matches “zeppelin”. Esc clears the filter." in driver.footer
        assert driver.title("upper").startswith("Timeline · 0 of 28")
        await driver.press("enter", "j", "G", "n", "#", "escape")
        assert driver.title("upper") == "Timeline · m shows 2 minor events" and driver.cursor_row("upper")
        assert without_layout(*driver.current_words)


@pytest.mark.slow
async def test_figures_can_be_hidden_in_a_filtered_timeline(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY) as driver:
        await driver.press("t", "\\")
        await driver.type_text("usgs")
        await driver.press("enter")
        narrowed = driver.pane_lines("upper")
        assert driver.cursor_row("upper").startswith("2023 # 2,600 t/yr")
        await driver.press("#")
        assert "t/yr" not in driver.content("upper")
        await driver.press("#")
        assert {*driver.pane_lines("upper")} == {*narrowed}


async def test_the_axis_of_a_rate_is_a_rate(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-production-2024")) as driver:
        await driver.press("c")
        assert "2,500 t/yr" in driver.content("upper")
        assert "axis in t/yr, from 0" in driver.subtitle("upper")


# In the lists and in Details


@pytest.mark.slow
async def test_figures_in_conflict_are_marked_in_the_list(dossier: Dossier) -> None:
    async with run_app(dossier, MINISTRY, (200, 90)) as driver:
        rows = [line.strip("┃│╎› ") for line in driver.pane_lines("figures")[1:-1]]
        marked = [row.split("  ")[0] for row in rows if "≠" in row]
        assert [without_layout(row).split(" Russia")[0] for row in marked] == ["28.5 Mt", "28 Mt", "3.8 Mt"]
        assert sum("Russia" in row for row in rows) > len(marked)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (
            "russia-reserves-ministry",
            ["Conflict 3.8 Mt USGS 28.5 Mt is 7.5 times as much", "Compatible ≤28.7 Mt industry estimates"],
        ),
        ("russia-reserves-usgs", ["Conflict 28.5 Mt Ministry 28.5 Mt is 7.5 times as much"]),
        ("russia-production-2024", ["Different period 2,600 t/yr USGS for 2023", "Agree ≈2,600 t/yr"]),
        ("pikalevsky-gallium", ["Not comparable 41 t/yr Rusal one is a possibility, if demand warrants it"]),
        ("russia-reserves-rank", ["Agree 5th Other estimates the same"]),
        ("brazil-reserves", ["Nothing to compare: the only figure for Brazil’s reserves of rare earths."]),
    ],
)
async def test_details_of_a_figure_name_the_verdict(dossier: Dossier, figure: str, told: list[str]) -> None:
    async with run_app(dossier, Place.at(figure, pane=FIGURES), (200, 60)) as driver:
        details = without_layout(driver.content("details"))
        assert all(words in details for words in told), details
