"""Numbers, number words and hedges in other languages: right, or refused, and never in part."""

import re
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tui.languages.language import LANGUAGES, language_of
from tui.languages.style import contradiction
from tui.numbers.number import Number
from tui.numbers.spelled import read_words
from tui.printed.hedge_words import HedgeReader
from tui.printed.whole import read_printed
from tui.quantity.builtin import builtin_units
from tui.quantity.quantity import QuantityError, parse, value_of
from tui.quantity.unit import Unit, Units
from tui.text.span import Span

UNITS = Units(
    [
        Unit("n", "number", exact=True),
        Unit("%", "percent"),
        Unit("t", "tonne", ("tonnes", "Tonnen", "тонн", "吨", "टन")),
        Unit("km", "kilometre", ("kilómetros", "kilomètres", "chilometri", "quilômetros", "كيلومترا")),
    ]
)


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table beside this file."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def marked(text: str) -> tuple[str, Span]:
    """A text without the marks around a number, and where the number is."""
    text = text.replace(r"\n", "\n")
    start, end = text.index("‹"), text.index("›") - 1
    return text.replace("‹", "").replace("›", ""), Span(start, end)


@pytest.mark.parametrize(("tag", "words", "value"), rows("spelled.tsv"))
def test_number_words(tag: str, words: str, value: str) -> None:
    read = read_words(words, 0, language_of(tag))
    assert (read.value if read else None) == (None if value == "-" else Decimal(value))


@pytest.mark.parametrize(("tag", "unit", "text", "value"), rows("abroad.tsv"))
def test_a_number_in_its_sentence(tag: str, unit: str, text: str, value: str) -> None:
    text, number = marked(text)
    wanted = UNITS.by_id[unit]
    if value == "-":
        with pytest.raises(QuantityError):
            read_printed(text, number, UNITS, wanted, language_of(tag))
        return
    printed = read_printed(text, number, UNITS, wanted, language_of(tag))
    assert (printed.hedge, printed.unclear) == (None, None)
    read = printed.quantity.number
    if isinstance(read, Number):
        assert value_of(printed.quantity, "=", wanted).value == Decimal(value)
    else:
        assert (read.low.value, read.high.value) == tuple(map(Decimal, value.split("..")))


@pytest.mark.parametrize(("tag", "text", "modifier"), rows("hedges.tsv"))
def test_hedges(tag: str, text: str, modifier: str) -> None:
    text, number = marked(text)
    around = HedgeReader(text, number, language_of(tag))
    assert ("?" if around.unclear else around.hedge[0] if around.hedge else "-") == modifier


@pytest.mark.parametrize(
    ("words", "text", "tag"),
    [
        ("458,000", "It is 458,000, 1,2,3, and 4,500 at 12.30.", "en"),
        ("458.000", "Am 12.05.2024 um 12.30 Uhr waren es 458.000 nach § 1.2.3.", "de"),
        ("12,5", "It is 12,5 and 3.5.", "en"),
        ("458,000", "It is 458,000, 3.5, 4.5 and 12,5.", "en"),
        ("458 000", "458 000 et 3.5 et 12.5", "fr"),
        ("44 218", "44 218", "fr"),
        ("44 218", "44 218 и 1.250", "ru"),
        ("44 218", "44 218 und 5 900, aber 1.250", "de"),
        ("44 218", "44 218 homes, 13 000 people", "en"),
        ("44 218", "44 218 homes at $3 400", "en"),
        ("44\u202f218", "44\u202f218 and 1,250 homes", "en"),
        ("1 241 800", "1 241 800 and 1,250 homes", "en"),
        ("R113 764 million", "R113 764 million", "en"),
    ],
)
def test_what_does_not_contradict_a_language(words: str, text: str, tag: str) -> None:
    assert contradiction(words, text, language_of(tag)) is None


@pytest.mark.parametrize(
    ("words", "text", "tag"),
    [
        ("248 737", "248 737 airplanes", "en"),
        ("248 737", "248 737 airplanes and 174 737 MAX jets, call +44 203 555 000", "en"),
        ("248 737", "248 737 airplanes, 1,250 people and 2,300 homes, 13 000 in all", "en"),
        ("248 737", "248 737 Flugzeuge und 174 737 MAX, 1.250 Leute", "de"),
        ("248 737", "248 737 Flugzeuge und 1’250 Leute", "de-CH"),
    ],
)
def test_what_may_be_two_numbers(words: str, text: str, tag: str) -> None:
    assert f"“{words}” may be two numbers" in str(contradiction(words, text, language_of(tag)))


def test_the_number_that_contradicts_is_named() -> None:
    assert "“1.250.000”" in str(contradiction("1,250", "1,250 and 1.250.000", language_of("en")))
    assert "“12,5”" in str(contradiction("458.000", "458.000 beside 12,5 percent", language_of("en")))


def test_a_mark_that_the_language_does_not_use_is_named() -> None:
    with pytest.raises(QuantityError, match="a point is neither a decimal mark nor a separator of thousands"):
        parse("1.250 тонн", UNITS, None, language_of("ru"))


def test_the_language_of_a_text_is_proposed_where_none_is_given() -> None:
    text, number = marked("Die Grube hat nach Angaben der Firma ‹458.000› Tonnen Erz, und das ist viel.")
    with pytest.raises(QuantityError, match="add “language: de” to its article"):
        read_printed(text, number, UNITS, UNITS.by_id["n"])
    with pytest.raises(QuantityError) as refused:
        read_printed("The mine of the state has 1,2,34 t.", Span(26, 32), UNITS, UNITS.by_id["t"])
    assert "language" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # What reads the same in every language is read without one; what does not is refused.
        ("La mina tiene ‹1962› obreros y no da para más.", 1962),
        ("La mina tiene ‹12,5› obreros y no da para más.", None),
        ("La mina tiene ‹458.000› obreros y no da para más.", None),
        ("La mina tiene ‹458,000› obreros y no da para más.", None),
        ("The mine has ‹458,000› workers and it is in the north.", 458000),
        ("Gruvan har ‹458,000› arbetare och den är stor.", None),
    ],
)
def test_a_text_without_a_language_is_english_only_if_its_words_are(text: str, value: int | None) -> None:
    text, number = marked(text)
    if value is None:
        with pytest.raises(QuantityError):
            read_printed(text, number, UNITS, UNITS.by_id["n"])
    else:
        read = read_printed(text, number, UNITS, UNITS.by_id["n"]).quantity.number
        assert isinstance(read, Number) and read.value == value


def examples() -> list[tuple[str, str, Fraction]]:
    """The examples of the documentation, with the tag of their language."""
    page = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text(encoding="utf-8")
    table = page.partition("<!-- examples -->")[2].partition("<!-- /examples -->")[0]
    return [
        (row.split(" | ")[1], words, Fraction(value))
        for row in table.splitlines()[3:]
        for words, value in re.findall(r"`([^`]+)` = ([\d./]+)", row)
    ]


@pytest.mark.parametrize(("tag", "words", "value"), examples())
def test_the_examples_of_the_documentation(tag: str, words: str, value: Fraction) -> None:
    read = parse(words, UNITS, None, language_of(tag)).number
    assert isinstance(read, Number)
    assert abs(Fraction(read.value) - value) < Fraction(1, 10**20)


def test_the_documentation_names_each_language() -> None:
    assert {tag.partition("-")[0] for tag, _, _ in examples()} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "text", "low", "high"),
    [
        ("de", "Es sind fast ‹3,8 Mio.› Menschen.", 3_700_000, 3_800_000),
        ("de", "Es sind rund ‹3,8 Mio.› Menschen.", 3_700_000, 3_900_000),
        ("fr", "Il y a près de ‹3,8 millions› de postes.", 3_700_000, 3_800_000),
    ],
)
def test_nearly_is_a_little_less(tag: str, text: str, low: int, high: int) -> None:
    text, number = marked(text)
    printed = read_printed(text, number, UNITS, UNITS.by_id["t"], language_of(tag))
    assert printed.hedge
    modifier, words = printed.hedge
    interval = value_of(printed.quantity, modifier, UNITS.by_id["t"], hedge=words).interval
    assert (interval.low, interval.high) == (low, high)


@pytest.mark.parametrize(
    ("tag", "unit", "text"), [(tag, unit, text) for tag, unit, text, value in rows("abroad.tsv") if value != "-"]
)
def test_no_part_of_a_number_is_accepted(tag: str, unit: str, text: str) -> None:
    text, number = marked(text)
    written = text[number.start : number.end]
    cuts = [0, *(match.end() for match in re.finditer(r"[^\W\d_]|\d+|\W", written))]
    parts = {Span(number.start + a, number.start + b) for a in cuts for b in cuts if a < b} - {number}
    accepted = []
    for part in sorted(parts):
        with suppress(QuantityError):
            read = read_printed(text, part, UNITS, UNITS.by_id[unit], language_of(tag))
            # A unit may be left out where the measure has it.
            if not read.unclear and text[part.end : number.end].strip() not in (*UNITS.by_id[unit].forms, "%"):
                accepted.append(text[part.start : part.end])
    assert accepted == []


@pytest.mark.parametrize(("tag", "text"), [("fr", "Ils ont au moins ‹500› postes."), ("es", "Hay al menos ‹500›.")])
def test_a_hedge_that_ends_with_the_word_for_a_minus_is_not_a_sign(tag: str, text: str) -> None:
    text, number = marked(text)
    printed = read_printed(text, number, UNITS, UNITS.by_id["n"], language_of(tag))
    assert isinstance(printed.quantity.number, Number)
    assert printed.quantity.number.value == 500
    assert printed.hedge is not None and printed.hedge[0] == "≥"


@pytest.mark.parametrize(
    ("tag", "id", "text"),
    [
        ("fr", "CHF", "Il doit ‹75.000 francs› belges."),
        ("fr", "CHF", "Il doit ‹5 millions de francs› CFA."),
        ("fr", "USD", "Il doit ‹500 dollars› canadiens."),
        ("es", "MXN", "Debe ‹500 pesos› argentinos."),
    ],
)
def test_money_of_another_country_is_refused(tag: str, id: str, text: str) -> None:
    units = Units(builtin_units([id], [tag]))
    text, number = marked(text)
    with pytest.raises(QuantityError, match="another currency"):
        read_printed(text, number, units, units.by_id[id], language_of(tag))
