"""Copies by the platform's clipboard program, as not every terminal supports the control sequence OSC 52."""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress

from tui.app.system.programs import Find, first_installed, start

_CLIP = "clip.exe"


def program(environment: Mapping[str, str], platform: str = sys.platform, find: Find = shutil.which) -> list[str]:
    """The command that copies its standard input to the clipboard; empty if there is none."""
    commands: list[list[str]] = []
    if platform == "darwin":
        commands.append(["pbcopy"])
    if platform == "win32" or "WSL_DISTRO_NAME" in environment:
        commands.append([_CLIP])
    if environment.get("WAYLAND_DISPLAY"):
        commands.append(["wl-copy"])
    if environment.get("DISPLAY"):
        commands += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return first_installed(commands, find)


def hand_over(text: str, command: list[str]) -> None:
    """Starts the program with a text, without waiting for its end: some programs run until the next copy."""
    if not command:
        return
    with suppress(OSError), tempfile.TemporaryFile() as file:
        file.write(text.encode("utf-16-le" if command[0] == _CLIP else "utf-8"))
        file.seek(0)
        start(command, file)
