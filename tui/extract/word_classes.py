"""The words of a stretch of text, each with one letter for what it is, so that patterns of letters find its clauses."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui.extract.clause_syntax import rises
from tui.extract.owners import is_in_word
from tui.extract.statements import NamedPlace
from tui.items.statement_words import listed, measures_in, words_in
from tui.languages.language import language_of
from tui.languages.word_patterns import NEVER
from tui.numbers.number_words import is_month_or_weekday
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

TIME = (
    r"(?:quarter|half|year|month|week|day|period|time|decade|season|summer|winter|Quartal|Halbjahr|Jahr|Jahre|Monat|Woche|Tag"
    r"|Zeit|trimestre|semestre|an|année|año|anno|ano|mois|mes|mês|mese|période|período|periodo|semaine|semana|settimana"
    r"|год[ау]?|годом|день|дня|месяца?|месяце|квартал[ае]?|недел[яеию]|врем(?:я|ени)|момента?)"
)
"""The nouns for a time."""

_LETTERS = {
    "definite": "d",
    "indefinite": "i",
    "owning": "h",
    "pairing": "b",
    "prepositions": "p",
    "relative": "r",
    "subordinate": "t",
    "joining": "c",
    "person": "q",
    "thing": "z",
    "speaker": "o",
    "adverbs": "x",
}
_TOKEN = lazy_pattern(
    r"(?P<owner>['’]s?(?![^\W_]))|(?:[ldnscjmtLDNSCJMT]|[Qq]u|[Uu]n|[a-zA-Z]{1,3}ll)['’](?=[^\W_])"
    r"|[^\W\d_](?:[\w&]|[-.](?=[^\W_]))*|\d[\d.,]*(?<![.,])(?:\w|-(?=[^\W_]))*|\S"
)
_QUOTES = '«»„“”"'
_WORLD = in_any_case(rf"{TIME}|world|industry")
_TIME = in_any_case(rf"{TIME}s?|\d{{4}}")
_SO = ("many", "much", "high", "low")
_AHEAD = 16
"""How many words after one decide whether it is a verb."""
_VERB_AFTER = lazy_pattern(r"(?:[pbc][dih]?[kKmny#s]*)*x*[vg]|[-,(.;:)]")
_PARTICIPLE = lazy_pattern(r"[a-z]{3,}ed")
_AFTER_ARTICLE = lazy_pattern(r"i[kx]+\Z")
_ADVERB = lazy_pattern(r"[a-z]{3,}ly|[а-яё]{3,}но")


class Classes(NamedTuple):
    """The words of a stretch, and as many letters.

    d, i, h: a definite, indefinite or possessive determiner · p, b: a preposition, of one thing or two · n: a name ·
    m: a measure · k, K: another word, with a capital · y: a time · #: a number · s: the ’s of an owner · v, g: a verb,
    one of speech · u: a verb that no subject has · r, t: what begins a clause, relative or not · c: what joins two
    clauses or words · q, z, o: a pronoun of a person, of a thing, of anybody else · x: an adverb · anything else stands
    for itself.
    """

    letters: str
    words: list[Span]


def classes_of(text: str, within: Span, names: Sequence[NamedPlace], code: str) -> Classes:
    """The words of a stretch in their classes."""
    spans = [name.span for name in names if within.covers(name.span)]
    ends = {place for span in spans for place in span}
    letters: list[str] = []
    words: list[Span] = []
    place = within.start
    while match := _TOKEN.search(text, place, within.end):
        span = Span(*match.span())
        at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
        if at >= 0 and spans[at].start <= span.start < spans[at].end:
            span = Span(span.start, max(spans[at].end, span.end))
            # The Frankfurt of “Frankfurt-based” is no name of its own.
            letters.append("k" if is_in_word(text, spans[at]) else "n")
        elif text[span.start] in _QUOTES and any(each in ends for each in (span.start, span.end)):
            # «Яндекс»
            place = span.end
            continue
        elif match["owner"]:
            # It’s is a verb, and the world’s has no owner.
            is_world = bool(words) and _WORLD.fullmatch(text, *words[-1])
            letters.append("v" if letters[-1:] in (["q"], ["z"]) else "k" if is_world else "s")
        else:
            letters.append(_letter(text[slice(*span)], code))
        words.append(span)
        place = span.end
    return Classes(_settled(text, letters, words, code), words)


def _letter(word: str, code: str) -> str:
    folded = word.lower()
    if found := _grammar(code).fullmatch(folded):
        return _LETTERS[str(found.lastgroup)]
    if not word[0].isalpha():
        return "#" if word[0].isdecimal() or word[0] in "$€£%₽¥" else "-" if word[0] in "–—-" else word
    if _TIME.fullmatch(word) or is_month_or_weekday(folded, language_of(code)):
        return "y"
    is_lower = word[0].islower()
    if is_lower and _words(code, "verb", "speech").fullmatch(word):
        return "g"
    if is_lower and _verbs(code).fullmatch(word):
        return "v"
    measured = measures_in(code)
    if measured and measured.fullmatch(word):
        return "m"
    if _ADVERB.fullmatch(word):
        return "x"
    return "k" if is_lower else "K"


def _settled(text: str, letters: list[str], words: Sequence[Span], code: str) -> str:
    """The letters, where what may be a verb is one only if the words beside it let it be one."""
    measured, helping = measures_in(code), _words(code, "auxiliary")
    for i, letter in enumerate(letters):
        word = text[slice(*words[i])]
        if word == "as" and any(text[slice(*each)] in _SO for each in words[max(i - 1, 0) : i + 2]):
            letters[i] = "x"
        if letter not in "vg":
            continue
        before = letters[i - 1] if i else ""
        is_measure = measured is not None and measured.fullmatch(word) is not None
        is_noun_too = is_measure or rises(code).fullmatch(word) is not None
        is_infinitive = code == "en" and i and text[slice(*words[i - 1])] == "to"
        # The costs; a reported loss; exports rose.
        is_noun = before in tuple("dihps") or (
            is_measure and (before == "u" or (before == "v" and not helping.fullmatch(text, *words[i - 1])))
        )
        # A sharp fall; a verb would be “falls”.
        is_base = code == "en" and rises(code).fullmatch(word) is not None
        is_noun = is_noun or (is_base and _AFTER_ARTICLE.search("".join(letters[max(i - 3, 0) : i])) is not None)
        is_noun = is_noun or (is_noun_too and _VERB_AFTER.match("".join(letters[i + 1 : i + _AHEAD])) is not None)
        if is_infinitive:
            letters[i] = "u"
        elif is_noun or (_PARTICIPLE.fullmatch(word) and _is_adjective(text, i, letters, words, code)):
            letters[i] = "m" if is_measure else "k"
    return "".join(letters)


def _is_adjective(text: str, i: int, letters: Sequence[str], words: Sequence[Span], code: str) -> bool:
    """Whether a participle goes with a noun: a plan backed by the bank; based in Chile, it; developed nations."""
    before, after, then = letters[i - 1] if i else "", *[*letters[i + 1 : i + 3], "", ""][:2]
    is_by = after == "p" and text[slice(*words[i + 1])] == "by" and not _words(code, "moves").fullmatch(text, *words[i])
    is_before_noun = after in tuple("kKm") and then in tuple("vg")
    return (is_by and before not in ("v", "x")) or before in ("", ",", "(") or is_before_noun


@cache
def _grammar(code: str) -> re.Pattern[str]:
    lists = words_in(code).get("grammar", {})
    return re.compile("|".join(rf"(?P<{key}>{lists[key]})" for key in _LETTERS if key in lists) or NEVER)


@cache
def _verbs(code: str) -> re.Pattern[str]:
    return re.compile("|".join(listed(code, key) for key in ("verbs", "auxiliary", "moves")))


@cache
def _words(code: str, key: str, within: str = "") -> re.Pattern[str]:
    return re.compile(listed(code, key, within))
