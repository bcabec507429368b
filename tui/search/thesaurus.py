"""English words with nearly the same meaning: what people ask with is often not what a text prints."""

from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).with_name("english_synonyms.txt")
"""A group of words on each line. A word may be in several groups, one for each of its meanings."""


def groups() -> Iterator[list[str]]:
    """The groups of words."""
    return map(str.split, FILE.read_text(encoding="ascii").splitlines())
