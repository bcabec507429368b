"""Checks style, types and import layers, with the versions that the `lint` extra pins.

    python -m scripts.lint

Runs all checks, even if one fails. The exit status is 1 if any failed.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent

CHECKS = (
    (sys.executable, "-m", "ruff", "check", "."),
    (sys.executable, "-m", "ruff", "format", "--check", "."),
    (sys.executable, "-m", "mypy"),
    (str(Path(sys.executable).parent / "lint-imports"),),
)


def run(checks: Iterable[tuple[str, ...]]) -> int:
    """Runs commands, and returns 1 if any of them failed, else 0."""
    failed = False
    for check in checks:
        print("+", *(Path(part).name if part.startswith("/") else part for part in check), flush=True)
        failed |= subprocess.run(check, cwd=ROOT, check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(run(CHECKS))
