"""Copying citations: by the terminal and the platform's program, with a message, and a hint the first time."""

import os
import sys
from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tui.app.model.place import ENTITIES, Place
from tui.app.system.clipboard import hand_over, program
from tui.dossier.dossier import Dossier

HINT = "Cannot paste it? Y s shows it to select."


@pytest.mark.parametrize(
    ("environment", "platform", "there", "command"),
    [
        ({}, "darwin", "pbcopy xclip", "pbcopy"),
        ({}, "win32", "clip.exe", "clip.exe"),
        ({"WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"}, "linux", "clip.exe xclip", "clip.exe"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy xclip", "wl-copy"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "xsel", "xsel --clipboard --input"),
        ({"DISPLAY": ":0"}, "linux", "wl-copy xclip xsel", "xclip -selection clipboard"),
        ({"DISPLAY": ":0"}, "linux", "", ""),
        ({}, "linux", "wl-copy xclip xsel pbcopy clip.exe", ""),
    ],
)
def test_the_program_of_the_platform(environment: dict[str, str], platform: str, there: str, command: str) -> None:
    found = program(environment, platform, lambda name: name if name in there.split() else None)
    assert found == command.split()


def test_a_text_is_handed_over_whole_and_not_waited_for(tmp_path: Path) -> None:
    pipe, text = tmp_path / "pipe", "3.8 million tons – Ångström\n" * 10_000
    script = tmp_path / "copy.py"
    # The reader below is only there once the program has been started: waiting for it would never end.
    script.write_text("import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())")
    os.mkfifo(pipe)
    hand_over(text, [sys.executable, str(script), str(pipe)])
    assert pipe.read_bytes().decode() == text


def test_the_clipboard_of_windows_takes_utf16(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Any other bytes it would read in the code page of the machine.
    pipe, text = tmp_path / "pipe", "3.8 million tons – Ångström, レアアース"
    os.mkfifo(pipe)
    (tmp_path / "clip.exe").write_text(f"#!/bin/sh\nexec cat > '{pipe}'\n")
    (tmp_path / "clip.exe").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    hand_over(text, program({"WSL_DISTRO_NAME": "Debian"}))
    assert pipe.read_bytes().decode("utf-16-le") == text


def test_windows_is_given_the_encoding_that_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, text = tmp_path / "pipe", "3.8 million tons – Ångström\n"
    script = tmp_path / "clip.exe"
    script.write_text(f"#!{sys.executable}\nimport sys\nopen(sys.argv[1], 'wb').write(sys.stdin.buffer.read())")
    script.chmod(0o755)
    os.mkfifo(pipe)
    monkeypatch.setenv("PATH", str(tmp_path))
    hand_over(text, ["clip.exe", str(pipe)])
    assert pipe.read_bytes().decode("utf-16-le") == text


def test_the_program_is_in_a_session_of_its_own_so_that_no_signal_to_the_terminal_ends_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = "import os, sys; open(sys.argv[1], 'w').write(str(os.getsid(0)))"
    hand_over("text", [sys.executable, "-S", "-c", script, str(pipe)])
    assert int(pipe.read_text()) != os.getsid(0)


def test_a_program_that_cannot_be_started_is_ignored(tmp_path: Path) -> None:
    hand_over("text", [str(tmp_path / "missing")])
    hand_over("text", [])


@pytest.mark.slow
async def test_what_has_no_form_says_why(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-ledger")) as driver:
        await driver.press("Y")
        shown = " ".join(driver.content("box").split())
        assert "l Link to the words — No link: a-ledger has no web address in the catalog" in shown
        await driver.press("l")
        assert driver.footer.startswith("No link: a-ledger has no web address in the catalog")
        assert not driver.app.clipboard
    async with run_app(sample_dossier, Place.at("cape", pane=ENTITIES)) as driver:
        await driver.press("Y", "s")
        assert driver.footer.startswith("cape is in no article, so there is nothing to cite")
        await driver.press("Y", "i", "y")
        assert driver.app.clipboard == "cape"
        assert driver.footer.startswith("cape is in no article, so there is nothing to cite")


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("start", "keys"),
    [
        ("herald.txt:29:40", []),
        ("a-herald", ["ctrl+f", *"flood of", "enter"]),
        ("a-herald", ["/", *'"flood of" kind:passage', "enter"]),
    ],
)
async def test_words_without_a_record_are_cited_with_their_sentence(
    sample_dossier: Dossier, start: str, keys: list[str]
) -> None:
    async with run_app(sample_dossier, Place.at(start)) as driver:
        await driver.press(*keys, "y")
        sentence = "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.”"
        assert driver.app.clipboard.startswith(f"{sentence} The Herald, ")
        assert driver.app.clipboard.endswith(", line 29.")


async def test_a_place_that_is_not_a_record_has_its_line_as_id(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("herald.txt:5:1")) as driver:
        await driver.press("Y", "i")
        assert driver.app.clipboard == "herald.txt:5:1"


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_first_copy_is_hinted_and_only_the_first(
    sample_dossier: Dossier, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODE_STATE", str(tmp_path / "state"))
    for hinted in (True, False):
        async with run_app(sample_dossier, Place.at("orla"), size) as driver:
            await driver.press("y")
            assert (HINT in driver.footer) == hinted
            assert "Copied: “" in driver.footer
            await driver.press("y")
            assert HINT not in driver.footer
