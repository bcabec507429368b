"""Each editor gets the place in the form that it understands; those with a window are known."""

from pathlib import Path

import pytest

from tui.catalog.problem import Mark
from tui.curate.editor import editor_command, has_window, why_no_editor

GOTO = ["--goto", "/d/c.yaml:7:3"]


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"EDITOR": "vi"}, ["vi", "+7", "/d/c.yaml"]),
        ({"EDITOR": "emacs -nw"}, ["emacs", "-nw", "+7", "/d/c.yaml"]),
        ({"VISUAL": "nano", "EDITOR": "vi"}, ["nano", "+7", "/d/c.yaml"]),
        ({"VISUAL": "", "EDITOR": "vi"}, ["vi", "+7", "/d/c.yaml"]),
        ({"VISUAL": "/usr/bin/code --wait"}, ["/usr/bin/code", "--wait", "--goto", "/d/c.yaml:7:3"]),
        ({"EDITOR": "hx"}, ["hx", "/d/c.yaml:7:3"]),
        ({"EDITOR": "'/my editors/vim' -f"}, ["/my editors/vim", "-f", "+7", "/d/c.yaml"]),
        ({"EDITOR": "vi; rm x"}, ["vi;", "rm", "x", "/d/c.yaml"]),
        ({"VISUAL": "  ", "EDITOR": "vi"}, ["vi", "+7", "/d/c.yaml"]),
        ({"EDITOR": "/usr/bin/vim.basic"}, ["/usr/bin/vim.basic", "+7", "/d/c.yaml"]),
        ({"EDITOR": "/usr/local/bin/nvim --clean"}, ["/usr/local/bin/nvim", "--clean", "+7", "/d/c.yaml"]),
        ({"EDITOR": "emacsclient -t"}, ["emacsclient", "-t", "+7", "/d/c.yaml"]),
        ({"EDITOR": "micro"}, ["micro", "+7", "/d/c.yaml"]),
        ({"EDITOR": "subl -w"}, ["subl", "-w", "/d/c.yaml:7:3"]),
        ({"EDITOR": "zed --wait"}, ["zed", "--wait", "/d/c.yaml:7:3"]),
        ({"EDITOR": "'/mnt/c/Program Files/Code.exe' -w"}, ["/mnt/c/Program Files/Code.exe", "-w", *GOTO]),
        ({"EDITOR": r"'C:\Editors\gvim.exe' -f"}, [r"C:\Editors\gvim.exe", "-f", "+7", "/d/c.yaml"]),
        ({"EDITOR": "pycharm --wait"}, ["pycharm", "--wait", "--line", "7", "/d/c.yaml"]),
        ({"EDITOR": "kate -b"}, ["kate", "-b", "--line", "7", "/d/c.yaml"]),
        ({"EDITOR": "mate -w"}, ["mate", "-w", "-l", "7", "/d/c.yaml"]),
        ({"EDITOR": "open -W -n"}, ["open", "-W", "-n", "/d/c.yaml"]),
        ({"EDITOR": "ed"}, ["ed", "/d/c.yaml"]),
        ({"EDITOR": "/home/me/bin/my-editor --fast"}, ["/home/me/bin/my-editor", "--fast", "/d/c.yaml"]),
        ({"EDITOR": "env LANG=C vi"}, ["env", "LANG=C", "vi", "/d/c.yaml"]),
        ({"EDITOR": "vi 'unclosed"}, None),
        ({"EDITOR": "./vi"}, None),
        ({"VISUAL": "bin/vi -f", "EDITOR": "vi"}, None),
        ({"EDITOR": " "}, None),
        ({}, None),
    ],
)
def test_the_command(environment: dict[str, str], command: list[str] | None) -> None:
    assert editor_command(environment, Path("/d/c.yaml"), Mark("c.yaml", 7, 3)) == command


def test_a_file_that_looks_like_an_option_is_named_by_its_whole_path() -> None:
    command = editor_command({"EDITOR": "vi"}, Path("-c.yaml"), Mark("c.yaml", 1, 1))
    assert command == ["vi", "+1", str(Path.cwd() / "-c.yaml")]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("code --wait", True),
        ("/opt/Cursor/cursor", True),
        ("subl -w", True),
        ("gvim -f", True),
        ("vim -g", True),
        ("open -W", True),
        ("zed --wait", True),
        ("/c/Code.exe", True),
        ("vim", False),
        ("vim -f", False),
        ("nano", False),
        ("emacs", False),
        ("hx", False),
        ("code-in-a-terminal", False),
    ],
)
def test_editors_with_a_window(command: str, expected: bool) -> None:
    assert has_window(command.split()) is expected


def test_why_there_is_no_editor() -> None:
    assert why_no_editor({"EDITOR": " "}) == "No editor is set: export VISUAL or EDITOR."
    why = "The editor is not started: bin/vi may lie in the dossier. Give its whole path."
    assert why_no_editor({"EDITOR": "bin/vi -f"}) == why
    assert why_no_editor({"EDITOR": "vi 'x"}) == "The editor cannot be started: a quote is not closed in vi 'x"
