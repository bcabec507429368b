"""What stands in the three lists: the records of a kind in one of several orders, under a filter or not."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple
from unicodedata import normalize

from tui.app.model.place import ARTICLES, ENTITIES, FIGURES, KINDS
from tui.app.widgets.rows import LazyRows, Row
from tui.dossier.compare import contradicted
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Article, Entity, Figure
from tui.text.safe import visible
from tui.view.styled_text import FAMILIES, FAMILY_WORDS, StyledText
from tui.view.value import sort_value, value_text
from tui.view.wording import THE_ARTICLE, claimant_name, counted, date_text, short_date


class Order(NamedTuple):
    """A way to sort a list."""

    name: str
    """What the list's border says of it."""
    key: Callable[[Dossier], Callable[[Any], Any]]
    """Makes what its records are sorted by."""
    heading: Callable[[Dossier, Any], str] | None = None
    """What its records stand under."""


def _spelt(name: str) -> str:
    """A name as one looks it up: without case, accents, brackets and quotes."""
    return "".join(c for c in normalize("NFKD", name) if c.isalnum() or c.isspace()).casefold()


def _by_count(dossier: Dossier) -> Callable[[Entity], Any]:
    return lambda entity: (-len(dossier.occurrences_of(entity.id)), _spelt(dossier.name_of(entity.id)))


def _by_measure(dossier: Dossier) -> Callable[[Figure], Any]:
    rank = {measure: number for number, measure in enumerate(dossier.measures)}
    return lambda figure: (rank[figure.measure], -sort_value(figure))


def _then_by_measure(key: Callable[[Dossier, Figure], Any]) -> Callable[[Dossier], Callable[[Figure], Any]]:
    def made(dossier: Dossier) -> Callable[[Figure], Any]:
        by_measure = _by_measure(dossier)
        return lambda figure: (key(dossier, figure), by_measure(figure))

    return made


ORDERS: dict[str, tuple[Order, ...]] = {
    ARTICLES: (
        Order("by date", lambda _: lambda article: order(article.date)),
        Order("by title", lambda _: lambda article: _spelt(article.title)),
        Order("by figures ↓", lambda dossier: lambda article: -len(dossier.figures_in(article.id))),
    ),
    ENTITIES: (
        Order("by count ↓", _by_count),
        Order("by name", lambda dossier: lambda entity: _spelt(dossier.name_of(entity.id))),
        Order(
            "by kind, count ↓",
            lambda dossier: lambda entity: (entity.type, _by_count(dossier)(entity)),
            lambda _, entity: entity.type,
        ),
    ),
    FIGURES: (
        Order("by measure, value ↓", _by_measure, lambda dossier, figure: dossier.measures[figure.measure].name),
        Order(
            "by claimant",
            _then_by_measure(lambda dossier, figure: (not figure.claimant, _spelt(dossier.name_of(figure.claimant)))),
            lambda dossier, figure: dossier.name_of(figure.claimant) or THE_ARTICLE,
        ),
        Order(
            "by period",
            _then_by_measure(lambda _, figure: order(figure.period)),
            lambda _, figure: date_text(figure.period, "no period"),
        ),
    ),
}
"""How each list can be sorted; the first is how it is until one says otherwise."""


class Listing:
    """A list of a dossier."""

    def __init__(self, pane: str, dossier: Dossier) -> None:
        self.pane, self.dossier = pane, dossier
        self._sorted: dict[str, list[Any]] = {}

    @cached_property
    def records(self) -> list[Any]:
        """Its records, in the catalog's order."""
        return [record for record in self.dossier.records if record.kind == KINDS[self.pane]]

    def rows(self, order: Order, admitted: set[str] | None = None) -> LazyRows:
        """The rows in an order, under its headings; with `admitted`, only of the records that a filter admits."""
        if order.name not in self._sorted:
            self._sorted[order.name] = sorted(self.records, key=order.key(self.dossier))
        records = [r for r in self._sorted[order.name] if admitted is None or r.id in admitted]
        lines = [*self._headed(records, order)]

        def row(index: int) -> Row:
            line = lines[index]
            return Row(None, [StyledText(line, "heading")], []) if isinstance(line, str) else self._row(line, order)

        return LazyRows([None if isinstance(line, str) else line.id for line in lines], row)

    def _headed(self, records: list[Any], order: Order) -> Iterator[Any]:
        if order.heading is None:
            yield from records
            return
        heading = order.heading
        for words, group in groupby(records, lambda record: heading(self.dossier, record)):
            yield visible(words[:1].upper() + words[1:])
            yield from group

    def _row(self, record: Article | Entity | Figure, order: Order) -> Row:
        match record:
            case Article():
                return self._article(record, order)
            case Entity():
                return self._entity(record)
        return self._figure(record, order)

    def _article(self, article: Article, order: Order) -> Row:
        right = short_date(article.date)
        if order.name == "by figures ↓":
            right = counted(len(self.dossier.figures_in(article.id)), "figure")
        return Row(article.id, [StyledText(visible(article.title))], [StyledText(right, "dim")])

    def _entity(self, entity: Entity) -> Row:
        count = len(self.dossier.occurrences_of(entity.id))
        family = FAMILIES[entity.type]
        right = [StyledText(f"{FAMILY_WORDS[family]:<6}", "dim"), StyledText(f" {count:>4}")]
        return Row(entity.id, [StyledText(visible(entity.short or entity.name), family)], right)

    @cached_property
    def _common_material(self) -> str | None:
        materials = Counter(figure.material for figure in self.records if figure.material)
        return materials.most_common(1)[0][0] if materials else None

    def _figure(self, figure: Figure, order: Order) -> Row:
        """Its value, what it is about, and who says so; ≠ behind those that another contradicts."""
        dossier = self.dossier
        # The material is named where it is not what the dossier mostly counts.
        material = figure.material if figure.material != self._common_material else None
        names = [dossier.name_of(figure.subject), dossier.name_of(material), figure.scope or ""]
        # What a heading says already is not said again.
        right = [] if order.name == "by claimant" else [StyledText(claimant_name(figure, dossier, "—"), "dim")]
        if order.name != "by measure, value ↓":
            names.insert(0, dossier.measures[figure.measure].name)
        about = visible(", ".join(name for name in names if name))
        sign = StyledText(" ≠", "error") if contradicted(figure, dossier) else StyledText("  ")
        return Row(
            figure.id, [StyledText(f"{value_text(figure, dossier):>10} ", "number"), StyledText(about)], [*right, sign]
        )
