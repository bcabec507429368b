"""The ruler beside the text marks occurrences where they are, at any size and length."""

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.conftest import Linked
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier

CATALOG = """\
entities:
  - id: orla
    name: Orla
    kind: place
"""


def ruler_text(driver: AppDriver) -> str:
    """The cells of the ruler from the top down."""
    edge = -2 if driver.pane_lines("text")[0].startswith(("┏", "╭")) else -1
    return "".join(line[edge] for line in driver.pane_lines("text")[1 : None if edge == -1 else -1])


def expected_marks(text: str, word: str, height: int, current: int) -> dict[int, str]:
    """Where the places of a word belong on a ruler of a height, counted in the text itself."""
    found = [i for i in range(len(text)) if text.startswith(word, i)]
    cells = {offset * height // len(text): "○" for offset in found}
    return cells | {found[current] * height // len(text): "●"}


@pytest.mark.slow
@pytest.mark.parametrize("every", [1, 777])
async def test_of_ten_thousand_lines_at_every_size(linked: Linked, every: int) -> None:
    lines = [f"Line {i} is of {'Orla' if i % every == 3 % every else 'nobody'}." for i in range(10_000)]
    text = "\n".join(lines)
    async with run_app(linked(CATALOG, a=text), Place.at("orla")) as driver:
        await driver.press("n", "n")
        for width, height in ((120, 36), (80, 24), (50, 14), (200, 50)):
            await driver.resize(width, height)
            marks = {y: cell for y, cell in enumerate(ruler_text(driver)) if cell in "●○"}
            assert marks == expected_marks(text, "Orla", len(ruler_text(driver)), 2)
            assert driver.current_words == ["Orla"]


async def test_the_part_that_is_seen(linked: Linked) -> None:
    text = "\n".join(f"Line {i}." for i in range(10_000))
    async with run_app(linked(CATALOG, a=text)) as driver:
        await driver.press("4")
        assert ruler_text(driver) == "┃" + "│" * (len(ruler_text(driver)) - 1)
        await driver.press("G")
        assert ruler_text(driver) == "│" * (len(ruler_text(driver)) - 1) + "┃"


async def test_a_text_that_is_seen_whole_has_its_places_beside_their_rows(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("brine", occurrence=2), size=(200, 50)) as driver:
        marked = {y: cell for y, cell in enumerate(ruler_text(driver)) if cell != " "}
        row = next(y for y, text in enumerate(driver.text_lines()) if "Brine" in text)
        assert marked == {row: "●"}


@pytest.mark.slow
async def test_a_click_on_a_place_shows_it(linked: Linked) -> None:
    text = "\n".join(f"Line {i} is of {'Orla' if i in (5000, 5100) else 'nobody'}." for i in range(10_000))
    async with run_app(linked(CATALOG, a=text)) as driver:
        await driver.press("2", "enter", "g")
        region = driver.region("text")
        await driver.click_at(region.right - 2, region.y + 1 + ruler_text(driver).index("●"))
        assert driver.current_words == ["Orla"]
        assert any("Line 5000 " in row for row in driver.text_lines())
