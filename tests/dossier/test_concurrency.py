"""The compiled dossier among many processes, some of them killed: there is the old or the new, and it is whole."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept import kept_files
from tests.lode_process import PATIENCE, ROOT

CATALOG = """\
articles:
  - {id: a, file: a.txt, title: "[A]"}
entities:
  - {id: it, name: Silt, kind: material}
"""
TEXT = "Silt is taken from the lake, 12 tons a day.\n" * 400

SEARCHING = """
import io, sys
from pathlib import Path
from tui.cli.context import Context
from tui.cli.main import main
while sys.stdin.readline():
    out, err = io.StringIO(), io.StringIO()
    context = Context(out, err, {"LODE_CACHE": sys.argv[2]}, Path(sys.argv[1]))
    status = main(["search", "silt", "-n", "1", "--json"], context)
    assert status == 0 and '"id": "it"' in out.getvalue(), (status, out.getvalue(), err.getvalue())
    print("found", flush=True)
"""
"""Searches once for each line that it is given."""


@pytest.mark.slow
def test_several_processes_make_read_and_replace_it_at_once(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a=TEXT), tmp_path / "cache"
    command = [sys.executable, "-c", SEARCHING, str(tmp_path), str(cache)]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for change in range(4):
        # As editors do: a catalog that is empty for a moment would not be one of lode's.
        aside = tmp_path / "aside"
        aside.write_text(catalog.read_text() + f"# change {change}\n")
        aside.replace(catalog)
        # All of them search at once, and the catalog changes again when one of them is done.
        for process in processes:
            assert process.stdin
            print(file=process.stdin, flush=True)
        assert processes[change % 3].stdout.readline() == "found\n"  # type: ignore[union-attr]
    for process in processes:
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    assert [file.suffix for file in kept_files(cache)] == [".sqlite"]


def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.dossier.killed", str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    cases = [json.loads(line) for line in done.stdout.splitlines()]
    for before in ("nothing", "old"):
        here = [case for case in cases if case["before"] == before]
        names = [case["step"] for case in here]
        written = [
            "after create", "in index", "before commit", "after commit", "after set time", "after sync", "after rename",
        ]  # fmt: skip
        # Whole, with its time, and on the disk before it has its name: also if the machine stops, not just the process.
        assert [name for name in names if name in written] == written
        assert ("after make folder" in names, "in write" in names, "after delete" in names) == (
            (True, True, False) if before == "nothing" else (False, False, True)
        )
        assert sum(name.startswith("in byte") for name in names) == 6
        for number, case in enumerate(here):
            is_written = names.index("after rename") <= number and not case["step"].startswith("in byte")
            assert case["killed"], case
            assert case["version"] == ("new" if is_written else before), case
            assert all(name.endswith(".part") for name in case["unfinished"]), case
            # And the next process makes what is missing.
            assert case["kept"] and case["tagged"], case
