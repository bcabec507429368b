"""What the app remembers of its user from one session to the next: hints that were taken, the theme."""

import os

from tui.app.settings.state import read, state_folder, write

NAME = "user.json"


def recall(name: str) -> str | None:
    """What was remembered under a name."""
    return _all().get(name)


def remember(name: str, value: str) -> bool:
    """Keeps a value under a name; says whether that could be done."""
    folder = state_folder(os.environ)
    return folder is not None and write(folder / NAME, {**_all(), name: value})


def first_time(name: str) -> bool:
    """Whether something happens for the first time; never where that cannot be remembered."""
    return recall(name) is None and remember(name, "done")


def _all() -> dict[str, str]:
    folder = state_folder(os.environ)
    found = read(folder / NAME) if folder else None
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
