"""A group of figures plotted on one axis: a line of numbers, and a line for each figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import ceil, floor

from tui.dossier.compare import Group, in_base
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.safe import visible
from tui.view.comparison import base_value, claimant_in_sentence
from tui.view.styled_text import Line, StyledText
from tui.view.value import RANK, value_text
from tui.view.wording import entity_text, period_text, rate_sign


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The axis of a group: from 0 (of ranks, from 1) or the least value to the largest, in the base unit.

    `width` is in columns.
    """

    low: Decimal
    high: Decimal
    unit: Unit
    per: str | None
    """The time that makes the unit a rate."""
    logarithmic: bool
    width: int

    @property
    def scale(self) -> str:
        """The unit and the start of the axis in words."""
        start = "logarithmic" if self.logarithmic else f"from {self.label(self.low)}"
        if self.unit.id == RANK:
            return f"by rank, {start}"
        return f"in {visible(self.unit.id)}{rate_sign(self.per)}, {start}"

    def label(self, value: Decimal) -> str:
        """A value in the unit of the axis, to three significant digits."""
        return f"{Decimal(f'{self.unit.from_base(value):.3g}').normalize():,f}"

    def column(self, value: Decimal) -> int:
        """The column of a value, from 0; of a value beyond an end, the column of that end."""
        least, most = self._ends
        if self.logarithmic:
            value = max(value, self.low).log10()
        place = (value - least) / ((most - least) or 1)
        return min(max(round(place * (self.width - 1)), 0), self.width - 1)

    @cached_property
    def _ends(self) -> tuple[Decimal, Decimal]:
        return (self.low.log10(), self.high.log10()) if self.logarithmic else (self.low, self.high)


LOGARITHMIC_FROM = 50
"""The ratio of the largest to the least value from which an axis is logarithmic."""


def axis_of(group: Group, dossier: Dossier, width: int, logarithmic: bool | None = None) -> Axis:
    """The axis that shows all figures of a group.

    By default it is logarithmic where the values differ much; `logarithmic` decides it if all values are above 0.
    """
    intervals = [in_base(figure, dossier) for figure in group.figures]
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    values = [base_value(figure, dossier) for figure in group.figures]
    least, most = min(values), max(values)
    if logarithmic is None:
        logarithmic = least > 0 and most / least >= LOGARITHMIC_FROM
    logarithmic = logarithmic and least > 0
    # There is no rank 0.
    origin = Decimal(group.unit.id == RANK)
    low, high = min([origin, *ends, *values]), max([origin, *ends, *values])
    if logarithmic:
        low = min(end for end in (*ends, *values) if end > 0)
    largest = max(high, -low)
    large = dossier.units.largest_within(group.unit, largest) if largest >= 1_000_000 else None
    of_scale = group.unit.scale or group.unit.difference
    unit = group.unit if of_scale else large or dossier.units.by_id.get(group.unit.kind, group.unit)
    per = dossier.measures[group.figures[0].measure].per
    end = high if high > low else low + 1
    return Axis(low=low, high=end, unit=unit, per=per, logarithmic=logarithmic, width=max(width, 10))


GAPS = 4, 1
"""The preferred and the least number of columns between the numbers of an axis."""


EVEN_BELOW = 20
"""The ratio of its ends below which a logarithmic axis can have numbers in even steps too."""


def axis_line(axis: Axis) -> str:
    """The numbers of an axis, each centred on its column."""
    line = ""
    for start, label in axis_numbers(axis):
        line = line.ljust(start) + label
    return line.ljust(axis.width)


def axis_numbers(axis: Axis) -> list[tuple[int, str]]:
    """The numbers of an axis with their first columns: round numbers, as many as fit with space between."""
    choices = [*_round_numbers(axis)]
    for gap in GAPS:
        for numbers in choices:
            placed = [_placed(axis, number) for number in numbers]
            if len(placed) > 1 and all(b >= a + len(label) + gap for (a, label), (b, _) in pairwise(placed)):
                return placed
    firsts = [_placed(axis, numbers[0]) for numbers in choices]
    return [first for first in firsts if len(first[1]) <= axis.width][-1:]


def _round_numbers(axis: Axis) -> Iterator[list[Decimal]]:
    """Choices of round numbers on an axis, in its unit: from the most that fit down to two."""
    low, high = axis.unit.from_base(axis.low), axis.unit.from_base(axis.high)
    choices: list[list[Decimal]] = []
    if axis.logarithmic:
        decades = range(low.adjusted(), high.adjusted() + 1)
        if len(decades) <= axis.width:
            choices += [[Decimal(n).scaleb(decade) for decade in decades for n in (1, 2, 5)]]
        steps = sorted({ceil(len(decades) / count) for count in range(1, axis.width + 1)})
        choices += [[Decimal(1).scaleb(decade) for decade in _multiples(step, decades)] for step in steps]
    if not axis.logarithmic or high < EVEN_BELOW * low:
        least = (high - low) / axis.width
        powers = range(least.adjusted(), least.adjusted() + 4)
        even = [step for power in powers for n in (1, 2, 5) if (step := Decimal(n).scaleb(power)) >= least]
        if axis.unit.exact:
            even = [step for step in even if step >= 1]
        choices += [[step * i for i in range(ceil(low / step), floor(high / step) + 1)] for step in even]
    within = [[number for number in numbers if low <= number <= high] for numbers in choices]
    told_apart = sorted((each for each in within if 0 < len(each) <= axis.width // 2), key=len, reverse=True)
    yield from told_apart
    yield from ([numbers[0], numbers[-1]] for numbers in reversed(told_apart) if len(numbers) > 1)


def _multiples(step: int, among: range) -> range:
    """The multiples of a step in a range."""
    return range(ceil(among.start / step) * step, among.stop, step)


def _placed(axis: Axis, number: Decimal) -> tuple[int, str]:
    """The column where a number begins that is centred on its place, and the number as it is written."""
    label = f"{number.normalize():,f}"
    start = axis.column(axis.unit.in_base(number)) - (len(label) - 1) // 2
    return min(max(start, 0), axis.width - len(label)), label


def interval_line(figure: Figure, axis: Axis, dossier: Dossier) -> str:
    """A figure on the axis: ● a point, ├─┤ an interval, ◂ or ▸ on an open side."""
    interval = in_base(figure, dossier)
    cells = ["·"] * axis.width
    start = axis.column(interval.low) if interval.low is not None else 0
    end = axis.column(interval.high) if interval.high is not None else axis.width - 1
    if end - start < 2 and interval.low is not None and interval.high is not None:
        cells[round((start + end) / 2)] = "●"
        return "".join(cells)
    cells[start : end + 1] = "─" * (end + 1 - start)
    cells[start], cells[end] = "├", "┤"
    if interval.low is None:
        cells[0] = "◂"
    if interval.high is None:
        cells[-1] = "▸"
    return "".join(cells)


NAME_WIDTH, PLOT_WIDTH, LEAST_PLOT = 32, 50, 16
"""Columns: the largest for a claimant's name, those of a plot without a width to fit, and the least for a plot."""


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A group of figures on an axis."""

    axis: Axis
    figures: list[Figure]
    """The figures, the least first."""
    columns: list[int]
    """The widths of the cells before the axis, as `claim_cells` gives them."""
    dossier: Dossier

    @property
    def numbers(self) -> Line:
        """The line of the axis' numbers."""
        before = sum(self.columns) + 2 * len(self.columns)
        return [StyledText(" " * before), StyledText(axis_line(self.axis), "dim")]

    def line(self, figure: Figure) -> Line:
        """The line of a figure: the cells and its interval."""
        from tui.view.wrap import cells, cut

        line: Line = []
        for cell, wide in zip(claim_cells(figure, self.dossier), self.columns, strict=True):
            shown = cell._replace(text=cut(cell.text, wide))
            padding = StyledText(" " * (wide - cells([shown])))
            line += [*([shown, padding] if line else [padding, shown]), StyledText("  ")]
        return [*line, StyledText(interval_line(figure, self.axis, self.dossier), "number")]


def plot(group: Group, dossier: Dossier, width: int | None = None, logarithmic: bool | None = None) -> Plot:
    """A group of figures on an axis. With a width in columns, long names are cut."""
    from rich.cells import cell_len

    figures = group.ascending
    columns = [0, 0, 0, 0]
    for figure in figures:
        columns = [
            max(wide, cell_len(cell.text)) for wide, cell in zip(columns, claim_cells(figure, dossier), strict=True)
        ]
    room = PLOT_WIDTH
    if width is not None:
        value, name, period, printed = columns
        others = value + period + printed + 2 * len(columns)
        name = min(name, NAME_WIDTH, max(width - others - LEAST_PLOT, 6))
        room = max(width - others - name, 10)
        columns = [value, name, period, printed]
    axis = axis_of(group, dossier, room, logarithmic)
    return Plot(axis=axis, figures=figures, columns=columns, dossier=dossier)


def claim_cells(figure: Figure, dossier: Dossier) -> tuple[StyledText, StyledText, StyledText, StyledText]:
    """The value, the claimant and the period of a figure, and how often it is printed."""
    name = StyledText(claimant_in_sentence(figure, dossier)[0], "dim")
    claimant = entity_text(figure.claimant, dossier) if figure.claimant else name
    period = StyledText(period_text(figure, short=True) or "—", "dim")
    return (
        StyledText(value_text(figure, dossier), "number"),
        claimant,
        period,
        StyledText(f"{len(figure.sources)}×", "dim"),
    )
