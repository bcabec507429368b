"""Makes the pictures of README and docs from the running app: one SVG for each, and an animated one.

    python -m scripts.pictures [FOLDER]

They go to `docs/pictures`, or to another folder.
"""

import asyncio
import os
import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from scripts import walk_through
from scripts.animation import Frame, animated
from tui.app.app import LodeApp
from tui.app.system import clock
from tui.catalog.find import builtin
from tui.linking.link import open_dossier

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"

TODAY = date(2025, 11, 20)
"""The day for which the timeline has a line, so that a picture does not change with the day it is made on."""

PICTURES = {
    "figure": ("textual-dark", (120, 42), ["3", *"jjjjjjj", "enter"]),
    "search": ("textual-dark", (120, 36), ["slash", *"rosatm"]),
    "compare": ("textual-dark", (120, 36), ["3", *"jjjj", "c"]),
    "light": ("textual-light", (120, 36), ["2", *"jjjjjjjjjjj", "enter"]),
}
"""The theme and size of each picture, and the keys that are pressed before."""

DRAFT = """\
# Who has the rare earths?

Russia has 3.8 million tons of rare earths, says the USGS. The Ministry of Natural Resources counts 28.5 million \
tons.

China holds 49 million tons, Brazil 21 million.

In 2024, Russia produced 2,500 tons, “0.64% of global production”. By 2030 it wants 15% of the market.
"""
"""A draft that agrees with the dossier in some points, and not in others."""

TOUR: list[tuple[list[str], float, str]] = [
    ([], 1.8, "Five articles, and every number back to its sentence"),
    (["3"], 0.9, "3  the figures"),
    (["j"], 0.6, "j  moves, and shows the sentence of each"),
    (["j"], 0.6, "j  moves, and shows the sentence of each"),
    (["j"], 0.6, "j  moves, and shows the sentence of each"),
    (["j"], 1.6, "j  moves, and shows the sentence of each"),
    (["n"], 2.0, "n  where else the same claim is printed"),
    (["c"], 3.2, "c  who says otherwise, and by how much"),
    (["escape", "t"], 3.0, "t  what has happened, and what is due next"),
    (["escape", "slash"], 0.7, "/  search, which forgives typos"),
    ([*"ros"], 0.3, "/  search, which forgives typos"),
    ([*"at"], 0.3, "/  search, which forgives typos"),
    (["m"], 2.0, "/  search, which forgives typos"),
    (["enter"], 1.0, "Enter  reads on in the article"),
    (["y"], 1.4, "y  copies a citation"),
]
"""The frames of the animation: the keys before each, its seconds, and what is said of it."""


async def press(pilot: Pilot[None], keys: list[str]) -> None:
    """Presses keys, and waits for what each does."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.3)


async def picture(theme: str, size: tuple[int, int], keys: list[str], catalog: Path, draft: Path | None = None) -> str:
    """A screenshot of the app on a dossier as SVG, after some keys; with a draft, that is open."""
    app = LodeApp(open_dossier(catalog), draft=draft)
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await press(pilot, [])
        await press(pilot, keys)
        svg = app.export_screenshot(title="lode")
    # Use the fonts of the reader's machine, so that a picture loads nothing.
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono, Menlo")


async def tour(catalog: Path) -> str:
    """A walk through the app as an animated SVG."""
    app, frames = LodeApp(open_dossier(catalog)), []
    async with app.run_test(size=(120, 36)) as pilot:
        for keys, seconds, caption in TOUR:
            await press(pilot, keys)
            frames.append(Frame(app.export_screenshot(), seconds, caption))
    return animated(frames)


def main(folder: Path = FOLDER) -> None:
    """Writes the pictures into a folder."""
    # No hints for the first run, and no remembered theme.
    os.environ["LODE_STATE"] = ""
    clock.today = lambda: TODAY
    made = {name: asyncio.run(picture(*how, builtin())) for name, how in PICTURES.items()}
    with TemporaryDirectory() as temporary:
        # The figure of docs/curating.md, before it is accepted.
        keys = [key for step in walk_through.steps()[:4] for key in step.keys]
        # The title of the dossier is the name of its folder.
        dossier = Path(temporary) / "desalination"
        dossier.mkdir()
        made["review"] = asyncio.run(picture("textual-dark", (120, 24), keys, walk_through.write(dossier)))
        draft = Path(temporary) / "draft.md"
        draft.write_text(DRAFT, encoding="utf-8")
        made["draft"] = asyncio.run(picture("textual-dark", (120, 30), [*"nn"], builtin(), draft))
    made["tour"] = asyncio.run(tour(builtin()))
    for name, svg in made.items():
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
