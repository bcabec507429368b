"""Finds the measure, subject and claimant of a number in its sentence, and in what the numbers before it have."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tui.curate.drafts import Proposed
from tui.curate.quoting import near
from tui.extract import statements
from tui.extract.claimants import Claimants, Claimed
from tui.extract.clause_syntax import (
    continues,
    is_apposed,
    is_directly_told,
    is_german_change,
    is_german_result,
    is_rise,
    moved_by,
    rises,
)
from tui.extract.measures import measure_of, of_economy, share_of
from tui.extract.printed import PrintedNumbers
from tui.extract.references import References
from tui.extract.statements import NamedPlace, in_brackets
from tui.extract.subjects import SubjectFinder, has_rival
from tui.items.items import TextItem
from tui.items.statement_words import words_in
from tui.languages.language import language_of
from tui.numbers.number import Number
from tui.printed.direction_words import has_level_after
from tui.printed.joins import leads_to
from tui.quantity.builtin import currency_ids
from tui.quantity.quantity import Quantity
from tui.text.document import Document
from tui.text.span import Span

_LOSS = re.compile(r"loss|perte|pérdida|perdit|prejuízo|Verlust|убыт", re.IGNORECASE)
"""Measures that look like changes but are not: a loss of 5 million."""
_AT = re.compile(r",?\sat\s")
_BY = re.compile(r"(?<![^\W_])(?:by|um)\s\Z")
"""What comes before a change only."""
_CONVERTED = re.compile(r"\s?\(|[;,]\s|\s?/\s?")
"""What is between an amount and the same one in another currency."""
_LONGEST_BRACKET = 80
"""The most characters of a bracket with one amount in several currencies, before the last of them."""
_MOST_LINKED = 3
"""How many numbers are followed back for what a number measures: it fell to 5 from 6 a month ago and 7 a year ago."""


class FigureFields:
    """Finds the fields of figures in one article, whose numbers, dates and names are known."""

    def __init__(
        self,
        document: Document,
        code: str,
        numbers: PrintedNumbers,
        items: Sequence[TextItem],
        names: Sequence[NamedPlace],
    ) -> None:
        """`items` and `names` are in the order of the text."""
        self._document, self._text, self._code = document, document.text, code
        self._numbers, self._items, self._names = numbers, items, names

    @cached_property
    def _claimants(self) -> Claimants:
        return Claimants(self._document, self._names, self._code)

    @cached_property
    def _subjects(self) -> SubjectFinder:
        return SubjectFinder(self._text, self._code, References(self._document, self._names, self._code))

    def sentence(self, span: Span) -> Span:
        """The sentence of a number, no farther than is near."""
        return near(self._document.sentence_around(span), span)

    def named_in(self, within: Span) -> list[NamedPlace]:
        """The names in a stretch."""
        names = self._names
        first = bisect_left(names, within.start, key=lambda name: name.span.start)
        last = bisect_left(names, within.end, key=lambda name: name.span.start)
        return [name for name in names[first:last] if name.span.end <= within.end]

    def items_in(self, within: Span) -> Sequence[TextItem]:
        """The quantities, dates and codes in a stretch."""
        first = bisect_left(self._items, within.start, key=lambda item: item.span.start)
        last = bisect_left(self._items, within.end, key=lambda item: item.span.start)
        return self._items[first:last]

    def claimed(self, span: Span) -> Claimed | None:
        """Who claims a number."""
        return self._claimants.of(span)

    def about(self, span: Span, quantity: Quantity, links: int = 0) -> tuple[Proposed | None, Proposed | None]:
        """The measure and the subject of a number; where its own words do not give them, those of the number before it.

        `links` is how many numbers have been followed back to it.
        """
        text, code, unit = self._text, self._code, quantity.unit
        is_share = unit.kind == "%" if unit else isinstance(quantity.number, Number) and quantity.number.share
        is_signed = self._numbers.with_plus(span) != span
        sentence = self.sentence(span)
        names, within = self.named_in(sentence), statements.segment(text, sentence, span)
        is_change = is_signed or self._numbers.is_change(span) or (code == "de" and is_german_change(text, span))
        is_change = is_change or (is_share and (is_rise(text, span, code) or self._has_result(span, within)))
        previous = self._before(span, within)
        is_result = previous is not None and self._is_result(previous, span)
        is_result = is_result or (code == "de" and is_german_result(text, span))
        is_change = is_change and not is_result
        clause = statements.clause_of(text, within, span, code)
        others = [
            each.span for each in self.items_in(clause) if each.kind == "quantity" and not each.span.overlaps(span)
        ]
        share = share_of(text, span, code) if is_share else None
        is_of_economy = is_share and of_economy(text, span)
        words = Span(clause.start, span.end) if is_of_economy else moved_by(text, clause, within, code)
        by_clause = measure_of(text, span, words, unit, code, others, [name.span for name in names])
        # “A deficit of 3% of GDP” is a deficit.
        share = None if is_of_economy and by_clause else share
        measure = share or by_clause
        claimed = self.claimed(span)
        said = claimed if claimed and sentence.covers(claimed.span) else None
        subject = self._subjects.of(span, within, said, names, measure)
        if unit and unit.kind in ("sec", "month") and not is_directly_told(text, span, code):
            # It lasted three years is of it; its sales grew in three years is not.
            return measure, None
        # “Buying up a 26% stake” changes nothing.
        is_direct = measure and measure.span and 0 <= measure.span.start - span.end <= 1
        names_change = measure and (_LOSS.match(measure.text) or rises(code).fullmatch(measure.text))
        if measure and is_change and not is_direct and not share and not names_change:
            measure = self._changing(measure)
        before = previous if links < _MOST_LINKED and not (measure and subject) else None
        if before and before.quantity and (linked := self._continued(before, span, quantity, is_change)):
            of, whose = self.about(before.span, before.quantity, links + 1)
            if measure is None and of:
                base = of._replace(text=of.text.removesuffix(f", {self._change}"))
                is_same_unit = before.quantity.unit is not None and before.quantity.unit == unit and not is_result
                measure = self._changing(base) if linked == "change" else of if is_same_unit else base
                subject = self._subjects.of(span, within, said, names, base)
            subject = subject or (None if has_rival(text, Span(before.span.end, span.start), names) else whose)
        elif before and before.quantity and not subject and self._is_listed(before, span, quantity, names):
            subject = self.about(before.span, before.quantity, links + 1)[1]
        return measure, subject

    def _is_result(self, before: TextItem, span: Span) -> bool:
        """Whether a number is what something became by the change before it: fell by $2 to $40, up 5% at $40."""
        if self._code == "en" and _AT.fullmatch(self._text, before.span.end, span.start):
            return self._numbers.is_change(before.span)
        leads = leads_to(language_of(self._code)).match(
            self._text, before.span.end + self._text.startswith(",", before.span.end)
        )
        return leads is not None and leads.end() == span.start and self._numbers.is_change(before.span)

    def _has_result(self, span: Span, within: Span) -> bool:
        """Whether a share is what something changed by, since what it changed to is no share: de 4 % à 6 euros."""
        after = (each for each in self.items_in(within) if each.kind == "quantity" and each.span.start >= span.end)
        following = next(after, None)
        if following is None or following.quantity is None or following.quantity.unit is None:
            return False
        return following.quantity.unit.kind != "%" and has_level_after(self._text, span)

    def _is_listed(self, before: TextItem, span: Span, quantity: Quantity, names: Sequence[NamedPlace]) -> bool:
        """Whether a number is in one list with that before it: 164 plants and 32 mills; a name begins another list."""
        units = [each.unit for each in (quantity, before.quantity) if each and each.unit]
        if any(unit.kind in ("sec", "month") for unit in units):
            return False
        if " worth " in self._text[before.span.end : span.start]:
            return False
        named = any(before.span.end <= name.span.start and name.span.end <= span.start for name in names)
        if self._code != "de":
            named = named or any(word[:1].isupper() for word in self._text[before.span.end : span.start].split())
        return not named and is_apposed(self._text, before.span, span, self._code)

    @property
    def _change(self) -> str:
        return str(words_in(self._code).get("change", "change"))

    def _changing(self, measure: Proposed) -> Proposed:
        return measure._replace(text=f"{measure.text}, {self._change}")

    def _before(self, span: Span, within: Span) -> TextItem | None:
        """The last quantity before a number in a stretch, but for those in brackets that are closed in between."""
        items = [each for each in self.items_in(within) if each.span.end <= span.start and each.kind == "quantity"]
        is_aside = in_brackets(self._text, within.start, span.start)
        return next(
            (
                each
                for each in reversed(items)
                if is_aside
                or not in_brackets(self._text, within.start, each.span.start)
                or self._text.find(")", each.span.end, span.start) < 0
            ),
            None,
        )

    def _continued(self, before: TextItem, span: Span, quantity: Quantity, is_change: bool) -> str | None:
        """Whether a number continues the one before it: with the “same” measure, or with its “change”."""
        own, other = (each.unit.kind if each and each.unit else None for each in (quantity, before.quantity))
        text, code = self._text, self._code
        if own == "%" and other != "%":
            return "change" if is_change and is_apposed(text, before.span, span, code) else None
        if own and other and own != other and _CONVERTED.fullmatch(text, before.span.end, span.start):
            is_money = {own, other}.issubset(currency_ids())
            return (
                "same"
                if is_money and in_brackets(text, max(before.span.start - _LONGEST_BRACKET, 0), span.start)
                else None
            )
        if (
            own
            and own == other
            and before.quantity
            and quantity.unit != before.quantity.unit
            and _CONVERTED.fullmatch(text, before.span.end, span.start)
        ):
            # 66.4 km (41.3 miles)
            return "same"
        was_change = other == "%" and (
            self._numbers.is_change(before.span)
            or _BY.search(text, max(before.span.start - 4, 0), before.span.start) is not None
        )
        if own == other or None in (own, other) or was_change:
            return "same" if continues(text, before.span, span, code) else None
        return None
