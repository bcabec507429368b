"""Number words beside a number that may belong to it, in other languages than English: vingt et trois, mil cien."""

from decimal import Decimal
from functools import cache

from tui.languages.language import Language
from tui.languages.lexicon import SCALE_CHARACTERS
from tui.languages.word_patterns import WORD_END, any_of
from tui.numbers.number import Number, trailing_step
from tui.numbers.number_words import kind_of
from tui.printed.in_text import QuantityInText
from tui.quantity.quantity import read_at
from tui.quantity.unit import Units
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_GAP = r"(?:\s{1,4}|\s?[-‐‑]\s?)"
_BEFORE = lazy_pattern(rf"(?:([^\W\d_]+){_GAP})?([^\W\d_]+){_GAP}\Z")
_AFTER = lazy_pattern(rf"{_GAP}([^\W\d_]+)(?:{_GAP}([^\W\d_]+|\d+))?")
_REACH = 60
_DIGITS_BEFORE = lazy_pattern(r"\d\s{1,4}\Z")
_WITH = ("con", "com", "avec", "mit")
_CHARACTERS = f"〇零一二三四五六七八九两兩倆半几幾何數数分打{SCALE_CHARACTERS}"
# 造成1692万 is “caused 16.92 million”.
_BESIDE_CHARACTER = lazy_pattern(
    rf"(?:(?<![造完达達形组組构構])(?=成)|(?!成))(?:[{_CHARACTERS}]|分[之の]|[{_CHARACTERS}\d][点點・])\s{{0,2}}\Z"
)
# 500余万 leaves digits open.
_CHARACTER_BESIDE = lazy_pattern(rf"\s{{0,2}}(?:[余餘多来來][{SCALE_CHARACTERS}]|[{_CHARACTERS}]|ダース)")
_FIRST_WORD = lazy_pattern(r"[^\W\d_]+")


def number_beside(found: QuantityInText) -> str | None:
    """Why number words or characters beside a number may belong to it; None if there are none."""
    written, language = found.written, found.language
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
    patterns = _patterns(found.language)
    words = found.after(patterns.changed_after) or found.before(patterns.changed_before, 12)
    return words[0].strip() if words else None


def _vague(found: QuantityInText) -> str | None:
    """The word before a bare scale word that leaves open how many of it there are; None without one."""
    first = _FIRST_WORD.match(found.text, *found.span)
    if first is None or not _is_scale(first[0].casefold(), found.language):
        return None
    vague = found.before(_patterns(found.language).vague, _REACH)
    return vague[0].strip() if vague else None


def _is_scale(word: str, language: Language) -> bool:
    return word in language.scales or language.cardinals.get(word, 0) >= 100


def _before(found: QuantityInText) -> str | None:
    language, least = found.language, abs(found.quantity.least.value)
    scale = found.before(_patterns(language).scale_before, _REACH)
    if scale and least < language.scales[" ".join(scale[1].casefold().split())]:
        return scale[1]
    words = found.before(_BEFORE, _REACH)
    in_words = found.written[0].isalpha() and not found.units.read_sign(found.text, found.start)
    if in_words and (digits := found.before(_DIGITS_BEFORE, 20)):
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
    if _counts(first, language) or _patterns(language).part.fullmatch(first):
        return words[1]
    if not second or not (second[0].isdecimal() or _counts(second, language)):
        return None
    if kind_of(first, language) == "point" or (first in _WITH and not second[0].isdecimal()):
        return words[0].strip()
    more = read_at(found.text, words.start(2), Units(()), language=language)
    added = more and isinstance(more.number, Number) and 0 < more.number.value < found.quantity.greatest.step
    return words[0].strip() if added and kind_of(first, language) == "join" else None


class _BesidePatterns:
    def __init__(self, language: Language) -> None:
        below_zero = rf"(?:\s+{language.pattern('degrees')})?\s+(?:{language.pattern('below_zero')})"
        self.scale_before = in_any_case(rf"(?<![^\W_])({any_of(language.scales)})\s{{1,3}}\Z")
        self.vague = in_any_case(rf"(?<![^\W_])(?:{language.pattern('vague')})\s+\Z")
        self.part = lazy_pattern(language.pattern("part"))
        self.changed_after = in_any_case(rf"(?:{language.pattern('times')}|{below_zero}){WORD_END}")
        """What makes another number of the one before it: a multiple, a power, decimals, a temperature below zero."""
        self.changed_before = lazy_pattern(rf"(?:{language.pattern('below_zero_before')})\Z")


_patterns = cache(_BesidePatterns)


def _counts(word: str, language: Language) -> bool:
    """Whether a word is a number word and no article."""
    return word not in language.articles and kind_of(word, language) in ("number", "scale")


def _value(word: str, language: Language) -> Decimal:
    if word in language.scales:
        return language.scales[word]
    read = read_at(word, 0, Units(()), language=language)
    return read.number.value if read and isinstance(read.number, Number) else Decimal(1000)
