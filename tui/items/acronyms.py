"""Short forms in brackets, and the words that they stand for: the Bundeswettbewerbsbehörde (BWB)."""

import re
from collections.abc import Iterator

from tui.items.name_forms import ECONOMIC
from tui.items.name_kinds import nominative
from tui.text.span import Span

_SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z]{1,9})\)")
_ACRONYM = re.compile(r"\s\([„“\"«]?(?P<short>[^\W\d_a-zß-öø-ÿа-џ]{2,10})[”“\"»]?(?=[),;])")
"""Capitals after the words that they stand for; more may follow in the bracket."""
_WORDS_BEFORE = 140
"""How many characters before a short form may hold what it stands for."""
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[\s’'&,/-]{1,3}")
"""What is between two words of one name."""
_LONGEST_SMALL = 5
"""The most letters of a word in lower case whose initial a short form may leave out."""
_LONG_COMPOUND = 12
"""The fewest letters of a single word that has all letters of its short form inside: Weltgesundheitsorganisation."""


def abbreviates(short: str, name: str) -> bool:
    """Whether a word in brackets after a name may stand for it: Nigerian National Petroleum Corporation (NNPC)."""
    short, name = short.casefold(), name.casefold()
    return " " in name and short[0] == name[0] and _has_letters(name, short)


def _has_letters(word: str, letters: str) -> bool:
    """Whether a word has some letters in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def spelled_out(text: str, code: str) -> Iterator[tuple[Span, str]]:
    """The words before short forms in brackets that have their letters as initials, and the short forms.

    The first word has a capital. In German, letters may be inside of compounds.
    """
    for match in _ACRONYM.finditer(text):
        if match["short"] not in ECONOMIC and (start := _start(text, match.start(), match["short"].casefold(), code)):
            yield Span(start, match.start()), match["short"]


def _start(text: str, end: int, short: str, code: str) -> int | None:
    """Where the words begin whose initials are a short form, if they are directly before a place."""
    words = list(_WORD.finditer(text, max(end - _WORDS_BEFORE, text.rfind("\n", 0, end) + 1), end))
    if not words or words[-1].end() != end:
        return None
    following: re.Match[str] | None = None
    for first in range(len(words) - 1, max(len(words) - 2 * len(short) - 2, -1), -1):
        word = words[first]
        if following and not _BETWEEN.fullmatch(text, word.end(), following.start()):
            return None
        following = word
        spelling = [each[0] for each in words[first:]]
        forms = [spelling]
        if len(spelling) > 2 and nominative(spelling[-1], code):
            # Where it is need not be in its short form.
            forms.append(spelling[:-1])
        if word[0][0].isupper() and any(_has_initials(each, short, code == "de") for each in forms):
            is_single = first == len(words) - 1
            return None if is_single and (code != "de" or len(word[0]) < _LONG_COMPOUND) else word.start()
    return None


def _has_initials(words: list[str], short: str, compounds: bool) -> bool:
    """Whether words begin with the letters of a short form, in order; small words may be left out.

    `compounds` says whether letters may also be inside of a word.
    """
    # How many letters may have been read before each word.
    reached = {0}
    for place, word in enumerate(words):
        folded, following = word.casefold(), set()
        for read in reached:
            if place and word.islower() and len(word) <= _LONGEST_SMALL:
                following.add(read)
            if read < len(short) and folded[0] == short[read]:
                at, read = 1, read + 1
                following.add(read)
                while read < len(short) and (at := folded.find(short[read], at, None if compounds else at + 1) + 1):
                    read += 1
                    following.add(read)
        reached = following
    return len(short) in reached


def short_forms_of_words(text: str) -> set[str]:
    """The short forms of words that are not names: SSS in “sea surface salinity (SSS)”."""
    return {
        match[1]
        for match in _SHORT_FORM.finditer(text)
        if _spells(match[1].casefold(), text[max(match.start() - 100, 0) : match.start()].rstrip())
    }


def _spells(short: str, before: str) -> bool:
    """Whether the last words of a stretch begin in lower case, and have the letters of a short form in order."""
    words = re.findall(r"[^\W_]+", before)[-2 * len(short) :]
    for first, word in enumerate(words):
        if word[0] == short[0] and words[-1].islower():
            spelling = "".join(words[first:]).casefold()
            if len(words) - first <= len(short) + 1 and _has_letters(spelling, short):
                return True
    return False
