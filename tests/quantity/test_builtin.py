"""The built-in units: their table, and the forms that are read of those that a catalog uses."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.quantity.test_whole import marked
from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.builtin import base_of, builtin_ids, builtin_units, currency_ids, written_as
from tui.quantity.quantity import QuantityError, parse, value_of
from tui.quantity.unit import Unit, Units

CURRENCIES = currency_ids()


@pytest.mark.parametrize(
    ("id", "base", "factor"),
    [
        ("mi", "m", "1609.344"),
        ("ft", "m", "0.3048"),
        ("lb", "kg", "0.45359237"),
        ("oz-troy", "kg", "0.0311034768"),
        ("short-ton", "kg", "907.18474"),
        # The international acre, and the barrel of oil: 42 US gallons.
        ("acre", "m²", "4046.8564224"),
        ("bbl", "L", "158.987294928"),
        ("Bcf", "L", "28316846592"),
        ("kn", "km/h", "1.852"),
        ("MWh", "J", "3600000000"),
        ("ppm", "%", "0.0001"),
        ("bit", "byte", "0.125"),
        ("USD", "USD", "1"),
        # 0.45359237 kg times standard gravity on a square inch.
        ("lbf", "N", "4.4482216152605"),
        ("atm", "Pa", "101325"),
        ("inHg", "Pa", "3386.388640341"),
        ("hp", "W", "745.69987158227022"),
        ("nmi", "m", "1852"),
        ("ft/min", "km/h", "0.018288"),
        ("Mha", "m²", "10000000000"),
        ("mSv", "Sv", "0.001"),
        ("dwt", "kg", "1000"),
    ],
)
def test_a_factor_is_exact(id: str, base: str, factor: str) -> None:
    unit = base_of(id)
    assert (unit.kind, unit.factor / unit.divisor) == (base, Decimal(factor))


def test_every_base_is_a_unit_without_a_base() -> None:
    bases = {id: base_of(base_of(id).kind) for id in builtin_ids()}
    assert [
        id for id, base in bases.items() if base.base or (base.factor, base.divisor, base.offset) != (1, 1, 0)
    ] == []


def test_the_documentation_lists_every_unit() -> None:
    page = (Path(__file__).parents[2] / "docs" / "catalog.md").read_text(encoding="utf-8")
    table = page.partition("| kind | ids |")[2].partition("## Measure")[0]
    assert sorted(re.findall(r"`(.*?)`", table)) == sorted(builtin_ids())


@pytest.mark.slow
def test_the_table_is_what_its_script_writes() -> None:
    pytest.importorskip("babel", reason="the languages extra is not installed")
    from scripts import units

    assert units.text() == units.TABLE.read_text(encoding="utf-8")


def test_no_currency_converts_into_another() -> None:
    assert len(CURRENCIES) > 150
    assert [id for id in CURRENCIES if base_of(id).base] == []


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk"])
def test_no_form_is_a_word_of_its_language(tag: str) -> None:
    words = {"in", "a", "an", "are", "am", "as", "at", "to", "no", "al", "po", "e", "y", "ha" * (tag in ("es", "it"))}
    for unit in builtin_units(builtin_ids(), [tag]):
        assert not words & {form.casefold().rstrip(".") for form in unit.forms}, unit.id
        assert not [form for form in unit.forms if re.fullmatch(r"[^\W\d_]\.", form)], unit.id


@pytest.mark.parametrize(
    ("words", "id", "languages", "value"),
    [
        ("3.5 kilometers", "km", "en", "3.5"),
        ("5 km/h", "km/h", "en", "5"),
        ("12 acres", "acre", "en", "12"),
        ("40 barrels", "bbl", "en", "40"),
        ("40 hectares", "ha", "en", "40"),
        ("40 hectáreas", "ha", "es", "40"),
        ("40 quilómetros", "km", "pt", "40"),
        ("40 quilômetros", "km", "pt", "40"),
        ("40 公頃", "ha", "zh-Hant", "40"),
        ("40 小時", "h", "zh", "40"),
        ("40 日圓", "JPY", "zh-Hant", "40"),
        ("40 كجم", "kg", "ar", "40"),
        ("40 كغ", "kg", "ar", "40"),
        ("40 Hektar", "ha", "de", "40"),
        ("40 тонн", "t", "ru", "40"),
        ("40 吨", "t", "zh", "40"),
        ("1.5 °C", "°C", "en", "1.5"),
        ("1.5 degrees Celsius", "°C", "en", "1.5"),
        ("50 °F", "°F", "en", "50"),
        ("300 K", "K", "en", "300"),
        ("421 ppm", "ppm", "en", "421"),
        ("5 days", "day", "en", "5"),
        ("$5 million", "USD", "en", "5000000"),
        ("US$5 million", "USD", "en", "5000000"),
        ("5 million US dollars", "USD", "en", "5000000"),
        ("USD 5 million", "USD", "en", "5000000"),
        ("€5 million", "EUR", "en", "5000000"),
        ("5 million euros", "EUR", "en", "5000000"),
        ("£5 million", "GBP", "en", "5000000"),
        ("C$5 million", "CAD", "en", "5000000"),
        ("5 million Canadian dollars", "CAD", "en", "5000000"),
        ("HK$5 million", "HKD", "en", "5000000"),
        ("₹5 million", "INR", "en", "5000000"),
        ("5 Franken", "CHF", "de", "5"),
        ("5 рублей", "RUB", "ru", "5"),
        ("36.8 GtCO2", "Gt", "en", "36.8"),
        ("36.8 GtCO₂e", "Gt", "en", "36.8"),
        ("5 million TEU", "TEU", "en", "5000000"),
        ("120,000 dwt", "dwt", "en", "120000"),
        ("24,000 gross tons", "GT", "en", "24000"),
        ("0.3 mSv", "mSv", "en", "0.3"),
        ("30 psi", "psi", "en", "30"),
        ("2,000 feet per minute", "ft/min", "en", "2000"),
        ("50 basis points", "bp", "en", "50"),
        ("kr 5 million", "SEK", "en", "5000000"),
        ("5 million kroner", "NOK", "en", "5000000"),
        ("₪5 million", "ILS", "en", "5000000"),
        ("5 million shekels", "ILS", "en", "5000000"),
        ("Rs 5 million", "PKR", "en", "5000000"),
        ("5 million pesos", "CLP", "en", "5000000"),
        ("5 million Chilean pesos", "CLP", "en", "5000000"),
        ("J$5 million", "JMD", "en", "5000000"),
        ("THB 5 million", "THB", "en", "5000000"),
    ],
)
def test_a_printed_form_is_read(words: str, id: str, languages: str, value: str) -> None:
    units = Units(builtin_units([id], [languages]))
    quantity = parse(words, units)
    assert quantity.unit is units.by_id[id]
    assert value_of(quantity, "=", units.by_id[id]).value == Decimal(value)


@pytest.mark.parametrize(
    ("words", "id", "languages"),
    [
        ("5 in", "inch", "en"),
        ("5 are", "acre", "en"),
        ("5 s", "sec", "en"),
        ("5 ha", "ha", "es"),
        ("5 Hektar", "ha", "fr"),
        ("5 miles", "km", "en"),
        ("J$5 million", "USD", "en"),
        ("TT$5 million", "USD", "en"),
        ("R$5 million", "USD", "en"),
        ("kr 5 million", "EUR", "en"),
        ("¥5 million", "USD", "en"),
        ("5 million Jamaican dollars", "USD", "en"),
        ("5 million Swedish kronor", "NOK", "en"),
        ("5 million Pakistani rupees", "INR", "en"),
        ("5 million pesos", "USD", "en"),
        ("5 million Canadian dollars", "USD", "en"),
        ("A$5 million", "USD", "en"),
        ("C$5 million", "USD", "en"),
        ("HK$5 million", "USD", "en"),
        ("EUR 5 million", "USD", "en"),
        ("Rs 5 million", "USD", "en"),
        ("$5 million", "CAD", "en"),
    ],
)
def test_a_form_of_no_unit_that_is_used_is_not_read(words: str, id: str, languages: str) -> None:
    with pytest.raises(QuantityError):
        parse(words, Units(builtin_units([id], [languages])))


def test_a_form_of_two_units_is_read_as_neither() -> None:
    yen, yuan = builtin_units(["JPY", "CNY"], ["en"])
    assert "¥" not in {*yen.forms, *yuan.forms}
    assert "¥" in builtin_units(["JPY"], ["en"])[0].ambiguous


@pytest.mark.parametrize(
    ("first", "second", "form"), [("SEK", "NOK", "kr"), ("INR", "PKR", "Rs"), ("MXN", "CLP", "pesos")]
)
def test_an_abbreviation_of_two_currencies_is_read_as_neither(first: str, second: str, form: str) -> None:
    for unit in builtin_units([first, second], ["en"]):
        assert form not in unit.forms


def test_the_forms_of_the_catalog_come_first() -> None:
    own = Unit("sack", "sack", ("barrels",))
    (barrel,) = builtin_units(["bbl"], ["en"], [own])
    assert "barrels" not in barrel.forms
    assert "barrel" in barrel.forms


def test_built_in_units_convert_into_a_base_unit_of_the_catalog() -> None:
    kilotonne, metre = builtin_units(["kt", "m"], ["en"], [Unit("t", "tonne", ("tons",))])
    assert (kilotonne.kind, kilotonne.size) == ("t", 1000)
    assert metre.kind == "m"


@pytest.mark.parametrize(
    ("id", "text", "write"),
    [
        ("h", "for ‹seven hours› and 31 minutes", "min"),
        ("h", "for ‹7h› 20m", "{id: min, written: [m]}"),
        ("ft", "it is ‹5 feet› and 6 inches tall", "inch"),
        ("ft", "it is ‹5ft› 6in tall", "{id: inch, written: [in]}"),
        ("yr", "for ‹3 years› and 6 months", "month"),
        ("km", "for ‹12 km› 300 metres", "m"),
    ],
)
def test_a_sum_in_a_unit_that_is_not_listed_is_not_cut(id: str, text: str, write: str) -> None:
    whole, span = marked(text)
    units = Units(builtin_units([id], ["en"]))
    with pytest.raises(QuantityError, match=re.escape(f"list `{write}` in `units`")):
        read_printed(whole, span, units, units.by_id[id], language_of("en"))


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("ft", "it was ‹5ft› in 2024"),
        ("day", "for ‹3 days› and 200 people came"),
        ("mi", "it is ‹20 miles›, 32 km away"),
        ("h", "for ‹7 hours›, 900 kilometres in all"),
    ],
)
def test_what_is_not_a_sum_is_read(id: str, text: str) -> None:
    whole, span = marked(text)
    units = Units(builtin_units([id], ["en"]))
    read_printed(whole, span, units, units.by_id[id], language_of("en"))


@pytest.mark.parametrize("words", ["‹20 miles›, 32 km away", "20 miles, ‹32 km› away", "‹20 miles› and 32 km"])
def test_one_distance_in_two_units_is_no_sum(words: str) -> None:
    whole, span = marked(f"It is {words}.")
    units = Units(builtin_units(["mi", "km"], ["en"]))
    read_printed(whole, span, units, units.by_id["km"], language_of("en"))


@pytest.mark.parametrize(
    ("id", "words", "value"),
    [
        ("°C", "1.5C", "1.5"),
        ("°C", "-12C", "-12"),
        ("°F", "104F", "104"),
        ("°F", "104 °F", "104"),
        ("nmi", "12 NM", "12"),
        ("gal", "1,400 US gallons", "1400"),
    ],
)
def test_a_short_form_is_read_in_its_own_measure(id: str, words: str, value: str) -> None:
    units = Units(builtin_units([id], ["en"]))
    found = value_of(parse(words, units, units.by_id[id]), "=", units.by_id[id])
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("id", "words"), [("°C", "5 C"), ("°F", "5 F"), ("°C", "104F"), ("km", "12C"), ("nmi", "12 nm")]
)
def test_a_letter_is_not_another_unit(id: str, words: str) -> None:
    units = Units(builtin_units([id], ["en"]))
    with pytest.raises(QuantityError):
        parse(words, units, units.by_id[id])


def test_the_unit_of_a_form_is_found_in_its_own_case_first() -> None:
    assert [written_as(form) for form in ("NM", "nm", "Kilometres", "KILOMETRES")] == ["nmi", "nm", "km", "km"]


def test_money_of_another_country_is_not_taken_for_the_wanted_one() -> None:
    whole, span = marked("it owed ‹59 million› Canadian.")
    units = Units(builtin_units(["USD"], ["en"]))
    with pytest.raises(QuantityError, match="Canadian"):
        read_printed(whole, span, units, units.by_id["USD"], language_of("en"))
    read_printed(whole, span, units, None, language_of("en"))
