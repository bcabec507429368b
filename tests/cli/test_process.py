"""`lode` as a process: exit statuses, pipes, streams, and what each command loads."""

import fcntl
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done
from tests.lode_process import PATIENCE, environment_of
from tui import __version__

Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("arguments", "status", "prints"),
    [
        (["search", "rosatom"], 0, True),
        (["check"], 0, False),
        (["check", "--coverage"], 0, True),
        (["--version"], 0, True),
        (["search", "tungsten"], 1, False),
        (["show", "nobody"], 1, False),
        (["list", "facts"], 2, False),
        (["search"], 2, False),
        (["list", "figures", "-c", "missing.yaml"], 2, False),
    ],
)
def test_the_exit_status(process: Process, arguments: list[str], status: int, prints: bool) -> None:
    done = process(*arguments)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert (done.stdout != "") == prints
    assert status == 0 or len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_piped_output_has_neither_colour_nor_cuts(process: Process) -> None:
    done = process("list", "entities", COLUMNS="40", TERM="xterm-256color")
    assert "\x1b" not in done.stdout and "…" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) > 100


C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A locale in which Python takes arguments, paths and the environment for ASCII."""


@pytest.mark.sample(1)
@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, C_LOCALE])
def test_output_is_utf8_whatever_the_locale(process: Process, locale: dict[str, str]) -> None:
    done = process("show", "rare-earths", **locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert "レアアース" in done.stdout


@pytest.mark.sample(1)
def test_arguments_are_utf8_whatever_the_locale(process: Process) -> None:
    done = process("search", "レアアース", "-n", "1", "--json", **C_LOCALE)
    assert (done.returncode, done.stderr.count("nothing found")) == (0, 0)
    assert '"id":"rare-earths"' in done.stdout.replace(" ", "")


def test_paths_and_the_environment_are_utf8_whatever_the_locale(process: Process, tmp_path: Path) -> None:
    folder = tmp_path / "Süd"
    folder.mkdir()
    (folder / "Häfen.txt").write_text("Ore weighs 5 tons.\n", encoding="utf-8")
    catalog = "lode: 1\ntitle: Süd\narticles: [{id: a-a, file: Häfen.txt, title: '[A]'}]\n"
    (folder / "catalog.yaml").write_text(catalog, encoding="utf-8")
    done = process("check", "Süd/Häfen.txt", **C_LOCALE)
    assert (done.returncode, done.stderr) == (0, "lode: catalog.yaml: 1 record, 0 errors, 1 warning\n")
    done = process("export", "json", "-o", "Süd/größe.json", LODE_CATALOG="Süd", **C_LOCALE)
    assert done.stderr == "lode: wrote 1 record to Süd/größe.json\n"
    assert "Häfen.txt" in (folder / "größe.json").read_text(encoding="utf-8")


def test_an_argument_that_is_not_utf8_is_taken_as_it_is(lode_into: Process) -> None:
    done = lode_into(r"LC_ALL=C PYTHONUTF8=0 lode show $'\xe9'; echo $? >&2")
    assert done.stderr.endswith("\n1\n") and "Traceback" not in done.stderr


def test_the_built_in_dossier_is_found_from_anywhere(process: Process) -> None:
    done = process("search", "rosatm", "--vimgrep", "-n", "1", folder=Path("/"))
    assert done.returncode == 0
    assert Path("/", done.stdout.split(":")[0]).is_file()


# Pipes


@pytest.fixture
def lode_into(tmp_path: Path, cache: str) -> Process:
    """Runs a shell command in which `lode` is the program, and ends with lode's own exit status on a line."""

    def run(shell: str) -> "subprocess.CompletedProcess[str]":
        lode = f'lode() {{ "{sys.executable}" -m tui "$@"; }}'
        return subprocess.run(
            ["bash", "-c", f"{lode}\n{shell}"],
            cwd=tmp_path,
            env=environment_of({"LODE_CACHE": cache}),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.mark.sample(1)
@pytest.mark.parametrize("command", ["list entities", "export json", "search russia -n 999 --json", "--help"])
def test_a_closed_pipe_is_quiet(lode_into: Process, command: str) -> None:
    done = lode_into(f"lode {command} | head -n 1; echo ${{PIPESTATUS[0]}} >&2")
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "0\n"


def test_a_pipe_closed_from_the_start_is_quiet(lode_into: Process) -> None:
    done = lode_into("lode export json | true; echo ${PIPESTATUS[0]} >&2")
    assert (done.stdout, done.stderr) == ("", "0\n")


@pytest.mark.sample(1)
@pytest.mark.parametrize("closed", ["lode list measures >&-", "lode search tungsten rosatom 2>&-"])
def test_a_closed_stream_does_not_crash(lode_into: Process, closed: str) -> None:
    done = lode_into(closed)
    assert done.returncode == 0
    assert done.stderr == "" and "tungsten" not in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_two_and_one_line(lode_into: Process) -> None:
    done = lode_into("lode export json > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("lode: ") and len(done.stderr.splitlines()) == 1


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("command", "begins"),
    [
        ("echo log > out; lode export json -n 1 -o /dev/stdout >> out; s=$?; cat out; exit $s", "log\n{"),
        ("lode export json -n 1 -o /dev/fd/3 3> out; s=$?; cat out; exit $s", "{"),
        ("lode export json -o /dev/stdout | true; exit ${PIPESTATUS[0]}", ""),
    ],
)
def test_an_export_goes_to_an_open_file(lode_into: Process, command: str, begins: str) -> None:
    done = lode_into(command)
    assert done.returncode == 0
    assert done.stdout.startswith(begins) and done.stdout.endswith("}\n" if begins else "")
    assert not [line for line in done.stderr.splitlines() if not line.startswith("lode: wrote 1 record to ")]


def test_a_folder_that_is_gone_is_two_and_one_line(lode_into: Process) -> None:
    done = lode_into("mkdir gone && cd gone && rmdir ../gone && lode list measures")
    assert done.returncode == 2
    assert done.stderr.startswith("lode: ") and len(done.stderr.splitlines()) == 1


@pytest.mark.sample(1)
@pytest.mark.parametrize("arguments", [["export", "json"], ["list", "entities", "--json"]], ids=" ".join)
def test_an_interrupt_is_130_and_quiet(tmp_path: Path, cache: str, arguments: list[str]) -> None:
    # The output is larger than the pipe: once its first byte is here, lode waits for us to read on.
    command = [sys.executable, "-m", "tui", *arguments]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment_of({"LODE_CACHE": cache}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs tests in the background has Ctrl-C ignored; what a person starts has not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdout and running.stderr
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            fcntl.fcntl(running.stdout, fcntl.F_SETPIPE_SZ, 4096)
        assert running.stdout.read(1) == b"{"
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=PATIENCE) == 130
        assert running.stderr.read() == b""


# What is loaded


LOADED = """
import sys
from tui.cli.context import process_context
from tui.cli.main import main
status = main(sys.argv[1:], process_context())
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""

NEEDED = """
import binascii, contextvars, gc, importlib, pathlib, re, sqlite3, struct, sys, typing, unicodedata
print(*sys.modules)
"""
"""The modules of Python that a search cannot do without, and those that they load."""

SEARCH = """
tui tui.catalog tui.catalog.find tui.cli tui.cli.arguments tui.cli.commands tui.cli.context tui.cli.main tui.cli.queries
tui.cli.search tui.store tui.store.cache tui.store.compiled tui.numbers tui.numbers.words tui.search
tui.search.cancellation tui.search.candidates tui.search.corrections tui.search.dimensions tui.search.expression
tui.search.index tui.search.matching tui.search.open tui.search.query tui.search.question tui.search.ranking
tui.search.results tui.search.rows tui.search.search tui.search.terms tui.search.vocabulary tui.text
tui.text.cached_method tui.text.digest tui.text.fold tui.text.folders tui.text.grouping tui.text.lazy_pattern
tui.text.opening tui.text.safe tui.text.span tui.view tui.view.styled_text
"""
"""The modules of lode that a search loads for a word as it is printed. Each costs a two-hundredth of its time."""

FOR_A_TYPO = {"tui.search.families", "tui.search.variants"}


def modules(arguments: list[str], tmp_path: Path, **environment: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=tmp_path,
        env=environment_of(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    names = set(done.stderr.splitlines()[-1].split())
    assert "tui.cli.main" in names
    return names


def loaded(arguments: list[str], tmp_path: Path, **environment: str) -> set[str]:
    """The packages that a command has loaded by its end."""
    return {name.partition(".")[0] for name in modules(arguments, tmp_path, **environment)}


def test_a_search_loads_only_what_it_needs(
    folder: Callable[..., Path], lode: Callable[..., Done], cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = set(subprocess.check_output([sys.executable, "-c", NEEDED], text=True).split())
    here = folder('articles: [{id: a, file: a.txt, title: "[A]"}]\n', a="Sediment is taken from the lake.").parent
    # Else the files are too young to be known by their times, and are compared by a digest.
    monkeypatch.setattr("tui.store.compiling.RACY", 1)
    assert lode("search", "sediment", folder=here).status == 0
    exact = modules(["search", "sediment"], here, LODE_CACHE=cache)
    assert exact - needed == set(SEARCH.split())
    others = modules(["search", "sedimnet"], here, LODE_CACHE=cache) - exact
    assert {name for name in others if name.startswith("tui.")} == FOR_A_TYPO
    assert "rapidfuzz" in others


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "rosatm"],
        ["list", "entities"],
        ["show", "rosatom"],
        ["cite", "rosatom", "--format", "csl"],
        ["check", "--coverage"],
        ["export", "json"],
        ["export", "w3c"],
        ["--help"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_no_command_but_open_loads_textual(folder: Callable[..., Path], arguments: list[str]) -> None:
    here = folder("entities: [{id: rosatom, name: Rosatom, kind: company}]\n").parent
    assert "textual" not in loaded(arguments, here)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["search", "--help"]], ids=" ".join)
def test_help_and_version_load_no_library(tmp_path: Path, arguments: list[str]) -> None:
    assert not loaded(arguments, tmp_path) & {"yaml", "pydantic", "rapidfuzz", "rich", "textual"}


def test_the_version_comes_from_the_package(process: Process) -> None:
    assert process("--version").stdout.splitlines()[0] == f"lode {__version__}"


def test_the_version_says_where_compiled_dossiers_are(process: Process, tmp_path: Path) -> None:
    assert process("--version", LODE_CACHE=str(tmp_path)).stdout.splitlines()[1] == f"compiled dossiers: {tmp_path}"
    assert process("--version", LODE_CACHE="").stdout.splitlines()[1] == "compiled dossiers: not kept"


def test_the_version_says_why_compiled_dossiers_are_not_kept(process: Process, tmp_path: Path) -> None:
    (tmp_path / "lode-cache").write_text("")
    said = process("--version", LODE_CACHE=str(tmp_path)).stdout.splitlines()[1]
    assert said == f"compiled dossiers: {tmp_path} (not used: {tmp_path / 'lode-cache'} is not what lode made)"


def test_relative_folders_in_the_environment_put_nothing_beside_the_dossier(process: Process, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "catalog.yaml").write_text(
        "lode: 1\ntitle: A\nentities: [{id: rosatom, name: Rosatom, kind: company}]\n"
    )
    relative = {name: "made" for name in ("LODE_CACHE", "LODE_STATE", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    done = process("search", "rosatom", folder=tmp_path / "here", HOME=str(tmp_path / "home"), **relative)
    assert done.returncode == 0
    assert not [*(tmp_path / "here").iterdir()]
    assert (tmp_path / "home/.cache/lode/lode-cache").is_dir()
