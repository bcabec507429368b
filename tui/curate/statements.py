"""The parts of a sentence around a number, and what they say of its claimant, its material and its period.

Simple rules on the words around it. Where they do not settle a field, it stays empty.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.curate.drafts import Proposed
from tui.items.denial import denies
from tui.items.items import TextItem
from tui.items.speech import Said, speech_in
from tui.text.span import Span


@dataclass(frozen=True)
class NamedPlace:
    """A name in an article, with the catalog's entity that it is, if there is one."""

    span: Span
    text: str
    record: str | None
    kind: str | None


_CUT = re.compile(r";|\s(?:while|whereas|although|though|während|tandis\sque|alors\sque|mientras|тогда\sкак)\s")
_CLAUSE = re.compile(
    r"[;:—]|,(?!\d)|(?<!\d),|\s–\s|\((?=\D)|\s(?:while|whereas|although|though|and|but|während|und|et|y|и|а)\s"
)
_BETWEEN = re.compile(r"(?<![^\W_])(?:between|both|entre|zwischen|sowohl|tra|fra|между)(?:\s[\w’'-]+){1,3}$")
"""What comes before an “and” that joins no clauses: between exports and imports, across both shops and mail."""
_MASS = re.compile(r"(?:t|kt|Mt|kg|g|mg|lb|oz|L|m³|bbl|gal|carat|ct)$")


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
        if match[0] == ";" and in_brackets(text, start, match.start()):
            # One amount in several currencies: $7.4bn (5.6bn euros; £3.9bn).
            continue
        if match.end() <= span.start:
            aside = match[0][-1] == "(" and text.find(")", match.end(), span.start) >= 0
            start = start if aside or _BETWEEN.search(text, start, match.start()) else match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, end)


def in_brackets(text: str, start: int, place: int) -> bool:
    """Whether a place is inside of brackets that open after `start`."""
    return text.rfind("(", start, place) > text.rfind(")", start, place)


@dataclass(frozen=True)
class Claimed:
    """Who claims a number, and the words that say so."""

    claimant: NamedPlace
    span: Span


# What was only said while, before or after something was so does not state it.
_MEANWHILE = re.compile(
    r"(?<![^\W_])(?:after|as|when|because|since|before|until|although|though|while|aunque|cuando|mientras"
    r"|después\sde\sque|tras|après\sque|lorsque|quand|alors\sque|bien\sque|nachdem|als|weil|obwohl)"
    r"\s(?:(?:the|el|la|le|der|die|das)\s)?$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?<![^\W_])(?:after|(?P<as>as)|when|because|since|before|until|cuando|después\sde\sque|après\sque|lorsque|quand|nachdem|als|weil)"
    r"\s(?:(?:the|el|la|le|der|die|das)\s)?$",
    re.IGNORECASE,
)
# A statement before its speaker ends with the verb: “ANP said in a report”, not “ANP said its output …”.
_SAID_ALL = re.compile(
    r"(?<=told)(?:\s[\w’'-]{1,20}){1,3}(?=[.,;]|$)|\s?(?:[.,;:!?”“»\")(–—-]|$)|\s(?:in|on|at|during|to|late|early|this|last|yesterday|today|earlier|separately|by"
    r"|and|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|am|im|mit|en|el|le|lors|dans|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|ayer|hoy|este|esta|durante|nel|in|a|ao|em|на|в|во)(?![^\W_])"
)

_ADDS = re.compile(r"(?<![^\W_])add(?:s|ed)$")
_AFTER_SOURCE = re.compile(r"(?:\s[a-z]{3,15}){0,2},")
"""What ends a source: according to the ministry’s own figures, …"""

_AND = re.compile(r"\s(?:and|und|et|y|e|и)\s(?:(?:the|der|die|das|le|la|les|el|los|las|il)\s|l['’])?")
# A name that goes on is only half of one: Departamento de Policía.
_GOES_ON = re.compile(r"\s(?:of|de|du|del|der|des|di|da|do)\s(?:the\s|la\s)?[A-ZÀ-Þ]")


def spoken_by_pronoun(text: str, number: Span, within: Span, people: Sequence[NamedPlace], code: str) -> Claimed | None:
    """Whom “he said” in a stretch means: the only person that is named before it in a paragraph."""
    said = speech_in(code).by_pronoun(text, within)
    before = [name for name in people if said and name.span.end <= said.span.start]
    if said is None or len({name.text for name in before}) != 1 or _is_denied(text, within, code):
        return None
    return Claimed(before[0], said.span) if _states(text, number, within, said) else None


def _is_denied(text: str, within: Span, code: str) -> bool:
    """Whether a stretch denies something: whoever denies a number, or is asked for it, does not claim it."""
    return denies(code).search(text, *within) is not None


_MARKS = re.compile(r"[“„«]|(?<![^\s(\[])\"(?=\S)|(?P<closing>[”»\"])")
_LEADS_IN = re.compile(r"\s?[:,]?\s?")
"""What is between who says something and a quotation of it."""


def quoted_of(text: str, number: Span, paragraph: Span, names: Sequence[NamedPlace], code: str) -> Claimed | None:
    """Who says a number that is inside a quotation: who opens it, or the only one who speaks in its paragraph."""
    marks = [*_MARKS.finditer(text, paragraph.start, number.start)]
    # After the number, the quotation is closed, or opened once more. German closes with the mark that opens elsewhere.
    closed = _MARKS.search(text, number.end, paragraph.end)
    if (
        not marks
        or marks[-1]["closing"]
        or closed is None
        or not (closed["closing"] or closed[0] in ("“", marks[-1][0]))
    ):
        return None
    found = [said for said in speech_in(code).each(text, paragraph, [name.span for name in names]) if said.certain]
    known = {name.span: name for name in names}
    opening = _opened(text, marks)
    for said in found:
        if said.span.end <= opening and _LEADS_IN.fullmatch(text, said.span.end, opening):
            return None if _is_denied(text, said.span, code) else _claimed(text, said, known)
    if _is_denied(text, paragraph, code):
        return None
    speakers = [known[said.who] for said in found if said.who in known]
    if len(speakers) != len(found) or len({name.record or name.text for name in speakers}) != 1:
        return None
    return Claimed(speakers[0], found[0].span)


def _opened(text: str, marks: list[re.Match[str]]) -> int:
    """Where a quotation begins that is open after some marks; it may be closed and opened again between sentences."""
    opening = marks[-1]
    for before in reversed(marks[:-1]):
        if before["closing"] and text[before.end() : opening.start()].strip():
            break
        if not before["closing"]:
            opening = before
    return opening.start()


def _claimed(text: str, said: Said, known: Mapping[Span, NamedPlace]) -> Claimed:
    return Claimed(known.get(said.who) or NamedPlace(said.who, text[slice(*said.who)], None, None), said.span)


def claimant_of(text: str, number: Span, within: Span, names: Sequence[NamedPlace], code: str) -> Claimed | None:
    """Who a stretch of a text certainly names as the source of its number; None if nobody, or more than one."""
    if _is_denied(text, within, code):
        return None
    known = {name.span: name for name in names}
    found = [
        _claimed(text, said, known)
        for said in speech_in(code).each(text, within, [*known])
        if said.certain
        and _states(text, number, within, said)
        and not _GOES_ON.match(text, said.who.end)
        # The FAO and the WFP said: neither alone.
        and not any(_AND.fullmatch(text, each.end, said.who.start) for each in known)
    ]
    if len({each.claimant.record or each.claimant.text for each in found}) == 1:
        return found[0]
    return None


def _states(text: str, number: Span, within: Span, said: Said) -> bool:
    """Whether words that attribute something attribute the number before or after them."""
    if _ADDS.search(text, said.span.start, said.span.end) and text[said.span.end : number.start].isspace():
        # “Its shares rose, and Kalmar added 5%” says nothing.
        return False
    if number.start >= said.span.end and text.find(",", said.span.end + 1, number.start) >= 0:
        # “After the firm announced its plan, oil rose 5%”; but “as the firm said on Monday, …”.
        earlier = _EARLIER.search(text, max(said.span.start - 30, within.start), said.span.start)
        if earlier and not (earlier["as"] and _SAID_ALL.match(text, said.span.end)):
            return False
    if number.start >= said.span.end and text[within.start : said.span.start].strip():
        # “It is 5 tons, according to Ada Moss, and 6 tons …” says nothing of the second number.
        return not (said.who.end == said.span.end and _AFTER_SOURCE.match(text, said.span.end))
    if number.start >= said.span.end or said.who.end == said.span.end:
        return not number.overlaps(said.span)
    start = max(said.span.start - 30, number.end)
    return _MEANWHILE.search(text, start, said.span.start) is None and _SAID_ALL.match(text, said.span.end) is not None


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
# A number is not of the year that it is compared with, or counted from or until.
_OTHER_YEAR = re.compile(
    r"[,;:()\d]|(?<![^\W_])(?:than|compared|from|since|until|versus|against|par\srapport|face|contre|depuis|que|desde|frente"
    r"|respecto|gegenüber|als|seit|bis|rispetto|dal|relação|чем|с|до|против)(?![^\W_])",
    re.IGNORECASE,
)
_NEAR = 5
"""The most words between a number and its year."""


def period_of(text: str, number: Span, within: Span, items: Sequence[TextItem]) -> tuple[Proposed, Proposed] | None:
    """The year that a number is of, and the words that date it, where its clause has no other date."""
    dates = [item for item in items if item.is_date and within.covers(item.span)]
    if len(dates) != 1 or not dates[0].date or not re.fullmatch(r"\d{4}", dates[0].date):
        return None
    date = dates[0]
    lead = _IN_PERIOD.search(text, max(date.span.start - 12, within.start), date.span.start)
    if lead is None:
        return None
    gap = Span(date.span.end, number.start) if date.span.end <= number.start else Span(number.end, lead.start())
    opens = not text[within.start : lead.start()].strip() and date.span.end <= number.start
    if _OTHER_YEAR.search(text, *gap) or (not opens and len(text[slice(*gap)].split()) > _NEAR):
        return None
    return Proposed(date.date or "", span=date.span), Proposed(
        text[lead.start() : date.span.end], span=Span(lead.start(), date.span.end)
    )
