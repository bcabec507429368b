"""Folders from the environment: the user's cache, state and configuration, and those of programs."""

import os
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

Kind = Literal["cache", "config", "state"]

_BELOW_HOME: dict[Kind, str] = {"cache": ".cache", "config": ".config", "state": ".local/state"}


def from_home(named: str) -> Path:
    """A path with its `~` resolved, or unchanged where that user has no home folder."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def shown_from_home(path: Path) -> str:
    """A path as it is shown to the user: with `~` for the home folder."""
    home = _home()
    return f"~/{path.relative_to(home).as_posix()}" if home and path.is_relative_to(home) else str(path)


def named_folder(variable: str, kind: Kind, environment: Mapping[str, str]) -> Path | None:
    """The folder in lode's own environment variable, else the user's; None if the variable is empty."""
    named = environment.get(variable)
    if named == "":
        return None
    folder = from_home(named) if named else None
    return folder if folder and folder.is_absolute() else user_folder(kind, environment)


def user_folder(kind: Kind, environment: Mapping[str, str]) -> Path | None:
    """The user's folder for lode's files of a kind; None if there is no home folder.

    A relative path in the environment is ignored, as the XDG specification requires: it would name a folder in the
    dossier that lode is started in.
    """
    if sys.platform in ("darwin", "win32"):
        return _by_platform(kind)
    # The same as platformdirs, whose import takes a quarter of the time of a warm search.
    base = Path(environment.get(f"XDG_{kind.upper()}_HOME", ""))
    if base.is_absolute():
        return base / "lode"
    home = _home()
    return home and home / _BELOW_HOME[kind] / "lode"


def _by_platform(kind: Kind) -> Path | None:
    import platformdirs

    folder: Path = getattr(platformdirs, f"user_{kind}_path")("lode", appauthor=False)
    return folder if folder.is_absolute() else None


def _home() -> Path | None:
    """The home folder: `HOME` if that is an absolute path, else the system's entry for the user."""
    home = Path(os.environ.get("HOME", ""))
    if home.is_absolute():
        return home
    with suppress(ImportError, KeyError):
        import pwd

        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    return None


def is_relative_path(program: str) -> bool:
    """Whether a program is named by a relative path, which may lie in the dossier that lode is started in."""
    return os.sep in program and not Path(program).is_absolute()


def keep_absolute_path(environment: MutableMapping[str, str]) -> None:
    """Removes relative folders from `PATH`, which could contain programs of the dossier that lode is started in."""
    if "PATH" not in environment:
        return
    folders = [folder for folder in environment["PATH"].split(os.pathsep) if Path(folder).is_absolute()]
    if folders:
        environment["PATH"] = os.pathsep.join(folders)
    else:
        # An empty PATH means the current folder; without PATH, the system's default is used.
        del environment["PATH"]
