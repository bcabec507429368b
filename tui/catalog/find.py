"""Finds the catalog: named, from the environment, near the current folder, or built in."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import tui
from tui.text.folders import from_home
from tui.text.opening import UnreadableError, open_regular

NAME = "catalog.yaml"
VARIABLE = "LODE_CATALOG"

_LODE_KEY = r"(?m)^lode\s*:"


def find_catalog(named: str | None, environment: Mapping[str, str], folder: Path) -> Path:
    """The catalog file to open; `named` is a file or a folder. It need not exist."""
    return chosen_catalog(named, environment, folder) or builtin()


def chosen_catalog(named: str | None, environment: Mapping[str, str], folder: Path) -> Path | None:
    """The catalog file that is named, or the nearest; None if there is none."""
    given = named or environment.get(VARIABLE)
    if given:
        path = folder / from_home(given)
        return path / NAME if path.is_dir() else path
    return _nearest(folder)


def catalog_of(path: Path, named: str | None, environment: Mapping[str, str], folder: Path) -> Path | None:
    """The catalog of the dossier that a file or folder belongs to; None if there is none.

    A catalog, or a folder that contains one, needs nothing else. Another path belongs to the `named` catalog if it is
    in its folder; if none is named, to the nearest catalog in its own folder or above, else to that of the environment.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100
    if path.is_dir() and (path / NAME).exists():
        return path / NAME
    if path.suffix in (".yaml", ".yml") and _is_lodes(path):
        return path
    if not named and (nearest := _nearest(path)):
        return nearest
    if named or environment.get(VARIABLE):
        given = Path(os.path.abspath(find_catalog(named, environment, folder)))  # noqa: PTH100
        return given if path.is_relative_to(given.parent) else None
    return None


def _nearest(folder: Path) -> Path | None:
    """The nearest catalog in a folder or above it."""
    return next((ancestor / NAME for ancestor in (folder, *folder.parents) if _is_lodes(ancestor / NAME)), None)


def builtin() -> Path:
    """The built-in dossier's catalog: inside the package once installed, beside it in a checkout."""
    package = Path(tui.__file__).parent
    shipped = package / "builtin" / NAME
    return shipped if shipped.exists() else package.parent / NAME


def is_shipped(path: Path) -> bool:
    """Whether a catalog is the built-in one as installed, which must not be changed."""
    return path.resolve().is_relative_to((Path(tui.__file__).parent / "builtin").resolve())


def _is_lodes(path: Path) -> bool:
    """Whether a file is a catalog of lode, and not another tool's catalog.yaml."""
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            head = os.read(file.fileno(), 1 << 16)
    except (OSError, UnreadableError):
        return False
    text = head.decode(errors="replace").removeprefix("\ufeff").replace("\r", "\n")
    return re.search(_LODE_KEY, text) is not None
