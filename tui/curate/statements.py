"""What a sentence says about its number: who claims it, of whom, what is measured, of what, and when.

Simple rules on the words around it. Where they do not settle a field, it stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.curate import statement_words as forms
from tui.curate.drafts import Proposed
from tui.items.items import TextItem
from tui.text.span import Span


@dataclass(frozen=True)
class NamedPlace:
    """A name in an article, with the catalog's entity that it is, if there is one."""

    span: Span
    text: str
    record: str | None
    kind: str | None


_ARTICLE = (
    r"(?:(?:the|an?|der|die|das|den|dem|des|von|vom|le|la|les|l['’]|du|des|el|los|las|la|del|il|lo|de"
    r"|het)\s?(?:(?:\w{1,20}\s)?(?:study|report|data|estimates?)\s(?:by|from|of)\s(?:the\s)?)?)?"
)
# Between a speaker and the verb: a role or an age, but no other statement.
_BEHIND = r"(?:,\s\d{2},|,[^.;:\d«»“”()]{1,70}?,)?"
# A name after one of these is not a subject: the analysts polled by Reuters.
_OBJECT = re.compile(
    r"(?<![^\W_])(?:by|at|of|for|from|with|to|in|on|von|bei|für|mit|du|des|par|à|del|por|con|en|от|для|из|в"
    r"|с)\s(?:the\s)?$"
)
# Whoever denies a number, or is asked for it, does not claim it.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|refus\w{1,20}|dement\w{1,20}|dément\w{0,20}|desmint\w{1,20}|опроверг\w{0,20}|did\snot"
    r"|never)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:ministry|company|government|agency|bank|court|police|union|report|study|commission|army|authorities"
    r"|officials|analysts|experts|opponents|researchers"
    r"|scientists|university|institute|council|regulator|operator|firm|manufacturer|bureau|department"
    r"|organi[sz]ation|association|prosecutors|campaigners|critics|survey)"
)
_BODY_SAYS = re.compile(
    rf"(?P<who>(?<![^\W_])(?:[Tt]he\s)?(?:[a-z]+\s)?{_BODY}|(?<![^\W_])(?:Opponents|Officials|Analysts|Experts"
    rf"|Critics))"
    rf"\s(?:also\s)?{forms.VERB['en']}(?![^\W_])"
    rf"|(?<![^\W_]){forms.ACCORDING['en']}\s(?P<other>(?:the\s)?(?:[a-z]+\s)?{_BODY})(?![^\W_])"
)
_CUT = re.compile(r";|\s(?:while|whereas|although|though|während|tandis\sque|alors\sque|mientras|тогда\sкак)\s")
_CLAUSE = re.compile(
    r"[;:—]|(?<!\d),(?!\d)|\s–\s|\((?=\D)|\s(?:while|whereas|although|though|and|but|während|und|et|y|и|а)\s"
)
_MASS = re.compile(r"(?:t|kt|Mt|kg|g|mg|lb|oz|L|m³|bbl|gal|carat|ct)$")


_ROLE = (
    r"(?:\s(?:мэр|министр|директор|глава|der|die|das|le|la|el|the|[A-Z]?\w{1,20}minister\w{0,20}"
    r"|\w{1,20}chef\w{0,20}))?"
)
_SPEECH = {
    code: (
        re.compile(rf"(?<![^\W_]){forms.ACCORDING[code]}\s{_ARTICLE}$"),
        re.compile(rf"(?<![^\W_]){verb}{_ROLE}\s?(?:[lL]['’])?$"),
        re.compile(rf"(?:['’]s)?{_BEHIND}\s(?:also\s|has\s|had\s|alone\s)?{verb}(?![^\W_])"),
    )
    for code, verb in forms.VERB.items()
}
"""What comes before a source, before a speaker, and after one."""


@dataclass(frozen=True)
class Said:
    """Who claims something, and the words that say so."""

    claimant: NamedPlace
    span: Span


def segment(text: str, sentence: Span, span: Span) -> Span:
    """The part of a sentence around a span, between semicolons and the like of “while”."""
    return _part(text, sentence, span, _CUT)


def clause_of(text: str, within: Span, span: Span) -> Span:
    """The part of a stretch around a span, between commas and words that join clauses."""
    return _part(text, within, span, _CLAUSE)


def _part(text: str, within: Span, span: Span, cut: re.Pattern[str]) -> Span:
    """The part of a stretch around a span between the nearest places to cut it."""
    start, end = within
    for match in cut.finditer(text, *within):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, end)


def claimant_of(text: str, within: Span, names: Sequence[NamedPlace], code: str) -> Said | None:
    """Who a stretch of a text names as the source of what it says; None if nobody, or more than one."""
    if _DENIED.search(text, *within):
        return None
    found = list(_claimants(text, within, names, code))
    if len({each.claimant.record or each.claimant.text for each in found}) == 1:
        return found[0]
    return None


def _claimants(text: str, within: Span, names: Sequence[NamedPlace], code: str) -> Iterator[Said]:
    if code not in _SPEECH:
        return
    before, inverted, behind = _SPEECH[code]
    for name in names:
        start = max(within.start, name.span.start - 60)
        if lead := before.search(text, start, name.span.start):
            yield Said(name, Span(lead.start(), name.span.end))
        elif (told := behind.match(text, name.span.end, within.end)) and not _OBJECT.search(
            text, start, name.span.start
        ):
            yield Said(name, Span(name.span.start, told.end()))
        elif (lead := inverted.search(text, start, name.span.start)) and name.kind in (
            None,
            "person",
            "organization",
            "government",
            "company",
            "publication",
            "unnamed",
        ):
            # “The mine said Ada Moss …” would be another claim: a comma or a quotation comes before the verb.
            ahead = text[max(lead.start() - 2, 0) : lead.start()].strip()
            if code in ("de", "ru", "uk") or ahead[-1:] in (",", "”", "»", '"', "“"):
                yield Said(name, Span(lead.start(), name.span.end))
    if code == "en":
        for match in _BODY_SAYS.finditer(text, *within):
            group = "who" if match["who"] else "other"
            span = Span(*match.span(group))
            if not any(name.span.overlaps(span) for name in names):
                yield Said(NamedPlace(span, text[slice(*span)], None, None), Span(*match.span()))


_MEASURE = {
    code: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE) for code, words in forms.MEASURES.items()
}
_WEAK = re.compile(
    r"(?:rose|fell|grow\w{0,20}|increas\w{1,20}|decreas\w{1,20}|cut|holds?|stieg|fiel|gestiegen|gesunken"
    r"|rate\w{0,20}|worth|valu\w{1,20})$",
    re.IGNORECASE,
)
"""Words that say how a measure changes rather than which it is: another word in the sentence wins over them."""

_LOWER = r"[^\W\d_A-ZА-ЯЁ][^\W\d_]{2,}(?:-[^\W\d_]+)?"
_COUNTED = {
    # What is counted is plural; words before it say of what sort: 900 wind power turbines.
    "en": re.compile(
        r"[^\S\n]{1,2}((?:(?:[^\W\d_]{2,}(?:-[^\W\d_]+)?)\s){0,4}?"
        r"(?:[^\W\d_A-Z][^\W\d_]{1,}(?<![sui])s|(?:people|men|women|children|police|personnel|staff|cattle|fish)"
        r"(?!\s(?!has|was|is|says)[^\W\d_]+s(?![^\W_]))))(?![^\W_])"
    ),
    "de": re.compile(r"[^\S\n]{1,2}((?:[a-zäöüß]+(?:e|en|er)\s)?[A-ZÄÖÜ][^\W\d_]{2,})"),
    "fr": re.compile(
        rf"[^\S\n]{{1,2}}(?:de\s|d['’])?((?:(?:nouveaux|nouvelles|autres)\s)?{_LOWER}(?<=[sxz]))(?![^\W_])"
    ),
    "es": re.compile(rf"[^\S\n]{{1,2}}(?:de\s)?((?:(?:nuevos|nuevas|otros|otras)\s)?{_LOWER}(?<=s))(?![^\W_])"),
    "pt": re.compile(rf"[^\S\n]{{1,2}}(?:de\s)?((?:(?:novos|novas|outros|outras)\s)?{_LOWER}(?<=s))(?![^\W_])"),
}
_ANY_COUNTED = re.compile(rf"[^\S\n]{{1,2}}({_LOWER})")
"""What is counted in other languages."""

# What became of what is counted: 87 people were killed, 12,000 homes have been destroyed.
_BEFELL = re.compile(
    r"\s(?:(?:were|was|are|is|(?:have|had|has)(?:\sbeen)?)\s)?(?:[a-z]{2,15}ly\s)?"
    r"((?!reported|said|expected|estimated|needed|used|based|called|named|involved|located|registered)[a-z]{2,20}ed"
    r"|dead|died|lost|missing|homeless|hurt|aboard|sold|built)(?![^\W_])(?!\s(?:people|persons|men|women|children))"
)
_MAGNITUDE = re.compile(r"(?<![^\W_])(magnitude|magnitud|Stärke)(?:\sof)?[\s-]$", re.IGNORECASE)
_MAGNITUDE_BEHIND = re.compile(r"[\s-](magnitude)(?![^\W_])")
_DIRECTLY = 4
"""The most characters between a word for a measure and its own number: a capacity of 600 megawatts."""

_PEOPLE = frozenset(
    "people persons personas personnes menschen personen человек людей люди pessoas persone mensen".split()
)


def _counted(text: str, span: Span, end: int, code: str) -> Proposed | None:
    """What a number counts, in the words after it, with what became of it; of an earthquake, its magnitude."""
    before = _MAGNITUDE.search(text, max(span.start - 14, 0), span.start)
    if magnitude := before or _MAGNITUDE_BEHIND.match(text, span.end):
        return Proposed(magnitude[1], span=Span(*magnitude.span(1)))
    counted = _COUNTED.get(code, _ANY_COUNTED).match(text, span.end, end)
    if counted and forms.NOT_COUNTED.intersection(counted[1].casefold().split()):
        counted = None
    befell = _BEFELL.match(text, counted.end() if counted else span.end, end) if code == "en" else None
    found = [match for match in (counted, befell) if match]
    if not found:
        return None
    return Proposed(" ".join(match[1] for match in found), span=Span(found[0].start(1), found[-1].end()))


def measure_of(
    text: str, span: Span, clause: Span, counts: bool, code: str, others: Sequence[Span] = ()
) -> Proposed | None:
    """What is measured, in the words of a clause: what is counted, or else the nearest word for a measure.

    `others` are the other numbers of the clause: a word directly before one is theirs.
    """
    noun = _counted(text, span, clause.end + 1, code) if counts else None
    words = _MEASURE.get(code)
    # “13 million people” may be a population, or the people that a plant employs.
    if words is None or (noun and noun.text.casefold() not in _PEOPLE):
        return noun
    if re.search(r"(?<![^\W_])(?:up|down)\s$", text[max(span.start - 6, 0) : span.start]):
        return None
    found = [Span(*match.span()) for match in words.finditer(text, *clause)]
    found = [
        each
        for each in found
        if not each.overlaps(span) and not any(0 <= other.start - each.end <= _DIRECTLY for other in others)
    ]
    strong = [each for each in found if not _WEAK.match(text[slice(*each)])]
    if noun and not strong:
        return noun
    if not (strong or found):
        return None
    nearest = min(strong or found, key=lambda each: max(span.start - each.end, each.start - span.end))
    return Proposed(text[slice(*nearest)], span=nearest)


_SUBJECT = {
    code: re.compile(
        rf"[\s“„«\"—–•-]*+{forms.PHRASE[code]}\s(?:{forms.AUXILIARY[code]}\s)*{forms.FINITE[code]}(?![^\W_])"
    )
    for code in forms.PHRASE
}
_THAT = {
    "en": re.compile(r"\sthat\s|\ssaid\s(?=the\s|it)|\bsaid\s"),
    "de": re.compile(r",\sdass\s|\bsagte,\s"),
    "fr": re.compile(r"\sque\s"),
    "es": re.compile(r"\sque\s"),
    "ru": re.compile(r",\sчто\s"),
}
# Words between the verb and the number after which the number may be about something else.
_TURNS = re.compile(
    r"[,;:()“”«»\"]|(?<![^\W_])(?:that|which|who|where|when|with|among|dass|welche\w?|mit|que|qui|dont|avec|où"
    r"|con|donde|который|которая|которые|что|с)(?![^\W_])"
)
_PRONOUNS = frozenset(
    "it he she they we i you this that these those there who which er sie es wir ich a an the der die das le la"
    " les un une el los las man dass que что il elle ils"
    " elles nous je"
    " on él ella ellos nosotros yo он она оно они мы я это also qui quien lequel laquelle celui was were is are has had"
    " insgesamt damit dabei zuvor zudem auch somit derzeit bisher some most many".split()
)
_MOST_BETWEEN = 6
"""The most words between a verb and the number that is told of its subject."""

_AND = re.compile(r"(?<![^\W_])(?:and|or|und|oder|et|ou|y|o|e|и)(?![^\W_])")
_ADVERB = re.compile(r"\s[a-z]{2,20}ly$")
_QUANTIFIERS = frozenset("some most many several few part early late almost nearly about".split())
_NO_SUBJECT = re.compile(
    rf"^(?:in|im|an|am|bei|auf|en|dans|à|au|с|в|на|по|за|from|at|on|of|for|with|by|to|seit|nach|desde|con|por|para"
    rf"|pour|avec|what|when|where|how|there)(?![^\W_])"
    rf"|(?<![^\W_])(?:{'|'.join(forms.VERB.values())})(?![^\W_])",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Since|During|Last|This|At|For|After|Before|Im|Am|Seit|En|Dans|Depuis|Le|Desde|El|В"
    r"|С)\s[^,]{1,40},\s+)?(?:(?:However|Meanwhile|Overall|Nevertheless|Yet|Still),\s)?"
)


def subject_of(
    text: str, span: Span, within: Span, said: Said | None, names: Sequence[NamedPlace], code: str
) -> Proposed | None:
    """Whom or what a number is about: the subject of the clause before it, as a name or in its forms."""
    pattern = _SUBJECT.get(code)
    if pattern is None:
        return None
    for start in _clause_starts(text, span, within, said, code):
        opened = _ADVERBIAL.match(text[start : span.start])
        begin = start + (opened.end() if opened else 0)
        match = pattern.match(text, begin, span.start)
        if match is None:
            continue
        phrase = Span(*match.span("np"))
        if code == "en":
            phrase = Span(phrase.start, phrase.start + len(_ADVERB.sub("", text[slice(*phrase)])))
        words = text[slice(*phrase)]
        if (
            _TURNS.search(text, match.end(), span.start)
            or len(text[match.end() : span.start].split()) > _MOST_BETWEEN
            or (text[begin - 2 : begin - 1] == "," and _AND.search(words))
            or words.split()[0].casefold() in _QUANTIFIERS
            or text[phrase.end : phrase.end + 1].isalnum()
            or text[phrase.start - 1 : phrase.start].isalnum()
            or _NO_SUBJECT.search(words)
            or words.split()[-1].casefold() in _PRONOUNS
            or (said and said.claimant.span.overlaps(phrase))
        ):
            continue
        inside = [name for name in names if phrase.covers(name.span) or name.span.covers(phrase)]
        if len(inside) == 1:
            name = inside[0]
            # X’s output, the output of X: X. The mill in X: the mill.
            before = text[phrase.start : name.span.start]
            of = re.search(r"\b(?:of|de|del|du|des|von|der)\s(?:the\s|la\s|los\s)?$", before)
            measured = _MEASURE.get(code)
            is_head = not of or (measured is not None and measured.search(before))
            if is_head and not re.search(r"\b(?:in|at|near|from|en|à|в)\s(?:the\s)?$", before):
                return Proposed(name.text, name.record, name.span)
        if len(inside) < 2:
            return Proposed(words, span=phrase)
        return None
    return None


def _clause_starts(text: str, span: Span, within: Span, said: Said | None, code: str) -> Iterator[int]:
    """Where the clause of a number may begin, the nearest place first."""
    starts = [within.start]
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


_MATERIAL = {
    "en": re.compile(
        r"\sof\s((?:[a-z]+\s(?=(?:ore|oil|gas|metals?|earths?|steel|water|concentrate"
        r"|fuel)(?![^\W_])))*[a-z]{3,})(?![^\W_])"
    ),
    "de": re.compile(r"\s([A-ZÄÖÜ][a-zäöüß]{2,})(?![^\W_])"),
    "fr": re.compile(r"\s(?:de\s|d['’])([a-zà-ÿ]{3,})(?![^\W_])"),
    "es": re.compile(r"\sde\s([a-záéíóúñ]{3,})(?![^\W_])"),
    "ru": re.compile(r"\s([а-яё]{4,})(?=\s(?:в|на|за)\s|[.,;])"),
}


def material_of(text: str, span: Span, unit: str | None, names: Sequence[NamedPlace], code: str) -> Proposed | None:
    """What a number of a mass or a volume is of: tons of steel."""
    pattern = _MATERIAL.get(code)
    if unit is None or pattern is None or not _MASS.match(unit):
        return None
    match = pattern.match(text, span.end)
    if match is None or match[1] in ("the", "its", "which", "all", "their", "la", "los", "les"):
        return None
    words = Span(*match.span(1))
    known = next((name for name in names if name.span.overlaps(words)), None)
    return Proposed(known.text, known.record, known.span) if known else Proposed(match[1], span=words)


_IN_PERIOD = re.compile(r"(?<![^\W_])(?:in|during|im\sJahre?|en|durante|в|nel|em|in\sthe\syear)\s$", re.IGNORECASE)


def period_of(text: str, within: Span, items: Sequence[TextItem]) -> tuple[Proposed, Proposed] | None:
    """The year that a number is of, and the words that date it, where its clause has no other date."""
    dates = [item for item in items if item.is_date and within.covers(item.span)]
    if len(dates) != 1 or not dates[0].date or not re.fullmatch(r"\d{4}", dates[0].date):
        return None
    date = dates[0]
    lead = _IN_PERIOD.search(text, max(date.span.start - 12, within.start), date.span.start)
    if lead is None:
        return None
    return Proposed(date.date or "", span=date.span), Proposed(
        text[lead.start() : date.span.end], span=Span(lead.start(), date.span.end)
    )
