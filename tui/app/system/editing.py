"""Opens an editor: in the terminal, with the app suspended meanwhile, or in a window of its own."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from tui.app.system.programs import start
from tui.app.system.suspending import cannot_run, ended, run, while_suspended
from tui.catalog.problem import Mark
from tui.curate.editor import editor_command, has_window, why_no_editor

CHECK_SECONDS = 0.5
"""Seconds between two checks whether an editor with a window has ended."""

Say = Callable[[str], None]


def edit(app: App[Any], file: Path, mark: Mark, say: Say) -> None:
    """Opens the editor at a place in a file, and reports failures, at once or when the editor ends."""
    command = editor_command(os.environ, file, mark)
    if command is None:
        say(why_no_editor(os.environ))
    elif has_window(command):
        _beside(app, command, say)
    elif said := while_suspended(app, lambda signals: run(command), "an editor"):
        say(said)


def _beside(app: App[Any], command: Sequence[str], say: Say) -> None:
    """Starts an editor that has a window, reports that, and later whether it failed."""
    try:
        process = start(command)
    except OSError as error:
        say(cannot_run(command, error))
        return
    say(f"Opened in {Path(command[0]).name}. What you save shows here.")

    def look() -> None:
        if process.poll() is None:
            return
        timer.stop()
        if said := ended(command, process.returncode):
            say(said)

    timer = app.set_interval(CHECK_SECONDS, look)
