"""What a number measures, in the words of its clause."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.extract.clause_syntax import is_rise, noun_joined_to, noun_of_verb, risen_noun, rises
from tui.extract.verb_measures import told_by_verb
from tui.items.statement_words import listed, measures_in, not_counted, words_in
from tui.quantity.builtin import currency_ids
from tui.quantity.unit import Unit
from tui.text.span import Span

_LOWER = r"[^\W\d_A-ZА-ЯЁ][^\W\d_]{2,}(?:-[^\W\d_]+)?"
_COUNTED = {
    # What is counted is plural; words before it say of what sort: 900 wind power turbines.
    "en": re.compile(
        r"[^\S\n]{1,2}((?:(?:[^\W\d_]{2,}(?:-[^\W\d_]+)?)\s){0,4}?"
        r"(?:[^\W\d_A-Z][^\W\d_]{1,}(?<![sui])s|(?:people|men|women|children|police|personnel|staff|cattle|fish)"
        r"(?!\s(?!has|was|is|says)[^\W\d_]+s(?![^\W_]))))(?![^\W_])(?!\s(?:an?|the)\s)"
    ),
    "de": re.compile(r"[^\S\n]{1,2}((?:[a-zäöüß]+(?:e|en|er)\s)?[A-ZÄÖÜ][^\W\d_]{2,})"),
    "fr": re.compile(
        rf"[^\S\n]{{1,2}}(?:de\s|d['’])?((?:(?:nouveaux|nouvelles|autres)\s)?{_LOWER}(?<=[sxz]))(?![^\W_])"
    ),
    "es": re.compile(rf"[^\S\n]{{1,2}}(?:de\s)?((?:(?:nuevos|nuevas|otros|otras)\s)?{_LOWER}(?<=s))(?![^\W_])"),
    "it": re.compile(rf"[^\S\n]{{1,2}}(?:di\s)?((?:(?:nuovi|nuove|altri|altre)\s)?{_LOWER})(?![^\W_])"),
    "pt": re.compile(rf"[^\S\n]{{1,2}}(?:de\s)?((?:(?:novos|novas|outros|outras)\s)?{_LOWER}(?<=s))(?![^\W_])"),
    # Adjectives and participles come first: 70 разрушенных паводком домов.
    "ru": re.compile(
        rf"[^\S\n]{{1,2}}((?:[а-яё-]{{2,30}}(?:[ыи][хе]|ое|ая|ый|ий)\s(?:[а-яё]{{3,20}}(?:ом|ем|ой|ами)\s)?){{0,2}}(?=\w{{0,9}}[аеёиоуыэюя]){_LOWER})"
    ),
}
_TITLED = re.compile(r" ((?:[A-Z][a-z]{1,20} ){1,3}[A-Z][a-z]{2,20}(?<![sui])s)(?![^\W_])")
"""English counts of what has a title: 76 Lady Health Workers."""
_BEFORE_TITLED = re.compile(r"(?:[a-z]{2}|,) \Z")
_ONE = re.compile(r" (person|man|woman|child)(?= (?:was|is|has|had|died|dead|killed|injured|missing)(?![^\W_]))")
_NO_NOUN = re.compile(r"[а-яё]{3}(?:ого|ому|ным|ному)$")
"""The end of a Russian adjective after a number, which does not count what follows: Article 5 of the Criminal Code."""
_ANY_COUNTED = re.compile(rf"[^\S\n]{{1,2}}({_LOWER})")
"""What is counted in other languages."""

# What became of what is counted: 87 people were killed, 12,000 homes have been destroyed.
_BEFELL = re.compile(
    r"(?P<is>\s(?:were|was|are|is|(?:have|had|has)(?:\s(?:now|also))?(?:\sbeen)?))?\s(?:[a-z]{2,15}ly\s|(?:reported|confirmed)\s)?"
    r"(?P<fate>dead|died|lost|missing|homeless|hurt|aboard|sold|built|(?:kill|injur|wound|arrest|detain|displac|evacuat)ed"
    r"|(?(is)(?!surveyed|polled|asked|questioned|reported|said|expected|estimated|needed|used|based|called|named|involved|located|registered)[a-z]{2,20}ed"
    r"|(?!)))(?![^\W_])(?!\s(?:people|persons|men|women|children|their|to)\b)"
)
# The same where only the fates of people are told from what else they do: fünf Menschen starben.
_FATE = re.compile(
    r"(?<![^\W_])(?:perd\w{2,5}\sla\s(?:vida|vie)|perso\sla\svita|perd\w{2,5}\sa\svida|starben|gestorben|getötet|verletzt|verwundet|ums\sLeben|festgenommen|verhaftet|vermisst|evakuiert"
    r"|morte?s|tuée?s|blessée?s|décédée?s|arrêtée?s|interpellée?s|disparue?s|évacuée?s"
    r"|murieron|muert[oa]s|falleci\w{4,5}|herid[oa]s|detenid[oa]s|desaparecid[oa]s|evacuad[oa]s"
    r"|mort[ie]|uccis[ie]|ferit[ie]|arrestat[ie]|dispers[ie]|evacuat[ie]"
    r"|morreram|mort[oa]s|ferid[oa]s|detid[oa]s|omgekomen|overleden|gedood|gewond|gearresteerd|vermist"
    r"|погиб\w*|загину\w*|убит\w*|умер\w*|ранен\w*|поранен\w*|пострада\w*|постражда\w*|задержан\w*|эвакуирован\w*)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:new|neuen?|nouve(?:aux|lles)|nuev[oa]s|nuov[ie]|nov[oa]s)\s")
_DONE = re.compile(
    r"(?<![^\W_])(?:(ge[a-zäöüß]{3,20}t|ge[a-zäöüß]{3,20}en|[a-zäöüß]{3,20}iert)\s(?:sind|waren|wurden|werden)\s[^,.;:!?()\n]{0,40}"
    r"|([а-яё]{4,20}(?:[её]но|аны?|ены))\s(?:[а-яё]{4,10}\s)?)\Z"
)
"""What was done to people, before their number: geimpft sind inzwischen 5 Millionen Menschen."""
_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
_FATE_WITHIN = 40
"""Characters after what is counted, or before its number, in which a word may say what became of it."""

# What was done to them, before the number: the quake killed more than 200 people.
_HARMED = re.compile(
    r"(?<![^\W_])(?:(kill|injur|wound|displac|evacuat)(?:s|es|ing|ed|e[sd]?)|deaths?\sof)"
    r"(?:\s(?:more|less|fewer|at|than|least|some|about|around|nearly|almost|up|to|over|as|many|an|estimated|another)){0,4}\s$"
)
_HARM = {"kill": "killed", "injur": "injured", "wound": "wounded", "displac": "displaced", "evacuat": "evacuated"}
_MAGNITUDE = re.compile(r"(?<![^\W_])(magnitude|magnitud|Stärke)(?:\sof)?[\s-]$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-](magnitude)(?![^\W_])")
_DIRECTLY = 4
"""The most characters between a word for a measure and its own number: a capacity of 600 megawatts."""

_HOLDERS = re.compile(r"(?:[\w-]{1,20}\s)?(?:bags|sacks|bales|sacos|sacas|sacs|Säcke|мешков|банок)")
"""What amounts are told in, which alone is no measure: 15 million bags compared with 14 million bags."""
_BY_POINTS = re.compile(r"(?<![^\W_])(?:by|down|up|de|di|um)\s\S{1,12}\s(?:points|punti|puntos|pontos|Punkten?)\Z")
"""The end of a difference in points; those that a team has are counted."""
_MORE = re.compile(
    r"\s(?:more|less)\s(?!(?:than|in|on|at|to|of|for|this|last|year|the|an?|by|from|as|and|per)(?![^\W_]))[a-z]"
)
"""What a change is of, after it: employees are 38% more likely to stay."""
_CONTENT = re.compile(r"\s(?:of|de|d['’]|à|zu|по)(?![^\W_])")
_PEOPLE = frozenset(
    "people persons personas personnes menschen personen человек людей люди pessoas persone mensen".split()
)


def counted_after(text: str, span: Span, end: int, code: str) -> Proposed | None:
    """What a number counts, in the words after it, with what became of it; of an earthquake, its magnitude."""
    before = _MAGNITUDE.search(text, max(span.start - 14, 0), span.start)
    if magnitude := before or _MAGNITUDE_AFTER.match(text, span.end):
        return Proposed(magnitude[1], span=Span(*magnitude.span(1)))
    counted = _ONE.match(text, span.end, end) if code == "en" and text[slice(*span)].lower() == "one" else None
    counted = counted or _COUNTED.get(code, _ANY_COUNTED).match(text, span.end, end)
    if code == "en" and not counted and _BEFORE_TITLED.search(text, max(span.start - 3, 0), span.start):
        counted = _TITLED.match(text, span.end, end)
    if counted and (
        not_counted(counted[1]) or _NO_NOUN.search(counted[1]) or text[counted.end(1) : counted.end(1) + 1] == "-"
    ):
        counted = None
    befell = _BEFELL.match(text, counted.end() if counted else span.end, end) if code == "en" else None
    if counted and code != "en" and counted[1].casefold() in _PEOPLE:
        clause = _CLAUSE_END.split(text[counted.end() : counted.end() + _FATE_WITHIN], maxsplit=1)[0]
        done = _DONE.search(text, max(span.start - _FARTHEST, 0), span.start)
        fate = _FATE.search(clause) or done
        told = f"{counted[1]} {fate[fate.lastindex or 0]}" if fate else counted[1]
        return Proposed(told, span=Span(*counted.span(1)))
    words = [Span(*counted.span(1))] if counted else []
    words += [Span(*befell.span("fate"))] if befell else []
    if not words:
        return None
    return Proposed(" ".join(text[slice(*each)] for each in words), span=Span(words[0].start, words[-1].end))


def leaves_out(text: str, span: Span, code: str) -> bool:
    """Whether a number counts what was named before it: 50 more were damaged, 31 of the injured, killed at least 15."""
    if code == "en" and _HARMED.search(text, max(span.start - _FARTHEST, 0), span.start):
        return _CLAUSE_END.match(text, span.end) is not None
    return re.match(rf"\s(?:{listed(code, 'more')})(?![^\W_])", text[span.end : span.end + 30]) is not None


def is_news(text: str, span: Span, counted: Proposed, code: str) -> bool:
    """Whether a number counts what is new or says what became of it: two ministers met, but three were killed."""
    if _NEW.match(counted.text):
        return True
    end = counted.span.end if counted.span else span.end
    if code == "en":
        harmed = _HARMED.search(text, max(span.start - _FARTHEST, 0), span.start)
        return harmed is not None or _BEFELL.search(text, span.end, end) is not None
    after = _CLAUSE_END.split(text[end : end + _FATE_WITHIN], maxsplit=1)[0]
    # Погибли три человека.
    before = _CLAUSE_END.split(text[max(span.start - _FATE_WITHIN, 0) : span.start])[-1] if code in ("ru", "uk") else ""
    return _FATE.search(after) is not None or _FATE.search(before) is not None


# What a share is of: 5% of the pupils, 5 Prozent der Schüler, el 5 % de los alumnos.
_OF_WHAT = {
    code: re.compile(rf"\s{of}({words})(?![^\W_])")
    for code, of, words in (
        (
            "en",
            r"of\s(?:all\s|the\s|its\s|their\s|(?:[A-Z][\w&.-]{1,20}\s){1,3}?(?<=['’]s\s)|[A-Z][\w&.-]{1,20}['’]s\s)?",
            r"(?:[a-z][a-z-]{2,20}\s){0,2}?(?:[a-z]{3,20}(?<![sui])s|population|GDP|workforce)",
        ),
        ("de", r"(?:aller|der|des|ihrer|seiner)\s", r"(?:[a-zäöüß-]{3,20}\s){0,2}[A-ZÄÖÜ][a-zäöüß]{3,30}"),
        ("fr", r"(?:des?\s|de\sla\s|du\s|d['’]|de\sl['’])(?:leurs?\s|ses\s|son\s)?", r"[a-zà-ÿ]{4,20}"),
        ("es", r"(?:del?\s|de\slos\s|de\slas\s|de\sla\s)(?:sus?\s)?", r"[a-zñáéíóú]{4,20}"),
        ("it", r"(?:degli|delle|dei|della|del|di|dell['’])\s?", r"[a-zàèéìòù]{4,20}"),
        ("pt", r"(?:dos|das|da|do|de)\s", r"[a-zà-ÿ]{4,20}"),
    )
}


def share_of(text: str, span: Span, code: str) -> Proposed | None:
    """What a number of per cent or parts is a share of, in the words directly after it."""
    match = _OF_WHAT[code].match(text, span.end) if code in _OF_WHAT else None
    if match is None or not_counted(match[1]):
        return None
    return Proposed(f"{match[1]}, {words_in(code)['share']}", span=Span(*match.span(1)))


_OF_ECONOMY = re.compile(
    r"\s(?:of|d[eou]|del|des|da)\s(?:[\w’'-]{1,20}\s){0,2}?(?:GDP|gross\sdomestic\sproduct|PIB|BIP|Bruttoinlandsprodukte?s?"
    r"|producto\sinterior|produit\sintérieur)(?![^\W_])|\sВВП(?![^\W_])"
)


def of_economy(text: str, span: Span) -> bool:
    """Whether a share is one of a whole economy, in which deficits, debts and budgets are given."""
    return _OF_ECONOMY.match(text, span.end) is not None


def measure_of(
    text: str, span: Span, clause: Span, unit: Unit | None, code: str, others: Sequence[Span], names: Sequence[Span]
) -> Proposed | None:
    """What a number of a unit measures, in the words of its clause.

    What is counted; the noun that it is joined to; what rises or falls; or else the nearest word for a measure.
    `others` are the other numbers of the clause: a word directly before one is theirs.
    """
    if code == "en" and unit is not None and unit.kind == "%" and _MORE.match(text, span.end):
        return None
    noun = counted_after(text, span, clause.end + 1, code) if unit is None or unit.exact else None
    if noun and noun.span and not _CONTENT.match(text, noun.span.end):
        by_points = _BY_POINTS.search(text, max(span.start - 6, 0), noun.span.end)
        noun = None if by_points or _HOLDERS.fullmatch(noun.text) else noun
    harmed = _HARMED.search(text, max(span.start - 60, clause.start), span.start) if noun and code == "en" else None
    if noun and harmed and not noun.text.endswith("ed"):
        return noun._replace(text=f"{noun.text} {_HARM[harmed[1] or 'kill']}")
    # “13 million people” may be a population, or the people that a plant employs.
    is_open = noun is None or noun.text.casefold() in _PEOPLE
    is_money = unit is not None and unit.kind in currency_ids()
    may_be_money = is_money or unit is None or unit.kind == "%"
    nearest = _nearest(text, span, clause, code, others, may_be_money) if is_open else None
    if noun is None and (joined := risen_noun(text, span, code) or noun_joined_to(text, span, is_money, code)):
        return joined
    told = told_by_verb(text, clause, span, unit, code) if noun is None else None
    if told and not (nearest and nearest.span and told.span and told.span.end <= nearest.span.start):
        return told
    if unit is not None and unit.kind in ("sec", "month"):
        # “Order announced as they celebrate 60 years” is no order of 60 years.
        return None
    if unit is not None and unit.kind == "m":
        # What falls 5 kilometres is nothing that is measured.
        return nearest
    # “The mines reached a rise of 5%” does not say what rose.
    by_verb = None if is_rise(text, span, code) else noun_of_verb(text, span, clause, names, code)
    words = measures_in(code)
    # A word for a measure after the verb is nearer: it raised its spending to 5 million.
    if by_verb and not may_be_money and noun is not None and not is_open:
        return noun
    is_after = by_verb and nearest and nearest.span and nearest.span.start > by_verb[1]
    is_inside = by_verb and nearest and nearest.span and by_verb[0].span and nearest.span.covers(by_verb[0].span)
    if by_verb and not is_after and not is_inside and (is_open or (words and words.search(by_verb[0].text))):
        return by_verb[0]
    return nearest or noun


def _is_of(text: str, word: Span, other: Span) -> bool:
    """Whether a word for a measure is directly before another number, or joined to it after it: 5 MB of storage."""
    after = text[other.end : word.start] if other.end <= word.start else ""
    return 0 <= other.start - word.end <= _DIRECTLY or after in (" of ", " de ", " d'", " d’", " di ")


_IN_NAME = re.compile(r"[a-z,&]\s[A-Z]")
"""The place of an English word that is a part of a name: Axa Equity."""
_TWO_WORDS = re.compile(r"\s[^\W\d_]+(?:\s[^\W\d_]+)?")
_AFTER_TAX = re.compile(
    r"(?:[Nn]ach|[Vv]or|after|before|avant|après)\s(?:Steuern|tax(?:es)?|impôts?)\Z|(?<![^\W_])[Ii]n\sSumme\Z"
)
"""Words for measures in what says how another one is taken."""
_OF_MONEY = re.compile(
    r"(?:cost|kost|coût|pric|prix|prec|prez|preç|revenue|turnover|wert|summe|betrag|valor|valeur|importe|montant|somme|sales|profit|income|earning|wage|salar|fee|rent|fine|tax|debt"
    r"|budget|umsatz|gewinn|erlös|\w{0,20}preis|bénéfice|beneficio|ingres|ricav|lucro|receita|выручк|прибыл|цен)",
    re.IGNORECASE,
)
"""A word for a measure whose unit is a currency."""


def _nearest(
    text: str, span: Span, clause: Span, code: str, others: Sequence[Span], is_of_money: bool
) -> Proposed | None:
    """The word for a measure that is nearest to a number in its clause, and belongs to it."""
    words = measures_in(code)
    if words is None or re.search(r"(?<![^\W_])(?:up|down)\s$", text[max(span.start - 6, 0) : span.start]):
        return None
    found = [Span(*match.span()) for match in words.finditer(text, *clause)]
    found = [
        each
        for each in found
        if not each.overlaps(span)
        and not any(_is_of(text, each, other) for other in others)
        and _belongs(text, each, span)
        and (is_of_money or not _OF_MONEY.match(text, each.start))
        and not _AFTER_TAX.search(text, max(each.start - 8, 0), each.end)
        and not (each.end <= span.start and _holds(code).search(text, each.end, span.start))
        and not (code == "en" and _IN_NAME.match(text, max(each.start - 2, 0)))
    ]
    following = _TWO_WORDS.match(text, span.end)
    if following and any(rises(code).fullmatch(word) for word in following[0].split()):
        # The rise in a 5% rise in sales is told after the number.
        found = [each for each in found if each.start >= span.end]
    # A crescita of the fatturato is a change of the fatturato.
    changes = [each for each in found if rises(code).fullmatch(text, *each)]
    found = [each for each in found if each not in changes or not any(_are_near(each, other) for other in found)]
    if not found:
        return None
    nearest = min(found, key=lambda each: max(span.start - each.end, each.start - span.end))
    return Proposed(text[slice(*nearest)], span=nearest)


@cache
def _holds(code: str) -> re.Pattern[str]:
    """Verbs between a measure and a number that is only a part of it: the budget includes 5 million for roads."""
    return re.compile(rf"\s(?:{listed(code, 'holds')})(?![^\W_])")


def _are_near(word: Span, other: Span) -> bool:
    """Whether two words for measures are joined: sales growth, the growth of sales."""
    return word != other and max(word.start - other.end, other.start - word.end) <= _JOINED


_JOINED = 20
"""The most characters between two words for one measure."""
_BELONGS_AFTER = re.compile(
    r"\s(?:[^\W\d_]{2,20}\s)?(?:of|in|for|de|en|du|des|der|del|di|do|da|an|an\sder|d['’])\s?"
    r"(?:(?:the|its|their|la|le|les|los|las|leurs?|ses|sus?)\s)?(?:[a-zà-ÿ]{3,20}\s)?"
)
_FARTHEST = 60
"""The most characters between a word for a measure and the number after it."""


def _belongs(text: str, word: Span, number: Span) -> bool:
    """Whether a word for a measure is that of a number: not far before it, or joined to it after it."""
    if word.end <= number.start:
        return number.start - word.end <= _FARTHEST
    return _BELONGS_AFTER.fullmatch(text, number.end, word.start) is not None or word.start - number.end <= 1


@cache
def _ages(code: str) -> dict[str, re.Pattern[str]]:
    """What is around an age, in a language that has words for it."""
    keys = ("before_years", "after_years", "before_age", "after_age")
    return {key: re.compile(listed(code, key)) for key in keys}


def is_age(text: str, span: Span, code: str) -> bool:
    """Whether a number of years is somebody’s age, whether or not the person is named."""
    before = _ages(code)["before_age"].search(text, max(span.start - 20, 0), span.start)
    return before is not None or _ages(code)["after_age"].match(text, span.end) is not None


def age_of(text: str, span: Span, names: Sequence[Span], code: str) -> int | None:
    """The index of the name of a person whose age a number of years is; None if it is nobody's."""
    ages = _ages(code)
    for index, name in enumerate(names):
        before = name.end < span.start < name.end + 20 and ages["before_years"].fullmatch(text, name.end, span.start)
        if before and ages["after_years"].match(text, span.end):
            return index
    return None
