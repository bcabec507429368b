"""The palette: what it finds by words, and what it does."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste

from tests.app.app_driver import AppDriver, run_app
from tests.app.textual_private import draw_every_frame
from tui.app.commands import palette
from tui.app.commands.palette import words_in
from tui.app.settings.config import Config
from tui.app.settings.remembered import recall
from tui.dossier.dossier import Dossier


@pytest.mark.parametrize(
    ("query", "title", "found"),
    [
        ("moss", "Ada Moss", ["Moss"]),
        ("ADA m", "Ada Moss", ["Ada", "M"]),
        ("mo ada", "Ada Moss", ["Mo", "Ada"]),
        ("oss", "Ada Moss", []),
        ("ada lake", "Ada Moss", []),
        ("theme", "the lake of the mine", []),
        ("[not", "[Notes] from the north", ["[Not"]),
        ("a", "İa a", ["a"]),
    ],
)
def test_words_are_found_where_words_begin(query: str, title: str, found: list[str]) -> None:
    assert [title[start:end] for start, end in words_in(query, title)] == found


def test_a_name_of_many_like_letters_is_looked_at_once() -> None:
    assert words_in("ae" * 500 + "x", "ae" * 50_000) == []


async def test_the_palette_offers_the_best_of_many_records(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(palette, "BATCH", 3)
    model = next(iter(sample_dossier.entities.values()))
    many = {f"e{n}": replace(model, id=f"e{n}", name=f"{'ea' * 20} {n}", short=None) for n in range(200)}
    async with run_app(replace(sample_dossier, entities={**many, **sample_dossier.entities})) as driver:
        await driver.press(":")
        await driver.press_without_pause(Paste("ea" * 10 + " 150"))
        await driver.wait_until(lambda: driver.palette_lines[0] == f"{'ea' * 20} 150")


async def open_themes(driver: AppDriver) -> None:
    """Opens the palette of the themes."""
    driver.app.search_themes()
    await driver.settle()
    await driver.wait_until(lambda: driver.palette_lines[:1] == [driver.app.theme])


@pytest.mark.slow
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


@pytest.mark.slow
async def test_the_theme_that_is_chosen_is_kept(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODE_STATE", str(tmp_path))
    async with run_app(sample_dossier) as driver:
        themes = sorted(driver.app.available_themes, key=lambda name: (name != driver.app.theme, name))
        await open_themes(driver)
        await driver.press("down", "down")
        assert driver.app.theme == themes[2] and recall("theme") is None
        await driver.press("enter")
        await driver.wait_until(lambda: recall("theme") == themes[2])
        assert driver.app.theme == themes[2]
        await open_themes(driver)
        await driver.press("enter")
        await driver.wait_until(lambda: len(driver.app.screen_stack) == 1)
        assert driver.app.theme == themes[2], "Enter keeps what was chosen"


@pytest.mark.slow
async def test_the_palette_writes_a_picture_of_the_screen(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_every_frame(monkeypatch)
    monkeypatch.chdir(tmp_path)
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "ctrl+p")
        await driver.type_text("screenshot")
        await driver.wait_until(lambda: driver.palette_lines == ["Save a picture of the screen, as SVG"])
        await driver.choose_first_command()
        await driver.wait_until(lambda: driver.footer.startswith(f"Written to {tmp_path}"[:60]))
        picture = (tmp_path / "lode.svg").read_text("utf-8")
        assert "Orla&#160;Lake" in picture and "screenshot" not in picture


@pytest.mark.sample(1)
@pytest.mark.parametrize("keys", ["t", "3c"])
async def test_the_palette_goes_from_a_screen_to_a_record_and_back(sample_dossier: Dossier, keys: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press(*keys)
        title = driver.title("upper")
        await driver.press(":")
        await driver.type_text("ada mo")
        await driver.wait_until(lambda: driver.palette_lines[:1] == ["Ada Moss"])
        await driver.choose_first_command()
        await driver.wait_until(lambda: driver.breadcrumb.startswith("Salt of the north › entities › Ada Moss  "))
        await driver.press("escape")
        assert driver.title("upper") == title


@pytest.mark.slow
async def test_the_key_of_the_palette_is_the_users_everywhere(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, config=Config(keys={"palette": ("f2",)})) as driver:
        for key in ("2", "t"):
            await driver.press(key)
            before = driver.app.screen
            await driver.press("ctrl+p")
            assert driver.app.screen is before
            await driver.press("f2")
            await driver.wait_until(lambda: bool(driver.palette_lines))
            await driver.press("escape")
