"""A draft beside the articles: its items are walked, their sources read, and it is checked when it is saved."""

import os
from pathlib import Path

import pytest

from tests.app.app_driver import AppDriver, run_app
from tui.app.screens.main import MainScreen
from tui.app.widgets.file_field import completed
from tui.dossier.dossier import Dossier

TEXT = """# Reserves

The USGS puts Russia’s reserves at 3.8 million tons. China holds 49 million tons of these, Brazil 21 million tons.

“It’s a little opaque, but from what we know”, Thomas said. In 1821 there were 7 trains.
"""


async def opened(driver: AppDriver, path: Path) -> None:
    """Opens a draft as `lode open --verify` does."""
    main = driver.app.screen_stack[0]
    assert isinstance(main, MainScreen)
    main.verifying.open(path)
    await driver.settle()


def written(folder: Path, text: str | bytes = TEXT) -> Path:
    path = folder / "draft.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_items_are_walked_with_their_reason_and_source(
    dossier: Dossier, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with run_app(dossier, size=size) as driver:
        await opened(driver, written(tmp_path))
        assert driver.title("draft") == "Draft · item 1 of 6"
        assert driver.content("reason").startswith("≠ disputed  “3.8 million tons”")
        await driver.press("n")
        reason = " ".join(driver.content("reason").split())
        assert reason.startswith("✗ differs “49 million tons” reserves, rare earths, China: the source prints 44")
        assert "source USGS in [Russia aims to expand production of rare earths], line 7" in reason
        assert "✗49" in driver.cursor_row("draft")
        assert " ".join(driver.current_words) == "44 million tons"
        await driver.press("N", "N")
        assert driver.title("draft") == "Draft · item 6 of 6"
        assert driver.content("reason").startswith("! not found  “7”")
        assert "Enter source" not in driver.footer
        await driver.press("enter")
        assert driver.footer.startswith("No record has this item: it has no source")


async def test_the_nearest_figure_is_named_where_a_number_is_not_found(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier) as driver:
        await opened(driver, written(tmp_path, "The ministry says 29.5 million tons.\n"))
        reason = " ".join(driver.content("reason").split())
        assert reason.startswith("! not found “29.5 million tons”")
        assert "nearest ≤28.7 Mt reserves, rare earths, Russia (industry estimates), in [Putin proposes" in reason


async def test_a_number_that_no_record_has_is_read_where_an_article_prints_it(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier) as driver:
        await opened(driver, written(tmp_path, "They have 93 mines.\n"))
        reason = " ".join(driver.content("reason").split())
        assert "no record has it; it is printed at" in reason
        assert ":17:32 printed Rare Earths: Russia Offers Cooperation to the U.S., line 17" in reason
        assert "Enter source" in driver.footer
        assert driver.current_words == ["93"]
        await driver.press("enter")
        assert driver.focused == "text"
        assert driver.current_words == ["93"]
        await driver.press("escape")
        assert driver.title("draft") == "Draft · item 1 of 1"


async def test_the_date_of_an_article_opens_the_article(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier) as driver:
        await opened(driver, written(tmp_path, "It snowed on 19 March 2025.\n"))
        assert "the date of " in " ".join(driver.content("reason").split())
        assert "Enter source" in driver.footer
        await driver.press("enter")
        assert "› articles › " in driver.breadcrumb


async def test_signs_tell_the_statuses_apart_without_colour(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier, colors=0) as driver:
        await opened(driver, written(tmp_path))
        shown = " ".join(driver.content("draft").split())
        assert "≠3.8 million tons. China" in shown
        assert "✓21 million tons." in shown
        assert "✗49 million tons" in shown
        assert "“✓It’s a little opaque" in shown
        assert "!1821 there were !7 trains" in shown


async def test_enter_reads_the_source_and_escape_returns(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier) as driver:
        before = driver.breadcrumb
        await opened(driver, written(tmp_path))
        await driver.press("n", "enter")
        assert "› figures › 44 Mt reserves, rare earths, China" in driver.breadcrumb
        assert driver.focused == "text"
        assert "Esc to draft" in driver.footer
        await driver.press("escape")
        assert driver.title("draft") == "Draft · item 2 of 6"
        await driver.press("escape")
        assert driver.breadcrumb == before


async def test_the_breadcrumb_leads_out_of_the_draft(dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(dossier) as driver:
        before = driver.breadcrumb
        await opened(driver, written(tmp_path))
        await driver.click("Russia’s rare earths", "breadcrumb")
        assert driver.breadcrumb == before


@pytest.mark.slow
async def test_a_saved_draft_is_checked_again_at_the_same_item(dossier: Dossier, tmp_path: Path) -> None:
    path = written(tmp_path)
    async with run_app(dossier) as driver:
        await opened(driver, path)
        await driver.press("n", "n")
        assert "“21 million tons”" in driver.content("reason")
        path.write_text("In 2024, much happened.\n" + TEXT.replace("49 million", "44 million"))
        await driver.wait_until(lambda: "of 7" in driver.title("draft"))
        assert driver.title("draft") == "Draft · item 4 of 7"
        assert "“21 million tons”" in driver.content("reason")
        assert "✓44 million tons" in " ".join(driver.content("draft").split())
        path.unlink()
        await driver.wait_until(lambda: "does not exist" in driver.content("draft"))
        path.write_text(TEXT)
        await driver.wait_until(lambda: "of 6" in driver.title("draft"))


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b" \n", "draft.md is empty"),
        (b"\xff\xfeh\x00", "draft.md is UTF-16"),
        (b"\x89PNG\x00\x01\xff", "draft.md is not UTF-8"),
        (b"Nothing to see.\n", "no number, date or quotation"),
        (b"word " * 50_000, "is longer than 200,000 characters"),
    ],
)
async def test_a_draft_that_cannot_be_checked_says_why(
    dossier: Dossier, tmp_path: Path, content: bytes, says: str
) -> None:
    async with run_app(dossier) as driver:
        await opened(driver, written(tmp_path, content))
        assert says in " ".join(driver.content("draft").split())
        await driver.press("n", "enter")
        assert driver.footer.startswith("There is no item to open.")


@pytest.mark.slow
async def test_a_hostile_draft_moves_nothing_on_the_screen(dossier: Dossier, tmp_path: Path) -> None:
    text = "[red]3.8 million tons[/red] \x1b[2J\x1b]0;x\x07 China holds 49\x00 million tons, \u202e“far more”\n"
    async with run_app(dossier, size=(60, 20)) as driver:
        await opened(driver, written(tmp_path, text * 20))
        assert "[red]" in driver.content("draft")
        assert not any(ord(character) < 32 for line in driver.screen_lines for character in line)
        await driver.press(*"nnnNN")
        assert driver.title("draft").startswith("Draft · item 2 of ")


async def test_the_key_asks_for_a_draft_and_keeps_it(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    async with run_app(dossier) as driver:
        await driver.press("V")
        await driver.type_text("none.md")
        await driver.press("enter")
        assert driver.footer.startswith("There is no file none.md.")
        await driver.press("escape", "V")
        await driver.type_text("dr")
        assert "draft.md" in driver.screen_lines[-2], "what may follow is shown"
        await driver.press("tab", "enter")
        assert driver.title("draft") == "Draft · item 1 of 6"
        await driver.press("n", "q", "V")
        assert driver.title("draft") == "Draft · item 2 of 6"
        await driver.press("V")
        assert driver.app.focused is not None
        assert os.fspath(tmp_path / "draft.md") in driver.screen_text
        await driver.press("escape")


async def test_enter_takes_the_name_that_is_shown(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path)
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    async with run_app(dossier) as driver:
        await driver.press("V")
        await driver.type_text("fo")
        await driver.press("enter")
        assert driver.footer.startswith("There is no file fo.")
        await driver.press("backspace", "backspace")
        await driver.type_text("dr")
        await driver.press("enter")
        assert driver.title("draft") == "Draft · item 1 of 6"


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("b", "b.md"),
        ("c", "chapters/"),
        ("chapters/", "chapters/1.txt"),
        (".h", ".hidden.md"),
        ("p", None),
        ("no/x", None),
    ],
)
def test_the_name_of_a_draft_is_completed(
    given: str, whole: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "chapters").mkdir()
    for name in ("b.md", "bb.txt", "picture.png", ".hidden.md", "chapters/1.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert completed(given) == whole
