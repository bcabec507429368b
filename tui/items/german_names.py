"""Names among the nouns of German, which begin with a capital as well: only those that their form or setting shows."""

import re
from collections.abc import Callable, Container, Iterator, Mapping

from tui.items.german_nouns import is_common, is_noun
from tui.items.name_contexts import NOUNS
from tui.items.name_forms import ECONOMIC
from tui.items.name_kinds import is_country, is_given_name, is_known, is_place, kind_of
from tui.items.names import is_opener
from tui.items.offices import is_title
from tui.text.span import Span, joined, without_overlaps

_WORD = r"[A-ZÄÖÜ][\w&’'-]{1,40}"
_TOKEN = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ][\w&-]{0,40}")
_PARTICLES = r"(?:\s(?:von|van|de|der|den|zu|el|al|bin|da|di|la|del)){1,2}"
_SURNAME = re.compile(
    rf"(?:\s[A-Z]\.){{0,2}}(?:{_PARTICLES})?\s(?P<last>(?:{_WORD}\s)?(?:al|el|as|an|ar|ash)-{_WORD}|{_WORD})(?P<more>\s{_WORD})?"
)
"""What follows a first name."""

_SUBJECT = (
    r"(?:(?:[a-zäöü]{3,20}e[nrs]?|[A-ZÄÖÜ][a-zäöü]{0,20}(?:isch|utsch|lich|ional|andt|eint|öher)e[nrs]?)\s)?"
    r"[A-ZÄÖÜ][a-zäöüß][\w-]{1,40}"
)
_NO_BODY = (
    r"(?!(?:[\w-]{2,40}(?:[Ii]nstitut|[Gg]esellschaft|ministerium|[Vv]erband|[Bb]ank|[Ss]tiftung)"
    r"|(?:Technische\s)?[\w-]{0,20}(?:[Uu]niversität|[Hh]ochschule))(?![\w-]))"
)
"""That no other body is next: Institut für Physik und Fraunhofer-Gesellschaft."""
_BODIES = re.compile(
    # Bundesministerium für Wirtschaft und Klimaschutz, Verein für Konsumenteninformation; not the Bund der Ehe.
    r"(?<![\w-])(?!(?:Bank|Rat|Amt|Dienst|Zentrum|Bund)\s(?:der|zur)\s(?!\w{3,30}(?:er|en)(?!\w)))(?:(?:[A-ZÄÖÜ]\w{2,30}e[nrs]?\s)?[A-ZÄÖÜ][\w-]{0,40})?(?:[Mm]inisterium|[Aa]mt|[Ii]nstitut|[Vv]erband"
    r"|[Aa]gentur|[Zz]entrum|[Gg]esellschaft|[Bb]ehörde|[Kk]ommission|[Hh]ochschule|[Vv]erein|[Bb]ank|[Ss]tiftung|[Dd]ienst"
    r"|[Rr]at|Akademie|Bund|Fonds)(?:e?s)?\s(?:für|der|zur)\s(?:(?:den|die|das)\s)?"
    rf"{_SUBJECT}(?:,\s{_WORD}){{0,3}}(?:-?\s(?:und|sowie)\s{_NO_BODY}{_SUBJECT})?"
    r"|(?<![\w-])(?:(?:Technischen?|Freien?)\s)?(?:Universität|Hochschule|Fachhochschule|Flughafen|Landgericht|Amtsgericht"
    r"|Oberlandesgericht|Bezirksgericht|Staatsanwaltschaft|Handelskammer|Wirtschaftskammer|Arbeiterkammer|IG)\s"
    rf"{_WORD}"
    r"|(?<![\w-])(?:1\.\s)?(?:FC|SV|SC|SK|TSV|VfB|VfL|Arminia|Austria|Bayer|Borussia|Eintracht|Fortuna|Hertha|Werder)\s(?:Austria\s)?[A-ZÄÖÜ][\w-]{2,40}"
    r"|(?<![\w-])(?:EU|UN|UNO)-(?:Kommission|Parlament|Rat|Sicherheitsrat|Vollversammlung)(?![\w-])"
    r"|(?<![\w-])[A-ZÄÖÜ]\w{2,30}(?:ministerium|bundesamt|zentralbank|gerichtshof)(?:e?s)?(?![\w-])"
    r"|(?<![\w-])(?:Weltbank|Bundesbank|Nationalbank|Bundestag|Bundesrat|Bundesregierung|Bundeskanzleramt"
    r"|Bundesnetzagentur|Bundesverfassungsgericht|Nationalrat)(?:e?s)?(?![\w-])"
)
_ENGLISH = re.compile(
    r"(?<![\w-])(?P<head>(?:[A-Z][\w’-]{1,40}\s){1,4})(?:of|for|on)\s(?:the\s)?[A-Z][\w’-]{1,40}"
    r"(?:\s(?:and\s)?[A-Z][\w’-]{1,40}){0,3}(?![\w-])"
)
"""A name in English with a small word inside: University of British Columbia."""
_COMPANY = re.compile(
    rf"(?<![\w-])(?:[A-ZÄÖÜ][a-zäöüß]{{1,30}}-\sund\s)?(?:(?:[A-Z]\.){{1,2}}\s)?(?:{_WORD}\s(?:&\s)?){{1,3}}"
    r"(?:AG|GmbH|SE|KG)(?![\w-])"
)
_ADJECTIVE = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ]\w{2,30}er\s)?(?:[A-ZÄÖÜ]\w{1,30}(?:sch|lich|ig|al|iv|eint|eiwillig)"
    r"|Rot|Neu|Frei|Groß)e[nrsm]?\s(?P<noun>[A-ZÄÖÜ][\w-]{2,40})(?![\w-])"
)
_BETWEEN = re.compile(
    r"(?:\s(?:de|da|di|du|la|del|della|dos|van|bin|al|el)){0,2}[^\S\n]|\s&\s|(?<=\b[A-Z])\.\s|(?<=\bSt)\.\s"
)
"""What is between two words of a name."""
_NO_ADJECTIVE = frozenset(
    "die eine keine seine ihre diese jede viele neue alle erste beide lange große mehrere".split()
)
_KINDS_OF_BODIES = ("organization", "government", "publication", "company")
_BODIES_OF_STATE = frozenset("Bahn Post Telekom Börse Bund Rundfunk Nationen".split())
_TITLE = (
    r"(?:[\w-]{0,40}[Pp]räsident(?:in|en)?|[\w-]{0,30}[Kk]anzler(?:in)?s?|[\w-]{0,40}[Cc]hef(?:in)?s?"
    r"|[\w-]{0,40}[Mm]inister(?:in)?s?|[\w-]{0,40}[Ss]precher(?:in)?s?|Professor(?:in)?s?|[\w-]{0,30}[Dd]irektor(?:in|s|en)?"
    r"|[\w-]{0,30}[Vv]orstand|[\w-]{0,30}[Ll]eiter(?:in)?s?|Bürgermeister(?:in)?s?|[\w-]{0,30}[Tt]rainer(?:in)?s?|Herrn?|Frau|Dr\.|Prof\.)\s"
)
_TITLED = re.compile(rf"(?<![\w-]){_TITLE}(?:Dr\.\s)?(?P<name>{_WORD}(?:{_PARTICLES})?(?:\s{_WORD})?)(?![\w-])")
_OFFICE = re.compile(_TITLE)
_TITLE_BEFORE = re.compile(rf"(?<![\w-]){_TITLE}(?:Dr\.\s)?$")
_CALLED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(words for kind, words in NOUNS.items() if kind != 'person')}"
    r"|[\w-]{0,20}[Tt]ochter(?:firma|gesellschaft(?:en)?)?)\s[„»\"]?"
    rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})"
)
_SHORT = re.compile(r"(?<![\w-])(?:[A-ZÄÖÜ]{3,10}(?:\s[A-ZÄÖÜ][\w&]{1,40}(?![\w-]))?|EU|UN)(?![\w-])")
_NUMBER = re.compile(r"\d\s$")
_LOCATED = re.compile(r"\s(?:am|im|(?:an|ob|vor)\sder)\s(?P<by>[A-ZÄÖÜ]\w{2,20})(?![\w-])")
"""What tells one city from others of its name: am Main, im Breisgau."""
_PART_OF_CITY = re.compile(r"(?<![\w-])(?:Bad|Sankt|St\.|Schwäbisch|Groß|Klein|Alt)\s$")
"""A word that begins the name of a city: Schwäbisch Gmünd."""
_BEFORE_CITY = re.compile(rf"(?<![\w-])(?P<body>{_WORD}(?:\s{_WORD}){{0,2}})\s$")
"""What a city is after without a small word: Staatsgalerie Stuttgart, Bayer Leverkusen."""
_DETERMINED = re.compile(
    r"(?<![^\W_])(?:[Ee]ine?[mnrs]?|[Mm]eine?[mnrs]?|[Ss]eine?[mnrs]?|[Ii]hre?[mnrs]?|[Dd]iese[mnrs]?|[Jj]ede[mnrs]?|beiden"
    r"|viele|alle|zwei|drei|mehrere)\s(?:[a-zäöüß]{3,20}\s)?$"
)
"""What is before a noun, and before no name of somebody."""
_DEFINED = re.compile(
    r"(?<![^\W_])(?:der|die|das|de[mns]|[aiv]m|[iv]om|[zb]u?[mr]|beim|ins|\d+|(?:k?ein|[mds]ein|ihr|unser|dies|jed|jen|welch|solch|all|beid)e?[mnrs]?"
    r"|viele|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehrere|einige|andere[nr]?)\s(?:[a-zäöüß-]{2,30}\s){0,2}$",
    re.IGNORECASE,
)
"""An article, and what may be between it and its noun."""
_NOUN_BEFORE = re.compile(r"(?<![\w-])([A-ZÄÖÜ][\w-]{1,40})\s$")
_SAYS_WHAT = re.compile(rf"(?<![\w-])(?:{'|'.join(NOUNS.values())})\s$|{_TITLE}$")
_NUMERAL = re.compile(r"[IVX]+")
_TRAILING = re.compile(
    r"(?:^|\s)(?:Anfang|Mitte|Ende|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)(?:tag|woch)\w{0,12}|Millionen|Milliarden|Prozent|Euro)\b.*"
)
_OWNED = re.compile(r"\s[A-ZÄÖÜ]")
_GENITIVE = re.compile(r"(?<![^\W_])(?:des|eines|dieses)\s(?:[a-zäöüß]{2,30}en\s)?$")
_ARTICLE = re.compile(r"(?<![^\W_])(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer)\s$", re.IGNORECASE)


def nominative_of(text: str, span: Span) -> str:
    """A name without its genitive: des Bundestags, des Vereins für Ethik, Grant Andersons Versuch."""
    name = text[slice(*span)]
    first, _, rest = name.partition(" ")
    if first.endswith("s") and _GENITIVE.search(text, max(span.start - 45, 0), span.start):
        return " ".join(filter(None, (re.sub(r"(?<=[tdfgz])es$|s$", "", first), rest)))
    owns = rest and name.endswith("s") and kind_of(name, "de") == "person"
    return name[:-1] if owns and _OWNED.match(text, span.end) else name


def has_title(text: str, start: int) -> bool:
    """Whether an office or a form of address is before a name: Herr Moss, EU-Kommissionspräsident Ada Moss."""
    return _TITLE_BEFORE.search(text, max(start - 50, 0), start) is not None


def german_names(
    text: str, lower_case: Container[str], opens: Callable[[Span], bool], spelled: Mapping[Span, str]
) -> Iterator[Span]:
    """The names of a German text, in order; a word that is in `lower_case` is no city.

    `lower_case` are words that the texts print without a capital: “Waren” begins a sentence, and is a town. `opens`
    tells whether a sentence begins with a span. `spelled` are the words before the short forms that stand for them;
    two letters may stand for any noun.
    """
    found = [span for span in _found(text, lower_case) if text[slice(*span)].strip()]
    found += [span for span, short in spelled.items() if len(short) > 2 or kind_of(text[slice(*span)], "de")]
    found += _no_nouns(text, lower_case, opens)
    found += _surnames(text, [span for span in found if is_given_name(text[slice(*span)].split()[0])])
    # Of two that overlap, the longer one.
    yield from sorted(without_overlaps(found))


def _found(text: str, lower_case: Container[str]) -> Iterator[Span]:
    for pattern in (_TITLED, _CALLED):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            # Dem Präsidenten Panamas Ada Moss.
            of = _TOKEN.match(text, start) if pattern is _TITLED else None
            if pattern is _CALLED and text[start - 1].isspace() and is_noun(text[start:end]):
                # Das Unternehmen Rücksicht nehmen lassen.
                continue
            if of and is_country(of[0], "de") and of.end() < end:
                start = of.end() + 1
            yield _trimmed(text, Span(start, end))
    for match in _BODIES.finditer(text):
        if not _DETERMINED.search(text, max(match.start() - 40, 0), match.start()):
            yield Span(*match.span())
    for match in _ENGLISH.finditer(text):
        # What it is comes before it in German: die Initiative Women on Twenties.
        *before, _ = re.finditer(r"\S+", match["head"])
        nouns = [word.end() + 1 for word in before if is_noun(word[0])]
        yield Span(match.start() + max(nouns, default=0), match.end())
    for match in _ADJECTIVE.finditer(text):
        first = match[0].split()[0].casefold()
        body = match["noun"] in _BODIES_OF_STATE or kind_of(match["noun"], "de") in _KINDS_OF_BODIES
        if body and first not in _NO_ADJECTIVE:
            yield Span(*match.span())
    for match in _COMPANY.finditer(text):
        called = _CALLED.search(text, *match.span())
        yield Span(called.start("name") if called else match.start(), match.end())
    for match in _TOKEN.finditer(text):
        word = match[0]
        following = _TOKEN.match(text, match.end() + 1)
        if following and is_country(f"{word} {following[0]}", "de"):
            yield Span(match.start(), following.end())
        elif is_country(word, "de"):
            yield Span(*match.span())
        elif is_known(word) and (
            not is_noun(word) or not _DEFINED.search(text, max(match.start() - 60, 0), match.start())
        ):
            # Der Standard may be any; Siemens and Lufthansa are in the table of nouns too.
            yield _trimmed(text, Span(*match.span()))
        elif is_place(word, "de") and word.casefold() not in lower_case:
            # A genitive is no name of a body: Gebiete Afrikas.
            start = match.start() if word.endswith("s") else _body_before(text, match.start(), lower_case)
            located = _LOCATED.match(text, match.end())
            yield Span(start, located.end() if located and is_place(located["by"], "de") else match.end())
        elif (
            is_given_name(word)
            and not _NUMBER.search(text, max(match.start() - 2, 0), match.start())
            and not _DETERMINED.search(text, max(match.start() - 30, 0), match.start())
            and (rest := _SURNAME.match(text, match.end()))
        ):
            # “Donald Trumps Pläne”: after a genitive, a noun follows.
            last = rest["last"]
            if is_country(last, "de"):
                # Solange Italien hilft.
                continue
            end = rest.end() if rest["more"] and (is_given_name(last) or last[-1] != "s") else rest.end("last")
            yield _trimmed(text, Span(match.start(), end))
    for match in _SHORT.finditer(text):
        first = match[0].split()[0]
        if not (_NUMERAL.fullmatch(first) or first in ECONOMIC):
            known = is_country(first, "de") or kind_of(first, "de") or _OFFICE.fullmatch(f"{match[0].split()[-1]} ")
            yield Span(match.start(), match.start() + len(first)) if known else _trimmed(text, Span(*match.span()))


def _no_nouns(text: str, lower_case: Container[str], opens: Callable[[Span], bool]) -> Iterator[Span]:
    """The runs of words with a capital that are no nouns; one that only begins a sentence may be any word."""
    words = [
        Span(*match.span())
        for match in _TOKEN.finditer(text)
        if not (
            is_common(match[0])
            or is_opener(match[0], "de")
            or match[0].casefold() in lower_case
            or _NUMBER.search(text, max(match.start() - 2, 0), match.start())
            or (text[match.end() : match.end() + 1] == "." and match[0] != "St" and 1 < len(match[0]) < 5)
        )
    ]
    runs = [*joined(words, lambda run, word: _BETWEEN.fullmatch(text, run.end, word.start) is not None)]
    # A word beside a noun may be a part of a name: Atherton Tableland. One that opens a sentence may be any word.
    whole = {text[slice(*run)] for run in runs if _is_bare(text, run)}
    inside = {text[slice(*run)] for run in runs if not opens(run)}
    for run in runs:
        name = text[slice(*run)]
        if name in whole and (name in inside or " " in name):
            yield run


def _is_bare(text: str, run: Span) -> bool:
    """Whether words are beside no other noun, and a single one has no article: a noun mostly has one."""
    if _OWNED.match(text, run.end):
        return False
    if " " in text[slice(*run)]:
        return True
    around = text[max(run.start - 60, 0) : run.start]
    if _DEFINED.search(around):
        return False
    before = _NOUN_BEFORE.search(around)
    return before is None or is_opener(before[1], "de") or is_title(before[1]) or _SAYS_WHAT.search(around) is not None


def _body_before(text: str, start: int, lower_case: Container[str]) -> int:
    """Where the name of a body begins that ends with a city: Neue Galerie Graz; else where the city does."""
    if part := _PART_OF_CITY.search(text, max(start - 12, 0), start):
        return part.start()
    before = _BEFORE_CITY.search(text, max(start - 80, 0), start)
    if before is None:
        return start
    words = before["body"].split()
    # A word that begins a sentence may be any: Nur Wien.
    kept = [word for word in words if not is_opener(word, "de") and word.casefold() not in lower_case]
    while len(kept) > 1 and kept[0][-1] != "e" and is_noun(kept[0]) and not kind_of(kept[0], "de") and kept == words:
        # Spitzenreiter Wacker Skarn.
        kept = words = words[1:]
    named = any(is_country(word, "de") or is_place(word, "de") or is_given_name(word) for word in kept)
    if not kept or len(kept) < len(words) or named or (is_noun(kept[-1]) and not kind_of(kept[-1], "de")):
        return start
    return before.end("body") - len(" ".join(words))


def _trimmed(text: str, span: Span) -> Span:
    """A name without the words of time or measure after it."""
    return Span(span.start, span.start + len(_TRAILING.sub("", text[slice(*span)])))


def _surnames(text: str, people: list[Span]) -> Iterator[Span]:
    """Where the surname of somebody who is named in full is alone; not a common noun, which has an article."""
    surnames = {text[slice(*span)].rpartition(" ")[2] for span in people}
    for match in _TOKEN.finditer(text):
        if {match[0], match[0].removesuffix("s")} & surnames and not _ARTICLE.search(
            text, max(match.start() - 6, 0), match.start()
        ):
            yield Span(*match.span())
