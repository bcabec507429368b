"""The terminal's cursor is on the selection, so that screen readers and magnifiers follow it."""

import pytest

from tests.app.app_driver import run_app
from tui.dossier.dossier import Dossier


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (200, 50)])
async def test_on_the_row_the_span_and_the_field(sample_dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(sample_dossier, size=size) as driver:
        assert driver.text_at_cursor.startswith("› Salt under")
        for keys, begins in (
            ("2", "› Orla Lake"),
            ("j", "› salt"),
            ("k\n", "Orla Lake holds 40 million"),
            ("n", "Orla Lake flood of 1990"),
            ("5j", "› "),
        ):
            await driver.press(*(key if key != "\n" else "enter" for key in keys))
            assert driver.text_at_cursor.startswith(begins), keys


@pytest.mark.slow
async def test_the_cursor_is_in_the_field_until_a_row_is_chosen(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("or")
        field = driver.app.cursor_position
        assert field == driver.find("or ", "query")[0] + (2, 0)
        await driver.press("down")
        assert driver.text_at_cursor.startswith("› ")
        assert driver.text_at_cursor.startswith(f"› {driver.cursor_row('results')[:6]}")
        await driver.press("l")
        assert driver.app.cursor_position == (field.x + 1, field.y)
        await driver.press("escape", "2", "\\", "o")
        field = driver.app.cursor_position
        assert driver.focused == "filter"
        await driver.press("down")
        assert driver.text_at_cursor.startswith("› ")
        await driver.press("r")
        assert driver.app.cursor_position == (field.x + 1, field.y)


async def test_on_the_row_of_what_opens_over_the_panes(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        for keys, begins in (("Yj", "› m  Markdown"), ("t", "› "), ("j", "› "), ("!", "› ")):
            await driver.press(*keys)
            assert driver.text_at_cursor.startswith(begins)
            assert driver.app.cursor_position.y > 0
            if keys != "t":
                await driver.press("escape")
