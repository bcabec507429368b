"""A catalog includes other files: their lists are joined, and each problem is said in the file that it is in."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.catalog.include import MAX_FILES, MAX_INCLUDE_DEPTH
from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.linking.link import open_dossier

MAIN = "lode: 1\ntitle: T\ninclude:\n  - parts/a.yaml\n  - b.yaml\n"
ENTITY = "entities:\n  - id: {0}\n    name: {0}\n    kind: place\n"
ARTICLE = "articles:\n  - id: a-{0}\n    file: {0}.txt\n    title: '[{0}]'\n"
EVENT = "events:\n  - id: e-{0}\n    what: It is.\n    sources:\n      - article: a-{0}\n        quote: It is\n"
WHOLE = {
    "catalog.yaml": MAIN,
    "parts/a.yaml": ARTICLE.format("a") + EVENT.format("a"),
    "b.yaml": ARTICLE.format("b") + EVENT.format("b") + ENTITY.format("It"),
    "parts/a.txt": "It is.",
    "b.txt": "It is.",
}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder / "catalog.yaml"


def test_the_lists_of_all_files_are_joined(tmp_path: Path) -> None:
    dossier = open_dossier(written(tmp_path, WHOLE))
    assert dossier.problems == ()
    assert [*dossier.files] == ["catalog.yaml", "parts/a.yaml", "b.yaml"]
    assert {id: event.mark for id, event in dossier.events.items()} == {
        "e-a": ("parts/a.yaml", 6, 5),
        "e-b": ("b.yaml", 6, 5),
    }
    # A path is relative to the file that names it; what is shown is relative to the catalog.
    assert [document.file for document in dossier.documents.values()] == ["parts/a.txt", "b.txt"]
    assert {each.article for each in dossier.occurrences_of("It")} == {"a-a", "a-b"}


def test_what_an_article_was_made_of_is_named_as_seen_from_its_file(tmp_path: Path) -> None:
    made = WHOLE["parts/a.yaml"].replace("file: a.txt", "file: a.txt\n    original: a.pdf")
    first, _ = load(written(tmp_path, {**WHOLE, "parts/a.yaml": made})).articles
    assert (first.file, first.original) == ("parts/a.txt", "parts/a.pdf")


def test_included_files_include_others(tmp_path: Path) -> None:
    files = {**WHOLE, "catalog.yaml": "lode: 1\ntitle: T\ninclude: parts/a.yaml\n"}
    files["parts/a.yaml"] += "include: ../b.yaml\n"
    assert [entry.id for entry in load(written(tmp_path, files)).articles] == ["a-a", "a-b"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # What a file has is said at its place there, and does not concern the rest where nothing rests on it.
        ({"b.yaml": WHOLE["b.yaml"].replace("It is\n", "It was\n")}, "b.yaml:10:16: error: “It was” is not in b.txt"),
        ({"b.yaml": WHOLE["b.yaml"].replace("what: It", "wat: It")}, "b.yaml:6:5: error: the key “what” is missing"),
        ({"b.yaml": WHOLE["b.yaml"].replace("quote: It is", 'quote: "It')}, "error: this is not YAML"),
        (
            {"b.yaml": "include: parts/a.yaml\n"},
            "b.yaml:1:10: error: parts/a.yaml is included already, at catalog.yaml",
        ),
        ({"b.yaml": "include: b.yaml\n"}, "b.yaml:1:10: error: b.yaml includes this file itself, in a circle"),
        ({"b.yaml": "include: ./catalog.yaml\n"}, "b.yaml:1:10: error: catalog.yaml includes this file itself"),
        ({"b.txt": "It was."}, "b.yaml:10:16: error: “It is” is not in b.txt"),
    ],
)
def test_the_rest_can_be_used(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    dossier = open_dossier(written(tmp_path, {**WHOLE, **changes}))
    assert "e-a" in dossier.events
    assert said in "\n".join(map(str, dossier.problems))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        # Without its entities, units and measures, the rest would be read in another way.
        ({"b.yaml": WHOLE["b.yaml"].replace("kind: place", "kind: x")}, "b.yaml:14:11: error: “kind” cannot be “x”"),
        ({"b.yaml": 'entities:\n  - id: "\n'}, "b.yaml:3:1: error: this is not YAML"),
        ({"b.yaml": "units:\n  - id: mystery\n"}, "b.yaml:2:9: error: no built-in unit has the id “mystery”"),
        ({"b.yaml": "just words\n"}, "b.yaml:1:1: error: this is not a catalog"),
        ({"b.yaml": "figure: []\n"}, "b.yaml:1:1: error: unknown key “figure”; nearest: figures"),
        ({"b.yaml": "entities: Volga\n"}, "b.yaml:1:11: error: “entities” is a list, not a text"),
        ({"b.yaml": "title: B\n"}, "b.yaml:1:1: error: “title” belongs in catalog.yaml; take it out here"),
        ({"b.yaml": "language: de\n"}, "b.yaml:1:1: error: “language” belongs in catalog.yaml"),
        ({"b.yaml": "<<<<<<< a\n=======\n>>>>>>> b\n"}, "b.yaml:1:1: error: a merge conflict was left here"),
        # Ids are unique in all files.
        ({"b.yaml": EVENT.format("a")}, "b.yaml:2:9: error: the id “e-a” is taken, at parts/a.yaml:6; choose"),
        ({"b.yaml": ENTITY.format("e-a")}, "parts/a.yaml:6:9: error: the id “e-a” is taken, at b.yaml:2; choose"),
        # Only files in the folder are included.
        (
            {"catalog.yaml": "lode: 1\ntitle: T\ninclude: c.yaml\n"},
            "catalog.yaml:3:10: error: the included file c.yaml does",
        ),
        ({"b.yaml": "include: ../../c.yaml\n"}, "b.yaml:1:10: error: the included file ../../c.yaml lies outside"),
        (
            {"b.yaml": "include: /etc/passwd\n"},
            "b.yaml:1:10: error: the included file /etc/passwd has an absolute path",
        ),
        ({"b.yaml": "include: parts\n"}, "b.yaml:1:10: error: the included file parts is not a regular file"),
        ({"b.yaml": "include: {a: b}\n"}, "b.yaml:1:10: error: “include” is a list, not a mapping"),
        (
            {"b.yaml": "include: 0.yaml\n"}
            | {f"{each}.yaml": f"include: {each + 1}.yaml\n" for each in range(MAX_INCLUDE_DEPTH)},
            f"{MAX_INCLUDE_DEPTH - 2}.yaml:1:10: error: files include each other more than {MAX_INCLUDE_DEPTH} deep",
        ),
        (
            {"b.yaml": "include:\n" + "".join(f"  - {each}.yaml\n" for each in range(MAX_FILES))}
            | {f"{each}.yaml": "" for each in range(MAX_FILES)},
            f"b.yaml:{MAX_FILES}:5: error: more than 1,000 files are included; join some of them",
        ),
    ],
)
def test_the_rest_cannot_be_used(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    with pytest.raises(CatalogError) as caught:
        open_dossier(written(tmp_path, {**WHOLE, **changes}))
    assert said in "\n".join(map(str, caught.value.problems))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(ENTITY.format("It"))
    path = written(tmp_path / "dossier", WHOLE)
    (path.parent / "b.yaml").unlink()
    (path.parent / "b.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(CatalogError, match=r"catalog.yaml:5:5: error: the included file b.yaml lies outside"):
        open_dossier(path)


def test_what_rests_on_a_lost_record_is_left_out_with_it(tmp_path: Path) -> None:
    event = EVENT.format("b").replace("events:\n", "").replace("e-b", "e-c")
    files = {**WHOLE, "parts/a.yaml": WHOLE["parts/a.yaml"] + event}
    files["b.yaml"] = files["b.yaml"].replace("    title: '[b]'\n", "")
    dossier = open_dossier(written(tmp_path, files))
    assert [*dossier.events] == ["e-a"]
    assert [str(problem) for problem in dossier.problems] == ["b.yaml:2:5: error: the key “title” is missing; add it"]
