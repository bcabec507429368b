"""Units after a number: which written form is read, and in which case."""

from decimal import Decimal

import pytest

from tui.languages.language import language_of
from tui.quantity.rates import RateReader
from tui.quantity.unit import Unit, Units

UNITS = Units(
    [
        Unit("t", "tonne", ("ton", "tons", "metric tons", "mt")),
        Unit("Mt", "megatonne", ("megatons",), "t", Decimal(1000000)),
        Unit("st", "short ton", ("short tons", "tons of coal"), "t", Decimal("0.90718474")),
        Unit("TJ", "terajoule"),
        Unit("%", "percent", ("percent", "per cent")),
        Unit("pp", "percentage point", ("percentage points", "percent points")),
        Unit("oz", "ounce", ("oz.",)),
    ]
)

CURRENCIES = Units(
    [Unit("usd", "US dollar", ("$", "US$", "USD")), Unit("aud", "dollar", ("A$",)), Unit("eur", "euro", ("€",))]
)


@pytest.mark.parametrize(
    ("after", "unit", "end"),
    [
        (" t", "t", 2),
        ("t", "t", 1),
        (" ton", "t", 4),
        (" tons", "t", 5),
        (" Tons", "t", 5),
        (" TONS", "t", 5),
        ("-ton", "t", 4),
        (" metric tons", "t", 12),
        (" metric\n  tons", "t", 14),
        (" metric\u00a0tons", "t", 12),
        # The longest form that is written there.
        (" tons of coal", "st", 13),
        (" tons of steel", "t", 5),
        (" percent", "%", 8),
        (" percent points", "pp", 15),
        (" percentage points", "pp", 18),
        # A short form is of its own case: mt is a metric ton, Mt a million of them.
        (" mt", "t", 3),
        (" Mt", "Mt", 3),
        (" oz", "oz", 3),
        (" oz.", "oz", 4),
        (" OZ.", "oz", 4),
        ("%", "%", 1),
        ("%,", "%", 1),
    ],
)
def test_a_written_form_is_read(after: str, unit: str, end: int) -> None:
    text = f"12{after} "
    read = UNITS.read(text, 2)
    assert read is not None
    assert (read[0].id, read[1]) == (unit, 2 + end)


@pytest.mark.parametrize(
    "after", [" T", " MT", " mT", " tj", " Tj", " OZ", " PP", " tonsil", " t5", " widgets", "", " of tons", ". Tons"]
)
def test_anything_else_is_none(after: str) -> None:
    assert UNITS.read(f"12{after}", 2) is None


def test_a_catalog_without_units_reads_none() -> None:
    assert Units([]).read("12 tons", 2) is None


def test_an_ambiguous_form_is_read_as_the_unit_that_lists_it() -> None:
    units = Units([Unit("t", "tonne", ("tonnes",), ambiguous=("tons",)), Unit("st", "short ton", ("short tons",))])
    read = [units.read(f"12{after}", 2) for after in (" tons", " short tons", " tonnes")]
    assert [found and found[0].id for found in read] == ["t", "st", "t"]


@pytest.mark.parametrize(
    ("text", "unit", "start"),
    [
        ("$3.8 billion", "usd", 1),
        ("$ 3.8 billion", "usd", 2),
        ("US$3.8 billion", "usd", 3),
        ("A$3.8 billion", "aud", 2),
        ("€3", "eur", 1),
    ],
)
def test_a_sign_before_the_number_is_read(text: str, unit: str, start: int) -> None:
    read = CURRENCIES.read_sign(text, 0)
    assert read is not None
    assert (read[0].id, read[1]) == (unit, start)


@pytest.mark.parametrize("text", ["", "3 $", "$", "$x", "$  3", "usd 3", "us$3", "£3", "-$3"])
def test_anything_else_before_a_number_is_not_a_sign(text: str) -> None:
    assert CURRENCIES.read_sign(text, 0) is None


def test_a_catalog_without_signs_reads_none() -> None:
    assert Units([Unit("t", "tonne")]).read_sign("3 tons", 0) is None


def test_the_kind_is_the_base_unit() -> None:
    kinds = {unit.id: unit.kind for unit in UNITS.by_id.values()}
    assert kinds == {"t": "t", "Mt": "t", "st": "t", "TJ": "TJ", "%": "%", "pp": "pp", "oz": "oz"}


@pytest.mark.parametrize(
    "written",
    [
        " per year", " a year", " each year", " every year", " per annum", "/yr", "/year", "/a", " / yr", " annually",
        " yearly", " p.a.", " p. a.", " Per Year", " per\nyear", "-per-year",
    ],
)  # fmt: skip
def test_a_rate_is_read(written: str) -> None:
    text = f"tons{written}, and"
    read = RateReader(text, UNITS, language_of("en")).read(4)
    assert read is not None
    assert (read.rate.name, read.end) == ("yr", 4 + len(written))


@pytest.mark.parametrize(
    "written",
    [" a yearbook", " a year ago", " a year earlier", " a year before", " annual", " the year", ""],
)
def test_other_words_are_not_a_rate(written: str) -> None:
    assert RateReader(f"tons{written}", UNITS, language_of("en")).read(4) is None


@pytest.mark.parametrize(
    ("of", "size", "id"),
    [
        ("t", "0.5", None),
        ("t", "1", "t"),
        ("t", "999", "t"),
        ("t", "1000", "kt"),
        ("t", "999999", "kt"),
        ("t", "1e9", "Mt"),
        ("m", "1e9", "m"),
        ("Mt", "999", "t"),
        ("lb", "1e9", "klb"),
        ("klb", "0.4", "lb"),
    ],
)
def test_the_largest_unit_within_a_size(of: str, size: str, id: str | None) -> None:
    units = Units(
        [
            Unit("Mt", "megatonne", base="t", factor=Decimal(1_000_000)),
            Unit("t", "tonne"),
            Unit("ton", "ton", base="t"),
            Unit("kt", "kilotonne", base="t", factor=Decimal(1000)),
            Unit("lb", "pound", base="t", factor=Decimal("0.0005")),
            Unit("klb", "thousand pounds", base="t", factor=Decimal("0.5")),
            Unit("m", "metre"),
        ]
    )
    found = units.largest_within(units.by_id[of], Decimal(size))
    assert (found and found.id) == id
