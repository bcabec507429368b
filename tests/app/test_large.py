"""Large dossiers in the app: only what is seen is made, and what is long is summed up."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.app.seat import sit
from tests.app.test_halves import words
from tui.app.place import FIGURES, Place
from tui.dossier.dossier import Dossier
from tui.quantity.interval import Interval, Value
from tui.view import plot

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
    return replace(dossier, figures=figures, remarks=())


async def test_a_large_group_is_summed_up_above_its_claims(crowded: Dossier) -> None:
    async with sit(crowded, Place("r1", pane=FIGURES), (120, 36)) as seat:
        await seat.press("c")
        rows = words(seat.content("upper"))
        assert rows.startswith("CONFLICT The Ministry of Natural Resources says 1,000 t, elsewhere 400,000 t")
        assert "pairs 79,800: 79,800 in conflict" in rows
        assert seat.row("upper").startswith("1,000 t Ministry of Natural Resources")
        await seat.press("G")
        assert seat.row("upper").startswith("400,000 t Ministry of Natural Resources")
        assert seat.pane("upper")[-2].strip("┃│┏┗› ").startswith("400,000 t")


async def test_only_the_claims_of_a_large_group_that_are_seen_are_drawn(
    crowded: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    monkeypatch.setattr(plot, "interval_line", lambda figure, axis, dossier: drawn.append(figure) or "—" * axis.width)
    async with sit(crowded, Place("r200", pane=FIGURES), (120, 36)) as seat:
        await seat.press("c")
        assert seat.row("upper").startswith("200,000 t")
        assert 10 < len(drawn) < 50


async def test_details_list_the_first_claims_against_a_figure_and_count_the_others(crowded: Dossier) -> None:
    async with sit(crowded, Place("r7", pane=FIGURES), (160, 60)) as seat:
        details = seat.content("details")
        assert "Conflict" in details and "and 379 other claims" in details
        assert details.count("times as much") + details.count("no value in common") == 20
