"""Reads what a text counts, measures and dates, each item whole: 3.8 million tons is one, March 31, 2025 is one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tui.dates.printed import dates_in
from tui.dates.relative import relative_dates_in
from tui.items.codes import Code, CodeKind, codes_in
from tui.items.only import only_words_in
from tui.items.tokens import numbers_in
from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.lexicon import CURRENCY_ABBREVIATIONS, CURRENCY_CODES, CURRENCY_SIGNS
from tui.languages.word_patterns import any_of
from tui.numbers.number_words import is_month_or_weekday
from tui.numbers.words import DAYS, MONTHS, NUMBER_WORDS
from tui.printed.joined import reaching
from tui.quantity import quantity as quantities
from tui.quantity.quantity import Quantity
from tui.quantity.unit import Units
from tui.text.fold import is_unspaced
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span

ItemKind = Literal["quantity", "date", "relative date", "only"] | CodeKind

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0(?:s|er|’s|'s)")
_YEARS_AFTER = re.compile(r"\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w]|[.,]\d)")
_YEAR_BEFORE = re.compile(
    r"(?:^|[(\[–/]|(?i:jahre?s?|sommers?|winters?)|\b[HKQST][1-4]|\b(?i:in|since|by|until|till|during|early|late|mid|year|season|seit|bis|ab|anfang|ende"
    r"|mitte"
    r"|en|depuis|jusqu['’]en|an|année|desde|hasta|año|в|nel|dal|em|até|sinds))[\s-]{1,2}$"
)
_TO_AMOUNT = re.compile(rf"\s[^\W\d_]{{1,5}}\s[{CURRENCY_SIGNS}]\d")
_COUNTED = re.compile(
    r"[^\S\n]{1,3}(?!(?:and|or|to|that|when|which|but|by|in|on|at|the|with|for|as|after|before|until|through|from"
    r"|was|were|is"
    r"|are|had|has|und|oder|bis|als|war|wurden?|hat|hatte|et|ou|à|y|o|и|или|до)(?![^\W_]))[a-zäöüßéèàñçа-яё]{3}"
)
# In English, what is counted is plural: 1992 cars, and not the 1992 election.
_ONE_AFTER = re.compile(
    r"[^\S\n](?!(?:people|men|women|children|staff|police|personnel|sheep|cattle|fish|head)(?![^\W_]))"
    r"[a-z]+(?:(?<!s)|(?<=[iu]s)|(?<=ss))(?![^\W_])"
)
_OR_MORE = re.compile(r"[-‐‑](?:plus|odd|strong)(?![^\W_])|\+")
_YEAR_WORD = re.compile(r"[^\S\n]{1,3}(?:год|г\.|гг|рок[уи]|роком|років|рік|році)")
_GROUPED_BEFORE = re.compile(
    rf"\d[.,]?$|[.,]$|[{CURRENCY_SIGNS}]\s?$|(?<![^\W_])(?:{any_of(CURRENCY_CODES | CURRENCY_ABBREVIATIONS)})\.?\s?$"
)
# 9.2.1973 is a date, also where nothing tells its month from its day.
_DOTTED = re.compile(r"(?<![\w.,])(?:\d\d?\.\d\d?\.(?:1[5-9]|20)\d\d|\d\d\.\d\d\.\d\d)(?![\w]|[.,]\d)")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{2,19})\s$")
# In English, no number that begins before another word than these reaches a number after it.
_OPENING = (
    NUMBER_WORDS
    | {word.lower() for word in CURRENCY_CODES | CURRENCY_ABBREVIATIONS}
    | frozenset("an and between from minus negative of or point to twice us".split())
)
_WIN_OVER_DATES = ("address", "citation", "telephone")


@dataclass(frozen=True, slots=True)
class TextItem:
    """A quantity with its unit and without its hedge, a date, a word like sole, or a code.

    `quantity` is None where the words cannot be read, `date` (EDTF) where they print none that is alone.
    """

    kind: ItemKind
    span: Span
    quantity: Quantity | None = None
    date: str | None = None

    @property
    def is_date(self) -> bool:
        """Whether it is a date, of whatever sort."""
        return self.kind in ("date", "relative date")

    @property
    def is_code(self) -> bool:
        """Whether it measures and dates nothing."""
        return self.kind not in ("quantity", "date", "relative date", "only")


def items_of(
    text: str, units: Units, language: Language | None = None, tokens: Iterable[Span] | None = None
) -> list[TextItem]:
    """The items of a text in order; none overlaps another. In English if no language is given.

    `tokens` are those of `numbers_in`, if they were read before.
    """
    return _ItemReader(text, units, language, numbers_in(text, language) if tokens is None else tokens).items()


class _ItemReader:
    def __init__(self, text: str, units: Units, language: Language | None, tokens: Iterable[Span]) -> None:
        self._text, self._units, self._language, self._tokens = text, units, language, tokens
        self._taken = Disjoint()

    def items(self) -> list[TextItem]:
        codes = codes_in(self._text)
        found = [item for item in self._given(codes) if self._taken.add(item.span)]
        # Numbers are read from left to right, each with all that belongs to it.
        for item in self._numbers():
            if self._taken.add(item.span):
                found.append(item)
        return sorted(found, key=lambda item: item.span)

    def _given(self, codes: list[Code]) -> Iterator[TextItem]:
        """What is found by its form; what comes first wins."""
        text = self._text
        yield from (TextItem(code.kind, code.span) for code in codes if code.kind in _WIN_OVER_DATES)
        yield from (
            TextItem("date", each.span, date=each.date) for each in dates_in(text, 0, len(text), self._language)
        )
        yield from (TextItem(code.kind, code.span) for code in codes if code.kind not in _WIN_OVER_DATES)
        yield from (TextItem("date", Span(*match.span())) for match in _DOTTED.finditer(text))
        yield from (TextItem("relative date", span) for span in relative_dates_in(text, self._language))
        yield from (TextItem("only", span) for span in only_words_in(text, self._language))

    def _numbers(self) -> Iterator[TextItem]:
        reached = 0
        for span in self._tokens:
            if span.start < reached or self._taken.overlaps(span):
                continue
            item = self._named_date(span) or self._year(span)
            if item is None:
                whole, quantity = whole_quantity(self._text, span, self._units, self._language)
                if self._taken.overlaps(whole):
                    # It begins in a date or code, or ends in one.
                    alone = quantities.read_at(self._text, span.start, self._units, language=self._language)
                    whole = Span(span.start, max(alone.end if alone else 0, span.end))
                    quantity = None if alone is None or self._taken.overlaps(whole) else alone
                    whole = whole if quantity else span
                item = TextItem("quantity", whole, quantity)
            reached = item.span.end
            yield item

    def _named_date(self, span: Span) -> TextItem | None:
        words = self._text[span.start : span.end]
        language = self._language
        if words in DAYS or words in MONTHS:
            return TextItem("date", span)
        if language and is_month_or_weekday(words.casefold(), language):
            return TextItem("date", span)
        return None

    def _year(self, span: Span) -> TextItem | None:
        """A year, a decade or some years."""
        text = self._text
        decade = _DECADE.match(text, span.start)
        if decade and not text[decade.end() : decade.end() + 1].isalnum():
            return TextItem("date", Span(*decade.span()), date=f"{decade[0][:3]}X")
        words = text[span.start : span.end]
        if not _YEAR.fullmatch(words) or text[span.end : span.end + 1].isalnum() or _OR_MORE.match(text, span.end):
            return None
        before = text[max(span.start - 14, 0) : span.start]
        if _GROUPED_BEFORE.search(before):
            return None
        if years := _YEARS_AFTER.match(text, span.end):
            return TextItem("date", Span(span.start, years.end()))
        if _YEAR_WORD.match(text, span.end):
            return TextItem("date", span, date=words)
        quantity = quantities.read_at(text, span.start, self._units, language=self._language)
        if quantity is None:
            return None
        if quantity.end > span.end:
            # “From $5m in 2020 to $8m” has no range that begins with the year.
            is_year = _YEAR_BEFORE.search(before) and _TO_AMOUNT.match(text, span.end)
            return TextItem("date", span, date=words) if is_year else None
        is_english = self._language is None or self._language.is_english
        counted = _COUNTED.match(text, span.end) and not (is_english and _ONE_AFTER.match(text, span.end))
        if not _YEAR_BEFORE.search(before) and counted:
            return None
        return TextItem("date", span, date=words)


def whole_quantity(text: str, span: Span, units: Units, language: Language | None) -> tuple[Span, Quantity | None]:
    """The whole of a number of a text, with its scale word and unit; digits inside a word with the whole word.

    Also the quantity, if all of it can be read.
    """
    before = _WORD_BEFORE.search(text, max(span.start - 20, 0), span.start)
    alone = language is not None and language.is_english and before and before[1].lower() not in _OPENING
    start, found = (None if alone else reaching(text, span.start, units, language or language_of(ENGLISH))) or (
        span.start,
        quantities.read_at(text, span.start, units, language=language),
    )
    end = max(found.end if found else 0, span.end)
    first, last = start, end
    while start > 0 and _goes_on(text[start - 1]):
        start -= 1
    while end < len(text) and _goes_on(text[end]):
        end += 1
    return Span(start, end), found if (first, last) == (start, end) else None


def _goes_on(character: str) -> bool:
    """Whether a character beside a number is part of its word: a letter or digit of a script that spaces words."""
    return character.isalnum() and not is_unspaced(character)
