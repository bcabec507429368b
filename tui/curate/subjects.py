"""The subject of a number: whom or what it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.curate.noun_phrases import TIME, in_phrase, is_subject, no_subject
from tui.curate.owners import DETERMINER, owner_of, place_of, proposed
from tui.curate.statements import Claimed, NamedPlace
from tui.items.names import is_opener
from tui.items.statement_words import measures_in, words_in
from tui.quantity.word_patterns import NEVER
from tui.text.span import Span

# Verbs whose subject only states a number, and is not what it is about.
_STATES = (
    r"(?:(?:bestätig|erklär|erwarte|rechne|sag|schätz|teil|zähl)ten?|(?:erwarte|rechne)[nt]|(?:add|argu|calculat|caus|claim|confirm|count|estimat"
    r"|expect|explain|forecast|insist|not|predict|stat|warn)ed)"
)
# A dateline, the time of an entry, the number of a list.
_LEAD = re.compile(
    r"[^\W\d_][^.;!?()\n]{1,60}\([^()\n]{2,30}\)\s?[-–—]+\s|\d{1,2}[:.h]\d\d\s|\d{1,2}[.)]\s|[A-ZÀ-Þ]{3,20}\s[-–—]\s"
)
_OPENING = re.compile(r"[\s“„«\"—–•-]*")
_THAT = {
    "en": re.compile(r"\sthat\s|\ssaid\s(?=the\s|it)|\bsaid\s"),
    "de": re.compile(r",\sdass\s|\bsagte,\s"),
    "fr": re.compile(r"\sque\s"),
    "es": re.compile(r"\sque\s"),
    "ru": re.compile(r",\sчто\s"),
}
# Words between the verb and the number after which the number may be about something else.
_TURNS = re.compile(
    r"[,;:()“”«»\"]|(?<![^\W_])(?:(?:expect|forecast|predict)\w{0,3}|(?<!much\s)(?<!many\s)as(?!\s(?:much|many|high|low))|después|antes"
    r"|luego|après|avant|after|before"
    r"|because|although|while|that|which|who|where|when|with|among|dass|welche\w?|mit|que|qui|dont|avec|où"
    r"|con|donde|para|pour|который|которая|которые|что|с|caus\w{1,5}|provoqu\w{1,5}|provoc\w{1,5}|verursach\w{1,4}|requis|réclam\w{1,5}"
    # Prosecutors wanted the firms to surrender 5 million.
    r"|(?:the|an?|his|its|their)\s(?:[\w-]+\s){1,4}to\s(?!(?:about|around|nearly|almost|over|just|more|less|between|at)\s)[a-z]{3,20}"
    r")(?![^\W_])"
)
_MOST_BETWEEN = 8
"""The most words between a verb and a number that belongs to its subject."""
_ADVERB = re.compile(r"\s(?:[a-z]{2,20}ly|already|also|now|still|then|alone|[а-яё]{3,20}но)$")
_OF_OTHERS = re.compile(r"\s(?:its|their|his|her|ihren?|ihrem|seinen?|seinem|leurs?|ses|son|sa|sus?|suas?|seus?)\s$")
"""What says of a measure that it is of somebody named before: the move would cut its profits."""
_IN_TIME = re.compile(rf"\s(?:in|im|nel|au|en|no|в)\s(?:(?:the|el|le|il|o)\s)?(?:[a-zà-ÿ]{{4,10}}\s)?{TIME}$")
"""When something was, at the end of the words before a verb."""
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Since|During|Last|This|At|For|After|Before|Im|Am|Seit|En|Dans|Depuis|Le|Desde|El|В"
    r"|С)\s[^,]{1,40},\s+)?(?:(?:However|Meanwhile|Overall|Nevertheless|Yet|Still),\s)?"
)
_OBLIQUE = re.compile(
    rf"(?<![^\W_])(?:in|en|em|à|в|на|at|to|from|of|for|by|on|with|de|du|des|d['’]|del|di|da|do|a|au|aux|von|zu|zur|zum|nach|aus|an|im|bei"
    rf"|из|для|с|от)\s?{DETERMINER}$"
)
"""What makes a name a part of what is said of another."""
_PERSONAL = re.compile(r"(?<![^\W_])(?:he|she|er)(?![^\W_])")
_ONWARD = re.compile(r"(?<![^\W_])(?:and|und|et|y|e|и)\s(?:(?:[a-z]{3,15}ly|now|also|then|nun|jetzt|ahora)\s)?")
"""What joins two verbs of one subject."""
_WITH = re.compile(
    r"(?<![^\W_])(?:with|mit|avec|con|com|с)\s(?:(?:an?|eine[rm]?|une?|una?|uma?|over|nearly|about|rund|fast|près|de|casi|quasi"
    r"|oltre|quase|почти|более)\s){0,2}$"
)
_ITSELF = {
    "en": re.compile(r",?\s(?:that\s)?(?:it|they|he|she)\s"),
    "de": re.compile(r"(?:\smit)?,?\s(?:dass\s)?(?:er|sie)\s"),
    "fr": re.compile(r"(?:,[^,]{1,30},)?\s(?:avoir|qu['’](?:il|elle|ils|elles))\s"),
}
"""After who says something: what is said of the speaker."""
_APPOSITION = re.compile(r",\s[^,.;:()“”\"]{2,80},(?=\s)")
_ASIDE = re.compile(rf"(?P<phrase>(?:[^\W\d_][\w’'&-]*\s){{0,3}}[^\W\d_][\w’'&-]*){_APPOSITION.pattern}\s")
_WORD = re.compile(r"\s([^\W\d_]+)(?=\s)")
_LONGEST, _LONGEST_WITH_MEASURE = 7, 12
"""The most words of a subject, and of one with the word for what is measured."""


@cache
def _verbs(code: str) -> re.Pattern[str]:
    """The verbs that follow the subject of a clause, but for those that only state a number."""
    return re.compile(rf"(?<=\s)(?!{_STATES}\s)(?:{words_in(code).get('verbs', NEVER)})(?=\s)")


@cache
def _inverted() -> re.Pattern[str]:
    """What a German clause begins with where the verb comes before the subject, with the verb."""
    return re.compile(
        rf"(?:(?:Insgesamt|Damit|Zudem|Derzeit|Dort|Hier|Zuletzt|Bislang|Bisher)"
        rf"|(?:In|Im|Am|Bei|Nach|Seit|Für|An|Auf|Vor)\s[^,.;:()]{{1,50}})\s(?:{words_in('de')['verbs']})\s(?:(?:der|die|das)\s)?"
    )


def subject_of(
    text: str,
    span: Span,
    within: Span,
    said: Claimed | None,
    names: Sequence[NamedPlace],
    code: str,
    measure: Proposed | None = None,
) -> Proposed | None:
    """Whom or what a number is about: a name next to it or its measure, else the subject of the clause before it."""
    others = [name for name in names if not (said and said.claimant.span.overlaps(name.span))]
    if owner := owner_of(text, span, others, measure, code):
        return owner
    itself = _ITSELF[code].match(text, said.span.end, span.start) if said and code in _ITSELF else None
    is_person = itself is not None and _PERSONAL.search(itself[0]) is not None
    if said and itself and is_person <= (said.claimant in names) and _belongs(text, itself.end(), span, code, measure):
        return proposed(said.claimant)
    for start in _clause_starts(text, span, within, said, code):
        opened = _ADVERBIAL.match(text[start : span.start])
        begin = start + (opened.end() if opened else 0)
        subject = _name_at(text, begin, span, names, code, measure)
        subject = subject or _phrase_at(text, begin, span, names, code, measure)
        if subject is not None:
            spoken = said is not None and subject.span is not None and said.span.overlaps(subject.span)
            if not spoken:
                is_alone = subject.span is None or not _has_rival(text, Span(subject.span.end, span.start), names)
                found = subject if subject.text else place_of(text, span, within, others)
                return found if is_alone else None
    return None


def _has_rival(text: str, between: Span, names: Sequence[NamedPlace]) -> bool:
    """Whether the words between a subject and a number name someone else whom it may be about."""
    return any(
        between.covers(name.span)
        and not _OBLIQUE.search(text, max(name.span.start - 20, between.start), name.span.start)
        for name in names
    )


def _belongs(text: str, start: int, span: Span, code: str, measure: Proposed | None) -> bool:
    """Whether a number belongs to a subject, by the words between the verb of it and the number."""
    # In brackets may be the same amount in another currency.
    end = span.start - text.startswith("(", span.start - 1)
    # It is a maker with a capacity of 5 tonnes; it is first with nearly 5 tonnes.
    is_before = measure and measure.span and start < measure.span.start < end
    with_it = _WITH.search(text, start, measure.span.start if measure and measure.span and is_before else end)
    end = with_it.start() if with_it else end
    if _TURNS.search(text, start, end):
        return False
    for onward in _ONWARD.finditer(text, start, end):
        if _verbs(code).match(text, onward.end()):
            start = onward.end()
    return len(text[start:end].split()) <= _MOST_BETWEEN


def _name_at(
    text: str, begin: int, span: Span, names: Sequence[NamedPlace], code: str, measure: Proposed | None
) -> Proposed | None:
    """The name that a clause begins with, before its verb; what it is may be said between them, set off by commas."""
    for name in names:
        if name.span.start < begin or name.span.end >= span.start:
            continue
        end = name.span.end
        inverted = code == "de" and _inverted().fullmatch(text, begin, name.span.start)
        if inverted and _belongs(text, end, span, code, measure):
            return proposed(name)
        if not re.fullmatch(rf"{DETERMINER}[«„“\"]?", text[begin : name.span.start], re.IGNORECASE):
            continue
        end += text.startswith(("»", "”", "“", '"'), end)
        apposition = _APPOSITION.match(text, end, span.start)
        verb = _WORD.match(text, apposition.end() if apposition else end, span.start)
        if verb and _is_verb(text, verb, code) and _belongs(text, verb.end(), span, code, measure):
            return proposed(name)
    return None


def _is_verb(text: str, word: re.Match[str], code: str) -> bool:
    """Whether the word after a name is its verb; “exports” is none before another verb."""
    if word[1][0].isupper() or no_subject().search(word[1]):
        return False
    finite, measured = _verbs(code), measures_in(code)
    is_measure = measured is not None and measured.fullmatch(word[1]) is not None
    if finite.match(text, word.start(1)):
        return not (is_measure and finite.match(text, word.end() + 1))
    return code not in ("en", "de", "ru") and not is_measure and not is_opener(word[1], code)


def _phrase_at(
    text: str, begin: int, span: Span, names: Sequence[NamedPlace], code: str, measure: Proposed | None
) -> Proposed | None:
    """The subject that a clause begins with, as a name in it or in its words; without words, it has no other."""
    opening = _OPENING.match(text, begin)
    begin = opening.end() if opening else begin
    aside = None if text.startswith(", ", max(begin - 2, 0)) else _ASIDE.match(text, begin, span.start)
    if aside and _verbs(code).match(text, aside.end()) and _belongs(text, aside.end(), span, code, measure):
        phrase = Span(*aside.span("phrase"))
        if is_subject(text, phrase, names, code):
            return in_phrase(text, phrase, names, code, None)
    for verb in _verbs(code).finditer(text, begin, span.start):
        phrase = Span(begin, verb.start() - 1)
        words = _IN_TIME.sub("", text[slice(*phrase)])
        phrase = Span(begin, begin + len(_ADVERB.sub("", words)))
        words = text[slice(*phrase)]
        has_measure = measure is not None and measure.span is not None and phrase.covers(measure.span)
        if len(words.split()) > (_LONGEST_WITH_MEASURE if has_measure else _LONGEST):
            return None
        if is_subject(text, phrase, names, code) and _belongs(text, verb.end(), span, code, measure):
            if measure and measure.span and _OF_OTHERS.search(text, verb.end(), measure.span.start):
                return None
            return in_phrase(text, phrase, names, code, measure.span if measure and has_measure else None)
    return None


def _clause_starts(text: str, span: Span, within: Span, said: Claimed | None, code: str) -> Iterator[int]:
    """Where the clause of a number may begin, the nearest place first."""
    lead = _LEAD.match(text, within.start, span.start)
    starts = [lead.end() if lead else within.start]
    if that := _THAT.get(code):
        starts += [match.end() for match in that.finditer(text, within.start, span.start)]
    if said and said.span.end <= span.start:
        comma = re.compile(r"[,:]?\s*[“„«\"]?\s*").match(text, said.span.end)
        starts.append(comma.end() if comma else said.span.end)
    starts += [
        match.end()
        for match in re.compile(r",\s+(?:and\s+|but\s+)?|[“«„\"]\s?").finditer(text, within.start, span.start)
    ]
    return iter(sorted(set(starts), reverse=True))
