"""Changes files of a dossier, and has the app check them."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.app.app_driver import AppDriver
from tests.app.sample_dossier import CATALOG
from tui.app.screens.main import MainScreen

NEW = CATALOG.replace("A lake of salt in the north.", "A lake, newly described.")


def rewrite(file: Path, text: str | bytes) -> None:
    """Writes a file so that its time differs, however fast the test is."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(file, ns=(before + 10**9, before + 10**9))


async def check_files(driver: AppDriver, holds: Callable[[], bool]) -> None:
    """Has the app look at its files, and waits for what comes of it."""
    screen = driver.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    screen.reloader.check()
    await driver.wait_until(holds)


def shows_new_note(driver: AppDriver) -> bool:
    """Whether the main screen, below what opened over it, has taken the new catalog."""
    screen = driver.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return any("newly described" in str(entity.note) for entity in screen.workspace.dossier.entities.values())
