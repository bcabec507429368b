"""The pictures of README and docs: the script makes each of them, and the animated one plays without a script."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts import pictures
from scripts.animation import Frame, animated
from tui.app.system import clock

SVG = "{http://www.w3.org/2000/svg}"

ROW = (
    "<style>.x-r1 { fill: #e0e0e0 } .x-r2 { fill: #fea62b;font-weight: bold }</style>"
    '<rect fill="#3d2e19" x="12.2" y="1.5" width="24.4" height="24.65" shape-rendering="crispEdges"/>'
    '<text class="x-r1" x="0" y="20" textLength="24.4" clip-path="url(#x)">one</text>'
)
MORE = '<text class="x-r2" x="0" y="44.4" textLength="24.4" clip-path="url(#x)">two&#160;&lt;</text>'


def texts(svg: str) -> list[str]:
    """The texts of a picture."""
    return ["".join(each.itertext()).strip() for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_row_of_several_frames_is_drawn_once_and_shown_in_all_of_them() -> None:
    svg = animated([Frame(ROW, 1, "a"), Frame(ROW + MORE, 2, "b"), Frame(ROW, 1, "a")])
    assert sorted(texts(svg)) == ["a", "b", "one", "two <"]
    groups = {"".join(each.itertext()): each.get("class") for each in ElementTree.fromstring(svg).iter(f"{SVG}g")}
    timing = {
        name: re.findall(r"([\d.]+)%{visibility:(\w+)}", steps)
        for name, steps in re.findall(r"@keyframes (\w+)\{((?:[^{}]*\{[^{}]*\})*)\}", svg)
    }
    assert groups["one"] not in timing, "it is always there"
    assert timing[str(groups["two <"])] == [("0", "hidden"), ("25", "visible"), ("75", "hidden")]
    assert timing[str(groups["a"])] == [("0", "visible"), ("25", "hidden"), ("75", "visible")]
    assert svg.count("4s step-end infinite") == 2, "two and b have the same times"


@pytest.mark.slow
def test_the_script_makes_every_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LODE_STATE", "")
    monkeypatch.setattr(clock, "today", clock.today)
    pictures.main(tmp_path)
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {*made} == {path.name for path in pictures.FOLDER.glob("*.svg")}
    for name, svg in made.items():
        assert "<script" not in svg and not re.search(r"(?:href|src)=|url\((?!#)|@import", svg), name
        ElementTree.fromstring(svg)
    said = " ".join(texts(made["tour.svg"]))
    for word in ("CONFLICT", "28.5 million tons", "today, 20 November 2025", "Rosatom", "Copied: "):
        assert word in said.replace("\N{NO-BREAK SPACE}", " ")
    assert sum(seconds for _, seconds, _ in pictures.TOUR) == pytest.approx(20)
    assert len(made["tour.svg"].encode()) < 600_000


def test_every_picture_that_a_page_shows_is_there() -> None:
    root = pictures.FOLDER.parent.parent
    for page in [root / "README.md", *(root / "docs").glob("*.md")]:
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / picture).exists(), f"{page.name}: {picture}"
