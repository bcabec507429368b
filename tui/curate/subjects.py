"""The subject of a number: whom or what it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.curate.claimants import Claimed
from tui.curate.drafts import Proposed
from tui.curate.noun_phrases import TIME, in_phrase, is_subject, no_subject
from tui.curate.owners import DETERMINER, owner_of, place_of, proposed
from tui.curate.references import is_company_noun
from tui.curate.statements import NamedPlace
from tui.items.names import is_opener
from tui.items.statement_words import measures_in, words_in
from tui.quantity.language import language_of
from tui.quantity.number_words import is_month_or_weekday
from tui.quantity.word_patterns import NEVER
from tui.text.span import Span

# Verbs whose subject only states a number, and is not what it is about.
_STATES = (
    r"(?:(?:bestätig|erklär|erwarte|rechne|sag|schätz|teil|zähl)ten?|(?:erwarte|rechne)[nt]|(?:add|argu|calculat|caus|claim|confirm|count|estimat"
    r"|expect|explain|forecast|insist|not|predict|revis|stat|warn)ed)"
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
    r"[,;:()“”«»\"]|(?<![^\W_])(?:estimates?|projections?|(?:expect|forecast|predict)\w{0,3}|(?<!much\s)(?<!many\s)as(?!\s(?:much|many|high|low))|después|antes"
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
_IN_MONTH = re.compile(r"\s(?:in|im|nel|au|en|em|a|on|am|в|de)\s(?P<month>[^\W\d_]{3,12})$")
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Since|During|Last|This|At|For|After|Before|Im|Am|Seit|En|Dans|Depuis|Le|Desde|El|В"
    r"|С)\s[^,]{1,40},\s+)?(?:(?:However|Meanwhile|Overall|Nevertheless|Yet|Still),\s)?"
)
_OPENED = re.compile(
    rf"(?:(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ss]ince|[Dd]uring|[Ff]or|[Aa]fter)\s(?:a\s)?(?:[a-z0-9][\w-]{{1,15}}\s){{1,3}}?"
    rf"|(?:[Ll]ast|[Tt]his|[Nn]ext)\s{TIME}\s)(?=[Tt]he\s|[A-Z])|(?:In|During|Since|By)\s[A-Z][a-z]{{2,8}}\s(?:\d{{4}}\s)?(?=the\s)"
)
"""What an English clause may begin with, without a comma: on a monthly basis the gap narrowed."""
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
_RESULT = re.compile(
    r",\s(?!including|excluding|according|compar|follow|involv)[a-z]{3,14}ing\s(?:[a-z]{2,9}\s){0,3}\Z"
)
"""What came of it, before a number: the plane fell, killing all 5 people."""
_LONGEST_RESULT = 50
_ITSELF = {
    "en": re.compile(r",?\s(?:that\s)?(?:it|they|he|she)\s"),
    "de": re.compile(r"(?:\smit)?,?\s(?:dass\s)?(?:er|sie)\s"),
    "fr": re.compile(r"(?:,[^,]{1,30},)?\s(?:avoir|qu['’](?:il|elle|ils|elles))\s"),
}
"""After who says something: what is said of the speaker."""
_APPOSITION = re.compile(r",\s(?:[^,.;:()“”\"]|\([^()]{1,20}\)){2,80},(?=\s)")
_ASIDE = re.compile(rf"(?P<phrase>(?:[^\W\d_][\w’'&-]*\s){{0,3}}[^\W\d_][\w’'&-]*){_APPOSITION.pattern}\s")
_WORD = re.compile(r"(?:\s(?:[a-z]{2,20}ly|already|also|now|still|then|alone))?\s([^\W\d_]+)(?=\s)")
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


@cache
def _inverted_phrase() -> re.Pattern[str]:
    """The same with a definite noun after the verb: In Polen beschäftigt der Konzern 640 Menschen."""
    amounts = words_in("de")["moves"]
    return re.compile(
        rf"(?!.{{1,80}}\s(?:{amounts}|{_STATES})\s){_inverted().pattern}(?P<phrase>(?<=\s(?:der|die|das)\s)[A-ZÄÖÜ][\w-]+)(?=\s)"
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
    if said and measure and _is_own(text, span, said, measure, names, code):
        return proposed(said.claimant)
    if code == "en" and (related := _related(text, span, others, measure)):
        return related
    for start in _clause_starts(text, span, within, said, code):
        opened = _ADVERBIAL.match(text[start : span.start])
        begin = start + (opened.end() if opened else 0)
        if code == "en" and (opening := _OPENED.match(text, begin, span.start)):
            begin = opening.end()
        subject = _name_at(text, begin, span, names, code, measure)
        subject = subject or _phrase_at(text, begin, span, names, code, measure)
        if subject is not None:
            spoken = said is not None and subject.span is not None and said.span.overlaps(subject.span)
            if not spoken:
                is_alone = subject.span is None or not has_rival(text, _after(text, subject.span, span), names)
                found = subject if subject.text else place_of(text, span, within, others)
                return found if is_alone else None
    return None


@cache
def _own(code: str) -> re.Pattern[str]:
    """The measures of a language that a company tells of itself: profit."""
    return re.compile(rf"(?:[a-z-]{{3,20}}\s){{0,2}}(?:{words_in(code).get('own', NEVER)})", re.IGNORECASE)


_REPORTED = re.compile(r"\s(?:announced|reported|posted|unveiled|reports|posts)\Z")
_OF_ITSELF = re.compile(r"\s(?:that\s)?(?!.*(?<![^\W_])(?:the|of|at|by|their|other|his|her)\s)[a-z0-9$€£%,. -]*")
"""Between who says something and a measure that is of nobody else: said annual profit."""


def _is_own(text: str, span: Span, said: Claimed, measure: Proposed, names: Sequence[NamedPlace], code: str) -> bool:
    """Whether a company says a number of itself: Orla Steel said profit rose to 5 million."""
    claimant, place = said.claimant, measure.span
    if place is None or not said.span.end < place.start or not _own(code).fullmatch(text, *place):
        return False
    if any(said.span.end <= name.span.start < span.start for name in names):
        return False
    is_company = claimant.kind == "company" or is_company_noun(claimant.text, code)
    reports = claimant.kind is None and claimant in names and _REPORTED.search(text, *said.span)
    return bool(is_company or reports) and _OF_ITSELF.fullmatch(text, said.span.end, place.start) is not None


_RELATIVE = re.compile(r",\s(?:which|who)(?=\s)")


def _related(text: str, span: Span, names: Sequence[NamedPlace], measure: Proposed | None) -> Proposed | None:
    """The name that a relative clause with a number is about: Orla, which made 5 tons."""
    for name in names:
        which = _RELATIVE.match(text, name.span.end, span.start)
        verb = _WORD.match(text, which.end(), span.start) if which else None
        if verb and _is_verb(text, verb, "en") and _belongs(text, verb.end(), span, "en", measure):
            return proposed(name)
    return None


def _after(text: str, subject: Span, span: Span) -> Span:
    """The words between a subject and a number, without what the subject is said to be, set off by commas."""
    apposition = _APPOSITION.match(text, subject.end, span.start)
    return Span(apposition.end() if apposition else subject.end, span.start)


def has_rival(text: str, between: Span, names: Sequence[NamedPlace]) -> bool:
    """Whether the words between a subject and a number name someone else whom it may be about."""
    return any(
        between.covers(name.span)
        and not (
            _OBLIQUE.search(text, max(name.span.start - 20, between.start), name.span.start)
            and not text.startswith(("’s", "'s"), name.span.end)
        )
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
    if result := _RESULT.search(text, max(start, end - _LONGEST_RESULT), end):
        end = result.start()
    if _TURNS.search(text, start, end):
        return False
    for onward in _ONWARD.finditer(text, start, end):
        if _verbs(code).match(text, onward.end()):
            start = onward.end()
    if measure and measure.span and start < measure.span.start < end:
        # The move was bad, data showed that the economy grew 5%.
        if _verbs(code).search(text, measure.span.end, end):
            return False
        end = measure.span.start
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
    measured = measures_in(code)
    is_measure = measured is not None and measured.fullmatch(word[1]) is not None
    if verb := _verbs(code).match(text, word.start(1)):
        return not _is_noun(text, verb, code)
    return code not in ("en", "de", "ru") and not is_measure and not is_opener(word[1], code)


def _is_noun(text: str, verb: re.Match[str], code: str) -> bool:
    """Whether what may be a verb is a measure, since a verb follows it: exports rose."""
    measured = measures_in(code)
    is_measure = measured is not None and measured.fullmatch(verb[0]) is not None
    return is_measure and _verbs(code).match(text, verb.end() + 1) is not None


def _phrase_at(
    text: str, begin: int, span: Span, names: Sequence[NamedPlace], code: str, measure: Proposed | None
) -> Proposed | None:
    """The subject that a clause begins with, as a name in it or in its words; without words, it has no other."""
    if code == "de" and (inverted := _inverted_phrase().match(text, begin, span.start)):
        place = Span(text.rfind(" ", 0, inverted.start("phrase") - 1) + 1, inverted.end())
        is_told = is_subject(text, place, names, code) and _belongs(text, place.end, span, code, measure)
        return in_phrase(text, place, names, code, None) if is_told else None
    opening = _OPENING.match(text, begin)
    begin = opening.end() if opening else begin
    aside = None if text.startswith(", ", max(begin - 2, 0)) else _ASIDE.match(text, begin, span.start)
    if aside and _verbs(code).match(text, aside.end()) and _belongs(text, aside.end(), span, code, measure):
        phrase = Span(*aside.span("phrase"))
        if is_subject(text, phrase, names, code):
            return in_phrase(text, phrase, names, code, None)
    for verb in _verbs(code).finditer(text, begin, span.start):
        if _is_noun(text, verb, code):
            continue
        phrase = Span(begin, verb.start() - 1)
        words = _without_time(text[slice(*phrase)], code)
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


def _without_time(words: str, code: str) -> str:
    """The words before a verb without when something was, at their end: output in August."""
    month = _IN_MONTH.search(words)
    if month and is_month_or_weekday(month["month"].casefold(), language_of(code)):
        return words[: month.start()]
    return _IN_TIME.sub("", words)


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
