"""Right-to-left text: in its stored order, highlighted in its own cells, and apart from what is beside it."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tests.app.app_driver import run_app
from tui.app.model.place import Place
from tui.app.rendering.direction import LEFT_TO_RIGHT, Isolated
from tui.app.rendering.line_filters import Filters, Visible
from tui.linking.link import open_dossier

ARABIC = "قال الرئيس فلاديمير بوتين إن روسيا تملك 28.5 مليون طن (12%) من المعادن النادرة.\n"
CATALOG = """\
lode: 1
title: المعادن 2025
articles:
  - {id: a, file: a.txt, title: "[المعادن]", language: ar}
entities:
  - {id: putin, name: فلاديمير بوتين, kind: person}
  - {id: russia, name: روسيا, kind: country}
"""


@pytest.mark.parametrize(
    "marked",
    [
        "plain, 12",
        "│ עברית|   12│",
        "│עברית 12 (x).|│ 5 Details",
        "│ עברית| │ مرحبا|│",
        "עברית| › שלום| · 3 of 4",
        "שלום| 1 of 3 · here",
        "עברית 3.8 Mt עברית|",
    ],
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_a_mark_ends_each_stretch(marked: str, size: int) -> None:
    text = marked.replace("|", "")
    segments = [Segment(text[i : i + size]) for i in range(0, len(text), size)]
    shown = Isolated().apply(segments, Color(0, 0, 0))
    assert "".join(segment.text for segment in shown) == marked.replace("|", LEFT_TO_RIGHT)
    assert sum(segment.cell_length for segment in shown) == cell_len(text)
    again = Filters([Visible(), Isolated()]).apply(shown, Color(0, 0, 0))
    assert "".join(segment.text for segment in again) == marked.replace("|", LEFT_TO_RIGHT)


async def test_behind_another_screen_the_lines_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("putin"), size=(120, 36)) as driver:
        before = driver.screen_lines
        await driver.press("apostrophe")
        assert driver.app.screen.is_modal
        assert driver.screen_lines[:6] == before[:6]


async def test_the_text_keeps_its_order_and_its_highlights(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "catalog.yaml").write_text(CATALOG, encoding="utf-8")
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("putin")) as driver:
        assert driver.current_words == ["فلاديمير بوتين"]
        assert " ".join("".join(driver.text_lines()).replace(LEFT_TO_RIGHT, " ").split()) == ARABIC.strip()
        for strip in driver.strips:
            assert strip.cell_length == sum(segment.cell_length for segment in strip) == driver.app.size.width
        at = driver.find("روسيا", "text")[0]
        await driver.pilot.click(offset=(at.x + 1, at.y))
        await driver.settle()
        assert driver.current_words == ["روسيا"]
