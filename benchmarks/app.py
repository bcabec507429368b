"""How fast the app is, against the plainest Textual app in the same run.

    python -m benchmarks.app [ROUNDS]

Prints the first screen as a ratio, a key press in the search field as milliseconds above the bare app's echo, the
frames in a second while a key is held, and what an article of 10 MB takes more than one of 10 kB to open and to scroll.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.terminal import Terminal

BARE = (sys.executable, "-m", "benchmarks.bare")
LODE = (sys.executable, "-m", "tui")
WORDS = "rosatom tomtor reserves"

RATE = 60
"""Keys in a second while one is held, and the most frames that Textual draws in one."""


def main(rounds: int = 7) -> None:
    """Runs and prints all measurements."""
    # In turn, so that a machine that slows down slows both; the first of each warms its caches.
    pairs = [(first_screen(BARE, "article 4"), first_screen(LODE, "Rare Earths")) for _ in range(rounds + 1)][1:]
    bare, lode = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ratio = statistics.median(slow / fast for fast, slow in pairs)
    print(f"first screen     bare {ms(bare)}  lode {ms(lode)}  ratio {ratio:.2f} (at most 1.5)")
    echo, found = keys(BARE, "article 4"), keys(LODE, "Rare Earths", "/", "found")
    above = percentile(found, 95) - percentile(echo, 95)
    print(
        f"key to results   bare {1000 * percentile(echo, 95):.1f} ms  lode {1000 * percentile(found, 95):.1f} ms"
        f"  above, 95%: {1000 * above:.1f} ms (at most 8)"
    )
    for pane, where in (("2", "list"), ("4", "text")):
        frames, processor = held(pane)
        print(
            f"hold j, {where}   {frames:.0f} of {RATE} frames a second, {1000 * processor:.1f} ms of a processor a key"
        )
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
    """Seconds from the start of a program until its list is drawn."""
    terminal = Terminal(*command)
    try:
        return terminal.until(marker)
    finally:
        terminal.close()


def keys(command: tuple[str, ...], first: str, before: str = "", drawn: str = "", words: str = WORDS) -> list[float]:
    """Seconds from each key to what it brings on screen: the count of results is drawn with them."""
    terminal = Terminal(*command)
    try:
        terminal.until(first)
        if before:
            terminal.press(before, "Search everything")
        terminal.press(words[:2])
        return [terminal.press(key, drawn) for key in words[2:]]
    finally:
        terminal.close()


def held(pane: str) -> tuple[float, float]:
    """Frames in a second, and the processor's seconds for a key, while j and then k are held in a pane."""
    terminal = Terminal(*LODE)
    try:
        terminal.until("Rare Earths")
        terminal.press(pane)
        return terminal.hold(("j" * 70 + "k" * 70) * 2, RATE)
    finally:
        terminal.close()


def scrolling(path: Path) -> float:
    """Median seconds from j to the scrolled text."""
    terminal = Terminal(*LODE, str(path))
    try:
        terminal.until("A long report")
        terminal.press("4")
        return statistics.median(terminal.press("j") for _ in range(20))
    finally:
        terminal.close()


def article(folder: Path, size: int) -> Path:
    """A dossier of one article, made of the built-in texts until it has the size."""
    folder.mkdir()
    texts = [path.read_text() for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))]
    text = "\n".join(texts)
    (folder / "long.txt").write_text((text * (size // len(text) + 1))[:size])
    (folder / "catalog.yaml").write_text(
        'lode: 1\ntitle: Long\narticles:\n  - id: a-long\n    file: long.txt\n    title: "[A long report]"\n'
    )
    return folder


def percentile(values: list[float], percent: int) -> float:
    """The value that so many percent of the values do not exceed."""
    return sorted(values)[max(len(values) * percent // 100 - 1, 0)]


def ms(values: list[float]) -> str:
    """A median in milliseconds."""
    return f"{statistics.median(values) * 1000:.0f} ms"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
