"""The grammatical subject of the clause that a number is in, found by the classes of its words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.extract.statements import NamedPlace
from tui.extract.word_classes import Classes, classes_of
from tui.languages.word_patterns import NEVER
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_NOUNS = "[kKmns#y]"
_PLACED = rf"(?:[pb][dih]?x?{_NOUNS}++)+"
"""Words with prepositions: in the north of Chile."""
_LEAD = rf"(?>(?:x|[kK]?y|#|c(?=x)|{_PLACED}(?=,|[dh])|p[dih]?[kK]*+(?:[y#]++|n(?=n))),?)*+"
"""What a clause may begin with before its subject: however; in May; on a monthly basis."""
_PHRASE = rf"(?P<head>[dhi]?x?{_NOUNS}*[kKmn])(?P<tail>(?:(?:b[dih]?{_NOUNS}+c|%s)[dih]?x?{_NOUNS}*[kKmn])*)"
_TIME = r"(?:[pd]{1,2}[kK]?[y#]+)*"
_ASIDE = r"(?:,(?:\([^()]*\)|[^,.;:\"v(])*,|,r[^.;:\"]*,|,d[^,.;:\"]*,|-[^-.;:v]*-|\([^()]*\))?"
"""What is said of a subject between it and its verb."""
_EDGES = re.compile(r"[.;:,\"“”«»„()\-tgcr]")
"""What a clause may begin after."""
_BEGIN = rf"(?P<edge>{_EDGES.pattern})?"
_MOST_EDGES = 10
"""How many places are tried at which a clause may begin."""
_PRONOUN = re.compile(r"(?P<pronoun>[qz])x*$")
_JOINED = re.compile(r",?cx*$")
_MEASURED = re.compile(r"r[dhi]?[kKmn]+(?:\([^()]*\))?$")
"""What comes before the verb of speech of a relative clause about its object: which the agency put at 5."""
_SEEN = re.compile(r"v[dhi]?[kKm]+$")
_SEES = re.compile(r"saw|sees?|seen")
_RELATIVE = re.compile(r"(?P<head>n|d[kKm]*[kKm]),?[rt]x*$")
_INVERTED = re.compile(rf"[.;:,\"“”«»„()\-tc]?{_LEAD}(?:{_PLACED}(?:[di]{_NOUNS}++)*)?x*$")
_APPOSED = re.compile(rf"(?:[.;:\"“«tg]|,c?)?{_LEAD}(?P<name>n)[,\-][dih][kKmsxp]*$")
"""A name before what it is: Chile, the world’s second producer."""
_POSSESSED = re.compile(r"(?P<name>n)s[kKm#]+px*$")
"""The owner of what something becomes: it raises Orla’s order book to 5 mills."""
_LISTED = re.compile(r"c?d?(?P<name>n)[,\-]$")
"""One of several names with a number each, in a list: Orla, 5; Selinus, 6."""
_ELLIPTIC = re.compile(r"#[kKmypdx]*(?:,c?|c)d?(?P<name>n)-?px*$")
"""One of several names with a number each, where only the first has a verb: Orla rose to 5, and Selinus to 6."""


class ClauseSubject(NamedTuple):
    """The words that the subject of a clause is, with their letters, and the last word of its verb."""

    phrase: Span
    letters: str
    verb: Span
    between: str
    """The letters of the words after the verb."""
    is_reported: bool
    """Whether the clause is what somebody says."""


def clause_subject(
    text: str, within: Span, end: int, names: Sequence[NamedPlace], code: str, speaks: bool = False
) -> ClauseSubject | None:
    """The subject of the last clause in a stretch before `end`; None if it is not certain which it is.

    With `speaks`, the last verb may be one of speech.
    """
    classes = classes_of(text, Span(within.start, end), names, code)
    letters = classes.letters
    named = _at_edge(_APPOSED, letters) or _LISTED.match(letters)
    if named := named or _POSSESSED.search(letters) or _ELLIPTIC.search(letters):
        owner = named.end("name")
        return _subject(classes, named.span("name"), owner if letters.startswith("s", owner) else len(letters) - 1, "")
    place = max(letters.rfind("v"), letters.rfind("g"))
    if place < 0:
        return None
    verb = place
    while place >= 0:
        place = _first_verb(letters, place)
        # He expected to pay 5 million: of oneself, that is no forecast.
        is_own = letters.startswith("gpk", place) or letters.startswith("gpu", place)
        if not (letters[place] in "vu" or speaks or is_own or _MEASURED.search(letters, 0, place)):
            return None
        if _JOINED.search(letters[:place]):
            # The second of two verbs of one subject: it closed its mine and now runs 5 shops.
            place = max(letters.rfind("v", 0, place), letters.rfind("g", 0, place))
            continue
        saw = _SEEN.search(letters, 0, place) if code == "en" else None
        if saw and _SEES.fullmatch(text, *classes.words[saw.start()]):
            # The mine saw output jump to 5 tons.
            place = saw.start()
            continue
        if code == "ru":
            return _agreeing(text, classes, place, verb, {name.span: name.text for name in names})
        return _before(classes, place, verb, code) or (_after(classes, place) if code == "de" else None)
    return None


def _has_verb(letters: str) -> bool:
    """Whether the sentence that ends some letters has a verb in it."""
    return max(map(letters.rfind, "vg")) > max(map(letters.rfind, '.;:"'))


def _first_verb(letters: str, place: int) -> int:
    """The first of the verbs and adverbs that end at a place, or that place."""
    first = place
    while first and letters[first - 1] in "vgux":
        first -= 1
    while first < place and letters[first] not in "vu":
        first += 1
    return first


def _at_edge(pattern: re.Pattern[str], letters: str) -> re.Match[str] | None:
    """A match of a pattern up to the end of some letters, from the first place at which the last clauses may begin."""
    edges = [match.start() for match in _EDGES.finditer(letters)]
    return next(filter(None, (pattern.match(letters, edge) for edge in (0, *edges[-_MOST_EDGES:]))), None)


def _before(classes: Classes, place: int, verb: int, code: str) -> ClauseSubject | None:
    """The subject that ends before a verb."""
    letters = classes.letters[:place]
    if found := _PRONOUN.search(letters):
        return _subject(classes, found.span("pronoun"), verb, letters[: found.start()])
    if found := _RELATIVE.search(letters):
        return _subject(classes, found.span("head"), verb, "")
    found = _at_edge(_subject_before(code), letters)
    if found and found["edge"] == "r":
        # The quake, which the agency measured at 5.
        found = _RELATIVE.search(letters[: found.start() + 1])
        return _subject(classes, found.span("head"), verb, "") if found else None
    if found is None or (found["edge"] == "c" and found.start() and not _has_verb(letters[: found.start()])):
        # Orla and Selinus have 5 mills: neither alone.
        return None
    if code == "de" and found["edge"] == "," and found["head"][0] == "d" and letters[found.start() - 1] != "g":
        # A relative clause: die Firma, die 5 Werke hat.
        return None
    return _subject(classes, (found.start("head"), found.end("tail")), verb, letters[: found.start() + 1])


def _after(classes: Classes, place: int) -> ClauseSubject | None:
    """The subject after a German verb that something else precedes: In Polen hat der Konzern."""
    letters = classes.letters
    if not _at_edge(_INVERTED, letters[:place]):
        return None
    found = re.compile(r"[vg]x*(?P<head>d[kKmn]*[Kmn](?:d[kK]+)?|n[nK]*|[qz])").match(letters, place)
    return _subject(classes, found.span("head"), found.end() - 1, letters[:place]) if found else None


def _subject(classes: Classes, place: tuple[int, int], verb: int, before: str) -> ClauseSubject:
    first, last = place
    phrase = Span(classes.words[first].start, classes.words[last - 1].end)
    between = classes.letters[verb + 1 :]
    return ClauseSubject(
        phrase, classes.letters[first:last], classes.words[verb], between, before.endswith(("g", "gt"))
    )


@cache
def _subject_before(code: str) -> re.Pattern[str]:
    if code == "de":
        # Only one part of a German clause is before its verb; a genitive has no preposition.
        return re.compile(rf"{_BEGIN}(?:x,?)*+{_PHRASE % '(?:p|(?=[di]))'}{_TIME}{_ASIDE}x*$")
    return re.compile(rf"{_BEGIN}{_LEAD}{_PHRASE % 'p'}{_TIME}{_ASIDE}x*$")


_GENDERS = (
    (
        lazy_pattern(r"л(?:ся)?\Z"),
        in_any_case(r"[^аяоеёыиую](?<!ов)(?<!ев)(?<!ей)(?<![аяыи][мх])\Z"),
        in_any_case(r"(?:[ыи]й|ой)\Z"),
    ),
    (lazy_pattern(r"ла(?:сь)?\Z"), in_any_case(r"[аяь]\Z"), in_any_case(r"[ая]я\Z")),
    (lazy_pattern(r"ло(?:сь)?\Z"), in_any_case(r"[оеё]\Z"), in_any_case(r"[ое]е\Z")),
    (lazy_pattern(r"ли(?:сь)?\Z"), in_any_case(r"[ыиая](?<![аяыи]ми)\Z"), in_any_case(r"[ыи]е\Z")),
    (lazy_pattern(r"\Z"), in_any_case(r"(?<![аяыи]ми)\Z"), lazy_pattern(NEVER)),
)
"""The ends of Russian verbs in the past, with those of nouns and adjectives that agree; in the present, any agrees."""
_PLURAL = _GENDERS[3][0]


def _agreeing(text: str, classes: Classes, place: int, verb: int, names: Mapping[Span, str]) -> ClauseSubject | None:
    """The words before a Russian verb that agree with it, where no others do."""
    if found := _PRONOUN.search(classes.letters[:place]):
        return _subject(classes, found.span("pronoun"), verb, classes.letters[: found.start()])
    first = max((match.end() for match in _EDGES.finditer(classes.letters, 0, place)), default=0)
    if first > 1 and classes.letters[first - 1] == "c" and not _has_verb(classes.letters[: first - 1]):
        # The production of meat and milk: its first noun decides.
        first = max((match.end() for match in _EDGES.finditer(classes.letters, 0, first - 1)), default=0)
    letters, words = classes.letters[first:place], classes.words[first:place]
    said = text[slice(*classes.words[place])]
    past, noun, adjective = next(each for each in _GENDERS if each[0].search(said))
    printed = [text[slice(*word)] for word in words]
    fits = [
        (names.get(word, each) == each and past is not _PLURAL)
        if letter == "n"
        else letter in "kKm" and noun.search(each) is not None
        for letter, word, each in zip(letters, words, printed, strict=True)
    ]
    which = [
        letter in "kK" and adjective.search(each) is not None for letter, each in zip(letters, printed, strict=True)
    ]
    # The second of two nouns is in the genitive.
    nouns = [i for i, letter in enumerate(letters) if letter in "kKmn" and not which[i]]
    heads = [i for i in nouns if fits[i] and not (i and fits[i - 1] and not which[i - 1])]
    # The first noun after a preposition belongs to it, and perhaps the second.
    for preposition in (i for i, letter in enumerate(letters) if letter == "p"):
        placed = next(
            (i for i in range(preposition + 1, len(letters)) if letters[i] in "xy" or i in nouns), preposition
        )
        heads = [i for i in heads if i != placed and (i != placed + 1 or letters[placed] in "xy")]
    opening = len(letters) - len(letters.lstrip("x#y"))
    while opening < len(which) and which[opening]:
        opening += 1
    if opening not in heads and (len(heads) != 1 or "c" in letters or past is _GENDERS[-1][0]):
        return None
    head = opening if opening in heads else heads[0]
    start, end = head, head + 1
    while start and which[start - 1]:
        start -= 1
    while end < len(letters) and letters[end] in "kKmn":
        end += 1
    return _subject(classes, (first + start, first + end), verb, "")
