"""Large dossiers: only visible rows are made, and long lists are summed up."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.app.app_driver import run_app
from tests.app.test_split import without_layout
from tests.conftest import Linked
from tests.growth import assert_nearly_linear
from tui.app.model.occurrences import Occurrences
from tui.app.model.place import DETAILS, FIGURES, Place
from tui.app.model.target import RecordTarget
from tui.app.rendering.details import DetailsLayout
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.quantity.interval import Interval, Value
from tui.text.span import Span
from tui.view import plot
from tui.view.kinds.figure import FigureView
from tui.view.page import Item

SILT = RecordTarget("silt")

# Large groups


@pytest.fixture
def crowded(dossier: Dossier) -> Dossier:
    """The built-in dossier with 400 claims on Russia’s reserves, from 1,000 to 400,000 t."""
    model = dossier.figures["russia-reserves-ministry"]
    figures = {}
    for thousands in range(1, 401):
        value = Value(
            "=", Decimal(1000 * thousands), Interval(Decimal(1000 * thousands), Decimal(1000 * thousands + 1))
        )
        figures[f"r{thousands}"] = replace(model, id=f"r{thousands}", value=value)
    return replace(dossier, figures=figures, conflicts=())


async def test_a_large_group_is_summed_up_above_its_claims(crowded: Dossier) -> None:
    async with run_app(crowded, Place.at("r1", pane=FIGURES), (120, 36)) as driver:
        await driver.press("c")
        rows = without_layout(driver.content("upper"))
        assert rows.startswith("CONFLICT The Ministry of Natural Resources says 1,000 t, elsewhere 400,000 t")
        assert "pairs 79,800: 79,800 in conflict" in rows
        assert driver.cursor_row("upper").startswith("1,000 t Ministry of Natural Resources")
        await driver.press("G")
        assert driver.cursor_row("upper").startswith("400,000 t Ministry of Natural Resources")
        assert driver.pane_lines("upper")[-2].strip("┃│┏┗› ").startswith("400,000 t")


async def test_only_the_claims_of_a_large_group_that_are_seen_are_drawn(
    crowded: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    monkeypatch.setattr(plot, "interval_line", lambda figure, axis, dossier: drawn.append(figure) or "—" * axis.width)
    async with run_app(crowded, Place.at("r200", pane=FIGURES), (120, 36)) as driver:
        await driver.press("c")
        assert driver.cursor_row("upper").startswith("200,000 t")
        assert 10 < len(drawn) < 50


@pytest.mark.slow
async def test_details_list_the_first_claims_against_a_figure_and_count_the_others(crowded: Dossier) -> None:
    async with run_app(crowded, Place.at("r7", pane=FIGURES), (200, 60)) as driver:
        details = driver.content("details")
        assert "Conflict" in details and "and 379 other claims" in details
        assert details.count("times as much") + details.count("no value in common") == 20


async def test_only_the_lines_of_a_long_timeline_that_are_seen_are_made(
    crowded: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = {id: replace(figure, period=str(1500 + int(id[1:]))) for id, figure in crowded.figures.items()}
    made: list[object] = []
    monkeypatch.setattr(FigureView, "caption", lambda view: made.append(view.record) or f"{view.record.id}!")
    async with run_app(replace(crowded, figures=figures, events={}), size=(120, 36)) as driver:
        await driver.press("t")
        assert driver.cursor_row("upper").startswith("1900 # r400!")
        await driver.press("g")
        assert driver.cursor_row("upper").startswith("1501 # r1!")
        assert 10 < len(made) < 80


class CountingList(list[Occurrence]):
    """Occurrences that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, index: Any) -> Any:
        CountingList.looks += 1
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[Occurrence]:
        for spot in super().__iter__():
            CountingList.looks += 1
            yield spot


def test_details_of_an_entity_look_at_its_places_a_few_times_each(linked: Linked) -> None:
    def lookups(places: int) -> int:
        towns = "".join(
            f"  - {{id: t{n}, name: Town {n} hall, kind: place, relations: [{{is: near, of: silt, sources: "
            f"[{{article: a{n}, quote: Town {n} hall lies near Silt}}]}}]}}\n"
            for n in range(places)
        )
        catalog = "relations: [{is: near, inverse: has near}]\nentities:\n  - {id: silt, name: Silt, kind: place}\n"
        dossier = linked(catalog + towns, **{f"a{n}": f"Town {n} hall lies near Silt." for n in range(places)})
        spots = Occurrences(dossier, lambda: pytest.fail("nothing is searched for"))
        spots._found[SILT] = CountingList(spots.of(SILT))
        before = CountingList.looks
        rows = DetailsLayout(dossier, spots, 100).rows(Place(SILT, article="a0"))
        assert sum(row.target == "silt" for row in rows) == places
        for number in range(places):
            assert spots.inside(SILT, f"a{number}", Span(0, 99)) == number
        return CountingList.looks - before

    assert_nearly_linear(lookups, 8)


def test_a_place_is_found_in_the_stretch_where_it_lies(linked: Linked) -> None:
    entities = "entities: [{id: silt, name: Silt, kind: place}]\n"
    dossier = linked(entities, a="Silt, Silt and Silt.", b="None.", c="Silt. Silt.")
    spots = Occurrences(dossier, lambda: pytest.fail("nothing is searched for"))
    found = spots.of(SILT)
    assert len(found) == 5
    for article in ("a", "b", "c", "gone"):
        for start in range(21):
            for end in range(start, 21):
                lies = (
                    number
                    for number, spot in enumerate(found)
                    if spot.article == article and Span(start, end).covers(spot.span)
                )
                assert spots.inside(SILT, article, Span(start, end)) == next(lies, None)
    assert [number for number, _ in spots.in_article(SILT, "c")] == [3, 4]
    assert spots.in_article(SILT, "b") == spots.in_article(SILT, "gone") == []


@pytest.mark.slow
async def test_only_the_rows_of_details_that_are_seen_are_made(
    crowded: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    item = FigureView.item

    def counting(self: FigureView, article: str | None = None) -> Item:
        made.append(self.record)
        return item(self, article)

    monkeypatch.setattr(FigureView, "item", counting)
    async with run_app(crowded, Place.at("russia", pane=DETAILS), (160, 40)) as driver:
        await driver.press("5", "G")
        assert driver.cursor_row("details").startswith("1,000 t reserves")
        assert 10 < len(made) < 120
