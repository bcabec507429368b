"""A step of curating writes entries together, and is taken back as long as nobody changed them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.catalog import schema
from tui.catalog.load import load, parse
from tui.curate.edits import Addition, Edit, take_back, write
from tui.curate.insert import InsertError

HEAD = "lode: 1\ntitle: Test\n"
ENTITIES = "entities:\n  - id: x\n    name: X\n    kind: place\n"


def figure(id: str, article: str, subject: str = "x") -> Addition:
    source = {"article": article, "quote": "1 ton", "number": "1 ton"}
    return "figures", {"id": id, "measure": "m", "subject": subject, "sources": [source]}


ENTITY: Addition = ("entities", {"id": "y", "name": "Y", "kind": "place"})
IGNORED: Addition = ("ignored", {"name": "Z", "why": "common word"})


def added(path: Path, *additions: Addition) -> Edit:
    return write(path, {path.name: additions}, lambda catalog, added: None)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "catalog",
    [HEAD, HEAD + ENTITIES, HEAD.removesuffix("\n"), "\ufeff" + HEAD, HEAD + ENTITIES + "\n# next\n\nchecks:\n# end\n"],
)
def test_what_was_written_is_taken_back_to_the_last_byte(tmp_path: Path, catalog: str, newline: str) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_bytes(catalog.replace("\n", newline).encode())
    before = path.read_bytes()
    first = added(path, ENTITY, figure("one", "a", "y"), IGNORED)
    assert first.ids == ["y", "one"]
    between = path.read_bytes()
    second = added(path, figure("two", "a", "y"))
    take_back(path, second)
    assert path.read_bytes() == between
    take_back(path, first)
    assert path.read_bytes() == before


def test_a_record_goes_after_those_of_its_article(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    for id, article in [("a-1", "a"), ("b-1", "b"), ("a-2", "a"), ("c-1", "c"), ("b-2", "b")]:
        added(path, figure(id, article))
    assert [figure.id for figure in parse(path.read_text()).figures] == ["a-1", "a-2", "b-1", "b-2", "c-1"]


def test_comments_stay_with_the_entries_that_they_belong_to(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    added(path, figure("one", "a"))
    first = path.read_text().removeprefix(HEAD)
    second = '  # The second.\n  - id: "two"\n    draft: true\n    sources: [{article: b, quote: q, number: 1}]\n'
    path.write_text(HEAD + first + "    # Still of the first.\n\n" + second)
    edit = added(path, figure("three", "a"))
    text = path.read_text()
    assert text == HEAD + first + "    # Still of the first.\n" + edit.written[0].entry + "\n" + second


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"m"', '"n"', "one has been changed in the catalog since"),
        ('measure: "m"', "measure: m", "one has been changed in the catalog since"),
        ('    measure: "m"\n', '    measure: "m"\n    note: n\n', "one has been changed in the catalog since"),
        ('  - id: "one"', '  - id: "other"', "one has been changed in the catalog since"),
        ("checks:\n", "checks:\n  - id: c\n    says: s\n    holds: one = 1\n", "one is used by other records"),
    ],
)
def test_a_record_that_was_changed_or_is_used_stays(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD + "checks:\n" + ENTITIES.replace("name: X", "name: one"))
    edit = added(path, figure("one", "a"))
    changed = path.read_text().replace(old, new)
    path.write_text(changed)
    with pytest.raises(InsertError, match=said):
        take_back(path, edit)
    assert path.read_text() == changed


def test_what_others_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)
    edit = added(path, figure("one", "a"))
    added(path, figure("two", "b"))
    path.write_text("# Edited.\n" + path.read_text())
    take_back(path, edit)
    assert path.read_text().startswith("# Edited.\n" + HEAD)
    assert [figure.id for figure in parse(path.read_text()).figures] == ["two"]


def test_entries_that_do_not_hold_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text(HEAD)

    def refuse(catalog: schema.Catalog, added: Sequence[Addition]) -> None:
        assert (catalog.title, list(added)) == (load(path).title, [ENTITY])
        raise InsertError("They do not hold.")

    with pytest.raises(InsertError, match="do not hold"):
        write(path, {path.name: [ENTITY]}, refuse)
    with pytest.raises(InsertError, match="has a record “y” already"):
        added(path, ENTITY, ENTITY)
    assert path.read_text() == HEAD
