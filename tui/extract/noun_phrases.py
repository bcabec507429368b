"""Noun phrases that the subject of a number may be, and what they are without the word for the measure."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.extract.clause_syntax import documents, rises
from tui.extract.owners import DETERMINER, OF, PLACED, is_in_word, proposed
from tui.extract.references import is_company_noun
from tui.extract.statements import NamedPlace
from tui.extract.word_classes import TIME
from tui.items.name_kinds import is_adjective as is_adjective_of_country
from tui.items.names import is_opener
from tui.items.speech import PREPOSITION
from tui.items.statement_words import measures_in, spoken_in_any
from tui.languages.language import language_of
from tui.numbers.number_words import is_month_or_weekday
from tui.text.span import Span

_AND = re.compile(r"(?<![^\W_])(?:and|or|und|oder|et|ou|y|o|e|и)(?![^\W_])")
_DEFINITE = {
    "en": r"(?:the|an?|each|every|this|these|those)\s",
    "de": r"(?:der|die|das|jeder?|jedes|diese[rs]?)\s",
    "fr": r"(?:(?:le|la|les|chaque|cet?|cette|ces)\s|l['’])",
    "es": r"(?:el|la|los|las|cada|est[aeo]s?)\s",
    "it": r"(?:(?:il|lo|la|i|gli|le|ogni)\s|l['’])",
    "pt": r"(?:[oa]s?|cada)\s",
}
"""What a noun phrase begins with that means one thing in particular, in the languages that have an article."""
_BARE = re.compile(
    r"[A-Z][a-z]{2,}(?<!ly)(?<!ed)(?<!ing)|(?:[^\W\d_][\w-]*\s){0,2}[^\W\d_][\w-]*(?:\w{2}(?<![sui])s|(?i:people|men|women|children|police))(?:\sof\s.+)?"
)
"""An English noun that needs no article: one that a sentence begins with, or a plural."""
_TITLES = re.compile(rf"(?:(?:the|a)\s)?(?:(?!{PREPOSITION})[^\W\d_][a-z]{{2,15}}(?:-[a-z]+)?\s){{1,3}}", re.IGNORECASE)
"""What somebody is, before the name: oil giant BP."""
_IN_PHRASE = frozenset(
    "of in at for between both and de du des del della dei da do di von the la le les el los las der den dem im am en"
    " em".split()
)
"""The words without a meaning of their own that may be inside of a noun phrase."""
_ADJECTIVE = re.compile(r"[A-Z]?[a-z]{3,}(?:al|ic|ive|ous|ary|able|ible|ing|ed)")
"""An English adjective, by its ending."""
_NO_THINGS = frozenset(
    "net total annual real gross average overall global new record retail median mean monthly actual economic"
    " industrial corporate public private foreign consumer domestic world national quarterly weekly daily"
    " operating sa son ses su sus ihr ihre sein seine".split()
)
"""Words before a measure that say which it is, and not of what."""
_OF_BODY = re.compile(r"\s(?:of|at|from|in|for|de|du|von|bei|aus|in|del|di|da|do)\s(?:the\s|la\s|der\s)?$")
"""Between a name and another one that it belongs to."""
_LONGEST_PART = 2
"""The most spaces in what a measure is of, before it: the crude oil of crude oil prices."""
_COUNTED = re.compile(r"\A[^\W\d_]{2,6}\s\d{1,3}\s(?=[a-zäöüà-ÿ])")
"""An article with a number: the 14 airports."""
_POSSESSIVE = re.compile(r"['’]s?\s")


@cache
def no_subject() -> re.Pattern[str]:
    """What the subject of a clause does not begin with, and the verbs that it does not have."""
    return re.compile(
        r"^(?:(?:the|le|el|il|o|die)?\s?(?:number|nombre|número|numero|Zahl|Anzahl|proportion|part)\s(?:of|des?|de|di|der))(?![^\W_])"
        # What is only a measure, under any name.
        r"|^(?:[^\W\d_]{1,6}\s|l['’])?(?:figure|rate|share|total|level|average|chiffre|taux|montant|tasa|cifra|importe|Wert|Summe)(?![^\W_])"
        r"|^(?:[^\W\d_]{1,8}\s){0,2}(?:figures|peso|quota|количество|число|объ[её]м|уровень|доля|показатель|размер|сумма)(?![^\W_])"
        r"|(?:verlust|aufkommen|nachfrage|differenz|quote|rate|anteil|zahl|wert|summe|gewichte?|satz)$"
        rf"|(?<![^\W_])(?:{spoken_in_any()})(?![^\W_])",
        re.IGNORECASE,
    )


def is_subject(text: str, phrase: Span, names: Sequence[NamedPlace], code: str) -> bool:
    """Whether the words before a verb are certainly the subject of its clause: a definite noun phrase, or a name."""
    words = text[slice(*phrase)]
    article = re.compile(_DEFINITE.get(code, ""), re.IGNORECASE).match(words)
    is_named = any(
        name.span.start == phrase.start
        or (
            name.span.end == phrase.end
            and (name.kind == "person" or _TITLES.fullmatch(text, phrase.start, name.span.start))
        )
        for name in names
    )
    is_bare = code == "en" and _BARE.fullmatch(words) and not is_opener(words.split()[0], code)
    if not (is_named or is_bare or (article and (code in _DEFINITE or code == "ru" or words[:1].isupper()))):
        return False
    noun = words[article.end() :] if article else words
    parts = re.split(r"\s|(?<=['’])", noun)
    return not (
        not noun
        or re.search(r"[^\w\s’'&.«»-]|\d{2}", _COUNTED.sub("", words))
        or (text[phrase.start - 2 : phrase.start - 1] == "," and _AND.search(words))
        or (code == "en" and re.match(r"[a-z]+ing(?!\S)", words))
        or any(part.casefold() not in _IN_PHRASE and is_opener(part, code) for part in parts)
        or parts[-1] in _IN_PHRASE
        or re.search(rf"(?<![^\W_]){TIME}(?![^\W_])", noun)
        or no_subject().search(words)
        or documents(code).match(parts[0])
        or rises(code).fullmatch(parts[-1 if code in ("en", "de") else 0])
        or is_month_or_weekday(parts[-1].casefold(), language_of(code))
        or (code == "de" and not parts[-1][:1].isupper())
    )


def in_phrase(text: str, phrase: Span, names: Sequence[NamedPlace], code: str, measure: Span | None) -> Proposed:
    """The name that a subject is, or its words without those for the measure, which are at a place in it."""
    measured = measures_in(code)
    inside = [
        name
        for name in names
        if (phrase.covers(name.span) or name.span.covers(phrase)) and not is_in_word(text, name.span)
    ]
    # Where something is does not matter: the works of Orla AG in Skarn.
    others = [name for name in inside if not PLACED.search(text, max(name.span.start - 5, 0), name.span.start)]
    inside = others or inside
    if len(inside) == 1:
        name = inside[0]
        # X’s output, the output of X: X. X’s mill, the mill in X: the mill.
        before, after = text[phrase.start : name.span.start], text[name.span.end : phrase.end].split()
        is_measure = measure or (measured and after and measured.fullmatch(after[-1]))
        if after and not is_measure:
            return Proposed(text[slice(*phrase)], span=phrase)
        of = re.search(r"\b(?:of|de|del|du|des|von|der)\s(?:the\s|la\s|los\s)?$", before) or (
            name.kind == "person" and re.search(r"\b(?:d[aie]ll['’]|(?:dal|dalla|by|par|por)\s)", before)
        )
        # The group of the ministry has no word for “of” in Russian.
        is_genitive = code == "ru" and before.strip() and not before.endswith(("«", '"'))
        is_head = measure or not (of or is_genitive) or (measured is not None and measured.search(before))
        if is_head and (measure or not re.search(r"\b(?:in|at|near|from|en|à|в)\s(?:the\s)?$", before)):
            return proposed(name)
    if len(inside) > 1:
        # Ada Moss of Orla Steel: Ada Moss.
        first, *others = inside
        is_first = re.fullmatch(DETERMINER, text[phrase.start : first.span.start], re.IGNORECASE)
        is_body = first.kind in ("person", "company", "organization", "government") and not measure
        of_others = all(
            _OF_BODY.search(text, max(each.span.start - 12, first.span.end), each.span.start) for each in others
        )
        return proposed(first) if is_first and is_body and of_others else Proposed("")
    of = OF.match(text, measure.end, phrase.end) if measure else None
    if of:
        whole = text[of.end() : phrase.end]
        # The volume of sales is of another measure, and sales in volume of nothing.
        is_how = of[0].strip() in ("in", "en", "em", "at", "à") and whole.islower()
        is_nothing = is_how or (measured is not None and measured.fullmatch(whole) is not None)
        return Proposed("" if is_nothing else whole, span=Span(of.end(), phrase.end))
    words = text[slice(*phrase)]
    if measure and not (measured and measured.fullmatch(text, *measure)):
        # The firm’s attendance: the firm. The jobless rate: nothing.
        whose = _POSSESSIVE.search(text, phrase.start, measure.start)
        owner = Span(phrase.start, whose.start() if whose else phrase.start)
        return Proposed(text[slice(*owner)], span=owner)
    rest = _without_measure(words, measured, code)
    # The oil of oil prices is a subject; the tourist of tourist revenues is none.
    # Nor is the Chinese of Chinese exports.
    is_adjective = is_adjective_of_country(rest, code) or (
        code == "ru" and re.fullmatch(r"[А-ЯЁа-яё]+(?:ый|ий|ая|яя|ое|ее|ые|ие)", rest) is not None
    )
    # Nor is the general fund of the general fund rate, or the cheese of Russian production.
    is_part = rest.count(" ") > _LONGEST_PART or (code == "ru" and rest.islower() and not is_company_noun(rest, code))
    is_noun = " " in rest or (rest[:1].isupper() and not (code == "en" and _ADJECTIVE.fullmatch(rest)))
    is_of = rest != words and not is_adjective and not is_part and is_noun
    return Proposed(rest if (is_of if measure else rest == words) else "", span=phrase)


def _without_measure(words: str, measured: re.Pattern[str] | None, code: str) -> str:
    """A subject without the word for a measure, which is none: oil of oil prices; empty if nothing is left."""
    bare = re.sub(rf"^{DETERMINER}", "", words, flags=re.IGNORECASE)
    if measured is None:
        return words
    if measured.fullmatch(bare):
        return ""
    first, last = bare.split()[0], bare.split()[-1]
    if measured.fullmatch(first):
        of = OF.match(bare, len(first))
        return bare[of.end() :] if of else ""
    if not measured.fullmatch(last):
        return words if (len(bare) > 2 or bare.isupper()) and bare.casefold() not in _NO_THINGS else ""
    rest = words.split()[:-1]
    while rest and (
        rest[-1].casefold() in _NO_THINGS | _IN_PHRASE or measured.fullmatch(rest[-1]) or is_opener(rest[-1], code)
    ):
        rest.pop()
    # The country’s growth: the country.
    return re.sub(r"['’]s?$", "", " ".join(rest))
