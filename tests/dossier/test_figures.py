"""A figure's value is what its words say: digits, scale, unit, the hedge before them, and nothing typed."""

from decimal import Decimal

import pytest

from tests.conftest import Linked
from tests.dossier.conftest import MEASURES
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure


def _dossier(linked: Linked, text: str, number: str, measure: str, keys: str = "") -> Dossier:
    figure = f"""\
  - id: figure
    measure: {measure}
    subject: it
{"".join(f"    {key}" + chr(10) for key in keys.splitlines())}\
    sources:
      - article: a
        quote: {text}
        number: "{number}"
"""
    return linked(MEASURES + figure, a=f"First words. {text}. Last words.")


def _figure(linked: Linked, text: str, number: str, measure: str, keys: str = "") -> Figure:
    dossier = _dossier(linked, text, number, measure, keys)
    assert [str(problem) for problem in dossier.problems] == []
    return dossier.figures["figure"]


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@pytest.mark.parametrize(
    ("text", "number", "measure", "modifier", "value", "low", "high"),
    [
        # Half a unit of the last significant digit to each side.
        ("It has 3.8 million tons", "3.8 million tons", "reserves", "=", "3800000", "3750000", "3850000"),
        ("It has 110 million metric tons", "110 million metric tons", "reserves", "=", "1.1e8", "107.25e6", "112.75e6"),
        ("It has 2,500 tons", "2,500 tons", "reserves", "=", "2500", "2450", "2550"),
        ("It has 2,501 tons", "2,501 tons", "reserves", "=", "2501", "2500.5", "2501.5"),
        ("It has 0.64%", "0.64%", "share", "=", "0.64", "0.635", "0.645"),
        ("It has one percent", "one percent", "share", "=", "1", "0.5", "1.5"),
        # A unit of the same kind is brought to the measure's.
        ("It has 28.5 Mt", "28.5 Mt", "reserves", "=", "28500000", "28450000", "28550000"),
        ("It has 4 kt", "4 kt", "reserves", "=", "4000", "3500", "4500"),
        ("It has 3.8 million tons", "3.8 million tons", "large", "=", "3.8", "3.75", "3.85"),
        # A whole unit where the number is about.
        ("It has about 3.8 million tons", "3.8 million tons", "reserves", "≈", "3800000", "3700000", "3900000"),
        ("It has approximately 2,600 tons", "2,600 tons", "reserves", "≈", "2600", "2500", "2700"),
        ("Around 8,000 tons are in It", "8,000 tons", "reserves", "≈", "8000", "7200", "8800"),
        ("It has roughly  7 tons", "7 tons", "reserves", "≈", "7", "6", "8"),
        # A bound leaves the other side open.
        ("It has up to 12%", "12%", "share", "≤", "12", "", "12"),
        ("It could be as high as 28.7 million tons", "28.7 million tons", "reserves", "≤", "28.7e6", "", "28.7e6"),
        ("It has less than 1%", "1%", "share", "<", "1", "", "1"),
        ("It has more than the 1.9 million tons", "1.9 million tons", "reserves", "=", "1.9e6", "1.85e6", "1.95e6"),
        ("It has more than 1.9 million tons", "1.9 million tons", "reserves", ">", "1.9e6", "1.9e6", ""),
        ("It has at least 3 tons", "3 tons", "reserves", "≥", "3", "3", ""),
        # Words between the hedge and the number part them; other words are not a hedge.
        ("It has a modest 2,600 tons", "2,600 tons", "reserves", "=", "2600", "2550", "2650"),
        ("It turned over 5 tons", "5 tons", "reserves", ">", "5", "5", ""),
        # Ranges run from end to end.
        ("It has 2,500–3,000 tons", "2,500–3,000 tons", "reserves", "range", "", "2500", "3000"),
        ("It has 2,500 to 3,000 tons", "2,500 to 3,000 tons", "reserves", "range", "", "2500", "3000"),
        ("It has 3-5 million tons", "3-5 million tons", "large", "range", "", "3", "5"),
        # Counts and ranks are exact.
        ("It has 15 plants", "15", "plants", "=", "15", "15", "15"),
        ("It has twenty-five plants", "twenty-five", "plants", "=", "25", "25", "25"),
        ("It has about 20 plants", "20", "plants", "≈", "20", "18", "22"),
        ("It ranks fifth", "fifth", "rank", "=", "5", "5", "5"),
        ("It has the fifth-largest reserves", "fifth-largest", "rank", "=", "5", "5", "5"),
        ("It is the 21st", "21st", "rank", "=", "21", "21", "21"),
        # A printed mass is read as the measure's rate, with the rate in the number or after it.
        ("It makes 41 tons annually", "41 tons annually", "production", "=", "41", "40.5", "41.5"),
        ("It makes 41 tons annually", "41 tons", "production", "=", "41", "40.5", "41.5"),
        ("It makes seven tons per year", "seven tons per year", "production", "=", "7", "6.5", "7.5"),
        ("It makes 2,600 tons of ore per year", "2,600 tons", "production", "=", "2600", "2550", "2650"),
    ],
)  # fmt: skip
def test_value(
    linked: Linked, text: str, number: str, measure: str, modifier: str, value: str, low: str, high: str
) -> None:
    figure = _figure(linked, text, number, measure)
    found = figure.value
    assert (found.modifier, found.value) == (modifier, _decimal(value))
    assert (found.interval.low, found.interval.high) == (_decimal(low), _decimal(high))
    assert figure.written == number


@pytest.mark.parametrize(
    ("text", "number", "keys", "modifier", "low", "high"),
    [
        ("It has more than 1.9 million tons", "1.9 million tons", 'bound: "="', "=", "1850000", "1950000"),
        ("It has 1.9 million tons", "1.9 million tons", "bound: ≥", "≥", "1900000", ""),
        ("It has about 1.9 million tons", "1.9 million tons", "bound: ≤", "≤", "", "1900000"),
        ("It has nearly 1.9 million tons", "1.9 million tons", "bound: ≈", "≈", "1800000", "2000000"),
        ("It has 2,500 tons", "2,500 tons", "decimals: 0", "=", "2499.5", "2500.5"),
        ("It has 2,500 tons", "2,500 tons", "decimals: -3", "=", "2000", "3000"),
        ("It has 3.8 million tons", "3.8 million tons", "decimals: 2", "=", "3795000", "3805000"),
        ("It has about 2,500 tons", "2,500 tons", "decimals: 0", "≈", "2499", "2501"),
        ("It has about 2,500 tons", "2,500 tons", 'bound: "="\ndecimals: 0', "=", "2499.5", "2500.5"),
    ],
)
def test_bound_and_decimals_override_what_the_words_say(
    linked: Linked, text: str, number: str, keys: str, modifier: str, low: str, high: str
) -> None:
    found = _figure(linked, text, number, "reserves", keys).value
    assert (found.modifier, found.interval.low, found.interval.high) == (modifier, _decimal(low), _decimal(high))


@pytest.mark.parametrize("keys", ['bound: "≤"', "decimals: 0"])
def test_a_range_takes_neither_bound_nor_decimals(linked: Linked, keys: str) -> None:
    dossier = _dossier(linked, "It has 2,500–3,000 tons", "2,500–3,000 tons", "reserves", keys)
    assert [problem.code for problem in dossier.problems] == ["number"]
    assert dossier.figures == {}


def test_a_rate_is_not_an_amount_even_where_its_words_are_left_out(linked: Linked) -> None:
    dossier = _dossier(linked, "It makes 41 tons annually", "41 tons", "reserves")
    assert dossier.problems[0].message == (
        "the number is printed as a rate, per year, and its measure is none; use a measure with “per: yr”"
    )
    assert dossier.figures == {}


def test_the_first_end_of_a_range_is_cut_short(linked: Linked) -> None:
    dossier = _dossier(linked, "It has 2,500–3,000 tons", "2,500", "reserves")
    assert "“–3,000 tons” follows it" in dossier.problems[0].message
    assert dossier.figures == {}


TWO_PLACES = """\
  - id: figure
    measure: reserves
    subject: it
    sources:
      - article: a
        quote: It has {first}
        number: "{first}"
      - article: b
        quote: It had {second}
        number: "{second}"
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [("3.8 million tons", "3.8 million metric tons"), ("2,500 tons", "2500 tons"), ("4 kt", "4 thousand tons")],
)
def test_one_value_in_other_words_is_one_figure(linked: Linked, first: str, second: str) -> None:
    dossier = linked(
        MEASURES + TWO_PLACES.format(first=first, second=second), a=f"It has {first}", b=f"It had {second}"
    )
    assert [str(problem) for problem in dossier.problems] == []
    figure = dossier.figures["figure"]
    assert [source.article for source in figure.sources] == ["a", "b"]
    assert figure.written == first


@pytest.mark.parametrize(
    ("first", "second"),
    [("28 million tons", "28.5 million tons"), ("4 kt", "4.0 kt"), ("3 tons", "4 tons")],
)
def test_two_values_are_two_figures(linked: Linked, first: str, second: str) -> None:
    dossier = linked(
        MEASURES + TWO_PLACES.format(first=first, second=second), a=f"It has {first}", b=f"It had {second}"
    )
    assert [problem.code for problem in dossier.problems] == ["sources-disagree"]
    assert dossier.figures == {}


def test_the_label_says_what_is_measured_of_what_and_whose(linked: Linked) -> None:
    catalog = MEASURES.replace(
        "figures:\n", "  - id: us\n    name: United States\n    short: U.S.\n    kind: country\n"
        "  - id: ore\n    name: ore\n    kind: material\nfigures:\n"
    )  # fmt: skip
    figure = """\
  - id: figure
    measure: reserves
    subject: us
    material: ore
    scope: proved
    sources:
      - article: a
        quote: The United States has 3 tons of ore
        number: 3 tons
"""
    dossier = linked(catalog + figure, a="It: The United States has 3 tons of ore")
    assert dossier.figures["figure"].label == "reserves, ore, U.S., proved"


# Drafts


@pytest.mark.parametrize(
    ("keys", "missing"),
    [("", "measure and subject"), ("    measure: reserves\n", "subject"), ("    subject: it\n", "measure")],
)
def test_a_draft_says_what_it_still_needs(linked: Linked, keys: str, missing: str) -> None:
    source = "    sources: [{article: a, quote: It has 5 tons, number: 5 tons}]\n"
    dossier = linked(f"{MEASURES}  - id: figure\n    draft: true\n{keys}{source}", a="It has 5 tons.")
    assert [problem.message for problem in dossier.problems] == [f"the draft figure still needs {missing}"]
    assert not dossier.figures


@pytest.mark.parametrize(
    ("known", "text", "number", "low", "high"),
    [
        ("none", "It has yet to make any", "yet to make any", "0", "0"),
        ("unknown", "What It has is not known", "not known", "", ""),
    ],
)
def test_a_value_that_the_text_gives_as_none_or_unknown(
    linked: Linked, known: str, text: str, number: str, low: str, high: str
) -> None:
    figure = _figure(linked, text, number, "reserves", f"known: {known}")
    assert (figure.known, figure.written) == (known, number)
    interval = figure.value.interval
    assert (interval.low, interval.high) == (_decimal(low), _decimal(high))


@pytest.mark.parametrize(
    ("number", "keys", "says"),
    [
        ("5 tons", "known: none", "“5 tons” is a number; leave `known: none` out"),
        ("5 tons", "known: unknown", "“5 tons” is a number; leave `known: unknown` out"),
        ("no", "known: none\nbound: ≤", "leave `bound` and `decimals` out"),
        ("no", "known: none\ndecimals: 0", "leave `bound` and `decimals` out"),
    ],
)
def test_what_has_a_number_is_not_none(linked: Linked, number: str, keys: str, says: str) -> None:
    dossier = _dossier(linked, "It has no 5 tons", number, "reserves", keys)
    assert [says in str(problem) for problem in dossier.problems if problem.severity == "error"] == [True]


@pytest.mark.parametrize(
    ("keys", "review", "problems"),
    [
        ("", None, []),
        ("status: checked", ("checked", None, None), []),
        ("status: wrong\nreviewed_by: Ana\nreviewed: 2026-11-29", ("wrong", "Ana", "2026-11-29"), []),
        ("reviewed_by: Ana", None, ["it has no `status`"]),
    ],
)
def test_what_a_review_found(
    linked: Linked, keys: str, review: tuple[str, str | None, str | None] | None, problems: list[str]
) -> None:
    dossier = _dossier(linked, "It has 5 tons", "5 tons", "reserves", keys)
    found = dossier.figures["figure"].review
    assert (found and (found.status, found.by, found.date)) == review
    assert dossier.figures["figure"].is_wrong == (review is not None and review[0] == "wrong")
    assert [message in problem.message for problem, message in zip(dossier.problems, problems, strict=True)] == [
        True for _ in problems
    ]
