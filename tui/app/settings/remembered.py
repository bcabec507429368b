"""What the app remembers from one session to the next whatever the dossier: the theme, and hints that were shown."""

import os

from tui.app.settings.state import read, state_folder, write

NAME = "user.json"


def recall(name: str) -> str | None:
    """The value that was remembered under a name."""
    return _all().get(name)


def remember(name: str, value: str) -> bool:
    """Remembers a value under a name. Returns whether that was possible."""
    folder = state_folder(os.environ)
    return folder is not None and write(folder / NAME, {**_all(), name: value})


def first_time(name: str) -> bool:
    """Whether this is the first call with a name; never if nothing can be remembered."""
    return recall(name) is None and remember(name, "done")


def _all() -> dict[str, str]:
    folder = state_folder(os.environ)
    found = read(folder / NAME) if folder else None
    return {name: value for name, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}
