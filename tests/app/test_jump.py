"""Jump labels: every visible highlight can be reached by one or two letters, without scrolling."""

import pytest
from rich.cells import cell_len

from tests.app.app_driver import run_app
from tests.conftest import Linked
from tui.app.model.place import Place
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


async def test_each_highlight_under_its_letter_and_nothing_shifts(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before = driver.screen_text
        await driver.press("f")
        assert driver.footer.startswith("Type the letters of a highlight to go there.")
        lettered = driver.screen_text
        assert driver.jump_labels == list("asdfghjklqwertyu")[: len(driver.jump_labels)]
        assert "│  aalt under the ice" in lettered
        assert "│  drla Lake holds f0 million tons of galt, the hrine Company said." in lettered
        assert len(lettered) == len(before)
        assert "Esc cancel" in driver.footer
        await driver.press("escape")
        assert driver.screen_text == before


@pytest.mark.sample(1)
@pytest.mark.parametrize("pane", ["2", "4", "5"])
async def test_typing_a_letter_is_a_jump(sample_dossier: Dossier, pane: str) -> None:
    async with run_app(sample_dossier, Place.at("a-herald", pane="articles")) as driver:
        await driver.press("4", "j", *({"2": ("shift+tab", "shift+tab")}.get(pane, (pane,))), "f", "g")
        assert driver.subtitle("text").startswith("Brine Co 1 of 3")
        assert driver.breadcrumb.startswith("Salt of the north › entities › Brine Co  ")
        assert driver.focused == "text"
        await driver.press("[")
        assert driver.breadcrumb.startswith("Salt of the north › articles › The Herald  ")


async def test_what_had_a_letter_stays_where_it_was(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before = driver.text_lines()
        await driver.press("f")
        letter = next(row for row in driver.text_lines() if "unlin" in row).partition("unlin")[0][-1]
        await driver.press(letter)
        assert driver.current_words == ["Dunlin"]
        # Its sentence reaches below the window.
        assert driver.text_lines() == before


async def test_a_letter_that_no_highlight_has_is_named(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("f", "m")
        assert driver.jump_labels == []
        assert driver.footer.startswith("No highlight has “m”.")


@pytest.mark.slow
async def test_any_other_key_leaves_all_as_it_was(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "j")
        before = driver.screen_text
        for key in ("1", "?", "down", "enter", "Z"):
            await driver.press("f", key)
            assert driver.screen_text == before, key
        await driver.press("f")
        await driver.click("Alder", "entities")
        assert driver.screen_text == before


@pytest.mark.slow
async def test_of_spans_that_begin_together_each_has_a_letter(linked: Linked) -> None:
    dossier = linked(NESTED, a="Orla Lake flood of 1990")
    for key, current in (("a", ["Orla Lake flood of 1990"]), ("s", ["Orla Lake"])):
        async with run_app(dossier) as driver:
            await driver.press("f")
            assert driver.jump_labels == ["as"]
            await driver.press(key)
            assert driver.current_words == current


@pytest.mark.slow
async def test_pairs_when_there_are_more_than_letters(linked: Linked) -> None:
    dossier = linked(NESTED, a="岡は岡 " * 20 + "Orla Lake flood of 1990")
    async with run_app(dossier) as driver:
        before = driver.text_lines()
        await driver.press("f")
        # A pair covers a wide character whole.
        assert driver.text_lines()[0].startswith("aaはas adはaf ")
        assert {cell_len(row) for row in driver.screen_lines} == {120}
        await driver.press("s")
        assert driver.jump_labels == list("asdfghjklqwertyu")
        await driver.press("d")
        assert driver.subtitle("text").startswith("岡 29 of 40")
        await driver.press("f", "s", "1")
        assert driver.text_lines() == before


async def test_where_no_text_is_seen_there_is_nothing_to_jump_to(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(50, 14)) as driver:
        await driver.press("2", "f")
        assert driver.footer.startswith("No high")
        await driver.press("4", "f", "s")
        assert driver.current_words == ["The Herald"]


async def test_another_size_takes_the_letters_away(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("f")
        await driver.resize(100, 30)
        assert any("Orla Lake holds" in row for row in driver.text_lines())
        assert "q quit" in driver.footer
