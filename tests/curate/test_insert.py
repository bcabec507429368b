"""A draft goes into its list, after those of its article; of what was there, every byte stays."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tui.catalog.find
from tests.text.steps import steps
from tui.catalog.load import parse
from tui.catalog.problem import CatalogError
from tui.curate.insert import InsertError, insert, inserted
from tui.curate.yaml import Value

HEAD = "lode: 1\ntitle: Test\n"
DRAFT: dict[str, Value] = {
    "id": "draft-5",
    "draft": True,
    "measure": None,
    "sources": [{"article": "a", "quote": "5 tons", "number": "5"}],
}
ENTRY = """\
  - id: "draft-5"
    draft: true
    measure:
    sources:
      - article: "a"
        quote: "5 tons"
        number: "5"
"""
OUTDENTED = """\
- id: "draft-5"
  draft: true
  measure:
  sources:
  - article: "a"
    quote: "5 tons"
    number: "5"
"""
FIGURE = "  - id: one\n    draft: true\n    sources:\n      - article: a\n        quote: 1 ton\n        number: 1\n"


@pytest.mark.parametrize(
    ("before", "entry", "after"),
    [
        # A list that is there: after its last entry, before what heads the next section.
        (f"figures:\n{FIGURE}", ENTRY, ""),
        (f"figures:\n{FIGURE}", ENTRY, "\n# Events\n\nevents:\n"),
        (f"figures:\n{FIGURE}    # held by the entry\n", ENTRY, "\n  # heads what comes\nevents:\n"),
        (f"figures:\n{FIGURE}    note: |\n      # no comment\n", ENTRY, "events:\n"),
        (f"figures:\n{FIGURE}    note: >-\n      folded\n\n      and more\n", ENTRY, "# end\n"),
        (f"figures:\n{FIGURE}    note: 'in two\n      rows # no comment'\n", ENTRY, "\n"),
        ("figures:\n", ENTRY, "# none yet\nevents:\n"),
        ("events:\nfigures: # none yet\n", ENTRY, ""),
        # Entries with blank lines between; lists that are not indented.
        (f"figures:\n{FIGURE}\n{FIGURE.replace('one', 'two')}", "\n" + ENTRY, ""),
        ("entities:\n- id: x\n  name: X\n  kind: place\nfigures:\n", OUTDENTED, "events:\n"),
        # None yet: after the section that it follows.
        ("entities:\n  - id: x\n    name: X\n    kind: place\n", "\nfigures:\n" + ENTRY, "\nevents:\nchecks:\n"),
        ("", "\nfigures:\n" + ENTRY, ""),
        ("", "\nfigures:\n" + ENTRY, "\n# Events\nevents:\n"),
        # Without a line break at the end, and with a byte order mark.
        (f"figures:\n{FIGURE}".removesuffix("\n"), "\n" + ENTRY, ""),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_where_a_draft_goes(before: str, entry: str, after: str, newline: str, mark: str) -> None:
    text, place, *_ = inserted(mark + (HEAD + before + after).replace("\n", newline), "figures", DRAFT)
    assert text == mark + (HEAD + before + entry + after).replace("\n", newline)
    assert text.split(newline)[place.line - 1][place.column - 1 :] == 'id: "draft-5"'
    assert parse(text).figures[-1].id == "draft-5"


@pytest.mark.parametrize(
    "catalog",
    [
        HEAD + "figures: []\n",
        HEAD + "figures: [{id: one, draft: true, sources: [{article: a, quote: a, number: a}]}]\n",
        "{lode: 1, title: Test}\n",
        HEAD + "...\n",
        "lode: 1\ntitle: |+\n  Test\n",
    ],
)
def test_what_cannot_be_added_to_is_left_alone(tmp_path: Path, catalog: str) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(catalog)
    with pytest.raises(InsertError, match="cannot be added to"):
        insert(path, "figures", DRAFT)
    assert path.read_text() == catalog
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.yaml"]


@given(
    st.lists(st.sampled_from(["\n", "# x\n", "  # x\n", "      # x\n", FIGURE, "  -\n", "'\n", "  \n", "events:\n"]))
)
def test_a_draft_is_added_or_the_catalog_refused(rows: list[str]) -> None:
    catalog = HEAD + "figures:\n" + "".join(rows)
    try:
        parse(catalog)
        text, *_ = inserted(catalog, "figures", DRAFT)
    except (CatalogError, InsertError):
        return
    assert text.replace(ENTRY, "", 1) in (catalog, catalog + "\n")
    assert [figure.id for figure in parse(text).figures] == [*(f.id for f in parse(catalog).figures), "draft-5"]


@pytest.mark.parametrize(
    ("catalog", "said"),
    [
        (HEAD + "figures: [\n", "catalog.yaml is broken on line 4; mend it first"),
        (HEAD + "colour: red\n", "catalog.yaml is broken on line 3; mend it first: unknown key “colour”."),
        (None, "The catalog does not exist."),
    ],
)
def test_a_broken_catalog_is_refused(tmp_path: Path, catalog: str | None, said: str) -> None:
    path = tmp_path / "catalog.yaml"
    if catalog is not None:
        path.write_text(catalog)
    with pytest.raises(InsertError, match=said):
        insert(path, "figures", DRAFT)
    assert catalog is None or path.read_text() == catalog


def test_the_draft_is_in_the_file_and_nothing_else_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    path.chmod(0o640)
    insert(path, "figures", DRAFT)
    assert path.read_text() == f"{HEAD}\nfigures:\n{ENTRY}"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.yaml"]


def test_a_catalog_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    monkeypatch.setattr(os, "access", lambda file, mode: False)
    with pytest.raises(InsertError, match=r"^catalog\.yaml cannot be written: it is read-only\.$"):
        insert(path, "figures", DRAFT)
    assert path.read_text() == HEAD


OTHER = ENTRY.replace("draft-5", "draft-6")


def saved_meanwhile(path: Path, *texts: str) -> Callable[[str], None]:
    """Saves the texts, one at each attempt to write the catalog, after the new catalog has been written aside."""
    left = list(texts)

    def save(step: str) -> None:
        if step == "after write" and left:
            path.write_text(left.pop(0))

    return save


@pytest.mark.parametrize("saves", [1, 2])
def test_what_an_editor_saves_meanwhile_is_kept_beside_the_draft(tmp_path: Path, saves: int) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    edits = [f"# Edited {number}\n{HEAD}\nfigures:\n{OTHER}" for number in range(saves)]
    with steps(saved_meanwhile(path, *edits)):
        mark = insert(path, "figures", DRAFT)
    assert path.read_text() == edits[-1] + ENTRY
    assert path.read_text().splitlines()[mark.line - 1].endswith('id: "draft-5"')


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (f"{HEAD}\nfigures:\n{ENTRY}", "has a record “draft-5” already; try again"),
        (f"{HEAD}figures: [", "is broken on line 4"),
        (f"{HEAD}figures: []\n", "cannot be added to"),
    ],
)
def test_what_is_saved_meanwhile_may_leave_no_room_for_the_draft(tmp_path: Path, edit: str, said: str) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    with pytest.raises(InsertError, match=said), steps(saved_meanwhile(path, edit)):
        insert(path, "figures", DRAFT)
    assert path.read_text() == edit


def test_a_catalog_that_does_not_stop_changing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    edits = [f"{HEAD}# {number}\n" for number in range(100)]
    said = r"^catalog\.yaml cannot be written: another program keeps writing it; "
    with pytest.raises(InsertError, match=said), steps(saved_meanwhile(path, *edits)):
        insert(path, "figures", DRAFT)
    assert path.read_text() in edits


def test_a_catalog_with_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    os.link(path, tmp_path / "other.yaml")
    with pytest.raises(InsertError, match=r"^catalog\.yaml cannot be written: it has 2 hard links, "):
        insert(path, "figures", DRAFT)
    assert path.read_text() == HEAD and path.samefile(tmp_path / "other.yaml")


def test_the_installed_catalog_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "builtin" / "catalog.yaml"
    path.parent.mkdir()
    path.write_text(HEAD)
    monkeypatch.setattr(tui.catalog.find.tui, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(InsertError, match="stays as it is"):
        insert(path, "figures", DRAFT)
    assert path.read_text() == HEAD
