"""The configuration file: the user's keys are used and shown, and mistakes are reported with their places."""

import os
import re
from pathlib import Path

import pytest

from tests.app.app_driver import run_app
from tui.app.commands.actions import ACTIONS
from tui.app.model.place import ENTITIES, Place
from tui.app.settings.config import Config, ThemeError, config_file, load
from tui.app.settings.config_reader import parse
from tui.catalog.problem import CatalogError
from tui.dossier.dossier import Dossier


def problems_in(text: str) -> list[str]:
    """What is wrong with a configuration, each as LINE:COLUMN: MESSAGE."""
    with pytest.raises(CatalogError) as refusal:
        parse(text, "c.yaml")
    return [str(problem).removeprefix("c.yaml:").replace(" error:", "") for problem in refusal.value.problems]


def keys_in(line: str) -> dict[str, tuple[str, ...]]:
    """The keys that a line under `keys:` sets."""
    return dict(parse(f"keys:\n  {line}\n", "c.yaml").keys)


# What is read


def test_every_action_can_have_other_keys_and_has_a_name_of_words() -> None:
    assert [action.id for action in ACTIONS if keys_in(f"{action.id}: f12") != {action.id: ("f12",)}] == []
    assert [action.id for action in ACTIONS if not re.fullmatch("[a-z]+(-[a-z]+)*", action.id)] == []


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "keys:\n", "theme:\nkeys:\n", "keys: {}\n"])
def test_every_setting_is_optional(text: str) -> None:
    assert parse(text, "c.yaml") == Config()


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("x", ["x"]),
        ("X", ["X"]),
        ("shift+x", ["X"]),
        ("[x, f5]", ["x", "f5"]),
        ("Ctrl+G", ["ctrl+g"]),
        ("shift+ctrl+left", ["ctrl+shift+left"]),
        ('"@"', ["at"]),
        ("at", ["at"]),
        ('","', ["comma"]),
        ('" "', ["space"]),
        ("F5", ["f5"]),
        ("Del", ["delete"]),
        ("alt+PgDn", ["alt+pagedown"]),
        ("é", ["é"]),
        ("[]", None),
        ("[b, space]", ["b", "space"]),
    ],
)
def test_keys_are_written_as_people_write_them(written: str, named: list[str] | None) -> None:
    if named is None:
        assert problems_in(f"keys:\n  page-up: {written}\n") == [
            "2:12: no key given; remove the line to keep the usual ones"
        ]
    else:
        given = f"page-up: {written}\n  page-down: pagedown"
        assert keys_in(given) == {"page-up": tuple(named), "page-down": ("pagedown",)}


def test_two_actions_may_change_places() -> None:
    assert keys_in("first: G\n  last: g") == {"first": ("G",), "last": ("g",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kyes:\n  last: x\n", ["1:1: unknown key “kyes”; nearest: keys"]),
        ("theme: nrod\n", ["1:8: there is no theme “nrod”; nearest: nord"]),
        ("theme: [nord]\n", ["1:8: “theme” must be one name"]),
        ("keys: x\n", ["1:7: “keys” needs a line for each action: `page-down: ctrl+d`"]),
        ("- keys\n", ["1:1: this is not a configuration, which sets `theme:` and `keys:`"]),
        ("keys:\n  page-dwn: x\n", ["2:3: there is no action “page-dwn”; nearest: page-down"]),
        (
            "keys:\n  last: [x, n]\n",
            ["2:13: n is already used by “next-occurrence”"],
        ),
        ("keys:\n  last: u\n", ["2:9: u is already used by “uncaptured”"]),
        ("keys:\n  last: x\n  first: x\n", ["2:9: x is already used by “first”", "3:10: x is already used by “last”"]),
        ("keys:\n  last: ctrl+c\n", ["2:9: Ctrl+C has a fixed meaning; choose another key"]),
        (
            "keys:\n  next-result: x\n",
            ["2:16: x types in a field; use one with Ctrl or Alt, or F2 to F12"],
        ),
        (
            "keys:\n  keep-filter: ctrl+k\n",
            ["2:16: Ctrl+K types in a field; use one with Ctrl or Alt, or F2 to F12"],
        ),
        (
            "keys:\n  last: ctrl+pgdwn\n",
            ["2:9: “ctrl+pgdwn” is not a key; write n, N, ?, space, ctrl+n or f2; nearest: ctrl+pagedown"],
        ),
        (
            "keys:\n  last: ctrl+ctrl+x\n",
            ["2:9: “ctrl+ctrl+x” is not a key; write n, N, ?, space, ctrl+n or f2"],
        ),
        ("keys:\n  last: [[x]]\n", ["2:10: a key must be one name or character"]),
        ("keys:\n  last: x\n  last: y\n", ["3:3: the key “last” is here twice, first on line 2; keep one"]),
        (
            "theme: nrod\nkeys:\n  lst: x\n",
            ["1:8: there is no theme “nrod”; nearest: nord", "3:3: there is no action “lst”; nearest: last"],
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, said: list[str]) -> None:
    assert problems_in(text) == said


def test_nothing_of_a_file_reaches_the_terminal_raw() -> None:
    for text in ('theme: "\\e[31m"\n', 'keys:\n  "\\e[31m": x\n', 'keys:\n  last: "\\e"\n', '"\\u202e": 1\n'):
        said = problems_in(text)
        assert said and all(line.isprintable() for line in said)


# Where it is


def test_the_file_is_the_one_named_or_the_users_own(tmp_path: Path) -> None:
    assert config_file({"LODE_CONFIG": ""}) is None
    assert load({"LODE_CONFIG": ""}) == Config()
    file = tmp_path / "mine.yaml"
    with pytest.raises(CatalogError, match=re.escape(f"{file}:1:1: error: the configuration does not exist")):
        load({"LODE_CONFIG": str(file)})
    file.write_text("theme: nord\n", encoding="utf-8")
    assert load({"LODE_CONFIG": str(file)}).theme == "nord"


def test_a_theme_of_the_environment_that_there_is_not_is_named_with_the_nearest() -> None:
    with pytest.raises(ThemeError, match=r"^LODE_THEME: there is no theme “nrod”; nearest: nord$"):
        load({"LODE_CONFIG": "", "LODE_THEME": "nrod"})
    with pytest.raises(ThemeError, match=r"^LODE_THEME: there is no theme “xyz”; choose from textual-dark, .*nord"):
        load({"LODE_CONFIG": "", "LODE_THEME": "xyz"})


@pytest.mark.skipif(os.name != "posix", reason="the folder of another platform")
def test_without_a_file_there_is_nothing_to_read() -> None:
    # The home of these tests is empty.
    path = config_file({})
    assert path and not path.exists()
    assert load({}) == Config()


# What it does


CONFIG = parse(
    "keys:\n  last: [x, ctrl+e]\n  copy-as: ctrl+y\n  copy-id: z\n  copy-show: '['\n  next-result: ctrl+j\n", "c.yaml"
)


@pytest.mark.slow
async def test_keys_are_those_that_were_set_and_no_others(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("northland", pane=ENTITIES), config=CONFIG) as driver:
        await driver.press("g")
        first = driver.cursor_row("entities")
        await driver.press("G")
        assert driver.cursor_row("entities") == first, "given up"
        for key in ("x", "ctrl+e"):
            await driver.press(key)
            assert driver.cursor_row("entities") not in (first, "")
            await driver.press("g")
        await driver.press("Y")
        assert "Copy ━" not in driver.screen_text
        await driver.press("ctrl+y", "i", "z")
        assert driver.app.clipboard == "orla"
        await driver.search_for("moss")
        await driver.press("down")
        assert driver.cursor_row("results").startswith("entity")
        await driver.press("ctrl+j")
        assert not driver.cursor_row("results").startswith("entity")


@pytest.mark.slow
async def test_a_key_may_mean_something_else_in_each_pane(sample_dossier: Dossier) -> None:
    config = parse("keys:\n  sort: d\n  half-page-down: x\n  uncaptured: w\n", "c.yaml")
    async with run_app(sample_dossier, config=config) as driver:
        await driver.press("2", "d")
        assert driver.subtitle("entities") == "by name"
        await driver.press("4", "d")
        assert driver.footer.startswith("Select words first, or press w to mark")
        before = driver.text_lines()
        await driver.press("J")
        assert driver.text_lines() == before, "the key was taken from half-page-down, and scrolls from other panes only"
        await driver.press("x")
        assert driver.text_lines() != before
        await driver.press("g", "2", "J")
        assert driver.text_lines()[:-3] == before[3:]


@pytest.mark.parametrize("opened_by", ["c", "t"])
async def test_a_key_for_the_next_row_works_in_compare_and_the_timeline(
    sample_dossier: Dossier, opened_by: str
) -> None:
    config = parse("keys:\n  next-row: x\n", "c.yaml")
    async with run_app(sample_dossier, config=config) as driver:
        await driver.press("2", opened_by, "g")
        first = driver.cursor_row("upper")
        await driver.press("j")
        assert driver.cursor_row("upper") == first
        await driver.press("x")
        assert driver.cursor_row("upper") != first
        await driver.press("?")
        assert re.search(r"x +k +Next, previous row", driver.screen_text)


@pytest.mark.slow
async def test_keys_are_shown_as_they_were_set(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("northland", pane=ENTITIES), (120, 60), config=CONFIG) as driver:
        await driver.press("?")
        assert re.search(r"x +Start, end|[^ ] x +Start, end", driver.screen_text)
        assert re.search(r"Ctrl\+Y +Copy in another form", driver.screen_text)
        await driver.press("escape", "/")
        assert "Ctrl+J choose" in driver.footer
        await driver.press("escape", "ctrl+y")
        assert "z  Id  " in driver.content("box")
        assert driver.subtitle("box") == "Enter copy · [ show · Esc cancel"
        await driver.press("escape", "ctrl+p")
        await driver.type_text("Last row, or end of the text")
        await driver.wait_until(lambda: driver.palette_lines[:1] == ["x Ctrl+E       Last row, or end of the text"])
    async with run_app(sample_dossier, Place.at("northland", pane=ENTITIES)) as driver:
        await driver.press("?")
        assert re.search(r"g G +Start, end", driver.screen_text)


async def test_a_chosen_theme_says_that_the_settings_have_another(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, config=parse("theme: nord\n", "c.yaml")) as driver:
        for chosen in ("nord", "dracula"):
            driver.app.choose_theme(chosen)
            said = driver.footer.startswith("For this session: your settings open lode with nord.")
            assert said == (chosen != "nord")


@pytest.mark.slow
async def test_the_theme_is_the_nearest_that_was_said(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LODE_STATE", str(tmp_path / "state"))
    async with run_app(sample_dossier) as driver:
        driver.app.choose_theme("dracula")
        await driver.settle()
    file = tmp_path / "config.yaml"
    file.write_text("theme: nord\n", encoding="utf-8")
    for environment, theme in (
        ({"LODE_CONFIG": ""}, "dracula"),
        ({"LODE_CONFIG": str(file)}, "nord"),
        ({"LODE_CONFIG": str(file), "LODE_THEME": "gruvbox"}, "gruvbox"),
        ({"LODE_CONFIG": "", "LODE_THEME": "gruvbox"}, "gruvbox"),
        ({"LODE_CONFIG": str(file), "LODE_THEME": ""}, "nord"),
    ):
        async with run_app(sample_dossier, config=load(environment)) as driver:
            assert driver.app.theme == theme
