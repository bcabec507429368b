"""Which catalog is meant: named, set in the environment, near the current folder, or built in."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import tui
from tui.text.opening import UnreadableError, open_regular

NAME = "catalog.yaml"
VARIABLE = "LODE_CATALOG"

_LODE_KEY = re.compile(r"^lode\s*:", re.MULTILINE)


def find_catalog(named: str | None, environment: Mapping[str, str], folder: Path) -> Path:
    """The catalog file to open; `named` is a file or a folder. Whether it can be read is seen when it is."""
    given = named or environment.get(VARIABLE)
    if given:
        path = folder / from_home(given)
        return path / NAME if path.is_dir() else path
    for ancestor in (folder, *folder.parents):
        if _is_lodes(ancestor / NAME):
            return ancestor / NAME
    return builtin()


def builtin() -> Path:
    """The built-in dossier's catalog: inside the package once installed, beside it in a checkout."""
    package = Path(tui.__file__).parent
    shipped = package / "builtin" / NAME
    return shipped if shipped.exists() else package.parent / NAME


def is_shipped(path: Path) -> bool:
    """Whether a catalog is the built-in one as it was installed, which is nobody's to change."""
    return path.resolve().is_relative_to((Path(tui.__file__).parent / "builtin").resolve())


def from_home(named: str) -> Path:
    """A path with its `~` resolved, or as it stands where no such person has a home folder."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def _is_lodes(path: Path) -> bool:
    """Whether a file is a catalog of lode's, and not another tool's catalog.yaml."""
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            head = os.read(file.fileno(), 1 << 16)
    except (OSError, UnreadableError):
        return False
    return _LODE_KEY.search(head.decode("utf-8-sig", errors="replace").replace("\r", "\n")) is not None
