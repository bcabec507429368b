"""`lode list`: all records of a kind, in columns or as JSON Lines."""

from decimal import Decimal
from typing import Any, TypeVar

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, refuse_choice
from tui.cli.queries import filter_records
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import KINDS, Figure, Record
from tui.export.records import as_mapping
from tui.text.safe import visible
from tui.view.kinds import view_of
from tui.view.styled_text import Line, StyledText

SORTS = ("title", "date", "count")
"""What every kind can be sorted by, besides its keys in JSON."""

UNITS = "units"
"""What is listed besides records."""

Kind = TypeVar("Kind", bound=Record)


def run(options: Options, context: Context) -> Status:
    """Prints the records of a kind that pass the filters."""
    if options.kind in ("unit", UNITS):
        return _list_units(options, context)
    kind = KINDS.get(options.kind, options.kind)
    if kind not in KINDS.values():
        refuse_choice(options.kind, "a kind of record", [*KINDS, UNITS])
    dossier = context.open()
    records = [record for record in dossier.records if record.kind == kind]
    if options.sort and records:
        _sort(records, options.sort, dossier)
    records = filter_records(records, options.query, dossier, context).records
    shown = records[: options.limit]
    if options.json:
        for record in shown:
            context.print_json(as_mapping(record, dossier))
    else:
        cells = ([StyledText(visible(each.id), "dim"), *view_of(each, dossier).cells()] for each in shown)
        _print_columns([*cells], context)
    return Status.DONE if records else Status.NOTHING


def _list_units(options: Options, context: Context) -> Status:
    """Prints the units that the catalog can use whose ids, names or forms hold all words of the query."""
    from tui.view.units import units_of

    if options.sort:
        raise CommandError("units have one order; leave --sort out")
    words = [word.casefold() for word in options.query]
    listed = [
        (each, [each.unit.id, each.unit.name, each.conversion, ", ".join(each.forms)])
        for each in units_of(context.open())
    ]
    found = [(each, cells) for each, cells in listed if all(word in " ".join(cells).casefold() for word in words)]
    shown = found[: options.limit]
    if options.json:
        for each, _ in shown:
            unit = each.unit
            context.print_json(
                {
                    "kind": "unit",
                    "id": unit.id,
                    "name": unit.name,
                    "base": unit.base or None,
                    "factor": float(unit.size),
                    "exact_factor": each.exact_factor,
                    "offset": f"{unit.offset:f}",
                    "written": each.forms,
                    "used": each.used,
                }
            )
    else:
        _print_columns([[StyledText(visible(cell)) for cell in cells] for _, cells in shown], context)
    if not found:
        context.report(f"no unit has “{' '.join(options.query)}” in its id, its name or one of its forms")
    return Status.DONE if found else Status.NOTHING


def _sort(records: list[Record], by: str, dossier: Dossier) -> None:
    """Sorts the records by a field, backwards with "-" before it. Raises CommandError if they have no such field."""
    field = by.removeprefix("-")
    fields = dict.fromkeys([*SORTS, *as_mapping(records[0], dossier)])
    if field not in fields:
        refuse_choice(by, "a field to sort by", fields)
    records.sort(key=lambda record: _sort_key(record, field, dossier), reverse=by.startswith("-"))


def _sort_key(record: Record, field: str, dossier: Dossier) -> Any:
    """Sorts dates in time, values by unit and size, and lists by length; a record without a value comes last."""
    match field:
        case "title":
            return record.title.casefold()
        case "date":
            return order(record.sorting_date)
        case "count":
            return len(dossier.sources_of(record))
    value = as_mapping(record, dossier)[field]
    if isinstance(record, Figure) and field in ("value", "low", "high"):
        unit = dossier.unit_of(record)
        if field == "value" and value is None:
            value = record.value.interval.high
        return (unit.dimension, value is None, unit.in_base(value or Decimal(0)))
    if field in ("published", "resolved", "period"):
        return order(value)
    if isinstance(value, list):
        return len(value)
    return (value is None, value.casefold() if isinstance(value, str) else value or 0)


def _print_columns(rows: list[Line], context: Context) -> None:
    from rich.cells import cell_len

    columns = max(map(len, rows), default=0)
    widths = [max((cell_len(row[i].text) for row in rows), default=0) for i in range(columns)]
    for row in rows:
        last = max(i for i, cell in enumerate(row) if cell.text)
        line: Line = []
        for i, cell in enumerate(row[: last + 1]):
            padding = " " * (widths[i] - cell_len(cell.text) + 2)
            line += [cell, StyledText(padding if i < last else "")]
        context.print_row(line)
