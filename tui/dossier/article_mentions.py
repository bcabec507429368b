"""The mentions of entities in each article. They are most of a large dossier: each article's are unpacked on use."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from tui.dossier.occurrence import Occurrence, mention
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
        for article, unpacked in [*earlier._unpacked.items()]:
            if self._packed.get(article) == earlier._packed[article]:
                self._unpacked[article] = unpacked

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
    def counts(self) -> dict[str, Counter[str]]:
        """How often each entity is mentioned in each article that mentions it."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for article in self._packed:
            for entity, count in Counter(self.entities(article)).items():
                found[entity][article] = count
        return dict(found)

    def entities(self, article: str) -> list[str]:
        """The entity of each mention in an article."""
        return self._columns_of(article)[0]

    def first(self, entity: str, article: str) -> Occurrence:
        """The first mention of an entity in an article that mentions it."""
        entities, starts, ends = self._columns_of(article)
        number = entities.index(entity)
        return mention(entity, article, Span(starts[number], ends[number]))

    def packed(self, article: str) -> str:
        """The mentions in an article as a text, for storing."""
        return self._packed[article]

    def _columns_of(self, article: str) -> _Columns:
        if article not in self._columns:
            self._columns[article] = json.loads(self._packed[article])
        return self._columns[article]
