"""What a search says of words that no text has."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from tui.text.safe import visible


def not_found(missing: Iterable[str], suggested: Mapping[str, Sequence[str]] = MappingProxyType({})) -> list[str]:
    """Says of words that nothing matches them, and what they may mean."""
    return [f"No matches for “{visible(word)}”{_meant(suggested.get(word, ()))}" for word in missing]


def _meant(words: Sequence[str]) -> str:
    return f"; did you mean {', '.join(map(visible, words))}?" if words else ""


def read_as(corrected: Mapping[str, str]) -> list[str]:
    """Says which words are shown in place of others that nothing matches."""
    return [
        f"{nowhere}: showing {visible(other)}"
        for nowhere, other in zip(not_found(corrected), corrected.values(), strict=True)
    ]
