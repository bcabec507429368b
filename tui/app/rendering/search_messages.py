"""What a search says of words that no text has."""

from collections.abc import Iterable, Mapping

from tui.text.safe import visible


def not_found(missing: Iterable[str]) -> list[str]:
    """Says of words that nothing matches them."""
    return [f"No matches for “{visible(word)}”" for word in missing]


def read_as(corrected: Mapping[str, str]) -> list[str]:
    """Says which words are shown in place of others that nothing matches."""
    return [
        f"{nowhere}: showing {visible(other)}"
        for nowhere, other in zip(not_found(corrected), corrected.values(), strict=True)
    ]
