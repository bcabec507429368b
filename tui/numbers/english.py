"""Numbers in English words: two thousand and nineteen, fourteen hundred, two point three, twenty-fifth."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from tui.languages.language import Language
from tui.languages.word_patterns import GAP, WORD
from tui.numbers.number import Number, trailing_step
from tui.text.lazy_pattern import in_any_case

_TIME = in_any_case(r"\s+(?:(?:year|month|week|day|hour|minute|decade|centur)\w*|ago)\b")

_HUNDRED, _DOZEN, _THOUSAND = Decimal(100), Decimal(12), Decimal(1000)

_MOST_WORDS = 16


def read_english(text: str, start: int, language: Language, joined: bool = True) -> Number | None:
    """The number in words that begins at `start`, as far as its words fit together; None if none does.

    Without `joined`, it ends before an “and” in it.
    """
    words = _words(text, start, language, language.joins)
    if not _is_number_word(words[0].text, language):
        return None
    parser = _Parser(words, language, joined)
    counted = words[0].text in language.articles
    if counted and (words[1].joined or words[1].text not in language.scales):
        return None
    part = parser.group(1, Decimal(1)) if counted else parser.group(0)
    if part is None and (by := parser.scale(0)) and by.ordinal:
        part = _Part(Decimal(1), 0)
    total, least, found, begin = Decimal(0), None, None, 0
    while part and (found is None or part.value >= 1):
        by = None if part.ordinal else parser.scale(part.next)
        if by is None:
            following = text[words[part.next - 1].end :][:20]
            is_part = words[begin].joined and parser.is_part(part.next)
            if least is None or (not is_part and _goes_on(part, least, words[begin].joined, following)):
                found = _sum(total, part, words, least is not None)
            break
        # What is scaled by more is another number: two thousand two million.
        if least is not None and (by.value >= least or words[begin].joined):
            break
        value = total + part.value * by.value
        found = Number(
            value=value,
            mantissa=value if total else part.value,
            step=Decimal(1) if by.ordinal else by.value,
            end=words[by.next - 1].end,
            scaled=True,
            ordinal=by.ordinal,
            factors=() if total or by.ordinal else (*(each * by.value for each in part.factors), by.value),
        )
        total, least, begin = value, by.value, by.next
        part = parser.group(begin) if parser.may_go_on(begin) and not by.ordinal else None
    return found if found is None or found.scaled or found.ordinal else _with_point(text, found, language)


class _Word(NamedTuple):
    """A word: casefolded, where it ends, and whether “and” joins it to the one before."""

    text: str
    end: int
    joined: bool


def _words(text: str, start: int, language: Language, joins: tuple[str, ...]) -> list[_Word]:
    """The number words from `start` on, the word after them, and one that is empty."""
    found: list[_Word] = []
    position, joined = start, False
    while len(found) < _MOST_WORDS and (match := WORD.match(text, position)):
        following = text[match.end() : match.end() + 1]
        if following == "_" or following.isdecimal():
            break
        word = match[0].casefold()
        if word in joins and found and not joined:
            joined = True
        else:
            found.append(_Word(word, match.end(), joined))
            joined = False
            if not _is_number_word(word, language):
                break
        gap = GAP.match(text, match.end())
        if gap is None:
            break
        position = gap.end()
    return [*found, _Word("", position, False)]


def _is_number_word(word: str, language: Language) -> bool:
    return (
        word in language.cardinals
        or word in language.scales
        or word in language.ordinals
        or word in language.articles
        or word in language.points
    )


class _Part(NamedTuple):
    """A part of a number: its value, the index of the word after it, and what its last words multiply by."""

    value: Decimal
    next: int
    ordinal: bool = False
    factors: tuple[Decimal, ...] = ()


class _Parser:
    """Reads the number that a row of words begins with, from small parts to larger ones."""

    def __init__(self, words: list[_Word], language: Language, joined: bool) -> None:
        self.words, self.language, self.joins = words, language, joined

    def may_go_on(self, i: int) -> bool:
        """Whether the word at `i` may belong to the number, although “and” comes before it."""
        return self.joins or not self.words[i].joined

    def small(self, i: int) -> _Part | None:
        """A number below a hundred: seven, twenty-five, fifth."""
        first = self._unit(i)
        if first is None or first.ordinal or not (first.value >= 20 and first.value % 10 == 0):
            return first
        ones = self._unit(i + 1) if not self.words[i + 1].joined else None
        if ones is None or not 1 <= ones.value < 10:
            return first
        return ones._replace(value=first.value + ones.value)

    def _unit(self, i: int) -> _Part | None:
        word = self.words[i].text
        value = self.language.cardinals.get(word)
        if value is not None:
            return _Part(Decimal(value), i + 1)
        ordinal = self.language.ordinals.get(word, 100)
        return _Part(Decimal(ordinal), i + 1, ordinal=True) if ordinal < 100 else None

    def group(self, i: int, counted: Decimal | None = None) -> _Part | None:
        """A number below ten thousand: seven, three hundred and five, fourteen hundred; `counted` for “a hundred”."""
        part = self.small(i) if counted is None else _Part(counted, i)
        if part and part.ordinal:
            return part
        before = part or _Part(Decimal(1), i)
        by = self._multiplier(before.next)
        # Dozens and hundreds by themselves are not numbers.
        bare = part is None and self.words[i].text.endswith("s")
        if by is None or before.value < 1 or bare:
            return part
        many = before.value * by.value
        if by.ordinal or by.value != _HUNDRED:
            return by._replace(value=many)
        rest = self.small(by.next) if self.may_go_on(by.next) else None
        if rest and rest.value >= 1 and self._multiplier(rest.next) is None and not self.is_part(rest.next):
            return rest._replace(value=many + rest.value)
        return by._replace(value=many)

    def is_part(self, i: int) -> bool:
        """Whether the word at `i` says what the number before it is parts of: the quarters of three quarters."""
        word = self.words[i].text
        return word in self.language.fractions or word.removesuffix("s") in self.language.ordinals

    def _multiplier(self, i: int) -> _Part | None:
        """Hundred, hundredth or dozen."""
        word = self.words[i]
        if word.joined:
            return None
        by = self.language.scales.get(word.text)
        if by in (_HUNDRED, _DOZEN):
            return _Part(by, i + 1, factors=(by,))
        return _Part(_HUNDRED, i + 1, ordinal=True) if self.language.ordinals.get(word.text) == 100 else None

    def scale(self, i: int) -> _Part | None:
        """A scale word, or the ordinal of one: million, thousandth, and lakh crore."""
        word = self.words[i]
        if word.joined:
            return None
        ordinal = self.language.ordinals.get(word.text, 0)
        if ordinal >= _THOUSAND:
            return _Part(Decimal(ordinal), i + 1, ordinal=True)
        by = self.language.scales.get(word.text)
        if by is None or by < _THOUSAND:
            return None
        more = self.scale(i + 1)
        if more and more.value > by:
            return more._replace(value=by * more.value)
        return _Part(by, i + 1)


def _sum(total: Decimal, part: _Part, words: list[_Word], scaled: bool) -> Number:
    """The number that ends with a part which no scale word follows."""
    return Number(
        value=total + part.value,
        mantissa=total + part.value,
        step=Decimal(1) if part.ordinal else trailing_step(part.value),
        end=words[part.next - 1].end,
        scaled=scaled,
        ordinal=part.ordinal,
        factors=() if total else part.factors,
    )


def _goes_on(part: _Part, least: Decimal, joined: bool, following: str) -> bool:
    """Whether a part after a scale word belongs to it: two thousand nineteen, but not two million one year ago."""
    if joined:
        return part.value < 100
    return part.value >= 100 or (least == _THOUSAND and part.value >= 2 and not _TIME.match(following))


def _with_point(text: str, number: Number, language: Language) -> Number:
    """The number with the decimals that follow a word for the decimal mark: two point three."""
    gap = GAP.match(text, number.end)
    words = _words(text, gap.end(), language, ()) if gap else []
    if not words or words[0].text not in language.points:
        return number
    parser, digits, i = _Parser(words, language, joined=False), "", 1
    while i < len(words) and (part := parser.small(i)) and not part.ordinal and (part.value < 10 or not digits):
        digits, i = f"{digits}{part.value}", part.next
        if part.value >= 10:
            break
    if not digits:
        return number
    value = number.value + Decimal(f"0.{digits}")
    step = Decimal(1).scaleb(-len(digits))
    return replace(number, value=value, mantissa=value, step=step, end=words[i - 1].end, factors=())
