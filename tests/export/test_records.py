"""Records as JSON: the keys and types of the contract, and places that hold in the files."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Linked
from tests.view.hostile import raw, write
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.export import document
from tui.export.records import as_mapping
from tui.linking.link import open_dossier
from tui.text.json import to_json

SOURCE = ["article", "file", "start", "end", "line", "column", "exact"]
KEYS = {
    "article": "kind id title publisher published url file words mentions figures",
    "entity": "kind id name type aliases note relations mentions",
    "figure": "kind id label measure subject material scope claimant nature period modifier value low high unit"
    " written sources",
    "claim": "kind id what about claimant via modality supports contradicts because sources",
    "event": "kind id date resolved what entities sources",
    "measure": "kind id name unit per figures",
}


def as_json(record: object, dossier: Dossier) -> dict[str, Any]:
    """A record as a script reads it."""
    read = json.loads(to_json(as_mapping(record, dossier)))  # type: ignore[arg-type]
    assert isinstance(read, dict)
    return read


def places(value: object) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value that has a start."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from places(part)


def test_every_record_has_the_contracts_keys_in_their_order(dossier: Dossier) -> None:
    for record in dossier.records:
        keys = KEYS[record.kind].split()
        assert list(as_json(record, dossier))[: len(keys)] == keys


def test_every_source_has_the_contracts_keys(dossier: Dossier) -> None:
    for figure in dossier.figures.values():
        for source in as_json(figure, dossier)["sources"]:
            assert {*SOURCE, "number_start", "number_end", "said", "when"} <= set(source)
            for words in (source["said"], source["when"]):
                assert words is None or set(words) >= {"file", "start", "end", "exact"}
    for event in dossier.events.values():
        assert all(set(SOURCE) <= set(source) for source in as_json(event, dossier)["sources"])
    for entity in dossier.entities.values():
        record = as_json(entity, dossier)
        assert all(set(SOURCE) <= set(mention) for mention in record["mentions"])
        for relation in record["relations"]:
            assert list(relation) == ["is", "of", "sources", "claimant", "via", "modality"]
            assert all(set(SOURCE) <= set(source) for source in relation["sources"])


def test_every_place_holds_in_its_file(dossier: Dossier) -> None:
    count = 0
    for record in dossier.records:
        for place in places(as_json(record, dossier)):
            text = (dossier.catalog.parent / place["file"]).read_bytes().decode()
            assert text[place["start"] : place["end"]] == place["exact"] != ""
            if "line" in place:
                before = text[: place["start"]]
                assert place["line"] == before.count("\n") + 1
                assert place["column"] == len(before) - before.rfind("\n")
            if "number_start" in place:
                assert place["start"] <= place["number_start"] < place["number_end"] <= place["end"]
            count += 1
    assert count > 500


def test_offsets_are_code_points_of_the_file_as_stored(linked: Linked) -> None:
    catalog = """
entities: [{id: ore, name: Ore, kind: material}]
"""
    text = "\ufeff𝔘𝔫 e\u0301 日本\r\nline two: Ore\r\n"
    dossier = linked(catalog, a=text)
    (mention,) = as_json(dossier.entities["ore"], dossier)["mentions"]
    assert mention["start"] == text.index("Ore")
    assert (mention["line"], mention["column"]) == (2, 11)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("russia-reserves-usgs", {"modifier": "=", "value": 3800000, "low": 3750000, "high": 3850000, "unit": "t"}),
        ("russia-reserves-industry", {"modifier": "≤", "value": 28700000, "low": None, "high": 28700000}),
        ("russia-share-below-1", {"modifier": "<", "value": 1, "low": None, "high": 1, "unit": "%"}),
        ("russia-production", {"modifier": "≈", "value": 2600, "low": 2500, "high": 2700, "unit": "t"}),
        ("russia-demand", {"modifier": "range", "value": None, "low": 2500, "high": 3000}),
        ("russia-share-2024", {"modifier": "=", "value": 0.64, "low": 0.635, "high": 0.645, "period": "2024"}),
        ("russia-reserves-rank", {"modifier": "=", "value": 5, "low": 5, "high": 5, "unit": "rank"}),
        ("us-reserves", {"modifier": "=", "value": 1900000, "written": "1.9 million tons"}),
        ("pikalevsky-gallium-potential", {"nature": "potential", "claimant": "rusal", "period": None, "scope": None}),
        ("central-asia-countries", {"material": None, "scope": "whose leaders Trump invited", "claimant": None}),
    ],
)
def test_a_figures_fields_are_typed(dossier: Dossier, id: str, expected: dict[str, Any]) -> None:
    found = as_json(dossier.figures[id], dossier)
    assert {key: found[key] for key in expected} == expected
    assert all(isinstance(found[key], int | float | None) for key in ("value", "low", "high"))


def test_an_open_lower_side_is_null(linked: Linked) -> None:
    catalog = """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: mass, name: mass, unit: t}]
entities: [{id: mine, name: Mine, kind: company}]
figures:
  - id: f
    measure: mass
    subject: mine
    sources: [{article: a, quote: at least 5 tons, number: 5 tons}]
"""
    dossier = linked(catalog, a="The Mine has at least 5 tons.")
    found = as_json(dossier.figures["f"], dossier)
    assert (found["modifier"], found["value"], found["low"], found["high"]) == ("≥", 5, 5, None)


def test_a_figures_words_are_where_they_stand(dossier: Dossier) -> None:
    source = as_json(dossier.figures["russia-production-2023"], dossier)["sources"][0]
    assert source["said"]["exact"] == "According to USGS"
    assert source["when"]["exact"] == "in 2023"
    assert source["number_end"] - source["number_start"] == len("2,600 tons")
    assert as_json(dossier.figures["russia-share"], dossier)["sources"][0]["said"] is None


def test_counts_are_of_what_is_listed(dossier: Dossier) -> None:
    for article in dossier.articles.values():
        found = as_json(article, dossier)
        text = (dossier.catalog.parent / article.file).read_text(encoding="utf-8")
        assert found["words"] == len(text.split())
        mentions = [m for entity in dossier.entities.values() for m in as_json(entity, dossier)["mentions"]]
        assert found["mentions"] == sum(mention["article"] == article.id for mention in mentions)
        sources = [{s["article"] for s in as_json(f, dossier)["sources"]} for f in dossier.figures.values()]
        assert found["figures"] == sum(article.id in articles for articles in sources)
    assert sum(as_json(m, dossier)["figures"] for m in dossier.measures.values()) == len(dossier.figures)


def test_what_is_unknown_is_null(dossier: Dossier) -> None:
    found = as_json(dossier.articles["a-russia-aims"], dossier)
    assert found["publisher"] is None and found["url"] is None
    assert found["published"] == "2025-10-15/.."
    event = as_json(dossier.events["talks-started"], dossier)
    assert (event["date"], event["resolved"]) == (None, "2025-03-31")


# The document


def test_the_document_holds_all_that_list_prints(dossier: Dossier) -> None:
    whole = json.loads(document.export(dossier.records, dossier))
    assert whole["title"] == dossier.title
    for key, records in (
        ("articles", dossier.articles),
        ("entities", dossier.entities),
        ("figures", dossier.figures),
        ("events", dossier.events),
        ("measures", dossier.measures),
    ):
        assert whole[key] == [as_json(record, dossier) for record in records.values()]  # type: ignore[attr-defined]


def test_the_document_of_a_part_has_every_list(dossier: Dossier) -> None:
    whole = json.loads(document.export([dossier.figures["russia-demand"]], dossier))
    assert [figure["id"] for figure in whole["figures"]] == ["russia-demand"]
    assert whole["articles"] == whole["entities"] == whole["events"] == whole["measures"] == []


def test_no_record_holds_what_a_terminal_obeys(tmp_path: Path) -> None:
    dossier = open_dossier(write(tmp_path))
    for record in dossier.records:
        text = to_json(as_mapping(record, dossier))
        assert not raw(text)
        assert "\\u001b" in text
    assert not raw(document.export(dossier.records, dossier))


def test_figures_are_counted_once_for_all_measures(dossier: Dossier) -> None:
    class Figures(dict[str, Figure]):
        """Figures that count how often all of them are looked at."""

        looks = 0

        def values(self) -> Any:
            self.looks += 1
            return super().values()

    figures = Figures(dossier.figures)
    counted = replace(dossier, figures=figures)
    assert sum(as_mapping(measure, counted)["figures"] for measure in counted.measures.values()) == len(figures)
    assert figures.looks == 1


def test_an_article_has_its_currency(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(folder('articles: [{id: a, file: a.txt, title: "[a]", currency: CAD}]\n', a="A"))
    assert as_json(dossier.articles["a"], dossier)["currency"] == "CAD"


def test_an_article_has_its_language_or_the_catalogs(folder: Callable[..., Path]) -> None:
    articles = '{id: a, file: a.txt, title: "[a]"}, {id: b, file: b.txt, title: "[b]", language: de-CH}'
    dossier = open_dossier(folder(f"language: pt-BR\narticles: [{articles}]\n", a="A", b="B"))
    assert [as_json(article, dossier)["language"] for article in dossier.articles.values()] == ["pt-BR", "de-CH"]
    dossier = open_dossier(folder(f"articles: [{articles}]\n", a="A", b="B"))
    assert [as_json(article, dossier)["language"] for article in dossier.articles.values()] == [None, "de-CH"]
