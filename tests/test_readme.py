"""README and docs hold: their commands run, and the output they show is the output there is."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.lode_process import PATIENCE, ROOT, environment_of, path_with_lode

Run = Callable[[str], "subprocess.CompletedProcess[str]"]

README = ROOT / "README.md"

SETUP = ".venv/bin/"
"""In lines that set lode up, or run what only a clone has."""


class Block(NamedTuple):
    """A block of code: its language, the line it begins on, and its lines."""

    language: str
    line: int
    text: str


def blocks(markdown: str) -> list[Block]:
    """The blocks of code in a Markdown text."""
    found = re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```$", markdown, re.MULTILINE | re.DOTALL)
    return [Block(match[1], markdown.count("\n", 0, match.start()) + 1, match[2]) for match in found]


def commands(markdown: str) -> list[tuple[int, str]]:
    """Each line of the `sh` blocks that a reader with an installed lode can run, with its number."""
    return [
        (block.line + number, line)
        for block in blocks(markdown)
        if block.language == "sh"
        for number, line in enumerate(block.text.splitlines(), 1)
        if line.strip() and not line.lstrip().startswith("#") and SETUP not in line
    ]


def sessions(markdown: str) -> list[tuple[int, str, str]]:
    """Each `$ lode ...` of a block that shows output, with its line and what is below it."""
    found = []
    for block in blocks(markdown):
        if block.language in ("console", "text") and block.text.startswith("$ lode"):
            for match in re.finditer(r"^\$ (lode[^\n]*)\n(.*?)(?=^\$ |\Z)", block.text, re.MULTILINE | re.DOTALL):
                line = block.line + 1 + block.text.count("\n", 0, match.start())
                found.append((line, match[1], match[2]))
    return found


TEXT = README.read_text(encoding="utf-8") if README.exists() else ""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a line of shell in a copy of what a reader of the README has in a clone."""
    here = tmp_path / "here"
    shutil.copytree(ROOT / "seeds", here / "seeds")
    shutil.copy(ROOT / "catalog.yaml", here)
    folders = {"HOME": tmp_path, "LODE_CACHE": tmp_path / "cache", "LODE_STATE": tmp_path / "state"}
    environment = environment_of({name: str(folder) for name, folder in folders.items()})
    environment["PATH"] = path_with_lode(tmp_path)

    def in_shell(command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    return in_shell


def runs() -> Iterator[Any]:
    """Every command of the README and of the page about searching; the page about curating has a dossier of its own."""
    for page in (README, ROOT / "docs" / "search.md"):
        for line, command in commands(page.read_text(encoding="utf-8")):
            yield pytest.param(page.name, line, command, id=f"{page.name}:{line}")


@pytest.mark.sample(1)
@pytest.mark.parametrize(("page", "line", "command"), list(runs()))
def test_a_command_runs(run: Run, page: str, line: int, command: str) -> None:
    done = run(command)
    assert done.returncode == 0, f"{page}:{line}: {command}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    ("line", "command", "shown"), [pytest.param(*each, id=f"line {each[0]}") for each in sessions(TEXT)]
)
def test_the_output_shown_is_the_output(run: Run, line: int, command: str, shown: str) -> None:
    done = run(f"{command} 2>&1")
    assert done.stdout.rstrip("\n") == shown.rstrip("\n"), f"README.md:{line}: {command}"


def test_the_first_two_blocks_open_lode_and_run_the_tests() -> None:
    first, second = [block.text for block in blocks(TEXT) if block.language == "sh"][:2]
    assert "pip install" in first and "lode" in first
    assert "pip install" in second and "pytest" in second


def test_the_smallest_catalog_is_one(run: Run, tmp_path: Path) -> None:
    catalogs = [block.text for block in blocks(TEXT) if block.language == "yaml" and block.text.startswith("lode:")]
    for number, catalog in enumerate(catalogs):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "catalog.yaml").write_text(catalog, encoding="utf-8")
        quotes = re.findall(r"^ *(?:- )?(?:quote|title): (.*)$", catalog.partition("articles:")[2], re.MULTILINE)
        for file in re.findall(r"^ *file: (.*)$", catalog, re.MULTILINE):
            (folder / file).write_text("\n".join(quotes), encoding="utf-8")
        done = run(f"lode check -c '{folder}'")
        assert done.returncode == 0, done.stdout


def test_blocks_and_sessions_are_read_as_they_stand() -> None:
    markdown = """# x
```sh
python3 -m venv .venv && .venv/bin/pip install .
```
```sh
.venv/bin/python -m pytest
```
```sh
# a comment
lode list measures

lode check
```
```console
$ lode show a
one

two
$ lode show b
three
```
```text
no session
```
"""
    assert commands(markdown) == [(10, "lode list measures"), (12, "lode check")]
    assert sessions(markdown) == [(15, "lode show a", "one\n\ntwo\n"), (19, "lode show b", "three\n")]
