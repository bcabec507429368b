"""The documentation agrees with the program, and with the files of the repository."""

import importlib.util
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from scripts import catalog_docs, key_tables, lint, man_page
from scripts.marks import between_marks
from tests.needs import need
from tui import __version__
from tui.catalog import schema

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("file", key_tables.PAGES, ids=lambda file: file.name)
def test_the_lists_of_keys_are_the_table_of_actions(file: Path) -> None:
    page = file.read_text(encoding="utf-8")
    assert key_tables.page(page) == page


def test_the_catalogs_page_is_the_schema() -> None:
    page = (ROOT / "docs" / "catalog.md").read_text(encoding="utf-8")
    assert catalog_docs.page(page) == page


def test_the_manual_page_is_what_help_says() -> None:
    page = (ROOT / "docs" / "lode.1").read_text(encoding="utf-8")
    assert man_page.page() == page


@pytest.mark.parametrize(
    "page", ["no marks", "<!-- a -->\n", "<!-- a -->\n<!-- /b -->", "<!-- a -->\n<!-- /a --> <!-- b -->"]
)
def test_a_page_that_lost_a_mark_is_refused(page: str) -> None:
    assert between_marks("x <!-- a -->\nold\n<!-- /a --> y", str.upper) == "x <!-- a -->\nA\n<!-- /a --> y"
    with pytest.raises(ValueError, match="mark"):
        between_marks(page, str.upper)


def test_the_manual_page_can_be_set() -> None:
    need("man")
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(ROOT / "docs" / "lode.1")],
        env={**os.environ, "MANWIDTH": "100", "MAN_KEEP_FORMATTING": "", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "--sort FIELD" in done.stdout
    assert "lode search QUERY..." in done.stdout


def test_every_part_of_the_schema_has_its_table() -> None:
    page = (ROOT / "docs" / "catalog.md").read_text(encoding="utf-8")
    parts = {schema.public_name(model) for model in schema.Entry.__subclasses__()} | {
        schema.public_name(model) for parent in schema.Entry.__subclasses__() for model in parent.__subclasses__()
    }
    for parent in (schema.DatedQuote, schema.AttributedQuote, schema.ReviewedEntry):
        parts |= {schema.public_name(model) for model in parent.__subclasses__()}
    assert set(re.findall(r"<!-- (\w+) -->", page)) == parts - {"Record", "Reviewed"} | {"builtin"}


def test_the_tests_that_the_security_page_names_are_there() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page)
    assert len(named) > 20
    for file, test in named:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert f"def {test}" in source, f"{file}::{test}"


def test_the_changelog_begins_with_what_is_unreleased_and_this_version() -> None:
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first, second, *others = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert first == "Unreleased"
    assert re.fullmatch(rf"{re.escape(__version__)} – \d{{4}}-\d\d-\d\d", second)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d", other) for other in others)


def test_pre_commit_runs_what_the_linters_of_ci_run_and_downloads_nothing() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert {repo["repo"] for repo in settings["repos"]} == {"local"}
    hooks = [hook for repo in settings["repos"] for hook in repo["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    entries = {hook["entry"].removeprefix(".venv/bin/").removeprefix("python -m ") for hook in hooks}
    for command in lint.CHECKS:
        words = [Path(word).name for word in command if word not in ("-m", ".", sys.executable)]
        assert " ".join(words) in entries


def _guides() -> Iterator[tuple[str, str]]:
    """The developer's pages, each with its text."""
    for page in ("CONTRIBUTING.md", "docs/architecture.md"):
        yield page, (ROOT / page).read_text(encoding="utf-8")


def test_what_the_guides_name_exists() -> None:
    named = [(page, name) for page, text in _guides() for name in re.findall(r"`(tui(?:\.\w+)+)`", text)]
    assert len(named) > 40
    assert [(page, name) for page, name in named if not _exists(name)] == []


def _exists(name: str) -> bool:
    """Whether a dotted name is that of a module, or of something in a module."""
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def test_the_files_and_links_of_the_guides_exist() -> None:
    found = []
    for page, text in _guides():
        files = re.findall(r"`((?:tui|tests|scripts|benchmarks|docs)/[\w/.]*)`", text)
        links = [str((ROOT / page).parent / link) for link in re.findall(r"\]\(([\w./]+)\)", text)]
        found += [ROOT / file for file in [*files, *links] if not re.search(r"\b(?:test_)?(?:NAME|TAG)\b", file)]
    assert len(found) > 25
    assert [file for file in found if not file.exists()] == []


def test_the_modules_that_the_guides_run_exist() -> None:
    modules = {name for _, text in _guides() for name in re.findall(r"(?:-m |`)((?:scripts|benchmarks)\.\w+)", text)}
    assert {"scripts.check", "scripts.man_page", "benchmarks.quality"} <= modules
    assert [name for name in modules if not importlib.util.find_spec(name)] == []


def test_the_diagram_has_the_layers_that_are_enforced() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    diagram = page.partition("```text\n")[2].partition("```")[0]
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = [
        contract["layers"] for contract in settings["tool"]["importlinter"]["contracts"] if "layers" in contract
    ]
    packages = {package for layer in layers for package in layer.split(" : ")}
    drawn = [set(re.findall(r"│ (\w+)(?= )", line)) & packages for line in diagram.splitlines()]
    assert [row for row in drawn if row] == [set(layer.split(" : ")) for layer in layers]


def test_the_style_guide_has_ten_rules() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    style = page.partition("## Style")[2].partition("##")[0]
    assert [int(number) for number in re.findall(r"^(\d+)\. ", style, re.MULTILINE)] == [*range(1, 11)]
