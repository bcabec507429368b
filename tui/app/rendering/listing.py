"""The rows of the lists: the records of a kind in one of several orders, all or those that pass a filter."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import normalize

from tui.app.model.place import ARTICLES, CLAIMS, ENTITIES, EVENTS, FIGURES, KINDS
from tui.app.rendering.rows import LazyRows, Row, heading_row
from tui.dossier.claim_pairs import CONTRADICTS, pairs_of
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Article, Claim, Entity, Event, Figure
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.styled_text import FAMILIES, FAMILY_WORDS, StyledText
from tui.view.value import sort_value, value_text
from tui.view.wording import (
    REVIEW_SIGNS,
    REVIEW_STYLES,
    THE_ARTICLE,
    article_date,
    claimant_name,
    counted,
    event_date,
    period_text,
)

Mark = Callable[[str], Sequence[Span]]
"""Finds where a query matches in a text."""


class Order(NamedTuple):
    """An order of a list."""

    name: str
    """Its name in the border of the list."""
    key: Callable[["Listing", Any], Any]
    """The sort key of a record."""
    heading: Callable[[Dossier, Any], str] | None = None
    """The heading above a record and those that follow with the same heading."""


BY_FIGURES, BY_MEASURE, BY_CLAIMANT = "by figures ↓", "by measure, value ↓", "by claimant"


def _sort_name(name: str) -> str:
    """A name without case, accents, brackets and quotation marks."""
    return "".join(c for c in normalize("NFKD", name) if c.isalnum() or c.isspace()).casefold()


def _by_count(listing: "Listing", entity: Entity) -> Any:
    return -len(listing.dossier.occurrences_of(entity.id)), _sort_name(listing.dossier.name_of(entity.id))


def _by_measure(listing: "Listing", figure: Figure) -> Any:
    return listing.measure_rank[figure.measure], -sort_value(figure)


def _by_claimant(listing: "Listing", record: Figure | Claim) -> Any:
    return not record.claimant, _sort_name(listing.dossier.name_of(record.claimant))


def _claimant_heading(dossier: Dossier, record: Figure | Claim) -> str:
    return dossier.name_of(record.claimant) or THE_ARTICLE


ORDERS: dict[str, tuple[Order, ...]] = {
    ARTICLES: (
        Order("by date", lambda _, article: order(article.date)),
        Order("by title", lambda _, article: _sort_name(article.title)),
        Order(BY_FIGURES, lambda listing, article: -len(listing.dossier.index.in_article(article.id, Figure))),
    ),
    ENTITIES: (
        Order("by count ↓", _by_count),
        Order("by name", lambda listing, entity: _sort_name(listing.dossier.name_of(entity.id))),
        Order(
            "by kind, count ↓",
            lambda listing, entity: (entity.type, _by_count(listing, entity)),
            lambda _, entity: entity.type,
        ),
    ),
    FIGURES: (
        Order(BY_MEASURE, _by_measure, lambda dossier, figure: dossier.measures[figure.measure].name),
        Order(
            BY_CLAIMANT,
            lambda listing, figure: (_by_claimant(listing, figure), _by_measure(listing, figure)),
            _claimant_heading,
        ),
        Order(
            "by period",
            lambda listing, figure: (order(figure.sorting_date), _by_measure(listing, figure)),
            lambda _, figure: period_text(figure) or "no period",
        ),
    ),
    CLAIMS: (
        Order("by catalog", lambda _, claim: ()),
        Order(BY_CLAIMANT, _by_claimant, _claimant_heading),
    ),
    EVENTS: (
        Order("by date", lambda _, event: order(event.sorting_date)),
        Order("by catalog", lambda _, event: ()),
    ),
}
"""The orders of each list; the first is the default."""


class Listing:
    """The list of one kind of record of a dossier."""

    def __init__(self, pane: str, dossier: Dossier) -> None:
        self.pane = pane
        self.dossier: Dossier = dossier
        self._sorted: dict[str, list[Any]] = {}

    @cached_property
    def records(self) -> list[Any]:
        """All records of the kind, in the catalog's order."""
        return [record for record in self.dossier.records if record.kind == KINDS[self.pane]]

    @cached_property
    def measure_rank(self) -> dict[str, int]:
        """The place of each measure in the catalog."""
        return {measure: rank for rank, measure in enumerate(self.dossier.measures)}

    def rows(self, order: Order, matching: set[str] | None = None, mark: Mark | None = None) -> LazyRows:
        """The rows in an order with its headings; with `matching`, of the records with these ids alone.

        `mark` finds what they were searched for in a text: the row of an entity shows the name that has it.
        """
        if order.name not in self._sorted:
            self._sorted[order.name] = sorted(self.records, key=partial(order.key, self))
        records = [r for r in self._sorted[order.name] if matching is None or r.id in matching]
        lines = [*self._with_headings(records, order)]

        def row(index: int) -> Row:
            line = lines[index]
            return heading_row(line) if isinstance(line, str) else self._row(line, order, mark)

        return LazyRows([None if isinstance(line, str) else line.id for line in lines], row)

    def _with_headings(self, records: list[Any], order: Order) -> Iterator[Any]:
        if order.heading is None:
            yield from records
            return
        heading = order.heading
        for words, group in groupby(records, lambda record: heading(self.dossier, record)):
            yield visible(words[:1].upper() + words[1:])
            yield from group

    def _row(self, record: Article | Entity | Figure | Claim | Event, order: Order, mark: Mark | None) -> Row:
        match record:
            case Article():
                return self._article(record, order)
            case Entity():
                return self._entity(record, mark)
            case Claim():
                return self._claim(record, order)
            case Event():
                return self._event(record)
        return self._figure(record, order)

    def _article(self, article: Article, order: Order) -> Row:
        right = article_date(article, short=True)
        if order.name == BY_FIGURES:
            right = counted(len(self.dossier.index.in_article(article.id, Figure)), "figure")
        return Row(article.id, [StyledText(visible(article.title))], [StyledText(right, "dim")], whole=True)

    def _entity(self, entity: Entity, mark: Mark | None) -> Row:
        count = len(self.dossier.occurrences_of(entity.id))
        family = FAMILIES[entity.type]
        right = [StyledText(f"{FAMILY_WORDS[family]:<6}", "dim"), StyledText(f" {count:>4}")]
        shown = entity.short or entity.name
        left = [StyledText(visible(shown), family)]
        if mark:
            found = max((shown, entity.name, *entity.aliases, *entity.also), key=lambda name: len(mark(name)))
            left += [StyledText(f" ({visible(found)})", "dim")] if len(mark(found)) > len(mark(shown)) else []
        return Row(entity.id, left, right)

    @cached_property
    def _common_material(self) -> str | None:
        materials = Counter(figure.material for figure in self.records if figure.material)
        return materials.most_common(1)[0][0] if materials else None

    def _figure(self, figure: Figure, order: Order) -> Row:
        """The value, the topic and the claimant of a figure, and ≠ if another figure contradicts it."""
        dossier = self.dossier
        # The most frequent material is not named.
        material = figure.material if figure.material != self._common_material else None
        names = [dossier.name_of(figure.subject), dossier.name_of(material), figure.scope or ""]
        # What the heading gives is left out.
        right = [] if order.name == BY_CLAIMANT else [StyledText(claimant_name(figure, dossier, "—"), "dim")]
        if order.name != BY_MEASURE:
            names.insert(0, dossier.measures[figure.measure].name)
        about = visible(", ".join(name for name in names if name))
        sign = StyledText(" ≠", "error") if dossier.groups.contradicted(figure) else StyledText("  ")
        value = StyledText(f"{value_text(figure, dossier):>10} ", "number")
        return Row(figure.id, [value, *self._reviewed(figure), StyledText(about)], [*right, sign])

    @cached_property
    def _contradicting(self) -> set[str]:
        """The ids of the claims on either side of a contradiction."""
        pairs = (pair for claim in self.records for pair in pairs_of(claim, self.dossier))
        return {side.id for pair in pairs if pair.verdict == CONTRADICTS for side in (pair.first, pair.second)}

    def _claim(self, claim: Claim, order: Order) -> Row:
        """The words and the claimant of a claim, and ≠ if it is part of a contradiction."""
        # What the heading gives is left out.
        name = "" if order.name == BY_CLAIMANT else claimant_name(claim, self.dossier, "")
        sign = [StyledText(" ≠", "error")] if claim.id in self._contradicting else []
        left = [*self._reviewed(claim), StyledText(visible(claim.what))]
        return Row(claim.id, left, [StyledText(name, "dim"), *sign], prose=True)

    def _reviewed(self, record: Figure | Claim) -> list[StyledText]:
        """What a review of a record found, if there is one."""
        review = record.review
        return [StyledText(f"{REVIEW_SIGNS[review.status]} ", REVIEW_STYLES[review.status])] if review else []

    def _event(self, event: Event) -> Row:
        date = StyledText(event_date(event), "number")
        return Row(event.id, [StyledText(visible(event.what))], [date], whole=True, prose=True)
