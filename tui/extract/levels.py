"""Decimals without a unit that an index, a rate or a price reaches: the index rose to 112.3 from 107.5."""

from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.span import Span

_REACHED = in_any_case(
    r"(?<![^\W_])(?:to|at|of|from|was|is|stood\sat|averaged|reached|auf|bei|von|mit|beträgt|betrug|à|de|atteint|atteignait"
    r"|a|en|da|di|em|para|до|с|на|составил[аои]?)\s\Z"
)
"""What comes before a level."""
_DECIMAL = lazy_pattern(r"\d{1,5}[.,]\d{1,2}")
_TIME = lazy_pattern(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
"""Half past ten, or a date without a year, or a section: at 10.30."""
_GOES_ON = lazy_pattern(r"[^\W_]|[.,]\d|[%°/:-]")


def is_level(text: str, span: Span) -> bool:
    """Whether a number without a unit is a decimal that its words say something reached; times are none."""
    if not _DECIMAL.fullmatch(text, *span) or _TIME.fullmatch(text, *span):
        return False
    return bool(_REACHED.search(text, max(span.start - 16, 0), span.start)) and not _GOES_ON.match(text, span.end)
