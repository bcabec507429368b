"""Whatever becomes of a catalog, a text or a query: no traceback, no hanging, and no control character on a terminal.

A few cases by default and some hundreds in the slow tests. `LODE_FUZZ=10000 python -m pytest tests/hostile` tries any
number of cases, which are others in each run (`--hypothesis-seed=N` repeats them).
"""

import asyncio
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from textual.events import Paste

from tests.app import sample_dossier
from tests.app.app_driver import run_app
from tests.hostile import pieces
from tests.hostile.changes import CHANGES, Change, changed, merge_conflict
from tests.hostile.fuzz import fuzzed
from tests.hostile.pieces import sound, sound_on_screen
from tests.hostile.queries import QUERIES
from tests.hostile.shown import everything
from tests.view import hostile
from tui.catalog.find import builtin
from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.insert import InsertError, insert
from tui.dossier.dossier import Dossier
from tui.extract.suggest import draft_of
from tui.linking.link import open_dossier
from tui.quantity.quantity import QuantityError
from tui.search.open import search_in_memory
from tui.search.query import QueryError
from tui.search.search import Search

DOSSIERS: dict[str, Callable[[Path], Path]] = {
    "small": pieces.write,
    "lake": sample_dossier.write_sample_dossier,
    "evil": hostile.write,
}
"""Dossiers to spoil: each is written into a folder."""

IDS = (
    *("mine", "mine-reserves", "reserves", "a", "survey", "orla", "orla-company", "orla-survey", "ada-moss"),
    *("northland", "flood", "a-ledger", "other", "dug", "nowhere"),
)

FORMS = ("plain", "markdown", "bibtex", "csl", "quote", "link")

KINDS = ("articles", "entities", "figures", "events", "measures", "claims")


@contextmanager
def written(name: str) -> Iterator[Path]:
    """A folder with one of the dossiers, for as long as it is needed."""
    folder = Path(tempfile.mkdtemp())
    try:
        DOSSIERS[name](folder)
        yield folder
    finally:
        shutil.rmtree(folder)


def checked(folder: Path, *arguments: str, cache: str = "") -> str:
    """The standard output of a command that ends as one should."""
    status, out, err = pieces.run(folder, *arguments, cache=cache or f"{folder}/cache")
    assert status in (0, 1, 2)
    assert sound(out + err)
    assert status != 2 or err, "what cannot be used is said"
    if "--json" in arguments:
        for line in out.splitlines():
            json.loads(line)
    if "export" in arguments and status != 2:
        json.loads(out)
    return out


def run_all(folder: Path, id: str, form: str, kind: str) -> None:
    """Runs all commands that read a dossier."""
    catalog = ("-c", ".")
    for arguments in (
        ("check", "--coverage", "--strict"),
        ("check", "--json", "--coverage"),
        ("list", kind),
        ("list", kind, "--json"),
        ("show", id),
        ("show", id, "--json"),
        ("cite", id, "--format", form),
        ("compare",),
        ("compare", "--json"),
        ("search", "mine lake", "5 tons"),
        ("search", "kind:figure", "--json"),
        ("search", "said", "--vimgrep"),
        ("suggest",),
        ("export", "json"),
        ("export", "w3c"),
    ):
        checked(folder, *arguments, *catalog)


def show_and_draft(folder: Path, width: int) -> None:
    """Has all shown that the app shows, and drafts written into the catalog as `D` writes them."""
    catalog = folder / "catalog.yaml"
    try:
        dossier = open_dossier(catalog)
    except CatalogError:
        return
    assert sound("".join(everything(dossier, width)))
    for article in dossier.articles:
        left = dossier.coverage(article)
        for span in (*left.uncaptured[:2], *left.names[:1]):
            with suppress(InsertError, QuantityError):
                insert(catalog, *draft_of(dossier, article, span))
                # A draft spoils nothing that was good.
                before = {record.id for record in dossier.records}
                dossier = open_dossier(catalog)
                assert before <= {record.id for record in dossier.records}


@fuzzed(
    5,
    100,
    st.sampled_from(sorted(DOSSIERS)),
    st.integers(0, 3),
    CHANGES,
    st.booleans(),
    st.integers(0, 9),
    st.tuples(st.sampled_from(IDS), st.sampled_from(FORMS), st.sampled_from(KINDS)),
    st.integers(4, 200),
)
def test_any_bytes_are_read_or_refused(
    name: str, number: int, changes: list[Change], by_line: bool, merged: int, asked: tuple[str, str, str], width: int
) -> None:
    with written(name) as folder:
        files = [folder / "catalog.yaml", *sorted(folder.glob("*.txt"))]
        file = files[number % len(files)]
        content = changed(file.read_bytes(), changes, by_line)
        file.write_bytes(content if merged else merge_conflict(content))
        run_all(folder, *asked)
        show_and_draft(folder, width)


@fuzzed(3, 60, CHANGES, st.booleans())
def test_any_problem_of_a_large_catalog_has_a_place(changes: list[Change], by_line: bool) -> None:
    content = changed(builtin().read_bytes(), changes, by_line)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalog.yaml"
        path.write_bytes(content)
        try:
            load(path)
        except CatalogError as error:
            lines = len(content.decode("utf-8", "replace").splitlines())
            assert error.problems
            assert all(1 <= problem.mark.line <= lines + 1 and sound(str(problem)) for problem in error.problems)


# Queries


@cache
def ready(name: str) -> tuple[Dossier, Search]:
    """A dossier in a folder that stays until the tests end, and a search over it."""
    if name == "builtin":
        path = builtin()
    else:
        folder = tempfile.TemporaryDirectory()
        _kept.append(folder)
        path = DOSSIERS[name](Path(folder.name))
    dossier = open_dossier(path)
    return dossier, search_in_memory(dossier)


_kept: list[Any] = []


@cache
def kept_cache() -> str:
    """A cache folder that stays until the tests end."""
    folder = tempfile.TemporaryDirectory()
    _kept.append(folder)
    return folder.name


def consistent(dossier: Dossier, search: Search, query: str) -> None:
    """Asks a query; each hit is inside its file, and what is marked inside what is shown."""
    try:
        result = search.find(query, 50)
        passages = search.passages(query, 50)
    except QueryError as error:
        assert str(error)
        return
    assert result.total >= len(result.hits)
    for hit in result.hits:
        assert 0 <= hit.score <= 100
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.marks)
        assert all(0 <= start < end <= len(hit.entry.title) for start, end in hit.title_marks)
    for entry, marks in passages:
        assert entry.article is not None and entry.around is not None
        assert all(entry.around.covers(mark) for mark in marks)
        assert entry.around.end <= len(dossier.documents[entry.article].text)


@fuzzed(20, 500, st.sampled_from(["builtin", "lake", "evil"]), QUERIES)
def test_any_query_is_answered(name: str, query: str) -> None:
    consistent(*ready(name), query)


@fuzzed(3, 30, st.sampled_from(["builtin", "evil"]), QUERIES, st.sampled_from(KINDS))
def test_any_query_is_answered_on_the_command_line(name: str, query: str, kind: str) -> None:
    folder, kept = ready(name)[0].catalog.parent, kept_cache()
    for arguments in (
        ("search", "-c", "."),
        ("search", "--json", "-c", "."),
        ("search", "--vimgrep", "-c", "."),
        ("list", kind, "--json", "-c", "."),
        ("compare", "-c", "."),
        ("export", "json", "-c", "."),
    ):
        checked(folder, *arguments, "--", query, cache=kept)
    checked(folder, "search", *query.split(" "), cache=kept)


@fuzzed(1, 5, st.sampled_from(["lake", "evil"]), st.lists(QUERIES, min_size=5, max_size=5), each=5)
def test_any_query_is_answered_in_the_app(name: str, queries: list[str]) -> None:
    async def ask() -> None:
        async with run_app(ready(name)[0]) as driver:
            for number, query in enumerate(queries):
                await driver.press("/")
                await driver.press_without_pause(Paste(query), *query[:3])
                assert sound_on_screen(driver.screen_text)
                await driver.press("down", "tab", "enter" if number % 2 else "escape")
                assert sound_on_screen(driver.screen_text)
                await driver.press("2", "backslash")
                await driver.press_without_pause(Paste(query))
                await driver.press("enter", "escape", "escape", "escape")
                assert sound_on_screen(driver.screen_text)

    asyncio.run(ask())
