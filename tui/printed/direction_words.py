"""Words of other languages than English that say whether a change goes up or down: stieg um 5 %, 5 % de moins, 5%増."""

import re
from collections.abc import Iterable
from functools import cache

from tui.languages.language import Language
from tui.languages.word_patterns import NEVER, WORD_END, any_of, by_script, ends_word
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_REACH = 100
_MOST_WORDS = 6
_SENTENCE = lazy_pattern(r"[.!?;:。！？；]\s|\n")
_LEVEL = lazy_pattern(r"[^\S\n]+(?:auf|zu|à|au|a|al|ad|ao|para|hasta|naar|до|to)\s+\S{0,3}\d|から")
"""What follows a level that something left: von 5 auf 7 Prozent."""
_BY = in_any_case(r"(?<![^\W_])(?:um|met|на)\s+(?:[^\W\d_]{2,12}\s+)?\Z")
"""Words before a change that are never before a level: stieg um 5 Prozent auf 7 Millionen."""


def has_level_after(text: str, number: Span) -> bool:
    """Whether a number is followed by a level that something reached, so that it may be the one that it left."""
    return _LEVEL.match(text, number.end) is not None


def direction_in_words(text: str, number: Span, language: Language) -> tuple[int, str] | None:
    """What the words around a number say: 1 or -1, and the word; None where none say so, or where they disagree."""
    patterns = _patterns(language)
    start = max(number.start - _REACH, 0)
    window = text[start : number.start]
    if opened := [*_SENTENCE.finditer(window)]:
        window = window[opened[-1].end() :]
    if patterns.negation.search(window) or (has_level_after(text, number) and not _BY.search(window)):
        return None
    found = [match for match in (patterns.before.search(window), patterns.after.match(text, number.end)) if match]
    told = [_direction_of(match.groupdict()) for match in found]
    return told[0] if len({sign for sign, _ in told}) == 1 else None


def is_changed_by(text: str, start: int, language: Language) -> bool:
    """Whether the words directly before `start` say that something rose or fell by the number there."""
    return _patterns(language).before.search(text, max(start - _REACH, 0), start) is not None


def _direction_of(groups: dict[str, str | None]) -> tuple[int, str]:
    if up := groups["up"] or groups.get("rise"):
        return 1, up
    return -1, groups["down"] or groups.get("fall") or ""


class _Patterns:
    def __init__(self, language: Language) -> None:
        words = language.changes
        hedges = [*language.before, *words.get("by", ()), *language.articles, *language.determiners]
        stops = [
            *language.conjunction,
            *(word for key in ("up", "down", "rise", "fall") for word in words.get(key, ())),
        ]
        # “Senkte 2024 ihren Zins um 25”: the object and a year may come between a verb and the word before the number.
        between = rf"(?:\s+(?!(?:{forms_of(stops)}))(?:[^\W\d_][\w’'-]*|(?:19|20)\d\d\b)){{0,{_MOST_WORDS}}}?"
        hedged = rf"(?:(?:\s+|(?<=['’]))(?:{any_of(hedges)})){{0,3}}?"
        verbs = rf"(?:(?P<up>{forms_of(words.get('up', ()))})|(?P<down>{forms_of(words.get('down', ()))}))"
        nouns = rf"(?:(?P<up>{forms_of(words.get('rise', ()))})|(?P<down>{forms_of(words.get('fall', ()))}))"
        by, of = _link(words.get("by", ())), _link(words.get("of", ()))
        if all(map(ends_word, [*words.get("up", ()), *words.get("more", ())])):
            # Only a verb has an object; Spanish and Portuguese verbs need no word before the number.
            bare = "|" + hedged if language.code in ("es", "pt") else ""
            linked = rf"(?<![^\W_]){verbs}(?:{between}{by}{hedged}{bare})\s{{0,4}}\Z"
            # What rose may come between, and within which time: crescita delle vendite su base annua del 5 %.
            whose = _link(form for word in words.get("of", ()) for form in language.contractions.get(word, (word,)))
            risen = rf"(?:{whose}\s*[^\W\d_][\w-]*)?(?:\s+(?:{any_of(words.get('yearly', ()))}){WORD_END})?"
            noun = rf"(?<![^\W_]){nouns}{risen}{of}{hedged}\s{{0,4}}\Z"
            before = _either(linked, noun)
            gap = r"[\s-]+"
        else:
            before, gap = rf"{verbs}(?:{any_of([*words.get('by', ()), *language.before])})?\Z", r"\s?"
        self.before = in_any_case(before)
        self.after = in_any_case(
            rf"{gap}(?:(?P<up>{forms_of(words.get('more', ()))})|(?P<down>{forms_of(words.get('less', ()))}))"
        )
        self.negation = in_any_case(rf"(?<![^\W_])(?:{any_of(language.negations)}){WORD_END}")


_patterns = cache(_Patterns)


@cache
def changed(language: Language) -> re.Pattern[str]:
    """The words before a number that say that something became it or changed by it: est passé de 5 à, вырос до."""
    words = [word for key in ("up", "down", "rise", "fall", "to") for word in language.changes.get(key, ())]
    return in_any_case(rf"(?<![^\W_])(?:{forms_of(words)})(?=\s)[^.;:\n]{{0,30}}\Z")


def forms_of(words: Iterable[str]) -> str:
    """A pattern for any of some words; a star at the end of one stands for any ending."""
    words = [*words]
    spaced, touching = by_script(word for word in words if not word.endswith("*"))
    stems = any_of(word[:-1] for word in words if word.endswith("*"))
    patterns = {spaced: WORD_END, touching: "", stems: r"[^\W\d_]*"}
    return "|".join(f"(?:{words}){end}" for words, end in patterns.items() if words != NEVER) or NEVER


def _link(words: Iterable[str]) -> str:
    """A pattern for the word that joins a verb or noun to the number; an apostrophe touches the number."""
    return rf"\s+(?:{any_of(words)})(?<=['’\w])"


def _either(first: str, second: str) -> str:
    """Two patterns with the same groups as one: those of the second get other names."""
    return f"{first}|{second.replace('(?P<up>', '(?P<rise>').replace('(?P<down>', '(?P<fall>')}"
