"""The built-in catalog says what people read in its articles: the tables here, both ways."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.builtin import golden
from tui.catalog.find import builtin
from tui.dossier.dossier import Dossier
from tui.text.document import Document, read_text

TABLES = ["figures", "claims", "verdicts", "events", "relations", "entities", "articles", "reading", "judged"]


@pytest.mark.parametrize("table", TABLES)
def test_the_catalog_says_what_the_table_says(dossier: Dossier, table: str) -> None:
    assert [line for line in golden.differences(dossier) if line.startswith(f"{table}: ")] == []


def test_no_difference_escapes_the_tables_named_here(dossier: Dossier) -> None:
    assert list(golden.differences(dossier)) == []


@pytest.mark.parametrize("table", [*TABLES, "unnoticed"])
def test_rows_are_whole(table: str) -> None:
    rows = golden.rows(table)
    assert rows
    assert len({len(row) for row in rows}) == 1
    assert all(cell and cell == cell.strip() for row in rows for cell in row)


def _article(file: str) -> Document:
    return Document(file, read_text(builtin().parent / "seeds" / file))


@pytest.mark.parametrize("table", ["reading", "judged"])
def test_each_place_holds_the_words_that_its_row_gives(table: str) -> None:
    for row in golden.rows(table):
        file, line, column = row[:3]
        exact = row[4] if table == "reading" else row[3]
        document = _article(file)
        start = document.offset(int(line), int(column))
        assert document.text[start : start + len(exact)] == exact, row


@pytest.mark.parametrize(
    ("table", "words"), [("figures", 2), ("figures", 13), ("claims", 2), ("events", 2), ("relations", 5)]
)
def test_each_line_holds_the_words_that_its_row_gives(table: str, words: int) -> None:
    for row in golden.rows(table):
        lines = _article(row[0]).text.split("\n")
        assert row[words] == "-" or row[words] in lines[int(row[1]) - 1], row


def test_each_judgement_gives_a_reason_that_is_listed() -> None:
    given = {row[5] for row in golden.rows("judged")}
    assert given == golden.REASONS


def test_no_place_is_judged_twice() -> None:
    places = [row[:4] for row in golden.rows("judged")]
    assert len(places) == len(set(places))


def test_claims_were_read_before_the_catalog_was_opened_or_judged_after() -> None:
    read = Counter(row[11] for row in golden.rows("claims"))
    assert read.keys() == {"before", "after"}
    assert read["before"] > 200


def test_names_that_are_mapped_are_in_the_reading(dossier: Dossier) -> None:
    read = {row[5].partition(" [")[0] for row in golden.rows("reading") if row[3] == "name"}
    assert golden.CANONICAL.keys() <= read
    assert set(golden.CANONICAL.values()) <= dossier.entities.keys()


def test_a_catalog_without_figures_differs_from_the_tables(dossier: Dossier) -> None:
    """The tables would be worth nothing if no difference were ever seen."""
    found = list(golden.differences(replace(dossier, figures={})))
    assert sum(line.startswith("figures: missing: ") for line in found) == len(golden.rows("figures"))
    assert any(line.startswith("reading: 000_fda5c9e7226478e6.txt:3:32:95%: ") for line in found)
