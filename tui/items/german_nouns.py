"""The common nouns of German, which begin with a capital as names do."""

import re
from collections.abc import Container
from functools import cache
from pathlib import Path

from tui.items.name_kinds import is_country, is_place

_ENDINGS = ("", "e", "en", "n", "s", "es", "er", "ern", "nen", "se", "ses", "sen", "ens")
"""What a noun has at its end in some case."""
_DERIVED = ("ung", "heit", "keit", "schaft", "ismus", "ität", "tion", "erin", "istin", "ler", "iker")
_FIRST, _LAST = 3, 4
"""How many letters the first and the last part of a compound have, at least; a shorter last one follows a noun."""


@cache
def _listed() -> frozenset[str]:
    """Nouns in lower case that are no compounds of others."""
    return frozenset(Path(__file__).with_name("german_nouns.txt").read_text(encoding="utf-8").split())


def is_noun(word: str, listed: Container[str] | None = None) -> bool:
    """Whether a German word is a common noun in any case, or a compound that ends with one: Wirtschaftsministers.

    `listed` are the nouns that are known, if not those of the table.
    """
    known = _listed() if listed is None else listed
    last = word.rpartition("-")[2].casefold()
    if any(last.removesuffix("nen").removesuffix("en").removesuffix("s").endswith(ending) for ending in _DERIVED):
        return True
    return is_form(last, known) or any(
        is_form(last[place:], known) and (place <= len(last) - _LAST or is_form(last[:place].removesuffix("s"), known))
        for place in range(_FIRST, len(last) - _FIRST + 1)
    )


def is_form(word: str, known: Container[str]) -> bool:
    """Whether a word in lower case is one of some nouns in any case."""
    return any(
        word.endswith(ending) and len(word) - len(ending) >= _FIRST and word[: len(word) - len(ending)] in known
        for ending in _ENDINGS
    )


_ADJECTIVAL = re.compile(
    r"[A-ZÄÖÜ]\w{1,30}(?:ößer|esser|sch|lich|ig|iv|[^aeiou]al|bar|sam|los|haft|end|ier|gt|tet|nt|rt|[^o]st|en|är)e[nrsm]?"
    r"|(?:Ab|An|Auf|Aus|Be|Durch|Ein|Ent|Er|Ge|Her|Hin|Los|Mit|Nach|Über|Um|Unter|Ver|Vor|Weg|Wieder|Zer|Zu|Zurück)"
    r"[a-zäöüß]{2,30}(?:en|ern|eln)s?"
)
"""An adjective, a participle or a verb that is used as a noun: die Abgeordneten, beim Aufnehmen."""


def is_common(word: str) -> bool:
    """Whether a word with a capital is a noun, an adjective or only capitals, and no name."""
    if (
        word.rpartition("-")[2].removesuffix("s").isupper()
        or word[-1] == "-"
        or is_noun(word)
        or _ADJECTIVAL.fullmatch(word)
    ):
        return True
    place = word.removesuffix("n").removesuffix("er")
    return place != word and (is_place(place, "de") or is_country(place, "de"))
