"""`lode list`: all records of a kind, in columns or as JSON Lines."""

import argparse
from typing import Any

from tui.cli.context import CommandError, Context, Status
from tui.cli.search import fitted
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Article, Entity, Event, Figure, Measure, Record
from tui.export.records import as_mapping, to_json
from tui.search.query import QueryError
from tui.search.search import Search
from tui.text.safe import visible
from tui.view.page import date_text
from tui.view.pieces import FAMILIES, Line, Piece
from tui.view.value import value_text

KINDS = {"articles": "article", "entities": "entity", "figures": "figure", "events": "event", "measures": "measure"}
SORTS = ("id", "title", "date", "value", "count")


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints the records of a kind that pass the filters."""
    kind = KINDS.get(options.kind, options.kind)
    if kind not in KINDS.values():
        raise CommandError(f"“{options.kind}” is no kind of record; there are {', '.join(KINDS)}")
    dossier = context.open()
    records = matching([record for record in dossier.records if record.kind == kind], options.query, dossier)
    if options.sort:
        field = options.sort.removeprefix("-")
        if field not in SORTS:
            raise CommandError(f"“{options.sort}” is no field to sort by; there are {', '.join(SORTS)}")
        records.sort(key=lambda record: _sort_key(record, field, dossier), reverse=options.sort.startswith("-"))
    shown = records if options.limit is None else records[: options.limit]
    if options.json:
        for record in shown:
            print(to_json(as_mapping(record, dossier)), file=context.out)
    else:
        _print_columns([_cells(record, dossier) for record in shown], context)
    if not records:
        context.say("nothing found")
    return Status.DONE if records else Status.NOTHING


def matching(records: list[Record], words: list[str], dossier: Dossier) -> list[Record]:
    """The records that a query admits, in their order. Raises CommandError where it cannot be asked."""
    if not words:
        return records
    try:
        admitted = Search(dossier).admitted(" ".join(words))
    except QueryError as error:
        raise CommandError(str(error)) from None
    return [record for record in records if record.id in admitted]


def _sort_key(record: Record, field: str, dossier: Dossier) -> Any:
    """Sorts by a field; records that have none of it come first, in their own order."""
    match field:
        case "title":
            return record.title.casefold()
        case "date":
            return order(dossier.date_of(record))
        case "value":
            if not isinstance(record, Figure):
                return (0, 0)
            unit, interval = dossier.unit_of(record), record.value.interval
            value = record.value.value if record.value.value is not None else interval.high
            return (1, unit.kind, (value or 0) * unit.factor)
        case "count":
            return len(dossier.sources_of(record))
    return record.id


def _cells(record: Record, dossier: Dossier) -> Line:
    """What a row says: id, what it is called, and what tells it apart."""
    id = Piece(record.id, "dim")
    match record:
        case Article():
            words = f"{len(dossier.documents[record.id].text.split()):,} words"
            return [id, Piece(date_text(record.date)), Piece(words, "dim"), Piece(visible(record.title), "article")]
        case Entity():
            named = f"{len(dossier.mentions_of(record.id)):>4}"
            name = Piece(visible(record.name), FAMILIES[record.type])
            return [id, Piece(record.type, "dim"), Piece(named), name, Piece(visible(record.note or ""), "dim")]
        case Figure():
            claimant = dossier.name_of(record.claimant) or "the article itself"
            period = date_text(record.period) if record.period else ""
            value = Piece(value_text(record, dossier), "number")
            return [id, value, Piece(visible(record.label)), Piece(visible(claimant)), Piece(period, "dim")]
        case Event():
            return [id, Piece(date_text(record.resolved or record.date)), Piece(visible(record.what), "event")]
        case Measure():
            count = sum(figure.measure == record.id for figure in dossier.figures.values())
            unit = record.unit + (f"/{record.per}" if record.per else "")
            return [id, Piece(visible(record.name)), Piece(unit), Piece(str(count))]
    return [id]


def _print_columns(rows: list[Line], context: Context) -> None:
    from rich.cells import cell_len

    columns = max(map(len, rows), default=0)
    widths = [max((cell_len(row[i].text) for row in rows), default=0) for i in range(columns)]
    for row in rows:
        line: Line = []
        for i, cell in enumerate(row):
            padding = " " * (widths[i] - cell_len(cell.text) + 2)
            line += [cell, Piece(padding if i < len(row) - 1 else "")]
        context.print(fitted(line, context.width))
