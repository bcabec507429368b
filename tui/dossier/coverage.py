"""What a text counts, measures, dates and names, and whether the catalog accounts for it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tui.items.items import TextItem, items_of
from tui.items.names import joined_names, names_in, words_in_lower_case
from tui.items.tokens import numbers_in
from tui.languages.language import code_of, known_language
from tui.quantity.builtin import builtin_ids, builtin_units
from tui.quantity.unit import Units
from tui.text.grouping import grouped
from tui.text.sorted_spans import Disjoint, whether_inside
from tui.text.span import Span, union

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.records import Claim, Event


class Count(NamedTuple):
    """How many items of one sort are captured, ignored, and left over."""

    captured: int
    ignored: int
    left: int

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """What the catalog accounts for in one article; spans are sorted."""

    article: str
    quantities: Count
    """Quantities, durations, ranks, and words like sole."""
    dates: Count
    """Dates, also those that are relative to another: last week."""
    named: Count
    events: int
    """How often an event is told; its date may be that of other records too."""
    claims: int
    """How often a claim without a number is made."""
    codes: int
    """Digits that measure nothing: times of day, identifiers, telephone numbers, parts of addresses and citations."""
    uncaptured: tuple[Span, ...]
    """The quantities and dates that are left over."""
    names: tuple[Span, ...]
    """Capitalised names that are not mentions of an entity."""

    @property
    def numbers(self) -> int:
        """How many quantities and dates there are."""
        return self.quantities.all + self.dates.all

    @property
    def captured(self) -> int:
        """How many of them records rest on."""
        return self.quantities.captured + self.dates.captured

    @property
    def ignored(self) -> int:
        """How many of them are ignored with a reason."""
        return self.quantities.ignored + self.dates.ignored

    @property
    def complete(self) -> bool:
        """Whether all numbers and names are accounted for."""
        return not self.uncaptured and not self.names


class CoverageReader:
    """Reads the coverage of the articles of one dossier."""

    def __init__(self, dossier: "Dossier") -> None:
        self._dossier = dossier
        self._ignored = grouped((entry.article, entry) for entry in dossier.ignored)
        self._cited, self._quoted = _cited(dossier)
        self._events, self._claims = _told(dossier.events.values()), _told(dossier.claims.values())

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """Every word that the articles print without a capital."""
        return words_in_lower_case(document.text for document in self._dossier.documents.values())

    @cached_property
    def units(self) -> Units:
        """The catalog's units with all that are built in."""
        dossier = self._dossier
        own = dossier.units.by_id
        languages = {article.language for article in dossier.articles.values() if article.language}
        more = builtin_units([id for id in builtin_ids() if id not in own], languages, own.values())
        return Units([*own.values(), *more])

    @cached_property
    def drafted(self) -> defaultdict[str, list[Span]]:
        """The numbers and dates in each article that drafts of the catalog are about."""
        evidence = (source for record in self._dossier.records if record.draft for source in record.evidence)
        places = ((source.article, source.number or source.when or source.quote) for source in evidence)
        return grouped(chain(self._dossier.drafted, places))

    def items(self, article: str) -> list[TextItem]:
        """The items of an article."""
        entry = self._dossier.articles[article]
        units = self.units.in_currency(entry.currency)
        return items_of(self._dossier.documents[article].text, units, known_language(entry.language))

    def key(self, article: str) -> bytes:
        """What the coverage of an article depends on, apart from its text and `lower_case`, as bytes."""
        dossier = self._dossier
        entry = dossier.articles[article]
        ignored = [(each.span, each.is_name, each.everywhere) for each in self._ignored[article]]
        furniture = [artefact.span for artefact in entry.artefacts]
        own = self._cited[article], self._quoted[article], ignored, furniture, entry.language, entry.currency
        told = self._events[article], self._claims[article]
        return repr((own, told, dossier.mentions.packed(article), self._common)).encode()

    @cached_property
    def _common(self) -> str:
        """What the coverage of all articles depends on."""
        dossier = self._dossier
        drafts = [entity.id for entity in dossier.entities.values() if entity.draft]
        languages = sorted({article.language or "" for article in dossier.articles.values()})
        return repr((drafts, languages, dossier.units.by_id))

    def of(self, article: str, lower_case: Container[str] | None = None) -> Coverage:
        """The coverage of an article; `lower_case` are the words of that name, if they are known."""
        document, entry = self._dossier.documents[article], self._dossier.articles[article]
        language = known_language(entry.language)
        tokens = list(numbers_in(document.text, language))
        is_captured, is_ignored = self._judges(article, tokens)
        counts = {True: [0, 0, 0], False: [0, 0, 0]}
        items = items_of(document.text, self.units.in_currency(entry.currency), language, tokens)
        left = []
        for item in items:
            if item.is_code:
                continue
            state = 0 if is_captured(item) else 1 if is_ignored(item) else 2
            counts[item.is_date][state] += 1
            if state == 2:
                left.append(item.span)
        named, names = self._names(article, self.lower_case if lower_case is None else lower_case)
        return Coverage(
            article=article,
            quantities=Count(*counts[False]),
            dates=Count(*counts[True]),
            named=named,
            events=self._events[article],
            claims=self._claims[article],
            codes=sum(item.is_code for item in items),
            uncaptured=tuple(left),
            names=tuple(joined_names(document.text, names)),
        )

    def _judges(
        self, article: str, tokens: list[Span]
    ) -> tuple[Callable[[TextItem], bool], Callable[[TextItem], bool]]:
        """Whether an item of an article is captured, and whether it is ignored."""
        ignored = [entry for entry in self._ignored[article] if not entry.is_name]
        furniture = [artefact.span for artefact in self._dossier.articles[article].artefacts]
        cited, quoted = whether_inside(self._cited[article]), whether_inside(self._quoted[article])
        words = Disjoint(union(self._cited[article]))
        here = whether_inside([*furniture, *(entry.span for entry in ignored if not entry.everywhere)])
        everywhere = whether_inside(entry.span for entry in ignored if entry.everywhere)

        def digits(item: TextItem) -> list[Span]:
            first = bisect_left(tokens, item.span.start, key=lambda token: token.start)
            last = bisect_left(tokens, item.span.end, first, key=lambda token: token.start)
            return tokens[first:last] or [item.span]

        def is_captured(item: TextItem) -> bool:
            if item.kind == "only":
                return quoted(item.span)
            return all(map(cited, digits(item))) or (item.kind == "relative date" and words.overlaps(item.span))

        def is_ignored(item: TextItem) -> bool:
            return everywhere(item.span) or all(cited(span) or here(span) for span in digits(item))

        return is_captured, is_ignored

    def _names(self, article: str, lower_case: Container[str]) -> tuple[Count, list[Span]]:
        """How many names are accounted for, and the words of those that are not."""
        document, dossier = self._dossier.documents[article], self._dossier
        mentions = [each for each in dossier.mentions[article] if not dossier.entities[each.record].draft]
        mentioned = Disjoint(mention.span for mention in mentions)
        furniture = [artefact.span for artefact in dossier.articles[article].artefacts]
        unnamed = (entry.span for entry in self._ignored[article] if entry.is_name)
        passed = whether_inside([*furniture, *self._cited[article], *unnamed])
        ignored, left = 0, []
        for span in names_in(document, lower_case, code_of(known_language(dossier.articles[article].language))):
            if mentioned.overlaps(span):
                continue
            if passed(span):
                ignored += 1
            else:
                left.append(span)
        return Count(len(mentions), ignored, sum(1 for _ in joined_names(document.text, left))), left


def _told(records: "Iterable[Event | Claim]") -> Counter[str]:
    """How often records are printed in each article; drafts count as none."""
    return Counter(source.article for record in records if not record.draft for source in record.sources)


def _cited(dossier: "Dossier") -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """By article, the numbers and dates that records rest on, and the words that they quote; drafts count as none."""
    cited = {id: list(article.dated_by) for id, article in dossier.articles.items()}
    quoted: dict[str, list[Span]] = {id: [] for id in dossier.articles}
    stated = (
        source
        for entity in dossier.entities.values()
        if not entity.draft
        for each in entity.relations
        for source in each.sources
    )
    for source in chain(stated, *(record.evidence for record in dossier.records if not record.draft)):
        cited[source.article] += filter(None, (source.when, source.number))
        quoted[source.article].append(source.quote)
    return cited, quoted
