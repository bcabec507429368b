"""Making a large dossier ready to be asked in a process of its own: in the app's it would take turns with the keys.

    python -m tui.app.preparing CATALOG

prints how many passages are done, of how many, a line each time; what it makes is the index in the cache folder.
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import tui
from tui.dossier.compiled import VARIABLE, cache_folder, read_compiled
from tui.dossier.dossier import Dossier
from tui.search.open import find_index, made_anew

LARGE = 500_000
"""Characters of all articles from which on it is worth a process."""


def making(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str] | None":
    """The process that makes the index of a large dossier, where it is to be made and can be kept; else None."""
    size = sum(len(document.text) for document in dossier.documents.values())
    if size < LARGE or not folder or dossier.reading is None or find_index(dossier.catalog, folder):
        return None
    path = os.pathsep.join(filter(None, [str(Path(tui.__file__).parent.parent), os.environ.get("PYTHONPATH")]))
    with suppress(OSError):
        return subprocess.Popen(
            [sys.executable, "-m", __name__, str(dossier.catalog.absolute())],
            env={**os.environ, VARIABLE: str(folder.absolute()), "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
    return None


def main(catalog: Path) -> None:
    """Makes the index of the dossier that is kept of a catalog."""
    from tui.view.brief import brief

    folder = cache_folder(os.environ)
    dossier = read_compiled(catalog, folder)
    if dossier:
        made_anew(dossier, folder, brief, lambda done, whole: print(done, whole, flush=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
