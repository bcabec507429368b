"""Whether words around a number deny it, or say that it rose or fell."""

from typing import NamedTuple

from tui.items.denial import denial
from tui.languages.language import ENGLISH, Language, language_of
from tui.printed.direction import rises_and_falls


class Polarity(NamedTuple):
    """The words that deny what a stretch says, and those by which it goes up or down; None where there are none."""

    denial: str | None
    up: str | None
    down: str | None


def polarity_of(text: str, language: Language | None) -> Polarity:
    """The polarity of a stretch of a text in a language; without one, in English."""
    language = language or language_of(ENGLISH)
    found = (pattern.search(text) for pattern in (denial(language.tag), *rises_and_falls(language)))
    return Polarity(*(match[0] if match else None for match in found))
