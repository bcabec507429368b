"""Six dossiers about aviation, public finance and climate, curated without defining a unit.

`figures.tsv` has the value of each figure in the unit of its measure, and `verdicts.tsv` the verdict of a careful
reader on each pair that is compared.
"""

from pathlib import Path

import pytest

from tui.dossier.dossier import Dossier
from tui.export.records import as_mapping
from tui.linking.link import open_dossier

HOME = Path(__file__).parent
NAMES = sorted(path.parent.name for path in HOME.glob("*/catalog.yaml"))


@pytest.fixture(scope="module", params=NAMES)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return open_dossier(HOME / request.param / "catalog.yaml")


def rows(dossier: Dossier, name: str) -> list[list[str]]:
    lines = (dossier.catalog.parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_every_record_holds(dossier: Dossier) -> None:
    assert [str(problem) for problem in dossier.problems] == []
    assert not any(line.startswith(("    base:", "    factor:")) for line in dossier.catalog.read_text().splitlines())


def test_every_value_is_that_of_its_text(dossier: Dossier) -> None:
    found = [as_mapping(figure, dossier) for figure in dossier.figures.values()]
    values = [[each["id"], each["modifier"], f"{each['value']:.6g}", each["unit"]] for each in found]
    assert values == rows(dossier, "figures.tsv")


def test_every_verdict_is_that_of_a_careful_reader(dossier: Dossier) -> None:
    pairs = [pair for group in dossier.groups.of() for pair in group.pairs()]
    found = {frozenset((pair.first.id, pair.second.id)): pair.verdict for pair in pairs}
    assert found == {frozenset((first, second)): verdict for first, second, verdict, _ in rows(dossier, "verdicts.tsv")}
