"""`lode compare`: figures grouped by what they are about, with verdict, reason and a plot."""

import argparse
from typing import Any

from tui.cli.context import Context, Status
from tui.cli.list import matching
from tui.dossier.compare import SINGLE, Group, groups
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure, Record
from tui.export.records import to_json
from tui.view.comparison import (
    about,
    axis_line,
    axis_of,
    claim_cells,
    in_order,
    interval_line,
    reason,
    verdict_lines,
)
from tui.view.page import counted
from tui.view.pieces import Line, Piece

_WIDTH = 100
"""Columns of the plot where there is no terminal to fit."""


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints the groups that the figures which pass the filters belong to."""
    dossier = context.open()
    records: list[Record] = list(dossier.figures.values())
    chosen = [figure for figure in matching(records, options.query, dossier, context) if isinstance(figure, Figure)]
    found = groups(dossier, chosen)
    shown = found if options.limit is None else found[: options.limit]
    if options.json:
        for group in shown:
            print(to_json(as_mapping(group, dossier)), file=context.out)
    else:
        # Where nothing was asked for, what stands alone is only counted.
        alone = 0 if options.query else sum(group.verdict == SINGLE for group in shown)
        for number, group in enumerate(g for g in shown if options.query or g.verdict != SINGLE):
            if number:
                context.print([])
            _print(group, dossier, context)
        if alone:
            context.say(f"{counted(alone, 'figure')} with nothing to set against: lode list figures")
    if not found:
        context.say("nothing found")
    return Status.DONE if found else Status.NOTHING


def as_mapping(group: Group, dossier: Dossier) -> dict[str, Any]:
    """A group as JSON."""
    return {
        "measure": group.measure,
        "subject": group.subject,
        "material": group.material,
        "scope": group.scope,
        "verdict": group.verdict,
        "reason": reason(group, dossier),
        "origins": group.origins,
        "claims": [figure.id for figure in group.figures],
        "conflicts": [[pair.first.id, pair.second.id] for pair in group.conflicts],
        "because": "\n".join(group.because) or None,
    }


def _print(group: Group, dossier: Dossier, context: Context) -> None:
    from rich.cells import cell_len

    figures = in_order(group, dossier)
    rows = [claim_cells(figure, dossier) for figure in figures]
    widths = [max(cell_len(row[i].text) for row in rows) for i in range(4)]
    room = max((context.width or _WIDTH) - sum(widths) - 8, 10)
    axis = axis_of(group, dossier, room)
    scale = f"in {axis.unit.id}, logarithmic" if axis.logarithmic else f"in {axis.unit.id}, from 0"
    context.print([Piece(about(group, dossier), "heading"), Piece(f"  {scale}", "dim")])
    context.print([Piece(" " * (sum(widths) + 8)), Piece(axis_line(axis), "dim")])
    for figure, row in zip(figures, rows, strict=True):
        line: Line = [Piece(" " * (widths[0] - cell_len(row[0].text))), row[0]]
        for cell, width in zip(row[1:], widths[1:], strict=True):
            line += [Piece("  "), cell, Piece(" " * (width - cell_len(cell.text)))]
        context.print([*line, Piece("  "), Piece(interval_line(figure, axis, dossier), "number")])
    for verdict in verdict_lines(group, dossier):
        context.print(_wrapped(verdict, context.width))


def _wrapped(line: Line, width: int | None) -> Line:
    """A label and its sentence, on a terminal with the sentence wrapped beside the label."""
    if width is None:
        return line
    import textwrap

    label, sentence = line
    rows = textwrap.wrap(sentence.text, max(width - len(label.text), 20)) or [""]
    return [label, Piece(("\n" + " " * len(label.text)).join(rows))]
