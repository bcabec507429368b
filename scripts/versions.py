"""Runs the tests with the newest and with the lowest versions that pyproject.toml allows, on each installed Python.

    python -m scripts.versions [ARGUMENT...]

The arguments are passed to pytest. Needs uv (the extra `versions`). Finds the Pythons on PATH and those of pyenv. Each
run has its own virtual environment, which is deleted afterwards. The exit status is 1 if any run failed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

RESOLUTIONS = {"newest": "highest", "lowest": "lowest-direct"}
"""The names that uv uses. The lowest versions are those of direct dependencies; indirect ones are the newest."""


def environment() -> dict[str, str]:
    """The environment of the runs: with all Pythons of pyenv, without variables that select another Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "LODE"))}
    if shutil.which("pyenv"):
        versions = subprocess.run(["pyenv", "versions", "--bare"], capture_output=True, encoding="utf-8", check=True)
        kept["PYENV_VERSION"] = ":".join(versions.stdout.split())
    return {**kept, "UV_PYTHON_DOWNLOADS": "never"}


def pythons(environment: dict[str, str]) -> Iterator[str]:
    """The commands of the supported Pythons, one for each minor version."""
    lowest = int(PROJECT["requires-python"].rpartition(".")[2])
    for minor in range(lowest, lowest + 20):
        command = shutil.which(f"python3.{minor}")
        if command and subprocess.run([command, "-c", ""], env=environment, capture_output=True).returncode == 0:
            yield command


def passes(python: str, versions: str, arguments: list[str], environment: dict[str, str]) -> bool:
    """Whether the tests pass with a Python and the newest or the lowest versions."""
    uv = (sys.executable, "-m", "uv")
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder) / "bin" / "python"
        install = (*uv, "pip", "install", "--quiet", "--python", inner, "--resolution", RESOLUTIONS[versions])
        for command in (
            (*uv, "venv", "--quiet", "--clear", "--seed", "--python", python, folder),
            (*install, "--editable", f"{ROOT}[test]"),
            (*uv, "pip", "freeze", "--python", inner, "--exclude-editable"),
            (inner, "-m", "pytest", *arguments),
        ):
            if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode != 0:
                return False
    return True


def main(arguments: list[str]) -> int:
    """Runs all combinations and returns the exit status."""
    around = environment()
    outcomes = {}
    for python in pythons(around):
        for versions in RESOLUTIONS:
            run = f"{Path(python).name}, {versions} versions"
            print(f"+ {run}", flush=True)
            outcomes[run] = "passed" if passes(python, versions, arguments, around) else "FAILED"
    print(*(f"{run}: {outcome}" for run, outcome in outcomes.items()), sep="\n")
    return int(not outcomes or "FAILED" in outcomes.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
