"""The documentation is what the program says of itself."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from tui.catalog import schema
from tui.dossier.link import open_dossier

ROOT = Path(__file__).parent.parent


def script(name: str) -> ModuleType:
    """A module of scripts/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_of_keys_is_the_table_of_actions() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert script("readme").with_keys(readme) == readme


def test_the_catalogs_page_is_the_schema() -> None:
    page = (ROOT / "docs" / "catalog.md").read_text(encoding="utf-8")
    assert script("catalog_docs").page(page) == page


def test_the_list_of_actions_is_the_table_of_actions() -> None:
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    assert script("config_docs").page(page) == page


def test_the_manual_page_is_what_help_says() -> None:
    page = (ROOT / "docs" / "lode.1").read_text(encoding="utf-8")
    assert script("man_page").page() == page


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_the_manual_page_can_be_set() -> None:
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
    parts = {model.__name__ for model in schema.Entry.__subclasses__()} | {
        model.__name__ for parent in schema.Entry.__subclasses__() for model in parent.__subclasses__()
    }
    parts |= {model.__name__ for model in schema.DatedQuote.__subclasses__()}
    assert set(re.findall(r"<!-- (\w+) -->", page)) == parts - {"Record"}


def test_the_dossier_that_is_curated_step_by_step_holds(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "curating.md").read_text(encoding="utf-8")
    [text] = re.findall(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "plant.txt").write_text(text, encoding="utf-8")
    catalog = tmp_path / "catalog.yaml"
    catalog.write_text("".join(re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)), encoding="utf-8")
    dossier = open_dossier(catalog)
    assert [str(problem) for problem in dossier.problems] == []
    assert list(dossier.figures) == ["cost-auditors", "cost-ministry", "output-ministry"]
    assert dossier.coverage("a-plant").complete
