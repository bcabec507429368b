"""What the app remembers of its user from one session to the next: hints that were taken, the theme.

One small JSON file in the user's state folder. What cannot be read or written is done without.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

VARIABLE = "LODE_STATE"
"""The environment variable that names another folder, or with an empty value none."""

NAME = "user.json"

_LARGEST = 1 << 16
"""Bytes beyond which the file is none of lode's."""


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """Where state is kept; None where it is not wanted."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    from platformdirs import user_state_path

    return user_state_path("lode", appauthor=False)


def recall(name: str) -> str | None:
    """What was remembered under a name."""
    folder = state_folder(os.environ)
    return _read(folder / NAME).get(name) if folder else None


def remember(name: str, value: str) -> bool:
    """Keeps a value under a name; says whether that could be done."""
    folder = state_folder(os.environ)
    if folder is None:
        return False
    try:
        _write(folder / NAME, {**_read(folder / NAME), name: value})
    except OSError:
        return False
    return True


def first_time(name: str) -> bool:
    """Whether something happens for the first time; never where that cannot be remembered."""
    return recall(name) is None and remember(name, "done")


def _read(file: Path) -> dict[str, str]:
    with suppress(OSError, ValueError):
        if file.is_file() and file.stat().st_size <= _LARGEST:
            found = json.loads(file.read_bytes())
            if isinstance(found, dict):
                return {name: value for name, value in found.items() if isinstance(value, str)}
    return {}


def _write(file: Path, values: dict[str, str]) -> None:
    """Writes aside and renames, so that another lode reads the old or the new."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=file.stem, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(values, stream)
        Path(aside).replace(file)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
