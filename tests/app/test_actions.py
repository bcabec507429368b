"""The table of actions: one meaning a key, and the keys that never change."""

from collections import Counter

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.app.textual_private import binding_chain
from tui.app.commands.actions import (
    ACTIONS,
    COMPARE,
    COPY,
    DETAILS,
    JUMP,
    LIST,
    NARROW,
    PLACES,
    PROBLEMS,
    SEARCH,
    TEXT,
    TIMELINE,
    Action,
    actions_in,
)
from tui.dossier.dossier import Dossier

KINDS = sorted({where for action in ACTIONS for where in action.where})
PANES = (LIST, TEXT, DETAILS)

FIXED = [
    *(
        (key, f"focus_pane('{pane}')", PANES)
        for key, pane in zip("123", ("articles", "entities", "figures"), strict=True)
    ),
    ("4", "focus_pane('text')", PANES),
    ("5", "focus_pane('details')", PANES),
    *((key, "cursor(1)", (LIST, DETAILS)) for key in ("j", "down")),
    *((key, "cursor(-1)", (LIST, DETAILS)) for key in ("k", "up")),
    *((key, "scroll_rows(1)", (TEXT,)) for key in ("j", "down")),
    *((key, "scroll_rows(-1)", (TEXT,)) for key in ("k", "up")),
    ("enter", "keep", PANES),
    ("n", "occurrence(1)", PANES),
    ("N", "occurrence(-1)", PANES),
    ("slash", "search", PANES),
    ("backslash", "narrow", (LIST,)),
    *((key, "history(-1)", PANES) for key in ("left_square_bracket", "alt+left")),
    *((key, "history(1)", PANES) for key in ("right_square_bracket", "alt+right")),
    ("c", "compare", PANES),
    ("t", "timeline", PANES),
    ("y", "copy_citation", PANES),
    ("e", "edit", PANES),
    ("o", "open_address", PANES),
    ("question_mark", "help", PANES),
    ("ctrl+p", "palette", PANES),
    ("escape", "leave", PANES),
    ("q", "quit", PANES),
]
"""Keys that people and other tools count on."""


@pytest.mark.parametrize("where", KINDS)
def test_a_key_means_one_thing_in_a_pane(where: str) -> None:
    keys = Counter(key for action in actions_in(where) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("key", "name", "places"), FIXED, ids=lambda part: part if isinstance(part, str) else "")
def test_keys_that_never_change(key: str, name: str, places: tuple[str, ...]) -> None:
    for where in places:
        [action] = [action for action in actions_in(where) if key in action.keys]
        assert action.name == name
        assert action.fixed


def test_nothing_else_is_promised() -> None:
    promised = {key for key, _, _ in FIXED}
    assert {key for action in ACTIONS if action.fixed and set(action.where) & set(PANES) for key in action.keys} <= {
        *promised,
        "colon",
        "f1",
    }


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_explained_in_words(action: Action) -> None:
    assert action.help[:1].isupper()
    assert not action.help.endswith(".")
    assert len(action.written) <= 14, "the width of help's column"
    for name in ("_", "slash", "bracket", "escape", "page", "shift", "ctrl"):
        assert name not in action.written
    assert len(action.hint) <= 14


@pytest.mark.slow
async def test_bound_where_the_table_says(sample_dossier: Dossier) -> None:
    ways = {
        LIST: "2",
        TEXT: "4",
        DETAILS: "5",
        NARROW: "2\\",
        SEARCH: "/",
        COMPARE: "2jc",
        TIMELINE: "t",
        PROBLEMS: "!",
        COPY: "Y",
        JUMP: "f",
        PLACES: "'",
    }
    assert set(ways) == set(KINDS) - {"help"}
    for where, keys in ways.items():
        async with run_app(sample_dossier) as driver:
            await driver.press(*keys)
            bound = bindings_of(driver)
            for action in actions_in(where):
                for key in action.keys:
                    assert bound.get(key) == action.name, (where, key)


def bindings_of(driver: AppDriver) -> dict[str, str]:
    """What each key does now, by the first of the app's own parts that has it, from the focus outward.

    The app itself, whose keys go before all others, is asked last: no other part has them.
    """
    found: dict[str, str] = {}
    for node, bindings in binding_chain(driver.app):
        if not type(node).__module__.startswith("tui."):
            continue
        for key, all_bound in bindings.key_to_bindings.items():
            for binding in all_bound:
                method = f"action_{binding.action.partition('(')[0]}"
                if hasattr(node, method):
                    found.setdefault(key, binding.action)
    return found
