"""The palette finds names by some of their letters, in limited time."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Paste

from tests.app.app_driver import AppDriver, run_app
from tui.app.commands import palette
from tui.app.commands.palette import InOnePass
from tui.app.settings.remembered import recall
from tui.dossier.dossier import Dossier

LETTERS = st.text("abAı İ", min_size=1)


def is_subsequence(letters: str, text: str) -> bool:
    """Whether the letters stand in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


@settings(max_examples=100)
@given(letters=LETTERS, text=LETTERS)
def test_letters_are_found_in_their_order_where_they_stand(letters: str, text: str) -> None:
    score, places = InOnePass().match(letters, text)
    lower = palette._lower(text)
    assert bool(score) == bool(places) == is_subsequence(palette._lower(letters), lower)
    if places:
        assert [lower[place] for place in places] == list(palette._lower(letters))
        assert sorted(set(places)) == list(places)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("moss", "Moss", "Mossy shore"),
        ("moss", "Ada Moss", "Mount of salts"),
        ("ada", "Ada Moss", "An old road"),
        ("adm", "Ada Moss", "sand to mine"),
    ],
)
def test_letters_that_stand_together_or_begin_words_match_better(query: str, better: str, worse: str) -> None:
    matcher = InOnePass()
    assert matcher.match(query, better)[0] > matcher.match(query, worse)[0] > 0


def test_letters_are_marked_close_together() -> None:
    assert InOnePass().match("ls", "lake of the lost s")[1] == [12, 14]


def test_a_name_of_many_like_letters_is_looked_at_once() -> None:
    score, places = InOnePass().match("e" * 500, "ae" * 5_000)
    assert score > 0 and len(places) == 500
    assert InOnePass().match("e" * 500 + "x", "ae" * 5_000) == (0, ())


async def test_the_palette_offers_the_best_of_many_records(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(palette, "BATCH", 3)
    model = next(iter(sample_dossier.entities.values()))
    many = {f"e{n}": replace(model, id=f"e{n}", name=f"{'ea' * 20} {n}", short=None) for n in range(200)}
    async with run_app(replace(sample_dossier, entities={**many, **sample_dossier.entities})) as driver:
        await driver.press(":")
        await driver.press_without_pause(Paste("e" * 10 + " 150"))
        await driver.wait_until(lambda: driver.palette_lines[0] == f"{'ea' * 20} 150")


async def open_themes(driver: AppDriver) -> None:
    """Opens the palette of the themes."""
    driver.app.search_themes()
    await driver.settle()
    await driver.wait_until(lambda: driver.palette_lines[:1] == [min(driver.app.available_themes)])


async def test_a_theme_is_shown_where_the_cursor_is_and_taken_back(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        before, ground = driver.app.theme, driver.styles_of("Birch", "text")[0].bgcolor
        await open_themes(driver)
        assert driver.app.theme == before, "opening it changes nothing"
        await driver.type_text("nord")
        await driver.wait_until(lambda: driver.app.theme == "nord")
        assert driver.styles_of("Birch", "text")[0].bgcolor != ground
        await driver.press("escape")
        await driver.wait_until(lambda: driver.styles_of("Birch", "text")[0].bgcolor == ground)
        assert driver.app.theme == before


async def test_the_theme_that_is_chosen_is_kept(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODE_STATE", str(tmp_path))
    async with run_app(sample_dossier) as driver:
        themes = sorted(driver.app.available_themes)
        await open_themes(driver)
        await driver.press("down", "down")
        assert driver.app.theme == themes[2] and recall("theme") is None
        await driver.press("enter")
        await driver.wait_until(lambda: recall("theme") == themes[2])
        assert driver.app.theme == themes[2]
