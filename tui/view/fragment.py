"""Words of an article as a text directive, which has a browser scroll to them and mark them.

https://wicg.github.io/scroll-to-text-fragment/: `text=[prefix-,]start[,end][,-suffix]`. The first match on the page
wins, so that words which stand in an article twice take along what stands around them.
"""

import re
from itertools import islice
from urllib.parse import quote

from tui.dossier.dossier import Dossier
from tui.text.span import Span
from tui.view.excerpt import excerpt
from tui.view.pieces import plain

LONGEST = 200
"""Characters beyond which words are given by their start and end."""

_ENDS = 5
"""Words that a start or an end has at the least."""

_CONTEXT = 12
"""Words of what stands before and behind that are tried at the most."""


def fragment(dossier: Dossier, article: str, span: Span) -> str:
    """The directive for a stretch of an article, with as much around it as makes it the only one."""
    text = dossier.documents[article].text
    before, words, after = (
        plain(excerpt(dossier, article, part)) for part in (_before(text, span.start), span, _after(text, span.end))
    )
    # A match by its start alone lies in one paragraph.
    parted = len(words) > LONGEST or "\n" in text[span.start : span.end].strip()
    leading, trailing = before.split(), after.split()
    directive = ""
    for more in range(_CONTEXT + 1):
        start, end = _parts(words, _ENDS + more) if parted else (words, "")
        prefix, suffix = " ".join(leading[max(len(leading) - more, 0) :]), " ".join(trailing[:more])
        directive = _written(prefix, start, end, suffix)
        if _alone(text, span, prefix, start, end, suffix):
            break
    return directive


def _before(text: str, start: int) -> Span:
    """The paragraph that words stand in, up to them; where they begin it, the one before. As far as it is needed."""
    near = text[max(start - LONGEST, 0) : start]
    return Span(start - len(near) + near.rstrip().rfind("\n") + 1, start)


def _after(text: str, end: int) -> Span:
    """The paragraph that words stand in, from them on; where they end it, the one behind. As far as it is needed."""
    near = text[end : end + LONGEST]
    stop = near.find("\n", len(near) - len(near.lstrip()))
    return Span(end, end + (stop if stop >= 0 else len(near)))


def _parts(words: str, count: int) -> tuple[str, str]:
    each = words.split()
    return (" ".join(each[:count]), " ".join(each[-count:])) if len(each) >= 2 * count else (words, "")


def _written(prefix: str, start: str, end: str, suffix: str) -> str:
    parts = [f"{_encoded(prefix)}-" if prefix else "", _encoded(start), _encoded(end)]
    parts.append(f"-{_encoded(suffix)}" if suffix else "")
    return "text=" + ",".join(part for part in parts if part)


def _encoded(text: str) -> str:
    # A hyphen would be the directive's own.
    return quote(text, safe="").replace("-", "%2D")


def _alone(text: str, span: Span, prefix: str, start: str, end: str, suffix: str) -> bool:
    """Whether a directive matches nothing else in a text, as browsers look for it: whatever the case."""
    matched = _pattern(start) + (".*?" + _pattern(end) if end else "")
    pattern = r"\s*".join([_pattern(prefix), f"({matched})", _pattern(suffix)])
    found = re.finditer(pattern, text, re.IGNORECASE | re.DOTALL)
    return all(match.span(1) == span for match in islice(found, 2))


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
