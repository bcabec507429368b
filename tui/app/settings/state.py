"""Files in the user's state folder. Without such a folder, nothing is kept."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.text.files import replacing
from tui.text.folders import named_folder

VARIABLE = "LODE_STATE"
"""The environment variable that names another folder; empty for none."""

_LARGEST = 1 << 20
"""Bytes that a file has at most."""


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder; None if the environment refuses it."""
    return named_folder(VARIABLE, "state", environment)


def read(file: Path) -> Any:
    """The JSON in a file; None if it cannot be read."""
    with suppress(OSError, ValueError, RecursionError):
        # Opening a named pipe would block.
        if file.is_file() and file.stat().st_size <= _LARGEST:
            return json.loads(file.read_bytes())
    return None


def write(file: Path, value: Any) -> bool:
    """Writes a value as JSON, atomically. Returns whether that was possible."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as aside:
            aside.write_text(json.dumps(value), encoding="utf-8")
    except OSError:
        return False
    return True
