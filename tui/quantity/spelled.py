"""Numbers in words, by the grammar of their language. In Hindi and Arabic, they are not read."""

from functools import cache

from tui.quantity.language import Language
from tui.quantity.number import Number
from tui.quantity.word_patterns import first_word


def read_words(text: str, start: int, language: Language, joined: bool = True) -> Number | None:
    """The number in words at `start`; None if none begins there. Without `joined` it ends before an “and” in it."""
    match language.grammar:
        case "english":
            from tui.quantity.english import read_english

            return read_english(text, start, language, joined)
        case "han":
            from tui.quantity.han import read_han

            return read_han(text, start, language)
        case "european" | "slavic":
            from tui.quantity.european import read_european

            return read_european(text, start, language, joined)
    return None


def begins_number(text: str, start: int, language: Language) -> bool:
    """Whether a number can begin with the word at `start`. It is always so where words are not set apart by spaces."""
    return not language.is_english or first_word(text, start) in beginnings(language)


@cache
def beginnings(language: Language) -> frozenset[str]:
    """The words that a number of a language can begin with, if its words are set apart by spaces."""
    return frozenset(
        (*language.cardinals, *language.ordinals, *language.scales, *language.articles, *language.fractions)
    )
