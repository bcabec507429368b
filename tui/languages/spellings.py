"""How else a word is written: Hindi with its dots in one character, two or none; Arabic without its marks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tui.text.lazy_pattern import lazy_pattern

_DOTTED = {unicodedata.normalize("NFC", chr(code)): chr(code) for code in range(0x958, 0x960)}
"""Letters with a dot of two characters, and of one; Unicode's normal form has two."""

_HAMZA = str.maketrans("أإآ", "ااا")
_ACCUSATIVE = lazy_pattern("(?:\u064b\u0627|\u0627\u064b)\\Z")
_MARKS = lazy_pattern("[\u064b-\u0652]")
_FIRST_ARABIC = "\u0600"


def spellings(form: str) -> Iterator[str]:
    """A word or phrase as it is given, and as texts write it otherwise; most have one spelling only."""
    yield form
    if max(form, default="") < _FIRST_ARABIC:
        return
    plain = unicodedata.normalize("NFC", form)
    found = {plain, *_hindi(plain), *_arabic(plain)} - {form}
    yield from sorted(found)


def all_spellings(forms: Iterable[str]) -> list[str]:
    """The spellings of some words, in order, each once."""
    return list(dict.fromkeys(each for form in forms for each in spellings(form)))


def _hindi(form: str) -> Iterator[str]:
    if "\u093c" not in form:
        return
    one = form
    for two, single in _DOTTED.items():
        one = one.replace(two, single)
    yield one
    yield form.replace("\u093c", "")


def _arabic(form: str) -> Iterator[str]:
    written = {form}
    if _ACCUSATIVE.search(form):
        written |= {_ACCUSATIVE.sub(ending, form) for ending in ("\u064b\u0627", "\u0627\u064b", "\u0627")}
    written |= {_MARKS.sub("", each) for each in written}
    written |= {each.translate(_HAMZA) for each in written}
    yield from written
    yield from (re.sub("ى(?![\u0600-\u06ff])", "ي", each) for each in written)
    yield from (re.sub("ي(?![\u0600-\u06ff])", "ى", each) for each in written)
