"""Ten drafts on the built-in dossier, written before the code that judges them, with half of their items altered."""

from collections import Counter
from pathlib import Path

import pytest

from tests.verify.marked import Item, Marked, read_marked
from tui.dossier.dossier import Dossier
from tui.verify.verify import read_draft, verify

DRAFTS = read_marked(Path(__file__).parent / "drafts.txt")
GOOD = ("backed", "rounded", "disputed")
LEAST = 0.95


def statuses(marked: Marked, dossier: Dossier, language: str | None = None) -> list[tuple[Item, str]]:
    """The marked items of a draft with their statuses; “none” where nothing was read."""
    found = verify(dossier, read_draft(dossier, marked.name, marked.text, language))
    pairs = []
    for item in marked.items:
        kinds = ("quotation",) if item.quotation else ("number", "date")
        hits = [each.status for each in found if each.kind in kinds and each.span.overlaps(item.span)]
        pairs.append((item, hits[0] if hits else "none"))
    return pairs


@pytest.mark.parametrize("marked", DRAFTS, ids=lambda marked: marked.name)
def test_nothing_altered_is_backed(marked: Marked, dossier: Dossier) -> None:
    altered = [(item.words, status) for item, status in statuses(marked, dossier) if item.kind]
    assert altered
    assert [(words, status) for words, status in altered if status in GOOD] == []


def test_what_is_faithful_is_backed(dossier: Dossier) -> None:
    faithful = Counter(
        (item.quotation, status in GOOD)
        for marked in DRAFTS
        for item, status in statuses(marked, dossier)
        if not item.kind
    )
    for quotation in (False, True):
        good, bad = faithful[quotation, True], faithful[quotation, False]
        assert good > 20
        assert good / (good + bad) >= LEAST
