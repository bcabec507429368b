"""The words of each language around a number: what it measures, the verbs of its clause, and who says it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from tui.languages.tables import read_table
from tui.languages.word_patterns import NEVER

_table = cache(read_table)


def words_in(code: str) -> Mapping[str, Any]:
    """The patterns of a language, as `scripts/newsroom/statements.yaml` explains them; empty if it has none."""
    words: Mapping[str, Any] = _table("statements").get(code, {})
    return words


def listed(code: str, key: str, within: str = "") -> str:
    """The pattern that a language has for a key, perhaps within another; nothing matches if it has none."""
    words = words_in(code)
    return str((words.get(within, {}) if within else words).get(key, NEVER))


@cache
def measures_in(code: str) -> re.Pattern[str] | None:
    """The words for measures in a language."""
    words = words_in(code).get("measures")
    return re.compile(rf"(?<![^\W_])(?<![^\W_]-)(?:{words})(?![^\W_])", re.IGNORECASE) if words else None


def not_counted(words: str) -> bool:
    """Whether some words after a number have one that it does not count."""
    return not _not_counted().isdisjoint(words.casefold().split())


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(words_in("any")["not_counted"].split("|"))


def spoken_codes() -> list[str]:
    """The codes of the languages whose words of speech are known."""
    return [code for code, entries in _table("statements").items() if "speech" in entries]


def spoken_in_any() -> str:
    """The verbs of all languages that say something, as one pattern."""
    spoken = (entries.get("speech", {}).get("verb") for entries in _table("statements").values())
    return "|".join(filter(None, spoken))
