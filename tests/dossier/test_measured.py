"""Numbers in built-in units in a catalog of one measure: cents, rates, and changes in all languages."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import Linked

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("measured.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

CATALOG = """
language: {language}
units: [{units}]
entities:
  - {{id: zork, name: Zork, kind: company}}
measures:
  - {{id: m, name: amount, unit: "{unit}"{more}}}
figures:
  - {{id: f, measure: m, subject: zork, sources: [{{article: a, quote: "{quote}", number: "{number}"}}]}}
"""


@pytest.mark.parametrize(("language", "measure", "told", "value"), ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS])
def test_a_number_is_read_as_its_measure_says(
    linked: Linked, language: str, measure: str, told: str, value: str
) -> None:
    units, *more = measure.split(";")
    unit, *others = units.split("+")
    keys = "".join(f", {key}: {entry}" for key, entry in (each.split("=") for each in more)).replace(": 1", ": true")
    number = told.partition("‹")[2].partition("›")[0]
    text = told.replace("‹", "").replace("›", "")
    quoted = ", ".join(f'"{other}"' for other in others)
    catalog = CATALOG.format(language=language, units=quoted, unit=unit, more=keys, quote=text, number=number)
    found = linked(catalog, a=f"{text}\n").figures.get("f")
    if value == "-":
        assert found is None
        return
    assert found is not None and found.value.value is not None
    modifier = value.rstrip("0123456789.-")
    assert (found.value.modifier, found.value.value) == (modifier or "=", Decimal(value.removeprefix(modifier)))
