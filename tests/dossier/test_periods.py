"""A figure's period: printed, or inferred and marked; figures of different periods are never in conflict."""

import pytest

from tests.conftest import Linked
from tui.dossier.dossier import Dossier
from tui.export.records import as_mapping
from tui.view.comparison import verdict_lines
from tui.view.kinds import view_of
from tui.view.linear import record_lines
from tui.view.styled_text import plain
from tui.view.timeline import timeline

CATALOG = """\
units: [t]
measures: [{id: output, name: output, unit: t}]
entities: [{id: mine, name: Mine, kind: facility}]
figures:
  - id: first
    measure: output
    subject: mine
    %s
    sources: [{article: a, quote: The Mine gave 5 t, number: 5 t, when: %s}]
  - id: second
    measure: output
    subject: mine
    %s
    sources: [{article: b, quote: The Mine gave 9 t, number: 9 t, when: %s}]
"""


def dossier_of(linked: Linked, first: str, first_when: str, second: str, second_when: str) -> Dossier:
    """The dossier of two figures that share no value, each with its period and the words that date it."""
    catalog = CATALOG % (first, first_when, second, second_when)
    dossier = linked(catalog, a=f"The Mine gave 5 t {first_when}.", b=f"The Mine gave 9 t {second_when}.")
    assert [problem.message for problem in dossier.problems if problem.severity == "error"] == []
    return dossier


@pytest.mark.parametrize(
    ("first", "first_when", "second", "second_when", "verdict"),
    [
        ("resolved: 2024", "last year", "resolved: 2024", "the year before", "conflict"),
        ("resolved: 2024", "last year", "period: 2024", "in 2024", "conflict"),
        ("resolved: 2024-01/2024-12", "last year", "period: 2024", "in 2024", "conflict"),
        ("resolved: 2024", "last year", "resolved: 2023", "a year before", "differ by period"),
        ("resolved: 2024", "last year", "period: 2025", "in 2025", "differ by period"),
        # A year and its quarter overlap, and are not the same.
        ("resolved: 2024-33", "last quarter", "period: 2024", "in 2024", "differ by period"),
        ("resolved: 2024-33", "last quarter", "resolved: 2024-01/2024-03", "last quarter", "conflict"),
        ("resolved: 2024-33", "last quarter", "resolved: 2024-34", "this quarter", "differ by period"),
        # Without a period, the words decide: where they differ, so may the periods.
        ("resolved: 2024", "last year", "nature: reported", "then", "differ by period"),
        ("nature: reported", "this season", "nature: reported", "before that", "differ by period"),
        ("nature: reported", "This season", "nature: reported", "this season", "conflict"),
        ("resolved: 2024", "this season", "nature: reported", "this season", "conflict"),
        # Words that print a date alone are of that date.
        ("resolved: 2024", "last year", "nature: reported", "in 2024", "conflict"),
        ("period: 2024", "2024", "nature: reported", "in 2023", "differ by period"),
    ],
)
def test_periods_decide_whether_figures_conflict(
    linked: Linked, first: str, first_when: str, second: str, second_when: str, verdict: str
) -> None:
    dossier = dossier_of(linked, first, first_when, second, second_when)
    assert dossier.groups.with_figure(dossier.figures["first"]).verdict == verdict


def test_an_inferred_period_is_kept_apart_and_marked(linked: Linked) -> None:
    inferred = "resolved: 2024\n    resolved_by: the article is of 2025"
    dossier = dossier_of(linked, inferred, "last year", "period: 2023", "in 2023")
    figure = dossier.figures["first"]
    printed = as_mapping(figure, dossier)
    assert (printed["period"], printed["resolved"]) == (None, "2024")
    assert [(each.record.id, each.date) for each in timeline(dossier)] == [("second", "2023"), ("first", "[2024]")]
    assert plain(view_of(figure, dossier).cells()).endswith("[2024]")
    page = "\n".join(map(plain, record_lines(figure, dossier)))
    assert "Period" in page and "[2024]" in page and "2024  (the article is of 2025)" in page
    compared = "\n".join(map(plain, verdict_lines(dossier.groups.with_figure(figure), dossier)))
    assert "for [2024] and 2023" in compared


def test_an_invalid_date_only_leaves_out_its_own_record(linked: Linked) -> None:
    catalog = CATALOG % ("period: Q2 2024", "in Q2 2024", "period: 2024-34", "in Q2 2024")
    dossier = linked(catalog, a="The Mine gave 5 t in Q2 2024.", b="The Mine gave 9 t in Q2 2024.")
    errors = [problem for problem in dossier.problems if problem.severity == "error"]
    assert [(error.code, error.mark.line) for error in errors] == [("date", 17)]
    assert errors[0].message == "“period”: “Q2 2024” is not a date; write 2024-34"
    assert list(dossier.figures) == ["second"]
