"""The verdict on every group of the built-in dossier is the one that reading the articles gives."""

import csv
from pathlib import Path

from tui.dossier.dossier import Dossier


def test_every_group_has_the_verdict_expected_of_it(dossier: Dossier) -> None:
    with (Path(__file__).parent / "verdicts.tsv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file, delimiter="\t"))
    judged = set()
    for group in dossier.groups.of():
        about = [group.measure, group.subject, group.material or "", group.scope or "", group.verdict]
        pairs = [(pair.first.id, pair.second.id, pair.verdict) for pair in group.pairs()] or [("", "", "")]
        judged |= {(*about, str(group.origins), *pair) for pair in pairs}
    assert judged == {tuple(row.values())[:-1] for row in expected}
