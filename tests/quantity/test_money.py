"""Whose dollars, pounds and pesos an amount is in: read, refused, or decided by the article's currency."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.quantity.test_whole import marked
from tui.languages.language import language_of
from tui.printed import money
from tui.printed.whole import read_printed
from tui.quantity.builtin import builtin_units, read_with
from tui.quantity.quantity import QuantityError, value_of
from tui.quantity.unit import Units
from tui.text.span import Span


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "money.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['unit']} {row['text']}") for row in rows()])
def test_an_amount_is_read_in_its_own_currency_or_refused(row: dict[str, str]) -> None:
    text, span = marked(row["text"])
    ids = [row["unit"], *filter(None, [row["currency"]])]
    ids += [cent for id in ids if (cent := read_with(id))]
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


def test_an_article_is_searched_for_other_currencies_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def is_amount(found: re.Match[str]) -> bool:
        searched.append(found.string)
        return False

    monkeypatch.setattr(money, "_is_amount", is_amount)
    units = Units(builtin_units(["USD"], ["en"]))
    texts = [f"Zork {number} paid $5 million, not C$5." for number in range(100)]
    for _ in range(2):
        for text in texts:
            at = text.index("$5 million")
            read_printed(text, Span(at, at + 10), units, units.by_id["USD"], language_of("en"))
    assert len(searched) == len(texts)
