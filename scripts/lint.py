"""Checks style, types and import layers, with the versions that the `lint` extra pins.

    python -m scripts.lint

Runs all checks, even if one fails. The exit status is 1 if any failed.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

CHECKS = (
    (sys.executable, "-m", "ruff", "check", "."),
    (sys.executable, "-m", "ruff", "format", "--check", "."),
    (sys.executable, "-m", "mypy"),
    (str(Path(sys.executable).parent / "lint-imports"),),
)


def main() -> int:
    """Runs all checks and returns the exit status."""
    failed = False
    for check in CHECKS:
        print("+", *(Path(part).name if part.startswith("/") else part for part in check), flush=True)
        failed |= subprocess.run(check, cwd=ROOT, check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
