"""Drafts on seven dossiers and in four languages, their verdicts written before the code that judges them."""

from functools import cache
from pathlib import Path

import pytest

from tests.verify.marked import Item, Marked, read_marked
from tests.verify.test_rates import GOOD, statuses
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CATALOGS = {
    "aviation/drafts.txt": HERE / "aviation" / "catalog.yaml",
    "mixed/drafts.txt": HERE / "mixed" / "catalog.yaml",
    "third/builtin.txt": ROOT / "catalog.yaml",
    "third/finance.txt": HERE.parent / "dossiers" / "finance" / "catalog.yaml",
    "third/climate.txt": HERE.parent / "dossiers" / "climate" / "catalog.yaml",
    "single/builtin.txt": ROOT / "catalog.yaml",
    "single/finance.txt": HERE.parent / "dossiers" / "finance" / "catalog.yaml",
    "single/climate.txt": HERE.parent / "dossiers" / "climate" / "catalog.yaml",
    "single/aviation.txt": HERE.parent / "dossiers" / "aviation" / "catalog.yaml",
    "single/budgets.txt": HERE.parent / "dossiers" / "budgets" / "catalog.yaml",
    "single/basin.txt": HERE.parent / "dossiers" / "basin" / "catalog.yaml",
}
LEAST = {
    "aviation/drafts.txt": (36, 15),
    "mixed/drafts.txt": (47, 0),
    "third/builtin.txt": (40, 15),
    "third/finance.txt": (25, 9),
    "third/climate.txt": (20, 6),
    "single/builtin.txt": (11, 0),
    "single/finance.txt": (18, 0),
    "single/climate.txt": (15, 0),
    "single/aviation.txt": (11, 0),
    "single/budgets.txt": (12, 0),
    "single/basin.txt": (6, 0),
}
"""How many of the faithful numbers, and of the faithful quotations, must be backed."""


@cache
def opened(catalog: Path) -> Dossier:
    """A dossier without errors."""
    dossier = open_dossier(catalog)
    assert [problem for problem in dossier.problems if problem.severity == "error"] == []
    return dossier


@cache
def judged(drafts: str) -> list[tuple[Item, str]]:
    """Every marked item of a set with its status."""
    dossier = opened(CATALOGS[drafts])
    return [pair for marked in read_marked(HERE / drafts) for pair in statuses(marked, dossier)]


@pytest.mark.parametrize("drafts", CATALOGS)
def test_nothing_altered_is_backed(drafts: str) -> None:
    altered = [(item.kind, item.words, status) for item, status in judged(drafts) if item.kind]
    assert len(altered) > 10
    assert [each for each in altered if each[2] in GOOD] == []


@pytest.mark.parametrize("drafts", CATALOGS)
def test_what_is_faithful_is_backed(drafts: str) -> None:
    for quotation, least in zip((False, True), LEAST[drafts], strict=True):
        faithful = [status for item, status in judged(drafts) if not item.kind and item.quotation == quotation]
        assert sum(status in GOOD for status in faithful) >= least


@pytest.mark.parametrize("marked", read_marked(HERE / "abroad.txt"), ids=lambda marked: marked.name)
def test_nothing_altered_is_backed_in_other_languages(marked: Marked, dossier: Dossier) -> None:
    found = statuses(marked, dossier, marked.name[:2])
    assert [(item.words, status) for item, status in found if item.kind and status in GOOD] == []


def test_what_is_faithful_in_other_languages_is_backed(dossier: Dossier) -> None:
    drafts = read_marked(HERE / "abroad.txt")
    found = [pair for marked in drafts for pair in statuses(marked, dossier, marked.name[:2])]
    faithful = [status for item, status in found if not item.kind]
    assert len(faithful) == 39
    assert sum(status in GOOD for status in faithful) >= 32
