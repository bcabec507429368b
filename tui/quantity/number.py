"""Numbers as English prose writes them: digits, number words, ordinals, scale words, ranges.

3.8 million    2,500–3,000    0.64    seven    fifth    twenty-five    44m    21 mln    half a million    2½
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.quantity.words import CARDINALS, HALF, MULTIPLIERS, NUMBER_WORDS, ORDINALS, SCALE_POWERS

SCALES: dict[str, Decimal] = {word: Decimal(10) ** power for word, power in SCALE_POWERS.items()}
"""What each scale word and letter multiplies by."""

_MULTIPLIERS = SCALES | {word: Decimal(by) for word, by in MULTIPLIERS.items()}

SCALE_LETTERS = "kmb"
"""Letters that are scale words where they touch the digits: 44m."""

MULTIPLIER_WORDS = frozenset(_MULTIPLIERS.keys() - set(SCALE_LETTERS))
"""Words that multiply the number before them: million, hundred, dozen."""

_HALF = Decimal("0.5")

MAX_DIGITS = 24
"""A longer row of digits is an address or a checksum, and no number; up to here arithmetic is exact."""

# White space as a thousands mark: a plain, no-break, thin or narrow space before exactly three digits. Rows of digits
# and of words are bounded, so that a long one is not read again from each of its parts to its end.
_SPACE = r"[ \u00a0\u2009\u202f]"
_DIGITS = rf"(?!0)\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,7}}(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+){{0,9}}(?![.,]?\d)|(?<!\d)\.\d+"
_HYPHEN = "[-‐‑]"
_SCALE_WORD = "|".join(sorted(MULTIPLIER_WORDS, key=len, reverse=True))
_SCALE = re.compile(rf"(?:(?:\s*{_HYPHEN})?\s*({_SCALE_WORD})|([kmb]))(?![^\W_])", re.IGNORECASE)
_WORD = "(?:" + "|".join(sorted(NUMBER_WORDS - SCALES.keys() - {HALF}, key=len, reverse=True)) + ")"
_WORDS = (
    rf"(?:an?\s+(?=hundred\b|dozen\b))?{_WORD}"
    rf"(?:(?:{_HYPHEN}|\s+|(?<=hundred)\s+and\s+(?!{_WORD}(?:{_HYPHEN}|\s+)hundred\b)){_WORD}){{0,5}}"
    r"|a(?=\s+(?:thousand|million|billion|trillion)\b)"
    rf"|(?:a\s+)?{HALF}(?:\s+a)?(?=(?:{_HYPHEN}|\s+)(?:{_SCALE_WORD})(?![^\W_]))"
)
_AND_A_HALF = re.compile(
    rf"\s?½|(?:{_HYPHEN}|\s+)and(?:{_HYPHEN}|\s+)a(?:{_HYPHEN}|\s+){HALF}(?![^\W_]|\s+of\b)", re.IGNORECASE
)

_NUMBER = re.compile(
    rf"""
    (?P<sign>[-−+]|(?:minus|negative)\s+)?
    (?:(?P<digits>{_DIGITS})(?:(?P<ordinal>st|nd|rd|th)(?![^\W_]))?|(?P<words>{_WORDS})(?![^\W_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE = re.compile(rf"\s+(?={_WORD}(?![^\W_]))", re.IGNORECASE)
# "8- to 16-ton" and "8-to-16-ton" are ranges too.
_RANGE_MARK = re.compile(rf"\s*(?:{_HYPHEN}to{_HYPHEN}|(?:{_HYPHEN}\s*)?\bto\b|[-‐‑‒–—−])\s*", re.IGNORECASE)
_BETWEEN, _AND = re.compile(r"between\s+", re.IGNORECASE), re.compile(r"\s*\band\b\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """One printed number. `step` is a unit of its last significant digit; `mantissa` leaves the scale out."""

    value: Decimal
    mantissa: Decimal
    step: Decimal
    end: int
    """Where in the text that was read the number ends."""
    scaled: bool = False
    ordinal: bool = False
    lends: tuple[Decimal, ...] = ()
    """What its last words multiply by, and may multiply the number before it by: 3–5 million, two to three hundred."""


@dataclass(frozen=True)
class Range:
    """Two numbers joined by a dash, by "to", or by "between" and "and"."""

    low: Number
    high: Number

    @property
    def end(self) -> int:
        """Where in the text that was read the range ends."""
        return self.high.end


def between(text: str, start: int) -> int | None:
    """Where the first number of a range begins that "between" at `start` opens; None where it does not stand there."""
    opened = _BETWEEN.match(text, start)
    return opened.end() if opened else None


def range_mark(text: str, start: int, opened: bool = False) -> int | None:
    """Where the second number of a range begins, if a dash or "to" at `start` joins one to the first.

    Where "between" has opened the range, "and" joins it. A sign in front of the second number makes it no range.
    """
    mark = (_AND if opened else _RANGE_MARK).match(text, start)
    return mark.end() if mark and text[mark.end() : mark.end() + 1] not in tuple("-−+") else None


def range_of(first: Number, second: Number, touching: bool) -> Range | None:
    """The range of two joined numbers; None if they are not one, since they do not rise.

    `touching` says that the first has no unit of its own, so that the second one's scale word may hold for both.
    """
    if first.ordinal or second.ordinal:
        return None
    alone = first.scaled or not touching
    # Not so in "500,000 to 1 million" and "fifty to two hundred", which would fall.
    lows = [] if alone else [_times(first, by) for by in second.lends]
    if alone or not second.scaled or first.value >= 1000:
        lows.append(first)
    return next((Range(low, second) for low in lows if low.value < second.value), None)


def with_decimals(number: Number, decimals: int) -> Number:
    """The number with its last significant digit set by hand: `decimals` digits after the printed point."""
    scale = number.value / number.mantissa if number.mantissa else Decimal(1)
    return replace(number, step=Decimal(1).scaleb(-decimals) * scale)


def read_one(text: str, start: int, letters: str = SCALE_LETTERS, below: Decimal | None = None) -> Number | None:
    """The number that begins at `start`; with a scale word less than `below`, if that is given."""
    match = _NUMBER.match(text, start)
    if not match:
        return None
    counted = _from_digits(match["digits"]) if match["digits"] else _from_words(match["words"])
    if counted is None:
        return None
    mantissa, step = counted
    last = re.split(r"\W", match[0].lower())[-1]
    ordinal = match["ordinal"] is not None or last in ORDINALS
    lends = (_MULTIPLIERS[last],) if last in MULTIPLIERS else ()
    end = match.end()
    # Behind a year or a decimal fraction, "and a half" begins something else.
    if step == 1 and mantissa < 100 and not ordinal and (half := _AND_A_HALF.match(text, end)):
        mantissa, step, end = mantissa + _HALF, _HALF, half.end()
    if match["sign"] and match["sign"] != "+":
        mantissa = -mantissa
    number = Number(mantissa, mantissa, step, end, ordinal=ordinal, lends=lends)
    scale = _SCALE.match(text, end)
    if scale is None or (scale[2] and scale[2].lower() not in letters):
        return _without_trailing_zeros(number)
    by = _MULTIPLIERS[(scale[1] or scale[2]).lower()]
    if below is not None and by >= below:
        return None
    number = replace(_times(number, by), end=scale.end())
    return _with_hundreds(number, by, text) if match["words"] else number


def _with_hundreds(number: Number, scale: Decimal, text: str) -> Number:
    """The number with the hundreds that may follow its scale word: two thousand five hundred."""
    begin = _MORE.match(text, number.end)
    more = read_one(text, begin.end(), below=scale) if begin else None
    # "Two million one year ago" names two numbers.
    if more is None or more.ordinal or not 100 <= more.value < scale:
        return number
    value = number.value + more.value
    return Number(value, value, more.step, more.end, scaled=True)


def _times(number: Number, scale: Decimal) -> Number:
    # A scale word makes trailing zeros significant: 110 million is counted in millions.
    step = min(number.step, Decimal(1)) * scale
    lends = (*(scale * by for by in number.lends), scale)
    return replace(number, value=number.mantissa * scale, step=step, scaled=True, lends=lends)


def _without_trailing_zeros(number: Number) -> Number:
    if number.step < 1 or number.mantissa == 0 or number.ordinal:
        return number
    step = Decimal(1)
    while number.mantissa % (step * 10) == 0:
        step *= 10
    return replace(number, step=step)


def _from_digits(digits: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of digits with marks; None where they make no one number (1,2,34), or one without end."""
    if sum(map(str.isdigit, digits)) > MAX_DIGITS:
        return None
    plain = re.sub(_SPACE, "", digits)
    if "," in plain and "." in plain:
        whole, point = ("," if plain.rindex(",") < plain.rindex(".") else "."), plain.rindex(".")
        if whole == ".":
            return None
        groups, fraction = plain[:point], plain[point + 1 :]
    elif plain.count(".") > 1:
        groups, fraction = plain.replace(".", ","), ""
    else:
        groups, _, fraction = plain.partition(".")
    if "," in groups and not re.fullmatch(r"(?!0)\d{1,3}(?:,\d{3})+", groups):
        return None
    return Decimal(f"{groups.replace(',', '')}.{fraction}"), Decimal(1).scaleb(-len(fraction))


def _from_words(words: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of number words; None where they make no number (two three)."""
    parts = [part for part in re.split(rf"(?:{_HYPHEN}|\s)+", words.lower()) if part not in ("and", "a", "an")]
    if not parts:
        return Decimal(1), Decimal(1)
    if parts == [HALF]:
        return _HALF, _HALF
    total, last, ordinal = 0, 0, False
    for word in parts:
        if ordinal or (word in MULTIPLIERS and total >= 100):
            return None
        if word in MULTIPLIERS:
            total, last = (total or 1) * MULTIPLIERS[word], 100
            continue
        ordinal = word in ORDINALS
        value = ORDINALS[word] if ordinal else CARDINALS[word]
        if total and (last < 20 or (value >= 20 and last < 100)):
            return None
        total, last = total + value, value
    return Decimal(total), Decimal(1)
