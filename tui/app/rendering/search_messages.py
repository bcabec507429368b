"""What a search says of words that no text has."""

from collections.abc import Iterable, Mapping

from tui.text.safe import visible


def not_found(missing: Iterable[str]) -> list[str]:
    """Says of words that they are nowhere."""
    return [f"“{visible(word)}” is nowhere" for word in missing]


def read_as(corrected: Mapping[str, str]) -> list[str]:
    """Says of words that are nowhere as which others they were read."""
    return [
        f"{nowhere}: showing {visible(other)}"
        for nowhere, other in zip(not_found(corrected), corrected.values(), strict=True)
    ]
