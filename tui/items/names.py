"""The capitalised words of a text that can be names."""

import json
import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from tui.items.german_nouns import is_common
from tui.items.name_kinds import is_given_name, kind_of
from tui.numbers.words import DAYS, MONTHS
from tui.text.document import Document
from tui.text.span import Span, joined

_TIMES = frozenset((*MONTHS, *DAYS, "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"))
_WORD = re.compile(r"(?<![\w#@])(?:Co-(?=operati|ordinati|[Ff]ounder))?[^\W\d_][^\W_]*+(?:[.'’][^\W\d_]+)*+(?![_#])\.?")


_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
"""Letters whose last full stop belongs to them: U.S."""


def names_in(document: Document, lower_case: Container[str], code: str = "en") -> Iterator[Span]:
    """Every capitalised word that can be a name in a language; in German, no common noun.

    At the start of a sentence, and in a heading set in capitals, a word is not a name if it is a common first word or
    in `lower_case`, the words that the dossier also prints without a capital.
    """
    for sentence in document.sentences:
        opening, heading = _first_letter(document.text, sentence), is_heading(document[sentence])
        for match in _WORD.finditer(document.text, *sentence):
            if not match[0][0].isupper():
                continue
            start = match.start()
            word = match[0].rstrip(".")
            bare = re.split(r"['’]", word)[0]
            if bare in _TIMES:
                continue
            lenient = heading or start == opening or _follows_opening(document.text, start)
            plain = bare.casefold()
            if plain == "i" or (lenient and (is_opener(plain, "en") or is_opener(plain, code) or plain in lower_case)):
                continue
            if code == "de" and _is_only_noun(bare):
                continue
            yield Span(start, match.end() if _INITIALS.fullmatch(word) else start + len(word))


@lru_cache(maxsize=20_000)
def _is_only_noun(word: str) -> bool:
    """Whether a word of a German text is a noun, and of no form that names have."""
    return is_common(word) and not (word.isupper() or is_given_name(word) or kind_of(word, "de"))


@cache
def _openers() -> dict[str, frozenset[str]]:
    """The words that begin a sentence and no name, by language."""
    table = json.loads(Path(__file__).with_name("openers.json").read_bytes())
    return {code: frozenset(words.split()) for code, words in table.items()}


def is_opener(word: str, code: str) -> bool:
    """Whether a word in any case only opens a sentence of a language."""
    return word.casefold() in _openers().get(code, ())


def words_in_lower_case(texts: Iterable[str]) -> frozenset[str]:
    """Every word that the texts print without a capital."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![^\W_])[a-zß-öø-ÿа-џ]+(?![^\W_])", text))


def _first_letter(text: str, span: Span) -> int:
    index = span.start
    while index < span.end and not text[index].isalnum():
        index += 1
    return index


def _follows_opening(text: str, start: int) -> bool:
    """Whether a quotation mark, a colon or a list mark is directly before an offset."""
    return text[max(start - 2, 0) : start].strip()[-1:] in tuple('“"‘(:|•*')


def is_heading(line: str) -> bool:
    """Whether most words of a line that is not a sentence have a capital."""
    # A sentence; U.S. at the end has no full stop, but 4 p.m. has one, and one in capitals only is a heading.
    if not line.isupper() and re.search(r"(?<![\W_][A-ZА-ЯЁ])\.[)\]”»\"’]{0,3}$", line):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > len(words) / 2


def is_table(line: str) -> bool:
    """Whether a line is part of a table: it has about as many numbers as words."""
    words = line.split()
    return len(words) > 5 and sum(any(map(str.isdecimal, word)) for word in words) > 0.4 * len(words)


# What separates two words of one name, with the character before it.
_JOINS = re.compile(r". |s['’] ")
_SHORTENED = re.compile(r"(?<![^\W_])(?:[^\W\d_]|[^\W\d_][a-zà-ÿ]{1,2})\Z")
"""What a full stop after does not end a sentence: J. Moss, St. Skarn."""


def joined_names(text: str, words: Iterable[Span]) -> Iterator[Span]:
    """Names from their words, in order: Ada Moss is one, and so are Court of Auditors and Farmers’ Union."""
    return joined(words, lambda name, word: _joins(text, name, word))


def _joins(text: str, name: Span, word: Span) -> bool:
    """Whether a name continues with a word: after a space or a plural's apostrophe, a single word also after “of”."""
    if text[name.end : word.start] == " of ":
        # Not after two words: Ada Moss of Northland is a person and a country.
        return " " not in text[name.start : name.end]
    if text[name.end : word.start] == ". ":
        return _SHORTENED.search(text, max(name.start, name.end - 4), name.end) is not None
    return _JOINS.fullmatch(text, name.end - 1, word.start) is not None
