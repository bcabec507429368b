"""Reads the items of a draft: numbers with their whole extent, dates, quotations, and what is waived."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from tui.items.items import TextItem, items_of
from tui.languages.language import Language
from tui.numbers.number import Number
from tui.quantity.quantity import Quantity
from tui.quantity.unit import Unit, Units
from tui.text.document import Document, stretches
from tui.text.sorted_spans import Disjoint, starting_in
from tui.text.span import Span, gaps_beside
from tui.text.structure import ADDRESS

_LISTED = re.compile(r"^[^\S\n]*(?:\d{1,3}[.)]|#{1,6}\s+\d+(?:\.\d+)*\.?)(?=\s)", re.MULTILINE)
_QUOTATION = re.compile(r"“([^“”\n]+)”|„([^„“”\n]+)[“”]|«\s?([^«»\n]+?)\s?»|\"([^\"\n]+)\"|「([^「」\n]+)」")
_OUTER = " \t\u00a0.,;:"
# A reason ends where another waiver begins: a row of beginnings is read once.
_WAIVER = re.compile(
    r"<!--\s*+lode:\s*+(?P<reason>(?:(?!-->|<!--)[^\n])++)\s*+-->|\[lode:\s*+(?P<other>(?:(?!\[lode:)[^\]\n])++)\]"
)
_HEADING = re.compile(r"^(#{1,6})\s+(.+)$", re.MULTILINE)
_PART = re.compile(r"[;:()—]|(?<!\d)[,–]|[,–](?!\d)|\b(?:while|whereas|though|although|against|compared)\b")
_SEGMENT = re.compile(r";|\b(?:while|whereas|though|although)\b")
_AND = re.compile(
    r"(?<![^\W_])(?:and|but|or|und|oder|aber|et|ou|mais|y|o|pero|e|ma|en|maar|и|а|но|или|та|і|але)(?![^\W_])"
)
# What follows a number without a unit that counts no noun.
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.,;:)!?—–]|\Z|(?:and|or|but|while|whereas|from|by|according|in|as|at|for|this|last)\b)"
)
_PRONOUNS = frozenset("one".split())

_LONGEST_SENTENCE = 1_500
"""Characters of a sentence that are taken together: longer ones are lists or tables, each part read by itself."""


@dataclass(frozen=True)
class NumberItem:
    """A number of a draft with its unit, as it was read."""

    span: Span
    quantity: Quantity
    elided: Unit | None = None
    """The unit that it leaves to a number before it in its sentence: 3.8 million tons against 28.5 million."""
    among: tuple[Unit, ...] = ()
    """The units that share the form after it, if it is that of several: cents."""

    @property
    def unit(self) -> Unit | None:
        """The unit that is printed after it, or that it leaves out."""
        return self.quantity.unit or self.elided


@dataclass(frozen=True)
class DateItem:
    """A date of a draft: an EDTF date, XXXX where its year is not printed."""

    span: Span
    date: str

    @property
    def year(self) -> int | None:
        """The year; None if it is not printed."""
        return int(self.date[:4]) if self.date[:4].isdecimal() else None


@dataclass(frozen=True)
class ItemPlace:
    """Where an item of a draft is.

    `segment` is the part of the sentence between semicolons and the like of “while”, `part` that between commas, and
    `clause` the part between words like “and” where these join it to another number.
    """

    sentence: Span
    segment: Span
    part: Span
    clause: Span


class Draft:
    """A text to verify, with its items in order."""

    def __init__(self, file: str, text: str, units: Units, language: Language | None = None) -> None:
        self.document, self.text = Document(file, text), text
        self.units, self.language = units, language

    @cached_property
    def hidden(self) -> Disjoint:
        """What is not part of the text that readers see: comments, addresses, and the numbers of lists."""
        spans = [Span(*match.span()) for rule in (ADDRESS, _LISTED, _WAIVER) for match in rule.finditer(self.text)]
        hidden = Disjoint()
        for span in sorted([*_comments(self.text), *spans], key=lambda span: (span.start, -span.end)):
            hidden.add(span)
        return hidden

    @cached_property
    def _items(self) -> list[TextItem]:
        """The items that readers see."""
        items = items_of(self.text, self.units, self.language)
        return [item for item in items if not item.is_code and not self.hidden.overlaps(item.span)]

    @cached_property
    def dates(self) -> list[DateItem]:
        """The dates, also years alone."""
        return [DateItem(item.span, item.date) for item in self._items if item.kind == "date" and item.date]

    @cached_property
    def numbers(self) -> list[NumberItem]:
        """The quantities in digits and words that can be read."""
        items: list[NumberItem] = []
        for item in self._items:
            words = self.text[item.span.start : item.span.end]
            if item.kind == "quantity" and item.quantity and words.lower() not in _PRONOUNS:
                among, end = self.units.sharing(self.text, item.quantity.end) if is_bare(item.quantity) else ((), 0)
                span = Span(item.span.start, max(item.quantity.end, end))
                number = NumberItem(span, item.quantity, among=tuple(among))
                items.append(replace(number, elided=self._elided(number, items[-1] if items else None)))
        return items

    def numbers_in(self, stretch: Span) -> list[Span]:
        """The places of the numbers that start in a stretch."""
        return [item.span for item in starting_in(self.numbers, stretch)]

    @cached_property
    def relative_dates(self) -> list[Span]:
        """The dates that are relative to another day: a year before, last week."""
        return [item.span for item in self._items if item.kind == "relative date"]

    def _elided(self, number: NumberItem, before: NumberItem | None) -> Unit | None:
        """The unit of the number before, if this one has a scale word, no unit and no noun, in the same sentence."""
        unit = before.unit if before else None
        if before is None or unit is None or unit.in_one is not None or number.among or not is_bare(number.quantity):
            return None
        scaled = isinstance(number.quantity.number, Number) and number.quantity.number.scaled
        ends = _CLAUSE_ENDS.match(self.text, number.span.end)
        return unit if scaled and ends and self.sentence(before.span) == self.sentence(number.span) else None

    @cached_property
    def quotations(self) -> list[Span]:
        """What is in double quotation marks, without the marks and the punctuation inside them."""
        found = []
        for match in _QUOTATION.finditer(self.text):
            group = match.lastindex or 0
            start, end = match.span(group)
            while start < end and self.text[start] in _OUTER:
                start += 1
            while end > start and self.text[end - 1] in _OUTER:
                end -= 1
            if start < end and not self.hidden.overlaps(Span(start, end)):
                found.append(Span(start, end))
        return found

    def waiver(self, span: Span) -> str | None:
        """The reason of a comment on the line of an item, or alone on the line above it, that waives it."""
        return self._waivers.get(self.document.position(span.start)[0])

    @cached_property
    def _waivers(self) -> dict[int, str]:
        waivers = {}
        for match in _WAIVER.finditer(self.text):
            line, _ = self.document.position(match.start())
            start, end = self.document.offset(line), self.document.line_end(match.start())
            alone = self.text[start:end].strip() == match[0]
            waivers[line + alone] = (match["reason"] or match["other"]).rstrip()
        return waivers

    # Where an item is

    def place(self, span: Span) -> ItemPlace:
        """Where an item is."""
        sentence = self.sentence(span)
        part = _around(self.text, sentence, span, _PART)
        return ItemPlace(sentence, _around(self.text, sentence, span, _SEGMENT), part, self._clause(span, part))

    def _clause(self, span: Span, part: Span) -> Span:
        """The stretch of a part from what joins an item to the number before it, to what joins the next one to it."""
        before, after = gaps_beside(span, self.numbers_in(part), part)
        start, end = part
        if before.start > part.start:
            start = max((match.start() for match in _AND.finditer(self.text, *before)), default=start)
        if after.end < part.end:
            end = max((match.start() for match in _AND.finditer(self.text, *after)), default=end)
        return Span(start, end)

    def sentence(self, span: Span) -> Span:
        """The sentence that an item begins in, or the part of a very long one."""
        found = bisect_right(self._sentences, span.start, key=lambda each: each.start) - 1
        return self._sentences[max(found, 0)]

    def before(self, span: Span) -> Iterator[Span]:
        """The sentences before that of an item, the nearest first."""
        own = bisect_right(self._sentences, span.start, key=lambda each: each.start) - 1
        return (self._sentences[index] for index in reversed(range(max(own, 0))))

    @cached_property
    def _sentences(self) -> list[Span]:
        """The sentences in order, very long ones in parts."""
        parts = (stretches(self.text, each, _LONGEST_SENTENCE) for each in self.document.sentences)
        return list(chain.from_iterable(parts))

    def headings(self, span: Span) -> list[Span]:
        """The headings that an item is under, if they are marked as such: the last one of each level."""
        above = bisect_right(self._headings, span.start, key=lambda each: each[0])
        return self._headings[above - 1][1] if above else []

    @cached_property
    def _headings(self) -> list[tuple[int, list[Span]]]:
        """Where each heading starts, and the headings that its text is under."""
        under: dict[int, Span] = {}
        found = []
        for match in _HEADING.finditer(self.text):
            level = len(match[1])
            heading = next(stretches(self.text, Span(*match.span(2)), _LONGEST_SENTENCE))
            under = {other: each for other, each in under.items() if other < level} | {level: heading}
            found.append((match.start(), list(under.values())))
        return found


def is_bare(quantity: Quantity) -> bool:
    """Whether a number has no unit, and is not a rank: a count, if anything."""
    return quantity.unit is None and not quantity.is_ordinal and isinstance(quantity.number, Number)


def _comments(text: str) -> Iterator[Span]:
    """The comments of a text, each to the first end after its beginning."""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        end = close + 3
        yield Span(start, end)


def _around(text: str, whole: Span, span: Span, marks: re.Pattern[str]) -> Span:
    """The stretch between two marks of `whole` that a span begins in."""
    cuts = [
        whole.start,
        *(match.end() for match in marks.finditer(text, *whole) if not span.overlaps(Span(*match.span()))),
        whole.end,
    ]
    for start, end in pairwise(cuts):
        if start <= span.start < end:
            return Span(start, max(end, span.end))
    return whole
