"""Programs and packages that some tests need."""

import os
import shutil
from importlib.util import find_spec

import pytest


def need(program: str) -> None:
    """Skips the test on a machine without a program. CI installs them all, so there the test fails."""
    if shutil.which(program) is None:
        _miss(f"{program} is not installed")


def need_package(package: str) -> None:
    """Does the same without a Python package, which the extra `exports` installs."""
    if find_spec(package) is None:
        _miss(f"{package} is not installed; pip install 'lode-tui[exports]'")


def _miss(reason: str) -> None:
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
