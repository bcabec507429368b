"""What a review found is written into the entry of a figure or claim, and no other byte changes."""

import difflib
from pathlib import Path

import pytest

from tui.curate.insert import InsertError
from tui.curate.journal import Journal, StaysError
from tui.curate.status import next_status, set_status, step_status

HEAD = """\
# A dossier.
lode: 1
title: T

measures:
  - id: m
    name: m
    unit: t
entities:
  - {id: x, name: X, kind: place}
articles:
  - {id: a, file: a.txt, title: T}
claims:
  - id: c  # the first
    what: X is
    about: x
    sources:
      - {article: a, quote: X is}
"""

FIGURES = """\
figures:
  - id: f
    measure: m
    subject: x
    sources:
      - {article: a, quote: 1 ton, number: 1 ton}
  - {id: g, measure: m, subject: x, sources: [{article: a, quote: 1 ton, number: 1 ton}]}
  - measure: m
    "id": 'h'
    status: open
    reviewed_by: "Bo: the second"
    subject: x
    sources: [{article: a, quote: 1 ton, number: 1 ton}]
"""


OF_H = ["-     status: open", '-     reviewed_by: "Bo: the second"']


def changed(path: Path, *arguments: str | None) -> list[str]:
    """The lines that differ after a status was set."""
    before = path.read_bytes().decode().splitlines()
    set_status(path, *arguments)  # type: ignore[arg-type]
    after = path.read_bytes().decode().splitlines()
    return [line for line in difflib.ndiff(before, after) if line[0] in "+-"]


@pytest.fixture(params=["\n", "\r\n"])
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    catalog = tmp_path / "catalog.yaml"
    catalog.write_bytes((HEAD + FIGURES).replace("\n", request.param).encode())
    return catalog


@pytest.mark.parametrize(
    ("id", "status", "by", "date", "lines"),
    [
        ("f", "checked", "", "", ["+     status: checked"]),
        (
            "f",
            "wrong",
            "Ana",
            "2026-11-29",
            ["+     reviewed: 2026-11-29", '+     reviewed_by: "Ana"', "+     status: wrong"],
        ),
        ("c", "open", "", "", ["+     status: open"]),
        (
            "h",
            "checked",
            "",
            "",
            ["-     status: open", '-     reviewed_by: "Bo: the second"', "+     status: checked"],
        ),
        ("h", None, "Ana", "", ["-     status: open", '-     reviewed_by: "Bo: the second"']),
        ("f", None, "", "", []),
    ],
)
def test_only_the_lines_of_the_review_change(
    path: Path, id: str, status: str | None, by: str, date: str, lines: list[str]
) -> None:
    newline = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    found = changed(path, id, status, by, date)
    assert sorted(line for line in found if not line.startswith("?")) == sorted(lines)
    assert path.read_bytes().count(newline.encode()) == path.read_bytes().count(b"\n")


def test_an_entry_in_braces_is_changed_after_its_id(path: Path) -> None:
    before = path.read_bytes().decode()
    set_status(path, "g", "checked", "Ana", "2026-11-29")
    written = '{id: g, reviewed: 2026-11-29, reviewed_by: "Ana", status: checked, measure: m'
    assert path.read_bytes().decode() == before.replace("{id: g, measure: m", written)
    set_status(path, "g", "wrong", "Bo: the second", "2026-11-30")
    assert '{id: g, reviewed: 2026-11-30, reviewed_by: "Bo: the second", status: wrong, measure: m' in path.read_text()
    set_status(path, "g", None)
    assert path.read_bytes().decode() == before


def test_setting_it_twice_and_taking_it_back_leaves_no_trace(path: Path) -> None:
    before = path.read_bytes()
    for status in ("checked", "wrong", "open", None):
        set_status(path, "f", status, "Ana", "2026-11-29")
    assert path.read_bytes() == before


@pytest.mark.parametrize("id", ["c", "f", "g", "h"])
def test_each_step_is_undone_to_the_last_byte(path: Path, id: str) -> None:
    journal, versions, statuses = Journal(), [path.read_bytes()], []
    for _ in range(4):
        status, step = step_status(path, id, "Ana", "2026-11-29")
        journal.add(step)
        versions.append(path.read_bytes())
        statuses.append(status)
    # It goes on from the status in the file, whatever that is.
    assert statuses == (["checked", "wrong", "open", None] if id != "h" else [None, "checked", "wrong", "open"])
    # What others write meanwhile stays.
    newline = b"\r\n" if b"\r\n" in versions[0] else b"\n"
    ahead = b"# Another." + newline
    path.write_bytes(ahead + path.read_bytes())
    for version, status in zip(versions[-2::-1], [*statuses[-2::-1], "open" if id == "h" else None], strict=True):
        assert journal.undo().undone == f"{id} is {f'again marked as {status}' if status else 'no longer marked'}"
        assert path.read_bytes() == ahead + version


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("status: checked", "status: wrong", "f has been marked in the catalog since"),
        ('reviewed_by: "Ana"', 'reviewed_by: "Bo"', "f has been marked in the catalog since"),
        ("id: f", "id: other", "f is no longer in the catalog"),
    ],
)
def test_a_mark_that_was_changed_stays(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD + FIGURES)
    step = set_status(path, "f", "checked", "Ana", "2026-11-29")
    changed = path.read_text().replace(old, new)
    path.write_text(changed)
    with pytest.raises(StaysError, match=says):
        step.take_back()
    assert path.read_text() == changed


@pytest.mark.parametrize(("id", "says"), [("z", "no longer in the catalog"), ("m", "no longer in the catalog")])
def test_what_is_not_there_is_refused(path: Path, id: str, says: str) -> None:
    before = path.read_bytes()
    with pytest.raises(InsertError, match=says):
        set_status(path, id, "checked")
    assert path.read_bytes() == before


def test_what_cannot_be_changed_in_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD + "figures:\n  - id: f\n    status:\n      open\n    measure: m\n")
    before = path.read_bytes()
    with pytest.raises(InsertError, match="e edits it"):
        set_status(path, "f", None)
    assert path.read_bytes() == before


def test_the_steps_of_a_review_lead_round() -> None:
    steps = [None, "checked", "wrong", "open"]
    assert [next_status(status) for status in steps] == [*steps[1:], None]
