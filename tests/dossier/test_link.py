"""Quotes are found in their articles, claims are attributed in their sentence or before it, and files are read."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Linked
from tests.opened import before_opening
from tui.catalog.problem import CatalogError
from tui.linking.link import open_dossier

# Quotes

EVENT = """\
events:
  - id: event
    what: It happens
    sources:
      - article: a
        quote: {quote}
"""


@pytest.mark.parametrize(
    ("quote", "start"),
    [
        ("one\n        prefix: twenty", 7),
        ("one\n        suffix: more", 18),
        ("one\n        prefix: no\n        suffix: more", 18),
        ("twenty one", 0),
        ("one more", 18),
    ],
)
def test_prefix_and_suffix_settle_which_is_meant(linked: Linked, quote: str, start: int) -> None:
    dossier = linked(EVENT.format(quote=quote), a="twenty one and no one more")
    assert [str(problem) for problem in dossier.problems] == []
    assert dossier.events["event"].sources[0].quote.start == start


def test_offsets_count_code_points_of_the_file_as_stored(linked: Linked) -> None:
    text = "\ufeffÉmile\r\n𝔘 and ロシア\r\nthe end"
    dossier = linked(EVENT.format(quote="the end"), a=text)
    span = dossier.events["event"].sources[0].quote
    assert (span.start, span.end) == (text.index("the end"), len(text))
    assert dossier.documents["a"].position(span.start) == (3, 1)


def test_all_problems_are_said_in_one_run_in_the_order_of_the_catalog(linked: Linked) -> None:
    entities = "entities:\n  - id: it\n    name: It\n    kind: place\n    stands_for: nobody\n"
    dossier = linked(EVENT.format(quote="not there") + entities, a="It is here.")
    assert [(problem.mark.line, problem.code) for problem in dossier.problems] == [
        (12, "not-found"),
        (17, "unknown-id"),
    ]


def test_one_source_that_does_not_hold_takes_its_record_and_no_other(linked: Linked) -> None:
    more = "      - article: a\n        quote: not there\n  - id: other\n    what: It is\n    sources:\n" + (
        "      - article: a\n        quote: It is\n"
    )
    dossier = linked(EVENT.format(quote="It was") + more, a="It was. It is.")
    assert list(dossier.events) == ["other"]
    assert len(dossier.problems) == 1


def test_an_event_keeps_the_entities_that_are_records(linked: Linked) -> None:
    catalog = """\
events:
  - id: event
    what: It happens
    entities: [it, nobody]
    sources:
      - article: a
        quote: It is
entities:
  - id: it
    name: It
    kind: place
"""
    assert linked(catalog, a="It is.").events["event"].entities == ("it",)


# Attribution and dates

FIGURE = """\
units:
  - id: t
    name: tonne
    written: tons
measures:
  - id: reserves
    name: reserves
    unit: t
entities:
  - id: survey
    name: Survey
    kind: organization
  - id: it
    name: It
    kind: country
figures:
  - id: figure
    measure: reserves
    subject: it
    claimant: survey
    sources:
      - article: a
        quote: It has 5 tons
        number: 5 tons
        said: {said}
"""


@pytest.mark.parametrize(
    ("text", "said", "start"),
    [
        ("The Survey: It has 5 tons.", "The Survey", 0),
        ("It has 5 tons, the Survey says.", "the Survey", 15),
        ("The Survey counts. Others do too.\nIt has 5 tons.", "The Survey", 0),
        # In the claim's own sentence before an earlier one.
        ("the Survey is old. It has 5 tons, the Survey says.", "the Survey says", 34),
        ("the Survey is old. It has 5 tons, the Survey said.", "the Survey", 34),
    ],
)
def test_a_claim_is_attributed_in_its_sentence_or_before_it(linked: Linked, text: str, said: str, start: int) -> None:
    dossier = linked(FIGURE.format(said=said), a=text)
    assert [str(problem) for problem in dossier.problems] == []
    found = dossier.figures["figure"].sources[0].said
    assert found is not None
    assert found.start == start


@pytest.mark.parametrize("text", ["It has\n5 tons, the Survey says.", "It  has 5 tons, the  Survey says."])
def test_where_a_text_breaks_its_lines_is_no_problem(linked: Linked, text: str) -> None:
    dossier = linked(FIGURE.format(said="the Survey says"), a=text)
    assert dossier.problems == ()
    assert dossier.figures["figure"].sources[0].said is not None


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        ("It has 5 tons.\nThe Survey counts.", "The Survey", "not-found"),
        ("The Survey is old. The Survey is new. It has 5 tons.", "The Survey", "ambiguous"),
        ("It has 5 tons, say the Survey and the Survey.", "the Survey", "ambiguous"),
        ("Surveyors say: It has 5 tons, Survey.", "Surveyors say", "misattributed"),
    ],
)
def test_a_claim_is_not_attributed_by_what_follows_or_names_nobody(
    linked: Linked, text: str, said: str, code: str
) -> None:
    dossier = linked(FIGURE.format(said=said), a=text)
    assert [problem.code for problem in dossier.problems] == [code]
    assert dossier.figures == {}


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025", "in 2025"),
        ("2025-03", "March 2025"),
        ("2025-03-09", "9. Mar 2025"),
        ("2025-09-05", "Sept. 5, 2025"),
        ("2025-03-31", "2025/03/31"),
        ("2025-03-19T09:48", "19. Mar 2025 - 09:48"),
        ("XXXX-12-01", "December 1"),
        ("2025/2030", "from 2025 to 2030"),
        ("2025-10-15/..", "October 15, 2025"),
        ("../2030", "until 2030"),
        ("2025~", "about 2025"),
    ],
)
def test_a_date_that_its_words_print(linked: Linked, date: str, words: str) -> None:
    dossier = linked(_dated(date, words), a=f"It was {words} there.")
    assert [str(problem) for problem in dossier.problems] == []
    assert dossier.events["event"].date == date


@pytest.mark.parametrize(
    ("date", "words", "missing"),
    [
        ("2025", "in 2024", "2025"),
        ("2025", "in 20256", "2025"),
        ("2025-03", "in 2025", "March"),
        ("2025-03", "the market of 2025", "March"),
        ("2025-12", "decided in 2025", "December"),
        ("2025-03-31", "March 2025", "31"),
        ("2025-03-31", "March 31", "2025"),
        ("2025-03-19T09:48", "19. Mar 2025", "09:48"),
        ("XXXX-12-01", "in December", "1"),
        ("2025/2030", "by 2030", "2025"),
        ("2025/2030", "since 2025", "2030"),
    ],
)
def test_a_date_that_its_words_do_not_print(linked: Linked, date: str, words: str, missing: str) -> None:
    dossier = linked(_dated(date, words), a=f"It was {words} there.")
    (error,) = [problem for problem in dossier.problems if problem.severity == "error"]
    assert error.code == "date-not-printed"
    assert error.message.startswith(f"“{missing}” of the date {date} is not in the words “{words}”")
    assert error.message.endswith("; leave it out")
    assert dossier.events == {}


def _dated(date: str, words: str) -> str:
    event = EVENT.format(quote=f"It was {words}").replace("    what", f"    date: {date}\n    what")
    return f"{event}        when: {words}\n"


def test_the_words_that_date_may_be_in_the_sentence_of_the_quote(linked: Linked) -> None:
    dossier = linked(
        EVENT.format(quote="It was") + "        when: in 2024\n", a="In brief. It was here in 2024. Or in 2025."
    )
    when = dossier.events["event"].sources[0].when
    assert when is not None
    assert dossier.documents["a"][when] == "in 2024"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # In the quote or its sentence, whatever is elsewhere.
        ("In 2024 it fell. That crash in 2024 killed five. It was in 2024.", 2),
        ("The plane fell in 2024. That crash killed five. Others followed.", 1),
        ("The plane fell in 2024.\n\nThen it rained.\n\nThat crash killed five.", 1),
        ("The plane fell. That crash killed five. It was in 2024.", 1),
        ("The plane fell. That crash killed five.\n\nIt was in 2024.", None),
        # Twice before it, nothing says which.
        ("It fell in 2024. It was in 2024. That crash killed five.", None),
    ],
)
def test_the_words_that_date_may_be_near_the_quote(linked: Linked, text: str, place: int | None) -> None:
    dossier = linked(EVENT.format(quote="That crash") + "        when: in 2024\n", a=text)
    places = [match.start() for match in re.finditer("(?i)in 2024", text)]
    if place is None:
        (error,) = [problem.code for problem in dossier.problems if problem.severity == "error"]
        assert error in ("not-found", "ambiguous")
    else:
        when = dossier.events["event"].sources[0].when
        assert when is not None and when.start == places[place - 1]


# Titles, leftovers, what rests on nothing


@pytest.mark.parametrize(("title", "span"), [("A report", (2, 10)), ("[Supplied]", None), ("[sic] report", (11, 23))])
def test_a_title_is_found_or_supplied_in_brackets(
    folder: Callable[..., Path], title: str, span: tuple[int, int] | None
) -> None:
    path = folder(
        f'articles:\n  - id: a\n    file: a.txt\n    title: "{title}"\n', a="# A report\n[sic] report: A report"
    )
    article = open_dossier(path).articles["a"]
    assert (article.heading, article.title_span) == (title, span)


def test_leftovers_are_found_everywhere_and_the_longer_one_wins(linked: Linked) -> None:
    catalog = '    artefacts:\n      - text: "[said](#)"\n        reads: said\n      - "](#)"\n'
    dossier = linked(catalog, a="[said](#) he, and [went](#), she [said](#).")
    found = dossier.articles["a"].artefacts
    assert [(dossier.documents["a"][artefact.span], artefact.reads) for artefact in found] == [
        ("[said](#)", "said"),
        ("](#)", ""),
        ("[said](#)", "said"),
    ]


def test_an_article_that_nothing_rests_on_is_a_warning(linked: Linked) -> None:
    dossier = linked("entities:\n  - id: it\n    name: It\n    kind: place\n", a="It is.", b="Nothing else.")
    assert [(str(problem), problem.code) for problem in dossier.problems] == [
        ("catalog.yaml:7:5: warning: no record is in this article", "unused")
    ]


def test_many_articles_that_nothing_rests_on_are_one_warning(linked: Linked) -> None:
    dossier = linked("", **{f"a{i}": "Nothing." for i in range(21)})
    (problem,) = dossier.problems
    assert problem.message == "no record is in 21 articles: a0, a1, a2, a3, a4 and 16 more"


USED = {
    "stands_for": "    stands_for: unseen\n",
    "of a relation": "    relations:\n      - is: of\n        of: unseen\n        sources:\n"
    "          - article: a\n            quote: It is\n",
}


@pytest.mark.parametrize("how", USED)
def test_no_warning_of_an_entity_that_another_record_names(linked: Linked, how: str) -> None:
    unseen = "  - id: unseen\n    name: Unseen\n    kind: place\n"
    dossier = linked("entities:\n  - id: it\n    name: It\n    kind: place\n" + USED[how] + unseen, a="It is.")
    assert [str(problem) for problem in dossier.problems] == []


# Files


def _catalog(*files: str) -> str:
    records = (f'  - id: a{n}\n    file: "{file}"\n    title: "[{n}]"\n' for n, file in enumerate(files))
    return "articles:\n" + "".join(records)


def _refused(path: Path) -> list[str]:
    """What is wrong with the articles of a dossier; those are left out."""
    dossier = open_dossier(path)
    assert len(dossier.unread) == sum(problem.severity == "error" for problem in dossier.problems)
    return [str(problem) for problem in dossier.problems if problem.severity == "error"]


@pytest.mark.parametrize("name", ["/etc/hostname", "{folder}/a.txt"])
def test_an_absolute_path_is_refused(folder: Callable[..., Path], tmp_path: Path, name: str) -> None:
    file = name.format(folder=tmp_path)
    assert _refused(folder(_catalog(file), a="It")) == [
        f"catalog.yaml:5:11: error: the article {file} has an absolute path; name it as seen from the catalog's "
        "folder, or allow it with --outside"
    ]
    assert open_dossier(tmp_path / "catalog.yaml", outside=True).documents["a0"].file == file


@pytest.mark.parametrize("file", ["../outside.txt", "sub/../../outside.txt", "link.txt", "linked/outside.txt"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, file: str) -> None:
    inside = tmp_path / "inside"
    (inside / "sub").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("secret")
    (inside / "link.txt").symlink_to(tmp_path / "outside.txt")
    (inside / "linked").symlink_to(tmp_path)
    path = inside / "catalog.yaml"
    path.write_text("lode: 1\ntitle: Test\n" + _catalog(file))
    assert _refused(path) == [
        f"catalog.yaml:5:11: error: the article {file} lies outside the catalog's folder; move it there, "
        "or allow it with --outside"
    ]
    allowed = open_dossier(path, outside=True)
    assert (allowed.documents["a0"].text, allowed.documents["a0"].file, allowed.outside) == ("secret", file, True)


def test_a_link_that_takes_an_articles_place_while_it_is_read_leaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    inside.mkdir()
    path = inside / "catalog.yaml"
    path.write_text("lode: 1\ntitle: Test\n" + _catalog("a.txt"))
    (inside / "a.txt").write_text("mine")

    def swap() -> None:
        (inside / "a.txt").unlink()
        (inside / "a.txt").symlink_to(tmp_path / "secret.txt")

    with before_opening("a.txt", do=swap):
        assert "the article a.txt cannot be read" in _refused(path)[0]


def test_a_catalog_cannot_allow_itself_to_leave_its_folder(folder: Callable[..., Path]) -> None:
    with pytest.raises(CatalogError) as caught:
        open_dossier(folder("outside: true\n" + _catalog("../a.txt")))
    assert [(problem.mark.line, problem.code) for problem in caught.value.problems] == [
        (3, "schema"),
        (6, "unreadable"),
    ]
    assert "lies outside" in caught.value.problems[1].message


@pytest.mark.parametrize("file", ["a.txt", "./a.txt", "sub/../a.txt", "link.txt"])
def test_a_path_inside_the_folder_is_read(folder: Callable[..., Path], tmp_path: Path, file: str) -> None:
    path = folder(_catalog(file), a="It is.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert open_dossier(path).documents["a0"].text == "It is."


def test_the_catalogs_folder_may_be_a_link_itself(folder: Callable[..., Path], tmp_path: Path) -> None:
    folder(_catalog("a.txt"), a="It is.")
    (tmp_path / "other").symlink_to(tmp_path)
    assert open_dossier(tmp_path / "other" / "catalog.yaml").documents["a0"].text == "It is."


def test_a_catalog_is_found_from_the_current_folder(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(_catalog("a.txt"), a="It is.")
    monkeypatch.chdir(tmp_path)
    assert open_dossier(Path("catalog.yaml")).documents["a0"].text == "It is."


def test_every_file_that_cannot_be_read_is_named_with_its_line(folder: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "sub").mkdir()
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    os.mkfifo(tmp_path / "pipe")
    lines = _refused(folder(_catalog("missing.txt", "loop.txt", "a.txt", "sub", "latin.txt", "pipe"), a="It"))
    assert [line.partition(": error: the article ")[0] for line in lines] == [
        "catalog.yaml:5:11",
        "catalog.yaml:8:11",
        "catalog.yaml:14:11",
        "catalog.yaml:17:11",
        "catalog.yaml:20:11",
    ]
    whats = ["missing.txt does not exist", "loop.txt cannot be read", "sub is not a regular file"]
    whats += ["latin.txt is not UTF-8: byte 3 is 0xe9", "pipe is not a regular file"]
    for line, what in zip(lines, whats, strict=True):
        assert f"the article {what}" in line
        assert "\n" not in line


def test_a_name_that_no_file_can_have_is_refused(folder: Callable[..., Path]) -> None:
    lines = _refused(folder(_catalog("a\\0b.txt", "x" * 300)))
    assert [line.partition(":")[0] for line in lines] == ["catalog.yaml"] * 2
    assert all("cannot be read" in line for line in lines)


def test_a_language_that_numbers_are_not_read_in_is_a_warning(folder: Callable[..., Path]) -> None:
    articles = '{id: a, file: a.txt, title: "[a]"}, {id: b, file: b.txt, title: "[b]", language: de-CH}'
    dossier = open_dossier(folder(f"language: sv\narticles: [{articles}]\n", a="A", b="B"))
    warned = [(problem.severity, problem.message) for problem in dossier.problems if problem.code == "language"]
    assert warned == [("warning", "numbers are not read in “sv”, only those that every language prints alike")]
