"""Finds the events that a stretch of a draft may tell of, and those on a date, without reading all of them."""

from collections.abc import Iterable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Entity, Event, Source
from tui.text.grouping import grouped_sets
from tui.text.work import Count, uncounted
from tui.verify.topics import text_within
from tui.verify.words import WordIndex, words_of

_MOST = 100
"""How many events a stretch is compared with: those that it has the rarest words and entities in common with."""

_NO_YEAR, _ANY_YEAR = "no year", "any year"


class Events:
    """The events of a dossier by their words, their entities and their dates."""

    def __init__(self, dossier: Dossier, count: Count = uncounted) -> None:
        """`count` is called with the number of events that are compared."""
        self._dossier, self._count = dossier, count
        events = dossier.events
        self._position = {id: position for position, id in enumerate(events)}
        self._named = {id: self._names(event) for id, event in events.items()}
        self._by_word = WordIndex({id: self._words(event) for id, event in events.items()})
        self._of_entity = grouped_sets((entity, id) for id, event in events.items() for entity in event.entities)
        self._planned = {id for id, event in events.items() if event.nature != "happened"}
        self._on: dict[tuple[str, str], Event] = {}
        for event in events.values():
            for date in filter(None, (event.date, event.resolved)):
                for key in _keys_of(date):
                    self._on.setdefault(key, event)

    def scores(
        self, words: Iterable[str], entities: set[str], planned: bool, among: Iterable[str] | None = None
    ) -> dict[str, int]:
        """How well each of some events fits a stretch; without `among`, each that fits at all, in their order.

        A word in common is worth 1, an entity 2, but 1 if the event is not told of it. With `planned`, the stretch
        says that something is to happen: that fits what has not.
        """
        alike = [groups for word in words if (groups := self._by_word.alike(word))]
        if among is None:
            common = [ids for groups in alike for ids in groups] + [self._of_entity[id] for id in entities]
            among = self._near([*common, self._planned] if planned else common)
        scores = {}
        for id in among:
            self._count(1)
            entities_in = entities.intersection(self._dossier.events[id].entities)
            scores[id] = (
                sum(any(id in ids for ids in groups) for groups in alike)
                + sum(2 if each in self._named[id] else 1 for each in entities_in)
                + 2 * (planned and id in self._planned)
            )
        return scores

    def _near(self, groups: Iterable[set[str]]) -> list[str]:
        """The events of groups that have a word or an entity in common with a stretch: those of small groups first."""
        near: set[str] = set()
        for ids in sorted(groups, key=len):
            if len(near) + len(ids) > _MOST:
                break
            near |= ids
        return sorted(near, key=self._position.__getitem__)

    def first_on(self, date: str) -> Event | None:
        """The first event on a date of a draft: an EDTF date, which may be less exact, or without its year."""
        keys = [("", date), (_NO_YEAR, date[4:]), *([(_ANY_YEAR, date[4:])] if date.startswith("XXXX") else [])]
        found = [self._on[key] for key in keys if key in self._on]
        return min(found, key=lambda event: self._position[event.id], default=None)

    def named(self, event: Event) -> set[str]:
        """The entities that the sentences which tell of an event name, or what it says happens."""
        around = (
            (source.article, self._dossier.documents[source.article].sentence_around(source.quote))
            for source in event.sources
        )
        return self._named[event.id].union(
            each.record for article, span in around for each in self._dossier.mentions_within(article, span)
        )

    def _words(self, event: Event) -> set[str]:
        """What happens, and the quotes, without the names of entities."""
        return words_of(event.what) | {word for source in event.sources for word in self._quoted(source)}

    def _quoted(self, source: Source) -> set[str]:
        named = [each.span for each in self._mentions(source)]
        return words_of(text_within(self._dossier.documents[source.article].text, source.quote, named))

    def _names(self, event: Event) -> set[str]:
        """The entities that the quotes of an event name, or what it says happens."""
        entities = self._dossier.entities
        quoted = {each.record for source in event.sources for each in self._mentions(source)}
        return quoted | {id for id in event.entities if any(name in event.what for name in _names(entities[id]))}

    def _mentions(self, source: Source) -> list[Occurrence]:
        return self._dossier.mentions_within(source.article, source.quote)


def _keys_of(date: str) -> Iterator[tuple[str, str]]:
    """What the date of an event is found by: itself, the less exact ones, and what follows its year."""
    yield "", date
    yield from (("", date[:at]) for at, letter in enumerate(date) if letter == "-")
    yield _NO_YEAR if date.startswith("XXXX") else _ANY_YEAR, date[4:]


def _names(entity: Entity) -> Iterator[str]:
    return filter(None, (entity.name, entity.short, *entity.aliases))
