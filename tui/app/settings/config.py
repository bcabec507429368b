"""A person's own settings, the theme and keys by the names of actions, and where they are written down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.app.commands.actions import ACTIONS
from tui.text.folders import from_home, user_folder

VARIABLE = "LODE_CONFIG"
"""The environment variable that names another file, or with an empty value none."""

THEME = "LODE_THEME"
"""The environment variable that names a theme."""

NAME = "config.yaml"

_NAMES = {
    "page(1)": "page-down",
    "page(-1)": "page-up",
    "edge(-1)": "first",
    "edge(1)": "last",
    "highlight(1)": "next-highlight",
    "highlight(-1)": "previous-highlight",
    "reader_rows(3)": "scroll-text-down",
    "reader_rows(-3)": "scroll-text-up",
    "half_page(1)": "half-page-down",
    "half_page(-1)": "half-page-up",
    "next_pane(1)": "next-pane",
    "next_pane(-1)": "previous-pane",
    "grow('width', 4)": "wider",
    "grow('width', -4)": "narrower",
    "grow('height', 2)": "higher",
    "grow('height', -2)": "lower",
    "group(1)": "next-group",
    "group(-1)": "previous-group",
    "figures": "timeline-figures",
    "choose(1)": "next-result",
    "choose(-1)": "previous-result",
    "choose_page(1)": "results-down",
    "choose_page(-1)": "results-up",
    "preview_rows(3)": "preview-down",
    "preview_rows(-3)": "preview-up",
    "go": "open-result",
    "send('plain')": "copy-plain",
    "send('markdown')": "copy-markdown",
    "send('bibtex')": "copy-bibtex",
    "send('csl')": "copy-csl",
    "send('quote')": "copy-words",
    "send('link')": "copy-link",
    "send('id')": "copy-id",
    "show": "copy-show",
    "move(1)": "next-match",
    "move(-1)": "previous-match",
    "done": "keep-filter",
}
"""What a person calls an action whose name in the code says it to nobody else."""


class ThemeError(ValueError):
    """The environment names a theme that there is not; the message is one line, and names what is nearest."""


@dataclass(frozen=True)
class Config:
    """What a person has set."""

    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the actions' names in the code."""


def names() -> dict[str, str]:
    """The actions that can have other keys: what a person calls each, and its name in the code."""
    fixed = {action.name for action in ACTIONS if action.fixed}
    free = dict.fromkeys(action.name for action in ACTIONS if action.name not in fixed)
    return {_NAMES.get(name) or re.sub(r"\W+|_", "-", name).strip("-"): name for name in free}


def config_file(environment: Mapping[str, str]) -> Path | None:
    """The file to read; None where there is none."""
    if VARIABLE in environment:
        return from_home(environment[VARIABLE]) if environment[VARIABLE] else None
    folder = user_folder("config", environment)
    return folder / NAME if folder and (folder / NAME).exists() else None


def load(environment: Mapping[str, str]) -> Config:
    """The configuration; the environment's theme goes before the file's.

    Raises CatalogError with everything that is wrong with the file, and ThemeError.
    """
    path, theme = config_file(environment), environment.get(THEME)
    if path is None and not theme:
        return Config()
    # Most people set nothing, and wait for no reader of it.
    from tui.app.settings.config_reader import no_theme, read

    config = read(path) if path else Config()
    if not theme:
        return config
    if wrong := no_theme(theme):
        message, near = wrong
        raise ThemeError(f"{THEME}: {message}" + (f"; nearest: {near}" if near else ""))
    return replace(config, theme=theme)
