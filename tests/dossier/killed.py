"""Kills a process at each step of keeping a compiled dossier, and prints what it leaves: a line of JSON for each step.

    python -m tests.dossier.killed FOLDER

The process kills itself when it reaches a step, or the system kills it when it writes a certain byte: nothing depends
on time, and no step is missed.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.kept import kept_files
from tests.text.steps import Reached, steps
from tui.dossier.dossier import Dossier
from tui.search.open import build_search, find_index, search_compiled
from tui.store.cache import SUBFOLDER
from tui.store.compiled import link
from tui.view.summary import summary

CATALOG = """\
lode: 1
title: TITLE
articles:
  - {id: a, file: a.txt, title: "[A]"}
entities:
  - {id: silt, name: Silt, kind: material}
"""
BYTES = 6
"""At how many places in the file the system kills."""


def main(folder: Path) -> None:
    """The first time that a dossier is kept, and when another version is; each killed at every step."""
    # A kill leaves what the system has not written to the disk yet: there is nothing to wait for.
    os.fsync = lambda _: None
    catalog = folder / "catalog.yaml"
    (folder / "a.txt").write_text("Silt is taken from the lake.\n")
    catalog.write_text(CATALOG.replace("TITLE", "Old"))
    keep(link(catalog), folder / "old")
    unfinished = folder / "old" / SUBFOLDER / ".0123456789abcdef.sqlite01234567.part"
    unfinished.write_text("half")
    os.utime(unfinished, (1, 1))
    catalog.write_text(CATALOG.replace("TITLE", "New"))
    dossier = link(catalog)
    for before in ("nothing", "old"):
        cases = enumerate([*_steps(dossier, folder, before), *_places(dossier, folder, before)])
        for number, (step, prepare) in cases:
            cache = _copy(folder / before, folder / f"{before} {number}")
            killed = _killed(dossier, cache, prepare)
            print(json.dumps({"before": before, "step": step, "killed": killed} | _left(dossier, cache, folder)))


def keep(dossier: Dossier, cache: Path, reached: Reached = lambda step: None) -> None:
    """Keeps a dossier and its index."""
    build_search(dossier, cache, summary, lambda done, whole: reached("in index"))


def _steps(dossier: Dossier, folder: Path, before: str) -> list[tuple[str, Callable[[Path], None]]]:
    """Each step, and what does the same until it is reached."""
    names: list[str] = []
    keep_in_steps(dossier, _copy(folder / before, folder / f"{before} whole"), names.append)
    return [(step, lambda cache, at=at: _keep_until(dossier, cache, at)) for at, step in enumerate(names)]


def _places(dossier: Dossier, folder: Path, before: str) -> list[tuple[str, Callable[[Path], None]]]:
    """Each place in the file where the system kills."""
    (file,) = kept_files(folder / f"{before} whole")
    size = file.stat().st_size
    return [
        (f"in byte {at}", lambda cache, at=at: _keep_until_byte(dossier, cache, at))
        for at in (size * part // (BYTES + 1) for part in range(1, BYTES + 1))
    ]


def keep_in_steps(dossier: Dossier, cache: Path, reached: Reached) -> None:
    """The same, with each call to the operating system and the database announced."""
    connect = sqlite3.connect

    class Announced(sqlite3.Connection):
        def commit(self) -> None:
            reached("before commit")
            super().commit()
            reached("after commit")

    def connect_announced(*arguments: Any, **named: Any) -> sqlite3.Connection:
        return connect(*arguments, **named, factory=Announced)

    sqlite3.connect = connect_announced  # type: ignore[assignment]
    try:
        with steps(reached, MORE):
            keep(dossier, cache, reached)
    finally:
        sqlite3.connect = connect


MORE = [
    (os, "mkdir", lambda *_: "make folder"),
    (os, "unlink", lambda *_: "delete"),
    (os, "utime", lambda *_: "set time"),
]


def _keep_until(dossier: Dossier, cache: Path, at: int) -> None:
    reached: list[str] = []

    def kill_at_step(step: str) -> None:
        reached.append(step)
        if len(reached) == at + 1:
            os.kill(os.getpid(), signal.SIGKILL)

    keep_in_steps(dossier, cache, kill_at_step)


def _keep_until_byte(dossier: Dossier, cache: Path, at: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
    keep(dossier, cache)


def _killed(dossier: Dossier, cache: Path, action: Callable[[Path], None]) -> bool:
    """Does something in a process of its own; whether it was killed."""
    child = os.fork()
    if child == 0:
        action(cache)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _copy(cache: Path, copy: Path) -> Path:
    if cache.exists():
        shutil.copytree(cache, copy)
    return copy


def _left(dossier: Dossier, cache: Path, folder: Path) -> dict[str, object]:
    """What a killed process leaves: which version, which other files; and whether the next one keeps the dossier."""
    left = kept_files(cache) if (cache / SUBFOLDER).exists() else []
    files = [file for file in left if file.suffix == ".sqlite"]
    index = find_index(dossier.catalog, cache)
    version = "nothing"
    if index is not None:
        version = "new" if search_compiled(index).find("silt").total == 2 else "damaged"
        index.connection.close()
    elif files:
        (old,) = (file for file in kept_files(folder / "old") if file.suffix == ".sqlite")
        version = "old" if [file.read_bytes() for file in files] == [old.read_bytes()] else "damaged"
    keep(dossier, cache)
    return {
        "version": version,
        "unfinished": [file.name for file in left if file not in files],
        "kept": find_index(dossier.catalog, cache) is not None,
        "tagged": (cache / SUBFOLDER / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: "),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
