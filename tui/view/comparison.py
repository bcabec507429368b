"""What a comparison says: the verdict in a sentence that a person would say, and the figures on one axis."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from math import ceil, floor

from tui.catalog import edtf
from tui.dossier.compare import AGREE, CONFLICT, INCOMPARABLE, PERIOD, SEVERITY, Group, Pair, in_base, origin
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.safe import visible
from tui.view.page import article_name, counted, entity_piece
from tui.view.pieces import Line, Piece
from tui.view.value import interval_text, rounded, value_text

STYLES = {CONFLICT: "error", INCOMPARABLE: "warning", PERIOD: "label", AGREE: "good"}


def about(group: Group, dossier: Dossier) -> str:
    """What the figures of a group are about: Russia’s reserves of rare earths."""
    subject = dossier.entities[group.subject].name
    material = f" of {dossier.entities[group.material].name}" if group.material else ""
    scope = f" ({group.scope})" if group.scope else ""
    return visible(f"{subject}’s {dossier.measures[group.measure].name}{material}{scope}")


def reason(group: Group, dossier: Dossier) -> str:
    """The verdict of a group in a sentence: that of its gravest pair, the furthest apart."""
    if not group.pairs:
        return f"Nothing to set it against: the only figure for {about(group, dossier)}."
    gravest = [pair for pair in group.pairs if pair.verdict == group.verdict]
    pair = max(gravest, key=lambda pair: _ratio(pair, dossier) or Decimal(0))
    return pair_reason(pair, group, dossier)


def pair_reason(pair: Pair, group: Group, dossier: Dossier) -> str:
    """What holds between two figures, and why."""
    first, second = _by_size(pair, dossier)
    other = "elsewhere" if origin(first) == origin(second) else _name(second, dossier)[0]
    said = f"{_says(first, dossier)}, {other} {value_words(second, dossier)}"
    both = "" if pair.verdict == AGREE else f", both for {about(group, dossier)}"
    return f"{said}: {why(pair, dossier)}{both}{_undated(first, second)}."


def why(pair: Pair, dossier: Dossier) -> str:
    """What a verdict on two figures rests on, in a few words."""
    first, second = _by_size(pair, dossier)
    if pair.verdict == AGREE:
        return _agreement(first, second, dossier)
    if pair.verdict == PERIOD:
        return f"for {_period(first)} and {_period(second)}"
    if pair.verdict == INCOMPARABLE:
        return _incomparable(first, second)
    return _apart(pair, dossier) or "no value in common"


def why_beside(other: Figure, pair: Pair, dossier: Dossier) -> str:
    """The same beside one of the two figures: which period it is for, and which of them is the larger, is said."""
    if pair.verdict == PERIOD:
        return f"for {_period(other)}"
    apart = _apart(pair, dossier) if pair.verdict == CONFLICT else None
    if apart is None:
        return why(pair, dossier)
    _, larger = _by_size(pair, dossier)
    return f"{value_text(larger, dossier)} is {apart}"


def _apart(pair: Pair, dossier: Dossier) -> str | None:
    """How many times as much the larger of two figures is; None where no number of times says so."""
    ratio = _ratio(pair, dossier)
    if not ratio:
        return None
    less, more = _by_size(pair, dossier)
    # A bound that opens away from the other figure: the ratio is one as well.
    open_ended = less.value.modifier in "<≤" or more.value.modifier in ">≥"
    times = _times(ratio, ROUND_DOWN if open_ended else ROUND_HALF_UP)
    return f"{'at least ' if open_ended else ''}{times} times as much" if times != "1" else None


def _says(figure: Figure, dossier: Dossier) -> str:
    name, plural = _name(figure, dossier)
    return f"{name[:1].upper()}{name[1:]} {'say' if plural else 'says'} {value_words(figure, dossier)}"


def _name(figure: Figure, dossier: Dossier) -> tuple[str, bool]:
    """Who says so, as it stands in a sentence, and whether that is a plural."""
    if figure.claimant is None:
        return article_name(figure.sources[0].article, dossier), False
    entity = dossier.entities[figure.claimant]
    if entity.short and entity.short.isupper():
        return visible(entity.short), False
    name = visible(entity.name)
    if entity.type == "unnamed":
        return name[:1].lower() + name[1:], name.endswith("s")
    return (f"the {name}" if entity.type == "government" and not name.startswith("The ") else name), False


def value_words(figure: Figure, dossier: Dossier) -> str:
    """The value as a sentence says it: 3.8 million t, up to 12%, 2,500 to 3,000 t a year."""
    unit, per = dossier.unit_of(figure), dossier.measures[figure.measure].per
    value = rounded(figure.value)
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        words = f"{_plain(low)} to {_plain(high)}"
    elif unit.id == "rank":
        return value_text(figure, dossier)
    else:
        hedges = {"≈": "about ", "<": "less than ", "≤": "up to ", ">": "more than ", "≥": "at least "}
        words = hedges.get(value.modifier, "") + _plain(value.value)
    return words + _unit_words(unit, per)


def _plain(value: Decimal) -> str:
    for scale, word in ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million")):
        if abs(value) >= scale:
            return f"{(value / scale).normalize():,f}{word}"
    return f"{value.normalize():,f}"


def _unit_words(unit: Unit, per: str | None) -> str:
    if unit.exact:
        return ""
    return f"{'' if unit.id == '%' else ' '}{visible(unit.id)}{' a year' if per else ''}"


def _agreement(first: Figure, second: Figure, dossier: Dossier) -> str:
    bounds = [figure for figure in (first, second) if figure.value.modifier in "<≤>≥"]
    rounded = [figure for figure in (first, second) if figure not in bounds and figure.value.value is not None]
    # Whether the numbers agree as they are printed, or only by what they are rounded from.
    as_printed = all(_middle(f, dossier) in in_base(second if f is first else first, dossier) for f in rounded)
    if bounds and as_printed:
        side, kind = ("above", "a lower") if bounds[0].value.modifier in ">≥" else ("below", "an upper")
        return f"{kind} bound, which excludes nothing {side} it"
    one, other = in_base(first, dossier), in_base(second, dossier)
    if one == other or (len(rounded) == 2 and _middle(first, dossier) == _middle(second, dossier)):
        return "the same"
    if not rounded:
        return "the ranges overlap"
    if as_printed and len(rounded) == 1:
        return "within the range"
    wider = max(rounded, key=lambda figure: _width(figure, dossier))
    reach = f"{value_words(wider, dossier)} covers {interval_text(wider, dossier)}"
    return reach if as_printed else f"only as far as the rounding reaches: {reach}"


def _incomparable(first: Figure, second: Figure) -> str:
    for figure in (first, second):
        if figure.condition:
            return f"one is {figure.nature}, {visible(figure.condition)}"
    if first.nature != second.nature:
        return f"one is {first.nature}, the other {second.nature}"
    return "their units are of different kinds"


def _undated(first: Figure, second: Figure) -> str:
    """An empty period is compatible with any: the sentence says where one is."""
    if first.period and second.period:
        return ""
    if not first.period and not second.period:
        return "; neither is dated"
    return f"; only one is dated, {_period(first if first.period else second)}"


def _period(figure: Figure) -> str:
    return str(edtf.parse(figure.period)) if figure.period else "no period"


def _middle(figure: Figure, dossier: Dossier) -> Decimal:
    interval = in_base(figure, dossier)
    if figure.value.value is not None:
        return figure.value.value * dossier.unit_of(figure).factor
    return ((interval.low or Decimal(0)) + (interval.high or interval.low or Decimal(0))) / 2


def _by_size(pair: Pair, dossier: Dossier) -> tuple[Figure, Figure]:
    """The two figures, the lesser first; of two as large, the first."""
    first, second = pair.first, pair.second
    return (second, first) if _middle(second, dossier) < _middle(first, dossier) else (first, second)


def _width(figure: Figure, dossier: Dossier) -> Decimal:
    interval = in_base(figure, dossier)
    if interval.low is None or interval.high is None:
        return Decimal("Infinity")
    return interval.high - interval.low


def _ratio(pair: Pair, dossier: Dossier) -> Decimal | None:
    low, high = sorted((_middle(pair.first, dossier), _middle(pair.second, dossier)))
    return high / low if low > 0 else None


def _times(ratio: Decimal, rounding: str = ROUND_HALF_UP) -> str:
    """A ratio to two significant digits: 7.5, 12; to the whole from 10 on."""
    if ratio < 10:
        return f"{ratio.quantize(Decimal('0.1'), rounding).normalize():,f}"
    return f"{ratio.to_integral_value(rounding):,f}"


# The picture


@dataclass(frozen=True)
class Axis:
    """What the figures of a group are plotted on: from 0 or the least, to the most; in the base unit."""

    low: Decimal
    high: Decimal
    unit: Unit
    per: str | None
    """What makes the unit a rate."""
    logarithmic: bool
    width: int

    @property
    def scale(self) -> str:
        """Its unit and what it begins with."""
        start = "logarithmic" if self.logarithmic else f"from {self.label(self.low)}"
        rate = f"/{self.per}" if self.per else ""
        return f"in {visible(self.unit.id)}{rate}, {start}"

    def label(self, value: Decimal) -> str:
        """A value in the axis' unit, to three significant digits."""
        return f"{Decimal(f'{value / self.unit.factor:.3g}').normalize():,f}"

    def column(self, value: Decimal) -> int:
        """The column of a value, held inside the axis."""
        least, most = self.low, self.high
        if self.logarithmic:
            value, least, most = max(value, least).log10(), least.log10(), most.log10()
        place = (value - least) / ((most - least) or 1)
        return min(max(round(place * (self.width - 1)), 0), self.width - 1)


LOGARITHMIC_FROM = 50
"""How many times the least value the most must be for an axis to be logarithmic."""


def axis_of(group: Group, dossier: Dossier, width: int, logarithmic: bool | None = None) -> Axis:
    """The axis that shows all of a group; logarithmic where the values need it or as asked, if all are above 0."""
    intervals = [in_base(figure, dossier) for figure in group.figures]
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    values = [_middle(figure, dossier) for figure in group.figures]
    least, most = min(values), max(values)
    if logarithmic is None:
        logarithmic = least > 0 and most / least >= LOGARITHMIC_FROM
    logarithmic = logarithmic and least > 0
    low, high = min([Decimal(0), *ends, *values]), max([Decimal(0), *ends, *values])
    if logarithmic:
        low = min(end for end in (*ends, *values) if end > 0)
    units = [unit for unit in dossier.units.by_id.values() if unit.kind == dossier.unit_of(group.figures[0]).kind]
    largest = max(high, -low)
    fitting = [unit for unit in units if largest >= unit.factor and (largest >= 1_000_000 or unit.factor == 1)]
    unit = max(fitting, key=lambda unit: unit.factor, default=units[0])
    per = dossier.measures[group.figures[0].measure].per
    return Axis(low, high if high > low else low + 1, unit, per, logarithmic, max(width, 10))


GAPS = 4, 1
"""Columns between the numbers of an axis: wished for, and at the least."""


EVEN_BELOW = 20
"""How many times its least value a logarithmic axis may go for numbers at even steps to stand on it as well."""


def axis_line(axis: Axis) -> str:
    """The axis' numbers, each centred on its column: round ones, as many as stand well apart."""
    choices = [*_round_numbers(axis)]
    for gap in GAPS:
        for numbers in choices:
            placed = [_placed(axis, number) for number in numbers]
            if len(placed) > 1 and all(b >= a + len(label) + gap for (a, label), (b, _) in pairwise(placed)):
                return _written(placed, axis.width)
    firsts = [_placed(axis, numbers[0]) for numbers in choices]
    return _written([first for first in firsts if len(first[1]) <= axis.width][-1:], axis.width)


def _round_numbers(axis: Axis) -> Iterator[list[Decimal]]:
    """Round numbers on an axis, in its unit: the most that can be told apart, then ever fewer, down to two."""
    low, high = axis.low / axis.unit.factor, axis.high / axis.unit.factor
    choices: list[list[Decimal]] = []
    if axis.logarithmic:
        decades = range(low.adjusted(), high.adjusted() + 1)
        choices += [[Decimal(n).scaleb(decade) for decade in decades for n in (1, 2, 5)]]
        choices += [[Decimal(1).scaleb(d) for d in decades if d % step == 0] for step in range(1, len(decades))]
    if not axis.logarithmic or high < EVEN_BELOW * low:
        least = (high - low) / axis.width
        powers = range(least.adjusted(), least.adjusted() + 4)
        steps = [step for power in powers for n in (1, 2, 5) if (step := Decimal(n).scaleb(power)) >= least]
        choices += [[step * i for i in range(ceil(low / step), floor(high / step) + 1)] for step in steps]
    within = [[number for number in numbers if low <= number <= high] for numbers in choices]
    told_apart = sorted((each for each in within if 0 < len(each) <= axis.width // 2), key=len, reverse=True)
    yield from told_apart
    yield from ([numbers[0], numbers[-1]] for numbers in reversed(told_apart) if len(numbers) > 1)


def _placed(axis: Axis, number: Decimal) -> tuple[int, str]:
    """Where a number in the axis' unit begins that is centred on its column, within the axis; and how it is written."""
    label = f"{number.normalize():,f}"
    start = axis.column(number * axis.unit.factor) - (len(label) - 1) // 2
    return min(max(start, 0), axis.width - len(label)), label


def _written(placed: list[tuple[int, str]], width: int) -> str:
    line = ""
    for start, label in placed:
        line = line.ljust(start) + label
    return line.ljust(width)


def interval_line(figure: Figure, axis: Axis, dossier: Dossier) -> str:
    """A figure on the axis: ● a point, ├─┤ an interval, ◂ and ▸ where a side is open."""
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
"""Columns: of a claimant's name at the most, of a plot where there is no width to fit, and where there is little."""


def plot(
    group: Group, dossier: Dossier, width: int | None = None, logarithmic: bool | None = None
) -> tuple[Axis, Line, list[tuple[Figure, Line]]]:
    """A group's axis, the line of its numbers, and each claim with its interval, the least first.

    Fitted to a width: names give way, with a sign. Without one, they are whole.
    """
    from rich.cells import cell_len

    from tui.view.wrap import cells, cut

    figures = in_order(group, dossier)
    rows = [claim_cells(figure, dossier) for figure in figures]
    value, name, period, printed = (max(cell_len(row[i].text) for row in rows) for i in range(4))
    room = PLOT_WIDTH
    if width is not None:
        others = value + period + printed + 2 * len(rows[0])
        name = min(name, NAME_WIDTH, max(width - others - LEAST_PLOT, 6))
        room = max(width - others - name, 10)
    axis = axis_of(group, dossier, room, logarithmic)
    lines = []
    for figure, row in zip(figures, rows, strict=True):
        line: Line = []
        for cell, wide in zip(row, (value, name, period, printed), strict=True):
            text = cut(cell.text, wide)
            padding = Piece(" " * (wide - cell_len(text)))
            shown = cell._replace(text=text)
            line += [*([shown, padding] if line else [padding, shown]), Piece("  ")]
        lines.append((figure, [*line, Piece(interval_line(figure, axis, dossier), "number")]))
    before = cells(lines[0][1]) - axis.width
    return axis, [Piece(" " * before), Piece(axis_line(axis), "dim")], lines


def claim_cells(figure: Figure, dossier: Dossier) -> tuple[Piece, Piece, Piece, Piece]:
    """A claim's value, claimant, period, and how often it is printed."""
    name = Piece(_name(figure, dossier)[0], "dim")
    claimant = entity_piece(figure.claimant, dossier) if figure.claimant else name
    period = Piece(_period(figure) if figure.period else "—", "dim")
    return Piece(value_text(figure, dossier), "number"), claimant, period, Piece(f"{len(figure.sources)}×", "dim")


def in_order(group: Group, dossier: Dossier) -> list[Figure]:
    """The figures of a group, the least first."""
    return sorted(group.figures, key=lambda figure: _middle(figure, dossier))


def verdict_lines(group: Group, dossier: Dossier) -> Iterator[Line]:
    """The verdict with its reason, what the curator says of it, the other pairs, and the origins."""
    style = STYLES.get(group.verdict, "label")
    yield [Piece(f"{group.verdict.upper():<16} ", style), Piece(reason(group, dossier))]
    for because in group.because:
        yield [Piece(f"{'the curator':<16} ", "label"), Piece(visible(because))]
    told = reason(group, dossier)
    for pair in sorted(group.pairs, key=lambda pair: -SEVERITY.index(pair.verdict)):
        sentence = pair_reason(pair, group, dossier)
        if sentence != told:
            yield [Piece(f"{pair.verdict:<16} ", STYLES[pair.verdict]), Piece(sentence)]
    yield [Piece(f"{'origins':<16} ", "label"), Piece(origins(group))]


def origins(group: Group) -> str:
    """Origins against printings: 4 articles, 1 origin."""
    articles = {source.article for figure in group.figures for source in figure.sources}
    printed = sum(len(figure.sources) for figure in group.figures)
    return (
        f"{counted(len(articles), 'article')}, {counted(group.origins, 'origin')}, printed {counted(printed, 'time')}"
    )
