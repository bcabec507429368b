"""Checks style, types and the layers of imports, with the versions that the `lint` extra pins.

    python -m scripts.lint

Runs every check, even where an earlier one failed. The exit status is 1 where any failed.
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
    """The number of checks that failed, at most 1."""
    failed = False
    for check in CHECKS:
        print("+", *(Path(part).name if part.startswith("/") else part for part in check), flush=True)
        failed |= subprocess.run(check, cwd=ROOT, check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
