"""Whose dollars, pounds and pesos an amount is in: read, refused, or decided by the article's currency."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.quantity.test_whole import marked
from tui.quantity.builtin import builtin_units, hundredth_of
from tui.quantity.language import language_of
from tui.quantity.quantity import QuantityError, value_of
from tui.quantity.unit import Units
from tui.quantity.whole import read_printed


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "money.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['unit']} {row['text']}") for row in rows()])
def test_an_amount_is_read_in_its_own_currency_or_refused(row: dict[str, str]) -> None:
    text, span = marked(row["text"])
    ids = [row["unit"], *filter(None, [row["currency"]])]
    ids += [cent for id in ids if (cent := hundredth_of(id))]
    units = Units(builtin_units(ids, [row["language"]])).in_currency(row["currency"] or None)
    wanted = units.by_id[row["unit"]]
    try:
        printed = read_printed(text, span, units, wanted, language_of(row["language"]))
        found = value_of(printed.quantity, "=", wanted).value
    except QuantityError:
        found = None
    assert found == (None if row["read"] == "refused" else Decimal(row["read"]))


def test_a_refused_amount_says_what_to_write() -> None:
    text, span = marked("It paid A$72 million and ‹$73 million›.")
    units = Units(builtin_units(["USD"], ["en"]))
    says = "its article prints “A\\$”; say with the article’s `currency` which one it means: USD, or another code"
    with pytest.raises(QuantityError, match=says):
        read_printed(text, span, units, units.by_id["USD"], language_of("en"))
