"""After any edits, an index that is brought up to date is the same as a new one, but for the numbers of its rows."""

import sqlite3
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.dossier.edited import SEEDS, EditedDossier
from tui.catalog.problem import CatalogError
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.search.builder import build
from tui.search.open import open_search
from tui.search.query import KINDS
from tui.search.rows import RANGE, Run, in_order, placed
from tui.store.compiled import find_compiled, open_compiled
from tui.text import processes
from tui.view.summary import summary

TABLES = {
    "entry": "row",
    "article": "first",
    "value": "entry, kind, modifier, value, low, high",
    "dated": "entry",
    "filter": "key, id",
    "name": "entry, words",
    "printed": "name",
    "word": "word",
    "synonym": "class, word",
    "spelling": "length",
    "fact": "name",
    "text": "row",
    "part": "name",
    "vocabulary": "term, doc, col, offset",
}
"""The tables of an index, each with its order."""

OF_ROWS = {"row", "first", "entry", "doc"}
"""The columns that hold numbers of rows."""


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Everything in an index, with the rows numbered without gaps."""
    connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, found, instance)")
    number = {row: i for i, (row,) in enumerate(connection.execute("SELECT row FROM text ORDER BY row"))}
    found = {}
    for table, order in TABLES.items():
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
        names = [column[0] for column in cursor.description]
        # A part without rows still has a number.
        found[table] = [
            tuple(number.get(value) if name in OF_ROWS else value for name, value in zip(names, values, strict=True))
            for values in cursor
        ]
    connection.execute("DROP TABLE temp.vocabulary")
    return found


def new_index(dossier: Dossier) -> sqlite3.Connection:
    """A new index in memory."""
    connection = sqlite3.connect(":memory:")
    build(connection, dossier, summary)
    return connection


@pytest.mark.parametrize(("seed", "edits"), SEEDS)
def test_after_edits_it_is_the_same_as_a_new_index(tmp_path: Path, seed: int, edits: int) -> None:
    edited, cache, done = EditedDossier(seed), tmp_path / "cache", ["written"]
    for _ in range(edits):
        catalog = edited.write(tmp_path)
        try:
            dossier = open_compiled(catalog, cache)
        except CatalogError:
            with pytest.raises(CatalogError):
                open_dossier(catalog)
            done.append(edited.edit())
            continue
        if edited.chance.random() < 0.7:
            open_search(dossier, cache, summary)
            compiled = find_compiled(catalog, cache)
            assert compiled is not None and compiled.has_index
            assert content(compiled.connection) == content(new_index(dossier)), done
            compiled.connection.close()
        done.append(edited.edit())


def print_index(folder: str, count: int) -> None:
    """Prints an index that so many processes build together."""
    processes.MANY, processes._processes = 1, lambda: count
    print(content(new_index(open_dossier(EditedDossier(1).write(Path(folder))))))


@pytest.mark.slow
def test_processes_build_the_same_index_together(tmp_path: Path) -> None:
    # In a process with a single thread: tests may run in one with several.
    code = f"from {__name__} import print_index; print_index({str(tmp_path)!r}, "
    commands = ([sys.executable, "-c", f"{code}{count})"] for count in (1, 3))
    alone, together = (subprocess.run(each, check=True, capture_output=True).stdout for each in commands)
    assert alone == together != b""


@pytest.mark.parametrize(("kind", "sizes"), [("entity", [1]), ("passage", [0, 1, 60, 60, 300])])
def test_parts_keep_their_rows_and_their_order(kind: str, sizes: list[int]) -> None:
    chance, moved = Random(1), 0
    there: dict[str, Run] = {}
    wanted: list[tuple[str, int]] = []
    for step in range(600):
        if wanted and chance.random() < 0.2:
            wanted.insert(chance.randrange(len(wanted)), wanted.pop(chance.randrange(len(wanted))))
        at = chance.choice([0, len(wanted) // 2, len(wanted), len(wanted)])
        wanted.insert(at, (f"p{step}", chance.choice(sizes)))
        names = [name for name, _ in wanted]
        kept = {name: there[name] for name in in_order(names, there)}
        new = placed(kind, wanted, kept)
        moved += len(new.keys() & kept.keys())
        there = {name: new.get(name) or kept[name] for name in names}
        runs = [there[name] for name in names]
        assert all(run.end <= following.first for run, following in pairwise(runs))
        assert [run.size for run in runs] == [size for _, size in wanted]
        start = KINDS.index(kind) * RANGE
        assert start < runs[0].first and runs[-1].end <= start + RANGE
    assert moved < 10 * 600, "few parts make room for others"
