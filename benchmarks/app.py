"""Measures how fast the app is, compared with a minimal Textual app in the same run.

    python -m benchmarks.app [ROUNDS]

Prints the processor time to the first screen as a ratio, and how much of it only imports modules; the time of a key in
the search field as milliseconds above the echo of the minimal app; the frames per second while a key is held; and the
times to open and to scroll articles of 10 kB and 10 MB.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.processor_time import run, timed
from benchmarks.terminal import Terminal

MINIMAL = (sys.executable, "-m", "benchmarks.minimal")
LODE = (sys.executable, "-m", "tui")
WORDS = "rosatom tomtor reserves"
IMPORTS = "import gc; gc.disable(); import tui.cli.open, tui.app.app"
"""What lode imports before its first screen, without collecting garbage, as it does."""

RATE = 60
"""Keys per second while a key is held; also the maximum of frames per second that Textual draws."""


def main(rounds: int = 7) -> None:
    """Runs and prints all measurements."""
    # In turn, so that a machine that slows down slows both. The first pair fills the caches and is not counted.
    ways: dict[str, Callable[[], float]] = {
        "minimal": lambda: first_screen(MINIMAL, "article 4"),
        "lode": lambda: first_screen(LODE, "Rare Earths"),
        "imports": lambda: timed(lambda: run((sys.executable, "-c", "import benchmarks.minimal")))[0],
        "lode’s imports": lambda: timed(lambda: run((sys.executable, "-c", IMPORTS)))[0],
    }
    rows = [{name: way() for name, way in ways.items()} for _ in range(rounds + 1)][1:]
    took = {name: [row[name] for row in rows] for name in ways}
    ratio, floor = (
        statistics.median(row[name] / row["minimal"] for row in rows) for name in ("lode", "lode’s imports")
    )
    print(f"first screen     minimal {ms(took['minimal'])}  lode {ms(took['lode'])}  ratio {ratio:.2f} (at most 1.4)")
    print(f"  imports only   minimal {ms(took['imports'])}  lode {ms(took['lode’s imports'])}  ratio {floor:.2f}")
    print(f"key to results   {above_echo(LODE, 'Rare Earths')} (at most 8)")
    for pane, where in (("2", "list"), ("4", "text")):
        frames, processor = held(pane)
        print(f"hold j, {where}   {frames:.0f} of {RATE} frames per second, {1000 * processor:.1f} ms of CPU per key")
    with tempfile.TemporaryDirectory() as folder:
        small, large = article(Path(folder) / "small", 10_000), article(Path(folder) / "large", 10_000_000)
        opened = [
            statistics.median(first_screen((*LODE, str(path)), "A long report") for _ in range(3))
            for path in (small, large)
        ]
        print(f"open 10 kB, 10 MB   {opened[0] * 1000:.0f} ms, {opened[1] * 1000:.0f} ms")
        scrolled = [scrolling(path) for path in (small, large)]
        print(
            f"scroll a line, 10 kB, 10 MB   {scrolled[0] * 1000:.1f} ms, {scrolled[1] * 1000:.1f} ms"
            f"  ratio {scrolled[1] / scrolled[0]:.2f}"
        )


def first_screen(command: tuple[str, ...], marker: str) -> float:
    """Seconds of processor time until a program has drawn its list, recognised by a text in it."""
    terminal = Terminal(*command)
    try:
        terminal.until(marker)
        return terminal.processor_time()
    finally:
        terminal.close()


def above_echo(command: tuple[str, ...], first: str, words: str = WORDS) -> str:
    """How much longer it takes from a key in the search field to its results than to the echo of the minimal app."""
    echo, found = keys(MINIMAL, "article 4"), keys(command, first, "/", "found", words)
    above = [1000 * (percentile(many, 95) - percentile(few, 95)) for few, many in zip(echo, found, strict=True)]
    return (
        f"95% of keys within {above[0]:.1f} ms of processor time above the minimal app’s echo, {above[1]:.1f} ms in all"
    )


def keys(
    command: tuple[str, ...], first: str, before: str = "", drawn: str = "", words: str = WORDS
) -> tuple[list[float], list[float]]:
    """Seconds of processor time, and seconds, from each key to its effect on screen.

    `first` is a text of the first screen, `before` a key that opens the search field, and `drawn` a text that is
    drawn together with the results.
    """
    terminal = Terminal(*command)
    processor, clock = [], []
    try:
        terminal.until(first)
        if before:
            terminal.press(before, "Search everything")
        terminal.press(words[:2])
        for key in words[2:]:
            terminal.settle()
            start = terminal.processor_time()
            clock.append(terminal.press(key, drawn))
            processor.append(terminal.processor_time() - start)
        return processor, clock
    finally:
        terminal.close()


def held(pane: str) -> tuple[float, float]:
    """Frames per second, and seconds of processor time per key, while j and then k are held in a pane."""
    terminal = Terminal(*LODE)
    try:
        terminal.until("Rare Earths")
        terminal.press(pane)
        return terminal.hold(("j" * 70 + "k" * 70) * 2, RATE)
    finally:
        terminal.close()


def scrolling(path: Path) -> float:
    """Median seconds from pressing j to the scrolled text."""
    terminal = Terminal(*LODE, str(path))
    try:
        terminal.until("A long report")
        terminal.press("4")
        return statistics.median(terminal.press("j") for _ in range(20))
    finally:
        terminal.close()


def article(folder: Path, size: int) -> Path:
    """Writes a dossier of one article of a certain size, which repeats the built-in texts."""
    folder.mkdir()
    texts = [path.read_text() for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))]
    text = "\n".join(texts)
    (folder / "long.txt").write_text((text * (size // len(text) + 1))[:size])
    (folder / "catalog.yaml").write_text(
        'lode: 1\ntitle: Long\narticles:\n  - id: a-long\n    file: long.txt\n    title: "[A long report]"\n'
    )
    return folder


def percentile(values: list[float], percent: int) -> float:
    """The value that `percent` of the values do not exceed."""
    return sorted(values)[max(len(values) * percent // 100 - 1, 0)]


def ms(values: list[float]) -> str:
    """A median in milliseconds."""
    return f"{statistics.median(values) * 1000:.0f} ms"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
