"""The words by which a language says who says something."""

import re
from collections.abc import Iterator

from tui.curate.statement_words import ACCORDING, VERB
from tui.quantity.language import Language, code_of
from tui.quantity.scales import NEVER
from tui.text.span import Span

_QUOTING = {
    "en": r"remark(?:s|ed)?|accus(?:es?|ed)|put\s+it|thinks?|thought|sees|saw|hopes?|wrote|writes|call(?:s|ed)"
    r"|order(?:s|ed)|reiterat(?:es?|ed)",
    "de": r"schreibt|schrieb|nennt|nannte|spricht|sprach|beziffert|bezifferte",
    "fr": r"dit|écrit|parle|chiffre|avance",
    "es": r"dice|escribe|habla|cifra",
    "it": r"dice|scrive|parla|secondo",
    "pt": r"diz|escreve|fala",
    "nl": r"schrijft|noemt|spreekt",
    "ru": r"говорит|пишет|называет",
    "uk": r"каже|пише|називає",
    "zh": r"表示|称|说|指出|报道",
    "ja": r"述べた|発表した|語った|としている",
}
"""Verbs that introduce a quotation, beside those that claim a number."""

_NUMBERING = {"en": r"promis(?:es?|ed)|spoke|speaks?|declar(?:es?|ed)"}

_ACCORDING = {"zh": r"(?:据|根据|按照)"}
_BEHIND = {"de": "zufolge", "ja": "によると|によれば|は", "hi": "के अनुसार"}
"""What follows a source: dem USGS zufolge."""

_BY = {"en": "by", "fr": "par", "es": "por", "pt": "por", "nl": "door"}
_TO_OTHERS = r"(?:told|tells?|accus(?:es?|ed)|thank(?:s|ed)|warn(?:s|ed)?)"
"""English verbs that are followed by the person spoken to."""

_PRONOUNS = {
    "en": "he|she|his|her|they|their",
    "de": "er|sie|sein|seine|ihr|ihre",
    "fr": "il|elle|ils|elles|son|sa",
    "es": "él|ella|ellos|su",
    "it": "lui|lei|suo|sua",
    "pt": "ele|ela|seu|sua",
    "nl": "hij|zij|ze|zijn|haar",
    "ru": "он|она|они|его|её",
    "uk": "він|вона|вони|його|її",
}
_NEAR = 60
"""Characters before a name that may say that it speaks."""

_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_SPACE = r"(?:\s+|['’])"
_WORD = rf"[^\W\d_.]+{_SPACE}"


class Speech:
    """Tells in one language who says something, by the words beside a name."""

    def __init__(self, language: Language | None, quoting: bool = False) -> None:
        """With `quoting`, also by verbs that introduce a quotation, and hardly ever a number."""
        code = code_of(language)
        # Chinese and Japanese write no space between a source and its verb.
        before, behind, space = ("", "", "") if code in ("zh", "ja") else (_NO_LETTER_BEFORE, _NO_LETTER_BEHIND, _SPACE)
        words = rf"(?:{_WORD}){{0,3}}\Z" if space else r"\Z"
        verb = f"{before}{_any(VERB.get(code), _NUMBERING.get(code), _QUOTING.get(code) if quoting else None)}{behind}"
        according = f"{before}{_any(ACCORDING.get(code), _ACCORDING.get(code))}{behind}"
        by = f"{before}{_any(_BY.get(code))}{behind}"
        postposed = f"{before}{_any(_BEHIND.get(code))}{behind}"
        pronoun = f"{before}{_any(_PRONOUNS.get(code))}{behind}"
        self._behind = _pattern(rf"[^.;:。；：“”\"]{{0,90}}?(?:{verb}|{postposed})")
        self._before = _pattern(rf"(?:{verb}|{according}|{by}){space}{words}")
        self._attributes = _pattern(according)
        self._to_others = _pattern(rf"\b{_TO_OTHERS}\s+{words}")
        self._quoted = _pattern(rf"\W{{0,4}}[^.;:。；：“”\"]{{0,60}}?(?:{verb}|{according}|{postposed})")
        self._pronoun = _pattern(pronoun)
        self._pronoun_behind = _pattern(rf"\W{{0,4}}(?:{pronoun}{space}(?:\w+\s+)?{verb}|{verb}{space}{pronoun})")

    def speaks(self, text: str, name: Span, within: Span) -> bool:
        """Whether the person named at a place speaks: a verb of speech after the name, or “according to” before it."""
        return self._behind.match(text, name.end, within.end) is not None or self.is_told_by(text, name, within.start)

    def is_told_by(self, text: str, name: Span, start: int) -> bool:
        """Whether words before a name say that it speaks: said Ada Moss; not whom somebody told something."""
        before = text[max(name.start - _NEAR, start) : name.start]
        return self._before.search(before) is not None and self._to_others.search(before) is None

    def sources(self, text: str, within: Span) -> Iterator[int]:
        """Where each “according to” or its like ends in a stretch."""
        return (match.end() for match in self._attributes.finditer(text, *within))

    def end_behind(self, text: str, quoted: Span, end: int) -> int | None:
        """Where the verb ends that attributes what is quoted to a name after it; None if there is none."""
        match = self._quoted.match(text, quoted.end, end)
        return match.end() if match else None

    def is_by_pronoun(self, text: str, quoted: Span, end: int) -> bool:
        """Whether he or she says what is quoted, after it."""
        return self._pronoun_behind.match(text, quoted.end, end) is not None

    def has_pronoun(self, text: str, within: Span) -> bool:
        """Whether he, she or they are named in a stretch."""
        return self._pronoun.search(text, *within) is not None


def _any(*alternatives: str | None) -> str:
    """A group of alternatives; it matches nothing if there are none."""
    return f"(?:{'|'.join(filter(None, alternatives)) or NEVER})"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
