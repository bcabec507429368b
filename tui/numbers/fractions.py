"""Fractions and shares: half, two-thirds, 3/4, ½, three in five, 1 in 8; and what they add to a number: 2 1/2."""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import cache

from tui.languages.language import Language
from tui.languages.word_patterns import HYPHEN, WORD_END, any_of
from tui.numbers.number import FractionPart
from tui.numbers.numerals import read_digits
from tui.numbers.scales import read_scale
from tui.numbers.spelled import read_words
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_GAP = rf"(?:\s?{HYPHEN}\s?|\s{{1,8}})"
_SIGN = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_PRINTED = lazy_pattern(
    rf"(?P<sign>[{_SIGN}])(?!\d)|(?P<part>\d{{1,3}})\s?[/⁄∕]\s?(?P<whole>\d{{1,4}})(?!\s?[/⁄∕]|[.,:]?\d|[^\W_])"
)
_PRINTED_WHOLES = frozenset([*range(2, 11), 12, 15, 16, 20, 24, 25, 32, 40, 50, 60, 64, 80, 100, 128, 200, 500, 1000])
"""Denominators that fractions in digits have; 9/11 is a date."""

_MONTHS, _YEARS = 12, (20, 24, 25)
_INCH = lazy_pattern(r"\s?(?:[\"”″]|in(?:ch)?(?:es)?(?![^\W_]))|-inch")
_MIXED = lazy_pattern(rf"(?:(?P<gap>\s{{1,3}}|\s?{HYPHEN})(?=\d)|\s?(?=[{_SIGN}]))")

# A third and a quarter may be a rank and a period as well: the words around have to say that it is a part.
_PART_AFTER = in_any_case(
    rf"\s+(?:of|as|off|less|more|fewer|higher|lower|larger|smaller)\b|{_GAP}(?:an?\s+)?(?:percent|per\s+cent)\b"
    r"|\s*[%)”]"
)
_PART_BEFORE = in_any_case(
    r"\b(?:by|about|around|roughly|approximately|nearly|almost|over|under|than|least|only|just|up|down)\s+\Z"
)
_PHRASE_END = in_any_case(
    r"\s*(?:[^\w\s-]|\Z)|\s+(?:in|to|from|since|this|last|on|at|and|or|between|over|during|compared|when|while)\b"
)
_PERIOD_BEFORE = in_any_case(
    r"\b(?:first|second|third|fourth|last|latter|other|best|better|early|late|top|bottom|upper|lower|final|next|this"
    r"|that|these|those|the|each|every|per|past|previous|prior|fiscal|consecutive|straight|successive|in|for|after|within|during|since"
    r"|and\s+an?)\s+\Z"
)
_PERIOD_AFTER = in_any_case(
    r"\s+(?:past|in\s+a\s+row|running|ended|ending|earlier|later|ago|on|to\s+\w+\s+\d|of\s+\d{{4}}"
    r"|of\s+(?:\w+\s+)?(?:growth|declines?|loss(?:es)?|contraction|expansion|profits?|gains?|falls?|rises?))\b"
)

_SHARED = in_any_case(r"\s+(?:in|out\s+of|of\s+every)\s+(?:every\s+)?(?:an?\s+(?=hundred|thousand|million|dozen))?")
_SHARED_TIME = in_any_case(
    rf"\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b|{HYPHEN}[^\W_]"
)
_WHOLES = frozenset([*range(2, 11), 12, 15, 20, 25, 50, 100, 200, 250, 500, *(10**power for power in range(3, 10))])
"""Of how many a share is told: one in five, 1 in 100,000."""


def read_fraction(text: str, start: int, language: Language) -> FractionPart | None:
    """The fraction that begins at `start`: half, two-thirds, 3/4, ½; or the share: 1 in 8, nine out of ten."""
    if part := _printed(text, start):
        return part
    if not language.is_english:
        return _foreign(text, start, language)
    return _share(text, start, language) or _spelled(text, start, language)


def added_fraction(text: str, end: int, language: Language) -> FractionPart | None:
    """The fraction that is added to a whole number that ends at `end`: 2½, 2 1/2, two and a half."""
    if mixed := _MIXED.match(text, end):
        # “five 1/2” are two numbers, and so are “21/2”.
        follows_digits = mixed["gap"] is None or text[end - 1].isdecimal()
        part = _printed(text, mixed.end()) if follows_digits else None
        return part if part and part.value < 1 else None
    if not language.is_english:
        return _foreign(text, end, language, added=True)
    if not (joined := _AND.match(text, end)):
        return None
    part = _spelled(text, joined.end(), language, added=True)
    # “2 and a half of them”: the fraction is a number of its own.
    return part if part and part.value < 1 and not _OF.match(text, part.end) else None


def _foreign(text: str, start: int, language: Language, added: bool = False) -> FractionPart | None:
    """A fraction in words of another language than English: deux tiers, 三分之一; with `added`, after a number."""
    match language.grammar:
        case "han":
            from tui.numbers import han

            found = (han.added_part if added else han.read_part)(text, start, language)
        case "european" | "slavic":
            from tui.numbers import parts

            found = (parts.added_part if added else parts.read_part)(text, start, language)
        case _:
            return None
    return found if found and (not added or found.value < 1) else None


_AND = in_any_case(rf"(?:{HYPHEN}|\s+)and(?:{HYPHEN}|\s+)(?=[^\W\d_])")
_OF_ONE = in_any_case(r"\s+of\s+an?(?=\s)")
_OF = in_any_case(r"\s+of\b")


def decimal_of(fraction: Fraction) -> Decimal:
    """A fraction as a decimal, to 28 digits."""
    return Decimal(fraction.numerator) / fraction.denominator


def _printed(text: str, start: int) -> FractionPart | None:
    match = _PRINTED.match(text, start)
    if match is None:
        return None
    if match["sign"]:
        return FractionPart(Fraction(unicodedata.numeric(match["sign"])).limit_denominator(10), match.end())
    part, whole = int(match["part"]), int(match["whole"])
    # “9/20” and “9/24” may be a month and a year.
    if part <= _MONTHS and whole in _YEARS and not _INCH.match(text, match.end()):
        return None
    known = 0 < part < whole and whole in _PRINTED_WHOLES and match["part"][0] != "0"
    return FractionPart(Fraction(part, whole), match.end()) if known else None


def _spelled(text: str, start: int, language: Language, added: bool = False) -> FractionPart | None:
    """A fraction in words; `added` says that it is added to a number before it, so that nothing else can be meant."""
    forms = _forms(language)
    if one := forms.one.match(text, start):
        return _one_part(text, one, forms, language, added)
    many = read_words(text, start, language, joined=False)
    if many is None or many.ordinal or many.scaled or not 2 <= many.value < 100:
        return None
    parts = forms.many.match(text, many.end)
    if parts is None:
        return None
    by = forms.plural[parts["part"].casefold()]
    if by == Fraction(1, 4) and not added:
        hyphen = re.match(HYPHEN, text[many.end :])
        before = not hyphen and _PERIOD_BEFORE.search(text, max(start - 20, 0), start)
        if before or _PERIOD_AFTER.match(text, parts.end()):
            return None
    # Nobody prints twenty-three fifths; “thirty fifths” may be thirty-fifths as well.
    value = int(many.value) * by
    return FractionPart(value, parts.end()) if value < 1 or by == Fraction(1, 2) else None


def _one_part(text: str, one: re.Match[str], forms: "_Forms", language: Language, added: bool) -> FractionPart | None:
    form, (start, end) = one["part"].casefold(), one.span()
    before = max(start - 20, 0)
    # A quarter million and quarter of a million, but the third million.
    of_one = _OF_ONE.match(text, end) if one["article"] is None else None
    scaled = read_scale(text, of_one.end() if of_one else end, language, "") is not None
    if form not in language.ordinals and scaled:
        certain = True
    elif form == "half":
        certain = added or not (_PERIOD_BEFORE.search(text, before, start) or _PERIOD_AFTER.match(text, end))
    elif one["article"] is None:
        certain = False
    elif added or (one["article"].casefold() == "one" and language.ordinals.get(form, 0) <= 10):
        certain = True
    else:
        certain = _PART_AFTER.match(text, end) is not None or (start, end) == (0, len(text))
        if not certain and _PART_BEFORE.search(text, before, start):
            certain = form not in language.ordinals or _PHRASE_END.match(text, end) is not None
    return FractionPart(forms.singular[form], end) if certain else None


def _share(text: str, start: int, language: Language) -> FractionPart | None:
    part = _count(text, start, language)
    shared = _SHARED.match(text, part[1]) if part else None
    whole = _count(text, shared.end(), language) if shared else None
    if part is None or shared is None or whole is None or _SHARED_TIME.match(text, whole[1]):
        return None
    (many, _), (all_of, end) = part, whole
    told = many == 1 or (many < 10 and all_of in _WHOLES)
    known = 0 < many < all_of and told and not (1500 <= all_of < 2100)
    return FractionPart(Fraction(many, all_of), end) if known else None


def _count(text: str, start: int, language: Language) -> tuple[int, int] | None:
    """A whole number in digits or words, and where it ends."""
    digits = read_digits(text, start, language)
    if digits is None:
        words = read_words(text, start, language)
        if words is None or words.ordinal:
            bare = read_scale(f" {text[start : start + 20]}", 0, language, "")
            return (int(bare.by), start + bare.end - 1) if bare else None
        return int(words.value), words.end
    if digits.step < 1 or digits.powered:
        return None
    scale = read_scale(text, digits.end, language, "")
    return (int(digits.value * scale.by), scale.end) if scale else (int(digits.value), digits.end)


class _Forms:
    """The words for parts, one of them and several, and patterns for them."""

    def __init__(self, language: Language) -> None:
        ordinals = {form: Fraction(1, value) for form, value in language.ordinals.items() if value > 2}
        parts = dict(language.fractions) | ordinals
        self.singular = {form: value for form, value in parts.items() if not form.endswith("s")}
        self.plural = {form: value for form, value in parts.items() if form.endswith("s")}
        self.plural |= {f"{form}s": value for form, value in self.singular.items() if form != "half"}
        articles = any_of([*language.articles, "one"])
        self.one = in_any_case(rf"(?:(?P<article>{articles}){_GAP})?(?P<part>{any_of(self.singular)}){WORD_END}")
        self.many = in_any_case(rf"{_GAP}(?P<part>{any_of(self.plural)}){WORD_END}")


_forms = cache(_Forms)
