"""Generates the tables of keys from the app's actions: the most useful ones in README.md, all in docs/config.md.

    python -m scripts.key_tables

A test checks that both pages are up to date.
"""

from collections import defaultdict
from pathlib import Path

from scripts.marks import between_marks
from tui.app.commands import actions
from tui.app.commands.actions import ACTIONS, Action

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "config.md")

USEFUL = (
    "search search-here narrow next-occurrence previous-occurrence back forward compare timeline verify "
    "copy-citation copy-as open-address edit insert-draft review problems palette help quit"
).split()
"""The ids of the actions in the README."""

PANES = {actions.LIST: "lists", actions.TEXT: "text", actions.DETAILS: "details"}
SCREENS = {
    actions.SEARCH: "search",
    actions.FIND: "find",
    actions.FILTER: "filter",
    actions.COMPARE: "compare",
    actions.TIMELINE: "timeline",
    actions.DRAFT: "draft",
    actions.REVIEW: "review",
    actions.FIELD: "field of a form",
    actions.COPY: "copy",
    actions.HELP: "help",
    actions.PROBLEMS: "problems",
    actions.PLACES: "history",
    actions.JUMP: "jump",
}
"""What the table calls the panes, fields and screens."""


def tables() -> dict[str, str]:
    """The tables as Markdown, by the names of their marks: `keys` for the README, `actions` for the configuration."""
    by_id: dict[str, list[Action]] = defaultdict(list)
    # An action that differs between places has an entry for each. The one for the most places describes it.
    for each in sorted(ACTIONS, key=lambda each: -len(each.where)):
        by_id[each.id].append(each)
    by_id = {each.id: by_id[each.id] for each in ACTIONS}
    useful = [[_keys(by_id[id][0]), by_id[id][0].help] for id in USEFUL]
    every = [[f"`{id}`", _keys(same[0]), same[0].help, _where(same)] for id, same in by_id.items()]
    return {
        "keys": _table(["key", "what it does"], useful),
        "actions": _table(["action", "keys", "what it does", "where"], every),
    }


def _table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def _keys(action: Action) -> str:
    return " ".join(f"`{key}`" for key in action.keys_shown.split())


def _where(actions: list[Action]) -> str:
    places = {place for action in actions for place in action.where}
    panes = ["all panes"] if PANES.keys() <= places else [label for place, label in PANES.items() if place in places]
    return ", ".join([*panes, *(label for place, label in SCREENS.items() if place in places)])


def page(text: str) -> str:
    """A page with up-to-date tables."""
    return between_marks(text, tables().__getitem__)


if __name__ == "__main__":
    for file in PAGES:
        file.write_text(page(file.read_text(encoding="utf-8")), encoding="utf-8")
