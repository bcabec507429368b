"""Values as people write them, and the intervals that they cover."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.conftest import Linked
from tui.quantity.quantity import parse, value_of
from tui.quantity.unit import Unit, Units
from tui.view.value import ambiguity_text, interval_text, rounded, value_text, width_text

CATALOG = """
units:
  - {{id: t, name: tonne, written: [tons, tonnes]}}
  - {{id: kt, name: kilotonne, written: [kilotons], base: t, factor: 1000}}
  - {{id: Mt, name: megatonne, base: t, factor: 1000000}}
  - {{id: lb, name: pound, written: [pounds], base: t, factor: 0.00045359237}}
  - {{id: bbl, name: barrel, written: [barrels], base: t, factor: 0.137}}
  - {{id: "%", name: percent, written: [percent]}}
  - {{id: count, name: count, exact: true}}
  - {{id: rank, name: rank, exact: true}}
measures:
  - {{id: mass, name: mass, unit: t}}
  - {{id: large, name: large mass, unit: kt}}
  - {{id: pounds, name: mass in pounds, unit: lb}}
  - {{id: output, name: output, unit: t, per: yr}}
  - {{id: share, name: share, unit: "%"}}
  - {{id: plants, name: plants, unit: count}}
  - {{id: place, name: place, unit: rank}}
entities:
  - {{id: mine, name: Mine, kind: company}}
figures:
  - id: f
    measure: {measure}
    subject: mine
    sources:
      - article: a
        quote: "{words}"
        number: "{number}"
"""


@pytest.mark.parametrize(
    ("measure", "words", "number", "value", "covers"),
    [
        ("mass", "has 7 tons", "7 tons", "7 t", "6.5 to 7.5 t"),
        ("mass", "has seven tons", "seven tons", "7 t", "6.5 to 7.5 t"),
        ("mass", "has 2,600 tons", "2,600 tons", "2,600 t", "2,550 to 2,650 t"),
        ("mass", "has 240,000 tons", "240,000 tons", "240,000 t", "235,000 to 245,000 t"),
        ("mass", "has 999,999 tons", "999,999 tons", "999,999 t", "999,998.5 to 999,999.5 t"),
        ("mass", "has 1,000,000 tons", "1,000,000 tons", "1 Mt", "0.975 to 1.025 Mt"),
        ("mass", "has 3.8 million tons", "3.8 million tons", "3.8 Mt", "3.75 to 3.85 Mt"),
        ("mass", "has 28.50 million tons", "28.50 million tons", "28.5 Mt", "28.495 to 28.505 Mt"),
        ("mass", "has 5 kilotons", "5 kilotons", "5,000 t", "4,500 to 5,500 t"),
        ("mass", "has about 2,600 tons", "2,600 tons", "≈2,600 t", "2,500 to 2,700 t"),
        ("mass", "has up to 12 tons", "12 tons", "≤12 t", "up to 12 t"),
        ("mass", "has as much as 28.7 million tons", "28.7 million tons", "≤28.7 Mt", "up to 28.7 Mt"),
        ("mass", "has less than 12 tons", "12 tons", "<12 t", "below 12 t"),
        ("mass", "has at least 5 tons", "5 tons", "≥5 t", "from 5 t"),
        ("mass", "has more than 5 million tons", "5 million tons", ">5 Mt", "above 5 Mt"),
        ("mass", "has 2,500–3,000 tons", "2,500–3,000 tons", "2,500–3,000 t", "2,500 to 3,000 t"),
        ("mass", "has 1.5 to 2 million tons", "1.5 to 2 million tons", "1.5–2 Mt", "1.5 to 2 Mt"),
        ("mass", "has 0 tons", "0 tons", "0 t", "-0.5 to 0.5 t"),
        ("large", "has 5 kilotons", "5 kilotons", "5 kt", "4.5 to 5.5 kt"),
        ("large", "has 2,600 tons", "2,600 tons", "2.6 kt", "2.55 to 2.65 kt"),
        ("large", "has 3.8 million tons", "3.8 million tons", "3,800 kt", "3,750 to 3,850 kt"),
        ("large", "has 3 billion tons", "3 billion tons", "3,000 Mt", "2,850 to 3,150 Mt"),
        # Of another system of units: as many digits as were printed and one more.
        ("mass", "has 5 million pounds", "5 million pounds", "2,270 t", "2,150 to 2,380 t"),
        ("mass", "has 12,000 pounds", "12,000 pounds", "5.44 t", "5.31 to 5.58 t"),
        ("mass", "has 12,345 pounds", "12,345 pounds", "5.5996 t", "5.59937 to 5.59982 t"),
        ("mass", "has up to 3.5 million pounds", "3.5 million pounds", "≤1,588 t", "up to 1,588 t"),
        ("mass", "has 2 to 3.5 million pounds", "2 to 3.5 million pounds", "907–1,588 t", "907 to 1,588 t"),
        ("mass", "has 5 billion pounds", "5 billion pounds", "2.27 Mt", "2.15 to 2.38 Mt"),
        ("mass", "has 5 barrels", "5 barrels", "0.69 t", "0.6165 to 0.7535 t"),
        ("pounds", "has 5 tons", "5 tons", "11,000 lb", "9,900 to 12,100 lb"),
        ("pounds", "has 12,345 pounds", "12,345 pounds", "12,345 lb", "12,344.5 to 12,345.5 lb"),
        ("pounds", "has 5 billion pounds", "5 billion pounds", "5,000,000,000 lb", "4,750,000,000 to 5,250,000,000 lb"),
        ("output", "makes seven tons", "seven tons", "7 t/yr", "6.5 to 7.5 t/yr"),
        ("output", "makes 2–3 tons per year", "2–3 tons per year", "2–3 t/yr", "2 to 3 t/yr"),
        ("share", "has 0.64%", "0.64%", "0.64%", "0.635 to 0.645%"),
        ("share", "has up to 12 percent", "12 percent", "≤12%", "up to 12%"),
        ("plants", "has 15 plants", "15", "15", "exact"),
        ("plants", "has two plants", "two", "2", "exact"),
        ("plants", "has more than 15 plants", "15", ">15", "above 15"),
        ("place", "is fifth", "fifth", "5th", "exact"),
        ("place", "is the first", "first", "1st", "exact"),
        ("place", "is the 2nd", "2nd", "2nd", "exact"),
        ("place", "is third", "third", "3rd", "exact"),
        ("place", "is 11th", "11th", "11th", "exact"),
        ("place", "is 12th", "12th", "12th", "exact"),
        ("place", "is 13th", "13th", "13th", "exact"),
        ("place", "is 21st", "21st", "21st", "exact"),
        ("place", "is 112th", "112th", "112th", "exact"),
        ("place", "is below 5th", "5th", "<5th", "below 5"),
    ],
)
def test_value_and_interval(linked: Linked, measure: str, words: str, number: str, value: str, covers: str) -> None:
    catalog = CATALOG.format(measure=measure, words=words, number=number)
    dossier = linked(catalog, a=f"The Mine {words} today.")
    figure = dossier.figures["f"]
    assert value_text(figure, dossier).replace("\N{NO-BREAK SPACE}", " ") == value
    assert interval_text(figure, dossier).replace("\N{NO-BREAK SPACE}", " ") == covers


@given(
    words=some.from_regex(r"[1-9][0-9]{0,7}(\.[0-9]{1,6})?( thousand| million| billion| dozen)?", fullmatch=True)
    | some.sampled_from(["half a million", "two and a half billion", "2½", "two to three hundred", "1.25–3 million"]),
    modifier=some.sampled_from("=≈≤"),
    decimals=some.none() | some.integers(-6, 6),
)
def test_what_was_printed_in_the_same_system_keeps_its_digits(words: str, modifier: str, decimals: int | None) -> None:
    units = Units([Unit("t", "tonne", ("tons",)), Unit("Mt", "megatonne", ("megatonnes",), "t", Decimal(10**6))])
    for unit in units.by_id.values():
        value = value_of(parse(words + " tons", units), modifier, unit, decimals)
        assert rounded(value) == value


@pytest.mark.parametrize(
    ("words", "number", "decimals", "says"),
    [
        ("has 3.8 million tons", "3.8 million tons", "", "rounded: 3.75 to 3.85 Mt"),
        ("has about 5 tons", "5 tons", "", "about: 4 to 6 t"),
        ("has up to 5 tons", "5 tons", "", "a bound: up to 5 t"),
        ("has 2–3 tons", "2–3 tons", "", "a range: 2 to 3 t"),
        ("has 2,500 tons", "2,500 tons", "    decimals: 0\n", "set by the curator: 2,499.5 to 2,500.5 t"),
        ("has 2,512 tons", "2,512 tons", "    decimals: -3\n", "set by the curator: 2,012 to 3,012 t"),
        ("has 2,500 pounds", "2,500 pounds", "    decimals: 0\n", "set by the curator: 1.13375 to 1.13421 t"),
    ],
)
def test_a_width_says_what_it_comes_from(linked: Linked, words: str, number: str, decimals: str, says: str) -> None:
    catalog = CATALOG.format(measure="mass", words=words, number=number)
    catalog = catalog.replace("    sources:", f"{decimals}    sources:")
    dossier = linked(catalog, a=f"The Mine {words} today.")
    assert width_text(dossier.figures["f"], dossier).replace("\N{NO-BREAK SPACE}", " ") == says


@pytest.mark.parametrize(
    ("number", "says"),
    [("5 tons", "“tons” is read as tonne"), ("5 metric tons", None), ("5 tonnes", None), ("5 kilotons", None)],
)
def test_a_unit_that_could_mean_another_is_said(linked: Linked, number: str, says: str | None) -> None:
    catalog = CATALOG.format(measure="mass", words=f"has {number}", number=number).replace(
        "written: [tons, tonnes]", "written: [tons, tonnes, metric tons], ambiguous: [tons]"
    )
    dossier = linked(catalog, a=f"The Mine has {number} today.")
    assert ambiguity_text(dossier.figures["f"].written, dossier) == says


def test_a_value_never_breaks_before_its_unit(linked: Linked) -> None:
    catalog = CATALOG.format(measure="mass", words="has 7 tons", number="7 tons")
    dossier = linked(catalog, a="The Mine has 7 tons.")
    assert " " not in value_text(dossier.figures["f"], dossier)
