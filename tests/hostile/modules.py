"""Runs lode in a folder of hostile modules, as its installed command does, and prints what was found out as JSON.

    python tests/hostile/modules.py CACHE

The folder of a script is where Python looks for modules first, and never the working folder.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

COMMANDS = {
    "open": ["."],
    "search": ["sillt"],
    "list": ["entities"],
    "show": ["silt"],
    "cite": ["silt", "--format", "csl"],
    "compare": ["--json"],
    "check": ["--coverage"],
    "verify": ["a.txt"],
    "suggest": [],
    "new": ["."],
    "schema": [],
    "export": ["json"],
    "completion": ["bash"],
    "complete": ["--", "show", "s"],
    # Last, because it changes the dossier.
    "add": ["page.html"],
}

MORE = {
    **{form: ["export", form] for form in ("html", "markdown", "w3c", "bibtex", "csl")},
    "csv": ["export", "csv", "-o", "../csv"],
    "sqlite": ["export", "sqlite", "-o", "../dossier.sqlite"],
    "against": ["check", "--against", "../earlier.json"],
    "drafts": ["suggest", "--json"],
}
"""More ways to run these commands, which load other modules."""


def commands(cache: str) -> dict[str, int]:
    """The status of each command."""
    from tui.cli.context import Context
    from tui.cli.main import main

    lines = MORE | {name: [name, *arguments] for name, arguments in COMMANDS.items()}
    return {
        name: main(line, Context(StringIO(), StringIO(), {"LODE_CACHE": cache}, Path.cwd()))
        for name, line in lines.items()
    }


async def app(cache: str) -> bool:
    """Whether the app finds something, in an index that another process made."""
    from tui.app.app import LodeApp
    from tui.app.model import indexing
    from tui.app.screens.search import SearchScreen
    from tui.store.compiled import open_compiled

    indexing.LARGE = 0
    made: list[int] = []
    start: Callable[..., Any] = indexing.start_indexer

    def noted(*arguments: Any) -> Any:
        process = start(*arguments)
        made.append(process.pid)
        return process

    indexing.start_indexer = noted
    os.environ |= {"LODE_CACHE": cache, "LODE_STATE": "", "LODE_CONFIG": ""}
    dossier = open_compiled(Path("catalog.yaml").absolute(), Path(cache))
    async with LodeApp(dossier).run_test(size=(100, 30)) as pilot:
        await pilot.press("/", *"sillt")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        while not screen._result.hits:
            await pilot.pause(0.01)
        return screen._workspace.read[0] > 0 and len(made) == 1


def listen() -> list[str]:
    """The list in which each address is put that something connects to or looks up from now on."""
    asked: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
            asked.append(f"{event} {arguments!r}")

    sys.addaudithook(hook)
    return asked


if __name__ == "__main__":
    cache = sys.argv[1]
    asked = listen()
    found = asyncio.run(app(f"{cache}/app"))
    statuses = commands(f"{cache}/commands")
    print(json.dumps({"app": found, "commands": statuses, "network": asked}))
