"""Reads the numbers of an article as they are printed, in its language and currency."""

from functools import cache

from tui.dossier.dossier import Dossier
from tui.languages.language import ENGLISH, known_language, language_of
from tui.numbers.signs import PLUS, read_sign
from tui.printed.whole import Printed, read_printed
from tui.quantity.interval import Value
from tui.quantity.quantity import Quantity, QuantityError, read_at, value_of
from tui.text.span import Span


class PrintedNumbers:
    """Reads the numbers of one article of a dossier."""

    def __init__(self, dossier: Dossier, article: str) -> None:
        self._dossier, self._text = dossier, dossier.documents[article].text
        self._language = known_language(dossier.articles[article].language)
        self._currency = dossier.articles[article].currency
        self._units = dossier.coverage_reader.units.in_currency(self._currency)
        self.is_change = cache(self._is_change)
        """Whether the words around a number say that it is a change, and in which direction."""

    def read(self, span: Span, *, changes: bool = False) -> Printed:
        """A number with any unit; with `changes`, as a change, whose direction is printed next to it.

        Raises QuantityError if it cannot be read, or not all of it.
        """
        return read_printed(self._text, span, self._units, language=self._language, changes=changes)

    def at(self, start: int) -> Quantity | None:
        """The quantity that begins at a place, as far as it reaches; None if none does."""
        return read_at(self._text, start, self._units, language=self._language)

    def with_plus(self, span: Span) -> Span:
        """A number with the plus sign that is printed before it; as it is if there is none."""
        for start in range(max(span.start - 2, 0), span.start):
            sign = (
                read_sign(self._text, start, self._language or language_of(ENGLISH))
                if self._text[start] in PLUS
                else None
            )
            if sign and sign.end == span.start:
                return Span(start, span.end)
        return span

    def value(self, span: Span, measure: str) -> Value | None:
        """A number as a value of a measure of the catalog; None if it cannot be read as one."""
        wanted, changes = self._dossier.measured_unit(measure), self._dossier.measures[measure].changes
        units = self._dossier.units.in_currency(self._currency)
        try:
            printed = read_printed(self._text, span, units, wanted, self._language, changes)
            modifier, hedge = printed.hedge or ("=", None)
            return None if printed.unclear else value_of(printed.quantity, modifier, wanted, hedge=hedge)
        except QuantityError:
            return None

    def _is_change(self, span: Span) -> bool:
        try:
            self.read(span, changes=True)
        except QuantityError:
            return False
        return True
