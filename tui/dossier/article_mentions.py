"""The mentions of entities in each article. They are most of a large dossier: each article's are unpacked on use."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tui.dossier.occurrence import Occurrence, mention
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped
from tui.text.span import Span

_Columns = tuple[list[str], list[int], list[int]]
"""The entities, starts and ends of mentions."""


def pack_mentions(found: Mapping[Span, str]) -> str:
    """The mentions in an article, given as spans in order with their entities, as a text for storing."""
    columns = [*found.values()], [span.start for span in found], [span.end for span in found]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


class ArticleMentions(Mapping[str, tuple[Occurrence, ...]]):
    """The mentions in each article, in order; none overlaps another."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        """`packed` gives the mentions in each article, as packed by `pack_mentions`."""
        self._packed = packed
        self._unpacked: dict[str, tuple[Occurrence, ...]] = {}
        self._columns: dict[str, _Columns] = {}

    def take_over(self, earlier: "ArticleMentions") -> None:
        """Takes over what was unpacked of earlier mentions, where they are the same."""
        same = {article for article, packed in self._packed.items() if earlier._packed.get(article) == packed}
        # Another thread may unpack more meanwhile.
        unpacked, columns = dict(earlier._unpacked), dict(earlier._columns)
        self._unpacked |= {article: unpacked[article] for article in same & unpacked.keys()}
        self._columns |= {article: columns[article] for article in same & columns.keys()}

    def __getitem__(self, article: str) -> tuple[Occurrence, ...]:
        if article not in self._unpacked:
            self._unpacked[article] = tuple(
                mention(entity, article, Span(start, end))
                for entity, start, end in zip(*self._columns_of(article), strict=True)
            )
        return self._unpacked[article]

    def __contains__(self, article: object) -> bool:
        return article in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def ordered(self, articles: Iterable[str]) -> "ArticleMentions":
        """The same in the order of these articles, which must all be there."""
        return ArticleMentions({article: self._packed[article] for article in articles})

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """How often each entity is mentioned in each article that mentions it."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for article in self._packed:
            for entity, count in Counter(self.entities(article)).items():
                found[entity][article] = count
        return found

    def entities(self, article: str) -> list[str]:
        """The entity of each mention in an article."""
        return self._columns_of(article)[0]

    def first(self, entity: str, article: str) -> Occurrence:
        """The first mention of an entity in an article that mentions it."""
        entities, starts, ends = self._columns_of(article)
        number = entities.index(entity)
        return mention(entity, article, Span(starts[number], ends[number]))

    def is_named(self, entity: str, article: str, within: Span) -> bool:
        """Whether a stretch of an article names an entity."""
        spans = self._spans_by_entity(article).get(entity, [])
        first = bisect_left(spans, within.start, key=lambda span: span.start)
        return first < len(spans) and spans[first].end <= within.end

    def named_in(self, article: str, within: Span) -> set[str]:
        """The entities that a stretch of an article names."""
        return {id for _, id in self.each(article, within)}

    def each(self, article: str, within: Span) -> list[tuple[Span, str]]:
        """The places of the mentions in a stretch of an article, in order, and their entities."""
        entities, starts, ends = self._columns_of(article)
        found = slice(bisect_left(starts, within.start), bisect_right(ends, within.end))
        return [*zip(map(Span, starts[found], ends[found]), entities[found], strict=True)]

    def packed(self, article: str) -> str:
        """The mentions in an article as a text, for storing."""
        return self._packed[article]

    def _columns_of(self, article: str) -> _Columns:
        if article not in self._columns:
            self._columns[article] = json.loads(self._packed[article])
        return self._columns[article]

    @cached_method
    def _spans_by_entity(self, article: str) -> dict[str, list[Span]]:
        mentions = zip(*self._columns_of(article), strict=True)
        return grouped((entity, Span(start, end)) for entity, start, end in mentions)
