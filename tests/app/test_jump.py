"""Jump letters: every highlight on screen within reach of a key or two, and nothing moved by it."""

import pytest
from rich.cells import cell_len

from tests.app.seat import sit
from tests.conftest import Linked
from tui.app.place import Place
from tui.dossier.dossier import Dossier

NESTED = """\
entities:
  - id: oka
    name: 岡
    kind: place
  - id: orla
    name: Orla Lake
    kind: place
events:
  - id: flood
    what: The flood
    sources:
      - article: a
        quote: Orla Lake flood of 1990
        when: Orla Lake flood of 1990
"""


async def test_each_highlight_under_its_letter_and_nothing_shifts(lake: Dossier) -> None:
    async with sit(lake) as seat:
        before = seat.text
        await seat.press("f")
        lettered = seat.text
        assert seat.letters == list("asdfghjklqwertyu")[: len(seat.letters)]
        assert "│  aalt under the ice" in lettered
        assert "│  drla Lake holds f0 million tons of galt, the hrine Company said." in lettered
        assert len(lettered) == len(before)
        assert "Esc leave" in seat.footer
        await seat.press("escape")
        assert seat.text == before


@pytest.mark.parametrize("pane", ["2", "4", "5"])
async def test_typing_a_letter_is_a_jump(lake: Dossier, pane: str) -> None:
    async with sit(lake, Place("a-herald", pane="articles")) as seat:
        await seat.press("4", "j", pane, "f", "g")
        assert seat.position("text").startswith("Brine Co 1 of 3")
        assert seat.breadcrumb.startswith("Salt of the north › entities › Brine Co  ")
        assert seat.focus == "text"
        await seat.press("[")
        assert seat.breadcrumb.startswith("Salt of the north › articles › The Herald  ")


async def test_what_had_a_letter_stays_where_it_was(lake: Dossier) -> None:
    async with sit(lake) as seat:
        before = seat.read()
        await seat.press("f")
        letter = next(row for row in seat.read() if "unlin" in row).partition("unlin")[0][-1]
        await seat.press(letter)
        assert seat.current == ["Dunlin"]
        # Its sentence reaches below the window.
        assert seat.read() == before


@pytest.mark.slow
async def test_any_other_key_leaves_all_as_it_was(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("2", "j", "j")
        before = seat.text
        for key in ("1", "?", "down", "enter", "Z"):
            await seat.press("f", key)
            assert seat.text == before, key
        await seat.press("f")
        await seat.click("Alder", "entities")
        assert seat.text == before


async def test_of_spans_that_begin_together_each_has_a_letter(linked: Linked) -> None:
    dossier = linked(NESTED, a="Orla Lake flood of 1990")
    for key, current in (("a", ["Orla Lake flood of 1990"]), ("s", ["Orla Lake"])):
        async with sit(dossier) as seat:
            await seat.press("f")
            assert seat.letters == ["as"]
            await seat.press(key)
            assert seat.current == current


async def test_pairs_when_there_are_more_than_letters(linked: Linked) -> None:
    dossier = linked(NESTED, a="岡は岡 " * 20 + "Orla Lake flood of 1990")
    async with sit(dossier) as seat:
        before = seat.read()
        await seat.press("f")
        # A pair covers a wide character whole.
        assert seat.read()[0].startswith("aaはas adはaf ")
        assert {cell_len(row) for row in seat.lines} == {120}
        await seat.press("s")
        assert seat.letters == list("asdfghjklqwertyu")
        await seat.press("d")
        assert seat.position("text").startswith("岡 29 of 40")
        await seat.press("f", "s", "1")
        assert seat.read() == before


async def test_where_no_text_is_seen_there_is_nothing_to_jump_to(lake: Dossier) -> None:
    async with sit(lake, size=(50, 14)) as seat:
        await seat.press("2", "f")
        assert seat.footer.startswith("No high")
        await seat.press("4", "f", "s")
        assert seat.current == ["The Herald"]


async def test_another_size_takes_the_letters_away(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.press("f")
        await seat.resize(100, 30)
        assert any("Orla Lake holds" in row for row in seat.read())
        assert "q quit" in seat.footer
