"""Measures how fast search is, as a command and in the app, in dossiers of any size.

    python -m benchmarks.search [PASSAGES ...]

Generates dossiers with these numbers of passages (by default 1,000, 10,000 and 100,000; 1,000,000 takes minutes and
some gigabytes). Prints ratios of processor time within one run, on one processor: a cold `lode search` compared with
`python -c pass`, beside its floor, an interpreter that imports the modules of others that a search needs; and with
`fzf --filter` on the same lines if fzf is installed; building the index compared with filling a plain FTS5 table;
linking compared with reading the files; memory; and a key in the app compared with the echo of a minimal app.
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.app import LODE, above_echo
from benchmarks.corpus import dossier
from benchmarks.processor_time import run, timed

SIZES = (1_000, 10_000, 100_000)
IN_THE_APP = 100_000
"""The size at which the app is measured, too."""

ROUNDS = 15
COMMAND = (str(Path(sys.executable).with_name("lode")), "search", "-n", "20")
QUERIES = {
    "a word": "breakpoint",
    "a word of a tenth": "method",
    "a typo": "brekpoint",
    "three words": "import module name",
}

PEAK = """
import os, sys
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
print(os.wait4(process, 0)[2].ru_maxrss // 1024, file=sys.stderr)
"""
"""Runs a command from a small process: the peak of a larger one that starts it would count as the command's own."""


def main(sizes: tuple[int, ...]) -> None:
    """Runs and prints all measurements."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"LODE_CACHE": str(Path(folder) / "cache"), "LODE_STATE": "", "LODE_CONFIG": ""}
        os.environ.pop("LODE_CATALOG", None)
        built_in()
        print(f"in the app, built-in: {above_echo(LODE, 'Rare Earths')}")
        times = {size: of_size(Path(folder) / str(size), size) for size in sizes}
    if len(sizes) > 1:
        for query in QUERIES:
            ratio = times[sizes[-1]][query] / times[sizes[0]][query]
            print(f"{query:<18} {sizes[0]:,} to {sizes[-1]:,} passages: {ratio:.1f} times as long")


NEEDED = "import binascii, contextvars, pathlib, re, sqlite3, struct, typing, unicodedata"
"""The modules of Python that a search cannot do without."""


def built_in() -> None:
    """A cold search in the built-in dossier, compared with an interpreter that does nothing."""
    commands = {
        "pass": (sys.executable, "-c", "pass"),
        "floor of a word": (sys.executable, "-c", NEEDED),
        "a word": (*COMMAND, "tomtor"),
        "floor of a typo": (sys.executable, "-c", f"{NEEDED}, rapidfuzz"),
        "a typo": (*COMMAND, "rosatm"),
    }
    took = in_turn({name: lambda command=command: run(command) for name, command in commands.items()}, ROUNDS)
    ratio = {
        name: statistics.median(slow / fast for slow, fast in zip(took[name], took["pass"], strict=True))
        for name in commands
    }
    for name, limit in (("a word", 4), ("a typo", 5)):
        floor = ratio[f"floor of {name}"]
        print(f"built-in, {name}: {ratio[name]:.2f} times python -c pass (at most {limit}); floor {floor:.2f}")


def of_size(folder: Path, size: int) -> dict[str, float]:
    """Prints the measurements of one size, and returns the seconds of each cold query."""
    print(f"{size:,} passages")
    catalog = dossier(folder, size)
    lines = index(catalog)
    filtered = shutil.which("fzf")
    times = {}
    for name, query in QUERIES.items():
        ways: dict[str, Callable[[], object]] = {"lode": lambda query=query: run((*COMMAND, "-c", str(catalog), query))}
        if filtered:
            ways["fzf"] = lambda query=query: run(("fzf", "--filter", query), lines)
        took = in_turn(ways, 5)
        times[name] = statistics.median(took["lode"])
        ratios = [slow / fast for slow, fast in zip(took["lode"], took.get("fzf", []), strict=False)]
        comparison = f", {statistics.median(ratios):.3f} of fzf’s time" if filtered else ""
        print(f"  {name:<18} {1000 * times[name]:.0f} ms{comparison}")
    peak = subprocess.run(
        [sys.executable, "-c", PEAK, *COMMAND, "-c", str(catalog), QUERIES["a word of a tenth"]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    print(f"  memory of a search {peak.stderr.split()[-1]} MB")
    if size == IN_THE_APP:
        print(f"  in the app: {above_echo((*LODE, str(catalog)), 'Report 0', 'method import breakpoint')}")
    return times


def index(catalog: Path) -> bytes:
    """Measures linking and indexing in this process, and returns the passages as lines."""
    from tui.catalog.load import load
    from tui.linking.link import link, read_articles
    from tui.search.builder import build as build_index

    read, _ = timed(lambda: [file.read_text(encoding="utf-8") for file in sorted(catalog.parent.glob("*.txt"))])
    loaded, schema = timed(lambda: load(catalog))
    reading, (documents, _) = timed(lambda: read_articles(schema, catalog.parent))
    linking, linked = timed(lambda: link(schema, catalog, documents))
    print(
        f"  reading the files {read:.2f} s; the catalog {loaded:.2f} s, the articles {reading:.2f} s,"
        f" linking {linking:.2f} s: {(loaded + reading + linking) / read:.0f} times"
    )
    cutting, passages = timed(lambda: [d[span] for d in linked.documents.values() for span in d.sentences])
    with tempfile.TemporaryDirectory() as folder:
        bare = database(Path(folder) / "bare")
        bare.execute("CREATE VIRTUAL TABLE line USING fts5(text)")
        insert = "INSERT INTO line VALUES (?)"
        plain, _ = timed(lambda: (bare.executemany(insert, ((line,) for line in passages)), bare.commit()))
        whole = database(Path(folder) / "whole")
        filling, _ = timed(lambda: (build_index(whole, linked), whole.commit()))
    print(
        f"  building the index {filling:.2f} s ({cutting:.2f} s to split sentences not counted),"
        f" {filling / plain:.1f} times a plain FTS5 table (at most 5)"
    )
    first, _ = timed(lambda: run((*COMMAND, "-c", str(catalog), "breakpoint")))
    print(f"  the first search, with all of that: {first:.1f} s")
    return "\n".join(passages).encode()


def database(file: Path) -> sqlite3.Connection:
    """An empty database with the settings of compiled dossiers."""
    connection = sqlite3.connect(file)
    connection.executescript("PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -65536")
    return connection


def in_turn(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each way, run in turn so that a machine that slows down slows all. The first is not counted."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for round in range(rounds + 1):
        for name, way in ways.items():
            seconds, _ = timed(way)
            if round:
                took[name].append(seconds)
    return took


if __name__ == "__main__":
    main(tuple(int(size.replace(",", "")) for size in sys.argv[1:]) or SIZES)
