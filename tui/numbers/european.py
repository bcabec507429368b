"""Numbers in words in German, Dutch, Italian, French, Spanish, Portuguese, Russian and Ukrainian.

    zwölftausenddreihundert    drieëntwintig    ventotto    quatre-vingt-dix-sept    tres millones y medio

Words are cut into the parts that the tables of the languages give (drei, und, zwanzig), and the parts are added up from
left to right as long as each one fits below the one before it. A number that goes on in a way that does not fit is not
read at all: a part of it would be another number.
"""

from decimal import Decimal

from tui.languages.language import Language
from tui.languages.word_patterns import GAP, WORD
from tui.numbers.number import Number, trailing_step
from tui.numbers.number_words import Token, is_one_percent, tokens_of
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_HALF = Decimal("0.5")

_RANK = in_any_case(
    r"(?:перв|втор|трет|четверт|четвёрт|пят|шест|седьм|восьм|девят|перш|друг|п['’ʼ]ят|шост|сьом|дев['’ʼ]ят)"
    r"(?:ый|ой|ий|ая|ое|ее|ые|ие|ого|его|ому|ему|ом|ем|ую|ым|им|ых|их|ья|ье|ьего|ьей|ью|а|я|е|є|ої|ій|ому|у|ю|і)"
)
"""A Slavic ordinal, which the tens and hundreds before it belong to: двадцать первый."""

_GOES_ON = lazy_pattern(r"\s?[-‐‑–]\s?[^\W_]|\s{1,4}\d")
"""What follows a Slavic number that is not whole: a word after a hyphen, or a digit."""

_NOT_ALONE = frozenset(
    "mila millier milliers millar millares milhar milhares migliaio migliaia"
    " vent trent quarant cinquant sessant settant ottant novant cent cents vingts".split()
)
"""Parts that are not numbers by themselves; French cent is (see `_Sum`)."""


def read_european(text: str, start: int, language: Language, joined: bool = True) -> Number | None:
    """The number in words that begins at `start`; None if none does, or if it goes on in a way that cannot be read.

    Without `joined`, it ends before an “and” that is a word by itself.
    """
    tokens = tokens_of(text, start, language)
    if not tokens:
        return None
    if len(tokens) == 1 and is_one_percent(text, start, tokens[0].end, language):
        return Number(Decimal(1), Decimal(1), Decimal(1), tokens[0].end)
    return Sum(tokens, language, joined, text).read()


class Sum:
    """Adds up the parts of a number."""

    def __init__(self, tokens: list[Token], language: Language, joined: bool, text: str, parts: bool = False) -> None:
        self.parts = parts
        """Whether a word for a part may follow."""
        self.tokens, self.language, self.joined, self.text = tokens, language, joined, text
        self.code, self.traits, self.slavic = language.code, language.traits, language.grammar == "slavic"
        self.total = Decimal(0)
        """What comes before the last scale word of a million or more, multiplied."""
        self.thousands = Decimal(0)
        self.group = Decimal(0)
        """What follows the last scale word: below a thousand."""
        self.free = Decimal(1000)
        """What is added to the group has to be less than this."""
        self.scale: Decimal | None = None
        """The last scale word: what follows has to be less."""
        self.large: Decimal | None = None
        self.half = False
        self.decimals = 0
        self.i = 0

    def read(self) -> Number | None:
        """The number, or None."""
        first = self.tokens[0]
        if first.kind in ("join", "point", "added") or (self._is_article(0) and not self._counts(1)):
            return None
        if len(self.tokens) > 1 and first.text in self.language.articles and self.tokens[1].kind == "half":
            self.i = 1
        while self.i < len(self.tokens) and self._take():
            pass
        taken = self.tokens[: self.i]
        if not taken or not taken[-1].last or self._goes_on():
            return None
        if len(taken) == 1 and self._is_no_number(taken[0]):
            return None
        # “Полтора десятка” is fifteen.
        if taken[-1].kind == "whole" and self.slavic:
            return None
        return self._spelled()

    def _take(self) -> bool:
        """Takes the next part, with the “and” before it; False where it does not fit."""
        token = self.tokens[self.i]
        following = self.tokens[self.i + 1] if self.i + 1 < len(self.tokens) else None
        if token.kind == "join":
            if following is None or not self._joins(token, following):
                return False
            if half := self._half_at(self.i + 1):
                return self._take_half_after(half)
            taken = self._add(following)
            self.i += 2 * taken
            return taken
        if token.kind == "half":
            return self._take_half_before(following)
        if token.kind in ("added", "whole"):
            return self._take_half_within(token)
        if token.kind == "point":
            return False
        taken = self._scale_by(token) if token.kind == "scale" and token.value != 100 else self._add(token)
        self.i += taken
        return taken

    def _joins(self, join: Token, following: Token) -> bool:
        if not join.glued and not self.joined:
            return False
        if self._half_at(self.i + 1):
            return not join.glued
        # Russian has “with” before a half only.
        if self.slavic or (following.kind != "number" and following.value != 100):
            return False
        value = following.value or Decimal(0)
        tens = self.free == 10 and value < 10
        if "ones_first" in self.traits:
            return join.glued
        if self.code == "fr":
            return (tens and value == 1) or (self.group % 100 == 60 and value == 11)
        if "and_anywhere" in self.traits:
            return value > 0 and (tens or self.free == 100 or (self.free == 1000 and self.scale is not None))
        return tens and self.group % 100 >= 30

    def _add(self, token: Token) -> bool:
        """Adds ones, tens or hundreds to the group, or multiplies it by a hundred."""
        value = token.value
        assert value is not None
        if value == 100 and self._multiplies_by_hundred():
            self.group, self.free = max(self.group, Decimal(1)) * 100, Decimal(100)
            return True
        if self.code == "fr" and token.text in ("vingt", "vingts") and self.group % 100 == 4 and self.free == 1:
            self.group, self.free = self.group + 76, Decimal(20)
            return True
        if "ones_first" in self.traits and self._is_ones_before_tens(token):
            self.group, self.free = self.group + value, Decimal(1)
            return True
        # Soixante-dix is 70, and dix-sept 17.
        teens = self.code == "fr" and self.group % 100 == 60 and 10 <= value < 20 and self.free == 10
        teens |= self.code == "fr" and 7 <= value < 10 and self.i > 0 and self.tokens[self.i - 1].text == "dix"
        zero = value == 0 and (self.group or self.thousands or self.total or self.i > 0)
        if zero or (value >= self.free and not teens):
            return False
        self.group += value
        tens = value >= 20 and value % 10 == 0 and "ones_first" not in self.traits
        self.free = Decimal(100) if value >= 100 else Decimal(10) if tens else Decimal(1)
        if value == 0:
            self.free = Decimal(0)
        return True

    def _multiplies_by_hundred(self) -> bool:
        if "own_hundreds" in self.traits:
            return False
        if self.group == 0:
            return self.free == 1000
        least = 2 if self.code == "fr" else 1
        return least <= self.group < 100 and self.group % 10 != 0 and self.free == 1 and self.i > 0

    def _is_ones_before_tens(self, tens: Token) -> bool:
        """Whether tens follow ones and a glued “and”: drei-und-zwanzig."""
        value = tens.value or Decimal(0)
        join = self.tokens[self.i]
        ones = self.group % 100
        return join.kind == "join" and 20 <= value < 100 and value % 10 == 0 and 1 <= ones < 10 and self.free == 1

    def _scale_by(self, token: Token) -> bool:
        """Multiplies what was read since the last scale word by this one."""
        by = token.value
        assert by is not None
        if by < 100:
            # A dozen counts what comes before it, and ends the number.
            if self.scale is not None or not 1 <= self.group < 100:
                return False
            self.total, self.scale, self.large, self.free = self.group * by, by, by, Decimal(0)
            self.group = Decimal(0)
            return True
        if by == 1000:
            # In Russian, “thousand” is no number without one before it.
            if self.group == 0 and self.slavic:
                return False
            if self.thousands or (self.scale is not None and self.scale <= by) or self.free == 0:
                return False
            self.thousands = (self.group or Decimal(1)) * by
        else:
            counted = self.thousands + self.group
            if self.thousands and self.slavic:
                return False
            if counted == 0 or (self.large is not None and by >= self.large) or self.free == 0:
                return False
            self.total += counted * by
            self.thousands, self.large = Decimal(0), by
        self.group, self.free, self.scale = Decimal(0), Decimal(1000), by
        return True

    def _half_at(self, i: int) -> int | None:
        """The index after the half at `i`, which may have an article: y medio, en een half."""
        i += i < len(self.tokens) and self._is_article(i)
        return i + 1 if i < len(self.tokens) and self.tokens[i].kind == "half" else None

    def _take_half_after(self, end: int) -> bool:
        """Adds half of what the last word counts: tres millones y medio, trois et demi."""
        if self.half or (self.scale is not None and self.group):
            return False
        if self.scale is None:
            self.group += _HALF
        elif self.scale >= 1000:
            self.total += self.scale / 2
        else:
            return False
        self.half, self.free, self.i = True, Decimal(0), end
        return self._scale_half()

    def _take_half_before(self, following: Token | None) -> bool:
        """Takes half of a scale word: medio millón, eine halbe Million."""
        if self.group or self.scale is not None or following is None or following.kind != "scale":
            return False
        if following.value is None or following.value < 12 or following.value == 100:
            return False
        self.total, self.scale, self.large = following.value / 2, following.value, following.value
        self.half, self.free, self.i = True, Decimal(0), self.i + 2
        return False

    def _take_half_within(self, token: Token) -> bool:
        """Takes the half in one word: dreieinhalb, anderthalb."""
        if self.half or self.scale is not None or (token.kind == "added") != (1 <= self.group < 100):
            return False
        self.group += _HALF if token.kind == "added" else Decimal("1.5")
        self.half, self.free, self.i = True, Decimal(0), self.i + 1
        return self._scale_half()

    def _scale_half(self) -> bool:
        """A scale word may follow a half that no other one has counted: tres y medio millones. Nothing else does."""
        scale = self.tokens[self.i] if self.i < len(self.tokens) else None
        if self.scale is None and scale and scale.kind == "scale" and scale.value and scale.value >= 1000:
            self.total, self.scale, self.large = self.group * scale.value, scale.value, scale.value
            self.group = Decimal(0)
            self.i += 1
        return False

    def _goes_on(self) -> bool:
        """Whether what follows may belong to the number, although it does not fit."""
        rest = self.tokens[self.i :]
        if not rest:
            return not self.parts and (self._is_fraction() or self._goes_on_in_slavic())
        if rest[0].kind == "point":
            return not self._take_decimals() or self.i < len(self.tokens)
        if rest[0].kind == "join":
            # “And” between two numbers; one that is a word of its own joins two things.
            return rest[0].glued or (self.joined and self._half_at(self.i + 1) is not None)
        return True

    def _is_fraction(self) -> bool:
        """Whether a word for a part follows: dos tercios, drei Viertel."""
        return self._next_word().casefold() in self.language.fractions

    def _goes_on_in_slavic(self) -> bool:
        """Whether a Slavic number goes on with an ordinal, a digit, or a word after a hyphen."""
        if not self.slavic:
            return False
        has_rank = self.free >= 10 and self.group and _RANK.fullmatch(self._next_word())
        return bool(has_rank or _GOES_ON.match(self.text, self.tokens[self.i - 1].end))

    def _next_word(self) -> str:
        gap = GAP.match(self.text, self.tokens[self.i - 1].end)
        word = WORD.match(self.text, gap.end()) if gap else None
        return word[0] if word else ""

    def _take_decimals(self) -> bool:
        """Takes the decimals after a word for the decimal mark, and a scale word after them."""
        if self.scale is not None or self.half:
            return False
        digits, at = "", self.i + 1
        while at < len(self.tokens) and self.tokens[at].kind == "number" and (self.tokens[at].value or 0) < 10:
            digits, at = digits + str(self.tokens[at].value), at + 1
        if not digits:
            # Two digits may be said as one number: virgule soixante-dix-sept.
            rest = Sum(self.tokens[at:], self.language, self.joined, self.text) if at < len(self.tokens) else None
            spelled = rest.read() if rest and rest.tokens[0].kind == "number" else None
            if rest is None or spelled is None or not 10 <= spelled.value < 100 or spelled.scaled or rest.half:
                return False
            digits, at = str(spelled.value), at + rest.i
        self.group += Decimal(f"0.{digits}")
        self.i, self.decimals = at, len(digits)
        if at < len(self.tokens) and self.tokens[at].kind == "scale":
            by = self.tokens[at].value
            if by is None or by < 1000:
                return False
            self.total, self.scale, self.large, self.group = self.group * by, by, by, Decimal(0)
            self.i += 1
        return True

    def _spelled(self) -> Number:
        value = self.total + self.thousands + self.group
        last = self.tokens[self.i - 1]
        counted = self.scale is not None and self.group == 0
        scale = self.scale or Decimal(1)
        if self.half:
            step = scale * _HALF
        elif self.decimals:
            step = scale.scaleb(-self.decimals)
        elif counted:
            step = scale
        else:
            step = trailing_step(self.group)
        single = counted and last.kind == "scale" and value % scale in (0, scale / 2)
        mantissa = value / scale if single or (counted and self.decimals) else value
        factors = (scale,) if counted and last.kind == "scale" and not self.half else ()
        return Number(value=value, mantissa=mantissa, step=step, end=last.end, scaled=counted, factors=factors)

    def _is_article(self, i: int) -> bool:
        return self.tokens[i].text in self.language.articles

    def _counts(self, i: int) -> bool:
        """Whether the part at `i` makes a number of the article before it: un millón, eine halbe Million."""
        if i < len(self.tokens) and self.tokens[i].kind == "join":
            return self.tokens[i].glued or self._half_at(i + 1) is not None
        return i < len(self.tokens)

    def _is_no_number(self, token: Token) -> bool:
        """Whether a part that is alone is not a number: an article, a scale word without a number."""
        if token.kind in ("half", "added") or token.text in self.language.articles:
            return True
        if token.kind == "scale" and (token.value or 0) != 100 and (token.value or 0) != 1000:
            return True
        return token.text in _NOT_ALONE and not (self.code == "fr" and token.text == "cent")
