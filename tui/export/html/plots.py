"""Comparisons for the page: each group of figures with its verdict, and its claims on one axis."""

from dataclasses import dataclass

from tui.dossier.compare import SINGLE, Group, in_base
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.export.html.selection import Selection
from tui.view.comparison import topic_text, verdict_lines
from tui.view.plot import Axis, axis_numbers, axis_of, claim_cells
from tui.view.styled_text import Line

WIDTH, COLUMNS = 600, 60
"""The width of an axis, in the units of its drawing and in columns of numbers."""

PLOTTED = 100
"""Claims of a group that are drawn at most."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A claim on its axis: where its interval begins and ends, and whether a side is open."""

    id: str
    cells: Line
    start: int
    end: int
    opens_left: bool
    opens_right: bool

    @property
    def is_point(self) -> bool:
        """Whether its interval is too narrow to be drawn as one."""
        return self.end - self.start < 8 and not (self.opens_left or self.opens_right)

    @property
    def middle(self) -> int:
        """Where a point is drawn."""
        return (self.start + self.end) // 2


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A group of figures as the page shows it."""

    address: str
    figures: frozenset[str]
    heading: str
    scale: str
    numbers: list[tuple[int, str]]
    claims: list[Drawn]
    left_out: int
    verdicts: list[Line]


def compared(selection: Selection) -> list[Compared]:
    """The groups of more than one figure."""
    found = selection.dossier.groups.of(selection.of(Figure))
    several = (group for group in found if group.verdict != SINGLE)
    return [_compared(group, number, selection.dossier) for number, group in enumerate(several, 1)]


def _compared(group: Group, number: int, dossier: Dossier) -> Compared:
    axis = axis_of(group, dossier, WIDTH)
    numbers = axis_numbers(axis_of(group, dossier, COLUMNS))
    figures = group.ascending[:PLOTTED]
    return Compared(
        address=f"_comparison-{number}",
        figures=frozenset(figure.id for figure in group.figures),
        heading=topic_text(group, dossier),
        scale=axis.scale,
        numbers=[(round((start + len(label) / 2) * WIDTH / COLUMNS), label) for start, label in numbers],
        claims=[_drawn(figure, axis, dossier) for figure in figures],
        left_out=len(group.figures) - len(figures),
        verdicts=[*verdict_lines(group, dossier)],
    )


def _drawn(figure: Figure, axis: Axis, dossier: Dossier) -> Drawn:
    interval = in_base(figure, dossier)
    return Drawn(
        id=figure.id,
        cells=[*claim_cells(figure, dossier)],
        start=0 if interval.low is None else axis.column(interval.low),
        end=WIDTH - 1 if interval.high is None else axis.column(interval.high),
        opens_left=interval.low is None,
        opens_right=interval.high is None,
    )
