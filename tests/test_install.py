"""lode installed from its wheel, unpacked from its sdist, and in a checkout: its own dossier comes along."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = sorted(ROOT.glob("seeds/*.txt"))


def run(*command: str, folder: Path, path: Path | None = None) -> str:
    """Runs a command of this Python in a folder, and returns its standard output."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LODE", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={
            **kept,
            "HOME": str(folder),
            "LODE_CACHE": "",
            "LODE_STATE": "",
            **({"PYTHONPATH": str(path)} if path else {}),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel."""
    folder = tmp_path_factory.mktemp("site")
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check")
    run(*pip, "--target", str(folder), str(wheel), folder=folder)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_catalog_and_articles_byte_for_byte(wheel: Path) -> None:
    assert len(SEEDS) == 5
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("tui/builtin/catalog.yaml") == (ROOT / "catalog.yaml").read_bytes()
        for seed in SEEDS:
            assert archive.read(f"tui/builtin/seeds/{seed.name}") == seed.read_bytes()


@pytest.mark.slow
def test_the_wheel_holds_every_module_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {str(path.relative_to(ROOT)) for path in ROOT.glob("tui/**/*.py")}
    assert modules <= names
    assert "tui/py.typed" in names
    rooms = {name.partition("/")[0] for name in names}
    assert {room for room in rooms if not room.endswith((".dist-info", ".data"))} == {"tui"}
    (data,) = [room for room in rooms if room.endswith(".data")]
    assert [name for name in names if name.startswith(data)] == [f"{data}/data/share/man/man1/lode.1"]
    assert not [name for name in names if name.endswith((".pyc", ".orig", "~"))]


@pytest.mark.slow
def test_the_installed_lode_has_its_own_dossier(installed: Path, tmp_path: Path) -> None:
    where = "from tui.catalog.find import builtin; print(builtin())"
    assert run("-c", where, folder=tmp_path, path=installed).strip() == str(installed / "tui/builtin/catalog.yaml")
    found = run("-m", "tui", "search", "rosatm", "--vimgrep", folder=tmp_path, path=installed)
    first = found.splitlines()[0].split(":")[0]
    assert (tmp_path / first).resolve().parent == (installed / "tui/builtin/seeds").resolve()
    assert "Rosatom" in run("-m", "tui", "search", "rosatm", folder=tmp_path, path=installed)


@pytest.mark.slow
def test_the_installed_dossier_is_clean(installed: Path, tmp_path: Path) -> None:
    run("-m", "tui", "check", "--strict", folder=tmp_path, path=installed)


@pytest.mark.slow
def test_the_command_is_called_lode(installed: Path) -> None:
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "lode = tui.cli.main:run" in entry_points.read_text()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the sdist unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    run("-m", "build", "--sdist", "--no-isolation", "--outdir", str(folder), str(ROOT), folder=folder)
    (built,) = folder.glob("lode_tui-*.tar.gz")
    shutil.unpack_archive(built, folder)
    return folder / built.name.removesuffix(".tar.gz")


@pytest.mark.slow
def test_the_sdist_holds_every_file_of_the_repository(unpacked: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    files = [file for file in listed.stdout.split("\0") if (ROOT / file).is_file()]
    assert [file for file in files if not (unpacked / file).is_file()] == []
    assert [file for file in files if (unpacked / file).read_bytes() != (ROOT / file).read_bytes()] == []


@pytest.mark.slow
def test_the_sdist_runs_its_own_tests(unpacked: Path) -> None:
    pytest_here = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
    # Every module of the tests finds what it imports, and what it reads at its top.
    run(*pytest_here, "-n", "0", "-m", "", "--collect-only", folder=unpacked)
    some = (
        "tests/catalog",
        "tests/export",
        "tests/test_docs.py",
        "tests/test_readme.py",
        "tests/app/test_snapshots.py",
    )
    done = run(*pytest_here, *some, folder=unpacked)
    assert "passed" in done


@pytest.mark.slow
def test_a_checkout_has_the_catalog_beside_the_package(tmp_path: Path) -> None:
    where = "from tui.catalog.find import builtin; print(builtin())"
    assert run("-c", where, folder=tmp_path, path=ROOT).strip() == str(ROOT / "catalog.yaml")
    assert "Rosatom" in run("-m", "tui", "search", "rosatm", folder=tmp_path, path=ROOT)
