"""Words in the way that a sentence lists them."""

from collections.abc import Iterable, Sequence


def listed(words: Iterable[str]) -> str:
    """Words with commas and “and” between them: one, two and three. Empty without words."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def first_of(words: Sequence[str], most: int) -> str:
    """The first words with commas between them, and how many more there are: one, two and 5 more."""
    more = f" and {len(words) - most:,} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more
