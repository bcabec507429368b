"""Whose a number is by the words next to it or to its measure: Greece (25.4%), Brazil’s exports, the price of oil."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.extract.statements import NamedPlace
from tui.items.statement_words import words_in
from tui.languages.lexicon import CURRENCY_WORDS
from tui.languages.word_patterns import any_of
from tui.text.span import Span

DETERMINER = r"(?:(?:the|its|their|his|her|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|o|os|as)\s|[lL]['’])?"
# Between a name and its own number: Greece (25.4%), CBS with 3.1 million.
_NEXT_TO = re.compile(
    r"\s?\((?:rund|etwa|about|je|plus|minus|up|down)?\s?[+]?|,?\s(?:with|mit|avec|con|com)\s(?:(?:nearly|about|around|fast|rund|etwa|bislang|bisher)\s)?"
)
_OF_ANOTHER = re.compile(
    rf"(?<![^\W_])(?:to|from|towards?|verso|vers|hacia|nach|aus|extra)\s{DETERMINER}(?:[a-zà-ÿ]{{3,}}\s){{0,2}}\Z"
    rf"|\d\s(?:[a-z]{{1,3}}ill[a-zà-ÿ]{{2,6}}\s)?(?:d[ei]\s|of\s)?(?:(?:{any_of(CURRENCY_WORDS)})\s)?\Z",
    re.IGNORECASE,
)
"""Before a name with a number next to it that is not its own: sales to Chile (5%); 5 milliards de francs CFA ($9)."""
OF_OTHERS = re.compile(r"(?<!\S)(?:its|their|his|her|ihre[nm]?|seine[nm]?|leurs?|ses|son|sa|sus?|suas?|seus?)\s\Z")
"""What says of a measure that it is of somebody named before: the move would cut its profits."""
_SHARE = re.compile(
    r"%|(?:per|por|pour|pro)\s?cent|Prozent|cento|ciento|процент|half|third|quarter|tercio|tiers", re.IGNORECASE
)
_PART_OF = re.compile(r"\s(?:of|de|von|di|do|da)\s(?:the\s)?")
"""Between a share and the place that it is a part of: 40% of Arizona."""
_PLACES = ("place", "country")
PLACED = re.compile(r"(?<![^\W_])(?:in|en|em|à|в|на)\s$")
_IN = re.compile(
    r"\s(?:in|en|em|no|na|nel|nella|im|au|aux|à|dans|в)\s(?:(?:the|le|la|les|el|los|las)\s|l['’])?", re.IGNORECASE
)
# Between a measure and whose it is: the unemployment rate in Austria.
OF = re.compile(
    rf"\s(?:(?:in|at|bei|chez|of|von|de|en|del|da|do|di|in|nel|à|au)\s{DETERMINER}|(?:du|des|der)\s|d['’])",
    re.IGNORECASE,
)
_HAS = re.compile(r"['’]s?\s(?:(?:[a-z][a-z-]{1,18}|\d{4}|[A-Z0-9-]{2,6})\s){0,3}")
"""Between a name and its measure: Brazil’s crude output."""
_WITH = re.compile(r",\s(?:with|avec|con|com)\s(?:(?:an?|une?|una?|uma?)\s)?(?:(?:[a-z][\w-]{1,18}|\d{4})\s){0,3}")
"""Between a name and its measure: Orla, with annual sales of 5 million."""
_NOUN = r"(?:[a-z-]{3,15}\s)?[a-z-]{3,15}"
_WHOSE = re.compile(
    rf"(?<![^\W_])(?:(?P<owner>[Tt]he\s{_NOUN}){_HAS.pattern}|(?P<other>The\s{_NOUN}),\swith\s(?:[a-z0-9-]{{2,18}}\s){{0,3}})\Z"
)
"""Before a measure, whose it is: the firm’s annual sales."""
_VAGUE = re.compile(r"\s(?:world|year|month|quarter|week|day|season|decade|century|period|others?)$")
"""Owners that say when or where, and not of what: the year’s profit."""


@cache
def _of_titled() -> re.Pattern[str]:
    """Between a measure and a name, with what that is in English: shares in the engineering group Jarvis."""
    what = f"{words_in('en')['companies']}|giant|unit|rival|chain|subsidiary|state|city"
    return re.compile(rf"{OF.pattern}(?:(?:[a-z-]{{3,15}}\s){{0,2}}(?:{what})\s)?", re.IGNORECASE)


def _is_only_place(text: str, name: NamedPlace, between: str, names: Sequence[NamedPlace]) -> bool:
    """Whether what is counted is in a place alone: 50 people in Chile, but not in Chile and Peru."""
    is_placed = name.kind in _PLACES and _IN.fullmatch(between) is not None
    return is_placed and not any(0 < other.span.start - name.span.end < _NEAR for other in names)


_NEAR = 8
_AND = re.compile(r"\s(?:and|und|et|y|e|и)\s")


def _is_adjective(text: str, name: NamedPlace, measured: Span) -> bool:
    """Whether a name is like an adjective of its measure in English: the US trade gap narrowed."""
    is_part = is_oblique(text, name, 0) or is_in_word(text, name.span)
    before, after = _beside_measure()
    return not is_part and bool(
        before.fullmatch(text, name.span.end, measured.start) and after.match(text, measured.end)
    )


@cache
def _beside_measure() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is between such a name and its measure, and after the measure."""
    words = words_in("en")
    links, verbs = rf"{words['grammar']['prepositions']}|{words['grammar']['joining']}", words["verbs"]
    return (
        re.compile(rf"\s(?:(?!(?:{links}|{verbs}|{words['speech']['verb']})\s)[a-z][a-z-]{{2,18}}\s){{0,2}}"),
        re.compile(rf"\s(?:{links}|{verbs}|{words['moves']})\s|[.,;:]|$", re.MULTILINE),
    )


def owner_of(
    text: str, span: Span, names: Sequence[NamedPlace], measure: Proposed | None, code: str
) -> Proposed | None:
    """The name next to a number, or joined to its measure by “of” or a possessive."""
    measured = measure.span if measure else None
    for name in names:
        is_next_to = 0 < span.start - name.span.end < 20 and _NEXT_TO.fullmatch(text, name.span.end, span.start)
        # In Leipzig (500 workers) is of something there; in Sicily (+7%) is of Sicily.
        before = text[max(name.span.start - 5, 0) : name.span.start]
        is_of_place = "%" in text[slice(*span)] or not PLACED.search(before)
        is_listed = name.kind in _PLACES and text[name.span.end : span.start] == ": "
        is_own = is_of_place and not _OF_ANOTHER.search(text, max(name.span.start - 40, 0), name.span.start)
        if (is_next_to or is_listed) and is_own:
            return proposed(name)
        is_share = _SHARE.search(text, *span) is not None
        is_whole = not text.startswith(("’s", "'s"), name.span.end)
        if is_share and is_whole and name.kind in _PLACES and _PART_OF.fullmatch(text, span.end, name.span.start):
            return proposed(name)
        if measured is None:
            continue
        between = text[measured.end : name.span.start]
        is_alone = not any(_AND.fullmatch(text, name.span.end, other.span.start) for other in names)
        # Its sales in Chile are not of Chile, and profits at Chile’s Orla neither.
        is_of = (
            measured.end <= span.start
            and is_whole
            and not OF_OTHERS.search(text, max(measured.start - 8, 0), measured.start)
        )
        if (
            _HAS.fullmatch(text, name.span.end, measured.start)
            or (code == "en" and _is_adjective(text, name, measured))
            or _WITH.fullmatch(text, name.span.end, measured.start)
            or (not is_share and span.end <= measured.start and _is_only_place(text, name, between, names))
            or (is_of and is_alone and (_of_titled().fullmatch(between) or (code == "de" and between == " ")))
        ):
            return proposed(name)
    if measured and code == "en" and measured.end <= span.start:
        whose = _WHOSE.search(text, max(measured.start - 100, 0), measured.start)
        owner = Span(*whose.span(whose.lastgroup or 0)) if whose else None
        if owner and not _VAGUE.search(text[slice(*owner)]):
            return Proposed(text[slice(*owner)], span=owner)
    return None


def place_of(text: str, span: Span, within: Span, names: Sequence[NamedPlace]) -> Proposed | None:
    """The place of a measure that is no more than its word: in Austria, the jobless rate rose to 5%."""
    for name in (each for each in names if each.kind in _PLACES):
        after, before = text[span.end : name.span.start], text[within.start : name.span.start]
        if _IN.fullmatch(after) or (_IN.fullmatch(f" {before}") and name.span.end < span.start):
            return proposed(name)
    return None


def proposed(name: NamedPlace) -> Proposed:
    """A name as it is proposed for a field."""
    return Proposed(name.text, name.record, name.span)


_OBLIQUE = re.compile(
    rf"(?<![^\W_])(?:in|en|em|à|в|на|at|to|from|of|for|by|on|with|de|du|des|d['’]|del|di|da|do|a|au|aux|von|zu|zur|zum|nach|aus|an|im|bei"
    rf"|из|для|с|от)\s?{DETERMINER}$"
)
"""What makes a name a part of what is said of another."""


def is_in_word(text: str, name: Span) -> bool:
    """Whether a name is only a part of a word: non-EU, Madrid-based, Ryanair/Boeing."""
    return text[max(name.start - 1, 0) : name.start] in ("-", "/") or text[name.end : name.end + 1] in ("-", "/")


def is_oblique(text: str, name: NamedPlace, start: int) -> bool:
    """Whether a name after `start` is only a part of what is said of another: in Chile, but not in Chile’s mines."""
    lead = _OBLIQUE.search(text, max(name.span.start - 20, start), name.span.start)
    return lead is not None and not text.startswith(("’s", "'s"), name.span.end)
