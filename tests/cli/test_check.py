"""`lode check`: problems, what is left over, and the exit status."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

GOOD = """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: mass, name: mass, unit: t}]
articles: [{id: a, file: a.txt, title: "[A]"}]
entities: [{id: mine, name: Mine, kind: company}]
figures:
  - id: f
    measure: mass
    subject: mine
    sources: [{article: a, quote: has 5 tons, number: 5 tons}]
"""
TEXT = "The Mine has 5 tons."
LEFT_OVER = "The Mine has 5 tons. Smith saw 7 of them."
BROKEN = GOOD.replace("has 5 tons,", "has 6 tons,")


def with_ghost() -> str:
    """The good catalog, with an entity that nothing names: a warning."""
    return GOOD.replace("figures:", "  - {id: ghost, name: Ghost, kind: unnamed}\nfigures:").replace(
        "entities: [{id: mine, name: Mine, kind: company}]", "entities:\n  - {id: mine, name: Mine, kind: company}"
    )


@pytest.mark.parametrize(
    ("catalog", "text", "options", "status"),
    [
        (GOOD, TEXT, [], 0),
        (GOOD, TEXT, ["--strict"], 0),
        (GOOD, TEXT, ["--coverage", "--strict"], 0),
        (GOOD, LEFT_OVER, [], 0),
        (GOOD, LEFT_OVER, ["--coverage"], 0),
        (GOOD, LEFT_OVER, ["--strict"], 1),
        (GOOD, LEFT_OVER, ["--coverage", "--strict"], 1),
        (with_ghost(), TEXT, [], 0),
        (with_ghost(), TEXT, ["--strict"], 1),
        (BROKEN, TEXT, [], 1),
        (BROKEN, TEXT, ["--json"], 1),
        (BROKEN, TEXT, ["--coverage"], 1),
        ("nonsense: 1\n", TEXT, [], 2),
        ("nonsense: 1\n", TEXT, ["--json"], 2),
        ("a: [\n", TEXT, [], 2),
        (GOOD.replace("a.txt", "b.txt"), TEXT, [], 1),
    ],
)
def test_the_exit_status(
    lode: Callable[..., Done], folder: Callable[..., Path], catalog: str, text: str, options: list[str], status: int
) -> None:
    assert lode("check", "-c", str(folder(catalog, a=text)), *options).status == status


def test_the_built_in_dossier_is_clean(lode: Callable[..., Done]) -> None:
    done = lode("check", "--strict", "--coverage")
    assert done.status == 0
    counts = [line for line in done.lines if " captured, " in line]
    assert len(counts) == 3 * 5
    assert all(" 0 left over" in line for line in counts)
    assert not [line for line in done.lines if re.search(": (error|warning): ", line)]


def test_a_clean_catalog_prints_nothing_and_says_so(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    done = lode("check", "-c", str(folder(GOOD, a=TEXT)))
    assert done.out == ""
    assert done.err == "lode: catalog.yaml: 4 records, 0 errors, 0 warnings\n"


def test_a_problem_is_one_line_that_an_editor_can_follow(
    lode: Callable[..., Done], folder: Callable[..., Path]
) -> None:
    done = lode("check", "-c", str(folder(BROKEN, a=TEXT)))
    (line,) = done.lines
    assert re.match(r"catalog\.yaml:12:35: error: “has 6 tons” is not in a\.txt; .*nearest: .*has 5 tons", line)
    assert done.err == "lode: catalog.yaml: 3 records, 1 error, 0 warnings\n"


def test_a_problem_as_json(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    (problem,) = lode("check", "--json", "-c", str(folder(BROKEN, a=TEXT))).objects
    assert list(problem) == ["kind", "severity", "code", "message", "file", "line", "column", "hint"]
    assert (problem["kind"], problem["severity"]) == ("problem", "error")
    assert (problem["file"], problem["line"], problem["column"]) == ("catalog.yaml", 12, 35)
    assert "has 5 tons" in problem["hint"]
    (warning,) = lode("check", "--json", "-c", str(folder(with_ghost(), a=TEXT))).objects
    assert (warning["severity"], warning["hint"]) == ("warning", None)


def test_every_problem_is_shown_where_the_catalog_cannot_be_used(
    lode: Callable[..., Done], folder: Callable[..., Path]
) -> None:
    path = folder("entities:\n  - {id: a, name: A, kind: place, colour: red}\n  - {id: b}\n", a=TEXT)
    done = lode("check", "-c", str(path))
    assert done.status == 2
    assert all(re.match(r"catalog\.yaml:\d+:\d+: error: ", line) for line in done.lines)
    assert any("colour" in line for line in done.lines) and any("name" in line for line in done.lines)
    assert len(done.err.splitlines()) == 1
    as_json = lode("check", "--json", "-c", str(path)).objects
    assert len(as_json) == len(done.lines) >= 3


def test_what_is_left_over_is_listed(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    done = lode("check", "--coverage", "-c", str(folder(GOOD, a=LEFT_OVER)))
    assert done.lines[1:] == [
        "  quantities  1 of 2 captured, 0 ignored, 1 left over",
        "  dates       0 of 0 captured, 0 ignored, 0 left over; 0 events",
        "  names       1 of 2 captured, 0 ignored, 1 left over",
        "  claims      0",
        "  a.txt:1:32: number “7”",
        "  a.txt:1:22: name “Smith”",
    ]
    assert done.err.endswith(", 2 left out\n")
    strict = lode("check", "--strict", "-c", str(folder(GOOD, a=LEFT_OVER)))
    assert (strict.out, strict.err.endswith(", 2 left out; --coverage lists them\n")) == ("", True)


def test_what_is_left_over_as_json(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    (coverage,) = lode("check", "--coverage", "--json", "-c", str(folder(GOOD, a=LEFT_OVER))).objects
    assert coverage == {
        "kind": "coverage",
        "article": "a",
        "numbers": 2,
        "captured": 1,
        "ignored": 0,
        "quantities": {"captured": 1, "ignored": 0, "left": 1},
        "dates": {"captured": 0, "ignored": 0, "left": 0},
        "named": {"captured": 1, "ignored": 0, "left": 1},
        "events": 0,
        "claims": 0,
        "codes": 0,
        "uncaptured": [{"exact": "7", "start": 31, "end": 32, "line": 1, "column": 32}],
        "names": [{"exact": "Smith", "start": 21, "end": 26, "line": 1, "column": 22}],
    }


def test_coverage_of_every_article_is_an_object(lode: Callable[..., Done]) -> None:
    objects = [each for each in lode("check", "--coverage", "--json").objects if each["kind"] == "coverage"]
    assert {coverage["article"] for coverage in objects} == {
        record["id"] for record in lode("list", "articles", "--json").objects
    }
    for coverage in objects:
        assert coverage["numbers"] == coverage["captured"] + coverage["ignored"] + len(coverage["uncaptured"])


# Paths


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with two dossiers, `good` and `bad`, a folder of texts in the first, and a file of no dossier."""
    for name, catalog in (("good", GOOD), ("bad", BROKEN)):
        (tmp_path / name / "texts").mkdir(parents=True)
        (tmp_path / name / "catalog.yaml").write_text(f"lode: 1\ntitle: {name}\n{catalog}", encoding="utf-8")
        (tmp_path / name / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / name / "texts" / "b.txt").write_text("Not an article.", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Dossiers\n\nlode: is not set here\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "checked"),
    [
        (["good/catalog.yaml"], ["catalog.yaml"]),
        (["good"], ["catalog.yaml"]),
        (["good/a.txt"], ["catalog.yaml"]),
        (["good/texts/b.txt"], ["catalog.yaml"]),
        (["good/texts"], ["catalog.yaml"]),
        (["bad/../good/a.txt"], ["catalog.yaml"]),
        (["{folder}/good/a.txt"], ["catalog.yaml"]),
        (["good/a.txt", "good/catalog.yaml", "good", "good/texts/b.txt"], ["catalog.yaml"]),
        (["good/a.txt", "bad/a.txt", "good"], ["good/catalog.yaml", "bad/catalog.yaml"]),
    ],
)
def test_each_dossier_that_paths_belong_to_is_checked_once(
    lode: Callable[..., Done], two: Path, paths: list[str], checked: list[str]
) -> None:
    done = lode("check", *(path.format(folder=two) for path in paths), folder=two)
    assert [line.split(": ")[1] for line in done.err.splitlines()] == checked
    assert done.status == (len(checked) > 1)


@pytest.mark.parametrize("option", [[], ["--strict"], ["--coverage"], ["--json"]])
def test_a_path_is_checked_as_its_catalog_is(lode: Callable[..., Done], two: Path, option: list[str]) -> None:
    for name in ("good", "bad"):
        assert lode("check", f"{name}/a.txt", *option, folder=two) == lode("check", "-c", name, *option, folder=two)


def test_files_of_several_dossiers_are_told_apart(lode: Callable[..., Done], two: Path) -> None:
    (two / "good" / "a.txt").write_text(LEFT_OVER, encoding="utf-8")
    done = lode("check", "bad/a.txt", "good/a.txt", "--coverage", folder=two)
    assert done.status == 1
    places = [re.match(r" *([\w/]+\.\w+:\d+:\d+): ", line) for line in done.lines]
    assert [place[1] for place in places if place] == [
        "bad/catalog.yaml:12:35",
        "bad/a.txt:1:14",
        "good/a.txt:1:32",
        "good/a.txt:1:22",
    ]
    problems = lode("check", "bad", "good", "--json", folder=two).objects
    assert [problem["file"] for problem in problems] == ["bad/catalog.yaml"]


def test_the_worst_status_counts(lode: Callable[..., Done], two: Path) -> None:
    (two / "good" / "catalog.yaml").write_text("lode: 1\nnonsense: 1\n", encoding="utf-8")
    done = lode("check", "good/a.txt", "bad/a.txt", folder=two)
    assert done.status == 2
    assert any(line.startswith("good/catalog.yaml:2:1: error: ") for line in done.lines)
    assert any(line.startswith("bad/catalog.yaml:12:35: error: ") for line in done.lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["README.md"], "README.md belongs to no dossier: it is not a catalog, and no catalog is beside or above it"),
        (["."], ". belongs to no dossier: "),
        (["good/a.txt", "README.md"], "README.md belongs to no dossier: "),
        (["missing.txt"], "missing.txt does not exist"),
        (["good/missing.txt"], "good/missing.txt does not exist"),
        (
            ["-c", "good", "bad/a.txt"],
            "bad/a.txt belongs to no dossier: it is not a catalog, and not in the folder of good",
        ),
        (["\x1b[31m"], "␛[31m does not exist"),
    ],
)
def test_a_path_of_no_dossier_is_an_error(
    lode: Callable[..., Done], two: Path, arguments: list[str], said: str
) -> None:
    done = lode("check", *arguments, folder=two)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"lode: {said}") and len(done.err.splitlines()) == 1


def test_a_catalog_that_is_named_otherwise_has_its_files_checked(lode: Callable[..., Done], two: Path) -> None:
    catalog = two / "good" / "catalog.yaml"
    catalog.rename(catalog.with_name("mine.yml"))
    for arguments, environment in (
        (["good/mine.yml"], {}),
        (["good/a.txt", "-c", "good/mine.yml"], {}),
        (["good/a.txt"], {"LODE_CATALOG": "good/mine.yml"}),
    ):
        done = lode("check", *arguments, folder=two, **environment)
        assert (done.status, done.err) == (0, "lode: mine.yml: 4 records, 0 errors, 0 warnings\n")


def test_the_nearest_catalog_goes_before_the_environments(lode: Callable[..., Done], two: Path) -> None:
    assert lode("check", "good/a.txt", folder=two, LODE_CATALOG="bad").status == 0
    assert lode("check", "good/a.txt", "-c", "good", folder=two, LODE_CATALOG="bad").status == 0


SOLD = """\
  - id: g
    measure: mass
    subject: mine
    sources: [{article: a, quote: and it sold 7 tons of ore, number: 7 tons}]
"""


@pytest.fixture
def corrected(two: Path) -> Path:
    """A catalog with two quotes that its article prints otherwise, one of them with the same meaning."""
    catalog = two / "good" / "catalog.yaml"
    text = catalog.read_text(encoding="utf-8").replace("quote: has 5 tons", "quote: now holds some 5 tons of ore")
    catalog.write_text(text + SOLD, encoding="utf-8")
    article = two / "good" / "a.txt"
    article.write_text("The Mine now has some 5 tons of ore; and it lost 7 tons of ore.", encoding="utf-8")
    return catalog


def test_corrected_quotes_are_listed(lode: Callable[..., Done], corrected: Path) -> None:
    before = corrected.read_bytes()
    done = lode("check", "--fix", folder=corrected.parent)
    assert done.lines[:3] == [
        "catalog.yaml:12:35: the wording in a was corrected",
        "  - now holds some 5 tons of ore",
        "  + now has some 5 tons of ore",
    ]
    assert "lode: catalog.yaml: 1 quote can be rewritten; --yes does it" in done.err
    assert (done.status, corrected.read_bytes()) == (1, before)


@pytest.mark.parametrize(("arguments", "typed"), [(["--yes"], ""), ([], "what\ny\n"), ([], "all\n")])
def test_corrected_quotes_are_rewritten(
    lode: Callable[..., Done], corrected: Path, arguments: list[str], typed: str
) -> None:
    before = corrected.read_text(encoding="utf-8")
    done = lode("check", "--fix", *arguments, folder=corrected.parent, typed=typed)
    assert "lode: catalog.yaml: 1 quote rewritten" in done.err
    assert corrected.read_text(encoding="utf-8") == before.replace(
        "now holds some 5 tons of ore", '"now has some 5 tons of ore"'
    )
    assert "“and it sold 7 tons of ore” is not in a.txt" in done.out


@pytest.mark.parametrize("typed", ["n\n", "q\n", ""])
def test_quotes_that_are_not_accepted_stay(lode: Callable[..., Done], corrected: Path, typed: str) -> None:
    before = corrected.read_bytes()
    done = lode("check", "--fix", folder=corrected.parent, typed=typed or True)
    assert "0 quotes rewritten" in done.err
    assert corrected.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--yes needs --fix"),
        (["--fix", "--json"], "--fix and --json do not go together"),
        (["--fix", "-c", "broken.yaml"], None),
    ],
)
def test_what_cannot_be_fixed(
    lode: Callable[..., Done], corrected: Path, arguments: list[str], said: str | None
) -> None:
    corrected.with_name("broken.yaml").write_text("lode: [", encoding="utf-8")
    done = lode("check", *arguments, folder=corrected.parent)
    assert done.status == 2
    assert said is None or said in done.err


def test_the_built_in_catalog_is_not_rewritten(lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.curate.insert.is_shipped", lambda path: True)
    done = lode("check", "--fix", "--yes")
    assert done.status == 2 and "stays as it is" in done.err


# Against an earlier export

TWO = (
    GOOD
    + """
  - id: g
    measure: mass
    subject: mine
    sources: [{article: a, quote: had 9 tons, number: 9 tons}]
"""
)


@pytest.fixture
def against(lode: Callable[..., Done], folder: Callable[..., Path]) -> Callable[..., Done]:
    """Checks a catalog of two figures against its own export, in which some text is replaced by another."""

    def check(old: str = "", new: str = "", *options: str) -> Done:
        catalog = str(folder(TWO, a="The Mine has 5 tons. The Mine had 9 tons."))
        exported = lode("export", "json", "-c", catalog).out
        assert old in exported
        Path("before.json").write_text(exported.replace(old, new) if old else exported)
        return lode("check", "-c", catalog, "--against", "before.json", *options)

    return check


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("", "", []),
        ('"low": 4.5', '"low": 4', ["the value of f was 5 (4 to 5.5) t, and is 5 (4.5 to 5.5) t"]),
        ('"modifier": "="', '"modifier": "≈"', ["the value of f was ≈5 (4.5", "the value of g was ≈9 (8.5"]),
        ('"verdict": "conflict"', '"verdict": null', ["f and g conflict now"]),
        # A figure that only one of the two has is not a change.
        ('"id": "g"', '"id": "h"', []),
    ],
)
def test_what_changed_since_an_export_is_named(
    against: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str, says: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = against(old, new)
    assert (done.status, len(done.lines)) == (0, len(says))
    assert all(part in line for part, line in zip(says, done.lines, strict=True))
    assert against(old, new, "--strict").status == int(bool(says))


def test_a_pair_that_no_longer_conflicts_is_named(
    lode: Callable[..., Done], folder: Callable[..., Path], tmp_path: Path
) -> None:
    catalog = str(folder(TWO.replace("9 tons", "5 tons"), a="The Mine has 5 tons. The Mine had 5 tons."))
    before = tmp_path / "before.json"
    exported = lode("export", "json", "-c", catalog).out
    before.write_text(
        exported.replace('"conflicts": []', '"conflicts": [{"between": ["f", "g"], "verdict": "conflict"}]')
    )
    done = lode("check", "-c", catalog, "--against", str(before))
    assert "f and g no longer conflict; the verdict is “agree”" in done.out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "does not exist"),
        ("[" * 100_000, "is not what lode export json writes: it is not JSON"),
        ('{"figures": [], "conflicts": [1]}', "it holds no figures and conflicts"),
    ],
)
def test_what_is_not_an_export_is_refused(
    lode: Callable[..., Done], folder: Callable[..., Path], tmp_path: Path, text: str | None, says: str
) -> None:
    before = tmp_path / "before.json"
    if text is not None:
        before.write_text(text)
    done = lode("check", "-c", str(folder(GOOD, a=TEXT)), "--against", str(before))
    assert (done.status, says in done.err) == (2, True)
