"""Fractions and shares in words of European languages: deux tiers, drei Viertel, la mitad, un sur trois, y medio."""

from fractions import Fraction
from functools import cache
from itertools import takewhile

from tui.languages.language import Language
from tui.languages.word_patterns import GAP, WORD, WORD_END, any_of
from tui.numbers.european import Sum
from tui.numbers.number import FractionPart
from tui.numbers.number_words import Token, tokens_of
from tui.numbers.numerals import read_digits
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_HALF_NOUNS = frozenset("moitié mitad metà metade hälfte helft".split())
_PLURALS = {"fr": ("s",), "es": ("s",), "pt": ("s",), "it": ("i", "e")}
_EITHER = frozenset(("tiers",))
"""Words for a part that are the same for one and for several."""

_MOST_PARTS = 10
_OF = in_any_case(
    r"\s*(?:\Z|[^\w\s])|\s+(?:d[eiao]|d[oa]s|des|du|del|dell[aeo]|degli|dei|van|von|der|als|que|che|dan|p[eo]u?r|[%])(?![^\W_])|\s+d['’]"
)
"""What follows a word for a part that is also a rank."""


_ROOMS = frozenset("cuarto cuartos quarto quartos".split())
"""Words for quarters that are also rooms, and rounds before a final."""

_OF_ALL = in_any_case(
    r"\s+(?:del|d[oa]s?|d(?:e\s+)?(?:l[ao]s?|el|uma?|un[ao]?|cada|tod[ao]s|est[ea]s?|hora|s[ie]glo|século|mil(?:lón|hão)|litro"
    r"|kilo|quilo|milla|milha|tonelada))(?![^\W_])"
)
"""What follows quarters of something: of the, of an hour."""

_NOUN = in_any_case(r"\s(?:partes?|part[ei]|част[ьи]|частей|частин[аиу]?)(?![^\W_])")
"""The noun after a word for a part that is also a rank: tres cuartas partes."""

_WITH = {"es": ("con",), "pt": ("com",)}
"""Words that join a fraction to a number beside “and”."""

_PRINTED = lazy_pattern(r"([1-9])/([2-9]|10|12|16)(?![\d/]|[.,]\d)")
_MOST_OF = 1_000_000
_NO_SHARE = lazy_pattern(r"\s*[-‐‑–]\s*\d|[.,:]?\d")


def read_part(text: str, start: int, language: Language) -> FractionPart | None:
    """The fraction or share that begins at `start`, and where it ends; None if none does."""
    return _share(text, start, language) or _spelled(text, start, language)


def _spelled(text: str, start: int, language: Language, added: bool = False) -> FractionPart | None:
    """A fraction in words; `added` says that it is added to a number before it, so that nothing else can be meant."""
    word = WORD.match(text, start)
    if word and word[0].casefold() in _HALF_NOUNS:
        return FractionPart(Fraction(1, 2), word.end())
    tokens = tokens_of(text, start, language)
    many, end = _numerator(tokens, language, text)
    gap = GAP.match(text, end) if many else None
    part = WORD.match(text, gap.end()) if gap else None
    value = language.fractions.get(part[0].casefold()) if part else None
    if part is None or value is None or not many:
        return None
    form = part[0].casefold()
    if value == Fraction(1, 2):
        # “Un medio” is also a means.
        return FractionPart(value, part.end()) if many == 1 and "ones_first" in language.traits else None
    agrees = language.code not in _PLURALS or form in _EITHER or form.endswith(_PLURALS[language.code]) == (many > 1)
    # “Двадцать пятая” is the 25th.
    if not agrees or many * value > (1 if language.grammar == "slavic" else _MOST_PARTS):
        return None
    if noun := _NOUN.match(text, part.end()):
        return FractionPart(many * value, noun.end())
    # A fifth of the state, but a fifth term; two thirds of it, but two third places.
    is_rank = form in language.ordinals or form.removesuffix("s") in language.ordinals
    after = _OF_ALL if form in _ROOMS else _OF
    if not added and is_rank and not after.match(text, part.end()):
        return None
    return FractionPart(many * value, part.end())


def _numerator(
    tokens: list[Token], language: Language, text: str, below: int = 100, joined: bool = False
) -> tuple[int, int]:
    """The number before a word for a part, and where it ends; 0 where there is none."""
    # “Ein halbes”: a half may be among the number words.
    tokens = list(takewhile(lambda token: token.kind != "half", tokens))
    if not tokens:
        return 0, 0
    if len(tokens) == 1 and tokens[0].text in language.articles:
        return 1, tokens[0].end
    spelled = Sum(tokens, language, joined, text, parts=True).read()
    if spelled is None or spelled.value % 1 or not 1 <= spelled.value < below:
        return 0, 0
    return int(spelled.value), spelled.end


def _share(text: str, start: int, language: Language) -> FractionPart | None:
    """The share that begins at `start`: un sur trois, 9 de cada 10."""
    part = _whole(text, start, language)
    joined = _patterns(language).share.match(text, part[1]) if part else None
    whole = _whole(text, joined.end(), language) if joined else None
    if part is None or whole is None or not 0 < part[0] < whole[0] <= _MOST_OF or _NO_SHARE.match(text, whole[1]):
        return None
    return FractionPart(Fraction(part[0], whole[0]), whole[1])


def _whole(text: str, start: int, language: Language) -> tuple[int, int] | None:
    """A whole number in digits or words, or an article for one, and where it ends."""
    digits = read_digits(text, start, language) if text[start : start + 1].isdecimal() else None
    if digits:
        return (int(digits.value), digits.end) if digits.step == 1 and not digits.powered else None
    many, end = _numerator(tokens_of(text, start, language), language, text, _MOST_OF + 1, joined=True)
    return (many, end) if many else None


def added_part(text: str, end: int, language: Language) -> FractionPart | None:
    """The fraction that is added to a number that ends at `end`, and where it ends: y medio, et un cinquième."""
    patterns = _patterns(language)
    joined = patterns.joined.match(text, end)
    if joined is None:
        return None
    if half := patterns.half.match(text, joined.end()):
        return FractionPart(Fraction(1, 2), half.end())
    if printed := _PRINTED.match(text, joined.end()):
        return FractionPart(Fraction(int(printed[1]), int(printed[2])), printed.end())
    return _spelled(text, joined.end(), language, added=True)


class _PartPatterns:
    def __init__(self, language: Language) -> None:
        halves = any_of(form for form, value in language.fractions.items() if value == Fraction(1, 2))
        joins = any_of([*language.joins, *_WITH.get(language.code, ())])
        self.share = in_any_case(rf"\s+(?:{any_of(language.shares)})\s+")
        self.joined = in_any_case(rf"(?:\s+|-)(?:{joins})(?:\s+|-)")
        self.half = in_any_case(rf"(?:(?:{any_of(language.articles)})\s+)?(?:{halves}){WORD_END}")


_patterns = cache(_PartPatterns)
