"""The editor in the app's place: it has the terminal until it is closed."""

import os
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.catalog.problem import Mark
from tui.curate.editor import editor_command

NO_EDITOR = "No editor is set: export VISUAL or EDITOR."


def edit(app: App[None], file: Path, mark: Mark) -> str:
    """Opens the editor at a place in a file; returns what to say where that cannot be."""
    command = editor_command(os.environ, file, mark)
    if command is None:
        return NO_EDITOR
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        return "This terminal cannot make room for an editor."
    except OSError as error:
        return f"{command[0]} cannot be run: {error.strerror or error}"
    return ""
