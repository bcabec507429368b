"""The web page of a dossier is complete without scripts, prints each sentence once, and shows hostile text as text."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.view.hostile import write
from tui.dossier.dossier import Dossier
from tui.export.html import export
from tui.linking.link import open_dossier
from tui.text.safe import readable


class _Page(HTMLParser):
    """The ids, links and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self._within: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        given = {name: value or "" for name, value in attributes}
        self.attributes += given.items()
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag not in ("meta", "input", "br", "link"):
            self._within.append(tag)
        self._is_text = given.get("class") == "text"
        if self._is_text:
            self.texts.append("")
            self._depth = len(self._within)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop() != tag:
            pass
        if self.texts and len(self._within) < getattr(self, "_depth", 0):
            self._depth = 10**9

    def handle_data(self, data: str) -> None:
        if self.texts and len(self._within) >= self._depth:
            self.texts[-1] += data


@pytest.fixture(scope="module")
def html(dossier: Dossier) -> str:
    return export(dossier.records, dossier)


@pytest.fixture(scope="module")
def page(html: str) -> _Page:
    return _Page(html)


def test_the_texts_are_whole(page: _Page, dossier: Dossier) -> None:
    written = ["".join(text.split()) for text in page.texts]
    assert written == ["".join(readable(dossier.documents[id].text).split()) for id in dossier.article_order]


def test_each_record_and_occurrence_has_one_address(page: _Page, dossier: Dossier) -> None:
    assert [id for id, count in Counter(page.ids).items() if count > 1] == []
    for record in dossier.records:
        assert record.id in page.ids
        for number, _ in enumerate(dossier.occurrences_of(record.id), 1):
            assert f"{record.id}.{number}" in page.ids


def test_the_addresses_of_the_page_itself_begin_with_a_mark(page: _Page, dossier: Dossier) -> None:
    records = {record.id for record in dossier.records}
    assert all(id.startswith("_") for id in page.ids if id.rpartition(".")[0] not in records and id not in records)


def test_each_link_of_the_page_leads_somewhere(page: _Page) -> None:
    within = [link[1:] for link in page.links if link.startswith("#")]
    assert set(within) - set(page.ids) == set()
    assert [link for link in page.links if not link.startswith(("#", "https://", "http://"))] == []


def test_an_address_leads_to_its_words(html: str, dossier: Dossier) -> None:
    for figure in dossier.figures.values():
        for number, occurrence in enumerate(dossier.occurrences_of(figure.id), 1):
            words = re.search(rf'<\w+ id="{re.escape(figure.id)}\.{number}"[^>]*>(.*?)</p>', html)
            assert words is not None
            text = re.sub(r"<[^>]*>", "", words[1]).replace("&#39;", "'").replace("&amp;", "&")
            assert text.startswith(readable(dossier.documents[occurrence.article][occurrence.span]))


def test_the_page_stays_small_and_holds_a_sentence_once(html: str) -> None:
    assert len(html.encode()) < 600_000
    assert html.count("estimated at") == 1


def test_claims_are_noted_in_the_texts_and_compared_with_each_other(html: str, dossier: Dossier) -> None:
    for claim in dossier.claims.values():
        assert html.count(f'href="#{claim.id}" aria-label="c') == len(claim.sources)
    groups = re.findall(r'<section class="comparison" id="_claims-.*?</section>', html, re.DOTALL)
    [group] = [each for each in groups if 'href="#no-modern-assessments"' in each]
    sides = re.findall(r'<li>.*href="#([\w-]+)"', group)
    one, other = (sides.index(id) + 1 for id in ("no-modern-assessments", "reserves-far-exceed-ukraine"))
    assert re.search(rf"{one} contradicts [^:]*\b{other}\b", group)


def test_a_filter_keeps_what_matches_and_what_that_refers_to(dossier: Dossier) -> None:
    figure = dossier.figures["russia-reserves-usgs"]
    kept = _Page(export([figure], dossier))
    articles = {source.article for source in figure.sources}
    assert {id for id in kept.ids if id in dossier.articles} == articles
    assert figure.id in kept.ids and "usgs" in kept.ids and "reserves" in kept.ids
    assert not {id for id in kept.ids if id in dossier.figures} - {figure.id}


def test_hostile_text_is_shown_and_not_run(tmp_path: Path) -> None:
    path = write(tmp_path)
    for file in (path, *(path.parent.glob("*.txt"))):
        text = file.read_text()
        file.write_text(
            text.replace("Mine", "Mine<script>alert(1)</script>").replace("Evil", "<img src=x onerror=a()>")
        )
    dossier = open_dossier(path)
    written = export(dossier.records, dossier)
    shown = _Page(written)
    assert shown.tags["script"] == 1 and shown.tags["img"] == 0
    assert [name for name, _ in shown.attributes if name.startswith("on") or name == "style"] == []
    assert "default-src &#39;none&#39;" in written or "default-src 'none'" in written
    assert not set("\x1b\x07\x9b\x7f\u202e\u2066\u200b\u2028") & set(written)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_text_is_legible_on_every_ground(html: str) -> None:
    pairs = re.findall(r"--(\w+): light-dark\((#\w+), (#\w+)\);", html)
    for scheme in (1, 2):
        colours = {pair[0]: luminance(pair[scheme]) for pair in pairs}
        del colours["line"]
        grounds = [colours.pop(name) for name in ("ground", "raised", "current", "sibling")]
        assert len(colours) >= 10
        for name, text in colours.items():
            for ground in grounds:
                assert (max(text, ground) + 0.05) / (min(text, ground) + 0.05) >= 4.5, name


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://example.org/\u202e"])
def test_only_an_address_of_the_web_is_linked(tmp_path: Path, url: str) -> None:
    (tmp_path / "a.txt").write_text("A lake.\n")
    (tmp_path / "catalog.yaml").write_text(
        f"lode: 1\ntitle: T\narticles:\n  - {{id: a, file: a.txt, title: A lake, url: {url!r}}}\n"
    )
    dossier = open_dossier(tmp_path / "catalog.yaml")
    assert [link for link in _Page(export(dossier.records, dossier)).links if not link.startswith("#")] == []
