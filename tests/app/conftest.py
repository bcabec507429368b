"""Fixtures for the tests of the app: a dossier, a terminal, and an environment without the user's own settings."""

import asyncio
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.app.app_driver import SIZE
from tests.app.pseudo_terminal import Terminal
from tests.app.sample_dossier import open_sample_dossier, write_sample_dossier
from tests.app.textual_private import draw_only_what_is_read, share_parsed_style_sheets
from tui.app.commands import typeahead
from tui.app.system import clock
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

TODAY = date(2025, 11, 15)
LODE = (sys.executable, "-m", "tui")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs tests that are coroutines."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


@pytest.fixture(autouse=True)
def isolated_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Removes the machine's colour settings, theme, editor and home folder from the environment."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "LODE_THEME", "LODE_CATALOG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, home)


@pytest.fixture(autouse=True, scope="session")
def parsed_style_sheets() -> Iterator[None]:
    """Parses no style sheet twice."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        share_parsed_style_sheets(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def unread_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renders no frame that a test does not read. The tests of hostile dossiers render them all."""
    draw_only_what_is_read(monkeypatch)


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the app take a day of 2025 for today."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture(autouse=True)
def patient_type_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has each key wait for the one before it, however slow the machine is."""
    monkeypatch.setattr(typeahead, "MAX_DELAY", 60.0)


@pytest.fixture(scope="session")
def sample_dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The sample dossier."""
    return open_sample_dossier(tmp_path_factory.mktemp("lake"))


@pytest.fixture(scope="session")
def drafted_dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The sample dossier with a text that leaves names and numbers to be drafted."""
    folder = tmp_path_factory.mktemp("drafts")
    path = write_sample_dossier(folder)
    more = "\nThe quay of Ombrik is 70 meters long, and that of Velstad 80 meters.\n"
    (folder / "herald.txt").write_text((folder / "herald.txt").read_text() + more)
    return open_dossier(path)


@pytest.fixture
def start_terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts the app in a pseudo-terminal, on the sample dossier in a temporary folder."""
    started: list[Terminal] = []

    def start_terminal(command: tuple[str, ...] = LODE, controls: bool = True, **environment: str) -> Terminal:
        write_sample_dossier(tmp_path)
        world = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path / "home"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LODE_CACHE": "",
            "LODE_STATE": "",
            "LODE_CONFIG": "",
            "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        }
        started.append(Terminal([*command], tmp_path, world | environment, SIZE, controls))
        return started[-1]

    yield start_terminal
    for terminal in started:
        terminal.close()
