"""Each editor gets the place in the form that it understands."""

from pathlib import Path

import pytest

from tui.catalog.problem import Mark
from tui.curate.editor import editor_command


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
        ({"EDITOR": "vi; rm x"}, ["vi;", "rm", "x", "+7", "/d/c.yaml"]),
        ({"EDITOR": "vi 'unclosed"}, None),
        ({"EDITOR": " "}, None),
        ({}, None),
    ],
)
def test_the_command(environment: dict[str, str], command: list[str] | None) -> None:
    assert editor_command(environment, Path("/d/c.yaml"), Mark(7, 3)) == command
