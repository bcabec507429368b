"""Fixtures that run `lode` in this process or as a separate one."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.lode_process import PATIENCE, environment_of
from tui.cli.context import Context, Status
from tui.cli.main import main


class Terminal(StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Done:
    """The exit status and the output of a command."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The objects of JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache folder for these tests only."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def lode(tmp_path: Path, cache: str) -> Callable[..., Done]:
    """Runs a command in this process, in an empty folder unless another is given."""

    def run(
        *arguments: str,
        folder: Path = tmp_path,
        terminal: bool = False,
        typed: bool | str | None = None,
        **environment: str,
    ) -> Done:
        out, err = Terminal() if terminal else StringIO(), StringIO()
        world = {"LODE_CACHE": cache, "LODE_STATE": "", **environment}
        typed = terminal if typed is None else typed
        stdin = Terminal(typed if isinstance(typed, str) else "") if typed else StringIO()
        status = main(arguments, Context(out, err, world, folder, stdin=stdin))
        assert isinstance(status, Status)
        return Done(status, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def process(tmp_path: Path, cache: str) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs `python -m tui` as a process, in an empty folder unless another is given."""

    def run(*arguments: str, folder: Path = tmp_path, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            cwd=folder,
            env=environment_of({"LODE_CACHE": cache, **environment}),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    return run
