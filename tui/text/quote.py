"""Finding a quote in a text: verbatim, or with look-alike characters folded, or not at all.

Digits, decimal and thousands marks, and a sign are never folded, and a match never cuts a word or a number:
"8 million" is not found in "28 million", nor "28" in "28.5".
"""

import re
from dataclasses import dataclass

from tui.text.fold import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, joins_words
from tui.text.span import Span

_BEFORE_SIGN = "([{$€£"
_NO_SIGN = rf"[^\s{re.escape(_BEFORE_SIGN)}]"
# What carries a number on across the offset where this matches: 28|.5, 28.|5, 2|\u2009500, -|5, .|5. White space
# does where it is no plain space, and parts three digits from at most three.
_NUMBER_GOES_ON = re.compile(
    r"(?<=\d)[.,'’]\d|(?<=\d[.,'’])\d"
    r"|(?:(?<=\d)(?<!\d{4})[\u00a0\u2009\u202f]|(?<=\d[\u00a0\u2009\u202f])(?<!\d{4}.))\d{3}(?!\d)"
    rf"|(?<=[.{re.escape(DASHES)}])(?<!{_NO_SIGN}.)\d"
)


@dataclass(frozen=True)
class Matches:
    """Where a quote stands: `spans` in order; `folded` says that it is not there character for character."""

    spans: tuple[Span, ...]
    folded: bool = False


def find(text: str, quote: str, prefix: str = "", suffix: str = "", within: Span | None = None) -> Matches:
    """All places of `quote` in `text` (or in `within`), directly after `prefix` and before `suffix`.

    White space between the quote and its prefix or suffix is free.
    """
    within = within or Span(0, len(text))
    for folded in (False, True):
        pattern = _pattern(quote, folded)
        if prefix or suffix:
            pattern = rf"{_pattern(prefix.strip(), True)}\s*(?P<quote>{pattern})\s*{_pattern(suffix.strip(), True)}"
        else:
            pattern = rf"(?P<quote>{pattern})"
        # Inside a lookahead, so that overlapping places are all seen.
        places = re.compile(rf"(?={pattern})").finditer(text, within.start, within.end)
        spans = dict.fromkeys(Span(*place.span("quote")) for place in places)
        whole = tuple(span for span in spans if not cuts(text, span))
        if whole:
            return Matches(whole, folded)
    return Matches(())


def nearest(text: str, quote: str) -> str | None:
    """The stretch of text most like a quote that is not there, as a hint for a person; never a highlight."""
    from rapidfuzz import fuzz

    if not quote or not text:
        return None
    place = fuzz.partial_ratio_alignment(quote, text, score_cutoff=70)
    if place is None or len(text) < len(quote):
        return None
    start, end = place.dest_start, place.dest_end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split()) or None


def cuts(text: str, span: Span) -> bool:
    """Whether a span has an end inside a word or a number, or holds nothing: then it is never found."""
    return span.start == span.end or _goes_on(text, span.start) or _goes_on(text, span.end)


def _pattern(quote: str, folded: bool) -> str:
    if not folded:
        return re.escape(quote)
    parts = []
    for match in re.finditer(r"\s+|.", quote, re.DOTALL):
        piece = match[0]
        before, after = quote[: match.start()][-1:], quote[match.end() :][:1]
        if piece.isspace():
            # Between two digits, white space is a thousands mark.
            parts.append(re.escape(piece) if before.isdigit() and after.isdigit() else r"\s+")
        elif piece in SINGLE_QUOTES and not (before.isdigit() and after.isdigit()):
            parts.append(f"[{SINGLE_QUOTES}]")
        elif piece in DOUBLE_QUOTES:
            parts.append(f"[{DOUBLE_QUOTES}]")
        elif piece in DASHES and not (_is_sign(before) and after.isdigit()):
            parts.append(f"[{re.escape(DASHES)}]")
        else:
            parts.append(re.escape(piece))
    return "".join(parts)


def _is_sign(before: str) -> bool:
    """Whether a dash after this character, before a digit, is a sign rather than a hyphen or a range."""
    return not before or before.isspace() or before in _BEFORE_SIGN


def _goes_on(text: str, offset: int) -> bool:
    """Whether a word, or a number with its marks and sign, reaches across an offset."""
    if joins_words(text[offset - 1 : offset]) and joins_words(text[offset : offset + 1]):
        return True
    return _NUMBER_GOES_ON.match(text, offset) is not None
