"""Measures which share of the words of running text is found as typed, by language.

    python -m benchmarks.languages FOLDER [LANGUAGE ...] [--misses]

FOLDER has translations as gettext compiles them (LANGUAGE/LC_MESSAGES/*.mo, as in share/locale); their messages are the
texts. Draws 400 words from those of each language, wherever they occur, and searches each: it is found if a sentence
with the word is among the hits, nothing was corrected, and the word is marked there.
"""

import gettext
import random
import re
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.misspellings import search_of
from tui.search.search import Search

COUNT = 400
SENTENCES = 2_000
SHORTEST = 15
"""Characters of the shortest sentence."""


def main(folder: Path, languages: list[str], misses: bool) -> None:
    """Runs and prints the measurement, and whether every language has all of its words found."""
    for language in languages or sorted(path.name for path in folder.iterdir()):
        sentences = messages(folder / language / "LC_MESSAGES")
        drawn = draw(sentences)
        if len(drawn) < COUNT:
            continue
        with TemporaryDirectory() as there:
            search = search_of(sentences, Path(there))
            missed = [word for word in drawn if not is_found(search, word)]
        print(f"{language:<8} {1 - len(missed) / COUNT:.3f}", *(missed if misses else ()))


def messages(folder: Path) -> list[str]:
    """The sentences of the translations in a folder: no commands, options or patterns of format."""
    found: dict[str, None] = {}
    catalog: dict[object, str] = {}
    for path in sorted(folder.glob("*.mo")):
        with path.open("rb") as file, suppress(UnicodeDecodeError):
            catalog |= gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    for message in catalog.values():
        for line in re.split(r"\n|(?<=[.!?。！？]) ?", message):
            if len(line) > SHORTEST and not re.search(r"[%&_<>{}\\|=/@~\x00-\x1f]|--|[a-z]\(", line):
                found[" ".join(line.split())] = None
    sentences = list(found)
    random.Random(3).shuffle(sentences)
    return sentences[:SENTENCES]


def draw(sentences: list[str]) -> list[str]:
    """Words of the sentences, each as often as it occurs there: what white space and punctuation leave."""
    running = [word for sentence in sentences for word in words_of(sentence)]
    return random.Random(5).sample(running, min(COUNT, len(running)))


def words_of(sentence: str) -> list[str]:
    """The words of a sentence as a reader sees them: with a letter, without the marks around them."""
    marks = {c for c in sentence if unicodedata.category(c)[0] in "PS"} - set("’'-\u05f3\u05f4\u00b7")
    parts = re.split(rf"[\s{re.escape(''.join(marks))}]+", sentence)
    words = (part.strip("’'-·") for part in parts)
    return [word for word in words if any(map(str.isalpha, word))]


def is_found(search: Search, word: str) -> bool:
    """Whether a word is found in a sentence that has it, uncorrected and marked."""
    result = search.find(f'"{word}"') if " " in word else search.find(word)
    there = [hit for hit in result.hits if word in words_of(hit.text)]
    return bool(there) and not result.missing and not result.corrected and all(hit.marks for hit in there)


if __name__ == "__main__":
    given = [argument for argument in sys.argv[2:] if argument != "--misses"]
    main(Path(sys.argv[1]), given, "--misses" in sys.argv[2:])
