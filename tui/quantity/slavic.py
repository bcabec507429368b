"""Numbers in Russian and Ukrainian words, in any case: двадцать пять миллионов, полтора миллиона, сто двадцатью.

A number that goes on in a way that does not fit is not read at all: a part of it would be another number.
"""

import re
from decimal import Decimal

from tui.quantity.language import Language
from tui.quantity.spelled import Spelled, trailing_step

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_GAP = re.compile(r"\s{1,4}")
_GOES_ON = re.compile(r"\s?[-‐‑–]\s?[^\W_]|\s{1,4}\d")
_RANK = re.compile(
    r"(?:перв|втор|трет|четверт|четвёрт|пят|шест|седьм|восьм|девят|перш|друг|п['’ʼ]ят|шост|сьом|дев['’ʼ]ят)"
    r"(?:ый|ой|ий|ая|ое|ее|ые|ие|ого|его|ому|ему|ом|ем|ую|ым|им|ых|их|ья|ье|ьего|ьей|ью|а|я|е|є|ої|ій|ому|у|ю|і)",
    re.IGNORECASE,
)
"""An ordinal, which the tens and hundreds before it belong to: двадцать первый."""

_MOST_WORDS = 16
_THOUSAND = Decimal(1000)
_ONE_AND_A_HALF = frozenset("полтора полторы полутора півтора півтори".split())
_HALF_OF = ("пол", "пів")
"""What makes half of the scale word that it touches: полмиллиона."""


def read_slavic(text: str, start: int, language: Language) -> Spelled | None:
    """The number in words that begins at `start`; None if none does, or if it goes on in a way that cannot be read."""
    reader = _Sum(language)
    position, end = start, start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, position)
        written = word[0].casefold().replace("’", "'").replace("ʼ", "'") if word else ""
        if word is None or not reader.knows(written):
            break
        if not reader.add_word(written):
            return None
        end = word.end()
        gap = _GAP.match(text, end)
        if gap is None:
            break
        position = gap.end()
    else:
        return None
    following = _WORD.match(text, position)
    rank = following and reader.free >= 10 and reader.group and _RANK.fullmatch(following[0])
    return None if rank or _GOES_ON.match(text, end) else reader.spelled(end)


class _Sum:
    """Adds up the words of a number."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.total = Decimal(0)
        self.group: Decimal | None = None
        """What follows the last scale word."""
        self.free = _THOUSAND
        """What is added to the group has to be less than this."""
        self.scale: Decimal | None = None
        self.count = 0
        self.article = False

    def knows(self, word: str) -> bool:
        """Whether a word may belong to a number."""
        return self._value(word) is not None or self._scale(word) is not None or self._half(word) is not None

    def add_word(self, word: str) -> bool:
        """Adds the next word. Returns False where it does not fit."""
        self.count += 1
        self.article = self.count == 1 and word in self.language.articles
        if (half := self._half(word)) is not None:
            fits = self.count == 1
            self.total, self.scale, self.free = half, half, Decimal(0)
            return fits
        value = self._value(word)
        if value is not None:
            return self._add(value)
        by = self._scale(word)
        if by is None or self.group is None or by >= (self.scale or by + 1):
            return False
        self.total, self.group, self.scale, self.free = self.total + self.group * by, None, by, _THOUSAND
        return True

    def _add(self, value: Decimal) -> bool:
        if value >= self.free or (value == 0 and self.count > 1):
            return False
        self.group = (self.group or Decimal(0)) + value
        tens = value >= 20 and value % 10 == 0
        self.free = Decimal(100) if value >= 100 else Decimal(10) if tens else Decimal(0)
        return True

    def spelled(self, end: int) -> Spelled | None:
        """The number that the words make; None of one that is an article, or a half without what it is of."""
        whole = self.group is None or self.group % 1 == 0
        if self.count == 0 or not whole or (self.article and self.count == 1):
            return None
        value = self.total + (self.group or 0)
        if self.scale is None:
            return Spelled(value=value, mantissa=value, step=trailing_step(value), end=end)
        if self.group is not None:
            return Spelled(value=value, mantissa=value, step=Decimal(1), end=end, scaled=True)
        mantissa = value / self.scale
        lends = (self.scale,) if mantissa < _THOUSAND and self.count > 1 else ()
        step = self.scale if mantissa % 1 == 0 else self.scale / 2
        return Spelled(value=value, mantissa=mantissa, step=step, end=end, scaled=True, lends=lends)

    def _value(self, word: str) -> Decimal | None:
        if word in _ONE_AND_A_HALF:
            return Decimal("1.5")
        value = self.language.cardinals.get(word)
        return None if value is None else Decimal(value)

    def _scale(self, word: str) -> Decimal | None:
        by = self.language.scales.get(word)
        return by if by and by >= _THOUSAND else None

    def _half(self, word: str) -> Decimal | None:
        by = self._scale(word[3:]) if word.startswith(_HALF_OF) else None
        return by / 2 if by else None
