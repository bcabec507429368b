"""The app in a real pseudo-terminal, from start to end."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.app_driver import SIZE, run_app
from tests.app.conftest import LODE
from tests.app.pseudo_terminal import Terminal, last_mode, without_control_sequences, write_editor
from tests.app.sample_dossier import CATALOG, open_sample_dossier
from tui.app.model.place import Place


def test_a_session(start_terminal: Callable[..., Terminal]) -> None:
    terminal = start_terminal()
    terminal.wait_for("Salt of the north", "1 Articles 3", "2 Entities 24", "4 Text", "q quit")
    terminal.press("/")
    terminal.wait_for("Search everything", "F1 help")
    terminal.press("orlla")
    terminal.wait_for("entity  Orla Lake", "No matches for “orlla”: showing Orla", "Orla Lake 1 of 4")
    terminal.press("\r")
    terminal.wait_for("entities › Orla Lake", "Esc to search")
    terminal.press("n")
    terminal.wait_for("2 of 4", "2 of 2 here")
    terminal.press("n")
    terminal.wait_for("3 of 4", "Next article: A look at the books")
    terminal.press("[[")
    terminal.wait_for("articles › The Herald", "file line 1 of 43")
    terminal.press("Ys")
    terminal.wait_for("“Salt under the ice”, 1 March 2024", "Enter to go back to lode.")
    terminal.press("\r")
    terminal.wait_for("articles › The Herald", "q quit")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.current_settings() == terminal.initial_settings
    written = terminal.written
    # The alternate screen was used and left, the cursor hidden and shown, and the mouse let go.
    assert last_mode(written, "1049") == "l"
    assert last_mode(written, "25") == "h"
    for mode in ("1000", "1003", "1006", "1015", "2004"):
        assert last_mode(written, mode) == "l", mode
    after = without_control_sequences(written[written.rindex("\x1b[?1049l") :])
    assert "Traceback" not in written
    assert not after.strip()


COLOUR = re.compile(r"\x1b\[(?:\d+;)*[349][0-8](?:;\d+)*m")
"""A control sequence that sets a colour."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        (("--color", "never"), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
    ],
)
def test_the_app_is_coloured_by_the_rules_of_the_command_line(
    start_terminal: Callable[..., Terminal], options: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    terminal = start_terminal((*LODE, "open", *options), **environment)
    terminal.wait_for("Salt of the north", "q quit")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert bool(COLOUR.search(terminal.written)) == colored


EDITOR = """
import sys
from pathlib import Path

line, file = sys.argv[1:]
catalog = Path(file)
print(f"EDITING {line}", flush=True)
input()
catalog.write_text(catalog.read_text().replace(OLD, NEW))
"""
"""Says which line it was opened at, waits for Enter as a person takes her time, and writes."""


def write_replacing_editor(folder: Path, old: str, new: str) -> str:
    """An editor that puts some words in the place of others."""
    return write_editor(folder, f"OLD, NEW = {old!r}, {new!r}\n{EDITOR}")


@pytest.mark.slow
def test_the_editor_has_the_terminal_and_gives_it_back(start_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = start_terminal(
        EDITOR=write_replacing_editor(tmp_path, "A lake of salt in the north.", "A lake, newly described.")
    )
    terminal.wait_for("Salt of the north", "2 Entities 24", "q quit")
    terminal.press("2")
    terminal.wait_for("┏━ 2 Entities 24", "entities › Orla Lake · preview")
    terminal.press("\r")
    terminal.wait_for("entities › Orla Lake", "Esc to Entities")
    terminal.press("n")
    terminal.wait_for("2 of 4")
    before = terminal.current_settings()
    terminal.press("e")
    terminal.wait_for(f"EDITING +{CATALOG[: CATALOG.index('id: orla')].count(chr(10)) + 1}")
    # The screen that the shell was in, its cursor and its keys: what an editor finds when it starts.
    assert [last_mode(terminal.written, mode) for mode in ("1049", "25", "1000")] == ["l", "h", "l"]
    assert terminal.current_settings() == terminal.initial_settings
    terminal.press("\r")
    terminal.wait_for("entities › Orla Lake", "Orla Lake 2 of 4", "newly described", "Reloaded: 1 record changed.")
    assert last_mode(terminal.written, "1049") == "h"
    assert terminal.current_settings() == before
    terminal.press("n")
    terminal.wait_for("3 of 4")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.current_settings() == terminal.initial_settings
    assert "Traceback" not in terminal.written


@pytest.mark.slow
async def test_from_selected_words_to_a_figure(start_terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    (tmp_path / "seen").mkdir()
    async with run_app(open_sample_dossier(tmp_path / "seen"), Place.at("a-ledger"), SIZE) as driver:
        at = driver.find("30 meters", "text")[0]
    terminal = start_terminal()
    terminal.wait_for("Salt of the north", "q quit")
    terminal.press("j")
    terminal.wait_for("30 meters in", "file line 1 of 8")
    x, y, end = at.x + 1, at.y + 1, at.x + len("30 meters")
    terminal.press(f"\x1b[<0;{x};{y}M\x1b[<32;{end};{y}M\x1b[<0;{end};{y}m")
    terminal.press("D")
    terminal.wait_for("“30 meters”", "m measure")
    terminal.press("\r")
    terminal.wait_for("type to find")
    terminal.press("northl")
    terminal.wait_for("›   Northland")
    terminal.press("\r")
    # The paragraph before names a survey that states numbers, so a person says who states this one.
    terminal.wait_for("s subject   Northland", "0 the article itself")
    terminal.press("0")
    terminal.wait_for("c claimant")
    terminal.press("\r")
    terminal.wait_for("3 [Figures 5]", "northland-depth is in the catalog.")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    line = CATALOG[: CATALOG.index("events:")].count("\n") + 1
    written = (tmp_path / "catalog.yaml").read_text().splitlines()[line - 1 :]
    assert written[:9] == [
        '  - id: "northland-depth"',
        '    measure: "depth"',
        '    subject: "northland"',
        '    nature: "reported"',
        "    sources:",
        '      - article: "a-ledger"',
        '        quote: "30 meters"',
        '        number: "30 meters"',
        "events:",
    ]
