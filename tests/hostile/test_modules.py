"""A dossier beside which modules and programs lie that have well-known names: none of them is ever run."""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.app.pseudo_terminal import Terminal
from tests.hostile.modules import COMMANDS, MORE
from tests.lode_process import PATIENCE
from tui.app.model import indexing
from tui.app.model.indexing import LARGE
from tui.cli.commands import COMMANDS as ALL_COMMANDS
from tui.search.open import find_index
from tui.store.compiled import open_compiled
from tui.text.folders import keep_absolute_path

ROOT = Path(__file__).parent.parent.parent

CATALOG = """\
lode: 1
title: Test
articles:
  - {id: a, file: a.txt, title: "[A]"}
entities:
  - {id: silt, name: Silt, kind: material}
"""

NAMES = sorted(
    {
        *sys.stdlib_module_names,
        *packages_distributions(),
        *(path.stem for path in ROOT.glob("tui/**/*.py")),
        *("tui", "tests", "sitecustomize", "usercustomize"),
    }
    - {"__init__", "__main__"}
)
"""What somebody could import who means another module."""

SCRIPT = "import sys\nfrom tui.cli.main import run\nsys.exit(run())\n"
"""What an installed `lode` is."""

PROGRAMS = (
    "evil-editor",
    "xclip",
    "xsel",
    "wl-copy",
    "pbcopy",
    "clip.exe",
    "xdg-open",
    "vi",
    "python",
    "python3",
    "sh",
    "lode",
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier in a folder of hostile modules and programs; each adds its name to the file `run` when it is run."""
    folder, marker = tmp_path / "dossier", tmp_path / "run"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(CATALOG)
    (folder / "a.txt").write_text("Silt is taken from the lake, 12 tons a day.\n")
    (folder / "page.html").write_text("<html><body><p>Silt is dug from the lake.</p></body></html>")
    code = f"with open({str(marker)!r}, 'a') as file:\n    print(__name__, file=file)\n"
    for name in NAMES:
        (folder / f"{name}.py").write_text(code)
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(code)
    (folder / "evil.pth").write_text(f"import sys; open({str(marker)!r}, 'a').write('pth')\n")
    (folder / "evil-1.dist-info").mkdir()
    (folder / "evil-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n")
    (folder / "evil-1.dist-info" / "entry_points.txt").write_text("[pydantic]\nevil = evil\n[rich]\nevil = evil\n")
    for name in PROGRAMS:
        (folder / "bin" / name).parent.mkdir(exist_ok=True)
        for program in (folder / name, folder / "bin" / name):
            if not program.is_dir():
                program.write_text(f"#!/bin/sh\necho {name} >> {marker}\n")
                program.chmod(0o755)
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs Python in a folder."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LODE", "PYTHON"))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "HOME": str(folder.parent), "LODE_CACHE": "", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.slow
def test_no_command_and_no_process_of_the_app_imports_from_the_dossier_or_asks_the_network(
    dossier: Path, tmp_path: Path
) -> None:
    # The server of tools runs these commands, and ends only with its input.
    assert {*COMMANDS, "mcp"} == set(ALL_COMMANDS)
    script = shutil.copy(ROOT / "tests" / "hostile" / "modules.py", tmp_path)
    named = CATALOG.replace('"[A]"', '"[A]", url: "http://127.0.0.1:9/a"')
    (dossier / "catalog.yaml").write_text(named)
    (tmp_path / "earlier.json").write_text('{"figures": [], "conflicts": []}')
    done = run(dossier, str(script), str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["app"], "another process made the index"
    # There is no terminal, nothing to compare, more in the article than in the catalog, and a catalog already.
    assert found["commands"] == dict.fromkeys([*MORE, *COMMANDS], 0) | {"open": 2, "compare": 1, "verify": 1, "new": 2}
    assert not (tmp_path / "run").exists(), (tmp_path / "run").read_text()
    assert found["network"] == []


def test_the_module_imports_nothing_from_the_dossier_once_it_is_started(dossier: Path, tmp_path: Path) -> None:
    # What Python itself imports before it starts a module cannot be helped; `python -P` and `lode` do without.
    done = run(tmp_path, "-c", "import runpy, sys; print(*sys.modules)")
    for name in done.stdout.replace(".", " ").split():
        (dossier / f"{name}.py").unlink(missing_ok=True)
        shutil.rmtree(dossier / name, ignore_errors=True)
    for name in ("tui", "tests"):
        shutil.rmtree(dossier / name)
        (dossier / f"{name}.py").unlink()
    done = run(dossier, "-m", "tui", "search", "silt")
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "run").exists(), (tmp_path / "run").read_text()


def test_the_process_imports_nothing_from_where_its_parent_looks_in_the_dossier(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_compiled(dossier / "catalog.yaml", tmp_path / "cache")
    monkeypatch.setattr(indexing, "LARGE", 0)
    monkeypatch.setenv("PYTHONPATH", f":{ROOT}")
    monkeypatch.chdir(dossier)
    Path("below").mkdir()
    shutil.copy("json.py", "below")
    with monkeypatch.context() as started:
        started.setattr(sys, "path", ["", str(dossier), ".", "below", *sys.path])
        process = indexing.start_indexer(kept, tmp_path / "cache")
    assert process is not None
    assert process.communicate()[0] == "1 1\n"
    assert find_index(kept.catalog, tmp_path / "cache")
    assert not (tmp_path / "run").exists(), (tmp_path / "run").read_text()


# Programs


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/usr/bin:/bin", "/usr/bin:/bin"),
        (":/usr/bin", "/usr/bin"),
        ("/usr/bin:", "/usr/bin"),
        ("/usr/bin::/bin", "/usr/bin:/bin"),
        (".:/usr/bin:bin:./bin:../bin:~/bin", "/usr/bin"),
        (".", None),
        ("", None),
        (None, None),
    ],
)
def test_programs_are_looked_for_in_absolute_folders_only(path: str | None, kept: str | None) -> None:
    environment = {"OTHER": "x"} | ({} if path is None else {"PATH": path})
    keep_absolute_path(environment)
    assert environment == {"OTHER": "x"} | ({} if kept is None else {"PATH": kept})


LOOKING = f"""
import os, shutil, sys
from tui.cli.main import run
sys.argv[1:] = ["--version"]
os._exit = lambda status: print(*map(shutil.which, {PROGRAMS}))
run()
"""


def test_the_command_finds_no_program_in_the_dossier(dossier: Path) -> None:
    done = run(dossier, "-P", "-c", LOOKING, PATH=":.:bin")
    assert done.returncode == 0, done.stderr
    found = done.stdout.splitlines()[-1].split()
    assert len(found) == len(PROGRAMS)
    assert all(each == "None" or each.startswith(("/bin/", "/usr/bin/")) for each in found)


@pytest.mark.slow
def test_the_app_with_a_large_dossier_runs_nothing_from_it(dossier: Path, tmp_path: Path) -> None:
    sentence = "Silt is taken from the lake, 12 tons a day, as they say.\n"
    (dossier / "a.txt").write_text(sentence * (LARGE // len(sentence) + 1))
    (tmp_path / "lode").write_text(SCRIPT)
    (tmp_path / "empty").mkdir()
    environment = {
        "PATH": f":.:bin:{tmp_path / 'empty'}",
        "HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "LODE_CACHE": str(tmp_path / "cache"),
        "LODE_STATE": "",
        "LODE_CONFIG": "",
        "DISPLAY": ":0",
        "WAYLAND_DISPLAY": "wayland-0",
        "EDITOR": "evil-editor",
    }
    terminal = Terminal([sys.executable, str(tmp_path / "lode")], dossier, environment, (120, 36))
    try:
        terminal.wait_for("[A]", "q quit")
        terminal.press("/")
        terminal.wait_for("Search everything")
        terminal.press("sillt")
        terminal.wait_for("showing Silt")
        terminal.press("\r")
        terminal.wait_for("entities › Silt")
        terminal.press("y")
        terminal.wait_for("Copied: “Silt is taken from the lake, 12 tons a day, as they say.” [A], no date, line 1.")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    finally:
        terminal.close()
    index = find_index(dossier / "catalog.yaml", tmp_path / "cache")
    assert index is not None
    assert not (tmp_path / "run").exists(), (tmp_path / "run").read_text()
