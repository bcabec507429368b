"""Evaluates a catalog's checks, and reports those that do not hold."""

from collections.abc import Mapping
from decimal import Decimal

from tui.catalog import schema
from tui.dossier.arithmetic import FAILS, HOLDS, FormulaError, Operand, Outcome, evaluate
from tui.dossier.records import Check, Figure
from tui.dossier.units import unit_of
from tui.linking.link_context import LinkContext

PERCENT = "%"
"""The unit of shares: in arithmetic, hundredths."""


def link_check(entry: schema.CheckEntry, figures: Mapping[str, Figure], context: LinkContext) -> Check:
    """The check of an entry; reported if it does not hold."""
    outcome: Outcome | None = None
    named = entry.holds.split()
    if context.left_out.isdisjoint(named):
        try:
            outcome = _outcome(entry.holds, figures, context)
        except FormulaError as error:
            context.report(entry.mark("holds"), "check", str(error))
        if outcome:
            _report(entry, outcome, context)
    context.listed("claim or figure", context.comparable, entry, "about")
    return Check.of(
        entry,
        involved=tuple(dict.fromkeys([*(word for word in named if word in figures), *entry.about])),
        verdict=outcome.verdict if outcome else None,
        left=_values(outcome.left) if outcome else None,
        right=_values(outcome.right) if outcome else None,
    )


def _outcome(formula: str, figures: Mapping[str, Figure], context: LinkContext) -> Outcome:
    """The outcome of a formula. Raises FormulaError if it cannot be read."""

    def quantity(id: str) -> Operand:
        figure = figures.get(id)
        if figure is None:
            hint = context.hints.closest(id, figures)
            raise FormulaError(f"no figure has the id “{id}”{f'; nearest: {hint}' if hint else ''}", id)
        measure = context.measures[figure.measure]
        unit = unit_of(measure, context.units)
        if unit.scale:
            # Sums of temperatures depend on the scale: only figures of one unit are added and compared.
            return Operand(figure.value.interval, unit.id)
        interval = figure.value.interval.converted(unit.in_base)
        # A share is a plain number: a production divided by a share is a production.
        if unit.kind == PERCENT:
            return Operand(interval.scaled(Decimal("0.01")), None, measure.id)
        return Operand(interval, f"{unit.dimension}/{measure.per}" if measure.per else unit.dimension)

    return evaluate(formula, quantity)


def _report(entry: schema.CheckEntry, outcome: Outcome, context: LinkContext) -> None:
    mark = entry.mark("holds")
    left, right = outcome.left.share_of, outcome.right.share_of
    if left and right and left != right:
        message = f"{entry.says}: {left} is compared with {right}, which is a share of something else"
        context.warn(mark, "check", message)
    if outcome.verdict == HOLDS:
        return
    sides = f"{_values(outcome.left)} on the left, {_values(outcome.right)} on the right"
    if outcome.verdict == FAILS:
        meaning = f"; {entry.if_fails}" if entry.if_fails else ""
        context.report(mark, "check", f"{entry.says}: fails, {sides}{meaning}")
        return
    context.warn(mark, "check", f"{entry.says}: inconclusive, {sides}; while these overlap, it checks nothing")


def _values(side: Operand) -> str:
    """The values of one side of a check, in words; shares as percents."""
    interval = side.interval.scaled(Decimal(100)) if side.share_of else side.interval
    low, high = (f"{float(end):,.6g}" if end is not None else None for end in (interval.low, interval.high))
    unit = "%" if side.share_of else f" {side.kind}" if side.kind else ""
    if low == high:
        return f"{low}{unit}" if low else "any value"
    if low is None:
        return f"up to {high}{unit}" if interval.high_included else f"below {high}{unit}"
    if high is None:
        return f"from {low}{unit}" if interval.low_included else f"above {low}{unit}"
    return f"{low} to {high}{unit}"
