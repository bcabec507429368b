"""Hedges: the words before or after a number that say how it bounds the value."""

import re

_BEFORE = {
    "≈": "about|approximately|approx.|around|roughly|some|nearly|almost|circa|ca.|close to|in the region of"
    "|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|an estimated|the estimated"
    "|estimated|~|≈",
    "≤": "up to|as high as|as much as|as many as|at most|a maximum of|maximum of|capped at|≤",
    "≥": "at least|as low as|as few as|as little as|a minimum of|minimum of|≥",
    "<": "less than|fewer than|lower than|smaller than|under|below|short of|shy of|<",
    ">": "more than|greater than|higher than|larger than|over|above|exceeding|exceeded|exceeds|exceed|upwards of"
    "|in excess of|north of|topping|topped|tops|surpassing|surpassed|surpasses|>",
}
"""Hedges directly before a number, by modifier."""

_AFTER = {
    "≥": r"\+(?!\s*/?\s*[-−–]?\s*\d)|-plus(?![^\W_])|\s+and\s+(?:counting|up|upwards?|above|over|more)(?![^\W_])"
    r"|,?\s+at\s+(?:the\s+(?:very\s+)?|a\s+)?(?:least|minimum)(?![^\W_])|\s+minimum(?![^\W_])",
    "≤": r",?\s+at\s+(?:the\s+(?:very\s+)?|a\s+)?(?:most|maximum)(?![^\W_])|\s+maximum(?![^\W_])",
    "≈": r"-odd(?![^\W_])|-ish(?![^\W_])|,?\s+give\s+or\s+take(?![^\W_])",
}
_OR = {
    "≥": "more|greater|higher|over|above|better|upwards?",
    "≤": "fewer|less|lower|under|below",
    "≈": "so|thereabouts",
}
"""Hedges that "or" joins to a number: 10 or more, 5 people or fewer."""

MODIFIERS = ("=", *_BEFORE)

_NEGATED = {"<": "≥", ">": "≤"}
"""What a bound becomes after a negation: no less than, not exceeding."""

_MODIFIER = {hedge: modifier for modifier, hedges in _BEFORE.items() for hedge in hedges.split("|")} | {"c.": "≈"}
_BOUND = sorted(_MODIFIER.keys() - {"c."}, key=len, reverse=True)
# A capital C with a point ends a sentence more often than it means circa.
_HEDGE = "|".join([*(re.escape(hedge).replace(r"\ ", r"\s+") for hedge in _BOUND), r"(?-i:c\.)"])
_HEDGE_BEFORE = re.compile(
    rf"(?<![^\W_])((?:(?:no|not|never|without|[a-z]+n['’]t)\s+)?)({_HEDGE})(?:(?:\s+|(?<=\W))({_HEDGE}))?"
    r"\s*(?:[a-z]{0,3}[$€£¥]\s*)?$",
    re.IGNORECASE,
)
_OR_WORDS = "|".join(rf"(?P<or{number}>{words})" for number, words in enumerate(_OR.values()))
_AFTER_WORDS = "|".join(f"(?P<after{number}>{words})" for number, words in enumerate(_AFTER.values()))
# With a noun between ("10 people or more"), the comparison must end there: "5 metals or more expensive ones" does not.
_HEDGE_AFTER = re.compile(
    rf"{_AFTER_WORDS}|(?P<noun>\s+[^\W\d_]+)?,?\s+or\s+(?:{_OR_WORDS})(?![^\W_])(?!\s+than(?![^\W_]))"
    r"(?(noun)(?=\s*(?:[^\w\s]|$)|\s+(?:of|in|on|at|by|to|from|for|with|and|per|a|each|every|is|are|was|were|have|has"
    r"|had|will|would|can|could|may)(?![^\W_])))",
    re.IGNORECASE,
)
_GROUPS = {f"after{i}": modifier for i, modifier in enumerate(_AFTER)} | {
    f"or{i}": modifier for i, modifier in enumerate(_OR)
}

_ESTIMATED = re.compile(r"(?:(?:an|the)\s+)?estimated", re.IGNORECASE)

_LONGEST = 60
"""Characters before a number within which its hedge begins."""


def hedge_before(text: str, start: int) -> tuple[str, str] | None:
    """The modifier of the hedge directly before `start`, and its words; None if there is none.

    A currency sign may come between: about $3 billion. Of two hedges the bound decides: up to around 10.
    """
    match = _HEDGE_BEFORE.search(text, max(start - _LONGEST, 0), start)
    if match is None:
        return None
    first = _MODIFIER[" ".join(match[2].lower().split())]
    if match[1] and first in _NEGATED:
        first = _NEGATED[first]
        words = match[1] + match[2]
    else:
        words = match[2]
    if match[3] is None:
        return first, words
    second = _MODIFIER[" ".join(match[3].lower().split())]
    return (first if second == "≈" else second), text[match.start(2) : match.end(3)]


def hedge_after(text: str, end: int) -> tuple[str, str] | None:
    """The modifier of the hedge directly after `end`, and its words; None if there is none."""
    match = _HEDGE_AFTER.match(text, end)
    if match is None:
        return None
    group = next(name for name in _GROUPS if match[name] is not None)
    return _GROUPS[group], match[0].strip(" ,")


def hedge_around(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The hedge of a number that is printed from `start` to `end`: before it, else after it.

    Where both have one, a bound decides over an approximation.
    """
    before, after = hedge_before(text, start), hedge_after(text, end)
    if before and after and before[0] == "≈":
        return after
    return before or after


def says_estimated(hedge: str) -> bool:
    """Whether the words of a hedge only call the number an estimate."""
    return _ESTIMATED.fullmatch(hedge) is not None
