"""What belongs to a number beside it in other languages than English, so that it is never taken without that.

Months, ranks, shares, the rest of a fraction, another number that is added. As in `context`, in doubt a pattern holds.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache

from tui.languages.language import Language
from tui.languages.lexicon import CURRENCY_CODES, CURRENCY_WORDS, UNIT_WORDS
from tui.languages.word_patterns import WORD_END, any_of, ends_word
from tui.numbers.number import Number
from tui.numbers.signs import ends_hedge
from tui.printed.beside import number_beside
from tui.printed.clock import is_clock_time
from tui.printed.in_text import QuantityInText
from tui.quantity.quantity import Quantity, read_at
from tui.quantity.unit import Units
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_REACH, _RULE_REACH = 40, 60
"""Characters before a number in which what belongs to it begins."""

_DAY = lazy_pattern(r"\d{1,2}\.?|(?:1[5-9]|20)\d\d")
_WORD = lazy_pattern(r"\s+([^\W\d_]+)")
_PRINTED_PART = r"(?:[1-9]/[2-9](?![\d/]|[.,]\d)|[½⅓⅔¼¾])"
_LINK = r"(?:\s+d[ei]\s+|\s+d['’]|\s{0,3})"
_LINKED = in_any_case(r"\s+(?:d[ei]\s+|d['’])([^\W\d_]+)")
"""What comes between a scale word and its unit in Romance languages: millions de tonnes."""


_NEW = ("nov", "nuev", "nuov", "nouv")
"""Names of currencies that begin with “new” do not begin with their noun."""


def foreign_part(found: QuantityInText) -> str | None:
    """Why a number in another language than English is not all that its text says; None if it is."""
    patterns = _patterns(found.language)
    return (
        number_beside(found)
        or _signed_or_dated(found, patterns)
        or _by_rule(found)
        or _before_weekday(found)
        or (_left_without_unit(found, patterns) if found.quantity.unit is None else None)
        or _cut_short(found, patterns)
        or _added(found, patterns)
    )


def _signed_or_dated(found: QuantityInText, patterns: "_ForeignPatterns") -> str | None:
    """A sign or a whole number and a point before a number, the month of a day, or what makes a time of day of it."""
    written = found.written
    if whole := found.before(patterns.before_decimals, _REACH):
        return f"“{whole[0].strip()}” before “{written}” belongs to it, and these are its decimals; leave it out"
    sign = found.before(patterns.minus, _REACH)
    if sign and not ends_hedge(found.text, found.start, found.language):
        return f"“{sign[0].strip()}” before “{written}” is its sign; give it with the number"
    if _DAY.fullmatch(written) and found.quantity.unit is None:
        month = found.after(patterns.month) or found.before(patterns.before_month, _REACH)
        if month:
            return f"“{month[0].strip()}” beside “{written}” belongs to it, part of a date; leave it out"
    return f"“{written}” is a time of day; leave it out" if is_clock_time(found) else None


def _left_without_unit(found: QuantityInText, patterns: "_ForeignPatterns") -> str | None:
    """What follows a number without a unit and may be its scale word, its unit or its whole."""
    written, wanted = found.written, found.wanted
    if percentage := found.after(patterns.percentage):
        return f"“{percentage[0].strip()}” follows “{written}”; give it with the number, or leave it out"
    if currency := found.after(patterns.currency):
        return f"“{currency[0].strip()}” follows “{written}”, a currency; give it with the number, or leave it out"
    linked = found.after(_LINKED) if wanted and not wanted.exact else None
    if linked and linked[1].casefold() in found.language.units | UNIT_WORDS:
        return (
            f"“{linked[0].strip()}” follows “{written}”, and no unit of the catalog is written so; add it to the unit"
        )
    share = found.after(patterns.share) or found.before(patterns.before_share, _REACH)
    if share and not found.quantity.is_ordinal:
        return f"“{share[0].strip()}” beside “{written}” makes a share of it; give it whole or leave it out"
    return None


def _cut_short(found: QuantityInText, patterns: "_ForeignPatterns") -> str | None:
    rest = found.after(patterns.part)
    if rest is None:
        return None
    return (
        f"the number is cut short: “{rest[0].strip()}” may belong to “{found.written}”; give it whole or leave it out"
    )


CONDITIONS: Mapping[str, Callable[[Quantity], bool]] = {
    "any": lambda quantity: True,
    "bare": lambda quantity: quantity.unit is None,
    "money": lambda quantity: quantity.unit is not None and quantity.unit.id in CURRENCY_CODES,
    "tens": lambda quantity: quantity.unit is None and quantity.least.value in range(20, 100, 10),
}
"""What a rule can ask of a quantity."""


def _by_rule(found: QuantityInText) -> str | None:
    """What a number may be by the rules of its language for what is beside it; None if none of them holds."""
    for rule in found.language.neighbours:
        before, after = found.before(rule.before, _RULE_REACH), found.after(rule.after)
        around = before and after and rule.at.match(found.text, found.start) and rule.words.fullmatch(found.written)
        if before and after and around and CONDITIONS[rule.condition](found.quantity):
            beside = f"{before[0]} {after[0]}".strip()
            return f"“{found.written}” may be {rule.meaning}{f', beside “{beside}”' if beside else ''}; leave it out"
    return None


def _before_weekday(found: QuantityInText) -> str | None:
    """A day of the week after a number of days, which makes one day of them."""
    weekday = found.after(_WORD) if found.quantity.unit and found.quantity.unit.id == "day" else None
    if weekday is None or weekday[1] not in found.language.weekdays:
        return None
    return f"“{weekday[1]}” follows “{found.written}” and makes a day of its unit; leave it out"


def _added(found: QuantityInText, patterns: "_ForeignPatterns") -> str | None:
    """A smaller number that “and” adds: 2 millones y 300 mil."""
    number, joined = found.quantity.number, found.after(patterns.joined)
    if not isinstance(number, Number) or not number.scaled or found.quantity.unit or joined is None:
        return None
    more = read_at(found.text, joined.end(), Units(()), language=found.language)
    if more is None or not isinstance(more.number, Number) or not Decimal(0) < more.number.value < number.step:
        return None
    rest = found.text[found.end : more.end]
    words = f"“{rest.strip()}” may belong to “{found.written}”"
    return f"the number is cut short: {words}; give it whole or leave it out"


class _ForeignPatterns:
    def __init__(self, language: Language) -> None:
        months, shares, parts = any_of(language.months), any_of(language.shares), any_of(language.fractions)
        end = WORD_END if any(ends_word(form) for form in language.months) else ""
        counted = any_of([*language.cardinals, *language.articles])
        points = any_of(filter(ends_word, language.points))
        joins = any_of({*language.joins, *language.conjunction})
        part = rf"(?:(?:{counted}|\d)\s+)?(?:{parts}){WORD_END}|{_PRINTED_PART}"
        added = rf"(?:\s+[^\W\d_]+)?(?:\s+|-)(?:{joins})(?:\s+|-)(?:{part})"
        begin = r"(?<![^\W_])" if any(map(ends_word, language.minus)) else ""
        currencies = {*language.currencies, *map(str.casefold, CURRENCY_WORDS)}
        noun = 0 if "nouns_first" in language.traits else -1
        nouns = any_of(name.split()[noun] for name in language.currencies if " " in name and not name.startswith(_NEW))
        spaced = any_of(form for form in currencies if ends_word(form))
        touching = any_of([form for form in currencies if not ends_word(form) or not form[-1].isalpha()])
        self.minus = in_any_case(rf"{begin}(?:{any_of(language.minus)})\s{{0,3}}\Z")
        self.month = in_any_case(rf"\.?\s{{0,3}}(?:d[eu]\s+)?(?:{months}){end}")
        self.before_month = in_any_case(rf"(?<![^\W_])(?:{months})\s{{1,3}}(?:d[eu]\s+)?\Z")
        self.share = in_any_case(rf"\s+(?:[^\W\d_]+\s+)?(?:{shares})\s+(?:\d+|{counted}){WORD_END}")
        self.before_share = in_any_case(rf"(?<![^\W_])(?:\d+|{counted})\s+(?:[^\W\d_]+\s+)?(?:{shares})\s+\Z")
        self.currency = in_any_case(
            rf"{_LINK}(?:(?:[^\W\d_]+[-\s])??(?:{spaced})|(?:{nouns})){WORD_END}|\s?(?:{touching})"
        )
        self.percentage = in_any_case(rf"\s{{0,3}}(?:{any_of(language.percents)})\w*")
        self.joined = in_any_case(rf"\s+(?:{joins})\s*(?=\d|[^\W\d_])")
        self.before_decimals = in_any_case(rf"(?<![^\W_])(?:\d{{1,9}}|{counted})\s{{1,3}}(?:{points})\s{{1,3}}\Z")
        self.part = in_any_case(rf"{added}|(?:\s+|-)(?:{parts}){WORD_END}")


_patterns = cache(_ForeignPatterns)
