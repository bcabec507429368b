"""Reading a number that a text prints, whole or not at all: a part of one is another number."""

import re
import unicodedata
from dataclasses import replace
from typing import NamedTuple

from tui.languages.detection import detected, may_be
from tui.languages.language import ENGLISH, Language, language_of
from tui.languages.lexicon import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLAR_COUNTRIES,
    PRINTED_CURRENCY,
    UNIT_CHARACTERS,
    UNIT_SYMBOLS,
    UNIT_WORDS,
)
from tui.languages.style import contradiction
from tui.languages.word_patterns import COMBINING, any_of
from tui.numbers.multiples import objection as multiple_objection
from tui.numbers.number import Range
from tui.numbers.words import SCALE_LETTERS
from tui.printed.context import (
    APPROXIMATELY,
    ARITHMETIC,
    BETWEEN,
    DATE,
    NUMBER_WORD,
    OTHER_SIDE,
    REACH,
    TIME_OF_DAY,
    WORD_END,
    WORD_NAME,
    YEAR,
    following,
    preceding,
)
from tui.printed.direction import directed, may_be_difference
from tui.printed.foreign import foreign_part
from tui.printed.hedge import Hedge, hedge_around, unclear_hedge
from tui.printed.hedge_words import HedgeReader
from tui.printed.in_text import QuantityInText
from tui.printed.joined import joined_to_another
from tui.printed.markup import is_balanced, without_markup
from tui.printed.meaning import in_another_style, otherwise_meant, three_decimals
from tui.printed.money import other_currency
from tui.printed.shares import as_share, of_many
from tui.quantity.quantity import Quantity, QuantityError, parse, read_at
from tui.quantity.rate import Rate
from tui.quantity.unit import Unit, Units
from tui.text.fold import is_unspaced
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_FOOTNOTE = lazy_pattern(r"[¹²³⁴-⁹]{1,2}(?![⁰¹²³⁴-⁹])")
_CHANGED_BY = lazy_pattern(r"[^\S\n]?\([+−–-][^\S\n]?\d[\d.,]*(?:[^\S\n]?[^\d()\n]{1,20})?\)")
_CELL_BEFORE, _CELL_AFTER = lazy_pattern(r"\|[^\S\n]{0,8}\(\Z"), lazy_pattern(r"\)[^\S\n]{0,8}\|")
_GROUPED = lazy_pattern(r"\d,\d{3}\Z")
_DAY = lazy_pattern(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?")
_COUNTED_AFTER = lazy_pattern(r"\s+(?!(?:and|or|to|through|noon|midnight)(?![^\W_]))[a-z]{3}")
"""A word after a number that it counts: not the next day of a list, nor a time."""
_BETWEEN_AND = in_any_case(
    rf"{BETWEEN}{PRINTED_CURRENCY}?(?:\d|{NUMBER_WORD}{WORD_END})\S*\s+(?:\S+\s+){{0,5}}and\s+{APPROXIMATELY}(?:an?\s+)?\Z"
)
_DIGITS_BEFORE = lazy_pattern(r"(?:\A|(?<=[^\d.,]))(\d+)[^\S\n]\Z")
_DIGITS_AFTER = lazy_pattern(r"\)?[^\S\n](\d+)(?![\d.,%]|\.\d)")
_THREE_DIGITS, _FIRST_DIGITS = lazy_pattern(r"\d{3}(?!\d)"), lazy_pattern(r"[^\S\n]\D?\d{1,3}")
_WRAPPED_BEFORE = lazy_pattern(r"[^\S\n]\d{1,3}[.,]?\n[^\S\n]{0,8}\Z")
_WRAPPED = lazy_pattern(r"(?:[.,]?\n[^\S\n]{0,8}\d{3}|,\n[^\S\n]{0,8}\d+)(?!\d)")
_UNIT_AFTER = lazy_pattern(
    rf"\s+\d[\d,.]*\s*(?:{any_of(UNIT_WORDS | CURRENCY_WORDS)}){WORD_END}|\s+and\s+\d{{1,2}}\s+(?:cents?|pence)\b"
)
_SQUARE_OR_CUBIC = (
    r"(?i:squared?|sq|cubed|cuadrad[oa]s?|c[úu]bic[oa]s?|carrée?s?|cubes?|quadrat[oaie]|cub[oaie]|quadrad[oa]s?"
    r"|квадратн\w{2,3}|куб[иі]чн?\w{2,3}|م[\u064b-\u0652]*[رك][\u064b-\u0652]*[بع][\u064b-\u0652]*[عب][\u064b-\u0652]*ا?[\u064b-\u0652]*ة?)"
)
"""Words that turn the length before them into an area or a volume: kilómetros cuadrados, mètres cubes."""

_UNIT_PART = lazy_pattern(
    r"[-‐‑](?!(?:plus|olds?|worth)(?![^\W_]|-))[^\W\d_]|[·⋅∙×][^\W\d_]|\s+(?:F|K|Fahrenheit|Kelvin)\b|[\s-]+(?:points?|[Pp]unkte?)\b"
    rf"|\s(?:hours?|miles?|kilomet(?:re|er)s?|km|pounds?)\b|[^\S\n]?[²³]|[^\S\n]+{_SQUARE_OR_CUBIC}{WORD_END}"
)
# Of units that the catalog does not have: 3.5 c/lb, 53,8 ц/га.
_ABBREVIATED_PER = lazy_pattern(r"[^\S\n]?[^\W\d_]{1,3}/[^\W\d_]")
_COUNTRY_BEFORE = lazy_pattern(rf"\b(?:{any_of(DOLLAR_COUNTRIES)}|(?:Cdn|Can|Aust?)\.|[RCS]|NT)\s\Z")
_APOSTROPHE = lazy_pattern(r"(?:[^\W\d_]'|’)\Z")
_SPACED_SIGN = lazy_pattern(r"[^\S\n][-−][^\S\n]\Z")
_LETTER = lazy_pattern(r"\d([a-zA-Z])\Z")
_NEXT_WORD = lazy_pattern(
    rf"[^\S\n]{{0,8}}\n?[^\S\n]{{0,8}}[-‐‑(“\"]?([^\W\d_](?:[^\W\d_]|[{COMBINING}]|['’-](?=[^\W\d_])){{0,40}})"
)
_ENGLISH = in_any_case(
    r"\b(?:the|of|and|to|is|was|were|are|has|had|have|for|with|from|that|at|by|its|it|which|this|sold|as|will|would|says|said|not|but|than|when|after|into|paid|more|between|over|about|last|all|can|no)\b"
)

_ATTRIBUTE = lazy_pattern(r"[-‐‑][^\W\d_]+\Z")
_SEVERAL = lazy_pattern(r"\s(?:[a-z]+\s){0,2}?[a-z]+s(?:\s?/|\s)")
"""What a number as an attribute describes, if there are several: two 30-minute sessions a week."""

_COUNT_BEFORE = in_any_case(rf"(?<![\w.,{CURRENCY_SIGNS}])(?:(?!{YEAR.pattern})\d{{1,6}}|{NUMBER_WORD})\s\Z")
_TIMES = ("sec", "min", "h", "day", "wk", "month", "quarter", "yr", "decade", "century")

_LANGUAGE_REACH = 2000
"""Characters before and after a number that show which language it is printed in."""


class Printed(NamedTuple):
    """A number as a text prints it: its quantity, and the hedge around it."""

    quantity: Quantity
    hedge: Hedge | None
    unclear: str | None
    """Why the hedge cannot be told from other words; then the catalog has to give the bound."""

    @property
    def per(self) -> str | None:
        """The rate that is printed, as a measure's `per` names it."""
        return self.quantity.per.name if self.quantity.per else None


def read_printed(
    text: str,
    number: Span,
    units: Units,
    wanted: Unit | None = None,
    language: Language | None = None,
    changes: bool = False,
) -> Printed:
    """The quantity that the words at `number` are, in their text, with its hedge.

    `wanted` is the unit that the value is needed in, None where that is not known yet; `language` is that of the text,
    None to tell English by its words; `changes` makes it a change, whose direction a sign or the words beside it say.
    Raises QuantityError if the words are not a quantity, are only part of what the text prints, or could be read in two
    ways; it proposes the language of a text that seems to have another.
    """
    try:
        return _read_printed(text, number, units, wanted, language, changes)
    except QuantityError as error:
        seen = detected(text) if language is None else None
        if seen in (None, ENGLISH):
            raise
        reason = f"{error}; the text seems to be in another language: add “language: {seen}” to its article"
        raise QuantityError(reason) from None


def _read_printed(
    text: str, number: Span, units: Units, wanted: Unit | None, language: Language | None, changes: bool
) -> Printed:
    if not is_balanced(text[number.start : number.end]):
        raise QuantityError("emphasis begins or ends inside the words; give it whole or leave it out")
    english = _is_english(text, number) if language is None else language.is_english
    article, place = text, number
    text, number = without_markup(text, number)
    written = text[number.start : number.end]
    whole = read_at(text, number.start, units, wanted, language)
    if whole and whole.end == number.end:
        quantity = whole
    else:
        quantity = parse(written, units, wanted, language).moved(number.start)
        if not quantity.is_ordinal and (whole is None or whole.end < number.end):
            raise QuantityError(f"“{written}” may mean something else in its sentence; leave it out")
    found = QuantityInText(text, number, quantity, units, wanted, language, english)
    reason = part_of(found) or may_be_difference(found) or contradiction(written, article, found.language)
    reason = reason or other_currency(replace(found, text=article, span=place))
    if reason:
        raise QuantityError(reason)
    quantity = replace(quantity, per=_rate(found, whole))
    if language is None or english:
        hedge, unclear = hedge_around(text, *number), unclear_hedge(text, *number)
    else:
        around = HedgeReader(text, number, language)
        hedge, unclear = around.hedge, around.unclear
    if changes and not (wanted and wanted.is_multiple):
        quantity, hedge = directed(text, number, quantity, hedge, language_of(ENGLISH) if english else language)
    return Printed(quantity, hedge, unclear)


def _rate(found: QuantityInText, whole: Quantity | None) -> Rate | None:
    """The rate of a quantity: in its words, after them, or after the noun that follows them."""
    quantity = found.quantity
    if per := (whole.per if whole and whole.end >= found.end else None) or quantity.per:
        return per
    if quantity.is_ordinal or quantity.is_share:
        return None
    after = found.rates.read_after(found.end, quantity.unit is not None)
    if after is None:
        return found.rates.read_before(found.start)
    # Of four $5 tickets a month, each costs $5.
    of_each = _ATTRIBUTE.search(found.written) or (quantity.unit and found.before(_COUNT_BEFORE, 20))
    if not (found.english and of_each and found.after(_SEVERAL)):
        return None if _is_time_within(quantity.unit, after.rate) else after.rate
    if found.wanted and found.wanted.per:
        raise QuantityError(f"“{found.written}” is of each of what is counted {after.rate.in_words}; leave it out")
    return None


def _is_time_within(unit: Unit | None, rate: Rate) -> bool:
    """Whether a time is no rate, since what follows is no longer than the time: 16 years, a monthly bill."""
    part = rate.parts[0]
    if unit is None or unit.id not in _TIMES:
        return False
    return not part.name or (part.name in _TIMES and _TIMES.index(part.name) <= _TIMES.index(unit.id))


def part_of(found: QuantityInText) -> str | None:
    """Why a quantity that was read from some words is not all that the text says; None if it is."""
    return (
        _inside_word(found)
        or joined_to_another(found)
        or _continued(found)
        or _preceded(found)
        or _wrapped(found)
        or _without_unit(found)
        or (foreign_part(found) if found.given and not found.english else None)
        or three_decimals(found)
        or in_another_style(found)
        or otherwise_meant(found)
        or as_share(found)
        or of_many(found)
        or _ambiguous_letter(found)
        or (multiple_objection(found.text, *found.span) if found.wanted and found.wanted.is_multiple else None)
    )


def _inside_word(found: QuantityInText) -> str | None:
    """Letters or digits that touch the words, so that they are only part of a word or a longer row of digits."""
    text, written = found.text, found.written
    before, first = text[found.start - 1 : found.start], written[0]
    if before.isalnum() and first.isalnum() and not is_unspaced(before) and not is_unspaced(first):
        return f"“{before}” touches “{written}”; give it whole or leave it out"
    after = text[found.end : found.end + 1]
    if unicodedata.combining(after or " "):
        return f"a mark touches “{written}”; it is part of a word"
    if written[-1].isdecimal() and after.isalpha() and not is_unspaced(after):
        return f"“{after}” touches “{written}”; give it whole or leave it out"
    return None


def _continued(found: QuantityInText) -> str | None:
    """What follows the words and belongs to the number."""
    text, (start, end), wanted = found.text, found.span, found.wanted
    if mark := found.after(_FOOTNOTE):
        # No number with grouped digits is printed with an exponent.
        unit = found.units.read(text, mark.end())
        if _GROUPED.search(text, start, end) and (unit is None or (wanted and unit[0].id == wanted.id)):
            without_mark = replace(found, span=Span(start, mark.end()), given=None, english=True)
            return _without_unit(without_mark) if unit is None else None
    rate = found.rates.read(end)
    for span, what in following(text, end):
        if rate and span.end <= rate.end:
            continue
        # German “am” is a word, and (+60) says by how much a number has grown.
        if what == TIME_OF_DAY and found.language.code == "de" and text.startswith(" am ", end):
            continue
        if what == ARITHMETIC and found.after(_CHANGED_BY):
            continue
        if not _is_accounted_for(what, found):
            rest = text[span.start : span.end]
            return f"the number is cut short: “{rest}” follows it, {what}; give it whole or leave it out"
    part = found.after(_UNIT_AFTER) or found.after(_UNIT_PART) if found.quantity.unit else None
    if part and not (rate and rate.end >= part.end()):
        return f"the unit is cut short: “{part[0]}” follows it; leave it out"
    return None


def _is_accounted_for(what: str, found: QuantityInText) -> bool:
    """Whether what follows a number is known without it, or does not concern a number of this kind."""
    match what:
        case "a currency":
            same = found.units.read(found.text, found.end)
            return same is not None and same[0] == found.quantity.unit
        case "a currency of another country":
            # 59 million Canadian are people, but where money is wanted.
            return found.quantity.unit is None and not (found.wanted and found.wanted.kind in CURRENCY_CODES)
        case "more of the number":
            # In Chinese and Japanese, this comma is between the items of a list: 38.01%、13.60%.
            return found.quantity.unit is not None and found.text.startswith("、", found.end)
        case "the rest of a fraction" | "the rest of a share":
            return found.quantity.is_ordinal
    return False


def _preceded(found: QuantityInText) -> str | None:
    """What comes before the words and belongs to the number."""
    text, start, written = found.text, found.start, found.written
    touching = text[start - 1 : start]
    if touching.isalnum() and not written[0].isalnum() and not is_unspaced(touching):
        return f"“{touching}” touches “{written}” and makes another currency of it; give it with the number"
    for span, what in preceding(text, start):
        if what == WORD_NAME and found.quantity.is_ordinal:
            continue
        if what == OTHER_SIDE and found.quantity.unit and found.quantity.unit.in_one:
            continue
        before = text[span.start : start].strip()
        if what == DATE and not (_DAY.fullmatch(written) or YEAR.fullmatch(written)):
            continue
        if what == DATE and before.endswith(",") and _DAY.fullmatch(written) and found.after(_COUNTED_AFTER):
            # On May 3, 12 people died.
            continue
        return f"“{before}” before “{written}” belongs to it, {what}; give it whole or leave it out"
    if not written[0].isalnum() and (country := found.before(_COUNTRY_BEFORE, 30)):
        return f"“{country[0].strip()}” before “{written}” makes another currency of it; leave it out"
    if written[-1] == "%" and found.before(_SPACED_SIGN, 5):
        return f"the sign before “{written}” may belong to it; give it with the number, or leave it out"
    if found.before(_CELL_BEFORE, 20) and found.after(_CELL_AFTER) and not isinstance(found.quantity.number, Range):
        return f"brackets around “{written}” in a table may make it negative; leave it out"
    if touching == "+" and re.fullmatch(r"\d{9,}", written):
        return f"“+{written}” is a telephone number; leave it out"
    if re.match(r"[0０]\d", written):
        return f"“{written}” may be a time or a code; leave it out"
    if found.before(_APOSTROPHE, 2) and re.fullmatch(r"\d\d", written):
        return f"“{written}” may be a year; leave it out"
    if written[0] == "." and touching.isspace() and text[start - 2 : start - 1].isdecimal():
        return f"“{written}” may be the rest of the number before it; leave it out"
    if found.before(_BETWEEN_AND, REACH):
        return f"“{written}” ends a range with “between”; give the whole range"
    return _among_digits(found)


def _among_digits(found: QuantityInText) -> str | None:
    """Digits with more digits beside them, as in a telephone number; a year may be beside a number."""
    written = found.written
    if not re.fullmatch(r"\d+(?:[^\S\n]\d+)*", written):
        return None
    for digits in filter(None, (found.before(_DIGITS_BEFORE, 20), found.after(_DIGITS_AFTER))):
        if not YEAR.fullmatch(digits[1]) and not YEAR.fullmatch(written):
            return f"“{digits[1]}” beside “{written}” may belong to it; leave it out"
    return None


def _wrapped(found: QuantityInText) -> str | None:
    """Digits at the other side of a line break inside a paragraph, which may be the rest of a wrapped number."""
    if _THREE_DIGITS.match(found.written) and found.before(_WRAPPED_BEFORE, 20):
        return f"“{found.written}” may be the rest of a number in the line above; leave it out"
    if found.after(_WRAPPED) and _FIRST_DIGITS.fullmatch(found.text, max(found.start - 1, 0), found.end):
        return f"“{found.written}” may go on in the next line; leave it out"
    return None


def _without_unit(found: QuantityInText) -> str | None:
    """A unit that the catalog does not know, after a number that needs one: the 44 of 44 pounds, as tonnes."""
    text, wanted, quantity = found.text, found.wanted, found.quantity
    if wanted is None or quantity.unit or quantity.per or quantity.is_ordinal:
        return None
    following_word = found.after(_NEXT_WORD)
    word = following_word[1] if following_word else ""
    second = _NEXT_WORD.match(text, following_word.end()) if following_word and word.istitle() else None
    if second and second[1].lower() in UNIT_WORDS | CURRENCY_WORDS:
        word = second[1]
    touching = text[found.end : found.end + 1]
    if wanted.exact:
        known = word in UNIT_SYMBOLS
    elif found.after(_ABBREVIATED_PER):
        known = True
    elif touching and touching in UNIT_CHARACTERS:
        word, known = touching, True
    elif word:
        known = word.lower() in UNIT_WORDS | CURRENCY_WORDS or word in UNIT_WORDS
        # The units of a language that is not known could be any word.
        known = known or (not found.english and (found.given is None or word.casefold() in found.given.units))
        known = known or ("compound_units" in found.language.traits and _ends_in_unit(word.casefold()))
    else:
        known = False
    if not known:
        return None
    return (
        f"“{word}” follows “{found.written}”, and no unit of the catalog is written so; "
        "add it to the unit’s `written` and give it with the number"
    )


def _ends_in_unit(word: str) -> bool:
    return any(word[i:] in UNIT_WORDS for i in range(1, len(word) - 4))


def _ambiguous_letter(found: QuantityInText) -> str | None:
    """Why a letter after digits may be a scale word as well as a unit: 1.8m in kilometres."""
    letter, unit, wanted = _LETTER.search(found.written), found.quantity.unit, found.wanted
    if wanted is None or unit is None or unit.id == wanted.id or letter is None:
        return None
    if letter[1] not in SCALE_LETTERS or letter[1] not in unit.forms:
        return None
    return f"“{letter[1]}” may be a scale word or {unit.name}; leave it out, or give the measure that unit"


def _is_english(text: str, number: Span) -> bool:
    """Whether the words around a number are English, as its most frequent words show."""
    near = _ENGLISH.search(text, max(number.start - _LANGUAGE_REACH, 0), number.end + _LANGUAGE_REACH)
    return near is not None and may_be(text, ENGLISH)
