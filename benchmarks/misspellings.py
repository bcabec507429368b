"""Measures how often a misspelt word finds the right one, and how seldom nonsense finds anything.

    python -m benchmarks.misspellings DICTIONARY [--misses]

DICTIONARY has a line WRONG->RIGHT for each misspelling, as that of codespell. Searches the documentation of Python for
1,000 of them whose right word occurs there: prints the share whose first hit has the right word, and how many of 300
made-up words find anything. Search was tuned with other misspellings of the same dictionary; with --tune,
those are measured.
"""

import random
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import prose
from tui.linking.link import open_dossier
from tui.search.open import search_in_memory
from tui.search.search import Search

COUNT = 1_000
NONSENSE = 300


def main(dictionary: Path, tune: bool, misses: bool) -> None:
    """Runs and prints the measurement."""
    sentences = prose()
    known = {word for sentence in sentences for word in re.findall("[a-z]+", sentence.lower())}
    pairs = misspellings(dictionary, known, tune)
    with TemporaryDirectory() as folder:
        search = search_of(sentences, Path(folder))
        found = [first_hit(search, wrong, right, misses) for wrong, right in pairs]
        meant = [right in suggested(search, wrong) for (wrong, right), hit in zip(pairs, found, strict=True) if not hit]
        words = nonsense(known)
        answered = [word for word in words if search.find(word, 1).hits]
    share = sum(found) / len(found)
    print(f"{len(pairs)} misspellings of {len(known):,} words: the right one in the first hit {share:.3f}")
    print(f"of the others, suggested {sum(meant)} of {len(meant)}")
    print(f"of {len(words)} made-up words, found {len(answered)}: {' '.join(answered)}")


def misspellings(dictionary: Path, known: set[str], tune: bool) -> list[tuple[str, str]]:
    """Misspellings, of letters only, of words that occur; none of them is a word itself."""
    rows = [line.strip().split("->") for line in dictionary.read_text(encoding="utf-8").splitlines()]
    pairs = [
        (wrong, right)
        for wrong, right in rows
        if re.fullmatch("[a-z]{4,}", wrong) and wrong not in known and right.strip(",") in known and "," not in right
    ]
    random.Random(7).shuffle(pairs)
    return pairs[COUNT : 2 * COUNT] if tune else pairs[:COUNT]


def nonsense(known: set[str]) -> list[str]:
    """Made-up words of four to ten letters that can be spoken."""
    chance = random.Random(11)
    found: dict[str, None] = {}
    while len(found) < NONSENSE:
        length = chance.randint(4, 10)
        starts = chance.random() < 0.5
        word = "".join(chance.choice("aeiou" if i % 2 == starts else "bcdfghjklmnprstvwz") for i in range(length))
        if word not in known:
            found[word] = None
    return list(found)


def search_of(sentences: list[str], folder: Path) -> Search:
    """A search in a text of these sentences."""
    (folder / "text.txt").write_text("\n".join(sentences), encoding="utf-8")
    catalog = folder / "catalog.yaml"
    catalog.write_text("lode: 1\ntitle: T\narticles: [{id: a, file: text.txt, title: '[T]'}]\n", encoding="utf-8")
    return search_in_memory(open_dossier(catalog))


def first_hit(search: Search, wrong: str, right: str, misses: bool) -> bool:
    """Whether the first hit of a misspelt word has the right one."""
    result = search.find(wrong, 1)
    found = any(right in re.findall("[a-z]+", hit.text.lower()) for hit in result.hits)
    if misses and not found:
        print(f"  {wrong}: {right}, not {result.corrected.get(wrong, '-')}")
    return found


def suggested(search: Search, wrong: str) -> tuple[str, ...]:
    """What the search suggests for a word."""
    return search.find(wrong, 1).suggested.get(wrong, ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--tune" in sys.argv[2:], "--misses" in sys.argv[2:])
