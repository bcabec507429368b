"""Of a catalog with faults, everything that is wrong is said in one run, and nothing that follows from it."""

import pytest
import yaml

from tui.catalog import nodes
from tui.catalog.load import read

HEAD = "lode: 1\ntitle: Test\n"

CATALOG = (
    HEAD
    + """\
units:
  - id: t
    name: tonne
measures:
  - id: reserves
    name: reserves
    unit: t
articles:
  - id: a
    file: a.txt
    title: A
  - id: b
    file: b.txt
    title: B
entities:
  - id: mine
    name: Mine
    kind: deposit
  - id: pit
    name: Pit
    kind: deposit
"""
)


def lines(text: str) -> list[int]:
    """The lines that the problems of a catalog are on."""
    return [problem.mark.line for problem in read(text, "catalog.yaml").problems]


def ids(text: str) -> tuple[list[str], set[str]]:
    """The ids of the articles and entities that can be read, and of the records that cannot."""
    catalog, absent, *_ = read(text, "catalog.yaml")
    return [entry.id for entry in (*catalog.articles, *catalog.entities)] if catalog else [], set(absent)


def test_the_catalog_holds() -> None:
    assert lines(CATALOG) == []
    assert ids(CATALOG) == (["a", "b", "mine", "pit"], set())


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        # An open quotation mark ends in another record, or at the end.
        ("title: A", 'title: "A', ["b", "mine", "pit"]),
        ("title: A", "title: 'A\n    note: it's", ["b", "mine", "pit"]),
        ("title: B", 'title: "B', ["a", "mine", "pit"]),
        ("title: A", "title: A: B", ["b", "mine", "pit"]),
        ("    title: A", "   title: A", ["b", "mine", "pit"]),
        ("    title: A", "\ttitle: A", ["b", "mine", "pit"]),
        ("title: A", "title: [A", ["b", "mine", "pit"]),
        ("title: A", "title: {A", ["b", "mine", "pit"]),
        ("title: A", "title: *A", ["b", "mine", "pit"]),
        ("title: A", "title: !!python/name:os A", ["b", "mine", "pit"]),
        ("title: A", "title: A\x00", ["b", "mine", "pit"]),
        ("title: A", "title A", ["b", "mine", "pit"]),
        ("name: Pit", "name: Pit: Pit", ["a", "b", "mine"]),
        ("articles:", "articles: [", ["mine", "pit"]),
        ("entities:", "entities: {", ["a", "b"]),
        ("title: Test", "title: Test: Test", ["a", "b", "mine", "pit"]),
        ("title: Test", "title Test", ["a", "b", "mine", "pit"]),
        ("  - id: a\n", "- id: a\n", ["mine", "pit"]),
    ],
)
@pytest.mark.parametrize("loader", [nodes._Loader, yaml.SafeLoader])
def test_one_fault_of_yaml_is_one_problem(
    monkeypatch: pytest.MonkeyPatch, loader: object, old: str, new: str, left: list[str]
) -> None:
    monkeypatch.setattr(nodes, "_Loader", loader)
    assert CATALOG.count(old) == 1
    text = CATALOG.replace(old, new)
    assert len(lines(text)) == 1
    assert ids(text)[0] == left
    assert ids(text)[1] >= {"a", "b", "mine", "pit"} - set(left)


def test_several_faults_of_yaml_are_all_reported_with_the_schemas() -> None:
    text = CATALOG.replace("title: A", "title: A: B").replace("name: Mine", 'name: "Mine').replace("file: b", "fill: b")
    assert lines(text)[:3] == [13, 14, 15]
    assert len(lines(text)) == 4


def test_the_faults_of_yaml_that_are_reported_have_an_end() -> None:
    records = "".join(f"  - id: a{number}\n    file: a: b\n" for number in range(100))
    assert len(lines(HEAD + "articles:\n" + records)) == 5


def test_a_repeated_key_is_reported_with_the_rest() -> None:
    text = CATALOG.replace("title: A", "title: A\n    title: X").replace(
        "kind: deposit\n  - id: pit", "kind: x\n  - id: pit"
    )
    assert lines(text) == [14, 21]


def test_a_catalog_without_its_units_has_few_figures() -> None:
    text = CATALOG.replace("name: tonne", "name: [tonne]") + (
        "figures:\n  - id: f\n    measure: reserves\n    subject: mine\n"
        "    sources:\n      - {article: a, quote: x, number: 5 t}\n"
    )
    catalog, absent, problems, *_ = read(text, "catalog.yaml")
    assert [problem.mark.line for problem in problems] == [5]
    assert catalog and catalog.figures == []
    assert absent == {"t", "f"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_yaml_does(end: str) -> None:
    text = CATALOG.replace("title: B", "title: B: B").replace("\n", end)
    assert lines(text) == [16]
    assert ids(text)[0] == ["a", "mine", "pit"]


def test_lists_may_be_at_the_margin() -> None:
    text = (
        HEAD
        + "articles:\n- id: a\n  file: a: b\n- id: b\n  file: b\n  title: B\nentities:\n- id: c\n  name: C\n  kind: x\n"
    )
    assert lines(text) == [5, 12]
    assert ids(text) == (["b"], {"a", "c"})


# Merge conflicts


def test_of_a_conflict_the_first_side_is_read() -> None:
    text = CATALOG.replace("    title: B\n", "<<<<<<< HEAD\n    title: B\n=======\n    title: C\n>>>>>>> other\n")
    catalog, _, problems, *_ = read(text, "catalog.yaml")
    assert catalog and catalog.articles[1].title == "B"
    assert [(problem.code, problem.mark[1:]) for problem in problems] == [("merge-conflict", (16, 1))]
    assert problems[0].message.endswith("take out the marks on lines 16, 18 and 20")


def test_a_conflict_may_hold_the_version_before_both() -> None:
    text = CATALOG.replace(
        "    title: B\n", "<<<<<<< a\n    title: B\n||||||| base\n    tit\n=======\n    title: C\n>>>>>>> b\n"
    )
    assert lines(text) == [16]
    assert ids(text)[0] == ["a", "b", "mine", "pit"]


def test_many_conflicts_are_settled_at_once() -> None:
    """To copy all lines for each of them would take minutes."""
    sides = "<<<<<<< ours\n# ours {}\n=======\n# theirs {}\n>>>>>>> theirs\n"
    text = CATALOG + "".join(sides.format(i, i) for i in range(4_000))
    _, _, problems, *_ = read(text, "catalog.yaml")
    assert len(problems) == 4_000


def test_every_conflict_is_named_with_the_faults_beside_it() -> None:
    conflict = "<<<<<<< HEAD\n  - id: x\n    file: x.txt\n    titel: X\n=======\n  - id: y\n>>>>>>> other\n"
    text = CATALOG.replace("entities:\n", conflict + conflict.replace(": x", ": z") + "entities:\n")
    problems = read(text, "catalog.yaml").problems
    assert [(problem.code, problem.mark.line) for problem in problems] == [
        ("merge-conflict", 17),
        ("schema", 18),
        ("schema", 20),
        ("merge-conflict", 24),
        ("schema", 25),
        ("schema", 27),
    ]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> other", "<<<<<<<"])
def test_a_mark_that_is_left_over_is_named(mark: str) -> None:
    (problem,) = read(CATALOG.replace("    title: B\n", f"    title: B\n{mark}\n"), "catalog.yaml").problems
    assert (problem.code, problem.mark[1:]) == ("merge-conflict", (17, 1))
    assert problem.message == f"a mark of a merge conflict ({mark[:7]}) was left here; take the line out"


def test_what_remains_of_a_conflict_is_named_line_by_line() -> None:
    text = CATALOG.replace("    title: B\n", "    title: B\n=======\n>>>>>>> other\n")
    assert [(problem.code, problem.mark.line) for problem in read(text, "catalog.yaml").problems] == [
        ("merge-conflict", 17),
        ("merge-conflict", 18),
    ]


@pytest.mark.parametrize("fault", ["- id mine", "- id: [mine", "- id: {mine", '- id: "mine'])
def test_what_refers_to_a_record_whose_id_is_broken_is_no_second_problem(fault: str) -> None:
    text = CATALOG.replace("- id: mine", fault)
    assert len(lines(text)) == 1
    assert "mine" in ids(text)[1]
