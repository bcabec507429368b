"""Measures how fast a browser opens and searches the web page of a large dossier.

    python -m benchmarks.page [ARTICLES]

Exports a generated dossier, by default of 2,000 articles, and opens it in Chromium without a window. Prints the time
until it is loaded and until it has answered a first search, and the processor time of loading, also as a ratio to that
of its texts alone as plain paragraphs. Each is the least of three, in a new browser.
"""

import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.corpus import PASSAGES, dossier
from tests.export.browser import browser
from tui.export.html import export
from tui.linking.link import open_dossier

SEARCH = """
    const query = document.getElementById("_query");
    query.value = arguments[0];
    query.dispatchEvent(new Event("input"));
    return document.getElementById("_results").childElementCount;
"""

WORD, MISSPELT = "breakpoint", "braekpoint"


class Opened(NamedTuple):
    """Seconds: until the page is loaded, until it has answered a search, and of the processor for loading."""

    loaded: float
    usable: float
    processor: float


def main(articles: int = 2_000) -> None:
    """Prints the measurements."""
    with tempfile.TemporaryDirectory() as folder:
        linked = open_dossier(dossier(Path(folder) / "texts", articles * PASSAGES))
        page, bare = Path(folder) / "page.html", Path(folder) / "bare.html"
        page.write_text(export(linked.records, linked), encoding="utf-8")
        bare.write_text(only_texts(page.read_text(encoding="utf-8")), encoding="utf-8")
        print(f"{articles:,} articles, a page of {page.stat().st_size / 1e6:.1f} MB")
        found, misspelt, alone = (least(*each) for each in ((page, WORD), (page, MISSPELT), (bare, None)))
    print(f"loaded    {found.loaded:.2f} s, with a search {found.usable:.2f} s (at most 2)")
    print(f"          with a search of a misspelt word {misspelt.usable:.2f} s")
    ratio = found.processor / alone.processor
    print(
        f"processor {found.processor:.2f} s, for the texts alone {alone.processor:.2f} s  ratio {ratio:.2f} (at most 1)"
    )


def only_texts(page: str) -> str:
    """A page with the texts of another as plain paragraphs."""
    texts = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    paragraphs = re.sub(r"</?(?:a|span|sup)\b[^>]*>", "", "".join(texts))
    return f"<!doctype html><meta charset=utf-8><title>Texts</title>{paragraphs}"


def least(page: Path, word: str | None) -> Opened:
    """The least of three measurements of each time."""
    return Opened(*map(min, zip(*(opened(page, word) for _ in range(3)), strict=True)))


def opened(page: Path, word: str | None) -> Opened:
    """Opens a page in a new browser, and searches for a word there."""
    with browser() as driver:
        driver.set_page_load_timeout(300)
        driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        start = perf_counter()
        driver.get(page.as_uri())
        loaded = perf_counter() - start
        metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        processor = next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")
        start = perf_counter()
        if word and not driver.execute_script(SEARCH, word):
            raise RuntimeError(f"the page does not find {word}")
        return Opened(loaded, loaded + perf_counter() - start, processor)


if __name__ == "__main__":
    main(*(int(count.replace(",", "")) for count in sys.argv[1:]))
