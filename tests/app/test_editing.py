"""Editors beside the app, failing work outside the app, and other ways to end than `q`."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App

from tests.app.app_driver import run_app
from tests.app.pseudo_terminal import write_editor
from tui.app.app import LodeApp
from tui.app.model.place import Place
from tui.app.settings.session import Session
from tui.app.system.suspending import while_suspended
from tui.dossier.dossier import Dossier

WRITING = "import json, os, sys\njson.dump(sys.argv[1:], open(sys.argv[0] + '.json', 'w'))\n"


def write_editor_with_window(folder: Path, name: str, program: str) -> str:
    """An editor that is taken for one with a window; the command that runs it."""
    return str(Path(write_editor(folder, program)).rename(folder / name))


async def test_an_editor_with_a_window_runs_beside_the_app(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    # It stays open until the test says so, and has no terminal.
    waits = f"open({str(tmp_path / 'pipe')!r}).read()\nassert not any(map(os.isatty, range(3)))"
    command = write_editor_with_window(tmp_path, "code", WRITING + waits)
    monkeypatch.setenv("VISUAL", f"{command} --wait")
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        before = driver.text_lines()
        await driver.press("e")
        assert driver.footer.startswith("Opened in code. What you save shows here.")
        assert driver.text_lines() == before
        await driver.press("n")
        assert "2 of 4" in driver.subtitle("text")
        (tmp_path / "pipe").write_text("done")
    line = sample_dossier.entities["orla"].mark.line
    at = json.loads(Path(f"{command}.json").read_text())
    assert at == ["--wait", "--goto", f"{sample_dossier.catalog}:{line}:{sample_dossier.entities['orla'].mark.column}"]


@pytest.mark.parametrize(
    ("name", "program", "said"),
    [
        ("subl", "raise SystemExit(3)", "subl ended with status 3."),
        ("zed", "import os; os.kill(os.getpid(), 9)", "zed was ended by signal 9 (Killed)."),
    ],
)
async def test_a_failing_editor_with_a_window_is_reported(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, program: str, said: str
) -> None:
    monkeypatch.setenv("VISUAL", write_editor_with_window(tmp_path, name, program))
    monkeypatch.setattr("tui.app.system.editing.CHECK_SECONDS", 0.01)
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("e")
        await driver.wait_until(lambda: driver.footer.startswith(said))


async def test_a_missing_editor_with_a_window_is_reported(
    sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/gvim -f")
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("e")
        assert driver.footer.startswith("gvim cannot be run: No such file or directory")


@pytest.fixture
def suspensions(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A terminal that makes room; what the app did with it."""
    done: list[str] = []

    @contextmanager
    def suspend(app: App[None]) -> Iterator[None]:
        done.append("left")
        yield
        done.append("back")

    monkeypatch.setattr(LodeApp, "suspend", suspend)
    yield done


async def test_work_outside_that_fails_is_said_and_the_app_comes_back(
    sample_dossier: Dossier, suspensions: list[str]
) -> None:
    def fail(signals: object) -> str:
        raise RuntimeError("no room")

    async with run_app(sample_dossier) as driver:
        assert while_suspended(driver.app, fail, "it") == "That failed: no room"
        assert suspensions == ["left", "back"]


async def test_what_cannot_be_shown_to_be_selected_is_said(sample_dossier: Dossier, suspensions: list[str]) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("Y", "s")
        # Standard input is not a terminal here.
        assert driver.footer.startswith("That failed: (25, ")
        assert suspensions == ["left", "back"]


async def test_the_session_is_kept_when_the_system_ends_the_app(sample_dossier: Dossier) -> None:
    kept: list[Session] = []
    async with run_app(sample_dossier, keep=kept.append) as driver:
        await driver.press("2")
        driver.app.end(143)
        await driver.settle()
        assert driver.app.return_code == 143
    assert [session.history.current.record for session in kept] == ["orla"]


async def test_the_app_ends_though_the_session_cannot_be_kept(sample_dossier: Dossier) -> None:
    def fail(session: Session) -> None:
        raise OSError("disk full")

    async with run_app(sample_dossier, keep=fail) as driver:
        with pytest.raises(OSError, match="disk full"):
            driver.app.end(129)
        await driver.settle()
        assert driver.app.return_code == 129


def test_an_app_that_shows_nothing_yet_can_be_ended(sample_dossier: Dossier) -> None:
    kept: list[Session] = []
    app = LodeApp(sample_dossier, keep=kept.append)
    app.end(143)
    assert (app.return_code, kept) == (143, [])
