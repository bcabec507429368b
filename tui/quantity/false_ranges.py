"""Numbers in the form of a range that are none: a score, a telephone number, what something was and what it became."""

import re

from tui.quantity.context import REACH, YEAR
from tui.quantity.direction import told_before
from tui.quantity.joins import FROM_ABROAD, RANGED_ABROAD
from tui.quantity.language import Language, language_of
from tui.quantity.number import Number
from tui.quantity.quantity import ENGLISH, Quantity
from tui.quantity.ranges import range_mark
from tui.text.span import Span

_BECOMES = re.compile(r"[^\W\d_]{0,3}?[にへ]")
_MOST_SHARED = 100
"""How many times the lower end the upper one is at most, where the two may share their thousands."""
_PHONE = re.compile(r"\d{3}[-‐‑]\d{4}")
GAME = re.compile(
    r"\b(?:won|wins?|lost|loses?|loss|beat|beaten|drew|defeat\w*|voted|votes?|scor\w+|victory|led|trail\w*|tied)\b[^.\n]{0,30}\Z",
    re.IGNORECASE,
)
_GAME_ABROAD = re.compile(
    r"(?<![^\W_])(?:batt[ui]|impos[ée]|victoire|défaite|score|match|nul|égalis|menai|gewann|gewonnen|verlor|sieg|niederlage|spiel"
    r"|gan[óa]|perd[ií]|victoria|derrot|gol|empat|marcador|partido|vinto|vitt|sconfi|pareggi|partita|perso|venc|vit[óo]ria|placar|jogo"
    r"|wedstrijd|verlo|выигр|проигр|побед|поражен|счет|счёт|матч|гол|перемог|пораз|рахун|виграл|програл)\w*[^.\n]{0,40}\Z",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[(,]\s?\Z")
# Scores beside each other: 4-6, 6-1 and 6-2.
_SCORE_AFTER = re.compile(r"(?:,|\s[^\W\d_]{1,3})\s(\d{1,2})\s?[-‐‑–]\s?(\d{1,2})(?!\d)")
_SCORE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})\s?[-‐‑–]\s?(\d{1,2})(?:,|\s[^\W\d_]{1,3})\s\Z")
_NAMED = re.compile(r"[^\W\d_]\s+[A-Z][\w.]*\s\Z")
FROM = re.compile(r"\b(?:from|by)\s+\Z", re.IGNORECASE)
RANGED_FROM = re.compile(
    r"\b(?:rang\w+|anywhere|somewhere|var(?:y|ies|ied|ying)|estimates?)\s+(?:[^\W\d_]+\s+)?from\s+\Z", re.IGNORECASE
)


def not_a_range(text: str, number: Span, quantity: Quantity, language: Language | None) -> str | None:
    """Two numbers in the form of a range that are none: a score, a telephone number, a name, from one to the other."""
    if isinstance(quantity.number, Number):
        return None
    (start, end), written = number, text[number.start : number.end]
    before = max(start - REACH, 0)
    if _goes_from_one(text, number, language) or is_change_and_result(text, number, quantity):
        return f"“{written}” may go from one number to the other; give the one that is meant"
    low, high = quantity.number.low.value, quantity.number.high.value
    if YEAR.match(written) and high > _MOST_SHARED * low / 10:
        return f"“{written}” may begin with a year; leave it out"
    if quantity.unit or not re.fullmatch(r"\d+(?:\s?[-‐‑–]\s?|\sto\s)\d+", written):
        return None
    near = _SCORE_AFTER.match(text, end) or _SCORE_BEFORE.search(text, max(start - 15, 0), start)
    if near and int(near[1]) > int(near[2]):
        return f"“{written}” beside “{near[1]}-{near[2]}” may be a score; leave it out"
    if _is_game_abroad(text, number, language):
        return f"“{written}” may be a score; leave it out"
    if _PHONE.fullmatch(written) or GAME.search(text, before, start) or text[end:].lstrip().startswith("at home"):
        return f"“{written}” may be a score or a telephone number; leave it out"
    if all(YEAR.fullmatch(part) for part in re.findall(r"\d+", written)):
        return f"“{written}” is a period; leave it out"
    if _NAMED.search(text, before, start):
        return f"“{written}” may be part of a name; leave it out"
    return None


def _goes_from_one(text: str, number: Span, language: Language | None) -> bool:
    """Whether a range may say what something was and what it became: from 5 to 10, 5%から10%に."""
    before, written = max(number.start - REACH, 0), text[number.start : number.end]
    if " to " in written and FROM.search(text, before, number.start):
        return RANGED_FROM.search(text, before, number.start) is None
    if (language.code if language else ENGLISH) == "ja":
        return "から" in written and _BECOMES.match(text, number.end) is not None
    opened = FROM_ABROAD.get(language.code if language else ENGLISH)
    found = opened.search(text, before, number.start) if opened else None
    return found is not None and RANGED_ABROAD.search(text, before, number.start) is None


def _is_game_abroad(text: str, number: Span, language: Language | None) -> bool:
    """Whether two small numbers with a dash between may be a score in another language: battu (1-2), imposé 1-2."""
    small = re.fullmatch(r"\d{1,3}\s?[-‐‑–]\s?\d{1,3}", text[number.start : number.end])
    if language is None or language.is_english or small is None:
        return False
    before = max(number.start - REACH, 0)
    enclosed = _IN_BRACKETS.search(text, before, number.start) and text[number.end : number.end + 1] == ")"
    return bool(enclosed or _GAME_ABROAD.search(text, before, number.start))


def is_change_and_result(text: str, number: Span, quantity: Quantity) -> bool:
    """Whether “to” may lead from a change to what became of it: down $54 million to $262 million.

    Not where both ends share their unit: up 10 to 20 percent.
    """
    ends = quantity.number
    if isinstance(ends, Number) or " to " not in text[number.start : number.end]:
        return False
    start = number.start - (text[number.start - 1 : number.start] in tuple("$€£¥"))
    own_unit = text[start] in "$€£¥" or not text.startswith(" to ", ends.low.end)
    if quantity.unit and not own_unit:
        return False
    return told_before(text, start) is not None


def thousands_shared(text: str, number: Span, quantity: Quantity, language: Language | None) -> str | None:
    """A range whose first end may leave out the thousands of the second: 12-15,000, between 10 and 20,000."""
    ends = quantity.number
    if isinstance(ends, Number) or ends.low.scaled or ends.high.scaled or not 0 < ends.low.value < 1000:
        return None
    language = language or language_of(ENGLISH)
    # An end with a unit of its own is whole: 10 tonnes to 20,000 tonnes.
    joined = range_mark(text, ends.low.end, language, True) or range_mark(text, ends.low.end, language)
    grouped = re.compile(rf"\d{{1,3}}((?:[{re.escape(language.grouping)}]\d{{3}})+)(?!\d)") if joined else None
    second = grouped.search(text, joined.end, number.end) if joined and grouped else None
    if second is None:
        return None
    groups = sum(map(str.isdecimal, second[1])) // 3
    shared = [ends.low.value * 1000**power for power in range(1, groups + 1)]
    if not any(low < ends.high.value <= low * _MOST_SHARED for low in shared):
        return None
    written = text[number.start : number.end]
    return (
        f"“{written}” has two readings: its first end may or may not count thousands as the second does; leave it out"
    )
