"""Files in the user's state folder: what lode keeps of its own accord, and does without where that cannot be."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.text.files import replacing
from tui.text.folders import named_folder

VARIABLE = "LODE_STATE"
"""The environment variable that names another folder, or with an empty value none."""

_LARGEST = 1 << 20
"""Bytes beyond which a file is none of lode's."""


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """Where state is kept; None where it is not wanted."""
    return named_folder(VARIABLE, "state", environment)


def read(file: Path) -> Any:
    """The JSON in a file; None where there is none that can be read."""
    with suppress(OSError, ValueError, RecursionError):
        # A pipe in its place would keep one waiting.
        if file.is_file() and file.stat().st_size <= _LARGEST:
            return json.loads(file.read_bytes())
    return None


def write(file: Path, value: Any) -> bool:
    """Keeps a value as JSON, which another lode reads as the old or the new; says whether that could be done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as aside:
            aside.write_text(json.dumps(value), encoding="utf-8")
    except OSError:
        return False
    return True
