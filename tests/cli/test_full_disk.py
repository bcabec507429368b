"""A disk that is full: what is there stays, and nothing is left half written."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

CATALOG = "lode: 1\ntitle: A\narticles: [{id: a-a, file: a.txt, title: '[A]'}]\n"


def on_a_full_disk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs lode where no file can grow."""
    return run_on_a_full_disk(folder, "-m", "tui", *arguments)


def run_on_a_full_disk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python where no file can grow."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"LODE_CACHE": "", "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        capture_output=True,
        text=True,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Lark Bridge weighs 44 tons.\n")
    return tmp_path


def test_no_half_catalog_is_left(folder: Path) -> None:
    done = on_a_full_disk(folder, "new", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("catalog.yaml cannot be written: File too large\n")
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@pytest.mark.sample(1)
@pytest.mark.parametrize("there", [True, False])
def test_an_export_that_is_there_stays_and_a_new_one_is_not_begun(folder: Path, there: bool) -> None:
    (folder / "catalog.yaml").write_text(CATALOG)
    if there:
        (folder / "out.json").write_text("the last one\n")
    done = on_a_full_disk(folder, "export", "json", "-o", "out.json")
    assert (done.returncode, done.stderr) == (2, "lode: out.json cannot be written: File too large\n")
    assert not there or (folder / "out.json").read_text() == "the last one\n"
    assert {path.name for path in folder.iterdir()} == {"a.txt", "catalog.yaml"} | ({"out.json"} if there else set())


def test_a_catalog_that_a_draft_does_not_fit_into_stays(folder: Path) -> None:
    (folder / "catalog.yaml").write_text(CATALOG)
    code = (
        "from pathlib import Path\n"
        "from tui.curate.insert import InsertError, insert\n"
        "try: insert(Path('catalog.yaml'), 'entities', {'id': 'lark-bridge', 'name': 'Lark Bridge', 'draft': True})\n"
        "except InsertError as error: print(error)\n"
    )
    done = run_on_a_full_disk(folder, "-c", code)
    assert (done.stdout, done.stderr) == ("catalog.yaml cannot be written: File too large.\n", "")
    assert (folder / "catalog.yaml").read_text() == CATALOG
    assert {path.name for path in folder.iterdir()} == {"a.txt", "catalog.yaml"}
