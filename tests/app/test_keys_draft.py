"""The keys of a draft that is checked."""

from pathlib import Path

import pytest

from tests.app.app_driver import AppDriver
from tests.app.key_tests import PANE_KEYS, PANES, assert_palette_opens_and_closes, key_test
from tui.app.commands.actions import DRAFT
from tui.app.widgets.bars import Keys

TEXT = "The salt of Orla Lake weighs 31.5 megatons, or 17 megatons. “Nothing else”, it is said.\n"

OPENED = ("V", *"draft.md", "enter")
"""Opens the draft."""


@pytest.fixture(autouse=True)
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft in the present folder."""
    (tmp_path / "draft.md").write_text(TEXT)
    monkeypatch.chdir(tmp_path)


def item(driver: AppDriver) -> str:
    """The current item in the title of the draft."""
    return driver.title("draft").removeprefix("Draft · item ")


@key_test("verify", where=PANES, quick=True)
async def test_open(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key, *"draft.md", "enter")
    assert item(driver) == "1 of 3"


@key_test("next-item", where=(DRAFT,))
async def test_next(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert item(driver) == "2 of 3"


@key_test("previous-item", where=(DRAFT,))
async def test_previous(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert item(driver) == "3 of 3"


@key_test("open-source", where=(DRAFT,))
async def test_source(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.current_words == ["31.5 million tons"]
    assert driver.focused == "text"


@key_test("choose-draft", where=(DRAFT,))
async def test_choose(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.focused == "find"


@key_test("scroll-text-down", "scroll-text-up", where=(DRAFT,))
async def test_scroll(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    await driver.resize(60, 20)
    await driver.press("K", "K", "K", "K")
    top = driver.content("passage")
    await driver.press("J")
    below = driver.content("passage")
    assert below != top
    await driver.press("K", key)
    assert driver.content("passage") == (below if key in ("J", "shift+down") else top)


@key_test("help", where=(DRAFT,))
async def test_help(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert "Next and previous item" in driver.screen_text


@key_test("leave", "close", where=(DRAFT,))
async def test_leave(driver: AppDriver, key: str, where: str) -> None:
    before = driver.breadcrumb
    await driver.press(*OPENED, key)
    assert driver.breadcrumb == before


@key_test("palette", where=(DRAFT,))
async def test_palette(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    await assert_palette_opens_and_closes(driver, key)


@key_test("suspend", where=(DRAFT,))
async def test_suspend(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    messages = [piece.text for screen in driver.app.screen_stack for keys in screen.query(Keys) for piece in keys.left]
    assert "This terminal cannot make room for the shell." in messages
