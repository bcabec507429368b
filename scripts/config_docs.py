"""Generates the table of docs/config.md from the actions: each action whose keys can be configured.

    python -m scripts.config_docs

A test checks that the page is up to date.
"""

from pathlib import Path

from scripts.marks import between_marks
from tui.app.settings.config import remappable

PAGE = Path(__file__).parent.parent / "docs" / "config.md"


def table() -> str:
    """The actions as a Markdown table: name, usual keys, what it does."""
    rows = ["| action | keys | what it does |", "|---|---|---|"]
    for action in remappable().values():
        keys = " ".join(f"`{key}`" for key in action.keys_shown.split())
        rows.append(f"| `{action.id}` | {keys} | {action.help} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The page with an up-to-date table."""
    return between_marks(text, lambda _: table())


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
