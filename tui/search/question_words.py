"""Questions in other languages than English: *wer leitet den Verband* asks as *who leitet Verband* does."""

import json
from collections.abc import Sequence
from pathlib import Path

from tui.search.query import Word
from tui.search.question import FUNCTION_WORDS
from tui.search.terms import normalize

_FILE = Path(__file__).with_name("question_words.json")

_ALSO_ENGLISH = frozenset("che chi co comment hoe".split())
"""Question words that begin queries in English as well; another word of their language has to be beside them."""


def in_english(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a question with English question words, and without the function words of its language."""
    opener, *others = keys = [word.keys[0] for word in words]
    tables = {code: _question_words(table) for code, table in json.loads(_FILE.read_bytes()).items()}
    codes = [code for code, table in tables.items() if opener in table]
    if not codes:
        return tuple(words)
    from tui.languages.tables import read_table

    function_words = {code: {*map(normalize, read_table("function_words")[code])} for code in codes}
    known = {code: function_words[code] | tables[code].keys() for code in codes}
    if opener in _ALSO_ENGLISH and not any(known[code].intersection(others) - FUNCTION_WORDS for code in codes):
        return tuple(words)
    # “Wie” is German for how, and Dutch for who.
    code = max(codes, key=lambda code: sum(key in known[code] for key in keys))
    found: list[Word] = []
    for word, key in zip(words, keys, strict=True):
        if english := tables[code].get(key):
            found += (Word(word.written, (each,)) for each in english)
        elif key not in function_words[code]:
            found.append(word)
    return tuple(found)


def _question_words(table: dict[str, str]) -> dict[str, list[str]]:
    """The English words for each question word of a language."""
    return {normalize(word): english.split() for english, words in table.items() for word in words.split()}
