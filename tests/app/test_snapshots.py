"""Walks through the built-in dossier: a question, the keys that answer it, and the screen that does.

After a change that is meant to show, `python -m tests.app.test_snapshots --update` draws the screens again; read what
changed, and whether each screen still answers its question.
"""

import asyncio
import os
import re
import sys
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.app.conftest import TODAY
from tui.app.system import clock
from tui.catalog.find import builtin
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

SNAPSHOTS = sorted((Path(__file__).parent / "snapshots").glob("*.txt"))

NAMES = {"Enter": "enter", "Esc": "escape", "Tab": "tab", "Down": "down", "Up": "up"}


class Walk(NamedTuple):
    """One file: a question, then lines of `size:`, `keys:` and `type:`, then the screen after the last of them."""

    question: str
    size: tuple[int, int]
    steps: list[tuple[str, str]]
    head: str
    screen: str


def read(path: Path) -> Walk:
    lines = path.read_text(encoding="utf-8").split("\n")
    head = [lines[0], *takewhile(lambda line: re.match("(size|keys|type): ", line), lines[1:])]
    steps = [(kind, rest) for kind, _, rest in (line.partition(": ") for line in head[1:])]
    width, height = dict(steps).get("size", "120x36").split("x")
    screen = "\n".join(lines[len(head) :]).rstrip("\n")
    return Walk(lines[0].removeprefix("# "), (int(width), int(height)), steps, "\n".join(head), screen)


async def screens_of(walk: Walk, dossier: Dossier) -> str:
    """The screen after a walk's steps: keys by their name or character, and text that is typed."""
    async with run_app(dossier, size=walk.size) as driver:
        for kind, rest in walk.steps:
            if kind == "keys":
                await driver.press(*(NAMES.get(key, key) for key in rest.split()))
            elif kind == "type":
                await driver.type_text(rest)
        await wait_until_still(driver)
        return driver.screen_text


async def wait_until_still(driver: AppDriver) -> None:
    """Until what comes a little later, such as a preview, has come."""
    before = ""
    while before != driver.screen_text:
        before = driver.screen_text
        await driver.pilot.pause(0.06)
        await driver.settle()


def test_there_are_snapshots() -> None:
    assert len(SNAPSHOTS) >= 7


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)
async def test_walk(path: Path, dossier: Dossier) -> None:
    walk = read(path)
    assert walk.question.endswith("?")
    assert await screens_of(walk, dossier) == walk.screen


def update() -> None:
    """Draws every walk's screen again."""
    for name in ("NO_COLOR", "LODE_THEME"):
        os.environ.pop(name, None)
    os.environ.update(LODE_CACHE="", LODE_STATE="", LODE_CONFIG="")
    clock.today = lambda: TODAY
    dossier = open_dossier(builtin())
    for path in SNAPSHOTS:
        walk = read(path)
        screen = asyncio.run(screens_of(walk, dossier))
        if screen != walk.screen:
            path.write_text(f"{walk.head}\n{screen}\n", encoding="utf-8")
            print(f"drawn again: {path.name}")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("python -m tests.app.test_snapshots --update")
    update()
