"""Compare and the timeline: things side by side, each a key away from its sentence, and nothing moved by looking."""

import re
from decimal import Decimal

import pytest

from tests.app.seat import Seat, sit
from tui.app.place import ARTICLES, ENTITIES, FIGURES, Place
from tui.dossier.compare import group_of
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.view.comparison import verdict_lines
from tui.view.excerpt import excerpt
from tui.view.pieces import plain
from tui.view.timeline import DUE, FIGURE, HAPPENED, timeline
from tui.view.value import value_text

# One size by default, and the other by the slow tests.
pytestmark = pytest.mark.sample(1)

SIZES = [(120, 36), (80, 24)]

MINISTRY = Place("russia-reserves-ministry", pane=FIGURES)


async def whole(seat: Seat) -> list[str]:
    """All rows of the upper half, read page by page from its top, without the cursor."""
    rows: list[str] = []
    await seat.press("pageup", "pageup", "pageup", "pageup", "pageup")
    for _ in range(20):
        page = [re.sub(r"^[┃│]+›?|[┃│]+$", "", line).strip() for line in seat.pane("upper")[1:-1]]
        common = next(n for n in range(min(len(rows), len(page)), -1, -1) if rows[len(rows) - n :] == page[:n])
        if common == len(page):
            break
        rows += page[common:]
        await seat.press("pagedown")
    return rows


def words(*lines: str) -> str:
    """Lines as one text with single spaces."""
    return " ".join(" ".join(lines).replace("\N{NO-BREAK SPACE}", " ").split())


# Compare


@pytest.mark.parametrize("size", SIZES)
async def test_compare_shows_the_claims_the_reason_and_every_sentence(dossier: Dossier, size: tuple[int, int]) -> None:
    group = group_of(dossier.figures[MINISTRY.record], dossier)
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("c")
        assert seat.title("upper") == "Compare · Russia’s reserves of rare earths"
        assert seat.position("upper") == "group 1 of 1 · axis in Mt, from 0"
        assert seat.row("upper").startswith("28.5 Mt Ministry of Natural Resources — 2× ·")
        assert "CONFLICT USGS says 3.8 million t" in words(seat.content("upper"))
        rows = await whole(seat)
        assert [row.split("  ")[0] for row in rows[1:5]] == ["3.8 Mt", "28 Mt", "28.5 Mt", "≤28.7 Mt"]
        told = words(*rows)
        for line in verdict_lines(group, dossier):
            assert words(plain(line)) in told
        for figure in group.ascending:
            # As everywhere in the app, the earliest article that prints it comes first.
            source = min(figure.sources, key=lambda source: dossier.article_order.index(source.article))
            sentence = dossier.documents[source.article].sentence_around(source.span)
            assert words(plain(excerpt(dossier, source.article, sentence))) in told


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_of_the_axis_stand_over_the_plot(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("c")
        numbers, *claims = seat.pane("upper")[1:6]
        start = claims[0].index("·")
        assert numbers.index("0") == start
        end = claims[3].index("┤")
        assert abs(numbers.index("20") - (start + (end - start) * 20 / Decimal("28.7"))) <= 1
        assert claims[3].index("◂") == start


async def test_the_place_that_one_reads_is_the_one_compared(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("n")
        read = seat.current
        assert seat.position("text").startswith("28.5 Mt 2 of 2")
        await seat.press("c")
        assert seat.row("upper").startswith("28.5 Mt") and seat.position("lower").startswith("28.5 Mt 2 of 2")
        assert seat.current == read
        await seat.press("j", "k")
        assert seat.position("lower").startswith("28.5 Mt 1 of 2"), "another claim is shown where it is printed first"


@pytest.mark.parametrize("key", ["}", "{"])
async def test_where_there_is_no_other_group_none_is_offered(dossier: Dossier, key: str) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("c")
        assert "group 1 of 1" in seat.position("upper") and "other groups" not in seat.footer
        before = seat.read("upper")
        await seat.press(key)
        assert "There is no other group to compare." in seat.footer
        assert seat.read("upper") == before
    async with sit(dossier, Place("russia", pane=ENTITIES)) as seat:
        await seat.press("c")
        assert "group 1 of 1" not in seat.position("upper") and "other groups" in seat.footer


@pytest.mark.parametrize("size", SIZES)
async def test_moving_shows_the_sentence_below(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
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
            await seat.press(key)
            assert seat.row("upper").startswith(row)
            assert words(*seat.current) == current
            assert seat.title("lower").startswith(f"Text · {title}")


@pytest.mark.parametrize("size", SIZES)
async def test_n_walks_the_printings_of_a_claim_in_place(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("c")
        for key, position, title in (
            ("", "28.5 Mt 1 of 2 · line 29 of 35", "The Moscow Times"),
            ("n", "28.5 Mt 2 of 2 · line 17 of ", "[Russia aims"),
            ("n", "28.5 Mt 1 of 2 · line 29 of 35", "The Moscow Times"),
            ("N", "28.5 Mt 2 of 2 · line 17 of ", "[Russia aims"),
        ):
            await seat.press(*key)
            assert seat.position("lower").startswith(position)
            assert seat.title("lower").startswith(f"Text · {title}")
            assert seat.row("upper").startswith("28.5 Mt") and words(*seat.current) == "28.5 million tons"


async def test_what_is_shown_stays_through_another_axis_and_another_size(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("c", "n")
        for change in (seat.press("L"), seat.resize(80, 24), seat.resize(160, 50)):
            await change
            assert seat.position("lower").startswith("28.5 Mt 2 of 2")
            assert seat.row("upper").startswith("28.5 Mt")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_lands_in_the_text_and_back_returns(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        before = seat.pane("figures")
        await seat.press("c", "k", "k", "n", "enter")
        assert seat.focus == "text"
        assert words(*seat.current) == "3.8 million tons"
        assert "3.8 Mt 2 of 2" in seat.text and "[Russia aims to expand" in seat.text
        await seat.press("[")
        assert seat.row("upper").startswith("3.8 Mt") and seat.position("lower").startswith("3.8 Mt 2 of 2")
        await seat.press("[")
        assert seat.focus == "figures"
        assert seat.pane("figures") == before
        assert "28.5 Mt 1 of 2" in seat.text


@pytest.mark.parametrize(("first", "size"), [("", SIZES[0]), ("", SIZES[1]), ("j", SIZES[0]), ("4JJ", SIZES[1])])
async def test_escape_leaves_everything_as_it_was(dossier: Dossier, first: str, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press(*first)
        before, focus = seat.lines, seat.focus
        for keys in (["c", "j", "n", "L", "}", "J", "escape"], ["t", "j", "G", "#", "J", "escape"]):
            await seat.press(keys[0])
            assert seat.title("upper").startswith(("Compare", "Timeline"))
            await seat.press(*keys[1:])
            assert (seat.lines, seat.focus) == (before, focus)


@pytest.mark.parametrize("size", SIZES)
async def test_braces_step_through_the_groups_of_an_entity(dossier: Dossier, size: tuple[int, int]) -> None:
    about = [
        "Russia’s reserves of rare earths",
        "Russia’s rank by reserves of rare earths",
        "Russia’s production of rare earths",
        "Russia’s share of world production of rare earths",
    ]
    async with sit(dossier, Place("russia", pane=ENTITIES), size) as seat:
        await seat.press("c")
        for number in (0, 1, 2, 3, 0):
            assert seat.title("upper") == f"Compare · {about[number]}"
            assert seat.position("upper").startswith(f"group {number + 1} of 4 · ")
            assert seat.row("upper")
            assert words(*seat.current)
            await seat.press("}")
        await seat.press("{")
        assert seat.title("upper") == f"Compare · {about[0]}"
        await seat.press("{")
        assert seat.title("upper") == f"Compare · {about[3]}"


@pytest.mark.parametrize("size", SIZES)
async def test_history_comes_back_to_the_group_the_claim_and_the_line(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, Place("russia", pane=ENTITIES), size) as seat:
        await seat.press("c", "}", "}", "j", "n", "J")
        compared = seat.pane("upper"), seat.pane("lower")
        await seat.press("enter")
        read = seat.text
        await seat.press("[")
        assert seat.title("upper") == "Compare · Russia’s production of rare earths"
        assert (seat.pane("upper"), seat.pane("lower")) == compared
        await seat.press("]")
        assert seat.text == read
        await seat.press("[", "escape")
        assert seat.focus == "entities"
        assert "Russia" in seat.breadcrumb
        await seat.press("[")
        assert seat.footer.startswith("No earlier place.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_axis_is_changed_and_changed_back(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("c")
        before = seat.pane("upper")
        await seat.press("L")
        assert seat.position("upper").endswith("axis in Mt, logarithmic")
        numbers = seat.pane("upper")[1].strip("┃│ ").split()
        assert numbers == (["5", "10", "20"] if size[0] < 100 else ["5", "10", "15", "20", "25"])
        assert seat.row("upper").startswith("28.5 Mt")
        await seat.press("L")
        assert seat.pane("upper") == before


@pytest.mark.parametrize(
    ("place", "why", "size"),
    [
        (Place("tomtor", pane=ENTITIES), "Tomtor", SIZES[0]),
        (Place("tomtor", pane=ENTITIES), "Tomtor", SIZES[1]),
        (Place("brazil-reserves", pane=FIGURES), "the only figure for reserves, rare earths, Brazil", SIZES[0]),
    ],
)
async def test_where_nothing_can_be_compared_it_is_said(
    dossier: Dossier, place: Place, why: str, size: tuple[int, int]
) -> None:
    async with sit(dossier, place, size) as seat:
        before = seat.lines
        await seat.press("c")
        assert seat.footer.startswith("Nothing to compare: ") and why in seat.footer
        assert seat.lines[:-1] == before[:-1]


async def test_an_article_is_compared_by_the_figures_that_it_prints(dossier: Dossier) -> None:
    async with sit(dossier, Place("a-cooperation-offer", pane=ARTICLES)) as seat:
        await seat.press("c")
        assert seat.title("upper") == "Compare · Russia’s rank by reserves of rare earths"
        assert seat.position("upper").startswith("group 1 of 2 · ")


async def test_a_citation_is_of_the_row_and_the_keys_come_back(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("c")
        hints = seat.footer
        await seat.press("y")
        assert seat.footer.startswith("Sent to the clipboard: “According to figures from Russia’s Natural Resources")
        await seat.press("j")
        assert seat.footer == hints


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 16), (40, 12), (200, 50)])
async def test_it_stands_at_any_size(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("c")
        assert seat.row("upper").startswith("28.5 Mt")
        await seat.press("L", "k", "escape", "t")
        assert seat.row("upper").startswith("1989")


# The timeline


@pytest.mark.parametrize("size", SIZES)
async def test_the_timeline_is_in_order_with_signs_and_lines(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("t")
        assert seat.title("upper") == "Timeline"
        assert seat.position("upper") == "● happened  ◇ deadline or target  # dated figure  ~ inferred"
        assert seat.row("upper").startswith("1989 ● Kommersant is founded")
        rows = []
        for _ in timeline(dossier):
            rows.append(seat.row("upper"))
            await seat.press("j")
        expected = timeline(dossier)
        assert len({*rows}) == len(expected) and {HAPPENED, DUE, FIGURE} == {dated.sign for dated in expected}
        for row, dated in zip(rows, expected, strict=True):
            assert row.startswith(f"{dated.date} {dated.sign} {words(dated.what)[:12]}")
            assert re.search(r" l\.\d+$", row)
        assert any(row.startswith("24 Feb — ◇ ") for row in rows)
        assert any(row.startswith("1 Dec — ◇ ") for row in rows)


@pytest.mark.parametrize("size", SIZES)
async def test_figures_are_hidden_and_shown_again(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("t", "j", "j")
        before = seat.pane("upper")
        assert any(" # 2,600 t/yr production" in line for line in before)
        await seat.press("#")
        assert seat.row("upper").startswith("2022 ● The Solikamsk")
        assert not any(f" {FIGURE} " in line for line in seat.pane("upper")[1:-1])
        await seat.press("G")
        assert seat.row("upper").startswith("2030 ◇ Target")
        await seat.press("#")
        assert seat.row("upper").startswith("2030 ◇ Target")
        await seat.press("j")
        assert seat.row("upper").startswith("2030 # ≤12% share of the world")


@pytest.mark.parametrize("size", [*SIZES, (60, 16), (40, 12)])
async def test_the_value_of_a_dated_figure_is_never_cut(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("t")
        values = []
        for dated in timeline(dossier):
            if isinstance(dated.record, Figure):
                values.append(words(value_text(dated.record, dossier)))
                assert f" # {values[-1]} " in seat.row("upper")
            await seat.press("j")
        assert "2,600 t/yr" in values


async def test_a_figure_that_is_hidden_gives_the_cursor_to_the_first(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("t", "G")
        assert seat.row("upper").startswith("2030 # ≤12% share of the world")
        await seat.press("#")
        assert seat.row("upper").startswith("1989 ● Kommersant")
        assert words(*seat.current) == "in 1989"


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_from_the_timeline_to_the_sentence(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        before = seat.pane("figures")
        await seat.press("t", "G", "k", "k")
        assert seat.row("upper").startswith("1 Dec — ◇ Deadline for the roadmap")
        assert words(*seat.current) == "by December 1"
        await seat.press("enter")
        assert seat.focus == "text"
        assert words(*seat.current) == "by December 1"
        assert "long-term development of mining" in words(*seat.read())
        await seat.press("[")
        assert seat.row("upper").startswith("1 Dec — ◇ Deadline for the roadmap")
        await seat.press("[")
        assert seat.pane("figures") == before
        assert "28.5 Mt 1 of 2" in seat.text
        assert seat.focus == "figures"


@pytest.mark.parametrize("size", [*SIZES, (60, 16)])
async def test_the_timeline_is_narrowed_and_found_so_again(dossier: Dossier, size: tuple[int, int]) -> None:
    async with sit(dossier, MINISTRY, size) as seat:
        await seat.press("t")
        before = seat.pane("upper"), seat.pane("lower")
        await seat.press("\\")
        await seat.write("roadmap")
        assert seat.title("upper").startswith("Timeline · 2 of 28 · \\ roadmap")
        assert words(*seat.current) == "in 1989", "nothing is chosen by itself"
        await seat.press("down")
        assert words(*seat.current) == "last week"
        await seat.press("down")
        assert seat.row("upper").startswith("1 Dec — ◇ Deadline")
        assert words(*seat.current) == "by December 1"
        assert seat.cursor.startswith("›")
        await seat.press("enter")
        assert "Esc clear filter" in seat.footer and seat.row("upper").startswith("1 Dec")
        await seat.press("enter")
        assert seat.focus == "text" and words(*seat.current) == "by December 1"
        await seat.press("[")
        assert seat.title("upper").startswith("Timeline · 2 of 28 · \\ roadmap")
        assert seat.row("upper").startswith("1 Dec — ◇ Deadline")
        await seat.press("escape")
        assert seat.title("upper") == "Timeline" and "Esc leave" in seat.footer
        assert seat.row("upper").startswith("1 Dec — ◇ Deadline")
        await seat.press("g")
        assert (seat.pane("upper"), seat.pane("lower")) == before
        await seat.press("escape", "t")
        assert (seat.pane("upper"), seat.pane("lower")) == before, "opened anew, it is whole"


async def test_typing_into_the_timeline_s_field_is_taken_back(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("t", "j", "j")
        before = seat.text
        await seat.press("\\")
        # Every letter is typed, whatever it would do in the list.
        await seat.write("qyt[#j")
        assert "qyt[#j" in seat.content("upper")
        await seat.press("escape")
        assert seat.text == before


async def test_where_nothing_in_the_timeline_matches_it_is_said(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("t", "\\")
        await seat.write("zeppelin")
        assert "No event or dated figure matches “zeppelin”. Esc clears the filter." in seat.footer
        assert seat.title("upper").startswith("Timeline · 0 of 28")
        await seat.press("enter", "j", "G", "n", "#", "escape")
        assert seat.title("upper") == "Timeline" and seat.row("upper")
        assert words(*seat.current)


async def test_figures_leave_and_come_back_to_a_timeline_that_is_narrowed(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY) as seat:
        await seat.press("t", "\\")
        await seat.write("usgs")
        await seat.press("enter")
        narrowed = seat.pane("upper")
        assert seat.row("upper").startswith("2023 # 2,600 t/yr")
        await seat.press("#")
        assert "t/yr" not in seat.content("upper")
        await seat.press("#")
        assert {*seat.pane("upper")} == {*narrowed}


async def test_the_axis_of_a_rate_is_a_rate(dossier: Dossier) -> None:
    async with sit(dossier, Place("russia-production-2024")) as seat:
        await seat.press("c")
        assert "2,500 t/yr" in seat.content("upper")
        assert "axis in t/yr, from 0" in seat.position("upper")


# In the lists and in Details


async def test_figures_in_conflict_are_marked_in_the_list(dossier: Dossier) -> None:
    async with sit(dossier, MINISTRY, (200, 90)) as seat:
        rows = [line.strip("┃│╎› ") for line in seat.pane("figures")[1:-1]]
        marked = [row.split("  ")[0] for row in rows if "≠" in row]
        assert [words(row).split(" Russia")[0] for row in marked] == ["28.5 Mt", "28 Mt", "3.8 Mt"]
        assert sum("Russia" in row for row in rows) > len(marked)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("russia-reserves-ministry", ["Conflict 3.8 Mt USGS 28.5 Mt is 7.5 times as much", "Agree"]),
        ("russia-reserves-usgs", ["Conflict 28.5 Mt Ministry 28.5 Mt is 7.5 times as much"]),
        ("russia-production-2024", ["Differ by period 2,600 t/yr USGS for 2023", "Agree ≈2,600 t/yr"]),
        ("pikalevsky-gallium", ["Not comparable 41 t/yr Rusal one is potential, if demand warrants it"]),
        ("russia-reserves-rank", ["Agree 5th Other estimates the same"]),
        ("brazil-reserves", ["Nothing to set it against: the only figure for Brazil’s reserves of rare earths."]),
    ],
)
async def test_details_of_a_figure_name_the_verdict(dossier: Dossier, figure: str, told: list[str]) -> None:
    async with sit(dossier, Place(figure, pane=FIGURES), (160, 60)) as seat:
        details = words(seat.content("details"))
        assert all(words in details for words in told), details
