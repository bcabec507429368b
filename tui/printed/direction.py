"""Whether a change goes up or down: fell by 5.6 percent, a 5.6 percent rise, -5.6%."""

import re
from dataclasses import replace
from functools import cache

from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.lexicon import PRINTED_CURRENCY
from tui.languages.word_patterns import whole_words
from tui.numbers.number import Number, Range, negative
from tui.printed.direction_words import direction_in_words, forms_of
from tui.printed.hedge import Hedge
from tui.printed.in_text import QuantityInText
from tui.quantity.quantity import Quantity, QuantityError
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_ENGLISH = language_of(ENGLISH)
_UP, _DOWN = ("|".join(map(_ENGLISH.pattern, names)) for names in (("rises", "up"), ("falls", "down")))
# Between the word and the number, hedges and times may come, but nothing that has a change of its own.
_FILLER = (
    r"(?:[\s,]+(?:by|of|an?|another|further|some|about|around|nearly|almost|roughly|approximately|over|under|more|less"
    r"|fewer|than|at\s+least|at\s+most|as|much|many|up\s+to|just|only|even|well|slightly|estimated|[a-z]{3,15}ly|year|month"
    r"|quarter|week|on|in|last|this|previous|since|20\d\d|19\d\d|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)){0,8}"
)
# “Fell in 5 percent of the towns”: the number says where, and not by how much.
_ELSEWHERE = lazy_pattern(r"\b(?:in|on|since|last|this|previous|[A-Z][a-z]+y|year|month|quarter|week)\s+\Z")
# “Lowered its rate by 50 points”: the object of a verb comes between it and “by”.
_NO_OBJECT = rf"(?:{_UP}|{_DOWN}|and|or|but|while|which|that|as|after|when|before)\b"
_OBJECT = rf"(?:\s+(?!{_NO_OBJECT})[^\W\d_][\w’'-]*){{1,5}}?\s+by(?![^\W_])"
_BEFORE = in_any_case(rf"(?<![^\W_])(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:{_OBJECT})?(?P<filler>{_FILLER})[\s,(]+\Z")
_AFTER = in_any_case(
    rf"[\s-]+(?:(?:year-on-year|year-over-year|annual|monthly|quarterly|yearly|[a-z]{{3,15}}ly)[\s-]+)?"
    rf"(?:(?P<up>{_UP}|above)|(?P<down>{_DOWN}|below))(?![^\W_])"
)
_NEGATED = in_any_case(r"\b(?:not|never|cannot|no|without|fail\w*\s+to|[a-z]+n['’]t)\s+(?:[^\W\d_]+\s+)?\Z")
_PARTICLE_OF = in_any_case(
    r"\b(?:ma[dk]e|makes|making|sets?|setting|tak(?:es?|en|ing)|took|giv(?:es?|en|ing)|gave|sign(?:s|ed|ing)?|buys?"
    r"|bought|us(?:ed|es|ing)|holds?|held)\s+\Z"
)
"""Verbs with which “up” does not say that something rose: made up more than 4,000 panels."""
_HEDGE = in_any_case(r"(?:more|less|fewer|higher|lower)(?=\s+than\b)|up(?=\s+to\b)")
_WORD = whole_words(rf"{_UP}|{_DOWN}")
_REACH = 120

_FLIPPED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
"""What a bound of a fall says of the change: it fell by more than 5 percent is less than -5."""


def directed(
    text: str, number: Span, quantity: Quantity, hedge: Hedge | None, language: Language | None
) -> tuple[Quantity, Hedge | None]:
    """A change with its sign, and its hedge: the number is negative where it fell.

    The words are read in the language; where it is None, the number needs a sign. Raises QuantityError where nothing
    says whether it rose or fell, or the sign contradicts the words.
    """
    signed = _printed_sign(text[number.start : number.end], quantity)
    told = None
    if language:
        told = (
            _direction_in_english(text, number) if language.is_english else direction_in_words(text, number, language)
        )
    if signed and told and signed != told[0] and not (signed < 0 and told[1].lower() == "growth"):
        raise QuantityError(f"the sign and “{told[1]}” contradict each other; leave it out")
    direction = signed or (told[0] if told else 0)
    if not direction:
        raise QuantityError("nothing beside the number says whether it rose or fell; leave it out")
    if direction > 0 or signed < 0:
        return quantity, hedge
    modifier = (_FLIPPED.get(hedge[0], hedge[0]), hedge[1]) if hedge else None
    return replace(quantity, number=_fallen(quantity.number)), modifier


_OF_DIFFERENCE = in_any_case(
    rf"(?<![^\W_])(?:{_UP}|{_DOWN}|warm(?:s|ed|er|ing|th)?|cool(?:s|ed|er|ing)?|heat(?:s|ed|ing)|hott?er|cold(?:er)?"
    r"|chang(?:e[sd]?|ing)|differ\w*|anomal\w+|above|below|average|normal|pre-?industrial|rang\w+|swing\w*|vari\w+"
    r"|limit\w*|target\w*|goal|threshold|within|extra|additional|more)(?![^\W_])"
)
_NEAR = 100
_HEDGED = r"(?:(?:a|an|about|around|nearly|almost|over|record|high|low|of|at|as|up|to|just|only|even|some)\s+){0,4}"
_LEVEL_BEFORE = in_any_case(
    r"\b(?:reach|hit|touch|topp?|peak|averag|record|register|measur|log|clock|stood|stand|was|were|is|are|be|been"
    r"|(?:ros|ris|climb|soar|jump|shot|surg|f[ae]ll|drop|plung|plummet|sank|sink|dip|spik|leap)\w*(?:\s+up)?\s+(?:from"
    rf"|(?:from\s+\S+(?:\s+\S+)?\s+)?to)|(?:temperatures?|highs?|lows?|readings?|heat|cold)\s+(?:of|at))\w*\s+{_HEDGED}\Z"
)
"""What leads to a temperature: it hit 104 °F, climbed to 118 °F, a high of 90 °F."""

_IS_DIFFERENCE = in_any_case(
    r"\b(?:warming|cooling|anomal\w+|increases?|rises?|(?<!climate\s)changes?|differen\w+|ranges?|swings?|variations?"
    r"|departures?|gaps?|limits?|targets?|goals?|thresholds?|drops?|declines?|pre-?industrial|margins?)(?![^\W_])"
)
_THAN_ANOTHER = in_any_case(
    r"(?:\s+to\s+\d\S{0,10}(?:\s°?[CF])?)?\s*(?:\([^()]{1,30}\)\s*)?(?:above|below|over|under|warmer|cooler|hotter|colder|higher|lower|more|less"
    r"|rise|increase|drop|change|of\s+(?:global\s+)?(?:warming|cooling))(?![^\W_])"
)
"""What follows a difference: 2.7 °F above average."""


def may_be_difference(found: QuantityInText) -> str | None:
    """Why degrees may not be converted into another scale: they may be a difference, as in warmed by 2 °F."""
    text, unit, wanted = found.text, found.quantity.unit, found.wanted
    if wanted is None or unit is None or not wanted.scale or wanted.difference or unit.id == wanted.id:
        return None
    near = f"{text[max(found.start - _NEAR, 0) : found.start]} {text[found.end : found.end + _NEAR]}"
    if found.english and (not _OF_DIFFERENCE.search(near) or _is_level(found)):
        return None
    return (
        f"“{found.written}” may be a difference of temperatures, which converts in another way than a temperature; "
        f"use a measure in {unit.id}, or one with “changes: true” for differences"
    )


def _is_level(found: QuantityInText) -> bool:
    """Whether the words around degrees make a temperature of them, whatever else is compared near them."""
    level = found.before(_LEVEL_BEFORE, _NEAR)
    if level is None or found.after(_THAN_ANOTHER):
        return False
    clause = re.split(r"[.;!?]\s|\n", found.text[max(found.start - _NEAR, 0) : level.start()])[-1]
    return not _IS_DIFFERENCE.search(clause)


def _fallen(number: Number | Range) -> Number | Range:
    if isinstance(number, Number):
        return negative(number)
    return Range(negative(number.high), negative(number.low), number.end)


def _printed_sign(written: str, quantity: Quantity) -> int:
    """The sign that a number is printed with: -1, 1, or 0 where there is none."""
    if quantity.least.value < 0:
        return -1
    return 1 if _PLUS.match(written) is not None else 0


_PLUS = lazy_pattern(rf"{PRINTED_CURRENCY}?[+＋]")


@cache
def rises_and_falls(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a language that say wherever they occur that something rose, and those that it fell."""
    if language.is_english:
        return whole_words(language.pattern("rises")), whole_words(language.pattern("falls"))
    up, down = (
        forms_of([word for key in keys for word in language.changes.get(key, ())])
        for keys in (("up", "rise"), ("down", "fall"))
    )
    return whole_words(up), whole_words(down)


def is_direction_word(word: str) -> bool:
    """Whether a word says that something rose or fell."""
    return _WORD.fullmatch(word) is not None


def direction_word_before(text: str, start: int) -> str | None:
    """The word directly before `start`, except for hedges, that says that something rose or fell; None without one."""
    found = _before(text, max(start - _REACH, 0), start)
    return found[0][0] if found else None


def _direction_in_english(text: str, number: Span) -> tuple[int, str] | None:
    """What the words beside a number say: 1 or -1, and the word. The word after it is nearer to it."""
    found = _AFTER.match(text, number.end)
    if found is None:
        start = max(number.start - _REACH, 0)
        if _ELSEWHERE.search(text, start, number.start):
            return None
        matches = [match for match in _before(text, start, number.start) if not _HEDGE.match(text, match.start())]
        if matches and matches[0]["up"] and matches[0]["up"].lower() == "up":
            matches = [] if _PARTICLE_OF.search(text, start, matches[0].start()) else matches
        # The first of the words that fillers join to the number: “rose more than” is a rise.
        found = matches[0] if matches else None
        if found and _NEGATED.search(text, start, found.start()):
            raise QuantityError(f"“{found[0].split()[0]}” is denied before the number; leave it out")
    if found is None:
        return None
    return (1, found["up"]) if found["up"] else (-1, found["down"])


def _before(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words before a number that say a direction, and which only fillers part from it."""
    found = []
    for word in _WORD.finditer(text, start, end):
        if match := _BEFORE.match(text, word.start(), end):
            found.append(match)
    return found
