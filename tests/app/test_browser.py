"""Opening a URL: which program is started, and what the user is told."""

import os
from pathlib import Path

import pytest

from tests.app.app_driver import AppDriver, run_app
from tui.app.model.place import Place
from tui.app.system import browser
from tui.app.system.browser import program
from tui.dossier.dossier import Dossier

URL = "https://example.org/salt"


@pytest.mark.parametrize(
    ("environment", "platform", "there", "command"),
    [
        ({}, "darwin", "open firefox", "open"),
        ({"DISPLAY": ":0"}, "linux", "xdg-open firefox", "xdg-open"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", "gio firefox", "gio open"),
        ({"DISPLAY": ":0"}, "linux", "firefox", "firefox"),
        ({"DISPLAY": ":0"}, "linux", "", ""),
        # Without a display only what the user names, or what opens a browser elsewhere.
        ({}, "linux", "xdg-open firefox w3m", ""),
        ({"DISPLAY": ""}, "linux", "xdg-open", ""),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "wslview xdg-open", "wslview"),
        ({"BROWSER": "opera --new"}, "linux", "opera xdg-open", "opera --new"),
        ({"BROWSER": "opera:epiphany %s"}, "linux", "epiphany", "epiphany %s"),
        ({"BROWSER": "opera", "DISPLAY": ":0"}, "linux", "xdg-open", "xdg-open"),
        # What needs the terminal, and what cannot be read.
        ({"BROWSER": "/usr/bin/w3m:opera"}, "linux", "/usr/bin/w3m opera", "opera"),
        ({"BROWSER": "lynx"}, "linux", "lynx", ""),
        ({"BROWSER": "'opera"}, "linux", "'opera opera", ""),
        # What may be in the dossier.
        ({"BROWSER": "./opera:bin/opera:/bin/opera"}, "linux", "./opera bin/opera /bin/opera", "/bin/opera"),
    ],
)
def test_the_browser_of_the_platform(environment: dict[str, str], platform: str, there: str, command: str) -> None:
    found = program(environment, platform, lambda name: name if name in there.split() else None)
    assert found == command.split()


async def press_o(driver: AppDriver) -> None:
    """Presses `o` with the real browser, as far as there is one."""
    del driver.app.open_url  # type: ignore[method-assign]
    await driver.press("o")


def write_script(path: Path, text: str) -> Path:
    """A program that stands for a browser."""
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.mark.sample(1)
@pytest.mark.parametrize("arguments", ["", " --new-tab", " --url=%s"])
async def test_a_browser_is_started_with_the_address(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    opened = tmp_path / "opened"
    # It writes to the terminal and reads from it, as some do.
    started = write_script(tmp_path / "browser", f"echo noise; echo noise >&2; cat; echo \"$@\" > '{opened}'")
    monkeypatch.setenv("BROWSER", f"{started}{arguments}")
    async with run_app(sample_dossier, Place.at("a-herald")) as driver:
        await press_o(driver)
        assert driver.footer.startswith(f"Opening {URL}")
        assert "noise" not in driver.screen_text
    given = arguments.strip().replace("%s", URL) if "%s" in arguments else f"{arguments.strip()} {URL}".strip()
    assert opened.read_text() == f"{given}\n"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the browser is still running
async def test_a_browser_that_stays_open_is_not_waited_for(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setenv("BROWSER", str(write_script(tmp_path / "browser", f"cat '{pipe}'; exit 1")))
    monkeypatch.setattr(browser, "CHECKS", 1)
    async with run_app(sample_dossier, Place.at("a-herald")) as driver:
        await press_o(driver)
        assert driver.footer.startswith(f"Opening {URL}")
        with pipe.open("w"):
            pass


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("{folder}/failing", "{folder}/failing failed, with status 3; the address is " + URL),
        ("{folder}/no-program", "{folder}/no-program cannot be run: "),
        ("{folder}/missing", f"No browser found; set BROWSER, or open {URL} yourself."),
        ("", f"No browser found; set BROWSER, or open {URL} yourself."),
    ],
)
async def test_what_could_not_be_opened_is_said(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, said: str
) -> None:
    write_script(tmp_path / "failing", "exit 3")
    write_script(tmp_path / "no-program", "").write_bytes(b"\0\0")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", named.format(folder=tmp_path))
    async with run_app(sample_dossier, Place.at("a-herald"), (250, 36)) as driver:
        await press_o(driver)
        assert driver.footer.startswith(said.format(folder=tmp_path))
        assert "Opening" not in driver.footer
