"""What a message says to write for dates as people write them, where they are none in EDTF."""

from pathlib import Path

import pytest

from tui.dates.meant import meant

ROWS = [row.split("\t") for row in (Path(__file__).parent / "meant.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "says"), ROWS, ids=[row[0] for row in ROWS])
def test_a_message_says_what_to_write(text: str, says: str) -> None:
    assert meant(text) == says


UNREAL = ["2025-366", "2025-000", "9999-W52", "2025-W53", "0000-W01", "before 0000", "after 9999"]


@pytest.mark.parametrize("text", ["2025-13", "2025-04-31", "soon", "9" * 5000, "2025-1X", "", *UNREAL])
def test_what_is_no_date_in_any_way_is_left_to_the_error(text: str) -> None:
    assert meant(text) == ""
