"""Help, and what the search screen offers before there are results."""

from pathlib import Path

import pytest
from textual.events import Key

from tests.app.app_driver import run_app
from tui.app.commands.action_keys import ActionKeys
from tui.app.commands.actions import LIST
from tui.app.commands.layouts import in_latin
from tui.app.model.completion import completions, with_ids
from tui.app.rendering.help import help_rows
from tui.app.settings.config import Config
from tui.dossier.dossier import Dossier
from tui.view.styled_text import plain

_WORDS = {
    (140, 40): ("Back to where you came from", "exact words", "inferred, not printed", "choose a theme"),
    (80, 24): ("go back", "exact words", "inferred, not printed", "choose a theme"),
}
"""Some words of each part of help, by the size of the window."""


@pytest.mark.sample(1)
@pytest.mark.parametrize("pane", ["2", "4", "5", "t"])
@pytest.mark.parametrize("size", _WORDS)
async def test_help_on_one_page(
    sample_dossier: Dossier, pane: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODE_CONFIG", "/etc/mine.yaml")
    async with run_app(sample_dossier, size=size) as driver:
        await driver.press(pane, "?")
        page = driver.content("box")
        for words in (*_WORDS[size], "/etc/mine.yaml"):
            assert words.lower() in page.lower()
        await driver.press("G")
        assert driver.content("box") == page, "nothing is left to scroll to"


def test_a_long_path_of_the_configuration_is_not_cut() -> None:
    file = Path("/home/someone/a folder with a long name/and another one below it/and one more/mine.yaml")
    for width in (40, 74, 150):
        rows = help_rows(ActionKeys(), LIST, (width, 20), str(file))
        page = "".join(plain(row.left).strip() for row in rows)
        assert str(file).replace(" ", "") in page.replace(" ", "")


async def test_help_is_searched_in_all_panes(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "?", "/")
        await driver.type_text("logarithmic")
        assert "L  Logarithmic axis" in driver.content("box")
        assert "Compare" in driver.content("box") and "Panes" not in driver.content("box")
        await driver.press("escape")
        assert "Panes" in driver.content("box")
        await driver.press("q")
        assert driver.focused == "entities"


async def test_an_empty_search_shows_recent_queries_and_examples(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("/")
        assert driver.content("results").splitlines()[0] == "Examples"
        await driver.type_text("moss")
        await driver.press("enter", "/")
        assert driver.content("results").splitlines()[:2] == ["Recent", "› moss"]
        await driver.press("enter")
        assert driver.content("query") == "moss"
        await driver.type_text("xyzw")
        assert "Try another spelling" in driver.content("results")


@pytest.mark.slow
async def test_filters_are_completed_by_name(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.search_for("salt article:look")
        assert driver.cursor_row("results") == "A look at the books article:a-ledger"
        await driver.press("enter")
        await driver.type_text("look")
        assert driver.content("query") == "salt article:a-ledger look"
        await driver.press("escape", "3", "\\")
        await driver.type_text("subject:orl")
        assert driver.footer.startswith("Filtered by Orla Lake")
        assert "Northland" not in driver.content("figures")


@pytest.mark.parametrize(
    ("query", "completed"),
    [
        ("article:her", "article:a-herald"),
        ("salt entity:moss", "salt entity:ada-moss"),
        ("-by:geol", "-by:survey"),
        ("entity:ada-mo", "entity:ada-moss"),
        ("kind:fig", "kind:figure"),
        ("article:a-herald", None),
        ("year:20", None),
        ("orla", None),
        ("nothing:her", None),
    ],
)
def test_completions(sample_dossier: Dossier, query: str, completed: str | None) -> None:
    assert next((each.query for each in completions(query, sample_dossier)), None) == completed
    assert with_ids(query, sample_dossier)[0] == (completed or query)


@pytest.mark.slow
async def test_commands_on_other_keyboard_layouts(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "о", "е")  # j and t on a Russian keyboard
        assert driver.title("upper").startswith("Timeline")
        await driver.press("escape", "λ", "σ")  # l and s on a Greek one; s sorts nothing in the text
        assert driver.focused == "text"
        await driver.press("/")
        await driver.type_text("о")
        assert driver.content("query") == "о", "in a field, letters are typed"


@pytest.mark.parametrize(
    ("key", "character", "latin"),
    [
        ("й", "й", "q"),
        ("Ъ", "Ъ", "right_curly_bracket"),
        ("ґ", "ґ", "backslash"),
        ("numero_sign", "№", "number_sign"),
        ("Ξ", "Ξ", "J"),
        ("ctrl+з", None, "ctrl+p"),
        ("ctrl+π", None, "ctrl+p"),
        ("é", "é", "é"),
        ("down", None, "down"),
    ],
)
def test_keys_of_other_layouts(key: str, character: str | None, latin: str) -> None:
    assert in_latin(Key(key, character)).key == latin


async def test_all_keys_can_be_changed(sample_dossier: Dossier) -> None:
    config = Config(keys={"search": ("f2",), "quit": ("ctrl+x",)})
    async with run_app(sample_dossier, config=config) as driver:
        await driver.press("q", "f2")
        assert driver.title("query") == "Search everything"
        await driver.press("escape", "ctrl+x")
        assert driver.app.return_code == 0
