"""Numbers beside each other that are one: ranges, alternatives, lists with one unit, sums in two units."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tui.languages.language import Language
from tui.languages.lexicon import CURRENCY_SIGNS, PRINTED_CURRENCY
from tui.languages.word_patterns import any_of
from tui.numbers.number import Number, Range
from tui.numbers.words import SCALE_POWERS
from tui.printed.context import APPROXIMATELY, BETWEEN, CARDINAL, NUMBER_WORD, REACH, WORD_END, YEAR
from tui.printed.direction_words import changed
from tui.printed.false_ranges import (
    FROM,
    GAME,
    RANGED_FROM,
    currency_start,
    is_change_and_result,
    not_a_range,
    thousands_shared,
)
from tui.printed.in_text import QuantityInText
from tui.printed.joins import adds, between_patterns, joins, leads_to, opens_range
from tui.quantity.quantity import Quantity, read_at
from tui.quantity.unit import Unit, Units
from tui.text.fold import UNSPACED
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_HAN = "零〇一二三四五六七八九十百千万萬亿億两兩"
_TOKEN = lazy_pattern(rf"(?<![\w.,])(?=[\w.{CURRENCY_SIGNS}−-])|(?<=[{UNSPACED}])(?:(?=\d)|(?<![{_HAN}])(?=[{_HAN}]))")

_IN_YEAR = in_any_case(r"\b(?:in|since|by|from|during|until|through|after|before|of|year)\s+\Z")
# The five years to 2004, 24 hours to 9am.
_TIME = in_any_case(rf"{YEAR.pattern}(?![\w%])|\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.?m|noon|midnight)(?![^\W_])")
_BETWEEN = in_any_case(rf"{BETWEEN}{PRINTED_CURRENCY}?\Z")
_AND_NUMBER = in_any_case(
    rf"[^.;:\n]{{0,40}}?\band\s+{APPROXIMATELY}(?:{PRINTED_CURRENCY}?(?:\d|{NUMBER_WORD}{WORD_END})|(?:an?\s+)?(?:half|third|quarter)\b)"
)
_LONG_TIMES = ("decade", "yr", "quarter", "month")
_SHORT_TIMES = ("wk", "day", "h", "min", "sec")
_SHORT_FORMS = {"min": ("m",), "sec": ("s",), "inch": ("in",)}
"""Forms that are units of other kinds, or words, but after a larger unit: 7h 20m, 5ft 6in."""

_MORE = in_any_case(
    rf"\s+(?:and\s+)?(?=\d{{1,3}}(?:[,.\u00a0\u202f ]\d{{3}})*(?![\d.,]?\d)|{NUMBER_WORD}(?![^\W_]|-[^\W\d_]))"
)
_SCALE_BEFORE = in_any_case(rf"\b({any_of(SCALE_POWERS)}|hundred)\s+(?:and\s+)?\Z")
_COMMA_AFTER = in_any_case(
    rf",\s+{NUMBER_WORD}(?:[\s-]+(?:and\s+)?{NUMBER_WORD}){{0,4}}[\s-]+(?:hundred|thousand|million|billion){WORD_END}"
)
_COMMA_BEFORE = in_any_case(rf"\b{NUMBER_WORD}\s+(?:thousand|million|billion|trillion),\s+\Z")
_CARDINAL_BEFORE = in_any_case(rf"(?<![^\W_]){CARDINAL}\s\Z")
_CARDINAL_AFTER = in_any_case(rf"\s{CARDINAL}(?![^\W_]|-(?!{CARDINAL})[^\W\d_])")
_HUNDRED = Decimal(100)

_LONGEST_LIST = 50
"""Numbers in a list that are looked at for a scale word or unit at its end."""


def joined_to_another(found: QuantityInText) -> str | None:
    """Why the words of a quantity are only one of the numbers that make up another; None if they are all of it."""
    return (
        _begun(found)
        or _cut_off(found)
        or _shared(found)
        or _smaller_unit(found)
        or _added(found)
        or not_a_range(found)
        or thousands_shared(found)
    )


def reaching(text: str, start: int, units: Units, language: Language) -> tuple[int, Quantity] | None:
    """A number that begins before `start` and reaches beyond it, and where: 12 500, 4 to 5 million, between 4 and 5."""
    for begin, whole in _numbers_before(text, start, units, language):
        if whole.end > start and not _names_two(text, begin, language, whole):
            return begin, whole
    return None


def _numbers_before(text: str, start: int, units: Units, language: Language) -> Iterator[tuple[int, Quantity]]:
    """The numbers that begin shortly before a place in the same paragraph, and where."""
    paragraph = text.rfind("\n\n", max(start - REACH, 0), start) + 1
    for token in _TOKEN.finditer(text, max(start - REACH, paragraph), start):
        if (whole := read_at(text, token.start(), units, language=language)) is not None:
            yield token.start(), whole


def _names_two(text: str, start: int, language: Language, whole: Quantity | None = None) -> bool:
    """Whether two numbers that "to" joins are not a range: rose from 4 to 5 million, down $4 million to $50 million.

    `whole` is what was read from both, if it was.
    """
    if whole and isinstance(whole.number, Number):
        return False
    if whole and is_change_and_result(text, start, whole, language):
        return True
    start = currency_start(text, start)
    before = max(start - REACH, 0)
    if opens_range(language).search(text, before, start):
        return changed(language).search(text, before, start) is not None
    if FROM.search(text, before, start):
        # “Won by 21 to 7” is a score.
        return not (RANGED_FROM.search(text, before, start) or GAME.search(text, before, start))
    return YEAR.match(text, start) is not None and _IN_YEAR.search(text, max(start - 20, 0), start) is not None


def _begun(found: QuantityInText) -> str | None:
    """A number before the words that reaches into them, or whose range they end."""
    text, (begin, end), written, language = found.text, found.span, found.written, found.language
    for start, whole in _numbers_before(text, begin, found.units, language):
        if isinstance(whole.number, Range) and whole.end > begin:
            if not _names_two(text, start, language, whole):
                return f"“{written}” is the end of a range; give the whole range: “{text[start : max(whole.end, end)]}”"
        elif whole.end > begin:
            given = text[start : max(whole.end, end)]
            return f"the number is cut short: it begins with “{text[start:begin]}”; give “{given}”"
        elif adds(language).fullmatch(text, whole.end, begin) and _adds_to(found.quantity, whole):
            return f"“{text[start:end]}” is one quantity; “{written}” is only its end; leave it out"
        elif _one_unit(whole, found.quantity):
            between = text[whole.end : begin]
            is_range = leads_to(language).fullmatch(between) and not _names_two(text, start, language)
            joined = joins(language).fullmatch(between)
            if is_range or (joined and _are_alternatives(joined, whole, found.quantity, shared=True)):
                return f"“{text[start:end]}” is a range; “{written}” is only one end of it"
    return None


def _one_unit(first: Quantity, second: Quantity) -> bool:
    """Whether two numbers beside each other can have the same unit.

    A percentage is printed with that of each end, or of the last one: rose 4.2% to 856.
    """
    if first.unit and first.unit.in_one and second.unit is None:
        return False
    return first.unit is None or second.unit is None or first.unit == second.unit


def _are_alternatives(joined: re.Match[str], first: Quantity, second: Quantity, shared: bool = False) -> bool:
    """Whether “or” makes two numbers one that is not known exactly: two or three; if `shared`, two or three hundred."""
    if not (joined["or"] or joined["if"]) or joined[0].startswith(","):
        return False
    low, high = first.number, second.number
    if isinstance(low, Range) or isinstance(high, Range) or low.ordinal != high.ordinal:
        return False
    highs = [high.mantissa, *(high.value / by for by in high.factors if shared)]
    if low.value < 1000 <= high.value and not high.scaled:
        # The thousands may hold for both: three or 4,000.
        highs += [high.value / 1000, high.value / 1_000_000]
    return any(low.mantissa < each <= 2 * low.mantissa for each in highs)


def _cut_off(found: QuantityInText) -> str | None:
    """A scale word, a unit, or the other end of a range that follows the words."""
    text, (start, end), quantity = found.text, found.span, found.quantity
    whole = read_at(text, start, found.units, found.wanted, found.language)
    if whole is None or whole.end <= end:
        return _range_begun(found)
    # A rate after the unit is read by itself, and compared with that of the measure.
    rate = found.rates.read(end)
    if quantity.is_ordinal or (rate and rate.end == whole.end):
        return None
    # From 12 to 45: the first of two numbers, unless it lacks the scale word or unit that the second one has for both.
    two = _names_two(text, start, found.language, whole)
    if two and whole.least.value == quantity.least.value and (quantity.unit or whole.unit is None):
        return None
    rest = text[end : whole.end]
    # The point of an abbreviation may also end the sentence: 5 млн.
    following = text[whole.end : whole.end + 10].lstrip()
    if rest == "." and (not following or following[0].isupper()):
        return None
    return f"the number is cut short: “{rest}” follows it; give the whole “{found.written}{rest}”"


def _range_begun(found: QuantityInText) -> str | None:
    """A range of which the words are the lower end, told in a way that is not read: 300 to about 400, 2 or 3."""
    first, text, language = found.quantity.number, found.text, found.language
    if isinstance(first, Range):
        return None
    between = found.before(_BETWEEN, REACH)
    if (between and found.after(_AND_NUMBER)) or _ends_between(found):
        return f"“{found.written}” begins a range with “between”; give the whole range"
    to = found.after(leads_to(language))
    joined = to or found.after(joins(language))
    after = read_at(text, joined.end(), found.units, language=language) if joined else None
    if joined is None or after is None or not _one_unit(found.quantity, after):
        return None
    if found.quantity.unit and _TIME.match(text, joined.end()):
        return None
    # What does not rise is a score or odds: 312 to 187.
    is_range = to and not first.ordinal and not _names_two(text, found.start, language)
    if is_range or (not to and _are_alternatives(joined, found.quantity, after)):
        both = text[found.start : after.end]
        return f"“{both}” is a range or a ratio; “{found.written}” is only part of it"
    return None


def _ends_between(found: QuantityInText) -> bool:
    """Whether a number is an end of a range in another language that is not read: zwischen 4 Ohm und 32 Ohm."""
    patterns = between_patterns(found.language)
    if patterns is None:
        return False
    first = found.before(patterns.opened, REACH) and found.after(patterns.goes_on)
    return bool(first or found.before(patterns.second, REACH))


def _shared(found: QuantityInText) -> str | None:
    """A scale word or unit of a later number that holds for this one too: 4 or 5 million; 5, 6 and 7 kg."""
    text, (start, end), first = found.text, found.span, found.quantity.number
    if isinstance(first, Range) or first.ordinal:
        return None
    year = YEAR.fullmatch(text, start, end)
    if year and found.before(_IN_YEAR, 20):
        return None
    last = _last_joined(text, end, first, found.units, found.language)
    if last is None or isinstance(last.number, Range) or last.number.ordinal:
        return None
    second, unit = last.number, last.unit
    scaled = second.factors and (second.scaled or first.value * second.factors[0] < second.value)
    if scaled and not first.scaled and _one_unit(found.quantity, last):
        shared = "scale word"
    elif found.quantity.unit is None and unit and _holds_for_both(unit, found, year is not None or first.scaled):
        shared = "unit"
    else:
        return None
    return f"the {shared} in “{text[start : last.end]}” holds for “{found.written}” too; leave it out"


def _holds_for_both(unit: Unit, found: QuantityInText, is_apart: bool) -> bool:
    """Whether the unit after a list is one of shares, or another one of the kind that a value is needed in.

    A year or a number with a scale word (`is_apart`) is no share: 4.6 million, or 32.3%.
    """
    wanted = found.wanted
    return (unit.in_one is not None and not is_apart) or (
        wanted is not None and unit.id != wanted.id and unit.kind == wanted.kind
    )


def _last_joined(text: str, end: int, first: Number, units: Units, language: Language) -> Quantity | None:
    """The number that ends a list which goes on after its first at `end`: the 7 kg of “, 6 and 7 kg”.

    “five, six million” is a list without “and” if its numbers are near each other.
    """
    last = None
    for _ in range(_LONGEST_LIST):
        joined = joins(language).match(text, end)
        number = read_at(text, joined.end(), units, language=language) if joined else None
        if joined is None or number is None:
            break
        if not joined["comma"]:
            return number
        last, end = number, number.end
    return last if last and isinstance(last.number, Number) and _is_next(first, last.number) else None


def _is_next(first: Number, second: Number) -> bool:
    return first.mantissa < second.mantissa <= 2 * first.mantissa


def _smaller_unit(found: QuantityInText) -> str | None:
    """A second number in a smaller unit of the same kind, of the catalog or built in: 2 hours 15 minutes."""
    first, text, end = found.quantity.unit, found.text, found.end
    joined = found.after(adds(found.language)) if first else None
    if first is None or joined is None:
        return None
    after = read_at(text, joined.end(), found.units, language=found.language)
    if after is None:
        return None
    if _adds_to(after, found.quantity):
        return f"the number is cut short: “{text[end : after.end]}” follows it, in a smaller unit; leave it out"
    return _unlisted(text, Span(end, joined.end()), first, found.language)


def _unlisted(text: str, joint: Span, first: Unit, language: Language) -> str | None:
    """A number after a joint that is added to one in a built-in unit, in a smaller unit that the catalog has not."""
    from tui.quantity.builtin import base_of

    smaller = _smaller_units(first.id, language.code)
    largest = max(smaller.by_id.values(), key=lambda unit: unit.size, default=None)
    after = read_at(text, joint.end, smaller, largest, language)
    if after is None or after.unit is None or isinstance(after.number, Range):
        return None
    if _is_all_of(after.number.value, base_of(after.unit.id), base_of(first.id)):
        return None
    rest, id = text[joint.start : after.end], after.unit.id
    short = [form for form in _SHORT_FORMS.get(id, ()) if rest.removesuffix(form).rstrip()[-1:].isdecimal()]
    entry = f"{{id: {id}, written: [{short[0]}]}}" if short else id
    return (
        f"the number is cut short: “{rest}” follows it, in a smaller unit; list `{entry}` in `units`, and give it whole"
    )


@cache
def _smaller_units(id: str, code: str) -> Units:
    """The built-in units that may follow a built-in one, with the short forms that they have only there."""
    from tui.quantity.builtin import base_of, builtin_ids, builtin_units

    if id not in builtin_ids():
        return Units(())
    smaller = [each for each in builtin_ids() if _is_smaller(base_of(each), base_of(id))]
    found = builtin_units(smaller, [code])
    return Units(replace(unit, written=(*unit.written, *_SHORT_FORMS.get(unit.id, ()))) for unit in found)


def _adds_to(second: Quantity, first: Quantity) -> bool:
    if first.unit is None or second.unit is None or not _is_smaller(second.unit, first.unit):
        return False
    return not _is_all_of(second.least.value, second.unit, first.unit)


def _is_all_of(value: Decimal, smaller: Unit, larger: Unit) -> bool:
    """Whether a value is one of the larger unit or more, and so no part of it: 20 miles, 32 km."""
    return smaller.kind == larger.kind and value * smaller.size >= larger.size


def _is_smaller(second: Unit, first: Unit) -> bool:
    if first.kind != second.kind:
        # Years and days do not convert; “17 years and 166 days” are one time nevertheless.
        return first.id in _LONG_TIMES and second.id in _SHORT_TIMES
    return second.size < first.size


def _added(found: QuantityInText) -> str | None:
    """A number that is added to the one in the words, or it to that: two thousand and nineteen, 2 thousand 500."""
    first, written, unit = found.quantity.number, found.written, found.quantity.unit
    if isinstance(first, Range) or first.ordinal:
        return None
    before = found.before(_SCALE_BEFORE, 30)
    if before and first.value < Decimal(10) ** SCALE_POWERS.get(before[1].lower(), 2):
        return f"“{before[0]}{written}” is one number; give it whole or leave it out"
    comma = found.after(_COMMA_AFTER) if written[-1].isalpha() and first.scaled and not unit else None
    if comma or (written[0].isalpha() and found.before(_COMMA_BEFORE, 60)):
        return f"“{written}” may be part of a number that goes on at a comma; give it whole or leave it out"
    if written[-1].isalpha() and found.after(_CARDINAL_AFTER) and not unit:
        return f"more of the number follows “{written}”; give it whole or leave it out"
    if written[0].isalpha() and found.before(_CARDINAL_BEFORE, 30):
        return f"the number begins before “{written}”; give it whole or leave it out"
    joined = found.after(_MORE) if (first.factors or first.scaled) and not unit else None
    if joined is None:
        return None
    more = read_at(found.text, joined.end(), Units(()))
    # What cannot be read after "and" may belong to the number as well.
    if more and (
        isinstance(more.number, Range) or not 0 < more.number.value < max(first.step, *first.factors, _HUNDRED)
    ):
        return None
    rest = found.text[found.end : more.end if more else joined.end() + 10]
    return f"the number is cut short: “{rest}” may belong to “{written}”; leave it out"
