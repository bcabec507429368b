"""What reaches the terminal is harmless, wherever it comes from: here from a cache that holds what no catalog can."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tests.app.test_hostile import assert_harmless, hostile_dossier
from tests.kept import kept_files
from tests.view.hostile import raw
from tui.app.widgets.bars import Breadcrumb
from tui.cli.context import Context
from tui.cli.main import main
from tui.dossier.dossier import Dossier
from tui.search.open import find_index, open_search
from tui.store.compiled import open_compiled
from tui.view.styled_text import StyledText
from tui.view.summary import summary

__all__ = ["hostile_dossier"]

EVIL = "\x1b[31m\x1b]52;c;aGk=\x07\x9b5m\x7f\u202e\u2066"

CATALOG = """\
measures:
  - {id: reserves, name: Reserves, unit: t}
units:
  - {id: t, name: tonne, written: [tons]}
articles:
  - {id: a, file: a.txt, title: "[Silt report]", publisher: board}
entities:
  - {id: silt, name: Silt, kind: material, note: "Silty note"}
  - {id: board, name: Board, kind: organization}
figures:
  - id: silt-amount
    measure: reserves
    subject: silt
    claimant: board
    nature: estimate
    sources: [{article: a, quote: 12 tons, number: 12 tons, said: Board}]
  - id: silt-amount-2
    measure: reserves
    subject: silt
    claimant: board
    nature: estimate
    sources: [{article: a, quote: 15 tons, number: 15 tons, said: The Board}]
"""
TEXT = "The Board of the lake says that Silt is 12 tons.\nThe Board says it is 15 tons of Silt.\n"

COMMANDS = (
    ["search", "silt"],
    ["search", "silt", "--vimgrep"],
    ["search", "silt", "--json"],
    ["search", "kind:figure"],
    ["search", "slit"],
    ["search", "by:nobody"],
    ["list", "articles"],
    ["list", "entities"],
    ["list", "figures"],
    ["list", "figures", "--json"],
    ["list", "measures"],
    ["list", "figures", "silt"],
    ["show", "silt"],
    ["show", "a"],
    ["show", "silt-amount"],
    ["show", "nobody"],
    ["cite", "silt-amount"],
    ["cite", "silt-amount", "--format", "bibtex"],
    ["cite", "silt-amount", "--format", "quote"],
    ["compare"],
    ["compare", "--json"],
    ["suggest"],
    ["verify", "a.txt"],
    ["verify", "a.txt", "--json"],
    ["verify", "a.txt", "--lines"],
    ["export", "json"],
    ["export", "w3c"],
    ["complete", "--", "show", "s"],
    ["complete", "--", "list", "figures", "by:"],
)


@pytest.fixture
def tampered(folder: Callable[..., Path], tmp_path: Path) -> Path:
    """A catalog whose compiled dossier holds controls in every text that is in it."""
    catalog, cache = folder(CATALOG, a=TEXT), tmp_path / "cache"
    dossier = open_compiled(catalog, cache)
    assert not dossier.problems or all(problem.severity != "error" for problem in dossier.problems)
    open_search(dossier, cache, summary)
    (file,) = kept_files(cache)
    state = file.stat()
    with closing(sqlite3.connect(file)) as connection:
        columns = {"entry": ("title", "lead", "about"), "article": ("title", "name"), "word": ("printed",)}
        for table, names in columns.items():
            for name in names:
                connection.execute(f"UPDATE {table} SET {name} = ? || {name} || ?", (EVIL, EVIL))
        connection.execute("INSERT INTO filter SELECT key, ? || id FROM filter", (EVIL,))
        (packed,) = connection.execute("SELECT value FROM stored WHERE name = 'dossier'").fetchone()
        text = packed.decode()
        for word in (
            "Silt",
            "Silty note",
            "Board",
            "[Silt report]",
            "Reserves",
            "tonne",
            "12 tons",
            "estimate",
            "Test",
        ):
            text = text.replace(
                f'"{word}"', f'"{word}{EVIL}"'.encode("unicode-escape").decode().replace("\\x", "\\u00")
            )
        connection.execute("UPDATE stored SET value = ? WHERE name = 'dossier'", (text.encode(),))
        connection.commit()
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    index = find_index(catalog, cache)
    assert index and EVIL in index.dossier().entities["silt"].name
    return catalog


def test_no_command_prints_a_control_from_the_cache(tampered: Path) -> None:
    seen = False
    for command in COMMANDS:
        for color in ("never", "always"):
            out, err = StringIO(), StringIO()
            environment = {"LODE_CACHE": str(tampered.parent / "cache")}
            main([*command, "--color", color], Context(out, err, environment, tampered.parent))
            printed = re.sub(r"\x1b\[[\d;]*m", "", out.getvalue()) if color == "always" else out.getvalue()
            assert not raw(printed.replace("\t", "") + err.getvalue()), command
            seen |= "␛[31m" in printed
    assert seen


async def test_the_app_draws_no_control_from_the_cache(tampered: Path) -> None:
    async with run_app(open_compiled(tampered, tampered.parent / "cache")) as driver:
        for keys in ("2j", "3j", "1jj", "c", "t"):
            await driver.press(*keys)
            assert_harmless(driver)
            if len(driver.app.screen_stack) > 1:
                await driver.press("escape")
        await driver.search_for("12 tons")
        assert_harmless(driver)


async def test_whatever_a_widget_shows_is_harmless(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier) as driver:
        driver.app.screen.query_one(Breadcrumb).left = (StyledText(f"before{EVIL}after"),)
        await driver.pilot.pause()
        assert driver.breadcrumb.startswith("before␛[31m␛]52;c;aGk=␇�5m␡��after")
        assert_harmless(driver)
