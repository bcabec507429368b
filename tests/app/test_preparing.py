"""A large dossier is made ready to be asked beside the app, which ends it when it is left."""

import subprocess
from pathlib import Path

import pytest

from tests.app import lake
from tests.app.seat import sit
from tui.app import preparing
from tui.dossier.compiled import open_compiled
from tui.dossier.dossier import Dossier
from tui.search.open import find_index


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The dossier about a lake, kept without an index, and taken for large."""
    monkeypatch.setenv("LODE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(preparing, "LARGE", 0)
    (tmp_path / "lake").mkdir()
    lake.write(tmp_path / "lake")
    return open_compiled(tmp_path / "lake" / "catalog.yaml", tmp_path / "cache")


async def test_it_is_made_by_a_process_and_then_asked(large: Dossier, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert find_index(large.catalog, cache) is None
    async with sit(large) as seat:
        await seat.press("/")
        await seat.write("orlla")
        await seat.until(lambda: "showing Orla" in seat.text)
        assert seat.app.screen_stack[0].desk.read[0] > 0  # type: ignore[attr-defined]
    made = find_index(large.catalog, cache)
    assert made is not None


async def test_leaving_ends_it(large: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []

    def endless(dossier: Dossier, folder: Path | None) -> "subprocess.Popen[str]":
        started.append(subprocess.Popen(["sleep", "600"], stdout=subprocess.PIPE, text=True))
        return started[0]

    monkeypatch.setattr(preparing, "making", endless)
    async with sit(large) as seat:
        await seat.pilot.pause()
        seat.app.screen_stack[0]._asking.make_ready()  # type: ignore[attr-defined]
        while not started:
            await seat.pilot.pause(0.01)
    assert started[0].wait(timeout=30) < 0


def test_a_small_dossier_is_not_worth_a_process(
    large: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "LARGE", 500_000)
    assert preparing.making(large, tmp_path / "cache") is None


def test_without_a_cache_there_is_nothing_to_make(large: Dossier) -> None:
    assert preparing.making(large, None) is None
