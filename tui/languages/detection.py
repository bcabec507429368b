"""Which language a text is in, by its script and its most frequent words."""

from collections import Counter
from functools import cache, lru_cache

from tui.languages.language import LANGUAGES
from tui.languages.tables import read_table
from tui.text.grouping import grouped
from tui.text.lazy_pattern import lazy_pattern
from tui.text.work import TEXTS_KEPT

_SAMPLE = 2_000
"""Characters that are looked at in each of three places of a text."""

_LEAST_SHARE = 0.1
"""The part of a text's words that are frequent words of its language, at least."""

_LEAST_WORDS = 20
"""A text of fewer words may have fewer of them."""

_WORD = lazy_pattern(r"[^\s\d!-/:-@\[-`{-~‐-‧«»¿¡।،؛؟۔]+")
_UNSPACED = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
_KANA = lazy_pattern(r"[\u3040-\u30ff]")
_TRADITIONAL = frozenset("萬億們來這個國會時說為對與後過還開關長門問題產業經濟點號")
_LEAST_KANA = 0.1
"""The part of a Japanese text's characters that are kana, at least."""


def detected(text: str) -> str | None:
    """The tag of a text's language; None where its words do not show it, or where it is not one of `LANGUAGES`.

    Traditional Chinese is zh-Hant.
    """
    sample = _sample_of(text)
    unspaced = len(_UNSPACED.findall(sample))
    words = _WORD.findall(sample.casefold())
    if unspaced > len(words):
        if len(_KANA.findall(sample)) >= _LEAST_KANA * unspaced:
            return "ja"
        return "zh-Hant" if any(character in _TRADITIONAL for character in sample) else "zh"
    counts = _counts(words)
    (best, most), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    few = len(words) >= _LEAST_WORDS and most < _LEAST_SHARE * len(words)
    return best if most > second and not few and best in LANGUAGES else None


@lru_cache(maxsize=TEXTS_KEPT)
def may_be(text: str, tag: str) -> bool:
    """Whether a text has frequent words of a language with an alphabet, and no other language has more of them."""
    counts = _counts(_WORD.findall(_sample_of(text).casefold()))
    return counts[tag] > 0 and counts[tag] == max(counts.values())


def _counts(words: list[str]) -> Counter[str]:
    """How many words are frequent words of each language."""
    counts: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for tag in _languages_of().get(word, ()):
            counts[tag] += number
    return counts


def _sample_of(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:_SAMPLE]}\n{text[middle : middle + _SAMPLE]}\n{text[-_SAMPLE:]}"


@cache
def _languages_of() -> dict[str, list[str]]:
    """The languages that each frequent word belongs to."""
    return grouped((word, tag) for tag, words in read_table("function_words").items() for word in words)
