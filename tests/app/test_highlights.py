"""Highlights in the text: nested ones can all be selected, and their kinds can be shown or hidden."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.app_driver import AppDriver, run_app
from tests.conftest import Linked
from tui.app.model.place import Place
from tui.app.rendering.tags import MAX_LINES, tag_lines
from tui.app.rendering.themes import FULL_COLOR
from tui.app.settings.config import Config
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.text.span import Span

NESTED = """\
entities:
  - id: orla
    name: Orla Lake
    kind: place
  - id: ada
    name: Ada Moss
    kind: person
events:
  - id: drought
    what: The drought
    sources:
      - article: a
        quote: Ada Moss saw Orla Lake
        when: Ada Moss saw Orla Lake
  - id: flood
    what: The flood
    sources:
      - article: a
        quote: Ada Moss saw Orla Lake
        when: Ada Moss saw Orla Lake
"""
INNER, OUTER = ["Ada Moss", "Orla Lake"], "Ada Moss saw Orla Lake"


async def step(driver: AppDriver, key: str, times: int) -> list[str]:
    """The words that are current after each press of a key."""
    seen = []
    for _ in range(times):
        await driver.press(key)
        seen += driver.current_words
    return seen


def styles_in_text(driver: AppDriver, words: str) -> set[tuple[object, ...]]:
    """How words in the text look."""
    return {(style.color, style.bold, style.underline) for style in driver.styles_of(words, "text")}


# Spans within spans


async def test_steps_stop_at_the_inner_span_then_the_outer(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("juniper")) as driver:
        assert await step(driver, "l", 3) == ["Orla Lake", "the Orla Lake flood of 1990", "Ada Moss"]
        assert await step(driver, "h", 2) == ["the Orla Lake flood of 1990", "Orla Lake"]


@pytest.mark.slow
async def test_spans_that_begin_or_end_together_or_are_one(linked: Linked) -> None:
    dossier = linked(NESTED, a=f"In 1990, {OUTER} for the last time.")
    async with run_app(dossier) as driver:
        await driver.press("4")
        assert await step(driver, "l", 5) == [*INNER, OUTER, OUTER, OUTER]
        assert await step(driver, "h", 4) == [OUTER, INNER[1], INNER[0], INNER[0]]
        seen = []
        for _ in range(4):
            await driver.click("Ada Moss", "text")
            seen.append((driver.current_words[0], driver.breadcrumb.split(" › ")[2].split(" · ")[0]))
        assert seen == [
            (OUTER, "The drought"),
            (OUTER, "The flood"),
            (INNER[0], "Ada Moss"),
            (OUTER, "The drought"),
        ], "from Ada Moss, where the steps ended, outward"


# Quiet, kinds, none


async def test_kinds_are_below_their_words(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-ledger"), (142, 36)) as driver:
        await driver.press("v")
        assert driver.text_lines()[:9] == [
            "A look at the books",
            "",
            "The Geological Survey puts Orla Lake at 31.5 million tons in 2023, less than",
            "    org··············      place····    figure···········",
            "the 40 million tons that the Brine Company claims.",
            "    figure·········          org··········",
            "",
            "A depth of 45 meters is written on the map, and one of 30 meters in the",
            "           figure···                                   figure···",
        ]


@pytest.mark.slow
async def test_kinds_are_below_wide_characters_too(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-notes")) as driver:
        await driver.press("v")
        texts, tags = driver.text_lines()[0], driver.text_lines()[1]
        for name, tag in (("北国", "place"), ("オルラ湖", "place···")):
            assert cell_len(texts[: texts.index(name)]) in [found.start() for found in re.finditer(tag, tags)]
        assert cell_len(tags) <= 76


async def test_kinds_of_nested_spans_take_a_line_each(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("flood"), (142, 36)) as driver:
        await driver.press("v")
        row = next(i for i, row in enumerate(driver.text_lines()) if "Orla Lake flood" in row)
        assert driver.text_lines()[row : row + 3] == [
            "The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.",
            "                                   place····                person··",
            "                               date·······················",
        ]


async def test_no_highlights_but_the_current_place(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        assert styles_in_text(driver, "Ada Moss") != styles_in_text(driver, "wants to dig")
        await driver.press("v", "v")
        assert driver.footer.startswith("Highlights: none.")
        assert styles_in_text(driver, "Ada Moss") == styles_in_text(driver, "wants to dig")
        assert driver.current_words == ["Orla Lake"]


async def test_the_line_at_the_top_stays_there(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-herald")) as driver:
        await driver.press("4", *"jjjjjjjj")
        before = driver.text_lines()
        assert before[0].startswith("The road to Alder")
        await driver.press("v")
        assert driver.text_lines()[:2] == [before[0], "            place"]
        await driver.press("v", "v")
        assert driver.text_lines() == before


async def test_what_was_current_is_still_seen_and_clicked(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla", occurrence=1)) as driver:
        await driver.press("v")
        assert driver.current_words == ["Orla Lake"]
        assert "↑" not in driver.subtitle("text") and "↓" not in driver.subtitle("text")
        await driver.click("flood of", "text")
        assert driver.current_words == ["the Orla Lake flood of 1990"]
        before = driver.text_lines()
        await driver.click("date····", "text")
        assert driver.text_lines() == before


# What the text itself is set in


async def test_headings_credits_and_links_show_in_every_mode(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("a-moscow-times"), size=(120, 120)) as driver:
        for _ in range(3):
            plain, dim = styles_in_text(driver, "minimal processing"), styles_in_text(driver, "Original url:")
            assert styles_in_text(driver, "Begin Talks on") == {(color, True, under) for color, _, under in plain}
            assert styles_in_text(driver, "/ ") == dim != plain
            assert styles_in_text(driver, "www.themoscowtimes") == {(color, bold, True) for color, bold, _ in dim}
            await driver.press("v")
        assert "  # Russia and U.S. Begin Talks on Rare Earth Metals, Putin Envoy Says" in driver.screen_text


def test_tags_never_touch_and_only_the_first_row_has_the_word() -> None:
    text = "Ada MossOrla LakeSilt"
    highlights = [(Span(0, 8), "person"), (Span(8, 17), "place"), (Span(17, 21), "place")]
    lines = tag_lines(text, Span(0, len(text)), highlights, 40)
    assert [[(tag.start, tag.text) for tag in line] for line in lines] == [
        [(0, "person··"), (17, "place")],
        [(8, "place····")],
    ]
    ((tag,),) = tag_lines(text, Span(4, len(text)), highlights[:1], 40)
    assert (tag.start, tag.text) == (0, "····")


def test_the_number_of_tags_in_one_place_is_limited() -> None:
    text = "Ada Moss saw Orla Lake."
    highlights = [(Span(0, 8), "person")] * 20_000
    lines = tag_lines(text, Span(0, len(text)), [*highlights, (Span(13, 22), "place")], 40)
    assert [[tag.text.strip("·") for tag in line] for line in lines] == [
        ["person", "place"],
        *[["person"]] * (MAX_LINES - 1),
    ]


# Markdown

MARKED = """\
# Salt

> The lake holds **3.8 million** tons, [Ada Moss](https://example.org/moss) *said*.

- 5\\. of 2 * 3
"""


def article(folder: Path, file: str) -> Dossier:
    """A dossier of one article with marks."""
    (folder / file).write_text(MARKED, encoding="utf-8")
    catalog = folder / "catalog.yaml"
    catalog.write_text(f"lode: 1\ntitle: T\narticles:\n  - {{id: a, file: {file}, title: Salt}}\n", encoding="utf-8")
    return open_dossier(catalog)


@pytest.mark.sample(1)
@pytest.mark.parametrize("colors", [FULL_COLOR, 256, 16, 0])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_marks_of_markdown_are_dim_and_stay_where_they_are(tmp_path: Path, colors: int, theme: str) -> None:
    dossier, config = article(tmp_path, "a.md"), Config(theme=theme)
    async with run_app(dossier, Place.at("a"), (142, 36), colors=colors, config=config) as driver:
        assert " ".join(" ".join(driver.text_lines()).split()) == " ".join(MARKED.split())
        words = driver.styles_of("lake", "text")[0]
        for mark in "**", "](https://example.org/moss)", "> ", "\\":
            style = driver.styles_of(mark, "text")[0]
            assert (style.dim, style.color) != (words.dim, words.color), mark
        for text in "3.8 million", "Ada Moss", "said", ". of 2 * 3":
            assert [(style.dim, style.color) for style in driver.styles_of(text, "text")] == [(words.dim, words.color)]


async def test_in_other_articles_marks_are_characters(tmp_path: Path) -> None:
    async with run_app(article(tmp_path, "a.txt"), Place.at("a")) as driver:
        assert styles_in_text(driver, "**") == styles_in_text(driver, "lake")
