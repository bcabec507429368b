"""What belongs to a number beside it in other languages than English, so that it is never taken without that.

Months, ranks, shares, the rest of a fraction, another number that is added. As in `context`, in doubt a pattern holds.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.quantity.beside import number_beside
from tui.quantity.clock import is_clock_time
from tui.quantity.in_text import QuantityInText
from tui.quantity.language import Language
from tui.quantity.lexicon import CURRENCY_CODES, CURRENCY_WORDS, UNIT_WORDS
from tui.quantity.number import Number
from tui.quantity.quantity import read_at
from tui.quantity.signs import ends_hedge
from tui.quantity.spellings import all_spellings
from tui.quantity.unit import Units
from tui.quantity.word_patterns import WORD_END, any_of, ends_word
from tui.text.lazy_pattern import lazy_pattern

_REACH = 40
_DAY = lazy_pattern(r"\d{1,2}\.?|(?:1[5-9]|20)\d\d")
_DECADE = lazy_pattern(r"(?<![^\W_])(?:(?:anni|años|années|anos|jaren)\s+['’‘]?|(?:Jahren?|годы|годов)\s+['’‘])\Z")
_HAN_HALF = lazy_pattern(
    r"(?:[かカヶヵケ]月|个|個|年|時間|小时|小時|天|日|週間|周|倍)?半(?![島岛导導分数數径徑年期身球夜世])|代(?![表理替金価价])"
)
"""A half that is added after a unit, and the tens of an age: 1か月半, 40代."""

_HAN_YEAR = lazy_pattern(r"\s?年(?![間间])")
_HAN_YEARS = lazy_pattern(r"(?:1\d|20)(?!00)\d\d\s?年[間间]\Z")
"""The last year of a period: 1402年至1405年间. A round number may be a number of years."""

_HAN_RANK = lazy_pattern(
    r"世[紀纪]?(?![界帯代])|\s?年度|\s?年代|\d?[^\W\d_]{1,4}目(?![指的標标])|番(?!組)|着(?![の物用陸])|(?<=[05])后(?![来的面])|[号號位](?![置線称称]|人)"
)
"""What makes a rank, a century, a year or a generation of the number before it: 20世紀, 2例目, 21年度, 90后."""

_HAN_TELEPHONE = lazy_pattern(r"(?:电话|電話|手机|手機|微信|热线|QQ)[^\d。]{0,5}\Z")
_HAN_MOBILE = lazy_pattern(r"1[3-9]\d{9}")
_HAN_SCORE = lazy_pattern(r"\s?[対对比]\s?\d|[^\W\d_]{1,2}か\d")
_HAN_SCORE_BEFORE = lazy_pattern(r"\d\s?[対对比]\s?\Z|\d[^\W\d_]{1,2}か\Z")
_HAN_SHARE = lazy_pattern(r"([^\W\d_]{1,2})に\s?[\d一]{1,3}\s?\1")
_HAN_SHARE_BEFORE = lazy_pattern(r"\d\s?(?:人|世帯|社|件|校|戸|組|台)に\s?\Z")
"""One of two numbers that make a share: 4人に1人."""

_HAN_REST = lazy_pattern(r"[尺米块塊元斤寸丈]\d")
"""More of a number after a unit in one character: 2尺5."""

_NAMED_YEAR = lazy_pattern(r"(?:1\d|20)\d\d\s(?:год(?:[ауеы]|ом)?|г\.|р[оі]к(?:у|ом)?|році|р\.)(?![^\W_])")
"""A year with the word for it in the singular; 1,279 years would have the plural: до 1279 года."""

_DAY_OR_HOUR = lazy_pattern(r"(?<![^\W_])(?:d[ií]a|giorno|halb|half|пів|пол)\s\Z", re.IGNORECASE)
_SINGULAR = lazy_pattern(r"\s(?:минут[еу]|секунд[еу]|часу|годин[іу]|хвилин[іу])(?![^\W_])")
"""Units in the singular after a number that does not end in one: на 90 минуте."""

_LESS = lazy_pattern(r"(?:menos|meno|moins)\s", re.IGNORECASE)
_THAN = lazy_pattern(r"[^.;:]{0,40}?\b(?:que|qu['’]|rispetto|di\s+quell)", re.IGNORECASE)
"""What makes a comparison of “less” before a number: menos 1,2 milhões do que no ano anterior."""

_ONE_TO = lazy_pattern(
    r"(?<![^\W_])(?:une?\s(?:à|ou)|eine?[rmn]?\s(?:bis|oder)|un[ao]?\s[ao]|uma?\s(?:a|ou)|een\s(?:tot|à|of)|од(?:ин|на)\s(?:до|или|или|чи|або))\s\Z",
    re.IGNORECASE,
)
"""One that is printed as an article, before the other end of a range: un à deux."""

_CENTURY = lazy_pattern(r"(?:القرن|century|siglo|século|secolo)\s\Z")
_ERA = lazy_pattern(r"(?:令和|平成|昭和|大正|明治|民[国國]|公元|西暦)\s?\Z")
_WINDS = lazy_pattern(
    r"\s+(?:di|a|da|fino|con|che|oltre|tra|fra|molto|fort[ie]|debol[ie]|moderat[ie]|intens[ie]|superiori|gelidi|freddi|caldi"
    r"|occidentali|orientali|settentrionali|meridionali|e)(?![^\W_])|\s*[^\w\s]"
)
_WORD = lazy_pattern(r"\s+([^\W\d_]+)")
_HINDI_PARTS = "साढ़े सवा पौने डेढ़ ढाई आधा".split()
_HINDI_NUMBERS = "एक दो तीन चार पांच पाँच छह छः सात आठ नौ दस बारह पंद्रह बीस तीस चालीस पचास साठ सौ".split()
_CHANGES_NUMBER = lazy_pattern(
    rf"(?:{any_of(all_spellings(_HINDI_PARTS))})\s{{1,4}}\Z|(?:{any_of(all_spellings(_HINDI_NUMBERS))})"
    r"\s{1,4}(?:से|या|-)\s{1,4}\Z"
)
"""Hindi words that belong to the number after them: साढ़े तीन is three and a half, तीन से 4 three to four."""

_ARABIC_PART = lazy_pattern(r"\s{1,4}و(?:ال)?(?:نصف|ربع|ثلث|ثلثي|ثلاثة\s+أرباع)")
_LETTER = lazy_pattern(r"\s{0,3}[kKMGBbTt](?![^\W_])")
_POINTS = (
    r"(?:points?\s+de\s+(?:pourcentage|%)|puntos?\s+porcentual\w*|pontos?\s+percentua\w*|punt[oi]\s+percentual\w*"
    r"|процентн\w+\s+пункт\w*|п\.\s?п\.|відсотков\w+\s+пункт\w*|[个個]百分[点點]|ポイント|प्रतिशत\s+अंक|نقاط?ة?\s+مئوية)"
)
"""Percentage points."""

_PRINTED_PART = r"(?:[1-9]/[2-9](?![\d/]|[.,]\d)|[½⅓⅔¼¾])"
_LINK = r"(?:\s+d[ei]\s+|\s+d['’]|\s{0,3})"
_LINKED = lazy_pattern(r"\s+(?:d[ei]\s+|d['’])([^\W\d_]+)", re.IGNORECASE)
"""What comes between a scale word and its unit in Romance languages: millions de tonnes."""


_NEW = ("nov", "nuev", "nuov", "nouv")
"""Names of currencies that begin with “new” do not begin with their noun."""


class _ForeignPatterns(NamedTuple):
    minus: re.Pattern[str]
    month: re.Pattern[str]
    before_month: re.Pattern[str]
    share: re.Pattern[str]
    before_share: re.Pattern[str]
    percentage: re.Pattern[str]
    currency: re.Pattern[str]
    joined: re.Pattern[str]
    part: re.Pattern[str]
    rank: re.Pattern[str]
    other_money: re.Pattern[str]


def foreign_part(found: QuantityInText) -> str | None:
    """Why a number in another language than English is not all that its text says; None if it is."""
    if found.text[: found.start].rstrip(" ")[-1:] == "第":
        return f"“第{found.written}” is a rank; leave it out"
    patterns = _patterns(found.language)
    return (
        number_beside(found)
        or _signed_or_dated(found, patterns)
        or _counted_otherwise(found)
        or _in_language(found)
        or (_left_without_unit(found, patterns) if found.quantity.unit is None else None)
        or _cut_short(found, patterns)
        or _added(found, patterns)
    )


def _signed_or_dated(found: QuantityInText, patterns: _ForeignPatterns) -> str | None:
    """A sign before a number, the month of a day, or what makes a time of day of it."""
    written = found.written
    sign = found.before(patterns.minus, _REACH)
    if sign and not ends_hedge(found.text, found.start, found.language):
        return f"“{sign[0].strip()}” before “{written}” is its sign; give it with the number"
    if _DAY.fullmatch(written) and found.quantity.unit is None:
        month = found.after(patterns.month) or found.before(patterns.before_month, _REACH)
        if month:
            return f"“{month[0].strip()}” beside “{written}” belongs to it, part of a date; leave it out"
    return f"“{written}” is a time of day; leave it out" if is_clock_time(found) else None


def _left_without_unit(found: QuantityInText, patterns: _ForeignPatterns) -> str | None:
    """What follows a number without a unit and may be its scale word, its unit or its whole."""
    written, wanted = found.written, found.wanted
    if written[-1].isdecimal() and (letter := found.after(_LETTER)):
        return f"“{letter[0].strip()}” after “{written}” may be a scale word; give it whole or leave it out"
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


def _cut_short(found: QuantityInText, patterns: _ForeignPatterns) -> str | None:
    rest = found.after(patterns.part)
    if rest is None:
        return None
    return (
        f"the number is cut short: “{rest[0].strip()}” may belong to “{found.written}”; give it whole or leave it out"
    )


def _counted_otherwise(found: QuantityInText) -> str | None:
    """Why a number is a rank, a day or a decade, or another word; None if it is none."""
    written, quantity, language = found.written, found.quantity, found.language
    patterns = _patterns(language)
    if re.fullmatch(r"\d{1,3}", written) and found.after(patterns.rank):
        return f"“{written}” is a rank, a day or a decade; give it whole or leave it out"
    tens = isinstance(quantity.number, Number) and quantity.number.value in range(20, 100, 10) and not quantity.unit
    if tens and found.before(_DECADE, _REACH):
        return f"“{written}” is a decade; leave it out"
    if _NAMED_YEAR.match(found.text, found.start) and not re.search(r"\d\D+\d", written):
        return f"“{written}” is a year; leave it out"
    if quantity.unit is None and (said := found.before(_DAY_OR_HOUR, _REACH)):
        return f"“{said[0].strip()}” before “{written}” makes a day or time of it; leave it out"
    if found.after(_SINGULAR) and not re.search(r"(?:\A|[^1])1\Z", written):
        return f"“{written}” is a rank: its unit is singular; leave it out"
    if _LESS.match(written) and (than := found.after(_THAN)):
        return f"“{than[0].strip()}” after “{written}” makes a difference of it; leave it out"
    if one := found.before(_ONE_TO, _REACH):
        return f"“{one[0].strip()}” before “{written}” makes a range of it; leave it out"
    if found.before(_CENTURY, _REACH):
        return f"“{written}” is a century; leave it out"
    is_money = quantity.unit and quantity.unit.id in CURRENCY_CODES
    if is_money and (money := found.after(patterns.other_money)):
        return f"“{money[0].strip()}” after “{written}” makes another currency of it; give it with the number"
    weekday = found.after(_WORD) if quantity.unit and quantity.unit.id == "day" else None
    if weekday and weekday[1] in language.weekdays:
        return f"“{weekday[1]}” follows “{written}” and makes a day of its unit; leave it out"
    return None


def _in_language(found: QuantityInText) -> str | None:
    """What changes a number in one language only."""
    written = found.written
    match found.language.code:
        case "zh" | "ja":
            if half := found.after(_HAN_HALF):
                return f"“{half[0]}” after “{written}” belongs to it; leave it out"
            if reason := _han_meaning(found):
                return f"“{written}” {reason}; leave it out"
        case "it":
            if written.casefold() == "venti" and found.after(_WINDS):
                return f"“{written}” may be winds; leave it out"
        case "hi":
            if changed := found.before(_CHANGES_NUMBER, _REACH):
                return f"“{changed[0].strip()}” before “{written}” belongs to it; leave it out"
        case "ar":
            if added := found.after(_ARABIC_PART):
                return f"“{added[0].strip()}” after “{written}” belongs to it; leave it out"
    return None


def _han_meaning(found: QuantityInText) -> str | None:
    """What a number in Chinese or Japanese is instead of a count, by the characters beside it; None if it is one.

    A number before 年 may be a year: 2019年, 98年, 令和5年; 12年 is a time of twelve years.
    """
    text, (start, end) = found.text, found.span
    if _HAN_MOBILE.fullmatch(text, start, end) or found.before(_HAN_TELEPHONE, 10):
        return "is a telephone number"
    if found.after(_HAN_RANK) or _HAN_YEARS.search(found.written):
        return "may be a rank or a year"
    if found.after(_HAN_SCORE) or found.before(_HAN_SCORE_BEFORE, 5):
        return "may be part of a score, or one of two numbers"
    if found.after(_HAN_SHARE) or found.before(_HAN_SHARE_BEFORE, 8):
        return "may be part of a share"
    if found.after(_HAN_REST) or _HAN_REST.match(text, end - 1) or _HAN_REST.match(text, start - 1):
        return "is one number with the digits at the other side of the unit"
    if not found.after(_HAN_YEAR):
        return None
    year = (
        found.before(_ERA, 3)
        or re.match(r"\s?年\s?[\d０-９]{1,2}\s?月", text[end : end + 7])
        or re.fullmatch(r"\d{3,4}|[4-9４-９]\d", found.written)
    )
    return "may be a year, and no number of years" if year else None


def _added(found: QuantityInText, patterns: _ForeignPatterns) -> str | None:
    """A smaller number that “and” adds: 2 millones y 300 mil."""
    number, joined = found.quantity.number, found.after(patterns.joined)
    if not isinstance(number, Number) or not number.scaled or found.quantity.unit or joined is None:
        return None
    more = read_at(found.text, joined.end(), Units(()), language=found.language)
    if more is None or not isinstance(more.number, Number) or not Decimal(0) < more.number.value < number.step:
        return None
    rest = found.text[found.end : more.end]
    words = f"“{rest[0].strip()}” may belong to “{found.written}”"
    return f"the number is cut short: {words}; give it whole or leave it out"


@cache
def _patterns(language: Language) -> _ForeignPatterns:
    months, shares, parts = any_of(language.months), any_of(language.shares), any_of(language.fractions)
    end = WORD_END if any(ends_word(form) for form in language.months) else ""
    counted = any_of([*language.cardinals, *language.articles])
    joins = any_of({*language.joins, *language.conjunction})
    part = rf"(?:(?:{counted}|\d)\s+)?(?:{parts}){WORD_END}|{_PRINTED_PART}"
    added = rf"(?:\s+[^\W\d_]+)?(?:\s+|-)(?:{joins})(?:\s+|-)(?:{part})"
    begin = r"(?<![^\W_])" if any(map(ends_word, language.minus)) else ""
    currencies = {*language.currencies, *map(str.casefold, CURRENCY_WORDS)}
    noun = 0 if "nouns_first" in language.traits else -1
    nouns = any_of(name.split()[noun] for name in language.currencies if " " in name and not name.startswith(_NEW))
    spaced = any_of(form for form in currencies if ends_word(form))
    touching = any_of([form for form in currencies if not ends_word(form) or not form[-1].isalpha()])
    return _ForeignPatterns(
        minus=_compiled(rf"{begin}(?:{any_of(language.minus)})\s{{0,3}}\Z"),
        month=_compiled(rf"\.?\s{{0,3}}(?:d[eu]\s+)?(?:{months}){end}"),
        before_month=_compiled(rf"(?<![^\W_])(?:{months})\s{{1,3}}(?:d[eu]\s+)?\Z"),
        share=_compiled(rf"\s+(?:[^\W\d_]+\s+)?(?:{shares})\s+(?:\d+|{counted}){WORD_END}"),
        before_share=_compiled(rf"(?<![^\W_])(?:\d+|{counted})\s+(?:[^\W\d_]+\s+)?(?:{shares})\s+\Z"),
        currency=_compiled(rf"{_LINK}(?:(?:[^\W\d_]+[-\s])??(?:{spaced})|(?:{nouns})){WORD_END}|\s?(?:{touching})"),
        percentage=_compiled(rf"\s{{0,3}}(?:{any_of(language.percents)})\w*|\s{{0,3}}{_POINTS}"),
        joined=_compiled(rf"\s+(?:{joins})\s*(?=\d|[^\W\d_])"),
        part=_compiled(rf"{added}|(?:\s+|-)(?:{parts}){WORD_END}"),
        rank=lazy_pattern(language.pattern("rank")),
        other_money=lazy_pattern(language.pattern("other_money")),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)
