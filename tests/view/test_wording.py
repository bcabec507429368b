"""How a sentence names a speaker or claimant."""

import pytest

from tests.conftest import Linked
from tui.view.wording import claimant_as_speaker


@pytest.mark.parametrize(
    ("entity", "named"),
    [
        ("name: Geological Survey, kind: government, short: USGS", "the USGS"),
        ("name: Protection Agency, kind: government, short: EPA", "the EPA"),
        ("name: Space Agency, kind: government, short: NASA", "NASA"),
        ("name: Emergency Agency, kind: government, short: FEMA", "FEMA"),
        ("name: Ministry of Mines, kind: government, short: Ministry", "the Ministry of Mines"),
        ("name: The Hague Court, kind: government", "The Hague Court"),
        ("name: Direct Investment Fund, kind: organization, short: RDIF", "RDIF"),
        ("name: Jane Doe, kind: person", "Jane Doe"),
        ("name: Industry estimates, kind: unnamed", "industry estimates"),
    ],
)
def test_a_sentence_names_a_speaker_as_one_does(linked: Linked, entity: str, named: str) -> None:
    dossier = linked(f"entities:\n  - {{id: e, {entity}}}\n", a="Nothing is said.")
    assert claimant_as_speaker("e", dossier)[0] == named
