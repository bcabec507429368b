"""What stands out in the text: spans within spans, each within reach."""

from collections.abc import Callable
from pathlib import Path

from tests.app.seat import Seat, sit
from tui.app.place import Place
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier

NESTED = """articles:
  - id: a
    file: a.txt
    title: "[A]"
entities:
  - id: orla
    name: Orla Lake
    kind: place
  - id: ada
    name: Ada Moss
    kind: person
events:
  - id: drought
    what: The drought
    sources:
      - article: a
        quote: Ada Moss saw Orla Lake
        when: Ada Moss saw Orla Lake
  - id: flood
    what: The flood
    sources:
      - article: a
        quote: Ada Moss saw Orla Lake
        when: Ada Moss saw Orla Lake
"""
INNER, OUTER = ["Ada Moss", "Orla Lake"], "Ada Moss saw Orla Lake"


async def stepped(seat: Seat, key: str, times: int) -> list[str]:
    """The words that are current after each press of a key."""
    seen = []
    for _ in range(times):
        await seat.press(key)
        seen += seat.current
    return seen


async def test_steps_stop_at_the_inner_span_then_the_outer(lake: Dossier) -> None:
    async with sit(lake, Place("juniper")) as seat:
        assert await stepped(seat, "l", 3) == ["Orla Lake", "the Orla Lake flood of 1990", "Ada Moss"]
        assert await stepped(seat, "h", 2) == ["the Orla Lake flood of 1990", "Orla Lake"]


async def test_spans_that_begin_or_end_together_or_are_one(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(folder(NESTED, a=f"In 1990, {OUTER} for the last time."))
    async with sit(dossier) as seat:
        await seat.press("4")
        assert await stepped(seat, "l", 5) == [*INNER, OUTER, OUTER, OUTER]
        assert await stepped(seat, "h", 4) == [OUTER, INNER[1], INNER[0], INNER[0]]
        seen = []
        for _ in range(4):
            await seat.click("Ada Moss", "text")
            seen.append((seat.current[0], seat.breadcrumb.split(" › ")[2].split(" · ")[0]))
        assert seen == [
            (OUTER, "The drought"),
            (OUTER, "The flood"),
            (INNER[0], "Ada Moss"),
            (OUTER, "The drought"),
        ], "from Ada Moss, where the steps ended, outward"
