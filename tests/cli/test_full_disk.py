"""A disk that is full: what is there stays, and nothing is left half written."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest


def on_a_full_disk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs lode where no file can grow."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
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


def test_an_export_that_is_there_stays(folder: Path) -> None:
    (folder / "catalog.yaml").write_text("lode: 1\ntitle: A\narticles: [{id: a-a, file: a.txt, title: '[A]'}]\n")
    (folder / "out.json").write_text("the last one\n")
    done = on_a_full_disk(folder, "export", "json", "-o", "out.json")
    assert (done.returncode, done.stderr) == (2, "lode: out.json cannot be written: File too large\n")
    assert (folder / "out.json").read_text() == "the last one\n"
    assert {path.name for path in folder.iterdir()} == {"a.txt", "catalog.yaml", "out.json"}
