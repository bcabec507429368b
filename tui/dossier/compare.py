"""Compares figures: groups them, and judges each pair by what its figures are about and by the intervals they cover.

    not comparable    their units are of different kinds
    different period  both have a period, printed or inferred, and not the same first and last day; or one has none, and
                      the words that date them differ
    not comparable    a condition, target or forecast is compared with a report
    conflict          they share no value
    compatible        they share a value, and one is a bound or a range, which leaves room for others
    agree             they share a value, to the digits that are printed; or they are the same bound or range

The first that applies is the verdict on two figures. A figure that nothing dates, or without a
claimant, fits any. The verdict on a group is the gravest on its pairs that share no value, and else that
it agrees.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from tui.dates import edtf
from tui.dossier import pairs
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import CONFLICT, PERIOD, SEVERITY, Comparable, Pairs
from tui.dossier.records import NOT_YET, Figure, Topic
from tui.quantity.interval import Interval
from tui.quantity.unit import Unit
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped

SINGLE = "single"
DIFFER_BY_PERIOD = "differ by period"
"""The verdict on a group that is `different period` on pairs."""

UNKNOWN = "unknown"

_BOUNDS = ("<", "≤", ">", "≥")


@dataclass(frozen=True)
class Pair:
    """Two figures of a group, and the verdict on them."""

    first: Figure
    second: Figure
    verdict: str


@dataclass(frozen=True)
class Group:
    """The figures of one measure, subject, material and scope, in the catalog's order."""

    measure: str
    subject: str
    material: str | None
    scope: str | None
    unit: Unit
    figures: tuple[Figure, ...]
    because: tuple[str, ...]
    """The curator's explanations of conflicts; shown beside the verdict, never instead of it."""
    unnamed: frozenset[str] = frozenset()
    """The claimants whom the texts do not name."""

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs([_comparable(figure, self.unit, number) for number, figure in enumerate(self.figures)])

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {figure.id: number for number, figure in enumerate(self.figures)}

    @property
    def totals(self) -> dict[str, int]:
        """How many pairs have each verdict."""
        return self._pairs.totals

    @property
    def verdict(self) -> str:
        """The gravest verdict on its pairs that share no value; that it agrees where all share one."""
        verdict = self._pairs.gravest_apart or SINGLE
        return DIFFER_BY_PERIOD if verdict == PERIOD else verdict

    @property
    def furthest(self) -> Pair | None:
        """The pair with that verdict whose values are furthest apart; None if there is no pair."""
        found = self._pairs.furthest
        return self._pair(*found) if found else None

    @cached_property
    def ascending(self) -> list[Figure]:
        """Its figures by size, the smallest first."""
        return sorted(self.figures, key=lambda figure: middle(figure, self.unit))

    def pairs(self) -> Iterator[Pair]:
        """Its pairs, the gravest first, then in the catalog's order; found lazily."""
        return (self._pair(*found) for found in self._pairs)

    def conflicts(self) -> Iterator[Pair]:
        """The pairs that conflict, in the catalog's order."""
        return takewhile(lambda pair: pair.verdict == CONFLICT, self.pairs())

    def against(self, figure: Figure, most: int) -> Iterator[tuple[str, int, list[Pair]]]:
        """The pairs of one of its figures by verdict, the gravest first: how many there are, and at most `most` of
        them.

        The pairs are in the catalog's order of the other figures.
        """
        own = self._pairs.members[self._numbers[figure.id]]
        counts = self._pairs.counts(own)
        found: dict[str, list[Pair]] = {verdict: [] for verdict in reversed(SEVERITY)}
        sought = sum(min(count, most) for count in counts.values())
        for other in self._pairs.members:
            if not sought:
                break
            verdict = pairs.judge(own, other)
            if other is not own and len(found[verdict]) < most:
                first, second = sorted((own, other), key=lambda member: member.number)
                found[verdict].append(self._pair(first, second, verdict))
                sought -= 1
        return ((verdict, counts[verdict], each) for verdict, each in found.items() if each)

    def contradicts(self, figure: Figure) -> bool:
        """Whether one of its figures is in conflict with another."""
        return self._pairs.counts(self._pairs.members[self._numbers[figure.id]])[CONFLICT] > 0

    def _pair(self, first: Comparable, second: Comparable, verdict: str) -> Pair:
        return Pair(self.figures[first.number], self.figures[second.number], verdict)

    @cached_property
    def most_origins(self) -> int:
        """The number of claimants, counted once in however many articles; an article claims what it says itself."""
        return len({origin(figure) for figure in self.figures})

    @cached_property
    def origins(self) -> int:
        """The least number of independent claims: an unnamed claimant who agrees with another may be that other."""
        return self.most_origins - len(self._perhaps_others())

    def _perhaps_others(self) -> set[str]:
        """The unnamed claimants who may be one of the others."""
        claimants = list(dict.fromkeys(origin(figure) for figure in self.figures))
        # Where none is named, the first represents those who agree with it.
        known = {id for id in claimants if id not in self.unnamed} or {*claimants[:1]}
        claims = [(origin(figure), member) for figure, member in zip(self.figures, self._pairs.members, strict=True)]
        others = Pairs([member for id, member in claims if id in known])
        return {id for id, member in claims if id not in known and others.agreeing_with(member)}


def origin(figure: Figure) -> str:
    """The origin of a figure: its claimant, or else the article that prints it first."""
    return figure.claimant or figure.sources[0].article


class Groups:
    """The groups of a dossier. Each is built when it is first used, because judging a large group takes long."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def of(self, figures: Iterable[Figure] | None = None) -> list[Group]:
        """The groups that some figures belong to, or all, each with all of its figures except for drafts."""
        topics = self._by_topic if figures is None else {figure.topic for figure in figures}
        return [self._about(topic) for topic in self._by_topic if topic in topics]

    def can_compare(self, figures: Iterable[Figure]) -> bool:
        """Whether one of some figures can be compared with another, of these or of all."""
        return any(len(self._by_topic.get(figure.topic, ())) > 1 for figure in figures)

    def with_figure(self, figure: Figure) -> Group:
        """The group that a figure belongs to; for a draft, one of its own."""
        return self._group([figure]) if figure.draft else self._about(figure.topic)

    def contradicted(self, figure: Figure) -> bool:
        """Whether another figure is in conflict with this one."""
        return self.with_figure(figure).contradicts(figure)

    @cached_method
    def _about(self, topic: Topic) -> Group:
        return self._group(self._by_topic[topic])

    def _group(self, figures: list[Figure]) -> Group:
        first = figures[0]
        unit, because = self._dossier.unit_of(first), tuple(self._because(figures))
        claimants = (self._dossier.entities[figure.claimant] for figure in figures if figure.claimant)
        unnamed = frozenset(claimant.id for claimant in claimants if claimant.type == "unnamed")
        return Group(*first.topic, unit, tuple(figures), because, unnamed)

    def _because(self, figures: list[Figure]) -> Iterator[str]:
        """The curator's explanations of conflicts between some of the figures, in the catalog's order."""
        ids = {figure.id for figure in figures}
        for number in sorted(number for id in ids for number in self._conflicts_by_first.get(id, ())):
            conflict = self._dossier.conflicts[number]
            if ids.issuperset(conflict.between):
                yield conflict.because

    @cached_property
    def _by_topic(self) -> dict[Topic, list[Figure]]:
        """The figures that can be compared, in the catalog's order; drafts are not among them."""
        return grouped((figure.topic, figure) for figure in self._dossier.figures.values() if not figure.draft)

    @cached_property
    def _conflicts_by_first(self) -> dict[str, list[int]]:
        """The indexes of the conflicts, by the first figure of each."""
        return grouped((conflict.between[0], number) for number, conflict in enumerate(self._dossier.conflicts))


def judge(first: Figure, second: Figure, dossier: Dossier) -> str:
    """The verdict on two figures, whether or not they are of one group."""
    return pairs.judge(*(_comparable(figure, dossier.unit_of(figure)) for figure in (first, second)))


def in_base(figure: Figure, dossier: Dossier) -> Interval:
    """The interval of a figure, in the base unit of its kind."""
    return figure.value.interval.converted(dossier.unit_of(figure).in_base)


def middle(figure: Figure, unit: Unit) -> Decimal:
    """The value by which a figure is sorted, in the base unit: of a range its middle, of an unknown one 0."""
    return Decimal(0) if figure.value.middle is None else unit.in_base(figure.value.middle)


def _comparable(figure: Figure, unit: Unit, number: int = 0) -> Comparable:
    interval = figure.value.interval.converted(unit.in_base)
    stands_open = figure.nature in NOT_YET or figure.condition is not None
    # An unknown value contradicts no other, and supports none.
    condition = UNKNOWN if figure.known == UNKNOWN else figure.condition
    return Comparable(
        number,
        interval.begins,
        # An interval that is narrower than its precision is rounded to a point.
        max(interval.begins, interval.ends),
        middle(figure, unit),
        edtf.parse(period).extent if (period := figure.sorting_date or figure.printed) else None,
        (stands_open, condition),
        unit.dimension,
        figure.value.value is None or figure.value.modifier in _BOUNDS,
        figure.dated_by,
    )
