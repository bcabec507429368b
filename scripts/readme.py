"""Generates the pictures of the README from the running app, and its list of keys from the actions.

    python -m scripts.readme

A test checks that the list of keys is up to date.
"""

import asyncio
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts import walk_through
from scripts.marks import between_marks
from tui.app.app import LodeApp
from tui.app.commands.action import COMPARE, DETAILS, DRAFT, LIST, REVIEW, SEARCH, TEXT, TIMELINE
from tui.app.commands.actions import ActionKeys
from tui.catalog.find import builtin
from tui.dossier.link import open_dossier

ROOT = Path(__file__).parent.parent

PICTURES = {
    "figure": ("textual-dark", ["3", "j", "j", "j", "j", "enter"]),
    "search": ("textual-dark", ["slash", *"rosatm"]),
    "compare": ("textual-dark", ["3", *"jjjj", "c"]),
    "light": ("textual-light", ["2", *"jjjj", "enter", "n"]),
}
"""The theme of each picture, and the keys that are pressed before."""


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


async def picture(theme: str, keys: list[str], catalog: Path) -> str:
    """A screenshot of the app on a dossier as SVG, after some keys."""
    app = LodeApp(open_dossier(catalog))
    async with app.run_test(size=(120, 36)) as pilot:
        app.theme = theme
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="lode")
    # Use the fonts of the reader's machine, so that a picture loads nothing.
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono, Menlo")


def save(name: str, svg: str) -> None:
    """Writes a picture."""
    (ROOT / "docs" / "pictures" / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Writes the pictures and the README."""
    # No hints for the first run, and no remembered theme.
    os.environ["LODE_STATE"] = ""
    for name, (theme, keys) in PICTURES.items():
        save(name, asyncio.run(picture(theme, keys, builtin())))
    with TemporaryDirectory() as folder:
        # The figure of docs/curating.md, before it is accepted.
        keys = [key for step in walk_through.steps()[:5] for key in step.keys]
        save("review", asyncio.run(picture("textual-dark", keys, walk_through.write(Path(folder)))))
    readme = ROOT / "README.md"
    readme.write_text(with_keys(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
