"""YAML as the catalog reads it: every plain scalar is its text, every place is known, nothing expands or runs."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.catalog import nodes
from tui.catalog.nodes import MAX_DEPTH, Mapping, Sequence, mark_of, parse
from tui.catalog.problem import CatalogError


def problems(text: str) -> list[str]:
    """What is wrong with a text, each as LINE:COLUMN: MESSAGE."""
    with pytest.raises(CatalogError) as refusal:
        parse(text, "catalog.yaml")
    return [str(problem).removeprefix("catalog.yaml:").replace(" error:", "") for problem in refusal.value.problems]


TOO_DEEP = f"lists and mappings are nested deeper than {MAX_DEPTH} levels, which is the limit; take some levels out"


class Shallow(yaml.SafeLoader):
    """A parser with a limit of nesting of its own, and other words for it."""

    def fetch_flow_collection_start(self, TokenClass: Any) -> None:
        if self.flow_level > 100:
            raise yaml.scanner.ScannerError("while counting", None, "too many brackets for me", self.get_mark())
        super().fetch_flow_collection_start(TokenClass)


@pytest.fixture(params=[nodes._Loader, Shallow], ids=["installed", "shallow"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser that is installed, and one that PyYAML may have without C or later."""
    monkeypatch.setattr(nodes, "_Loader", request.param)


# Values


@pytest.mark.parametrize(
    "text",
    [
        "NO", "no", "yes", "True", "on", "12:30", "1:2:3", "2.50", "2,500", "2_500", "2025-03-31", "2025-03-19T09:48",
        "0777", "0x1F", "0o17", "1e3", ".inf", ".nan", "~", "null", "Null", "NULL", "=", "<<", "3.8 million tons",
        "Russia’s rare earths", "希土類", "a#b", "a:b", "-1", "?x", "https://example.com/a?b=c#d", "5%", "/", "..",
    ],
)  # fmt: skip
def test_a_plain_scalar_is_its_text(text: str) -> None:
    assert parse(f"key: {text}\n", "catalog.yaml") == {"key": text}
    assert parse(f"key:\n  - {text}\n", "catalog.yaml") == {"key": [text]}
    assert parse(f"{text}: value\n", "catalog.yaml") == {text: "value"}


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("key:", None),
        ("key: # a comment", None),
        ("key:\n", None),
        ('key: ""', ""),
        ("key: ''", ""),
        ("key: |\n", ""),
        ("key: 'it''s'", "it's"),
        ('key: "a\\tb\\u2019"', "a\tb’"),
        ('key: "a\\0b"', "a\x00b"),
        ("key: two\n  lines", "two lines"),
        ("key: |\n  two\n  lines\n", "two\nlines\n"),
        ("key: >-\n  two\n  lines\n", "two lines"),
        ("key: ! text", "text"),
        ("key: &anchor text", "text"),
        ("key: []", []),
        ("key: {}", {}),
        ("key: [a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
        ("key:\n- a\n-\n- b", ["a", None, "b"]),
        ("key: {number: 2,500 tons}", {"number": "2", "500 tons": None}),
        ("key: {a: , b: ''}", {"a": None, "b": ""}),
    ],
)
def test_a_value_is_read(yaml: str, value: object) -> None:
    assert parse(yaml, "catalog.yaml") == {"key": value}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_in_double_quotes_reads_as_itself(text: str) -> None:
    escaped = "".join(f"\\U{ord(character):08X}" for character in text)
    assert parse(f'key: "{escaped}"', "catalog.yaml") == {"key": text}


# Places

PLACES = """\
lode: 1
articles:
  - id: a
    title: "漢🪨"
    dated_by: [one, 'two']
  - id: b
    empty:
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("lode",), (1, 7)),
        (("articles",), (3, 3)),
        (("articles", 0), (3, 5)),
        (("articles", 0, "id"), (3, 9)),
        (("articles", 0, "title"), (4, 12)),
        (("articles", 0, "dated_by", 0), (5, 16)),
        (("articles", 0, "dated_by", 1), (5, 21)),
        (("articles", 1), (6, 5)),
        (("articles", 1, "empty"), (7, 11)),
        # What is missing has the place of its parent.
        (("articles", 1, "title"), (6, 5)),
        (("articles", 7), (3, 3)),
        (("nowhere", 0, "id"), (1, 1)),
    ],
)
def test_every_value_knows_its_place(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert mark_of(parse(PLACES, "catalog.yaml"), path) == ("catalog.yaml", *place)


def places(node: Mapping) -> dict[str, tuple[int, int]]:
    return {key: (mark.line, mark.column) for key, mark in node.keys_at.items()}


def test_every_key_knows_its_place() -> None:
    root = parse(PLACES, "catalog.yaml")
    assert places(root) == {"lode": (1, 1), "articles": (2, 1)}
    articles = root["articles"]
    assert isinstance(articles, Sequence)
    assert isinstance(articles[0], Mapping)
    assert places(articles[0]) == {"id": (3, 5), "title": (4, 5), "dated_by": (5, 5)}
    assert not articles[0].in_braces


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    root = parse(end.join(["a: 1", "b: 2", "", "c: 3"]), "catalog.yaml")
    assert places(root) == {"a": (1, 1), "b": (2, 1), "c": (4, 1)}


# What cannot be read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: this is not a catalog"),
        ("\n\n# a comment\n", "1:1: this is not a catalog"),
        ("---\n", "1:1: this is not a catalog"),
        ("- a\n- b\n", "1:1: this is not a catalog"),
        ("just words\n", "1:1: this is not a catalog"),
        ("a: 1\n--- \nb: 2\n", "2:1: a second YAML document begins here"),
        ("a: 1\n...\n---\nb: 2\n", "3:1: a second YAML document begins here"),
        ("a: &x 1\nb: [2, *x]\n", "2:8: aliases (*x) are not used here"),
        ("*x : 1\n", "1:1: aliases (*x) are not used here"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "3:7: aliases (*x) are not used here"),
        ("a: !!int 1\n", "1:4: tags (tag:yaml.org,2002:int) are not used here"),
        ("a: !!python/object/apply:os.abort []\n", "1:4: tags (tag:yaml.org,2002:python/object/apply:os.abort)"),
        ("a:\n  - !mine {b: 1}\n", "2:5: tags (!mine) are not used here"),
        ("a: 1\n\tb: 2\n", "2:1: this is not YAML: "),
        ("a:\n\t- b\n", "2:1: this is not YAML: "),
        ("a: b: c\n", "1:5: this is not YAML: "),
        ("a: 'open\n", "2:1: this is not YAML: "),
        ("a: [1, 2\nb: 3\n", "2:2: this is not YAML: "),
        ("a: @b\n", "1:4: this is not YAML: "),
        ("a: 1\n b: 2\n", "2:3: this is not YAML: "),
        ("a: 1\nb\n", "3:1: this is not YAML: "),
        ("%YAML 9.9\n---\na: 1\n", "1:1: this is not YAML: "),
        ('a: "\\ud800"\n', "1:"),
        ("a: 1\n? [b, c]\n: d\n", "2:3: a key is one word, not a list or a mapping"),
        ("a: 1\n? {b: c}\n: d\n", "2:3: a key is one word, not a list or a mapping"),
    ],
)
def test_what_cannot_be_read_is_one_problem_with_its_place(loader: None, text: str, expected: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(expected)
    assert not problem.endswith(": ")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("title: Salt: a story\n", "; put a text that has a colon in quotation marks"),
        (
            "a:\n  b: [1, 2\n  c: 3\n",
            " that begins on line 2; close the bracket, or put a text that begins with one in",
        ),
        ("a: 1\nb: 'open\nc: 3\n", " that begins on line 2"),
    ],
)
def test_a_problem_names_its_beginning_and_what_to_do(loader: None, text: str, ends: str) -> None:
    (problem,) = problems(text)
    assert ends in problem


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff", "\ud800"],
)
def test_a_character_that_no_editor_shows_is_named_with_its_place(character: str) -> None:
    message = f"the character U+{ord(character):04X} is not allowed here; take it out"
    assert problems(f"a: 1\nb: 漢🪨{character}c\nd: 1\n") == [f"2:6: {message}"]
    assert problems(character) == [f"1:1: {message}"]


def test_duplicate_keys_are_all_reported_with_the_first_of_each() -> None:
    text = "a: 1\nb:\n  - c: 1\n    c: 2\n  - {d: 1, d: 2, d: 3}\na: 2\n'a': 3\n"
    assert problems(text) == [
        "4:5: the key “c” is here twice, first on line 3; keep one",
        "5:12: the key “d” is here twice, first on line 5; keep one",
        "5:18: the key “d” is here twice, first on line 5; keep one",
        "6:1: the key “a” is here twice, first on line 1; keep one",
        "7:1: the key “a” is here twice, first on line 1; keep one",
    ]


def test_the_same_key_in_two_mappings_is_not_a_duplicate() -> None:
    assert parse("a: {b: 1}\nc: {b: 2}\n", "")["c"] == {"b": "2"}


def test_duplicates_before_the_place_where_reading_ends_are_reported_too() -> None:
    assert [problem.split(":")[0] for problem in problems("a: 1\na: 2\nb: *x\n")] == ["2", "3"]
    assert [problem.split(":")[0] for problem in problems("a: 1\na: 2\nb: [\n")] == ["2", "4"]


@pytest.mark.parametrize(
    ("opening", "column"),
    [("[", 65), ("{a: ", 257), ("- ", 129), ("? ", 129), ("[{a: ", 161), ("['🪨', ", 385), ("[[x], ", 380)],
)
def test_endless_nesting_ends_at_the_limit(loader: None, opening: str, column: int) -> None:
    assert problems(opening * 100_000)[-1] == f"1:{column}: {TOO_DEEP}"


def test_the_limit_is_a_depth_and_not_a_count(loader: None) -> None:
    deepest = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert len(parse(f"a: {deepest}\nb: {deepest}\n", "")) == 2
    assert problems(f"a: [{deepest}]\n") == [f"1:{4 + MAX_DEPTH - 1}: {TOO_DEEP}"]


def test_the_place_of_the_limit_may_be_in_any_line(loader: None) -> None:
    assert problems("漢: [\n🪨, " + "[" * 2000) == [f"2:66: {TOO_DEEP}"]


def test_an_error_before_what_is_nested_too_deep_is_told_as_it_is(loader: None) -> None:
    (problem,) = problems("a: '" + "[" * 2000)
    assert problem.startswith("1:2005: this is not YAML: ")
    (problem,) = problems("a: [" + "[b], " * 200 + "@")
    assert problem.startswith("1:1005: this is not YAML: ")


def test_many_laughs_do_not_expand() -> None:
    laughs = "a: &a [ha, ha]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert problems(laughs) == ["2:8: aliases (*a) are not used here; write the value out"]


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`?, \n\t\r\x00é", max_size=40))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        root = parse(text, "catalog.yaml")
    except CatalogError as refusal:
        assert refusal.problems
        for problem in refusal.problems:
            assert 1 <= problem.mark.line <= len(text.splitlines()) + 1
            assert problem.mark.column >= 1
    else:
        assert isinstance(root, Mapping)
