"""Reading rates after a number: a year, per 100,000, €/t, per capita, kg/ha, par habitant, pro Kopf."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.word_patterns import WORD_END, any_of, ends_word
from tui.numbers.read_number import read_one
from tui.quantity.rate import ADJECTIVES, CAPITA, TIME_WORDS, TIMES, Rate, RatePart
from tui.quantity.rate_names import MOST_PARTS, builtin_unit, people, unit_written
from tui.quantity.unit import Unit, Units
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_SYMBOLS = {
    "s": "sec",
    "d": "day",
    "a": "yr",
    "y": "yr",
    "mo": "month",
    "hr": "h",
    "w": "wk",
    "年": "yr",
    "月": "month",
    "天": "day",
    "日": "day",
}
"""How times are abbreviated after a slash."""

_MOST_WORDS = 4
_WORD = r"[^\W\d_][\w²³’'·⋅.\-]{0,29}"
_DENOMINATOR = lazy_pattern(rf"[%°]?{_WORD}(?:[\s-]{_WORD}){{0,{_MOST_WORDS - 1}}}")
_FIRST = lazy_pattern(r"[\s-]{0,4}([^\W\d_]{1,30})(?![^\W_])")
_NOUN = lazy_pattern(r"[^\W\d_]{2,30}(?![^\W_])")
_SLASH = lazy_pattern(r"\s?/\s?(?=[^\W_])")
_AFTER_SLASH = lazy_pattern(r"[^\W\d_][^\W_]*[²³]?")
_SIZES = {"million": 6, "thousand": 3, "mille": 3, "mil": 3, "hundred": 2, "billion": 9, "lakh": 5}
_SIZE = in_any_case(rf"(?:{'|'.join(_SIZES)})(?![^\W_])")
_SAYS_WHEN = lazy_pattern(r"\s{1,8}(?:\d|siguiente|pasado|anterior|scorso|prima|suivant|dernier|passado|seguinte)")
"""What follows a time that is no rate: im Jahr 2024, al año siguiente."""
_NOT_SINCE = in_any_case(
    r"[\s-]+(?:ago|earlier|before|later|after|on|old|since|prior|previous\w*|from|into|in\s+advance|in\s+a\s+row|apart"
    r"|away|off|long|wide|deep|high|tall|thick|north|south|east|west|out|ahead|behind|back)(?![^\W_])|-[^\W\d_]"
)
"""What follows a time or length that says when or where, or is part of a word: a year ago, à la mi-temps."""

_YEAR_BEFORE = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d\Z")
_NO_NOUN = frozenset("cent cents mille mil se annum the a an this that one my his her our their its each every".split())
"""Words after “per” that are nothing to divide by."""

_ARTICLES = frozenset("ein eine einen einem einer een un une uno una um uma".split())
_SHARE = in_any_case(r"(?:(?:fully\s)?diluted|basic|ordinary|common|preferred|preference)\sshare(?![^\W_])")

_PER = ("por", "par", "per", "на")
_STANDS_ALONE = in_any_case(
    r"\s*(?:[^\w\s]|\Z)|\s+(?:in|from|for|by|to|at|on|and|or|since|until|under|over|during|between|through|as|while|but"
    r"|than|with|last|this|if|when|because|after|before)(?![^\W_])"
)
"""What follows a word like daily where it is not an adjective: not in “$5 billion quarterly profit”."""

_ENDS = lazy_pattern(r"\s*(?:[^\w\s]|\Z)")
_GAP_WORD = lazy_pattern(
    r"(?:\s+|-)(?P<word>(?:d['’])?[^\W\d_][^\W\d_’'-]*(?:[-’'][^\W\d_]+)*[₀-₉²³\d]{0,2})(?![^\W_])"
)
_OF = frozenset("of in worth de d' d’ di do da dos das des du del della von an van der".split())
_STOPS = frozenset(
    """
    and or but to from with for at by on than that which who whose while when if as is are was were be been has have had
    will would can could may might not no nor per a an the each every once twice up down it they he she we you this
    these those und oder aber zu aus mit für bei als dass die das den dem ist sind war waren wird im am et ou mais à
    avec pour par sur que qui est sont était y o pero con para por en e ma ed che è sono nel ou mas com em é são en of
    maar met voor op dat is zijn и или но с на по за что в из та або але з що від 和 و أو في من
    """.split()
)
_MOST_GAP, _MOST_GAP_OF = 3, 6


_WRAPPED = 50
"""Characters that a line has at least before it is wrapped."""

_BEFORE_REACH = 20
_AND = in_any_case(r"\s(?:and|und|et|y|e|en|и|та|і)(?=\s)")


class RateEnd(NamedTuple):
    """A rate that a text prints, and where it ends."""

    rate: Rate
    end: int


class RateReader:
    """Reads the rates of one text."""

    def __init__(self, text: str, units: Units, language: Language) -> None:
        self._text, self._units, self._language = text, units, language

    def read(self, start: int, apart: bool = False) -> RateEnd | None:
        """The rate that is written at `start`, and where it ends; None if none is.

        `apart` says that a noun comes between the number and it: then, “a” is only read before a time or a person.
        """
        first = self._part(start, apart)
        if first is None:
            return None
        parts, end = [first[0]], first[1]
        while len(parts) < MOST_PARTS and (more := self._further_part(end)):
            parts.append(more[0])
            end = more[1]
        return RateEnd(Rate(tuple(parts)), end)

    def _further_part(self, start: int) -> tuple[RatePart, int] | None:
        """What a rate is for one of besides: a person a day, par personne et par an, pro Person und Jahr."""
        if more := self._part(start, True):
            return more
        joined = _AND.match(self._text, start)
        if joined is None:
            return None
        if more := self._part(joined.end(), True):
            return more
        word = _FIRST.match(self._text, joined.end())
        name = _times(self._language).get(word[1].casefold()) if word else None
        return (RatePart(name, TIMES[name]), word.end()) if word and name else None

    def read_after(self, end: int, has_unit: bool) -> RateEnd | None:
        """The rate of a number that ends at `end`, also after the noun that is counted or measured.

        12.3 deaths per 100,000; 5 million tonnes of ore a year.
        """
        text = self._text
        if found := self.read(end):
            return found
        place, most = end, _MOST_GAP
        count = 0
        while count < most and (word := _GAP_WORD.match(text, place)):
            plain = word["word"].casefold()
            if count == 0 and has_unit and (plain in _OF or plain.startswith(("d'", "d’"))):
                most = _MOST_GAP_OF
            elif plain in _STOPS and not (count == 0 and plain in _OF):
                return None
            if "\n" in word[0] and word["word"][0].isupper() and end - text.rfind("\n", 0, end) < _WRAPPED:
                # A short line is not wrapped: the next one is another row of a table.
                return None
            place = word.end()
            count += 1
            if plain not in _OF and (found := self.read(place, apart=True)):
                return found
        return None

    def read_before(self, start: int) -> Rate | None:
        """The rate that comes before a number which begins at `start`, as in Chinese and Japanese: 年間, 每吨."""
        if "before" not in self._language.rates:
            return None
        found = _before(self._language).search(self._text[max(start - _BEFORE_REACH, 0) : start])
        if found is None:
            return None
        name = found.lastgroup or ""
        if name == CAPITA:
            return Rate((RatePart(CAPITA),))
        unit = unit_written(found[name], self._units, self._language.code) if name == "unit" else builtin_unit(name)
        return Rate((RatePart(unit.id, unit),)) if unit else None

    def _part(self, start: int, apart: bool) -> tuple[RatePart, int] | None:
        text = self._text
        patterns = _patterns(self._language)
        if (phrase := patterns.phrases.match(text, start)) and (part := _phrase(text, phrase)):
            return part
        if slash := _SLASH.match(text, start):
            return self._after_slash(slash.end(), apart)
        # “From 2023 every five years” says when.
        is_apart = apart or _YEAR_BEFORE.search(text, max(start - 5, 0), start)
        every = None if is_apart else patterns.every.match(text, start)
        if every and (times := self._amount(every.end())) and times[0].name in TIMES:
            return times
        counted = patterns.counted.match(text, start)
        amount = self._amount(counted.end()) if counted else None
        # 30 % sur dix ans: how long it takes.
        if amount and amount[0].name not in TIMES:
            return amount
        if opened := patterns.any.match(text, start):
            return self._amount(opened.end()) or self._known(opened.end()) or _thing(text, opened.end())
        opened = patterns.known.match(text, start)
        if opened is None:
            return None
        if is_apart and opened[0].strip(" -\n").casefold() in ("each", "every"):
            return None
        # “De carbono por hectárea” is a rate, but articles before a unit are none after a noun.
        of_times = apart and opened[0].strip(" -\n").casefold() not in _PER
        known = self._known(opened.end(), of_times=of_times)
        if known is None or _NOT_SINCE.match(text, known[1]):
            return None
        return None if known[0].name in TIMES and "times_within" in self._language.traits else known

    def _after_slash(self, start: int, apart: bool) -> tuple[RatePart, int] | None:
        text, units = self._text, self._units
        match = _AFTER_SLASH.match(text, start)
        if match is None:
            return None if text[start - 2 : start - 1].isdecimal() else self._amount(start)
        written = match[0]
        if found := units.read(text, start):
            return RatePart(found[0].id, found[0]), found[1]
        time = TIME_WORDS.get(_SYMBOLS.get(written, written))
        unit = time or units.by_id.get(written) or _built_in_id(written)
        if unit := unit or unit_written(written, units, self._language.code):
            return RatePart(unit.id, unit), match.end()
        if written.casefold() in people(self._language):
            return RatePart(CAPITA), match.end()
        # “250 g Butter/Margarine” gives a choice, and “90/Die” begins a name.
        if apart:
            return None
        if written[0].isupper() and text[max(start - 4, 0) : start].rstrip(" /")[-1:].isdecimal():
            return None
        return RatePart(written.casefold()), match.end()

    def _amount(self, start: int) -> tuple[RatePart, int] | None:
        """So many of something, which a rate is for: 100,000 people, 1,000 live births, 100 km, million."""
        text = self._text
        if scale := _SIZE.match(text, start):
            return RatePart("", amount=Decimal(10) ** _SIZES[scale[0].casefold()]), scale.end()
        number = read_one(text, start, self._language)
        if number is None or number.ordinal or number.share or number.value <= 0:
            return None
        if known := self._known(number.end):
            part, end = known
            if part.unit and part.unit.in_one:
                # “2016 года на 2%” is no rate.
                return None
            if part.name != CAPITA:
                return part._replace(amount=number.value), end
        # Rates are for round numbers: “на 3” is not one.
        return (RatePart("", amount=number.value), number.end) if number.value % 10 == 0 else None

    def _known(self, start: int, of_times: bool = False) -> tuple[RatePart, int] | None:
        """A person, or a unit of the catalog or a built-in one; with `of_times`, a person or a time only."""
        text = self._text
        word = _FIRST.match(text, start)
        if word and (time := TIME_WORDS.get(word[1].casefold())):
            return RatePart(time.id, time), word.end()
        if of_times:
            return (RatePart(CAPITA), word.end()) if word and word[1].casefold() in people(self._language) else None
        if found := self._units.read(text, start):
            # “12 m² por R$ 850” is what it costs.
            before_number = self._units.read_sign(text, start + text[start : start + 1].isspace())
            return None if before_number else (RatePart(found[0].id, found[0]), found[1])
        start += len(text[start : start + 4]) - len(text[start : start + 4].lstrip(" \n-\u00a0"))
        match = _DENOMINATOR.match(text, start)
        if match is None:
            return None
        end = match.end()
        while True:
            written = text[start:end].rstrip(".,-")
            if written.casefold() in people(self._language):
                return RatePart(CAPITA), start + len(written)
            if unit := unit_written(" ".join(written.split()), self._units, self._language.code):
                return RatePart(unit.id, unit), start + len(written)
            shorter = max(written.rfind(" "), written.rfind("\n"), written.rfind("-"), written.rfind("\u00a0"))
            if shorter < 0:
                return None
            end = start + shorter


@cache
def _times(language: Language) -> dict[str, str]:
    """The times that end the phrases of a language’s rates: Jahr of pro Jahr."""
    phrases = {form.split()[-1]: name for name in TIMES for form in language.rates.get(name, ()) if " " in form}
    return {word: unit.id for word, unit in TIME_WORDS.items()} | phrases


@cache
def _before(language: Language) -> re.Pattern[str]:
    """What names a rate before a number: a time, with a few words between, or a unit directly before it."""
    rates = language.rates
    named = [
        rf"(?P<{name}>{any_of([*rates[f'before {name}']])})" for name in (*TIMES, CAPITA) if f"before {name}" in rates
    ]
    near = r"[^\W\d]{0,8}\s?"
    unit = rf"(?:{any_of([*rates['before']])})(?P<unit>[^\W\d]{{1,8}}?)(?:当たり|あたり|につき)?约?為?为?約?"
    # 5年間 is how long it took.
    return lazy_pattern(rf"(?<![\d一二三四五六七八九十数何半])(?:(?:{'|'.join(named)}){near}|{unit})\Z")


def _phrase(text: str, match: re.Match[str]) -> tuple[RatePart, int] | None:
    """The rate of a phrase that stands for one: annually, pro Kopf, al año."""
    name, written = match.lastgroup or "", match[match.lastgroup or 0].casefold()
    # After a comma, it may begin what is said of the next number: 62 percent, pro Kopf 32.200 Euro.
    if match[0].startswith(",") and not _ENDS.match(text, match.end()):
        return None
    if written in ADJECTIVES and not _STANDS_ALONE.match(text, match.end()):
        return None
    if _SAYS_WHEN.match(text, match.end()):
        return None
    if name == CAPITA:
        return RatePart(CAPITA), match.end()
    return RatePart(name, builtin_unit(name)), match.end()


def _built_in_id(written: str) -> Unit | None:
    from tui.quantity.builtin import builtin_ids

    return builtin_unit(written) if written in builtin_ids() else None


def _thing(text: str, start: int) -> tuple[RatePart, int] | None:
    match = _NOUN.match(text, start)
    if match and match[0].casefold() in _ARTICLES:
        match = _NOUN.match(text, match.end() + 1)
    if match is None or match[0].casefold() in _NO_NOUN:
        return None
    if share := _SHARE.match(text, start):
        return RatePart("share"), share.end()
    return RatePart(match[0].casefold()), match.end()


class _RatePatterns:
    def __init__(self, language: Language) -> None:
        rates = language.rates
        people = () if language.is_english else rates.get(CAPITA, ())
        named = {name: rates.get(name, ()) for name in TIMES} | {CAPITA: people}
        phrases = "|".join(rf"(?P<{name}>{_forms(forms)})" for name, forms in named.items() if forms)
        self.phrases = in_any_case(rf"(?:\s|-|,\s)?\s{{0,4}}(?:{phrases or '(?!)'})")
        self.any, self.known, self.counted, self.every = (
            _opening(rates.get(key, ())) for key in ("any", "known", "counted", "every")
        )


_patterns = cache(_RatePatterns)


def _forms(forms: tuple[str, ...]) -> str:
    spaced = [form for form in forms if ends_word(form)]
    touching = [form for form in forms if not ends_word(form)]
    parts = [rf"(?:{any_of(spaced)}){WORD_END}"] * bool(spaced) + [any_of(touching)] * bool(touching)
    return "|".join(parts)


def _opening(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Words before what a rate is for, with the space or hyphens around them; an apostrophe touches it."""
    touching = [form for form in forms if form.endswith("'") or not ends_word(form) or "؀" < form[0] < "ܐ"]
    spaced = [form for form in forms if form not in touching]
    touched = any_of(touching).replace("'", "['’]")
    parts = [rf"(?:{any_of(spaced)})[\s-]+"] * bool(spaced) + [rf"(?:{touched})\s?"] * bool(touching)
    gap = r"[\s-]\s{0,4}" if spaced else r"\s{0,4}"
    return in_any_case(rf"{gap}(?:{'|'.join(parts) or '(?!)'})")
