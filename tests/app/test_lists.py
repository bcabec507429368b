"""The lists: every order keeps the cursor on its record, with and without a filter, at any length."""

from dataclasses import replace

import pytest

from tests.app.app_driver import run_app
from tests.conftest import Linked
from tui.app.model.place import KINDS, LISTS, Place
from tui.app.rendering.listing import ORDERS, Listing
from tui.app.rendering.rows import Row, heading_row, wrapped_to_fit
from tui.app.widgets.rows import Rows
from tui.dossier.dossier import Dossier
from tui.view.styled_text import StyledText, plain


def names_in_order(listing: Listing, order: int) -> list[str]:
    """The words of all rows, headings included."""
    return [
        "".join(piece.text for piece in row.left).strip().replace("\N{NO-BREAK SPACE}", " ")
        for row in listing.rows(ORDERS[listing.pane][order])
    ]


@pytest.mark.parametrize("pane", LISTS)
def test_every_order_holds_every_record_once(dossier: Dossier, pane: str) -> None:
    listing = Listing(pane, dossier)
    every = sorted(record.id for record in dossier.records if record.kind == KINDS[pane])
    for order in ORDERS[pane]:
        rows = listing.rows(order)
        assert sorted(row.target for row in rows if row.target) == every
        headings = [row.left[0].text for row in rows if row.target is None]
        assert all(headings) and len(set(headings)) == len(headings)
        assert [row.target for row in rows] == list(rows.targets)


def test_the_orders(sample_dossier: Dossier) -> None:
    articles, entities, figures = (Listing(pane, sample_dossier) for pane in LISTS)
    assert names_in_order(articles, 0) == ["Salt under the ice", "A look at the books", "[Notes from the north]"]
    assert names_in_order(articles, 1) == ["A look at the books", "[Notes from the north]", "Salt under the ice"]
    assert names_in_order(articles, 2) == ["A look at the books", "Salt under the ice", "[Notes from the north]"]
    assert names_in_order(entities, 0)[:3] == ["Orla Lake", "salt", "Brine Co"]
    assert names_in_order(entities, 1)[:3] == ["Ada Moss", "Alder", "Birch"]
    assert names_in_order(entities, 2)[:4] == ["Company", "Brine Co", "Country", "Northland"]
    assert names_in_order(figures, 0) == [
        "Reserves",
        "40 Mt Orla Lake",
        "31.5 Mt Orla Lake",
        "Depth",
        "45 m Orla Lake",
        "30 m Orla Lake",
    ]
    assert names_in_order(figures, 1) == [
        "Brine Co",
        "40 Mt reserves, Orla Lake",
        "Geological Survey",
        "31.5 Mt reserves, Orla Lake",
        "The article itself",
        "45 m depth, Orla Lake",
        "30 m depth, Orla Lake",
    ]
    assert names_in_order(figures, 2)[:3] == ["2023", "31.5 Mt reserves, Orla Lake", "No period"]


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
@pytest.mark.parametrize(("key", "pane"), [("1", "articles"), ("2", "entities"), ("3", "figures")])
async def test_the_record_under_the_cursor_stays(dossier: Dossier, key: str, pane: str, size: tuple[int, int]) -> None:
    async with run_app(dossier, size=size) as driver:
        await driver.press(key, "j", "j", "j")
        rows = driver.app.screen.query_one(f"#{pane}", Rows)
        target, title, text = rows.target, driver.title(pane), driver.text_lines()
        for order in [*ORDERS[pane][1:], ORDERS[pane][0]]:
            await driver.press("s")
            assert driver.subtitle(pane) == order.name
            assert rows.row is not None and rows.row.target == rows.target == target
            assert driver.cursor_row(pane)
            assert (driver.title(pane), driver.text_lines()) == (title, text)


@pytest.mark.slow
async def test_filtering_keeps_the_order(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "s", "\\")
        await driver.type_text("kind:entity o")
        await driver.press("enter")
        assert driver.subtitle("entities").endswith("· by name")
        shown = [line.split("  ")[0].lstrip("› ") for line in driver.content("entities").split("\n") if line.strip()]
        assert len(shown) > 1 and shown == sorted(shown, key=str.casefold)
        title = driver.title("entities")
        await driver.press("s")
        assert driver.title("entities") == title
        await driver.press("escape")
        assert driver.subtitle("entities") == "by kind, count ↓"


def many(sample_dossier: Dossier, count: int) -> Dossier:
    """The lake, with so many places that no text names."""
    cape = sample_dossier.entities["cape"]
    capes = {f"cape-{n}": replace(cape, id=f"cape-{n}", name=f"Cape {n}") for n in range(count)}
    return replace(sample_dossier, entities={**sample_dossier.entities, **capes})


@pytest.mark.slow
async def test_only_the_rows_that_are_seen_are_made(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    row = Listing._row

    def counting(self: Listing, record, *how):  # type: ignore[no-untyped-def]
        made.append(record.id)
        return row(self, record, *how)

    monkeypatch.setattr(Listing, "_row", counting)
    async with run_app(many(sample_dossier, 10_000), Place.at("orla")) as driver:
        assert driver.title("entities") == "2 Entities 10,024"
        assert len(made) < 60
        await driver.press("2", "G", "k", "k", "k", "s", "s", "s", "pageup", "g", "j")
        assert len(made) < 400
        assert driver.cursor_row("entities") == "salt matter 4"


@pytest.mark.slow
async def test_moving_looks_at_no_more_rows_in_a_longer_list(sample_dossier: Dossier) -> None:
    class Watched(list[str | None]):
        looked = 0

        def __getitem__(self, index):  # type: ignore[no-untyped-def]
            Watched.looked += 1
            return super().__getitem__(index)

        def __iter__(self):  # type: ignore[no-untyped-def]
            Watched.looked += len(self)
            return super().__iter__()

    looks = []
    for count in (100, 10_000):
        async with run_app(many(sample_dossier, count), Place.at("orla")) as driver:
            await driver.press("2")
            rows = driver.app.screen.query_one("#entities", Rows)
            rows.targets, Watched.looked = Watched(rows.targets), 0
            await driver.press("j", "j", "k", "enter", "2", "pagedown", "pageup")
            looks.append(Watched.looked)
    assert looks[0] == looks[1] < 100


async def test_a_move_draws_the_rows_that_it_changes(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str | None] = []
    render = Rows.render_line

    def counting(self: Rows, y: int):  # type: ignore[no-untyped-def]
        drawn.append(self.id)
        return render(self, y)

    async with run_app(sample_dossier) as driver:
        await driver.press("2", "j")
        assert driver.strips
        monkeypatch.setattr(Rows, "render_line", counting)
        await driver.press("j")
        assert driver.cursor_row("entities").startswith("Brine Co")
        assert (drawn.count("entities"), drawn.count("articles"), drawn.count("figures")) == (2, 0, 0)


async def test_of_moves_that_come_at_once_the_last_is_shown(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        await driver.type_text("jjjjkjj")
        assert driver.cursor_row("entities") == "Alder place 1"
        assert driver.current_words == ["Alder"]
        await driver.press("enter", "[")
        assert "articles" in driver.breadcrumb


async def test_a_list_that_gets_the_focus_has_a_current_row(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3")
        assert driver.cursor_row("figures").startswith("40 Mt Orla Lake")
        assert driver.current_words == ["40 million tons"]
        await driver.press("enter")
        assert driver.breadcrumb.startswith("Salt of the north › figures › 40 Mt reserves, Orla Lake")
        assert driver.focused == "text"
        await driver.press("escape")
        assert driver.focused == "figures"
        await driver.press("j", "2")
        assert driver.cursor_row("figures") == "", "no other list has a current row"
        await driver.press("3")
        assert driver.cursor_row("figures").startswith("31.5 Mt"), "the row that was current there last"


@pytest.mark.parametrize("key", ["j", "k", "enter"])
async def test_a_list_goes_on_at_its_last_row_after_escape(sample_dossier: Dossier, key: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "G")
        last = driver.cursor_row("figures")
        await driver.press("escape")
        assert driver.cursor_row("figures") == "", "the article is shown again"
        await driver.press("tab", "tab", key)
        assert driver.cursor_row("figures") == last
        assert "› figures ›" in driver.breadcrumb


@pytest.mark.slow
async def test_what_a_list_was_narrowed_to_find_is_shown(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("2", "n")
        before = driver.screen_lines
        await driver.press("\\", *"moss")
        assert driver.cursor_row("entities").startswith("Ada Moss")
        assert "Ada Moss · preview" in driver.breadcrumb
        await driver.press("escape")
        assert driver.screen_lines == before, "at the same place of the same record"
        await driver.press("\\", *"moss", "enter", "escape", "escape")
        assert driver.screen_lines == before
        # What passes the filter itself stays.
        await driver.press("\\", *"la", "enter")
        assert driver.cursor_row("entities").startswith("Orla Lake")
        assert "preview" not in driver.breadcrumb


@pytest.mark.slow
async def test_a_tab_shows_the_first_record_that_the_filter_finds(dossier: Dossier) -> None:
    async with run_app(dossier) as driver:
        await driver.press("3", "\\", *"usgs", "enter", "j")
        before = driver.cursor_row("figures")
        await driver.press("}")
        assert driver.cursor_row("figures").startswith("[China is] followed by Brazil")
        assert "› claims › [China is] followed by Brazil" in driver.breadcrumb
        await driver.press("{")
        assert driver.cursor_row("figures") == before and "› figures › 44 Mt" in driver.breadcrumb


@pytest.mark.slow
async def test_a_list_that_scrolled_to_a_record_scrolls_back(dossier: Dossier) -> None:
    async with run_app(dossier) as driver:
        before = driver.content("entities")
        await driver.search_for("rosatm")
        await driver.press("enter")
        assert driver.cursor_row("entities").startswith("Rosatom")
        assert driver.content("entities") != before
        await driver.press("escape", "escape")
        assert driver.content("entities") == before


@pytest.mark.slow
async def test_what_a_filter_was_read_as_is_said(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\", *"cedra")
        assert driver.footer.startswith("No matches for “cedra”: showing Cedar")
        assert "Cedar" in driver.content("entities")


async def test_an_empty_list_says_what_fills_it(linked: Linked) -> None:
    async with run_app(linked("entities: []\n", a="Silt.")) as driver:
        assert " ".join(driver.content("entities").split()) == "None yet: r drafts some from this article."
    async with run_app(linked("entities: []\n")) as driver:
        assert " ".join(driver.content("articles").split()) == "No articles yet: lode add FILE in a shell adds some."
        assert not driver.content("entities").strip()


@pytest.mark.parametrize(
    ("height", "shown"),
    [
        (4, ["Who", "A title of several words", "Ends", "Notes"]),
        (5, ["Who", "A title of several", "words", "Ends", "Notes"]),
    ],
)
def test_titles_are_wrapped_where_there_is_room_for_all(height: int, shown: list[str]) -> None:
    titles = ["A title of several words", "Ends", "Notes"]
    rows = [
        heading_row("Who"),
        *(Row(title, [StyledText(title)], [StyledText("1 May 2025")], whole=True) for title in titles),
    ]
    wrapped = wrapped_to_fit(rows, 31, height)
    assert [plain(row.left) for row in wrapped] == shown
    assert [row.target for row in wrapped if row.target] == titles
    assert [bool(row.right) for row in wrapped if not row.heading] == [not row.continues for row in wrapped[1:]]


@pytest.mark.slow
async def test_a_wrapped_title_is_one_row_to_keys_mouse_filter_and_resize(dossier: Dossier) -> None:
    async with run_app(dossier, size=(200, 50)) as driver:
        await driver.press("1")
        rows = driver.app.screen.query_one("#articles", Rows)
        assert sum(row.continues for row in rows.rows) == 5 and "…" not in driver.content("articles")
        await driver.press("G")
        assert (last := rows.target) == [target for target in rows.targets if target][-1]
        await driver.press("k", "j")
        assert rows.target == last
        await driver.click("Metals, Putin Envoy Says", "articles")
        assert rows.target == "a-moscow-times"
        assert driver.cursor_row("articles") == "Russia and U.S. Begin Talks on Rare Earth 31 Mar 2025"
        await driver.press("j", "k", "\\")
        await driver.type_text("envoy")
        await driver.press("enter")
        assert (rows.target, rows.top) == ("a-moscow-times", 0)
        await driver.press("escape")
        await driver.resize(120, 36)
        assert len(rows.rows) == 5 and rows.target == "a-moscow-times"
        assert driver.cursor_row("articles").endswith("… 31 Mar 2025")
        await driver.resize(200, 50)
        assert len(rows.rows) == 10
        assert driver.cursor_row("articles") == "Russia and U.S. Begin Talks on Rare Earth 31 Mar 2025"


async def test_a_filtered_entity_shows_the_other_name_that_matches(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for query, row in {
            "lac": "Orla Lake (Lac Orla)",
            "lac orla": "Orla Lake (Lac Orla)",
            "orla": "Orla Lake place",
            "company": "Brine Co (Brine Company)",
            "brine": "Brine Co org",
        }.items():
            await driver.press("2", "\\", *query, "enter")
            assert driver.cursor_row("entities").startswith(row)
            await driver.press("escape", "escape")
        assert "(" not in driver.content("entities")


@pytest.mark.parametrize("width", [112, 32, 28])
async def test_a_contradiction_is_shown_however_narrow_the_list(dossier: Dossier, width: int) -> None:
    async with run_app(dossier, size=(width, 36)) as driver:
        await driver.press("3")
        signed = [line for line in driver.pane_lines("figures") if line.rstrip(" ┃│").endswith(" ≠")]
        assert [line.lstrip("┃│ ").split()[0] for line in signed[:3]] == ["28.5", "28", "3.8"]
