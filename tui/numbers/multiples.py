"""How many times as much, where a value in times is wanted: doubled, tripled, halved, ten-fold, twice."""

from decimal import Decimal

from tui.languages.language import Language
from tui.languages.word_patterns import HYPHEN
from tui.numbers.number import Number
from tui.numbers.read_number import read_one
from tui.numbers.spelled import read_words
from tui.text.lazy_pattern import in_any_case, lazy_pattern

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
_VERB = in_any_case(rf"({'|'.join(_VERBS)})(?:e|es|ed|ing)(?![^\W_])|({'|'.join(_WORDS)})(?![^\W_])")
_FOLD = in_any_case(rf"(?:(?:\s|{HYPHEN})?fold|[x×])(?![^\W_])")
_WORD_FOLD = in_any_case(r"([a-z]+)fold(?![^\W_])")
_BASE = in_any_case(r"(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)e")
_BASE_AFTER = in_any_case(
    r"\s*(?:[^\w\s-]|\Z)|\s+(?:the|that|those|what|its|their|his|her|our|in|by|to|from|over|within|since|as)\b"
)
_TWICE = in_any_case(r"(?:(?:doubl|tripl|trebl|quadrupl|halv)\w{1,4}|once|twice|thrice|times)\s+\Z")
_OFTEN = lazy_pattern(r"\s+(?:an?|per|each|every|this|last|in\s+a)\s+(?:day|week|month|year|hour|minute|row|decade)\b")
_MORE = in_any_case(
    r"\s+(?:(?:as\s+)?more|less|fewer|higher|lower|larger|smaller|bigger|greater|longer|faster|above|over)\b"
)


def read_multiple(text: str, start: int, language: Language) -> Number | None:
    """The multiple that a word or “-fold” at `start` says; None if there is none."""
    if not language.is_english:
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


def objection(text: str, start: int, end: int) -> str | None:
    """Why a multiple may be another one, or none: three times more, three times a week, double digits."""
    written = text[start:end]
    if more := _MORE.match(text, end):
        return f"“{written}{more[0]}” may be once more than that; leave it out"
    verb = _VERB.match(written)
    if (verb is None or verb[2]) and (often := _OFTEN.match(text, end)):
        return f"“{written}{often[0]}” says how often; leave it out"
    if again := _TWICE.search(text, max(start - 20, 0), start):
        return f"“{again[0]}{written}” is more than one multiple; leave it out"
    if _BASE.fullmatch(written) and not _BASE_AFTER.match(text, end):
        return f"“{written}” may not say how many times as much; leave it out"
    return None
