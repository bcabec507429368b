"""Programs that some tests need."""

import os
import shutil

import pytest


def need(program: str) -> None:
    """Skips the test on a machine without a program. CI installs them all, so there the test fails."""
    if shutil.which(program) is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing(f"{program} is not installed")
