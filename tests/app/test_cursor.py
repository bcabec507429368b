"""The terminal's cursor sits on the selection, so that screen readers and magnifiers follow."""

import pytest

from tests.app.seat import sit
from tui.dossier.dossier import Dossier


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (200, 50)])
async def test_on_the_row_the_span_and_the_field(lake: Dossier, size: tuple[int, int]) -> None:
    async with sit(lake, size=size) as seat:
        assert seat.cursor.startswith("› Salt under")
        for keys, begins in (
            ("2j", "› Orla Lake"),
            ("j", "› salt"),
            ("k\n", "Orla Lake holds 40 million"),
            ("n", "Orla Lake flood of 1990"),
            ("5j", "› "),
            ("1", "› Salt under"),
        ):
            await seat.press(*(key if key != "\n" else "enter" for key in keys))
            assert seat.cursor.startswith(begins), keys


async def test_in_a_field_until_one_chooses(lake: Dossier) -> None:
    async with sit(lake) as seat:
        await seat.search("or")
        field = seat.app.cursor_position
        assert field == seat.find("or ", "query")[0] + (2, 0)
        await seat.press("down")
        assert seat.cursor.startswith("› ")
        assert seat.cursor.startswith(f"› {seat.row('results')[:6]}")
        await seat.press("l")
        assert seat.app.cursor_position == (field.x + 1, field.y)
        await seat.press("escape", "2", "\\", "o")
        field = seat.app.cursor_position
        assert seat.focus == "narrowing"
        await seat.press("down")
        assert seat.cursor.startswith("› ")
        await seat.press("r")
        assert seat.app.cursor_position == (field.x + 1, field.y)


async def test_on_the_row_of_what_opens_over_the_panes(lake: Dossier) -> None:
    async with sit(lake) as seat:
        for keys, begins in (("Yj", "› m  Markdown"), ("t", "› "), ("j", "› "), ("!", "› ")):
            await seat.press(*keys)
            assert seat.cursor.startswith(begins)
            assert seat.app.cursor_position.y > 0
            if keys != "t":
                await seat.press("escape")
