"""A quantity where a text prints it, to decide whether it is all that the text says."""

import re
from dataclasses import dataclass
from functools import cached_property

from tui.languages.language import ENGLISH, Language, language_of
from tui.quantity.quantity import Quantity
from tui.quantity.rates import RateReader
from tui.quantity.unit import Unit, Units
from tui.text.span import Span


@dataclass(frozen=True)
class QuantityInText:
    """A quantity, the words of a text that it was read from, and what it was read with.

    `wanted` is the unit that its value is needed in, None where that is not known. `given` is the language of the text
    as the catalog gives it; where it is None, `english` tells whether the words around the number are English.
    """

    text: str
    span: Span
    quantity: Quantity
    units: Units
    wanted: Unit | None = None
    given: Language | None = None
    english: bool = True

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.span.end

    @cached_property
    def written(self) -> str:
        """The words."""
        return self.text[self.span.start : self.span.end]

    @cached_property
    def language(self) -> Language:
        """The language that it was read in: English where none is given."""
        return self.given or language_of(ENGLISH)

    @cached_property
    def rates(self) -> RateReader:
        """Reads the rates of the text."""
        return RateReader(self.text, self.units, self.language)

    def before(self, pattern: re.Pattern[str], reach: int) -> re.Match[str] | None:
        """Where a pattern is found up to `reach` characters before the words."""
        return pattern.search(self.text, max(self.span.start - reach, 0), self.span.start)

    def after(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern matches directly after the words."""
        return pattern.match(self.text, self.span.end)
