"""Measures how lode grows with the number of passages, and prints one table of it in Markdown.

    python -m benchmarks.scale [PASSAGES ...]

Generates dossiers with these numbers of passages (by default 10,000, 100,000 and 1,000,000; the last takes minutes and
some gigabytes). For each: the first search, with linking and indexing; the next one after an edit of one text, and of
one record; a search of an unchanged dossier; the size of the index; and the memory of a search and of the app. Times
are seconds of processor time of whole commands, which other programs disturb less than the clock; the least of three
where nothing is built.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import dossier
from benchmarks.processor_time import run, timed
from benchmarks.search import COMMAND, PEAK

SIZES = (10_000, 100_000, 1_000_000)

IN_THE_APP = """
import asyncio, sys
from pathlib import Path
from tui.app.app import LodeApp
from tui.store.cache import cache_folder
from tui.store.compiled import open_compiled
import os
async def show():
    async with LodeApp(open_compiled(Path(sys.argv[1]), cache_folder(os.environ))).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
asyncio.run(show())
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024, file=sys.stderr)
"""


def main(sizes: tuple[int, ...]) -> None:
    """Prints a line for each size."""
    columns = ["passages", "texts", "first search", "after a text", "after a record", "a word", "a common word"]
    columns += ["index", "memory of a search", "of the app"]
    print("|", " | ".join(columns), "|")
    print("|", " | ".join(["---:"] * len(columns)), "|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {"LODE_CACHE": f"{folder}/cache", "LODE_STATE": "", "LODE_CONFIG": ""}
            print("|", " | ".join([f"{size:,}", *measured(dossier(Path(folder) / "texts", size))]), "|", flush=True)


def measured(catalog: Path) -> list[str]:
    """The measurements of one dossier."""
    texts = sorted(catalog.parent.glob("*.txt"))

    def search(word: str = "breakpoint") -> float:
        return timed(lambda: run((*COMMAND, "-c", str(catalog), word)))[0]

    first = search()
    changed = texts[len(texts) // 2]
    changed.write_text(changed.read_text() + "Lithium was found.\n")
    after_text = search()
    catalog.write_text(catalog.read_text().replace("kind: place", "kind: organization", 1))
    after_record = search()
    words = [min(search(word) for _ in range(3)) for word in ("breakpoint", "method")]
    seconds = [f"{each:.2f} s" for each in (first, after_text, after_record, *words)]
    index = sum(file.stat().st_size for file in Path(os.environ["LODE_CACHE"]).rglob("*.sqlite"))
    command = (sys.executable, "-c", PEAK, *COMMAND, "-c", str(catalog), "method")
    app = (sys.executable, "-c", IN_THE_APP, str(catalog))
    return [f"{len(texts):,}", *seconds, f"{index / 1e6:.0f} MB", f"{peak(command)} MB", f"{peak(app)} MB"]


def peak(command: tuple[str, ...]) -> str:
    """The number that a command prints last on standard error: the most memory that it used, in megabytes."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return done.stderr.split()[-1]


if __name__ == "__main__":
    main(tuple(int(size.replace(",", "")) for size in sys.argv[1:]) or SIZES)
