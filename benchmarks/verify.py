"""Measures how long checking a draft takes: `python -m benchmarks.verify`.

Prints seconds of processor time, and their ratio to one look at every word of the articles within the same run: a draft
of 1,000 words on the built-in dossier, and on 2,000 articles, ten of which it quotes.
"""

import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import PASSAGES, dossier
from tests.verify.marked import read_marked
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.verify.verify import read_draft, verify

ROOT = Path(__file__).parent.parent
WORDS, ARTICLES, QUOTED, ROUNDS = 1_000, 2_000, 10, 5


def main() -> None:
    """Prints a line for each dossier."""
    drafts = "\n\n".join(marked.text for marked in read_marked(ROOT / "tests" / "verify" / "drafts.txt"))
    measure("built-in", open_dossier(ROOT / "catalog.yaml"), drafts, 1)
    with tempfile.TemporaryDirectory() as folder:
        large = open_dossier(dossier(Path(folder) / "texts", ARTICLES * PASSAGES))
    texts = [document.text for document in large.documents.values()][:QUOTED]
    quoted = " ".join(f"“{text[:120].rpartition(' ')[0]}” is printed." for text in texts)
    measure(f"{ARTICLES:,} articles", large, f"{quoted}\n\n{drafts}", 2)


def measure(name: str, opened: Dossier, text: str, most: float) -> None:
    """Prints how long a draft of the first words of a text takes, and what that is at most, in seconds."""
    draft = " ".join(text.split(" ")[:WORDS])
    texts = [document.text for document in opened.documents.values()]
    looks = seconds(lambda: [re.findall(r"\w+", each) for each in texts])
    took = seconds(lambda: verify(opened, read_draft(opened, "draft.md", draft)))
    print(f"{name:<15} {took:.2f} s (at most {most} s), {took / looks:.1f} times a look at every word")


def seconds(work: Callable[[], object]) -> float:
    """The median of the processor time that some work takes."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
