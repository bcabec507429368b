"""W3C Web Annotations: one for each mention, figure number, claim and event source, each where it says."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.view.hostile import raw, write
from tui.dossier.dossier import Dossier
from tui.export import w3c
from tui.linking.link import open_dossier
from tui.text.span import Span


@pytest.fixture(scope="module")
def items(dossier: Dossier) -> list[dict[str, Any]]:
    """The annotations of the built-in dossier."""
    page = json.loads(w3c.export(dossier.records, dossier))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    found: list[dict[str, Any]] = page["items"]
    return found


def file_of(item: dict[str, Any]) -> str:
    """The file that an annotation is in; its source is the web page of the article, where that has one."""
    target = item["target"]
    file: str = target.get("file", target["source"])
    return file


def places(dossier: Dossier) -> Counter[tuple[str, str, Span]]:
    """Every place that is to have an annotation: body, file, span."""
    files = {article.id: article.file for article in dossier.articles.values()}
    found = [
        *((f"lode:entity/{m.record}", m.article, m.span) for ms in dossier.mentions.values() for m in ms),
        *((f"lode:figure/{f.id}", s.article, s.number) for f in dossier.figures.values() for s in f.sources),
        *((f"lode:claim/{c.id}", s.article, s.quote) for c in dossier.claims.values() for s in c.sources),
        *((f"lode:event/{e.id}", s.article, s.quote) for e in dossier.events.values() for s in e.sources),
    ]
    return Counter((body, files[article], span) for body, article, span in found)


def test_each_place_has_an_annotation(dossier: Dossier, items: list[dict[str, Any]]) -> None:
    annotated = Counter()
    for item in items:
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        span = Span(position["start"], position["end"])
        annotated[item["body"]["id"], file_of(item), span] += 1
    assert annotated == places(dossier)


def test_each_selector_holds_in_its_file(dossier: Dossier, items: list[dict[str, Any]]) -> None:
    for item in items:
        text = (dossier.catalog.parent / file_of(item)).read_bytes().decode()
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"] != ""
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, start)
        assert len(quote["suffix"]) == min(32, len(text) - end)


def test_each_annotation_is_one_with_an_id_of_its_own(items: list[dict[str, Any]]) -> None:
    assert all(item["type"] == "Annotation" for item in items)
    assert len({item["id"] for item in items}) == len(items)


def test_a_source_is_the_web_page_of_its_article(dossier: Dossier, items: list[dict[str, Any]]) -> None:
    addresses = {article.file: article.url for article in dossier.articles.values()}
    for item in items:
        url = addresses[file_of(item)]
        assert item["target"]["source"] == (url or file_of(item))
        assert ("file" in item["target"]) == (url is not None)


def test_the_body_of_a_figure_says_what_it_is(dossier: Dossier) -> None:
    page = json.loads(w3c.export([dossier.figures["russia-reserves-usgs"]], dossier))
    body = page["items"][0]["body"]
    assert body == body | {
        "id": "lode:figure/russia-reserves-usgs",
        "measure": "reserves",
        "subject": "russia",
        "claimant": "usgs",
        "modifier": "=",
        "value": 3_800_000,
        "unit": "t",
    }
    assert body["low"] < body["value"] < body["high"]
    # Each key is one of Web Annotations, or is defined in the context of the page.
    assert set(body) <= {"id", "label", "value", *page["@context"][1]}


def test_only_the_articles_that_are_asked_for(dossier: Dossier) -> None:
    figure = dossier.figures["russia-reserves-usgs"]
    articles = {source.article for source in figure.sources}
    assert len(articles) == 2
    for article in articles:
        page = json.loads(w3c.export([figure], dossier, {article}))
        assert {file_of(item) for item in page["items"]} == {dossier.articles[article].file}


def test_a_part_of_the_dossier_has_its_own_annotations(dossier: Dossier) -> None:
    page = json.loads(w3c.export([dossier.figures["russia-reserves-usgs"], dossier.measures["demand"]], dossier))
    quotes = [item["target"]["selector"][0]["exact"] for item in page["items"]]
    assert quotes == ["3.8 million metric tons", "3.8 million tons"]


def test_no_annotation_holds_what_a_terminal_obeys(tmp_path: Path) -> None:
    dossier = open_dossier(write(tmp_path))
    text = w3c.export(dossier.records, dossier)
    assert not raw(text)
    file = dossier.articles["a"].file
    assert {file_of(item) for item in json.loads(text)["items"]} == {file}
