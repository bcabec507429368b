"""The coverage of a dossier's articles in the cache: after an edit, only what depends on it is read again.

Each article has a key, a digest of all that its coverage depends on except for one thing: which words other articles
print without a capital. The words that were looked for are therefore stored with the result. The file lies beside the
compiled dossier and is replaced as a whole. One that is damaged, or of other code, is not used.
"""

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from tui.dossier.coverage import Count, Coverage
from tui.dossier.dossier import Dossier
from tui.items.names import words_in_lower_case
from tui.store.cache import delete_old_files, ensure_folder, file_name, find_file
from tui.store.compiled import code
from tui.text.digest import digest
from tui.text.files import placing
from tui.text.processes import map_in_processes
from tui.text.span import Span
from tui.text.work import Progress

_COLUMNS = "article TEXT PRIMARY KEY, text BLOB, words TEXT, key BLOB, found TEXT, missing TEXT, coverage TEXT"


class _Stored(NamedTuple):
    """What is stored of an article: the digest of its text, and the words that it prints without a capital.

    Then its key, which words were looked for in all articles and found or missing, and its coverage, packed.
    """

    text: bytes
    words: str
    key: bytes
    found: str
    missing: str
    coverage: str

    def holds(self, key: bytes, words: frozenset[str]) -> bool:
        """Whether its coverage is still the same, with the words that all articles print without a capital."""
        return self.key == key and words.issuperset(self.found.split()) and words.isdisjoint(self.missing.split())


class _AskedWords:
    """Words, and which ones have been looked for in them."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self.asked: set[str] = set()

    def __contains__(self, word: object) -> bool:
        self.asked.add(str(word))
        return word in self._words


def read_coverage(dossier: Dossier, folder: Path | None, progress: Progress) -> list[Coverage]:
    """The coverage of all articles, in their order; what is the same as before is taken from the cache in a folder.

    `progress` is called with the number of articles that are done, and of all.
    """
    reader, documents = dossier.coverage_reader, dossier.documents
    before, now = _read(dossier.catalog, folder), {}
    texts = {id: documents[id].digest for id in dossier.article_order}
    words = {
        id: before[id].words
        if id in before and before[id].text == text
        else " ".join(words_in_lower_case([documents[id].text]))
        for id, text in texts.items()
    }
    lower_case = frozenset[str]().union(*(each.split() for each in words.values()))
    keys = {id: digest(text + reader.key(id)) for id, text in texts.items()}

    def read(article: str) -> tuple[Coverage, set[str]]:
        """The coverage of an article, and the words that were looked for in all articles."""
        looked_up = _AskedWords(lower_case)
        return reader.of(article, looked_up), looked_up.asked

    same = {id for id in texts if id in before and before[id].holds(keys[id], lower_case)}
    changed = map_in_processes(read, [id for id in texts if id not in same])
    found = []
    for id, text in texts.items():
        if id in same:
            now[id] = before[id]
            found.append(_unpacked(id, before[id].coverage))
            continue
        coverage, asked = next(changed)
        printed, missing = (" ".join(each) for each in (asked & lower_case, asked - lower_case))
        now[id] = _Stored(text, words[id], keys[id], printed, missing, _packed(coverage))
        found.append(coverage)
        progress(len(found), len(texts))
    if now != before:
        _write(now, dossier.catalog, folder)
    return found


_COUNTS, _SPANS = ("quantities", "dates", "named"), ("uncaptured", "names")


def _packed(coverage: Coverage) -> str:
    # Spans, which are most of the data, are stored as a list of starts and a list of ends.
    columns = {name: [*zip(*getattr(coverage, name), strict=True)] for name in _SPANS}
    return json.dumps({**vars(coverage), **columns, "article": None})


def _unpacked(article: str, packed: str) -> Coverage:
    values = json.loads(packed)
    counts = {name: Count(*values[name]) for name in _COUNTS}
    spans = {name: tuple(map(Span, *values[name])) if values[name] else () for name in _SPANS}
    return Coverage(**{**values, **counts, **spans, "article": article})


def _file_of(catalog: Path) -> Path:
    """The path whose file in the cache holds the coverage; it names no catalog."""
    return catalog / "coverage"


def _read(catalog: Path, folder: Path | None) -> dict[str, _Stored]:
    """What is stored of each article; nothing if there is no file that can be used."""
    # Reading a damaged file can raise any exception.
    with suppress(Exception):
        if folder:
            file, _ = find_file(_file_of(catalog), folder)
            with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
                if connection.execute("SELECT code FROM stamp").fetchone() == (code(),):
                    return {id: _Stored(*row) for id, *row in connection.execute("SELECT * FROM coverage")}
    return {}


def _write(stored: dict[str, _Stored], catalog: Path, folder: Path | None) -> None:
    """Replaces the file, if it can be written."""
    with suppress(OSError, sqlite3.Error):
        if folder:
            own = ensure_folder(folder)
            delete_old_files(own)
            with placing(own / file_name(_file_of(catalog))) as aside, closing(sqlite3.connect(aside)) as connection:
                connection.executescript(
                    "PRAGMA journal_mode = off; PRAGMA synchronous = off; BEGIN;"
                    f"CREATE TABLE stamp(code BLOB); CREATE TABLE coverage({_COLUMNS})"
                )
                connection.execute("INSERT INTO stamp VALUES (?)", (code(),))
                rows = ((id, *row) for id, row in stored.items())
                connection.executemany("INSERT INTO coverage VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
                connection.commit()
