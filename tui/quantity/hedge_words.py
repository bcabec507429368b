"""Hedges in other languages than English, as the tables of the languages give them: rund, al menos, не менее, 以上."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tui.quantity.articles import all_contracted, article_after_word, contracted
from tui.quantity.hedge import Hedge, decisive, folded, may_bound, paragraph_around, read_hedge
from tui.quantity.language import Language, language_of
from tui.quantity.scales import WORD_END, any_of, ends_word

_LONGEST = 60
"""Characters before and after a number within which its hedge begins."""

_CURRENCY = r"(?:\s?[A-Z]{0,3}[$€£¥₽₴₹])?"
_ENDS = r"(?=\s*(?:[^\w\s]|\Z)|\s+[^\W\d_]{1,3}(?![^\W_]))"
"""What follows a hedge behind a number and its noun: the end of a phrase, or a short word."""

# Words that end in a hedge's character and are others: 最近 (lately), 条约 (treaty), 赶超 (overtake).
_OTHER_WORDS = {
    "近": "最附邻鄰靠临臨",
    "约": "条公合节预签契",
    "約": "条公合節予契",
    "超": "赶趕反高",
}

# What bounds a number as a verb, of which the tables have none: superó el 52%. German “über die” has two readings.
_UNCLEAR_WITH_ARTICLE = {
    "de": r"(?:über|unter|gegen|ab|kaum|übersteig\w*|überstieg\w*|überschr\w+)",
    "es": r"super(?:a|an|ó|aron|aba|aban|ar|ando|ará|arán|aría)",
    "fr": r"(?:dépass|excéd)\w*",
    "it": r"super(?:a|ano|ò|arono|ava|avano|are|ando|erà|ato)",
    "pt": r"(?:super|ultrapass)(?:a|am|ou|aram|ava|avam|ar|ando|ará)",
}

# What bounds a number behind it, without a form that a table could list: a level (3%台) and Japanese verbs. 台 behind a
# bare number counts machines.
_UNCLEAR_AFTER = {
    "ja": re.compile(
        r"[^\W\d_]{0,3}?(?:(?<![\d〇一二三四五六七八九十百千万億兆])台(?![湾風所数帳])|台(?:前半|後半|半ば|に乗|を回復|を割)|近[くい]"
        r"|あまり|[をはも]?(?:上|下)回|[をはも]?割り?込|割れ|[をはも]切[らりるっ]|[にも](?:満たな|迫|届か|達しな|達せ))"
    ),
}

# German “verfügt über” has no hedge, however far the verb stands before it.
_PARTICLE = {
    "de": re.compile(
        r"\b(?:verfüg|bericht|sprach|sprech|spricht|red[eu]|diskut|verhand|inform|entscheid|stimm|klag|streit|freu|wach|herrsch"
        r"|kontroll|gebiet|gebot)\w*\b[^.;:!?]{0,60}\büber\s+\Z",
        re.IGNORECASE,
    ),
}


class _HedgePatterns(NamedTuple):
    modifiers: Mapping[str, str]
    """The modifier of each hedge that `before` finds."""
    before: re.Pattern[str]
    after: re.Pattern[str]
    unclear: re.Pattern[str] | None
    with_article: re.Pattern[str] | None


def hedge_around(text: str, start: int, end: int, language: Language) -> Hedge | None:
    """The hedge of a number that is printed from `start` to `end`; None if it has none."""
    patterns = _patterns(language.tag)
    before = _before(text, start, patterns)
    after = None
    if match := patterns.after.match(text, end, paragraph_around(text, end, end, _LONGEST)[1]):
        after = language.after[folded(match["hedge"])], match["hedge"]
    return decisive(before, after)


def unclear_hedge(text: str, start: int, end: int, language: Language) -> str | None:
    """Why the words around a number may or may not be a hedge of it; None if they are clear."""
    window, last = paragraph_around(text, start, end, _LONGEST)
    patterns = _patterns(language.tag)
    particle = _PARTICLE.get(language.code)
    known = patterns.before.search(text, window, start)
    unclear = particle.search(text, window, start) if particle else None
    if unclear is None and known is None and patterns.unclear:
        unclear = patterns.unclear.search(text, window, start)
    if unclear is None and patterns.with_article:
        unclear = patterns.with_article.search(text, window, start)
    after = _UNCLEAR_AFTER.get(language.code)
    if unclear is None and after and not patterns.after.match(text, end, last):
        unclear = after.match(text, end, last)
    return may_bound(unclear[0]) if unclear else None


def _before(text: str, start: int, patterns: _HedgePatterns) -> Hedge | None:
    match = patterns.before.search(text, paragraph_around(text, start, start, _LONGEST)[0], start)
    if match is None or text[match.start() - 1 : match.start()] in tuple(_OTHER_WORDS.get(match["hedge"], "")):
        return None
    return read_hedge(match, patterns.modifiers)


@cache
def _patterns(tag: str) -> _HedgePatterns:
    language = language_of(tag)
    negation = rf"(?P<not>(?:{any_of([*language.negations])})\s+)?" if language.negations else "(?P<not>)?"
    spaced = any(form[-1].isalpha() and ends_word(form) for form in language.before)
    hedges = {form: modifier for hedge, modifier in language.before.items() for form in contracted(hedge, language)}
    hedge = _alternatives([form for form in hedges if form[-1] not in "'’"], r"(?=\s)")
    # Moins d’, oltre dell’: the number touches them.
    hedge += "".join(f"|{re.escape(form)}" for form in hedges if form[-1] in "'’")
    with_article = article_after_word(language)
    article = rf"(?:{with_article})?"
    # One that a letter touches is part of a word, where the script sets words apart.
    start = r"(?<![^\W_])" if spaced else ""
    before = re.compile(
        rf"{start}{negation}(?P<hedge>{hedge})(?:\s*(?P<second>{hedge}))?{article}{_CURRENCY}\s*[“„«\"'‘「]?\Z",
        re.IGNORECASE,
    )
    # A noun may come between: 10 personnes ou plus, 500人以上.
    noun = r"(?P<noun>\s[^\W\d_]+(?=\s))?" if spaced else r"(?:[^\W\d_]{1,3}?)??(?P<noun>(?!))?"
    after = re.compile(
        rf"{noun},?\s?\(?(?P<hedge>{_alternatives([*language.after], WORD_END)})(?(noun){_ENDS})", re.IGNORECASE
    )
    words = _alternatives(all_contracted(language.unclear, language), r"(?=\s|['’])")
    unclear = rf"{start}(?:{words}){article}{_CURRENCY}\s*\Z" if language.unclear else None
    verb = _UNCLEAR_WITH_ARTICLE.get(language.code)
    bounded = rf"{start}{verb}{with_article}{_CURRENCY}\s*\Z" if verb else None
    return _HedgePatterns(
        hedges,
        before,
        after,
        re.compile(unclear, re.IGNORECASE) if unclear else None,
        re.compile(bounded, re.IGNORECASE) if bounded else None,
    )


def _alternatives(forms: list[str], end: str) -> str:
    """A pattern for any of some hedges; `end` follows those of letters, unless their script runs words together."""
    words = [form for form in forms if form[-1].isalpha() and ends_word(form)]
    others = [form for form in forms if form not in words]
    parts = [rf"(?:{any_of(words)}){end}"] * bool(words) + [any_of(others)] * bool(others)
    return "|".join(parts) or "(?!)"
