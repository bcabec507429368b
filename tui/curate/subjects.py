"""Whom or what a number is about."""

import re
from collections.abc import Iterator, Sequence

from tui.curate import statement_words as forms
from tui.curate.drafts import Proposed
from tui.curate.measured import MEASURE
from tui.curate.statements import Claimed, NamedPlace
from tui.items.speech_words import WORDS
from tui.text.span import Span

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
    r"[,;:()“”«»\"]|(?<![^\W_])(?:(?:expect|forecast|predict)\w{0,3}|as(?!\s(?:much|many|high|low))|después|antes"
    r"|luego|après|avant|after|before"
    r"|because|although|while|that|which|who|where|when|with|among|dass|welche\w?|mit|que|qui|dont|avec|où"
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
_QUANTIFIERS = frozenset(
    "some most many several few part early late almost nearly about this these those which who diese dieser dieses"
    " allerdings zudem außerdem dagegen dennoch jedoch bislang bereits damals heute".split()
)
_JOINING = frozenset("as after before when while because if although though earlier later since until alors".split())
"""Words that join clauses: words with one of them are more than the subject of one clause."""
_NO_SUBJECT = re.compile(
    rf"^(?:in|im|an|am|bei|auf|en|dans|à|au|с|в|на|по|за|from|at|on|of|for|with|by|to|seit|nach|über|unter|ab|desde|con"
    rf"|por|para|pour|avec|what|when|where|how|there)(?![^\W_])"
    rf"|(?<![^\W_])(?:{'|'.join(words.verb for words in WORDS.values())})(?![^\W_])",
    re.IGNORECASE,
)
_SHORT = 2
_NO_THINGS = frozenset(
    "net total annual gross average overall global new record retail median mean monthly actual sa son ses su sus ihr"
    " ihre sein seine".split()
)
"""Words before a measure that say which it is, and not of what."""
_ADVERBIAL = re.compile(
    r"^(?:(?:In|On|By|Since|During|Last|This|At|For|After|Before|Im|Am|Seit|En|Dans|Depuis|Le|Desde|El|В"
    r"|С)\s[^,]{1,40},\s+)?(?:(?:However|Meanwhile|Overall|Nevertheless|Yet|Still),\s)?"
)
_DETERMINER = r"(?:(?:the|its|their|his|her|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|o|os|as)\s|[lL]['’])?"
# Between a name and its own number: Greece (25.4%), CBS with 3.1 million.
_BESIDE = re.compile(
    r"\s?\((?:rund|etwa|about|je)?\s?|\s(?:with|mit|avec|con|com)\s(?:(?:nearly|about|around|fast|rund|etwa)\s)?"
)
# Between a measure and whose it is: the unemployment rate in Austria.
_OF = re.compile(
    rf"\s(?:(?:in|of|von|de|en|del|da|do|di|in|nel|à|au)\s{_DETERMINER}|(?:du|des|der)\s|d['’])", re.IGNORECASE
)
# After a name at the start of a clause comes its verb.
_VERB_BEHIND = re.compile(
    r"\s(?!(?:and|or|of|in|at|for|from|with|to|as|on|by|und|oder|von|in|mit|bei|et|ou|de|du|des|en|y|o|e|di|da|do|и|в"
    r"|на|с)\s)[^\W\d_A-ZÀ-Þ][^\W\d_]*\s"
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
    """Whom or what a number is about: a name beside it or its measure, else the subject of the clause before it."""
    measured = measure.span if measure else None
    for name in names:
        if said and said.claimant.span.overlaps(name.span):
            continue
        beside = 0 < span.start - name.span.end < 20 and _BESIDE.fullmatch(text, name.span.end, span.start)
        of = measured and measured.end <= span.start and _OF.fullmatch(text, measured.end, name.span.start)
        if beside or of:
            return Proposed(name.text, name.record, name.span)
    for start in _clause_starts(text, span, within, said, code) if code in _SUBJECT else ():
        opened = _ADVERBIAL.match(text[start : span.start])
        begin = start + (opened.end() if opened else 0)
        subject = _name_at(text, begin, span, names) or _phrase_at(text, begin, span, names, code)
        if subject is not None:
            spoken = said is not None and subject.span is not None and said.claimant.span.overlaps(subject.span)
            if not spoken:
                return subject if subject.text else None
    return None


def _is_told(text: str, behind: int, span: Span) -> bool:
    """Whether the words between a subject with its verb and a number tell the number of it."""
    return not _TURNS.search(text, behind, span.start) and len(text[behind : span.start].split()) <= _MOST_BETWEEN


def _name_at(text: str, begin: int, span: Span, names: Sequence[NamedPlace]) -> Proposed | None:
    """The name that a clause begins with, before its verb."""
    for name in names:
        if name.span.end >= span.start or not re.fullmatch(_DETERMINER, text[begin : name.span.start], re.IGNORECASE):
            continue
        verb = _VERB_BEHIND.match(text, name.span.end, span.start)
        if verb and not _NO_SUBJECT.search(verb[0].strip()) and _is_told(text, verb.end(), span):
            return Proposed(name.text, name.record, name.span)
    return None


def _phrase_at(text: str, begin: int, span: Span, names: Sequence[NamedPlace], code: str) -> Proposed | None:
    """The subject that a clause begins with, as a name in it or in its words; without words, it has no other."""
    match = _SUBJECT[code].match(text, begin, span.start)
    if match is None:
        return None
    phrase = Span(*match.span("np"))
    if code == "en":
        phrase = Span(phrase.start, phrase.start + len(_ADVERB.sub("", text[slice(*phrase)])))
    words = text[slice(*phrase)]
    parts = re.split(r"\s|(?<=['’])", words.casefold())
    if (
        not _is_told(text, match.end(), span)
        or (text[begin - 2 : begin - 1] == "," and _AND.search(words))
        or parts[0] in _QUANTIFIERS
        or _JOINING.intersection(parts)
        or text[phrase.end : phrase.end + 1].isalnum()
        or text[phrase.start - 1 : phrase.start].isalnum()
        or _NO_SUBJECT.search(words)
        or parts[-1] in _PRONOUNS
    ):
        return None
    inside = [name for name in names if phrase.covers(name.span) or name.span.covers(phrase)]
    measured = MEASURE.get(code)
    if len(inside) == 1:
        name = inside[0]
        # X’s output, the output of X: X. The mill in X: the mill.
        before = text[phrase.start : name.span.start]
        of = re.search(r"\b(?:of|de|del|du|des|von|der)\s(?:the\s|la\s|los\s)?$", before)
        is_head = not of or (measured is not None and measured.search(before))
        if is_head and not re.search(r"\b(?:in|at|near|from|en|à|в)\s(?:the\s)?$", before):
            return Proposed(name.text, name.record, name.span)
    if len(inside) > 1:
        return Proposed("")
    return Proposed(_without_measure(words, measured), span=phrase)


def _without_measure(words: str, measured: re.Pattern[str] | None) -> str:
    """A subject without the word for its measure, which is none: oil of oil prices; empty if nothing is left."""
    bare = re.sub(rf"^{_DETERMINER}", "", words, flags=re.IGNORECASE)
    if measured is None:
        return words
    first, last = bare.split()[0], bare.split()[-1]
    if measured.fullmatch(first) and (of := _OF.match(bare, len(first))):
        return bare[of.end() :]
    if not measured.fullmatch(last):
        return words if len(bare) > _SHORT and bare.casefold() not in _NO_THINGS else ""
    rest = bare.split()[:-1]
    return " ".join(rest) if rest and rest[-1].casefold() not in _NO_THINGS else ""


def _clause_starts(text: str, span: Span, within: Span, said: Claimed | None, code: str) -> Iterator[int]:
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
