"""Finds a quote in a text: verbatim, or with similar characters folded, or not at all.

Digits, decimal and thousands marks, and signs are never folded, and a match never cuts a word or a number: "8 million"
is not found in "28 million", nor "28" in "28.5".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice

from tui.text.cached_method import cached_method
from tui.text.fold import DASHES, is_undrawn, joins_words
from tui.text.normalized import BEFORE_SIGN, NormalizedText
from tui.text.phrases import MANY, Phrases, each_place
from tui.text.span import Span
from tui.text.unified import Unified, unify
from tui.text.work import Count, uncounted

MOST = 10_000
"""How many places of a quote are found at most; prefix and suffix do not choose among those of a more common one."""

FEW = 100
"""How many places of a quote in a stretch of a text are found at most."""

_NEAR = 4_000
"""A stretch of at most this many characters is searched directly."""

_BESIDE = 64
"""Characters beside a quote by which its places are ordered."""

_NO_SIGN = rf"[^\s{re.escape(BEFORE_SIGN)}]"
# What carries a number on across the offset where this matches: 28|.5, 28.|5, 2|\u2009500, -|5, .|5. White space
# does where it is not a plain space, and parts three digits from at most three.
_NUMBER_GOES_ON = re.compile(
    r"(?<=\d)[.,'’]\d|(?<=\d[.,'’])\d"
    r"|(?:(?<=\d)(?<!\d{4})[\u00a0\u2009\u202f]|(?<=\d[\u00a0\u2009\u202f])(?<!\d{4}.))\d{3}(?!\d)"
    rf"|(?<=[.{re.escape(DASHES)}])(?<!{_NO_SIGN}.)\d"
)


@dataclass(frozen=True)
class Matches:
    """The places of a quote: `spans` in order; `folded` if it is not there character for character."""

    spans: tuple[Span, ...]
    folded: bool = False
    more: bool = False
    """Whether there may be more places."""


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Matches:
    """All places of `quote` in `text`, directly after `prefix` and before `suffix`.

    Any white space may separate the quote from its prefix and suffix. For a quote with more than `MOST` places, the
    first are returned, regardless of prefix and suffix.
    """
    return Quotes(text).find(quote, prefix, suffix)


class Quotes:
    """Finds quotes in one text; keeps intermediate results, so that not every quote needs a pass over the text."""

    def __init__(self, text: str, count: Count = uncounted) -> None:
        self._text, self._count = text, count
        self._prepared: dict[str, list[int]] = {}

    @cached_property
    def _normalized(self) -> NormalizedText:
        self._count(len(self._text))
        return NormalizedText(self._text)

    def prepare(self, quotes: Collection[str]) -> None:
        """Finds quotes in advance: if there are many, in one pass over the text."""
        if len(quotes) > MANY:
            places = Phrases(quotes, count=self._count).places(self._text, MOST)
            self._prepared = {quote: places.get(quote, []) for quote in quotes}

    def find_all(self, phrases: Phrases) -> Iterator[tuple[str, list[Span]]]:
        """Every place of each phrase in the text: the verbatim ones if there are any, else the folded ones."""
        places: dict[str, list[int] | None] = dict.fromkeys(phrases)
        if len(places) > MANY:
            places = {**phrases.places(self._text)}
        for phrase, prepared in places.items():
            for folded in (False, True):
                if spans := self._look(phrase, folded, prepared, 0, len(self._text)):
                    yield phrase, spans
                    break

    @cached_method
    def find(self, quote: str, prefix: str = "", suffix: str = "") -> Matches:
        """The result of the function `find` for this text."""
        before, after = NormalizedText(prefix.strip()), NormalizedText(suffix.strip())
        found = _first((self._between(quote, folded, before, after) for folded in (False, True)), MOST)
        return found if found.spans else self._in_one_spelling(quote, prefix, suffix)

    def _in_one_spelling(self, quote: str, prefix: str, suffix: str) -> Matches:
        """The places where a quote has another Unicode spelling: decomposed, with ligatures, or hyphenated."""
        words = tuple(map(unify, (quote, prefix, suffix)))
        if self._unified.is_same and words == (quote, prefix, suffix):
            return Matches(())
        found = self._quotes_in_one_spelling.find(*words) if not self._unified.is_same else self.find(*words)
        return self._as_stored(found, self._unified)

    def _as_stored(self, found: Matches, unified: Unified, start: int = 0) -> Matches:
        """Places in a stretch from `start` in one Unicode spelling, as places in the stored text."""
        stored = (Span(start + span.start, start + span.end) for span in map(unified.span, found.spans) if span)
        spans = tuple(span for span in stored if not cuts(self._text, span))
        return Matches(spans, bool(spans), found.more)

    @cached_property
    def _unified(self) -> Unified:
        self._count(len(self._text))
        return Unified(self._text)

    @cached_property
    def _quotes_in_one_spelling(self) -> "Quotes":
        return Quotes(self._unified.text, self._count)

    def find_within(self, quote: str, within: Span) -> Matches:
        """The places of `quote` in a stretch of the text, at most `FEW`."""
        found = _first((self._within(quote, folded, within) for folded in (False, True)), FEW)
        if found.spans:
            return found
        stretch, words = Unified(self._text[within.start : within.end]), unify(quote)
        if stretch.is_same and words == quote:
            return found
        places = Quotes(stretch.text, self._count).find_within(words, Span(0, len(stretch.text)))
        return self._as_stored(places, stretch, within.start)

    @cached_method
    def _all(self, quote: str, folded: bool) -> list[Span]:
        """The first places of a quote in the whole text, verbatim or folded; at most `MOST`."""
        return self._look(quote, folded, self._prepared.get(quote), 0, len(self._text), MOST)

    def _within(self, quote: str, folded: bool, within: Span) -> list[Span]:
        """The first places of a quote in a stretch: searched for there or, in a long stretch, taken from all places."""
        if within.end - within.start > _NEAR:
            spans = self._all(quote, folded)
            if len(spans) < MOST:
                first = bisect_left(spans, within.start, key=lambda span: span.start)
                last = bisect_right(spans, within.end, key=lambda span: span.end)
                return spans[first : min(last, first + FEW)]
        return self._look(quote, folded, None, *within, FEW)

    def _look(
        self, quote: str, folded: bool, prepared: list[int] | None, start: int, end: int, most: int | None = None
    ) -> list[Span]:
        """The first places of a quote in a stretch that cut no word or number, out of `prepared` if that is given."""
        found = (self._folded if folded else self._verbatim)(quote, prepared, start, end) if quote else iter(())
        spans = [*islice((span for span in found if not cuts(self._text, span)), most)]
        self._count(len(spans))
        return spans

    def _verbatim(self, quote: str, prepared: list[int] | None, start: int, end: int) -> Iterator[Span]:
        if prepared is None:
            self._count(end - start)
            places = each_place(self._text, quote, start, end)
        else:
            before = len(quote) - len(quote.lstrip())
            places = (place - before for place in prepared if self._text.startswith(quote, place - before))
        return (Span(place, place + len(quote)) for place in places)

    def _folded(self, quote: str, prepared: list[int] | None, start: int, end: int) -> Iterator[Span]:
        whole = end - start == len(self._text)
        normal, words = self._normalized if whole else NormalizedText(self._text, start, end), NormalizedText(quote)
        if prepared is None:
            self._count(end - start)
            places = each_place(normal.text, words.text, 0, len(normal))
        else:
            before = words.text.startswith(" ")
            candidates = (normal.place_of(place) - before for place in prepared)
            places = (place for place in candidates if normal.text.startswith(words.text, place))
        return (normal.span(place, len(words)) for place in places if normal.keeps(words, place))

    def _between(self, quote: str, folded: bool, prefix: NormalizedText, suffix: NormalizedText) -> list[Span]:
        """The places of a quote directly after a prefix and before a suffix."""
        spans = self._all(quote, folded)
        if len(spans) == MOST or not (len(prefix) or len(suffix)):
            return spans
        # Bisection leaves only the places with the right characters on one side, however many there are.
        for side, words in (("before", prefix.text[::-1][:_BESIDE]), ("after", suffix.text[:_BESIDE])):
            if words:
                places = self._by_characters(side, quote, folded)
                begin = partial(_begin, length=len(words))
                first, last = bisect_left(places, words, key=begin), bisect_right(places, words, key=begin)
                if last - first < len(spans):
                    spans = [span for _, span in places[first:last]]
        self._count(len(spans))
        return sorted(span for span in spans if self._stands_between(span, prefix, suffix))

    @cached_method
    def _by_characters(self, side: str, quote: str, folded: bool) -> list[tuple[str, Span]]:
        """The places of a quote, sorted by the characters after it, or by those before it in reverse."""
        return sorted((self._characters(span, side), span) for span in self._all(quote, folded))

    def _characters(self, span: Span, side: str) -> str:
        before, after = self._beside(span)
        if side == "after":
            return self._normalized.text[after : after + _BESIDE]
        return self._normalized.text[max(before - _BESIDE, 0) : before][::-1]

    def _stands_between(self, span: Span, prefix: NormalizedText, suffix: NormalizedText) -> bool:
        normal, (end, after) = self._normalized, self._beside(span)
        before = end - len(prefix)
        return before >= 0 and normal.holds(prefix, before) and normal.holds(suffix, after)

    def _beside(self, span: Span) -> tuple[int, int]:
        """The places in the normalized text where a prefix ends and where a suffix begins."""
        before, after = self._normalized.place_of(span.start), self._normalized.place_of(span.end)
        if before and self._normalized.text[before - 1] == " ":
            before -= 1
        return before, after + self._normalized.text.startswith(" ", after)


def _first(found: Iterable[list[Span]], most: int) -> Matches:
    """The verbatim places if there are any, else the folded ones."""
    for folded, spans in enumerate(found):
        if spans:
            return Matches(tuple(spans), bool(folded), len(spans) == most)
    return Matches(())


def _begin(place: tuple[str, Span], length: int) -> str:
    return place[0][:length]


_FOOTNOTE = re.compile(r"(?<=\d,\d{3})[¹²³⁴-⁹]{1,2}(?!\w)")


def cuts(text: str, span: Span) -> bool:
    """Whether a span ends inside a word or a number, or is empty: such a span is never a match."""
    return span.start == span.end or _goes_on(text, span.start) or _goes_on(text, span.end)


def _goes_on(text: str, offset: int) -> bool:
    """Whether a word, or a number with its marks and sign, reaches across an offset."""
    before, after = _drawn(text[max(offset - _BESIDE, 0) : offset][::-1]), _drawn(text[offset : offset + _BESIDE])
    if joins_words(before) and joins_words(after):
        # After grouped digits, a raised one marks a footnote.
        return _FOOTNOTE.match(text, offset) is None
    return _NUMBER_GOES_ON.match(text, offset) is not None


def _drawn(text: str) -> str:
    """The first character of a text that is drawn; "" if there is none."""
    if text[:1].isascii():
        return text[:1]
    return next((character for character in text if not is_undrawn(character)), "")
