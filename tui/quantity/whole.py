"""Reading a number that a text prints, whole or not at all: a part of one is another number."""

import re

from tui.quantity.context import DATE, REACH, WORD_NAME, any_of, following, preceding
from tui.quantity.lexicon import CURRENCY_WORDS, UNIT_CHARACTERS, UNIT_WORDS
from tui.quantity.number import MULTIPLIER_WORDS, Number, Range
from tui.quantity.quantity import Quantity, QuantityError, parse, read_at
from tui.quantity.unit import Unit, Units, read_per
from tui.quantity.words import NUMBER_WORDS
from tui.text.span import Span

_WORD = f"(?:{any_of(NUMBER_WORDS)})"
_END = r"(?![^\W_])"
_TOKEN = re.compile(r"(?<![\w.,])(?=[\w.$€£¥−-])")
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?![\d,.])")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_JOINED = re.compile(r"(?:,?\s+(?:and|or|versus|vs\.?)\s+|,\s+|\s*/\s*)", re.IGNORECASE)
_AND = re.compile(r",?\s*(?:and\s+)?", re.IGNORECASE)
_AND_MORE = re.compile(rf"\s+and\s+(?=\d{{1,3}}(?![\d.,]?\d)|{_WORD}{_END})", re.IGNORECASE)
_FRACTION_OF = re.compile(r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)\s+(?:of\s+)?$", re.IGNORECASE)
_BEFORE_PART = re.compile(rf"\b(?:{_WORD}|an?|\d+)[\s\-‐‑‒–—−]+$", re.IGNORECASE)
_ONE_PART = re.compile(
    r"[\s\-‐‑–]+(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![^\W_]|-)", re.IGNORECASE
)
_AFTER_PART = re.compile(r"\s*(?:[^\w\s-]|$)|\s+(?:of|to|less|more|as|in|from|by)\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<of>\d(?:[\d,.]*\d)?|{_WORD}(?:[\s-]{_WORD}){{0,5}}){_END}"
    r"(?!\s+(?:minutes?|hours?|days?|weeks?|months?|years?|decades?))",
    re.IGNORECASE,
)
_BARE_SCALE = re.compile(f"(?:{any_of(MULTIPLIER_WORDS)}){_END}", re.IGNORECASE)
_BEFORE_SCALE = re.compile(r"\b(?:the|per|every|each|last|first|next|past|this|that|its|their)\s+$", re.IGNORECASE)
_PHONE = re.compile(r"\d{3}[-‐‑]\d{3}[1-9]")
_THREE_DECIMALS = re.compile(r"[1-9]\d{0,2}\.\d{3}(?!\d)")
_NEXT_WORD = re.compile(r"[^\S\n]{0,8}\n?[^\S\n]{0,8}[-‐‑]?([^\W\d_](?:[^\W\d_]|['’.-]){0,40})")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|is|was|were|are|has|had|have|for|with|from|that|at|by|its|it|which|this|sold|as)\b",
    re.IGNORECASE,
)
_LONGEST_LIST = 50
"""Numbers in a list that are looked at for a scale word or unit at its end."""

_LANGUAGE_REACH = 2000
"""Characters before and after a number that show which language it is printed in."""


def read_whole(text: str, number: Span, units: Units, wanted: Unit | None = None) -> Quantity:
    """The quantity that the words at `number` are, in their text.

    `wanted` is the unit that the value is needed in; None where that is not known yet. Raises QuantityError if the
    words are not a quantity, are only part of what the text prints, or could be read in two ways.
    """
    quantity = parse(text[number.start : number.end], units, wanted)
    if reason := part_of(text, number, quantity, units, wanted):
        raise QuantityError(reason)
    return quantity


def part_of(text: str, number: Span, quantity: Quantity, units: Units, wanted: Unit | None = None) -> str | None:
    """Why a quantity that was read from the words at `number` is not all that the text says; None if it is."""
    return (
        _begun(text, number, units)
        or _cut_off(text, number, quantity, units, wanted)
        or _shared(text, number, quantity, units, wanted)
        or _continued(text, number, quantity, units, wanted)
        or _preceded(text, number, quantity)
        or _without_unit(text, number, quantity, wanted)
        or _otherwise_meant(text, number, quantity)
    )


def reaching(text: str, start: int, units: Units) -> tuple[int, Quantity] | None:
    """A number that begins before `start` and reaches beyond it, and where: 12 500, 4 to 5 million, between 4 and 5."""
    paragraph = text.rfind("\n\n", 0, start) + 1
    for token in _TOKEN.finditer(text, max(start - REACH, paragraph), start):
        whole = read_at(text, token.start(), units)
        if whole is None or whole.end <= start:
            continue
        # "rose from 4 to 5 million" and "from 4 in 2023 to 5 million" name two numbers.
        two = _FROM.search(text, 0, token.start()) or _YEAR.match(text, token.start())
        if not (isinstance(whole.number, Range) and two):
            return token.start(), whole
    return None


def _begun(text: str, number: Span, units: Units) -> str | None:
    """A number that begins before the words and reaches into them."""
    before = reaching(text, number.start, units)
    if before is None:
        return None
    start, whole = before
    given = text[start : max(whole.end, number.end)]
    if isinstance(whole.number, Range):
        return f"“{text[number.start : number.end]}” is the end of a range; give the whole range: “{given}”"
    return f"the number is cut short: it begins with “{text[start : number.start]}”; give “{given}”"


def _cut_off(text: str, number: Span, quantity: Quantity, units: Units, wanted: Unit | None) -> str | None:
    """A scale word, a unit, or the other end of a range that follows the words."""
    whole = read_at(text, number.start, units, wanted)
    if whole is None or whole.end <= number.end:
        return None
    # A rate after the unit is the measure's business.
    rate = read_per(text, number.end)
    if _is_ordinal(quantity) or (rate and rate[1] == whole.end):
        return None
    written, rest = text[number.start : number.end], text[number.end : whole.end]
    return f"the number is cut short: “{rest}” follows it; give the whole “{written}{rest}”"


def _shared(text: str, number: Span, quantity: Quantity, units: Units, wanted: Unit | None) -> str | None:
    """A scale word or unit of a later number that holds for this one too: 4 or 5 million; 5, 6 and 7 kg."""
    first = quantity.number
    if isinstance(first, Range) or first.ordinal or _YEAR.fullmatch(text, number.start, number.end):
        return None
    last = _last_joined(text, number.end, units)
    if last is None or isinstance(last.number, Range) or last.number.ordinal:
        return None
    second = last.number
    one_unit = quantity.unit is None or last.unit is None or quantity.unit == last.unit
    scaled = second.lends and (second.scaled or first.value * second.lends[0] < second.value)
    if scaled and not first.scaled and one_unit:
        lent = "scale word"
    elif quantity.unit is None and last.unit is not None and wanted is not None and last.unit != wanted:
        lent = "unit"
    else:
        return None
    both, written = text[number.start : last.end], text[number.start : number.end]
    return f"the {lent} in “{both}” holds for “{written}” too; leave it out"


def _last_joined(text: str, end: int, units: Units) -> Quantity | None:
    """The number that ends a list which goes on at `end`: the 7 kg of “, 6 and 7 kg”."""
    for _ in range(_LONGEST_LIST):
        joined = _JOINED.match(text, end)
        number = read_at(text, joined.end(), units) if joined else None
        if joined is None or number is None or joined[0].strip() != ",":
            return number
        end = number.end
    return None


def _continued(text: str, number: Span, quantity: Quantity, units: Units, wanted: Unit | None) -> str | None:
    """What follows the words and belongs to the number."""
    for span, what in following(text, number.end):
        if not _is_accounted_for(what, text, number, quantity, units, wanted):
            rest = text[span.start : span.end]
            return f"the number is cut short: “{rest}” follows it, {what}; give it whole or leave it out"
    return _smaller_unit(text, number, quantity, units) or _and_more(text, number, quantity)


def _is_accounted_for(
    what: str, text: str, number: Span, quantity: Quantity, units: Units, wanted: Unit | None
) -> bool:
    """Whether what follows a number is known without it, or does not concern a number of this kind."""
    match what:
        case "a rate":
            named = wanted is not None and ("per" in wanted.name.split() or "/" in wanted.name + wanted.id)
            return named or read_per(text, number.end) is not None
        case "a currency":
            same = units.read(text, number.end)
            return same is not None and same[0] == quantity.unit
        case "a currency of another country":
            return quantity.unit is None
    return what == "the rest of a fraction" and _is_ordinal(quantity)


def _smaller_unit(text: str, number: Span, quantity: Quantity, units: Units) -> str | None:
    """A second number in a smaller unit of the same kind: 2 hours 15 minutes."""
    joined = _AND.match(text, number.end)
    after = read_at(text, joined.end(), units) if joined and quantity.unit else None
    if after is None or after.unit is None or quantity.unit is None:
        return None
    if after.unit.kind != quantity.unit.kind or after.unit.factor >= quantity.unit.factor:
        return None
    return f"the number is cut short: “{text[number.end : after.end]}” follows it, in a smaller unit; leave it out"


def _and_more(text: str, number: Span, quantity: Quantity) -> str | None:
    """A smaller number that "and" adds to a scale word: two thousand and nineteen."""
    first = quantity.number
    if isinstance(first, Range) or not first.lends or quantity.unit:
        return None
    joined = _AND_MORE.match(text, number.end)
    if joined is None:
        return None
    more = read_at(text, joined.end(), Units(()))
    # What cannot be read behind "and" may belong to the number as well.
    if more and (isinstance(more.number, Range) or not 0 < more.number.value < first.lends[-1]):
        return None
    written, rest = text[number.start : number.end], text[number.end : more.end if more else joined.end() + 10]
    return f"the number is cut short: “{rest}” may belong to “{written}”; leave it out"


def _preceded(text: str, number: Span, quantity: Quantity) -> str | None:
    """What comes before the words and belongs to the number."""
    written, start = text[number.start : number.end], number.start
    touching = text[start - 1 : start]
    if touching and not written[0].isalnum() and touching.isalnum():
        return f"“{touching}” touches “{written}” and makes another currency of it; give it with the number"
    for span, what in preceding(text, start):
        if what == WORD_NAME and _is_ordinal(quantity):
            continue
        if what == DATE and not _DAY.fullmatch(written):
            continue
        before = text[span.start : start].strip()
        return f"“{before}” before “{written}” belongs to it, {what}; give it whole or leave it out"
    return None


def _without_unit(text: str, number: Span, quantity: Quantity, wanted: Unit | None) -> str | None:
    """A unit that the catalog does not know, behind a number that needs one: the 44 of 44 pounds, as tonnes."""
    if wanted is None or wanted.exact or quantity.unit or quantity.per or _is_ordinal(quantity):
        return None
    following_word = _NEXT_WORD.match(text, number.end)
    word = following_word[1] if following_word else ""
    touching = text[number.end : number.end + 1]
    if touching and touching in UNIT_CHARACTERS:
        word = touching
    elif not word or (word.lower() not in UNIT_WORDS | CURRENCY_WORDS and _is_english(text, number)):
        return None
    return (
        f"“{word}” follows “{text[number.start : number.end]}”, and no unit of the catalog is written so; "
        "add it to the unit’s `written` and give it with the number"
    )


def _otherwise_meant(text: str, number: Span, quantity: Quantity) -> str | None:
    """Words that read as a number but mean something else in their sentence: a fraction, a share, a telephone."""
    (start, end), value = number, quantity.number
    written = text[start:end]
    if isinstance(value, Range):
        return f"“{written}” may be a telephone number; leave it out" if _PHONE.fullmatch(written) else None
    before = max(start - 20, 0)
    fraction = _FRACTION_OF.search(text, before, start)
    if fraction and re.match(r"an?\s", written, re.IGNORECASE):
        return f"“{fraction[0]}” before “{written}” makes another number of it, which cannot be read; leave it out"
    if value.ordinal:
        part = _BEFORE_PART.search(text, before, start)
        if part and (part[0].strip().lower() not in ("a", "an") or _AFTER_PART.match(text, end)):
            return f"“{part[0]}{written}” is a fraction; leave it out"
        return None
    if value.value == 1 and (part := _ONE_PART.match(text, end)):
        return f"“{written}{part[0]}” is a fraction; leave it out"
    share = _SHARE.match(text, end)
    if share and not _YEAR.fullmatch(share["of"]) and quantity.unit is None and value.value < 1000:
        return f"“{written}{share[0]}” is a share; leave it out"
    if _BARE_SCALE.match(written) and not _BEFORE_SCALE.search(text, before, start):
        return f"“{written}” alone does not say how many; leave it out"
    if _THREE_DECIMALS.match(written) and (written.split()[0].endswith("000") or not _is_english(text, number)):
        return f"the point in “{written}” may mark thousands, as in German or Spanish; leave it out"
    return None


def _is_ordinal(quantity: Quantity) -> bool:
    return isinstance(quantity.number, Number) and quantity.number.ordinal


def _is_english(text: str, number: Span) -> bool:
    """Whether the words around a number are English, as its most frequent words show."""
    return _ENGLISH.search(text, max(number.start - _LANGUAGE_REACH, 0), number.end + _LANGUAGE_REACH) is not None
