"""A dossier is made ready to be asked, a large one beside the app; and what it is asked in may go or be damaged."""

import sqlite3
import subprocess
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from textual.widgets import Input

from tests.app.app_driver import run_app
from tests.app.sample_dossier import write_sample_dossier
from tests.lode_process import PATIENCE
from tui.app.model import indexing
from tui.app.model.workspace import ClosedError, Workspace
from tui.app.screens import main
from tui.dossier.dossier import Dossier
from tui.search.open import find_index, open_search
from tui.search.search import Search
from tui.store.compiled import open_compiled


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The dossier about a lake, kept without an index."""
    monkeypatch.setenv("LODE_CACHE", str(tmp_path / "cache"))
    (tmp_path / "lake").mkdir()
    write_sample_dossier(tmp_path / "lake")
    return open_compiled(tmp_path / "lake" / "catalog.yaml", tmp_path / "cache")


@pytest.fixture
def large(kept: Dossier, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The same, taken for large."""
    monkeypatch.setattr(indexing, "LARGE", 0)
    return kept


async def test_the_index_is_built_by_a_process_and_then_used(large: Dossier, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert find_index(large.catalog, cache) is None
    async with run_app(large) as driver:
        await driver.search_for("orlla")
        await driver.wait_until(lambda: "showing Orla" in driver.screen_text)
        assert driver.app.screen_stack[0].workspace.read[0] > 0  # type: ignore[attr-defined]
    made = find_index(large.catalog, cache)
    assert made is not None


async def test_leaving_ends_it(large: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []

    def endless(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str]":
        started.append(subprocess.Popen(["sleep", "600"], stdout=subprocess.PIPE, text=True))
        return started[0]

    monkeypatch.setattr(indexing, "start_indexer", endless)
    # By nobody but the test, however slow the machine is.
    monkeypatch.setattr(main, "OPEN_SEARCH_AFTER", 600)
    async with run_app(large) as driver:
        await driver.pilot.pause()
        driver.app.screen_stack[0]._open_search()  # type: ignore[attr-defined]
        while not started:
            await driver.pilot.pause(0.01)
    assert started[0].wait(timeout=PATIENCE) < 0


def test_leaving_while_it_is_started_ends_it_too(large: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, started = Workspace(large), list[subprocess.Popen[str]]()

    def endless(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str]":
        started.append(subprocess.Popen(["sleep", "600"], stdout=subprocess.PIPE, text=True))
        workspace.close()
        return started[0]

    monkeypatch.setattr(indexing, "start_indexer", endless)
    with pytest.raises(ClosedError):
        workspace.in_thread(workspace.open_search).result(timeout=PATIENCE)
    assert started[0].wait(timeout=PATIENCE) < 0


def test_it_is_built_once_however_many_ask_for_it(kept: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, made = Workspace(kept), list[Search]()
    other = Thread(target=workspace.open_search)

    def make(*arguments: Any) -> Search:
        made.append(open_search(*arguments))
        if len(made) == 1:
            other.start()
            # It cannot end while it waits for this one; unhindered, it makes another.
            other.join(0.2)
        return made[-1]

    monkeypatch.setattr("tui.search.open.open_search", make)
    assert workspace.open_search() is made[0]
    other.join()
    assert len(made) == 1


def test_a_small_dossier_is_not_worth_a_process(
    large: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "LARGE", 500_000)
    assert indexing.start_indexer(large, tmp_path / "cache") is None


def test_without_a_cache_there_is_nothing_to_make(large: Dossier) -> None:
    assert indexing.start_indexer(large, None) is None


async def test_articles_deleted_during_a_search_are_shown_as_they_were_read(kept: Dossier) -> None:
    async with run_app(kept) as driver:
        await driver.search_for("orla")
        await driver.wait_until(lambda: "found" in driver.screen_text)
        for file in kept.catalog.parent.glob("*.txt"):
            file.unlink()
        await driver.type_text(" empty")
        await driver.wait_until(lambda: "The shore has been empty since the Orla Lake flood" in driver.screen_text)


class DamagedSearch:
    """A search in a file that turns out to be damaged."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def ask(self, *question: object) -> None:
        raise self.error


MALFORMED = sqlite3.DatabaseError("database disk image is malformed")


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("error", "query", "said"),
    [
        (MALFORMED, "orla", "9 found"),
        (MALFORMED, "kind:lake", "no record has kind:lake"),
        (TypeError("cannot unpack non-iterable NoneType object"), "orla", "9 found"),
    ],
)
async def test_a_damaged_index_is_rebuilt_during_a_search(
    kept: Dossier, error: Exception, query: str, said: str
) -> None:
    async with run_app(kept) as driver:
        await driver.press("/")
        driver.app.screen_stack[0].workspace._search = DamagedSearch(error)  # type: ignore[attr-defined]
        # Pasted: the first question is the last.
        driver.app.screen.query_one("#query", Input).value = query
        await driver.wait_until(lambda: said in driver.screen_text)
