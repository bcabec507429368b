"""A break of the built-in dossier, in any one place, is noticed by linking, by coverage, or by the tables."""

import math
from collections import Counter

import pytest

from tests.builtin import golden, mutate

pytestmark = pytest.mark.slow

LIMIT = 12
"""So many breaks of a kind are made here, evenly chosen; `python tests/builtin/mutate.py` makes them all."""


def test_the_dossier_as_it_is_has_no_problems() -> None:
    assert mutate.noticed_by(mutate.Break("nowhere", mutate.text_as_it_is())) is None


def test_every_listed_kind_is_made() -> None:
    assert {row[0] for row in golden.rows("unnoticed")} <= mutate.BREAKS.keys()


@pytest.mark.parametrize("kind", mutate.BREAKS)
def test_a_break_is_noticed(kind: str) -> None:
    listed = {where for of, where, _ in golden.rows("unnoticed") if of == kind}
    breaks = list(mutate.BREAKS[kind]())
    assert len({broken.where for broken in breaks}) == len(breaks) > 0
    evenly = breaks[:: math.ceil(len(breaks) / LIMIT)]
    chosen = evenly + [broken for broken in breaks if broken.where in listed and broken not in evenly]
    assert {broken.where for broken in chosen if mutate.noticed_by(broken) is None} == listed


@pytest.mark.parametrize("kind", ["claimant dropped", "kind changed", "nature changed", "alias dropped"])
def test_a_break_changes_one_line(kind: str) -> None:
    """A break that changed nothing, or all the text, would prove nothing."""
    whole = Counter(mutate.text_as_it_is().split("\n"))
    for broken in mutate.BREAKS[kind]():
        lines = Counter(broken.text.split("\n"))
        assert lines != whole, broken.where
        assert (lines - whole).total() <= 1, broken.where
        assert (whole - lines).total() <= 1, broken.where
