"""Number words beside a number that may belong to it, in other languages than English: vingt et trois, mil cien."""

import re
from decimal import Decimal
from functools import cache

from tui.quantity.in_text import QuantityInText
from tui.quantity.language import Language, language_of
from tui.quantity.lexicon import SCALE_CHARACTERS
from tui.quantity.number import Number
from tui.quantity.number_words import kind_of
from tui.quantity.quantity import read_at
from tui.quantity.scales import WORD_END, any_of
from tui.quantity.spelled import trailing_step
from tui.quantity.unit import Units

_GAP = r"(?:\s{1,4}|\s?[-‐‑]\s?)"
_BEFORE = re.compile(rf"(?:([^\W\d_]+){_GAP})?([^\W\d_]+){_GAP}\Z")
_AFTER = re.compile(rf"{_GAP}([^\W\d_]+)(?:{_GAP}([^\W\d_]+|\d+))?")
_REACH = 60
_DERIVED = {
    tag: re.compile(words)
    for tag, words in {
        "de": r"dreiviertel|\w{0,40}(?:[zß]ig|hundert|tausend|million|milliard)st\w{0,3}",
        "nl": r"driekwart|\w{0,40}(?:tig|honderd|duizend|miljoen|miljard)sten?",
        "fr": r"\w{1,40}i[eè]mes?",
        "es": r"avos?|\w{0,40}(?:[ct]e|nta?|cien|dieci\w{1,40}|veint\w{1,40})avos?|\w{1,40}[eé]sim[oa]s?",
        "it": r"\w{1,40}esim[oaie]",
        "pt": r"avos?|\w{1,40}[eé]sim[oa]s?",
    }.items()
}
"""Words for a part that are made of number words: billionième, veintiunavos."""

_DIGITS_BEFORE = re.compile(r"\d\s{1,4}\Z")
_WITH = ("con", "com", "avec", "mit")
_CHARACTERS = f"〇零一二三四五六七八九两兩倆半几幾何數数分打{SCALE_CHARACTERS}"
_BESIDE_CHARACTER = re.compile(rf"(?:[{_CHARACTERS}]|分[之の]|[{_CHARACTERS}\d][点點・])\s{{0,2}}\Z")
# 500余万 leaves digits open.
_CHARACTER_BESIDE = re.compile(rf"\s{{0,2}}(?:[余餘多来來][{SCALE_CHARACTERS}]|[{_CHARACTERS}]|ダース)")
_PERCENT_BEFORE = re.compile(r"(?<![^\W_])(?:por|per|pour)\s+\Z", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_VAGUE = {
    "de": r"paar|einige[rn]?|mehrere[rn]?|etliche[rn]?|viele[rn]?|wenige[rn]?|manche|zig|diverse",
    "fr": r"quelques|plusieurs|certaine?s|(?:de\s+)?nombreu(?:x|ses)|divers(?:es)?|maint(?:e?s)?",
    "es": r"vari[oa]s|algun[oa]s|poc[oa]s|much[oa]s|divers[oa]s|cuant[oa]s|cientos\s+de",
    "it": r"alcun[ei]|qualche|parecchi[e]?|divers[ei]|vari[e]?|molt[ei]|poch[ei]|tant[ei]|numeros[ei]",
    "pt": r"vári[oa]s|algun?s|algumas|muit[oa]s|pouc[oa]s|divers[oa]s|tant[oa]s",
    "nl": r"enkele|paar|meerdere|verschillende|vele|enige|diverse|tientallen|wat",
    "ru": r"несколько|нескольких|много|многие",
    "uk": r"кілька|декілька|кількох|багато",
    "hi": r"कई|कुछ",
    "ar": r"عدة|بضعة|بضع",
}
"""Words that leave open how many thousands there are: ein paar tausend."""

_CHANGED_AFTER = {
    tag: re.compile(rf"(?:{times}|(?:\s+{degrees})?\s+(?:{below})){WORD_END}", re.IGNORECASE)
    for tag, times, degrees, below in [
        ("de", r"[-\s]?fach|\s?-?mal\s+(?:so|mehr|weniger|größer|höher)|\s+hoch\s+\d+", "grad", r"unter\s+null|minus"),
        ("fr", r"\s+fois\s+(?:plus|moins|l[eas])|\s+puissance\s+\d+", "degrés", r"(?:au-|en\s)?dess?ous\s+de\s+zéro"),
        ("es", r"\s+veces\s+(?:más|menos|mayor|el|la|lo)|\s+elevado\s+a", "grados", r"bajo\s+cero"),
        ("it", r"\s+volte\s+(?:di\s+)?(?:più|meno|tanto|maggiore|il|la)", "gradi", r"sotto\s+(?:lo\s+)?zero"),
        ("pt", r"\s+vezes\s+(?:mais|menos|maior|[oa])|\s+elevado\s+a", "graus", r"abaixo\s+de\s+zero|negativos"),
        ("nl", r"\s+(?:keer|maal)\s+(?:zo\w*|meer|minder|groter|hoger)|[-\s]?voudige?", "graden", r"onder\s+nul"),
        ("ru", r"\s+раза?\s+(?:больше|меньше|выше|ниже)|\s+целы[хе]", r"градус\w*", r"мороза|ниже\s+нуля"),
        ("uk", r"\s+раз(?:и|ів|у)?\s+(?:більше|менше|вище|нижче)|\s+цілих", r"градус\w*", r"морозу|нижче\s+нуля"),
        ("hi", r"\s+(?:गुना|दशमलव)", "डिग्री", r"नीचे"),
        ("ar", r"\s+(?:ضعفا?|أضعاف)", r"درج\w+", r"تحت\s+الصفر"),
        ("zh", "折", "度", "零下"),
        ("ja", r"(?:コンマ|点)\d+|[歳才]半", "度", "零下"),
    ]
}
"""What makes another number of the one before it: a multiple, a power, decimals, a temperature below zero."""
_CHANGED_BEFORE = {
    "hi": re.compile(r"शून्य\s+से\s+\Z"),
    "zh": re.compile(r"零下\s?\Z"),
    "ja": re.compile(r"(?:氷点下|零下)\s?\Z"),
}

_HUNDREDS = ("cien", "ciento", "cento", "cent")


def number_beside(found: QuantityInText) -> str | None:
    """Why number words or characters beside a number may belong to it; None if there are none."""
    written, language = found.written, found.language
    percent = found.before(_PERCENT_BEFORE, 8)
    if percent and written.casefold() in _HUNDREDS:
        return f"“{percent[0]}{written}” is a percentage; leave it out"
    if vague := _vague(found):
        return f"“{vague} {written}” leaves the number open; leave it out"
    if changed := _changed(found):
        return f"“{changed}” beside “{written}” makes another number of it; give it whole or leave it out"
    beside = _before(found) or _after(found)
    if beside is None and language.code in ("zh", "ja"):
        characters = found.before(_BESIDE_CHARACTER, 3)
        match = characters or (found.after(_CHARACTER_BESIDE) if found.quantity.unit is None else None)
        beside = match[0].strip() if match else None
    return f"“{beside}” beside “{written}” may belong to it; give it whole or leave it out" if beside else None


def _changed(found: QuantityInText) -> str | None:
    """Words beside a number that make another one of it; None without any."""
    after, before = _CHANGED_AFTER.get(found.language.code), _CHANGED_BEFORE.get(found.language.code)
    words = (found.after(after) if after else None) or (found.before(before, 12) if before else None)
    return words[0].strip() if words else None


def _vague(found: QuantityInText) -> str | None:
    """The word before a bare scale word that leaves open how many of it there are; None without one."""
    words = _VAGUE.get(found.language.code)
    first = _FIRST_WORD.match(found.text, *found.span)
    if words is None or first is None or not _is_scale(first[0].casefold(), found.language):
        return None
    vague = found.before(re.compile(rf"(?<![^\W_])(?:{words})\s+\Z", re.IGNORECASE), _REACH)
    return vague[0].strip() if vague else None


def _is_scale(word: str, language: Language) -> bool:
    return word in language.scales or language.cardinals.get(word, 0) >= 100


def _before(found: QuantityInText) -> str | None:
    language, least = found.language, abs(found.quantity.least.value)
    scale = found.before(_scale_before(language.tag), _REACH)
    if scale and least < language.scales[" ".join(scale[1].casefold().split())]:
        return scale[1]
    words = found.before(_BEFORE, _REACH)
    if found.written[0].isalpha() and (digits := found.before(_DIGITS_BEFORE, 20)):
        return digits[0].strip()
    if words is None:
        return None
    last, first = words[2].casefold(), (words[1] or "").casefold()
    if _counts(last, language):
        return words[2]
    if not first or not _counts(first, language):
        return None
    if kind_of(last, language) == "point" or last in _WITH:
        return words[0].strip()
    step = trailing_step(_value(first, language))
    return words[0].strip() if kind_of(last, language) == "join" and least < step else None


def _after(found: QuantityInText) -> str | None:
    words, language = found.after(_AFTER), found.language
    if words is None or found.quantity.unit is not None:
        return None
    first, second = words[1].casefold(), (words[2] or "").casefold()
    derived = _DERIVED.get(language.code)
    if _counts(first, language) or (derived and derived.fullmatch(first)):
        return words[1]
    if not second or not (second[0].isdecimal() or _counts(second, language)):
        return None
    if kind_of(first, language) == "point" or (first in _WITH and not second[0].isdecimal()):
        return words[0].strip()
    more = read_at(found.text, words.start(2), Units(()), language=language)
    added = more and isinstance(more.number, Number) and 0 < more.number.value < found.quantity.greatest.step
    return words[0].strip() if added and kind_of(first, language) == "join" else None


@cache
def _scale_before(tag: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({any_of(language_of(tag).scales)})\s{{1,3}}\Z", re.IGNORECASE)


def _counts(word: str, language: Language) -> bool:
    """Whether a word is a number word and no article."""
    return word not in language.articles and kind_of(word, language) in ("number", "scale")


def _value(word: str, language: Language) -> Decimal:
    if word in language.scales:
        return language.scales[word]
    read = read_at(word, 0, Units(()), language=language)
    return read.number.value if read and isinstance(read.number, Number) else Decimal(1000)
