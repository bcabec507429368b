"""Evaluates a catalog's checks, and reports those that do not hold."""

from collections.abc import Mapping

from tui.catalog import schema
from tui.catalog.problem import Hints, Severity
from tui.dossier.arithmetic import FAILS, HOLDS, FormulaError, Operand, evaluate
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.records import Check, Figure
from tui.dossier.references import References
from tui.quantity.unit import Units

PERCENT = "%"
"""The unit of shares: in arithmetic, hundredths."""


def link_check(
    entry: schema.CheckEntry,
    figures: Mapping[str, Figure],
    references: References,
    units: Units,
    diagnostics: Diagnostics,
) -> Check:
    """The check of an entry; reported if it does not hold."""
    check = Check(id=entry.id, mark=entry.mark(), draft=entry.draft, says=entry.says, holds=entry.holds)
    if references.left_out.isdisjoint(entry.holds.split()) and (
        said := objection(check, figures, references.measures, units, diagnostics.hints)
    ):
        message, severity = said
        diagnostics.report(entry.mark("holds"), "check", message, severity=severity)
    return check


def objection(
    check: Check, figures: Mapping[str, Figure], measures: Mapping[str, schema.MeasureEntry], units: Units, hints: Hints
) -> tuple[str, Severity] | None:
    """What to report of a check, and the severity; None if it holds."""

    def quantity(id: str) -> Operand:
        figure = figures.get(id)
        if figure is None:
            hint = hints.closest(id, figures)
            raise FormulaError(f"no figure has the id “{id}”{f'; nearest: {hint}' if hint else ''}", id)
        measure = measures[figure.measure]
        unit = units.by_id[measure.unit]
        # A share is a plain number: a production divided by a share is a production.
        share = unit.kind == PERCENT
        factor = unit.factor / 100 if share else unit.factor
        kind = f"{unit.kind}/{measure.per}" if measure.per else unit.kind
        return Operand(figure.value.interval.scaled(factor), None if share else kind)

    try:
        outcome = evaluate(check.holds, quantity)
    except FormulaError as error:
        return str(error), "error"
    if outcome.verdict == HOLDS:
        return None
    sides = f"{_between(outcome.left)} on the left, {_between(outcome.right)} on the right"
    return f"{check.says}: {outcome.verdict}, {sides}", "error" if outcome.verdict == FAILS else "note"


def _between(side: Operand) -> str:
    """The values of one side of a check, in words."""
    interval = side.interval
    low, high = (f"{float(end):,.6g}" if end is not None else None for end in (interval.low, interval.high))
    unit = f" {side.kind}" if side.kind else ""
    if low == high:
        return f"{low or 'anything'}{unit}"
    return f"{low or '…'} to {high or '…'}{unit}"
