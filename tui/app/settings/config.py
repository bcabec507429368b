"""The user's configuration: its settings, and the file and environment variables that they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.text.folders import from_home, user_folder

VARIABLE = "LODE_CONFIG"
"""The environment variable that names another configuration file; if it is empty, no file is read."""

THEME = "LODE_THEME"
"""The environment variable that names a theme; it takes precedence over the file."""

NAME = "config.yaml"


class ThemeError(ValueError):
    """The environment names an unknown theme. The message is one line, and may suggest a similar name."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """The user's settings, each a key of the configuration file."""

    theme: str | None = None
    """The name of one of Textual's themes; None for the one that was used last."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Textual's names of keys by the ids of actions. Other actions keep their default keys."""


def config_file(environment: Mapping[str, str]) -> Path | None:
    """The configuration file, whether it exists or not; None if no file is to be read."""
    if VARIABLE in environment:
        return from_home(environment[VARIABLE]) if environment[VARIABLE] else None
    folder = user_folder("config", environment)
    return folder / NAME if folder else None


def load(environment: Mapping[str, str]) -> Config:
    """Loads the configuration from the file and the environment.

    Raises CatalogError with all problems of the file, or ThemeError if `LODE_THEME` is unknown.
    """
    path, theme = config_file(environment), environment.get(THEME)
    if path and VARIABLE not in environment and not path.exists():
        path = None
    if path is None and not theme:
        return Config()
    # Imported on use: most users have no configuration.
    from tui.app.settings.config_reader import no_theme, read

    config = read(path) if path else Config()
    if not theme:
        return config
    if wrong := no_theme(theme):
        message, near = wrong
        raise ThemeError(f"{THEME}: {message}" + (f"; nearest: {near}" if near else ""))
    return replace(config, theme=theme)
