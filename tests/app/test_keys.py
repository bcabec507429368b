"""Every key has a test, and keys that are typed ahead take effect in turn."""

import importlib
from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tests.app.key_tests import TESTED
from tui.app.commands.actions import ACTIONS
from tui.dossier.dossier import Dossier


def test_every_action_is_tested_wherever_it_is_available() -> None:
    for file in Path(__file__).parent.glob("test_keys_*.py"):
        importlib.import_module(f"tests.app.{file.stem}")
    assert {(action.id, where) for action in ACTIONS for where in action.where} == TESTED


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_keys_typed_ahead_go_where_the_ones_before_them_led(
    sample_dossier: Dossier, size: tuple[int, int]
) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        await driver.type_text("23j")
        assert driver.cursor_row("figures").startswith("31.5 Mt")
        assert driver.focused == "figures"
        await driver.type_text("5j4")
        assert driver.focused == "text"
