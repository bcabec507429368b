"""What is left out of a dossier, and what is said of it: the rest opens, and everything wrong is said in one run."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.catalog import schema
from tui.catalog.problem import CatalogError, Problem
from tui.dossier.dossier import Dossier
from tui.linking.articles import link_article
from tui.linking.link import open_dossier
from tui.linking.link_context import LinkContext
from tui.text.span import Span

Folder = Callable[..., Path]

CATALOG = """\
units:
  - id: t
    name: tonne
    written: [tons]
  - id: kt
    name: kilotonne
    base: t
    factor: 1000
measures:
  - id: reserves
    name: reserves
    unit: t
relations:
  - is: digs
    inverse: dug by
articles:
  - id: a
    file: a.txt
    title: "[A]"
    publisher: paper
    publisher_by: the Paper
  - id: b
    file: b.txt
    title: "[B]"
entities:
  - id: mine
    name: Mine
    kind: deposit
  - id: survey
    name: Survey
    kind: government
    mentions:
      - article: a
        quote: its men
    relations:
      - is: digs
        of: mine
        sources:
          - article: a
            quote: Mine holds
  - id: paper
    name: Paper
    kind: publication
    stands_for: survey
  - id: ore
    name: ore
    kind: material
figures:
  - id: mine-reserves
    measure: reserves
    subject: mine
    material: ore
    claimant: survey
    sources:
      - article: a
        quote: Mine holds 5 tons of ore, the Survey told the Paper
        number: 5 tons
        said: the Survey told the Paper
        via: paper
  - id: mine-rest
    measure: reserves
    subject: mine
    sources:
      - article: b
        quote: Mine still holds 4 tons
        number: 4 tons
events:
  - id: dug
    what: It is dug.
    entities: [mine]
    sources:
      - article: b
        quote: Mine still holds
ignored:
  - article: b
    quote: on page 7
    number: "7"
    why: page furniture
  - name: Oslo
    why: common word
checks:
  - id: falls
    says: It falls.
    holds: mine-rest < mine-reserves
conflicts:
  - between: [mine-reserves, mine-rest]
    because: One is older.
"""

A = "Mine holds 5 tons of ore, the Survey told the Paper; its men count in Oslo.\n"
B = "Mine still holds 4 tons, says the Survey on page 7.\n"

REFERENCES = (
    "publisher: §paper",
    "mentions:\n      - article: §a",
    "        of: §mine",
    "sources:\n          - article: §a",
    "stands_for: §survey",
    "material: ore\n    claimant: §survey",
    "measure: §reserves\n    subject: mine\n    material",
    "subject: §mine\n    material",
    "material: §ore",
    "via: §paper",
    "claimant: survey\n    sources:\n      - article: §a",
    "entities: [§mine]",
    "entities: [mine]\n    sources:\n      - article: §b",
    "ignored:\n  - article: §b",
    "between: [§mine-reserves",
    "holds: §mine-rest",
    "holds: mine-rest < §mine-reserves",
    "is: §digs\n        of",
)
"""Every reference from one record to another."""


def errors(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    return [str(problem).partition(": error: ")[2] for problem in problems if problem.severity == "error"]


def wrong(path: Path) -> list[str]:
    """Everything that is wrong with a catalog, each as LINE: MESSAGE, whether or not the rest can be used."""
    try:
        problems = [*open_dossier(path).problems]
    except CatalogError as error:
        problems = error.problems
    assert [problem.mark for problem in problems] == sorted(problem.mark for problem in problems)
    assert all(problem.severity == "error" for problem in problems)
    return [f"{problem.mark.line}: {problem.message}" for problem in problems]


def refused(path: Path) -> list[str]:
    """Everything that is wrong with a catalog that cannot be used, each as LINE: MESSAGE."""
    with pytest.raises(CatalogError):
        open_dossier(path)
    return wrong(path)


def line(words: str, catalog: str = CATALOG) -> int:
    """The line of a catalog where some words occur once, below the two that the fixture adds."""
    assert catalog.count(words) == 1
    return catalog[: catalog.index(words)].count("\n") + 3


def test_the_catalog_holds(folder: Folder) -> None:
    assert open_dossier(folder(CATALOG, a=A, b=B)).problems == ()


@pytest.mark.parametrize("place", REFERENCES)
@pytest.mark.parametrize("id", ["nowhere", "9" * 5000, "a\u3164b"])
def test_a_reference_that_leads_nowhere_is_a_problem(folder: Folder, place: str, id: str) -> None:
    before, _, after = place.partition("§")
    word = after.split()[0].rstrip("],")
    assert CATALOG.count(before + after) == 1
    text = CATALOG.replace(before + after, f'{before}"{id}"{after[len(word) :]}')
    if place.startswith("holds"):
        text = CATALOG.replace(before + after, f"{before}{id}{after[len(word) :]}")
    path = folder(text, a=A, b=B)
    if len(id) > 80 and not place.startswith(("holds", "is:", "via")):
        assert any("is longer than 80 characters" in message for message in wrong(path))
        return
    problems = [problem for problem in open_dossier(path).problems if problem.severity == "error"]
    assert [problem.code for problem in problems] in (["unknown-id"], ["unknown-relation"], ["check"])


# An article that cannot be read


def test_an_article_that_is_missing_leaves_the_rest(folder: Folder) -> None:
    dossier = open_dossier(folder(CATALOG, a=A))
    assert [str(problem) for problem in dossier.problems] == [
        f"catalog.yaml:{line('file: b.txt')}:11: error: the article b.txt does not exist; left out with it: "
        "mine-rest, dug"
    ]
    assert list(dossier.articles) == list(dossier.documents) == list(dossier.mentions) == ["a"]
    assert list(dossier.figures) == ["mine-reserves"]
    assert (list(dossier.events), dossier.unread) == ([], ("b.txt",))


def test_of_many_records_that_are_left_out_some_are_named(folder: Folder) -> None:
    events = "".join(
        f"  - id: e{number}\n    what: X.\n    sources: [{{article: a, quote: Mine}}]\n" for number in range(9)
    )
    catalog = CATALOG[CATALOG.index("articles:") : CATALOG.index("entities:")].replace("    publisher: paper\n", "")
    dossier = open_dossier(folder(catalog + "events:\n" + events, b=B))
    assert errors(dossier.problems) == [
        "the article a.txt does not exist; left out with it: e0, e1, e2, e3, e4 and 4 more"
    ]


def test_all_articles_may_be_missing(folder: Folder) -> None:
    dossier = open_dossier(folder(CATALOG))
    assert errors(dossier.problems) == [
        "the article a.txt does not exist; left out with it: mine-reserves",
        "the article b.txt does not exist; left out with it: mine-rest, dug",
    ]
    assert list(dossier.entities) == ["mine", "survey", "paper", "ore"]
    assert dossier.occurrences_of("mine") == []


def test_a_draft_whose_article_is_missing_is_an_error(folder: Folder) -> None:
    dossier = open_dossier(folder(CATALOG.replace("    file: b.txt", "    draft: true\n    file: b.txt"), a=A))
    assert errors(dossier.problems) == ["the article b.txt does not exist; left out with it: mine-rest, dug"]


# What is wrong with the catalog is said with everything else


def test_everything_wrong_is_said_in_one_run(folder: Folder) -> None:
    text = (
        CATALOG.replace("    kind: material", "    kind: stuff")  # schema
        .replace("  - id: falls", "  - id: dug")  # an id twice
        .replace("said: the Survey told", "said: the Survey said to")  # not in the text
        .replace("number: 4 tons", "numbers: 4 tons")  # schema
    )
    assert [message[:60] for message in refused(folder(text, a=A))] == [
        f"{line('file: b.txt')}: the article b.txt does not exist; left out with it: dug"[:60],
        f"{line('kind: material')}: “kind” cannot be “stuff”; it must be one of person, organization, comp"[:60],
        f"{line('said: the')}: “the Survey said to the Paper” is not in the paragraph of the quote"[:60],
        f"{line('quote: Mine still holds 4') - 1}: the key “number” is missing; add it"[:60],
        f"{line('number: 4 tons')}: unknown key “numbers”"[:60],
        f"{line('id: falls')}: the id “dug” is taken, on line {line('id: dug')}; choose another"[:60],
    ]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("    subject: mine\n    material", "    colour: red\n    subject: mine\n    material", {"mine-rest", "dug"}),
        ("    number: 4 tons", "    numbers: 4 tons", {"mine-reserves", "dug"}),
        ("    what: It is dug.", "    what: [It is dug.]", {"mine-reserves", "mine-rest"}),
        ('    title: "[B]"', "", {"mine-reserves"}),
        ("    why: common word", "    wy: common word", {"mine-reserves", "mine-rest", "dug"}),
    ],
)
def test_a_record_with_a_wrong_key_or_value_leaves_the_rest(folder: Folder, old: str, new: str, left: set[str]) -> None:
    dossier = open_dossier(folder(CATALOG.replace(old, new), a=A, b=B))
    assert {*dossier.figures, *dossier.events} == left
    assert dossier.problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Without these, other records would be read in another way.
        ("    kind: material", "    kind: material\n    colour: red"),
        ("    unit: t\n", "    unit: t\n    colour: red\n"),
        ("    factor: 1000", "    factor: 1000\n    colour: red"),
        ("events:\n", "events: x\nevent:\n"),
    ],
)
def test_a_record_that_others_rest_on_leaves_nothing(folder: Folder, old: str, new: str) -> None:
    assert refused(folder(CATALOG.replace(old, new), a=A, b=B))


def test_a_reference_to_a_faulty_record_is_not_a_second_problem(folder: Folder) -> None:
    for fault, words in (
        ("    kind: deposit", "“kind”"),
        ("    inverse: dug by", "“inverse”"),
        ("    unit: t", "“unit”"),
        ("    name: tonne", "“name”"),
        ('    title: "[B]"', "“title”"),
        ("    factor: 1000", "“factor”"),
    ):
        key, _, value = fault.partition(": ")
        (message,) = wrong(folder(CATALOG.replace(fault, f"{key}: [{value}]"), a=A, b=B))
        assert message.startswith(f"{line(fault)}: {words}")


@pytest.mark.parametrize(
    "text",
    [
        "lode: 2\n",
        "lode: 1\n",
        "lode: 1\ntitle: []\narticles: x\n",
        "lode: 1\ntitle: Test\narticles: {a: b}\nentities: [[]]\nfigures: [a, {id: [x]}, null]\nunits: null\n",
        "lode: 1\ntitle: Test\n? [a, b]\n: c\n",
    ],
)
def test_any_shape_of_catalog_is_refused_without_failing(tmp_path: Path, text: str) -> None:
    (tmp_path / "catalog.yaml").write_text(text)
    assert refused(tmp_path / "catalog.yaml")


def test_a_check_of_a_figure_that_is_left_out_is_not_a_second_problem(folder: Folder) -> None:
    dossier = open_dossier(folder(CATALOG.replace("number: 4 tons", "number: 6 tons"), a=A, b=B))
    assert [problem.mark.line for problem in dossier.problems] == [line("number: 4 tons")]


def test_a_check_of_a_draft_that_is_not_a_figure_yet_fails(folder: Folder) -> None:
    draft = CATALOG.replace("    measure: reserves\n    subject: mine\n    sources", "    draft: true\n    sources")
    assert errors(open_dossier(folder(draft, a=A, b=B)).problems) == [
        "no figure has the id “mine-rest”; nearest: mine-reserves",
        "no figure has the id “mine-rest”; nearest: mine-reserves",
    ]


# Merge conflicts


def test_a_merge_conflict_is_named_with_its_lines(folder: Folder) -> None:
    ours = "    quote: Mine still holds 4 tons\n"
    conflict = f"<<<<<<< HEAD\n{ours}=======\n    quote: Mine holds 4 tons\n>>>>>>> theirs\n".replace(
        "    q", " " * 8 + "q"
    )
    text = CATALOG.replace(" " * 8 + "quote: Mine still holds 4 tons\n", conflict)
    first = line("<<<<<<<", text)
    assert refused(folder(text, a=A, b=B)) == [
        f"{first}: a merge conflict was left here; keep one of its sides, and take out the marks on lines {first}, "
        f"{first + 2} and {first + 4}"
    ]


def test_a_merge_conflict_in_an_article_is_a_warning(folder: Folder) -> None:
    conflict = "Heading\n=======\r\n<<<<<<< HEAD\r\nX\n||||||| base\ny\n=======\nz\n>>>>>>> theirs\n"
    (problem,) = open_dossier(folder(CATALOG, a=A, b=conflict + B)).problems
    assert str(problem) == (
        f"catalog.yaml:{line('file: b.txt')}:11: warning: a merge conflict was left in b.txt, on lines 3 to 9; "
        "keep one of its sides"
    )


@pytest.mark.parametrize("text", ["Heading\n=======\n", "<<<<<<< \n", "a <<<<<<< b\n=======\n>>>>>>> c\n", ">>>>>>>\n"])
def test_other_rows_of_signs_are_not_a_conflict(folder: Folder, text: str) -> None:
    assert open_dossier(folder(CATALOG, a=A, b=text + B)).problems == ()


# Where lode itself fails


def failing(original: Callable[..., object], words: str) -> Callable[..., object]:
    """A function that fails where some words are among its arguments."""

    def fail(*arguments: object, **named: object) -> object:
        if any(words == argument for argument in arguments):
            raise KeyError(words)
        return original(*arguments, **named)

    return fail


@pytest.mark.parametrize(
    ("words", "at", "gone"),
    [
        ("Mine still holds 4 tons", "id: mine-rest", {"mine-rest"}),
        ("Mine holds 5 tons of ore, the Survey told the Paper", "id: mine-reserves", {"mine-reserves"}),
        ("Mine still holds", "id: dug", {"dug"}),
        ("Mine holds", "is: digs\n        of", set()),
        ("its men", "id: survey", set()),
        ("on page 7", "article: b\n    quote: on page", set()),
    ],
)
def test_a_record_that_lode_fails_on_is_left_out_alone(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, words: str, at: str, gone: set[str]
) -> None:
    path = folder(CATALOG, a=A, b=B)
    whole = open_dossier(path)
    monkeypatch.setattr(LinkContext, "place", failing(LinkContext.place, words))
    dossier = open_dossier(path)
    (problem,) = dossier.problems
    assert (problem.code, problem.mark.line) == ("internal", line(at))
    assert problem.message == f"lode fails on this entry, which is left out (KeyError: '{words}'); please report it"
    assert {record.id for record in whole.records} - {record.id for record in dossier.records} == gone
    assert_whole(dossier)


def test_an_article_that_lode_fails_on_is_left_out_with_its_records(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(CATALOG, a=A, b=B)

    def failing_on_b(entry: schema.ArticleEntry, *arguments: Any) -> object:
        if entry.id == "b":
            raise RecursionError("too deep")
        return link_article(entry, *arguments)

    monkeypatch.setattr("tui.linking.link.link_article", failing_on_b)
    dossier = open_dossier(path)
    assert [(problem.code, problem.mark.line) for problem in dossier.problems] == [("internal", line("id: b\n"))]
    assert list(dossier.documents) == ["a"]
    assert list(dossier.figures) == ["mine-reserves"]
    assert_whole(dossier)


def test_names_that_lode_fails_to_find_are_left_out_alone(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: object) -> dict[Span, str]:
        raise ValueError("no names")

    monkeypatch.setattr("tui.linking.mentions.Names.find", find)
    dossier = open_dossier(folder(CATALOG[: CATALOG.index("figures:")], a=A, b=B))
    assert [problem.code for problem in dossier.problems if problem.severity == "error"] == ["internal", "internal"]
    assert_whole(dossier)


def assert_whole(dossier: Dossier) -> None:
    """Nothing in a dossier refers to what is not in it."""
    for record in dossier.records:
        dossier.sources_of(record)
        dossier.name_of(record.id)
    for article in dossier.articles:
        dossier.coverage(article)
    assert dossier.articles.keys() == dossier.documents.keys() == dossier.mentions.keys()


# Bounds


def test_a_row_of_five_thousand_digits_dates_nothing(folder: Folder) -> None:
    digits = "9" * 5000
    text = CATALOG.replace('title: "[B]"', f'title: "[B]"\n    published: 2024-03-03\n    dated_by: March 3, {digits}')
    (problem,) = open_dossier(folder(text, a=A, b=B + f"March 3, {digits}\n")).problems
    assert problem.code == "date-not-printed"
    assert problem.message.startswith("“2024” of the date 2024-03-03 is not in the words “March 3, 999")
    assert len(problem.message) < 1100
