"""Figures that can be set against each other: grouped, and judged in pairs by the values that they cover.

    agree             the intervals share a value
    differ by period  both have a period, and the periods differ
    not comparable    units of different kinds, or a condition, target or forecast against a report
    conflict          none of these

An empty period or claimant is compatible with any. A group conflicts if a pair does; else it is not comparable, else
it differs by period, else it agrees.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.interval import Interval

AGREE, PERIOD, INCOMPARABLE, CONFLICT, SINGLE = "agree", "differ by period", "not comparable", "conflict", "single"

SEVERITY = (AGREE, PERIOD, INCOMPARABLE, CONFLICT)
"""The verdicts of pairs, the one that a group takes last."""

_NOT_YET = ("target", "forecast", "potential")


@dataclass(frozen=True)
class Pair:
    """Two figures of a group and what holds between them."""

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
    figures: tuple[Figure, ...]
    pairs: tuple[Pair, ...]
    because: tuple[str, ...]
    """The curator's word on what disagrees here; beside the verdict, never in its place."""

    @property
    def verdict(self) -> str:
        """The gravest verdict of its pairs."""
        verdicts = {pair.verdict for pair in self.pairs}
        return next((verdict for verdict in reversed(SEVERITY) if verdict in verdicts), SINGLE)

    @property
    def conflicts(self) -> tuple[Pair, ...]:
        """The pairs that conflict."""
        return tuple(pair for pair in self.pairs if pair.verdict == CONFLICT)

    @property
    def origins(self) -> int:
        """How many independent claims it holds: claimants count once, whoever prints them."""
        return len({origin(figure) for figure in self.figures})


def origin(figure: Figure) -> str:
    """Whose claim a figure is: its claimant's, else that of the article that prints it first."""
    return figure.claimant or figure.sources[0].article


def groups(dossier: Dossier, figures: Iterable[Figure] | None = None) -> list[Group]:
    """The groups that some figures belong to, or all, each with all of its figures but for drafts."""
    topics = dossier.by_topic if figures is None else {figure.topic for figure in figures}
    return [_group(members, dossier) for topic, members in dossier.by_topic.items() if topic in topics]


def group_of(figure: Figure, dossier: Dossier) -> Group:
    """The group that a figure belongs to; for a draft, one of its own."""
    return _group([figure] if figure.draft else dossier.by_topic[figure.topic], dossier)


def contradicted(figure: Figure, dossier: Dossier) -> bool:
    """Whether another figure is in conflict with this one, found without judging all the others."""
    others = [] if figure.draft else dossier.by_topic[figure.topic]
    return any(other is not figure and judge(figure, other, dossier) == CONFLICT for other in others)


def judge(first: Figure, second: Figure, dossier: Dossier) -> str:
    """The verdict on two figures of a group."""
    if dossier.unit_of(first).kind != dossier.unit_of(second).kind:
        return INCOMPARABLE
    if in_base(first, dossier).meets(in_base(second, dossier)):
        return AGREE
    if first.period and second.period and first.period != second.period:
        return PERIOD
    if _stands_open(first) != _stands_open(second) or first.condition != second.condition:
        return INCOMPARABLE
    return CONFLICT


def in_base(figure: Figure, dossier: Dossier) -> Interval:
    """The interval that a figure covers, in the base unit of its kind."""
    return figure.value.interval.scaled(dossier.unit_of(figure).factor)


def _stands_open(figure: Figure) -> bool:
    """Whether a figure says what is not yet, or hangs on a condition."""
    return figure.nature in _NOT_YET or figure.condition is not None


def _group(figures: list[Figure], dossier: Dossier) -> Group:
    pairs = tuple(Pair(a, b, judge(a, b, dossier)) for a, b in combinations(figures, 2))
    because = tuple(_because({figure.id for figure in figures}, dossier))
    return Group(*figures[0].topic, tuple(figures), pairs, because)


def _because(ids: set[str], dossier: Dossier) -> Iterator[str]:
    for remark in dossier.remarks:
        if set(remark.between) <= ids:
            yield remark.because
