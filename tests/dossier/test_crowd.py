"""The compiled dossier among many processes, some of them killed: there is the old or the new, and it is whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.kept import kept_files
from tui.dossier.compiled import find_compiled, open_compiled
from tui.search.open import find_index, search_in

CATALOG = """\
articles:
  - {id: a, file: a.txt, title: "[A]"}
entities:
  - {id: it, name: Silt, kind: material}
"""
TEXT = "Silt is taken from the lake, 12 tons a day.\n" * 400

SEARCHING = """
import sys
from pathlib import Path
from tui.cli.context import Context
from tui.cli.main import main
import io, os
for _ in range(int(sys.argv[3])):
    out, err = io.StringIO(), io.StringIO()
    context = Context(out, err, {"LODE_CACHE": sys.argv[2]}, Path(sys.argv[1]))
    status = main(["search", "silt", "-n", "1", "--json"], context)
    assert status == 0 and '"id": "it"' in out.getvalue(), (status, out.getvalue(), err.getvalue())
"""


def _searching(folder: Path, cache: Path, times: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", SEARCHING, str(folder), str(cache), str(times)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def test_several_processes_make_read_and_replace_it_at_once(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a=TEXT), tmp_path / "cache"
    running = [_searching(tmp_path, cache, 6) for _ in range(3)]
    for change in range(3):
        time.sleep(0.3)
        # As editors do: a catalog that is empty for a moment would be no catalog of lode's.
        aside = tmp_path / "aside"
        aside.write_text(catalog.read_text() + f"# change {change}\n")
        aside.replace(catalog)
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    assert [file.suffix for file in kept_files(cache)] == [".sqlite"]


def test_a_kill_at_any_moment_leaves_the_old_or_the_new(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a=TEXT), tmp_path / "cache"
    chance = random.Random(7)
    killed = 0
    for round in range(12):
        catalog.write_text(catalog.read_text() + f"# round {round}\n")
        process = _searching(tmp_path, cache, 1)
        try:
            process.wait(timeout=0.15 + chance.random() * 0.6)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.communicate(timeout=60)
        found = find_compiled(catalog, cache)
        assert found is None or found.dossier().title == "Test"
        assert open_compiled(catalog, cache).title == "Test"
    assert killed, "nothing was killed in time"


def test_a_kill_while_it_is_written_leaves_the_old(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a=TEXT), tmp_path / "cache"
    assert _searching(tmp_path, cache, 1).wait(timeout=60) == 0
    kept = find_index(catalog, cache)
    assert kept is not None and search_in(kept).ask("silt").total > 400
    writing = """
import os, signal, sys
from pathlib import Path
from tui.dossier import compiled
dossier = compiled.link(Path(sys.argv[1]))
compiled.write(dossier, Path(sys.argv[2]), lambda connection: os.kill(os.getpid(), signal.SIGKILL))
"""
    done = subprocess.run([sys.executable, "-c", writing, str(catalog), str(cache)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    (left,) = cache.rglob("*.part")
    again = find_index(catalog, cache)
    assert again is not None and search_in(again).ask("silt").total > 400
    # What a killed process left is cleared away in time, and not before: it might be another's at work.
    open_compiled(catalog.rename(tmp_path / "other.yaml"), cache)
    assert left.exists()
    os.utime(left, (1, 1))
    catalog.write_text((tmp_path / "other.yaml").read_text())
    (tmp_path / "a.txt").write_text("Silt.")
    open_compiled(catalog, cache)
    assert not left.exists()
