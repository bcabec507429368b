"""Built-in units in a catalog: used by id, listed bare, added to, replaced, and refused with what to write."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import Linked
from tui.linking.link import open_dossier
from tui.search.open import search_in_memory

RECORDS = """
entities:
  - {{id: zork, name: Zork, kind: company}}
measures:
  - {{id: length, name: amount, unit: {unit}}}
{units}
figures:
  - {{id: f, measure: length, subject: zork, sources: [{{article: a, quote: "{quote}", number: "{number}"}}]}}
"""


def catalog(unit: str, number: str, units: str = "", language: str = "") -> str:
    head = f"language: {language}" if language else ""
    return head + RECORDS.format(unit=unit, units=units, quote=f"Zork: {number}", number=number)


@pytest.mark.parametrize(
    ("unit", "number", "units", "language", "value"),
    [
        # Aviation, public finance, climate: no unit is defined.
        ("km", "3,200 kilometers", "", "", "3200"),
        ("km/h", "900 km/h", "", "", "900"),
        ("EUR", "415 million euros", "", "", "415000000"),
        ("EUR", "415 Mio. Euro", "", "de", "415000000"),
        ("USD", "$5 billion", "", "", "5000000000"),
        ("ppm", "421 ppm", "", "", "421"),
        ("°C", "1.5 °C", "", "", "1.5"),
        ("km²", "14 million square kilometers", "", "", "14000000"),
        # Cases of a noun, and compounds that are printed for a unit.
        ("m", "10.700 Metern", "", "de", "10700"),
        ("m/s", "16,3 Metern pro Sekunde", "", "de", "16.3"),
        ("t", "500 тоннами", "", "ru", "500"),
        ("km", "300 кілометрам", "", "uk", "300"),
        ("h", "61.300 Flugstunden", "", "de", "61300"),
        ("h", "61,300 flight hours", "", "", "61300"),
        ("bp", "70 points de base", "", "fr", "70"),
        ("°C", "1,6 Grad", "", "de", "1.6"),
        ("mm", "903 Liter pro Quadratmeter", "units: [L/m²]", "de", "903"),
        # A bare id, so that a second unit of the kind is read.
        ("kWh", "3.5 MWh", "units: [MWh]", "", "3500"),
        ("km", "2 miles", "units: [mi]", "", "3.218688"),
        # More forms, another definition, and a unit of one's own that is based on a built-in one.
        ("bbl", "7 drums", "units: [{id: bbl, written: drums}]", "", "7"),
        ("t", "7 loads", "units: [{id: t, name: truckload, written: loads}]", "", "7"),
        ("Mbbl", "7 Mbbl", "units: [{id: Mbbl, name: million barrels, base: bbl, factor: 1000000}]", "", "7"),
        ("bbl", "7 Mbbl", "units: [{id: Mbbl, name: million barrels, base: bbl, factor: 1000000}]", "", "7000000"),
        ("kt", "7,000 t", "units: [{id: t, name: tonne}]", "", "7"),
        # What the messages on other units say to write.
        ("mm", "0.14 inches", "units: [inch]", "", "3.556"),
        ("nmi", "13 nm", "units: [{id: nmi, written: [nm]}]", "", "13"),
        ("ft", "5′6″", """units: [{id: ft, written: ["′"]}, {id: inch, written: ['″']}]""", "", "5.5"),
        ("h", "2h 30m", "units: [{id: min, written: [m]}]", "", "2.5"),
        ("km²", "5 sq. km", "", "", "5"),
        ("°C", "5 deg C", "", "", "5"),
    ],
)
def test_a_built_in_unit_is_used_by_its_id(
    linked: Linked, unit: str, number: str, units: str, language: str, value: str
) -> None:
    dossier = linked(catalog(unit, number, units, language), a=f"Zork: {number} in all.\n")
    assert [str(problem) for problem in dossier.problems] == []
    assert dossier.figures["f"].value.value == Decimal(value)
    assert dossier.unit_of(dossier.figures["f"]).id == unit


@pytest.mark.parametrize(
    ("unit", "number", "units", "says"),
    [
        (
            "kWh",
            "3.5 MWh",
            "",
            "“MWh” after the number is not a unit of the catalog; it is built in as “MWh”: list that in `units`",
        ),
        ("km", "2 miles", "", "not a unit of the catalog; it is built in as “mi”: list that in `units`"),
        ("mm", "0.14 inches per year", "", "“inches” is built in as “inch”: list that in `units`"),
        ("km", "5-mile", "", "it is built in as “mi”: list that in `units`"),
        ("nmi", "13 nm", "", "if it is the nautical mile, list it: `{id: nmi, written: [nm]}` in `units`"),
        ("kg", "12 bushels", "", "“bushels” is no kilogram, but US bushel: use a measure in bu"),
        ("ft", "5′6″", "", """list `{id: ft, written: ["′"]}` and `{id: inch, written: ['″']}` in `units`"""),
        ("h", "2h 31m", "", "list `{id: min, written: [m]}` in `units`, or leave it out"),
        ("°C", "10°", "", "list it in the `written` of the one that the catalog’s texts mean"),
        ("h", "2h31", "", "hours and minutes are not read in this form: leave the figure out"),
        ("EUR", "$5 million", "units: [USD]", "US dollar cannot be read as euro"),
        ("EUR", "$5 million", "", "“$” is another currency than euro: use a measure in it, such as USD"),
        ("USD", "HK$5 million", "", "“HK$” is another currency than US dollar: use a measure in it, such as HKD"),
    ],
)
def test_a_unit_that_is_not_used_is_not_read(linked: Linked, unit: str, number: str, units: str, says: str) -> None:
    dossier = linked(catalog(unit, number, units), a=f"Zork: {number} in all.\n")
    assert says in str(dossier.problems[0])
    assert dossier.figures == {}


@pytest.mark.parametrize(
    ("unit", "currency", "value", "says"),
    [
        ("CAD", ", currency: CAD", 7, None),
        ("USD", "", None, "may be in another currency, since its article prints “C$”"),
        ("USD", ", currency: USD", 7, None),
        ("USD", ", currency: CAD", None, "Canadian dollar cannot be read as US dollar"),
        ("USD", ", currency: Canadian dollars", None, "“Canadian dollars” is not a currency; write CAD"),
        ("USD", ", currency: km", None, "“km” is not a currency; write its code, such as USD, CAD or EUR"),
    ],
)
def test_an_article_says_whose_dollars_it_prints(
    folder: Callable[..., Path], unit: str, currency: str, value: int | None, says: str | None
) -> None:
    article = f"articles: [{{id: a, file: a.txt, title: '[a]'{currency}}}]"
    dossier = open_dossier(folder(catalog(unit, "$7") + article, a="Zork: $7 in all, and C$9 in June.\n"))
    assert [figure.value.value for figure in dossier.figures.values()] == ([value] if value else [])
    assert (says in "".join(map(str, dossier.problems))) if says else not dossier.problems


@pytest.mark.parametrize(("about", "codes"), [("", ["unnamed"]), (", about: zork", [])])
def test_a_paragraph_need_not_name_what_its_article_is_about(
    folder: Callable[..., Path], about: str, codes: list[str]
) -> None:
    told = catalog("t", "7 tons").replace("Zork: 7", "It has 7")
    article = f"articles: [{{id: a, file: a.txt, title: '[a]'{about}}}]"
    dossier = open_dossier(folder(told + article, a="Zork.\n\nIt has 7 tons in all.\n"))
    assert [problem.code for problem in dossier.problems] == codes


def test_the_base_of_a_unit_is_there_but_not_read(linked: Linked) -> None:
    dossier = linked(catalog("km", "3,200 meters"), a="Zork: 3,200 meters in all.\n")
    assert list(dossier.units.by_id) == ["km", "m"]
    assert dossier.units.by_id["m"].forms == ()
    assert dossier.figures == {}


def test_the_base_of_a_unit_is_not_read_in_queries(linked: Linked) -> None:
    search = search_in_memory(linked(catalog("km", "3,200 km"), a="Zork: 3,200 km in all.\n"))
    assert [hit.entry.id for hit in search.find("kind:figure >3000km").hits] == ["f"]
    # The catalog has no metre, though its kilometres convert into it.
    assert [hit.entry.id for hit in search.find("kind:figure >4000 m").hits] == []


def test_scales_of_temperature_convert_where_no_difference_can_be_meant(linked: Linked) -> None:
    for listed in ("units: [°F]", ""):
        dossier = linked(catalog("°C", "50 °F", listed), a="Zork: 50 °F in all.\n")
        assert dossier.problems == ()
        assert [figure.value.value for figure in dossier.figures.values()] == [10]
    dossier = linked(catalog("°C", "50 °F", "units: [°F]"), a="Zork: 50 °F warmer in all.\n")
    assert "difference of temperatures" in str(dossier.problems[0])


def test_a_catalog_that_defines_its_units_reads_no_table() -> None:
    program = (
        "import sys\n"
        "from tui.catalog.find import builtin\n"
        "from tui.linking.link import open_dossier\n"
        "assert open_dossier(builtin()).figures\n"
        "print('tui.quantity.builtin' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
