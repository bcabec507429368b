"""Opening an editor at a place in a file, in the form that each understands."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from tui.catalog.problem import Mark

_GOTO = ("code", "code-insiders", "codium", "cursor", "windsurf")
_POSITION = ("hx", "helix", "subl", "zed", "micro")


def editor_command(environment: Mapping[str, str], file: Path, mark: Mark) -> list[str] | None:
    """The command of `$VISUAL` or `$EDITOR` for a file at a line; None where neither is set or can be read."""
    try:
        command = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "")
    except ValueError:
        return None
    if not command:
        return None
    name = Path(command[0]).name
    if name in _GOTO:
        return [*command, "--goto", f"{file}:{mark.line}:{mark.column}"]
    if name in _POSITION:
        return [*command, f"{file}:{mark.line}:{mark.column}"]
    return [*command, f"+{mark.line}", str(file)]
