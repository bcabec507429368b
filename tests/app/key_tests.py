"""Tests of keys: each checks what the user sees after a key that is bound to an action."""

from collections.abc import Awaitable, Callable
from itertools import product

import pytest

from tests.app.app_driver import AppDriver, run_app
from tui.app.commands.actions import ACTIONS, DETAILS, LIST, TEXT
from tui.dossier.dossier import Dossier

Check = Callable[[AppDriver, str, str], Awaitable[None]]
"""Leads to a place, presses a key, and checks the screen. Its arguments are the driver, the key and the place."""

TESTED: set[tuple[str, str]] = set()
"""The ids of actions that have a test, each with a place."""

PANES = (LIST, TEXT, DETAILS)

PANE_KEYS = {LIST: "2", TEXT: "4", DETAILS: "5"}
"""The key that focuses a pane of each kind."""

PANE_IDS = {LIST: "entities", TEXT: "text", DETAILS: "details"}
"""The pane that it focuses."""


def key_test(*ids: str, where: tuple[str, ...], quick: bool = False) -> Callable[[Check], Callable[..., object]]:
    """Makes a test of the keys of some actions in some places, on the sample dossier.

    Every key and every place is in at least one case; of the panes, which behave alike, one is enough. All cases are
    slow tests, except one of a `quick` test.
    """

    def decorate(check: Check) -> Callable[..., object]:
        TESTED.update(product(ids, where))

        async def test(sample_dossier: Dossier, key: str, place: str) -> None:
            async with run_app(sample_dossier) as driver:
                await check(driver, key, place)

        test.__name__, test.__module__ = check.__name__, check.__module__
        cases = [case for id in ids for case in _cases(id, where)]
        mark = pytest.mark.sample(1) if quick else pytest.mark.slow
        return mark(pytest.mark.parametrize(("key", "place"), cases)(test))

    return decorate


def _cases(id: str, where: tuple[str, ...]) -> list[tuple[str, str]]:
    """Keys of an action, each with a place."""
    panes = [place for place in where if place in PANES]
    groups = [*([panes] if panes else []), *([place] for place in where if place not in PANES)]
    cases = []
    for group in groups:
        (keys,) = {action.keys for action in ACTIONS if action.id == id and group[0] in action.where}
        for turn, key in enumerate(keys.split(",")):
            cases.append((key, group[(turn + len(id)) % len(group)]))
    return cases


async def keep_orla(driver: AppDriver, where: str) -> None:
    """Goes to Orla Lake, keeps that place, and focuses a pane."""
    await driver.press("2", "enter", PANE_KEYS[where])
    assert driver.breadcrumb.startswith("Salt of the north › entities › Orla Lake  ")


async def assert_palette_opens_and_closes(driver: AppDriver, key: str) -> None:
    """Opens the palette over the screen with a key, and checks that Escape leads back to what had the focus."""
    before, focused = driver.app.screen, driver.focused
    await driver.press(key)
    await driver.wait_until(lambda: any("Save a picture of the screen" in line for line in driver.palette_lines))
    await driver.press("escape")
    assert (driver.app.screen, driver.focused) == (before, focused)
