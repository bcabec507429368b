"""Numbers in words, by the grammar of their language. In Hindi and Arabic, they are not read."""

from functools import cache

from tui.languages.language import Language
from tui.languages.word_patterns import first_word
from tui.numbers.number import Number


def read_words(text: str, start: int, language: Language, joined: bool = True) -> Number | None:
    """The number in words at `start`; None if none begins there. Without `joined` it ends before an “and” in it."""
    match language.grammar:
        case "english":
            from tui.numbers.english import read_english

            return read_english(text, start, language, joined)
        case "han":
            from tui.numbers.han import read_han

            return read_han(text, start, language)
        case "european" | "slavic":
            from tui.numbers.european import read_european

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
