"""Measures what an edit costs in a large dossier, as ratios of one run.

    python -m benchmarks.fresh [TEXTS]

Generates a dossier of 2,000 texts (13 MB). Prints the first search, with linking and indexing, beside a bare FTS5 table
of the same sentences; the next one after an edit of one text and of one record, beside the least that it needs;
`check --coverage` after an edit; and a reload in the app. Times are seconds of processor time of all processes; the
least of several where nothing is built.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import PASSAGES, dossier
from benchmarks.processor_time import run, timed
from benchmarks.search import COMMAND, database
from tui.text.document import Document

TEXTS = 2_000
ROUNDS = 3

LEAST = """
import gc, shutil, sys
gc.disable()
from pathlib import Path
import tui.cli.search, tui.store.compiling, tui.linking.figures, tui.search.builder, tui.view.summary
from tui.catalog.load import read_file
from tui.linking.articles import read_articles
catalog, cache = map(Path, sys.argv[1:])
for document in read_articles(read_file(catalog).catalog, catalog.parent)[0].values():
    document.digest
shutil.copy(max(cache.rglob("*.sqlite"), key=lambda file: file.stat().st_size), catalog.parent / "copy")
"""
"""What any search after an edit does: import the modules, parse the catalog, read the texts, and copy the index."""

RELOAD = """
import asyncio, os, sys, time
from pathlib import Path
from tui.app.app import LodeApp
from tui.app.screens import main
from tui.cli.open import enable_garbage_collection
from tui.store.cache import cache_folder
from tui.store.compiled import open_compiled
catalog, text = Path(sys.argv[1]), Path(sys.argv[2])
async def reload():
    async with LodeApp(open_compiled(catalog, cache_folder(os.environ))).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        enable_garbage_collection()
        reloader, files = pilot.app.screen.reloader, pilot.app.screen.files
        reloader._running = True  # Nothing else reloads or builds an index meanwhile.
        main.OPEN_SEARCH_AFTER = 600
        files.watch()
        took = []
        for number, (file, old, new) in enumerate([(text, ".", f". Lithium {n}.") for n in range(3)]
            + [(catalog, f"kind: {a}", f"kind: {b}") for a, b in (("place", "deposit"), ("deposit", "place")) * 2]):
            time.sleep(0.05)
            file.write_text(file.read_text().replace(old, new, 1))
            start = time.process_time()
            assert files.changed()
            files.reopen()
            opened = time.process_time()
            reloader.show(await reloader._workspace())
            await pilot.pause()
            took.append(time.process_time() - start)
        print(min(took[:3]), min(took[3:]), file=sys.stderr)
asyncio.run(reload())
"""


def main(texts: int) -> None:
    """Runs and prints all measurements."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"LODE_CACHE": f"{folder}/cache", "LODE_STATE": "", "LODE_CONFIG": ""}
        os.environ.pop("LODE_CATALOG", None)
        fresh(dossier(Path(folder) / "texts", texts * PASSAGES))


def fresh(catalog: Path) -> None:
    """Prints what a search, a reload and coverage take after an edit."""
    text = sorted(catalog.parent.glob("*.txt"))[len(list(catalog.parent.glob("*.txt"))) // 2]
    search = (*COMMAND, "-c", str(catalog), "breakpoint")
    coverage = (*COMMAND[:1], "check", "--coverage", "-c", str(catalog))
    plain = bare(catalog.parent)
    began = time.perf_counter()
    first = seconds(search)
    clock = time.perf_counter() - began
    print(
        f"the first search {first:.2f} s ({clock:.2f} s by the clock), {first / plain:.1f} times a bare FTS5 table"
        f" of the same sentences ({clock / plain:.1f} by the clock; indexing alone at most 5)"
    )
    needed = (sys.executable, "-c", LEAST, str(catalog), os.environ["LODE_CACHE"])
    least = min(seconds(needed) for _ in range(ROUNDS))
    print(f"imports, the catalog, the texts and a copy of the index, for any search after an edit: {least:.2f} s")

    def edited(file: Path, old: str, new: str) -> None:
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    after: dict[str, Callable[[int], None]] = {
        "a text": lambda number: edited(text, ".", f". Lithium {number}."),
        "a record": lambda number: edited(catalog, *(f"kind: {kind}" for kind in kinds(number))),
    }
    for what, command, most in (("the next search", search, "1 s, and a tenth"), ("coverage", coverage, "1 s")):
        if what == "coverage":
            print(f"the first coverage {seconds(coverage):.2f} s")
        for name, edit in after.items():
            took = []
            for number in range(ROUNDS):
                edit(number)
                took.append(seconds(command))
            share = min(took) / first
            print(
                f"{what} after an edit of {name} {min(took):.2f} s, {share:.3f} of the first search (at most {most}),"
                f" {min(took) / least:.2f} times the least"
            )
    done = subprocess.run(
        (sys.executable, "-c", RELOAD, str(catalog), str(text)), capture_output=True, text=True, check=False
    )
    of_text, of_record = map(float, done.stderr.split()[-2:])
    print(f"a reload in the app after an edit of a text {of_text:.2f} s, of a record {of_record:.2f} s (at most 0.5 s)")


def bare(folder: Path) -> float:
    """The seconds that a bare FTS5 table of the sentences in a folder takes."""
    documents = [Document(file.name, file.read_text(encoding="utf-8")) for file in folder.glob("*.txt")]
    sentences = [(document[span],) for document in documents for span in document.sentences]
    with tempfile.TemporaryDirectory() as other:
        connection = database(Path(other) / "bare")
        connection.execute("CREATE VIRTUAL TABLE line USING fts5(text)")
        began = time.process_time()
        connection.executemany("INSERT INTO line VALUES (?)", sentences)
        connection.commit()
        return time.process_time() - began


def kinds(number: int) -> tuple[str, str]:
    """A kind of entity, and the one to write instead of it."""
    return ("place", "deposit") if number % 2 == 0 else ("deposit", "place")


def seconds(command: tuple[str, ...]) -> float:
    """The processor time that a command takes."""
    return timed(lambda: run(command))[0]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2] or [TEXTS]))
