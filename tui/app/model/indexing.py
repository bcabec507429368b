"""Making the index of a large dossier in another process: in the app's own it would take turns with the keys.

The process prints how many passages are done, of how many, a line each time; it leaves the index in the cache folder.
"""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import tui
from tui.dossier.compiled import read_compiled
from tui.dossier.dossier import Dossier
from tui.search.open import build_search, find_index

LARGE = 500_000
"""Characters of all articles from which on it is worth a process."""

_START = f"""
import sys
catalog, folder, lode, *others = sys.argv[1:]
sys.path[:] = [lode]
import tui
sys.path[:] = others
from {__name__} import main
main(catalog, folder)
"""
"""What the process runs. Isolated, Python does not look for modules in the working folder or in the environment's."""


def making(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str] | None":
    """The process that makes the index of a large dossier, where it is to be made and can be kept; else None."""
    size = sum(len(document.text) for document in dossier.documents.values())
    if size < LARGE or not folder or dossier.snapshot is None or find_index(dossier.catalog, folder):
        return None
    with suppress(OSError):
        arguments = [dossier.catalog.absolute(), folder.absolute(), Path(tui.__file__).parents[1], *_import_folders()]
        return subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
    return None


def _import_folders() -> list[str]:
    """Where this process finds modules, without the working folder, which may be a stranger's dossier."""
    working = Path.cwd().resolve()
    return [folder for folder in sys.path if Path(folder).is_absolute() and Path(folder).resolve() != working]


def main(catalog: str, folder: str) -> None:
    """Makes the index of the dossier that is kept of a catalog."""
    from tui.view.summary import summary

    dossier = read_compiled(Path(catalog), Path(folder))
    if dossier:
        build_search(dossier, Path(folder), summary, _tell)


def _tell(done: int, whole: int) -> None:
    print(done, whole, flush=True)  # noqa: T201 - to the app
