"""Words in the way that a sentence lists them."""

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Words with commas and “and” between them: one, two and three. Empty without words."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last
