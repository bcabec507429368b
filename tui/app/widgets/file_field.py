"""A field for the name of a text file, completed while it is typed. Imported when it is first opened."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.suggester import Suggester

from tui.app.model.background import in_thread
from tui.app.widgets.query_field import QueryField
from tui.text.folders import from_home

ENDINGS = (".txt", ".md")

MOST = 2_000
"""Entries of a folder that are read at most."""


def completed(given: str) -> str | None:
    """The first folder or text file, by name, that a path may be the beginning of; None if there is none."""
    *folders, begun = given.rpartition("/")
    folder = "".join(folders)
    named = min((name for name in _names(Path.cwd() / from_home(folder)) if _continues(name, begun)), default=None)
    return None if named is None else folder + named


def _continues(name: str, begun: str) -> bool:
    # Hidden files are those that are asked for.
    return name.startswith(begun) and name.startswith(".") <= begun.startswith(".")


def _names(folder: Path) -> Iterator[str]:
    """The names of text files in a folder, and those of folders with a slash after them."""
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, MOST):
                if entry.is_dir():
                    yield f"{entry.name}/"
                elif entry.name.endswith(ENDINGS):
                    yield entry.name
    except OSError:
        return


class _Files(Suggester):
    async def get_suggestion(self, value: str) -> str | None:
        return await in_thread(lambda: completed(value))


class FileField(QueryField):
    """A field that shows how a path may go on; Tab takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("tab", "cursor_right", "Complete")]

    def __init__(self, path: str, placeholder: str, id: str) -> None:
        files = _Files(use_cache=False, case_sensitive=True)
        super().__init__(path, placeholder=placeholder, suggester=files, compact=True, id=id)
