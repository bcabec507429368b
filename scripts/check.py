"""Runs all checks: linters, types, import layers and tests; with --slow the slow tests, too.

    python -m scripts.check [--slow]

Runs all checks, even if one fails. The exit status is 1 if any failed.
"""

import sys

from scripts import lint

TESTS = (sys.executable, "-m", "pytest", "-q")
SLOW_TESTS = (*TESTS, "-m", "slow")


def main(arguments: list[str]) -> int:
    """Runs all checks and returns the exit status."""
    checks = [*lint.CHECKS, TESTS, *([SLOW_TESTS] if "--slow" in arguments else [])]
    return lint.run(checks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
