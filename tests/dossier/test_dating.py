"""Dates are held against the words that print them, and inferred dates against what these words can mean."""

import pytest

from tui.catalog.problem import START, Problem
from tui.dossier.diagnostics import Diagnostics
from tui.languages.language import language_of
from tui.linking.dating import DatingWords, check_inferred, is_printed
from tui.text.span import Span


def words(text: str, tag: str = "en", article_date: str | None = None) -> DatingWords:
    """A whole text as the words that date something."""
    return DatingWords(text, Span(0, len(text)), language_of(tag), article_date)


def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.mark.parametrize(
    ("date", "text", "tag"),
    [
        ("198X", "the 1980s", "en"),
        ("1980/1989", "the 1980s", "en"),
        ("198X", "the eighties", "en"),
        ("19XX", "the 20th century", "en"),
        ("19XX", "the 1900s", "en"),
        ("2020-34", "the second quarter of 2020", "en"),
        ("2020-04/2020-06", "Q2 2020", "en"),
        ("XXXX-34", "in the second quarter", "en"),
        ("XXXX-03-05/XXXX-05-03", "from 5 March to 3 May", "en"),
        ("XXXX-03-05/..", "from 5 March to 3 May", "en"),
        ("2013/..", "since 2013", "en"),
        ("../2030", "by 2030", "en"),
        ("2030", "by 2030", "en"),
        ("2013/2014", "2013–14", "en"),
        ("2025/2026", "fiscal 2025/26", "en"),
        ("2025-03-01", "le 1er mars 2025", "fr"),
        ("2025-03-31", "31.03.2025", "de"),
        ("2025-03-31", "2025年3月31日", "ja"),
        ("XXXX-03-15", "١٥ مارس", "ar"),
        ("2020-34", "во втором квартале 2020 года", "ru"),
        # Digits that may be two dates: the curator decides.
        ("2025-04-03", "03/04/2025", "en"),
        ("2025-03-04", "03/04/2025", "en"),
        ("2025-03-31T09:48", "19:00, 31 March 2025, 09:48", "en"),
        ("2024-03-05", "on March 3 and 5, 2024", "en"),
        # Times and time zones.
        ("2025-03-31T09:48", "March 31, 2025 at 9:48 a.m.", "en"),
        ("2025-03-31T21:48", "March 31, 2025, 9:48 PM", "en"),
        ("2025-03-31T21:00", "9 p.m. on March 31, 2025", "en"),
        ("2025-03-31T09:48", "2025-03-31T09:48:00.000Z", "en"),
        ("2025-03-31T09:48:05", "31.03.2025 um 9:48:05 Uhr", "de"),
        ("2025-03-31T09:48", "31 mars 2025 à 9h48", "fr"),
        ("2025-03-31T21:48", "2025年3月31日21時48分", "ja"),
        ("2025-03-31T12:00", "at noon on March 31, 2025", "en"),
        ("2025-03-31T09:48Z", "March 31, 2025, 09:48 GMT", "en"),
        ("2025-03-31T09:48+03:00", "31 March 2025, 09:48 (UTC+3)", "en"),
        ("2025-03-31T09:48+03:00", "31 March 2025, 9:48 a.m. Moscow time", "en"),
        ("2025-03-31T09:48-05:00", "March 31, 2025, 9:48 a.m. EST", "en"),
        ("2025-03-31T09:48-04:00", "March 31, 2025, 9:48 a.m. ET", "en"),
        ("2025-03-31T09:48+02:00", "31.03.2025, 9:48 Uhr MESZ", "de"),
        ("2025-03-31T09:48+05:30", "2025-03-31T09:48+0530", "en"),
    ],
)
def test_a_date_that_words_print(date: str, text: str, tag: str) -> None:
    found = diagnostics()
    assert is_printed(date, [words(text, tag)], START, found), found.problems


@pytest.mark.parametrize(
    ("date", "text", "tag", "undecided"),
    [
        ("2025-04-03", "03/04/2025", "en", True),
        ("2025-03-04", "03/04/2025", "en", True),
        ("2025-04-03", "03/04/2025", "en-GB", False),
        ("2025-03-04", "03/04/2025", "en-US", False),
        ("2025", "03/04/2025", "en", False),
        ("2025-03-31", "31/03/2025", "en", False),
        ("2025-04-04", "04/04/2025", "en", False),
        ("2025-04-03", "03/04/2025, after 31/03/2025", "en", False),
    ],
)
def test_a_day_that_nothing_decides_is_a_warning(date: str, text: str, tag: str, undecided: bool) -> None:
    found = diagnostics()
    assert is_printed(date, [words(text, tag)], START, found)
    assert [(each.code, each.severity) for each in found.problems] == [("undecided-date", "warning")] * undecided


@pytest.mark.parametrize(
    ("date", "text", "tag", "why"),
    [
        ("197X", "the 1980s", "en", "“197X” of the date 197X is not in the words “the 1980s”, which print 198X"),
        ("197X", "in 1985", "en", "“197X” of the date 197X is not in the words “in 1985”, which print 1985"),
        ("1980", "the 1980s", "en", "“1980” of the date 1980"),
        ("2025-03-03", "5 March to 3 May 2025", "en", "“3” of the date 2025-03-03"),
        ("2025-03-03", "5 March to 3 May 2025", "en", "which print 2025-03-05/2025-05-03; leave it out"),
        ("2020-35", "the second quarter of 2020", "en", "“Q3” of the date 2020-35"),
        ("2020-04", "the second quarter of 2020", "en", "“April” of the date 2020-04"),
        ("2024-05", "March 2024 and May 2025", "en", "“May” of the date 2024-05"),
        ("2025-03-04", "03/04/2025", "de", "“March” of the date 2025-03-04"),
        ("2025-04-01", "le 1er mars 2025", "fr", "“April” of the date 2025-04-01"),
        ("2014", "since 2013", "en", "“2014” of the date 2014"),
        ("2025-03-31T09:48", "March 31, 2025", "en", "“09:48” of the date"),
        ("2025-03-31T09:48", "March 31, 2025, 9:48 p.m.", "en", "“09:48” of the date"),
        ("2025-03-31T09:48:05", "March 31, 2025, 9:48 a.m.", "en", "“09:48:05” of the date"),
        ("2025-03-31T09:48Z", "March 31, 2025, 9:48 a.m. EST", "en", "“Z” of the date"),
        ("2025-03-31T09:48+03:00", "31 March 2025, 09:48 UTC+2", "en", "“+03:00” of the date"),
        ("2025-03-31T09:48-03:00", "2025-03-31T09:48+03:00", "en", "“-03:00” of the date"),
    ],
)
def test_a_date_that_words_do_not_print(date: str, text: str, tag: str, why: str) -> None:
    found = diagnostics()
    assert not is_printed(date, [words(text, tag)], START, found)
    (problem,) = found.problems
    assert why in problem.message and problem.severity == "error"


@pytest.mark.parametrize("text", ["31 March 2025, 09:48", "2025-03-31, 09:48"])
def test_a_time_zone_that_words_do_not_name_is_a_warning(text: str) -> None:
    found = diagnostics()
    assert is_printed("2025-03-31T09:48+03:00", [words(text, "en")], START, found)
    (problem,) = found.problems
    assert problem.severity == "warning" and "the words name no time zone, as +03:00 in" in problem.message


def inferred(resolved: str, text: str, article: str | None, tag: str = "en") -> Problem | None:
    """The problem of an inferred date that words of an article of some date do not allow."""
    found = diagnostics()
    holds = check_inferred(resolved, [words(text, tag, article)], START, found)
    assert holds == (not found.problems or found.problems[0].severity == "warning")
    return next(iter(found.problems), None)


@pytest.mark.parametrize(
    ("resolved", "text", "article"),
    [
        ("2024", "last year", "2025-03-31"),
        # Years of accounts, and a year before another than that of the article.
        ("2023-07/2024-06", "last year", "2025-03-31"),
        ("2024-09/2025-08", "last year", "2025-10-15/2025-12-01"),
        ("2019", "a year earlier", "2025"),
        ("2019", "last year", None),
        ("2025-02", "last month", "2025-03-31"),
        ("2025-03-18", "yesterday", "2025-03-19T09:48"),
        ("2025-03-30", "on Sunday", "2025-03-31"),
        ("2022", "three years ago", "2025"),
        ("2025-12-01", "by December 1", "2025-10-15/.."),
        ("2020-34", "the second quarter of 2020", "2021"),
        ("2020-01/2020-05", "early 2020", "2021"),
        ("2020/2023", "the early 2020s", "2025"),
        ("2024-10/2025-09", "FY2025", "2025"),
        ("2018", "since 2013", "2025"),
        ("2029", "by 2030", "2025"),
        ("2014", "in 2010 and 2014", "2025"),
        ("2019-12/2020-02", "in the winter of 2020", "2021"),
        ("2024", "recently", "2025"),
        ("2025-03-31T09:48", "at 9:48 on March 31", "2025"),
        ("2025-03-31T21:48", "at 9:48 on March 31", "2025"),
        ("2025-03-31T06:48Z", "at 9:48 on March 31", "2025"),
        ("2025-03-31T06:48Z", "at 9:48 Moscow time on March 31", "2025"),
        ("2025-03-31T09:48+03:00", "at 9:48 Moscow time on March 31", "2025"),
    ],
)
def test_what_words_can_mean(resolved: str, text: str, article: str | None) -> None:
    assert inferred(resolved, text, article) is None


@pytest.mark.parametrize(
    ("resolved", "text", "article", "severity", "why"),
    [
        ("2019", "last year", "2025-03-31", "warning", "cannot mean 2019 in an article of 2025-03-31; correct"),
        ("2025-09", "last month", "2025-03-31", "warning", "cannot mean 2025-09"),
        ("2010", "three years ago", "2025", "warning", "cannot mean 2010"),
        ("2024-03-18", "yesterday", "2025-03-19", "warning", "cannot mean 2024-03-18"),
        ("2025-03-31", "on Sunday", "2025-04-01", "warning", "name another day of the week than that of 2025-03-31"),
        ("2020-35", "the second quarter of 2020", None, "error", "print 2020-34, which 2020-35 is not within"),
        ("2021", "in 2020", None, "error", "print 2020"),
        ("197X", "the 1980s", None, "error", "print 198X"),
        ("2025-02-25", "on February 24", None, "error", "print XXXX-02-24"),
        ("2012", "since 2013", None, "error", "print 2013"),
        ("2031", "by 2030", None, "error", "print 2030"),
        ("2025-03-31T09:48", "at 9:45 on March 31", "2025", "error", "print another time than 2025-03-31T09:48"),
        ("2025-03-31T09:48", "at 9:48 p.m. on March 31", "2025", "error", "print another time"),
        ("2025-03-31T09:48Z", "at 9:48 Moscow time on March 31", "2025", "error", "print another time"),
    ],
)
def test_what_words_cannot_mean(resolved: str, text: str, article: str | None, severity: str, why: str) -> None:
    problem = inferred(resolved, text, article)
    assert problem is not None and problem.severity == severity
    assert why in problem.message
