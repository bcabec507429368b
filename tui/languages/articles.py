"""Articles between a word and its number: más del 41%, zwischen den 14 und den 28 Jahren."""

from collections.abc import Iterable, Iterator

from tui.languages.language import Language
from tui.languages.word_patterns import any_of

_APOSTROPHES = ("'", "’")


def contracted(form: str, language: Language) -> Iterator[str]:
    """A form, and what it becomes where its last word is contracted with an article: más de, más del."""
    yield form
    for word, contractions in language.contractions.items():
        if form == word or form.endswith((f" {word}", f"'{word}", f"’{word}")):
            yield from (f"{form.removesuffix(word)}{each}" for each in contractions)


def all_contracted(forms: Iterable[str], language: Language) -> list[str]:
    """Forms, each with its contractions."""
    return [each for form in forms for each in contracted(form, language)]


def article_after_word(language: Language) -> str:
    """A pattern for an article and the white space before it; it matches nothing where numbers have no articles."""
    words = any_of(form for form in language.determiners if not form.endswith(_APOSTROPHES))
    elided = any_of(form for form in language.determiners if form.endswith(_APOSTROPHES))
    return rf"\s{{1,8}}(?:(?:{words})(?=\s)|(?:{elided}))"
