"""The patterns of the forms in which a language prints dates."""

import re
from collections.abc import Iterator
from functools import cache

from tui.dates.forms import (
    HALF,
    QUARTER,
    ROMAN,
    SEASON,
    Ago,
    BeforeOurEra,
    Century,
    DateForm,
    Decade,
    InDigits,
    InHan,
    MonthAndYear,
    PartOfYear,
    ReadDate,
    RelativeDate,
    YearAndMonth,
    Years,
)
from tui.dates.words import GAP, DateWords, alternatives, words_of
from tui.languages.language import Language
from tui.languages.word_patterns import NEVER

DASH = r"[-‐‑–—]"
DIGITS = ""
"""Represents digits among the words that a form begins with."""

_YEAR = r"(?![3-9]|2[1-9])\d{4}(?!\d)"
_LETTERS = {"fr": ("T", "S"), "es": ("T", "S"), "it": ("T", "S"), "pt": ("T", "S"), "nl": ("K", "H")}
"""The letters of quarters and halves, besides Q and H."""
_ENDINGS, _ENDINGS_IN_CYRILLIC = "st nd rd th e ème er ᵉ º".split(), "го м й му те".split()
"""The letters that make an ordinal of the number of a century; a hyphen may come before some."""
_APART = r"(?<![\w/.\-])"
"""Before digits that are not part of an address, a code or a longer number."""
_NO_NUMBER = r"(?<!\d[.,:])(?<![$€£¥+])"
"""Before digits that are not part of a number or an amount of money."""


def read_forms(text: str, start: int, end: int, language: Language) -> Iterator[ReadDate]:
    """Every date that a form of the language reads in a stretch of a text; they may overlap, and be in any order."""
    tokens, openings = _openings(language)
    reached: dict[DateForm, int] = {}
    for token in tokens.finditer(text, start, end):
        at = token.start()
        for form in openings.get(DIGITS if token["digits"] else token[0].casefold(), ()):
            match = form.pattern.match(text, at, end) if at >= reached.get(form, 0) else None
            if match:
                reached[form] = match.end()
                if found := form.meaning(match):
                    yield found


@cache
def _openings(language: Language) -> tuple[re.Pattern[str], dict[str, list[DateForm]]]:
    """The words and digits of a text, and the forms that can begin with each: most of a text is not among them."""
    words = words_of(language)
    word = r"[^\W\d_]+" if words.spaced else r"[^\W\d_]"
    tokens = re.compile(rf"(?P<digits>{words.digit}+)|{word}|['’]")
    openings: dict[str, list[DateForm]] = {}
    for form in forms_of(language):
        first = (tokens.search(phrase.casefold()) for phrase in form.opens)
        opens = [DIGITS if token["digits"] else token[0] for token in first if token]
        for opening in dict.fromkeys([DIGITS] * form.digits + opens):
            openings.setdefault(opening, []).append(form)
    return tokens, openings


@cache
def forms_of(language: Language) -> tuple[DateForm, ...]:
    """The forms of a language."""
    words = words_of(language)
    return (
        *_in_digits(words),
        *_with_months(words),
        *_parts_of_year(words),
        _years(words),
        *_decades(words),
        *_centuries(words),
        RelativeDate(words),
        *(Ago(words, unit) for unit in words.keyed("ago")),
        _weekdays(words),
    )


def _in_digits(words: DateWords) -> Iterator[DateForm]:
    time = r"(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
    iso = r"(?P<one>\d{4})-(?P<two>\d{1,2})-(?P<three>\d{1,2})"
    yield InDigits(words, rf"{_APART}{iso}{time}(?![\w/\-]|\.\d)")
    marked = r"(?P<one>\d{1,4})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<three>\d{1,4})"
    yield InDigits(words, rf"{_APART}{marked}(?![\w/\-]|[.,]\d)")
    yield YearAndMonth(words, rf"{_APART}(?<!,)(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?![\w/\-]|[.,]\d)")
    yield MonthAndYear(words, rf"{_APART}(?P<month>0[1-9]|1[0-2]|[1-9])[/-](?P<year>{_YEAR})(?![\w/\-]|[.,]\d)")
    yield MonthAndYear(words, rf"{_APART}(?<!,)(?P<month>0[1-9])\.(?P<year>{_YEAR})(?![\w/\-]|[.,]\d)")
    if not words.spaced:
        to = r"\s?(?:[-–~〜～至到]|から)\s?"
        month = rf"(?P<month>\d{{1,2}})(?:{to}(?P<months>\d{{1,2}}))?\s?月(?:份|(?P<term>期))?"
        # 3月5日から7日間 is the week from then.
        day = rf"(?P<day>\d{{1,2}})\s?[日号號](?:{to}(?P<to>\d{{1,2}})\s?[日号號](?![間间内後后前以目]))?"
        yield InHan(words, rf"(?<!\d)(?:(?P<year>\d{{4}})\s?年\s?)?{month}(?:\s?{day})?")


def _with_months(words: DateWords) -> Iterator[DateForm]:
    """Days with the name of their month, and months."""
    before, after, code = words.before, words.after, words.language.code
    year = rf"(?P<year>{_YEAR}){words.year_marks}{words.ends}"
    of_year = rf"(?:(?:,?{GAP}{words.of}|-){year})"
    joins = rf"(?:\s?{DASH}\s?|/|{GAP}{words.any('to')}{GAP})"
    the = rf"(?:the{GAP})?" if code == "en" else ""
    day = rf"(?P<day>\d{{1,2}}){words.day_marks}(?:{joins}(?P<to>\d{{1,2}}){words.day_marks})?"
    weekdays, months = [*words.weekdays], [*words.months]
    pattern = rf"{before}{_NO_NUMBER}{words.weekday}{the}{day}(?:{GAP}{words.of}|-){words.month}{after}{of_year}?"
    yield DateForm(words, pattern, [*weekdays, "the"])
    yield DateForm(words, rf"{before}{words.month}{of_year}{after}", months, digits=False)
    yield DateForm(words, rf"{before}{words.weekday}{words.month}{after}", weekdays + months, digits=False)
    if code in ("en", "es"):
        later = rf"(?:,?{GAP}{words.of}{year})?"
        pattern = rf"{before}{words.weekday}{words.month}{GAP}{the}{day}{words.ends}{after}{later}{after}"
        yield DateForm(words, pattern, weekdays + months, digits=False)
    if code == "en":
        # 19. Mar 2025: the full name of a month, or May, may begin a sentence after a number.
        short = [form for form in words.month_forms if len(form) < 5 and form.lower() not in ("may", "june", "july")]
        month = rf"(?P<month>(?-i:{alternatives(short)}))\.?"
        pattern = rf"{before}{_NO_NUMBER}{words.weekday}(?P<day>\d{{1,2}})\.{GAP}{month}{of_year}{after}"
        yield DateForm(words, pattern, weekdays)


def _parts_of_year(words: DateWords) -> Iterator[DateForm]:
    """Quarters, halves and seasons, by letters and by words."""
    quarter, half = _LETTERS.get(words.language.code, ("", ""))
    gap = r"[\s-]{1,2}" if words.spaced else r"\s?"
    ordinals, seasons = words.numbered("ordinals"), words.numbered("seasons")
    word = rf"(?P<word>{alternatives(ordinals)})"
    for first, count, letters, key in ((QUARTER, 4, f"Q{quarter}", "quarter"), (HALF, 2, f"H{half}", "half")):
        opening = words.listed(f"{key}_before")
        for core, opens in (
            (rf"(?-i:[{letters}])(?P<number>[1-{count}])(?!\d)", letters),
            # Only Q needs no year after it: 2T may be something else.
            (rf"(?P<number>[1-{count}])(?-i:[{letters[0]}]|[{letters}](?=[\s/-](?:del?\s)?\d{{4}}))", ()),
            (rf"{word}{gap}{words.any(key)}", ordinals),
            (rf"{alternatives(opening)}{gap}{word}", opening),
        ):
            if NEVER not in core:
                yield PartOfYear(words, core, first, count, opens)
    yield PartOfYear(words, rf"(?P<word>{alternatives(seasons)})", SEASON, 4, seasons)


def _years(words: DateWords) -> DateForm:
    """Years alone, two years in short, and years of accounts."""
    fiscal = rf"(?:(?P<fiscal>{words.any('fiscal')})\s{{0,2}}(?:(?P<short>\d\d)(?!\d)|(?=\d{{4}})))?"
    two = r"(?:(?P<joined>\s?[–/]\s?|[-‐‑])(?P<last>\d\d)(?!\d))?"
    gap = GAP if words.spaced else ""
    marks = rf"(?:{words.year_marks}{gap}(?P<fiscal_after>{words.any('fiscal_after')})|{words.year_marks})"
    # Not the year of an address, nor the end of a telephone number.
    apart = rf"{_NO_NUMBER}(?<!\D/)(?<!\b\d\d\d-)"
    pattern = rf"{words.before}{apart}{fiscal}(?(short)|(?P<year>{_YEAR}){two}){marks}{words.ends}{words.after}"
    return Years(words, pattern, words.listed("fiscal"))


def _decades(words: DateWords) -> Iterator[DateForm]:
    """Decades by words before or after their first year."""
    before, after = words.before, words.after
    if words.keyed("decade_after"):
        century = r"(?:(?P<century>\d\d)\s?世[纪紀]\s?)?"
        following = words.any("decade_after")
        yield Decade(words, rf"{before}{century}['’]?(?P<decade>\d{{3}}0|[2-9]0){following}{after}", "'’")
    if opens := words.listed("decade"):
        pattern = rf"{before}{alternatives(opens)}{GAP}['’]?(?P<decade>\d{{3}}0|\d0)(?!\d){after}"
        yield Decade(words, pattern, opens, digits=False)


def _centuries(words: DateWords) -> Iterator[DateForm]:
    """Centuries by words beside their number, and years before our era."""
    before, after = words.before, words.after
    ordinals = [word for word, number in words.language.ordinals.items() if number <= 21]
    number = rf"(?P<number>\d{{1,2}}(?!\d)|(?-i:{alternatives(ROMAN)}(?![A-Z]))|{alternatives(ordinals)})"
    ending = rf"(?:\.|°|{alternatives(_ENDINGS)}|-?{alternatives(_ENDINGS_IN_CYRILLIC)})?"
    bc = rf"(?:{GAP}(?P<bc>{words.any('bc')}))?"
    if words.keyed("century_after"):
        pattern = rf"{before}{number}{ending}[\s-]{{1,2}}{words.any('century_after')}{bc}{after}"
        endings = ("", *_ENDINGS, *_ENDINGS_IN_CYRILLIC)
        opens = [number + ending for number in (*ordinals, *ROMAN) for ending in endings]
        yield Century(words, pattern, opens)
    if opens := words.listed("century"):
        yield Century(words, rf"{before}{alternatives(opens)}{GAP}{number}{bc}{after}", opens, digits=False)
    if words.keyed("bc"):
        marks = rf"(?:{GAP}?{words.any('year_marks')})?"
        yield BeforeOurEra(words, rf"{before}{_NO_NUMBER}\d{{1,5}}{marks}{GAP}{words.any('bc')}{after}")


def _weekdays(words: DateWords) -> DateForm:
    """Days of the week by their full names, where these mean nothing else: not sun and sat, nor segunda."""
    least, ordinals = 5 if words.spaced else 2, words.numbered("ordinals")
    full = [name for name in words.weekdays if len(name) >= least and name not in ordinals]
    return DateForm(words, rf"{words.before}(?P<weekday>{alternatives(full)}){words.after}", full, digits=False)
