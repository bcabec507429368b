"""Opening an editor: one that needs the terminal has it until it is closed; one with a window runs beside the app."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from tui.app.system.suspending import cannot_run, ended, run, while_suspended
from tui.catalog.problem import Mark
from tui.curate.editor import editor_command, has_window, why_no_editor

LOOK_SECONDS = 0.5
"""How often an editor with a window is checked for having ended."""

Say = Callable[[str], None]


def edit(app: App[Any], file: Path, mark: Mark, say: Say) -> None:
    """Opens the editor at a place in a file. Failures are said, at once or when the editor ends."""
    command = editor_command(os.environ, file, mark)
    if command is None:
        say(why_no_editor(os.environ))
    elif has_window(command):
        _beside(app, command, say)
    elif said := while_suspended(app, lambda signals: run(command), "an editor"):
        say(said)


def _beside(app: App[Any], command: Sequence[str], say: Say) -> None:
    """Starts an editor that has a window of its own. Says so, and later whether it failed."""
    nothing = subprocess.DEVNULL
    try:
        # In a session of its own: it stays open when lode or its terminal is closed.
        process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
    except OSError as error:
        say(cannot_run(command, error))
        return
    say(f"Opened in {Path(command[0]).name}. What is saved there shows here.")

    def look() -> None:
        if process.poll() is None:
            return
        timer.stop()
        if said := ended(command, process.returncode):
            say(said)

    timer = app.set_interval(LOOK_SECONDS, look)
