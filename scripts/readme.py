"""Generates the README's list of keys from the actions.

    python -m scripts.readme

A test checks that the list of keys is up to date.
"""

from pathlib import Path

from scripts.marks import between_marks
from tui.app.commands.action import COMPARE, DETAILS, DRAFT, LIST, REVIEW, SEARCH, TEXT, TIMELINE
from tui.app.commands.actions import ActionKeys

ROOT = Path(__file__).parent.parent


def key_list() -> str:
    """The keys as a Markdown table: each action once, with the panes where it is available."""
    rows = ["| key | what it does | where |", "|---|---|---|"]
    places = {
        LIST: "lists",
        TEXT: "text",
        DETAILS: "details",
        SEARCH: "search",
        COMPARE: "compare",
        TIMELINE: "timeline",
        REVIEW: "review",
        DRAFT: "draft",
    }
    seen: dict[tuple[str, str], list[str]] = {}
    for where, label in places.items():
        for action in ActionKeys().available(where):
            seen.setdefault((action.keys_shown, action.help), []).append(label)
    for (keys, help), labels in seen.items():
        shown = " ".join(f"`{key}`" for key in keys.split())
        panes = ["lists", "text", "details"]
        if {*panes} <= {*labels}:
            labels = ["all panes", *(label for label in labels if label not in panes)]
        rows.append(f"| {shown} | {help} | {', '.join(labels)} |")
    return "\n".join(rows)


def with_keys(readme: str) -> str:
    """The README with an up-to-date list of keys."""
    return between_marks(readme, lambda _: key_list())


def main() -> None:
    """Writes the README."""
    readme = ROOT / "README.md"
    readme.write_text(with_keys(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
