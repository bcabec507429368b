"""Drafts on a second dossier and in three languages, their verdicts written before the code that judges them."""

from pathlib import Path

import pytest

from tests.verify.marked import Marked, read_marked
from tests.verify.test_rates import GOOD, statuses
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier

HERE = Path(__file__).parent
AVIATION = HERE / "aviation"
DRAFTS = read_marked(AVIATION / "drafts.txt")
LEAST = {False: 0.9, True: 1.0}
"""The part of the faithful numbers, and of the faithful quotations, that must be backed."""


@pytest.fixture(scope="module")
def aviation() -> Dossier:
    """The second dossier."""
    dossier = open_dossier(AVIATION / "catalog.yaml")
    assert [problem for problem in dossier.problems if problem.severity == "error"] == []
    return dossier


def backed(marked: Marked, dossier: Dossier, language: str | None = None) -> list[tuple[str, str, str]]:
    """The altered items that are backed all the same."""
    found = statuses(marked, dossier, language)
    return [(item.kind, item.words, status) for item, status in found if item.kind and status in GOOD]


@pytest.mark.parametrize("marked", DRAFTS, ids=lambda marked: marked.name)
def test_nothing_altered_is_backed(marked: Marked, aviation: Dossier) -> None:
    assert any(item.kind for item in marked.items)
    assert backed(marked, aviation) == []


@pytest.mark.parametrize("quotation", [False, True])
def test_what_is_faithful_is_backed(quotation: bool, aviation: Dossier) -> None:
    found = [pair for marked in DRAFTS for pair in statuses(marked, aviation)]
    faithful = [status for item, status in found if not item.kind and item.quotation == quotation]
    assert len(faithful) >= 15
    assert sum(status in GOOD for status in faithful) / len(faithful) >= LEAST[quotation]


@pytest.mark.parametrize("marked", read_marked(HERE / "abroad.txt"), ids=lambda marked: marked.name)
def test_nothing_altered_is_backed_in_other_languages(marked: Marked, dossier: Dossier) -> None:
    assert backed(marked, dossier, marked.name[:2]) == []
