"""Signals, editors and suspending in a real terminal, which is restored afterwards."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.pseudo_terminal import Terminal, last_mode, write_editor

pytestmark = pytest.mark.slow

Start = Callable[..., Terminal]

WHOLE = ("1 Articles 3", "2 Entities 24", "3 [Figures 4]", "4 Text", "5 Details", "q quit")
"""What is on screen in every pane."""

ESCAPE = "\x1b[27u"
"""The key as terminals send it that tell it from the beginning of another."""

SHELL = ("bash", "--norc", "--noprofile", "-i")


def assert_terminal_restored(written: str) -> None:
    """Asserts that the terminal shows the shell's screen, and reports neither mouse, focus nor pastes."""
    assert [last_mode(written, mode) for mode in ("1049", "25", "7")] == ["l", "h", "h"]
    for mode in ("1000", "1003", "1004", "1006", "1015", "2004"):
        assert last_mode(written, mode) == "l", mode
    # What only some terminals can.
    for mode in ("1016", "2048"):
        assert last_mode(written, mode) in ("l", ""), mode
    # Of the kitty keyboard protocol, as much was taken back as was asked for.
    assert written.count("\x1b[>25u") == written.count("\x1b[<u") > 0
    assert "Traceback" not in written


def saved_place(folder: Path) -> str:
    """The record of the place that a session was left at."""
    [file] = [file for file in folder.iterdir() if file.name != "user.json"]
    places: list[dict[str, str]] = json.loads(file.read_text())["places"]
    return places[-1]["record"]


def go_to_orla(terminal: Terminal) -> None:
    """Goes to Orla Lake."""
    terminal.wait_for(*WHOLE)
    terminal.press("2\r")
    terminal.wait_for("entities › Orla Lake", "Esc to Entities")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_app_in_order(start_terminal: Start, tmp_path: Path, number: signal.Signals) -> None:
    terminal = start_terminal(LODE_STATE=str(tmp_path / "state"))
    go_to_orla(terminal)
    # A terminal that reports its size, and the mouse by pixels.
    terminal.press("\x1b[?2048;2$y")
    terminal.wait_for("\x1b[?2048h", "\x1b[?1016h")
    terminal.process.send_signal(number)
    assert terminal.wait_for_exit() == 128 + number
    assert terminal.current_settings() == terminal.initial_settings
    assert_terminal_restored(terminal.written)
    assert saved_place(tmp_path / "state") == "orla"


@pytest.mark.parametrize("controls", [True, False], ids=["with a signal", "without a signal"])
def test_a_closed_window_keeps_the_session(start_terminal: Start, tmp_path: Path, controls: bool) -> None:
    terminal = start_terminal(controls=controls, LODE_STATE=str(tmp_path / "state"))
    go_to_orla(terminal)
    assert terminal.hang_up() == 128 + signal.SIGHUP
    assert saved_place(tmp_path / "state") == "orla"


def test_it_is_drawn_though_standard_error_is_a_file(start_terminal: Start, tmp_path: Path) -> None:
    terminal = start_terminal(("sh", "-c", f"exec {sys.executable} -m tui 2>errors"))
    terminal.wait_for(*WHOLE)
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert (tmp_path / "errors").read_text() == ""


# Stopped and continued


@pytest.mark.parametrize(
    ("key", "shown"),
    [("", WHOLE), ("/", ["Search everything"]), ("\x10", ["What to do, or the name of a record"]), ("?", ["Help · "])],
    ids=["the panes", "search", "the palette", "help"],
)
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(start_terminal: Start, key: str, shown: tuple[str, ...]) -> None:
    terminal = start_terminal(SHELL, PS1="SHELL ")
    terminal.wait_for("SHELL ")
    terminal.press(f"{sys.executable} -m tui\r")
    terminal.wait_for(*WHOLE)
    if key:
        terminal.press(key)
        terminal.wait_for(*shown)
    terminal.press("\x1a")
    terminal.wait_for("Stopped", "SHELL ")
    assert_terminal_restored(terminal.written[: terminal.written.rindex("Stopped")])
    terminal.press("fg\r")
    terminal.wait_for(*shown)
    assert [last_mode(terminal.written, mode) for mode in ("1049", "25", "1000")] == ["h", "l", "h"]
    terminal.press((ESCAPE if key else "") + "2")
    terminal.wait_for("entities › Orla Lake · preview")
    terminal.press("q")
    terminal.wait_for("SHELL ")
    assert_terminal_restored(terminal.written[: terminal.written.rindex("SHELL ")].replace("\x1b[?2004h", ""))
    terminal.press("echo status=$?\r")
    terminal.wait_for("status=0")


def test_what_was_stopped_without_being_told_takes_the_terminal_up_again(start_terminal: Start) -> None:
    terminal = start_terminal(SHELL, PS1="SHELL ")
    terminal.wait_for("SHELL ")
    terminal.press(f"{sys.executable} -m tui\r")
    terminal.wait_for(*WHOLE)
    os.kill(terminal.foreground_group, signal.SIGSTOP)
    terminal.wait_for("Stopped", "SHELL ")
    terminal.press("fg\r")
    terminal.wait_for("\x1b[?1049h", *WHOLE)
    terminal.press("q")
    terminal.wait_for("SHELL ")
    # The settings that the shell gives to what it runs.
    terminal.press("stty -a | tr ' ' '\\n' | grep -x -e echo -e icanon | sort | tr '\\n' ' '\r")
    terminal.wait_for("echo icanon")


def test_where_no_shell_waits_ctrl_z_stops_nothing(start_terminal: Start) -> None:
    terminal = start_terminal()
    terminal.wait_for(*WHOLE)
    terminal.press("\x1a")
    terminal.wait_for("lode was not started from a shell, so it cannot be suspended.", *WHOLE)
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


# Editors


BEHAVING = """
import os, signal, sys, tty
from pathlib import Path

exec((Path(sys.argv[0]).parent / "behaviour").read_text())
"""


def test_an_editor_that_fails_is_reported_in_the_running_app(start_terminal: Start, tmp_path: Path) -> None:
    script = write_editor(tmp_path, BEHAVING)
    terminal = start_terminal(EDITOR=script)
    terminal.wait_for(*WHOLE)

    def edit(behaviour: str, *markers: str) -> None:
        (tmp_path / "behaviour").write_text(behaviour)
        terminal.press("e")
        terminal.wait_for(*markers)

    edit("sys.exit(3)", "vi ended with status 3.", *WHOLE)
    raw = "tty.setraw(0); os.set_blocking(0, False); os.write(1, b'\\x1b[?25h'); os.kill(os.getpid(), 9)"
    edit(raw, "vi was ended by signal 9 (Killed).", *WHOLE)
    edit("try: print('EDITING', flush=True); input()\nexcept KeyboardInterrupt: sys.exit(5)", "EDITING")
    terminal.press("\x03")
    terminal.wait_for("vi ended with status 5.", *WHOLE)
    edit("print('EDITING', flush=True); input()", "EDITING")
    terminal.press("\x1c")
    terminal.wait_for("vi was ended by signal 3 (Quit).", *WHOLE)
    Path(script).unlink()
    edit("", "vi cannot be run: No such file or directory", *WHOLE)
    terminal.press("2")
    terminal.wait_for("entities › Orla Lake · preview")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.current_settings() == terminal.initial_settings
    assert_terminal_restored(terminal.written)


def test_an_editor_can_be_stopped_as_elsewhere(start_terminal: Start, tmp_path: Path) -> None:
    stopping = "import os, signal\nos.kill(0, signal.SIGTSTP)\nprint('EDITING AGAIN', flush=True)\ninput()"
    terminal = start_terminal(SHELL, PS1="SHELL ", EDITOR=write_editor(tmp_path, stopping))
    terminal.wait_for("SHELL ")
    terminal.press(f"{sys.executable} -m tui\r")
    terminal.wait_for(*WHOLE)
    terminal.press("e")
    terminal.wait_for("Stopped", "SHELL ")
    terminal.press("fg\r")
    terminal.wait_for("EDITING AGAIN")
    terminal.press("\r")
    terminal.wait_for(*WHOLE)
    terminal.press("q")
    terminal.wait_for("SHELL ")


@pytest.mark.parametrize("keys", ["e", "Ys"], ids=["an editor", "what is shown to be selected"])
def test_a_signal_during_a_suspension_ends_the_app_afterwards(start_terminal: Start, tmp_path: Path, keys: str) -> None:
    terminal = start_terminal(
        EDITOR=write_editor(tmp_path, "print('EDITING', flush=True)\ninput()"), LODE_STATE=str(tmp_path / "state")
    )
    go_to_orla(terminal)
    terminal.press(keys)
    terminal.wait_for("EDITING" if keys == "e" else "Enter to go back to lode.")
    terminal.process.send_signal(signal.SIGTERM)
    if keys == "e":
        terminal.press("\r")
    assert terminal.wait_for_exit() == 128 + signal.SIGTERM
    assert terminal.current_settings() == terminal.initial_settings
    assert_terminal_restored(terminal.written)
    assert saved_place(tmp_path / "state") == "orla"


def test_several_keys_go_back_from_what_is_shown_to_be_selected(start_terminal: Start) -> None:
    terminal = start_terminal()
    terminal.wait_for(*WHOLE)
    for key in ("q", "\x1b", "\x03", "\x04", "\n", "\x1b[A\x1bOBx \r"):
        terminal.press("Ys")
        terminal.wait_for("“Salt under the ice”", "Enter to go back to lode.")
        terminal.press(key)
        terminal.wait_for(*WHOLE)
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.current_settings() == terminal.initial_settings
    assert_terminal_restored(terminal.written)
