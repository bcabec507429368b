"""Running lode as a process: what is in its environment, a program of that name, and how long to wait."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

PATIENCE = 120.0
"""Seconds after which what should have happened by now never will, however busy the machine is."""


def environment_of(given: dict[str, str]) -> dict[str, str]:
    """The environment of a process: this checkout, no cache, no sessions, no home."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LODE", "NO_COLOR", "PYTHON"))}
    return {**kept, "PYTHONPATH": str(ROOT), "HOME": "/nonexistent", "LODE_CACHE": "", "LODE_STATE": "", **given}


def path_with_lode(folder: Path) -> str:
    """Makes a program `lode` in a folder, and returns a PATH that has it first."""
    program = folder / "bin" / "lode"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}:{os.environ['PATH']}"
