"""The index in the cache folder: when it is used, and what happens if it is damaged."""

import dataclasses
import os
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.kept import kept_files
from tui.dossier.dossier import Dossier
from tui.languages.language import language_of
from tui.quantity.unit import Unit, Units
from tui.search.builder import build
from tui.search.numbers import Numbers
from tui.search.open import build_search, find_index, open_search, search_compiled, search_in_memory
from tui.search.query import QueryError
from tui.search.terms import Notation, key_token, terms
from tui.store.compiled import open_compiled, read_compiled
from tui.view.summary import summary

CATALOG = """\
articles:
  - {id: a, file: a.txt, title: "[A]"}
  - {id: b, file: b.txt, title: "[B]"}
entities:
  - {id: silt, name: Silt, kind: material, aliases: [river mud]}
"""


def test_a_cached_index_finds_the_same_as_one_in_memory(dossier: Dossier, tmp_path: Path) -> None:
    linked = open_compiled(dossier.catalog, tmp_path)
    kept, without = open_search(linked, tmp_path, summary), search_in_memory(linked)
    for query in ("tomtor", "28.5 million tons", "rosatm", "by:usgs reserves", '"rare earth" -china', ">100Mt"):
        from_file, from_memory = (
            [(hit.entry.id, hit.score, hit.text, hit.marks) for hit in search.find(query).hits]
            for search in (kept, without)
        )
        assert from_file and from_file == from_memory


def test_the_index_is_built_once(dossier: Dossier, tmp_path: Path) -> None:
    open_search(open_compiled(dossier.catalog, tmp_path), tmp_path, summary)
    (file,) = kept_files(tmp_path)
    made = file.stat().st_ino
    open_search(open_compiled(dossier.catalog, tmp_path), tmp_path, summary)
    assert file.stat().st_ino == made


def test_an_index_of_other_files_is_not_used(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a="Silt.", b="Mud."), tmp_path / "cache"
    before = open_compiled(catalog, cache)
    (tmp_path / "a.txt").write_text("Gravel.")
    open_search(open_compiled(catalog, cache), cache, summary)
    assert open_search(before, None, summary).find("silt kind:passage").total == 1
    assert open_search(open_compiled(catalog, cache), cache, summary).find("silt kind:passage").total == 0


def test_the_index_of_a_dossier_is_found_without_a_look_at_its_files(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog, cache = folder(CATALOG, a="Silt.", b="Mud."), tmp_path / "cache"
    open_search(open_compiled(catalog, cache), cache, summary)
    before = open_compiled(catalog, cache)
    (tmp_path / "a.txt").write_text("Gravel.")
    monkeypatch.setattr("tui.store.compiled.state_of", lambda path: pytest.fail(f"looks at {path}"))
    monkeypatch.setattr("tui.search.builder.build", lambda *given: pytest.fail("builds the index again"))
    assert open_search(before, cache, summary).find("silt kind:passage").total == 1


def test_an_article_that_changes_during_a_search_is_not_misquoted(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a="Silt is taken.", b="Mud."), tmp_path / "cache"
    open_search(open_compiled(catalog, cache), cache, summary)
    kept = find_index(catalog, cache)
    assert kept is not None
    (tmp_path / "a.txt").write_text("Much silt is taken.")
    from tui.store.compiled import StaleError

    with pytest.raises(StaleError):
        search_compiled(kept).find("silt kind:passage")


@pytest.mark.parametrize("at", [0, 20, 100, 4096, 9000, 20_000, -4096, -1])
def test_a_damaged_index_is_rebuilt(folder: Callable[..., Path], tmp_path: Path, at: int) -> None:
    catalog, cache = folder(CATALOG, a="Silt is taken.", b="Mud."), tmp_path / "cache"
    open_search(open_compiled(catalog, cache), cache, summary)
    (file,) = kept_files(cache)
    data = bytearray(file.read_bytes())
    data[at] ^= 0xFF
    file.write_bytes(data)
    assert find_index(catalog, cache) is None
    assert open_search(open_compiled(catalog, cache), cache, summary).find("silt").hits[0].entry.id == "silt"
    assert find_index(catalog, cache) is not None


def test_damage_without_a_new_time_is_found_on_reading(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a="Silt is taken.", b="Mud."), tmp_path / "cache"
    open_search(open_compiled(catalog, cache), cache, summary)
    (file,) = kept_files(cache)
    state, data = file.stat(), file.read_bytes()
    half = len(data) // 8192 * 4096
    file.write_bytes(data[:half] + bytes(255 - byte for byte in data[half:]))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    kept = find_index(catalog, cache)
    assert kept is not None
    with pytest.raises((sqlite3.Error, KeyError)):
        search_compiled(kept).find("silt taken mud")
    assert build_search(open_compiled(catalog, cache), cache, summary).find("silt").total


def test_nothing_is_cached_in_a_read_only_folder(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog = folder(CATALOG, a="Silt.", b="Mud.")
    (tmp_path / "file").write_text("no folder")
    search = open_search(open_compiled(catalog, tmp_path / "file"), tmp_path / "file", summary)
    assert search.find("silt").total == 2
    assert read_compiled(catalog, tmp_path / "file") is None


class WithoutFts5(sqlite3.Connection):
    """SQLite without full-text search."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if "fts5" in sql:
            raise sqlite3.OperationalError("no such module: fts5")
        return super().execute(sql, *parameters)


def test_python_without_full_text_search_is_reported(dossier: Dossier) -> None:
    with pytest.raises(QueryError, match="no full-text search"):
        build(sqlite3.connect(":memory:", factory=WithoutFts5), dossier)


def test_progress_reaches_the_end_and_can_stop_it(folder: Callable[..., Path], tmp_path: Path) -> None:
    catalog, cache = folder(CATALOG, a="Silt.\n" * 2500, b="Mud."), tmp_path / "cache"
    dossier = open_compiled(catalog, cache)
    seen: list[tuple[int, int]] = []
    open_search(dossier, cache, summary, lambda done, whole: seen.append((done, whole)))
    assert seen == [(1000, 2501), (2000, 2501), (2501, 2501)]

    def stop(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_search(dossier, cache, summary, stop)
    assert [file.suffix for file in kept_files(cache)] == [".sqlite"], "nothing is left aside"


_words = some.sampled_from(
    "seven 7 7.5 2,600 2.6k 28.5 million thousand tons t % percent a an half ½ 2½ hundred dozen and to - – the in of"
    " 1990s 5th fifth twenty-five 44m U.S. x7 7x … . , ( ) first 0.64 Mt per year $".split(" ")
)


@given(some.lists(_words, max_size=14))
def test_the_index_has_the_numbers_that_are_read(parts: list[str]) -> None:
    notation = Notation(Units([]), (language_of("en"),))
    for text in (" ".join(parts), "".join(parts)):
        read = {key for term in terms(text, lambda: notation) if term.is_number for key in term.keys if key[0] in "=#"}
        assert set(Numbers(notation).keys(text)) == {key_token(key) for key in read}


def test_queries_read_the_units_that_texts_are_read_with(dossier: Dossier) -> None:
    units = [Unit("c", "cent", ("cents",), shared=("øre",)), Unit("°F", "fahrenheit", offset=Decimal(-32), scale=True)]
    given = dataclasses.replace(dossier, units=Units([*dossier.units.by_id.values(), *units]))
    assert search_in_memory(given).index.notation().units.by_id == given.units.by_id
