"""Numbers in Chinese characters, as Chinese and Japanese write them: 三千五百万, 二〇一九, 三点五亿, 壹佰.

A number is read from all characters that can belong to it, or not at all.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache

from tui.languages.language import Language
from tui.languages.lexicon import SCALE_CHARACTERS
from tui.numbers.number import FractionPart, Number, trailing_step
from tui.numbers.numerals import read_digits
from tui.text.lazy_pattern import lazy_pattern

_VAGUE = frozenset("几数多余幾數餘来來")
"""Characters that leave a digit open: 十几万, 数百."""

_PARTS = ("分之", "分の", "割", "成", "折", "倍")
_PART = lazy_pattern(r"\s?分\s?[之の]\s?")
_ADDED = lazy_pattern("又|と|また")
# Not in 2割引 (a discount) and 5成员 (members).
_TENTHS = lazy_pattern(r"割(?![引れりる合半])|成(?=\Z|[^\w]|[的左以为是在])")
_LONGEST = 60


class _HanTable:
    def __init__(self, language: Language) -> None:
        single = {form: value for form, value in language.cardinals.items() if len(form) == 1}
        self.digits = {form: value for form, value in single.items() if value < 10}
        self.units = {form: Decimal(value) for form, value in single.items() if value >= 10}
        """Ten, a hundred and a thousand."""
        self.scales = {form: by for form, by in language.scales.items() if len(form) == 1 and by >= 10_000}
        """Ten thousand and more."""
        self.points = frozenset(language.points)
        self.known = self.points.union(self.digits, self.units, self.scales)


_table = cache(_HanTable)


def read_han(text: str, start: int, language: Language) -> Number | None:
    """The number in Chinese characters that begins at `start`; None if none does, or it cannot be read whole."""
    table = _table(language)
    end = start
    while end < len(text) and text[end] in table.known and end - start <= _LONGEST:
        end += 1
    # A point between two sentences or names does not belong to the number.
    while end > start and text[end - 1] in table.points:
        end -= 1
    written = text[start:end]
    following = text[end : end + 1]
    if not written or end - start > _LONGEST or text.startswith(_PARTS, end):
        return None
    if following and (following in _VAGUE or following in SCALE_CHARACTERS or following.isdecimal()):
        return None
    if not any(character in table.digits or character in table.units for character in written):
        return None
    # “一” is also a word: a, whole, once.
    if written in ("一", "零", "〇"):
        return None
    return _read(written, table, end, chinese=language.code == "zh")


def read_part(text: str, start: int, language: Language) -> FractionPart | None:
    """The fraction that begins at `start` and where it ends: 三分之一, 100分の2, 三割; None if none does."""
    if tenths := _tenths(text, start, language):
        return tenths
    whole = _end(text, start, language)
    mark = _PART.match(text, whole[1]) if whole else None
    part = _end(text, mark.end(), language) if mark else None
    if whole is None or part is None or whole[0] == 0 or text.startswith(tuple(SCALE_CHARACTERS), part[1]):
        return None
    return FractionPart(Fraction(part[0]) / Fraction(whole[0]), part[1])


def added_part(text: str, end: int, language: Language) -> FractionPart | None:
    """The fraction that is added to a number that ends at `end`, and where it ends: 又三分之一, と2分の1."""
    joined = _ADDED.match(text, end)
    # What is added to 一百万 is not part of a million.
    return read_part(text, joined.end(), language) if joined and text[end - 1] not in _table(language).scales else None


def _tenths(text: str, start: int, language: Language) -> FractionPart | None:
    """Tenths, by which both languages count shares: 三割, 九成."""
    many = _end(text, start, language)
    tenths = _TENTHS.match(text, many[1]) if many else None
    return FractionPart(Fraction(many[0]) / 10, tenths.end()) if many and tenths and 0 < many[0] <= 10 else None


def _end(text: str, start: int, language: Language) -> tuple[Decimal, int] | None:
    """A number of a fraction, in digits or characters, and where it ends."""
    if text[start : start + 1].isdecimal():
        digits = read_digits(text, start, language)
        return (digits.value, digits.end) if digits and not digits.powered else None
    table = _table(language)
    end = start
    while end < len(text) and end - start <= _LONGEST and text[end] in table.known:
        end += 1
    written = text[start:end].rstrip("".join(table.points))
    value = _read(written, table, start + len(written), language.code == "zh") if written else None
    return (value.value, value.end) if value else None


def _read(written: str, table: _HanTable, end: int, chinese: bool) -> Number | None:
    body, by = _without_scale(written, table)
    point = next((i for i, character in enumerate(body) if character in table.points), None)
    if point is None:
        return _read_whole(written, table, end, chinese)
    whole, decimals = _whole(body[:point], table, chinese), _digits(body[point + 1 :], table)
    # In 两千三点一, 三 may be three or three hundred.
    if whole is None or not decimals or whole != _whole(body[:point], table, False):
        return None
    return _scaled(whole + Decimal(f"0.{decimals}"), Decimal(1).scaleb(-len(decimals)), by, end)


def _read_whole(written: str, table: _HanTable, end: int, chinese: bool) -> Number | None:
    value = _whole(written, table, chinese)
    if value is None:
        return None
    # The scale at the end belongs to all that comes before it in 三千五百万, but not in 一亿三千万.
    body, by = _without_scale(written, table)
    counted = _below(body, table) if by > 1 else None
    if counted is not None and counted * by == value:
        return _scaled(counted, Decimal(1), by, end)
    unit = table.scales.get(written[-1]) or table.units.get(written[-1])
    return Number(value=value, mantissa=value, step=unit or trailing_step(value), end=end, scaled=by > 1)


def _scaled(mantissa: Decimal, step: Decimal, by: Decimal, end: int) -> Number:
    factors = (by,) if by > 1 else ()
    return Number(value=mantissa * by, mantissa=mantissa, step=step * by, end=end, scaled=by > 1, factors=factors)


def _without_scale(written: str, table: _HanTable) -> tuple[str, Decimal]:
    """A number without the scale characters at its end, and what they multiply by: 万亿 by 10¹²."""
    by = Decimal(1)
    while len(written) > 1 and written[-1] in table.scales:
        by *= table.scales[written[-1]]
        written = written[:-1]
    return written, by


def _is_row(written: str, table: _HanTable) -> bool:
    return all(character in table.digits for character in written)


def _digits(written: str, table: _HanTable) -> str | None:
    """A row of digits; None where there is something else in it."""
    return "".join(str(table.digits[character]) for character in written) if _is_row(written, table) else None


def _whole(written: str, table: _HanTable, chinese: bool) -> Decimal | None:
    """The whole number that characters say; None where they say none."""
    if _is_row(written, table):
        # “七八” is seven or eight.
        return Decimal(_digits(written, table) or 0) if len(written) != 2 or "〇" in written else None
    total, section, last = Decimal(0), "", Decimal("Infinity")
    for i, character in enumerate(written):
        by = table.scales.get(character)
        if by is None:
            section += character
            continue
        if not section and i > 0 and written[i - 1] in table.scales:
            # 万亿: the second multiplies what the first has counted.
            total, last = total * by, by * last
            continue
        counted = _below(section, table)
        if counted is None or counted == 0 or by == last:
            return None
        if by > last:
            # A larger scale counts all that comes before it: 一万五千亿.
            total = (total + counted) * by
        else:
            total += counted * by
        last, section = by, ""
    if not section:
        return total
    rest = _below(section, table)
    if rest is None or rest >= last:
        return None
    if chinese and len(section) == 1 and total and section in table.digits:
        # 一万三 is 13,000; with a gap it is 一万零三.
        rest *= last / 10
    elif chinese and len(section) > 2 and section[-1] in table.digits and section[-2] in table.units:
        rest += _shortened(section, table)
    elif chinese and len(section) == 2 and section[0] in table.units and table.units[section[0]] > 10:
        return None
    return total + rest


def _shortened(section: str, table: _HanTable) -> Decimal:
    """What a last digit after a hundred or a thousand counts in Chinese beyond itself: 三百五 is 350."""
    unit = table.units[section[-2]]
    return table.digits[section[-1]] * (unit / 10 - 1) if unit > 10 else Decimal(0)


def _below(section: str, table: _HanTable) -> Decimal | None:
    """A number below ten thousand: 三千五百二十, 十二, 千; None where the characters say none."""
    if _is_row(section, table):
        stripped = section.lstrip("零〇")
        return Decimal(table.digits[stripped]) if len(stripped) == 1 else None
    total, digit, last = Decimal(0), None, Decimal(100_000)
    for character in section:
        unit = table.units.get(character)
        if unit is None:
            value = table.digits.get(character)
            if value is None or (digit is not None and digit != 0):
                return None
            digit = value
            continue
        if unit >= last:
            return None
        # 一千零十: the gap comes before a unit without a digit.
        total += (digit or 1) * unit
        digit, last = None, unit
    return total + (digit or 0)
