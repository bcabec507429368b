"""Text directives in a real browser: it scrolls to the words that each one gives."""

import html
import random
from pathlib import Path
from typing import Any

import pytest

from tests.export.browser import browser
from tui.dossier.dossier import Dossier
from tui.text.span import Span
from tui.view.fragment import fragments

pytestmark = pytest.mark.slow

# A word to a line, so that the place to which the browser scrolls tells the word.
STYLE = "body { padding: 3000px 0; margin: 0 } p { width: 1px; line-height: 60px; margin: 0 0 60px }"
TOP_OF = """
const [line, before] = arguments;
const node = document.getElementById('line' + line).firstChild;
const range = document.createRange();
const start = [...node.data].slice(0, before).join('').length;
range.setStart(node, start);
range.setEnd(node, start + 1);
return [window.scrollY, range.getBoundingClientRect().top - window.innerHeight / 2];
"""


def page_of(text: str) -> str:
    lines = "".join(
        f"<p id=line{number}>{html.escape(line)}</p>\n" for number, line in enumerate(text.split("\n")) if line.strip()
    )
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{lines}"


def found_at(driver: Any, page: Path, text: str, span: Span, directive: str) -> bool:
    """Whether the browser scrolls to the span when it opens the page with the directive."""
    driver.get("about:blank")
    driver.get(f"{page.as_uri()}#:~:{directive}")
    line, before = text.count("\n", 0, span.start), span.start - text.rfind("\n", 0, span.start) - 1
    for _ in range(100):
        scrolled, distance = driver.execute_script(TOP_OF, line, before)
        if scrolled:
            return abs(distance) < 100
    return False


def test_the_browser_finds_each_directive(dossier: Dossier, tmp_path: Path) -> None:
    chosen = random.Random(5)
    missed = []
    with browser(600, 900) as driver:
        for article in ("a-putin-proposal", "a-cooperation-offer"):
            text = dossier.documents[article].text
            spans = {
                place
                for record in dossier.records
                for occurrence in dossier.occurrences_of(record.id)
                if occurrence.article == article
                for place in (occurrence.span, occurrence.quote)
            }
            # Those in the middle of a word (Putin’s), those over two paragraphs, and some others.
            hard = [span for span in spans if text[span.end : span.end + 1] in "’'" or "\n" in text[slice(*span)]]
            tried = sorted({*hard, *chosen.sample(sorted(spans), 12)})
            page = tmp_path / f"{article}.html"
            page.write_text(page_of(text), encoding="utf-8")
            directives = fragments(dossier, article, tried)
            missed += [
                (directive, text[slice(*span)])
                for span, directive in zip(tried, directives, strict=True)
                if not found_at(driver, page, text, span, directive)
            ]
    assert missed == []
