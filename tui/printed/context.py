"""What belongs to a number beside it: the words of a figure must not leave it out.

Two tables of patterns, for what follows the words and for what comes before them, each with what it is. In doubt a
pattern holds: a number that is refused is never misread.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tui.languages.lexicon import (
    CURRENCY_ABBREVIATIONS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLAR_COUNTRIES,
    PRINTED_CURRENCY,
    SCALE_CHARACTERS,
    SCALE_WORDS,
    SHORT_SCALE_WORDS,
)
from tui.languages.word_patterns import any_of
from tui.numbers.words import CARDINALS, MONTHS, MULTIPLIER_WORDS, NUMBER_WORDS
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

REACH = 60
"""Characters before and after a number within which what belongs to it begins."""

WORD_NAME = "the rest of a word or name"
DATE = "part of a date"
MORE = "more of the number"
ARITHMETIC = "arithmetic"
TIME_OF_DAY = "a time of day"
OTHER_SIDE = "another side of it"
RANGE = "the other end of a range, or the rest of a longer number"

YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d(?![\d,.])")
"""A number that may be a year."""


class Neighbour(NamedTuple):
    """What is next to a number: where, and what it is."""

    span: Span
    what: str


# White space inside a paragraph. It is bounded, as all that is repeated here: a pattern is tried at each number.
_GAP = r"[^\S\n]{0,8}\n?[^\S\n]{0,8}"
_DASHES = r"\-‐‑‒–—−－〜～"
WORD_END = r"(?![^\W_])"
_WORD_END = r"(?![^\W_]|-[^\W\d_])"
NUMBER_WORD = f"(?:{any_of(NUMBER_WORDS)})"
CARDINAL = f"(?:{any_of(CARDINALS)})"
_BEGIN = rf"(?:\d|(?i:{NUMBER_WORD})(?![A-Za-z]))"

_PARTS = (
    r"(?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|twelfths|[a-z]{3,8}teenths"
    r"|[a-z]{3,8}tieths)"
)
_FRACTION = rf"(?:{_PARTS}|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_SHORT_SCALE = "|".join(f"{word}|{word.capitalize()}" for word in sorted(SHORT_SCALE_WORDS))
_SCALE = (
    rf"(?:(?i:{any_of((SCALE_WORDS - SHORT_SCALE_WORDS) | MULTIPLIER_WORDS)}){WORD_END}|(?:{_SHORT_SCALE}){_WORD_END})"
)
_CODE = rf"(?:{any_of(CURRENCY_CODES)}){WORD_END}"
_SCALED_CODE = (
    rf"(?:(?:{any_of(CURRENCY_CODES)})(?:[kKmM]|[mb]n|['’]000)?{WORD_END}|[{CURRENCY_SIGNS}](?:[kKmM]|[mb]n){WORD_END})"
)
_ABBREVIATION = rf"(?<![^\W_])(?:{any_of(CURRENCY_ABBREVIATIONS)}){WORD_END}"
# Also "Canadian dollars" and "Hong Kong dollars".
_MONEY_WORD = rf"(?:{any_of(CURRENCY_WORDS)})"
_MONEY = rf"(?:(?:[A-Z][\w.]{{0,20}}\s+){{1,3}})?{_MONEY_WORD}{WORD_END}"
_COUNTRY = rf"(?:{any_of(DOLLAR_COUNTRIES)})"
_MONTH = rf"(?:(?:{any_of(MONTHS)}){WORD_END}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_TIME_LIMIT = (
    rf"(?:(?:1[5-9]|2[01])\d\d\b|\d{{1,2}}([/.-])\d{{1,2}}\1\d{{2,4}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|(?i:\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b)"
    r"|(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC|BST|CES?T|E[SD]?T)\b)"
)
"""A date or time of day, as it follows “by”: 2030, 31/03/2025, 31 March, 9 a.m."""
_FUNCTION_WORD = r"(?:for|to|in|on|from|and|or|of|by|as|at|a)"
_PERCENT = (
    r"(?:percent|per\s+cent|pct|p\.\s?c\.|percentage|per\s+mille|basis\s+points?|bps|ppts?|pp|pour\s+cent|prozent|por\s+ciento"
    r"|per\s+cento|por\s+cento|promille|vom\s+hundert|проми?лл?е|в\s+тысяче|بالألف|في\s+الألف|процент\w*|відсотк\w*|प्रतिशत|في\s+المئة|بالمئة|パーセント|퍼센트)"
)

_POINT = "(?:point|dot|comma)"
_ERA = (
    r"[vn]\.\s?Chr|[vn]\.\s?u\.\s?Z|av(?:ant|\.)\s(?:J|notre\sère)|apr(?:ès|\.)\s(?:J|notre\sère)|[ad]\.\s?(?:de\s)?C\b|[ad]C\b"
    r"|до\sн\.\s?[эе]|до\sнаш|н\.\s?[эе]\.|ईसा\s?पू|ई\.?\s?पू|ق\.\s?م|قبل\sالميلاد"
)
"""The era after a year: v. Chr., avant J.-C., до н. э."""

_TEXT_PART = (
    r"(?:page|pp?\.|chapters?|sections?|paragraph|figure|fig\.|table|appendix|annex|exhibit|footnote|verse|psalm)"
)

_AFTER = {
    r"\\|~~|<": "a mark that is not read",
    rf"{_GAP}\(?(?:[±∓×÷^⋅∙•∗√]|\+/?[-−–]|-/\+|\+{_GAP}\d|[x*·хХ]{_GAP}\d)": ARITHMETIC,
    rf"{_GAP}\\(?:times|pm|cdot)|[^\S\n]?\(?[eE][+-]?\d|\s+(?:to\s+the\s+(?:power|\w+th)|squared|cubed){WORD_END}": (
        ARITHMETIC
    ),
    rf"(?i:,?\s+(?:plus\s+or\s+minus|give\s+or\s+take)\s+{_BEGIN})|\(\d{{1,3}}\)": "how exact it is",
    rf"(?i:\s+by\s+)(?!{_TIME_LIMIT})\d": OTHER_SIDE,
    r"[²³¹⁰⁴-⁹⁺⁻]|\ufe0f?\u20e3|(?:(?<=/s)|(?<=/m)|(?<=[ckdm]m))[^\S\n][23](?=\s*(?:[^\w\s]|\Z))": (
        "an exponent, a key or the mark of a footnote"
    ),
    rf"{_GAP}[/⁄∕]{_GAP}\d|{_GAP}[.,]?[¼-¾⅐-⅞↉]|{_GAP}(?:and\s+)?\d{{1,4}}[/⁄]\d|分の": "the rest of a fraction",
    r"[^\w\s\[\](){}<>\"“”„«»|（）「」『』【】《》。；！？]\d|['’′][^\S\n]?\d"
    r"|[\u00a0\u2007\u2009\u202f]\d|\{,\}\d": (MORE),
    r"[^\S\n][.,]\d|\n[^\S\n]{0,8}[.,]\d": MORE,
    r"[^\S\n]?(?:\.{2,3}|…)\s?[+−–-]?\d": RANGE,
    rf"[{_DASHES}]{{1,3}}[^\S\n]?{PRINTED_CURRENCY}?{_BEGIN}"
    rf"|[^\S\n][{_DASHES}]{{1,3}}[^\S\n]?{PRINTED_CURRENCY}?\d": RANGE,
    r"[-‐‑](?:[^\S\n]{1,8}(?:to|and|or)|,)\s": "a later number with the unit of both",
    # Rose to 54.6 (50.8) million: that of the number in the bracket as well.
    rf"(?:{_GAP}\([^()\n]{{0,30}}\d[\d.,]{{0,12}})?\){_GAP}(?:%|(?i:{_PERCENT}){WORD_END}|{_SCALE})": (
        "a scale word or unit after the bracket"
    ),
    rf"(?i:\+|-{{1,2}}plus|-odd|-ish|-some|\s+or\s+(?:so|more|fewer|less)){_GAP}{_SCALE}": "a scale word",
    rf"[”\"’']?{_GAP}[-‐‑(\[“\"]?{_GAP}{_SCALE}\.?|{_GAP}[{SCALE_CHARACTERS}]": "a scale word",
    r"[-‐‑]?[^\S\n]?(?:милли|млн|млрд|тысяч|тыс|мільй|мільяр|тисяч)": "a scale word",
    rf"[^\S\n](?:(?:[MBKTmbkt]|MM|Md?E){_WORD_END}|(?:[MBKTmbk]|MM)(?=[€$£¥]|{_CODE}))": "a scale word",
    rf"(?i:[\s{_DASHES}]{{1,4}}{_PARTS}{WORD_END})": "the rest of a fraction",
    rf"(?i:[-‐‑](?:half|third|quarter|fifth){_WORD_END})": "the rest of a fraction",
    rf"(?i:\s+(?:and|or|&)\s+(?:(?:an?|{CARDINAL}|\d{{1,2}})[\s-])?{_FRACTION}{WORD_END})": "the rest of a fraction",
    rf"(?i:[\s{_DASHES}]{{1,4}}(?:hundred|thousand|million|billion|trillion)ths?{WORD_END})": MORE,
    # The scale of a number with another one in between: five, perhaps six, million.
    rf"(?i:,\s{{1,4}}(?:(?:perhaps|maybe|possibly|even|or|if\s+not)\s+(?:{_BEGIN})[\w.]{{0,12}},\s{{1,4}})?"
    rf"(?:hundred|thousand|million|billion|trillion){WORD_END})": MORE,
    rf"(?i:[\s-]{{1,4}}{_POINT}[\s-]{{1,4}}(?:\d|{NUMBER_WORD}{WORD_END}))": "its decimals",
    rf"(?i:[\s-]{{0,4}}fold{_WORD_END}|\s+score{WORD_END})": "a multiple",
    rf"(?i:\s+odd{WORD_END}|\s+plus{WORD_END}(?!\s+(?:their|its|his|her|our|the|an?|{NUMBER_WORD}){WORD_END}))": (
        "a hedge that cannot be read"
    ),
    r"(?i:(?:\s+[^\W\d_]+)?\s+(?:below|under)\s+(?:zero|freezing))"
    rf"|(?i:(?:(?<=degrees)|(?<=°)|(?<=°C)|(?<=°F))\s+(?:minus{WORD_END}|below(?=\s*(?:[^\w\s]|\Z))))": "a sign",
    rf"(?i:(?:(?<=degrees)|(?<=°))\s+(?:north|south|east|west|latitude|longitude){WORD_END})": "a place on the globe",
    rf"(?i:\s+times\s+(?:\d|(?:as|more|less|higher|larger|bigger|fewer|greater|the){WORD_END}))": "a multiple",
    r"倍|\s+गुना": "a multiple",
    r"[^\S\n]?[月日時](?!間)": "part of a date or time",
    r"\s+(?:[A-Z][\w.'’]{0,20}\s+){1,3}"
    r"(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Boulevard|Blvd\.|Lane|Drive|Square|Terrace|Crescent)": "an address",
    r"[^\S\n]?(?:%|％|٪|‰|‱|°|º|℃|℉|″|′)": "the sign of a unit",
    rf"(?i:{_GAP}[-‐‑]?{_PERCENT}{WORD_END})": "a percentage",
    rf"(?i:[^\S\n]?(?:[ap]\.[^\S\n]?m\.|[ap]m{WORD_END}|o['’]clock))": TIME_OF_DAY,
    rf"\s+(?:GMT|UTC|BCE?|CE|AD|noon|midnight){WORD_END}|\s+(?:{_ERA})": "a time or a year",
    rf"(?:(?:\s+|\.\s+|(?:st|nd|rd|th)\s+)(?:(?:and|to|[-–,])\s+\d{{1,2}}\.?\s+)?(?:of\s+)?){_MONTH}": DATE,
    rf"(?i:,?\s+if\s+not\s+{_BEGIN})": RANGE,
    rf"(?i:\s+(?:in|of)\s+every\s+{_BEGIN}|[-‐‑]in[-‐‑]{_BEGIN}|\s+of\s+ten{WORD_END}"
    r"|\s+(?:in|out\s+of)\s+1(?:0+|,000)(?:,000)*(?![,.]?\d))": "the rest of a share",
    rf"(?i:\s+(?:on|to|in)\s+the\s+{_MONEY_WORD}{WORD_END})": "the rest of a share",
    rf"{_GAP}(?:[-(]?{_CODE}|{_ABBREVIATION}|(?:in\s+|[-‐‑(])?{_MONEY}"
    rf"|(?:in\s+|[(\[])?[A-Za-z]{{0,3}}[{CURRENCY_SIGNS}](?!\s?\d))": "a currency",
    rf"\s+in\s+{_COUNTRY}{WORD_END}|\s+\(?{_COUNTRY}{WORD_END}(?=\s*(?:[^\w\s]|\Z)|\s+{_FUNCTION_WORD}{WORD_END})": (
        "a currency of another country"
    ),
}

_BEFORE = {
    r"\\|~~": "a mark that is not read",
    r"(?:[±∓]|\+/[-−–])\s*|[×÷√^⋅∙]\s*[+\-−–]{0,2}|\d\s*[x*·хХ]\s*|(?i:\d\s+(?:times|plus)\s+)": ARITHMETIC,
    r"[/⁄∕]|\d\s+[/⁄∕]\s*": "part of a fraction, a date or an address",
    rf"(?:\A|[\s(\[\"“‘、，：；（{CURRENCY_SIGNS}])[{_DASHES}]|[⁻₋﹣﹘➖]": "a sign",
    rf"(?i:(?:\b(?:was|were|is|are|of|at|to|by|from|reached|hit|be|been|stood)|[:=])\s+)[{_DASHES}][^\S\n]": "a sign",
    r"[^\W\d_][-‐‑]|[A-Z]\.": WORD_NAME,
    rf"(?:\d[^\W_]{{0,4}}[%°]?|\b(?i:{NUMBER_WORD}))(?:[{_DASHES}]{{1,3}}|[^\S\n][{_DASHES}]{{1,3}}\s?)": RANGE,
    r"(?i:\d\s(?:tys|mln|mld|mlrd|mio|mrd|тыс|тис|млн|млрд)\.?\s)": MORE,
    r"\d(?:[^\w\s\[\](){}<>\"“”„«»|（）「」『』【】《》。；！？]|\{,\}|[\u00a0\u2007\u2009\u202f])": MORE,
    r"(?:\A|[\s(])·": MORE,
    r"[\d%°CС]\s?(?:\.{2,3}|…)\s?[+−–-]?": RANGE,
    rf"(?:(?<![造完达達形组組构構])(?=成)|(?!成))[{SCALE_CHARACTERS}]": MORE,
    r"%": "the sign of a unit",
    rf"(?<![\w.,])(?!{YEAR.pattern}\s)\d{{1,6}}(?:\.\d{{1,3}})?\s+by\s+": OTHER_SIDE,
    r"(?:\b|\d)[eE][+-]?|(?:\A|[\s(])[.,](?=\Z)|\+-|(?i:\bgive\s+or\s+take\s+)": ARITHMETIC,
    r"(?i:\b(?:twice|double|triple|(?:half|quarter)\s+past|quarter\s+to|AD)\s+)": "what makes another number of it",
    r"(?i:(?:points?|percent|%)\s+(?:above|below|over|under)\s+)": "a difference",
    rf"[{CURRENCY_SIGNS}]\("
    r"|(?i:\b(?:loss(?:es)?|deficit|decrease|decline|outflows?|expenses?)\s*(?:was|were|is|of|:)?\s*)\(": (
        "a bracket that makes it negative"
    ),
    rf"(?i:\b{_TEXT_PART}\s+)": "the number of a part of a text",
    r"(?i:\b(?:minus|negative)\s+)": "a sign",
    rf"(?i:(?:\d|{NUMBER_WORD})[\s-]+{_POINT}[\s-]+)": "a number whose decimals these are",
    # Not “Covid-19 killed more than” and “2024 brought more than”.
    rf"(?i:(?:(?<![^\s(\[{CURRENCY_SIGNS}~≈])(?!{YEAR.pattern}\s)\d[^\s]*(?<![,;.!?”’])|\b{NUMBER_WORD})\s+"
    r"(?:(?!(?:and|or|but)\s)[^\W\d_]+\s+)?(?:fewer|less|more|higher|lower|greater)\s+than\s+)": ("a difference"),
    rf"{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:and|to|[-–,])?\s*)?": DATE,
    rf"(?<![^\W_])[kKMT]?{_SCALED_CODE}\s*|{_ABBREVIATION}\.?\s*|[{CURRENCY_SIGNS}]\s*|(?i:\b{_MONEY_WORD})\s+"
    r"|\bS/\s?": "a currency",
}

APPROXIMATELY = (
    r"(?:(?:perhaps|maybe|possibly|probably|even|just|only|about|around|some|nearly|almost|roughly|approximately|over"
    r"|as\s+many\s+as|as\s+much\s+as|more\s+than|an\s+estimated|a\s+further|another)\s+){0,2}"
)
"""What may come between two numbers that belong together, as a pattern."""

BETWEEN = rf"\bbetween\s+{APPROXIMATELY}(?:(?:the\s+)?[^\W\d_]+\s+of\s+|an?\s+|ages?\s+)?"
"""What opens a range: between, between just, between a (third and half), between the ages of."""

_FOLLOWING = [(lazy_pattern(pattern), what) for pattern, what in _AFTER.items()]
_PRECEDING = [(lazy_pattern(rf"(?:{pattern})\Z"), what) for pattern, what in _BEFORE.items()]


def following(text: str, end: int) -> Iterator[Neighbour]:
    """All that follows a number which ends at `end`, and belongs to it."""
    for pattern, what in _FOLLOWING:
        if match := pattern.match(text, end, end + REACH):
            yield Neighbour(Span(end, match.end()), what)


def preceding(text: str, start: int) -> Iterator[Neighbour]:
    """All that comes before a number which begins at `start`, and belongs to it."""
    for pattern, what in _PRECEDING:
        if match := pattern.search(text, max(start - REACH, 0), start):
            yield Neighbour(Span(match.start(), start), what)
