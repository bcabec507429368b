"""lode's own check of entries before they are written: what it finds is what `lode check` finds afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.catalog.load import load
from tui.curate.edits import Addition, write
from tui.linking.link import open_dossier
from tui.review.trial import trial

CATALOG = """measures:
  - id: capacity
    name: capacity
    unit: MW
articles:
  - id: a
    file: a.txt
    title: "[A]"
entities:
  - id: dam
    name: Skarn Dam
    kind: facility
    mentions:
      - article: a
        quote: not there
  - id: agency
    name: Energy Agency
    kind: government
"""
TEXT = "Skarn Dam has 250 MW, the Energy Agency said in 2024. Elsewhere there are 10 MW.\n"

SOURCE: dict[str, str] = {"article": "a", "quote": "has 250 MW", "number": "250 MW"}


def figure(source: dict[str, str] | None = None, **keys: str) -> Addition:
    return "figures", {
        "id": "new",
        "measure": "capacity",
        "subject": "dam",
        **keys,
        "sources": [SOURCE | (source or {})],
    }


@pytest.mark.parametrize(
    ("addition", "error"),
    [
        (figure(), None),
        (figure({"said": "the Energy Agency said"}, claimant="agency"), None),
        (figure({"when": "in 2024"}, period="2024"), None),
        (figure(claimant="agency"), "nothing says so"),
        (figure({"said": "Skarn Dam has"}, claimant="agency"), "do not name agency"),
        (figure(subject="lake"), "no entity has the id “lake”"),
        (figure(measure="depth"), "no measure has the id “depth”"),
        (figure({"number": "25"}), "25"),
        (figure({"quote": "has 251 MW"}), "is not in a.txt"),
        (figure(period="2024"), "nothing dates it to 2024"),
        (figure(period="next year"), "“period”"),
        (figure(nature="rumour"), "“nature” cannot be “rumour”"),
        (("entities", {"id": "lake", "name": "-", "kind": "place"}), "must begin with a letter or a digit"),
        (("entities", {"id": "lake", "name": "Lake", "kind": "place"}), None),
        (("events", {"id": "new", "date": "2024", "what": "Talk", "sources": [{"article": "a", "quote": "in 2024"}]}),
         "nothing dates it"),
        (("ignored", {"article": "a", "quote": "are 10 MW", "number": "10 MW", "why": "common word"}), None),
        (("ignored", {"name": "Nobody", "why": "common word"}), "is in no article"),
    ],
)  # fmt: skip
def test_a_trial_finds_what_check_finds_once_it_is_written(
    folder: Callable[..., Path], addition: Addition, error: str | None
) -> None:
    path = folder(CATALOG, a=TEXT)
    before = open_dossier(path)
    tried = trial(load(path), [addition], before.documents, "a")
    assert [error in message for message in tried.errors if error] == [True] * bool(error)
    assert bool(tried.errors) == bool(error)
    if "period" in str(error) or "nature" in str(error) or "must begin" in str(error):
        # The schema refuses it: it cannot be written at all.
        return
    write(path, {path.name: [addition]}, lambda catalog, added: None)
    known = {(problem.code, problem.message) for problem in before.problems}
    after = {(each.code, each.message) for each in open_dossier(path).problems if each.code != "unused"}
    assert after - known == {(problem.code, problem.message) for problem in tried.problems}


def test_entries_that_refer_to_each_other_are_tried_together(folder: Callable[..., Path]) -> None:
    path = folder(CATALOG, a=TEXT)
    new: list[Addition] = [
        ("units", {"id": "blade", "name": "blade", "exact": True}),
        ("measures", {"id": "power", "name": "power", "unit": "MW"}),
        ("entities", {"id": "elsewhere", "name": "Elsewhere", "kind": "place"}),
        figure({"quote": "Elsewhere there are 10 MW", "number": "10 MW"}, measure="power", subject="elsewhere"),
    ]
    tried = trial(load(path), new, open_dossier(path).documents, "a")
    assert (tried.errors, tried.warnings) == ([], [])
    assert [record.id for record in tried.records] == ["elsewhere", "new", "power"]
