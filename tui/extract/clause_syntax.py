"""What a number measures by the syntax of its clause: a price of 5 euros, the toll rose to 5."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.items.german_nouns import is_noun
from tui.items.statement_words import listed, measures_in, not_counted, words_in
from tui.languages.language import language_of
from tui.printed.direction_words import forms_of
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

_LOWER = r"[^\W\d_A-ZА-ЯЁÀ-ÞÄÖÜ][^\W\d_]{2,}(?:-[^\W\d_]{2,})?"
HEDGED = (
    r"(?:(?:about|around|nearly|almost|over|more|less|than|at|least|up|to|some|just|only|rund|etwa|fast|mehr|als"
    r"|mindestens|knapp|über|environ|près|plus|moins|de|au|quelque|unos|unas|casi|más|cerca|circa|oltre|quasi|almeno"
    r"|quase|mais|около|более|почти)\s){0,3}"
)
_MOST_BETWEEN = 6
"""The most words between a verb and the number that something rises to."""

_ROMANCE = (
    r"(?:.*\s)?(?<!\bde\s)(?<!\ben\s)(?<!\bà\s)(?<!\ba\s)(?<!\bpor\s)(?<!\bpara\s)(?<!\bcon\s)(?<!\bdans\s)(?<!\bsur\s)(?<!\bpar\s)"
    r"(?<!\bpour\s)(?<!\bper\s)(?<!\bsobre\s)(?<!\be\s)(?<!\bet\s)(?<!\by\s)"
    r"(?i:(?:%s)\s|l['’])"
    rf"(?P<head>{_LOWER}(?:(?<=taux)\sd(?:e\s|u\s|['’]){_LOWER}|(?<=tas[ao])\sde\s{_LOWER})?)(?:\s.*)?"
)
_PREPOSITION = "of|in|for|from|between|at|on|to|with|by|among|across|since|during|after|per"
_FIRST = r"(?P<first>[A-ZА-ЯЁ][^\W\d_A-Z]{3,})"
"""A noun that a sentence begins with."""

_ROMANCE_ARTICLES = {
    "fr": "le|la|les|une?|cette|ce|leurs?|sa|son|ses",
    "es": "el|la|los|las|una?|sus?",
    "it": "il|lo|la|i|gli|le|una?|uno",
    "pt": "o|a|os|as|uma?|suas?|seus?",
}

_HEADS = {code: _ROMANCE % articles for code, articles in _ROMANCE_ARTICLES.items()} | {
    # English has the noun last, and Romance languages first; German nouns have capitals.
    "en": rf"(?:(?:(?:(?!\s(?:{_PREPOSITION})\s).){{0,80}}(?:['’]s?|\b(?i:the|its|their|his|her|an?|this|that))\s)?"
    rf"(?:(?!(?:{_PREPOSITION})\s)[^\s,]+\s){{0,6}}?(?P<head>(?:{_LOWER}\s){{0,2}}?{_LOWER})|{_FIRST})(?:\s(?!after)(?:{_PREPOSITION})\s.*)?"
    r"(?:\s(?:already|also|now|still|then|alone|[a-z]{2,20}ly))?",
    "de": r"(?:(?:Auch|Nur|Allein|Lediglich|Insgesamt|Damit|Zudem|Dabei|Zuletzt|Dagegen|Hingegen)\s)?"
    r"(?:(?i:der|die|das|ihre?|seine?|eine?)\s)?(?:[a-zäöüß-]+\s){0,3}(?P<head>[A-ZÄÖÜ][\w-]{3,40})(?:\s.*)?",
    "ru": r"(?:(?i:[а-яё-]{2,20}(?:ый|ий|ая|яя|ое|ее|ые|(?<![нт])ие))\s){0,2}"
    rf"(?:(?P<head>{_LOWER})|{_FIRST})(?:\s.*)?",
}
"""The words before a verb, and the noun among them that names what is measured."""

_NO_HEADS = frozenset(
    """
    having being mayor menor gran primer nuevo único último principal
    dollar pound euro yen ruble rouble franc people man woman men women day days week month year years time company firm
    group country team club party state others some many most dólar libra peso euros livre jour jours année mois año
    woche wochen semaine semana settimana mes día anno mese giorno dia ano
    país pays paese pessoas personas personnes persone président presidente jahr jahre
    tag tage monat ende unternehmen konzern firma bank verein partei regierung gruppe land menschen
    kilo liter tonne tonnen stunde hektar kopf hundred thousand million billion trillion год года году месяц
    день неделя неделю компания человек люди страна
    """.split()
)
_NO_HEADS_ALONE = frozenset(
    "marke höhe number total average record rate level rest figure totale moyenne media média".split()
)
_EXTREME = re.compile(
    r"(?:.*\s)?(?:record|high|low|peak|average|maximum|minimum|(?:annual|quarterly|monthly|faster|slower)\srate)",
    re.IGNORECASE,
)
"""Heads that only say what sort of value a number is: a record low of 5%."""


_VAGUE = re.compile(r"\s(?:rates?|index|level|volume|value)$")
_PARTICIPLE = re.compile(r"[a-z]{4,15}(?:ed|ly)(?<!eed)(?![^\W_])|[а-яё]{3,15}но(?![^\W_])")
"""A word that is usually not a noun: an English participle or adverb, or a Russian one."""


def noun_joined_to(text: str, span: Span, is_money: bool, code: str) -> Proposed | None:
    """The noun that a preposition joins to a number, or that a number is part of: a share of 5%, a £5m takeover."""
    found = _of(code).search(text, max(span.start - 80, 0), span.start)
    before = text[max(span.start - 10, 0) : span.start]
    if code == "en" and not found and re.search(r"\b(?i:an?|the|its|their|his|her)\s$", before):
        found = _COMPOUND.match(text, span.end)
    elif code == "de" and not found and is_money:
        found = _GERMAN_AFTER.match(text, span.end)
    if found is None or rises(code).fullmatch(found["head"].split()[-1]) or not _is_head(found["head"]):
        return None
    if code == "en" and _EXTREME.fullmatch(found["head"]):
        return None
    if _verbs_of_amount(code).search(f" {found['head']} "):
        return None
    return Proposed(found["head"], span=Span(*found.span("head")))


_COMPOUND = re.compile(
    rf"(?:\s\([^()]{{2,40}}\))?\s(?P<head>(?:{_LOWER}\s){{0,2}}?{_LOWER})"
    r"(?=[.,;)]|$|\s(?:of|in|for|to|by|from|with|at|on|over|as|after|that|which|and|was|were|is|are|has|will)\s)"
)
_GERMAN_AFTER = re.compile(r"\s(?!Ende|Anfang|Mitte|Jahr)(?P<head>[A-ZÄÖÜ][a-zäöüß]{3,30})(?=[.,;]|$|\s[a-zäöü])")


def risen_noun(text: str, span: Span, code: str) -> Proposed | None:
    """What rises or falls by an English number that is part of a noun for it: a 5% rise in annual profits."""
    found = _rise_in().match(text, span.end) if code == "en" else None
    if found is None or not _is_head(found["head"]):
        return None
    measures, last = measures_in(code), found["head"].split()[-1]
    words = last if measures and measures.fullmatch(last) and not _VAGUE.search(found["head"]) else found["head"]
    return Proposed(words, span=Span(found.end("head") - len(words), found.end("head")))


@cache
def _rise_in() -> re.Pattern[str]:
    nouns = rf"(?:[a-z-]{{2,15}}\s)?(?:{rises('en').pattern})"
    ends = rf"(?=[.,;:)]|$|\s(?:{_PREPOSITION}|as|and|over|this|last|when|was|is)\s)"
    return re.compile(rf"\s{nouns}\sin\s(?:(?:the|its|their|his|her)\s)?(?P<head>(?:{_LOWER}\s){{0,2}}?{_LOWER}){ends}")


def moved_by(text: str, clause: Span, within: Span, code: str) -> Span:
    """A clause that begins with a verb of a rise or a fall, with what is before it: the deficit with China, up 5%."""
    if code != "en" or not _verbs_of_amount(code).match(text, clause.start + text.startswith(" ", clause.start)):
        return clause
    comma = text.rfind(",", within.start, clause.start)
    which = _RELATIVE.search(text, max(comma - _LONGEST_ASIDE, within.start), comma) if comma > 0 else None
    end = which.start() if which else comma
    start = max(text.rfind(each, within.start, max(end, within.start)) + 1 for each in ",;:") or within.start
    head = text[max(start, within.start) : max(end, 0)]
    if end <= within.start or re.search(r"\d", head) or re.search(rf"\s(?:{listed(code, 'verbs')})\s", f"{head} "):
        return clause
    return Span(max(start, within.start), clause.end)


_RELATIVE = lazy_pattern(r",\s(?:which|who|whose)\s[^,.;:]{2,100}\Z")
_LONGEST_ASIDE = 110


def is_rise(text: str, span: Span, code: str) -> bool:
    """Whether a number is joined to a noun for a rise or a fall."""
    found = _of(code).search(text, max(span.start - 80, 0), span.start)
    return found is not None and rises(code).fullmatch(found["head"].split()[-1]) is not None


@cache
def _of(code: str) -> re.Pattern[str]:
    """A noun with an article, before the word that joins it to a number."""
    noun = (
        r"(?:[a-zäöüß-]+\s){0,2}(?P<head>[A-ZÄÖÜ][\w-]{3,40})"
        if code == "de"
        else rf"(?P<head>{_LOWER}(?:\s{_LOWER})?)"
    )
    return re.compile(
        rf"(?<![^\W_])(?i:{listed(code, 'articles')})(?:\s|(?<=['’])){noun}\s(?:{listed(code, 'of')})"
        rf"(?:\s|(?<=['’])){HEDGED}$"
    )


def is_directly_told(text: str, span: Span, code: str) -> bool:
    """Whether a number is directly after the verb of its clause: waited nine hours."""
    before = text[max(span.start - 60, 0) : span.start]
    return re.search(rf"\s(?:{listed(code, 'verbs')})\s{HEDGED}$", before) is not None


@cache
def rises(code: str) -> re.Pattern[str]:
    """The nouns of a language for a rise or a fall."""
    changes = language_of(code).changes
    changed = forms_of([*changes.get("rise", ()), *changes.get("fall", ())])
    return re.compile(rf"{listed(code, 'rises')}|{changed}", re.IGNORECASE)


def noun_of_verb(text: str, span: Span, clause: Span, names: Sequence[Span], code: str) -> tuple[Proposed, int] | None:
    """What the clause before a number says rises or falls, or amounts to the number; and where its verb begins."""
    verb = next(reversed([*_verbs_of_amount(code).finditer(text, clause.start, span.start)]), None)
    if (
        verb
        and verb[0].endswith("up")
        and text.startswith(" to ", verb.end())
        and not _PUSHED.search(text, clause.start, verb.start())
    ):
        # “Fees of up to 5” do not rise; what something pushes up to 5 does.
        return None
    if verb is None and code == "de" and _GERMAN_RISEN.match(text, span.end, clause.end):
        verb = _GERMAN_IS.search(text, clause.start, span.start)
        if verb and verb["head"] and _is_head(verb["head"]):
            risen = Span(*verb.span("head"))
            named = any(name.overlaps(risen) for name in names)
            return None if named else (Proposed(verb["head"], span=risen), verb.start())
    between = text[verb.end() : span.start] if verb else ""
    # It fell 5% in May to 6 million: the number is what it became.
    is_other = re.search(r"\d", between) and not (code == "en" and _BECOMES.search(between))
    if verb is None or code not in _HEADS or len(between.split()) > _MOST_BETWEEN or is_other:
        return None
    start = clause.start
    if code == "en" and (stated := [*_stated().finditer(text, clause.start, verb.start())]):
        start = stated[-1].end()
    while start < verb.start() and not text[start].isalnum():
        start += 1
    if code == "en" and (opened := _OPENED.match(text, start, verb.start())):
        start = opened.end()
    match = re.compile(_HEADS[code]).fullmatch(text, start, verb.start() - 1)
    if match is None:
        return None
    head = Span(*match.span(match.lastgroup or 0))
    words = text[slice(*head)]
    if code == "de" and (whole := _GERMAN_SUM.match(text, head.start, verb.start())):
        head = Span(head.start, whole.end())
        words = text[slice(*head)]
    if code == "en" and _INFINITIVE.search(text, head.end, verb.start()):
        return None
    if code == "de" and not (is_noun(words.rpartition(" ")[2]) or (measures_in("de") or _OPENED).fullmatch(words)):
        # Auch, or a name that is not known.
        return None
    if _verbs_of_amount(code).search(f" {words} ") and " " not in words:
        return None
    while code == "en" and any(_PARTICIPLE.match(each) or not_counted(each) for each in words.split()[:-1]):
        words = words.partition(" ")[2]
    if code == "en" and (told := _verb_at_end().search(words)):
        # Earnings rose by 4.3%, up from 4.2%.
        if told["other"]:
            return None
        words = words[: told.start()]
        head = Span(head.start, head.end - len(told[0]))
    measures, last = measures_in(code), _word_before(text, verb.start())
    if documents(code).fullmatch(words) and measures and measures.fullmatch(text, *last):
        # Data of the bureau showed exports down.
        head, words = last, text[slice(*last)]
    if code == "en" and measures and measures.fullmatch(words.split()[-1]) and not _VAGUE.search(words):
        # The oil of oil prices is a subject.
        words = words.split()[-1]
    last_word = words.rpartition(" ")[2]
    if (
        not _is_head(last_word if code == "de" else words)
        or documents(code).fullmatch(words)
        or any(name.overlaps(head) for name in names)
    ):
        return None
    return Proposed(words, span=Span(head.end - len(words), head.end)), verb.start()


_PUSHED = lazy_pattern(r"(?<![^\W_])(?:push|dr[io]v|send|sent|bring|brought|tak|took|lift|bid)\w{0,5}\s[^,.;:]{2,40}\Z")
_GERMAN_SUM = lazy_pattern(r"(?:Summe|Zahl|Anzahl|Menge)\sde[rs]\s(?:[a-zäöüß]{3,20}n\s)?[A-ZÄÖÜ][\w-]{2,40}")
_INFINITIVE = lazy_pattern(r"\sto\s(?!be\s)[a-z]{2,15}\s(?:the|its|their)\s")
"""What something does to something else between the two: help to push the price down."""
_OPENED = lazy_pattern(
    r"(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Dd]uring|[Aa]fter|[Ff]or)\s[^,.;:]{1,60}?\s(?=(?:the|its|their)\s[a-z])"
)
"""What a clause may begin with, without a comma: in early trade the share price was down."""
_BECOMES = lazy_pattern(rf"\s(?:to|at)\s(?:an?\s(?:new\s)?(?:record|high|low)\s(?:of\s)?)?{HEDGED}\Z")
_GERMAN_RISEN = lazy_pattern(
    r"(?:\sauf\s[^,.;:()]{1,40}?)?\s(?:an|ein|zurück|zu|nach|(?:an|zurück)?(?:ge)(?:stiegen|wachsen|fallen|sunken|schrumpft|gangen)"
    r"|(?:zu|ab)genommen|zugelegt|erhöht|gesteigert|gesenkt|verringert|eingebrochen|einbrach)(?![^\W_])"
)
"""What ends a German clause after a number by which something rose or fell: um 5 Prozent gestiegen, um 5 Prozent zu."""
_GERMAN_IS = lazy_pattern(
    r"(?<=\s)(?:ist|sind|war|waren|hat|haben|wird|werden|soll|sollen|dürfte|legten?|nahm(?:en)?|ging(?:en)?|gab(?:en)?"
    r"|zogen?|zog|brach(?:en)?)(?:\ssich)?(?:\s(?:der|die|das)\s(?:[a-zäöüß]{3,20}e\s)?(?P<head>[A-ZÄÖÜ][\w-]{2,40}))?(?=\s)"
)
_GERMAN_TO = lazy_pattern(r"(?<![^\W_])auf\s(?:[a-zäöüß]{2,12}\s){0,3}\Z")


def is_german_change(text: str, span: Span) -> bool:
    """Whether the end of a German clause says that something rose or fell by a number."""
    # “Gab die Rate mit 1,47 an” states the rate.
    is_stated = text.endswith(" mit ", 0, span.start)
    return _GERMAN_RISEN.match(text, span.end) is not None and not (is_stated or is_german_result(text, span))


def is_german_result(text: str, span: Span) -> bool:
    """Whether something rose or fell to a number, which “auf” says: auf 5 Millionen gestiegen."""
    return _GERMAN_TO.search(text, max(span.start - 40, 0), span.start) is not None


@cache
def _verb_at_end() -> re.Pattern[str]:
    """The end of a head that is a verb, of a rise or a fall or another one."""
    words = words_in("en")
    others = rf"(?!\w+ed(?![^\W_]))(?:{words['verbs']}|comes|came|helps?)"
    return re.compile(rf"\s(?!total)(?:{words['moves']}|[a-z]{{3,12}}ed|(?P<other>{others}))(?![^\W_]).*$")


@cache
def _stated() -> re.Pattern[str]:
    """What comes before the clause that states a number: did not say that."""
    return re.compile(rf"(?<![^\W_])(?:{listed('en', 'verb', 'speech')})\sthat(?=\s)")


def _word_before(text: str, end: int) -> Span:
    """The word before a place."""
    return Span(text.rfind(" ", 0, end - 1) + 1, end - 1)


@cache
def documents(code: str) -> re.Pattern[str]:
    """Nouns that a measure may be named in and that are none: data."""
    return re.compile(listed(code, "documents", "speech"), re.IGNORECASE)


@cache
def _verbs_of_amount(code: str) -> re.Pattern[str]:
    """The verbs of a language that say how much something is, or how it changes."""
    changes = language_of(code).changes
    verbs = forms_of([*changes.get("up", ()), *changes.get("down", ())])
    auxiliary = rf"(?:(?:{listed(code, 'auxiliary')})\s(?:[^\W\d_]{{4,12}}\s)?){{0,3}}"
    moves = rf"(?:{listed(code, 'moves')}|{verbs})(?=[\s,])"
    return re.compile(rf"(?<=\s)(?<!\b[Aa]\s)(?<!\b[Tt]he\s){auxiliary}{moves}")


def _is_head(words: str) -> bool:
    """Whether words with a noun at one end may be what a number measures."""
    folded = words.casefold().split()
    return not (
        _PARTICIPLE.match(words)
        or not_counted(words)
        or folded[-1] in _NO_HEADS
        or (len(folded) == 1 and folded[0] in _NO_HEADS_ALONE)
    )


def continues(text: str, before: Span, span: Span, code: str) -> bool:
    """Whether a number is one more of what the number before it measures: 5% to 7%, 5 Mt in May, from 6."""
    return _joints(code)[0].fullmatch(text, before.end, span.start) is not None


def is_apposed(text: str, before: Span, span: Span, code: str) -> bool:
    """Whether only a few words and no verb are between a number and the one before it: 5 Mt in May (+7%)."""
    return _joints(code)[1].fullmatch(text, before.end, span.start) is not None


@cache
def _joints(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is between a number and the one before it that it goes on with; and where it is a change of that one."""
    word = rf"(?:(?!(?:{listed(code, 'verbs')})\s)[^\W\d_][\w’'-]*|(?:19|20)\d\d)"
    aside = r"(?:\s\([^()]{1,60}\))?"
    article = r"(?:(?:the|los|las|les|i|le|os|as|den)\s)?"
    return (
        re.compile(rf"{aside}(?:\s{word}){{0,4}}?[,)]?\s\(?(?:{listed(code, 'links')})\s{article}{HEDGED}"),
        re.compile(rf"{aside}(?:\s{word}){{0,5}}?,?\s(?:\(|(?:{word}\s){{1,4}})?[+(–-]{{0,2}}"),
    )
