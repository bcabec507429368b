"""Who a sentence names as the source of its number, and the words that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.curate import statement_words as forms
from tui.curate.statements import NamedPlace
from tui.text.span import Span

SPEAKERS = ("person", "organization", "company", "publication", "government", "country", "unnamed")
"""The types of entities that can state something."""

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
_NATION = r"(?:(?:U\.S\.|UK|EU|[A-Z][a-z]{2,15}(?:an|ese|ish|ch))\s)?"
_BODY_SAYS = re.compile(
    rf"(?P<who>(?<![^\W_])(?:[Tt]he\s)?{_NATION}(?:[a-z]+\s)?{_BODY}|(?<![^\W_])(?:Opponents|Officials|Analysts|Experts"
    rf"|Critics))"
    rf"\s(?:also\s)?{forms.VERB['en']}(?![^\W_])"
    rf"|(?<![^\W_]){forms.ACCORDING['en']}\s(?P<other>(?:the\s)?{_NATION}(?:[a-z]+\s)?{_BODY})(?![^\W_])"
)
# German writes every noun with a capital, so that few of its names are told by their form; here, the words around tell.
_GERMAN = r"[A-ZÄÖÜ][\w.&-]{1,40}(?:\s[A-ZÄÖÜ][\w.&-]{1,40}){0,4}?"
_GERMAN_SAYS = re.compile(
    rf"(?<![^\W_])(?:[Ww]ie|so)\s(?:(?:der|die|das)\s)?(?P<who>{_GERMAN})(?:\s?\([^)]{{1,20}}\))?"
    r"(?:\s?(?:am|in|auf|laut|gegenüber)\s[^,.;]{1,60}?)?\s(?:mitteilte|berichtete|meldete|erklärte|sagte|schätzt)"
    r"(?=[,.])"
    r"|(?<![^\W_])(?:[Ll]aut|[Nn]ach\s(?:Angaben|Schätzung(?:en)?|Berechnungen)(?:\s(?:von|der|des|vom))?)\s"
    rf"(?P<other>{_GERMAN})(?=[,.;]|\s(?:[a-zäöü]|\d))"
)
# What was only said while, before or after something was so does not state it.
_MEANWHILE = re.compile(
    r"(?<![^\W_])(?:after|as|when|because|since|before|until|although|though|while|aunque|cuando|mientras"
    r"|después\sde\sque|tras|après\sque|lorsque|quand|alors\sque|bien\sque|nachdem|als|weil|obwohl)"
    r"\s(?:(?:the|el|la|le|der|die|das)\s)?$",
    re.IGNORECASE,
)
# A statement before its speaker ends with the verb: “ANP said in a report”, not “ANP said its output …”.
_SAID_ALL = re.compile(
    r"(?<=told)(?:\s[\w’'-]{1,20}){1,3}(?=[.,;]|$)|\s?(?:[.,;:!?”“»\")(–—-]|$)|\s(?:in|on|at|during|to|late|early|this|last|yesterday|today|earlier|separately|by"
    r"|and|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|am|im|mit|en|el|le|lors|dans|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|ayer|hoy|este|esta|durante|nel|in|a|ao|em|на|в|во)(?![^\W_])"
)

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


def claimant_of(text: str, number: Span, within: Span, names: Sequence[NamedPlace], code: str) -> Said | None:
    """Who a stretch of a text names as the source of its number; None if nobody, or more than one."""
    if _DENIED.search(text, *within):
        return None
    found = [each for each in _claimants(text, within, names, code) if _states(text, number, each)]
    if len({each.claimant.record or each.claimant.text for each in found}) == 1:
        return found[0]
    return None


def _states(text: str, number: Span, said: Said) -> bool:
    """Whether words that attribute something attribute the number before or after them."""
    if number.start >= said.span.end or said.claimant.span.end == said.span.end:
        return not number.overlaps(said.span)
    start = max(said.span.start - 30, number.end)
    return _MEANWHILE.search(text, start, said.span.start) is None and _SAID_ALL.match(text, said.span.end) is not None


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
        elif (lead := inverted.search(text, start, name.span.start)) and name.kind in {None, *SPEAKERS} - {"country"}:
            # “The mine said Ada Moss …” would be another claim: a comma or a quotation comes before the verb.
            ahead = text[max(lead.start() - 2, 0) : lead.start()].strip()
            if code in ("de", "ru", "uk") or ahead[-1:] in (",", "”", "»", '"', "“"):
                yield Said(name, Span(lead.start(), name.span.end))
    if pattern := {"en": _BODY_SAYS, "de": _GERMAN_SAYS}.get(code):
        for match in pattern.finditer(text, *within):
            start, end = match.span("who" if match["who"] else "other")
            span = Span(start, start + len(text[start:end].rstrip()))
            named = [name for name in names if name.span.overlaps(span)]
            unnamed = NamedPlace(span, text[slice(*span)], None, None)
            if not named or code == "de":
                yield Said(named[0] if named else unnamed, Span(match.start(), match.end()))
