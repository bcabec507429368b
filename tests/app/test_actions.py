"""The table of actions: each key has one meaning in a place, and some keys never change."""

from collections import Counter
from pathlib import Path

import pytest
from textual.actions import parse

from tests.app.app_driver import AppDriver, run_app
from tests.app.textual_private import binding_chain
from tui.app.commands.action_keys import ActionKeys
from tui.app.commands.actions import (
    ACTIONS,
    COMPARE,
    COPY,
    DETAILS,
    DRAFT,
    FIELD,
    FILTER,
    FIND,
    JUMP,
    LIST,
    PLACES,
    PROBLEMS,
    REVIEW,
    SEARCH,
    TEXT,
    TIMELINE,
    Action,
)
from tui.app.widgets.query_field import QueryField
from tui.dossier.dossier import Dossier

KINDS = sorted({where for action in ACTIONS for where in action.where})
PANES = (LIST, TEXT, DETAILS)

FIXED = [
    *(
        (key, f"screen.focus_pane('{pane}')", PANES)
        for key, pane in zip("123", ("articles", "entities", "figures"), strict=True)
    ),
    ("4", "screen.focus_pane('text')", PANES),
    ("5", "screen.focus_pane('details')", PANES),
    *((key, "cursor(1)", (LIST, DETAILS)) for key in ("j", "down")),
    *((key, "cursor(-1)", (LIST, DETAILS)) for key in ("k", "up")),
    *((key, "scroll_rows(1)", (TEXT,)) for key in ("j", "down")),
    *((key, "scroll_rows(-1)", (TEXT,)) for key in ("k", "up")),
    ("enter", "screen.keep", PANES),
    ("n", "screen.occurrence(1)", PANES),
    ("N", "screen.occurrence(-1)", PANES),
    ("slash", "screen.search", PANES),
    ("backslash", "screen.narrow", (LIST,)),
    *((key, "screen.history(-1)", PANES) for key in ("left_square_bracket", "alt+left")),
    *((key, "screen.history(1)", PANES) for key in ("right_square_bracket", "alt+right")),
    ("c", "screen.compare", PANES),
    ("t", "screen.timeline", PANES),
    ("y", "screen.copy_citation", PANES),
    ("e", "screen.edit", PANES),
    ("o", "screen.open_address", PANES),
    ("question_mark", "screen.help", PANES),
    ("ctrl+p", "app.command_palette", PANES),
    ("escape", "screen.leave", PANES),
    ("q", "app.quit", PANES),
]
"""Keys that people and other tools count on."""


@pytest.mark.parametrize("where", KINDS)
def test_a_key_means_one_thing_in_a_pane(where: str) -> None:
    keys = Counter(key for action in ActionKeys().available(where) for key in action.key_list)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("key", "name", "places"), FIXED, ids=lambda part: part if isinstance(part, str) else "")
def test_keys_that_are_the_same_by_default(key: str, name: str, places: tuple[str, ...]) -> None:
    for where in places:
        [action] = [action for action in ActionKeys().available(where) if key in action.key_list]
        assert action.action == name


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.action)
def test_explained_in_words(action: Action) -> None:
    assert action.help[:1].isupper()
    assert not action.help.endswith(".")
    assert len(action.keys_shown) <= 14, "the width of help's column"
    for name in ("_", "slash", "bracket", "escape", "page", "shift", "ctrl"):
        assert name not in action.keys_shown
    assert len(action.hint) <= 14


@pytest.mark.slow
async def test_bound_where_the_table_says(
    sample_dossier: Dossier, drafted_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "d").write_text("Nothing.")
    monkeypatch.chdir(tmp_path)
    ways: dict[str, str | tuple[str, ...]] = {
        LIST: "2",
        TEXT: "4",
        DETAILS: "5",
        FILTER: "2\\",
        SEARCH: "/",
        COMPARE: "2c",
        TIMELINE: "t",
        PROBLEMS: "!",
        COPY: "Y",
        JUMP: "f",
        PLACES: "'",
        REVIEW: "R",
        FIELD: "Rx",
        FIND: "ctrl+f",
        DRAFT: ("V", "d", "enter"),
    }
    assert set(ways) == set(KINDS) - {"help"}
    for where, keys in ways.items():
        async with run_app(drafted_dossier if where in (REVIEW, FIELD) else sample_dossier) as driver:
            await driver.press(*([keys] if "+" in keys else keys))
            bound = bindings_of(driver)
            for action in ActionKeys().available(where):
                for key in action.key_list:
                    assert bound.get(key) == action.action, (where, key)


def bindings_of(driver: AppDriver) -> dict[str, str]:
    """The action of each key now, by the first of the app's own nodes that has it, from the focus outward.

    The app comes last: its bindings have priority, and no other node has their keys.
    """
    found: dict[str, str] = {}
    for node, bindings in binding_chain(driver.app):
        # The keys of this field are those that Textual gives it.
        if type(node) is QueryField or not type(node).__module__.startswith("tui."):
            continue
        for key, all_bound in bindings.key_to_bindings.items():
            for binding in all_bound:
                namespace, verb, _ = parse(binding.action)
                owner = {"app": driver.app, "screen": driver.app.screen}.get(namespace, node)
                if hasattr(owner, f"action_{verb}"):
                    found.setdefault(key, binding.action)
    return found
