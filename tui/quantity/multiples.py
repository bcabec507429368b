"""How many times as much, where a value in times is wanted: doubled, tripled, halved, ten-fold, twice."""

import re
from decimal import Decimal

from tui.quantity.language import Language
from tui.quantity.number import Number, read_one
from tui.quantity.spelled import HYPHEN, read_words

_VERBS = {
    "halv": "0.5",
    "doubl": "2",
    "tripl": "3",
    "trebl": "3",
    "quadrupl": "4",
    "quintupl": "5",
    "sextupl": "6",
}
_WORDS = {"twice": "2", "thrice": "3"}
_VERB = re.compile(rf"({'|'.join(_VERBS)})(?:e|es|ed|ing)(?![^\W_])|({'|'.join(_WORDS)})(?![^\W_])", re.IGNORECASE)
_FOLD = re.compile(rf"(?:\s|{HYPHEN})?fold(?![^\W_])", re.IGNORECASE)
_WORD_FOLD = re.compile(r"([a-z]+)fold(?![^\W_])", re.IGNORECASE)
_MORE = re.compile(
    r"\s+(?:(?:as\s+)?more|less|fewer|higher|lower|larger|smaller|bigger|greater|longer|faster|above|over)\b",
    re.IGNORECASE,
)


def read_multiple(text: str, start: int, language: Language) -> Number | None:
    """The multiple that a word or “-fold” at `start` says; None if there is none."""
    if not language.tag.lower().startswith("en"):
        return None
    if verb := _VERB.match(text, start):
        value = Decimal(_VERBS[verb[1].lower()] if verb[1] else _WORDS[verb[2].lower()])
        return Number(value, value, Decimal("0.5") if value < 1 else Decimal(1), verb.end())
    if joined := _WORD_FOLD.match(text, start):
        words = read_words(joined[1], 0, language)
        if words and words.end == len(joined[1]):
            return Number(words.value, words.mantissa, words.step, joined.end())
        return None
    number = read_one(text, start, language, "")
    fold = _FOLD.match(text, number.end) if number and not number.ordinal and not number.share else None
    return Number(number.value, number.mantissa, number.step, fold.end()) if number and fold else None


def is_more(text: str, end: int) -> bool:
    """Whether “more” follows a multiple: three times more may be three times or four times as much."""
    return _MORE.match(text, end) is not None
