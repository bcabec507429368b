"""Dates as texts print them: read, or refused; judged by hand, language by language, before the reader was written."""

from pathlib import Path

import pytest

from tests.pattern_growth import samples
from tui.dates.patterns import forms_of, read_forms
from tui.dates.printed import PrintedDate, dates_in, printed_dates
from tui.items.items import items_of
from tui.languages.language import LANGUAGES, language_of
from tui.quantity.unit import Units

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "printed.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def shown(date: PrintedDate) -> str:
    """A date as the table has it: its EDTF, ? with what it may be, or the unit and number that it is told by."""
    words = [date.date or ("?" + "|".join(date.choices) if date.reason else "")]
    if date.offset:
        unit, number = date.offset
        words.append("before" if number is None else f"{unit}{number:+d}")
    words += [f"w{date.weekday}"] if date.weekday else []
    words += [date.part, date.side, "fiscal" if date.fiscal else ""]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_dates_are_read_as_printed(tag: str) -> None:
    rows = [row for row in ROWS if row[0].partition("-")[0] == tag]
    read = [
        [code, text, "; ".join(map(shown, printed_dates(text, 0, len(text), language_of(code)))) or "-"]
        for code, text, _ in rows
    ]
    assert len(rows) >= 4
    assert read == rows


@pytest.mark.parametrize("tag", ["en", "de", "ru", "zh"])
def test_a_date_is_the_same_within_other_words(tag: str) -> None:
    language = language_of(tag)
    for code, text, _ in ROWS:
        if code == tag:
            alone = list(printed_dates(text, 0, len(text), language))
            within = list(printed_dates(f"“{text}”, x", 1, len(text) + 1, language))
            assert [(each.date, each.span.start + 1) for each in alone] == [(d.date, d.span.start) for d in within], (
                text
            )


@pytest.mark.slow
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_form_is_found_wherever_it_begins(tag: str) -> None:
    forms = forms_of(language_of(tag))
    printed = [text for form in forms for text in sorted(samples(form.pattern))[:4]]
    text = "; ".join([*printed, *(row[1] for row in ROWS if row[0].partition("-")[0] == tag)])
    everywhere = [form.meaning(match) for form in forms for match in form.pattern.finditer(text)]
    assert len(everywhere) > len(forms)
    assert set(read_forms(text, 0, len(text), language_of(tag))) == set(filter(None, everywhere))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("03/04/2025", "may be 2025-04-03 or 2025-03-04"),
        ("31 April 2025", "is not a day of the calendar"),
        ("2011-12", "may be 2011-12 or 2011/2012"),
        ("FY25", "does not print its century"),
        ("the 1900s", "may be a decade or a century"),
    ],
)
def test_a_refused_date_says_why(text: str, why: str) -> None:
    (date,) = printed_dates(text, 0, len(text))
    assert (date.date, date.reason) == (None, why)


def test_years_and_months_alone_are_not_dates_of_a_text() -> None:
    text = "In 2024, in March, on March 3, in Q2 2020 and in the 1980s"
    assert [each.date for each in dates_in(text, 0, len(text))] == ["XXXX-03-03", "2020-34", "198X"]


@pytest.mark.parametrize(
    ("tag", "text", "dates"),
    [
        ("en", "He came on 19 October. Then he left.", ["19 October"]),
        ("es", "Llegó el 19 de octubre. Luego salió.", ["19 de octubre"]),
        ("de", "Er kam am 3. Okt. und blieb so lange.", ["3. Okt."]),
        ("de", "Er kam am Sonntag im Mai.", ["Sonntag", "Mai"]),
        ("es", "El mar es azul.", []),
        ("nl", "Jan kwam op 4 mrt. 2020.", ["4 mrt. 2020"]),
        ("ja", "同年に月が出た。", []),
    ],
)
def test_a_date_has_no_more_than_its_words(tag: str, text: str, dates: list[str]) -> None:
    items = items_of(text, Units(()), language_of(tag))
    assert [text[slice(*item.span)] for item in items if item.is_date] == dates
