"""The tables of a dossier: every key refers to a row, spreadsheets can open them, and a filter keeps what it needs."""

import csv
import json
import sqlite3
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Done, cache, lode
from tests.conftest import Linked
from tui.dossier.dossier import Dossier
from tui.export import sqlite
from tui.export.csv import files
from tui.export.tables import Table, tables

__all__ = ["cache", "lode"]

CATALOG = """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: yield, name: yield, unit: t}]
entities:
  - {id: lake, name: Orla, kind: place, note: "=HYPERLINK(1)", aliases: [Orla Lake, the lake]}
  - {id: mine, name: Mine, kind: company, relations: [{is: digs, of: lake, sources: [{article: a, quote: Mine digs}]}]}
relations: [{is: digs, inverse: dug by}]
figures:
  - {id: one, measure: yield, subject: lake, claimant: mine,
     sources: [{article: a, quote: It gives -5 tons, number: -5 tons, said: Mine said}]}
"""
TEXT = "Orla\n\nMine digs at Orla. It gives -5 tons, Mine said.\n"


@pytest.fixture
def small(linked: Linked) -> Dossier:
    return linked(CATALOG, a=TEXT)


def read(dossier: Dossier, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(files(dossier.records, dossier)[f"{name}.csv"], newline="")))


def by_name(found: list[Table]) -> dict[str, Table]:
    return {table.name: table for table in found}


@pytest.mark.parametrize("chosen", ["all", "one figure", "one event", "one entity"])
def test_each_reference_is_to_a_row(dossier: Dossier, chosen: str) -> None:
    records = {
        "all": [*dossier.records],
        "one figure": [next(iter(dossier.figures.values()))],
        "one event": [next(iter(dossier.events.values()))],
        "one entity": [dossier.entities["tomtor"]],
    }[chosen]
    found = by_name(tables(records, dossier))
    ids = {name: {row.get("id") for row in table.rows} for name, table in found.items()}
    for table in found.values():
        keys = [tuple(row[name] for name in table.key) for row in table.rows]
        assert len(keys) == len(set(keys)) and None not in {part for key in keys for part in key}
        for column in table.columns:
            if column.refers_to:
                assert {row.get(column.name) for row in table.rows} - {None} <= ids[column.refers_to]


def test_the_rows_say_what_the_records_say(small: Dossier) -> None:
    [figure] = read(small, "figures")
    assert (figure["value"], figure["claimant"], figure["measure"]) == ("-5", "mine", "yield")
    [source] = read(small, "figure_sources")
    assert (source["figure"], source["exact"], source["said"]) == ("one", "It gives -5 tons", "Mine said")
    assert [(row["entity"], row["exact"]) for row in read(small, "mentions")][:2] == [
        ("lake", "Orla"),
        ("lake", "Orla"),
    ]
    [relation] = read(small, "relations")
    assert (relation["entity"], relation["is"], relation["of"]) == ("mine", "digs", "lake")
    [lake, _] = read(small, "entities")
    assert lake["aliases"] == "Orla Lake | the lake"


def test_each_column_is_described(small: Dossier) -> None:
    package = json.loads(files(small.records, small)["datapackage.json"])
    fields = [(table["name"], field) for table in package["resources"] for field in table["schema"]["fields"]]
    assert [(table, field["name"]) for table, field in fields if not field.get("description")] == []


def test_no_text_is_a_formula_and_numbers_stay_numbers(small: Dossier) -> None:
    assert read(small, "entities")[0]["note"] == "'=HYPERLINK(1)"
    assert read(small, "figures")[0]["written"] == "'-5 tons"
    assert float(read(small, "figures")[0]["value"]) == -5
    assert "apostrophe" in json.loads(files(small.records, small)["datapackage.json"])["description"]


def test_the_database_holds_the_same_with_its_keys(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    sqlite.write(path, dossier.records, dossier)
    connection = sqlite3.connect(path)
    for table in tables(dossier.records, dossier):
        assert connection.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (len(table.rows),)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    conflicts = connection.execute("SELECT first, second FROM conflicts").fetchall()
    assert ("russia-reserves-usgs", "russia-reserves-ministry") in conflicts
    [claimant] = connection.execute(
        "SELECT DISTINCT claimant FROM figures_in_context WHERE figure = 'russia-reserves-usgs'"
    ).fetchall()
    assert claimant == ("United States Geological Survey",)
    words = connection.execute("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH 'tomtor'").fetchone()
    assert words[0] >= 3
    connection.close()


def test_files_are_written_where_asked_and_others_stay(lode: Callable[..., Done], tmp_path: Path) -> None:
    (tmp_path / "metadata.yaml").write_text("title: mine\n")
    assert lode("export", "csv", "-o", "tables").status == 0
    assert {path.name for path in (tmp_path / "tables").iterdir()} >= {"figures.csv", "datapackage.json"}
    done = lode("export", "sqlite", "-o", "dossier.db")
    assert done.status == 0 and "metadata.yaml already exists and was kept" in done.err
    assert (tmp_path / "metadata.yaml").read_text() == "title: mine\n"
    assert sqlite3.connect(tmp_path / "dossier.db").execute("SELECT count(*) FROM articles").fetchone() == (5,)


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_format_of_files_needs_a_place(lode: Callable[..., Done], form: str) -> None:
    done = lode("export", form)
    assert (done.status, done.out) == (2, "") and "add -o PATH" in done.err


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_place_that_cannot_be_written_is_named(lode: Callable[..., Done], tmp_path: Path, form: str) -> None:
    (tmp_path / "taken").write_text("x")
    done = lode("export", form, "-o", "taken/below")
    assert done.status == 2 and "taken/below cannot be written" in done.err
