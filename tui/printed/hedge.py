"""Hedges: the words before or after a number that say how it bounds the value.

Those before it are in the table of English; those after it, which may have a noun before them, are patterns.
`hedge_words` reads those of the other languages.
"""

import re
from collections.abc import Mapping
from functools import cache

from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.lexicon import FOREIGN_HEDGES, PRINTED_CURRENCY
from tui.languages.word_patterns import any_of
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_ENDS = r"(?=\s*(?:[^\w\s]|\Z)|\s+(?:of|in|on|at|by|to|from|for|with|per|a|each|every|is|are|was|were)(?![^\W_]))"
"""What may follow a hedge after a number: the end of a phrase, and not the noun of an adjective."""

_NOUN = r"(?:\s+(?!(?:more|less|fewer|at|or|and)\b)[^\W\d_]+)?"
_AFTER = {
    "≥": rf"{_NOUN},?\s+(?:if\s+not|perhaps|maybe|or\s+(?:slightly|even|possibly|perhaps|much))\s+(?:more|higher)"
    rf"(?![^\W_])|\s*\(at\s+least\)|(?:\s+old)?\s+(?:and|or)\s+older(?![^\W_])|\s?\+(?!\s*/?\s*[-−–]?\s*\d)|-{{1,2}}plus(?![^\W_])|\s+and\s+change(?![^\W_])"
    rf"|\s+and\s+(?:counting|up|upwards?|above|over|more){_ENDS}"
    rf"|{_NOUN},?\s+at\s+(?:the\s+(?:very\s+)?|a\s+)?(?:least|minimum){_ENDS}|\s+minimum{_ENDS}",
    "≤": rf"\s*\(at\s+most\)|\s+and\s+younger(?![^\W_])"
    rf"|{_NOUN},?\s+at\s+(?:the\s+(?:very\s+)?|a\s+)?(?:most|maximum){_ENDS}"
    rf"|{_NOUN},?\s+(?:maximum|max|tops){_ENDS}|\s+and\s+(?:under|below|less){_ENDS}",
    "≈": r"-(?:odd|ish|some)(?![^\W_])|\s+approximately(?![^\W_])"
    rf"|{_NOUN},?\s+(?:approximately|roughly)(?=\s*(?:[^\w\s]|\Z))"
    rf"|{_NOUN},?\s+give\s+or\s+take(?![^\W_])|,?\s+more\s+or\s+less(?![^\W_])",
}
_OR = {
    "≥": "more|older|greater|higher|over|above|better|upwards?",
    "≤": "fewer|less|lower|under|below",
    "≈": r"so|thereabouts|in\s+that\s+(?:ballpark|region|range|vicinity)",
}
"""Hedges that "or" joins to a number: 10 or more, 5 people or fewer."""

NEGATED = {"<": "≥", ">": "≤"}
"""What a bound becomes after a negation: no less than, not exceeding, nicht über."""

Hedge = tuple[str, str]
"""The modifier of a hedge, and its words."""

_OR_WORDS = "|".join(rf"(?P<or{number}>{words})" for number, words in enumerate(_OR.values()))
_AFTER_WORDS = "|".join(f"(?P<after{number}>{words})" for number, words in enumerate(_AFTER.values()))
# With a noun between ("10 people or more"), the comparison must end there: "5 metals or more expensive ones" does not.
_HEDGE_AFTER = in_any_case(
    rf"{_AFTER_WORDS}|(?P<noun>\s+[^\W\d_]+)?,?\s+\(?or\s+(?:{_OR_WORDS})(?![^\W_])(?!\s+(?:than|[a-z]+ly|known|common|likely)(?![^\W_]))(?(noun){_ENDS})"
)
_GROUPS = {f"after{i}": modifier for i, modifier in enumerate(_AFTER)} | {
    f"or{i}": modifier for i, modifier in enumerate(_OR)
}
_ESTIMATED = in_any_case(r"(?:(?:an|the)\s+)?estimated|est\.?|geschätzte?n?|schätzungsweise|une\s+estimation\s+de")

# “Spread over 11 kilometres” is across them.
_ACROSS = in_any_case(
    r"\b(?:spread|scatter(?:s|ed|ing)?|strewn|sprawl(?:s|ed|ing)?|distributed|dispersed|phased|paid|staggered)"
    r"(?:\s+out)?\s+\Z"
)
_ANYWHERE = in_any_case(r"\banywhere\s+from\s+\Z")
_TO = lazy_pattern(r"\sto\s|\d[-–]")
_FAR_NEGATION = in_any_case(
    r"\b(?:not|never|cannot|[a-z]+n['’]t)\s+(?:[^\W\d_]+\s+){1,5}(?:more\s+than|over|above|exceed\w*"
    r"|beyond|less\s+than|fewer\s+than|under|below)\s+\Z"
)
_FOREIGN_BEFORE = in_any_case(
    rf"(?<![^\W_])(?:{any_of(FOREIGN_HEDGES)})(?:\s+(?:als|de|que|di|dan|чем|من|than|a|à))?"
    r"(?:\s+(?:el|los|las|del|al|il|i|gli|dei|les|des|du|die|der|den|dos|das|um|uma|un|una|ein|een))?\s+\Z"
    r"|(?:约|大约|近|超过|不到|至少|約|およそ|以上|超)\s?\Z"
)
_FOREIGN_AFTER = lazy_pattern(r"\s?[^\W\d_]{0,3}?(?:多|余|以上|以下|未満|以内|超|左右|せ|से\s+(?:अधिक|कम|ज़्यादा))")

_UNFINISHED = in_any_case(r"\s+or\s+(?:more|greater|higher|larger|less|lower|fewer)\s+than\s*(?:\Z|[.,;:!?])")
_CURRENCY = rf"(?:\s+(?:US|U\.S\.))?(?:\s*{PRINTED_CURRENCY}|\s*\+)?"

_ARTICLE = r"(?P<article>\s+(?:an?|the))?"
# Prepositions that may lead to the noun after the number: talks over a $5 billion deal. With “the”, other hedges may
# do so as well (up to the 40% mark), while “than the” compares with a number that is exact: more than the 41% of 2020.
_PREPOSITIONS = frozenset("about above around below beyond over under".split())
_AT_MOST = in_any_case(rf"{_NOUN},?\s+at\s+(?:the\s+(?:very\s+)?)?(?:most|least)(?![^\W_])")
"""Not read as a hedge where the phrase goes on: 20 tonnes at most sank, 20 tonnes at most mines."""

# “Grew by 5 percent over 12 years” says how long it took; “lasted for over 12 years” is a bound.
_TIME_AFTER = in_any_case(
    r"(?<![\s-])[\s-]+(?:second|minute|hour|day|week|month|quarter|season|year|decade)s?(?![^\W_])"
)
_BOUND_OVER = in_any_case(
    r"\b(?:just|well|far|slightly|little|lot|for|of|after|in|with|until|to|at|is|was|are|were|be|been|takes?|took|taken"
    r"|last(?:s|ed|ing)?|spen[dt]s?|needs?|needed|serv(?:e|es|ed|ing))\s+\Z"
)

# “Probably one of the best” and “he pushed around one defender” are not estimates.
_ONE = in_any_case(
    r"one(?=\s)(?!\s+(?:in|out|and|hundred|[mbtr]+illion|thousand|percent|per|hour|day|week|month|year)(?![^\W_]))"
)

_LONGEST = 80
"""Characters before and after a number within which its hedge lies."""

_PARAGRAPH_END = lazy_pattern(r"\n[^\S\n]*\n")


@cache
def _before() -> re.Pattern[str]:
    """What a hedge before a number looks like."""
    english = language_of(ENGLISH)
    # A capital C with a point ends a sentence more often than it means circa.
    hedge = any_of(form for form in english.before if form != "c.")
    hedge += r"|(?-i:c\.)"
    negated = rf"(?P<not>(?:(?<![^\W_])(?:{any_of(english.negations)}|[a-z]+n['’]t)\s+(?:be\s+|been\s+)?)?)"
    begins = r"(?:(?<![^\W_])(?=[^\W_])|(?<![=<>-])(?=[^\w\s]))"
    # A maximum sentence of one year bounds it; maximum winds of 85 mph are that fast.
    more = r"(?:\s+(?:another|a\s+further|a\s+total\s+of)|(?P<most>(?<=imum)\s+[a-z]{2,20}\s+of))?"
    hedges = rf"(?P<hedge>{hedge})(?:(?:\s+|(?<=\W))(?P<second>{hedge}))?"
    return in_any_case(rf"{negated}{begins}{hedges}{more}{_ARTICLE}{_CURRENCY}\s*[“\"'‘]?\Z")


@cache
def particle(language: Language) -> re.Pattern[str]:
    """A verb or noun with a word like over that belongs to it, and not to the number after it: ein Vertrag über."""
    return in_any_case(rf"\b(?:{language.pattern('particle')})\s+\Z")


def folded(words: str) -> str:
    """The words of a hedge as the tables of the languages have them."""
    return " ".join(words.casefold().split())


def read_hedge(match: re.Match[str], modifiers: Mapping[str, str]) -> Hedge:
    """The hedge that a pattern has found before a number, in its groups `not`, `hedge` and `second`.

    Of two hedges the bound decides: up to around 10.
    """
    if match["second"] and _ends_sentence(match["hedge"], match["second"]):
        return modifiers[folded(match["second"])], match["second"]
    first, words = modifiers[folded(match["hedge"])], match["hedge"]
    if match["not"] and first in NEGATED:
        first, words = NEGATED[first], match["not"] + words
    if match["second"] is None:
        return first, words
    second = modifiers[folded(match["second"])]
    return (first if second == "≈" else second), match.string[match.start("hedge") : match.end("second")]


def decisive(before: Hedge | None, after: Hedge | None) -> Hedge | None:
    """Which of the hedges before and after a number counts: a bound, rather than an approximation before it."""
    return after if after and (before is None or before[0] == "≈") else before


def may_bound(words: str) -> str:
    """Why words beside a number leave its bound open."""
    return f"“{words.strip()}” beside the number may bound it; say so in `bound` (= if it does not)"


def paragraph_around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the paragraph of a number begins and ends, `reach` characters from it at most."""
    first, last = max(start - reach, 0), min(end + reach, len(text))
    for break_ in _PARAGRAPH_END.finditer(text, first, start):
        first = break_.end()
    break_after = _PARAGRAPH_END.search(text, end, last)
    return first, break_after.start() if break_after else last


def _ends_sentence(hedge: str, following: str) -> bool:
    """Whether the point of an abbreviated hedge ends a sentence before the next hedge: “46% max. Some 47%”."""
    return hedge.endswith(".") and following[:1].isupper()


def hedge_before(text: str, start: int) -> Hedge | None:
    """The hedge directly before `start`; None if there is none. A currency sign may come between: about $3 billion."""
    match = _before().search(text, paragraph_around(text, start, start, _LONGEST)[0], start)
    if match is None or match["most"] or (match["article"] or "").strip().lower() == "the":
        return None
    is_across = match["hedge"].lower() == "over" and _ACROSS.search(
        text, match.start("hedge") - 20, match.start("hedge")
    )
    if is_across and match["second"] is None:
        return None
    return read_hedge(match, language_of(ENGLISH).before)


def _hedge_after(text: str, end: int) -> Hedge | None:
    """The hedge directly after `end`; None if there is none."""
    match = _HEDGE_AFTER.match(text, end, paragraph_around(text, end, end, _LONGEST)[1])
    if match is None:
        return None
    group = next(name for name in _GROUPS if match[name] is not None)
    return _GROUPS[group], match[0].strip(" ,(")


def hedge_around(text: str, start: int, end: int) -> Hedge | None:
    """The hedge of a number that is printed from `start` to `end`; None if it has none."""
    return decisive(hedge_before(text, start), _hedge_after(text, end))


def unclear_hedge(text: str, start: int, end: int) -> str | None:
    """Why the words around a number may or may not be a hedge of it; None if they are clear."""
    before, last = paragraph_around(text, start, end, _LONGEST)
    hedge = _before().search(text, before, start)
    if hedge and _ONE.match(text, start) and language_of(ENGLISH).before[folded(hedge["hedge"])] == "≈":
        return may_bound(hedge["hedge"])
    for unclear in (
        hedge if hedge and (_leads_to_noun(hedge) or _may_span(text, hedge, Span(start, end))) else None,
        None if _HEDGE_AFTER.match(text, end, last) else _AT_MOST.match(text, end, last),
        particle(language_of(ENGLISH)).search(text, before, start),
        None if _TO.search(text, start, end) else _ANYWHERE.search(text, before, start),
        _FAR_NEGATION.search(text, before, start),
        _FOREIGN_BEFORE.search(text, before, start),
        _FOREIGN_AFTER.match(text, end),
        _UNFINISHED.match(text, end),
    ):
        if unclear:
            return may_bound(unclear[0])
    return None


def _leads_to_noun(hedge: re.Match[str]) -> bool:
    """Whether a hedge with an article or a noun after it may belong to that noun or the one after the number."""
    if hedge["most"]:
        return True
    article, words = hedge["article"], hedge["second"] or hedge["hedge"]
    if article is None or words.lower().endswith("than"):
        return False
    return article.strip().lower() == "the" or words.lower() in _PREPOSITIONS


def _may_span(text: str, hedge: re.Match[str], number: Span) -> bool:
    """Whether “over” before a number of years may say how long something took, and not that it is more."""
    if hedge["second"] or hedge["hedge"].lower() != "over":
        return False
    unit = _TIME_AFTER.match(text, number.end) or _TIME_AFTER.search(text, *number)
    return unit is not None and _BOUND_OVER.search(text, max(hedge.start() - _LONGEST, 0), hedge.start()) is None


def says_estimated(hedge: str) -> bool:
    """Whether the words of a hedge only call the number an estimate."""
    return _ESTIMATED.fullmatch(hedge) is not None
