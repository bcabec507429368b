"""Measures of change: the direction comes from the words or the sign, and opposite ones conflict."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tui.dossier.compare import judge
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import CONFLICT
from tui.linking.link import open_dossier

CATALOG = """units:
  - {id: "%", name: percent, written: [percent]}
measures:
  - {id: growth, name: growth, unit: "%", changes: true}
  - {id: share, name: share, unit: "%"}
articles:
  - {id: a, file: a.txt, title: A, language: en}
  - {id: b, file: b.txt, title: B, language: en}
entities:
  - {id: zork, name: Zork, kind: country}
"""

FELL = "In May, Zork’s exports fell by more than 5.6 percent."
ROSE = "In May, Zork’s exports rose by 5.6 percent."


@pytest.fixture
def dossier_of(folder: Callable[..., Path]) -> Callable[[str], Dossier]:
    """The dossier of both texts, with a figure of a measure from each."""
    return lambda measure: open_dossier(folder(CATALOG + figures(measure), a=FELL, b=ROSE))


def figures(measure: str) -> str:
    return f"""
figures:
  - {{id: one, measure: {measure}, subject: zork, sources: [{{article: a, quote: "{FELL}", number: 5.6 percent}}]}}
  - {{id: two, measure: {measure}, subject: zork, sources: [{{article: b, quote: "{ROSE}", number: 5.6 percent}}]}}
"""


def test_a_rise_and_a_fall_by_as_much_conflict(dossier_of: Callable[[str], Dossier]) -> None:
    dossier = dossier_of("growth")
    fell, rose = dossier.figures["one"], dossier.figures["two"]
    assert (fell.value.modifier, fell.value.value) == ("<", Decimal("-5.6"))
    assert (rose.value.modifier, rose.value.value) == ("=", Decimal("5.6"))
    assert judge(fell, rose, dossier) == CONFLICT


def test_a_measure_that_is_not_a_change_has_no_direction(dossier_of: Callable[[str], Dossier]) -> None:
    dossier = dossier_of("share")
    assert dossier.figures["one"].value.modifier == ">"
    assert dossier.figures["one"].value.value == Decimal("5.6")


def test_a_measure_says_whether_it_is_a_change(dossier_of: Callable[[str], Dossier]) -> None:
    measures = dossier_of("growth").measures
    assert (measures["growth"].changes, measures["share"].changes) == (True, False)
