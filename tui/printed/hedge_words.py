"""Hedges in other languages than English, as the tables of the languages give them: rund, al menos, не менее, 以上."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal

from tui.languages.articles import all_contracted, article_after_word, contracted
from tui.languages.language import Language
from tui.languages.lexicon import PRINTED_CURRENCY
from tui.languages.word_patterns import COMBINING, NEVER, WORD_END, any_of, ends_word
from tui.numbers.number_words import is_number_word
from tui.printed.direction import rises_and_falls
from tui.printed.direction_words import changed
from tui.printed.hedge import NEGATED, Hedge, decisive, folded, may_bound, paragraph_around, particle, read_hedge
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

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


class HedgeReader:
    """Reads the words around the number that is printed at a place of a text."""

    def __init__(self, text: str, number: Span, language: Language) -> None:
        self._text, (self._start, self._end), self._language = text, number, language
        self._written = text[self._start : self._end]
        self._window, self._last = paragraph_around(text, *number, _LONGEST)
        self._patterns = _patterns(language)

    @property
    def hedge(self) -> Hedge | None:
        """The hedge of the number; None if it has none."""
        match = self._after
        after = (self._language.after[folded(match["hedge"])], match["hedge"]) if match else None
        return decisive(self._before, after)

    @property
    def unclear(self) -> str | None:
        """Why the words around the number may or may not be a hedge of it; None if they are clear."""
        unclear = next(filter(None, self._unclear_words()), None)
        return may_bound(unclear[0]) if unclear else None

    def _unclear_words(self) -> Iterator[re.Match[str] | None]:
        patterns = self._patterns
        known = self._search(patterns.before)
        yield self._search(particle(self._language))
        if patterns.particle_after.match(self._text, self._end, self._last):
            yield self._search(_OVER)
        if known:
            modifier = read_hedge(known, patterns.modifiers)[0]
            is_unclear = self._limit(known) == "unclear" or self._is_recent(known)
            yield known if is_unclear or self._is_unclear_bound(known, modifier) else None
        else:
            unclear = self._search(patterns.unclear)
            yield unclear if unclear and not (self._opens_range(unclear) or self._is_result(unclear)) else None
            yield patterns.far.search(self._text, max(self._start - _LONGEST, 0), self._start)
        yield self._search(patterns.verb)
        if self._language.code == "hi" or not self._after:
            yield patterns.unclear_after.match(self._text, self._end, self._last)

    def _search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern is found before the number in its paragraph."""
        return pattern.search(self._text, self._window, self._start)

    @cached_property
    def _before(self) -> Hedge | None:
        patterns = self._patterns
        match = self._search(patterns.before)
        if match is None or _is_other_word(match) or self._is_recent(match):
            return None
        limit = self._limit(match)
        if limit != "ceiling":
            # “Майже до нуля” is almost zero.
            first = patterns.modifiers.get(folded(match["hedge"])) if match["second"] else None
            return (first, match["hedge"]) if first == "≈" and limit == "result" else None
        modifier, words = read_hedge(match, patterns.modifiers)
        if self._search(patterns.no_hedge) or self._is_unclear_bound(match, modifier):
            return None
        # “Больше на 5” is more by five; “более чем на 5” is by more than five.
        by = match["led"] and modifier in "<>" and " " not in words.strip()
        return None if by else (modifier, words)

    def _is_recent(self, match: re.Match[str]) -> bool:
        """Whether a time follows the Chinese word for nearly, which then means the last ones as well: 近5年."""
        recent = match["hedge"] == "近" and not _is_other_word(match)
        return recent and _TIMES.match(self._text, self._start, self._end + 3) is not None

    def _limit(self, match: re.Match[str]) -> Literal["ceiling", "result", "unclear"]:
        """What a word for “up to” makes of the number: hasta 500, вырос до 500, desde 5 hasta 500, hasta 2030.

        Only words that are listed as hedges and as unclear mean more than a ceiling.
        """
        language = self._language
        if folded(match["second"] or match["hedge"]) not in self._patterns.limits:
            return "ceiling"
        became = _search_before(match, changed(language)) or _search_before(match, _CHANGED_BY)
        if became and "result_after_to" in language.traits:
            return "result"
        if became or _YEAR.fullmatch(self._written) or _search_before(match, self._patterns.opened):
            return "unclear"
        by_article = match["article"] or folded(match["hedge"]) not in language.before
        percent = any(sign in self._written.casefold() for sign in ("%", *language.percents))
        return "unclear" if by_article and not percent else "ceiling"

    def _is_unclear_bound(self, match: re.Match[str], modifier: str) -> bool:
        """Whether a bound may be negated (ne doit pas être inférieure à), or a verb may say who was beaten."""
        if modifier not in NEGATED or match["not"]:
            return False
        if _search_before(match, self._patterns.negated):
            return True
        verb = folded(match["second"] or match["hedge"]) in self._language.exceeding
        return bool(verb and match["article"] is None and _SMALL.fullmatch(self._written))

    def _is_result(self, match: re.Match[str]) -> bool:
        """Whether the word before a number says what became of something: daalde tot 500."""
        if "result_after_to" not in self._language.traits or match[0].strip().casefold() not in self._language.to:
            return False
        return any(_search_before(match, moves) for moves in rises_and_falls(self._language))

    def _opens_range(self, match: re.Match[str]) -> bool:
        """Whether the word before a range opens it: от 5 до 10."""
        opens = match[0].strip().casefold() in self._language.from_
        return opens and self._patterns.to.search(self._written) is not None

    @cached_property
    def _after(self) -> re.Match[str] | None:
        """The hedge after the number; not one that belongs to the next number: le due catene circa due anni fa."""
        text, language = self._text, self._language
        match = self._patterns.after.match(text, self._end, self._last)
        # 4強 is the last four, and 1万人強 a little more than that.
        if match is None or (
            match["hedge"] in "強弱" and text[match.start() - 1].isdecimal() and match[0] == match["hedge"]
        ):
            return None
        # “5 से 10 तक” is from 5 to 10; “20个多功能” has many functions.
        if match["hedge"] == "तक" and self._patterns.to.search(text, max(self._start - 4, 0), self._end):
            return None
        if match["hedge"] == "多" and _MANY.match(text, match.end() - 1 - text[: match.end() - 1].endswith("个")):
            return None
        if folded(match["hedge"]) not in language.before:
            return match
        following = _NEXT.match(text, match.end())
        return None if following and (following[1].isdecimal() or is_number_word(following[1], language)) else match


def _is_other_word(match: re.Match[str]) -> bool:
    """Whether what looks like a hedge is the end of another word: 最近, 条约."""
    return match.string[match.start() - 1 : match.start()] in tuple(_OTHER_WORDS.get(match["hedge"], ""))


def _search_before(match: re.Match[str], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Where a pattern is found before a hedge."""
    return pattern.search(match.string, max(match.start() - _LONGEST, 0), match.start())


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
        # Ont dépassé localement 42 °C.
        adverb = r"(?:\s[^\W\d_]{2,12}mente?(?=\s))?" if language.code in ("fr", "es", "it", "pt") else ""
        # One that a letter touches is part of a word, where the script sets words apart.
        start = r"(?<![^\W_])" if spaced else ""
        self.before = in_any_case(
            rf"{start}(?P<not>(?:{negations})\s+)?(?P<hedge>{hedge})(?:\s*(?P<second>{hedge}))?{led}{linked}{adverb}{article}{_CURRENCY}\s*[“„«\"'‘「]?\Z"
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
