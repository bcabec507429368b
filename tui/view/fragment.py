"""Words of an article as a text directive, which has a browser scroll to them and mark them.

https://wicg.github.io/scroll-to-text-fragment/: `text=[prefix-,]start[,end][,-suffix]`. The first match on the page
wins, so that words which stand in an article twice take along what stands around them.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple
from urllib.parse import quote

from tui.dossier.dossier import Dossier
from tui.text.even import Even
from tui.text.fold import lower_case
from tui.text.phrases import verbatim_places
from tui.text.span import Span
from tui.text.work import Count, uncounted
from tui.view.excerpt import excerpt
from tui.view.styled_text import plain

LONGEST = 200
"""Characters beyond which words are given by their start and end."""

_ENDS = 5
"""Words that a start or an end has at the least."""

_CONTEXT = 12
"""Words of what stands before and behind that are tried at the most."""


def fragment(dossier: Dossier, article: str, span: Span) -> str:
    """The directive for a stretch of an article, with as much around it as makes it the only one."""
    return fragments(dossier, article, [span])[0]


def fragments(dossier: Dossier, article: str, spans: Sequence[Span], count: Count = uncounted) -> list[str]:
    """The directives for several stretches of an article. `count` is told of the characters that are looked through."""
    # As browsers look for words: whatever the case.
    text = Even(dossier.documents[article].text, alike=lower_case)
    wanted = {number: _Words(dossier, article, span) for number, span in enumerate(spans)}
    directives: dict[int, _Directive] = {}
    for more in range(_CONTEXT + 1):
        tried = {number: words.directive(more) for number, words in wanted.items()}
        places = verbatim_places(text.text, {each for directive in tried.values() for each in directive.phrases}, count)
        directives |= tried
        wanted = {
            number: words for number, words in wanted.items() if not tried[number].is_alone(places, text, spans[number])
        }
    return [directives[number].written for number in range(len(spans))]


class _Words:
    """Words of an article, with those before and behind them."""

    def __init__(self, dossier: Dossier, article: str, span: Span) -> None:
        text = dossier.documents[article].text
        before, self.words, after = (
            plain(excerpt(dossier, article, part)) for part in (_before(text, span.start), span, _after(text, span.end))
        )
        # A match by its start alone lies in one paragraph.
        self.parted = len(self.words) > LONGEST or "\n" in text[span.start : span.end].strip()
        self.leading, self.trailing = before.split(), after.split()

    def directive(self, more: int) -> "_Directive":
        """The directive with so many words more than it needs to name them."""
        start, end = _parts(self.words, _ENDS + more) if self.parted else (self.words, "")
        prefix = " ".join(self.leading[max(len(self.leading) - more, 0) :])
        return _Directive(prefix, start, end, " ".join(self.trailing[:more]))


class _Directive(NamedTuple):
    prefix: str
    start: str
    end: str
    suffix: str

    @property
    def written(self) -> str:
        parts = [f"{_encoded(self.prefix)}-" if self.prefix else "", _encoded(self.start), _encoded(self.end)]
        parts.append(f"-{_encoded(self.suffix)}" if self.suffix else "")
        return "text=" + ",".join(part for part in parts if part)

    @property
    def _starts(self) -> list[tuple[str, Span]]:
        """What a match may begin with, and where in it the words do: white space around them is free."""
        return _joined(self.prefix, self.start, "" if self.end else self.suffix)

    @property
    def _ends(self) -> list[tuple[str, Span]]:
        return _joined("", self.end, self.suffix) if self.end else []

    @property
    def phrases(self) -> list[str]:
        """What has to be looked for in an even text in lower case."""
        return [phrase for phrase, _ in (*self._starts, *self._ends)]

    def is_alone(self, places: Mapping[str, list[int]], text: Even, span: Span) -> bool:
        """Whether the directive matches nothing but a span, given the places of its phrases."""
        at = 0
        for _ in range(2):
            begun = _next(self._starts, places, at)
            ended = _next(self._ends, places, begun.end) if begun and self.end else begun
            if begun is None or ended is None:
                return True
            if text.span(begun.start, ended.end - begun.start) != span:
                return False
            at = ended.end
        return True


def _joined(before: str, words: str, after: str) -> list[tuple[str, Span]]:
    """Words with others before and after them, with and without white space between, and where they are in it."""
    joined = []
    for one, two in product(("", " ") if before else ("",), ("", " ") if after else ("",)):
        start = len(before) + len(one)
        joined.append((lower_case(f"{before}{one}{words}{two}{after}"), Span(start, start + len(words))))
    return joined


def _next(phrases: list[tuple[str, Span]], places: Mapping[str, list[int]], at: int) -> Span | None:
    """The first place from one on where the words of one of some phrases are."""
    found = []
    for phrase, words in phrases:
        known = places.get(phrase, [])
        following = bisect_left(known, at)
        found += [Span(place + words.start, place + words.end) for place in known[following : following + 1]]
    return min(found, default=None)


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


def _encoded(text: str) -> str:
    # A hyphen would be the directive's own.
    return quote(text, safe="").replace("-", "%2D")
