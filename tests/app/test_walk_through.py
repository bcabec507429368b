"""The dossier of docs/curating.md is curated as the page says: each step shows what it promises."""

import re
import time
from pathlib import Path

import pytest

from scripts import walk_through
from tests.app.app_driver import run_app
from tui.app.commands import typeahead
from tui.catalog.load import load
from tui.linking.link import open_dossier
from tui.review.review import Review


@pytest.mark.slow
async def test_each_step_of_the_page_shows_what_it_says(tmp_path: Path) -> None:
    catalog = walk_through.write(tmp_path)
    keys = 0
    async with run_app(open_dossier(catalog)) as driver:
        for step in walk_through.steps():
            await driver.press_without_pause(*step.keys)
            await driver.settle()
            await driver.wait_until(lambda shows=step.shows: shows in driver.screen_text)  # type: ignore[misc]
            keys += len(step.keys)
    dossier = open_dossier(catalog)
    assert [str(problem) for problem in dossier.problems] == []
    # Three names and three figures, with what the drafts leave open: also which measure money is for.
    assert keys <= 50
    page = walk_through.PAGE.read_text(encoding="utf-8")
    listed, ignored, *_ = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert listed in catalog.read_text(encoding="utf-8")
    figures = [(figure.subject, figure.claimant, figure.written) for figure in dossier.figures.values()]
    assert figures == [
        ("cape-serrat", "court-of-auditors", "415 million euros"),
        ("cape-serrat", "water-ministry", "350 million euros"),
        ("cape-serrat", "water-ministry", "120,000 cubic meters"),
    ]
    # What is left is a word that only opens the title.
    catalog.write_text(catalog.read_text(encoding="utf-8") + "\n" + ignored, encoding="utf-8")
    assert load(catalog).ignored[0].name == "Desalination"
    assert open_dossier(catalog).coverage("a-plant").complete


@pytest.mark.slow
async def test_keys_that_come_while_a_record_is_written_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run_app(open_dossier(walk_through.write(tmp_path))) as driver:
        await driver.press("r")
        await driver.wait_until(lambda: "1 of 5, 0 accepted" in driver.screen_text)
        await driver.press("t", *"facility", "enter")
        monkeypatch.setattr(typeahead, "MAX_DELAY", 0.2)
        accept = Review.accept
        monkeypatch.setattr(Review, "accept", lambda review: time.sleep(0.6) or accept(review))
        await driver.press_without_pause("enter", "enter")
        await driver.wait_until(lambda: "3 of 5, 2 accepted" in driver.screen_text)
