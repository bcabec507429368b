"""`lode export`: to standard output or a file, the dossier or a part of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done


def test_the_json_document_is_what_list_prints(lode: Callable[..., Done]) -> None:
    done = lode("export", "json")
    assert (done.status, done.err) == (0, "")
    whole = json.loads(done.out)
    for kind in ("articles", "entities", "figures", "events", "measures"):
        assert whole[kind] == lode("list", kind, "--json").objects


def test_the_annotations_are_one_document(lode: Callable[..., Done]) -> None:
    done = lode("export", "w3c", "kind:figure", "by:rusal")
    (item,) = json.loads(done.out)["items"]
    assert item["body"]["id"] == "lode:figure/pikalevsky-gallium-potential"
    assert item["target"]["selector"][0]["exact"] == "41 tons annually"


def test_the_json_document_has_what_the_catalog_has_besides_records(lode: Callable[..., Done]) -> None:
    whole = json.loads(lode("export", "json").out)
    checks = {check["id"]: check for check in whole["checks"]}
    assert checks["ministry-above-brazil"]["verdict"] == "holds"
    assert "does not fit the fifth rank" in checks["ministry-above-brazil"]["means"]
    assert checks["fifth-below-brazil"]["left"] == "3.75e+06 to 3.85e+06 t"
    between = {tuple(conflict["between"]): conflict for conflict in whole["conflicts"]}
    assert between["russia-reserves-usgs", "russia-reserves-ministry-28"]["because"] is None
    assert between["russia-reserves-usgs", "russia-reserves-ministry"]["because"].startswith("The survey counts")
    assert {unit["id"] for unit in whole["units"]} >= {"t", "Mt", "%", "rank"}
    assert {"is": "located in", "inverse": "holds"} in whole["relations"]
    assert [each["why"] for each in whole["ignored"] if each["exact"] == "2025/03/31"] == ["part of an address"]
    assert "(opens in a new tab)" in {each["exact"] for each in whole["artefacts"]}


def test_a_filtered_document_has_what_belongs_to_its_records(lode: Callable[..., Done]) -> None:
    part = json.loads(lode("export", "json", "by:kremlin", "kind:figure").out)
    assert [figure["id"] for figure in part["figures"]] == ["russia-market-share-target"]
    assert part["checks"] == part["conflicts"] == part["ignored"] == part["artefacts"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "json", "-o", "out.json", "kind:event", "solikamsk"],
        ["export", "-o", "out.json", "json", "kind:event", "solikamsk"],
        ["export", "json", "kind:event", "solikamsk", "--output=out.json"],
    ],
)
def test_a_file_is_written_in_the_current_folder(
    lode: Callable[..., Done], tmp_path: Path, arguments: list[str]
) -> None:
    done = lode(*arguments)
    assert (done.status, done.out) == (0, "")
    assert done.err == "lode: wrote 2 records to out.json\n"
    events = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["events"]
    assert [event["id"] for event in events] == ["solikamsk-seized", "solikamsk-transferred"]


def test_a_part_holds_each_kind_that_passes(lode: Callable[..., Done]) -> None:
    part = json.loads(lode("export", "json", "entity:tomtor").out)
    assert [entity["id"] for entity in part["entities"]] == ["tomtor"]
    assert [event["id"] for event in part["events"]] == ["tomtor-criticized"]
    assert len(part["articles"]) == 3


def test_words_are_found_in_records_and_not_in_passages_only(lode: Callable[..., Done]) -> None:
    part = json.loads(lode("export", "json", "putin", "tomtor").out)
    assert [event["id"] for event in part["events"]] == ["tomtor-criticized"]


def test_the_limit_counts_records(lode: Callable[..., Done]) -> None:
    assert len(json.loads(lode("export", "json", "kind:figure", "-n", "3").out)["figures"]) == 3


def test_an_empty_export_exits_with_1_and_is_a_document(lode: Callable[..., Done]) -> None:
    done = lode("export", "w3c", "tungsten")
    assert done.status == 1
    assert json.loads(done.out)["items"] == []
    assert done.err == "lode: “tungsten” is in no article and no record\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "pdf"], "json, w3c"),
        (["export", "json", "by:ussgs"], "by:usgs"),
        (["export", "json", "-o", "missing/out.json"], "missing/out.json"),
        (["export", "json", "-o", "."], "lode: . cannot be written: "),
    ],
)
def test_what_cannot_be_done_is_two(lode: Callable[..., Done], arguments: list[str], says: str) -> None:
    done = lode(*arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("form", "given", "link"),
    [
        ("json", "dossier/out.json", "dossier/out.json"),
        ("json", "dossier/inner/out.json", "dossier/inner"),
        ("csv", "tables", "tables/units.csv"),
        ("csv", "dossier/tables", "dossier/tables"),
        ("sqlite", "all.db", "metadata.yaml"),
        ("sqlite", "dossier/all.db", "dossier/all.db"),
    ],
)
def test_nothing_is_written_through_a_link_that_nobody_named(
    lode: Callable[..., Done], tmp_path: Path, form: str, given: str, link: str
) -> None:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "catalog.yaml").write_text("lode: 1\ntitle: T\nentities: [{id: e, name: E, kind: place}]\n")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "datapackage.json").write_text("{}")
    (tmp_path / "outside").mkdir()
    (tmp_path / link).symlink_to(tmp_path / "outside" if "." not in link else tmp_path / "outside" / "new")
    done = lode("export", form, "-o", given, "-c", "dossier", folder=tmp_path)
    assert done.status == 2
    assert "link" in done.err
    assert not list((tmp_path / "outside").iterdir())


def test_what_a_link_leads_to_is_written(lode: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "link.json").symlink_to("inner/out.json")
    for _ in range(2):
        assert lode("export", "json", "kind:event", "-o", "link.json").status == 0
        assert json.loads((tmp_path / "inner" / "out.json").read_text(encoding="utf-8"))["events"]
    assert (tmp_path / "link.json").is_symlink()
    assert len([*(tmp_path / "inner").iterdir()]) == 1
