"""The house holds: style, types, and the floors that imports may not climb."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "-m", "ruff", "check", "--no-cache", "."], id="ruff check"),
        pytest.param([sys.executable, "-m", "ruff", "format", "--check", "--no-cache", "."], id="ruff format"),
        pytest.param([sys.executable, "-m", "mypy", "--no-incremental"], id="mypy"),
        pytest.param([str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], id="import-linter"),
    ],
)
def test_holds(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
