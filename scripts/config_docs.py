"""Makes the table of docs/config.md from the table of actions: each action that can have other keys.

    python -m scripts.config_docs

A test holds that the page is what this writes.
"""

from pathlib import Path

from scripts.marks import between_marks
from tui.app.commands.actions import ACTIONS
from tui.app.settings.config import names

PAGE = Path(__file__).parent.parent / "docs" / "config.md"


def table() -> str:
    """The actions as a Markdown table: name, usual keys, what it does."""
    rows = ["| action | keys | what it does |", "|---|---|---|"]
    actions = {action.name: action for action in ACTIONS}
    for name, action in ((name, actions[code]) for name, code in names().items()):
        rows.append(f"| `{name}` | {' '.join(f'`{key}`' for key in action.written.split())} | {action.help} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The page with its table made anew."""
    return between_marks(text, lambda _: table())


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
