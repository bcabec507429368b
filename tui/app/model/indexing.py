"""Building the search index of a large dossier in another process, because a thread would slow down the app.

The process prints its progress, as lines of two numbers: passages done, and all. The index is in the cache folder then.
"""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import tui
from tui.dossier.dossier import Dossier
from tui.search.open import build_search, find_index
from tui.store.compiled import find_compiled, read_compiled
from tui.store.compiling import write

LARGE = 500_000
"""Characters of all articles from which on another process builds the index."""

_START = f"""
import sys
catalog, folder, lode, *others = sys.argv[1:]
sys.path[:] = [lode]
import tui
sys.path[:] = others
from {__name__} import main
main(catalog, folder)
"""
"""What the process runs. Isolated, Python imports nothing from the working folder or from those of the environment."""


def start_indexer(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str] | None":
    """Starts the process. None if the dossier is small, has an index, or cannot keep one."""
    size = sum(len(document.text) for document in dossier.documents.values())
    if size < LARGE or not folder or dossier.snapshot is None or find_index(dossier.catalog, folder):
        return None
    if compiled := find_compiled(dossier.catalog, folder):
        compiled.connection.close()
    elif not write(dossier, folder):
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
    """The folders that modules are imported from, without the working folder, which may be an untrusted dossier."""
    working = Path.cwd().resolve()
    return [folder for folder in sys.path if Path(folder).is_absolute() and Path(folder).resolve() != working]


def main(catalog: str, folder: str) -> None:
    """Builds the index of the compiled dossier of a catalog."""
    from tui.view.summary import summary

    dossier = read_compiled(Path(catalog), Path(folder))
    if dossier:
        build_search(dossier, Path(folder), summary, _print_progress)


def _print_progress(done: int, whole: int) -> None:
    print(done, whole, flush=True)  # noqa: T201 - to the app
