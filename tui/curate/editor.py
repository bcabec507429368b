"""The command that opens an editor at a place in a file."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path, PureWindowsPath

from tui.catalog.problem import Mark
from tui.text.folders import is_relative_path

_VS_CODE = "code code-insiders code-oss codium codium-insiders vscodium cursor windsurf positron"
_JETBRAINS = "clion goland idea phpstorm pycharm rider rubymine rustrover webstorm"

_PLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ex nvi nvim vi view vim vimx elvis gview gvim mvim vis", ("+{line}", "{file}")),
    ("emacs emacsclient mg zile jmacs kak mcedit micro ne", ("+{line}", "{file}")),
    ("nano pico rnano joe jpico jstar dte", ("+{line}", "{file}")),
    ("gedit gnome-text-editor pluma xed bbedit", ("+{line}", "{file}")),
    ("hx helix subl sublime_text zed zeditor lapce", ("{file}:{line}:{column}",)),
    (_VS_CODE, ("--goto", "{file}:{line}:{column}")),
    (_JETBRAINS, ("--line", "{line}", "{file}")),
    ("kate kwrite mousepad geany", ("--line", "{line}", "{file}")),
    ("mate", ("-l", "{line}", "{file}")),
    ("notepad++", ("-n{line}", "{file}")),
)
"""The arguments that open a file at a place, by editor. An editor that is not listed gets the file only."""

_FORMS = {name: form for names, form in _PLACES for name in names.split()}

_WINDOWED = frozenset(
    f"gview gvim mvim gedit gnome-text-editor pluma xed bbedit subl sublime_text zed zeditor lapce {_VS_CODE} "
    f"{_JETBRAINS} kate kwrite mousepad geany mate notepad++ notepad neovide nvim-qt open xdg-open".split()
)
"""Editors that never use the terminal. Emacs is not among them: some of its builds have no window."""

_VI = frozenset(["vi", "vim", "vimx"])


def editor_command(environment: Mapping[str, str], file: Path, mark: Mark) -> list[str] | None:
    """The command of `$VISUAL` or `$EDITOR` for a file at a line; None if neither is set or usable."""
    try:
        command = shlex.split(_written(environment))
    except ValueError:
        return None
    if not command or is_relative_path(command[0]):
        return None
    form = _FORMS.get(editor_name(command), ("{file}",))
    return [*command, *(part.format(file=file.absolute(), line=mark.line, column=mark.column) for part in form)]


def why_no_editor(environment: Mapping[str, str]) -> str:
    """Why there is no editor command."""
    written = _written(environment)
    if not written:
        return "No editor is set: export VISUAL or EDITOR."
    try:
        program = shlex.split(written)[0]
    except ValueError:
        return f"The editor cannot be started: a quote is not closed in {written}"
    return f"The editor is not started: {program} may lie in the dossier. Give its whole path."


def _written(environment: Mapping[str, str]) -> str:
    return environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()


def editor_name(command: Sequence[str]) -> str:
    """The name of an editor without its folder and suffix: vim for `vim.basic`, code for `code.exe`."""
    return PureWindowsPath(command[0]).name.lower().partition(".")[0]


def has_window(command: Sequence[str]) -> bool:
    """Whether an editor opens a window of its own, and needs no terminal."""
    name = editor_name(command)
    return name in _WINDOWED or (name in _VI and "-g" in command[1:])
