"""Opens URLs in the user's browser, and reports failures.

Python's `webbrowser` does not report whether xdg-open found a browser, waits for some browsers, and lets others write
to the terminal.
"""

import asyncio
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tui.app.system.programs import Find, first_installed, start
from tui.text.folders import is_relative_path

IN_TERMINAL = ("lynx", "w3m", "links", "links2", "elinks", "www-browser")
"""Browsers that run in the terminal, which lode occupies."""

CHECKS = 50
"""How often a browser is checked for a failure after its start, every tenth of a second."""


def program(environment: Mapping[str, str], platform: str = sys.platform, find: Find = shutil.which) -> list[str]:
    """The command that opens URLs; empty if there is none. The URL replaces `%s`, or is added at the end."""
    return first_installed(_commands(environment, platform), find)


def _commands(environment: Mapping[str, str], platform: str) -> Iterator[list[str]]:
    for named in environment.get("BROWSER", "").split(os.pathsep):
        try:
            command = shlex.split(named)
        except ValueError:
            continue
        if command and Path(command[0]).name not in IN_TERMINAL and not is_relative_path(command[0]):
            yield command
    if platform == "darwin":
        yield ["open"]
    if "WSL_DISTRO_NAME" in environment:
        yield ["wslview"]
    # Without a display, xdg-open would start a browser in the terminal.
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        yield from (["xdg-open"], ["gio", "open"], ["x-www-browser"], ["firefox"], ["chromium"])


async def open_address(url: str, command: list[str], say: Callable[[str], None]) -> None:
    """Starts a browser with a URL, and reports that, and whether the browser failed within some seconds."""
    if not command:
        say(f"No browser found; set BROWSER, or open {url} yourself.")
        return
    name = command[0]
    try:
        process = start([part.replace("%s", url) for part in command] + [url] * ("%s" not in " ".join(command)))
    except (OSError, ValueError) as error:
        say(f"{name} cannot be run: {getattr(error, 'strerror', None) or error}; the address is {url}")
        return
    say(f"Opening {url}")
    for _ in range(CHECKS):
        if (status := process.poll()) is not None:
            if status != 0:
                say(f"{name} failed, with status {status}; the address is {url}")
            return
        await asyncio.sleep(0.1)
