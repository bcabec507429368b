"""A written quantity: number, unit and rate together, its hedge, and the interval that all of it covers."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.word_patterns import HYPHEN, first_word
from tui.numbers import ranges
from tui.numbers.multiples import read_multiple
from tui.numbers.number import Number, Range, negative, with_decimals
from tui.numbers.number_words import percents
from tui.numbers.read_number import read_one
from tui.numbers.signs import read_sign
from tui.numbers.spelled import beginnings
from tui.quantity import unlisted
from tui.quantity.amounts import scaled_by_prefix, without_cents
from tui.quantity.interval import Interval, Value
from tui.quantity.rate import Rate
from tui.quantity.rate_abbreviations import read_abbreviated
from tui.quantity.rates import RateReader
from tui.quantity.unit import Unit, Units
from tui.quantity.width import width
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_FROM_BELOW = frozenset(
    (
        *("près de", "près du", "près des", "près d'", "près d’"),
        *"nearly almost fast beinahe nahezu annähernd presque quasiment casi quasi quase bijna почти майже".split(),
        *"近 将近 將近 几乎 幾乎".split(),
    )
)
"""Hedges after which the value is not the printed number, but a little less."""


class QuantityError(ValueError):
    """Words that are not a quantity; the message says why and what to do."""


class RateError(QuantityError):
    """A number that is printed with another rate than its measure has."""


@dataclass(frozen=True)
class Quantity:
    """A number or range as written, with the unit and rate that its words name (None where they name none)."""

    number: Number | Range
    unit: Unit | None
    per: Rate | None
    end: int

    @property
    def least(self) -> Number:
        """The number, or the lower end of the range."""
        return self.number.low if isinstance(self.number, Range) else self.number

    @property
    def greatest(self) -> Number:
        """The number, or the upper end of the range."""
        return self.number.high if isinstance(self.number, Range) else self.number

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something that is not measured: two-thirds, 1 in 8."""
        return self.unit is None and (self.least.share or self.greatest.share)

    @property
    def is_ordinal(self) -> bool:
        """Whether it is a rank: fifth, 21st."""
        return isinstance(self.number, Number) and self.number.ordinal

    def moved(self, by: int) -> "Quantity":
        """The same quantity so many characters further on in a text."""
        return replace(self, number=self.number.moved(by), end=self.end + by)


def read_at(
    text: str, start: int, units: Units, wanted: Unit | None = None, language: Language | None = None
) -> Quantity | None:
    """The quantity that begins at `start` of a text, as far as it reaches; None if none begins there.

    `wanted` is the unit that a value is needed in: a letter that is written for a unit of its kind is that unit and
    not a scale word (1.8m in metres). `language` is the text's language, English if it is None.
    """
    reader = _QuantityReader(text, units, wanted, language or language_of(ENGLISH))
    if wanted and wanted.is_multiple and (multiple := read_multiple(text, start, reader.language)):
        return Quantity(multiple, wanted, None, multiple.end)
    return reader.quantity(start)


class _End(NamedTuple):
    """One number with its unit: a quantity, or an end of a range."""

    number: Number
    unit: Unit | None
    end: int


class _QuantityReader:
    """Reads quantities in one text."""

    def __init__(self, text: str, units: Units, wanted: Unit | None, language: Language) -> None:
        self.text, self.units, self.wanted, self.language = text, units, wanted, language

    def quantity(self, start: int) -> Quantity | None:
        """The quantity that begins at `start`."""
        if self.text[start : start + 1].isalpha() and not self._opens(start):
            return None
        opened = ranges.between(self.text, start, self.language)
        if opened is not None:
            # In “between one hundred and two hundred”, the first “and” may be part of the number.
            return self._range(self._end(opened), True) or self._range(self._end(opened, joined=False), True)
        first = self._end(start)
        if first is None:
            return None
        if joined := self._range(first, False) or self._tolerance(first):
            return joined
        whole = self._with_smaller(first)
        return self._with_rate(whole.end, whole.number, whole.unit)

    def _opens(self, start: int) -> bool:
        """Whether a quantity can begin with the word at `start`: in English, most words open none."""
        word = first_word(self.text, start)
        return not self.language.is_english or word in _openings(self.language) or word in self.units.openings

    def _end(self, start: int, joined: bool = True) -> _End | None:
        """The number at `start` with its sign, and the unit printed before or after it."""
        text, sign = self.text, read_sign(self.text, start, self.language)
        start = sign.end if sign else start
        currency = self.units.read_sign(text, start)
        if currency:
            inner = read_sign(text, currency[1], self.language)
            if inner and sign:
                return None
            sign, start = sign or inner, inner.end if inner else currency[1]
        letters = self.units.scale_letters(self.wanted, currency is not None)
        number = read_one(text, start, self.language, letters, joined)
        if number is None:
            return None
        if not currency:
            number = (
                self._scaled_by_letter(start, number)
                or scaled_by_prefix(text, number, self.units, self.language)
                or number
            )
        if sign and sign.negative:
            number = negative(number)
        number = without_cents(text, number, self.units, currency is not None)
        if currency:
            return _End(number, currency[0], number.end)
        if written := self._unit(number):
            return _End(replace(number, share=False), *written)
        # “Half-hearted” is a word.
        part_of_word = number.share and _JOINED_WORD.match(text, number.end)
        return None if part_of_word else _End(number, None, number.end)

    def _scaled_by_letter(self, start: int, number: Number) -> Number | None:
        """A number whose letter could be its unit, if a unit of that kind follows: 48m tons, 5m metres."""
        letter = self.text[number.end : number.end + 1]
        if self.wanted is None or not letter.isalpha() or (scaled := read_one(self.text, start, self.language)) is None:
            return None
        unit = self.units.read(self.text, scaled.end, self.wanted) if scaled.end == number.end + 1 else None
        return scaled if unit and unit[0].kind == self.wanted.kind else None

    def _unit(self, number: Number) -> tuple[Unit, int] | None:
        """The unit after a number; “of” and “a” may come between."""
        end = number.end
        if written := self.units.read(self.text, end, self.wanted) or self._percent(end) or self._per_mille(end):
            return None if self._is_of_next(number, written[1]) else written
        if rated := read_abbreviated(self.text, end, self.units):
            return rated
        link = _PART_OF if number.share else _of(self.language)
        between = link.match(self.text, number.end) if number.share or number.scaled else None
        return self.units.read(self.text, between.end(), self.wanted) if between else None

    def _is_of_next(self, number: Number, end: int) -> bool:
        """Whether the sign after a number is that of the next one: in 2017 US$ 2.63 billion, four $5 tickets."""
        text = self.text
        start = number.end + 1
        if not text[number.end : start].isspace() or not (sign := self.units.read_sign(text, start)) or sign[1] < end:
            return False
        touches_next = text[end : end + 1].isdigit()
        # In “45 EUR 20”, nothing tells which number the sign belongs to, unless the first is a year.
        return touches_next or (_is_year(text[max(number.end - 5, 0) : number.end]) and not number.scaled)

    def _percent(self, end: int) -> tuple[Unit, int] | None:
        """The catalog's percent, written in the text's language; so that it need not list pour cent and Prozent."""
        word = percents(self.language).match(self.text, end)
        unit = self.units.percent if word else None
        return (unit, word.end()) if word and unit else None

    def _per_mille(self, end: int) -> tuple[Unit, int] | None:
        """Per mille, where percent is wanted and the catalog has no unit for it."""
        wanted, sign = self.wanted, _PER_MILLE.match(self.text, end)
        if wanted is None or wanted.in_one is None or sign is None:
            return None
        factor = wanted.factor * wanted.in_one / 1000
        return Unit("per mille", "per mille", base=wanted.kind, factor=factor), sign.end()

    def _range(self, first: _End | None, opened: bool) -> Quantity | None:
        """The range that a number begins; None where it begins none."""
        mark = ranges.range_mark(self.text, first.end, self.language, opened) if first else None
        second = self._end(mark.end) if mark else None
        if first is None or mark is None or second is None or not _share_unit(first, second):
            return None
        # “Twenty-thirty” may be a year.
        spelled = self.text[mark.end - 2].isalpha() and not first.number.scaled
        if mark.dash and spelled and first.number.end == mark.end - 1:
            return None
        joined = ranges.range_of(first.number, second.number, first.number.end == first.end, mark.dash)
        return self._with_rate(second.end, joined, second.unit or first.unit) if joined else None

    def _tolerance(self, first: _End) -> Quantity | None:
        mark = ranges.tolerance_mark(self.text, first.end)
        second = self._end(mark) if mark is not None else None
        if second is None or not _share_unit(first, second):
            return None
        joined = ranges.tolerance_of(first.number, second.number, first.number.end == first.end)
        return self._with_rate(second.end, joined, second.unit or first.unit) if joined else None

    def _with_smaller(self, first: _End) -> _End:
        """A quantity with what follows it in a smaller unit: 2 hours 15 minutes, 5 feet 6 inches."""
        joined = _SMALLER.match(self.text, first.end) if first.unit and first.number.value % 1 == 0 else None
        second = self._end(joined.end()) if joined else None
        if joined is None or second is None or first.unit is None or second.unit is None or second.number.ordinal:
            return first
        many = first.unit.size / second.unit.size
        if abs(many - round(many)) < _ALMOST_WHOLE:
            many = Decimal(round(many))
        smaller = first.unit.kind == second.unit.kind and 0 <= second.number.value < many
        # “2 tons and 500 kg” may be two quantities; “2 hours and 15 minutes” are one.
        if not smaller or (joined[1] and many not in _SPOKEN_TOGETHER):
            return first
        sign = -1 if first.number.value < 0 else 1
        value = first.number.value + sign * second.number.value / many
        number = Number(value, value, second.number.step / many, second.end)
        return _End(number, first.unit, second.end)

    def _with_rate(self, end: int, number: Number | Range, unit: Unit | None) -> Quantity:
        if unit and unit.per:
            return Quantity(number, unit, unit.per, end)
        rate = RateReader(self.text, self.units, self.language).read(end)
        return Quantity(number, unit, *rate) if rate else Quantity(number, unit, None, end)


@cache
def _openings(language: Language) -> frozenset[str]:
    return beginnings(language) | frozenset(map(first_word, (*language.between, *language.minus)))


_PART_OF = in_any_case(rf"(?:\s{{1,8}}|{HYPHEN})(?:of\s+)?(?:an?|one)(?=\s|{HYPHEN})")
_JOINED_WORD = lazy_pattern(rf"{HYPHEN}[^\W\d_]")


@cache
def _of(language: Language) -> re.Pattern[str]:
    """What comes between a scale word and the unit in some languages: millions de tonnes."""
    return lazy_pattern(language.pattern("of"))


_MARKED = lazy_pattern(r"\D{0,4}\d+([.,])\d+(?![\d.,])")
_SMALLER = in_any_case(r"(,\s+|,?\s+and\s+)|\s{0,3}(?=\d)|\s+(?=[^\W\d_])")
_PER_MILLE = in_any_case(r"\s?(?:‰|per\s?mille?(?![^\W_]))")
_SPOKEN_TOGETHER = frozenset(map(Decimal, (7, 12, 24, 60, 100, 1440, 3600)))
_ALMOST_WHOLE = Decimal("1e-9")
_TOLD_TO = Decimal("0.05")


def _is_year(text: str) -> bool:
    return re.fullmatch(r"(?:^|[^\w.,])(?:1[5-9]|20)\d\d", text) is not None


def _share_unit(first: _End, second: _End) -> bool:
    """Whether two ends have one unit, printed at either or at both: $5-$6 billion, 5% to 10%, 3 to 5 tons."""
    if first.unit is None or second.unit is not None:
        return first.unit is None or first.unit == second.unit
    return first.number.end == first.end


def parse(words: str, units: Units, wanted: Unit | None = None, language: Language | None = None) -> Quantity:
    """The quantity that the whole of `words` is; further arguments as in `read_at`.

    Raises QuantityError if they are not one.
    """
    quantity = read_at(words, 0, units, wanted, language)
    if quantity is None:
        reason = _foreign_mark(words, language or language_of(ENGLISH)) or unlisted.before(words, wanted)
        raise QuantityError(f"“{words}” does not begin with a number; {reason}")
    rest = words[quantity.end :]
    if quantity.is_ordinal and rest.startswith(("-", "‐", "‑")):
        return replace(quantity, end=len(words))
    if rest.strip() and quantity.unit and words[quantity.end].isspace():
        raise QuantityError(f"“{rest.strip()}” after the unit {unlisted.smaller(rest)}")
    if rest.strip():
        what = unlisted.advice(rest, wanted)
        raise QuantityError(f"“{rest.strip()}” after the number is not a unit of the catalog{what}")
    return quantity


def _foreign_mark(words: str, language: Language) -> str | None:
    """Why digits with a mark between them are not a number in a language; None where another reason holds."""
    marked = _MARKED.match(words)
    if marked is None or marked[1] in language.decimal:
        return None
    mark = "comma" if marked[1] == "," else "point"
    if marked[1] in language.grouping:
        return f"a {mark} separates groups of three digits in its language (“{language.tag}”) and is not a decimal mark"
    return f"a {mark} is neither a decimal mark nor a separator of thousands in its language (“{language.tag}”)"


def value_of(
    quantity: Quantity, modifier: str, unit: Unit, decimals: int | None = None, hedge: str | None = None
) -> Value:
    """The value and width of a quantity, in `unit`.

    The width is that of `tui.quantity.width`, and after "nearly" (the hedge) only the part below; the ends of a range
    are as printed.
    Raises QuantityError where the quantity's unit is of another kind.
    """
    written = quantity.unit or unit
    if written.kind != unit.kind:
        if rated := _with_rate(quantity, unit):
            return value_of(rated, modifier, unit, decimals, hedge)
        raise QuantityError(f"{written.name} cannot be read as {unit.name}")
    if unit.difference:
        written = written.of_differences
    by, over = _rate_factor(quantity, unit)

    def convert(value: Decimal) -> Decimal:
        return written.convert(value, unit) * by / over

    def step_of(step: Decimal) -> Decimal:
        return written.of_differences.convert(step, unit.of_differences) * by / over

    number = _in_unit(quantity, unit)
    if isinstance(number, Range):
        ends = Interval(number.low.value, number.high.value, True, True)
        return Value("range", None, ends.converted(convert), step_of(min(number.low.step, number.high.step)))
    step = number.step
    if decimals is not None:
        number = with_decimals(number, decimals)
    covered = width(number, modifier, unit, decimals is not None)
    if modifier == "≈" and (hedge or "").lower() in _FROM_BELOW:
        covered = Interval(number.value, covered.high) if number.value < 0 else Interval(covered.low, number.value)
    return Value(modifier, convert(number.value), covered.converted(convert), step_of(min(step, number.step)))


def _with_rate(quantity: Quantity, unit: Unit) -> Quantity | None:
    """A quantity in the unit that its own and its rate are together, if that is of the kind of `unit`: L/m²."""
    own, per = quantity.unit, quantity.per
    rated = unlisted.with_rate(own, per) if own and per else None
    return replace(quantity, unit=rated, per=None) if rated and rated.kind == unit.kind else None


def _rate_factor(quantity: Quantity, unit: Unit) -> tuple[Decimal, Decimal]:
    """What a value is multiplied and divided by for the rate of a unit. A number without a rate is read as that rate.

    Raises RateError where the rate that is printed is another one, or there should be none.
    """
    printed = quantity.per
    if printed is None or (unit.per and printed.name == unit.per.name):
        return Decimal(1), Decimal(1)
    if unit.per is None:
        raise RateError(
            f"the number is printed as a rate, {printed.in_words}, and its measure is none; "
            f"use a measure with “per: {printed.name}”"
        )
    if factor := printed.factor_to(unit.per):
        return factor
    raise RateError(
        f"the number is printed {printed.in_words}, and its measure is {unit.per.in_words}; these do not convert; "
        f"use a measure with “per: {printed.name}”"
    )


def _in_unit(quantity: Quantity, unit: Unit) -> Number | Range:
    """The number of a quantity; of a share without a unit, how many of `unit` it is: two-thirds in percent.

    Raises QuantityError where that makes no sense.
    """
    number = quantity.number
    if not quantity.is_share:
        return number
    if unit.exact or (unit.in_one is None and unit.written):
        raise QuantityError(f"a fraction without a unit is a share, and {unit.name} is none; leave it out")
    by = unit.in_one or Decimal(1)
    # A share is told to a fifth of its part, and to a twentieth of the whole at most: half is 47.5 to 52.5 percent.
    shares = [
        replace(end, value=end.value * by, mantissa=end.mantissa * by, step=min(end.step / 5, _TOLD_TO) * by)
        if end.share
        else end
        for end in (quantity.least, quantity.greatest)
    ]
    return shares[0] if isinstance(number, Number) else Range(shares[0], shares[1], number.end)
