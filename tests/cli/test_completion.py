"""Completion: what a word can become, from the parsers and the dossier, and in the shells themselves."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.pseudo_terminal import Terminal
from tests.cli.conftest import Done
from tests.lode_process import PATIENCE, environment_of, path_with_lode
from tests.needs import need
from tui.cli.completion import SHELLS
from tui.dossier.dossier import Dossier
from tui.view.citation import FORMATS


@pytest.fixture
def become(lode: Callable[..., Done]) -> Callable[..., list[str]]:
    """What the last word of a line can become; a line that ends in a space has an empty one."""

    def ask(line: str, **environment: str) -> list[str]:
        done = lode("complete", "--", *line.split(), *([""] if line.endswith(" ") or not line else []), **environment)
        assert (done.status, done.err) == (0, "")
        return [candidate.partition("\t")[0] for candidate in done.lines]

    return ask


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("sh", ["show"]),
        ("comp", ["compare", "completion"]),
        ("show rosa", ["rosatom"]),
        ("show russia-reserves-u", ["russia-reserves-usgs"]),
        ("--color never cite rosa", ["rosatom"]),
        ("open --at rosa", ["rosatom"]),
        ("suggest a-m", ["a-moscow-times"]),
        ("list f", ["figures"]),
        ("list figures m", ["measure:", "material:"]),
        ("list figures by:us", ["by:usgs"]),
        ("search rosatom -by:us", ["-by:usgs"]),
        ("search kind:f", ["kind:facility", "kind:figure"]),
        ("compare measure:reserves year:202", ["year:2020", "year:2022", "year:2023", "year:2024", "year:2025"]),
        ("export w", ["w3c"]),
        ("export w3c article:a-m", ["article:a-moscow-times"]),
        ("cite rosatom --format ", list(FORMATS)),
        ("cite rosatom --format=b", ["--format=bibtex"]),
        ("--color a", ["auto", "always"]),
        ("list figures --sort -t", ["-title"]),
        ("show rosatom --j", ["--json"]),
        ("completion ", list(SHELLS)),
        # Where files are meant, and where nothing is, the shell is left to itself.
        ("-c cat", []),
        ("open cat", []),
        ("show rosatom rosa", []),
        ("show -- --j", []),
        ("list figures nowhere:x", []),
        ("check -n 1", []),
    ],
)
def test_candidates_for_a_word(become: Callable[..., list[str]], line: str, candidates: list[str]) -> None:
    assert become(line) == candidates


def test_commands_are_offered_first_and_each_once(become: Callable[..., list[str]]) -> None:
    offered = become("")
    assert {"open", "search", "list", "show", "cite", "compare", "check", "completion"} <= set(offered)
    assert "complete" not in offered
    assert len(offered) == len(set(offered))


def test_every_id_is_offered(become: Callable[..., list[str]], dossier: Dossier) -> None:
    assert sorted(become("show ")) == sorted(record.id for record in dossier.records)


def test_ids_are_those_of_the_catalog_that_is_meant(
    become: Callable[..., list[str]], folder: Callable[..., Path]
) -> None:
    path = folder("entities: [{id: ore, name: Ore, kind: material}]\narticles: [{id: a, file: a.txt, title: '[A]'}]\n")
    (path.parent / "a.txt").write_text("Ore.\n")
    for line in (f"-c {path} show ", f"--catalog={path} show ", f"show -c {path} "):
        assert sorted(become(line)) == ["a", "ore"]
    assert sorted(become("show ", LODE_CATALOG=str(path))) == ["a", "ore"]


@pytest.mark.parametrize("text", ["", "lode: 1\n", "a: [\n", "lode: 1\ntitle: x\nfigures: [{id: x}]\n"])
def test_a_catalog_that_cannot_be_used_is_passed_over(
    become: Callable[..., list[str]], tmp_path: Path, text: str
) -> None:
    (tmp_path / "catalog.yaml").write_text(text)
    assert become(f"-c {tmp_path} show x") == []
    assert become(f"-c {tmp_path / 'missing'} list figures by:") == []


@pytest.mark.parametrize("shell", ["tcsh", ""])
def test_another_shell_is_named(lode: Callable[..., Done], shell: str) -> None:
    done = lode("completion", shell)
    assert (done.status, done.out) == (2, "")
    assert f"“{shell}” is not a shell that lode completes for; choose from bash, zsh, fish" in done.err


# In the shells

LINES = [
    ("lode sh", ["show"]),
    ("lode show rosa", ["rosatom"]),
    ("lode list figures by:us", ["by:usgs"]),
    ("lode list figures m", ["material:", "measure:"]),
    ("lode cite rosatom --format=b", ["--format=bibtex"]),
    ("lode -c nowhere show x", []),
]


def run_in(shell: str, script: str, tmp_path: Path, cache: str) -> list[str]:
    """The lines that a shell prints, with `lode` on its path, sorted."""
    need(shell)
    done = subprocess.run(
        [shell, "-c", script],
        cwd=tmp_path,
        env={**environment_of({"LODE_CACHE": cache}), "PATH": path_with_lode(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr == ""
    return sorted(done.stdout.splitlines())


def test_bash_completes(tmp_path: Path, cache: str) -> None:
    asking = "".join(
        f"COMP_LINE='{line}' COMP_POINT={len(line)}; _lode lode; printf '{number} %s\\n' \"${{COMPREPLY[@]}}\"\n"
        for number, (line, _) in enumerate(LINES)
    )
    found = run_in("bash", f"source <(lode completion bash)\n{asking}complete -p lode", tmp_path, cache)
    # Bash takes what follows the last colon or equals sign for the word that it completes.
    wanted = [
        f"{number} {candidate.removeprefix('by:').removeprefix('--format=')}"
        for number, (_, candidates) in enumerate(LINES)
        for candidate in candidates or [""]
    ]
    assert found == sorted([*wanted, "complete -o default -F _lode lode"])


@pytest.mark.slow
def test_fish_completes(tmp_path: Path, cache: str) -> None:
    asking = "".join(f"complete -C '{line}' | string replace -r '^' '{n} '\n" for n, (line, _) in enumerate(LINES))
    found = run_in("fish", f"lode completion fish | source\n{asking}", tmp_path, cache)
    wanted = [f"{number} {candidate}" for number, (_, candidates) in enumerate(LINES) for candidate in candidates]
    assert [line.partition("\t")[0] for line in found] == sorted(wanted)


@pytest.mark.slow
def test_zsh_completes(tmp_path: Path, cache: str) -> None:
    # Outside an editing line, `compadd` is ours and says what it was given.
    asking = "".join(
        f"words=({line}); CURRENT=${{#words}}; PREFIX=${{words[-1]}}; number={number}; _lode\n"
        for number, (line, _) in enumerate(LINES)
    )
    script = (
        "compdef() { :; }\n_files() { :; }\n"
        'compadd() { local each; for each in "${(@P)@[-1]}"; do print -r -- "$number $each"; done; }\n'
        f"source <(lode completion zsh)\n{asking}"
    )
    found = run_in("zsh", script, tmp_path, cache)
    wanted = [f"{number} {candidate}" for number, (_, candidates) in enumerate(LINES) for candidate in candidates]
    assert found == sorted(wanted)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shell", "begin"),
    [
        ("bash --norc --noprofile -i", "source <(lode completion bash)"),
        ("fish --no-config --interactive", "lode completion fish | source"),
        ("zsh -f -i", "autoload -Uz compinit; compinit -u -D; source <(lode completion zsh)"),
    ],
    ids=["bash", "fish", "zsh"],
)
def test_tab_completes_at_the_prompt(tmp_path: Path, cache: str, shell: str, begin: str) -> None:
    need(shell.split()[0])
    environment = {**environment_of({"LODE_CACHE": cache, "TERM": "dumb"}), "PATH": path_with_lode(tmp_path)}
    terminal = Terminal(shell.split(), tmp_path, environment, (100, 30))
    try:
        # The word is written in two pieces, so that it is not found in the echo of what is typed.
        terminal.press(f"{begin}; echo rea''dy\n")
        terminal.wait_for("ready")
        for typed, completed in (("lode show rosa", "tom"), ("lode list figures by:us", "gs"), ("lode comple", "tion")):
            terminal.press(f"\x15{typed}")
            terminal.wait_for(typed)
            terminal.press("\t")
            terminal.wait_for(completed)
    finally:
        terminal.close()
