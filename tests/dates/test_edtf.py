"""Dates as a catalog writes them: which are dates, when they can be, in which order, and how they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates.edtf import HOW, MONTHS, EdtfError, When, parse

OPEN = None
IN_YEAR = "write a month (01 to 12), season (21 to 24), quarter (33 to 36) or half (40, 41)"


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31), "2025"),
        ("0044", (44, 1, 1), (44, 12, 31), "0044"),
        ("2025-03", (2025, 3, 1), (2025, 3, 31), "March 2025"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "February 2024"),
        ("2025-02", (2025, 2, 1), (2025, 2, 28), "February 2025"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "February 1900"),
        ("2025-03-31", (2025, 3, 31), (2025, 3, 31), "31 March 2025"),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29), "29 February 2024"),
        ("2025-03-19T09:48", (2025, 3, 19), (2025, 3, 19), "19 March 2025"),
        ("2025-03-19T23:59:59", (2025, 3, 19), (2025, 3, 19), "19 March 2025"),
        ("2025-03-XX", (2025, 3, 1), (2025, 3, 31), "March 2025"),
        ("2025-XX-XX", (2025, 1, 1), (2025, 12, 31), "2025"),
        ("202X", (2020, 1, 1), (2029, 12, 31), "2020s"),
        ("19XX", (1900, 1, 1), (1999, 12, 31), "1900s"),
        ("XXXX-12-01", OPEN, OPEN, "1 December"),
        ("XXXX-02-29", OPEN, OPEN, "29 February"),
        ("XXXX-12", OPEN, OPEN, "December"),
        ("XXXX", OPEN, OPEN, "year not given"),
        ("2025-10~", (2025, 10, 1), (2025, 10, 31), "~October 2025"),
        ("2025?", (2025, 1, 1), (2025, 12, 31), "2025?"),
        ("2025-10-01%", (2025, 10, 1), (2025, 10, 1), "~1 October 2025?"),
        ("2020-21", (2020, 3, 1), (2020, 5, 31), "spring 2020"),
        ("2019-24", (2019, 12, 1), (2020, 2, 29), "winter 2019"),
        ("2020-26", (2020, 6, 1), (2020, 8, 31), "northern summer 2020"),
        ("2020-30", (2020, 12, 1), (2021, 2, 28), "southern summer 2020"),
        ("2020-34", (2020, 4, 1), (2020, 6, 30), "Q2 2020"),
        ("2020-36~", (2020, 10, 1), (2020, 12, 31), "~Q4 2020"),
        ("XXXX-34", OPEN, OPEN, "Q2"),
        ("2020-38", (2020, 5, 1), (2020, 8, 31), "third 2 of 2020"),
        ("2020-40", (2020, 1, 1), (2020, 6, 30), "H1 2020"),
        ("2020-41", (2020, 7, 1), (2020, 12, 31), "H2 2020"),
        ("2020-33/2020-35", (2020, 1, 1), (2020, 9, 30), "Q1 to Q3 2020"),
        ("2025-03-31T09:48Z", (2025, 3, 31), (2025, 3, 31), "31 March 2025"),
        ("2025-03-31T09:48+05:30", (2025, 3, 31), (2025, 3, 31), "31 March 2025"),
        ("2025-03-31T09:48:05-03", (2025, 3, 31), (2025, 3, 31), "31 March 2025"),
        ("2025-10-15/2025-12-01", (2025, 10, 15), (2025, 12, 1), "15 October to 1 December 2025"),
        ("2025-10-15/2025-10-20", (2025, 10, 15), (2025, 10, 20), "15 to 20 October 2025"),
        ("2024-10/2025-01", (2024, 10, 1), (2025, 1, 31), "October 2024 to January 2025"),
        ("2025-02/2025-02-24", (2025, 2, 1), (2025, 2, 24), "February to 24 February 2025"),
        ("2024/2025", (2024, 1, 1), (2025, 12, 31), "2024 to 2025"),
        ("2025/2025", (2025, 1, 1), (2025, 12, 31), "2025"),
        ("2025-03-31/..", (2025, 3, 31), OPEN, "since 31 March 2025"),
        ("2025-03-31/", (2025, 3, 31), OPEN, "since 31 March 2025"),
        ("../2030", OPEN, (2030, 12, 31), "until 2030"),
        ("/2030", OPEN, (2030, 12, 31), "until 2030"),
        ("2023/XXXX-02-24", (2023, 1, 1), OPEN, "2023 to 24 February"),
        ("XXXX-03-31/..", OPEN, OPEN, "since 31 March"),
    ],
)
def test_a_date_can_be_from_its_first_to_its_last_day(
    text: str, earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, words: str
) -> None:
    when = parse(text)
    assert (when.earliest, when.latest) == (earliest, latest)
    assert str(when) == words


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "March 2025", "31 March 2025", "31.03.2025", "03/31/2025", "2025-3-1", "2025-03-1", "25-03-31",
        " 2025", "2025 ", "2025\n", "20250331", "2025-03-31-01", "-2025", "Y17000", "202", "20255", "2X25", "XX25",
        "xxxx-12-01", "2025-1X", "2025-10-~", "~2025", "2025~~", "2025-03-31T", "2025-03-31T09", "2025-03-31T9:48",
        "2025-03-31 09:48", "2025-03T09:48", "2025-03-31T09:48z", "2025-03-31T09:48+15",
        "2025-03-31T09:48+5", "2025-03-31T24:00", "2025-03-31T09:60",
        "2025-03-31T09:48:60", "２０２５-03-31", "2025–03–31", "2025/2026/2027", "2025/soon", "soon/..", "2025//",
    ],
)  # fmt: skip
def test_what_is_not_a_date_says_how_to_write_one(text: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert str(refusal.value) == f"“{text}” is not a date; {HOW}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2025-00", f"is not a date: there is no month 00; {IN_YEAR}, such as 2025-12 or 2025-34"),
        ("2025-13", f"is not a date: there is no month 13; {IN_YEAR}, such as 2025-12 or 2025-34"),
        ("2025-20", f"is not a date: there is no month 20; {IN_YEAR}, such as 2025-12 or 2025-34"),
        ("2025-42", f"is not a date: there is no month 42; {IN_YEAR}, such as 2025-12 or 2025-34"),
        ("2025-21-01", f"is not a date: there is no month 21; {IN_YEAR}, such as 2025-12 or 2025-34"),
        ("2025-01-00", "is not a date: January 2025 has 31 days; write 2025-01-31 or 2025-01"),
        ("2025-01-32", "is not a date: January 2025 has 31 days; write 2025-01-31 or 2025-01"),
        ("2025-04-31", "is not a date: April 2025 has 30 days; write 2025-04-30 or 2025-04"),
        ("2025-02-29", "is not a date: February 2025 has 28 days; write 2025-02-28 or 2025-02"),
        ("1900-02-29", "is not a date: February 1900 has 28 days; write 1900-02-28 or 1900-02"),
        ("XXXX-02-30", "is not a date: February has 29 days; write XXXX-02-29 or XXXX-02"),
        ("2025-XX-32", "is not a date: a month of 2025 has 31 days; write 2025-XX-31 or 2025"),
        ("2025-02-30/..", "is not a date: February 2025 has 28 days; write 2025-02-28 or 2025-02"),
        ("2025/2024", "ends before it begins"),
        ("2025-10-15/2025-10-14", "ends before it begins"),
        ("../..", "is open on both sides; leave it out"),
        ("/", "is open on both sides; leave it out"),
    ],
)
def test_a_date_that_cannot_be_says_why(text: str, why: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert str(refusal.value) == f"“{text}” {why}"


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    when = parse(f"{day:%Y-%m-%d}".rjust(10, "0"))
    expected = tuple(int(part) for part in str(day).split("-"))
    assert when.earliest == when.latest == expected
    assert str(when) == f"{expected[2]} {MONTHS[expected[1] - 1]} {str(day)[:4]}"


@given(st.text(alphabet="0123456789X-/.~?T:", max_size=22))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        when = parse(text)
    except EdtfError:
        return
    assert isinstance(when, When)
    assert str(when)
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


def test_dates_are_in_order_of_time_with_those_without_a_year_last() -> None:
    in_order = [
        "../2019",
        "202X",
        "2023/XXXX-02-24",
        "2025-01-01",
        "2025-01",
        "2025",
        "2025-03-31",
        "2025-03-31/..",
        "2025-03-31/2025-04-02",
        "XXXX-12-01",
    ]
    shuffled = sorted(in_order, key=lambda text: text[::-1])
    by_time = sorted(shuffled, key=lambda text: parse(text).order)
    assert [text for text in by_time if text not in ("2025-03-31", "2025-03-31/..")] == [
        text for text in in_order if text not in ("2025-03-31", "2025-03-31/..")
    ]
    assert parse("2025-03-31").order == parse("2025-03-31/..").order


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025", {2025}),
        ("2025-03-31", {2025}),
        ("2024-12/2026-01", {2024, 2025, 2026}),
        ("2025-06/..", {2025, 2026, 2027}),
        ("../2025-06", {2023, 2024, 2025}),
        ("202X", {2023, 2024, 2025, 2026, 2027}),
        ("19XX", set()),
        ("XXXX-12-01", set()),
        ("XXXX-03-31/..", set()),
        ("2025/XXXX-02-24", {2025, 2026, 2027}),
    ],
)
def test_the_years_that_a_date_touches(text: str, years: set[int]) -> None:
    assert {year for year in range(2023, 2028) if parse(text).touches_year(year)} == years


@pytest.mark.parametrize(
    ("text", "short", "between"),
    [
        ("2025-03-31", "31 Mar 2025", "31 March 2025"),
        ("2025-10-15/2025-12-01", "15 Oct – 1 Dec 2025", "between 15 October and 1 December 2025"),
        ("2025-10-15/2025-10-20", "15–20 Oct 2025", "between 15 and 20 October 2025"),
        ("2025-04/2025-09", "Apr–Sep 2025", "between April and September 2025"),
        ("2024-09/2025-01", "Sep 2024 – Jan 2025", "between September 2024 and January 2025"),
        ("2024/2025", "2024–2025", "between 2024 and 2025"),
        ("2020-33/2020-35", "Q1–Q3 2020", "between Q1 and Q3 2020"),
        ("2025-02/..", "since Feb 2025", "February 2025 or later"),
        ("../2030", "until 2030", "2030 or earlier"),
        ("2024~/2024-06", "~2024–Jun 2024", "between ~2024 and June 2024"),
    ],
)
def test_an_interval_is_shown_as_one(text: str, short: str, between: str) -> None:
    assert parse(text).words(short=True) == short
    assert parse(text).words(between=True) == between


@pytest.mark.parametrize(
    ("first", "second", "same", "overlap"),
    [
        ("2020-34", "2020-04/2020-06", True, True),
        ("2020", "2020-01/2020-12", True, True),
        ("2020", "2020~", True, True),
        ("2020", "2020-34", False, True),
        ("2020-33", "2020-34", False, False),
        ("2013/..", "2013", False, True),
        ("2013/..", "2012", False, False),
        ("../2012", "2013/..", False, False),
        ("198X", "1980/1989", True, True),
        ("XXXX-34", "XXXX-34", True, True),
        ("XXXX-34", "XXXX-35", False, True),
    ],
)
def test_dates_are_the_same_by_their_days(first: str, second: str, same: bool, overlap: bool) -> None:
    assert (parse(first).extent == parse(second).extent) is same
    assert parse(first).overlaps(parse(second)) is parse(second).overlaps(parse(first)) is overlap
