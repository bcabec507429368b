"""The subject of a number: whom or what it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.curate.clause_syntax import documents
from tui.curate.drafts import Proposed
from tui.curate.statements import Claimed, NamedPlace
from tui.items.names import is_opener
from tui.items.statement_words import measures_in, spoken_in_any, words_in
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

_AND = re.compile(r"(?<![^\W_])(?:and|or|und|oder|et|ou|y|o|e|и)(?![^\W_])")
_ADVERB = re.compile(r"\s(?:[a-z]{2,20}ly|already|also|now|still|then|alone|[а-яё]{3,20}но)$")
_TIME = (
    r"(?:quarter|half|year|month|week|day|period|time|decade|season|summer|winter|Quartal|Halbjahr|Jahr|Jahre|Monat|Woche|Tag|Zeit"
    r"|trimestre|semestre|an|année|año|anno|ano|mois|mes|mês|mese|période|período|periodo|semaine|semana|settimana|году?|день|месяц)"
)
_OF_OTHERS = re.compile(r"\s(?:its|their|his|her|ihren?|ihrem|seinen?|seinem|leurs?|ses|son|sa|sus?|suas?|seus?)\s$")
"""What says of a measure that it is of somebody named before: the move would cut its profits."""
_IN_TIME = re.compile(rf"\s(?:in|im|nel|au|en|no|в)\s(?:(?:the|el|le|il|o)\s)?(?:[a-zà-ÿ]{{4,10}}\s)?{_TIME}$")
"""When something was, at the end of the words before a verb."""
_DEFINITE = {
    "en": r"(?:the|each|every)\s",
    "de": r"(?:der|die|das|jeder?|jedes)\s",
    "fr": r"(?:(?:le|la|les|chaque)\s|l['’])",
    "es": r"(?:el|la|los|las|cada)\s",
    "it": r"(?:(?:il|lo|la|i|gli|le|ogni)\s|l['’])",
    "pt": r"(?:[oa]s?|cada)\s",
}
"""What a noun phrase begins with that means one thing in particular, in the languages that have an article."""
_BARE = re.compile(
    r"[A-Z][a-z]{2,}(?<!ly)(?<!ed)(?<!ing)|(?:[^\W\d_][\w-]*\s)?[^\W\d_][\w-]{2,}(?<![sui])s(?:\sof\s.+)?"
)
"""An English noun that needs no article: one that a sentence begins with, or a plural."""
_IN_PHRASE = frozenset(
    "of in at for de du des del della dei da do di von the la le les el los las der den dem im am en em".split()
)
"""The words without a meaning of their own that may be inside of a noun phrase."""
_NO_THINGS = frozenset(
    "net total annual gross average overall global new record retail median mean monthly actual economic"
    " industrial corporate public private foreign consumer domestic world national quarterly weekly daily"
    " operating sa son ses su sus ihr ihre sein seine".split()
)
"""Words before a measure that say which it is, and not of what."""
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Since|During|Last|This|At|For|After|Before|Im|Am|Seit|En|Dans|Depuis|Le|Desde|El|В"
    r"|С)\s[^,]{1,40},\s+)?(?:(?:However|Meanwhile|Overall|Nevertheless|Yet|Still),\s)?"
)
_DETERMINER = r"(?:(?:the|its|their|his|her|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|o|os|as)\s|[lL]['’])?"
# Between a name and its own number: Greece (25.4%), CBS with 3.1 million.
_NEXT_TO = re.compile(
    r"\s?\((?:rund|etwa|about|je)?\s?|\s(?:with|mit|avec|con|com)\s(?:(?:nearly|about|around|fast|rund|etwa|bislang|bisher)\s)?"
)
_SHARE = re.compile(
    r"%|(?:per|por|pour|pro)\s?cent|Prozent|cento|ciento|процент|half|third|quarter|tercio|tiers", re.IGNORECASE
)
_PART_OF = re.compile(r"\s(?:of|de|von|di|do|da)\s(?:the\s)?")
"""Between a share and the place that it is a part of: 40% of Arizona."""
_PLACED = re.compile(r"(?<![^\W_])(?:in|en|em|à|в|на)\s$")
_OBLIQUE = re.compile(
    rf"(?<![^\W_])(?:in|en|em|à|в|на|at|to|from|of|for|by|on|with|de|du|des|d['’]|del|di|da|do|a|au|aux|von|zu|zur|zum|nach|aus|an|im|bei"
    rf"|из|для|с|от)\s?{_DETERMINER}$"
)
"""What makes a name a part of what is said of another."""
_IN = re.compile(
    r"\s(?:in|en|em|no|na|nel|nella|im|au|aux|à|dans|в)\s(?:(?:the|le|la|les|el|los|las)\s|l['’])?", re.IGNORECASE
)
_PERSONAL = re.compile(r"(?<![^\W_])(?:he|she|er)(?![^\W_])")
_ONWARD = re.compile(r"(?<![^\W_])(?:and|und|et|y|e|и)\s(?:(?:[a-z]{3,15}ly|now|also|then|nun|jetzt|ahora)\s)?")
"""What joins two verbs of one subject."""
_WITH = re.compile(
    r"(?<![^\W_])(?:with|mit|avec|con|com|с)\s(?:(?:an?|eine[rm]?|une?|una?|uma?|over|nearly|about|rund|fast|près|de|casi|quasi"
    r"|oltre|quase|почти|более)\s){0,2}$"
)
# Between a measure and whose it is: the unemployment rate in Austria.
_OF = re.compile(
    rf"\s(?:(?:in|at|bei|chez|of|von|de|en|del|da|do|di|in|nel|à|au)\s{_DETERMINER}|(?:du|des|der)\s|d['’])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_HAS = re.compile(r"['’]s?\s(?:[a-z][a-z-]{2,14}\s){0,2}")
"""Between a name and its measure: Brazil’s crude output."""
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


@cache
def _no_subject() -> re.Pattern[str]:
    """What the subject of a clause does not begin with, and the verbs that it does not have."""
    return re.compile(
        r"^(?:(?:the|le|el|il|o|die)?\s?(?:number|nombre|número|numero|Zahl|Anzahl|proportion|part)\s(?:of|des?|de|di|der))(?![^\W_])"
        rf"|(?<![^\W_])(?:{spoken_in_any()})(?![^\W_])",
        re.IGNORECASE,
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
    if owner := _owner(text, span, others, measure, code):
        return owner
    itself = _ITSELF[code].match(text, said.span.end, span.start) if said and code in _ITSELF else None
    is_person = itself is not None and _PERSONAL.search(itself[0]) is not None
    if said and itself and is_person <= (said.claimant in names) and _belongs(text, itself.end(), span, code, measure):
        return _proposed(said.claimant)
    for start in _clause_starts(text, span, within, said, code):
        opened = _ADVERBIAL.match(text[start : span.start])
        begin = start + (opened.end() if opened else 0)
        subject = _name_at(text, begin, span, names, code, measure)
        subject = subject or _phrase_at(text, begin, span, names, code, measure)
        if subject is not None:
            spoken = said is not None and subject.span is not None and said.claimant.span.overlaps(subject.span)
            if not spoken:
                is_alone = subject.span is None or not _has_rival(text, Span(subject.span.end, span.start), names)
                found = subject if subject.text else _place_of(text, span, within, others)
                return found if is_alone else None
    return None


def _has_rival(text: str, between: Span, names: Sequence[NamedPlace]) -> bool:
    """Whether the words between a subject and a number name someone else whom it may be about."""
    return any(
        between.covers(name.span)
        and not _OBLIQUE.search(text, max(name.span.start - 20, between.start), name.span.start)
        for name in names
    )


def _place_of(text: str, span: Span, within: Span, names: Sequence[NamedPlace]) -> Proposed | None:
    """The place of a measure that is no more than its word: in Austria, the jobless rate rose to 5%."""
    for name in (each for each in names if each.kind in ("place", "country")):
        after, before = text[span.end : name.span.start], text[within.start : name.span.start]
        if _IN.fullmatch(after) or (_IN.fullmatch(f" {before}") and name.span.end < span.start):
            return _proposed(name)
    return None


def _proposed(name: NamedPlace) -> Proposed:
    return Proposed(name.text, name.record, name.span)


def _owner(text: str, span: Span, names: Sequence[NamedPlace], measure: Proposed | None, code: str) -> Proposed | None:
    """The name next to a number, or joined to its measure by “of” or a possessive."""
    measured = measure.span if measure else None
    for name in names:
        is_next_to = 0 < span.start - name.span.end < 20 and _NEXT_TO.fullmatch(text, name.span.end, span.start)
        # In Leipzig (500 workers) is of something there; in Sicily (+7%) is of Sicily.
        is_of_place = "%" in text[slice(*span)] or not _PLACED.search(text[: name.span.start][-5:])
        if is_next_to and is_of_place:
            return _proposed(name)
        is_share = _SHARE.search(text, *span) is not None
        if is_share and name.kind in ("place", "country") and _PART_OF.fullmatch(text, span.end, name.span.start):
            return _proposed(name)
        if measured is None:
            continue
        between = text[measured.end : name.span.start]
        if _HAS.fullmatch(text, name.span.end, measured.start) or (
            measured.end <= span.start and (_OF.fullmatch(between) or (code == "de" and between == " "))
        ):
            return _proposed(name)
    return None


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
            return _proposed(name)
        if not re.fullmatch(rf"{_DETERMINER}[«„“\"]?", text[begin : name.span.start], re.IGNORECASE):
            continue
        end += text.startswith(("»", "”", "“", '"'), end)
        apposition = _APPOSITION.match(text, end, span.start)
        verb = _WORD.match(text, apposition.end() if apposition else end, span.start)
        if verb and _is_verb(text, verb, code) and _belongs(text, verb.end(), span, code, measure):
            return _proposed(name)
    return None


def _is_verb(text: str, word: re.Match[str], code: str) -> bool:
    """Whether the word after a name is its verb; “exports” is none before another verb."""
    if word[1][0].isupper() or _no_subject().search(word[1]):
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
        if _is_subject(text, phrase, names, code):
            return _in_phrase(text, phrase, names, code, None)
    for verb in _verbs(code).finditer(text, begin, span.start):
        phrase = Span(begin, verb.start() - 1)
        words = _IN_TIME.sub("", text[slice(*phrase)])
        phrase = Span(begin, begin + len(_ADVERB.sub("", words)))
        words = text[slice(*phrase)]
        has_measure = measure is not None and measure.span is not None and phrase.covers(measure.span)
        if len(words.split()) > (_LONGEST_WITH_MEASURE if has_measure else _LONGEST):
            return None
        if _is_subject(text, phrase, names, code) and _belongs(text, verb.end(), span, code, measure):
            if measure and measure.span and _OF_OTHERS.search(text, verb.end(), measure.span.start):
                return None
            return _in_phrase(text, phrase, names, code, measure.span if measure and has_measure else None)
    return None


def _is_subject(text: str, phrase: Span, names: Sequence[NamedPlace], code: str) -> bool:
    """Whether the words before a verb are certainly the subject of its clause: a definite noun phrase, or a name."""
    words = text[slice(*phrase)]
    article = re.compile(_DEFINITE.get(code, ""), re.IGNORECASE).match(words)
    is_named = any(
        name.span.start == phrase.start or (name.span.end == phrase.end and name.kind == "person") for name in names
    )
    is_bare = code == "en" and _BARE.fullmatch(words) and not is_opener(words.split()[0], code)
    if not (is_named or is_bare or (article and (code in _DEFINITE or words[:1].isupper()))):
        return False
    noun = words[article.end() :] if article else words
    parts = re.split(r"\s|(?<=['’])", noun)
    return not (
        not noun
        or re.search(r"[^\w\s’'&.-]|\d{2}", words)
        or (text[phrase.start - 2 : phrase.start - 1] == "," and _AND.search(words))
        or (code == "en" and re.match(r"[a-z]+ing(?!\S)", words))
        or any(part.casefold() not in _IN_PHRASE and is_opener(part, code) for part in parts)
        or parts[-1] in _IN_PHRASE
        or re.search(rf"(?<![^\W_]){_TIME}(?![^\W_])", noun)
        or _no_subject().search(words)
        or documents(code).match(parts[0])
        or (code == "de" and not parts[-1][:1].isupper())
    )


def _in_phrase(text: str, phrase: Span, names: Sequence[NamedPlace], code: str, measure: Span | None) -> Proposed:
    """The name that a subject is, or its words without those for the measure, which are at a place in it."""
    measured = measures_in(code)
    inside = [name for name in names if phrase.covers(name.span) or name.span.covers(phrase)]
    inside = [name for name in inside if not text.startswith("-", max(name.span.start - 1, 0))]
    # Where something is does not matter: the works of Orla AG in Skarn.
    others = [name for name in inside if not _PLACED.search(text, max(name.span.start - 5, 0), name.span.start)]
    inside = others or inside
    if len(inside) == 1:
        name = inside[0]
        # X’s output, the output of X: X. X’s mill, the mill in X: the mill.
        before, after = text[phrase.start : name.span.start], text[name.span.end : phrase.end].split()
        is_measure = measure or (measured and after and measured.fullmatch(after[-1]))
        if after and not is_measure:
            return Proposed(text[slice(*phrase)], span=phrase)
        of = re.search(r"\b(?:of|de|del|du|des|von|der)\s(?:the\s|la\s|los\s)?$", before)
        is_head = measure or not of or (measured is not None and measured.search(before))
        if is_head and (measure or not re.search(r"\b(?:in|at|near|from|en|à|в)\s(?:the\s)?$", before)):
            return _proposed(name)
    if len(inside) > 1:
        return Proposed("")
    of = _OF.match(text, measure.end, phrase.end) if measure else None
    if of:
        return Proposed(text[of.end() : phrase.end], span=Span(of.end(), phrase.end))
    words = text[slice(*phrase)]
    if measure and not (measured and measured.fullmatch(text, *measure)):
        # The firm’s attendance: the firm. The jobless rate: nothing.
        whose = _POSSESSIVE.search(text, phrase.start, measure.start)
        owner = Span(phrase.start, whose.start() if whose else phrase.start)
        return Proposed(text[slice(*owner)], span=owner)
    rest = _without_measure(words, measured, code)
    # The oil of oil prices is a subject; the tourist of tourist revenues is none.
    is_adjective = code == "ru" and re.fullmatch(r"[А-ЯЁа-яё]+(?:ый|ий|ая|яя|ое|ее|ые|ие)", rest) is not None
    is_of = rest != words and not is_adjective and (rest[:1].isupper() or " " in rest)
    return Proposed(rest if (is_of if measure else rest == words) else "", span=phrase)


def _without_measure(words: str, measured: re.Pattern[str] | None, code: str) -> str:
    """A subject without the word for a measure, which is none: oil of oil prices; empty if nothing is left."""
    bare = re.sub(rf"^{_DETERMINER}", "", words, flags=re.IGNORECASE)
    if measured is None:
        return words
    if measured.fullmatch(bare):
        return ""
    first, last = bare.split()[0], bare.split()[-1]
    if measured.fullmatch(first):
        of = _OF.match(bare, len(first))
        return bare[of.end() :] if of else ""
    if not measured.fullmatch(last):
        return words if len(bare) > 2 and bare.casefold() not in _NO_THINGS else ""
    rest = words.split()[:-1]
    while rest and (rest[-1].casefold() in _NO_THINGS | _IN_PHRASE or is_opener(rest[-1], code)):
        rest.pop()
    # The country’s growth: the country.
    return re.sub(r"['’]s?$", "", " ".join(rest))


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
