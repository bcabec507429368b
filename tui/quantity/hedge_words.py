"""Hedges in other languages than English, as the tables of the languages give them: rund, al menos, не менее, 以上."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from tui.quantity.articles import all_contracted, article_after_word, contracted
from tui.quantity.direction_words import changed
from tui.quantity.hedge import NEGATED, Hedge, decisive, folded, may_bound, paragraph_around, particle, read_hedge
from tui.quantity.language import Language
from tui.quantity.lexicon import PRINTED_CURRENCY
from tui.quantity.number_words import is_number_word
from tui.quantity.word_patterns import COMBINING, NEVER, WORD_END, any_of, ends_word
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_LONGEST = 60
"""Characters before and after a number within which its hedge begins."""

_CURRENCY = rf"(?:\s?{PRINTED_CURRENCY}|\s?\+)?"
_ENDS = r"(?=\s*(?:[^\w\s]|\Z)|\s+[^\W\d_]{1,3}(?![^\W_]))"
"""What follows a hedge after a number and its noun: the end of a phrase, or a short word."""

# Words that end in a hedge's character and are others: 最近 (lately), 条约 (treaty), 赶超 (overtake).
_OTHER_WORDS = {
    "近": "最附邻鄰靠临臨",
    "约": "条公合节预签契",
    "約": "条公合節予契",
    "超": "赶趕反高",
}

_SMALL = lazy_pattern(r"\d{1,3}|[^\W\d_]+")
"""A number that may as well count what is beaten: a dépassé 3 voitures."""

_MANY = lazy_pattern(r"个多(?![月小星钟世])|多(?:功能|媒体|样|元化|边|语)")

_OVER = in_any_case(r"\büber\s+\Z")


_HAN = "零〇一二三四五六七八九十百千万萬亿億两兩数数几"
_NEXT = lazy_pattern(rf"\s*{PRINTED_CURRENCY}?\s?(\d+|[^\W\d_]+)")


_ONLY = r"(?:nur|seulement|sol[oa]|solamente|só|apenas|somente|alleen|slechts|только|тільки|лише)(?![^\W_])"
"""What follows a negation that does not concern the bound: nicht nur mehr als 500."""


_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d")
_CHANGED_BY = lazy_pattern(
    r"\b(?:на\s+\d[\d.,]*|вдвое|втрое|удвічі|вдвічі|втричі|[ву]\s+\S{1,12}\s+раза?)(?![^\W_])\s?[^.;:\d]{0,15}\Z"
)
"""By how much something changed, before what it became: на 18,7%, до 685."""


_TIMES = lazy_pattern(r"[\d一二三四五六七八九十两兩幾几.]+\s?(?:年|[个個]?月|[周週天日季期届屆])")


def hedge_around(text: str, start: int, end: int, language: Language) -> Hedge | None:
    """The hedge of a number that is printed from `start` to `end`; None if it has none."""
    before = _before(text, start, end, language)
    match = _after(text, start, end, language)
    return decisive(before, (language.after[folded(match["hedge"])], match["hedge"]) if match else None)


def unclear_hedge(text: str, start: int, end: int, language: Language) -> str | None:
    """Why the words around a number may or may not be a hedge of it; None if they are clear."""
    unclear = next(filter(None, _unclear_words(text, start, end, language)), None)
    return may_bound(unclear[0]) if unclear else None


def _unclear_words(text: str, start: int, end: int, language: Language) -> Iterator[re.Match[str] | None]:
    window, last = paragraph_around(text, start, end, _LONGEST)
    patterns = _patterns(language)
    known = patterns.before.search(text, window, start)
    yield particle(language).search(text, window, start)
    if patterns.particle_after.match(text, end, last):
        yield _OVER.search(text, window, start)
    if known:
        modifier = read_hedge(known, patterns.modifiers)[0]
        is_unclear = _limit(known, text[start:end], language) == "unclear" or _is_recent(known, text, start, end)
        yield known if is_unclear or _is_unclear_bound(known, modifier, text[start:end], language) else None
    else:
        unclear = patterns.unclear.search(text, window, start)
        yield unclear if unclear and not _opens_range(unclear, text[start:end], language) else None
        yield patterns.far.search(text, max(start - _LONGEST, 0), start)
    yield patterns.verb.search(text, window, start)
    if language.code == "hi" or not _after(text, start, end, language):
        yield patterns.unclear_after.match(text, end, last)


def _before(text: str, start: int, end: int, language: Language) -> Hedge | None:
    patterns = _patterns(language)
    window = paragraph_around(text, start, start, _LONGEST)[0]
    match = patterns.before.search(text, window, start)
    if match is None or text[match.start() - 1 : match.start()] in tuple(_OTHER_WORDS.get(match["hedge"], "")):
        return None
    if _is_recent(match, text, start, end):
        return None
    limit = _limit(match, text[start:end], language)
    if limit != "ceiling":
        # “Майже до нуля” is almost zero.
        first = patterns.modifiers.get(folded(match["hedge"])) if match["second"] else None
        return (first, match["hedge"]) if first == "≈" and limit == "result" else None
    modifier, words = read_hedge(match, patterns.modifiers)
    if patterns.no_hedge.search(text, window, start) or _is_unclear_bound(match, modifier, text[start:end], language):
        return None
    # “Больше на 5” is more by five; “более чем на 5” is by more than five.
    by = match["led"] and modifier in "<>" and " " not in words.strip()
    return None if by else (modifier, words)


def _is_recent(match: re.Match[str], text: str, start: int, end: int) -> bool:
    """Whether a time follows the Chinese word for nearly, which then means the last ones as well: 近5年."""
    recent = match["hedge"] == "近" and text[match.start() - 1 : match.start()] not in tuple(_OTHER_WORDS["近"])
    return recent and _TIMES.match(text, start, end + 3) is not None


def _limit(match: re.Match[str], written: str, language: Language) -> Literal["ceiling", "result", "unclear"]:
    """What a word for “up to” before a number makes of it: hasta 500, вырос до 500, desde 5 hasta 500, hasta 2030.

    Only words that are listed as hedges and as unclear mean more than a ceiling.
    """
    if folded(match["second"] or match["hedge"]) not in _patterns(language).limits:
        return "ceiling"
    text, window = match.string, max(match.start() - _LONGEST, 0)
    became = changed(language).search(text, window, match.start()) or _CHANGED_BY.search(text, window, match.start())
    if became and "result_after_to" in language.traits:
        return "result"
    if became or _YEAR.fullmatch(written) or _patterns(language).opened.search(text, window, match.start()):
        return "unclear"
    by_article = match["article"] or folded(match["hedge"]) not in language.before
    percent = any(sign in written.casefold() for sign in ("%", *language.percents))
    return "unclear" if by_article and not percent else "ceiling"


def _is_unclear_bound(match: re.Match[str], modifier: str, written: str, language: Language) -> bool:
    """Whether a bound may be negated (ne doit pas être inférieure à), or a verb may say who was beaten."""
    if modifier not in NEGATED or match["not"]:
        return False
    window = max(match.start() - _LONGEST, 0)
    if _patterns(language).negated.search(match.string, window, match.start()):
        return True
    verb = folded(match["second"] or match["hedge"]) in language.exceeding
    return bool(verb and match["article"] is None and _SMALL.fullmatch(written))


def _opens_range(match: re.Match[str], written: str, language: Language) -> bool:
    """Whether the word before a range opens it: от 5 до 10."""
    return match[0].strip().casefold() in language.from_ and _patterns(language).to.search(written) is not None


def _after(text: str, start: int, end: int, language: Language) -> re.Match[str] | None:
    """The hedge after a number; not one that belongs to the next number: le due catene circa due anni fa."""
    match = _patterns(language).after.match(text, end, paragraph_around(text, end, end, _LONGEST)[1])
    # 4強 is the last four, and 1万人強 a little more than that.
    if match is None or (
        match["hedge"] in "強弱" and text[match.start() - 1].isdecimal() and match[0] == match["hedge"]
    ):
        return None
    # “5 से 10 तक” is from 5 to 10; “20个多功能” has many functions.
    if match["hedge"] == "तक" and _patterns(language).to.search(text, max(start - 4, 0), end):
        return None
    if match["hedge"] == "多" and _MANY.match(text, match.end() - 1 - text[: match.end() - 1].endswith("个")):
        return None
    if folded(match["hedge"]) not in language.before:
        return match
    following = _NEXT.match(text, match.end())
    return None if following and (following[1].isdecimal() or is_number_word(following[1], language)) else match


class _HedgePatterns:
    def __init__(self, language: Language) -> None:
        negations = any_of(language.negations)
        spaced = any(form[-1].isalpha() and ends_word(form) for form in language.before)
        modifiers = {**language.before, **dict.fromkeys(language.exceeding, ">")}
        self.modifiers = {form: modifiers[hedge] for hedge in modifiers for form in contracted(hedge, language)}
        """The modifier of each hedge that `before` finds."""
        hedge = _alternatives([form for form in self.modifiers if form[-1] not in "'’"], r"(?=\s)")
        # Moins d’, oltre dell’: the number touches them.
        hedge += "".join(f"|{re.escape(form)}" for form in self.modifiers if form[-1] in "'’")
        with_article = article_after_word(language)
        article = rf"(?P<article>{with_article})?"
        led = rf"(?P<led>\s{{1,8}}(?:{any_of(language.prepositions)})(?=\s))?"
        # 约有3,560万: there are about.
        linked = "[有为為是达達]?" if language.code == "zh" else ""
        # One that a letter touches is part of a word, where the script sets words apart.
        start = r"(?<![^\W_])" if spaced else ""
        self.before = in_any_case(
            rf"{start}(?P<not>(?:{negations})\s+)?(?P<hedge>{hedge})(?:\s*(?P<second>{hedge}))?{led}{linked}{article}{_CURRENCY}\s*[“„«\"'‘「]?\Z"
        )
        # A noun may come between: 10 personnes ou plus, 500人以上.
        letter = rf"(?:[^\W\d_]|[{COMBINING}])"
        within = rf"\s?(?:(?:(?![{_HAN}])[^\W\d_]){{1,3}}?)??(?P<noun>(?!))?"
        noun = rf"(?P<noun>\s{letter}+(?=\s))?" if spaced else within
        hedge_after = _alternatives([*language.after], WORD_END)
        self.after = in_any_case(rf"{noun},?\s?\(?(?P<hedge>{hedge_after})(?(noun){_ENDS})")
        words = _alternatives(all_contracted(language.unclear, language), r"(?=\s|['’])")
        self.unclear = in_any_case(rf"{start}(?:{words}){article}{_CURRENCY}\s*\Z")
        # A negation may follow these verbs, after the number. German “über die” has two readings.
        verb = language.pattern("unclear_verb")
        self.verb = in_any_case(rf"{start}(?:{verb}){article}{_CURRENCY}\s*\Z")
        to = any_of(all_contracted(language.to, language))
        self.to = in_any_case(rf"\s(?:{to})\s")
        self.limits = frozenset(
            all_contracted([word for word in language.unclear if word in language.before], language)
        )
        """The hedges that are unclear words as well."""
        opens = any_of(all_contracted(language.from_, language))
        opened = (
            rf"(?<![^\W_])(?:{opens})(?:{with_article})?\s+(?:[^\W\d_]+\s+)?{PRINTED_CURRENCY}?\d[^.;:!?]{{0,30}}\Z"
        )
        self.opened = in_any_case(rf"{opened}|(?<![^\W_])(?:от|від)\s+[^\W\d_]+\s+\Z")
        """The first number of a range, before the word for its end: desde 5."""
        self.negated = in_any_case(rf"(?<![^\W_])(?:{negations})\s+(?!{_ONLY})(?:[^\W\d_]+\s+){{1,3}}\Z")
        """A negation before the verb that it belongs to, and the words between."""
        self.no_hedge = in_any_case(rf"(?:{language.pattern('no_hedge')})\Z")
        """What ends like a hedge and is not one: en plus des 600 millions."""
        self.unclear_after = lazy_pattern(language.pattern("unclear_after"))
        """What bounds a number after it, without a form that a table could list: a level (3%台) and verbs."""
        self.particle_after = in_any_case(language.pattern("particle_after"))
        self.far = lazy_pattern(language.pattern("far_hedge"))
        """A bound before a number that other words come between: 不超过全区人数的5 %, لا يتجاوز عمره 11."""


_patterns = cache(_HedgePatterns)


def _alternatives(forms: list[str], end: str) -> str:
    """A pattern for any of some hedges; `end` follows those of letters, unless their script runs words together."""
    words = [form for form in forms if form[-1].isalpha() and ends_word(form)]
    others = [form for form in forms if form not in words]
    parts = [rf"(?:{any_of(words)}){end}"] * bool(words) + [any_of(others)] * bool(others)
    return "|".join(parts) or NEVER
