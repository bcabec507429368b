"""Where sentences end, in any language: at full stops and their like, but not at those of abbreviations and initials.

One table serves all languages, so that a text need not say which it is in. Where a full stop could be either, the next
word decides: a small letter never begins a sentence, and “The” hardly ever goes on with one.
"""

import re

from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

_CLOSING = "\"'”’“‘»«›‹)\\]"
_CLOSING_WIDE = "」』）】》〉］"
_MARKS, _STROKES, _MARKS_WIDE = ".!?…؟۔", "।॥։", "。！？｡"
_ROW = f"[{_MARKS}{_MARKS_WIDE}]"
_FIRST = f"[{_MARKS}{_STROKES}{_MARKS_WIDE}]"
# From the first of a row of points only, and taken whole: a long row that ends nothing is read once. It begins with a
# set of characters, which is looked for fastest.
_END = lazy_pattern(
    rf"{_FIRST}(?<!{_FIRST}{_ROW}){_ROW}*+[{_CLOSING}{_CLOSING_WIDE}]*+"
    rf"(?:(?:[ \u00a0\u202f][»›])?(?=\s)|(?<=[{_STROKES}{_MARKS_WIDE}{_CLOSING_WIDE}])|(?<=[{_MARKS_WIDE}][”’]))"
)
# After a Japanese quotation these go on with the sentence: 「遅い。」と彼は言った。
_GOES_ON = tuple("とのがをにはもでへや、，")

_INITIALS = lazy_pattern(r"(?:[^\W\d_]\.)*[^\W\d_]")

_TITLES = frozenset(
    """
    mr mrs ms dr prof st jr sr vs vol approx ca gen sen rep gov lt col sgt capt rev hon pres messrs mme mmes mlle mgr
    fr frl dipl sra srta sres dra av avda gral sig dott avv arch dhr mevr drs ir bijv ee dep eng ing bzw ggf vgl zzgl
    inkl exkl evtl sog mio mrd mia tsd mln mld env см рис им ред акад проф ред див ул вул डॉ प्रो श्री
    e.g i.e z.b d.h u.a p.ex d.w.z m.a.w т.е
    """.split()
)
"""Abbreviations that something always follows."""

_NUMBERED = frozenset(
    """
    no nos nr fig figs p pp pg vol ch sec art arts pt ver abb abs bd str tab kap jh n° núm num pág págs pag pagg cap
    blz bl стр рис гл ст стор jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil sept déc ene abr dic
    fev dez gennaio mrt okt янв февр апр авг сент окт нояб дек
    """.split()
)
"""Abbreviations that a number follows: with anything else after them, they are words that end a sentence."""

_OTHERS = frozenset(
    """
    inc ltd co corp bros etc est dept usw etw ggfs gmbh uu cía cia ecc min max mil hab aprox cf tel тыс млн млрд
    руб коп долл чел тис грн дол др пр
    """.split()
)
"""Abbreviations that may end a sentence."""

_OPENERS = frozenset(
    """
    the a an he she it they we you i this that these those there then in on at but and for if when while after before as
    his her its their our my so however meanwhile others some many most both what who how why nobody no yes not
    die der er sie es wir ein eine dann doch aber und auch im am bei nach so wie andere anderes nur
    il elle ils elles nous un une puis mais ce cette ces en dans pour autres
    él ella ellos una luego pero esto este esta en por así otros ele eles ela uma depois mas isto
    lui lei loro poi però questo questa het een hij zij ze ook maar dan deze dit
    он она они оно это этот эта в на но и а по за его её их так при он він вона вони воно це цей у на але та
    й і за його її їх
    """.split()
)
"""Words that begin a sentence with a capital, and are hardly ever names."""

_ABBREVIATIONS = _TITLES | _NUMBERED | _OTHERS
_NEXT = lazy_pattern(r"\s*[“\"«„‘(]?([^\W\d_]*)(\d?)")


def sentences(text: str, start: int, stop: int) -> list[Span]:
    """The sentences of one line, white space around them left out."""
    found: list[Span] = []
    for end in _END.finditer(text, start, stop):
        if _ends_sentence(text, start, end):
            found.append(trimmed(text, start, end.end()))
            start = end.end()
    found.append(trimmed(text, start, stop))
    return [span for span in found if span.start < span.end]


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    mark = end[0][0]
    if mark in _MARKS_WIDE or end[0][-1] in _CLOSING_WIDE:
        return not (end[0][-1] in _CLOSING_WIDE and text.startswith(_GOES_ON, end.end()))
    if mark in _STROKES:
        return True
    if text[end.end() : end.end() + 20].lstrip()[:1].islower():
        return False
    if mark != ".":
        return True
    before = text[max(start, end.start() - 20) : end.start()]
    words = before.rsplit(None, 2)
    word = re.split("['’](?!s$)", words[-1])[-1].lstrip('("“‘[„«') if words else ""
    folded = word.lower()
    if folded not in _ABBREVIATIONS and not word.isdigit() and not _INITIALS.fullmatch(word):
        return True
    if folded in _TITLES:
        return False
    following = _NEXT.match(text, end.end())
    opens = following is not None and following[1][:1].isupper() and following[1].lower() in _OPENERS
    if _INITIALS.fullmatch(word):
        # Of one letter, a capital is a name's: “K. He” is a person.
        return opens and (len(word) > 1 or word.islower())
    if word.isdigit() and len(word) <= 2 and end[0] == ".":
        # A day (“19. März”) or the number of an item, unless an abbreviation comes before it: “Fig. 3. Prices”.
        return opens or (len(words) > 1 and words[-2].lower().rstrip(".") in _NUMBERED and words[-2].endswith("."))
    if folded in _NUMBERED:
        return not (following and following[2])
    return opens or folded not in _OTHERS


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch of a text without the white space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
